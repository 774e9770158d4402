//! Schools and the authorities that run them, with what the documents say of them.

use crate::model::place::authority::{Authority, Contact, site_address};
use crate::model::place::school::School;
use crate::model::place::territory::Territory;
use crate::render::structured::around::Around;
use crate::render::structured::node::Node;
use crate::site::{PageKey, PlacePage};

/// `School`.
pub fn school(around: &Around<'_, '_>, territory: &Territory, school: &School) -> Node {
    let here = around.here();
    Node::new("School")
        .with("@id", here.as_str())
        .with("url", here)
        .with("name", school.name.as_str())
        .maybe("sameAs", school.site.as_deref().map(site_address))
        .maybe("address", school.address.as_deref())
        .with("containedInPlace", around.area(territory))
}

/// `GovernmentOrganization`: the education authority, on the pages that tell how to reach it.
pub fn authority(around: &Around<'_, '_>, territory: &Territory, body: &Authority) -> Node {
    let contact = &body.contact;
    let home = PageKey::place(&territory.path, PlacePage::Section("kontakty"));
    let number = |label: &str| {
        let mut numbers = body.registration.iter();
        let found = numbers.find(|(name, _)| *name == label);
        found.map(|(_, number)| number.as_str())
    };
    Node::new("GovernmentOrganization")
        .with("@id", around.anchor(&home, "organ"))
        .with("name", body.name.as_str())
        .maybe("alternateName", body.short.as_deref())
        .maybe("url", contact.site.as_deref().map(site_address))
        .maybe("address", address(contact))
        .with("telephone", strings(&contact.phones))
        .maybe("faxNumber", contact.fax.as_deref())
        .maybe("email", contact.usable_email())
        .maybe("taxID", number("ИНН"))
        .with("identifier", identifiers(body))
        .with("areaServed", around.area(territory))
}

fn strings(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}

/// As the page prints it: the postcode, then the words of the document.
fn address(contact: &Contact) -> Option<String> {
    let address = contact.address.as_deref()?;
    Some(match &contact.postcode {
        Some(postcode) => format!("{postcode}, {address}"),
        None => address.to_owned(),
    })
}

fn identifiers(body: &Authority) -> Vec<Node> {
    let numbers = body.registration.iter();
    let numbers = numbers.map(|(label, number)| {
        Node::new("PropertyValue")
            .with("propertyID", *label)
            .with("value", number.as_str())
    });
    numbers.collect()
}
