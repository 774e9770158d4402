//! A reference to a plan or an event that the territory does not have (П203, error).
//!
//! Why: a practice or news item says which measure of a plan it is about; without the measure the claim hangs in the
//! air. Practice cards are made from measures (document D, event 14: «сборник лучших практик»).
//!
//! Example: `events = ["2023/m99"]` in a plan with thirty events.

use crate::check::broken::file_is_broken;
use crate::check::part::Part;
use crate::check::reference::{unknown, unresolved};
use crate::diag::{Diagnostic, Span};
use crate::model::id::{EventRef, Reference};
use crate::model::place::territory::Territory;

/// Finds references to measures that no plan of the territory holds.
pub fn check(part: &Part<'_>, found: &mut Vec<Diagnostic>) {
    if let Some(territory) = part.territory {
        let is_known = |at: &EventRef| {
            let plan = territory.plan(&at.plan);
            plan.is_some_and(|plan| plan.events().any(|event| event.id == at.event))
                || file_is_broken(
                    part.portal,
                    &format!("{}/plans/{}.toml", territory.path, at.plan),
                )
        };
        for (at, spans) in unresolved(references(territory), is_known) {
            found.extend(describe(territory, at, &spans));
        }
    }
}

fn references(territory: &Territory) -> impl Iterator<Item = &Reference<EventRef>> {
    let news = territory.news.iter().flat_map(|item| &item.events);
    news.chain(
        territory
            .practices
            .iter()
            .flat_map(|practice| &practice.events),
    )
}

fn describe(territory: &Territory, at: &EventRef, spans: &[Span]) -> Option<Diagnostic> {
    let Some(plan) = territory.plan(&at.plan) else {
        let known = territory.plans.iter().map(|plan| (plan.id.as_str(), ""));
        let message = format!(
            "нет плана «{}», мероприятие которого здесь названо",
            at.plan
        );
        let plans: Vec<&str> = territory
            .plans
            .iter()
            .map(|plan| plan.id.as_str())
            .collect();
        return unknown(message, spans, at.plan.as_str(), known).map(|error| {
            match plans.as_slice() {
                [] => error.help(format!(
                    "у территории {} нет ни одного плана",
                    territory.path
                )),
                plans => error.help(format!("планы этой территории: {}", plans.join(", "))),
            }
        });
    };
    let known = plan
        .events()
        .map(|event| (event.id.as_str(), event.title.value.as_str()));
    let message = format!("в плане «{}» нет мероприятия «{}»", at.plan, at.event);
    unknown(message, spans, at.event.as_str(), known).map(|error| {
        error.help(format!(
            "мероприятие называют так: {}/m07 — план, косая черта, id мероприятия",
            at.plan
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::fixture::{
        brief, event, event_reference, news, plan, portal, practice, run, territory,
    };

    #[test]
    fn plan_and_event_must_both_exist() {
        let mut place = territory("38-irkutskaya/zhigalovskiy");
        place.plans = vec![plan(2023, [event("m07", 1)])];
        place.news = vec![news("2023-03-30-prikaz", 6)];
        place.news[0].events = vec![
            event_reference("2023/m70", 7),
            event_reference("2033/m07", 8),
        ];
        let found = run(check, &portal([place]));
        assert_eq!(
            brief(&found),
            [
                "П203 7 в плане «2023» нет мероприятия «m70»",
                "П203 8 нет плана «2033», мероприятие которого здесь названо",
            ]
        );
        assert!(found[0].help[0].starts_with("возможно, вы имели в виду «m07»"));
        assert!(found[1].help[0].starts_with("возможно, вы имели в виду «2023»"));
    }

    #[test]
    fn known_events_and_broken_plans_are_accepted() {
        let mut place = territory("38-irkutskaya/zhigalovskiy");
        place.plans = vec![plan(2023, [event("m07", 1)])];
        place.practices = vec![practice("nastavnichestvo", 6)];
        place.practices[0].events = vec![
            event_reference("2023/m07", 7),
            event_reference("2024/m01", 8),
        ];
        let mut portal = portal([place]);
        portal.broken = vec!["38-irkutskaya/zhigalovskiy/plans/2024.toml".to_owned()];
        assert_eq!(brief(&run(check, &portal)), [""; 0]);
    }
}
