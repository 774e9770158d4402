//! Walks along a value and reports the first mistake in it: brackets, commas, and whatever strings and bare words hold.

use std::ops::Range;

use super::invisible::invisible_in;
use super::mistake::Fault;
use super::within::Within;
use super::{key, scalar, string, words};
use crate::content::read::statement;
use crate::diag::codes;

/// Deeper values are left to the TOML reader, which refuses them.
const DEEPEST: usize = 60;

/// The mistake of the value that begins at `at` and takes the rest of the statement.
pub fn check(text: &str, at: usize) -> Result<(), Fault> {
    let end = value(text, at, Within::Line, 0)?;
    if statement::lost_fence_end(text, at, statement::line_end(text, at)).is_some() {
        return Err(Fault::syntax(
            at..end,
            "тройные кавычки открыты не полностью: одной не хватает",
        )
        .label("здесь должно быть \"\"\"")
        .help("добавьте третью кавычку")
        .patch(end..end, "\""));
    }
    let rest_start = statement::skip_blanks(text, end);
    let line_end = statement::line_end(text, rest_start);
    let rest = words::without_comment(&text[rest_start..line_end]);
    if let Some(fault) = invisible_in(text, end..rest_start) {
        return Err(if rest.is_empty() {
            fault.safely(end..rest_start, "")
        } else {
            fault
        });
    }
    if rest.is_empty() || rest.starts_with('#') {
        return Ok(());
    }
    Err(leftover(text, rest_start..rest_start + rest.len()))
}

/// Walks along one value; says where it ends.
fn value(text: &str, at: usize, within: Within, depth: usize) -> Result<usize, Fault> {
    let rest = &text[at..];
    match rest.chars().next() {
        _ if depth > DEEPEST => Ok(text.len()),
        _ if rest.starts_with("\"\"\"") || rest.starts_with("'''") => {
            string::fenced(text, at, within)
        }
        Some('"' | '\'') => string::plain(text, at, within),
        Some('[') => list(text, at, depth),
        Some('{') => braces(text, at, depth),
        Some('(') if within == Within::Line && words::without_comment(rest).ends_with(')') => {
            Err(round(text, at))
        }
        Some(c) if statement::is_word_quote(c) => Err(string::word_quotes(text, at, within)),
        _ => scalar::check(text, at, within),
    }
}

/// Passes over blanks, line breaks and comments between the values of a list.
fn skip_gap(text: &str, mut at: usize) -> Result<usize, Fault> {
    loop {
        let next = statement::skip_blanks(text, at);
        if let Some(fault) = invisible_in(text, at..next) {
            return Err(fault);
        }
        match text[next..].chars().next() {
            Some('\n' | '\r') => at = next + 1,
            Some('#') => at = statement::line_end(text, next),
            _ => return Ok(next),
        }
    }
}

fn list(text: &str, open: usize, depth: usize) -> Result<usize, Fault> {
    let mut at = skip_gap(text, open + 1)?;
    loop {
        match text[at..].chars().next() {
            None => return Err(unclosed(text, open, ']', text.trim_end().len())),
            Some(']') => return Ok(at + 1),
            Some(',') => return Err(extra_comma(at)),
            Some(c @ ('}' | ')' | ';')) => return Err(wrong_bracket(text, at, c, (open, depth))),
            _ => {}
        }
        let end = value(text, at, Within::List, depth + 1)?;
        at = separated(text, end, ']', (open, depth))?;
    }
}

