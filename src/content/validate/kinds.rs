//! Values of another kind than their field takes, tables among them.

use super::inside::Inside;
use crate::content::fields::{Field, Shape};
use crate::content::raw::{Node, Value};
use crate::diag::Diagnostic;
use crate::diag::codes;
use crate::text::russian::lowercase;

/// A value that is not of the shape it needs; of a list the shape is that of the item.
pub fn wrong(node: &Node, field: &Field, shape: Shape, inside: &Inside<'_>) -> Diagnostic {
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
    let written = inside.written(node.span);
    match shape {
        Shape::Text | Shape::Id | Shape::Period | Shape::OneOf(_) => {
            no_text(node, field, written, problem)
        }
        Shape::Texts | Shape::Ids | Shape::Events | Shape::Territories => {
            no_list(node, shape, inside, problem)
        }
        Shape::Flag => no_flag(node, field, problem),
        Shape::Number => no_number(node, field, problem),
        Shape::Table(_) | Shape::Tables(_) | Shape::Date => no_table(node, field, inside, problem),
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
        Shape::Number => "целое число больше нуля",
        Shape::Period => "год или учебный год в кавычках",
        Shape::Table(_) => "таблица",
        Shape::Tables(_) => "повторяющиеся таблицы",
    }
}

/// Something without quotes where a text belongs, or a text in brackets.
fn no_text(node: &Node, field: &Field, written: &str, problem: Diagnostic) -> Diagnostic {
    match &node.value {
        Value::List(items) => {
            let problem = problem.help("здесь одно значение: запишите его без скобок");
            match items.as_slice() {
                [one] if matches!(one.value, Value::Text(_)) => {
                    let text = written.trim_matches(['[', ']', ' ', ',']);
                    problem.patch(node.span, text)
                }
                _ => problem,
            }
        }
        Value::Table(_) => problem.help(example(field)),
        _ if written.contains(['"', '\\', '\n']) => problem.help(example(field)),
        _ => problem
            .help("возьмите значение в кавычки")
            .safe_patch(node.span, format!("\"{written}\"")),
    }
}

/// One value where a list belongs; several may be enumerated inside of one text.
fn no_list(node: &Node, shape: Shape, inside: &Inside<'_>, problem: Diagnostic) -> Diagnostic {
    let written = inside.literal(node.span);
    let problem =
        problem.help("перечислите значения в квадратных скобках, каждое в своих кавычках");
    match &node.value {
        Value::Text(text) if text.contains([',', ';']) && !text.contains(['"', '\\']) => {
            let parts: Vec<String> = text
                .split([',', ';'])
                .map(|part| format!("\"{}\"", part.trim()))
                .collect();
            problem.patch(node.span, format!("[{}]", parts.join(", ")))
        }
        Value::Text(text) => match written {
            Some(written) if !matches!(shape, Shape::Texts) => {
                problem.safe_patch(node.span, format!("[{written}]"))
            }
            Some(written) => problem.patch(node.span, format!("[{written}]")),
            None if text.contains(['"', '\\', '\n']) => problem,
            None => problem.patch(node.span, format!("[\"{}\"]", text.trim())),
        },
        Value::Table(_) | Value::List(_) => problem,
        _ => match written {
            Some(written) => problem.patch(node.span, format!("[\"{written}\"]")),
            None => problem,
        },
    }
}

fn no_flag(node: &Node, field: &Field, problem: Diagnostic) -> Diagnostic {
    let word = match &node.value {
        Value::Text(text) => lowercase(text.trim()),
        Value::Integer(number) => number.to_string(),
        _ => String::new(),
    };
    let right = match word.as_str() {
        "true" | "да" | "yes" | "1" | "+" => "true",
        "false" | "нет" | "no" | "0" | "-" => "false",
        _ => {
            return problem.help(format!(
                "да пишут как true, нет — как false: {}",
                example(field)
            ));
        }
    };
    let problem = problem.help(format!("запишите {right} без кавычек"));
    match word.as_str() {
        "true" | "false" | "да" | "нет" => problem.safe_patch(node.span, right),
        _ => problem.patch(node.span, right),
    }
}

fn no_number(node: &Node, field: &Field, problem: Diagnostic) -> Diagnostic {
    let Value::Text(text) = &node.value else {
        return problem.help(example(field));
    };
    let digits = text.trim();
    if digits.parse::<i64>().is_ok_and(|number| number > 0) && !digits.starts_with(['0', '+']) {
        return problem
            .help("число пишут без кавычек")
            .safe_patch(node.span, digits);
    }
    problem.help(format!(
        "здесь нужны одни цифры, без слов и знаков, {}",
        example(field)
    ))
}

