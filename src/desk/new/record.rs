//! New news items, practices and documents.

use jiff::civil::Date;

use crate::content::fields::FileKind;
use crate::desk::change::Change;
use crate::desk::literal;
use crate::desk::new::order::Order;
use crate::desk::new::template::{Filling, file};
use crate::desk::new::workplace::{Desk, Made, identifier};
use crate::model::id::{Slug, TerritoryPath};

/// A news item, dated and named after its title.
///
/// # Errors
/// When the territory is unknown, or the file exists.
pub fn news(
    desk: &Desk<'_>,
    place: &str,
    title: &str,
    day: Date,
    id: Option<&str>,
) -> Result<Made, String> {
    let territory = desk.territory(place)?;
    let id = identifier(id, title, "--id")?;
    let filling = filled(vec![
        ("date", day.to_string()),
        ("title", literal::text(title.trim(), "\n")),
    ]);
    let name = format!("{day}-{id}");
    let change = made(desk, &territory, FileKind::News, &name, &filling)?;
    Ok(told(
        change,
        "под второй строкой +++ напишите текст новости",
    ))
}

/// A practice, named after its title.
///
/// # Errors
/// When the territory is unknown, or the file exists.
pub fn practice(
    desk: &Desk<'_>,
    place: &str,
    title: &str,
    id: Option<&str>,
) -> Result<Made, String> {
    let territory = desk.territory(place)?;
    let id = identifier(id, title, "--id")?;
    let filling = filled(vec![("title", literal::text(title.trim(), "\n"))]);
    let change = made(desk, &territory, FileKind::Practice, id.as_str(), &filling)?;
    Ok(told(
        change,
        "под второй строкой +++ напишите, в чём практика и откуда о ней известно",
    ))
}

/// A document, named after its number, else after its title.
///
/// # Errors
/// When the territory is unknown, the file exists, or there is nothing to name it after.
pub fn document(desk: &Desk<'_>, order: &Order) -> Result<Made, String> {
    let Order::Document {
        place,
        number,
        day,
        title,
        id,
    } = order
    else {
        return Err("это не документ".to_owned());
    };
    let territory = desk.territory(place)?;
    let Some(words) = number.as_deref().or(title.as_deref()).or(id.as_deref()) else {
        return Err(
            "по чему назвать документ? Укажите номер (--number \"114-од\") или название (--title \"…\")"
                .to_owned(),
        );
    };
    let id = identifier(id.as_deref(), words, "--id")?;
    let mut filling = Filling::default();
    let mut give = |key: &'static str, text: &Option<String>| {
        let value = text.as_deref().map(|text| literal::text(text.trim(), "\n"));
        filling.given.extend(value.map(|value| (key, value)));
    };
    give("number", number);
    give("title", title);
    filling
        .given
        .extend(day.map(|day| ("date", day.to_string())));
    let change = made(desk, &territory, FileKind::Document, id.as_str(), &filling)?;
    Ok(told(
        change,
        "слова документа перепишите без изменений; пункты приказа добавьте блоками [[point]]",
    ))
}

fn filled(given: Vec<(&'static str, String)>) -> Filling {
    Filling {
        given,
        ..Filling::default()
    }
}

fn made(
    desk: &Desk<'_>,
    territory: &TerritoryPath,
    kind: FileKind,
    name: &str,
    filling: &Filling,
) -> Result<Change, String> {
    let (folder, ending) = match kind {
        FileKind::News => ("news", "md"),
        FileKind::Practice => ("practices", "md"),
        _ => ("documents", "toml"),
    };
    if Slug::parse(name).is_none() {
        return Err(format!(
            "имя «{name}» длиннее {} знаков: задайте короче, --id ИМЯ",
            Slug::MAX
        ));
    }
    let path = format!("{territory}/{folder}/{name}.{ending}");
    let depth = path.matches('/').count();
    desk.new_file(path, file(kind, depth, filling))
}

fn told(change: Change, next: &str) -> Made {
    Made {
        changes: vec![change],
        notes: Vec::new(),
        next: vec![next.to_owned()],
    }
}
