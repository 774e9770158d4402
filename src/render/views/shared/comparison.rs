//! All municipalities of the portal side by side.

use serde::Serialize;

use crate::model::place::territory::Territory;
use crate::render::context::Context;
use crate::render::shell::{Head, Shell};
use crate::render::theme::ThemeError;
use crate::render::views::frame::framed;
use crate::render::views::parts::board::{self, LETTERS, Member, Named, Row, Whole};
use crate::render::views::parts::count;
use crate::render::views::shared::cite::{Cite, Link};
use crate::site::{PageKey, PlacePage};

/// More municipalities than this are compared by regions: a table of the whole country nobody can read.
const MOST_ROWS: usize = 60;

#[derive(Serialize)]
struct ComparisonView {
    lead: String,
    /// True when there are two to compare.
    enough: bool,
    members: Vec<Member>,
    rows: Vec<Row>,
    whole: Option<Whole>,
    /// Regions with comparisons of their own.
    regions: Vec<Link>,
    /// Municipalities without a plan.
    left_out: Vec<Link>,
}

/// The HTML of the page.
///
/// # Errors
/// When the template is at fault.
pub fn html(context: &Context<'_>) -> Result<String, ThemeError> {
    let key = PageKey::Comparison;
    let cite = Cite::new(context, &key);
    let all = board::profiles(context, &|_| true);
    let named: Vec<Named<'_, '_>> = match all.len() <= LETTERS.len() {
        true => all
            .iter()
            .map(|profile| Named {
                profile,
                own: false,
            })
            .collect(),
        false => Vec::new(),
    };
    let words = context.words;
    let href = |territory: &Territory| cite.href(&page_of(context, territory));
    let enough = all.len() > 1;
    let view = ComparisonView {
        lead: lead(&cite, all.len()),
        enough,
        members: board::members(&named, words, &href),
        rows: if enough {
            board::rows(&all, &named, words)
        } else {
            Vec::new()
        },
        whole: (enough && all.len() <= MOST_ROWS).then(|| board::whole(&all, words, &href)),
        regions: regions(&cite),
        left_out: left_out(&cite),
    };
    let head = Head {
        title: cite.say("Сравнение муниципалитетов", &[]),
        description: cite.say(
            "Планы поддержки школ рядом, по одинаковым определениям и без рейтинга: {1}.",
            &[&cite.counted(all.len(), count::MUNICIPALITIES)],
        ),
        parents: Vec::new(),
    };
    framed(
        context,
        "comparison.html",
        &Shell::new(context, &key, head),
        &view,
    )
}

fn lead(cite: &Cite<'_, '_>, compared: usize) -> String {
    match compared {
        0 | 1 => cite.say(
            "Сравнивать пока нечего: план размещён меньше чем у двух муниципалитетов.",
            &[],
        ),
        number => cite.say(
            "{1} рядом, по одинаковым определениям. Мест здесь нет: больше не значит лучше.",
            &[&cite.counted(number, count::MUNICIPALITIES)],
        ),
    }
}

/// The comparison of a municipality with those like it.
fn page_of(context: &Context<'_>, territory: &Territory) -> PageKey {
    let own = PageKey::place(&territory.path, PlacePage::Comparison);
    match context.site.is_page(&own) {
        true => own,
        false => PageKey::place(&territory.path, PlacePage::Home),
    }
}

fn regions(cite: &Cite<'_, '_>) -> Vec<Link> {
    let page = |region: &Territory| PageKey::place(&region.path, PlacePage::Comparison);
    let regions = cite.context.portal.regions();
    regions
        .filter_map(|region| cite.link_if_there(&region.names.name, &page(region)))
        .collect()
}

fn left_out(cite: &Cite<'_, '_>) -> Vec<Link> {
    let all = cite.context.portal.municipalities();
    let without = all.filter(|territory| territory.plans.is_empty());
    without
        .take(MOST_ROWS)
        .map(|territory| cite.territory(territory))
        .collect()
}
