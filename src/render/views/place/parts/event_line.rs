//! An event of a roadmap as one line of a list.

use serde::Serialize;

use crate::model::plan::roadmap::{Event, Roadmap};
use crate::render::views::parts::cell::Cell;
use crate::render::views::parts::deadline::DeadlineView;
use crate::render::views::parts::standing::StandingView;
use crate::render::views::place::parts::place::Place;
use crate::site::PlacePage;

/// An event in a list.
#[derive(Debug, Clone, Serialize)]
pub struct EventLine<'a> {
    /// The measure.
    pub title: Cell<'a>,
    /// The measure in plain words, retold by the portal.
    pub plain: Option<&'a str>,
    /// Link to the row of the plan.
    pub href: String,
    /// The plan in words, for lists over several plans.
    pub plan: String,
    /// How it stands.
    pub standing: StandingView,
    /// When.
    pub deadline: Option<DeadlineView<'a>>,
    /// Words of a cell that the list is about.
    pub about: Option<Cell<'a>>,
}

impl<'a> EventLine<'a> {
    /// Prepares an event of a plan of the page's territory.
    pub fn new(place: &Place<'a>, plan: &'a Roadmap, event: &'a Event) -> EventLine<'a> {
        EventLine {
            title: place.cell(&event.title.value),
            plain: event.plain.as_ref().map(|plain| plain.value.as_str()),
            href: place.anchor(PlacePage::Plan(plan.id.clone()), event.id.as_str()),
            plan: place.say("план на {1}", &[&place.period(plan)]),
            standing: place.standing(event),
            deadline: event
                .deadline
                .as_ref()
                .map(|when| place.deadline(&when.value)),
            about: None,
        }
    }
}
