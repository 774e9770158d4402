//! The table of acts.

use crate::export::table::{Column, ColumnKind, Definition, Row, Value};
use crate::export::tables::place::{MUNICIPALITY, Place, REGION, SOURCE, TERRITORY, URL};
use crate::model::record::document::Document;
use crate::site::{PageKey, PlacePage};

/// What it is.
pub static DOCUMENTS: Definition = Definition {
    name: "dokumenty",
    api: "documents",
    title: "Документы",
    about: "Приказы и другие акты, по которым собран портал или на которые они ссылаются: одна строка на акт.",
    columns: &[
        Column::new(
            "id",
            ColumnKind::Id,
            "Имя записи",
            "Постоянное имя акта на всём портале: территория и акт.",
        )
        .key(),
        TERRITORY,
        REGION,
        MUNICIPALITY,
        Column::new(
            "document",
            ColumnKind::Id,
            "Акт",
            "Имя акта внутри территории.",
        )
        .required(),
        Column::new(
            "kind",
            ColumnKind::Text,
            "Вид",
            "Приказ, распоряжение и другие.",
        )
        .required(),
        Column::new(
            "level",
            ColumnKind::Text,
            "Уровень",
            "Федеральный, региональный, муниципальный или школьный.",
        )
        .required(),
        Column::new(
            "number",
            ColumnKind::Text,
            "Номер",
            "Номер, как напечатан: текст, а не число.",
        ),
        Column::new("date", ColumnKind::Date, "Дата", "Дата акта."),
        Column::new("issuer", ColumnKind::Text, "Кто издал", "Кто издал акт.").required(),
        Column::new("title", ColumnKind::Text, "Название", "Слова документа.").required(),
        Column::new(
            "signatory_name",
            ColumnKind::Text,
            "Кто подписал",
            "Имя под документом, как напечатано.",
        ),
        Column::new(
            "signatory_post",
            ColumnKind::Text,
            "Должность подписавшего",
            "Должность под документом, как напечатана.",
        ),
        Column::new(
            "text_known",
            ColumnKind::Boolean,
            "Есть текст",
            "false — портал знает об акте только по ссылкам из других документов.",
        )
        .required(),
        Column::new(
            "points",
            ColumnKind::Integer,
            "Пунктов",
            "Сколько пунктов в тексте, штук. Вычислено.",
        )
        .required(),
        Column::new(
            "basis",
            ColumnKind::Id,
            "На чём основан",
            "Акты, на которые он опирается: имена в этой же таблице.",
        )
        .many()
        .from("documents", "id"),
        Column::new(
            "file",
            ColumnKind::Text,
            "Файл",
            "Приложенный файл: путь в содержимом портала.",
        ),
        SOURCE,
        URL,
    ],
};

/// The acts of a territory.
pub fn rows<'a>(place: &Place<'a>) -> Vec<Row<'a>> {
    let documents = place.territory.documents.iter();
    documents.map(|document| row(place, document)).collect()
}

fn row<'a>(place: &Place<'a>, document: &'a Document) -> Row<'a> {
    let [region, municipality] = place.names();
    let page = PlacePage::Document(document.id.clone());
    vec![
        Value::text(place.id(&document.id)),
        place.own_id(),
        region,
        municipality,
        Value::text(document.id.as_str()),
        Value::text(document.kind.as_str()),
        Value::text(document.level.as_str()),
        Value::maybe(document.number.as_ref().map(|number| number.value.as_str())),
        Value::day(document.date.as_ref().map(|date| date.value)),
        Value::text(document.issuer.as_str()),
        Value::text(document.title.as_str()),
        Value::maybe(document.signatory.name.as_deref()),
        Value::maybe(document.signatory.post.as_deref()),
        Value::Boolean(document.text_known),
        Value::count(document.points.len()),
        place.ids(document.basis.iter().map(|act| &act.to)),
        Value::maybe(document.file.as_ref().map(|file| file.value.as_str())),
        Value::maybe(document.source.as_deref()),
        place.url(&PageKey::place(&place.territory.path, page), ""),
    ]
}
