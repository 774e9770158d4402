//! The whole portal in numbers: each number says what it counts and leads to where it comes from.

use serde::Serialize;

use crate::model::place::territory::Territory;
use crate::model::plan::roadmap::Event;
use crate::model::plan::standing::{Standing, standing};
use crate::model::plan::status::StatusWord;
use crate::model::portal::Portal;
use crate::render::context::Context;
use crate::render::views::parts::count;
use crate::render::views::parts::standing::StandingView;
use crate::render::views::shared::cite::Cite;
use crate::site::PageKey;
use crate::text::language::Noun;

/// A number, what it counts, and where it comes from.
#[derive(Debug, Clone, Serialize)]
pub struct Tile {
    number: usize,
    label: String,
    href: String,
}

/// How many events stand in one way.
#[derive(Debug, Clone, Serialize)]
pub struct StandingRow {
    status: StandingView,
    count: String,
}

/// The numbers of the portal.
pub fn tiles(cite: &Cite<'_, '_>) -> Vec<Tile> {
    let portal = cite.context.portal;
    let events = portal.event_count();
    let reported = events_of(portal)
        .filter(|event| event.status.word == StatusWord::Done)
        .count();
    let plans = portal
        .territories
        .iter()
        .map(|territory| territory.plans.len())
        .sum();
    let schools = portal
        .territories
        .iter()
        .map(|territory| territory.schools.len())
        .sum();
    let mut tiles = place_tiles(cite);
    tiles.extend([
        tile(cite, (plans, count::PLANS), "{1} поддержки школ")
            .leading(cite.anchor(&PageKey::SiteMap, "territorii")),
        tile(cite, (events, count::EVENTS), "{1} в этих планах")
            .leading(cite.href(&PageKey::Calendar)),
        tile(
            cite,
            (schools, count::SCHOOLS),
            "{1} в документах по именам",
        )
        .leading(cite.anchor(&PageKey::Index, "shkoly")),
        Tile {
            number: reported,
            label: cite.say(
                "{1} с сообщением о выполнении (всего {2})",
                &[
                    cite.context.words.noun(reported, count::EVENTS),
                    &events.to_string(),
                ],
            ),
            href: String::new(),
        }
        .leading(cite.href(&PageKey::About)),
    ]);
    tiles
}

fn place_tiles(cite: &Cite<'_, '_>) -> Vec<Tile> {
    let portal = cite.context.portal;
    let with_plans = |territory: &&Territory| !territory.plans.is_empty();
    let municipalities = portal.municipalities().filter(with_plans).count();
    let regions = portal.regions().filter(with_plans).count();
    let mut tiles = vec![
        tile(
            cite,
            (municipalities, count::MUNICIPALITIES),
            "{1} с планами",
        )
        .leading(cite.href(&PageKey::Districts)),
    ];
    if regions > 0 {
        let href = cite.anchor(&PageKey::Districts, "regiony");
        tiles.push(tile(cite, (regions, count::REGIONS), "{1} со своим планом").leading(href));
    }
    tiles
}

fn tile(cite: &Cite<'_, '_>, (number, noun): (usize, Noun), phrase: &str) -> Tile {
    let label = cite.say(phrase, &[cite.context.words.noun(number, noun)]);
    Tile {
        number,
        label,
        href: String::new(),
    }
}

impl Tile {
    fn leading(self, href: String) -> Tile {
        Tile { href, ..self }
    }
}

fn events_of(portal: &Portal) -> impl Iterator<Item = &Event> {
    portal
        .territories
        .iter()
        .flat_map(|t| &t.plans)
        .flat_map(|plan| plan.events())
}

/// Numbers of events by standing; standings that no event has are left out.
pub fn standings(context: &Context<'_>) -> Vec<StandingRow> {
    let mut counts = vec![0; Standing::ALL.len()];
    for event in events_of(context.portal) {
        let standing = standing(event, context.edition.today);
        if let Some(at) = Standing::ALL.iter().position(|known| *known == standing) {
            counts[at] += 1;
        }
    }
    Standing::ALL
        .iter()
        .zip(counts)
        .filter(|(_, number)| *number > 0)
        .map(|(standing, number)| StandingRow {
            status: StandingView::new(*standing, context.words),
            count: context.words.counted(number, count::EVENTS),
        })
        .collect()
}
