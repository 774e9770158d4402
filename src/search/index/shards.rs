//! Words cut into files. A file holds the words whose key begins with one of a few neighbouring beginnings; a beginning is
//! cut finer only where its words outgrow a file, so a new word moves no word of another file.

use std::ops::Range;
use std::sync::Arc;

use serde::Serialize;

use crate::search::index::postings::List;

/// A word with its documents.
#[derive(Debug, Clone, Default)]
pub struct Word {
    /// Key by which words are sorted and cut: similar sounds have equal keys.
    pub key: String,
    /// The term.
    pub term: Arc<str>,
    /// Documents of this part of the index.
    pub list: List,
    /// Regions with the word and how many of their documents hold it; only in the index of the whole country.
    pub regions: Vec<(u32, u32)>,
    /// What is said of everyday phrases with this word when they are understood: terms of the phrase, and the words.
    pub shown: Vec<(String, String)>,
}

/// How a word stands in a file: mostly its list alone.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// The list.
    List(String),
    /// More than a list.
    Full {
        /// The list, when it is short.
        #[serde(skip_serializing_if = "String::is_empty")]
        p: String,
        /// Number of documents in the list that lies elsewhere.
        #[serde(skip_serializing_if = "is_zero")]
        n: u32,
        /// File of a long list.
        #[serde(skip_serializing_if = "String::is_empty")]
        f: String,
        /// Regions: distance and count, one after another.
        #[serde(skip_serializing_if = "String::is_empty")]
        r: String,
        /// What is said of everyday phrases: terms, words.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        s: Vec<(String, String)>,
    },
}

fn is_zero(number: &u32) -> bool {
    *number == 0
}

/// One file of words.
#[derive(Debug, Clone, Default)]
pub struct Shard {
    /// Smallest key that belongs here.
    pub from: String,
    /// Content: term, value, term, value …
    pub text: String,
    /// Long lists.
    pub long: Vec<Long>,
}

/// A list in a file of its own.
#[derive(Debug, Clone)]
pub struct Long {
    /// Its word.
    pub term: String,
    /// Name of the file.
    pub name: String,
    /// Content.
    pub text: String,
}

/// Cuts words, sorted by key and term, into files that grow to about so many bytes; a longer list gets a file of its own.
/// `name` gives a file of some text its name.
pub fn cut(words: &[Word], size: Size, name: &dyn Fn(&str) -> String) -> Vec<Shard> {
    let entries: Vec<Entry<'_>> = words.iter().map(|word| entry(word, size, name)).collect();
    let sizes: Vec<(&str, usize)> = entries
        .iter()
        .map(|entry| (entry.key, entry.text.len()))
        .collect();
    let cuts = ranges(&sizes, size.full).into_iter();
    cuts.filter_map(|range| shard(&entries[range])).collect()
}

/// How large files become.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// A file of words grows to about this many bytes before compression.
    pub full: usize,
    /// A list longer than this gets a file of its own: other words of the file shall not pay for it.
    pub long: usize,
}

struct Entry<'a> {
    key: &'a str,
    text: String,
    long: Option<Long>,
}

fn entry<'a>(word: &'a Word, size: Size, name: &dyn Fn(&str) -> String) -> Entry<'a> {
    let list = word.list.text();
    let regions = regions(&word.regions);
    let shown = word.shown.clone();
    let mut long = None;
    let value = if list.len() > size.long {
        let content = json(&list);
        let file = name(&content);
        long = Some(Long {
            term: word.term.to_string(),
            name: file.clone(),
            text: content,
        });
        Value::Full {
            p: String::new(),
            n: word.list.count,
            f: file,
            r: regions,
            s: shown,
        }
    } else if regions.is_empty() && shown.is_empty() {
        Value::List(list)
    } else {
        Value::Full {
            p: list,
            n: 0,
            f: String::new(),
            r: regions,
            s: shown,
        }
    };
    Entry {
        key: &word.key,
        text: format!("{},{}", json(&*word.term), json(&value)),
        long,
    }
}

fn regions(regions: &[(u32, u32)]) -> String {
    let mut text = String::new();
    let mut next = 0;
    for (region, count) in regions {
        super::digits::push(&mut text, region - next);
        super::digits::push(&mut text, *count);
        next = region + 1;
    }
    text
}

/// Text as JSON; a string or a plain structure cannot fail.
fn json<T: Serialize + ?Sized>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// Where sorted keys with the sizes of their words are cut, so that no file grows much beyond `full` bytes.
pub fn ranges(sizes: &[(&str, usize)], full: usize) -> Vec<Range<usize>> {
    let mut cuts = Cuts {
        sizes,
        full,
        ranges: Vec::new(),
    };
    cuts.split(0..sizes.len(), 0);
    cuts.ranges
}

struct Cuts<'a> {
    sizes: &'a [(&'a str, usize)],
    full: usize,
    ranges: Vec<Range<usize>>,
}

impl Cuts<'_> {
    /// Cuts words that share the first `depth` letters of their keys.
    fn split(&mut self, all: Range<usize>, depth: usize) {
        if self.size(&all) <= self.full {
            self.add(all);
            return;
        }
        let sizes = self.sizes;
        let letter = |word: &(&str, usize)| word.0.chars().nth(depth);
        let (mut from, mut end) = (all.start, all.start);
        for group in sizes[all].chunk_by(|a, b| letter(a) == letter(b)) {
            let own = end..end + group.len();
            let size = self.size(&own);
            if self.size(&(from..end)) + size > self.full && from < end {
                self.add(from..end);
                from = end;
            }
            end = own.end;
            // Words of one and the same key cannot be cut further.
            let cannot = group.first().is_none_or(|word| letter(word).is_none());
            if size > self.full && !cannot {
                self.split(own, depth + 1);
                from = end;
            }
        }
        self.add(from..end);
    }

    fn size(&self, range: &Range<usize>) -> usize {
        self.sizes[range.clone()].iter().map(|word| word.1).sum()
    }

    fn add(&mut self, range: Range<usize>) {
        if !range.is_empty() {
            self.ranges.push(range);
        }
    }
}

fn shard(entries: &[Entry<'_>]) -> Option<Shard> {
    let first = entries.first()?;
    let texts: Vec<&str> = entries.iter().map(|entry| entry.text.as_str()).collect();
    Some(Shard {
        from: first.key.to_owned(),
        text: format!("[{}]", texts.join(",")),
        long: entries
            .iter()
            .filter_map(|entry| entry.long.clone())
            .collect(),
    })
}
