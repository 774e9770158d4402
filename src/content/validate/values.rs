//! Texts that must be something: an identifier, a word from a list, the period of a plan.

use super::inside::Inside;
use super::kinds;
use crate::content::fields::{self, Field, Shape};
use crate::content::raw::{Node, Value};
use crate::content::read::is_invisible;
use crate::content::typed::period;
use crate::diag::Diagnostic;
use crate::diag::codes;
use crate::model::id::{EventRef, Slug, TerritoryPath};
use crate::text::nearest::nearest;
use crate::text::russian::lowercase;
use crate::text::slug::slug;
use crate::text::twins::twin;

/// What is wrong with a text.
pub fn text(node: &Node, field: &Field, inside: &Inside<'_>) -> Option<Diagnostic> {
    checked(node, field, inside).err()
}

/// The text of a value, or what is wrong with it.
#[allow(
    clippy::result_large_err,
    reason = "a problem is made at most once for a wrong value"
)]
fn checked<'n>(node: &'n Node, field: &Field, inside: &Inside<'_>) -> Result<&'n str, Diagnostic> {
    match &node.value {
        Value::Text(text) if text.trim().is_empty() => {
            let remedy = match field.required {
                true => format!(
                    "впишите значение, например: {} = {}",
                    field.key, field.example
                ),
                false => "впишите значение или уберите всю строку".to_owned(),
            };
            Err(Diagnostic::error(
                codes::EMPTY_TEXT,
                node.span,
                format!("поле «{}» ({}) пустое", field.key, field.label),
            )
            .label("здесь ничего нет")
            .help(remedy))
        }
        Value::Text(text) => Ok(text),
        _ => {
            let shape = match field.shape {
                Shape::OneOf(choices) => Shape::OneOf(choices),
                Shape::Period => Shape::Period,
                _ => Shape::Text,
            };
            Err(kinds::wrong(node, field, shape, inside))
        }
    }
}

/// What is wrong with an identifier.
pub fn id(node: &Node, field: &Field, inside: &Inside<'_>) -> Option<Diagnostic> {
    let text = match checked(node, field, inside) {
        Ok(text) => text,
        Err(problem) => return Some(problem),
    };
    if Slug::parse(text).is_some() {
        return None;
    }
    let hidden = text.chars().find(|c| is_invisible(*c));
    let problem = Diagnostic::error(
        codes::BAD_ID,
        node.span,
        match hidden {
            Some(c) => format!("в идентификаторе невидимый знак U+{:04X}", u32::from(c)),
            None => format!("«{text}» не годится в идентификаторы"),
        },
    )
    .label(field.label);
    let latin: String = text
        .chars()
        .filter(|c| !is_invisible(*c))
        .map(|c| twin(c).unwrap_or(c))
        .flat_map(char::to_lowercase)
        .collect();
    let right = if Slug::parse(latin.trim()).is_some() {
        latin.trim().to_owned()
    } else {
        slug(text)
    };
    let rule = format!(
        "пишите маленькими латинскими буквами, цифрами и дефисами, не длиннее {} знаков",
        Slug::MAX
    );
    let short = text.chars().count() <= 24 && !text.contains('.');
    if (field.key == "id" || right == latin.trim()) && short && Slug::parse(&right).is_some() {
        return Some(
            problem
                .help(format!("{rule}: {right}"))
                .patch(node.span, format!("\"{right}\"")),
        );
    }
    let problem = problem.help(format!("{rule}, например {}", field.example));
    Some(match field.key {
        "id" => problem,
        _ => problem.help("здесь нужен идентификатор (поле id), а не название или имя"),
    })
}

/// What is wrong with the name of an event.
pub fn event(node: &Node, field: &Field, inside: &Inside<'_>) -> Option<Diagnostic> {
    let text = match checked(node, field, inside) {
        Ok(text) => text,
        Err(problem) => return Some(problem),
    };
    EventRef::parse(text).is_none().then(|| {
        Diagnostic::error(
            codes::BAD_ID,
            node.span,
            format!("«{text}» не указывает на мероприятие плана"),
        )
        .help("пишите идентификатор плана и мероприятия через косую черту: \"2023/m07\"")
    })
}

/// What is wrong with the name of a territory.
pub fn territory(node: &Node, field: &Field, inside: &Inside<'_>) -> Option<Diagnostic> {
    let text = match checked(node, field, inside) {
        Ok(text) => text,
        Err(problem) => return Some(problem),
    };
    TerritoryPath::parse(text).is_none().then(|| {
        Diagnostic::error(
            codes::BAD_ID,
            node.span,
            format!("«{text}» не указывает на регион или район"),
        )
        .help("территорию называют так же, как её папку: \"38-irkutskaya/ziminskoe\"")
    })
}

/// What is wrong with the period of a plan.
pub fn period(node: &Node, field: &Field, inside: &Inside<'_>) -> Option<Diagnostic> {
    let text = match checked(node, field, inside) {
        Ok(text) => text,
        Err(problem) => return Some(problem),
    };
    if period::parse(text).is_some() {
        return None;
    }
    let problem = Diagnostic::error(
        codes::BAD_PERIOD,
        node.span,
        format!("период «{text}» не понят"),
    )
    .help("пишите \"2023\" для календарного года, \"2022-2023\" для учебного или \"2023-04-01/2023-12-31\"");
    let years: Vec<&str> = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| part.len() == 4)
        .collect();
    let right = years.join("-");
    Some(match period::parse(&right) {
        Some(_) if years.len() <= 2 => problem.patch(node.span, format!("\"{right}\"")),
        _ => problem,
    })
}

/// What is wrong with a word from a list.
pub fn choice(
    node: &Node,
    field: &Field,
    choices: &'static [&'static str],
    inside: &Inside<'_>,
) -> Option<Diagnostic> {
    let text = match checked(node, field, inside) {
        Ok(text) => text,
        Err(problem) => return Some(problem),
    };
    if choices.contains(&text) {
        return None;
    }
    let problem = Diagnostic::error(
        codes::UNKNOWN_CHOICE,
        node.span,
        format!(
            "поле «{}» ({}): значения «{text}» нет в списке",
            field.key, field.label
        ),
    );
    let lower = lowercase(text.trim());
    let same = choices
        .iter()
        .copied()
        .find(|choice| lowercase(choice) == lower);
    let meaning = |choice: &str| fields::cell_label(choice);
    let labelled = || {
        choices
            .iter()
            .copied()
            .find(|choice| meaning(choice).is_some_and(|label| label == lower))
    };
    let near = same
        .or_else(labelled)
        .or_else(|| nearest(&lower, choices.iter().copied()));
    let problem = match near {
        Some(near) => problem
            .help(format!("возможно, вы имели в виду «{near}»"))
            .patch(node.span, format!("\"{near}\"")),
        None => problem,
    };
    let all: Vec<String> = choices
        .iter()
        .map(|choice| match meaning(choice) {
            Some(label) => format!("{choice} ({label})"),
            None => (*choice).to_owned(),
        })
        .collect();
    Some(problem.help(format!("можно написать: {}", all.join(", "))))
}
