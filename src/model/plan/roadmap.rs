//! A roadmap («дорожная карта»): the approved table of measures, cell by cell, with the meaning beside the words.

use jiff::civil::Date;

use crate::diag::span::{Span, Spanned};
use crate::model::id::{Reference, Slug};
use crate::model::plan::deadline::Deadline;
use crate::model::plan::indicator::Indicator;
use crate::model::plan::period::Period;
use crate::model::plan::responsible::Responsible;
use crate::model::plan::status::Status;

/// A roadmap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Roadmap {
    /// Identifier: the year or school year, the last part of its address.
    pub id: Slug,
    /// Place of the title.
    pub span: Span,
    /// Title word for word, line breaks as printed.
    pub title: String,
    /// What the plan is for in plain words. It is the portal's own retelling, never a part of the document.
    pub plain: Option<Spanned<String>>,
    /// The period, for deadlines without a year.
    pub period: Period,
    /// Place of the period.
    pub period_span: Span,
    /// The act that approves it.
    pub approved_by: Option<Reference<Slug>>,
    /// Approval stamp printed above the plan.
    pub approval_stamp: Option<String>,
    /// Text between title and table.
    pub preamble: Option<String>,
    /// Columns in the order of the document.
    pub columns: Vec<Column>,
    /// Sections; a plan without sections has one without a title.
    pub sections: Vec<Section>,
}

/// A column of the printed table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its heading word for word.
    pub heading: String,
    /// What it holds.
    pub holds: ColumnRole,
}

/// What a column of a roadmap holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnRole {
    /// № п/п.
    Number,
    /// The measure.
    Title,
    /// When.
    Deadline,
    /// Who.
    Responsible,
    /// What shows that it was done.
    Indicator,
    /// The resulting document («Результат»).
    Result,
}

impl ColumnRole {
    /// Names used in content files.
    pub const NAMES: &'static [(&'static str, ColumnRole)] = &[
        ("number", ColumnRole::Number),
        ("title", ColumnRole::Title),
        ("deadline", ColumnRole::Deadline),
        ("responsible", ColumnRole::Responsible),
        ("indicator", ColumnRole::Indicator),
        ("result", ColumnRole::Result),
    ];

    /// The name used in content files.
    pub fn name(self) -> &'static str {
        Self::NAMES
            .iter()
            .find(|(_, role)| *role == self)
            .map_or("", |(name, _)| name)
    }
}

/// A section of a roadmap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Numeral as printed; may repeat (document B has «II» twice) or be absent.
    pub numeral: Option<Spanned<String>>,
    /// Title; none for the only section of a plan without sections.
    pub title: Option<Spanned<String>>,
    /// Goal as printed.
    pub goal: Option<String>,
    /// Words before the tasks, «Задачи:».
    pub tasks_heading: Option<String>,
    /// Tasks as printed.
    pub tasks: Vec<String>,
    /// Events.
    pub events: Vec<Event>,
}

/// One row of a roadmap: a measure that was promised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Identifier inside the plan; permanent, not the row number.
    pub id: Slug,
    /// Place of the identifier.
    pub span: Span,
    /// № as printed.
    pub number: Option<Spanned<String>>,
    /// The measure word for word.
    pub title: Spanned<String>,
    /// The measure in plain words: the portal's own retelling, never a part of the document. It may say less than the
    /// cell and must not say more.
    pub plain: Option<Spanned<String>>,
    /// When.
    pub deadline: Option<Spanned<Deadline>>,
    /// Who.
    pub responsible: Option<Spanned<Responsible>>,
    /// What shows that it was done.
    pub indicator: Option<Spanned<Indicator>>,
    /// Resulting documents.
    pub result: Option<Spanned<Indicator>>,
    /// Dates tied to schools and people by their order in the cells.
    pub pairings: Vec<Pairing>,
    /// Cells that differ from the paper because a torn row was put together: column and printed words.
    pub as_printed: Vec<(ColumnRole, Spanned<String>)>,
    /// A note of the editor about an oddity of the document.
    pub remark: Option<String>,
    /// What became of it.
    pub status: Status,
    /// Schools named anywhere in the row, ids in the order of the territory's list.
    pub schools: Vec<Slug>,
    /// People named anywhere in the row.
    pub people: Vec<Slug>,
}

/// One date of an event with the schools and people that belong to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pairing {
    /// The words of the deadline cell.
    pub deadline: Spanned<Deadline>,
    /// Schools.
    pub schools: Vec<Reference<Slug>>,
    /// People.
    pub people: Vec<Reference<Slug>>,
    /// Topic, in the words of the measure.
    pub topic: Option<String>,
}

impl Roadmap {
    /// All events in the order of the document.
    pub fn events(&self) -> impl Iterator<Item = &Event> {
        self.sections.iter().flat_map(|section| &section.events)
    }

    /// An event by id, with its section.
    pub fn event(&self, id: &Slug) -> Option<(&Section, &Event)> {
        self.sections.iter().find_map(|section| {
            section
                .events
                .iter()
                .find(|event| &event.id == id)
                .map(|event| (section, event))
        })
    }

    /// True when the printed table has a column of this role.
    pub fn has_column(&self, role: ColumnRole) -> bool {
        self.columns.iter().any(|column| column.holds == role)
    }

    /// True when the plan is divided into titled sections.
    pub fn has_sections(&self) -> bool {
        self.sections.iter().any(|section| section.title.is_some())
    }

    /// The title on one line.
    pub fn title_line(&self) -> String {
        self.title.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

impl Event {
    /// Place and words of one cell; none when the row has no such cell.
    pub fn cell(&self, role: ColumnRole) -> Option<(Span, &str)> {
        match role {
            ColumnRole::Number => self.number.as_ref().map(|c| (c.span, c.value.as_str())),
            ColumnRole::Title => Some((self.title.span, self.title.value.as_str())),
            ColumnRole::Deadline => self
                .deadline
                .as_ref()
                .map(|c| (c.span, c.value.verbatim.as_str())),
            ColumnRole::Responsible => self
                .responsible
                .as_ref()
                .map(|c| (c.span, c.value.verbatim.as_str())),
            ColumnRole::Indicator => self
                .indicator
                .as_ref()
                .map(|c| (c.span, c.value.verbatim.as_str())),
            ColumnRole::Result => self
                .result
                .as_ref()
                .map(|c| (c.span, c.value.verbatim.as_str())),
        }
    }

    /// The last day of the deadline, when it has one.
    pub fn last_day(&self) -> Option<Date> {
        self.deadline
            .as_ref()
            .and_then(|deadline| deadline.value.last_day())
    }

    /// True when a school is named in the row.
    pub fn names_school(&self, school: &Slug) -> bool {
        self.schools.contains(school)
    }
}
