//! Schools of a territory: those that get support, and those that help.

use serde::Serialize;

use crate::model::place::school::School;
use crate::model::place::section::RequiredSection;
use crate::render::theme::ThemeError;
use crate::render::views::parts::count;
use crate::render::views::place::parts::category::{CategoryView, category};
use crate::render::views::place::parts::place::Place;
use crate::render::views::place::sections::section::{About, render};
use crate::site::PlacePage;
use crate::text::collate::Alphabet;

#[derive(Serialize)]
struct SchoolsView<'a> {
    groups: Vec<Group<'a>>,
    parents: String,
}

#[derive(Serialize)]
struct Group<'a> {
    heading: String,
    schools: Vec<SchoolRow<'a>>,
}

#[derive(Serialize)]
struct SchoolRow<'a> {
    name: &'a str,
    href: String,
    categories: Vec<CategoryView<'a>>,
    events: String,
}

/// The list of schools.
///
/// # Errors
/// When the template is at fault.
pub fn html(place: &Place<'_>, section: &'static RequiredSection) -> Result<String, ThemeError> {
    let alphabet = Alphabet::new();
    let mut schools: Vec<&School> = place.territory.schools.iter().collect();
    schools.sort_by(|a, b| alphabet.compare(&a.name, &b.name));
    let partner = |school: &School| {
        school
            .categories
            .iter()
            .any(|category| category.category == "партнёр")
    };
    let (supported, others): (Vec<&School>, Vec<&School>) = schools
        .into_iter()
        .partition(|school| school.is_supported());
    let (partners, named): (Vec<&School>, Vec<&School>) =
        others.into_iter().partition(|school| partner(school));
    let number = supported.len();
    let groups = [
        ("Получают поддержку", supported),
        ("Школы-партнёры: помогают другим", partners),
        ("Названы в документах", named),
    ];
    let own = SchoolsView {
        groups: groups
            .into_iter()
            .filter(|(_, schools)| !schools.is_empty())
            .map(|(heading, schools)| Group {
                heading: place.say(heading, &[]),
                schools: schools
                    .into_iter()
                    .map(|school| row(place, school))
                    .collect(),
            })
            .collect(),
        parents: place.href(PlacePage::Section("roditelyam")),
    };
    let lead = match (number, own.groups.is_empty()) {
        (_, true) => place.say("Школы в документах по именам не названы.", &[]),
        (0, false) => place.say("Школы, которые названы в документах.", &[]),
        (number, false) => place.say(
            "По документам {1} {2} поддержку.",
            &[
                &place.counted(number, count::SCHOOLS),
                place.context.words.noun(number, count::GET),
            ],
        ),
    };
    let about = About {
        lead,
        filled: !own.groups.is_empty(),
        related: false,
    };
    render(place, section, "place/shkoly.html", about, own)
}

fn row<'a>(place: &Place<'_>, school: &'a School) -> SchoolRow<'a> {
    let events = place.territory.plans.iter().flat_map(|plan| plan.events());
    let events = events
        .filter(|event| event.names_school(&school.id))
        .count();
    SchoolRow {
        name: &school.name,
        href: place.href(PlacePage::School(school.id.clone())),
        categories: school
            .categories
            .iter()
            .map(|one| category(one, place.context.words))
            .collect(),
        events: match events {
            0 => String::new(),
            number => place.say(
                "названа в {1} плана",
                &[&place.counted(number, count::EVENTS_IN)],
            ),
        },
    }
}
