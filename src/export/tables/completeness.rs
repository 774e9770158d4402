//! The table of completeness: which of the required sections each territory fills.

use crate::export::table::{Column, ColumnKind, Definition, Row, Value};
use crate::export::tables::place::{MUNICIPALITY, Place, REGION, TERRITORY, URL, codes};
use crate::model::coverage::{Coverage, Fullness, Measure, coverage, is_judged};
use crate::site::{PageKey, PlacePage};

codes!(STATES, Fullness, code);

/// What it is.
pub static COMPLETENESS: Definition = Definition {
    name: "polnota",
    api: "completeness",
    title: "Полнота разделов",
    about: "Какие обязательные разделы о поддержке школ есть у территории: одна строка на территорию и раздел. Это оценка страниц портала, а не работы школ и районов.",
    columns: &[
        Column::new(
            "id",
            ColumnKind::Id,
            "Имя записи",
            "Территория и раздел. Вычислено.",
        )
        .key(),
        TERRITORY,
        REGION,
        MUNICIPALITY,
        Column::new(
            "number",
            ColumnKind::Integer,
            "№ раздела",
            "Номер в списке обязательных разделов.",
        )
        .required(),
        Column::new(
            "section",
            ColumnKind::Id,
            "Раздел",
            "Имя раздела латиницей, часть его адреса; glavnaya — главная страница.",
        )
        .required(),
        Column::new("name", ColumnKind::Text, "Название", "Название раздела.").required(),
        Column::new(
            "state",
            ColumnKind::OneOf(&STATES),
            "Состояние",
            "present — есть, stale — устарело, empty — нет. Вычислено.",
        )
        .required(),
        Column::new(
            "state_title",
            ColumnKind::Text,
            "Состояние по-русски",
            "То же русским словом портала.",
        )
        .required(),
        Column::new(
            "reason",
            ColumnKind::Text,
            "Почему",
            "Что есть в разделе или почему его нет: вычислено или сказано редактором.",
        )
        .required(),
        Column::new(
            "asked_by",
            ColumnKind::Text,
            "Кто просит",
            "Какой документ или шаг управленческого цикла просит этот раздел.",
        )
        .required(),
        URL,
    ],
};

/// The sections of a territory; none for a region that publishes nothing of its own.
pub fn rows<'a>(place: &Place<'a>) -> Vec<Row<'a>> {
    if !is_judged(place.territory) {
        return Vec::new();
    }
    let measure = Measure {
        portal: place.portal,
        today: place.today,
        words: place.words,
    };
    let rows = coverage(place.territory, measure);
    rows.into_iter().map(|row_of| row(place, row_of)).collect()
}

fn row<'a>(place: &Place<'a>, said: Coverage) -> Row<'a> {
    let [region, municipality] = place.names();
    let path = &place.territory.path;
    let (section, page) = match said.section.code {
        "" => ("glavnaya", PlacePage::Home),
        code => (code, PlacePage::Section(code)),
    };
    vec![
        Value::text(format!("{path}/{section}")),
        place.own_id(),
        region,
        municipality,
        Value::Integer(said.section.number.into()),
        Value::text(section),
        Value::text(said.section.name),
        Value::text(said.fullness.code()),
        Value::text(said.fullness.word()),
        Value::text(said.reason),
        Value::text(said.section.asked_by),
        place.url(&PageKey::place(path, page), ""),
    ]
}
