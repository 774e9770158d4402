//! The index of a region of a large portal. Measures of a region repeat each other's words: a deadline, those who answer,
//! the name of the place, a title that is copied from year to year. So each different text is indexed once, and a document
//! is a list of its texts; what a word is worth in a document is reckoned by whoever asks, with the same figures.
//!
//! - the table (`table`): of which texts each document consists;
//! - files of words (`words`): which texts hold each word, and where;
//! - files of cards (`cards`): what the list of results shows of some neighbouring documents;
//! - the columns that a part of any size has.
//!
//! All but the directory are compressed ([`super::packed`]). A region depends on its own territories, on the vocabulary of
//! the portal, on the newest year of any plan, on which pages there are ([`crate::site::Site`]) and on the names of the
//! risks that practices answer: on nothing of another region.

pub mod cards;
pub mod documents;
pub mod lists;
pub mod table;
mod texts;
pub mod words;

use crate::model::portal::Portal;
use crate::search::document::Document;
use crate::search::index::batch::{Entry, Row};
use crate::search::index::columns;
use crate::search::index::file::File;
use crate::search::index::packed::{Content, packed};
use crate::search::index::part::{Counts, Directory, named};
use crate::search::index::reader::{Reader, is_expanded};
use crate::search::index::region::cards::Blocks;
use crate::search::index::region::table::{DATES, Table};
use crate::search::index::region::texts::Texts;

/// A region in the making: documents are added in their order.
pub struct Region<'a> {
    portal: &'a Portal,
    folder: String,
    texts: Texts,
    table: Table,
    blocks: Blocks<'a>,
    rows: Vec<Row>,
}

/// A finished region.
pub struct Finished {
    /// Its files, without the directory.
    pub files: Vec<File>,
    /// Its directory.
    pub directory: Directory,
    /// How common each word is.
    pub counts: Counts,
}

impl<'a> Region<'a> {
    /// An empty region whose files lie in `folder`.
    pub fn new(portal: &'a Portal, folder: String) -> Region<'a> {
        Region {
            portal,
            folder,
            texts: Texts::default(),
            table: Table::default(),
            blocks: Blocks::new(portal),
            rows: Vec::new(),
        }
    }

    /// Adds the next document: the texts it is found by, what its card shows, what it can be chosen by.
    pub fn add(&mut self, reader: &mut Reader<'_>, document: Document, entry: Entry) {
        let territory = document
            .territory
            .and_then(|index| self.portal.territories.get(index))
            .map(|territory| &territory.path);
        let readings = reader.readings(territory);
        let mut texts = self.table.document(document.kind, entry.fresh);
        for (field, text) in &document.fields {
            let reading = &readings[usize::from(is_expanded(*field))];
            let number = self.texts.number(reader, text, reading, territory);
            texts.add(*field as u32, number);
        }
        if !document.dates.is_empty() {
            texts.add(DATES, self.texts.dates(reader, &document.dates));
        }
        texts.finish();
        self.rows.push(entry.row);
        self.blocks.add(&entry.card);
    }

    /// All files; the reader is the one that read the documents.
    pub fn finish(self, reader: &Reader<'_>) -> Finished {
        let Region {
            portal,
            folder,
            texts,
            table,
            blocks,
            rows,
        } = self;
        let columns = columns::of(portal, rows.iter().map(Some));
        drop(rows);
        let mut directory = Directory {
            version: 1,
            documents: table.count(),
            block: cards::BLOCK,
            ..Directory::default()
        };
        let mut files = Vec::new();
        // Files of cards have a number.
        let mut file = |number: Option<usize>, bytes: &[u8]| {
            let content = match number {
                Some(_) => Content::Texts,
                None => Content::Numbers,
            };
            let bytes = packed(bytes, content);
            let hash = named(&bytes);
            let name = match number {
                Some(number) => format!("{number}.{}", &hash[..4]),
                None => hash.clone(),
            };
            let path = format!("{folder}/{name}.bin");
            files.push(File { path, bytes });
            hash
        };
        for (number, block) in blocks.finish().iter().enumerate() {
            let hash = file(Some(number), block);
            directory.cards.push_str(&hash[..4]);
        }
        let columns = serde_json::to_vec(&columns).unwrap_or_default();
        directory.columns = file(None, &columns);
        directory.table = file(None, &table.written(texts.lengths()));
        let documents = table.by_text(texts.lengths().len());
        let (shards, counts) = words::cut(texts.lists(), reader, &documents);
        let shards = shards
            .iter()
            .map(|shard| format!("{}:{}", shard.from, file(None, &shard.bytes)));
        directory.words = shards.collect::<Vec<_>>().join(",");
        Finished {
            files,
            directory,
            counts,
        }
    }
}
