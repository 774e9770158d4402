//! The table of indicators: each goal that a cell sets, beside the words it was read from.

use crate::export::table::{Column, ColumnKind, Definition, Row, Value};
use crate::export::tables::place::{EVENT, MUNICIPALITY, Place, REGION, TERRITORY, codes};
use crate::model::plan::indicator::{Comparator, Goal, GoalKind, Indicator, Number};

codes!(GOALS, GoalKind, code);
codes!(COMPARATORS, Comparator, code);

/// Column of the printed table that a goal stands in.
const CELLS: [&str; 2] = ["indicator", "result"];

/// What it is.
pub static INDICATORS: Definition = Definition {
    name: "pokazateli",
    api: "indicators",
    title: "Показатели",
    about: "Цели, прочитанные из ячеек «показатель» и «результат»: одна строка на цель; ячейка без измеримой цели занимает одну строку.",
    columns: &[
        Column::new(
            "id",
            ColumnKind::Id,
            "Имя записи",
            "Имя мероприятия, ячейка и номер цели в ней. Вычислено.",
        )
        .key()
        .repeating(),
        TERRITORY.repeating(),
        REGION.repeating(),
        MUNICIPALITY.repeating(),
        EVENT,
        Column::new(
            "cell",
            ColumnKind::OneOf(&CELLS),
            "Ячейка",
            "indicator — столбец «Показатель», result — столбец «Результат» документа.",
        )
        .required(),
        Column::new(
            "verbatim",
            ColumnKind::Text,
            "Слова ячейки",
            "Вся ячейка. Слова документа.",
        )
        .required()
        .repeating(),
        Column::new(
            "words",
            ColumnKind::Text,
            "Слова цели",
            "Часть ячейки, из которой прочитана эта цель.",
        ),
        Column::new(
            "kind",
            ColumnKind::OneOf(&GOALS),
            "Вид цели",
            "share — доля, share-without-target — доля, цель не задана, count — количество, rate — количество за срок, change — изменение, artefact — документ или вещь, fact — событие, participation — участие без числа. Прочитано программой.",
        ),
        Column::new(
            "comparator",
            ColumnKind::OneOf(&COMPARATORS),
            "Сравнение",
            "exactly — ровно, at-least — не менее, at-most — не более. Прочитано программой; только там, где задано число.",
        ),
        Column::new(
            "target_percent",
            ColumnKind::Percent,
            "Цель, %",
            "Доля, которой надо достичь, в процентах. Прочитано программой.",
        ),
        Column::new(
            "target_number",
            ColumnKind::Decimal,
            "Цель, количество",
            "Количество, которого надо достичь, в единицах столбца base. Прочитано программой.",
        ),
        Column::new(
            "base",
            ColumnKind::Text,
            "Кого или чего",
            "От кого или от чего считается цель. Слова документа.",
        ),
        Column::new(
            "per",
            ColumnKind::Text,
            "За какой срок",
            "За какой срок считается количество: «месяц». Слова документа.",
        ),
    ],
};

/// The goals of a territory in the order of its plans.
pub fn rows<'a>(place: &Place<'a>) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    for plan in &place.territory.plans {
        for event in plan.events() {
            let id = place.event_id(plan, &event.id);
            let cells = [&event.indicator, &event.result];
            for (name, cell) in CELLS.iter().zip(cells) {
                if let Some(cell) = cell {
                    rows.extend(of_cell(place, &id, name, &cell.value));
                }
            }
        }
    }
    rows
}

fn of_cell<'a>(
    place: &Place<'a>,
    event: &str,
    name: &'static str,
    cell: &'a Indicator,
) -> Vec<Row<'a>> {
    let goals: Vec<Option<&Goal>> = match cell.goals.as_slice() {
        [] => vec![None],
        goals => goals.iter().map(Some).collect(),
    };
    let row = |(index, goal): (usize, Option<&'a Goal>)| {
        let [region, municipality] = place.names();
        let mut row = vec![
            Value::text(format!("{event}/{name}-{}", index + 1)),
            place.own_id(),
            region,
            municipality,
            Value::text(event.to_owned()),
            Value::text(name),
            Value::text(cell.verbatim.as_str()),
        ];
        row.extend(goal.map_or_else(nothing_read, goal_cells));
        row
    };
    goals.into_iter().enumerate().map(row).collect()
}

fn nothing_read<'a>() -> [Value<'a>; 7] {
    std::array::from_fn(|_| Value::Nothing)
}

fn goal_cells(goal: &Goal) -> [Value<'_>; 7] {
    let share = goal.kind == GoalKind::Share;
    let percent = goal.target.filter(|_| share).map(|share| Number {
        thousandths: share.thousandths * 100,
    });
    let decimal = |number: Option<Number>| number.map_or(Value::Nothing, Value::Decimal);
    [
        Value::text(goal.words.as_str()),
        Value::text(goal.kind.code()),
        Value::maybe(goal.target.map(|_| goal.comparator.code())),
        decimal(percent),
        decimal(goal.target.filter(|_| !share)),
        Value::maybe(goal.base.as_deref()),
        Value::maybe(goal.per.as_deref()),
    ]
}