fn braces(text: &str, open: usize, depth: usize) -> Result<usize, Fault> {
    let mut seen: Vec<(String, Range<usize>)> = Vec::new();
    let mut at = skip_gap(text, open + 1)?;
    loop {
        match text[at..].chars().next() {
            None => return Err(unclosed(text, open, '}', text.trim_end().len())),
            Some('}') => return Ok(at + 1),
            Some(',') => return Err(extra_comma(at)),
            Some(c @ (']' | ')' | ';')) => return Err(wrong_bracket(text, at, c, (open, depth))),
            // The next element of the list begins although this one is not closed.
            Some('{' | '[') => {
                return Err(unclosed(
                    text,
                    open,
                    '}',
                    text[..at]
                        .trim_end_matches([' ', '\t', '\n', '\r', ','])
                        .len(),
                ));
            }
            _ => {}
        }
        let (name, value_start) = inner_key(text, at)?;
        let written = text[name.clone()].trim_matches(['"', '\'']).to_owned();
        if let Some((_, first)) = seen.iter().find(|(other, _)| *other == written) {
            let mut fault = Fault::new(
                codes::DUPLICATE_KEY,
                name,
                format!("поле {written} записано дважды"),
            )
            .label("второй раз");
            fault.related = Some((first.clone(), "первый раз".to_owned()));
            return Err(fault.help("оставьте одно из двух значений"));
        }
        seen.push((written, name));
        let end = value(text, value_start, Within::Braces, depth + 1)?;
        at = separated(text, end, '}', (open, depth))?;
    }
}

/// A key inside braces and where its value begins.
fn inner_key(text: &str, at: usize) -> Result<(Range<usize>, usize), Fault> {
    let piece_end = text[at..]
        .find([',', '}', '\n'])
        .map_or(text.len(), |length| at + length);
    let sign = text[at..piece_end]
        .find(['=', ':'])
        .map(|offset| at + offset);
    let Some(sign) = sign else {
        let piece = at..at + text[at..piece_end].trim_end().len();
        let message = format!(
            "в фигурных скобках нет записи «поле = значение»: {}",
            &text[piece.clone()]
        );
        return Err(Fault::syntax(piece, message)
            .label("здесь нужно имя поля и знак =")
            .help("пример: { name = \"Текст\", kind = \"текст\" }"));
    };
    let name = at..at + text[at..sign].trim_end().len();
    if let Some(fault) = invisible_in(text, at..sign) {
        return Err(fault);
    }
    if text[sign..].starts_with(':') {
        return Err(
            Fault::syntax(sign..sign + 1, "после имени поля нужен знак =, а не :")
                .label("здесь нужен знак =")
                .help("пример: { name = \"Текст\" }")
                .safely(name.end..sign + 1, " ="),
        );
    }
    if name.is_empty() {
        return Err(
            Fault::syntax(sign..sign + 1, "перед знаком = нет имени поля").label("имя пропущено"),
        );
    }
    if let Some(fault) = key::name_fault(text, name.clone()) {
        return Err(fault);
    }
    let value_start = skip_gap(text, sign + 1)?;
    if text[value_start..].starts_with([',', '}']) || value_start == text.len() {
        let message = format!("у поля {} нет значения", &text[name]);
        return Err(Fault::syntax(sign..sign + 1, message)
            .label("после знака ничего нет")
            .help("допишите значение или уберите это поле"));
    }
    Ok((name, value_start))
}

/// Passes over the comma after a value; says where the next value, or the closing bracket, begins.
fn separated(text: &str, end: usize, close: char, opened: (usize, usize)) -> Result<usize, Fault> {
    let at = skip_gap(text, end)?;
    match text[at..].chars().next() {
        Some(',') => skip_gap(text, at + 1),
        Some(c) if c == close => Ok(at),
        None => Err(unclosed(text, opened.0, close, text.trim_end().len())),
        Some(c @ (')' | ']' | '}')) => Err(wrong_bracket(text, at, c, opened)),
        Some(';') => Err(Fault::syntax(
            at..at + 1,
            "значения разделяют запятой, а не точкой с запятой",
        )
        .label("здесь нужна запятая")
        .help("замените ; на запятую")
        .safely(at..at + 1, ",")),
        Some(_) => {
            let fault = Fault::syntax(end..end, "между значениями списка нет запятой")
                .label("здесь нужна запятая")
                .help("поставьте запятую между соседними значениями");
            // On one line the quotes may be inner ones of a single text.
            Err(match text[end..at].contains('\n') {
                true => fault.safely(end..end, ","),
                false => fault.patch(end..end, ","),
            })
        }
    }
}

