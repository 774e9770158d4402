//! A part of the index that answers at once: the whole portal, or the index of a country whose regions have parts of their
//! own.

use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use crate::model::portal::Portal;
use crate::search::analysis::{Analyzer, skeleton};
use crate::search::index::batch::{Batch, Card, Row};
use crate::search::index::file::File;
use crate::search::index::shards::{Long, Shard, Size, Word, cut};
use crate::search::index::suggest::Full;
use crate::search::index::{cards, columns};

/// How large files become.
#[derive(Debug, Clone, Copy)]
pub struct Proportions {
    /// Cards in a file.
    pub block: u32,
    /// Words in a file, in bytes.
    pub words: Size,
    /// Offers in a file.
    pub offers: Full,
}

impl Proportions {
    /// Somebody waits for the first answer, and the first documents seldom stand together.
    pub const SMALL: Proportions = Proportions {
        block: 4,
        words: Size {
            full: 4_500,
            long: 2_500,
        },
        offers: Full {
            most: 60,
            first: 8,
            last: usize::MAX,
            together: 0,
        },
    };
    /// There would be too many files.
    pub const COUNTRY: Proportions = Proportions {
        block: 64,
        words: Size {
            full: 32_000,
            long: 16_000,
        },
        offers: Full {
            most: 300,
            first: 8,
            last: 300,
            together: 400,
        },
    };
}

/// A part of up to so many documents tells its titles at once: 6 KB instead of one more wait for the line.
const HEADS: u32 = 500;
/// Lists whose files the directory names.
const LISTS: usize = 24;
/// Folder of the index.
pub const FOLDER: &str = "poisk/i";

/// Where everything of a part lies; the page loads this first.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Directory {
    /// Version of the format.
    pub version: u32,
    /// How many documents can be found, all regions together.
    pub documents: u32,
    /// Files of words: «smallest key:file», comma-separated, in the order of keys.
    pub words: String,
    /// Documents whose cards are in one file.
    pub block: u32,
    /// Four characters of the name of each file of cards, one after another.
    pub cards: String,
    /// File of columns.
    pub columns: String,
    /// Files of the longest lists by word, so that a page asks for them together with the word's own file.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub lists: BTreeMap<String, String>,
    /// The table of a region of a large portal, whose files are others: see [`super::region`].
    #[serde(skip_serializing_if = "String::is_empty")]
    pub table: String,
    /// File of heads, in a small part only: the first answer is on the screen before its cards have come.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub heads: String,
    /// Irregular forms: «term form form», comma-separated.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub forms: String,
    /// Files of offers by first letter.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub offers: BTreeMap<String, String>,
    /// Regions with parts of their own: code, name, documents, folder and file of the directory.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub regions: Vec<(String, String, u32, String)>,
}

/// A finished part.
#[derive(Debug, Default)]
pub struct Part {
    /// Its files, without the directory.
    pub files: Vec<File>,
    /// Its directory.
    pub directory: Directory,
}

/// Words in any order: how many documents have each, and how many of them the word itself.
pub type Counts = Vec<(Arc<str>, u32, u32)>;

/// What is said of everyday phrases, by each of their words: the terms of the phrase, and the words.
pub type Shown = BTreeMap<String, Vec<(String, String)>>;

/// Name of a file by its content.
pub fn name(text: &str) -> String {
    named(text.as_bytes())
}

/// Name of a file of any bytes.
pub fn named(bytes: &[u8]) -> String {
    letters(xxhash_rust::xxh3::xxh3_64(bytes), 9)
}

/// The lowest bits of a number in letters and digits, five bits each: file systems that take «a» for «A» see no difference.
fn letters(mut number: u64, count: usize) -> String {
    const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
    let mut text = String::with_capacity(count);
    for _ in 0..count {
        text.push(char::from(ALPHABET[(number % 32) as usize]));
        number /= 32;
    }
    text
}

