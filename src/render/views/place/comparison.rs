//! A municipality beside those like it; of a region, its municipalities beside each other.

use serde::Serialize;

use crate::model::comparison::Profile;
use crate::model::place::territory::Territory;
use crate::render::shell::Head;
use crate::render::theme::ThemeError;
use crate::render::views::parts::board::{self, LETTERS, Member, Named, Row, Whole};
use crate::render::views::parts::count;
use crate::render::views::place::parts::place::Place;
use crate::site::{PageKey, PlacePage};

/// So many similar ones stand beside a municipality.
const SIMILAR: usize = 3;
/// A region with so many municipalities is compared within itself, a smaller one with the whole portal.
const ENOUGH: usize = 4;

#[derive(Serialize)]
struct ComparisonView {
    heading: String,
    lead: String,
    is_region: bool,
    members: Vec<Member>,
    rows: Vec<Row>,
    whole: Option<Whole>,
    all: String,
}

/// The HTML of the page.
///
/// # Errors
/// When the template is at fault.
pub fn html(place: &Place<'_>) -> Result<String, ThemeError> {
    let is_region = place.territory.is_region();
    let all = circle(place);
    let named = match is_region {
        true if all.len() > LETTERS.len() => Vec::new(),
        true => all
            .iter()
            .map(|profile| Named {
                profile,
                own: false,
            })
            .collect(),
        false => similar(place, &all),
    };
    let words = place.context.words;
    let number = place.counted(all.len(), count::MUNICIPALITIES);
    let home = |territory: &Territory| {
        let page = match territory.path == place.territory.path {
            true => PlacePage::Home,
            false => PlacePage::Comparison,
        };
        place.linker.page(&PageKey::place(&territory.path, page))
    };
    let view = ComparisonView {
        heading: match is_region {
            true => place.say("{1}: муниципалитеты рядом", &[&place.territory.names.name]),
            false => place.say("{1} рядом с похожими", &[&place.territory.names.name]),
        },
        lead: match is_region {
            true => place.say(
                "{1} рядом, по одинаковым определениям. Мест здесь нет: больше не значит лучше.",
                &[&number],
            ),
            false => place.say(
                "По одинаковым определениям, без мест и оценок. Всего сравниваем {1}.",
                &[&number],
            ),
        },
        is_region,
        members: board::members(&named, words, &home),
        rows: board::rows(&all, &named, words),
        whole: is_region.then(|| board::whole(&all, words, &home)),
        all: place.linker.page(&PageKey::Comparison),
    };
    let head = Head {
        title: match is_region {
            true => place.say("Сравнение муниципалитетов", &[]),
            false => place.say("Сравнение с похожими", &[]),
        },
        description: format!("{}. {}", view.heading, view.lead),
        parents: Vec::new(),
    };
    place.render("place/comparison.html", head, &view)
}

/// Those that are compared: the municipalities of the region, or of the whole portal where the region has too few.
fn circle<'c>(place: &'c Place<'_>) -> Vec<Profile<'c>> {
    let region = &place.territory.path.region;
    let of_region = board::profiles(place.context, &|one| &one.path.region == region);
    match place.territory.is_region() || of_region.len() >= ENOUGH {
        true => of_region,
        false => board::profiles(place.context, &|_| true),
    }
}

/// The municipality itself and those most like it, the most similar first.
fn similar<'p, 'a>(place: &Place<'_>, all: &'p [Profile<'a>]) -> Vec<Named<'p, 'a>> {
    let path = &place.territory.path;
    let Some(own) = all.iter().find(|one| &one.territory.path == path) else {
        return Vec::new();
    };
    let mut others: Vec<&'p Profile<'a>> = all
        .iter()
        .filter(|one| &one.territory.path != path)
        .collect();
    // The sort is stable: equally similar ones keep the order of paths.
    others.sort_by_key(|other| own.distance(other));
    let others = others.into_iter().take(SIMILAR);
    std::iter::once((own, true))
        .chain(others.map(|other| (other, false)))
        .map(|(profile, own)| Named { profile, own })
        .collect()
}
