//! Texts of a territory by which both its own document and those of its sections are found.

use crate::model::place::territory::Territory;
use crate::search::document::surroundings::{Surroundings, all_forms};
use crate::search::document::words::line;

/// The education authority: its names and how to reach it.
pub fn authority_texts(territory: &Territory) -> Vec<String> {
    let Some(authority) = &territory.authority else {
        return Vec::new();
    };
    let contact = &authority.contact;
    let mut texts = vec![line(&all_forms(authority.forms()))];
    let reach = [
        &contact.postcode,
        &contact.address,
        &contact.fax,
        &contact.site,
        &contact.hours,
    ];
    texts.extend(reach.into_iter().flatten().cloned());
    texts.extend(contact.phones.iter().cloned());
    texts.extend(contact.usable_email().map(str::to_owned));
    texts.extend(
        authority
            .registration
            .iter()
            .map(|(label, value)| format!("{label} {value}")),
    );
    texts
}

/// Coordinator and curators with their schools.
pub fn curator_texts(around: &Surroundings<'_>) -> Vec<String> {
    let territory = around.territory;
    let coordinator = territory.coordinator.iter();
    let mut texts: Vec<String> = coordinator
        .filter_map(|coordinator| around.person(&coordinator.to))
        .map(|person| format!("муниципальный координатор {}", person.name))
        .collect();
    for curator in &territory.curators {
        let Some(person) = around.person(&curator.person.to) else {
            continue;
        };
        let schools = curator
            .schools
            .iter()
            .filter_map(|school| around.school(&school.to));
        let schools: Vec<&str> = schools.map(|(_, school)| school.name.as_str()).collect();
        texts.push(format!("куратор {}: {}", person.name, schools.join(", ")));
    }
    texts
}

/// The working group: its title and its members as printed.
pub fn group_texts(territory: &Territory) -> Vec<String> {
    let Some(group) = &territory.working_group else {
        return Vec::new();
    };
    let members = group.members.iter();
    let members = members.map(|one| line(&format!("{} {} {}", one.name, one.post, one.role)));
    std::iter::once(line(&group.title)).chain(members).collect()
}

/// The programme: title, passport and texts.
pub fn program_texts(territory: &Territory) -> Vec<String> {
    let Some(program) = &territory.program else {
        return Vec::new();
    };
    let mut texts = vec![line(&program.title)];
    texts.extend(
        program
            .rows
            .iter()
            .map(|row| line(&format!("{}: {}", row.label, row.value.value))),
    );
    for part in &program.parts {
        let around = part
            .heading
            .iter()
            .chain(&part.intro)
            .chain(&part.items)
            .chain(&part.outro);
        texts.extend(around.map(|text| line(text)));
    }
    texts
}
