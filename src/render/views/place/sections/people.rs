//! People: coordinator and curators, the working group, and whom to call.

use serde::Serialize;

use crate::model::place::authority::site_address;
use crate::model::place::section::RequiredSection;
use crate::model::record::working_group::Member;
use crate::render::theme::ThemeError;
use crate::render::views::parts::count;
use crate::render::views::parts::link::{Link, Phone};
use crate::render::views::place::parts::person::PersonView;
use crate::render::views::place::parts::place::Place;
use crate::render::views::place::sections::section::{About, render};
use crate::render::words::Html;
use crate::site::{PlacePage, anchors};
use crate::text::cell;
use crate::text::collate::Alphabet;
use crate::text::language::Noun;

/// What is said of curators and schools: «за школами закреплены 2 куратора».
const ASSIGNED: Noun = ["закреплён", "закреплены", "закреплены"];

#[derive(Serialize)]
struct CuratorsView<'a> {
    coordinator: Option<PersonView<'a>>,
    curators: Vec<CuratorView<'a>>,
    phones: Vec<Phone<'a>>,
    authority: Option<&'a str>,
    contacts: String,
}

#[derive(Serialize)]
struct CuratorView<'a> {
    person: PersonView<'a>,
    schools: Vec<Link>,
    period: Option<&'a str>,
    source: Option<&'a str>,
}

/// Coordinator and curators, with the events that speak of curators.
///
/// # Errors
/// When the template is at fault.
pub fn curators(
    place: &Place<'_>,
    section: &'static RequiredSection,
) -> Result<String, ThemeError> {
    let territory = place.territory;
    let authority = territory.authority.as_ref();
    let curators = territory.curators.iter().filter_map(|curator| {
        Some(CuratorView {
            person: place.person_by_id(&curator.person.to)?,
            schools: place.school_links(&curator.schools),
            period: curator.period.as_deref(),
            source: curator.source.as_deref(),
        })
    });
    let own = CuratorsView {
        coordinator: place.person_named(territory.coordinator.as_ref()),
        curators: curators.collect(),
        phones: Phone::of(authority),
        authority: authority.map(|authority| authority.called()),
        contacts: place.href(PlacePage::Section("kontakty")),
    };
    let lead = match (&own.coordinator, own.curators.len()) {
        (Some(person), 0) => place.say(
            "Работу координирует {1}. Кураторы школ в документах по именам не названы.",
            &[person.name],
        ),
        (None, 0) => place.say(
            "Координатор и кураторы в документах по именам не названы.",
            &[],
        ),
        (_, number) => place.say(
            "За школами {1} {2}.",
            &[
                place.context.words.noun(number, ASSIGNED),
                &place.counted(number, count::CURATORS),
            ],
        ),
    };
    let filled = own.coordinator.is_some() || !own.curators.is_empty();
    render(
        place,
        section,
        "place/kuratory.html",
        About {
            lead,
            filled,
            related: true,
        },
        own,
    )
}

#[derive(Serialize)]
struct GroupView<'a> {
    group: Option<GroupTable<'a>>,
}

/// The working group as its document lists it.
#[derive(Serialize)]
pub struct GroupTable<'a> {
    title: Html,
    act: Option<Link>,
    /// Headings of the printed table; empty when the document has a plain list.
    columns: Vec<&'a str>,
    numbered: bool,
    members: Vec<MemberView<'a>>,
}

#[derive(Serialize)]
struct MemberView<'a> {
    number: Option<&'a str>,
    name: &'a str,
    post: Html,
    role: &'a str,
    href: Option<String>,
    school: Option<Link>,
}

/// The working group as printed, with roles.
///
/// # Errors
/// When the template is at fault.
pub fn working_group(
    place: &Place<'_>,
    section: &'static RequiredSection,
) -> Result<String, ThemeError> {
    let group = place.territory.working_group.as_ref();
    let lead = match group {
        Some(group) => place.say(
            "Кто вместе решает, как помогать школам: {1}.",
            &[&place.counted(group.members.len(), count::PEOPLE)],
        ),
        None => place.say("Состав рабочей группы в документах не назван.", &[]),
    };
    let own = GroupView {
        group: self::group(place),
    };
    let about = About {
        lead,
        filled: group.is_some(),
        related: group.is_none(),
    };
    render(place, section, "place/rabochaya-gruppa.html", about, own)
}

