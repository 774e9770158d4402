//! Addresses are for ever: what answers where nothing stands any more, and which addresses would be lost.
//!
//! The lock tells what was ever published. Whatever of it the portal still holds answers by itself; what has moved, by the
//! word of an editor or because it is found elsewhere without a doubt, answers with a page that leads there; what was
//! taken down, with a page that says what stood there. The rest is lost, and `check` stops the build.

pub mod account;
pub mod answer;
mod answers;
mod files;
pub mod find;
pub mod present;
pub mod renew;
pub mod rules;
pub mod settle;
mod taken;
pub mod thing;
mod words;

pub use account::Lasting;
pub use answer::{Answer, Former, Gone};
pub use renew::renewed;
pub use settle::{Ground, settle};
