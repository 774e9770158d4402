//! JSON of the open data, version 1: fields are only ever added.

use jiff::civil::Date;
use serde::Serialize;

use crate::export::rows::EventRow;

#[derive(Serialize)]
struct Document<'a> {
    version: u8,
    date: String,
    licence: &'static str,
    count: usize,
    events: &'a [EventRow],
}

/// The table of events with the day it speaks of.
pub fn events(rows: &[EventRow], today: Date) -> Vec<u8> {
    let document = Document {
        version: 1,
        date: today.to_string(),
        licence: "https://creativecommons.org/licenses/by/4.0/",
        count: rows.len(),
        events: rows,
    };
    let mut bytes = serde_json::to_vec_pretty(&document).expect("rows of texts are always JSON");
    bytes.push(b'\n');
    bytes
}
