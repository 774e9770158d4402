//! The analyzer: words and stems put together, with the exceptions of the portal's vocabulary.

use super::stem::stem;
use super::stop::is_stop;
use super::words::{Word, words};
use std::collections::{BTreeMap, HashMap};

/// A word of a text as the index knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Stem, number, or number and letters joined («114од»).
    pub term: String,
    /// Number of the word in the text, from 0; stop words count. A joined term has the number of its digits.
    pub at: usize,
    /// Byte in the text where the word begins.
    pub start: usize,
    /// Byte after the word.
    pub end: usize,
    /// A word that says nothing about the page, to be left out of the index.
    pub stop: bool,
}

/// Turns text into terms.
#[derive(Clone, Debug, Default)]
pub struct Analyzer {
    /// Folded form → term, only where the rule gives another one.
    exceptions: HashMap<String, String>,
}

impl Analyzer {
    /// An analyzer that knows these groups of forms, each a word in the forms that the rule does not join. All forms of
    /// a group get the term of its first word. If the first word begins with «=», the forms are kept apart from words
    /// that look alike: their term is that word itself, unstemmed. A form of two groups belongs to the first.
    pub fn new<G: AsRef<[S]>, S: AsRef<str>>(groups: &[G]) -> Self {
        let mut exceptions = HashMap::new();
        for group in groups {
            let mut forms = group.as_ref().iter().map(AsRef::as_ref);
            let Some(first) = forms.next() else { continue };
            let word = folded(first);
            let term = if first.starts_with('=') {
                word.clone()
            } else {
                stem(&word)
            };
            for form in std::iter::once(word).chain(forms.map(folded)) {
                exceptions.entry(form).or_insert_with(|| term.clone());
            }
        }
        exceptions.retain(|form, term| stem(form) != *term);
        Self { exceptions }
    }

    /// The exceptions for the script: «term beginning end end,term beginning end»; a form is the common beginning of the
    /// group with an end, which may be nothing.
    pub fn exceptions(&self) -> String {
        let mut groups = BTreeMap::<&str, Vec<&str>>::new();
        for (form, term) in &self.exceptions {
            groups.entry(term).or_default().push(form);
        }
        let mut texts = Vec::with_capacity(groups.len());
        for (term, mut forms) in groups {
            forms.sort_unstable();
            let beginning = common_beginning(&forms);
            let ends: Vec<&str> = forms.iter().map(|form| &form[beginning.len()..]).collect();
            texts.push(format!("{term} {beginning} {}", ends.join(" ")));
        }
        texts.join(",")
    }

    /// The tokens of a text in its order.
    pub fn tokens(&self, text: &str) -> Vec<Token> {
        tokens(text, |word| (self.of_folded(word), is_stop(word)))
    }

    /// The term of one word, in any letters; empty when there is no word.
    pub fn term(&self, word: &str) -> String {
        self.of_folded(&folded(word))
    }

    fn of_folded(&self, word: &str) -> String {
        match self.exceptions.get(word) {
            Some(term) => term.clone(),
            None => stem(word),
        }
    }
}

/// An analyzer that remembers the words it has seen, for whoever reads many texts. One per thread.
pub struct Cached<'a> {
    analyzer: &'a Analyzer,
    /// Folded word → term, and whether it is a stop word.
    known: HashMap<String, (String, bool)>,
}

impl<'a> Cached<'a> {
    /// Nothing is remembered yet.
    pub fn new(analyzer: &'a Analyzer) -> Self {
        Self {
            analyzer,
            known: HashMap::new(),
        }
    }

    /// The same as [`Analyzer::tokens`].
    pub fn tokens(&mut self, text: &str) -> Vec<Token> {
        tokens(text, |word| {
            if let Some(known) = self.known.get(word) {
                return known.clone();
            }
            let found = (self.analyzer.of_folded(word), is_stop(word));
            self.known.insert(word.to_owned(), found.clone());
            found
        })
    }
}

/// The letters that sorted words begin with, all of them.
fn common_beginning<'a>(sorted: &[&'a str]) -> &'a str {
    let (Some(first), Some(last)) = (sorted.first(), sorted.last()) else {
        return "";
    };
    let equal = first.chars().zip(last.chars()).take_while(|(a, b)| a == b);
    &first[..equal.map(|(a, _)| a.len_utf8()).sum()]
}

fn folded(word: &str) -> String {
    words(word).into_iter().map(|word| word.text).collect()
}

/// `look_up` gives the term of a folded word, and whether it is a stop word.
fn tokens(text: &str, mut look_up: impl FnMut(&str) -> (String, bool)) -> Vec<Token> {
    let words = words(text);
    let mut tokens = Vec::with_capacity(words.len());
    for (at, word) in words.iter().enumerate() {
        let (term, stop) = look_up(&word.text);
        tokens.push(Token {
            term,
            at,
            start: word.start,
            end: word.end,
            stop,
        });
        let next = words.get(at + 1);
        if let Some(next) = next.filter(|next| makes_number_of_act(word, next, text)) {
            tokens.push(Token {
                term: format!("{}{}", word.text, next.text),
                at,
                start: word.start,
                end: next.end,
                stop: false,
            });
        }
    }
    tokens
}

/// «114-од», «114- од», «76-О», «114од»: digits with at most three letters right after them or behind a hyphen. Not
/// «2023 - для», «2023 г» and the like.
fn makes_number_of_act(digits: &Word, letters: &Word, text: &str) -> bool {
    let short = letters.text.chars().count();
    digits.is_number()
        && !letters.is_number()
        && short <= 3
        && (short == 1 || !is_stop(&letters.text))
        && !matches!(letters.text.as_str(), "г" | "гг")
        && text
            .get(digits.end..letters.start)
            .is_some_and(|between| matches!(between.trim(), "" | "-" | "‐" | "‑" | "–"))
        && (digits.end == letters.start
            || text[digits.end..letters.start].contains(['-', '‐', '‑', '–']))
}
