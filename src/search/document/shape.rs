//! The shape of a document: what the index is given and what a card of a result shows.

use crate::model::plan::responsible::Role;

/// Few documents have more texts.
const FIELDS: usize = 10;

/// Something that can be found, with an address of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// What it is.
    pub kind: Kind,
    /// The territory it belongs to: its place in `Portal::territories`; none for what belongs to the whole portal.
    pub territory: Option<usize>,
    /// Address from the root of the portal without a leading slash; it may end with an anchor.
    pub address: String,
    /// First line of its card, without line breaks.
    pub title: String,
    /// Second line: deadline of an event word for word, posts of a person, meaning of a term. May be empty.
    pub note: String,
    /// Third line, in which found words are marked: who answers for an event, or the beginning of a text. May be empty.
    pub text: String,
    /// Year by which it counts as fresh or old.
    pub year: Option<i16>,
    /// Stored status of an event: one of the five words of content, «выполнено», «нет данных» …
    pub status: Option<&'static str>,
    /// Texts to be found by, each with its field; a field may occur more than once.
    pub fields: Vec<(Field, String)>,
    /// Dates as tokens, each once, in order: `@2023-04-20`, `@04-20`, `@2023-04`, `@04`, `@2023`.
    pub dates: Vec<String>,
    /// What it can be filtered by.
    pub facets: Facets,
}

/// Values of filters beside kind, territory, year and status.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facets {
    /// Months in which an event goes on, 1–12, in order, each once. Measures for the whole year have all of its months.
    pub months: Vec<u8>,
    /// Title of the plan's section an event stands in, on one line.
    pub section: Option<String>,
    /// Roles that answer for an event, in the order of its cell, each once.
    pub roles: Vec<Role>,
    /// Schools it names: places in the list of schools of its territory, in order.
    pub schools: Vec<usize>,
}

/// What a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A region or municipality.
    Municipality,
    /// A roadmap.
    Plan,
    /// A row of a roadmap.
    Event,
    /// A school.
    School,
    /// A question of parents.
    Question,
    /// A practice.
    Practice,
    /// A collection of practices.
    Collection,
    /// A news item.
    News,
    /// An order or another act.
    Act,
    /// A section of a territory that has a text of its own.
    Section,
    /// A person.
    Person,
    /// A word of the glossary.
    Term,
    /// A page of the whole portal.
    Page,
}

/// Where in a document a text stands; what each is worth, the ranking says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The title.
    Title,
    /// Other names: of people and schools an event names, of a municipality, of a person.
    Name,
    /// Numbers of acts as printed; numbers of rows would answer every number.
    Number,
    /// What shows that an event was done, and its resulting documents.
    Indicator,
    /// Who answers.
    Responsible,
    /// The deadline word for word.
    Deadline,
    /// Titles of a plan's sections.
    Section,
    /// The text itself.
    Body,
    /// Names of the territory and its region.
    Place,
    /// Everything else that should lead here.
    Extra,
}

impl Field {
    /// Every field, in the order of their numbers.
    pub const ALL: [Field; 10] = [
        Field::Title,
        Field::Name,
        Field::Number,
        Field::Indicator,
        Field::Responsible,
        Field::Deadline,
        Field::Section,
        Field::Body,
        Field::Place,
        Field::Extra,
    ];
}

impl Document {
    /// A document of a kind at an address with its title; everything else is empty.
    pub fn new(kind: Kind, address: impl Into<String>, title: impl Into<String>) -> Document {
        let title = title.into();
        let mut fields = Vec::with_capacity(FIELDS);
        fields.push((Field::Title, title.clone()));
        Document {
            kind,
            territory: None,
            address: address.into(),
            note: String::new(),
            text: String::new(),
            year: None,
            status: None,
            fields,
            title,
            dates: Vec::new(),
            facets: Facets::default(),
        }
    }

    /// Adds a text to be found by; an empty one is left out.
    pub fn add(&mut self, field: Field, text: impl Into<String>) {
        let text = text.into();
        if !text.trim().is_empty() {
            self.fields.push((field, text));
        }
    }

    /// Adds several texts to one field.
    pub fn add_all<T: Into<String>>(&mut self, field: Field, texts: impl IntoIterator<Item = T>) {
        for text in texts {
            self.add(field, text);
        }
    }
}

impl Kind {
    /// Every kind, in the order of filters.
    pub const ALL: &'static [Kind] = &[
        Kind::Municipality,
        Kind::Plan,
        Kind::Event,
        Kind::School,
        Kind::Question,
        Kind::Practice,
        Kind::Collection,
        Kind::News,
        Kind::Act,
        Kind::Section,
        Kind::Person,
        Kind::Term,
        Kind::Page,
    ];

    /// The kind in Russian, singular, for cards.
    pub fn words(self) -> &'static str {
        match self {
            Kind::Municipality => "район или регион",
            Kind::Plan => "дорожная карта",
            Kind::Event => "мероприятие",
            Kind::School => "школа",
            Kind::Question => "вопрос родителей",
            Kind::Practice => "практика",
            Kind::Collection => "сборник практик",
            Kind::News => "новость",
            Kind::Act => "документ",
            Kind::Section => "раздел",
            Kind::Person => "человек",
            Kind::Term => "слово",
            Kind::Page => "страница портала",
        }
    }

    /// Whether its title is offered while somebody types: what people know by name.
    pub fn is_offered(self) -> bool {
        !matches!(
            self,
            Kind::Event | Kind::Plan | Kind::Section | Kind::News | Kind::Act | Kind::Page
        )
    }

    /// Latin code for the address of a search and for class names.
    pub const fn code(self) -> &'static str {
        match self {
            Kind::Municipality => "municipality",
            Kind::Plan => "plan",
            Kind::Event => "event",
            Kind::School => "school",
            Kind::Question => "question",
            Kind::Practice => "practice",
            Kind::Collection => "collection",
            Kind::News => "news",
            Kind::Act => "act",
            Kind::Section => "section",
            Kind::Person => "person",
            Kind::Term => "term",
            Kind::Page => "page",
        }
    }
}
