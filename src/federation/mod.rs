//! How sites of regions become one country without being built again. Every build leaves a manifest beside its pages: what
//! it was built by, which territories it holds, of each what is counted and listed ([`manifest()`]), and all its files with
//! their fingerprints ([`listing`]). A hub reads manifests back into a model ([`skeleton`]) that counts exactly as the whole
//! content would, has the words of names, news and practices, and none of the plans themselves; and it tells what does not
//! fit together ([`clash`]).
//!
//! Knows nothing of disks and of pages: `build` writes and reads, `render` shows a skeleton as it shows any portal.

pub mod clash;
mod count;
mod event;
pub mod listing;
pub mod manifest;
mod place;
mod schema;
pub mod skeleton;
mod told;
pub mod tree;

pub use manifest::Manifest;
pub use schema::schema;
pub use told::{About, manifest};
