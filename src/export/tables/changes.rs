//! The table of changes. Rows come from the history of the content, which not every build knows: without it there is
//! no such table.

use std::collections::BTreeMap;

use crate::export::table::{Column, ColumnKind, Definition, Row, Value};
use crate::export::tables::place::{MUNICIPALITY, REGION};
use crate::model::history::{Change, Detail};
use crate::model::id::{Slug, TerritoryPath};
use crate::model::portal::Portal;

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
            ColumnKind::Text,
            "О чём",
            "Имя того, что менялось, в своей таблице; его может уже не быть.",
        )
        .required(),
        Column::new(
            "field",
            ColumnKind::Text,
            "Что произошло",
            "appeared — появилось, vanished — убрано, deadline — срок, indicator — показатель, status — статус, proof — подтверждение и другие.",
        )
        .required(),
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
        Column::new(
            "title",
            ColumnKind::Text,
            "Название",
            "Как называлось то, что менялось, в день правки.",
        ),
        Column::new(
            "time",
            ColumnKind::Text,
            "Время",
            "Миг правки по всемирному времени: 2023-05-10T15:30:00Z. Из истории содержимого.",
        )
        .required(),
        Column::new(
            "minor",
            ColumnKind::Boolean,
            "Только запись",
            "Да, если изменилось не обещание и не факт, а то, как он записан. Вычислено.",
        )
        .required(),
    ],
};

const REGION_MAYBE: Column = Column {
    required: false,
    ..REGION
};

/// The rows of the history: by territory, and under none those of what the portal shares and of territories that are
/// gone. Each is in the order of the history.
pub type ByPlace<'a> = BTreeMap<Option<&'a TerritoryPath>, Vec<Row<'a>>>;

/// All rows of the history.
pub fn by_place(portal: &Portal) -> ByPlace<'_> {
    let mut found = ByPlace::new();
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    for change in portal.history.changes() {
        let place = change.territory.as_ref();
        let place = place.filter(|path| portal.territory(path).is_some());
        let number = numbers.entry(&change.commit).or_default();
        for detail in &change.details {
            *number += 1;
            found
                .entry(place)
                .or_default()
                .push(row(change, detail, *number));
        }
    }
    found
}

fn row<'a>(change: &'a Change, detail: &'a Detail, number: usize) -> Row<'a> {
    let start = change.commit.get(..12).unwrap_or(&change.commit);
    let path = change.territory.as_ref();
    let municipality = path.and_then(|path| path.municipality.as_ref());
    vec![
        Value::text(format!("{start}/{number}")),
        Value::maybe(path.map(TerritoryPath::to_string)),
        Value::maybe(path.map(|path| path.region.as_str())),
        Value::maybe(municipality.map(Slug::as_str)),
        Value::Date(change.day),
        Value::text(change.commit.as_str()),
        Value::text(change.subject.code()),
        Value::text(subject(change)),
        Value::text(detail.what.code()),
        Value::maybe(detail.before.as_deref()),
        Value::maybe(detail.after.as_deref()),
        Value::text(detail.words.as_str()),
        Value::text(change.title.as_str()),
        Value::text(change.at.to_string()),
        Value::Boolean(detail.minor),
    ]
}

/// The id of a thing in the whole portal, as the table of its kind has it.
fn subject(change: &Change) -> String {
    let own = change.subject.id();
    match (&change.territory, own.is_empty()) {
        (Some(path), true) => path.to_string(),
        (Some(path), false) => format!("{path}/{own}"),
        (None, true) => change.subject.code().to_owned(),
        (None, false) => own,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::model::history::{History, State, Subject, What};

    #[test]
    fn a_change_of_the_whole_portal_names_no_territory_and_rows_of_a_commit_are_numbered() {
        let detail = |words: &str| Detail {
            what: What::Text,
            before: None,
            after: None,
            words: words.to_owned(),
            minor: false,
        };
        let change = Change {
            commit: "0123456789abcdef0123".to_owned(),
            at: "2026-05-04T10:00:00Z".parse().expect("a moment"),
            day: date(2026, 5, 4),
            territory: None,
            subject: Subject::Page(Slug::parse("metodika").expect("an id")),
            title: "Методика".to_owned(),
            details: vec![detail("текст исправлен"), detail("текст дополнен")],
        };
        let portal = Portal {
            history: History::new(State::Known, vec![change], BTreeMap::new()).into(),
            ..Portal::default()
        };
        let found = by_place(&portal);
        let said: Vec<String> = found[&None][1].iter().map(Value::to_string).collect();
        assert_eq!(said.len(), CHANGES.columns.len());
        assert_eq!(said[0], "0123456789ab/2");
        assert_eq!(said[1..4], ["", "", ""]);
        assert_eq!(said[7], "metodika");
        assert_eq!(said[11], "текст дополнен");
    }
}
