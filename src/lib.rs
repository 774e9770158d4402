//! Static site generator of the open portal on school-support roadmaps.
//!
//! The folders are the stages, in reading order:
//! `files` (snapshot of sources, the disk) → `content` (text → raw documents → `model`) → `site` (pages and addresses)
//! → `check` (rules over the whole portal) and `render`, `export` (pages and data as bytes) → `build` (order and
//! threads) → `serve` and `cli` (people). `diag` holds problems as data, `text` letters and words.

pub mod build;
pub mod check;
pub mod cli;
pub mod content;
pub mod diag;
pub mod export;
pub mod files;
pub mod model;
pub mod render;
pub mod serve;
pub mod site;
pub mod text;
