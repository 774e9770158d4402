//! Acts of the portal by number and day: what an order is called here, and whether it is here already.

use jiff::civil::Date;

use crate::content;
use crate::content::fields::{FileKind, locate};
use crate::content::typed::place::authority;
use crate::content::typed::reader::Reader;
use crate::files::sources::Sources;
use crate::import::understand::draft::OrderDraft;
use crate::model::id::{Slug, TerritoryPath};
use crate::text::slug::slug;

/// Acts of a territory and its region, and the names taken.
#[derive(Debug, Default)]
pub struct Acts {
    known: Vec<Known>,
    /// Who issues the orders of the territory, as its main file says.
    issuer: Option<String>,
}

#[derive(Debug)]
struct Known {
    id: String,
    number: String,
    date: Option<Date>,
    /// Its file; none for an order of the paper that is being written.
    path: Option<String>,
}

/// The name of an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Its identifier.
    pub id: String,
    /// Its file, when the portal has the act already.
    pub path: Option<String>,
}

impl Acts {
    /// The acts of a territory and of its region.
    pub fn of(sources: &Sources, place: Option<&TerritoryPath>) -> Acts {
        let Some(place) = place else {
            return Acts::default();
        };
        let region = TerritoryPath {
            region: place.region.clone(),
            municipality: None,
        };
        let mut acts = Acts::default();
        for (id, source) in sources.iter() {
            let Ok(location) = locate(&source.path) else {
                continue;
            };
            let own = location.territory.as_ref() == Some(place);
            let main = matches!(location.kind, FileKind::Region | FileKind::Municipality) && own;
            let act = location.kind == FileKind::Document
                && (own || location.territory.as_ref() == Some(&region));
            if !main && !act {
                continue;
            }
            let Some(raw) = content::file(id, source).0.raw else {
                continue;
            };
            let file = Reader::new(&raw.table);
            if main {
                let named = authority(file).map(|authority| authority.name);
                acts.issuer = named.or_else(|| file.text("ministry"));
                continue;
            }
            acts.known.push(Known {
                id: name_of(&source.path).to_owned(),
                number: folded(&file.text("number").unwrap_or_default()),
                date: file.date("date"),
                path: Some(source.path.clone()),
            });
        }
        acts
    }

    /// The name of an order: that of the act with its number and day, else one made of its number.
    pub fn name(&mut self, order: &OrderDraft) -> Option<Named> {
        let number = order.number.as_ref().map(|text| text.words.as_str());
        if let Some(known) = self.find(number.unwrap_or_default(), order.date) {
            return Some(Named {
                id: known.id.clone(),
                path: known.path.clone(),
            });
        }
        let words = slug(number.unwrap_or_default());
        let day = order.date.map(|date| date.to_string());
        let base = match (words.trim_matches('-'), day) {
            ("", Some(day)) => format!("{}-{day}", slug(order.kind)),
            // An order without number and date is known by nothing; its text is worth a file nevertheless.
            ("", None) if order.text_known => slug(order.kind),
            ("", None) => return None,
            (number, _) => number.to_owned(),
        };
        let year = order.date.map(|date| format!("{base}-{}", date.year()));
        let names = [Some(base.clone()), year].into_iter().flatten();
        let id = names
            .chain((2..).map(|more| format!("{base}-{more}")))
            .find(|id| !self.known.iter().any(|known| known.id == *id))?;
        Slug::parse(&id)?;
        self.known.push(Known {
            id: id.clone(),
            number: folded(number.unwrap_or_default()),
            date: order.date,
            path: None,
        });
        Some(Named { id, path: None })
    }

    /// The identifier of an act that the portal has.
    pub fn known(&self, number: &str, date: Option<Date>) -> Option<&str> {
        self.find(number, date).map(|known| known.id.as_str())
    }

    /// Who issues the orders of the territory, as its main file says.
    pub fn issuer(&self) -> Option<&str> {
        self.issuer.as_deref()
    }

    fn find(&self, number: &str, date: Option<Date>) -> Option<&Known> {
        let number = folded(number);
        self.known.iter().find(|known| {
            let same_day = known.date == date || (known.path.is_some() && date.is_none());
            !number.is_empty() && known.number == number && same_day
        })
    }
}

/// A number for comparison: «114- од» and «114-ОД» are one; Latin letters that look like Russian ones are those.
fn folded(number: &str) -> String {
    slug(&number.split_whitespace().collect::<String>())
}

fn name_of(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.strip_suffix(".toml").unwrap_or(name)
}
