//! stub
use crate::diag::{Diagnostic, Span};
use crate::files::sources::Sources;
pub struct Place {
    pub path: String,
    pub line: usize,
    pub column: usize,
}
pub fn place(_s: Span, _x: &Sources) -> Place {
    todo!()
}
pub fn text(_d: &[Diagnostic], _s: &Sources, _c: bool) -> String {
    String::new()
}
pub fn github(_d: &[Diagnostic], _s: &Sources, _c: &str) -> String {
    String::new()
}
pub fn json(_d: &[Diagnostic], _s: &Sources) -> String {
    String::new()
}
pub fn summary_line(_e: usize, _w: usize) -> String {
    String::new()
}
