//! The table of news.

use crate::export::table::{Column, ColumnKind, Definition, Row, Value};
use crate::export::tables::place::{MUNICIPALITY, Place, REGION, TERRITORY, URL};
use crate::model::record::news::NewsItem;
use crate::site::{PageKey, PlacePage};

/// What it is.
pub static NEWS: Definition = Definition {
    name: "novosti",
    api: "news",
    title: "Новости",
    about: "Новости территорий: одна строка на новость.",
    columns: &[
        Column::new(
            "id",
            ColumnKind::Id,
            "Имя записи",
            "Постоянное имя новости на всём портале: территория и новость.",
        )
        .key(),
        TERRITORY,
        REGION,
        MUNICIPALITY,
        Column::new("date", ColumnKind::Date, "Дата", "День новости.").required(),
        Column::new("title", ColumnKind::Text, "Заголовок", "Слова редактора.").required(),
        Column::new(
            "summary",
            ColumnKind::Text,
            "Коротко",
            "Одно предложение. Слова редактора.",
        )
        .required(),
        Column::new(
            "text",
            ColumnKind::Text,
            "Текст",
            "Весь текст в разметке Markdown. Слова редактора.",
        ),
        Column::new(
            "documents",
            ColumnKind::Id,
            "Документы",
            "О каких актах новость: имена в таблице dokumenty.",
        )
        .many()
        .from("documents", "id"),
        Column::new(
            "events",
            ColumnKind::Id,
            "Мероприятия",
            "О каких мероприятиях новость: имена в таблице sobytiya.",
        )
        .many()
        .from("events", "id"),
        Column::new(
            "schools",
            ColumnKind::Id,
            "Школы",
            "О каких школах новость: имена в таблице shkoly.",
        )
        .many()
        .from("schools", "id"),
        URL,
    ],
};

/// The news of a territory, newest first.
pub fn rows<'a>(place: &Place<'a>) -> Vec<Row<'a>> {
    let news = place.territory.news.iter();
    news.map(|item| row(place, item)).collect()
}

fn row<'a>(place: &Place<'a>, item: &'a NewsItem) -> Row<'a> {
    let [region, municipality] = place.names();
    let page = PageKey::place(&place.territory.path, PlacePage::NewsItem(item.id.clone()));
    vec![
        Value::text(place.id(&item.id)),
        place.own_id(),
        region,
        municipality,
        Value::Date(item.date),
        Value::text(item.title.as_str()),
        Value::text(item.summary.as_str()),
        Value::text(item.text.markdown.trim()),
        place.ids(item.documents.iter().map(|act| &act.to)),
        place.event_ids(&item.events),
        place.ids(item.schools.iter().map(|school| &school.to)),
        place.url(&page, ""),
    ]
}
