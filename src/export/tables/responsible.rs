//! The table of those who answer: each party that a cell names, beside the words it was read from.

use crate::export::table::{Column, ColumnKind, Definition, Row, Value};
use crate::export::tables::place::{EVENT, MUNICIPALITY, Place, REGION, TERRITORY, codes};
use crate::model::id::Slug;
use crate::model::plan::responsible::{Party, Responsible, Role};

codes!(ROLES, Role, code);

/// What it is.
pub static RESPONSIBLE: Definition = Definition {
    name: "otvetstvennye",
    api: "responsible",
    title: "Ответственные",
    about: "Кто за какое мероприятие отвечает: одна строка на каждого ответственного, названного в ячейке.",
    columns: &[
        Column::new(
            "id",
            ColumnKind::Id,
            "Имя записи",
            "Имя мероприятия и номер ответственного в ячейке. Вычислено.",
        )
        .key().repeating(),
        TERRITORY.repeating(),
        REGION.repeating(),
        MUNICIPALITY.repeating(),
        EVENT,
        Column::new(
            "verbatim",
            ColumnKind::Text,
            "Слова ячейки",
            "Вся ячейка об ответственных. Слова документа.",
        )
        .required().repeating(),
        Column::new(
            "words",
            ColumnKind::Text,
            "Слова об ответственном",
            "Часть ячейки, из которой прочитан этот ответственный.",
        ),
        Column::new(
            "role",
            ColumnKind::OneOf(&ROLES),
            "Роль",
            "Роль одним словом для всех планов; other — роль не распознана. Прочитано программой.",
        ),
        Column::new(
            "role_title",
            ColumnKind::Text,
            "Роль по-русски",
            "То же русскими словами портала.",
        ).repeating(),
        Column::new(
            "body",
            ColumnKind::Text,
            "Организация",
            "Название организации из сведений о территории, если ячейка её называет.",
        ),
        Column::new(
            "people",
            ColumnKind::Id,
            "Люди",
            "Люди, названные в этой части: имена в таблице lyudi, столбец person. Прочитано программой.",
        )
        .many(),
        Column::new(
            "people_names",
            ColumnKind::Text,
            "Фамилии",
            "Фамилии и инициалы тех же людей, как в опубликованных документах.",
        )
        .many(),
        Column::new(
            "schools",
            ColumnKind::Id,
            "Школы",
            "Школы, названные в этой части: имена в таблице shkoly. Прочитано программой.",
        )
        .many()
        .from("schools", "id"),
    ],
};

/// Those who answer in a territory, in the order of its plans.
pub fn rows<'a>(place: &Place<'a>) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    for plan in &place.territory.plans {
        for event in plan.events() {
            if let Some(cell) = &event.responsible {
                let id = place.event_id(plan, &event.id);
                rows.extend(of_cell(place, &id, &cell.value));
            }
        }
    }
    rows
}

fn of_cell<'a>(place: &Place<'a>, event: &str, cell: &'a Responsible) -> Vec<Row<'a>> {
    let parties: Vec<Option<&Party>> = match cell.parties.as_slice() {
        [] => vec![None],
        parties => parties.iter().map(Some).collect(),
    };
    let row = |(index, party): (usize, Option<&'a Party>)| {
        let [region, municipality] = place.names();
        let mut row = vec![
            Value::text(format!("{event}/r{}", index + 1)),
            place.own_id(),
            region,
            municipality,
            Value::text(event.to_owned()),
            Value::text(cell.verbatim.as_str()),
        ];
        row.extend(party.map_or_else(
            || std::array::from_fn(|_| Value::Nothing),
            |party| party_cells(place, party),
        ));
        row
    };
    parties.into_iter().enumerate().map(row).collect()
}

fn party_cells<'a>(place: &Place<'a>, party: &'a Party) -> [Value<'a>; 7] {
    let territory = place.territory;
    let own =
        |ids: &'a [String]| Value::list(ids.iter().map(|id| format!("{}/{id}", territory.path)));
    let names = party
        .people
        .iter()
        .filter_map(|id| territory.person(&Slug::parse(id)?))
        .map(|person| person.name.as_str());
    [
        Value::text(party.words.as_str()),
        Value::text(party.role.code()),
        Value::text(party.role.words()),
        Value::maybe(party.body.as_deref().and_then(|id| body_name(place, id))),
        own(&party.people),
        Value::list(names),
        own(&party.schools),
    ]
}

fn body_name<'a>(place: &Place<'a>, id: &str) -> Option<&'a str> {
    let territory = place.territory;
    let authority = territory.authority.as_ref().filter(|_| id == "authority");
    let body = || territory.bodies.iter().find(|body| body.id.as_str() == id);
    authority
        .map(|authority| authority.called())
        .or_else(|| body().map(|body| body.name.as_str()))
}
