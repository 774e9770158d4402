//! The table of roadmaps.

use crate::export::table::{Column, ColumnKind, Definition, Row, Value};
use crate::export::tables::place::{MUNICIPALITY, Place, REGION, TERRITORY, URL, codes};
use crate::model::plan::period::PeriodKind;
use crate::model::plan::roadmap::Roadmap;
use crate::site::{PageKey, PlacePage};

codes!(PERIODS, PeriodKind, code);

/// What it is.
pub static PLANS: Definition = Definition {
    name: "plany",
    api: "plans",
    title: "Планы",
    about: "Планы («дорожные карты») поддержки школ: одна строка на план.",
    columns: &[
        Column::new(
            "id",
            ColumnKind::Id,
            "Имя записи",
            "Постоянное имя плана на всём портале: территория и план.",
        )
        .key(),
        TERRITORY,
        REGION,
        MUNICIPALITY,
        Column::new(
            "plan",
            ColumnKind::Id,
            "План",
            "Имя плана внутри территории: год или учебный год.",
        )
        .required(),
        Column::new(
            "title",
            ColumnKind::Text,
            "Название",
            "Название плана в одну строку. Слова документа.",
        )
        .required(),
        Column::new(
            "period_kind",
            ColumnKind::OneOf(&PERIODS),
            "Вид срока",
            "calendar-year — календарный год, school-year — учебный год, range — другие дни.",
        )
        .required(),
        Column::new(
            "first_day",
            ColumnKind::Date,
            "Первый день",
            "Первый день плана.",
        )
        .required(),
        Column::new(
            "last_day",
            ColumnKind::Date,
            "Последний день",
            "Последний день плана.",
        )
        .required(),
        Column::new(
            "approved_by",
            ColumnKind::Id,
            "Каким актом утверждён",
            "Акт: имя в таблице dokumenty; пусто, если он неизвестен.",
        )
        .from("documents", "id"),
        Column::new(
            "sections",
            ColumnKind::Integer,
            "Разделов",
            "Сколько разделов с заголовком, штук. Вычислено.",
        )
        .required(),
        Column::new(
            "events",
            ColumnKind::Integer,
            "Мероприятий",
            "Сколько мероприятий, штук. Вычислено.",
        )
        .required(),
        Column::new(
            "plain",
            ColumnKind::Text,
            "Простыми словами",
            "Зачем этот план: пересказ портала.",
        ),
        URL,
    ],
};

/// The plans of a territory, oldest first.
pub fn rows<'a>(place: &Place<'a>) -> Vec<Row<'a>> {
    let plans = place.territory.plans.iter();
    plans.map(|plan| row(place, plan)).collect()
}

fn row<'a>(place: &Place<'a>, plan: &'a Roadmap) -> Row<'a> {
    let [region, municipality] = place.names();
    let page = PageKey::place(&place.territory.path, PlacePage::Plan(plan.id.clone()));
    let titled = plan
        .sections
        .iter()
        .filter(|section| section.title.is_some());
    vec![
        Value::text(place.id(&plan.id)),
        place.own_id(),
        region,
        municipality,
        Value::text(plan.id.as_str()),
        Value::text(plan.title_line()),
        Value::text(plan.period.kind.code()),
        Value::Date(plan.period.first),
        Value::Date(plan.period.last),
        place.document_id(plan.approved_by.as_ref()),
        Value::count(titled.count()),
        Value::count(plan.events().count()),
        Value::maybe(plan.plain.as_ref().map(|plain| plain.value.as_str())),
        place.url(&page, ""),
    ]
}
