//! A reference to a document that the portal does not have (П203, error).
//!
//! Why: «утверждено приказом …» is what makes a plan official; readers must be able to open that act. An act is looked
//! for in its territory and then in the region, since municipal orders rest on regional ones (document A rests on
//! order № 55-310-мр of the region).
//!
//! Example: `approved_by = "114-do"` while the file is `documents/114-od.toml`.

use crate::check::part::Part;
use crate::check::reference::{document, document_is_broken, region_of, unknown, unresolved};
use crate::diag::Diagnostic;
use crate::model::id::{Reference, Slug};
use crate::model::place::territory::Territory;

/// Finds references to acts that no file describes.
pub fn check(part: &Part<'_>, found: &mut Vec<Diagnostic>) {
    let portal = part.portal;
    if let Some(territory) = part.territory {
        let is_known = |id: &Slug| {
            document(portal, territory, id).is_some() || document_is_broken(portal, territory, id)
        };
        let region = portal.territory(&region_of(&territory.path));
        let known = || {
            let acts = territory
                .documents
                .iter()
                .chain(region.into_iter().flat_map(|region| &region.documents));
            acts.map(|act| (act.id.as_str(), act.title.as_str()))
        };
        for (id, spans) in unresolved(references(territory), is_known) {
            let message = format!("нет документа «{id}»");
            let error = unknown(message, &spans, id.as_str(), known());
            let place = format!("{}/documents/{id}.toml", territory.path);
            found.extend(error.map(|error| {
                error.help(format!("если документ новый, опишите его в файле {place}"))
            }));
        }
    }
}

fn references(territory: &Territory) -> impl Iterator<Item = &Reference<Slug>> {
    let plans = territory
        .plans
        .iter()
        .filter_map(|plan| plan.approved_by.as_ref());
    let group = territory
        .working_group
        .iter()
        .filter_map(|group| group.approved_by.as_ref());
    let program = territory
        .program
        .iter()
        .filter_map(|program| program.approved_by.as_ref());
    let basis = territory
        .documents
        .iter()
        .flat_map(|document| &document.basis);
    let news = territory.news.iter().flat_map(|item| &item.documents);
    territory
        .main_document
        .iter()
        .chain(plans)
        .chain(group)
        .chain(program)
        .chain(basis)
        .chain(news)
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::fixture::{
        at, brief, document, news, plan, portal, reference, run, territory,
    };

    #[test]
    fn a_mistyped_act_is_one_mistake_in_all_its_places() {
        let mut place = territory("38-irkutskaya/zhigalovskiy");
        place.documents = vec![document("114-od", 1)];
        place.main_document = Some(reference("114-do", 5));
        place.plans = vec![plan(2023, [])];
        place.plans[0].approved_by = Some(reference("114-do", 6));
        let found = run(check, &portal([place]));
        assert_eq!(brief(&found), ["П203 5 нет документа «114-do»"]);
        assert_eq!(found[0].related, [(at(6), "и здесь".to_owned())]);
        assert_eq!(
            found[0].help[0],
            "возможно, вы имели в виду «114-od» — Об утверждении"
        );
    }

    #[test]
    fn acts_of_the_region_and_of_broken_files_are_accepted() {
        let mut region = territory("38-irkutskaya");
        region.documents = vec![document("55-310-mr", 1)];
        let mut place = territory("38-irkutskaya/zhigalovskiy");
        place.main_document = Some(reference("55-310-mr", 5));
        place.news = vec![news("2023-03-30-prikaz", 6)];
        place.news[0].documents = vec![reference("191", 7)];
        let mut portal = portal([region, place]);
        portal.broken = vec!["38-irkutskaya/zhigalovskiy/documents/191.toml".to_owned()];
        assert_eq!(brief(&run(check, &portal)), [""; 0]);
    }
}
