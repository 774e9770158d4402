//! Of which texts the documents of a region consist.
//!
//! Numbers as in [`bytes`]: how many shapes, and of each how many runs of fields with field and length; how many texts, then
//! the counted words of each, then the places of each; how many documents, and of each its kind and freshness, its shape,
//! and its texts: 0 for the text that the last document with such a field had there last, 1 for the next new one, else how
//! far back the text is plus 1.

use rustc_hash::FxHashMap;

use crate::search::document::Kind;
use crate::search::index::bytes::{self, Bytes};

/// Number of the field of dates, after those of [`crate::search::document::Field`].
pub const DATES: u32 = 10;
/// How many fields there are with dates.
const FIELDS: usize = DATES as usize + 1;

/// How long a text is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Length {
    /// Words that count.
    pub words: u32,
    /// Places that it takes, those of words that do not count with them.
    pub places: u32,
}

/// Documents in the making.
#[derive(Default)]
pub struct Table {
    shapes: FxHashMap<Vec<u32>, u32>,
    /// The shapes by number.
    written_shapes: Vec<u8>,
    documents: Vec<u8>,
    /// Texts of all documents, one after another, and where those of each end.
    texts: Vec<u32>,
    ends: Vec<u32>,
    /// The last text of each field.
    last: [u32; FIELDS],
    /// The number that the next new text has.
    next: u32,
    /// Fields of the document being added.
    fields: Vec<u32>,
}

/// A document being added.
pub struct Adding<'t> {
    table: &'t mut Table,
    head: u32,
    from: usize,
}

impl Adding<'_> {
    /// The next text of the document.
    pub fn add(&mut self, field: u32, text: u32) {
        self.table.fields.push(field);
        self.table.texts.push(text);
    }

    /// Nothing follows.
    pub fn finish(self) {
        let table = self.table;
        let next_shape = table.shapes.len() as u32;
        let shape = match table.shapes.get(&table.fields) {
            Some(shape) => *shape,
            None => {
                table.shapes.insert(table.fields.clone(), next_shape);
                let runs = table.fields.chunk_by(|a, b| a == b);
                bytes::push(&mut table.written_shapes, runs.clone().count() as u32);
                for run in runs {
                    bytes::push(&mut table.written_shapes, run[0]);
                    bytes::push(&mut table.written_shapes, run.len() as u32);
                }
                next_shape
            }
        };
        bytes::push(&mut table.documents, self.head);
        bytes::push(&mut table.documents, shape);
        for (field, text) in table.fields.iter().zip(&table.texts[self.from..]) {
            let last = &mut table.last[*field as usize];
            let code = if *text == table.next {
                table.next += 1;
                1
            } else if *text == *last {
                0
            } else {
                table.next - *text + 1
            };
            *last = *text;
            bytes::push(&mut table.documents, code);
        }
        table.ends.push(table.texts.len() as u32);
        table.fields.clear();
    }
}

impl Table {
    /// Begins a document; `fresh` is 2 for the newest year, 1 for the one before, else 0.
    pub fn document(&mut self, kind: Kind, fresh: u32) -> Adding<'_> {
        Adding {
            head: kind as u32 * 3 + fresh,
            from: self.texts.len(),
            table: self,
        }
    }

    /// How many documents there are.
    pub fn count(&self) -> u32 {
        self.ends.len() as u32
    }

    /// The table as bytes.
    pub fn written(&self, lengths: &[Length]) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.documents.len() + 2 * lengths.len() + 64);
        bytes::push(&mut out, self.shapes.len() as u32);
        out.extend_from_slice(&self.written_shapes);
        bytes::push(&mut out, lengths.len() as u32);
        for length in lengths {
            bytes::push(&mut out, length.words);
        }
        for length in lengths {
            bytes::push(&mut out, length.places);
        }
        bytes::push(&mut out, self.count());
        out.extend_from_slice(&self.documents);
        out
    }

    /// Documents of each of so many texts.
    pub fn by_text(&self, texts: usize) -> ByText {
        let documents = self.ends.iter().scan(0, |from, end| {
            let range = *from as usize..*end as usize;
            *from = *end;
            Some(&self.texts[range])
        });
        ByText::new(documents, texts)
    }
}

