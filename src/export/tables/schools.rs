//! The table of schools.

use crate::export::table::{Column, ColumnKind, Definition, Row, Value};
use crate::export::tables::place::{MUNICIPALITY, Place, REGION, SOURCE, TERRITORY, URL};
use crate::model::place::school::{CATEGORIES, School};
use crate::site::{PageKey, PlacePage};

/// What it is.
pub static SCHOOLS: Definition = Definition {
    name: "shkoly",
    api: "schools",
    title: "Школы",
    about: "Школы, названные в документах: одна строка на школу. Чем школа была в каждом году — в таблице kategorii.",
    columns: &[
        Column::new(
            "id",
            ColumnKind::Id,
            "Имя записи",
            "Постоянное имя школы на всём портале: территория и школа.",
        )
        .key(),
        TERRITORY,
        REGION,
        MUNICIPALITY,
        Column::new(
            "school",
            ColumnKind::Id,
            "Школа",
            "Имя школы внутри территории.",
        )
        .required(),
        Column::new(
            "name",
            ColumnKind::Text,
            "Название",
            "Самое полное название из документов.",
        )
        .required(),
        Column::new(
            "aliases",
            ColumnKind::Text,
            "Другие названия",
            "Как ещё школа названа в документах, с падежами.",
        )
        .many(),
        Column::new(
            "legal_form",
            ColumnKind::Text,
            "Форма",
            "МБОУ, МАОУ, МКОУ и другие. Слова документа.",
        ),
        Column::new(
            "level",
            ColumnKind::Text,
            "Ступень",
            "СОШ, ООШ и другие. Слова документа.",
        ),
        Column::new(
            "category",
            ColumnKind::OneOf(CATEGORIES),
            "Участие, последний год",
            "Чем школа названа в плане последнего известного года. Слова документа, приведённые к списку.",
        ),
        Column::new(
            "category_year",
            ColumnKind::Text,
            "Последний год",
            "Год или учебный год этого плана.",
        ),
        Column::new(
            "is_supported",
            ColumnKind::Boolean,
            "Получает поддержку",
            "true, если хоть один документ называет школу иначе, чем партнёром. Вычислено.",
        )
        .required(),
        Column::new(
            "head",
            ColumnKind::Text,
            "Руководитель",
            "Фамилия и инициалы, если документ называет руководителя.",
        ),
        Column::new(
            "site",
            ColumnKind::Text,
            "Сайт",
            "Сайт школы, как он дан в источнике.",
        ),
        Column::new(
            "address",
            ColumnKind::Text,
            "Почтовый адрес",
            "Адрес школы, как он дан в источнике.",
        ),
        Column::new(
            "events",
            ColumnKind::Integer,
            "Мероприятий с её именем",
            "В скольких мероприятиях школа названа по имени, штук. Вычислено.",
        )
        .required(),
        SOURCE,
        URL,
    ],
};

/// What a school is in each year's plan.
pub static CATEGORY_YEARS: Definition = Definition {
    name: "kategorii",
    api: "categories",
    title: "Участие школ по годам",
    about: "Чем школа названа в плане каждого года: одна строка на школу, год и документ.",
    columns: &[
        Column::new(
            "id",
            ColumnKind::Id,
            "Имя записи",
            "Имя школы и номер строки о ней. Вычислено.",
        )
        .key(),
        TERRITORY,
        REGION,
        MUNICIPALITY,
        Column::new("school", ColumnKind::Id, "Школа", "Школа: имя в таблице shkoly.")
            .required()
            .from("schools", "id"),
        Column::new("name", ColumnKind::Text, "Название", "Название школы.").required(),
        Column::new(
            "year",
            ColumnKind::Text,
            "Год",
            "Год или учебный год плана, как в источнике.",
        )
        .required(),
        Column::new(
            "category",
            ColumnKind::OneOf(CATEGORIES),
            "Участие",
            "Чем школа названа: ШНОР — с низкими образовательными результатами, ШНСУ — в неблагоприятных социальных условиях, зона риска, партнёр или участник плана.",
        )
        .required(),
        SOURCE,
    ],
};

/// The schools of a territory in the order of its list.
pub fn rows<'a>(place: &Place<'a>) -> Vec<Row<'a>> {
    let schools = place.territory.schools.iter();
    schools.map(|school| row(place, school)).collect()
}

fn row<'a>(place: &Place<'a>, school: &'a School) -> Row<'a> {
    let territory = place.territory;
    let [region, municipality] = place.names();
    let last = school.categories.iter().max_by(|a, b| a.year.cmp(&b.year));
    let events = territory.plans.iter().flat_map(|plan| plan.events());
    let named = events
        .filter(|event| event.names_school(&school.id))
        .count();
    let page = PageKey::place(&territory.path, PlacePage::School(school.id.clone()));
    vec![
        Value::text(place.id(&school.id)),
        place.own_id(),
        region,
        municipality,
        Value::text(school.id.as_str()),
        Value::text(school.name.as_str()),
        Value::list(school.aliases.iter().map(String::as_str)),
        Value::maybe(school.legal_form.as_deref()),
        Value::maybe(school.level.as_deref()),
        Value::maybe(last.map(|last| last.category.as_str())),
        Value::maybe(last.map(|last| last.year.as_str())),
        Value::Boolean(school.is_supported()),
        place.person_name(school.head.as_ref()),
        Value::maybe(school.site.as_deref()),
        Value::maybe(school.address.as_deref()),
        Value::count(named),
        Value::maybe(school.source.as_deref()),
        place.url(&page, ""),
    ]
}

/// What the schools of a territory are in each year, in the order of its list.
pub fn category_rows<'a>(place: &Place<'a>) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    for school in &place.territory.schools {
        for (index, category) in school.categories.iter().enumerate() {
            let [region, municipality] = place.names();
            rows.push(vec![
                Value::text(format!("{}/k{}", place.id(&school.id), index + 1)),
                place.own_id(),
                region,
                municipality,
                Value::text(place.id(&school.id)),
                Value::text(school.name.as_str()),
                Value::text(category.year.as_str()),
                Value::text(category.category.as_str()),
                Value::text(category.source.as_str()),
            ]);
        }
    }
    rows
}
