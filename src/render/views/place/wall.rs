//! A roadmap for the wall of a school: all months on one large sheet, with the address for a telephone.

use serde::Serialize;

use crate::model::id::Slug;
use crate::render::shell::Head;
use crate::render::theme::ThemeError;
use crate::render::views::parts::count;
use crate::render::views::parts::link::Link;
use crate::render::views::place::parts::event_line::EventLine;
use crate::render::views::place::parts::orders::Orders;
use crate::render::views::place::parts::place::Place;
use crate::site::PlacePage;
use crate::text::russian;

#[derive(Serialize)]
struct WallView<'a> {
    /// «Жигаловский район».
    place: &'a str,
    /// «план на 2023 год».
    name: String,
    plan: Link,
    act: Option<Link>,
    events: String,
    orders: Orders<EventLine<'a>>,
}

/// The sheet.
///
/// # Errors
/// When the template is at fault.
pub fn html(place: &Place<'_>, id: &Slug) -> Result<String, ThemeError> {
    let plan = place
        .territory
        .plan(id)
        .expect("a page of the site has its plan");
    let name = place.plan_name(plan);
    let act = plan.approved_by.as_ref();
    let view = WallView {
        place: &place.territory.names.name,
        name: name.clone(),
        plan: place.plan_link(plan),
        act: act.and_then(|act| place.document_link(&act.to)),
        events: place.counted(plan.events().count(), count::EVENTS),
        orders: Orders::new(place, plan, &|event| EventLine::new(place, plan, event)),
    };
    let title = russian::capitalized(&name);
    let head = Head {
        title: place.say("{1} на стену", &[&title]),
        description: place.say(
            "{1} {2}: все месяцы на одном листе А3 для печати. {3}.",
            &[&title, place.name_of(), &view.events],
        ),
        parents: vec![
            place.parent("План", PlacePage::Section("plan")),
            (place.period(plan), place.page(PlacePage::Plan(id.clone()))),
        ],
    };
    place.render("place/wall.html", head, &view)
}
