//! All municipalities by the alphabet, and the regions.

use serde::Serialize;

use crate::model::place::territory::Territory;
use crate::render::context::Context;
use crate::render::shell::{Head, Shell};
use crate::render::theme::ThemeError;
use crate::render::views::frame::framed;
use crate::render::views::parts::count;
use crate::render::views::parts::letters::{Letter, by_letter};
use crate::render::views::pictures::map::RegionMap;
use crate::render::views::shared::cite::{Cite, Link};
use crate::render::words::Html;
use crate::site::PageKey;
use crate::text::language::Noun;

#[derive(Serialize)]
struct DistrictsView {
    summary: String,
    letters: Vec<Letter<PlaceRow>>,
    regions: Vec<RegionRow>,
    map: RegionMap,
}

/// A territory in a list, with what it has.
#[derive(Debug, Clone, Serialize)]
pub struct PlaceRow {
    place: Link,
    region: Option<Link>,
    events: Option<Link>,
    schools: Option<Link>,
}

#[derive(Serialize)]
struct RegionRow {
    row: PlaceRow,
    municipalities: String,
}

/// The HTML of the page.
///
/// # Errors
/// When the template is at fault.
pub fn html(context: &Context<'_>) -> Result<String, ThemeError> {
    let key = PageKey::Districts;
    let cite = Cite::new(context, &key);
    let portal = context.portal;
    let (places, regions) = (portal.municipalities().count(), portal.regions().count());
    let words = context.words;
    let summary = format!(
        "{}, {}",
        words.counted(places, count::MUNICIPALITIES),
        words.counted(regions, count::REGIONS)
    );
    let view = DistrictsView {
        letters: letters(&cite),
        map: RegionMap::new(portal, &|region| cite.territory(region).href),
        regions: portal
            .regions()
            .map(|region| RegionRow {
                row: row(&cite, region),
                municipalities: members(&cite, region),
            })
            .collect(),
        summary: summary.clone(),
    };
    let head = Head {
        title: words.phrase("Районы от А до Я", &[]),
        description: words.phrase(
            "Районы и другие муниципалитеты по алфавиту, рядом регион, число мероприятий плана и школ. Всего: {1}.",
            &[&summary],
        ),
        parents: Vec::new(),
    };
    framed(
        context,
        "districts.html",
        &Shell::new(context, &key, head),
        &view,
    )
}

/// How many municipalities of a region the portal has.
pub fn members(cite: &Cite<'_, '_>, region: &Territory) -> String {
    let municipalities = cite.context.portal.municipalities_of(&region.path.region);
    let words = cite.context.words;
    match municipalities.count() {
        0 => words.phrase("районов на портале пока нет", &[]),
        number => words.phrase(
            "на портале {1}",
            &[&words.counted(number, count::MUNICIPALITIES)],
        ),
    }
}

/// Municipalities by letter.
pub fn letters(cite: &Cite<'_, '_>) -> Vec<Letter<PlaceRow>> {
    let places = cite.context.portal.municipalities();
    by_letter(
        places
            .map(|place| (place.names.name.clone(), row(cite, place)))
            .collect(),
        "bukva",
    )
}

/// The letters themselves, leading to their places on the page of districts.
pub fn letter_links(cite: &Cite<'_, '_>) -> Vec<Link> {
    let link = |letter: Letter<PlaceRow>| Link {
        text: Html(letter.letter),
        href: cite.anchor(&PageKey::Districts, &letter.anchor),
    };
    letters(cite).into_iter().map(link).collect()
}

fn row(cite: &Cite<'_, '_>, territory: &Territory) -> PlaceRow {
    let events: usize = territory
        .plans
        .iter()
        .map(|plan| plan.events().count())
        .sum();
    let schools = territory.schools.len();
    let some = |number: usize, noun: Noun, code| {
        let words = cite.context.words.counted(number, noun);
        (number > 0)
            .then(|| cite.section(&words, territory, code))
            .flatten()
    };
    PlaceRow {
        place: cite.territory(territory),
        region: cite.region_of(territory),
        events: some(events, count::EVENTS, "plan"),
        schools: some(schools, count::SCHOOLS, "shkoly"),
    }
}
