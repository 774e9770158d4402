//! Problems in content as data: where ([`span`]), what ([`diagnostic`]), how a person sees it ([`show`]), and what each
//! kind of problem means ([`explain`]).

pub mod codes;
pub mod diagnostic;
mod excerpt;
pub mod explain;
mod opened;
mod place;
pub mod show;
pub mod span;

pub use diagnostic::{Diagnostic, Severity};
pub use span::Span;
