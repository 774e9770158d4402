//! Schools and people of a region and its municipalities by the alphabet.

use serde::Serialize;

use crate::model::place::person::Person;
use crate::model::place::school::School;
use crate::model::place::territory::Territory;
use crate::render::shell::Head;
use crate::render::theme::ThemeError;
use crate::render::views::parts::count;
use crate::render::views::parts::letters::{Letter, by_letter};
use crate::render::views::parts::link::Link;
use crate::render::views::place::parts::place::Place;
use crate::render::words::Html;
use crate::site::{PageKey, PlacePage};

#[derive(Serialize)]
struct IndexView {
    heading: String,
    summary: String,
    schools: Vec<Letter<SchoolRow>>,
    people: Vec<Letter<PersonRow>>,
    /// Other lists by the alphabet.
    lists: Link,
}

#[derive(Serialize)]
struct SchoolRow {
    school: Link,
    place: Link,
}

#[derive(Serialize)]
struct PersonRow {
    name: String,
    posts: Vec<Html>,
    place: Link,
}

/// The HTML of the page.
///
/// # Errors
/// When the template is at fault.
pub fn html(place: &Place<'_>) -> Result<String, ThemeError> {
    let territories: Vec<&Territory> = place
        .context
        .portal
        .territories_of(&place.territory.path.region)
        .collect();
    let schools: Vec<_> = territories
        .iter()
        .flat_map(|t| t.schools.iter().map(|s| school(place, t, s)))
        .collect();
    let people: Vec<_> = territories
        .iter()
        .flat_map(|t| t.people.iter().map(|p| person(place, t, p)))
        .collect();
    let summary = count::schools_and_people(schools.len(), people.len(), place.context.words);
    let heading = place.say("Школы и люди {1} по алфавиту", &[place.name_of()]);
    let view = IndexView {
        heading,
        summary: summary.clone(),
        schools: by_letter(schools, "shkola"),
        people: by_letter(people, "chelovek"),
        lists: Link {
            text: place.say("Другие списки по алфавиту", &[]),
            href: place.linker.page(&PageKey::Index),
        },
    };
    let head = Head {
        title: place.say("Школы и люди по алфавиту", &[]),
        description: place.say(
            "Школы и люди из приказов и планов по алфавиту: {1}, {2}.",
            &[&place.territory.names.name, &summary],
        ),
        parents: Vec::new(),
    };
    place.render("place/index.html", head, &view)
}

/// A school stands under its own name, not under the words of its legal form: otherwise all would stand under «М».
fn school(place: &Place<'_>, territory: &Territory, school: &School) -> (String, SchoolRow) {
    let form = school.legal_form.as_deref().unwrap_or_default();
    let own = school
        .name
        .strip_prefix(form)
        .unwrap_or(&school.name)
        .trim_start();
    let page = PageKey::place(&territory.path, PlacePage::School(school.id.clone()));
    let row = SchoolRow {
        school: Link {
            text: school.name.clone(),
            href: place.linker.page(&page),
        },
        place: home(place, territory),
    };
    (own.to_owned(), row)
}

/// A person leads to the contacts of the territory, where all posts stand with their documents.
fn person(place: &Place<'_>, territory: &Territory, person: &Person) -> (String, PersonRow) {
    let contacts = PageKey::place(&territory.path, PlacePage::Section("kontakty"));
    let mut link = home(place, territory);
    if place.context.site.has(&contacts) {
        link.href = place.linker.page(&contacts);
    }
    let glossary = &place.context.glossary;
    let row = PersonRow {
        name: person.name.clone(),
        posts: person
            .posts
            .iter()
            .map(|post| glossary.html(&post.title, Some(&territory.path)))
            .collect(),
        place: link,
    };
    (person.name.clone(), row)
}

fn home(place: &Place<'_>, territory: &Territory) -> Link {
    Link {
        text: territory.names.name.clone(),
        href: place
            .linker
            .page(&PageKey::place(&territory.path, PlacePage::Home)),
    }
}
