//! A roadmap: its cells word for word, and beside them what they mean.

use crate::content::meaning::{self, Known, Names};
use crate::content::typed::period;
use crate::content::typed::reader::Reader;
use crate::diag::span::Spanned;
use crate::model::id::Slug;
use crate::model::plan::deadline::Deadline;
use crate::model::plan::indicator::Indicator;
use crate::model::plan::period::Period;
use crate::model::plan::responsible::{Directory, Responsible};
use crate::model::plan::roadmap::{Column, ColumnRole, Event, Pairing, Roadmap, Section};
use crate::model::plan::status::{Proof, Status, StatusWord};
use crate::text::russian::is_word_char;

/// What the cells of a plan are understood with.
struct Reading<'a> {
    period: Period,
    names: &'a Names<'a>,
    known: &'a Known,
}

/// `plans/<id>.toml`.
pub fn roadmap(id: Slug, file: Reader<'_>, names: &Names<'_>, known: &Known) -> Option<Roadmap> {
    // A period that is not understood has been reported; the file's name stands in for it, so that the other mistakes
    // of the plan are found in the same run.
    let written = file.text("period").and_then(|text| period::parse(&text));
    let period = written.or_else(|| period::parse(id.as_str()))?;
    let reading = Reading {
        period,
        names,
        known,
    };
    let mut sections: Vec<Section> = Vec::new();
    let loose: Vec<Event> = file
        .tables("event")
        .filter_map(|table| event(table, &reading))
        .collect();
    if !loose.is_empty() {
        sections.push(Section {
            numeral: None,
            title: None,
            goal: None,
            tasks_heading: None,
            tasks: Vec::new(),
            events: loose,
        });
    }
    sections.extend(file.tables("section").map(|table| section(table, &reading)));
    Some(Roadmap {
        id,
        span: file.span_of("title"),
        title: file.required("title"),
        plain: file.spanned("plain"),
        period,
        period_span: file.span_of("period"),
        approved_by: file.reference("approved_by"),
        approval_stamp: file.text("approval_stamp"),
        preamble: file.text("preamble"),
        columns: file.tables("columns").filter_map(column).collect(),
        sections,
    })
}

fn column(table: Reader<'_>) -> Option<Column> {
    let holds = table.text("holds")?;
    let (_, holds) = ColumnRole::NAMES.iter().find(|(name, _)| *name == holds)?;
    Some(Column {
        heading: table.text("heading")?,
        holds: *holds,
    })
}

fn section(table: Reader<'_>, reading: &Reading<'_>) -> Section {
    let mut events: Vec<Event> = table
        .tables("event")
        .filter_map(|table| event(table, reading))
        .collect();
    events.shrink_to_fit();
    Section {
        numeral: table.spanned("numeral"),
        title: table.spanned("title"),
        goal: table.text("goal"),
        tasks_heading: table.text("tasks_heading"),
        tasks: table.texts("tasks"),
        events,
    }
}

fn event(table: Reader<'_>, reading: &Reading<'_>) -> Option<Event> {
    let title = Spanned::new(table.required("title"), table.span_of("title"));
    let cell = |key| table.cell(key);
    let responsible = cell("responsible")
        .map(|(cell, span)| Spanned::new(reading.known.responsible(cell, reading.names), span));
    let goals = |(cell, span)| Spanned::new(reading.known.indicator(cell), span);
    let indicator = cell("indicator").map(goals);
    let result = cell("result").map(goals);
    let mut pairings: Vec<Pairing> = table
        .tables("pairing")
        .filter_map(|table| pairing(table, reading))
        .collect();
    pairings.shrink_to_fit();
    let schools = schools_of(
        &title,
        indicator.as_ref(),
        responsible.as_ref(),
        &pairings,
        reading.names.directory,
    );
    let people = people_of(responsible.as_ref(), &pairings, reading.names.directory);
    Some(Event {
        id: table.slug("id")?,
        span: table.span_of("id"),
        number: table.spanned("number"),
        title,
        plain: table.spanned("plain"),
        deadline: deadline(&table, reading),
        responsible,
        indicator,
        result,
        pairings,
        as_printed: table
            .table("as_printed")
            .map(as_printed)
            .unwrap_or_default(),
        remark: table.text("remark"),
        status: status(table, reading),
        schools,
        people,
    })
}

/// Reads the words of a deadline in the light of a period.
pub fn understood_deadline(cell: Spanned<String>, period: &Period) -> Spanned<Deadline> {
    Spanned::new(meaning::deadline(&cell.value, period), cell.span)
}

fn deadline(table: &Reader<'_>, reading: &Reading<'_>) -> Option<Spanned<Deadline>> {
    let (cell, span) = table.cell("deadline")?;
    let read = reading.known.deadline(cell, &reading.period);
    Some(Spanned::new(read, span))
}

