//! Mistakes in values without quotes: numbers, yes and no, dates, and texts whose quotes were forgotten.

use std::ops::Range;

use toml::de::DeValue;

use super::invisible::invisible_in;
use super::mistake::Fault;
use super::within::Within;
use super::{date, words};
use crate::content::read::statement;
use crate::content::written_date;

/// A bare value: where it ends.
pub fn check(text: &str, at: usize, within: Within) -> Result<usize, Fault> {
    let place = extent(text, at, within);
    let token = &text[place.clone()];
    if is_sound(token) {
        return Ok(place.end);
    }
    Err(fault(text, place, within))
}

/// True for words that are neither a correct value nor one of the known ways to spoil one.
pub fn is_plain_text(token: &str) -> bool {
    !token.is_empty()
        && !is_sound(token)
        && written_date::read(token).is_none()
        && boolean(token).is_none()
        && number(token).is_none()
}

fn is_sound(token: &str) -> bool {
    DeValue::parse(token).is_ok()
}

/// The place of a bare value, without blanks at its end.
fn extent(text: &str, at: usize, within: Within) -> Range<usize> {
    let rest = match within {
        Within::Line => words::without_comment(&text[at..]),
        _ => {
            let end = text[at..]
                .find(|c| within.ends_with(c) && c != '#')
                .unwrap_or(text.len() - at);
            words::without_comment(&text[at..at + end])
        }
    };
    at..at + rest.len()
}

fn fault(text: &str, place: Range<usize>, within: Within) -> Fault {
    let token = &text[place.clone()];
    let visible: String = token
        .chars()
        .filter(|c| !statement::is_invisible(*c))
        .collect();
    if visible.len() < token.len()
        && (is_sound(&visible) || visible.is_empty())
        && let Some(fault) = invisible_in(text, place.clone())
    {
        // Inside a number or a word nothing may remain of the invisible character.
        return fault.safely(place, visible);
    }
    if token.contains(|c: char| c.is_control() && !"\t\r\n".contains(c))
        && let Some(fault) = invisible_in(text, place.clone())
    {
        return fault;
    }
    let trimmed = token.trim_end_matches([';', ',', '.']);
    if within == Within::Line && trimmed.len() < token.len() && is_sound(trimmed) {
        let extra = place.start + trimmed.len()..place.end;
        let message = format!("после значения лишний знак {}", &text[extra.clone()]);
        return Fault::syntax(extra.clone(), message)
            .label("это лишнее")
            .help("удалите его")
            .safely(extra, "");
    }
    if let Some(fault) = two_fields(token, &place, within) {
        return fault;
    }
    if let Some(meant) = written_date::read(token) {
        return date::fault(meant, place, token);
    }
    if let Some(value) = boolean(token) {
        return Fault::syntax(
            place.clone(),
            format!("вместо «{token}» здесь пишут {value}"),
        )
        .label("нужно true или false")
        .help("«да» записывают как true, «нет» — как false, без кавычек")
        .safely(place, value);
    }
    if let Some((message, right)) = number(token) {
        return Fault::syntax(place.clone(), message)
            .label("число записано неверно")
            .help("если это не число, а текст (код, номер), возьмите его в кавычки")
            .safely(place, right);
    }
    bare_text(text, place)
}

/// A text without quotes.
fn bare_text(text: &str, place: Range<usize>) -> Fault {
    let token = &text[place.clone()];
    if ["null", "none", "nil", "-", "—", "–"].contains(&token.to_lowercase().as_str()) {
        return Fault::syntax(place, format!("«{token}» вместо значения"))
            .label("пустых значений нет")
            .help("если значения нет, удалите всю строку");
    }
    let first = place.start..place.start + token.lines().next().unwrap_or(token).trim_end().len();
    let lonely = token.matches('"').count() == 1 && token.ends_with('"');
    let message = match lonely {
        true => "нет открывающей кавычки",
        false => "текст записан без кавычек",
    };
    let words = if lonely {
        token.trim_end_matches('"')
    } else {
        token
    };
    let right = words::quoted(words);
    let fault = Fault::syntax(first, message)
        .label("текст нужно взять в кавычки")
        .help(format!(
            "текст пишут в прямых кавычках: {}{}",
            field(text, place.start),
            shortened(&right)
        ));
    // What looks like a second field, or like a part of another notation, is no text for sure.
    match words::is_plain(words) && !words.contains(['=', '{', '[', '\'', '«', '»']) {
        true => fault.safely(place, right),
        false => fault.patch(place, right),
    }
}

/// The name and the sign before a value on its line.
fn field(text: &str, value: usize) -> &str {
    let line = text[..value].rfind('\n').map_or(0, |at| at + 1);
    let before = text[line..value].trim_start();
    match before.contains(['[', '{']) {
        true => "",
        false => before,
    }
}

/// The beginning and the end of a long text in quotes.
fn shortened(right: &str) -> String {
    match right.char_indices().nth(40) {
        Some((at, _)) => format!("{}…\"", right[..at].trim_end()),
        None => right.to_owned(),
    }
}

/// A complete value and then another field.
fn two_fields(token: &str, place: &Range<usize>, within: Within) -> Option<Fault> {
    let offset =
        words::second_field(token).filter(|offset| *offset > 0 && within == Within::Line)?;
    let first = token[..offset].trim_end_matches([' ', '\t', ',', ';']);
    is_sound(first).then(|| {
        Fault::syntax(place.start + offset..place.end, "на одной строке два поля")
            .label("это второе поле")
            .help("каждое поле пишут на своей строке")
            .safely(place.start + first.len()..place.start + offset, "\n")
    })
}

/// What a Russian or misspelt «yes» or «no» means.
fn boolean(token: &str) -> Option<&'static str> {
    match token.to_lowercase().as_str() {
        "да" | "yes" | "true" | "истина" | "on" | "верно" => Some("true"),
        "нет" | "no" | "false" | "ложь" | "off" | "неверно" => Some("false"),
        _ => None,
    }
}

/// What is wrong with a number, and how it is written.
fn number(token: &str) -> Option<(String, String)> {
    let sign = token.len() - token.trim_start_matches(['+', '-']).len();
    let digits = &token[sign..];
    let solid: String = digits
        .chars()
        .filter(|c| *c != ' ' && !statement::is_invisible(*c))
        .collect();
    let numeric = solid
        .chars()
        .all(|c| c.is_ascii_digit() || c == ',' || c == '.');
    if !numeric
        || !solid.starts_with(|c: char| c.is_ascii_digit() || c == '.' || c == ',')
        || !solid.contains(|c: char| c.is_ascii_digit())
    {
        return None;
    }
    let fraction = solid.replace(',', ".");
    let (whole, part) = fraction.split_once('.').unwrap_or((&fraction, ""));
    if part.contains('.') {
        return None;
    }
    let unpadded = whole.trim_start_matches('0');
    let unpadded = if unpadded.is_empty() { "0" } else { unpadded };
    let point = if fraction.contains('.') {
        format!(".{}", if part.is_empty() { "0" } else { part })
    } else {
        String::new()
    };
    let right = format!("{}{unpadded}{point}", &token[..sign]);
    if !is_sound(&right) {
        return None;
    }
    let message = match () {
        () if solid.contains(',') => "дробную часть отделяют точкой, а не запятой",
        () if solid.len() < digits.len() => "в числе не должно быть пробелов",
        () if whole.len() > 1 && whole.starts_with('0') => "число не может начинаться с нуля",
        () => "с обеих сторон от точки нужны цифры",
    };
    Some((format!("{message}: {right}"), right))
}
