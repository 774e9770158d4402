//! The editor's handbook: what codes mean ([`mistakes`]), which files and fields there are ([`fields`]).

pub mod fields;
pub mod mistakes;
mod sample;
