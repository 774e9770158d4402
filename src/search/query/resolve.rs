//! Which words of the index stand for a concept: the word itself, words that begin so, words one slip away.

use crate::search::analysis::{near, skeleton};
use crate::search::query::parse::Concept;
use crate::search::query::shelf::{Known, Shelf};

/// Words that a half-typed one may become.
const MOST_ENDINGS: usize = 24;
/// Words that a mistyped one may have been.
const MOST_SLIPS: usize = 3;
/// A half-typed word is rather the beginning of longer ones when they are more common.
const OUTWEIGHED: usize = 1;
/// Words of the same root.
const MOST_KIN: usize = 8;
/// Files read for one half-typed word.
const MOST_FILES: usize = 3;
/// Shorter words are not taken for mistyped.
const SHORTEST_SLIP: usize = 5;

/// How a concept was understood.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum How {
    /// As it was typed.
    #[default]
    Exact,
    /// As the beginning of longer words.
    Beginning,
    /// As a slip of the finger.
    Slip,
    /// By its first letters only.
    Shortened,
    /// Not at all.
    Unknown,
}

/// A concept with the words of the index that stand for it.
#[derive(Debug, Clone, Default)]
pub struct Resolved {
    /// The concept.
    pub concept: Concept,
    /// Words with their share of worth, 0 to 1.
    pub words: Vec<(Known, f64)>,
    /// Words of the same root: they count beside others, or when the word itself is rare.
    pub kin: Vec<Known>,
    /// How it was understood.
    pub how: How,
}

/// How a concept was understood, and the words with their share of worth.
type Found = (How, Vec<(Known, f64)>);

/// Understands a concept. With `literal` only words as they were typed count.
pub fn resolve(shelf: &Shelf<'_>, concept: &Concept, literal: bool) -> Resolved {
    let mut resolved = Resolved {
        concept: concept.clone(),
        ..Resolved::default()
    };
    let exact = concept.dates.iter().chain(&concept.terms);
    resolved.words = exact
        .filter_map(|term| Some((shelf.word(term)?, 1.0)))
        .collect();
    let term = concept.terms.last().map_or("", String::as_str);
    let cut_short = concept.open && term != concept.word;
    if literal {
        if resolved.words.is_empty() {
            resolved.how = How::Unknown;
        }
        return resolved;
    }
    if !resolved.words.is_empty() {
        if concept.open {
            let longer = endings(shelf, &concept.word, 0.8);
            let bulk =
                |words: &[(Known, f64)]| words.iter().map(|(known, _)| known.bulk).sum::<usize>();
            // «родит» is a form of «род» and the beginning of «родитель», «психол» is hardly a word of its own.
            if cut_short || bulk(&longer) > OUTWEIGHED * bulk(&resolved.words) {
                let known: Vec<String> = resolved
                    .words
                    .iter()
                    .map(|(known, _)| known.term.clone())
                    .collect();
                resolved.words.extend(
                    longer
                        .into_iter()
                        .filter(|(longer, _)| !known.contains(&longer.term)),
                );
            }
        }
        resolved.kin = kin(shelf, concept, &resolved.words);
        return resolved;
    }
    if is_number(&concept.word) || concept.word.is_empty() {
        resolved.how = How::Unknown;
        return resolved;
    }
    let beginning = || (How::Beginning, endings(shelf, &concept.word, 0.85));
    let slip = || (How::Slip, slips(shelf, term, &concept.word));
    let ways: [&dyn Fn() -> Found; 2] = if concept.open {
        [&beginning, &slip]
    } else {
        [&slip, &beginning]
    };
    for (how, words) in ways.iter().map(|find| find()) {
        if !words.is_empty() {
            resolved.how = how;
            if how == How::Beginning {
                resolved.kin = kin(shelf, concept, &words);
            }
            resolved.words = words;
            return resolved;
        }
    }
    let letters = concept.word.chars().count();
    for cut in 1..=3 {
        if letters < cut + 4 {
            break;
        }
        let start: String = concept.word.chars().take(letters - cut).collect();
        let words = endings(shelf, &start, 0.5);
        if !words.is_empty() {
            resolved.how = How::Shortened;
            resolved.words = words;
            return resolved;
        }
    }
    resolved.how = How::Unknown;
    resolved
}

fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

fn endings(shelf: &Shelf<'_>, start: &str, share: f64) -> Vec<(Known, f64)> {
    if start.chars().count() < 2 || is_number(start) {
        return Vec::new();
    }
    let words = shelf.words_like(&skeleton(start), MOST_FILES, &|term| {
        term.starts_with(start)
    });
    common_first(words, MOST_ENDINGS, share)
}

/// Words of the same root, as far as equal first letters tell, and other spellings of the word: «наставничество» beside
/// «наставник», «агоробизнес» of a document beside «агробизнес». Only those that lie in the same file and whose lists lie
/// there too: they are worth no further request.
fn kin(shelf: &Shelf<'_>, concept: &Concept, words: &[(Known, f64)]) -> Vec<Known> {
    let term = concept.terms.last().map_or("", String::as_str);
    let letters = term.chars().count();
    if letters < SHORTEST_SLIP || is_number(term) || term.starts_with('@') {
        return Vec::new();
    }
    let root = first(term, SHORTEST_SLIP.max(letters - 2));
    let typed = concept.word.chars().count();
    let alike = |other: &str| {
        other.starts_with(&root)
            || near(term, other)
            || concept.open && near(&concept.word, &first(other, typed + 1))
    };
    let found = shelf.words_like(&skeleton(term), 1, &|other| {
        !words.iter().any(|(known, _)| known.term == other) && alike(other)
    });
    let near = found.into_iter().filter(Known::is_at_hand);
    common_first(near.collect(), MOST_KIN, 1.0)
        .into_iter()
        .map(|(known, _)| known)
        .collect()
}

/// Words one edit away from the stem or from the word as it was typed. A slip in the first letters leads to another file:
/// three are tried besides.
fn slips(shelf: &Shelf<'_>, term: &str, word: &str) -> Vec<(Known, f64)> {
    if word.chars().count() < SHORTEST_SLIP {
        return Vec::new();
    }
    let letters: Vec<char> = term.chars().collect();
    let like = |other: &str| {
        let count = other.chars().count();
        count + 1 >= SHORTEST_SLIP
            && (near(term, other)
                || near(word, other)
                || count >= SHORTEST_SLIP
                    && count + 1 >= letters.len()
                    && near(&first(word, count), other))
    };
    let mut starts = vec![term.to_owned()];
    if let [first, second, third, rest @ ..] = letters.as_slice() {
        let rest: String = rest.iter().collect();
        starts.push(format!("{second}{third}{rest}"));
        starts.push(format!("{second}{first}{third}{rest}"));
        starts.push(format!("{first}{third}{rest}"));
        starts.push(format!("{first}{third}{second}{rest}"));
    }
    for start in starts {
        let key: String = skeleton(&start).chars().take(3).collect();
        let words = shelf.words_like(&key, 2, &|other| !other.starts_with('@') && like(other));
        if !words.is_empty() {
            return common_first(words, MOST_SLIPS, 0.75);
        }
    }
    Vec::new()
}

/// The first letters of a word.
fn first(word: &str, count: usize) -> String {
    word.chars().take(count).collect()
}

fn common_first(mut words: Vec<Known>, most: usize, share: f64) -> Vec<(Known, f64)> {
    words.sort_by(|a, b| b.bulk.cmp(&a.bulk).then_with(|| a.term.cmp(&b.term)));
    words.truncate(most);
    words.into_iter().map(|word| (word, share)).collect()
}
