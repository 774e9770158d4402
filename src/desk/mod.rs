//! The editor's desk: what is done to content at an editor's wish. Pure functions from sources to sources; the disk stays
//! in `files`, the words on the screen in `cli`.

pub mod fix;
