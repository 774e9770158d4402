//! The snapshot of files a build reads ([`sources`]), their earlier versions ([`past`], [`blobs`]), and the only places that touch
//! the disk ([`disk`]) and run git ([`git`]).

pub mod blobs;
pub mod disk;
pub mod git;
pub mod past;
pub mod sources;
