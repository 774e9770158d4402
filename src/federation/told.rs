//! The manifest of a portal.

use jiff::civil::Date;

use crate::federation::manifest::{
    Day, FORMAT, Files, Manifest, PATH, SCHEMA, SearchPart, ThemePrint,
};
use crate::federation::place::{Named, place};
use crate::model::coverage::Measure;
use crate::model::ledger;
use crate::model::place::territory::Territory;
use crate::model::portal::{Portal, Reach};
use crate::model::scope::Scope;
use crate::site::Address;
use crate::site::scope::scope;
use crate::text::language::Words;

/// So many events are told with their titles: a hub lists the latest reports of the country, and no more of a region.
const NAMED: usize = 5;

/// What a site was built by.
#[derive(Debug, Clone)]
pub struct About<'a> {
    /// Name and version of the generator.
    pub generator: &'a str,
    /// The theme of its pages.
    pub theme: ThemePrint,
    /// xxh3-64 of what all territories share: settings apart, the glossary, questions, pages.
    pub shared: String,
    /// The day its pages speak of.
    pub today: Date,
    /// Address of its root, when it is known.
    pub address: Option<&'a str>,
    /// Words of the content's own language, in which reasons are told.
    pub words: &'a Words,
    /// All its other files.
    pub files: Files,
}

/// Tells a portal.
pub fn manifest(portal: &Portal, about: About<'_>) -> Manifest {
    let measure = Measure {
        portal,
        today: about.today,
        words: about.words,
    };
    let named = named(portal, about.today);
    let scope = scope(portal);
    // Nobody joins countries: theirs is a list with sums, or it would be as large as their data.
    let country = scope == Scope::Hub && !matches!(portal.reach, Reach::Part(_));
    let told = |territory: &Territory| match country {
        true => place(territory, measure, &named).listed(),
        false => place(territory, measure, &named),
    };
    Manifest {
        schema: Address::new(PATH).to(SCHEMA),
        format: FORMAT,
        generator: about.generator.to_owned(),
        theme: about.theme,
        shared: about.shared,
        scope: scope.code().to_owned(),
        only: match &portal.reach {
            Reach::Part(only) => only.iter().map(ToString::to_string).collect(),
            Reach::Whole | Reach::Joined => Vec::new(),
        },
        commit: None,
        without: Vec::new(),
        date: Day(about.today),
        address: about.address.map(str::to_owned),
        language: language(portal).to_owned(),
        title: portal.settings.title.clone(),
        territories: portal.places().map(told).collect(),
        collections: portal
            .collections
            .iter()
            .map(|collection| collection.id.to_string())
            .collect(),
        search: search(portal),
        files: about.files,
    }
}

/// The parts of the search index: of a part of a country each region has its own.
fn search(portal: &Portal) -> Vec<SearchPart> {
    let folder = |region: &str| SearchPart {
        region: region.to_owned(),
        folder: match region {
            "" => "poisk/i".to_owned(),
            region => format!("poisk/i/{region}"),
        },
    };
    let mut regions: Vec<&str> = match portal.reach {
        Reach::Part(_) => {
            let places = portal.places();
            places.map(|place| place.path.region.as_str()).collect()
        }
        Reach::Whole | Reach::Joined => vec![""],
    };
    regions.dedup();
    regions.into_iter().map(folder).collect()
}

/// The language of the pages of a portal.
pub fn language(portal: &Portal) -> &str {
    let chosen = portal.settings.language.as_ref();
    chosen.map_or("ru", |language| language.value.as_str())
}

/// The events that were reported on last, in the order in which pages list them.
fn named(portal: &Portal, today: Date) -> Named<'_> {
    let mut dated = Vec::new();
    for territory in portal.places() {
        for plan in &territory.plans {
            for event in plan.events().filter(|event| ledger::is_reported(event)) {
                let day = event.status.date.filter(|day| *day <= today);
                dated.extend(day.map(|day| (day, territory, plan, event)));
            }
        }
    }
    dated.sort_by_key(|(day, ..)| std::cmp::Reverse(*day));
    dated
        .into_iter()
        .take(NAMED)
        .map(|(_, territory, plan, event)| (territory.path.to_string(), &plan.id, &event.id))
        .collect()
}
