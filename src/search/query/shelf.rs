//! A part of the index as it is read: a directory and the files it names, each read when it is first needed.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::search::analysis::skeleton;
use crate::search::index::digits::Digits;
use crate::search::index::part::Directory;
use crate::search::index::postings::{Entry, entries};
use crate::search::index::region::table::Read as Table;
use crate::search::index::region::words::{Written, of_shard};
use crate::search::query::read::{Read, parsed};
use crate::search::query::region;

/// A word as a file of words has it.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
enum Value {
    List(String),
    Full {
        #[serde(default)]
        p: String,
        #[serde(default)]
        n: usize,
        #[serde(default)]
        f: String,
        #[serde(default)]
        r: String,
        #[serde(default)]
        s: Vec<(String, String)>,
    },
}

/// One word of the index.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// The term.
    pub term: String,
    /// Its list, or nothing when the list lies in a file of its own.
    list: String,
    /// File of a long list.
    file: String,
    /// How common it is: grows with the number of documents.
    pub bulk: usize,
    /// Regions with the word: number and count of documents.
    pub regions: Vec<(u32, u32)>,
    /// What is said of everyday phrases with this word: terms of the phrase, and the words.
    pub shown: Vec<(String, String)>,
    /// Its texts, in a region of a large portal.
    texts: Written,
}

impl Known {
    /// Its list came with the word.
    pub fn is_at_hand(&self) -> bool {
        self.file.is_empty()
    }
}

/// A part of the index.
pub struct Shelf<'a> {
    read: Read<'a>,
    folder: String,
    /// Its directory.
    pub directory: Directory,
    shards: Vec<(String, String)>,
    words: RefCell<BTreeMap<String, Rc<Vec<Known>>>>,
    /// Of a region of a large portal: the table of its documents.
    table: Option<Table>,
}

impl<'a> Shelf<'a> {
    /// Opens the part in a folder of the site; `name` is the file of its directory without ending.
    pub fn open(read: Read<'a>, folder: &str, name: &str) -> Option<Shelf<'a>> {
        let directory: Directory = parsed(read, folder, name)?;
        let shards = directory
            .words
            .split(',')
            .filter_map(|shard| shard.rsplit_once(':'))
            .map(|(key, file)| (key.to_owned(), file.to_owned()))
            .collect();
        let table = match directory.table.as_str() {
            "" => None,
            table => Some(Table::new(&region::bytes(read, folder, table)?)),
        };
        Some(Shelf {
            read,
            folder: folder.to_owned(),
            table,
            directory,
            shards,
            words: RefCell::default(),
        })
    }

    /// A file of this part.
    pub fn file<T: DeserializeOwned>(&self, name: &str) -> Option<T> {
        if self.is_region() {
            return region::parsed(self.read, &self.folder, name);
        }
        parsed(self.read, &self.folder, name)
    }

    /// True for a region of a large portal, whose files are others.
    pub fn is_region(&self) -> bool {
        self.table.is_some()
    }

    /// The word, when the part has it.
    pub fn word(&self, term: &str) -> Option<Known> {
        let key = if self.is_region() {
            term.to_owned()
        } else {
            skeleton(term)
        };
        let file = self.shards.get(self.position(&key))?.1.clone();
        self.shard(&file)
            .iter()
            .find(|known| known.term == term)
            .cloned()
    }

    /// Words for which `like` holds, in files that may hold words with keys beginning with `key`; not more than `most` files.
    pub fn words_like(&self, key: &str, most: usize, like: &dyn Fn(&str) -> bool) -> Vec<Known> {
        let first = self.position(key);
        let mut found = Vec::new();
        for (index, (from, file)) in self.shards.iter().enumerate().skip(first).take(most) {
            if index > first && !from.starts_with(key) {
                break;
            }
            let shard = self.shard(file);
            found.extend(shard.iter().filter(|known| like(&known.term)).cloned());
        }
        found
    }

    /// Documents of a word.
    pub fn list(&self, word: &Known) -> Vec<Entry> {
        if let Some(table) = &self.table {
            return region::entries(table, &word.texts);
        }
        if word.file.is_empty() {
            return entries(&word.list);
        }
        let text: String = self.file(&word.file).unwrap_or_default();
        entries(&text)
    }

    fn position(&self, key: &str) -> usize {
        self.shards
            .partition_point(|(from, _)| from.as_str() <= key)
            .saturating_sub(1)
    }

    fn shard(&self, file: &str) -> Rc<Vec<Known>> {
        if let Some(shard) = self.words.borrow().get(file) {
            return Rc::clone(shard);
        }
        let words: Vec<Known> = if self.is_region() {
            let bytes = region::bytes(self.read, &self.folder, file).unwrap_or_default();
            let words = of_shard(&bytes).into_iter();
            let known = words.map(|(term, texts)| Known {
                term,
                texts,
                ..Known::default()
            });
            known.collect()
        } else {
            let values: Vec<serde_json::Value> = self.file(file).unwrap_or_default();
            values.chunks(2).filter_map(known).collect()
        };
        let shard = Rc::new(words);
        self.words
            .borrow_mut()
            .insert(file.to_owned(), Rc::clone(&shard));
        shard
    }
}

fn known(pair: &[serde_json::Value]) -> Option<Known> {
    let [term, value] = pair else { return None };
    let term = term.as_str()?.to_owned();
    Some(match Value::deserialize(value).ok()? {
        Value::List(list) => Known {
            bulk: list.len(),
            term,
            list,
            ..Known::default()
        },
        Value::Full { p, n, f, r, s } => Known {
            bulk: bulk(&p, n, &r),
            term,
            list: p,
            file: f,
            regions: regions(&r),
            shown: s,
            texts: Written::default(),
        },
    })
}

/// Lists of about four characters a document, and two a region.
fn bulk(list: &str, count: usize, regions: &str) -> usize {
    list.len() + count * 4 + regions.len() * 2
}

fn regions(text: &str) -> Vec<(u32, u32)> {
    let mut digits = Digits::new(text);
    let mut regions = Vec::new();
    let mut next = 0;
    while !digits.is_empty() {
        let region = next + digits.number();
        regions.push((region, digits.number()));
        next = region + 1;
    }
    regions
}
