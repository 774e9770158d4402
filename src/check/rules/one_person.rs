//! One person answers for most rows of a plan (П421, warning).
//!
//! Why: who answers for everything answers for nothing, and one sick leave stops the plan. The portal's own rule: three
//! fifths of at least ten rows that name who answers. A body or a post («РУО», «методист») is not a person and is not
//! counted.
//!
//! Example: «Нетесова Л.В.» in 20 of 30 rows.

use std::collections::BTreeMap;

use crate::check::gathered::{Place, warning};
use crate::check::part::Part;
use crate::diag::Diagnostic;
use crate::diag::codes;
use crate::model::place::territory::Territory;
use crate::model::plan::roadmap::Roadmap;

/// A plan with fewer rows is too small to say.
const LEAST: usize = 10;

/// Finds people who carry a plan alone.
pub fn check(part: &Part<'_>, found: &mut Vec<Diagnostic>) {
    if let Some(territory) = part.territory {
        let alone = |plan| alone(territory, plan);
        found.extend(territory.plans.iter().filter_map(alone));
    }
}

fn alone(territory: &Territory, plan: &Roadmap) -> Option<Diagnostic> {
    let cells: Vec<_> = plan
        .events()
        .filter_map(|event| Some((event, event.responsible.as_ref()?)))
        .collect();
    let mut rows: BTreeMap<&str, Vec<Place>> = BTreeMap::new();
    for (event, cell) in &cells {
        let mut named: Vec<&str> = cell
            .value
            .parties
            .iter()
            .flat_map(|party| &party.people)
            .map(String::as_str)
            .collect();
        named.sort_unstable();
        named.dedup();
        for person in named {
            let place = Place::new(cell.span, format!("мероприятие {}", event.id));
            rows.entry(person).or_default().push(place);
        }
    }
    let (person, places) = rows.into_iter().max_by_key(|(_, places)| places.len())?;
    let all = cells.len();
    if all < LEAST || places.len() * 5 < all * 3 {
        return None;
    }
    let known = territory
        .people
        .iter()
        .find(|known| known.id.as_str() == person);
    let name = known.map_or(person, |known| known.name.as_str());
    let message = |count| format!("один человек отвечает за {count} из {all} мероприятий: {name}");
    warning(codes::ONE_PERSON, places, message).map(|warning| {
        warning.help("проверьте, не пропущены ли другие исполнители; если в документе так, оставьте как есть")
    })
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::fixture::{brief, event, person, plan, portal, responsible, run, territory};
    use crate::model::plan::responsible::Role;
    use crate::model::plan::roadmap::Event;
    use crate::model::portal::Portal;

    /// Ten rows, of which the first so many name the person.
    fn portal_with(named: u32) -> Portal {
        let row = |n: u32| {
            let mut cell = responsible("Нетесова Л.В.", &[Role::Other], 10 + n);
            if n < named {
                let mut said = (*cell.value).clone();
                said.parties[0].people = vec!["netesova-lv".to_owned()];
                cell.value = said.into();
            }
            Event {
                responsible: Some(cell),
                ..event(&format!("m{n:02}"), 10 + n)
            }
        };
        let mut place = territory("04-altay");
        place.people = vec![person("netesova-lv", 1)];
        place.plans = vec![plan(2023, (0..10).map(row))];
        portal([place])
    }

    #[test]
    fn one_person_for_most_rows_is_found() {
        assert_eq!(
            brief(&run(check, &portal_with(6))),
            ["п421 10 один человек отвечает за 6 из 10 мероприятий: Нетесова Л.В."]
        );
    }

    #[test]
    fn half_of_the_rows_is_silent() {
        assert_eq!(brief(&run(check, &portal_with(5))), [""; 0]);
    }
}
