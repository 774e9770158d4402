//! The analyzer: words and stems put together, with the exceptions of the portal's vocabulary.

use super::stem::stem;
use super::stop::is_stop;
use super::terms::{TermAt, TermNumber, Terms};
use super::words::{Word, each_word, words};
use crate::text::print::Print;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

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
    exceptions: FxHashMap<String, String>,
}

impl Analyzer {
    /// An analyzer that knows these groups of forms, each a word in the forms that the rule does not join. All forms of
    /// a group get the term of its first word. If the first word begins with «=», the forms are kept apart from words
    /// that look alike: their term is that word itself, unstemmed. A form of two groups belongs to the first.
    pub fn new<G: AsRef<[S]>, S: AsRef<str>>(groups: &[G]) -> Self {
        let mut exceptions = FxHashMap::default();
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
        let mut tokens = Vec::with_capacity(text.len() / 12 + 1);
        each_term(text, |term| {
            let (name, stop) = match term.written {
                Written::Word(word) => (self.of_folded(word), is_stop(word)),
                Written::Joined(digits, letters) => (format!("{digits}{letters}"), false),
            };
            tokens.push(Token {
                term: name,
                at: term.at,
                start: term.start,
                end: term.end,
                stop,
            });
        });
        tokens
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
    terms: Terms,
    /// Folded word → term, and whether it is a stop word. Only ever looked up, so its order reaches nothing.
    known: FxHashMap<Print, (TermNumber, bool)>,
}

impl<'a> Cached<'a> {
    /// No word is remembered yet; `terms` keep their numbers.
    pub fn new(analyzer: &'a Analyzer, terms: Terms) -> Self {
        Self {
            analyzer,
            terms,
            known: FxHashMap::default(),
        }
    }

    /// The same as [`Analyzer::tokens`], in numbers.
    pub fn terms_of(&mut self, text: &str) -> Vec<TermAt> {
        let mut found = Vec::with_capacity(text.len() / 12 + 1);
        each_term(text, |term| {
            let (number, stop) = match term.written {
                Written::Word(word) => self.of_folded(word),
                Written::Joined(digits, letters) => {
                    (self.terms.number(&format!("{digits}{letters}")), false)
                }
            };
            found.push(TermAt {
                term: number,
                at: term.at as u32,
                stop,
            });
        });
        found
    }

    /// The terms seen so far.
    pub fn terms(&self) -> &Terms {
        &self.terms
    }

    /// The number of a term that is no word of a text.
    pub fn number(&mut self, term: &str) -> TermNumber {
        self.terms.number(term)
    }

    fn of_folded(&mut self, word: &str) -> (TermNumber, bool) {
        let print = Print::of(word);
        if let Some(known) = self.known.get(&print) {
            return *known;
        }
        let term = self.analyzer.of_folded(word);
        let found = (self.terms.number(&term), is_stop(word));
        self.known.insert(print, found);
        found
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

/// What becomes a term.
struct Found<'w> {
    written: Written<'w>,
    at: usize,
    start: usize,
    end: usize,
}

enum Written<'w> {
    /// A folded word.
    Word(&'w str),
    /// Digits and letters of the number of an act.
    Joined(&'w str, &'w str),
}

/// Hands over each word of a text, and behind digits the number of an act that they make with the next word.
fn each_term(text: &str, mut found: impl FnMut(Found<'_>)) {
    let mut at = 0;
    // The last word when it is a number, which the next one may complete.
    let mut digits = Word::default();
    each_word(text, |word| {
        if makes_number_of_act(&digits, word, text) {
            found(Found {
                written: Written::Joined(&digits.text, &word.text),
                at: at - 1,
                start: digits.start,
                end: word.end,
            });
        }
        found(Found {
            written: Written::Word(&word.text),
            at,
            start: word.start,
            end: word.end,
        });
        if word.is_number() {
            digits = word.clone();
        } else {
            digits.text.clear();
        }
        at += 1;
    });
}

/// «114-од», «114- од», «76-О», «114од»: digits with at most three letters right after them or behind a hyphen. Not
/// «2023 - для», «2023 г» and the like.
fn makes_number_of_act(digits: &Word, letters: &Word, text: &str) -> bool {
    if !digits.is_number() || letters.is_number() {
        return false;
    }
    let short = letters.text.chars().count();
    short <= 3
        && (short == 1 || !is_stop(&letters.text))
        && !matches!(letters.text.as_str(), "г" | "гг")
        && text
            .get(digits.end..letters.start)
            .is_some_and(|between| matches!(between.trim(), "" | "-" | "‐" | "‑" | "–"))
        && (digits.end == letters.start
            || text[digits.end..letters.start].contains(['-', '‐', '‑', '–']))
}
