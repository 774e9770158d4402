//! The table of practices.

use crate::export::table::{Column, ColumnKind, Definition, Row, Value};
use crate::export::tables::place::{MUNICIPALITY, Place, REGION, TERRITORY, URL};
use crate::model::record::practice::{PRACTICE_FACTS, Practice};
use crate::site::PageKey;

/// A field of a card that only some documents give.
const fn fact(name: &'static str, title: &'static str) -> Column {
    Column::new(
        name,
        ColumnKind::Text,
        title,
        "Поле карточки практики; пусто, если в документе не указано.",
    )
}

/// What it is.
pub static PRACTICES: Definition = Definition {
    name: "praktiki",
    api: "practices",
    title: "Практики",
    about: "Карточки практик, составленные по мероприятиям планов: одна строка на практику.",
    columns: &[
        Column::new(
            "id",
            ColumnKind::Id,
            "Имя записи",
            "Постоянное имя практики на всём портале.",
        )
        .key(),
        TERRITORY,
        REGION,
        MUNICIPALITY,
        Column::new("title", ColumnKind::Text, "Название", "Название практики.").required(),
        Column::new(
            "kind",
            ColumnKind::Text,
            "Вид",
            "Вид практики словами портала.",
        )
        .required(),
        Column::new(
            "level",
            ColumnKind::Text,
            "Уровень",
            "Школьный, муниципальный или региональный.",
        )
        .required(),
        Column::new(
            "year",
            ColumnKind::Text,
            "Год",
            "Год плана, который описывает практику.",
        )
        .required(),
        Column::new(
            "summary",
            ColumnKind::Text,
            "Коротко",
            "Одно предложение простыми словами: пересказ портала.",
        )
        .required(),
        Column::new(
            "status",
            ColumnKind::Text,
            "Проверка",
            "Насколько практика проверена, словами портала.",
        )
        .required(),
        Column::new(
            "events",
            ColumnKind::Id,
            "Мероприятия",
            "Мероприятия, по которым составлена карточка: имена в таблице sobytiya.",
        )
        .many()
        .from("events", "id"),
        Column::new(
            "schools",
            ColumnKind::Id,
            "Школы",
            "Школы: имена в таблице shkoly.",
        )
        .many()
        .from("schools", "id"),
        Column::new(
            "people",
            ColumnKind::Id,
            "Люди",
            "Люди: имена в таблице lyudi, столбец person.",
        )
        .many(),
        Column::new(
            "risks",
            ColumnKind::Id,
            "Факторы риска",
            "Факторы риска, на которые отвечает практика: имена из словаря портала.",
        )
        .many(),
        Column::new("steps", ColumnKind::Text, "Шаги", "Шаги по порядку.").many(),
        fact("problem", "Какую трудность решает"),
        fact("goal", "Цель"),
        fact("target_group", "Для кого"),
        fact("classes", "Классы"),
        fact("subject", "Предмет"),
        fact("period", "Когда"),
        fact("resources", "Что понадобилось"),
        fact("results", "Результат: было и стало"),
        fact("conditions", "Условия применения"),
        fact("limits", "Ограничения"),
        fact("what_did_not_work", "Что не получилось"),
        fact("expert_review", "Экспертная оценка"),
        fact("contact", "К кому обратиться"),
        URL,
    ],
};

/// The practices of a territory.
pub fn rows<'a>(place: &Place<'a>) -> Vec<Row<'a>> {
    let practices = place.territory.practices.iter();
    practices.map(|practice| row(place, practice)).collect()
}

fn row<'a>(place: &Place<'a>, practice: &'a Practice) -> Row<'a> {
    let [region, municipality] = place.names();
    let mut row = vec![
        Value::text(practice.id.as_str()),
        place.own_id(),
        region,
        municipality,
        Value::text(practice.title.as_str()),
        Value::text(practice.kind.as_str()),
        Value::text(practice.level.as_str()),
        Value::text(practice.year.as_str()),
        Value::text(practice.summary.as_str()),
        Value::text(practice.status.as_str()),
        place.event_ids(&practice.events),
        place.ids(practice.schools.iter().map(|school| &school.to)),
        place.ids(practice.people.iter().map(|person| &person.to)),
        Value::list(practice.risks.iter().map(|risk| risk.to.as_str())),
        Value::list(practice.steps.iter().map(String::as_str)),
    ];
    let facts = PRACTICE_FACTS.iter();
    row.extend(facts.map(|(key, _)| Value::maybe(practice.fact(key))));
    row.push(place.url(&PageKey::Practice(practice.id.clone()), ""));
    row
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fields_of_a_card_are_columns_in_their_order() {
        let columns: Vec<_> = PRACTICES
            .columns
            .iter()
            .map(|c| (c.name, c.title))
            .collect();
        let first = columns.iter().position(|(name, _)| *name == "problem");
        let first = first.expect("the first field");
        assert_eq!(
            columns[first..first + PRACTICE_FACTS.len()],
            *PRACTICE_FACTS
        );
    }
}
