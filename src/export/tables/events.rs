//! The table of measures: what was promised, word for word, and what the words mean.

use crate::export::table::{Column, ColumnKind, Definition, Row, Value};
use crate::export::tables::place::{MUNICIPALITY, Place, REGION, TERRITORY, URL, codes};
use crate::model::plan::deadline::DeadlineKind;
use crate::model::plan::responsible::Role;
use crate::model::plan::roadmap::{Event, Roadmap, Section};
use crate::model::plan::standing::{Standing, standing};
use crate::model::plan::status::StatusWord;
use crate::site::{PageKey, PlacePage};

codes!(DEADLINES, DeadlineKind, code);
codes!(STATUSES, StatusWord, word);
codes!(STANDINGS, Standing, code);
codes!(ROLES, Role, code);

/// What is reported of a measure.
pub const STATUS: Column = Column::new(
    "status",
    ColumnKind::OneOf(&STATUSES),
    "Статус",
    "Что сообщено о выполнении; «нет данных» — ничего не сообщали. Внесено редактором.",
)
.required();

/// How a measure stands on the day of the data.
pub const STANDING: Column = Column::new(
    "standing",
    ColumnKind::OneOf(&STANDINGS),
    "Положение на день данных",
    "Что следует из срока и статуса: done — выполнено, done-without-proof — выполнено, подтверждения нет, underway — идёт, ahead — впереди, moved — перенесено, cancelled — отменено, past — срок прошёл, сведений нет, no-data — нет данных. Вычислено.",
)
.required();

/// What it is.
pub static EVENTS: Definition = Definition {
    name: "sobytiya",
    api: "events",
    title: "Мероприятия",
    about: "Мероприятия планов поддержки школ: одна строка на мероприятие.",
    columns: &[
        Column::new(
            "id",
            ColumnKind::Id,
            "Имя записи",
            "Постоянное имя мероприятия на всём портале: территория, план, номер. Не меняется и не выдаётся второй раз.",
        )
        .key(),
        REGION.repeating(),
        MUNICIPALITY.repeating(),
        Column::new(
            "plan",
            ColumnKind::Id,
            "План",
            "Имя плана внутри территории: год или учебный год.",
        )
        .required().repeating(),
        Column::new(
            "event",
            ColumnKind::Id,
            "Мероприятие в плане",
            "Имя мероприятия внутри плана; это не номер строки документа.",
        )
        .required().repeating(),
        Column::new(
            "section",
            ColumnKind::Text,
            "Раздел плана",
            "Заголовок раздела плана. Слова документа.",
        ),
        Column::new(
            "number",
            ColumnKind::Text,
            "№",
            "Номер строки, как напечатан в документе: текст, а не число.",
        ),
        Column::new(
            "title",
            ColumnKind::Text,
            "Мероприятие",
            "Что обещано сделать. Слова документа.",
        )
        .required(),
        Column::new("deadline", ColumnKind::Text, "Срок", "Срок. Слова документа."),
        Column::new(
            "deadline_kind",
            ColumnKind::OneOf(&DEADLINES),
            "Вид срока",
            "Каким прочитан срок: day — день, month — месяц, until — до дня, within-year — в течение года, recurring — повторяется, by-schedule — по отдельному графику; unknown — не понят. Прочитано программой.",
        ),
        Column::new(
            "deadline_start",
            ColumnKind::Date,
            "Начало срока",
            "Первый день срока, если слова его называют. Прочитано программой.",
        ),
        Column::new(
            "deadline_end",
            ColumnKind::Date,
            "Конец срока",
            "Последний день срока, если слова его называют. Прочитано программой.",
        ),
        Column::new(
            "responsible",
            ColumnKind::Text,
            "Ответственные",
            "Кто отвечает. Слова документа; по частям — в таблице otvetstvennye.",
        ),
        Column::new(
            "indicator",
            ColumnKind::Text,
            "Показатель",
            "По чему видно, что сделано. Слова документа; по частям — в таблице pokazateli.",
        ),
        Column::new(
            "result",
            ColumnKind::Text,
            "Результат",
            "Какой документ или итог должен получиться. Слова документа.",
        ),
        STATUS,
        STANDING,
        URL.repeating(),
        Column::new(
            "plain",
            ColumnKind::Text,
            "Простыми словами",
            "Пересказ портала; в документе этих слов нет.",
        ),
        TERRITORY,
        Column::new(
            "plan_id",
            ColumnKind::Id,
            "План на портале",
            "План, в котором стоит мероприятие: имя в таблице plany.",
        )
        .required()
        .from("plans", "id").repeating(),
        Column::new(
            "section_numeral",
            ColumnKind::Text,
            "Номер раздела",
            "Номер раздела плана, как напечатан; может повторяться.",
        ),
        Column::new(
            "is_dated",
            ColumnKind::Boolean,
            "Есть в календаре",
            "true, если срок — день, дни, месяц, часть года или «до …»; мероприятия на весь год в календарь не попадают. Прочитано программой.",
        )
        .required(),
        Column::new(
            "roles",
            ColumnKind::OneOf(&ROLES),
            "Роли ответственных",
            "Роли из слов об ответственных, без повторов. Прочитано программой.",
        )
        .many(),
        Column::new(
            "schools",
            ColumnKind::Id,
            "Школы",
            "Школы, названные в строке по имени: имена в таблице shkoly. Прочитано программой.",
        )
        .many()
        .from("schools", "id"),
        Column::new(
            "people",
            ColumnKind::Id,
            "Люди",
            "Люди, названные в строке: имена в таблице lyudi, столбец person. Прочитано программой.",
        )
        .many(),
        Column::new(
            "status_date",
            ColumnKind::Date,
            "Дата статуса",
            "День, на который сообщён статус. Внесено редактором.",
        ),
        Column::new(
            "fact",
            ColumnKind::Text,
            "Что сделано",
            "Что сообщено о сделанном. Внесено редактором по сообщению.",
        ),
        Column::new(
            "moved_to",
            ColumnKind::Text,
            "Перенесено на",
            "Новый срок перенесённого мероприятия. Внесено редактором по сообщению.",
        ),
        Column::new(
            "proofs",
            ColumnKind::Integer,
            "Подтверждений",
            "Сколько подтверждений дано, штук. Вычислено.",
        )
        .required(),
        Column::new(
            "remark",
            ColumnKind::Text,
            "Примечание",
            "Примечание редактора о странности документа.",
        ),
    ],
};

