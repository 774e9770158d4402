//! A query → concepts: what must stand in a document, each a word, a number or a date.

use jiff::civil::Date;

use crate::search::analysis::{Analyzer, Token, dates, words};

/// Queries are read up to this many letters.
pub const LONGEST: usize = 200;

/// One thing that is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Concept {
    /// Number of its word in the query.
    pub at: usize,
    /// The word as it was typed, folded; of a date all its words.
    pub word: String,
    /// Terms that stand for it, any of which will do.
    pub terms: Vec<String>,
    /// Terms of a date, which come before the words.
    pub dates: Vec<String>,
    /// The word is the last one and may be half typed.
    pub open: bool,
    /// Number of the quotation it stands in, from 1; 0 for none.
    pub quote: usize,
}

/// The query without what cannot be understood anyway: at most [`LONGEST`] letters.
pub fn shortened(query: &str) -> &str {
    match query.char_indices().nth(LONGEST) {
        Some((end, _)) => query.get(..end).unwrap_or_default(),
        None => query,
    }
}

/// Concepts of a query, in its order.
pub fn concepts(query: &str, analyzer: &Analyzer, today: Date) -> Vec<Concept> {
    let tokens = analyzer.tokens(query);
    let spoken = words(query);
    let dates = dates(query, today);
    let quotes = quotes(query);
    let open = !query.ends_with(|c: char| c.is_whitespace() || matches!(c, '"' | '»' | '“' | '.'));
    let last = tokens.iter().map(|token| token.at).max();
    let all_stop = tokens.iter().all(|token| token.stop);
    let mut concepts: Vec<Concept> = Vec::new();
    for token in &tokens {
        let date = dates
            .iter()
            .find(|date| (date.from..=date.to).contains(&token.at));
        let at = date.map_or(token.at, |date| date.from);
        if date.is_none() && token.stop && !all_stop {
            continue;
        }
        if let Some(same) = concepts.iter_mut().find(|concept| concept.at == at) {
            // A number of an act joined with its letters, or a further word of a date.
            if date.is_none() {
                same.terms.insert(0, token.term.clone());
            }
            continue;
        }
        let word = match date {
            Some(date) => date.words.clone(),
            None => spoken
                .get(at)
                .map(|word| word.text.clone())
                .unwrap_or_default(),
        };
        let one_word = date.is_none_or(|date| date.from == date.to);
        concepts.push(Concept {
            at,
            word,
            terms: if one_word {
                vec![token.term.clone()]
            } else {
                Vec::new()
            },
            dates: date.map(|date| date.tokens.clone()).unwrap_or_default(),
            open: open && Some(token.at) == last,
            quote: quote_of(&quotes, token),
        });
    }
    concepts
}

/// The words of a date as concepts of their own, for a date no document has.
pub fn words_of_date(date: &Concept, analyzer: &Analyzer) -> Vec<Concept> {
    let tokens = analyzer.tokens(&date.word);
    tokens
        .into_iter()
        .filter(|token| !token.stop)
        .map(|token| Concept {
            at: date.at + token.at,
            word: token.term.clone(),
            terms: vec![token.term],
            quote: date.quote,
            ..Concept::default()
        })
        .collect()
}

/// Quotations: first and last byte of what stands between the marks.
fn quotes(query: &str) -> Vec<(usize, usize)> {
    let mut quotes = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, c) in query.char_indices() {
        match open {
            Some((start, end)) if c == end => {
                quotes.push((start, at));
                open = None;
            }
            None => {
                let end = match c {
                    '"' => '"',
                    '«' => '»',
                    '„' => '“',
                    '“' => '”',
                    _ => continue,
                };
                open = Some((at + c.len_utf8(), end));
            }
            Some(_) => {}
        }
    }
    quotes
}

fn quote_of(quotes: &[(usize, usize)], token: &Token) -> usize {
    quotes
        .iter()
        .position(|(start, end)| (*start..*end).contains(&token.start))
        .map_or(0, |index| index + 1)
}
