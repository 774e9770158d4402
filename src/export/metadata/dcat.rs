//! The catalogue of all open data as DCAT 3 in JSON-LD: each table of the whole portal, the tables of each place
//! together, and the plans of a place as a series by years.

use jiff::civil::Date;
use serde_json::{Value as Json, json};

use crate::export::DataFile;
use crate::export::data::definition;
use crate::export::formats::json::{LICENCE, pretty};
use crate::export::metadata::facts::{Facts, KEYWORDS};
use crate::model::place::territory::Territory;
use crate::model::plan::roadmap::Roadmap;
use crate::site::data::{self, Format, Scope, TableName};
use crate::site::metadata::{self, CATALOG};
use crate::site::{PageKey, PlacePage, anchors};
use crate::text::fingerprint::Fingerprint;

/// The catalogue.
pub fn file(facts: &Facts<'_>) -> DataFile {
    let catalogue = Catalogue { facts };
    DataFile {
        path: CATALOG.to_owned(),
        bytes: pretty(&catalogue.whole()),
    }
}

/// What the catalogue's names mean; names not listed here are text.
fn context() -> Json {
    let link = json!({ "@type": "@id" });
    let day = json!({ "@type": "xsd:date" });
    let words = json!({ "@language": "ru" });
    json!({
        "dcat": "http://www.w3.org/ns/dcat#",
        "dcterms": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "spdx": "http://spdx.org/rdf/terms#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "dcat:accessURL": link,
        "dcat:byteSize": { "@type": "xsd:nonNegativeInteger" },
        "dcat:downloadURL": link,
        "dcat:endDate": day,
        "dcat:inSeries": link,
        "dcat:keyword": words,
        "dcat:landingPage": link,
        "dcat:mediaType": link,
        "dcat:prev": link,
        "dcat:startDate": day,
        "dcat:theme": link,
        "dcterms:conformsTo": link,
        "dcterms:description": words,
        "dcterms:issued": day,
        "dcterms:language": link,
        "dcterms:license": link,
        "dcterms:modified": day,
        "dcterms:title": words,
        "foaf:homepage": link,
        "foaf:name": words,
        "rdfs:label": words,
        "spdx:algorithm": link,
        "spdx:checksumValue": { "@type": "xsd:hexBinary" },
    })
}

/// Russian, and education, by the names that catalogues know them by.
const LANGUAGE: &str = "http://publications.europa.eu/resource/authority/language/RUS";
const THEME: &str = "http://publications.europa.eu/resource/authority/data-theme/EDUC";

struct Catalogue<'f, 'a> {
    facts: &'f Facts<'a>,
}

impl Catalogue<'_, '_> {
    fn whole(&self) -> Json {
        let facts = self.facts;
        let scopes = data::scopes(facts.portal);
        let tables = Scope::Portal.published(facts.portal, Format::Csv);
        let tables = tables.iter().map(|table| self.table(*table));
        let places = scopes.iter().filter_map(|scope| self.place(scope));
        // The plans of a whole country are for its search, not for a catalogue.
        let places_with_plans = match data::is_country(facts.portal) {
            true => &[][..],
            false => &facts.portal.territories,
        };
        let plans = places_with_plans.iter().flat_map(|place| self.plans(place));
        let page = PageKey::Data.address();
        json!({
            "@context": context(),
            "@id": self.iri(page.as_str()),
            "@type": "dcat:Catalog",
            "dcterms:title": facts.title(&Scope::Portal),
            "dcterms:description": facts.about(&Scope::Portal),
            "dcterms:language": LANGUAGE,
            "dcterms:license": LICENCE,
            "dcterms:modified": facts.today.to_string(),
            "dcterms:publisher": self.publisher(),
            "foaf:homepage": self.iri(page.as_str()),
            "dcat:dataset": tables.chain(places).chain(plans).collect::<Vec<_>>(),
        })
    }

    fn iri(&self, target: &str) -> String {
        self.facts.iri(CATALOG, target)
    }

