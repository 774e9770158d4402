//! The years of a territory: its roadmaps, and their results.

use serde::Serialize;

use crate::model::place::section::RequiredSection;
use crate::model::plan::roadmap::Roadmap;
use crate::render::theme::ThemeError;
use crate::render::views::parts::count;
use crate::render::views::parts::link::Link;
use crate::render::views::parts::tally::Tally;
use crate::render::views::place::parts::place::Place;
use crate::render::views::place::sections::section::{About, render};
use crate::render::words::Html;
use crate::site::PlacePage;
use crate::text::russian;

#[derive(Serialize)]
struct YearsView {
    plans: Vec<PlanRow>,
    calendar: String,
    archive: String,
}

#[derive(Serialize)]
struct PlanRow {
    link: Link,
    title: Html,
    act: Option<Link>,
    events: String,
    sentence: String,
    tally: Tally,
}

/// The roadmaps, the current one first.
///
/// # Errors
/// When the template is at fault.
pub fn index(place: &Place<'_>, section: &'static RequiredSection) -> Result<String, ThemeError> {
    let page = |plan: &Roadmap| PlacePage::Plan(plan.id.clone());
    let own = view(place, &page);
    let lead = match own.plans.len() {
        0 => place.say("Плана среди документов нет.", &[]),
        number => place.say(
            "Что обещано сделать для школ: {1}. Каждое мероприятие — со сроком, ответственным и показателем.",
            &[&place.counted(number, count::PLANS)],
        ),
    };
    let about = About {
        lead,
        filled: !own.plans.is_empty(),
        related: false,
    };
    render(place, section, "place/plany.html", about, own)
}

/// The results of each roadmap.
///
/// # Errors
/// When the template is at fault.
pub fn results(place: &Place<'_>, section: &'static RequiredSection) -> Result<String, ThemeError> {
    let page = |plan: &Roadmap| PlacePage::Results(plan.id.clone());
    let own = view(place, &page);
    let lead = match own.plans.len() {
        0 => "Плана нет, поэтому и сравнивать не с чем.",
        _ => {
            "Обещанное рядом со сделанным, по каждому плану. Чего никто не сообщил, то так и названо."
        }
    };
    let about = About {
        lead: place.say(lead, &[]),
        filled: !own.plans.is_empty(),
        related: true,
    };
    render(place, section, "place/itogi.html", about, own)
}

fn view(place: &Place<'_>, page: &dyn Fn(&Roadmap) -> PlacePage) -> YearsView {
    YearsView {
        plans: place
            .territory
            .plans
            .iter()
            .rev()
            .map(|plan| row(place, plan, page(plan)))
            .collect(),
        calendar: place.href(PlacePage::Calendar),
        archive: place.href(PlacePage::Archive),
    }
}

fn row(place: &Place<'_>, plan: &Roadmap, page: PlacePage) -> PlanRow {
    let (today, words) = (place.context.edition.today, place.context.words);
    let tally = Tally::of(plan, today, words);
    PlanRow {
        link: Link {
            text: russian::capitalized(&place.plan_name(plan)),
            href: place.href(page),
        },
        title: place.words(&plan.title_line()),
        act: plan
            .approved_by
            .as_ref()
            .and_then(|act| place.document_link(&act.to)),
        events: place.counted(tally.total, count::EVENTS),
        sentence: tally.sentence(plan, today, words),
        tally,
    }
}
