//! The table of territories: regions and municipalities.

use crate::export::table::{Column, ColumnKind, Definition, Row, Value};
use crate::export::tables::place::{MUNICIPALITY, Place, REGION, URL};
use crate::site::{PageKey, PlacePage};

/// Region or municipality.
const LEVELS: [&str; 2] = ["region", "municipality"];

/// What it is.
pub static MUNICIPALITIES: Definition = Definition {
    name: "territorii",
    api: "municipalities",
    title: "Регионы и муниципалитеты",
    about: "Территории портала: одна строка на регион или муниципалитет.",
    columns: &[
        Column::new(
            "id",
            ColumnKind::Id,
            "Имя записи",
            "Постоянное имя территории: регион или регион и муниципалитет; оно же начало её адресов.",
        )
        .key(),
        REGION,
        MUNICIPALITY,
        Column::new(
            "level",
            ColumnKind::OneOf(&LEVELS),
            "Уровень",
            "region — регион, municipality — муниципалитет.",
        )
        .required(),
        Column::new("name", ColumnKind::Text, "Название", "Название, как его говорят.").required(),
        Column::new(
            "official_name",
            ColumnKind::Text,
            "Полное название",
            "Полное название из документов.",
        ),
        Column::new(
            "kind",
            ColumnKind::Text,
            "Вид",
            "Район, городское муниципальное образование, область и другие.",
        )
        .required(),
        Column::new(
            "authority",
            ColumnKind::Text,
            "Орган управления образованием",
            "Название из документов.",
        ),
        Column::new(
            "postal_address",
            ColumnKind::Text,
            "Почтовый адрес",
            "Адрес органа управления, как в документе.",
        ),
        Column::new(
            "phones",
            ColumnKind::Text,
            "Телефоны",
            "Телефоны органа управления, как в документе.",
        )
        .many(),
        Column::new(
            "email",
            ColumnKind::Text,
            "Почта",
            "Электронная почта органа управления, если напечатанный адрес может работать.",
        ),
        Column::new(
            "site",
            ColumnKind::Text,
            "Сайт",
            "Сайт органа управления, как в документе.",
        ),
        Column::new("plans", ColumnKind::Integer, "Планов", "Сколько планов, штук. Вычислено.")
            .required(),
        Column::new(
            "events",
            ColumnKind::Integer,
            "Мероприятий",
            "Сколько мероприятий во всех планах, штук. Вычислено.",
        )
        .required(),
        Column::new("schools", ColumnKind::Integer, "Школ", "Сколько школ названо, штук. Вычислено.")
            .required(),
        Column::new(
            "practices",
            ColumnKind::Integer,
            "Практик",
            "Сколько карточек практик, штук. Вычислено.",
        )
        .required(),
        URL,
    ],
};

/// The territory itself: one row.
pub fn rows<'a>(place: &Place<'a>) -> Vec<Row<'a>> {
    let territory = place.territory;
    let [region, municipality] = place.names();
    let level = LEVELS[usize::from(!territory.is_region())];
    let authority = territory.authority.as_ref();
    let contact = authority.map(|authority| &authority.contact);
    let events = territory.plans.iter().map(|plan| plan.events().count());
    vec![vec![
        place.own_id(),
        region,
        municipality,
        Value::text(level),
        Value::text(territory.names.name.as_str()),
        Value::maybe(territory.official_name.as_deref()),
        Value::text(territory.kind.as_str()),
        Value::maybe(authority.map(|authority| authority.name.as_str())),
        Value::maybe(contact.and_then(|contact| contact.address.as_deref())),
        Value::list(
            contact
                .into_iter()
                .flat_map(|c| c.phones.iter().map(String::as_str)),
        ),
        Value::maybe(contact.and_then(|contact| contact.usable_email())),
        Value::maybe(contact.and_then(|contact| contact.site.as_deref())),
        Value::count(territory.plans.len()),
        Value::count(events.sum()),
        Value::count(territory.schools.len()),
        Value::count(territory.practices.len()),
        place.url(&PageKey::place(&territory.path, PlacePage::Home), ""),
    ]]
}
