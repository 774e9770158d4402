//! The date that what stands in a section is from, as far as documents, statuses and editors give one.

use jiff::civil::Date;

use crate::model::id::{Reference, Slug};
use crate::model::place::territory::Territory;
use crate::model::plan::roadmap::Roadmap;

/// The date of a section by its code: of the newest paper, news item or report in it, else the day an editor stated its
/// text or why it is empty. None when nothing of the section has a date. `plan` is the plan that is asked about.
pub fn dated(territory: &Territory, code: &str, plan: &Roadmap) -> Option<Date> {
    let own = match code {
        "dokumenty" => {
            let known = territory.documents.iter().filter(|act| act.text_known);
            known
                .filter_map(|act| act.date.as_ref())
                .map(|date| date.value)
                .max()
        }
        "programma" => {
            let program = territory.program.as_ref();
            program.and_then(|program| act_date(territory, program.approved_by.as_ref()))
        }
        "rabochaya-gruppa" => {
            let group = territory.working_group.as_ref();
            group.and_then(|group| act_date(territory, group.approved_by.as_ref()))
        }
        "plan" | "pokazateli" => approved(territory, plan),
        "itogi" => plan.events().filter_map(|event| event.status.date).max(),
        "novosti" => territory.news.iter().map(|item| item.date).max(),
        _ => None,
    };
    own.or_else(|| territory.note(code)?.stated_on)
}

/// The day a plan was approved, when its act is known.
pub fn approved(territory: &Territory, plan: &Roadmap) -> Option<Date> {
    act_date(territory, plan.approved_by.as_ref())
}

fn act_date(territory: &Territory, act: Option<&Reference<Slug>>) -> Option<Date> {
    let act = territory.document(&act?.to)?;
    act.date.as_ref().map(|date| date.value)
}
