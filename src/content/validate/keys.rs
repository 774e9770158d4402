//! Names that a table has no field for: what was meant, or where the field belongs.

use super::inside::Inside;
use super::kinds::is_implicit;
use super::spelling::{self, Why};
use crate::content::fields::{Field, Form, Shape};
use crate::content::raw::{Entry, Node, Value};
use crate::diag::Diagnostic;
use crate::diag::codes;
use crate::text::twins::twin;

/// A name that was explained: the problem, and the field it stands for in which table.
pub struct Explained {
    /// What to say.
    pub problem: Diagnostic,
    /// The field that is therefore not missing, with the form it belongs to.
    pub stands_for: Option<(&'static Form, &'static Field)>,
}

/// Explains an entry that the form of its table does not know.
pub fn unknown(entry: &Entry, inside: &Inside<'_>) -> Explained {
    // A list may go on under a right header after a misspelt one.
    let free = |field: &Field| {
        inside.table.get(field.key).is_none()
            || matches!(field.shape, Shape::Tables(_))
                && (is_header(&entry.node, inside) || is_implicit(&entry.node, inside))
    };
    let meant = spelling::meant(&entry.key, inside.form, free);
    if let Some((field, why)) = meant.filter(|(_, why)| *why != Why::Slip) {
        return Explained {
            problem: misspelt(entry, field, why, inside),
            stands_for: Some((inside.form, field)),
        };
    }
    let exact = inside.outwards().skip(1).find_map(|outer| {
        let field = outer.form.field(&entry.key)?;
        outer
            .table
            .get(field.key)
            .is_none()
            .then(|| (further_out(entry, field, outer, inside), outer.form, field))
    });
    if let Some((problem, form, field)) = exact {
        return Explained {
            problem,
            stands_for: Some((form, field)),
        };
    }
    if let Some(problem) = further_in(entry, inside) {
        return Explained {
            problem,
            stands_for: None,
        };
    }
    match meant {
        Some((field, why)) => Explained {
            problem: misspelt(entry, field, why, inside),
            stands_for: Some((inside.form, field)),
        },
        None => Explained {
            problem: no_such(entry, inside).help(format!(
                "уберите строку или выберите поле из списка: {}",
                list(inside.form)
            )),
            stands_for: None,
        },
    }
}

/// Several unknown names that all belong to one kind of table: its header was lost above them. Gives the problem and how
/// many of the entries it explains.
pub fn lost_header(unknown: &[&Entry], inside: &Inside<'_>) -> Option<(Diagnostic, usize)> {
    let forms = inside.outwards().flat_map(|outer| {
        outer
            .form
            .fields
            .iter()
            .filter_map(move |field| match field.shape {
                Shape::Tables(form) => Some((outer, field, form)),
                _ => None,
            })
    });
    let known = |form: &Form| {
        unknown
            .iter()
            .take_while(|entry| form.field(&entry.key).is_some())
            .count()
    };
    let (outer, field, form) = forms.max_by_key(|(_, _, form)| known(form))?;
    let count = known(form);
    let first = unknown.first().filter(|_| count > 1)?;
    let names: Vec<&str> = unknown[..count]
        .iter()
        .map(|entry| entry.key.as_str())
        .collect();
    let header = outer.header(field);
    let problem = Diagnostic::error(
        codes::UNKNOWN_KEY,
        first.key_span,
        format!(
            "поля {} — это поля {}, а заголовка над ними нет",
            names.join(", "),
            form.name_of
        ),
    )
    .label(format!("выше должно стоять {header}"))
    .help(format!("поставьте над этой строкой заголовок {header}"));
    Some((problem, count))
}

fn no_such(entry: &Entry, inside: &Inside<'_>) -> Diagnostic {
    Diagnostic::error(
        codes::UNKNOWN_KEY,
        entry.key_span,
        format!("у {} нет поля «{}»", inside.form.name_of, entry.key),
    )
    .label("неизвестное поле")
}

/// A known field whose name is written otherwise.
fn misspelt(entry: &Entry, field: &Field, why: Why, inside: &Inside<'_>) -> Diagnostic {
    let russian = |message: String, label: String| {
        Diagnostic::error(codes::LOOKALIKE_LETTER, entry.key_span, message).label(label)
    };
    let (key, name) = (field.key, entry.key.as_str());
    let problem = match why {
        Why::Case => no_such(entry, inside).help(format!(
            "имена полей пишут маленькими латинскими буквами: {key} ({})",
            field.label
        )),
        Why::Slip => no_such(entry, inside)
            .help(format!("возможно, вы имели в виду {key} ({})", field.label)),
        Why::Twins => {
            let letters: String = name.chars().filter(|c| twin(*c).is_some()).collect();
            russian(
                format!("в имени «{name}» есть русские буквы: {}", spaced(&letters)),
                "имена пишут латинскими буквами".to_owned(),
            )
            .help(format!(
                "наберите имя латинскими буквами: {key} ({})",
                field.label
            ))
        }
        Why::Layout => russian(
            format!("имя «{name}» набрано в русской раскладке"),
            format!("на этих клавишах {key}"),
        )
        .help(format!("переключите раскладку: {key} ({})", field.label)),
        Why::Label => russian(
            format!("имя поля «{name}» написано по-русски"),
            "имена пишут латинскими буквами".to_owned(),
        )
        .help(format!("это поле называется {key} ({})", field.label)),
    };
    match why {
        Why::Twins | Why::Layout => problem.safe_patch(entry.key_span, key),
        Why::Case if entry.key.eq_ignore_ascii_case(key) => problem.safe_patch(entry.key_span, key),
        _ => problem.patch(entry.key_span, key),
    }
}

