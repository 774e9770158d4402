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
use crate::text::russian;

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
        tile(plans, ["план", "плана", "планов"], "поддержки школ")
            .leading(cite.anchor(&PageKey::SiteMap, "territorii")),
        tile(events, EVENTS, "в этих планах").leading(cite.href(&PageKey::Calendar)),
        tile(
            schools,
            ["школа", "школы", "школ"],
            "в документах по именам",
        )
        .leading(cite.anchor(&PageKey::Index, "shkoly")),
        tile(
            reported,
            EVENTS,
            &format!("с сообщением о выполнении (всего {events})"),
        )
        .leading(cite.href(&PageKey::About)),
    ]);
    tiles
}

const EVENTS: [&str; 3] = ["мероприятие", "мероприятия", "мероприятий"];

fn place_tiles(cite: &Cite<'_, '_>) -> Vec<Tile> {
    let portal = cite.context.portal;
    let with_plans = |territory: &&Territory| !territory.plans.is_empty();
    let municipalities = portal.municipalities().filter(with_plans).count();
    let regions = portal.regions().filter(with_plans).count();
    let forms = ["муниципалитет", "муниципалитета", "муниципалитетов"];
    let mut tiles =
        vec![tile(municipalities, forms, "с планами").leading(cite.href(&PageKey::Districts))];
    if regions > 0 {
        let forms = ["регион", "региона", "регионов"];
        let href = cite.anchor(&PageKey::Districts, "regiony");
        tiles.push(tile(regions, forms, "со своим планом").leading(href));
    }
    tiles
}

fn tile(number: usize, forms: [&str; 3], rest: &str) -> Tile {
    let label = format!("{} {rest}", russian::plural(number, forms));
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
            status: (*standing).into(),
            count: count::events(number),
        })
        .collect()
}
