//! What rows are made from, and the columns that say which place a row belongs to.

use jiff::civil::Date;

use crate::export::table::{Column, ColumnKind, Value};
use crate::model::id::{EventRef, Reference, Slug};
use crate::model::place::territory::Territory;
use crate::model::plan::roadmap::Roadmap;
use crate::model::portal::Portal;
use crate::site::{PageKey, Site, anchors};
use crate::text::language::Words;

/// A territory of which rows are made.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// The whole portal.
    pub portal: &'a Portal,
    /// Its map: which pages and files there are.
    pub site: &'a Site,
    /// The territory.
    pub territory: &'a Territory,
    /// The day the data speak of.
    pub today: Date,
    /// Russian: data are told in the language of the documents, whatever the pages are in.
    pub words: &'a Words,
}

/// The territory of a row, as a key of the table of territories.
pub const TERRITORY: Column = Column::new(
    "territory",
    ColumnKind::Id,
    "Территория",
    "Регион или муниципалитет, которому принадлежит запись: имя в таблице territorii. Вычислено по месту файла.",
)
.required()
.from("municipalities", "id");

/// The region of a row.
pub const REGION: Column = Column::new(
    "region",
    ColumnKind::Id,
    "Регион",
    "Номер и имя субъекта Федерации латиницей. Вычислено по месту файла.",
)
.required();

/// The municipality of a row.
pub const MUNICIPALITY: Column = Column::new(
    "municipality",
    ColumnKind::Id,
    "Муниципалитет",
    "Имя муниципалитета латиницей; пусто, если запись принадлежит региону. Вычислено по месту файла.",
);

/// The measure a row is about, as a key of the table of measures.
pub const EVENT: Column = Column::new(
    "event",
    ColumnKind::Id,
    "Мероприятие",
    "Мероприятие: имя в таблице sobytiya.",
)
.required()
.from("events", "id");

/// The page of a row.
pub const URL: Column = Column::new(
    "url",
    ColumnKind::Address,
    "Адрес страницы",
    "Страница записи: адрес от корня портала. Вычислено.",
)
.required();

/// Where the documents say what a row says.
pub const SOURCE: Column = Column::new(
    "source",
    ColumnKind::Text,
    "Источник",
    "В каком документе об этом сказано, словами редактора.",
);

impl<'a> Place<'a> {
    /// Region and municipality.
    pub fn names(&self) -> [Value<'a>; 2] {
        let path = &self.territory.path;
        [
            Value::text(path.region.as_str()),
            Value::maybe(path.municipality.as_ref().map(Slug::as_str)),
        ]
    }

    /// The territory.
    pub fn own_id(&self) -> Value<'a> {
        Value::text(self.territory.path.to_string())
    }

    /// Id of something of the territory in the whole portal.
    pub fn id(&self, own: &Slug) -> String {
        format!("{}/{own}", self.territory.path)
    }

    /// Id of an event in the whole portal.
    pub fn event_id(&self, plan: &Roadmap, event: &Slug) -> String {
        format!("{}/{}/{event}", self.territory.path, plan.id)
    }

    /// Ids of events as lists have them.
    pub fn event_ids(&self, events: &'a [Reference<EventRef>]) -> Value<'a> {
        Value::list(
            events
                .iter()
                .map(|event| format!("{}/{}", self.territory.path, event.to)),
        )
    }

    /// Ids of things of the territory as lists have them.
    pub fn ids(&self, own: impl IntoIterator<Item = &'a Slug>) -> Value<'a> {
        Value::list(own.into_iter().map(|id| self.id(id)))
    }

    /// Id of an act of the territory, when it is there.
    pub fn document_id(&self, named: Option<&Reference<Slug>>) -> Value<'a> {
        let known = named.filter(|document| self.territory.document(&document.to).is_some());
        Value::maybe(known.map(|document| self.id(&document.to)))
    }

    /// Address of a page from the root of the portal, with an anchor when there is one; of a page that a country does
    /// not have, where its contents stand.
    pub fn url(&self, page: &PageKey, anchor: &str) -> Value<'a> {
        let seats = self.site.seats();
        Value::text(match seats.seat(page) {
            None if anchor.is_empty() => format!("/{}", page.address().as_str()),
            None => format!("/{}#{anchor}", page.address().as_str()),
            // People keep their anchors wherever they stand.
            Some((seat, _)) if anchors::is_person(anchor) => {
                format!("/{}#{anchor}", seat.address().as_str())
            }
            Some(_) => format!("/{}", seats.address(page)),
        })
    }

    /// Name of a person of the territory.
    pub fn person_name(&self, named: Option<&Reference<Slug>>) -> Value<'a> {
        let person = named.and_then(|person| self.territory.person(&person.to));
        Value::maybe(person.map(|person| person.name.as_str()))
    }
}

/// Codes of all values of an enumeration of the model, for [`ColumnKind::OneOf`].
macro_rules! codes {
    ($name:ident, $kind:ty, $code:ident) => {
        const $name: [&str; <$kind>::ALL.len()] = {
            let mut codes = [""; <$kind>::ALL.len()];
            let mut index = 0;
            while index < codes.len() {
                codes[index] = <$kind>::ALL[index].$code();
                index += 1;
            }
            codes
        };
    };
}
pub(crate) use codes;
