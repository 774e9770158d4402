//! Which plans a table is about.

use crate::desk::status::plans::Plan;
use crate::model::id::TerritoryPath;

/// What plans are chosen by; what is empty chooses all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choice {
    /// Territories; a region stands for all its municipalities, too.
    pub places: Vec<TerritoryPath>,
    /// Identifiers of plans: `2023`.
    pub plans: Vec<String>,
    /// Years that lie in the plan's period.
    pub years: Vec<i16>,
}

impl Choice {
    /// True when nothing is left out.
    pub fn is_all(&self) -> bool {
        self == &Choice::default()
    }

    /// Whether a plan is chosen.
    pub fn takes(&self, plan: &Plan) -> bool {
        let here = |place: &TerritoryPath| {
            place == &plan.territory
                || (place.municipality.is_none() && place.region == plan.territory.region)
        };
        let then = |year: &i16| {
            plan.period
                .is_some_and(|period| (period.first.year()..=period.last.year()).contains(year))
        };
        (self.places.is_empty() || self.places.iter().any(here))
            && (self.plans.is_empty() || self.plans.iter().any(|id| id == plan.id.as_str()))
            && (self.years.is_empty() || self.years.iter().any(then))
    }
}
