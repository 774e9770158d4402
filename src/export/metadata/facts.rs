//! What every description is made from, and the words that several of them use.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::model::place::territory::Territory;
use crate::model::portal::Portal;
use crate::model::record::document::Document;
use crate::site::data::{Format, Scope, TableName, is_country};
use crate::site::metadata::ABOUT;
use crate::site::{Address, PageKey, PlacePage};
use crate::text::fingerprint::Fingerprint;
use crate::text::russian::capitalized;

/// What there is to describe.
#[derive(Clone, Copy)]
pub struct Facts<'a> {
    /// The portal.
    pub portal: &'a Portal,
    /// The day the data speak of.
    pub today: Date,
    /// Where the portal is published, with a slash at the end, when that is known.
    pub address: Option<&'a str>,
    /// Length and SHA-256 of each file of data, by its path.
    pub files: &'a BTreeMap<String, Fingerprint>,
}

impl<'a> Facts<'a> {
    /// Address of a page or file, for the file at `here`: absolute where the portal's address is known, else relative.
    pub fn iri(&self, here: &str, target: &str) -> String {
        self.absolute(target).unwrap_or_else(|| {
            let here = Address::new(here);
            match target.split_once('#') {
                Some((page, place)) => format!("{}#{place}", here.to(page)),
                None => here.to(target),
            }
        })
    }

    /// Address of a page or file where the portal's address is known.
    pub fn absolute(&self, target: &str) -> Option<String> {
        self.address.map(|home| format!("{home}{target}"))
    }

    /// The files of a table in a scope that are published.
    pub fn files_of(
        &self,
        scope: &Scope,
        table: TableName,
    ) -> Vec<(Format, String, &'a Fingerprint)> {
        let formats = Format::ALL.iter();
        let files = formats.filter_map(|format| {
            let path = scope.file(table, *format);
            let print = self.files.get(&path)?;
            Some((*format, path, print))
        });
        files.collect()
    }

    /// The page where the data of a scope are listed.
    pub fn page(&self, scope: &Scope) -> PageKey {
        match scope {
            Scope::Portal => PageKey::Data,
            Scope::Place(path) => PageKey::place(path, PlacePage::Data),
        }
    }

    /// «Жигаловский район, Иркутская область»; none for the whole portal.
    pub fn place(&self, scope: &Scope) -> Option<String> {
        let Scope::Place(path) = scope else {
            return None;
        };
        let own = self.portal.territory(path)?;
        let mut regions = self.portal.regions();
        let region = regions.find(|region| region.path.region == path.region);
        Some(match region.filter(|_| !own.is_region()) {
            Some(region) => format!("{}, {}", own.names.name, region.names.name),
            None => own.names.name.clone(),
        })
    }

    /// The title of all tables of a scope together.
    pub fn title(&self, scope: &Scope) -> String {
        let portal = &self.portal.settings.title;
        match self.place(scope) {
            Some(place) => format!("Открытые данные: {place}"),
            None => format!("Открытые данные портала «{portal}»"),
        }
    }

    /// What all tables of a scope together are.
    pub fn about(&self, scope: &Scope) -> String {
        let whose = match self.place(scope) {
            Some(place) => format!(" Территория: {place}."),
            None => String::new(),
        };
        format!("{ABOUT}{whose}")
    }

    /// The acts that the data of a scope were taken from; none for a whole country, whose tables of acts name them.
    pub fn sources(&self, scope: &Scope) -> Vec<(&'a Territory, &'a Document)> {
        if *scope == Scope::Portal && is_country(self.portal) {
            return Vec::new();
        }
        let places = &self.portal.territories[scope.range(self.portal)];
        let places = places.iter().map(|place| &**place);
        let acts = places
            .flat_map(|place: &Territory| place.documents.iter().map(move |act| (place, act)));
        acts.filter(|(place, act)| act.text_known || approves(place, act))
            .collect()
    }
}

/// Whether a plan of the territory rests on the act.
fn approves(place: &Territory, act: &Document) -> bool {
    let mut plans = place.plans.iter();
    plans.any(|plan| {
        plan.approved_by
            .as_ref()
            .is_some_and(|named| named.to == act.id)
    })
}

/// «Приказ от 30.03.2023 № 114- од, Жигаловский район»: numbers of acts repeat across territories.
pub fn act_title(place: &Territory, act: &Document) -> String {
    format!("{}, {}", capitalized(&act.short_name()), place.names.name)
}

/// Path of an act's page.
pub fn act_page(place: &Territory, act: &Document) -> String {
    let page = PlacePage::Document(act.id.clone());
    let page = PageKey::place(&place.path, page);
    page.address().as_str().to_owned()
}

/// Words by which catalogues find the data.
pub const KEYWORDS: [&str; 5] = [
    "образование",
    "школы",
    "поддержка школ",
    "ШНОР",
    "дорожная карта",
];
