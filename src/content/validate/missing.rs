//! A required field that is not there: in which table, and after which line it belongs.

use super::inside::Inside;
use crate::content::fields::{Field, Shape};
use crate::content::raw::Value;
use crate::diag::codes;
use crate::diag::{Diagnostic, Span};

/// The problem of a table without a required field.
pub fn key(field: &Field, inside: &Inside<'_>) -> Diagnostic {
    let message = format!(
        "у {} не указано поле «{}» ({})",
        inside.name_of(),
        field.key,
        field.label
    );
    let span = match inside.of {
        Some(_) => inside.table.span,
        None => Span::start_of(inside.table.span.source),
    };
    Diagnostic::error(codes::MISSING_KEY, span, message)
        .label(format!("здесь нет `{}`", field.key))
        .help(remedy(field, inside))
}

/// What to write, and where.
fn remedy(field: &Field, inside: &Inside<'_>) -> String {
    let example = inside.example(field);
    if example.starts_with('[') {
        return match inside.of {
            None => format!("добавьте в файл таблицу {example} — {}", field.label),
            Some(_) => format!(
                "под полями {} добавьте таблицу {example} — {}",
                inside.form.name_of, field.label
            ),
        };
    }
    let place = match neighbour(field, inside) {
        Some(span) => format!("после строки {}", inside.line(span)),
        None => "в начале файла".to_owned(),
    };
    let excuse = field.unless.and_then(|key| inside.form.field(key));
    let excuse = excuse.map(|other| {
        format!(
            "; если в документе его нет: {} = {}",
            other.key, other.example
        )
    });
    format!(
        "{place} добавьте поле {} — {}; пример: {example}{}",
        field.key,
        field.label,
        excuse.unwrap_or_default()
    )
}

/// The line after which a field is written: that of the nearest field before it in the form, else the header.
fn neighbour(field: &Field, inside: &Inside<'_>) -> Option<Span> {
    let before = inside
        .form
        .fields
        .iter()
        .take_while(|other| other.key != field.key);
    let written = before.filter(|other| !matches!(other.shape, Shape::Table(_) | Shape::Tables(_)));
    let last = written
        .filter_map(|other| inside.table.get(other.key))
        .filter(|node| !matches!(node.value, Value::Table(_)))
        .map(|node| node.span)
        .max_by_key(|span| span.end);
    let header = || inside.of.map(|_| inside.table.span);
    let fence = || {
        let text = inside.text.trim_start_matches('\u{FEFF}');
        let start = inside.text.len() - text.len();
        text.starts_with("+++")
            .then(|| Span::new(inside.table.span.source, start..start + 3))
    };
    last.or_else(header).or_else(fence)
}
