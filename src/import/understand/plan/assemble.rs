//! The rows of a plan put together: sections, and events with the parts of torn rows joined.

use crate::import::paper::At;
use crate::import::understand::draft::{CellDraft, Doubt, EventDraft, SectionDraft, Skipped, Text};
use crate::import::understand::letters::{self, append};
use crate::import::understand::plan::division::Division;
use crate::import::understand::plan::rows::{Row, Shape, Wide};
use crate::import::understand::plan::torn::{self, Habits};
use crate::import::understand::plan::wide::{self, Notes};
use crate::import::understand::table::heading::Heading;
use crate::model::plan::period::Period;
use crate::model::plan::roadmap::ColumnRole;

/// A plan's body.
#[derive(Debug, Default)]
pub struct Body {
    /// Sections with their events.
    pub sections: Vec<SectionDraft>,
    /// What was not taken and what is doubtful.
    pub notes: Notes,
}

/// Puts rows together.
pub fn body(heading: &Heading, rows: &[Row], period: Period) -> Body {
    let number = heading.column(ColumnRole::Number);
    let cells = rows.iter().filter(|row| row.shape == Shape::Cells).count();
    let with_number = rows
        .iter()
        .filter(|row| row.shape == Shape::Cells && !row.words(number).is_empty())
        .count();
    let division = Division::of(heading, rows);
    let habits = Habits {
        heading,
        numbered: with_number * 2 > cells && !division.is_some_and(|division| division.numbers),
        period,
    };
    // A plan that begins with such a row has its titles in the column of measures.
    let alone = rows
        .first()
        .is_some_and(|row| matches!(row.shape, Shape::Alone(_)));
    let mut body = Body::default();
    for (at, row) in rows.iter().enumerate() {
        let next = rows.get(at + 1);
        let Body { sections, notes } = &mut body;
        match &row.shape {
            Shape::Wide(text) => wide::take(sections, text, &row.at, notes),
            Shape::Alone(text) if is_title(text, row, next, sections, (alone, &habits)) => {
                wide::take(sections, text, &row.at, notes);
            }
            _ => {
                if let Some(division) = division {
                    division.turn(sections, row, number);
                }
                event(&mut body, row, &habits, division);
            }
        }
    }
    drop_empty_end(&mut body, rows);
    body
}

/// A text across the table below its last event is a note or a signature and no section.
fn drop_empty_end(body: &mut Body, rows: &[Row]) {
    let any = body
        .sections
        .iter()
        .any(|section| !section.events.is_empty());
    let marked = |section: &SectionDraft| {
        rows.iter()
            .any(|row| row.mark.is_some() && row.at == section.at)
    };
    while any
        && let Some(last) = body
            .sections
            .pop_if(|section| section.events.is_empty() && !marked(section))
    {
        let parts = [last.numeral, last.title, last.goal, last.tasks_heading];
        let words: Vec<String> = parts.into_iter().flatten().chain(last.tasks).collect();
        let why = "текст под последним мероприятием таблицы";
        body.notes
            .skipped
            .push(Skipped::new(&last.at, words.join("\n"), why));
        let doubt = "текст под последним мероприятием не принят за раздел";
        body.notes.doubts.push(Doubt::new(&last.at, doubt));
    }
}

