//! A reference to a person who is not in the territory's list (П203, error).
//!
//! Why: «кто отвечает» is the first question of readers, and the documents answer it by name (document A, event 2:
//! curators). A name without its person has no post and no page.
//!
//! Example: `coordinator = "netesova-l"` while `people.toml` has `netesova-lv`.

use crate::check::broken::file_is_broken;
use crate::check::part::Part;
use crate::check::reference::{unknown, unresolved};
use crate::diag::Diagnostic;
use crate::model::id::{Reference, Slug};
use crate::model::place::territory::Territory;

/// Finds references to people nobody describes.
pub fn check(part: &Part<'_>, found: &mut Vec<Diagnostic>) {
    if let Some(territory) = part.territory {
        let file = format!("{}/people.toml", territory.path);
        if file_is_broken(part.portal, &file) {
            return;
        }
        for (id, spans) in unresolved(references(territory), |id| territory.person(id).is_some()) {
            let known = territory
                .people
                .iter()
                .map(|person| (person.id.as_str(), person.name.as_str()));
            let error = unknown(format!("нет человека «{id}»"), &spans, id.as_str(), known);
            found.extend(error.map(|error| error.help(format!("людей описывают в файле {file}"))));
        }
    }
}

fn references(territory: &Territory) -> impl Iterator<Item = &Reference<Slug>> {
    let head = territory
        .authority
        .iter()
        .filter_map(|authority| authority.head.as_ref());
    let schools = territory
        .schools
        .iter()
        .flat_map(|school| school.head.iter().chain(&school.contacts));
    let curators = territory.curators.iter().map(|curator| &curator.person);
    let members = territory
        .working_group
        .iter()
        .flat_map(|group| &group.members);
    let signatories = territory
        .documents
        .iter()
        .filter_map(|document| document.signatory.person.as_ref());
    let points = territory
        .documents
        .iter()
        .flat_map(|document| &document.points);
    let events = territory.plans.iter().flat_map(|plan| plan.events());
    let practices = territory
        .practices
        .iter()
        .flat_map(|practice| &practice.people);
    let places = territory
        .coordinator
        .iter()
        .chain(head)
        .chain(schools)
        .chain(curators);
    let records = members
        .filter_map(|member| member.person.as_ref())
        .chain(signatories);
    let pairings = events
        .flat_map(|event| &event.pairings)
        .flat_map(|pairing| &pairing.people);
    places
        .chain(records)
        .chain(points.flat_map(|point| &point.people))
        .chain(pairings)
        .chain(practices)
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::fixture::{brief, person, portal, practice, reference, run, territory};

    #[test]
    fn a_mistyped_person_is_recognised() {
        let mut place = territory("38-irkutskaya/zhigalovskiy");
        place.people = vec![person("netesova-lv", 1)];
        place.coordinator = Some(reference("netesova-l", 5));
        place.practices = vec![practice("nastavnichestvo", 6)];
        place.practices[0].people = vec![reference("ivanov-ii", 7), reference("netesova-lv", 8)];
        let found = run(check, &portal([place]));
        assert_eq!(
            brief(&found),
            [
                "П203 5 нет человека «netesova-l»",
                "П203 7 нет человека «ivanov-ii»"
            ]
        );
        assert_eq!(
            found[0].help[0],
            "возможно, вы имели в виду «netesova-lv» — Нетесова Л.В."
        );
        assert_eq!(
            found[1].help,
            ["людей описывают в файле 38-irkutskaya/zhigalovskiy/people.toml"]
        );
    }

    #[test]
    fn nobody_is_missed_while_the_list_cannot_be_read() {
        let mut place = territory("38-irkutskaya/zhigalovskiy");
        place.coordinator = Some(reference("netesova-lv", 5));
        let mut portal = portal([place]);
        portal.broken = vec!["38-irkutskaya/zhigalovskiy/people.toml".to_owned()];
        assert_eq!(brief(&run(check, &portal)), [""; 0]);
    }
}
