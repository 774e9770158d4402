//! The snapshot of files a build reads ([`sources`]), their earlier versions ([`past`], [`blobs`]), where finished files
//! go ([`sink`]), why a folder is not taken for them ([`refusal`]), what is remembered of them ([`memo`]), and the only
//! places that touch the disk ([`disk`], [`refresh`], [`site_writer`], [`snapshot`]), run git ([`git`]) and ask the net
//! ([`web`]). What the program itself costs is told by [`usage`].

pub mod blobs;
pub mod disk;
pub mod git;
pub mod memo;
pub mod past;
pub mod refresh;
pub mod refusal;
pub mod sink;
pub mod site_writer;
pub mod snapshot;
pub mod sources;
pub mod usage;
pub mod web;
