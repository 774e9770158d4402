//! Regions, municipalities, people and schools.

use crate::content::typed::reader::Reader;
use crate::model::place::authority::{Authority, BODY_KINDS, Body, Contact};
use crate::model::place::person::{Curator, Person, Post};
use crate::model::place::school::{School, SchoolCategory};
use crate::model::place::territory::PlaceNames;

/// Names of a region or municipality.
pub fn names(file: Reader<'_>) -> Option<PlaceNames> {
    Some(PlaceNames {
        name: file.required("name"),
        of: file.required("name_of"),
        in_place: file.required("name_in"),
    })
}

/// The education authority.
pub fn authority(file: Reader<'_>) -> Option<Authority> {
    let table = file.table("authority")?;
    let registration = [("ИНН", "inn"), ("КПП", "kpp"), ("ОГРН", "ogrn")];
    Some(Authority {
        name: table.required("name"),
        short: table.text("short"),
        aliases: table.texts("aliases"),
        head: table.reference("head"),
        registration: registration
            .into_iter()
            .filter_map(|(label, key)| Some((label, table.text(key)?)))
            .collect(),
        contact: table.table("contact").map(contact).unwrap_or_default(),
    })
}

fn contact(table: Reader<'_>) -> Contact {
    Contact {
        address: table.text("address"),
        postcode: table.text("postcode"),
        phones: table.texts("phones"),
        fax: table.text("fax"),
        email: table.spanned("email"),
        site: table.text("site"),
        hours: table.text("hours"),
    }
}

/// Other organisations.
pub fn bodies(file: Reader<'_>) -> Vec<Body> {
    file.tables("body").filter_map(body).collect()
}

fn body(table: Reader<'_>) -> Option<Body> {
    let kind = table.required("kind");
    let role = BODY_KINDS.iter().find(|(name, _)| *name == kind)?.1;
    Some(Body {
        id: table.slug("id")?,
        name: table.required("name"),
        full: table.text("full"),
        aliases: table.texts("aliases"),
        kind,
        role,
    })
}

/// `people.toml`.
pub fn people(file: Reader<'_>) -> Vec<Person> {
    file.tables("person").filter_map(person).collect()
}

fn person(table: Reader<'_>) -> Option<Person> {
    Some(Person {
        id: table.slug("id")?,
        span: table.span_of("id"),
        name: table.required("name"),
        aliases: table.texts("aliases"),
        school: table.reference("school"),
        posts: table
            .tables("post")
            .map(|post| Post {
                title: post.required("title"),
                source: post.required("source"),
            })
            .collect(),
    })
}

/// `schools.toml`.
pub fn schools(file: Reader<'_>) -> Vec<School> {
    file.tables("school").filter_map(school).collect()
}

fn school(table: Reader<'_>) -> Option<School> {
    Some(School {
        id: table.slug("id")?,
        span: table.span_of("id"),
        name: table.required("name"),
        aliases: table.texts("aliases"),
        legal_form: table.text("legal_form"),
        level: table.text("level"),
        head: table.reference("head"),
        contacts: table.references("contact_persons"),
        site: table.text("site"),
        address: table.text("address"),
        categories: table.tables("category").filter_map(category).collect(),
        source: table.text("source"),
    })
}

fn category(table: Reader<'_>) -> Option<SchoolCategory> {
    Some(SchoolCategory {
        year: table.required("year"),
        category: table.required("category"),
        source: table.required("source"),
    })
}

/// `curators.toml`.
pub fn curators(file: Reader<'_>) -> Vec<Curator> {
    file.tables("curator")
        .filter_map(|table| {
            Some(Curator {
                person: table.reference("person")?,
                schools: table.references("schools"),
                period: table.text("period"),
                source: table.text("source"),
            })
        })
        .collect()
}
