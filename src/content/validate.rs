//! Holds a raw table against the table of fields: unknown keys, missing ones, values of the wrong kind.
//! All problems of a file are found at once; each names what to write instead.

use jiff::civil::Date;

use crate::content::fields::{Field, Form, Shape};
use crate::content::raw::{Entry, Node, Table, Value};
use crate::content::typed::period;
use crate::diag::Diagnostic;
use crate::diag::codes;
use crate::model::id::{EventRef, Slug};
use crate::text::nearest::nearest;

/// Checks a table and everything in it. In a damaged file nothing is reported as missing: it may only have been
/// swallowed by the mistake before it.
pub fn table(table: &Table, form: &'static Form, damaged: bool, found: &mut Vec<Diagnostic>) {
    for entry in &table.entries {
        match form.field(&entry.key) {
            Some(field) => value(&entry.node, field, damaged, found),
            None => found.push(unknown_key(entry, table, form)),
        }
    }
    if damaged {
        return;
    }
    for field in form
        .fields
        .iter()
        .filter(|field| field.required && table.get(field.key).is_none())
    {
        let misspelled = table.entries.iter().any(|entry| {
            form.field(&entry.key).is_none()
                && nearest(&entry.key, form.fields.iter().map(|f| f.key)) == Some(field.key)
        });
        // A misspelled key already tells what is wrong; that it is also missing is the same mistake.
        if !misspelled {
            found.push(missing_key(field, table, form));
        }
    }
}

fn unknown_key(entry: &Entry, table: &Table, form: &'static Form) -> Diagnostic {
    let known = form
        .fields
        .iter()
        .map(|field| field.key)
        .filter(|key| table.get(key).is_none());
    let problem = Diagnostic::error(
        codes::UNKNOWN_KEY,
        entry.key_span,
        format!("у {} нет поля «{}»", form.name_of, entry.key),
    )
    .label("неизвестное поле");
    match nearest(&entry.key, known) {
        Some(key) => {
            let label = form.field(key).map_or("", |field| field.label);
            problem
                .help(format!("возможно, вы имели в виду `{key}` ({label})"))
                .patch(entry.key_span, key)
        }
        None => {
            let all: Vec<String> = form
                .fields
                .iter()
                .map(|field| format!("{} — {}", field.key, field.label))
                .collect();
            problem.help(format!(
                "уберите строку или выберите поле из списка: {}",
                all.join("; ")
            ))
        }
    }
}

fn missing_key(field: &Field, table: &Table, form: &Form) -> Diagnostic {
    let name = ["title", "name", "id"]
        .iter()
        .find_map(|key| match &table.get(key)?.value {
            Value::Text(text) => Some(format!(" «{}»", shortened(text))),
            _ => None,
        });
    let place = match field.shape {
        Shape::Tables(_) | Shape::Table(_) if field.example.is_empty() => {
            format!("добавьте таблицу [[{}]]", field.key)
        }
        Shape::Tables(_) => format!("добавьте {}", field.example),
        _ => format!(
            "добавьте строку `{} = {}` — {}",
            field.key, field.example, field.label
        ),
    };
    Diagnostic::error(
        codes::MISSING_KEY,
        table.span,
        format!(
            "у {}{} не указано поле «{}» ({})",
            form.name_of,
            name.unwrap_or_default(),
            field.key,
            field.label
        ),
    )
    .label(format!("здесь нет `{}`", field.key))
    .help(place)
}

fn shortened(text: &str) -> String {
    let line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(48) {
        Some((at, _)) => format!("{}…", line[..at].trim_end()),
        None => line,
    }
}

