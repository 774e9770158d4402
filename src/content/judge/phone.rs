//! A mobile telephone number (П424, error).
//!
//! Why: a department's telephone stands in its orders; a mobile number is as a rule somebody's own, and once published it
//! cannot be called back. A work number stays, and the check is switched off with that reason.
//!
//! Example: «8 (913) 123-45-67».

use std::ops::Range;

use crate::content::judge::said::Said;
use crate::diag::Diagnostic;
use crate::diag::codes;

/// Digits of a Russian number with its leading 7 or 8.
const DIGITS: usize = 11;

/// Finds mobile numbers.
pub(super) fn judge(said: &Said<'_>, found: &mut Vec<Diagnostic>) {
    let mut from = 0;
    while let Some(number) = next_number(said.text, from) {
        from = number.end;
        found.push(
            Diagnostic::error(
                codes::MOBILE_PHONE,
                said.place(number.clone()),
                format!("номер мобильного телефона: {}", &said.text[number]),
            )
            .label("чей это телефон?")
            .help("личный номер уберите, впишите рабочий телефон управления или школы")
            .help("если номер рабочий и напечатан в документе, оставьте и выключите проверку П424 с этой причиной в portal.toml"),
        );
    }
}

/// The next number from a place on: 7 or 8, then 9, eleven digits in all with brackets, spaces and hyphens between.
fn next_number(text: &str, from: usize) -> Option<Range<usize>> {
    let starts = text[from..]
        .char_indices()
        .map(|(at, c)| (from + at, c))
        .filter(|(_, c)| matches!(c, '7' | '8' | '+'));
    starts
        .filter(|(at, _)| !text[..*at].trim_end().ends_with('№'))
        .filter(|(at, _)| {
            !text[..*at].ends_with(|c: char| c.is_alphanumeric() || "+-/.".contains(c))
        })
        .find_map(|(at, _)| number_at(text, at))
}

fn number_at(text: &str, start: usize) -> Option<Range<usize>> {
    let mut digits = String::new();
    let mut gap = 0;
    let mut end = start;
    for (at, c) in text[start..].char_indices() {
        match c {
            '0'..='9' => {
                digits.push(c);
                gap = 0;
                end = start + at + 1;
            }
            '+' if at == 0 => {}
            _ if digits.len() == DIGITS => break,
            ' ' | '\u{A0}' | '(' | ')' | '-' | '–' | '\u{2011}' | '.' if gap < 2 => gap += 1,
            _ => return None,
        }
    }
    let goes_on = text[end..]
        .trim_start_matches('-')
        .starts_with(char::is_alphanumeric);
    (digits.len() == DIGITS && !goes_on && is_mobile(&digits)).then_some(start..end)
}

fn is_mobile(digits: &str) -> bool {
    digits.starts_with("79") || digits.starts_with("89")
}

#[cfg(test)]
mod tests {
    use crate::content::judge::tests::{found, in_news};

    #[test]
    fn mobile_numbers_are_found_in_any_spelling() {
        for number in [
            "+7 913 123-45-67",
            "8(913)123-45-67",
            "8 (913) 123 45 67",
            "+79131234567",
            "8-913-123-45-67",
        ] {
            let text = format!("Звоните: {number}, спросите Анну.");
            assert_eq!(in_news(&text), [format!("П424 {number}")], "{number}");
        }
        let contacts = "name = \"Район\"\nname_of = \"Района\"\nname_in = \"в Районе\"\nkind = \"район\"\n\
            [authority]\nname = \"РУО\"\n[authority.contact]\nphones = [\"8(38245) 2-28-83\", \"8 960 000 00 00\"]\n";
        assert_eq!(
            found("04-altay/gornyy/municipality.toml", contacts),
            ["П424 8 960 000 00 00"]
        );
    }

    #[test]
    fn other_numbers_are_silent() {
        for text in [
            "Телефон 8(38245) 2-28-83, факс 2-26-37.",
            "Приказ № 89131234567-а от 30.03.2023.",
            "ОГРН 1027002955660, счёт 40702810900000000001.",
            "В 2023 году 8 школ, 913 учеников.",
        ] {
            assert_eq!(in_news(text), [""; 0], "{text}");
        }
    }
}
