//! The table of changes. Rows come from the history of the content, which not every build knows: without it there is
//! no such table.

use jiff::civil::Date;

use crate::export::table::{Column, ColumnKind, Definition, Row, Value};
use crate::export::tables::place::{MUNICIPALITY, REGION};
use crate::model::id::{Slug, TerritoryPath};

/// One change of one field, as the history tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeRow {
    /// Day of the commit, in the zone of who made it.
    pub day: Date,
    /// Full name of the commit.
    pub commit: String,
    /// Which change of that commit, from 1 and over the whole portal: with the commit it is the id of the row.
    pub number: usize,
    /// Which territory; none for what the whole portal shares.
    pub territory: Option<TerritoryPath>,
    /// What was changed: `event`, `plan`, `document` …
    pub kind: &'static str,
    /// Its id in the whole portal, as the table of its kind has it.
    pub id: String,
    /// Column of that table, when one column was changed.
    pub field: Option<&'static str>,
    /// What stood there.
    pub before: Option<String>,
    /// What stands there.
    pub after: Option<String>,
    /// The change in words: «срок перенесён с апреля на май».
    pub words: String,
}

/// What it is.
pub static CHANGES: Definition = Definition {
    name: "izmeneniya",
    api: "changes",
    title: "Изменения",
    about: "Что изменилось на портале, по истории его содержимого: одна строка на изменение.",
    columns: &[
        Column::new(
            "id",
            ColumnKind::Id,
            "Имя записи",
            "Начало имени правки и номер изменения в ней. Вычислено.",
        )
        .key(),
        Column::new(
            "territory",
            ColumnKind::Id,
            "Территория",
            "Регион или муниципалитет; пусто, если изменилось общее для всего портала. Территории может уже не быть.",
        ),
        REGION_MAYBE,
        MUNICIPALITY,
        Column::new(
            "day",
            ColumnKind::Date,
            "День",
            "День правки. Из истории содержимого.",
        )
        .required(),
        Column::new(
            "commit",
            ColumnKind::Id,
            "Правка",
            "Полное имя правки в хранилище содержимого.",
        )
        .required(),
        Column::new(
            "kind",
            ColumnKind::Text,
            "Что менялось",
            "event — мероприятие, plan — план, document — документ и другие.",
        )
        .required(),
        Column::new(
            "subject",
            ColumnKind::Id,
            "О чём",
            "Имя того, что менялось, в своей таблице; его может уже не быть.",
        )
        .required(),
        Column::new(
            "field",
            ColumnKind::Text,
            "Столбец",
            "Какой столбец своей таблицы изменился, если один.",
        ),
        Column::new("before", ColumnKind::Text, "Было", "Что стояло до правки."),
        Column::new(
            "after",
            ColumnKind::Text,
            "Стало",
            "Что стоит после правки.",
        ),
        Column::new(
            "words",
            ColumnKind::Text,
            "Словами",
            "Изменение словами портала. Вычислено.",
        )
        .required(),
    ],
};

const REGION_MAYBE: Column = Column {
    required: false,
    ..REGION
};

/// The rows of changes in the order given: of one territory, or of the whole portal. Where there are none, there is no
/// table.
pub fn rows<'a>(changes: impl IntoIterator<Item = ChangeRow>) -> Vec<Row<'a>> {
    changes.into_iter().map(row).collect()
}

fn row<'a>(change: ChangeRow) -> Row<'a> {
    let start: String = change.commit.chars().take(12).collect();
    let path = change.territory.as_ref();
    let municipality = path.and_then(|path| path.municipality.as_ref());
    vec![
        Value::text(format!("{start}/{}", change.number)),
        Value::maybe(path.map(TerritoryPath::to_string)),
        Value::maybe(path.map(|path| path.region.to_string())),
        Value::maybe(municipality.map(Slug::to_string)),
        Value::Date(change.day),
        Value::text(change.commit),
        Value::text(change.kind),
        Value::text(change.id),
        Value::maybe(change.field),
        Value::maybe(change.before),
        Value::maybe(change.after),
        Value::text(change.words),
    ]
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_change_of_the_whole_portal_names_no_territory() {
        let change = ChangeRow {
            day: date(2026, 5, 4),
            commit: "0123456789abcdef0123".to_owned(),
            number: 2,
            territory: None,
            kind: "page",
            id: "metodika".to_owned(),
            field: None,
            before: None,
            after: None,
            words: "текст исправлен".to_owned(),
        };
        let rows = rows([change]);
        let said: Vec<String> = rows[0].iter().map(Value::to_string).collect();
        assert_eq!(said.len(), CHANGES.columns.len());
        assert_eq!(said[0], "0123456789ab/2");
        assert_eq!(said[1..4], ["", "", ""]);
        assert_eq!(said[11], "текст исправлен");
    }
}
