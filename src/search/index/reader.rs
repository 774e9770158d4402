//! Documents → words with their worth. Texts repeat much: a place stands in every document of its municipality, a measure
//! is copied from year to year and from neighbour to neighbour. Each text is therefore read once and remembered.

use std::collections::HashMap;
use std::rc::Rc;

use crate::model::id::TerritoryPath;
use crate::search::analysis::{Analyzer, Cached};
use crate::search::document::{Document, Field};
use crate::search::index::postings::{Posting, Stands};
use crate::search::index::weights;
use crate::search::vocabulary::{Expansions, Strength};

/// Places of a word kept in a document: the first ones are enough to see neighbours.
const PLACES: usize = 4;
/// Words between two fields, so that the end of one and the start of the next are no neighbours.
const FIELD_GAP: u32 = 4;
/// The farthest place that is kept.
const FAR: u32 = 2000;
/// Texts remembered at a time.
const REMEMBERED: usize = 20_000;

/// Number of a term, as long as its reader lives.
pub type TermNumber = u32;

/// Reads documents; one for each thread.
pub struct Reader<'a> {
    analyzer: Cached<'a>,
    expansions: &'a Expansions,
    numbers: HashMap<String, TermNumber>,
    terms: Vec<Rc<str>>,
    /// Texts by territory, when the vocabulary knows words of that territory alone, and by whether they are expanded widely.
    texts: HashMap<(Option<TerritoryPath>, bool), HashMap<String, Rc<Text>>>,
    remembered: usize,
    /// Phrases of the vocabulary as terms, by where the vocabulary keeps them.
    known_phrases: HashMap<*const String, usize>,
    phrases: Vec<Vec<TermNumber>>,
}

/// A text as its terms.
struct Text {
    /// Terms that count, with the number of their word.
    words: Vec<(TermNumber, u32)>,
    /// Number of words.
    end: u32,
    /// Phrases the text is found by beside its own words, as numbers in [`Reader::phrases`].
    added: Vec<(usize, Strength)>,
}

/// A word somewhere in a document.
struct Occurrence {
    term: TermNumber,
    place: u32,
    /// Field it stands in; none for a word that was added.
    field: Option<Field>,
    /// Worth of an added word.
    worth: f64,
    stands: Stands,
}

