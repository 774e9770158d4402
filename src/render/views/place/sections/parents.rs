//! For parents: the questions that this territory's own data answer, and the way to all other answers.

use serde::Serialize;

use crate::model::place::section::RequiredSection;
use crate::render::theme::ThemeError;
use crate::render::views::parts::count;
use crate::render::views::parts::link::{Link, LinkNote, Phone};
use crate::render::views::place::parts::person::PersonView;
use crate::render::views::place::parts::place::Place;
use crate::render::views::place::sections::section::{About, render};
use crate::site::{PageKey, PlacePage};
use crate::text::russian;

#[derive(Serialize)]
struct ParentsView<'a> {
    authority: Option<&'a str>,
    phones: Vec<Phone<'a>>,
    coordinator: Option<PersonView<'a>>,
    contacts: String,
    schools: Vec<Link>,
    schools_page: String,
    plans: Vec<LinkNote>,
    act: Option<Link>,
    calendar: String,
    questions: Vec<Link>,
    all_questions: String,
}

/// The section for parents.
///
/// # Errors
/// When the template is at fault.
pub fn html(place: &Place<'_>, section: &'static RequiredSection) -> Result<String, ThemeError> {
    let territory = place.territory;
    let authority = territory.authority.as_ref();
    let current = territory.current_plan();
    let supported = territory
        .schools
        .iter()
        .filter(|school| school.is_supported());
    let own = ParentsView {
        authority: authority.map(|authority| authority.called()),
        phones: Phone::of(authority),
        coordinator: place.person_named(territory.coordinator.as_ref()),
        contacts: place.href(PlacePage::Section("kontakty")),
        schools: supported
            .filter_map(|school| place.school_link(&school.id))
            .collect(),
        schools_page: place.href(PlacePage::Section("shkoly")),
        plans: plans(place),
        act: current
            .and_then(|plan| plan.approved_by.as_ref())
            .and_then(|act| place.document_link(&act.to)),
        calendar: place.href(PlacePage::Calendar),
        questions: questions(place),
        all_questions: place.linker.page(&PageKey::Parents),
    };
    let lead = place.say(
        "Ответы на вопросы родителей {1}: кому звонить, где план, какие школы получают поддержку.",
        &[place.name_in()],
    );
    render(
        place,
        section,
        "place/roditelyam.html",
        About {
            lead,
            filled: true,
            related: true,
        },
        own,
    )
}

fn plans(place: &Place<'_>) -> Vec<LinkNote> {
    let plans = place.territory.plans.iter().rev().map(|plan| LinkNote {
        text: russian::capitalized(&place.plan_name(plan)),
        href: place.href(PlacePage::Plan(plan.id.clone())),
        note: place.counted(plan.events().count(), count::EVENTS),
    });
    plans.collect()
}

fn questions(place: &Place<'_>) -> Vec<Link> {
    let questions = place.context.portal.questions.iter().map(|question| Link {
        text: question.title.clone(),
        href: place.linker.anchor(&PageKey::Parents, question.id.as_str()),
    });
    questions.collect()
}
