//! Nobody was recognised in the cell of the responsible (П415, warning).
//!
//! Why: «кто отвечает» must lead to a person, a school or at least a role. The cell is shown as printed, but the
//! measure is missing from the pages of those who answer for it.
//!
//! Example: «Участники проекта»; a body that `municipality.toml` does not name.

use crate::check::broken::file_is_broken;
use crate::check::gathered::{Place, warning};
use crate::check::part::Part;
use crate::check::table::quoted;
use crate::diag::Diagnostic;
use crate::diag::codes;
use crate::model::place::territory::Territory;
use crate::model::plan::responsible::{Responsible, Role};
use crate::model::portal::Portal;

/// Finds cells that name no known role, body, person or school.
pub fn check(part: &Part<'_>, found: &mut Vec<Diagnostic>) {
    let known = |territory: &Territory| names_are_known(part.portal, territory);
    if !part.territory.is_some_and(known) {
        return;
    }
    for plan in part.plans() {
        let cells = plan
            .events()
            .filter_map(|event| Some((event, event.responsible.as_ref()?)));
        let places: Vec<Place> = cells
            .filter(|(_, cell)| is_unknown(&cell.value))
            .map(|(event, cell)| {
                Place::new(
                    cell.span,
                    format!("мероприятие {}: {}", event.id, quoted(&cell.value.verbatim)),
                )
            })
            .collect();
        let gathered = warning(codes::RESPONSIBLE_UNKNOWN, places, |count| match count {
            1 => "исполнитель не распознан".to_owned(),
            count => format!("исполнители не распознаны: мероприятий — {count}"),
        });
        found.extend(gathered.map(|warning| {
            warning.help(
                "если это организация, школа или человек, добавьте это написание в aliases; иначе оставьте как есть",
            )
        }));
    }
}

/// With the lists of names unread, everything would be unknown.
fn names_are_known(portal: &Portal, territory: &Territory) -> bool {
    let folder = &territory.path;
    let lists = [
        "people.toml",
        "schools.toml",
        "municipality.toml",
        "region.toml",
    ];
    !lists
        .iter()
        .any(|list| file_is_broken(portal, &format!("{folder}/{list}")))
}

fn is_unknown(cell: &Responsible) -> bool {
    let nobody = cell.parties.iter().all(|party| {
        party.role == Role::Other
            && party.body.is_none()
            && party.people.is_empty()
            && party.schools.is_empty()
    });
    nobody && !cell.verbatim.trim().is_empty()
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::fixture::{brief, event, plan, portal, responsible, run, territory};
    use crate::model::plan::responsible::Role;
    use crate::model::portal::Portal;

    fn with_roles(roles: &[Role]) -> Portal {
        let mut event = event("m01", 5);
        event.responsible = Some(responsible("Участники проекта", roles, 6));
        let mut place = territory("04-altay");
        place.plans = vec![plan(2023, [event])];
        portal([place])
    }

    #[test]
    fn nobody_in_particular_is_found() {
        let found = run(check, &with_roles(&[Role::Other]));
        assert_eq!(brief(&found), ["п415 6 исполнитель не распознан"]);
        assert_eq!(found[0].label, "мероприятие m01: «Участники проекта»");
    }

    #[test]
    fn one_known_role_is_enough() {
        assert_eq!(
            brief(&run(check, &with_roles(&[Role::Other, Role::Schools]))),
            [""; 0]
        );
        let mut portal = with_roles(&[Role::Other]);
        portal.broken = vec!["04-altay/people.toml".to_owned()];
        assert_eq!(brief(&run(check, &portal)), [""; 0]);
    }
}