/// Documents by text, ascending; one that holds a text twice stands there twice.
pub struct ByText {
    /// How many documents there are.
    count: usize,
    starts: Vec<u32>,
    documents: Vec<u32>,
}

impl ByText {
    fn new<'t>(texts_of: impl Iterator<Item = &'t [u32]> + Clone, texts: usize) -> ByText {
        let mut starts = vec![0_u32; texts + 1];
        for text in texts_of.clone().flatten() {
            starts[*text as usize + 1] += 1;
        }
        for text in 0..texts {
            starts[text + 1] += starts[text];
        }
        let mut free = starts.clone();
        let mut documents = vec![0; *starts.last().unwrap_or(&0) as usize];
        let mut count = 0;
        for (document, texts) in texts_of.enumerate() {
            count += 1;
            for text in texts {
                let at = &mut free[*text as usize];
                documents[*at as usize] = document as u32;
                *at += 1;
            }
        }
        ByText {
            count,
            starts,
            documents,
        }
    }

    /// How many documents there are.
    pub fn documents(&self) -> usize {
        self.count
    }

    /// The documents of a text; none for a number that no text has.
    pub fn of(&self, text: u32) -> &[u32] {
        let text = text as usize;
        let bounds = self.starts.get(text).zip(self.starts.get(text + 1));
        let range = bounds.map(|(from, end)| *from as usize..*end as usize);
        range
            .and_then(|range| self.documents.get(range))
            .unwrap_or_default()
    }
}

/// A table as it is read.
pub struct Read {
    lengths: Vec<Length>,
    documents: Vec<Document>,
    by_text: ByText,
}

/// A document of a table.
pub struct Document {
    /// Place of its kind in [`Kind::ALL`] as declared.
    pub kind: u32,
    /// 2 for the newest year, 1 for the one before, else 0.
    pub fresh: u32,
    /// Its texts: field and number.
    pub texts: Vec<(u32, u32)>,
}

impl Read {
    /// Reads what [`Table::written`] wrote.
    pub fn new(bytes: &[u8]) -> Read {
        let mut bytes = Bytes::new(bytes);
        let shapes: Vec<Vec<u32>> = (0..bytes.number())
            .map(|_| {
                let runs = (0..bytes.number()).map(|_| (bytes.number(), bytes.number()));
                let runs: Vec<(u32, u32)> = runs.collect();
                let fields = runs
                    .into_iter()
                    .flat_map(|(field, times)| (0..times).map(move |_| field));
                fields.collect()
            })
            .collect();
        let count = bytes.number();
        let mut lengths: Vec<Length> = (0..count)
            .map(|_| Length {
                words: bytes.number(),
                places: 0,
            })
            .collect();
        for length in &mut lengths {
            length.places = bytes.number();
        }
        let mut last = [0; FIELDS];
        let mut next = 0;
        let documents: Vec<Document> = (0..bytes.number())
            .map(|_| {
                let head = bytes.number();
                let shape = shapes.get(bytes.number() as usize);
                let texts = shape.into_iter().flatten().map(|field| {
                    let text = match bytes.number() {
                        0 => last[*field as usize % FIELDS],
                        1 => {
                            next += 1;
                            next - 1
                        }
                        back => next + 1 - back,
                    };
                    last[*field as usize % FIELDS] = text;
                    (*field, text)
                });
                Document {
                    texts: texts.collect(),
                    kind: head / 3,
                    fresh: head % 3,
                }
            })
            .collect();
        let texts: Vec<Vec<u32>> = documents
            .iter()
            .map(|one| one.texts.iter().map(|text| text.1).collect())
            .collect();
        let by_text = ByText::new(texts.iter().map(Vec::as_slice), lengths.len());
        Read {
            lengths,
            documents,
            by_text,
        }
    }

    /// The documents that hold any of some texts, in order, each once.
    pub fn with(&self, texts: impl Iterator<Item = u32>) -> Vec<(u32, &Document)> {
        let mut numbers: Vec<u32> = texts
            .flat_map(|text| self.by_text.of(text).iter().copied())
            .collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
            .into_iter()
            .filter_map(|number| Some((number, self.documents.get(number as usize)?)))
            .collect()
    }

    /// How long a text is.
    pub fn length(&self, text: u32) -> Length {
        self.lengths.get(text as usize).copied().unwrap_or_default()
    }
}
