//! The snapshot of files a build reads ([`sources`]) and the only place that touches the disk ([`disk`]).

pub mod disk;
pub mod sources;
