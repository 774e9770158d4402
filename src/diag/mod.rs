//! Problems in content as data: where ([`span`]), what ([`diagnostic`]), and how a person sees it ([`show`]).

pub mod codes;
pub mod diagnostic;
mod excerpt;
mod place;
pub mod show;
#[cfg(test)]
mod show_tests;
pub mod span;

pub use diagnostic::{Diagnostic, Severity};
pub use span::Span;
