//! What changed in the content and when, told in words. The words are made by `history` from old and new versions of
//! files; here they are only kept, and found by what they are about.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use jiff::civil::Date;

use crate::model::id::{EventRef, Slug, TerritoryPath};

/// The history of the content, as far as it is known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct History {
    /// How much of it is known.
    pub state: State,
    /// The changes, oldest first.
    changes: Vec<Change>,
    /// Names of territories as they were last called, those that are gone included.
    pub places: BTreeMap<TerritoryPath, String>,
    /// Positions in `changes` by what they are about, oldest first.
    by_subject: BTreeMap<(Option<TerritoryPath>, Subject), Vec<usize>>,
    /// Positions in `changes` by territory, oldest first.
    by_territory: BTreeMap<TerritoryPath, Vec<usize>>,
}

/// How much of the history is known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum State {
    /// Nobody asked for it.
    #[default]
    Unread,
    /// From the first day on.
    Known,
    /// It cannot be read; why, in a Russian sentence without its final dot.
    Unknown(String),
    /// Only what came after this day: the rest was not fetched from the place that keeps the content.
    Shallow(Date),
}

/// What one change of the content did to one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The change of the content it was part of: the full hash of the commit.
    pub commit: String,
    /// When the content was changed.
    pub at: Timestamp,
    /// The day of it on the clock of whoever changed it.
    pub day: Date,
    /// The territory, at the address it has now; none for what the whole portal shares.
    pub territory: Option<TerritoryPath>,
    /// The thing, by the identifier it has now.
    pub subject: Subject,
    /// What the thing was called at that time.
    pub title: String,
    /// What happened to it, the weightiest first.
    pub details: Vec<Detail>,
}

/// One thing that happened to a subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Detail {
    /// What kind of change.
    pub what: What,
    /// The words before, where there were any.
    pub before: Option<String>,
    /// The words after, where there are any.
    pub after: Option<String>,
    /// The sentence, lower case and without a dot: «срок перенесён с апреля на май».
    pub words: String,
    /// True for what does not change a promise or a fact: slips of the pen, retellings, order.
    pub minor: bool,
}

/// What a change is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// The portal as a whole: its settings, or its first day.
    Portal,
    /// A region or municipality: its main file.
    Territory,
    /// A roadmap.
    Plan(Slug),
    /// An event of a roadmap.
    Event(EventRef),
    /// An act.
    Document(Slug),
    /// The programme.
    Program,
    /// A school.
    School(Slug),
    /// A person.
    Person(Slug),
    /// The curators.
    Curators,
    /// The working group.
    WorkingGroup,
    /// A practice.
    Practice(Slug),
    /// A news item.
    News(Slug),
    /// The text of a required section, by its code; empty for the territory's main page.
    Section(String),
    /// A collection of practices.
    Collection(Slug),
    /// A question of parents.
    Question(Slug),
    /// A page about the portal.
    Page(Slug),
    /// A word of the glossary.
    Term(Slug),
    /// Another shared list: `risks`, `cycle`, `search`.
    Reference(&'static str),
    /// A picture or another published file, by its path.
    File(String),
}

/// What happened, for tables and filters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum What {
    /// It is new.
    Appeared,
    /// It is gone.
    Vanished,
    /// It has another address, another number or another section.
    Moved,
    /// It is called otherwise.
    Title,
    /// Another time.
    Deadline,
    /// Another indicator or result.
    Indicator,
    /// Somebody else answers for it.
    Responsible,
    /// Its status, the day of it or the fact.
    Status,
    /// A proof came, went or was changed.
    Proof,
    /// Somebody came into a group or a list, left it or changed the post.
    Members,
    /// What a school is in a plan.
    Category,
    /// The period, the approving act or another property.
    Property,
    /// A text.
    Text,
}

impl What {
    /// Latin code for open data and `data-` attributes.
    pub fn code(self) -> &'static str {
        match self {
            What::Appeared => "appeared",
            What::Vanished => "vanished",
            What::Moved => "moved",
            What::Title => "title",
            What::Deadline => "deadline",
            What::Indicator => "indicator",
            What::Responsible => "responsible",
            What::Status => "status",
            What::Proof => "proof",
            What::Members => "members",
            What::Category => "category",
            What::Property => "property",
            What::Text => "text",
        }
    }
}

impl Subject {
    /// Latin code of the kind, for open data.
    pub fn code(&self) -> &'static str {
        match self {
            Subject::Portal => "portal",
            Subject::Territory => "territory",
            Subject::Plan(_) => "plan",
            Subject::Event(_) => "event",
            Subject::Document(_) => "document",
            Subject::Program => "program",
            Subject::School(_) => "school",
            Subject::Person(_) => "person",
            Subject::Curators => "curators",
            Subject::WorkingGroup => "working-group",
            Subject::Practice(_) => "practice",
            Subject::News(_) => "news",
            Subject::Section(_) => "section",
            Subject::Collection(_) => "collection",
            Subject::Question(_) => "question",
            Subject::Page(_) => "page",
            Subject::Term(_) => "term",
            Subject::Reference(_) => "reference",
            Subject::File(_) => "file",
        }
    }

    /// The identifier among its kind; empty where there is only one.
    pub fn id(&self) -> String {
        match self {
            Subject::Plan(id)
            | Subject::Document(id)
            | Subject::School(id)
            | Subject::Person(id)
            | Subject::Practice(id)
            | Subject::News(id)
            | Subject::Collection(id)
            | Subject::Question(id)
            | Subject::Page(id)
            | Subject::Term(id) => id.to_string(),
            Subject::Event(event) => event.to_string(),
            Subject::Section(code) => code.clone(),
            Subject::Reference(name) => (*name).to_owned(),
            Subject::File(path) => path.clone(),
            Subject::Portal
            | Subject::Territory
            | Subject::Program
            | Subject::Curators
            | Subject::WorkingGroup => String::new(),
        }
    }

    /// What kind of thing it is, in Russian, for pages and tables.
    pub fn kind(&self) -> &'static str {
        match self {
            Subject::Portal => "портал",
            Subject::Territory => "территория",
            Subject::Plan(_) => "план",
            Subject::Event(_) => "мероприятие",
            Subject::Document(_) => "документ",
            Subject::Program => "программа",
            Subject::School(_) => "школа",
            Subject::Person(_) => "человек",
            Subject::Curators => "кураторы",
            Subject::WorkingGroup => "рабочая группа",
            Subject::Practice(_) => "практика",
            Subject::News(_) => "новость",
            Subject::Section(_) => "раздел",
            Subject::Collection(_) => "сборник",
            Subject::Question(_) => "вопрос родителей",
            Subject::Page(_) => "страница о портале",
            Subject::Term(_) => "слово словаря",
            Subject::Reference(_) => "справочник",
            Subject::File(_) => "файл",
        }
    }
}

