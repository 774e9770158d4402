//! The table that goes out: CSV as Russian spreadsheets open it — UTF-8 with a byte order mark, semicolons, CRLF.

use csv::{QuoteStyle, Terminator, WriterBuilder};

use crate::content::raw::Table;
use crate::content::typed::reader::Reader;
use crate::desk::status::choice::Choice;
use crate::desk::status::column::{Column, columns};
use crate::desk::status::plans::{Plan, event_id, plans};
use crate::desk::status::state::State;
use crate::files::sources::Sources;
use crate::text::russian::date_short;
use crate::text::tame::tamed;

/// The mark by which spreadsheets know UTF-8.
const MARK: &[u8] = "\u{FEFF}".as_bytes();

/// The table of measures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// The CSV.
    pub bytes: Vec<u8>,
    /// How many measures it holds.
    pub events: usize,
    /// Plans that were left out because their files have errors.
    pub broken: Vec<String>,
}

/// Makes the table of all chosen measures, with room for one proof more than any of them has.
pub fn export(sources: &Sources, choice: &Choice) -> Export {
    let (broken, sound): (Vec<Plan>, Vec<Plan>) = plans(sources)
        .into_iter()
        .filter(|plan| choice.takes(plan))
        .partition(|plan| plan.broken);
    let rows: Vec<(&Plan, &Table, State)> = sound
        .iter()
        .flat_map(|plan| plan.events().into_iter().map(move |event| (plan, event)))
        .map(|(plan, event)| (plan, event, State::of(event)))
        .collect();
    let most = rows.iter().map(|(.., state)| state.proofs.len()).max();
    let columns = columns(most.unwrap_or_default() + 1);
    let mut writer = WriterBuilder::new()
        .delimiter(b';')
        .quote_style(QuoteStyle::Always)
        .terminator(Terminator::CRLF)
        .from_writer(MARK.to_vec());
    let mut write = |cells: Vec<String>| {
        // Writing to memory cannot fail, and every row has the same columns.
        writer
            .write_record(cells)
            .expect("a row of texts is always written");
    };
    write(columns.iter().map(|column| column.heading()).collect());
    for (plan, event, state) in &rows {
        let cells = columns
            .iter()
            .map(|column| cell(*column, plan, event, state));
        write(cells.map(|cell| tamed(&cell).into_owned()).collect());
    }
    Export {
        bytes: writer.into_inner().expect("memory is always flushed"),
        events: rows.len(),
        broken: broken.into_iter().map(|plan| plan.path).collect(),
    }
}

/// What stands in a column for a measure, before it is made harmless.
pub fn cell(column: Column, plan: &Plan, event: &Table, state: &State) -> String {
    let day = |date: Option<jiff::civil::Date>| date.map(date_short).unwrap_or_default();
    let words = |text: &Option<String>| text.clone().unwrap_or_default();
    match column {
        Column::Address => plan.territory.to_string(),
        Column::Territory => plan.place_name.clone(),
        Column::Plan => plan.id.to_string(),
        Column::Code => event_id(event),
        Column::Cell(key) => Reader::new(event).required(key),
        Column::Fate("status") => words(&state.status),
        Column::Fate("status_date") => day(state.date),
        Column::Fate("fact") => words(&state.fact),
        Column::Fate("moved_to") => words(&state.moved_to),
        Column::Fate(_) => words(&state.remark),
        Column::Proof(key, place) => match (key, state.proof(place)) {
            (_, None) => String::new(),
            ("title", Some(proof)) => words(&proof.title),
            ("link", Some(proof)) => words(&proof.link),
            (_, Some(proof)) => day(proof.date),
        },
    }
}
