//! Values of fields that hold a day.

use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::inside::Inside;
use crate::content::fields::Field;
use crate::content::raw::{Node, Value};
use crate::content::written_date;
use crate::diag::Diagnostic;
use crate::diag::codes;

/// How a day is written.
const ADVICE: &str = "дату пишут так: 2023-04-30 (год, месяц, день)";

/// What is wrong with a day; none when it is right.
pub fn problem(node: &Node, field: &Field, inside: &Inside<'_>) -> Option<Diagnostic> {
    match &node.value {
        Value::Date(_) => None,
        Value::Text(text) if text.parse::<Date>().is_ok_and(|_| text.len() == 10) => None,
        Value::Text(text) => Some(in_words(node, field, text)),
        Value::Moment(_) => Some(with_time(node, field, inside)),
        Value::Integer(number) => Some(numbered(node, field, *number)),
        _ => Some(odd(node, field)),
    }
}

/// A text that is no date, or one written otherwise.
fn in_words(node: &Node, field: &Field, text: &str) -> Diagnostic {
    let Some(verdict) = written_date::read(text.trim()).map(|meant| meant.verdict()) else {
        let message = format!("поле «{}» ({}): «{text}» — не дата", field.key, field.label);
        return Diagnostic::error(codes::BAD_DATE, node.span, message).help(ADVICE);
    };
    let problem = Diagnostic::error(codes::BAD_DATE, node.span, verdict.message)
        .label(verdict.label)
        .help(verdict.help);
    match verdict.right {
        Some(right) if verdict.sure => problem.safe_patch(node.span, right),
        Some(right) => problem.patch(node.span, right),
        None => problem,
    }
}

fn with_time(node: &Node, field: &Field, inside: &Inside<'_>) -> Diagnostic {
    let message = format!(
        "поле «{}» ({}): нужна дата без времени",
        field.key, field.label
    );
    let problem =
        Diagnostic::error(codes::BAD_DATE, node.span, message).label("здесь дата со временем");
    let day = inside.written(node.span).get(..10);
    match day.filter(|day| day.parse::<Date>().is_ok()) {
        Some(day) => problem
            .help(format!("оставьте {day}"))
            .patch(node.span, day),
        None => problem.help(ADVICE),
    }
}

/// A bare number: Excel keeps days as numbers.
fn numbered(node: &Node, field: &Field, number: i64) -> Diagnostic {
    // Days from 2009 to 2036 as Excel counts them; other numbers are no days.
    let day = (40_000..50_000)
        .contains(&number)
        .then(|| date(1899, 12, 30).checked_add(number.days()).ok())
        .flatten();
    let problem = odd(node, field);
    match day {
        Some(day) => Diagnostic {
            help: vec![format!(
                "так хранит даты Excel: {number} — это {day}; запишите {day}, если имелся в виду этот день"
            )],
            ..problem
        }
        .patch(node.span, day.to_string()),
        None => problem,
    }
}

fn odd(node: &Node, field: &Field) -> Diagnostic {
    Diagnostic::error(
        codes::BAD_DATE,
        node.span,
        format!(
            "поле «{}» ({}): нужна дата, здесь {}",
            field.key,
            field.label,
            node.value.kind()
        ),
    )
    .help(ADVICE)
}
