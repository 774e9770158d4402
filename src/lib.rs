//! Static site generator of the open portal on school-support roadmaps.
//!
//! The folders are the stages, in reading order:
//! `files` (snapshot of sources, the disk) → `content` (text → raw documents → `model`) → `site` (pages and addresses)
//! → `check` (rules over the whole portal) and `render`, `search`, `export` (pages, index and data as bytes) → `build`
//! (order and threads) → `serve` and `cli` (people). `history` tells what changed
//! in the content; `desk` helps editors write it; `federation` joins sites that were built apart; `diag` holds problems as data,
//! `text` letters and words.

#![warn(missing_docs)]

pub mod files;

pub mod text;

pub mod diag;

pub mod model;

pub mod content;

pub mod history;

pub mod desk;

pub mod site;

pub mod check;

pub mod render;

pub mod search;

pub mod export;

pub mod federation;

pub mod build;

pub mod import;

pub mod serve;

pub mod cli;
