//! Words that search knows beside those of the documents: portal vocabulary that editors extend and readers never see
//! as such, except for the polite words in [`Everyday::shown`].

use crate::diag::span::{Span, Spanned};

/// The file `search.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Vocabulary {
    /// Forms of one word each, which the rule of word endings does not join: «ребёнок, дети, детей».
    pub forms: Vec<WordGroup>,
    /// Words and phrases that mean the same in these documents, in every direction.
    pub same: Vec<WordGroup>,
    /// Words of parents with the words of documents they stand for.
    pub everyday: Vec<Everyday>,
}

/// Words or phrases that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordGroup {
    /// Place of the group.
    pub span: Span,
    /// The words, in the order of the file.
    pub words: Vec<Spanned<String>>,
}

/// What parents say, and what documents say instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Everyday {
    /// Words of parents, journalists, teachers.
    pub said: WordGroup,
    /// Words of documents that are found by them.
    pub documents: Vec<Spanned<String>>,
    /// The same in polite words: what the page says it is showing. None for words so ordinary that it says nothing.
    pub shown: Option<String>,
}

impl Vocabulary {
    /// The forms of each word, for an analyzer.
    pub fn form_groups(&self) -> Vec<Vec<&str>> {
        self.forms.iter().map(WordGroup::texts).collect()
    }
}

impl WordGroup {
    /// The words without their places.
    pub fn texts(&self) -> Vec<&str> {
        self.words.iter().map(|word| word.value.as_str()).collect()
    }
}
