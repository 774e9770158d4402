//! Search: what the pages say, as small files that a script in the reader's browser can ask. Everything understood about
//! words is put into the index when the portal is built, so that the script stays small.
//!
//! `analysis` turns text into terms. It has a twin in `themes/default/scripts/search/analysis.js`; both keep to the
//! vectors in `tests/search/vectors.json`, because a word of a query must become the term its document was stored under.
//! `document` says what can be found, `vocabulary` which words mean the same, `index` makes the files, and `query` answers
//! from them as the page does.

pub mod analysis;
pub mod document;
pub mod index;
pub mod query;
pub mod vocabulary;
