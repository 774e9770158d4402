//! The table of people by post: only what published documents say.

use crate::export::table::{Column, ColumnKind, Definition, Row, Value};
use crate::export::tables::place::{MUNICIPALITY, Place, REGION, SOURCE, TERRITORY, URL};
use crate::model::id::{Reference, Slug};
use crate::model::place::person::{Curator, Person};
use crate::model::record::working_group::Member;
use crate::site::{PageKey, PlacePage, anchors};

/// Where a post comes from.
const KINDS: [&str; 4] = ["post", "coordinator", "curator", "working-group"];

/// What it is.
pub static PEOPLE: Definition = Definition {
    name: "lyudi",
    api: "people",
    title: "Люди по должностям",
    about: "Люди, названные в опубликованных документах, с их должностями и обязанностями: одна строка на человека и должность.",
    columns: &[
        Column::new(
            "id",
            ColumnKind::Id,
            "Имя записи",
            "Имя человека и номер строки о нём; у членов рабочей группы без карточки — номер в группе. Вычислено.",
        )
        .key(),
        TERRITORY,
        REGION,
        MUNICIPALITY,
        Column::new(
            "person",
            ColumnKind::Id,
            "Человек",
            "Постоянное имя человека на всём портале; у одного человека бывает несколько строк. Пусто, если его карточки нет.",
        ),
        Column::new(
            "name",
            ColumnKind::Text,
            "Фамилия и инициалы",
            "Как в опубликованном документе.",
        )
        .required(),
        Column::new(
            "kind",
            ColumnKind::OneOf(&KINDS),
            "Откуда должность",
            "post — должность из документа, coordinator — координатор, curator — куратор школ, working-group — член рабочей группы.",
        )
        .required(),
        Column::new(
            "post",
            ColumnKind::Text,
            "Должность",
            "Слова документа; для координатора и куратора — слово портала.",
        ),
        Column::new(
            "group_role",
            ColumnKind::Text,
            "Место в группе",
            "Для члена рабочей группы: руководитель, заместитель, член группы.",
        ),
        Column::new(
            "schools",
            ColumnKind::Id,
            "Школы",
            "Школа человека или школы куратора: имена в таблице shkoly.",
        )
        .many()
        .from("schools", "id"),
        Column::new(
            "period",
            ColumnKind::Text,
            "Когда",
            "За какой срок, если документ говорит. Слова документа.",
        ),
        SOURCE,
        URL,
    ],
};

/// What one row says beside the place.
struct Said<'a> {
    id: String,
    person: Option<&'a Person>,
    name: &'a str,
    kind: &'static str,
    post: Option<&'a str>,
    group_role: Option<&'a str>,
    schools: Vec<&'a Slug>,
    period: Option<&'a str>,
    source: Option<&'a str>,
}

/// People of a territory: those with a card by the order of the list, then curators, then the working group.
pub fn rows<'a>(place: &Place<'a>) -> Vec<Row<'a>> {
    let territory = place.territory;
    let posts = territory.people.iter().flat_map(|one| posts(place, one));
    let coordinator = territory.coordinator.iter();
    let coordinator = coordinator.filter_map(|one| coordinator_row(place, one));
    let curators = territory.curators.iter().enumerate();
    let curators = curators.filter_map(|(index, one)| curator_row(place, index, one));
    let group = territory
        .working_group
        .iter()
        .flat_map(|group| &group.members);
    let members = group.enumerate();
    let members = members.map(|(index, member)| member_row(place, index, member));
    posts
        .chain(coordinator)
        .chain(curators)
        .chain(members)
        .map(|said| row(place, said))
        .collect()
}

fn posts<'a>(place: &Place<'a>, person: &'a Person) -> Vec<Said<'a>> {
    let said = |number: usize, post: Option<&'a str>, source: Option<&'a str>| Said {
        id: format!("{}/p{number}", place.id(&person.id)),
        person: Some(person),
        name: &person.name,
        kind: "post",
        post,
        group_role: None,
        schools: person.school.iter().map(|school| &school.to).collect(),
        period: None,
        source,
    };
    if person.posts.is_empty() {
        return vec![said(1, None, None)];
    }
    let posts = person.posts.iter().enumerate();
    posts
        .map(|(index, post)| said(index + 1, Some(&post.title), Some(&post.source)))
        .collect()
}

fn coordinator_row<'a>(place: &Place<'a>, named: &Reference<Slug>) -> Option<Said<'a>> {
    let person = place.territory.person(&named.to)?;
    Some(Said {
        id: format!("{}/coordinator", place.id(&person.id)),
        person: Some(person),
        name: &person.name,
        kind: "coordinator",
        post: Some("координатор"),
        group_role: None,
        schools: Vec::new(),
        period: None,
        source: None,
    })
}

fn curator_row<'a>(place: &Place<'a>, index: usize, curator: &'a Curator) -> Option<Said<'a>> {
    let person = place.territory.person(&curator.person.to)?;
    Some(Said {
        id: format!("{}/curator-{}", place.id(&person.id), index + 1),
        person: Some(person),
        name: &person.name,
        kind: "curator",
        post: Some("куратор"),
        group_role: None,
        schools: curator.schools.iter().map(|school| &school.to).collect(),
        period: curator.period.as_deref(),
        source: curator.source.as_deref(),
    })
}

fn member_row<'a>(place: &Place<'a>, index: usize, member: &'a Member) -> Said<'a> {
    let named = member.person.as_ref();
    Said {
        id: format!("{}/group-{}", place.territory.path, index + 1),
        person: named.and_then(|person| place.territory.person(&person.to)),
        name: &member.name,
        kind: "working-group",
        post: Some(&member.post),
        group_role: Some(&member.role),
        schools: member.school.iter().map(|school| &school.to).collect(),
        period: None,
        source: place
            .territory
            .working_group
            .as_ref()
            .map(|group| group.title.as_str()),
    }
}

fn row<'a>(place: &Place<'a>, said: Said<'a>) -> Row<'a> {
    let [region, municipality] = place.names();
    let path = &place.territory.path;
    let section = PageKey::place(path, PlacePage::Section("kontakty"));
    let group = PageKey::place(path, PlacePage::Section("rabochaya-gruppa"));
    let page = match said.person {
        Some(person) => place.url(&section, &anchors::person(&person.id)),
        None => place.url(&group, ""),
    };
    vec![
        Value::text(said.id),
        place.own_id(),
        region,
        municipality,
        Value::maybe(said.person.map(|person| place.id(&person.id))),
        Value::text(said.name),
        Value::text(said.kind),
        Value::maybe(said.post),
        Value::maybe(said.group_role),
        place.ids(said.schools),
        Value::maybe(said.period),
        Value::maybe(said.source),
        page,
    ]
}
