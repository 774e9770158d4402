//! Names the mistake in one statement that TOML refuses, by looking at the text itself. Ranges are relative to the
//! statement; what stands around it is not known here.

#![allow(
    clippy::result_large_err,
    reason = "a fault is made at most a few times for a broken statement"
)]

mod date;
mod header;
mod invisible;
mod key;
mod mistake;
mod quotes;
mod scalar;
mod string;
mod value;
mod within;
mod words;

pub use header::{PLACEHOLDER, PLACEHOLDER_HEADER};
pub use mistake::{Fault, Mend};

use std::ops::Range;

use toml::de::DeTable;

use self::invisible::invisible_in;
use crate::content::read::conflict;
use crate::content::read::statement::{self, Line};
use crate::diag::codes;

/// The first mistake of a statement that is known to be broken.
pub fn find(text: &str) -> Fault {
    let first = &text[..statement::line_end(text, 0)];
    let found = match statement::kind(first) {
        Line::Empty => Ok(()),
        Line::Header => header::check(text),
        Line::Prose => Err(prose(text)),
        Line::Field => key::check(text).and_then(|value| value::check(text, value)),
    };
    found
        .err()
        .or_else(|| invisible_in(text, 0..text.len()))
        .unwrap_or_else(|| unknown(text))
}

/// Lines that are no statement at all.
fn prose(text: &str) -> Fault {
    let start = statement::skip_blanks(text, 0);
    let end = text.trim_end().len().max(start);
    let first = text[start..statement::line_end(text, start)].trim_end();
    let at = start..start + first.len();
    if let Some(fault) = separator_line(first, &at) {
        return fault;
    }
    if let Some(fault) = invisible_in(text, start..end).filter(|_| {
        text.chars()
            .all(|c| c.is_whitespace() || statement::is_invisible(c))
    }) {
        return fault;
    }
    let bare = first.trim_start_matches(['-', '*', '•', '>', ' ']);
    if bare.len() < first.len() && statement::value_start(bare).is_some() && statement::sound(bare)
    {
        let mark = start..start + first.len() - bare.len();
        return Fault::syntax(mark.clone(), "перед именем поля лишний знак")
            .label("этот знак лишний")
            .help("поле начинают с его имени, без дефисов и звёздочек")
            .safely(mark, "");
    }
    let count = text.trim_end().lines().count();
    let fault = match count {
        1 => Fault::syntax(at, "эта строка не похожа на запись «поле = значение»"),
        _ => Fault::syntax(
            at,
            format!("строки без поля: {count} подряд не похожи на запись «поле = значение»"),
        ),
    };
    fault
        .label("к какому полю это относится, не сказано")
        .help("если это продолжение текста, внесите его внутрь кавычек; если заметка для себя, поставьте перед ней #")
}

/// Lines of signs that belong to other kinds of files.
fn separator_line(line: &str, at: &Range<usize>) -> Option<Fault> {
    if conflict::marker(line).is_some() {
        let fault = Fault::new(
            codes::MERGE_CONFLICT,
            at.clone(),
            "осталась строка от двух вариантов правки",
        );
        return Some(
            fault
                .label("эту строку поставила программа")
                .help("проверьте, что рядом остался один вариант, и удалите эту строку"),
        );
    }
    let signs = line.len() >= 3
        && (line.chars().all(|c| c == '+')
            || line.chars().all(|c| c == '-')
            || line.chars().all(|c| c == '='));
    signs.then(|| {
        Fault::syntax(at.clone(), format!("строке {line} здесь не место"))
            .label("лишняя строка")
            .help("удалите её: в таких файлах строки-разделители не нужны; заметку начинают со знака #")
    })
}

/// What remains when no known mistake was recognised: the place where TOML stopped.
fn unknown(text: &str) -> Fault {
    let stop = DeTable::parse(text)
        .err()
        .and_then(|error| error.span())
        .unwrap_or(0..0);
    let start = text.floor_char_boundary(stop.start.min(text.trim_end().len()));
    let length = text[start..].chars().next().map_or(0, char::len_utf8);
    let end = text
        .floor_char_boundary(stop.end)
        .clamp(start + length, text.len());
    let end = if text[start..end].contains('\n') {
        statement::line_end(text, start).max(start)
    } else {
        end
    };
    let shown: String = text[start..end].trim().chars().take(20).collect();
    let label = if shown.is_empty() {
        "здесь чего-то не хватает".to_owned()
    } else {
        format!("здесь неожиданно стоит {shown}")
    };
    Fault::syntax(start..end, "эту запись прочесть не удалось")
        .label(label)
        .help("поле записывают так: имя = \"текст\", имя = 12, имя = 2025-04-30 или имя = true")
}