fn value(node: &Node, field: &Field, damaged: bool, found: &mut Vec<Diagnostic>) {
    match (field.shape, &node.value) {
        (Shape::Table(form), Value::Table(inner)) => table(inner, form, damaged, found),
        (Shape::Tables(form), Value::List(items)) => tables(items, field, form, damaged, found),
        (Shape::Texts, Value::List(items)) => each(node, items, field, found, |item, found| {
            text(item, field, found)
        }),
        (Shape::Ids, Value::List(items)) => each(node, items, field, found, |item, found| {
            id(item, field, found)
        }),
        (Shape::Events, Value::List(items)) => each(node, items, field, found, |item, found| {
            event(item, field, found)
        }),
        (Shape::Territories, Value::List(items)) => {
            each(node, items, field, found, |item, found| {
                text(item, field, found)
            })
        }
        (Shape::Text, _) => text(node, field, found),
        (Shape::Id, _) => id(node, field, found),
        (Shape::Date, _) => date(node, field, found),
        (Shape::Period, _) => plan_period(node, field, found),
        (Shape::OneOf(choices), _) => choice(node, field, choices, found),
        (Shape::Flag, Value::Boolean(_)) | (Shape::Number, Value::Integer(_)) => {}
        (shape, _) => found.push(wrong_type(node, field, shape)),
    }
}

fn each(
    list: &Node,
    items: &[Node],
    field: &Field,
    found: &mut Vec<Diagnostic>,
    mut one: impl FnMut(&Node, &mut Vec<Diagnostic>),
) {
    if items.is_empty() && field.required {
        let problem = Diagnostic::error(
            codes::EMPTY_TEXT,
            list.span,
            format!("список «{}» пуст", field.label),
        );
        found.push(problem.help(format!(
            "впишите хотя бы одно значение, например: {} = {}",
            field.key, field.example
        )));
    }
    for item in items {
        one(item, found);
    }
}

fn tables(
    items: &[Node],
    field: &Field,
    form: &'static Form,
    damaged: bool,
    found: &mut Vec<Diagnostic>,
) {
    for item in items {
        match &item.value {
            Value::Table(inner) => table(inner, form, damaged, found),
            _ => found.push(wrong_type(item, field, Shape::Table(form))),
        }
    }
}

fn expected(shape: Shape) -> &'static str {
    match shape {
        Shape::Text | Shape::Id | Shape::OneOf(_) => "текст в кавычках",
        Shape::Texts | Shape::Ids | Shape::Events | Shape::Territories => {
            "список текстов в квадратных скобках"
        }
        Shape::Date => "дата",
        Shape::Flag => "true (да) или false (нет)",
        Shape::Number => "целое число",
        Shape::Period => "год или учебный год в кавычках",
        Shape::Table(_) => "таблица",
        Shape::Tables(_) => "повторяющиеся таблицы",
    }
}

/// A value that is not of the shape it needs; of a list the shape is that of the item.
fn wrong_type(node: &Node, field: &Field, shape: Shape) -> Diagnostic {
    let problem = Diagnostic::error(
        codes::WRONG_TYPE,
        node.span,
        format!(
            "поле «{}» ({}): нужно значение вида «{}»",
            field.key,
            field.label,
            expected(shape)
        ),
    )
    .label(format!("здесь {}", node.value.kind()));
    let problem = match (shape, &node.value) {
        (Shape::Text | Shape::Period, Value::Integer(number)) => {
            problem.patch(node.span, format!("\"{number}\""))
        }
        (Shape::Text, Value::Date(day)) => problem.patch(node.span, format!("\"{day}\"")),
        (Shape::Texts | Shape::Ids | Shape::Events | Shape::Territories, Value::Text(text)) => {
            problem.patch(node.span, format!("[\"{}\"]", text.trim()))
        }
        _ => problem,
    };
    match field.example {
        "" => problem,
        example => problem.help(format!("например: {} = {example}", field.key)),
    }
}

fn text(node: &Node, field: &Field, found: &mut Vec<Diagnostic>) {
    let _ = checked_text(node, field, found);
}

