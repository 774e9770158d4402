//! A reference to a school that is not in the territory's list (П203, error).
//!
//! Why: a school's page gathers everything that was promised to it; a name that leads nowhere drops out of it. The
//! documents write one school in many ways (domain, irregularity 38), so that references go by identifier.
//!
//! Example: `schools = ["kemskaya-sosh2"]` while `schools.toml` has `kemskaya-sosh-2`.

use crate::check::broken::file_is_broken;
use crate::check::part::Part;
use crate::check::reference::{unknown, unresolved};
use crate::diag::Diagnostic;
use crate::model::id::{Reference, Slug};
use crate::model::place::territory::Territory;

/// Finds references to schools nobody describes.
pub fn check(part: &Part<'_>, found: &mut Vec<Diagnostic>) {
    if let Some(territory) = part.territory {
        let file = format!("{}/schools.toml", territory.path);
        if file_is_broken(part.portal, &file) {
            return;
        }
        for (id, spans) in unresolved(references(territory), |id| territory.school(id).is_some()) {
            let known = territory
                .schools
                .iter()
                .map(|school| (school.id.as_str(), school.name.as_str()));
            let error = unknown(format!("нет школы «{id}»"), &spans, id.as_str(), known);
            found.extend(error.map(|error| error.help(format!("школы описывают в файле {file}"))));
        }
    }
}

fn references(territory: &Territory) -> impl Iterator<Item = &Reference<Slug>> {
    let people = territory
        .people
        .iter()
        .filter_map(|person| person.school.as_ref());
    let curators = territory
        .curators
        .iter()
        .flat_map(|curator| &curator.schools);
    let members = territory
        .working_group
        .iter()
        .flat_map(|group| &group.members);
    let points = territory
        .documents
        .iter()
        .flat_map(|document| &document.points);
    let events = territory.plans.iter().flat_map(|plan| plan.events());
    let pairings = events
        .flat_map(|event| &event.pairings)
        .flat_map(|pairing| &pairing.schools);
    let news = territory.news.iter().flat_map(|item| &item.schools);
    let practices = territory
        .practices
        .iter()
        .flat_map(|practice| &practice.schools);
    let records = members.filter_map(|member| member.school.as_ref());
    let points = points.flat_map(|point| &point.schools);
    people
        .chain(curators)
        .chain(records)
        .chain(points)
        .chain(pairings)
        .chain(news)
        .chain(practices)
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::fixture::{brief, news, portal, reference, run, school, territory};

    #[test]
    fn a_mistyped_school_is_recognised() {
        let mut place = territory("10-kareliya/kemskiy");
        place.schools = vec![school("kemskaya-sosh-2", 1)];
        place.news = vec![news("2023-01-20-karta", 2)];
        place.news[0].schools = vec![
            reference("kemskaya-sosh2", 3),
            reference("kemskaya-sosh-2", 4),
        ];
        let found = run(check, &portal([place]));
        assert_eq!(brief(&found), ["П203 3 нет школы «kemskaya-sosh2»"]);
        assert_eq!(
            found[0].help[0],
            "возможно, вы имели в виду «kemskaya-sosh-2» — МБОУ Кемская СОШ №2"
        );
    }

    #[test]
    fn no_school_is_missed_while_the_list_cannot_be_read() {
        let mut place = territory("10-kareliya/kemskiy");
        place.news = vec![news("2023-01-20-karta", 2)];
        place.news[0].schools = vec![reference("kemskaya-sosh-2", 3)];
        let mut portal = portal([place]);
        portal.broken = vec!["10-kareliya/kemskiy/schools.toml".to_owned()];
        assert_eq!(brief(&run(check, &portal)), [""; 0]);
    }
}
