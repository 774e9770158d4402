//! All goals of all plans: what is measured, what is to be reached, and where the document sets no number.

use serde::Serialize;

use crate::model::id::EventRef;
use crate::model::place::section::RequiredSection;
use crate::model::plan::roadmap::Roadmap;
use crate::render::theme::ThemeError;
use crate::render::views::parts::cell::Cell;
use crate::render::views::parts::count;
use crate::render::views::parts::link::Link;
use crate::render::views::pictures::target::{self, Measured};
use crate::render::views::place::parts::place::Place;
use crate::render::views::place::sections::section::{About, render};
use crate::site::PlacePage;

#[derive(Serialize)]
struct IndicatorsView<'a> {
    plans: Vec<PlanIndicators<'a>>,
}

#[derive(Serialize)]
struct PlanIndicators<'a> {
    plan: Link,
    /// Headings of the columns as printed.
    columns: Vec<&'a str>,
    rows: Vec<IndicatorRow<'a>>,
}

#[derive(Serialize)]
struct IndicatorRow<'a> {
    event: Link,
    words: Cell<'a>,
    goals: Vec<Measured>,
}

/// The list of indicators.
///
/// # Errors
/// When the template is at fault.
pub fn html(place: &Place<'_>, section: &'static RequiredSection) -> Result<String, ThemeError> {
    let plans: Vec<_> = place
        .territory
        .plans
        .iter()
        .rev()
        .map(|plan| of_plan(place, plan))
        .filter(|plan| !plan.rows.is_empty())
        .collect();
    let goals = || {
        plans
            .iter()
            .flat_map(|plan| &plan.rows)
            .flat_map(|row| &row.goals)
    };
    let (all, open) = (
        goals().count(),
        goals().filter(|goal| goal.goal.without_target).count(),
    );
    let lead = if plans.is_empty() {
        place.say("Показателей в планах нет.", &[])
    } else {
        place.say(
            "По чему судят, что обещанное сделано: {1}, из них без заданной цели — {2}. Как собирают сведения, в планах не описано, если ниже нет отдельного текста.",
            &[&place.counted(all, count::INDICATORS), &open.to_string()],
        )
    };
    let about = About {
        lead,
        filled: !plans.is_empty(),
        related: false,
    };
    render(
        place,
        section,
        "place/pokazateli.html",
        about,
        IndicatorsView { plans },
    )
}

fn of_plan<'a>(place: &Place<'a>, plan: &'a Roadmap) -> PlanIndicators<'a> {
    let mut rows = Vec::new();
    for event in plan.events() {
        for indicator in event.indicator.iter().chain(&event.result) {
            let card = EventRef {
                plan: plan.id.clone(),
                event: event.id.clone(),
            };
            rows.push(IndicatorRow {
                event: Link {
                    text: event.id.to_string(),
                    href: place.href(PlacePage::Event(card)),
                },
                words: place.cell(&indicator.value.verbatim),
                goals: target::of_cell(&indicator.value, event, place.context.words),
            });
        }
    }
    use crate::model::plan::roadmap::ColumnRole::{Indicator, Result};
    PlanIndicators {
        plan: place.plan_link(plan),
        columns: plan
            .columns
            .iter()
            .filter(|column| matches!(column.holds, Indicator | Result))
            .map(|column| column.heading.as_str())
            .collect(),
        rows,
    }
}