/// Whether a text alone in the column of measures is a title (or goal, or task) and not a part of the row above.
fn is_title(
    text: &Wide,
    row: &Row,
    next: Option<&Row>,
    sections: &[SectionDraft],
    known: (bool, &Habits<'_>),
) -> bool {
    let (alone, habits) = known;
    let number = habits.heading.column(ColumnRole::Number);
    let open = sections
        .last()
        .is_some_and(|section| section.events.is_empty());
    let first = letters::words(&text.words)
        .first()
        .cloned()
        .unwrap_or_default();
    let listed = sections
        .last()
        .is_some_and(|section| section.goal.is_some() || section.tasks_heading.is_some());
    if let Some(numeral) = &text.numeral {
        let inside = format!("{}.", numeral.trim_end_matches(['.', ')']));
        let divides = next.is_some_and(|next| {
            let below = next.words(number).trim_end_matches(['.', ')']);
            below.starts_with(&inside) && below.len() > inside.len()
        });
        return divides || text.set_off || (open && listed);
    }
    if matches!(first.as_str(), "цель" | "цели" | "задачи") {
        return true;
    }
    if open && listed && letters::item_mark(&text.words).is_some() {
        return true;
    }
    let Some(event) = sections.last().and_then(|section| section.events.last()) else {
        return true;
    };
    if letters::roman_mark(&text.words).is_some() || wide::has_numeral(&text.words) || text.set_off
    {
        return true;
    }
    let title = event.words(ColumnRole::Title);
    if letters::goes_on(&text.words)
        || letters::unfinished(title)
        || letters::item_mark(&text.words).is_some()
    {
        return false;
    }
    let restarts = next.is_some_and(|next| next.words(number).trim_end_matches(['.', ')']) == "1");
    let words = letters::words(&text.words).len();
    restarts || (alone && !row.after_break && words >= 2 && !text.words.ends_with('.'))
}

fn event(body: &mut Body, row: &Row, habits: &Habits<'_>, division: Option<Division>) {
    let heading = habits.heading;
    let title = heading.column(ColumnRole::Title);
    let number = heading.column(ColumnRole::Number);
    let own_number = !row.words(number).is_empty()
        && !row.inherits(number)
        && !division.is_some_and(|division| division.numbers);
    let last = body
        .sections
        .last_mut()
        .and_then(|section| section.events.last_mut());
    if let Some(above) = last.filter(|_| row.mark.is_none()) {
        let merged = row.inherits(title) && !own_number;
        let lost = row.words(title).is_empty() && !own_number;
        if merged
            || lost
            || (!row.words(title).is_empty()
                && torn::goes_on(row, |role| above.words(role), habits))
        {
            go_on(above, row, (heading, division), merged);
            return;
        }
    }
    if row.words(title).is_empty() {
        let words: Vec<&str> = row
            .cells
            .iter()
            .map(|cell| cell.words.as_str())
            .filter(|words| !words.is_empty())
            .collect();
        body.notes.skipped.push(Skipped::new(
            &row.at,
            words.join(" | "),
            "в строке таблицы нет мероприятия",
        ));
        body.notes.doubts.push(Doubt::new(
            &row.at,
            "в строке нет слов мероприятия: строка пропущена",
        ));
        return;
    }
    if body.sections.is_empty() {
        body.sections.push(SectionDraft {
            at: row.at.clone(),
            ..SectionDraft::default()
        });
    }
    if row.nested {
        body.notes.doubts.push(Doubt::new(
            &row.at,
            "внутри ячейки есть таблица: её слова записаны подряд",
        ));
    }
    let event = begun(row, heading, division);
    if let Some(section) = body.sections.last_mut() {
        section.events.push(event);
    }
}

fn begun(row: &Row, heading: &Heading, division: Option<Division>) -> EventDraft {
    let mut event = EventDraft {
        at: row.at.clone(),
        ..EventDraft::default()
    };
    for (at, cell) in row
        .cells
        .iter()
        .enumerate()
        .filter(|(_, cell)| !cell.words.is_empty())
    {
        let column = &heading.columns[at];
        match column.role {
            Some(ColumnRole::Number) if division.is_some_and(|division| division.numbers) => {}
            Some(ColumnRole::Number) => event.number = Some(cell.words.clone()),
            Some(role) => event.cells.push(CellDraft {
                role,
                words: cell.words.clone(),
                parts: vec![part(&cell.words, &row.at)],
                shared: cell.inherited,
            }),
            None if division.is_some_and(|division| division.column == at) => {}
            None => event
                .extra
                .push((column.heading.clone(), cell.words.clone())),
        }
    }
    event.extra.extend(
        row.beside
            .iter()
            .map(|words| (String::new(), words.clone())),
    );
    event
}

fn part(words: &str, at: &At) -> Text {
    Text {
        words: words.to_owned(),
        at: at.clone(),
    }
}

/// Adds the cells of a row to the event above: torn cells with a space, rows beside a merged measure line by line.
fn go_on(event: &mut EventDraft, row: &Row, known: (&Heading, Option<Division>), merged: bool) {
    let (heading, division) = known;
    for (at, cell) in row.cells.iter().enumerate() {
        let divides = division.is_some_and(|division| division.column == at);
        if cell.words.is_empty() || cell.inherited || divides {
            continue;
        }
        let column = &heading.columns[at];
        let Some(role) = column.role else {
            match event
                .extra
                .iter_mut()
                .find(|(name, _)| *name == column.heading)
            {
                Some((_, words)) => append(words, &cell.words),
                None => event
                    .extra
                    .push((column.heading.clone(), cell.words.clone())),
            }
            continue;
        };
        if role == ColumnRole::Number {
            event.number.get_or_insert_with(|| cell.words.clone());
            continue;
        }
        match event.cells.iter_mut().find(|known| known.role == role) {
            Some(known) => {
                match merged {
                    true => {
                        known.words.push('\n');
                        known.words.push_str(&cell.words);
                    }
                    false => append(&mut known.words, &cell.words),
                }
                known.parts.push(part(&cell.words, &row.at));
            }
            None => event.cells.push(CellDraft {
                role,
                words: cell.words.clone(),
                parts: vec![part(&cell.words, &row.at)],
                shared: false,
            }),
        }
    }
    event.extra.extend(
        row.beside
            .iter()
            .map(|words| (String::new(), words.clone())),
    );
    event.cells.sort_by_key(|cell| heading.column(cell.role));
}
