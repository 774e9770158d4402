//! The snapshot of files a build reads ([`sources`]), their earlier versions ([`past`]), and the only places that touch
//! the disk ([`disk`], [`refresh`]) and run git ([`git`]).

pub mod disk;
pub mod git;
pub mod past;
pub mod refresh;
pub mod sources;
