//! What was understood of a paper: drafts of content files, every text word for word beside the place it stood at.
//! Drafts hold no identifiers and no paths: those are the portal's, not the paper's.

use jiff::civil::Date;

use crate::import::paper::At;
use crate::model::plan::period::Period;
use crate::model::plan::roadmap::ColumnRole;

/// All that a paper holds for this portal.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Understood {
    /// Plans in the order of the paper.
    pub plans: Vec<PlanDraft>,
    /// Passports of programmes.
    pub programs: Vec<ProgramDraft>,
    /// Working groups.
    pub groups: Vec<GroupDraft>,
    /// Orders: those whose text is in the paper, then those known from an approval stamp only.
    pub orders: Vec<OrderDraft>,
    /// What was not taken over: every word of the paper is in a draft or here.
    pub skipped: Vec<Skipped>,
    /// What a person should look at, in the order in which it was met; what the reader of the file remarked stands last.
    pub doubts: Vec<Doubt>,
}

/// Words and where they stood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    /// Word for word; lines of a text that took several are parted by `\n`.
    pub words: String,
    /// Where the text begins.
    pub at: At,
}

/// A plan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlanDraft {
    /// Title, line breaks as printed. None when nothing above the table looks like one.
    pub title: Option<Text>,
    /// The years it is made for.
    pub period: Option<PeriodDraft>,
    /// «УТВЕРЖДЕН приказом …» above the title.
    pub approval_stamp: Option<Text>,
    /// The act of the stamp or the order of the same paper: which one of [`Understood::orders`].
    pub order: Option<usize>,
    /// Text between title and table.
    pub preamble: Option<Text>,
    /// Columns that this portal has a place for, in the order of the paper, each role once.
    pub columns: Vec<ColumnDraft>,
    /// Headings of columns that this portal has no place for; their cells are in [`EventDraft::extra`].
    pub extra_columns: Vec<Text>,
    /// Sections; a plan without sections has one without a title.
    pub sections: Vec<SectionDraft>,
    /// Where the table begins.
    pub at: At,
}

/// The period of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeriodDraft {
    /// First and last day.
    pub value: Period,
    /// As content files write it: `2023`, `2022-2023`, `2023-01-01/2025-12-31`.
    pub written: String,
    /// The words it was read from.
    pub from: Text,
}

/// A column of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnDraft {
    /// Its heading as printed; headings of two rows are parted by `\n`.
    pub heading: String,
    /// What it holds.
    pub role: ColumnRole,
}

/// A section of a plan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SectionDraft {
    /// «I.», «Раздел 2.» as printed.
    pub numeral: Option<String>,
    /// Title without the numeral; none for the only section of a plan without sections.
    pub title: Option<String>,
    /// «Цель: …».
    pub goal: Option<String>,
    /// «Задачи:».
    pub tasks_heading: Option<String>,
    /// Tasks, each with its number or dash.
    pub tasks: Vec<String>,
    /// Events.
    pub events: Vec<EventDraft>,
    /// Where its title stands.
    pub at: At,
}

/// A row of a plan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EventDraft {
    /// Its number as printed or as the program of origin sets it; never made up.
    pub number: Option<String>,
    /// Cells in the order of the plan's columns, without the number; empty cells are left out.
    pub cells: Vec<CellDraft>,
    /// Cells of columns that this portal has no place for: heading and words.
    pub extra: Vec<(String, String)>,
    /// Where its first row stands.
    pub at: At,
}

/// A cell of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellDraft {
    /// Its column.
    pub role: ColumnRole,
    /// Its words, the parts of a torn cell put together.
    pub words: String,
    /// The parts as printed, more than one when the row was torn; empty parts are left out.
    pub parts: Vec<Text>,
    /// True when the words stand in a cell that is merged over several rows and were repeated here.
    pub shared: bool,
}

/// A programme's passport.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProgramDraft {
    /// Title.
    pub title: Option<Text>,
    /// Words of the row on the period.
    pub period: Option<String>,
    /// Rows of the passport.
    pub rows: Vec<PassportRow>,
    /// Text around the passport, cut into parts.
    pub parts: Vec<PartDraft>,
    /// Which of [`Understood::orders`] approves it.
    pub order: Option<usize>,
    /// Where it begins.
    pub at: At,
}

/// A row of a passport.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PassportRow {
    /// Left cell.
    pub label: String,
    /// Right cell.
    pub value: String,
    /// The right cell as a list, when it is one.
    pub items: Vec<String>,
    /// Where.
    pub at: At,
}

/// A part of a programme's text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PartDraft {
    /// «сведения», «проблемы», «цели», «задачи» or «меры», judged by the words before the list.
    pub kind: &'static str,
    /// Heading.
    pub heading: Option<String>,
    /// Text before the list.
    pub intro: Option<String>,
    /// The list.
    pub items: Vec<String>,
    /// Where it begins.
    pub at: At,
}