/// Joins batches, in their order, to a part that lies in `folder`. `regions` are the words of regions that have parts of
/// their own, by number of the region; `shown` is what is said of everyday words.
pub fn join(
    portal: &Portal,
    folder: &str,
    proportions: Proportions,
    batches: &[&Batch],
    regions: &[&Counts],
    shown: &Shown,
) -> Part {
    let block = proportions.block;
    let words = words(batches, block, regions, shown);
    let shards = cut(&words, proportions.words, &name);
    drop(words);
    let places = numbered(batches, block);
    let rows: Vec<Option<&Row>> = places.iter().map(|place| place.map(|p| p.1)).collect();
    let shown_cards: Vec<Option<&Card>> = places.iter().map(|place| place.map(|p| p.0)).collect();
    let blocks = cards::blocks(portal, &shown_cards, block as usize);
    let columns = columns::of(portal, rows.into_iter());
    let columns = serde_json::to_string(&columns).unwrap_or_default();
    let documents = batches.iter().map(|batch| batch.cards.len() as u32).sum();
    let heads = (documents <= HEADS).then(|| cards::heads(portal, &shown_cards));
    let directory = Directory {
        version: 1,
        block,
        documents,
        words: shards
            .iter()
            .map(|shard| format!("{}:{}", shard.from, name(&shard.text)))
            .collect::<Vec<_>>()
            .join(","),
        cards: blocks
            .iter()
            .map(|block| name(block)[..4].to_owned())
            .collect(),
        columns: name(&columns),
        lists: longest(&shards),
        heads: heads.as_deref().map(name).unwrap_or_default(),
        ..Directory::default()
    };
    let mut files = vec![file(folder, &directory.columns, columns)];
    files.extend(heads.map(|heads| file(folder, &directory.heads, heads)));
    for Shard { text, long, .. } in shards {
        files.push(file(folder, &name(&text), text));
        files.extend(
            long.into_iter()
                .map(|list| file(folder, &list.name, list.text)),
        );
    }
    for (number, block) in blocks.into_iter().enumerate() {
        let name = format!("{number}.{}", &name(&block)[..4]);
        files.push(file(folder, &name, block));
    }
    Part { files, directory }
}

/// Words with the longest lists and the files of these.
fn longest(shards: &[Shard]) -> BTreeMap<String, String> {
    let mut long: Vec<&Long> = shards.iter().flat_map(|shard| &shard.long).collect();
    long.sort_by_key(|list| (std::cmp::Reverse(list.text.len()), &list.term));
    long.truncate(LISTS);
    long.into_iter()
        .map(|list| (list.term.clone(), list.name.clone()))
        .collect()
}

/// A file of the index.
pub fn file(folder: &str, name: &str, text: String) -> File {
    File {
        path: format!("{folder}/{name}.json"),
        bytes: text.into_bytes(),
    }
}

/// Cards and rows by number; batches begin at the beginning of a block.
fn numbered<'a>(batches: &[&'a Batch], block: u32) -> Vec<Option<(&'a Card, &'a Row)>> {
    let mut places = Vec::new();
    for batch in batches {
        places.extend(batch.cards.iter().zip(&batch.rows).map(Some));
        places.resize(places.len().next_multiple_of(block as usize), None);
    }
    places
}

fn words(batches: &[&Batch], block: u32, regions: &[&Counts], shown: &Shown) -> Vec<Word> {
    let longest = batches.iter().map(|batch| batch.lists.len()).max();
    let mut all: FxHashMap<&Arc<str>, Word> =
        FxHashMap::with_capacity_and_hasher(2 * longest.unwrap_or_default(), FxBuildHasher);
    let mut base = 0;
    for batch in batches {
        for (term, list) in &batch.lists {
            all.entry(term).or_default().list.append(list, base);
        }
        base += (batch.cards.len() as u32).next_multiple_of(block);
    }
    let mut own_elsewhere = FxHashSet::default();
    for (number, counts) in regions.iter().enumerate() {
        for (term, count, own) in *counts {
            let word = all.entry(term).or_default();
            word.regions.push((number as u32, *count));
            if *own > 0 {
                own_elsewhere.insert(term);
            }
        }
    }
    let mut words: Vec<Word> = all
        .into_iter()
        .map(|(term, mut word)| {
            word.key = skeleton(term);
            word.term = Arc::clone(term);
            // A word that documents have themselves needs no explanation.
            if word.list.own == 0 && !own_elsewhere.contains(term) {
                word.shown = shown.get(&**term).cloned().unwrap_or_default();
            }
            word
        })
        .collect();
    words.sort_unstable_by(|a, b| (&a.key, &a.term).cmp(&(&b.key, &b.term)));
    words
}

/// Where a region's words with their numbers lie, for a hub that joins regions without their documents.
pub fn counts_path(region: &str) -> String {
    format!("{FOLDER}/{region}/words.txt")
}

/// Words with their numbers as a file: «word documents own», in the order of words.
pub fn counts_file(region: &str, counts: &Counts) -> File {
    let mut lines: Vec<String> = counts
        .iter()
        .map(|(term, count, own)| format!("{term} {count} {own}\n"))
        .collect();
    lines.sort_unstable();
    File {
        path: counts_path(region),
        bytes: lines.concat().into_bytes(),
    }
}

/// Reads words with their numbers; none when a line cannot be read.
pub fn counts(bytes: &[u8]) -> Option<Counts> {
    let line = |line: &str| {
        let mut words = line.rsplitn(3, ' ');
        let own = words.next()?.parse().ok()?;
        let count = words.next()?.parse().ok()?;
        Some((Arc::from(words.next()?), count, own))
    };
    std::str::from_utf8(bytes).ok()?.lines().map(line).collect()
}

/// Adds what only the first directory of a portal has.
pub fn with_forms(mut directory: Directory, analyzer: &Analyzer) -> Directory {
    directory.forms = analyzer.exceptions();
    directory
}