/// «с, о» for «со».
fn spaced(letters: &str) -> String {
    let letters: Vec<String> = letters.chars().map(String::from).collect();
    letters.join(", ")
}

/// A field of a table around this one: it fell under a header.
fn further_out(
    entry: &Entry,
    field: &Field,
    outer: &Inside<'_>,
    inside: &Inside<'_>,
) -> Diagnostic {
    let header = inside
        .written(inside.table.span)
        .lines()
        .next()
        .unwrap_or_default();
    let label = format!("это поле {}", outer.form.name_of);
    let problem = no_such(entry, inside).label(label);
    if is_header(&entry.node, inside) {
        let right = outer.header(field);
        return problem.help(format!("{} записывают под заголовком {right}", field.label));
    }
    match outer.of {
        None => {
            let place = match inside.first_header() {
                Some((line, header)) => format!("строки {line} {header}"),
                None => "первого заголовка в квадратных скобках".to_owned(),
            };
            problem.help(format!(
                "«{}» ({}) — поле {}: перенесите эту строку выше {place}, в начало файла",
                field.key, field.label, outer.form.name_of
            ))
        }
        Some(_) => problem.help(format!(
            "«{}» ({}) — поле {}: перенесите эту строку выше строки {header}",
            field.key, field.label, outer.form.name_of
        )),
    }
}

/// A field of a table inside this one; tables that the file has are likelier than those it has not.
fn further_in(entry: &Entry, inside: &Inside<'_>) -> Option<Diagnostic> {
    let header = is_header(&entry.node, inside);
    let mut fields: Vec<&'static Field> = inside.form.fields.iter().collect();
    fields.sort_by_key(|field| inside.table.get(field.key).is_none());
    let (path, holder, form, inner) = fields.into_iter().find_map(|field| {
        let path = inside.path(field);
        found_in(&entry.key, field, path, header)
    })?;
    let problem = no_such(entry, inside);
    if header {
        let path = format!("{path}.{}", inner.key);
        let right = match inner.shape {
            Shape::Tables(_) => format!("[[{path}]]"),
            _ => format!("[{path}]"),
        };
        return Some(problem.label(format!("здесь нужно {right}")).help(format!(
            "запишите заголовок целиком: {right} — {}",
            inner.label
        )));
    }
    let holder = match holder.shape {
        Shape::Tables(_) => format!("[[{path}]]"),
        _ => format!("[{path}]"),
    };
    Some(
        problem
            .label(format!("это поле {}", form.name_of))
            .help(format!(
                "«{}» ({}) — поле {}: перенесите эту строку под заголовок {holder}",
                inner.key, inner.label, form.name_of
            )),
    )
}

/// The form that has a key, at or below the table of a field, with the path of its table.
fn found_in(
    key: &str,
    field: &'static Field,
    path: String,
    header: bool,
) -> Option<(String, &'static Field, &'static Form, &'static Field)> {
    let (Shape::Table(form) | Shape::Tables(form)) = field.shape else {
        return None;
    };
    let is_table = |field: &Field| matches!(field.shape, Shape::Table(_) | Shape::Tables(_));
    let inner = match header {
        true => spelling::meant(key, form, is_table).map(|(inner, _)| inner),
        false => form.field(key),
    };
    if let Some(inner) = inner {
        return Some((path, field, form, inner));
    }
    form.fields
        .iter()
        .find_map(|inner| found_in(key, inner, format!("{path}.{}", inner.key), header))
}

/// True when the entry is a table with a header of its own.
fn is_header(node: &Node, inside: &Inside<'_>) -> bool {
    let written = |node: &Node| inside.written(node.span).starts_with('[');
    match &node.value {
        Value::Table(_) => written(node),
        Value::List(items) => items
            .first()
            .is_some_and(|item| matches!(item.value, Value::Table(_)) && written(item)),
        _ => false,
    }
}

/// All fields of a form, for those who must choose.
fn list(form: &Form) -> String {
    let all: Vec<String> = form
        .fields
        .iter()
        .map(|field| format!("{} — {}", field.key, field.label))
        .collect();
    all.join("; ")
}
