//! Words cut into files. A file holds the words whose key begins with one of a few neighbouring beginnings; a beginning is
//! cut finer only where its words outgrow a file, so a new word moves no word of another file.

use std::sync::Arc;

use serde::Serialize;

use crate::search::index::postings::List;

/// A file of words grows to about this many bytes before compression.
const FULL: usize = 4_500;
/// A list longer than this gets a file of its own: other words of the file shall not pay for it.
const LONG: usize = 2_500;

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

/// Cuts words, sorted by key and term, into files. `name` gives a file of some text its name.
pub fn cut(words: &[Word], name: &dyn Fn(&str) -> String) -> Vec<Shard> {
    let entries: Vec<Entry<'_>> = words.iter().map(|word| entry(word, name)).collect();
    let mut shards = Vec::new();
    split(&entries, 0, &mut shards);
    shards
}

struct Entry<'a> {
    key: &'a str,
    text: String,
    long: Option<Long>,
}

fn entry<'a>(word: &'a Word, name: &dyn Fn(&str) -> String) -> Entry<'a> {
    let list = word.list.text();
    let regions = regions(&word.regions);
    let shown = word.shown.clone();
    let mut long = None;
    let value = if list.len() > LONG {
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

/// Cuts entries that share the first `depth` letters of their keys.
fn split(entries: &[Entry<'_>], depth: usize, shards: &mut Vec<Shard>) {
    if size(entries) <= FULL {
        shards.extend(shard(entries));
        return;
    }
    let letter = |entry: &Entry<'_>| entry.key.chars().nth(depth);
    let groups: Vec<&[Entry<'_>]> = entries.chunk_by(|a, b| letter(a) == letter(b)).collect();
    let mut from = 0;
    let mut end = 0;
    for group in groups {
        let grown = size(&entries[from..end]) + size(group);
        if grown > FULL && from < end {
            shards.extend(shard(&entries[from..end]));
            from = end;
        }
        end += group.len();
        // Words of one and the same key cannot be cut further.
        let cannot = group.first().is_none_or(|entry| letter(entry).is_none());
        if size(group) > FULL && !cannot {
            split(group, depth + 1, shards);
            from = end;
        }
    }
    shards.extend(shard(&entries[from..end]));
}

fn size(entries: &[Entry<'_>]) -> usize {
    entries.iter().map(|entry| entry.text.len()).sum()
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