impl<'a> Reader<'a> {
    /// Nothing is remembered yet.
    pub fn new(analyzer: &'a Analyzer, expansions: &'a Expansions) -> Reader<'a> {
        Reader {
            analyzer: Cached::new(analyzer),
            expansions,
            numbers: HashMap::new(),
            terms: Vec::new(),
            texts: HashMap::new(),
            remembered: 0,
            known_phrases: HashMap::new(),
            phrases: Vec::new(),
        }
    }

    /// A term by its number.
    pub fn term(&self, number: TermNumber) -> &Rc<str> {
        &self.terms[number as usize]
    }

    /// The words of a document, in the order of their numbers.
    pub fn words(
        &mut self,
        document: &Document,
        territory: Option<&TerritoryPath>,
    ) -> Vec<(TermNumber, Posting)> {
        let mut occurrences = Vec::with_capacity(160);
        let mut lengths = Lengths::default();
        let mut added: Vec<(Rc<Text>, Field)> = Vec::new();
        let mut start = 0;
        for (field, text) in &document.fields {
            let text = self.text(text, *field, territory);
            lengths.add(*field, text.words.len());
            occurrences.extend(text.words.iter().map(|(term, at)| Occurrence {
                term: *term,
                place: (start + at).min(FAR),
                field: Some(*field),
                worth: 0.0,
                stands: Stands::Itself,
            }));
            start += text.end + FIELD_GAP;
            if !text.added.is_empty() {
                added.push((text, *field));
            }
        }
        self.add_phrases(&mut occurrences, &added, start + 2 * FIELD_GAP);
        for date in &document.dates {
            occurrences.push(Occurrence {
                term: self.number(date),
                place: FAR + 1,
                field: None,
                worth: weights::DATE,
                stands: Stands::Itself,
            });
        }
        // Words stay in the order of their places: a stable sort.
        occurrences.sort_by_key(|occurrence| occurrence.term);
        let factor = weights::kind(document.kind);
        occurrences
            .chunk_by(|a, b| a.term == b.term)
            .filter_map(|same| Some((same.first()?.term, posting(same, &lengths, factor))))
            .collect()
    }

    fn text(&mut self, text: &str, field: Field, territory: Option<&TerritoryPath>) -> Rc<Text> {
        let scope = territory
            .filter(|path| self.expansions.knows(path))
            .cloned();
        let key = (scope, is_expanded(field));
        if let Some(known) = self.texts.get(&key).and_then(|texts| texts.get(text)) {
            return Rc::clone(known);
        }
        let read = Rc::new(self.read(text, is_expanded(field), territory));
        if self.remembered >= REMEMBERED {
            self.texts.clear();
            self.remembered = 0;
        }
        self.remembered += 1;
        let texts = self.texts.entry(key).or_default();
        texts.insert(text.to_owned(), Rc::clone(&read));
        read
    }

    fn read(&mut self, text: &str, expanded: bool, territory: Option<&TerritoryPath>) -> Text {
        let tokens = self.analyzer.tokens(text);
        let added = if expanded {
            self.expansions.of(territory, &tokens)
        } else {
            self.expansions.equal_to(territory, &tokens)
        };
        Text {
            end: tokens.last().map_or(0, |token| token.at as u32 + 1),
            words: tokens
                .iter()
                .filter(|token| !token.stop)
                .map(|token| (self.number(&token.term), token.at as u32))
                .collect(),
            added: added
                .iter()
                .map(|phrase| (self.phrase(phrase.terms), phrase.strength))
                .collect(),
        }
    }

    fn number(&mut self, term: &str) -> TermNumber {
        if let Some(number) = self.numbers.get(term) {
            return *number;
        }
        let number = self.terms.len() as TermNumber;
        self.terms.push(Rc::from(term));
        self.numbers.insert(term.to_owned(), number);
        number
    }

    /// Phrases that the document is found by stand after its end, the words of each side by side.
    fn add_phrases(
        &self,
        occurrences: &mut Vec<Occurrence>,
        texts: &[(Rc<Text>, Field)],
        mut start: u32,
    ) {
        let mut seen: Vec<usize> = Vec::new();
        for (text, field) in texts {
            let (weight, _) = weights::field(*field);
            for (phrase, strength) in &text.added {
                if seen.contains(phrase) {
                    continue;
                }
                seen.push(*phrase);
                let terms = &self.phrases[*phrase];
                let stands = match (strength, terms.len()) {
                    (Strength::Strong, _) => Stands::Itself,
                    (Strength::Company, 1) => Stands::Meaning,
                    (Strength::Company, _) => Stands::Phrase,
                };
                occurrences.extend(terms.iter().enumerate().map(|(at, term)| Occurrence {
                    term: *term,
                    place: (start + at as u32).min(FAR),
                    field: None,
                    worth: weight * weights::EXPANDED,
                    stands,
                }));
                start += terms.len() as u32 + FIELD_GAP;
            }
        }
    }

    /// The number of a phrase; equal phrases of different rules have one number.
    fn phrase(&mut self, terms: &[String]) -> usize {
        if let Some(known) = self.known_phrases.get(&terms.as_ptr()) {
            return *known;
        }
        let numbers: Vec<TermNumber> = terms.iter().map(|term| self.number(term)).collect();
        let same = self.phrases.iter().position(|phrase| *phrase == numbers);
        let number = same.unwrap_or(self.phrases.len());
        if same.is_none() {
            self.phrases.push(numbers);
        }
        self.known_phrases.insert(terms.as_ptr(), number);
        number
    }
}

/// Who answers and where: such texts stand in every second measure, so what they mean in other words tells nothing apart.
fn is_expanded(field: Field) -> bool {
    !matches!(
        field,
        Field::Responsible | Field::Section | Field::Place | Field::Deadline
    )
}

/// One word of a document from all its occurrences. The title of the section a measure stands in is not the measure's own.
fn posting(same: &[Occurrence], lengths: &Lengths, factor: f64) -> Posting {
    let mut own = 0.0;
    let mut added: f64 = 0.0;
    let mut stands = Stands::Phrase;
    let mut places: Vec<u32> = Vec::with_capacity(PLACES);
    let mut times = Lengths::default();
    for one in same {
        added = added.max(one.worth);
        if let Some(field) = one.field {
            times.add(field, 1);
        }
        stands = stands.min(match one.field {
            Some(Field::Section) => Stands::Meaning,
            _ => one.stands,
        });
        let most = if one.field.is_some() {
            PLACES
        } else {
            2 * PLACES
        };
        if places.len() < most && !places.contains(&one.place) {
            places.push(one.place);
        }
    }
    for (field, count) in times.0 {
        own += weights::occurrences(field, count, lengths.of(field));
    }
    places.sort_unstable();
    Posting {
        level: weights::level(own.max(added) * factor),
        stands,
        places,
    }
}

/// A number for each field.
#[derive(Default)]
struct Lengths(Vec<(Field, u32)>);

impl Lengths {
    fn add(&mut self, field: Field, count: usize) {
        match self.0.iter_mut().find(|(known, _)| *known == field) {
            Some((_, sum)) => *sum += count as u32,
            None => self.0.push((field, count as u32)),
        }
    }

    fn of(&self, field: Field) -> u32 {
        self.0
            .iter()
            .find(|(known, _)| *known == field)
            .map_or(0, |(_, sum)| *sum)
    }
}
