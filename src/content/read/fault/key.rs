//! Mistakes in the name of a field and in the sign after it.

use std::ops::Range;

use super::invisible::invisible_in;
use super::mistake::{Fault, Mend};
use super::scalar::is_plain_text;
use super::words;
use crate::content::read::statement;
use crate::diag::codes;
use crate::text::twins::twin;

/// The mistake before the value, or where the value begins.
pub fn check(text: &str) -> Result<usize, Fault> {
    let line_end = statement::line_end(text, 0);
    let line = &text[..line_end];
    let Some(sign) = equals_sign(line) else {
        return Err(no_sign(text, line));
    };
    let start = statement::skip_blanks(text, 0);
    if let Some(fault) = invisible_in(text, 0..sign) {
        return Err(fault);
    }
    let name = start..start + text[start..sign].trim_end().len();
    if name.is_empty() {
        return Err(
            Fault::syntax(sign..sign + 1, "перед знаком = нет имени поля")
                .label("имя пропущено")
                .help("допишите имя поля или удалите строку"),
        );
    }
    if let Some(plain) = text[name.clone()].strip_suffix(':') {
        let wrong = name.start + plain.trim_end().len()..sign + 1;
        return Err(wrong_sign(text, wrong, " ="));
    }
    if let Some(fault) = name_fault(text, name) {
        return Err(fault);
    }
    if text[sign + 1..].starts_with(['=', '>']) {
        return Err(wrong_sign(text, sign..sign + 2, "="));
    }
    let value = statement::skip_blanks(text, sign + 1);
    if let Some(fault) = invisible_in(text, sign + 1..value.min(line_end)) {
        return Err(fault);
    }
    if value >= line_end || text[value..].starts_with('#') {
        return Err(no_value(text, sign, line_end));
    }
    Ok(value)
}

/// The place of `=` after the name; quotes before it belong to the name.
fn equals_sign(line: &str) -> Option<usize> {
    let start = statement::skip_blanks(line, 0);
    if line[start..].starts_with(statement::is_quote) {
        return statement::quoted_key(&line[start..]).map(|at| start + at);
    }
    let sign = line.find('=')?;
    let before = &line[..sign];
    let colon = before
        .find(':')
        .is_some_and(|at| !before[at + 1..].trim().is_empty());
    (!colon && !before.contains(statement::is_quote)).then_some(sign)
}

/// A line without `=`: another sign, no sign, or no value.
fn no_sign(text: &str, line: &str) -> Fault {
    let name = statement::name(line);
    let rest_start = statement::skip_blanks(line, name.end);
    let rest = words::without_comment(&line[rest_start..]);
    if let Some(sign) = ["- ", "– ", "— "]
        .into_iter()
        .find(|sign| rest.starts_with(sign))
    {
        return wrong_sign(text, name.end..rest_start + sign.trim_end().len(), " =");
    }
    if let Some(colon) = statement::quoted_name_end(line) {
        return wrong_sign(text, colon..colon + 1, " =");
    }
    if let Some(value) = rest.strip_prefix(':') {
        if value.trim().is_empty() {
            return no_value(text, rest_start, line.len());
        }
        return wrong_sign(text, name.end..rest_start + 1, " =");
    }
    if rest.is_empty() || rest.starts_with('#') {
        let fault = Fault::syntax(
            name.clone(),
            format!("у поля {} нет ни знака =, ни значения", &line[name.clone()]),
        );
        return fault.label("за именем ничего нет").help(format!(
            "допишите знак = и значение, например {} = \"Текст\", или удалите строку",
            &line[name]
        ));
    }
    let message = format!(
        "между полем {} и значением нет знака =",
        &line[name.clone()]
    );
    let end = rest_start + rest.len();
    let is_value = statement::sound(&format!("a = {rest}"))
        || rest.starts_with(|c: char| statement::is_quote(c) || c == '[' || c == '{');
    let right = if is_value {
        format!("= {rest}")
    } else {
        format!("= {}", words::quoted(rest))
    };
    let fault = Fault::syntax(name.end..rest_start, message)
        .label("здесь нужен знак =")
        .help("между именем поля и значением ставят знак =");
    match is_value {
        // Only the sign is put in: what follows may go on in the next lines.
        true if statement::sound(&format!("a = {rest}")) => {
            fault.safely(name.end..rest_start, " = ")
        }
        true => fault.patch(name.end..rest_start, " = "),
        false => fault.patch(rest_start..end, right),
    }
}

/// Another sign stands where `=` belongs.
fn wrong_sign(text: &str, at: Range<usize>, right: &str) -> Fault {
    let written = text[at.clone()].trim().to_owned();
    let name = text[..at.start].trim().trim_matches('"');
    let shown = at.end - written.len()..at.end;
    let value = text[at.end..statement::line_end(text, at.end)].trim();
    // A bare text after the sign gets its quotes in the same patch.
    let bare = !value.is_empty()
        && !statement::is_quote(value.chars().next().unwrap_or(' '))
        && !value.starts_with(['[', '{']);
    let fault = Fault::syntax(
        shown,
        format!("после имени поля нужен знак =, а не {written}"),
    )
    .label("здесь нужен знак =")
    .help(format!(
        "между именем поля {name} и значением ставят знак ="
    ));
    let plain = words::without_comment(value);
    if bare && is_plain_text(plain) {
        let start = at.end + text[at.end..].find(plain).unwrap_or(0);
        let sure =
            words::is_plain(plain) && !plain.contains(['=', '\'', '«', '»', '{', '[', '|', '>']);
        return fault.mend(
            at.start..start + plain.len(),
            format!("{right} {}", words::quoted(plain)),
            sure,
        );
    }
    // Quotes of any kind begin a value, whatever else is wrong with it.
    let sure = plain.starts_with(statement::is_quote) || statement::sound(&format!("a = {plain}"));
    fault.mend(at, right, sure)
}

