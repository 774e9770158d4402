//! Acts, programmes, working groups, practices, news and section texts.

use crate::content::typed::plan::understood_deadline;
use crate::content::typed::reader::Reader;
use crate::diag::span::Spanned;
use crate::model::id::Slug;
use crate::model::place::section::SectionNote;
use crate::model::plan::period::Period;
use crate::model::prose::Prose;
use crate::model::record::document::{Document, OtherDate, Point, Signatory};
use crate::model::record::news::NewsItem;
use crate::model::record::practice::{PRACTICE_FACTS, Practice};
use crate::model::record::program::{PartKind, PassportRow, Program, ProgramPart};
use crate::model::record::working_group::{Member, WorkingGroup};

/// `documents/<id>.toml`.
pub fn document(id: Slug, file: Reader<'_>) -> Option<Document> {
    let date = file
        .date("date")
        .map(|date| Spanned::new(date, file.span_of("date")));
    // A deadline inside a point of an order («в срок до 27 апреля») takes the year of the order.
    let period = date
        .as_ref()
        .map(|date| Period::calendar_year(date.value.year()));
    Some(Document {
        id,
        span: file.span_of("title"),
        kind: file.required("kind"),
        level: file.required("level"),
        number: file.spanned("number"),
        date,
        date_verbatim: file.text("date_verbatim"),
        other_dates: file.tables("other_dates").filter_map(other_date).collect(),
        issuer: file.required("issuer"),
        place: file.text("place"),
        title: file.required("title"),
        letterhead: file.text("letterhead"),
        heading: file.text("heading"),
        approval_stamp: file.text("approval_stamp"),
        preamble: file.text("preamble"),
        order_word: file.text("order_word"),
        basis: file.references("basis"),
        points: file
            .tables("point")
            .filter_map(|table| point(table, period.as_ref()))
            .collect(),
        signatory: Signatory {
            name: file.text("signatory"),
            post: file.text("signatory_post"),
            person: file.reference("signatory_person"),
        },
        text_known: file.flag("text_known").unwrap_or(false),
        file: file.spanned("file"),
        source: file.text("source"),
    })
}

fn other_date(table: Reader<'_>) -> Option<OtherDate> {
    Some(OtherDate {
        date: table.date("date")?,
        span: table.span_of("date"),
        citing: table.text("where")?,
    })
}

fn point(table: Reader<'_>, period: Option<&Period>) -> Option<Point> {
    Some(Point {
        number: table.required("number"),
        text: table.required("text"),
        deadline: period
            .and_then(|period| Some(understood_deadline(table.spanned("deadline")?, period))),
        control: table.flag("control").unwrap_or(false),
        people: table.references("people"),
        schools: table.references("schools"),
    })
}

/// `working-group.toml`.
pub fn working_group(file: Reader<'_>) -> Option<WorkingGroup> {
    Some(WorkingGroup {
        span: file.span_of("title"),
        title: file.required("title"),
        approved_by: file.reference("approved_by"),
        columns: file.texts("columns"),
        members: file.tables("member").filter_map(member).collect(),
    })
}

fn member(table: Reader<'_>) -> Option<Member> {
    Some(Member {
        number: table.text("number"),
        name: table.required("name"),
        post: table.required("post"),
        person: table.reference("person"),
        role: table.required("role"),
        school: table.reference("school"),
    })
}

/// `program.toml`.
pub fn program(file: Reader<'_>) -> Option<Program> {
    Some(Program {
        span: file.span_of("title"),
        title: file.required("title"),
        approved_by: file.reference("approved_by"),
        period: file.spanned("period"),
        rows: file.tables("row").filter_map(passport_row).collect(),
        parts: file.tables("part").filter_map(part).collect(),
    })
}

fn passport_row(table: Reader<'_>) -> Option<PassportRow> {
    Some(PassportRow {
        label: table.required("label"),
        value: table.spanned("value")?,
        items: table.texts("items"),
    })
}

fn part(table: Reader<'_>) -> Option<ProgramPart> {
    let kind = table.required("kind");
    let (_, kind) = PartKind::NAMES.iter().find(|(name, _)| *name == kind)?;
    Some(ProgramPart {
        kind: *kind,
        heading: table.text("heading"),
        intro: table.text("intro"),
        items: table.texts("items"),
        outro: table.text("outro"),
    })
}

/// `news/<id>.md`.
pub fn news_item(id: Slug, file: Reader<'_>, text: Prose) -> Option<NewsItem> {
    Some(NewsItem {
        id,
        span: file.span_of("title"),
        date: file.date("date").unwrap_or_default(),
        title: file.own("title"),
        summary: file.required("summary"),
        documents: file.references("documents"),
        events: file.events("events"),
        schools: file.references("schools"),
        text,
    })
}

/// `practices/<id>.md`.
pub fn practice(id: Slug, file: Reader<'_>, text: Prose) -> Option<Practice> {
    Some(Practice {
        id,
        span: file.span_of("title"),
        title: file.own("title"),
        kind: file.required("kind"),
        level: file.required("level"),
        year: file.required("year"),
        summary: file.required("summary"),
        events: file.events("events"),
        schools: file.references("schools"),
        people: file.references("people"),
        risks: file.references("risks"),
        status: file.required("status"),
        steps: file.texts("steps"),
        facts: PRACTICE_FACTS
            .iter()
            .filter_map(|(key, _)| Some((*key, file.text(key)?)))
            .collect(),
        text,
    })
}

/// `sections/<code>.md`.
pub fn section_note(section: &Slug, file: Reader<'_>, text: Prose) -> SectionNote {
    SectionNote {
        section: section.to_string(),
        span: file.span(),
        title: file.text("title"),
        source: file.text("source"),
        text,
        empty_reason: file.text("empty_reason"),
        stated_by: file.text("stated_by"),
        stated_on: file.date("stated_on"),
        review_by: file.date("review_by"),
    }
}