/// How often an event was changed, for calendars (RFC 5545: `SEQUENCE` and `LAST-MODIFIED`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Revision {
    /// Changes after the event first appeared; 0 when there were none or the history is not known.
    pub sequence: u32,
    /// The last change of it, its appearance included; none when the history does not know.
    pub modified: Option<Timestamp>,
}

impl Change {
    /// All sentences, joined: «срок перенесён с апреля на май; добавлено подтверждение: «Протокол»».
    pub fn words(&self) -> String {
        let all: Vec<&str> = self.details.iter().map(|one| one.words.as_str()).collect();
        all.join("; ")
    }

    /// True when nothing in it changes a promise or a fact.
    pub fn is_minor(&self) -> bool {
        self.details.iter().all(|one| one.minor)
    }

    /// The first letters of the commit's hash, as people quote it. Always as many, so that two builds say the same.
    pub fn short_commit(&self) -> &str {
        self.commit.get(..8).unwrap_or(&self.commit)
    }
}

impl History {
    /// A history of which nothing can be told.
    pub fn unknown(reason: impl Into<String>) -> History {
        History {
            state: State::Unknown(reason.into()),
            ..History::default()
        }
    }

    /// A history from its changes, oldest first.
    pub fn new(
        state: State,
        changes: Vec<Change>,
        places: BTreeMap<TerritoryPath, String>,
    ) -> History {
        let mut by_subject: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        let mut by_territory: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for (position, change) in changes.iter().enumerate() {
            let key = (change.territory.clone(), change.subject.clone());
            by_subject.entry(key).or_default().push(position);
            if let Some(territory) = &change.territory {
                let own: &mut Vec<usize> = by_territory.entry(territory.clone()).or_default();
                own.push(position);
            }
        }
        History {
            state,
            changes,
            places,
            by_subject,
            by_territory,
        }
    }

    /// True when it is known, from the first day or a later one on.
    pub fn is_known(&self) -> bool {
        matches!(self.state, State::Known | State::Shallow(_))
    }

    /// All changes, oldest first.
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// Changes of one thing, oldest first.
    pub fn of<'a>(
        &'a self,
        territory: Option<&TerritoryPath>,
        subject: &Subject,
    ) -> impl DoubleEndedIterator<Item = &'a Change> {
        let key = (territory.cloned(), subject.clone());
        let positions = self.by_subject.get(&key);
        positions
            .into_iter()
            .flatten()
            .map(|position| &self.changes[*position])
    }

    /// Changes of a territory, oldest first.
    pub fn in_territory<'a>(
        &'a self,
        territory: &TerritoryPath,
    ) -> impl DoubleEndedIterator<Item = &'a Change> + use<'a> {
        let positions = self.by_territory.get(territory);
        positions
            .into_iter()
            .flatten()
            .map(|position| &self.changes[*position])
    }

    /// How often an event was changed and when last. The appearance of the event, alone or with its plan, is no change.
    pub fn revision(&self, territory: &TerritoryPath, event: &EventRef) -> Revision {
        let own: Vec<&Change> = self
            .of(Some(territory), &Subject::Event(event.clone()))
            .collect();
        let born = own.first().is_some_and(|change| {
            let mut details = change.details.iter();
            details.any(|detail| detail.what == What::Appeared)
        });
        let sequence = own.len() - usize::from(born);
        let appeared = || {
            let plan = Subject::Plan(event.plan.clone());
            let first = |subject| self.of(Some(territory), subject).next().map(|c| c.at);
            first(&plan).or_else(|| first(&Subject::Territory))
        };
        Revision {
            sequence: u32::try_from(sequence).unwrap_or(u32::MAX),
            modified: own.iter().map(|change| change.at).max().or_else(appeared),
        }
    }

    /// Years in which something changed, newest first.
    pub fn years(&self, territory: Option<&TerritoryPath>) -> Vec<i16> {
        let year = |change: &Change| change.day.year();
        let years: BTreeSet<i16> = match territory {
            Some(path) => self.in_territory(path).map(year).collect(),
            None => self.changes.iter().map(year).collect(),
        };
        years.into_iter().rev().collect()
    }

    /// When anything of a territory was changed last.
    pub fn last_change(&self, territory: &TerritoryPath) -> Option<&Change> {
        self.in_territory(territory).next_back()
    }
}
