//! A new school: a block at the end of `schools.toml`, no other byte of which changes.

use std::borrow::Cow;

use crate::content::fields::FileKind;
use crate::content::read;
use crate::content::typed::place::schools;
use crate::content::typed::reader::Reader;
use crate::desk::change::Change;
use crate::desk::literal;
use crate::desk::new::template::{Filling, block, file};
use crate::desk::new::workplace::{Desk, Made, identifier};
use crate::desk::place::folded;
use crate::diag::Diagnostic;
use crate::model::id::Slug;

/// Legal forms in front of a school's name: they make no address.
const LEGAL_FORMS: [&str; 3] = ["МБОУ", "МАОУ", "МКОУ"];
/// Steps of education that names of schools hold.
const LEVELS: [&str; 3] = ["СОШ", "ООШ", "НОШ"];

/// A school.
///
/// # Errors
/// When the territory is unknown, the school is there already, or `schools.toml` cannot be added to.
pub fn school(desk: &Desk<'_>, place: &str, name: &str, id: Option<&str>) -> Result<Made, String> {
    let territory = desk.territory(place)?;
    let name = name.trim();
    let words: Vec<&str> = name
        .split_whitespace()
        .filter(|word| !LEGAL_FORMS.contains(word))
        .collect();
    let id = identifier(id, &words.join(" "), "--id")?;
    let path = format!("{territory}/schools.toml");
    let filling = filling(name, &id);
    let change = match desk.sources.find(&path) {
        Some(source) => {
            let file = desk.sources.file(source);
            let text = addition_to(desk, &path, name, &id)?;
            let added = block(FileKind::Schools, "school", &filling);
            let line_break = if text.contains("\r\n") { "\r\n" } else { "\n" };
            let apart = match &*text {
                "" => String::new(),
                text if text.ends_with('\n') => line_break.to_owned(),
                _ => line_break.repeat(2),
            };
            let added = added.replace('\n', line_break);
            Change {
                path,
                before: Some(file.bytes().into_owned()),
                after: format!("{text}{apart}{added}").into_bytes(),
            }
        }
        None => {
            let depth = path.matches('/').count();
            desk.new_file(path, file(FileKind::Schools, depth, &filling))?
        }
    };
    Ok(Made {
        notes: match change.before {
            Some(_) => vec![format!("школа {id} добавлена в конец файла")],
            None => Vec::new(),
        },
        changes: vec![change],
        next: vec![
            "впишите, каким документом школа названа (source), и её категорию по годам".to_owned(),
        ],
    })
}

/// The text of `schools.toml`, when a school can be added to it.
fn addition_to<'a>(
    desk: &'a Desk<'_>,
    path: &str,
    name: &str,
    id: &Slug,
) -> Result<Cow<'a, str>, String> {
    let shown = format!("{}/{path}", desk.sources.label);
    let source = desk
        .sources
        .find(path)
        .ok_or_else(|| format!("нет файла {shown}"))?;
    let file = desk.sources.file(source);
    let (raw, found) = read::document(source, file);
    let broken = found.iter().any(Diagnostic::is_error);
    let (Some(text), Some(raw), false) = (file.text(), raw, broken) else {
        return Err(format!(
            "в файле {shown} есть ошибки: исправьте их (portal check) и повторите"
        ));
    };
    let listed = raw.table.entries.iter().find(|entry| entry.key == "school");
    // A list in brackets cannot be continued by a header.
    if listed.is_some_and(|entry| entry.node.span.start >= entry.key_span.start) {
        return Err(format!(
            "в файле {shown} школы записаны одним списком в скобках: допишите школу в него сами"
        ));
    }
    for school in schools(Reader::new(&raw.table)) {
        if school.forms().any(|form| folded(form) == folded(name)) {
            return Err(format!("школа «{name}» уже есть в {shown}: {}", school.id));
        }
        if &school.id == id {
            return Err(format!(
                "имя {id} в {shown} занято школой «{}»: задайте другое, --id ИМЯ",
                school.name
            ));
        }
    }
    Ok(text)
}

fn filling(name: &str, id: &Slug) -> Filling {
    let quoted = |text: &str| literal::text(text, "\n");
    let mut given = vec![
        ("school.id", quoted(id.as_str())),
        ("school.name", quoted(name)),
    ];
    let word_of = |known: &[&'static str]| -> Option<&'static str> {
        let mut words = name.split_whitespace();
        words.find_map(|word| known.iter().find(|one| **one == word).copied())
    };
    given.extend(word_of(&LEGAL_FORMS).map(|form| ("school.legal_form", quoted(form))));
    given.extend(word_of(&LEVELS).map(|level| ("school.level", quoted(level))));
    Filling {
        given,
        ..Filling::default()
    }
}