/// Something else where a table belongs.
fn no_table(node: &Node, field: &Field, inside: &Inside<'_>, problem: Diagnostic) -> Diagnostic {
    let header = inside.header(field);
    if let (Shape::Table(_), Value::List(items)) = (field.shape, &node.value)
        && let Some(first) = items.first()
        && inside.written(first.span).starts_with("[[")
    {
        let problem = Diagnostic {
            span: first.span,
            message: format!(
                "у {} одна таблица «{}», а скобки двойные",
                inside.form.name_of, field.label
            ),
            ..problem
        }
        .label(format!("здесь нужно {header}"))
        .help("двойные скобки начинают элемент списка, а здесь таблица одна: скобки одинарные");
        return match items.len() {
            1 => problem.patch(first.span, header),
            _ => problem,
        };
    }
    let how = inside.example(field);
    if how.starts_with('[') {
        problem.help(format!(
            "начните таблицу строкой {how}, а её поля пишите под ней"
        ))
    } else {
        problem.help(format!("например: {how}"))
    }
}

/// True for a table that nobody began: it is only named in the header of a table inside it.
pub fn is_implicit(node: &Node, inside: &Inside<'_>) -> bool {
    matches!(node.value, Value::Table(_)) && !inside.written(node.span).starts_with(['[', '{'])
}

/// A single table where a list of them belongs.
pub fn lone_table(node: &Node, field: &Field, inside: &Inside<'_>) -> Diagnostic {
    let header = inside.header(field);
    if !is_implicit(node, inside) {
        let problem = Diagnostic::error(
            codes::WRONG_TYPE,
            node.span,
            format!("«{}» — это список, а скобки одинарные", field.label),
        )
        .label(format!("здесь нужно {header}"))
        .help(format!(
            "каждый элемент списка начинают заголовком в двойных скобках: {header}"
        ));
        return match inside.written(node.span).starts_with('[') {
            true => problem.patch(node.span, header),
            false => problem,
        };
    }
    let problem = Diagnostic::error(
        codes::LOST_TABLE,
        inside.whole_line(node.span),
        format!(
            "перед этой строкой не начат элемент списка «{}»",
            field.label
        ),
    )
    .label(format!("выше нет строки {header}"));
    let problem = problem.help(format!(
        "поставьте выше строку {header} и под ней поля: {}",
        needed(field)
    ));
    // A plan may have its events without sections.
    match inside
        .form
        .fields
        .iter()
        .find(|other| other.not_with == Some(field.key))
    {
        Some(other) => problem.help(format!(
            "если разделов нет, пишите {} вместо {}",
            inside.header(other),
            header.replace("]]", &format!(".{}]]", other.key)),
        )),
        None => problem,
    }
}

/// The keys a table cannot be without.
fn needed(field: &Field) -> String {
    let (Shape::Table(form) | Shape::Tables(form)) = field.shape else {
        return String::new();
    };
    let keys: Vec<&str> = form
        .fields
        .iter()
        .filter(|field| field.required)
        .map(|field| field.key)
        .collect();
    keys.join(", ")
}

/// Two fields of a table of which there can be only one.
pub fn rivals(inside: &Inside<'_>) -> Option<Diagnostic> {
    inside.form.fields.iter().find_map(|field| {
        let other = inside.form.field(field.not_with?)?;
        let (here, there) = (inside.table.get(field.key)?, inside.table.get(other.key)?);
        let place = |node: &Node| match &node.value {
            Value::List(items) => items.first().map_or(node.span, |item| item.span),
            _ => node.span,
        };
        let inner = format!("[[{}.{}]]", inside.path(other), field.key);
        let problem = Diagnostic::error(
            codes::LOST_TABLE,
            place(here),
            format!(
                "«{}» рядом с «{}»: непонятно, к чему это относится",
                field.label, other.label
            ),
        )
        .label(format!("здесь нужно {inner}"))
        .related(place(there), format!("здесь начаты {}", other.label))
        .help(format!(
            "в плане с разделами каждое мероприятие начинают строкой {inner}"
        ));
        Some(match inside.written(place(here)).starts_with("[[") {
            true => problem.patch(place(here), inner),
            false => problem,
        })
    })
}

fn example(field: &Field) -> String {
    format!("например: {} = {}", field.key, field.example)
}
