//! Holds a raw table against the table of fields: unknown keys, missing ones, values of the wrong kind.
//! All problems of a file are found at once; each names what to write instead.
//!
//! `walk` goes through tables and values; `inside` says where in the file it is; `keys` and `missing` speak of names,
//! `spelling` guesses which name was meant; `values`, `kinds` and `dates` speak of values.

mod dates;
mod inside;
mod keys;
mod kinds;
mod missing;
mod spelling;
mod values;
mod walk;

use crate::content::fields::Form;
use crate::content::raw::RawDocument;
use crate::diag::Diagnostic;

/// Checks a file's table and everything in it; `text` is the whole file. In a damaged file nothing is reported as
/// missing: it may only have been swallowed by the mistake before it.
pub fn document(raw: &RawDocument, form: &'static Form, text: &str, found: &mut Vec<Diagnostic>) {
    walk::document(raw, form, text, found);
}
