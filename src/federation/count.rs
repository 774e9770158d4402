//! What is counted of a territory, from the model: of its content where a site is built, of its skeleton where sites are
//! joined. Both must give the same.

use std::collections::BTreeMap;

use crate::federation::manifest::Sums;
use crate::model::comparison::{Figure, YARDSTICKS, figures};
use crate::model::coverage::{Coverage, Fullness, Measure, coverage, is_judged};
use crate::model::place::territory::Territory;
use crate::model::plan::standing::standing;

/// The sums of a territory.
pub fn sums(territory: &Territory, measure: Measure<'_>) -> Sums {
    let events = || territory.plans.iter().flat_map(|plan| plan.events());
    let mut standings = BTreeMap::new();
    for event in events() {
        let code = standing(event, measure.today).code().to_owned();
        *standings.entry(code).or_insert(0) += 1;
    }
    let rows = match is_judged(territory) {
        true => coverage(territory, measure),
        false => Vec::new(),
    };
    let mut sections = BTreeMap::new();
    for row in &rows {
        *sections.entry(row.fullness.code().to_owned()).or_insert(0) += 1;
    }
    Sums {
        plans: territory.plans.len(),
        events: events().count(),
        standings,
        schools: territory.schools.len(),
        documents: territory.documents.len(),
        practices: territory.practices.len(),
        news: territory.news.len(),
        sections,
        figures: compared(territory, measure, &rows),
    }
}

/// Figures by their yardsticks; of municipalities with a plan, since only these are compared.
fn compared(
    territory: &Territory,
    measure: Measure<'_>,
    rows: &[Coverage],
) -> BTreeMap<String, Vec<usize>> {
    if territory.is_region() || territory.plans.is_empty() {
        return BTreeMap::new();
    }
    let present = rows.iter().filter(|row| row.fullness == Fullness::Present);
    let figures = figures(territory, measure.today, (present.count(), rows.len()));
    let known = YARDSTICKS
        .iter()
        .zip(figures)
        .filter_map(|(yardstick, figure)| {
            let numbers = match figure {
                Figure::Unknown => return None,
                Figure::Number(number) => vec![number],
                Figure::Share { part, whole } => vec![part, whole],
            };
            Some((yardstick.code.to_owned(), numbers))
        });
    known.collect()
}
