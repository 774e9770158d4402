//! The table of changes. Rows come from the history of the content, which not every build knows: without it there is
//! no such table.

use jiff::civil::Date;

use crate::export::table::{Column, ColumnKind, Definition, Row, Table, Value};
use crate::export::tables::place::{MUNICIPALITY, REGION};
use crate::model::id::{Slug, TerritoryPath};

/// One change of one field, as the history tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeRow {
    /// Day of the commit, in the zone of who made it.
    pub day: Date,
    /// Full name of the commit.
    pub commit: String,
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

/// The table of changes of the portal, or of one territory when the changes are those of one.
pub fn table<'a>(changes: impl IntoIterator<Item = ChangeRow>) -> Table<'a> {
    let mut seen: Option<(String, usize)> = None;
    let mut rows = Vec::new();
    for change in changes {
        let number = match &seen {
            Some((commit, number)) if *commit == change.commit => number + 1,
            _ => 1,
        };
        seen = Some((change.commit.clone(), number));
        rows.push(row(change, number));
    }
    Table {
        definition: &CHANGES,
        rows,
    }
}

fn row<'a>(change: ChangeRow, number: usize) -> Row<'a> {
    let start: String = change.commit.chars().take(12).collect();
    let path = change.territory.as_ref();
    let municipality = path.and_then(|path| path.municipality.as_ref());
    vec![
        Value::text(format!("{start}/{number}")),
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