/// A field with nothing after its sign; perhaps the value stands on the next line.
fn no_value(text: &str, sign: usize, line_end: usize) -> Fault {
    let name = text[..sign].trim();
    let below = text[line_end..].trim();
    let at = sign..sign + 1;
    if !below.is_empty() && !text[sign..line_end].contains('#') {
        let next = line_end + text[line_end..].len() - text[line_end..].trim_start().len();
        let value = if statement::is_quote(below.chars().next().unwrap_or(' ')) {
            below.to_owned()
        } else {
            words::quoted(below)
        };
        return Fault::syntax(
            at,
            format!("значение поля {name} стоит на следующей строке"),
        )
        .label("значение должно быть здесь")
        .help("перенесите значение на ту же строку, где имя поля")
        .patch(sign + 1..next + below.len(), format!(" {value}"));
    }
    Fault::syntax(at, format!("у поля {name} нет значения"))
        .label("после знака ничего нет")
        .help(format!(
            "допишите значение, например {name} = \"Текст\", или удалите строку"
        ))
}

/// The mistake of a name that stands at `at`; none when the name is right.
pub fn name_fault(text: &str, at: Range<usize>) -> Option<Fault> {
    let name = &text[at.clone()];
    if statement::sound(&format!("{name} = 0")) && !name.contains('\n') {
        return None;
    }
    let russian = name.char_indices().find(|(_, c)| ('Ѐ'..='ӿ').contains(c));
    let Some((offset, letter)) = russian else {
        return Some(odd_name(text, at));
    };
    let place = at.start + offset..at.start + offset + letter.len_utf8();
    let latin: String = name.chars().map(|c| twin(c).unwrap_or(c)).collect();
    let mixed = name.chars().any(|c| c.is_ascii_alphabetic());
    let fault = if mixed && statement::sound(&format!("{latin} = 0")) {
        let message = format!("в имени {name} буква «{letter}» русская, а нужна латинская");
        // «с» may stand for the c it looks like or for the s it sounds like: only the person knows.
        let advice = match name.to_lowercase().contains('с') {
            true => "наберите имя заново латинскими буквами: на месте русской «с» стоит латинская c или s".to_owned(),
            false => format!("наберите имя латинскими буквами: {latin}"),
        };
        Fault::new(codes::LOOKALIKE_LETTER, place, message)
            .label(format!("русская «{letter}»"))
            .help(advice)
    } else {
        let message = format!("имя «{name}» записано русскими буквами");
        Fault::new(codes::LOOKALIKE_LETTER, at.clone(), message)
            .label("имена пишут латинскими буквами")
            .help("возьмите имя из справочника полей: например title, date, status")
    };
    // In quotes the name is read as it stands: those who know the fields say which one was meant.
    let mut from = at.start;
    let mut parts = Vec::new();
    for part in name.split('.') {
        if !part.starts_with(statement::is_quote) {
            parts.push(from..from + part.len());
        }
        from += part.len() + 1;
    }
    let whole = parts.is_empty();
    Some(Fault {
        mend: match whole {
            true => Mend::Drop,
            false => Mend::Quotes(parts),
        },
        ..fault
    })
}

/// A Latin name with something that cannot be in it.
fn odd_name(text: &str, at: Range<usize>) -> Fault {
    let name = &text[at.clone()];
    let bare = |c: char| c.is_ascii_alphanumeric() || "_-.".contains(c);
    if let Some(unquoted) = unquoted_name(name) {
        return Fault::new(codes::WORD_QUOTES, at.clone(), "имя поля взято в кавычки")
            .help("имя поля пишут без кавычек")
            .safely(at, unquoted);
    }
    let (offset, odd) = name
        .char_indices()
        .find(|(_, c)| !bare(*c))
        .unwrap_or((0, '.'));
    let place = at.start + offset..at.start + offset + odd.len_utf8();
    let header = text[..at.start].trim_end().ends_with('[');
    let joined = name.replace([' ', ','], if header { "." } else { "_" });
    let fault = match odd {
        ' ' | '\t' | ',' if statement::sound(&format!("{joined} = 0")) => {
            let what = if odd == ',' {
                "запятая"
            } else {
                "пробел"
            };
            return Fault::syntax(place, format!("в имени «{name}» {what}"))
                .label(format!("{what} внутри имени"))
                .help(format!("запишите {joined}"))
                .patch(at, joined);
        }
        '.' => Fault::syntax(at, format!("в имени «{name}» неверно поставлены точки")),
        odd => Fault::syntax(place, format!("в имени «{name}» лишний знак {odd}"))
            .label("этого знака в имени быть не может"),
    };
    Fault {
        mend: Mend::Drop,
        ..fault
    }
    .help("имя состоит из латинских букв, цифр, дефиса и подчёркивания")
}

/// The name inside of Word quotes.
fn unquoted_name(name: &str) -> Option<String> {
    let inner = name.trim_matches(statement::is_quote);
    (inner.len() < name.len() && statement::sound(&format!("{inner} = 0")))
        .then(|| inner.to_owned())
}