/// The members as the document lists them.
pub fn group<'a>(place: &Place<'a>) -> Option<GroupTable<'a>> {
    let group = place.territory.working_group.as_ref()?;
    Some(GroupTable {
        title: place.words(&cell::one_line(&group.title)),
        act: group
            .approved_by
            .as_ref()
            .and_then(|act| place.document_link(&act.to)),
        columns: group.columns.iter().map(String::as_str).collect(),
        numbered: group.members.iter().any(|member| member.number.is_some()),
        members: group.members.iter().map(|one| member(place, one)).collect(),
    })
}

fn member<'a>(place: &Place<'_>, member: &'a Member) -> MemberView<'a> {
    let person = member
        .person
        .as_ref()
        .and_then(|person| place.territory.person(&person.to));
    MemberView {
        number: member.number.as_deref(),
        name: &member.name,
        post: place.words(&cell::one_line(&member.post)),
        role: &member.role,
        href: person.map(|person| {
            place.anchor(PlacePage::Section("kontakty"), &anchors::person(&person.id))
        }),
        school: member
            .school
            .as_ref()
            .and_then(|school| place.school_link(&school.to)),
    }
}

#[derive(Serialize)]
struct ContactsView<'a> {
    authority: Option<AuthorityView<'a>>,
    people: Vec<PersonView<'a>>,
    bodies: Vec<BodyView<'a>>,
}

/// The education authority with its contacts.
#[derive(Serialize)]
pub struct AuthorityView<'a> {
    name: &'a str,
    short: Option<&'a str>,
    head: Option<PersonView<'a>>,
    postcode: Option<&'a str>,
    address: Option<&'a str>,
    phones: Vec<Phone<'a>>,
    fax: Option<&'a str>,
    email: Option<&'a str>,
    /// An e-mail address that cannot work, as printed.
    bad_email: Option<&'a str>,
    site: Option<Site<'a>>,
    hours: Option<&'a str>,
    registration: Vec<(&'static str, &'a str)>,
    known: bool,
}

#[derive(Serialize)]
struct Site<'a> {
    text: &'a str,
    href: String,
}

#[derive(Serialize)]
struct BodyView<'a> {
    name: &'a str,
    full: Option<&'a str>,
    kind: &'a str,
}

/// The education authority and all people the documents name.
///
/// # Errors
/// When the template is at fault.
pub fn contacts(
    place: &Place<'_>,
    section: &'static RequiredSection,
) -> Result<String, ThemeError> {
    let territory = place.territory;
    let alphabet = Alphabet::new();
    let mut people: Vec<_> = territory.people.iter().collect();
    people.sort_by(|a, b| alphabet.compare(&a.name, &b.name));
    let own = ContactsView {
        authority: authority(place),
        people: people
            .into_iter()
            .map(|person| place.person(person))
            .collect(),
        bodies: territory
            .bodies
            .iter()
            .map(|body| BodyView {
                name: &body.name,
                full: body.full.as_deref(),
                kind: &body.kind,
            })
            .collect(),
    };
    let known = own
        .authority
        .as_ref()
        .is_some_and(|authority| authority.known);
    let lead = match (&own.authority, known) {
        (Some(authority), true) => place.say(
            "Куда звонить и писать: {1}.",
            &[authority.short.unwrap_or(authority.name)],
        ),
        (Some(authority), false) => place.say(
            "Школами ведает {1}; телефона и адреса в документах нет.",
            &[authority.short.unwrap_or(authority.name)],
        ),
        (None, _) => place.say("Орган управления образованием в документах не назван.", &[]),
    };
    let filled = own.authority.is_some() || !own.people.is_empty();
    render(
        place,
        section,
        "place/kontakty.html",
        About {
            lead,
            filled,
            related: false,
        },
        own,
    )
}

/// The education authority as the documents name it.
pub fn authority<'a>(place: &Place<'a>) -> Option<AuthorityView<'a>> {
    let authority = place.territory.authority.as_ref()?;
    let contact = &authority.contact;
    let email = contact.usable_email();
    Some(AuthorityView {
        name: &authority.name,
        short: authority.short.as_deref(),
        head: place.person_named(authority.head.as_ref()),
        postcode: contact.postcode.as_deref(),
        address: contact.address.as_deref(),
        phones: Phone::of(Some(authority)),
        fax: contact.fax.as_deref(),
        email,
        bad_email: contact
            .email
            .as_ref()
            .filter(|_| email.is_none())
            .map(|email| email.value.as_str()),
        site: contact.site.as_deref().map(|site| Site {
            text: site,
            href: site_address(site),
        }),
        hours: contact.hours.as_deref(),
        registration: authority
            .registration
            .iter()
            .map(|(label, value)| (*label, value.as_str()))
            .collect(),
        known: !contact.is_empty(),
    })
}