fn pairing(table: Reader<'_>, reading: &Reading<'_>) -> Option<Pairing> {
    Some(Pairing {
        deadline: deadline(&table, reading)?,
        schools: table.references("schools"),
        people: table.references("people"),
        topic: table.text("topic"),
    })
}

fn as_printed(table: Reader<'_>) -> Vec<(ColumnRole, Spanned<String>)> {
    ColumnRole::NAMES
        .iter()
        .filter_map(|(name, role)| Some((*role, table.spanned(name)?)))
        .collect()
}

fn status(table: Reader<'_>, reading: &Reading<'_>) -> Status {
    let word = table.text("status");
    let date = table.date("status_date");
    // A date that could not be read is told already: that the status lacks its date is the same mistake.
    let unread = date.is_none() && table.has("status_date");
    let known = StatusWord::ALL
        .iter()
        .find(|known| word.as_deref() == Some(known.word()) && !unread);
    let moved_to = table.text("moved_to");
    let moved_whens = moved_to
        .as_deref()
        .map(|words| reading.known.deadline(words, &reading.period).whens.clone());
    let mut proofs: Vec<Proof> = table.tables("proof").map(proof).collect();
    proofs.shrink_to_fit();
    Status {
        word: known.copied().unwrap_or(StatusWord::NoData),
        span: word.is_some().then(|| table.span_of("status")),
        date,
        fact: table.text("fact"),
        moved_to,
        moved_whens: moved_whens.unwrap_or_default(),
        proofs,
    }
}

fn proof(table: Reader<'_>) -> Proof {
    let link = table.text("link");
    Proof {
        title: table.required("title"),
        span: table.span_of(match link {
            Some(_) => "link",
            None => "title",
        }),
        link,
        date: table.date("date"),
    }
}

/// Schools named anywhere in the row, in the order of the territory's list.
fn schools_of(
    title: &Spanned<String>,
    indicator: Option<&Spanned<Indicator>>,
    responsible: Option<&Spanned<Responsible>>,
    pairings: &[Pairing],
    directory: &Directory,
) -> Vec<Slug> {
    let mut named: Vec<&str> = Vec::new();
    if let Some(responsible) = responsible {
        named.extend(
            responsible
                .value
                .parties
                .iter()
                .flat_map(|party| party.schools.iter().map(String::as_str)),
        );
    }
    named.extend(
        pairings
            .iter()
            .flat_map(|pairing| pairing.schools.iter().map(|school| school.to.as_str())),
    );
    let indicator = indicator.map(|cell| cell.value.verbatim.as_str());
    let cells = [Some(title.value.as_str()), indicator];
    for cell in cells.into_iter().flatten() {
        named.extend(schools_in(cell, directory));
    }
    in_order(directory.schools.iter().map(|(_, id)| id.as_str()), &named)
}

/// People named as responsible or beside a school.
fn people_of(
    responsible: Option<&Spanned<Responsible>>,
    pairings: &[Pairing],
    directory: &Directory,
) -> Vec<Slug> {
    let mut named: Vec<&str> = Vec::new();
    if let Some(responsible) = responsible {
        named.extend(
            responsible
                .value
                .parties
                .iter()
                .flat_map(|party| party.people.iter().map(String::as_str)),
        );
    }
    named.extend(
        pairings
            .iter()
            .flat_map(|pairing| pairing.people.iter().map(|person| person.to.as_str())),
    );
    in_order(directory.people.iter().map(|(_, id)| id.as_str()), &named)
}

fn in_order<'a>(all: impl Iterator<Item = &'a str>, named: &[&str]) -> Vec<Slug> {
    let mut found: Vec<Slug> = Vec::new();
    if named.is_empty() {
        return found;
    }
    for id in all.filter(|id| named.contains(id)) {
        let Some(slug) = Slug::parse(id) else {
            continue;
        };
        if !found.contains(&slug) {
            found.push(slug);
        }
    }
    found.shrink_to_fit();
    found
}

/// The two bytes a text begins with: a Russian letter.
fn first_bytes(text: &str) -> Option<[u8; 2]> {
    text.as_bytes().first_chunk().copied()
}

/// Schools whose names stand in a text with no letter or digit touching them.
fn schools_in<'a>(text: &str, directory: &'a Directory) -> Vec<&'a str> {
    let mut named = Vec::new();
    let mut inside = false;
    for (at, c) in text.char_indices() {
        let begins = !inside;
        inside = is_word_char(c);
        if !begins {
            continue;
        }
        let rest = &text[at..];
        // Nearly always the first letters differ already.
        let first = first_bytes(rest);
        let here = directory.schools.iter().filter(|(form, _)| {
            let may_begin = form.len() < 2 || first_bytes(form) == first;
            let after = || rest.strip_prefix(form.as_str());
            may_begin && after().is_some_and(|after| !after.starts_with(is_word_char))
        });
        named.extend(here.map(|(_, id)| id.as_str()));
    }
    named
}
