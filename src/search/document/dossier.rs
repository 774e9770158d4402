//! People, schools and sections of a territory as documents.

use crate::model::place::person::Person;
use crate::model::place::school::School;
use crate::model::place::section::{REQUIRED, RequiredSection};
use crate::search::document::shape::{Document, Field, Kind};
use crate::search::document::surroundings::{Surroundings, all_forms};
use crate::search::document::texts::{authority_texts, curator_texts, group_texts, program_texts};
use crate::search::document::words::{EXCERPT, line, plain, shortened};
use crate::site::{PlacePage, anchors};

/// Schools, people and those sections that have a text of their own, in this order.
pub fn documents(around: &Surroundings<'_>) -> Vec<Document> {
    let territory = around.territory;
    let schools = territory.schools.iter().enumerate();
    let schools = schools.map(|(at, school)| school_document(around, at, school));
    let people = territory
        .people
        .iter()
        .map(|person| person_document(around, person));
    schools.chain(people).chain(sections(around)).collect()
}

fn school_document(around: &Surroundings<'_>, at: usize, school: &School) -> Document {
    let page = PlacePage::School(school.id.clone());
    let mut document = around.document(Kind::School, page, line(&school.name));
    document.note = school.address.clone().unwrap_or_default();
    document.add(Field::Name, all_forms(school.forms().skip(1)));
    document.add(Field::Body, document.note.clone());
    document.add_all(Field::Body, school.site.as_deref());
    document.add_all(
        Field::Body,
        school
            .categories
            .iter()
            .map(|category| category.category.as_str()),
    );
    let head = school.head.iter().chain(&school.contacts);
    for person in head.filter_map(|person| around.person(&person.to)) {
        document.add(Field::Extra, all_forms(person.forms()));
    }
    document.facets.schools = vec![at];
    document
}

fn person_document(around: &Surroundings<'_>, person: &Person) -> Document {
    let address = around.anchor(PlacePage::Section("kontakty"), &anchors::person(&person.id));
    let mut document = around.at(Kind::Person, &address, line(&person.name));
    document.note = posts(person);
    document.add(Field::Name, all_forms(person.forms().skip(1)));
    document.add(Field::Body, document.note.clone());
    if let Some((at, school)) = person.school.as_ref().and_then(|s| around.school(&s.to)) {
        document.text = line(&school.name);
        document.add(Field::Extra, all_forms(school.forms()));
        document.facets.schools = vec![at];
    }
    document
}

/// Posts of a person, each once, since several documents may name the same one.
pub fn posts(person: &Person) -> String {
    let mut posts: Vec<String> = Vec::new();
    for post in person.posts.iter().map(|post| line(&post.title)) {
        if !posts.contains(&post) {
            posts.push(post);
        }
    }
    posts.join("; ")
}

fn sections(around: &Surroundings<'_>) -> impl Iterator<Item = Document> {
    REQUIRED
        .iter()
        .filter(|section| !section.code.is_empty())
        .filter_map(|section| section_document(around, section))
}

/// A section is a document when it has words that no other document has; lists of acts, plans or schools have not.
fn section_document(
    around: &Surroundings<'_>,
    section: &'static RequiredSection,
) -> Option<Document> {
    let territory = around.territory;
    let note = territory.note(section.code);
    let mut texts: Vec<String> = note.map(|note| plain(&note.text)).into_iter().collect();
    texts.extend(match section.code {
        "programma" => program_texts(territory),
        "rabochaya-gruppa" => group_texts(territory),
        "kuratory" => curator_texts(around),
        "kontakty" => authority_texts(territory),
        _ => Vec::new(),
    });
    texts.retain(|text| !text.is_empty());
    let beginning = texts.first()?;
    let page = PlacePage::Section(section.code);
    let mut document = around.document(Kind::Section, page, section.name);
    document.note = territory.names.name.clone();
    document.text = shortened(beginning, EXCERPT);
    if section.short != section.name {
        document.add(Field::Title, section.short);
    }
    document.add_all(Field::Body, note.and_then(|note| note.title.as_deref()));
    document.add_all(Field::Body, texts);
    Some(document)
}