    fn publisher(&self) -> Json {
        json!({
            "@id": self.iri(""),
            "@type": "foaf:Agent",
            "foaf:name": self.facts.portal.settings.title,
            "foaf:homepage": self.iri(""),
        })
    }

    /// What every data set says; the publisher is told once, by the catalogue, and named here.
    fn dataset(&self, id: &str, title: &str, about: &str) -> Json {
        json!({
            "@id": self.iri(id),
            "@type": "dcat:Dataset",
            "dcterms:title": title,
            "dcterms:description": about,
            "dcterms:language": LANGUAGE,
            "dcterms:license": LICENCE,
            "dcterms:publisher": { "@id": self.iri("") },
            "dcat:keyword": KEYWORDS,
            "dcat:theme": THEME,
        })
    }

    /// A table of the whole portal in all its formats.
    fn table(&self, table: TableName) -> Json {
        let facts = self.facts;
        let definition = definition(table);
        let page = PageKey::Data.address();
        let anchor = format!("{}#{}", page.as_str(), anchors::table(table));
        let mut set = self.dataset(&anchor, definition.title, definition.about);
        let files = facts.files_of(&Scope::Portal, table).into_iter();
        let files = files.map(|(format, path, print)| {
            let mut one = self.distribution(&path, format.media_type(), print);
            match format {
                Format::Csv => {
                    one["dcterms:conformsTo"] =
                        json!(self.iri(&metadata::beside(&Scope::Portal, table)));
                }
                Format::Json => {
                    one["dcterms:conformsTo"] = json!(self.iri(&data::schema(table.api)));
                }
                _ => {}
            }
            one
        });
        set["dcterms:identifier"] = json!(table.api);
        set["dcterms:modified"] = json!(facts.today.to_string());
        set["dcat:landingPage"] = json!(self.iri(page.as_str()));
        set["dcat:distribution"] = json!(files.collect::<Vec<_>>());
        self.cover(&mut set, Scope::Portal.days(facts.portal));
        set
    }

    /// All tables of a place together: its Data Package and each CSV file, or its archive.
    fn place(&self, scope: &Scope) -> Option<Json> {
        let facts = self.facts;
        let Scope::Place(path) = scope else {
            return None;
        };
        let territory = facts.portal.territory(path)?;
        let page = facts.page(scope).address();
        let mut set = self.dataset(page.as_str(), &facts.title(scope), &facts.about(scope));
        let files = match scope.archive(facts.portal) {
            Some(archive) => self.archive(&archive).into_iter().collect(),
            None => self.files(scope, page.as_str()),
        };
        set["dcterms:identifier"] = json!(path.to_string());
        set["dcterms:modified"] = json!(facts.today.to_string());
        set["dcterms:spatial"] = area(territory);
        set["dcat:landingPage"] = json!(self.iri(page.as_str()));
        set["dcat:distribution"] = json!(files);
        self.cover(&mut set, scope.days(facts.portal));
        Some(set)
    }

    fn archive(&self, path: &str) -> Option<Json> {
        let print = self.facts.files.get(path)?;
        let mut one = self.distribution(path, data::ARCHIVE_TYPE, print);
        one["dcterms:title"] = json!("Все таблицы");
        Some(one)
    }

    fn files(&self, scope: &Scope, page: &str) -> Vec<Json> {
        let facts = self.facts;
        let package = metadata::package(scope);
        let mut files = vec![json!({
            "@type": "dcat:Distribution",
            "dcterms:title": "Data Package",
            "dcterms:license": LICENCE,
            "dcterms:conformsTo": "https://datapackage.org/profiles/2.0/datapackage.json",
            "dcat:accessURL": self.iri(page),
            "dcat:downloadURL": self.iri(&package),
            "dcat:mediaType": media_type("application/json"),
        })];
        for table in scope.published(facts.portal, Format::Csv) {
            let path = scope.file(table, Format::Csv);
            if let Some(print) = facts.files.get(&path) {
                let mut one = self.distribution(&path, Format::Csv.media_type(), print);
                one["dcterms:title"] = json!(definition(table).title);
                one["dcterms:conformsTo"] = json!(self.iri(&metadata::beside(scope, table)));
                files.push(one);
            }
        }
        files
    }

