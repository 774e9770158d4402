//! Finding a district, a school, a person or a word by the alphabet. There is no search field here: a field that finds
//! nothing would be a dead control.

use serde::Serialize;

use crate::model::place::school::School;
use crate::model::place::territory::Territory;
use crate::render::context::Context;
use crate::render::shell::{Head, Shell};
use crate::render::theme::ThemeError;
use crate::render::views::frame::framed;
use crate::render::views::shared::cite::{Cite, Link, PersonLine};
use crate::render::views::shared::letters::{Letter, by_letter};
use crate::site::{PageKey, PlacePage};
use crate::text::russian::counted;

#[derive(Serialize)]
struct SearchView {
    places: Vec<Letter<PlaceRow>>,
    schools: Vec<Letter<SchoolRow>>,
    people: Vec<Letter<PersonLine>>,
    words: Vec<Letter<Link>>,
}

#[derive(Serialize)]
struct PlaceRow {
    place: Link,
    region: Option<Link>,
}

#[derive(Serialize)]
struct SchoolRow {
    school: Link,
    place: Link,
}

/// The HTML of the page.
///
/// # Errors
/// When the template is at fault.
pub fn html(context: &Context<'_>) -> Result<String, ThemeError> {
    let key = PageKey::Search;
    let cite = Cite::new(context, &key);
    let territories = &context.portal.territories;
    let place = |place: &Territory| {
        let row = PlaceRow {
            place: cite.territory(place),
            region: cite.region_of(place),
        };
        (place.names.name.clone(), row)
    };
    let schools = territories
        .iter()
        .flat_map(|t| t.schools.iter().map(move |s| (t, s)));
    let people = territories
        .iter()
        .flat_map(|t| t.people.iter().map(move |p| (t, p)));
    let words = context.portal.terms.iter().map(|term| {
        let link = cite.link(term.title(), &PageKey::Term(term.id.clone()));
        (term.title().to_owned(), link)
    });
    let people = people
        .filter_map(|(t, p)| cite.person(t, &p.id).map(|line| (p.name.clone(), line)))
        .collect();
    let view = SearchView {
        places: by_letter(territories.iter().map(place).collect(), "rayon"),
        schools: by_letter(
            schools.map(|(t, s)| school(&cite, t, s)).collect(),
            "shkola",
        ),
        people: by_letter(people, "chelovek"),
        words: by_letter(words.collect(), "slovo"),
    };
    framed(
        context,
        "search.html",
        &Shell::new(context, &key, head(context)),
        &view,
    )
}

fn head(context: &Context<'_>) -> Head {
    let territories = &context.portal.territories;
    let schools: usize = territories
        .iter()
        .map(|territory| territory.schools.len())
        .sum();
    Head {
        title: "Поиск по алфавиту".to_owned(),
        description: format!(
            "Районы, {}, люди из приказов и слова документов по алфавиту.",
            counted(schools, ["школа", "школы", "школ"])
        ),
        parents: Vec::new(),
    }
}

/// A school stands under its own name, not under the words of its legal form: otherwise all would stand under «М».
fn school(cite: &Cite<'_, '_>, territory: &Territory, school: &School) -> (String, SchoolRow) {
    let form = school.legal_form.as_deref().unwrap_or_default();
    let own = school
        .name
        .strip_prefix(form)
        .unwrap_or(&school.name)
        .trim_start();
    let page = PageKey::place(&territory.path, PlacePage::School(school.id.clone()));
    let row = SchoolRow {
        school: cite.link(&school.name, &page),
        place: cite.territory(territory),
    };
    (own.to_owned(), row)
}
