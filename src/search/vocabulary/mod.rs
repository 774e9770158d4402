//! Words that a document is found by although it does not hold them: the full form of an abbreviation and the other way
//! round, words of the same meaning, everyday words for official ones. They are put into the index beside the words of
//! the document, so that the script of the page has to know none of this.

mod compile;
mod expansions;
mod numbers;
mod phrase;

pub use expansions::Expansions;
pub use phrase::{Expansion, PhraseNumber, Strength};
