//! A file at one time, read as the portal reads it.

use crate::content::fields::{FileKind, Location};
use crate::content::meaning::{Known, Names};
use crate::content::raw::{Table, Value};
use crate::content::typed::reader::Reader;
use crate::content::typed::{place, plan, record, shared};
use crate::content::{self, ReadFile};
use crate::files::sources::{SourceFile, SourceId};
use crate::model::place::person::{Curator, Person};
use crate::model::place::school::School;
use crate::model::place::section::SectionNote;
use crate::model::place::territory::Territory;
use crate::model::plan::responsible::Directory;
use crate::model::plan::roadmap::Roadmap;
use crate::model::portal::Settings;
use crate::model::record::document::Document;
use crate::model::record::news::NewsItem;
use crate::model::record::practice::{Collection, Practice};
use crate::model::record::program::Program;
use crate::model::record::working_group::WorkingGroup;
use crate::model::reference::{InfoPage, Question, Term};

/// A version of a file.
#[derive(Debug, Clone)]
pub struct Version {
    /// What the file is and whose.
    pub(super) location: Location,
    /// What it says.
    pub(super) content: Content,
}

/// What a version of a file says.
#[derive(Debug, Clone)]
pub(super) enum Content {
    Settings(Box<Settings>),
    Territory(Box<Territory>),
    Plan(Box<Roadmap>),
    People(Vec<Person>),
    Schools(Vec<School>),
    Curators(Vec<Curator>),
    WorkingGroup(WorkingGroup),
    Program(Program),
    Document(Box<Document>),
    News(Box<NewsItem>),
    Practice(Box<Practice>),
    Note(Box<SectionNote>),
    Collection(Collection),
    Question(Question),
    Page(InfoPage),
    Terms(Vec<Term>),
    /// Another list, by the name of its subject: its values without spaces and comments.
    List(&'static str, String),
    /// A file that is only counted; a plan with the number of its events.
    Counted(usize),
}

/// How much of a version is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// What it says.
    Whole,
    /// What it is and that it has no mistakes: it is told with others in one sentence and never compared.
    Counted,
}

impl Version {
    /// See [`super::version`].
    pub(super) fn read(path: &str, bytes: &[u8], depth: Depth) -> Option<Version> {
        let source = SourceFile::new(path, bytes);
        let (read, _) = content::file(SourceId(0), &source);
        let location = read.location.clone().filter(|_| !read.broken)?;
        let content = match depth {
            Depth::Whole => understood(&location, &read)?,
            Depth::Counted => Content::Counted(events(&read.raw.as_ref()?.table)),
        };
        Some(Version { location, content })
    }

    /// Whether names of people, schools, acts and places are looked up in it long after it was changed last.
    pub(super) fn has_names(&self) -> bool {
        matches!(
            self.content,
            Content::Territory(_) | Content::People(_) | Content::Schools(_) | Content::Document(_)
        )
    }

    /// What the thing is called; empty for lists.
    pub(super) fn title(&self) -> &str {
        match &self.content {
            Content::Settings(settings) => &settings.title,
            Content::Territory(territory) => &territory.names.name,
            Content::Plan(plan) => &plan.title,
            Content::WorkingGroup(group) => &group.title,
            Content::Program(program) => &program.title,
            Content::Document(document) => &document.title,
            Content::News(item) => &item.title,
            Content::Practice(practice) => &practice.title,
            Content::Collection(collection) => &collection.title,
            Content::Question(question) => &question.title,
            Content::Page(page) => &page.title,
            Content::Note(note) => note.title.as_deref().unwrap_or_default(),
            Content::People(_)
            | Content::Schools(_)
            | Content::Curators(_)
            | Content::Terms(_)
            | Content::List(..)
            | Content::Counted(_) => "",
        }
    }
}

/// Events of a plan, with and without sections; 0 in other files.
fn events(table: &Table) -> usize {
    let rows = |table: &Table, key: &str| -> Vec<Table> {
        let list = table.entries.iter().find(|entry| entry.key == key);
        let list = list.map(|entry| &entry.node.value);
        let Some(Value::List(rows)) = list else {
            return Vec::new();
        };
        let tables = rows.iter().filter_map(|row| match &row.value {
            Value::Table(table) => Some(table.clone()),
            _ => None,
        });
        tables.collect()
    };
    let sections = rows(table, "section");
    let inside = sections.iter().map(|section| rows(section, "event").len());
    rows(table, "event").len() + inside.sum::<usize>()
}

fn understood(location: &Location, read: &ReadFile) -> Option<Content> {
    let raw = read.raw.as_ref()?;
    let table = Reader::new(&raw.table);
    let id = || location.id.clone();
    let prose = || read.prose.clone();
    Some(match location.kind {
        FileKind::Settings => Content::Settings(Box::new(shared::settings(table)?)),
        FileKind::Region | FileKind::Municipality => {
            let path = location.territory.as_ref()?;
            Content::Territory(Box::new(content::territory(path, &[read]).0?))
        }
        FileKind::People => Content::People(place::people(table)),
        FileKind::Schools => Content::Schools(place::schools(table)),
        FileKind::Curators => Content::Curators(place::curators(table)),
        FileKind::WorkingGroup => Content::WorkingGroup(record::working_group(table)?),
        FileKind::Program => Content::Program(record::program(table)?),
        // Who is meant by a cell is of no matter here: its words are compared.
        FileKind::Plan => {
            let nobody = Directory::default();
            let (names, known) = (Names::new(&nobody), Known::default());
            Content::Plan(Box::new(plan::roadmap(id()?, table, &names, &known)?))
        }
        FileKind::Document => Content::Document(Box::new(record::document(id()?, table)?)),
        FileKind::News => Content::News(Box::new(record::news_item(id()?, table, prose())?)),
        FileKind::Practice => Content::Practice(Box::new(record::practice(id()?, table, prose())?)),
        FileKind::SectionNote => {
            Content::Note(Box::new(record::section_note(&id()?, table, prose())))
        }
        FileKind::Collection => {
            Content::Collection(shared::collection(id()?, table, &mut Vec::new())?)
        }
        FileKind::Question => Content::Question(shared::question(id()?, table, prose())?),
        FileKind::Page => Content::Page(shared::page(id()?, table, prose())?),
        FileKind::Glossary => Content::Terms(shared::terms(table)),
        FileKind::Risks => Content::List("risks", plain::table(&raw.table)),
        FileKind::Cycle => Content::List("cycle", plain::table(&raw.table)),
        FileKind::Vocabulary => Content::List("search", plain::table(&raw.table)),
        FileKind::Addresses => Content::List("ids", plain::table(&raw.table)),
        FileKind::Lock | FileKind::Attachment => return None,
    })
}

/// A raw table without places, comments and the order of its keys.
mod plain {
    use crate::content::raw::{Table, Value};

    pub fn table(table: &Table) -> String {
        let mut entries: Vec<String> = table
            .entries
            .iter()
            .map(|entry| format!("{}={}", entry.key, value(&entry.node.value)))
            .collect();
        entries.sort();
        format!("{{{}}}", entries.join(";"))
    }

    fn value(value: &Value) -> String {
        match value {
            Value::List(nodes) => {
                let items: Vec<String> =
                    nodes.iter().map(|node| self::value(&node.value)).collect();
                format!("[{}]", items.join(","))
            }
            Value::Table(inner) => table(inner),
            Value::Text(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
            Value::Float(text) | Value::Moment(text) => text.clone(),
            Value::Integer(number) => number.to_string(),
            Value::Boolean(flag) => flag.to_string(),
            Value::Date(day) => day.to_string(),
        }
    }
}