fn checked_text<'a>(node: &'a Node, field: &Field, found: &mut Vec<Diagnostic>) -> Option<&'a str> {
    match &node.value {
        Value::Text(text) if text.trim().is_empty() => {
            found.push(
                Diagnostic::error(
                    codes::EMPTY_TEXT,
                    node.span,
                    format!("поле «{}» ({}) пустое", field.key, field.label),
                )
                .label("здесь ничего нет")
                .help(if field.required {
                    format!(
                        "впишите значение, например: {} = {}",
                        field.key, field.example
                    )
                } else {
                    "впишите значение или уберите всю строку".to_owned()
                }),
            );
            None
        }
        Value::Text(text) => Some(text),
        _ => {
            found.push(wrong_type(node, field, Shape::Text));
            None
        }
    }
}

fn id(node: &Node, field: &Field, found: &mut Vec<Diagnostic>) {
    let Some(text) = checked_text(node, field, found) else {
        return;
    };
    if Slug::parse(text).is_none() {
        found.push(
            Diagnostic::error(codes::BAD_ID, node.span, format!("«{text}» не годится в идентификаторы"))
                .label(field.label)
                .help(format!(
                    "пишите маленькими латинскими буквами, цифрами и дефисами, не длиннее {} знаков, например {}",
                    Slug::MAX,
                    field.example
                )),
        );
    }
}

fn event(node: &Node, field: &Field, found: &mut Vec<Diagnostic>) {
    let Some(text) = checked_text(node, field, found) else {
        return;
    };
    if EventRef::parse(text).is_none() {
        found.push(
            Diagnostic::error(
                codes::BAD_ID,
                node.span,
                format!("«{text}» не указывает на мероприятие плана"),
            )
            .help("пишите идентификатор плана и мероприятия через косую черту: \"2023/m07\""),
        );
    }
}

fn date(node: &Node, field: &Field, found: &mut Vec<Diagnostic>) {
    let problem = match &node.value {
        Value::Date(_) => return,
        Value::Text(text) if text.parse::<Date>().is_ok() => return,
        Value::Text(text) => {
            let problem = Diagnostic::error(
                codes::BAD_DATE,
                node.span,
                format!("поле «{}» ({}): «{text}» — не дата", field.key, field.label),
            );
            match russian_date(text) {
                Some(day) => problem.patch(node.span, day.to_string()),
                None => problem,
            }
        }
        _ => Diagnostic::error(
            codes::BAD_DATE,
            node.span,
            format!(
                "поле «{}» ({}): нужна дата, здесь {}",
                field.key,
                field.label,
                node.value.kind()
            ),
        ),
    };
    found.push(problem.help("дату пишут так: 2023-04-30 (год, месяц, день)"));
}

/// «30.04.2023» as a date.
fn russian_date(text: &str) -> Option<Date> {
    let mut parts = text.trim().split('.');
    let day = parts.next()?.parse().ok()?;
    let month = parts.next()?.parse().ok()?;
    let year = parts.next()?.parse().ok()?;
    Date::new(year, month, day).ok()
}

fn plan_period(node: &Node, field: &Field, found: &mut Vec<Diagnostic>) {
    let Some(text) = checked_text(node, field, found) else {
        return;
    };
    if period::parse(text).is_none() {
        found.push(
            Diagnostic::error(codes::BAD_PERIOD, node.span, format!("период «{text}» не понят"))
                .help("пишите \"2023\" для календарного года, \"2022-2023\" для учебного или \"2023-04-01/2023-12-31\""),
        );
    }
}

fn choice(
    node: &Node,
    field: &Field,
    choices: &'static [&'static str],
    found: &mut Vec<Diagnostic>,
) {
    let Some(text) = checked_text(node, field, found) else {
        return;
    };
    if choices.contains(&text) {
        return;
    }
    let problem = Diagnostic::error(
        codes::UNKNOWN_CHOICE,
        node.span,
        format!(
            "поле «{}» ({}): значения «{text}» нет в списке",
            field.key, field.label
        ),
    );
    let problem = match nearest(text, choices.iter().copied()) {
        Some(near) => problem
            .help(format!("возможно, вы имели в виду «{near}»"))
            .patch(node.span, format!("\"{near}\"")),
        None => problem,
    };
    found.push(problem.help(format!("можно написать: {}", choices.join(", "))));
}