/// The measures of a territory in the order of its plans.
pub fn rows<'a>(place: &Place<'a>) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    for plan in &place.territory.plans {
        let page = PageKey::place(&place.territory.path, PlacePage::Plan(plan.id.clone()));
        for section in &plan.sections {
            let row = |event| row(place, (plan, section, event), &page);
            rows.extend(section.events.iter().map(row));
        }
    }
    rows
}

fn row<'a>(
    place: &Place<'a>,
    (plan, section, event): (&'a Roadmap, &'a Section, &'a Event),
    page: &PageKey,
) -> Row<'a> {
    let [region, municipality] = place.names();
    let deadline = event.deadline.as_ref().map(|deadline| &deadline.value);
    let first = deadline.and_then(|d| d.whens.iter().filter_map(|when| when.first).min());
    let responsible = event.responsible.as_ref().map(|cell| &cell.value);
    let mut roles: Vec<Role> = Vec::new();
    for party in responsible.iter().flat_map(|cell| &cell.parties) {
        if !roles.contains(&party.role) {
            roles.push(party.role);
        }
    }
    vec![
        Value::text(place.event_id(plan, &event.id)),
        region,
        municipality,
        Value::text(plan.id.as_str()),
        Value::text(event.id.as_str()),
        Value::maybe(section.title.as_ref().map(|title| title.value.as_str())),
        Value::maybe(event.number.as_ref().map(|number| number.value.as_str())),
        Value::text(event.title.value.as_str()),
        Value::maybe(deadline.map(|deadline| deadline.verbatim.as_str())),
        Value::maybe(deadline.map(|deadline| deadline.kind().code())),
        Value::day(first),
        Value::day(deadline.and_then(|deadline| deadline.last_day())),
        Value::maybe(responsible.map(|cell| cell.verbatim.as_str())),
        Value::maybe(
            event
                .indicator
                .as_ref()
                .map(|cell| cell.value.verbatim.as_str()),
        ),
        Value::maybe(
            event
                .result
                .as_ref()
                .map(|cell| cell.value.verbatim.as_str()),
        ),
        Value::text(event.status.word.word()),
        Value::text(standing(event, place.today).code()),
        place.url(page, event.id.as_str()),
        Value::maybe(event.plain.as_ref().map(|plain| plain.value.as_str())),
        place.own_id(),
        Value::text(place.id(&plan.id)),
        Value::maybe(
            section
                .numeral
                .as_ref()
                .map(|numeral| numeral.value.as_str()),
        ),
        Value::Boolean(deadline.is_some_and(|deadline| deadline.is_dated())),
        Value::list(roles.into_iter().map(Role::code)),
        place.ids(&event.schools),
        place.ids(&event.people),
        Value::day(event.status.date),
        Value::maybe(event.status.fact.as_deref()),
        Value::maybe(event.status.moved_to.as_deref()),
        Value::count(event.status.proofs.len()),
        Value::maybe(event.remark.as_deref()),
    ]
}