    /// The plans of a place: the series, then each plan.
    fn plans(&self, place: &Territory) -> Vec<Json> {
        let (Some(first), Some(last)) = (place.plans.first(), place.plans.last()) else {
            return Vec::new();
        };
        let page = PageKey::place(&place.path, PlacePage::Section("plan"));
        let page = page.address();
        let title = format!("Планы поддержки школ: {}", place.names.name);
        let about = format!(
            "«Дорожные карты» поддержки школ по годам. Территория: {}.",
            place.names.name
        );
        let mut series = self.dataset(page.as_str(), &title, &about);
        series["@type"] = json!("dcat:DatasetSeries");
        series["dcterms:spatial"] = area(place);
        series["dcat:landingPage"] = json!(self.iri(page.as_str()));
        self.cover(&mut series, Some((first.period.first, last.period.last)));
        let mut told = vec![series];
        for (at, plan) in place.plans.iter().enumerate() {
            let before = at.checked_sub(1).map(|at| &place.plans[at]);
            let mut set = self.plan(place, plan);
            set["dcat:inSeries"] = json!(self.iri(page.as_str()));
            if let Some(before) = before {
                set["dcat:prev"] = json!(self.iri(&plan_page(place, before)));
            }
            told.push(set);
        }
        told
    }

    /// A plan, as its page gives it.
    fn plan(&self, place: &Territory, plan: &Roadmap) -> Json {
        let page = plan_page(place, plan);
        let title = plan.title_line();
        let about = match &plan.plain {
            Some(plain) => plain.value.clone(),
            None => title.clone(),
        };
        let mut set = self.dataset(&page, &title, &about);
        let act = plan.approved_by.as_ref();
        let act = act.and_then(|act| place.document(&act.to));
        if let Some(day) = act.and_then(|act| act.date.as_ref()) {
            set["dcterms:issued"] = json!(day.value.to_string());
        }
        set["dcterms:identifier"] = json!(format!("{}/{}", place.path, plan.id));
        set["dcterms:spatial"] = area(place);
        set["dcat:landingPage"] = json!(self.iri(&page));
        set["dcat:distribution"] = json!([{
            "@type": "dcat:Distribution",
            "dcterms:license": LICENCE,
            "dcat:accessURL": self.iri(&page),
            "dcat:mediaType": media_type("text/html"),
        }]);
        self.cover(&mut set, Some((plan.period.first, plan.period.last)));
        set
    }

    fn distribution(&self, path: &str, kind: &str, print: &Fingerprint) -> Json {
        json!({
            "@type": "dcat:Distribution",
            "dcterms:license": LICENCE,
            "dcat:accessURL": self.iri(path),
            "dcat:downloadURL": self.iri(path),
            "dcat:mediaType": media_type(kind),
            // A number would become a decimal one in some readers.
            "dcat:byteSize": print.bytes.to_string(),
            "spdx:checksum": {
                "@type": "spdx:Checksum",
                "spdx:algorithm": "spdx:checksumAlgorithm_sha256",
                "spdx:checksumValue": print.sha256,
            },
        })
    }

    fn cover(&self, set: &mut Json, days: Option<(Date, Date)>) {
        if let Some((first, last)) = days {
            set["dcterms:temporal"] = json!({
                "@type": "dcterms:PeriodOfTime",
                "dcat:startDate": first.to_string(),
                "dcat:endDate": last.to_string(),
            });
        }
    }
}

fn area(place: &Territory) -> Json {
    json!({ "@type": "dcterms:Location", "rdfs:label": place.names.name })
}

fn plan_page(place: &Territory, plan: &Roadmap) -> String {
    let page = PageKey::place(&place.path, PlacePage::Plan(plan.id.clone()));
    page.address().as_str().to_owned()
}

/// A kind of file by the name that the register of kinds gives it.
fn media_type(kind: &str) -> String {
    format!("https://www.iana.org/assignments/media-types/{kind}")
}
