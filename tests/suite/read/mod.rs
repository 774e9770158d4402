//! Files as editors have them: each is made here from a few lines, read, and compared as it stands on paper.

pub mod files;
mod html;
mod odf;
mod refusals;
mod sheet;
mod text;
mod word;
mod word_tables;
