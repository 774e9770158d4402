//! The main file of a region or municipality.

use crate::history::compare::draft::Both;
use crate::history::compare::draft::{Draft, Told};
use crate::history::compare::list::matched;
use crate::history::names::{Names, headed};
use crate::history::words::property::{Gender, Name, Property, Weight, compared};
use crate::history::words::quote::quoted;
use crate::model::history::{Detail, Subject, What};
use crate::model::place::authority::{Authority, Body};
use crate::model::place::territory::Territory;

/// What happened to a territory itself.
pub fn changed(before: &Territory, after: &Territory, names: Both<'_>) -> Told {
    let mut details = compared(&own(before, names.0), &own(after, names.1));
    details.extend(compared(
        &authority(before.authority.as_ref(), names.0),
        &authority(after.authority.as_ref(), names.1),
    ));
    details.extend(bodies(&before.bodies, &after.bodies));
    Told::one(Draft::new(
        Subject::Territory,
        headed(&after.names.name),
        details,
    ))
}

fn own(territory: &Territory, names: &Names<'_>) -> Vec<Property> {
    let document = territory
        .main_document
        .as_ref()
        .map(|act| names.document(&act.to));
    let coordinator = territory
        .coordinator
        .as_ref()
        .map(|one| names.person(&one.to));
    let forms = [&territory.names.of, &territory.names.in_place];
    vec![
        Property::new(
            Name("название", Gender::It),
            Some(territory.names.name.clone()),
        )
        .what(What::Title),
        Property::new(
            Name("полное название", Gender::It),
            territory.official_name.clone(),
        )
        .what(What::Title),
        Property::new(
            Name("вид территории", Gender::He),
            Some(territory.kind.clone()),
        ),
        Property::new(Name("координатор", Gender::He), coordinator).what(What::Members),
        Property::new(Name("главный документ", Gender::He), document),
        Property::new(Name("министерство", Gender::It), territory.ministry.clone()),
        Property::new(
            Name("институт развития", Gender::He),
            territory.institute.clone(),
        ),
        Property::new(
            Name("список соседей", Gender::He),
            Some(territory.neighbours.join(", ")),
        ),
        Property::new(
            Name("формы названия", Gender::They),
            Some(forms.map(String::as_str).join("; ")),
        )
        .weight(Weight::MinorText),
        Property::new(
            Name("слова для поиска", Gender::They),
            Some(territory.also_called.join("; ")),
        )
        .weight(Weight::MinorText),
    ]
}

fn authority(authority: Option<&Authority>, names: &Names<'_>) -> Vec<Property> {
    let contact = authority.map(|authority| &authority.contact);
    let head = authority
        .and_then(|one| one.head.as_ref())
        .map(|head| names.person(&head.to));
    let registration = authority.map(|one| {
        let numbers: Vec<String> = one
            .registration
            .iter()
            .map(|(label, number)| format!("{label} {number}"))
            .collect();
        numbers.join(", ")
    });
    let email = contact
        .and_then(|contact| contact.email.as_ref())
        .map(|email| email.value.clone());
    let aliases = authority.map(|one| one.aliases.join("; "));
    vec![
        Property::new(
            Name("название органа управления", Gender::It),
            authority.map(|one| one.name.clone()),
        )
        .what(What::Title),
        Property::new(Name("руководитель", Gender::He), head).what(What::Members),
        Property::new(
            Name("адрес", Gender::He),
            contact.and_then(|one| one.address.clone()),
        ),
        Property::new(
            Name("индекс", Gender::He),
            contact.and_then(|one| one.postcode.clone()),
        ),
        Property::new(
            Name("телефоны", Gender::They),
            contact.map(|one| one.phones.join(", ")),
        ),
        Property::new(
            Name("факс", Gender::He),
            contact.and_then(|one| one.fax.clone()),
        ),
        Property::new(Name("электронная почта", Gender::She), email),
        Property::new(
            Name("сайт", Gender::He),
            contact.and_then(|one| one.site.clone()),
        ),
        Property::new(
            Name("часы работы", Gender::They),
            contact.and_then(|one| one.hours.clone()),
        ),
        Property::new(Name("реквизиты", Gender::They), registration),
        Property::new(
            Name("краткое название", Gender::It),
            authority.and_then(|one| one.short.clone()),
        )
        .weight(Weight::Minor),
        Property::new(Name("другие формы названия органа", Gender::They), aliases)
            .weight(Weight::MinorText),
    ]
}

fn bodies(before: &[Body], after: &[Body]) -> Vec<Detail> {
    let found = matched(before, after, |body| &body.id);
    let mut details = Vec::new();
    for (old, new) in &found.kept {
        let of = quoted(&new.name);
        let own = |body: &Body| {
            vec![
                Property::new(
                    Name("название организации", Gender::It),
                    Some(body.name.clone()),
                ),
                Property::new(Name("расшифровка названия", Gender::She), body.full.clone()).of(&of),
                Property::new(Name("вид организации", Gender::He), Some(body.kind.clone())).of(&of),
                Property::new(
                    Name("другие формы названия", Gender::They),
                    Some(body.aliases.join("; ")),
                )
                .of(&of)
                .weight(Weight::MinorText),
            ]
        };
        details.extend(compared(&own(old), &own(new)));
    }
    let told = |words: &str, body: &Body| Detail {
        what: What::Members,
        before: None,
        after: None,
        words: format!("{words}: {}", quoted(&body.name)),
        minor: false,
    };
    details.extend(found.added.iter().map(|new| Detail {
        after: Some(new.name.clone()),
        ..told("добавлена организация", new)
    }));
    details.extend(found.removed.iter().map(|old| Detail {
        before: Some(old.name.clone()),
        ..told("организация убрана", old)
    }));
    details
}
