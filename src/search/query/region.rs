//! A region of a large portal as it is read: see `search::index::region`, which says what its files hold. What a word is
//! worth in a document is reckoned here, by the figures that an index of one part was made with.

use std::collections::HashMap;

use serde::de::DeserializeOwned;

use crate::search::document::{Field, Kind};
use crate::search::index::gather::Gathered;
use crate::search::index::packed::unpacked;
use crate::search::index::postings::{Entry, Stands};
use crate::search::index::reader::{FAR, FIELD_GAP, PHRASES};
use crate::search::index::region::table::{DATES, Document, Read as Table};
use crate::search::index::region::words::{Place, Written, places};
use crate::search::index::weights;
use crate::search::query::read::Read;

/// The content of a compressed file of a region.
pub fn bytes(read: Read<'_>, folder: &str, name: &str) -> Option<Vec<u8>> {
    unpacked(&read(&format!("{folder}/{name}.bin"))?)
}

/// A compressed file that holds JSON.
pub fn parsed<T: DeserializeOwned>(read: Read<'_>, folder: &str, name: &str) -> Option<T> {
    serde_json::from_slice(&bytes(read, folder, name)?).ok()
}

/// The documents of a word: `list` says in which texts it stands.
pub fn entries(table: &Table, list: &Written) -> Vec<Entry> {
    let mut by_text: HashMap<u32, Vec<Place>> = HashMap::new();
    for place in places(list) {
        by_text.entry(place.text).or_default().push(place);
    }
    let mut gathered = Gathered::default();
    table
        .with(by_text.keys().copied())
        .into_iter()
        .filter_map(|(number, document)| entry(table, &by_text, number, document, &mut gathered))
        .collect()
}

/// The only word of [`entry`].
const WORD: u32 = 0;

fn entry(
    table: &Table,
    by_text: &HashMap<u32, Vec<Place>>,
    number: u32,
    document: &Document,
    gathered: &mut Gathered,
) -> Option<Entry> {
    let kind = Kind::ALL
        .iter()
        .find(|kind| **kind as u32 == document.kind)?;
    gathered.begin(weights::kind(*kind));
    let mut start = 0;
    for (field, text) in &document.texts {
        let found = by_text.get(text).map(Vec::as_slice).unwrap_or_default();
        if *field == DATES {
            for _ in found {
                gathered.added(WORD, FAR + 1, Stands::Itself, weights::DATE);
            }
            continue;
        }
        let field = *Field::ALL.get(*field as usize)?;
        let length = table.length(*text);
        gathered.lengthen(field, length.words as usize);
        for place in found {
            add(gathered, field, start, place);
        }
        start += length.places + FIELD_GAP;
    }
    let (_, posting) = gathered.postings().next()?;
    Some(Entry {
        document: number,
        level: posting.level,
        fresh: document.fresh,
        stands: posting.stands,
        places: posting.places.to_vec(),
    })
}

fn add(gathered: &mut Gathered, field: Field, start: u32, place: &Place) {
    let (weight, _) = weights::field(field);
    if place.times == 0 {
        for at in &place.places {
            let worth = weight * weights::EXPANDED;
            gathered.added(WORD, PHRASES + at, place.stands, worth);
        }
        return;
    }
    let more = (place.times as usize).saturating_sub(place.places.len());
    for at in &place.places {
        gathered.own(WORD, (start + at).min(FAR), field);
    }
    // Those whose places are not kept stand behind the others.
    gathered.again(WORD, more, field);
}
