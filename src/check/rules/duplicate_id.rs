//! One identifier for two things (П201, error).
//!
//! Why: an identifier is an address, and every reference goes by it. With two owners one of them would never be
//! shown, and references to it would lead to the other one.
//!
//! Example: a new event of a plan is made by copying event `m07`, and its `id = "m07"` stays.

use std::collections::BTreeMap;

use crate::check::part::Part;
use crate::diag::codes;
use crate::diag::{Diagnostic, Span};
use crate::model::id::Slug;
use crate::model::place::territory::Territory;
use crate::model::portal::Portal;

const RENUMBER: &str =
    "дайте этой записи другой идентификатор; у первой его не меняйте: на него могут вести ссылки";
const RENAME: &str = "переименуйте этот файл: из имени файла получается адрес страницы";

/// Finds the second owner of an identifier, and the third.
pub fn check(part: &Part<'_>, found: &mut Vec<Diagnostic>) {
    match part.territory {
        Some(territory) => of_territory(territory, found),
        None => shared(part.portal, found),
    }
}

fn shared(portal: &Portal, found: &mut Vec<Diagnostic>) {
    let terms = portal.terms.iter().map(|term| (&term.id, term.span));
    report(terms, "среди слов словаря", RENUMBER, found);
    let risks = portal.risks.iter().map(|risk| (&risk.id, risk.span));
    report(risks, "среди факторов риска", RENUMBER, found);
    let questions = portal
        .questions
        .iter()
        .map(|question| (&question.id, question.span));
    report(questions, "среди вопросов родителей", RENAME, found);
    let pages = portal.pages.iter().map(|page| (&page.id, page.span));
    report(pages, "среди страниц о портале", RENAME, found);
    // Practices of all territories and collections share the addresses /praktiki/<id>/.
    let practices = portal
        .practices()
        .map(|(_, practice)| (&practice.id, practice.span));
    let collections = portal
        .collections
        .iter()
        .map(|collection| (&collection.id, collection.span));
    report(
        practices.chain(collections),
        "среди практик и сборников всего портала",
        RENAME,
        found,
    );
}

fn of_territory(territory: &Territory, found: &mut Vec<Diagnostic>) {
    report(
        territory
            .people
            .iter()
            .map(|person| (&person.id, person.span)),
        "среди людей",
        RENUMBER,
        found,
    );
    report(
        territory
            .schools
            .iter()
            .map(|school| (&school.id, school.span)),
        "среди школ",
        RENUMBER,
        found,
    );
    report(
        territory.documents.iter().map(|act| (&act.id, act.span)),
        "среди документов",
        RENAME,
        found,
    );
    report(
        territory.news.iter().map(|item| (&item.id, item.span)),
        "среди новостей",
        RENAME,
        found,
    );
    // Bodies have no places of their own; the name of the territory stands in the same file.
    let bodies = territory
        .bodies
        .iter()
        .map(|body| (&body.id, territory.span));
    report(bodies, "среди организаций", RENUMBER, found);
    for body in territory
        .bodies
        .iter()
        .filter(|body| body.id.as_str() == "authority")
    {
        let message = format!(
            "идентификатор «{}» занят органом управления образованием",
            body.id
        );
        found.push(Diagnostic::error(codes::DUPLICATE_ID, territory.span, message).help(RENUMBER));
    }
    for plan in &territory.plans {
        let events = plan.events().map(|event| (&event.id, event.span));
        report(events, "среди мероприятий плана", RENUMBER, found);
    }
}

fn report<'a>(
    things: impl Iterator<Item = (&'a Slug, Span)>,
    among: &str,
    advice: &str,
    found: &mut Vec<Diagnostic>,
) {
    let mut owners: BTreeMap<&Slug, Span> = BTreeMap::new();
    for (id, span) in things {
        let Some(first) = owners.get(id) else {
            owners.insert(id, span);
            continue;
        };
        let message = format!("идентификатор «{id}» уже занят {among}");
        let mut error = Diagnostic::error(codes::DUPLICATE_ID, span, message).help(advice);
        if *first != span {
            error = error.label("второй раз").related(*first, "впервые здесь");
        }
        found.push(error);
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::fixture::{at, brief, event, person, plan, portal, practice, run, territory};

    #[test]
    fn a_copied_event_keeps_its_identifier() {
        let mut place = territory("38-irkutskaya/zhigalovskiy");
        place.plans = vec![plan(
            2023,
            [event("m07", 10), event("m08", 20), event("m07", 30)],
        )];
        let found = run(check, &portal([place]));
        assert_eq!(
            brief(&found),
            ["П201 30 идентификатор «m07» уже занят среди мероприятий плана"]
        );
        assert_eq!(found[0].related, [(at(10), "впервые здесь".to_owned())]);
    }

    #[test]
    fn practices_share_the_addresses_of_the_whole_portal() {
        let mut first = territory("04-altay");
        first.practices = vec![practice("nastavnichestvo", 1)];
        let mut second = territory("10-kareliya");
        second.practices = vec![practice("nastavnichestvo", 2)];
        let found = run(check, &portal([first, second]));
        let message = "П201 2 идентификатор «nastavnichestvo» уже занят среди практик и сборников всего портала";
        assert_eq!(brief(&found), [message]);
    }

    #[test]
    fn two_territories_may_use_one_identifier() {
        let mut first = territory("04-altay");
        first.people = vec![person("ivanova-aa", 1)];
        first.plans = vec![plan(2023, [event("m01", 2)])];
        let mut second = territory("10-kareliya");
        second.people = vec![person("ivanova-aa", 3)];
        second.plans = vec![plan(2023, [event("m01", 4)])];
        assert_eq!(brief(&run(check, &portal([first, second]))), [""; 0]);
    }
}