/// A working group.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GroupDraft {
    /// Title.
    pub title: Option<Text>,
    /// Headings of the table; none for a list.
    pub columns: Vec<String>,
    /// Members.
    pub members: Vec<MemberDraft>,
    /// Which of [`Understood::orders`] approves it.
    pub order: Option<usize>,
    /// Where it begins.
    pub at: At,
}

/// A member of a working group.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MemberDraft {
    /// Number as printed.
    pub number: Option<String>,
    /// Name as printed.
    pub name: String,
    /// Post as printed.
    pub post: String,
    /// «руководитель», «заместитель руководителя», «член группы».
    pub role: &'static str,
    /// Where.
    pub at: At,
}

/// An order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OrderDraft {
    /// «приказ», «распоряжение» …, as content files name kinds.
    pub kind: &'static str,
    /// Number as printed, without «№».
    pub number: Option<Text>,
    /// Its day.
    pub date: Option<Date>,
    /// The words of the date.
    pub date_verbatim: Option<Text>,
    /// Who issued it, on one line.
    pub issuer: Option<Text>,
    /// «г. Горно-Алтайск».
    pub place: Option<Text>,
    /// All above the heading.
    pub letterhead: Option<Text>,
    /// «ПРИКАЗ», in two languages on two lines.
    pub heading: Option<Text>,
    /// «Об утверждении …».
    pub title: Option<Text>,
    /// From «В целях …» to the order word.
    pub preamble: Option<Text>,
    /// «ПРИКАЗЫВАЮ:».
    pub order_word: Option<Text>,
    /// Points.
    pub points: Vec<PointDraft>,
    /// Name of who signed.
    pub signatory: Option<Text>,
    /// Post of who signed.
    pub signatory_post: Option<Text>,
    /// Acts that the preamble names.
    pub basis: Vec<BasisDraft>,
    /// The stamp, when the order is known from it only.
    pub stamp: Option<Text>,
    /// True when the text of the order is in the paper.
    pub text_known: bool,
    /// Where it begins.
    pub at: At,
}

/// A point of an order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PointDraft {
    /// «1.», «2.1.».
    pub number: String,
    /// Its words; lines that belong to it without a number of their own are parted by `\n`.
    pub text: String,
    /// Words on its deadline.
    pub deadline: Option<String>,
    /// True for the point on control.
    pub control: bool,
    /// Where.
    pub at: At,
}

/// An act that an order is based on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BasisDraft {
    /// «приказ», «распоряжение» …
    pub kind: &'static str,
    /// Who issued it, in the case the order has it in.
    pub issuer: String,
    /// Number.
    pub number: String,
    /// Its day.
    pub date: Option<Date>,
    /// The words that name it.
    pub words: String,
}

/// Something that no draft holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// Where.
    pub at: At,
    /// Its words.
    pub words: String,
    /// Why, one Russian sentence without a full stop.
    pub why: String,
}

/// Something that a person should look at.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Doubt {
    /// Where: the row of the event, the title, the table.
    pub at: At,
    /// The column of the cell it is about.
    pub column: Option<&'static str>,
    /// What, one Russian sentence without a full stop.
    pub words: String,
}

impl EventDraft {
    /// The cell of a column.
    pub fn cell(&self, role: ColumnRole) -> Option<&CellDraft> {
        self.cells.iter().find(|cell| cell.role == role)
    }

    /// The words of a column; nothing when the cell is empty.
    pub fn words(&self, role: ColumnRole) -> &str {
        self.cell(role).map_or("", |cell| &cell.words)
    }
}

impl Understood {
    /// True when there is nothing to make a file of.
    pub fn is_empty(&self) -> bool {
        let found = [
            self.plans.len(),
            self.programs.len(),
            self.groups.len(),
            self.orders.len(),
        ];
        found.iter().all(|count| *count == 0)
    }
}

impl PlanDraft {
    /// All events in the order of the paper.
    pub fn events(&self) -> impl Iterator<Item = &EventDraft> {
        self.sections.iter().flat_map(|section| &section.events)
    }

    /// True when the plan has sections with titles.
    pub fn has_sections(&self) -> bool {
        self.sections.iter().any(|section| section.title.is_some())
    }
}

impl Doubt {
    /// A doubt about a place.
    pub fn new(at: &At, words: impl Into<String>) -> Self {
        Doubt {
            at: at.clone(),
            column: None,
            words: words.into(),
        }
    }

    /// A doubt about a cell.
    pub fn of(at: &At, role: ColumnRole, words: impl Into<String>) -> Self {
        Doubt {
            at: at.clone(),
            column: Some(role.name()),
            words: words.into(),
        }
    }
}

impl Skipped {
    /// Words that were not taken over, and why.
    pub fn new(at: &At, words: impl Into<String>, why: impl Into<String>) -> Self {
        Skipped {
            at: at.clone(),
            words: words.into(),
            why: why.into(),
        }
    }
}