/// A list in round brackets.
fn round(text: &str, at: usize) -> Fault {
    let whole = at..at + words::without_comment(&text[at..]).len();
    let inner = &text[whole.start + 1..whole.end - 1];
    Fault::syntax(
        whole.clone(),
        "список стоит в круглых скобках, а нужны квадратные",
    )
    .label("здесь нужны скобки [ ]")
    .help("список пишут в квадратных скобках, каждое значение в своих кавычках")
    .patch(whole, format!("[{inner}]"))
}

fn extra_comma(at: usize) -> Fault {
    Fault::syntax(at..at + 1, "лишняя запятая")
        .label("здесь ничего не перечислено")
        .help("между соседними значениями нужна одна запятая")
        .safely(at..at + 1, "")
}

/// A bracket of another kind than the one that is open. `opened` is the place of that one and how deep it stands.
fn wrong_bracket(text: &str, at: usize, found: char, opened: (usize, usize)) -> Fault {
    let (open, depth) = opened;
    let right = if text[open..].starts_with('[') {
        ']'
    } else {
        '}'
    };
    if depth > 0 && (found == ']' || found == '}') {
        // The bracket belongs to what is around: the inner one is not closed.
        return unclosed(text, open, right, text[..at].trim_end().len());
    }
    if text[at + 1..].trim_start().starts_with([',', right]) {
        return Fault::syntax(at..at + 1, format!("лишняя скобка {found}"))
            .label("эта скобка лишняя")
            .help("удалите её")
            .patch(at..at + 1, "");
    }
    Fault::syntax(
        at..at + 1,
        format!("здесь должна быть скобка {right}, а стоит {found}"),
    )
    .label(format!("замените на {right}"))
    .help("чем открыто, тем и закрыто: [ ] у списка, { } у таблицы в строке")
    .patch(at..at + 1, right.to_string())
}

/// A bracket that is not closed; the closing one belongs to `end`.
fn unclosed(text: &str, open: usize, close: char, end: usize) -> Fault {
    let message = match close {
        ']' => "список не закрыт: нет скобки ]",
        _ => "фигурная скобка не закрыта: нет скобки }",
    };
    let last = text[..end].rfind('\n').map_or(open, |at| at + 1);
    // Behind a comment a bracket would be part of it.
    let own_line = close == ']' && text[open..end].contains('\n') || text[last..end].contains('#');
    let right = if own_line {
        format!("\n{close}")
    } else {
        close.to_string()
    };
    Fault::syntax(open..open + 1, message)
        .label("открыто здесь")
        .help(format!("поставьте {close} после последнего значения"))
        .patch(end..end, right)
}

/// Something stands after a complete value.
fn leftover(text: &str, at: Range<usize>) -> Fault {
    let rest = &text[at.clone()];
    let fault = Fault::syntax(
        at.clone(),
        "после значения на той же строке есть ещё что-то",
    )
    .label("это лишнее");
    if rest.chars().all(|c| ";,.]}".contains(c)) {
        return Fault {
            message: format!("после значения лишний знак {rest}"),
            ..fault
        }
        .help("удалите его")
        .patch(at, "");
    }
    if rest.starts_with("//") {
        return fault
            .help("заметку начинают со знака #, а не с //")
            .safely(at.start..at.start + 2, "#");
    }
    if words::second_field(rest) == Some(0) {
        return fault
            .help("каждое поле пишут на своей строке")
            .patch(at.start..at.start, "\n");
    }
    fault
        .help("если это заметка, поставьте перед ней знак #")
        .quietly(at, "")
}
