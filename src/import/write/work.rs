//! What writers are given and what they make.

use crate::import::paper::At;
use crate::import::understand::draft::Understood;
use crate::import::write::acts::{Acts, Named};
use crate::import::write::marks::Marks;
use crate::import::write::toml::comment;
use crate::model::id::TerritoryPath;

/// The blank at the beginning of a path when nobody knows yet whose plan this is.
pub const NO_PLACE: &str = "<регион>/<район>";

/// What the editor said beside the file.
#[derive(Debug, Clone, Copy)]
pub struct Wishes<'a> {
    /// Whose papers these are; none when nobody knows yet, and then paths begin with [`NO_PLACE`].
    pub place: Option<&'a TerritoryPath>,
    /// Name of the file as the editor knows it.
    pub file: &'a str,
    /// Period of the plan as content files write it.
    pub period: Option<&'a str>,
    /// Title of the plan.
    pub title: Option<&'a str>,
}

/// A content file that was made of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFile {
    /// Path relative to the content folder.
    pub path: String,
    /// Its text.
    pub text: String,
    /// What it is made of.
    pub of: Of,
}

/// Which draft a file is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// A plan.
    Plan(usize),
    /// An order.
    Order(usize),
    /// A passport.
    Program(usize),
    /// A working group.
    Group(usize),
}

/// Files made of everything that was understood of a paper.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// The files.
    pub files: Vec<NewFile>,
    /// What stands in the files of plans.
    pub plans: Vec<PlanFile>,
    /// What the files cannot do without and the paper does not say: each with the option that says it.
    pub lacks: Vec<String>,
    /// What was decided beside the words of the paper, a sentence each without a full stop.
    pub notes: Vec<String>,
    /// Rows that no file could take over, with their places: beside what was skipped before.
    pub left: Vec<(At, String, String)>,
}

/// What stands in the file of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanFile {
    /// Path relative to the content folder.
    pub path: String,
    /// Its measures.
    pub events: Vec<EventRow>,
}

/// A measure and where it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventRow {
    /// Its identifier in the file.
    pub id: String,
    /// Its number as printed.
    pub number: Option<String>,
    /// Its words.
    pub title: String,
    /// Its row in the paper.
    pub at: At,
}

/// What all writers look at.
pub(super) struct Desk<'a> {
    /// The drafts.
    pub understood: &'a Understood,
    /// What the editor said.
    pub wishes: &'a Wishes<'a>,
    /// Acts of the portal.
    pub acts: &'a Acts,
    /// Identifier of each order; none for an order without number and date.
    pub named: &'a [Option<Named>],
    /// Comments by place.
    pub marks: &'a Marks,
}

impl Desk<'_> {
    /// The path of a file of the territory.
    pub fn path(&self, rest: &str) -> String {
        match self.wishes.place {
            Some(place) => format!("{place}/{rest}"),
            None => format!("{NO_PLACE}/{rest}"),
        }
    }

    /// True when the papers are a region's.
    pub fn is_region(&self) -> bool {
        self.wishes
            .place
            .is_some_and(|place| place.municipality.is_none())
    }

    /// The identifier of the order with this place among the drafts.
    pub fn act(&self, order: Option<usize>) -> Option<&str> {
        let named = self.named.get(order?)?.as_ref()?;
        Some(named.id.as_str())
    }

    /// The head of a new file: its schema for other programs, and what it was made of.
    pub fn head(&self, path: &str, schema: &str, what: &str) -> String {
        let up = "../".repeat(path.matches('/').count());
        let said = comment(&format!(
            "{what} из файла «{}». Слова документа перенесены без изменений.",
            self.wishes.file
        ));
        format!("#:schema {up}.schema/{schema}.json\n{said}")
    }
}
