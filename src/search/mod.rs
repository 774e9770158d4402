//! Search: what the pages say, as small files that a script in the reader's browser can ask.
//!
//! `analysis` turns text into terms. It has a twin in `themes/default/scripts/search/analysis.js`; both keep to the
//! vectors in `tests/search/vectors.json`, because a word of a query must become the term its document was stored under.

pub mod analysis;
