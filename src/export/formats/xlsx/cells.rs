//! Cells of a sheet. They do not say where they stand: each stands beside the one before.

use std::fmt::Write as _;

use jiff::civil::{Date, date};

use crate::export::table::Value;
use crate::export::table::value::{BETWEEN, decimal};

/// Letters that a cell has room for.
const ROOM: usize = 32_767;

/// How a cell looks: its place among the styles of the workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// As it comes.
    Plain = 0,
    /// A heading of a column.
    Heading = 1,
    /// Words that may need several lines, and numbers.
    Words = 2,
    /// A day.
    Day = 3,
}

/// Writes a cell; gives how many letters wide it would like to be.
pub fn value(xml: &mut String, value: &Value<'_>) -> usize {
    match value {
        Value::Nothing => {
            xml.push_str("<c/>");
            0
        }
        Value::Text(text) => words(xml, text, Style::Words),
        Value::List(items) => words(xml, &items.join(BETWEEN), Style::Words),
        Value::Integer(number) => figure(xml, &number.to_string()),
        Value::Decimal(number) => figure(xml, &decimal(*number, '.')),
        Value::Date(day) => match serial(*day) {
            Some(serial) => {
                put(xml, Style::Day, "", &serial.to_string());
                10
            }
            // Workbooks know no days before 1900; a mistyped year must not cost the table.
            None => words(xml, &day.to_string(), Style::Words),
        },
        Value::Boolean(yes) => {
            put(xml, Style::Words, " t=\"b\"", if *yes { "1" } else { "0" });
            5
        }
    }
}

fn figure(xml: &mut String, number: &str) -> usize {
    put(xml, Style::Words, "", number);
    number.len()
}

/// Writing to memory cannot fail.
fn put(xml: &mut String, style: Style, kind: &str, value: &str) {
    let _ = write!(xml, "<c s=\"{}\"{kind}><v>{value}</v></c>", style as u8);
}

/// Writes a cell of words; gives how many letters they have.
pub fn words(xml: &mut String, text: &str, style: Style) -> usize {
    let _ = write!(xml, "<c s=\"{}\" t=\"inlineStr\"><is><t", style as u8);
    if text.starts_with(char::is_whitespace) || text.ends_with(char::is_whitespace) {
        xml.push_str(" xml:space=\"preserve\"");
    }
    xml.push('>');
    // A letter has at least one byte and at most one unit for each.
    let letters = match text.len() <= ROOM {
        true => {
            escaped(xml, text);
            text.chars().count()
        }
        false => {
            escaped(xml, &fitting(text));
            ROOM
        }
    };
    xml.push_str("</t></is></c>");
    letters
}

/// As much of a text as a cell has room for.
fn fitting(text: &str) -> String {
    if text.encode_utf16().count() <= ROOM {
        return text.to_owned();
    }
    let mut units = 1;
    let kept = text.chars().take_while(|letter| {
        units += letter.len_utf16();
        units <= ROOM
    });
    kept.chain(['…']).collect()
}

/// A text as XML has it; control characters, which XML does not know, by the code that workbooks give them.
pub fn escaped(xml: &mut String, text: &str) {
    let special = |c: char| {
        matches!(c, '&' | '<' | '>' | '"' | '_' | '\u{fffe}' | '\u{ffff}')
            || (c < ' ' && c != '\n' && c != '\t')
    };
    let mut rest = text;
    while let Some(at) = rest.find(special) {
        xml.push_str(&rest[..at]);
        let tail = &rest[at..];
        let letter = tail.chars().next().unwrap_or_default();
        match letter {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '"' => xml.push_str("&quot;"),
            // What only looks like such a code is not one.
            '_' if looks_coded(tail) => xml.push_str("_x005F_"),
            '_' => xml.push('_'),
            letter => {
                let _ = write!(xml, "_x{:04X}_", u32::from(letter));
            }
        }
        rest = &tail[letter.len_utf8()..];
    }
    xml.push_str(rest);
}

/// True for «_x000D_».
fn looks_coded(text: &str) -> bool {
    let code = text.as_bytes();
    code.len() >= 7
        && code[1] == b'x'
        && code[2..6].iter().all(u8::is_ascii_hexdigit)
        && code[6] == b'_'
}

/// A day as workbooks count them: 1 is 1 January 1900, and that year has a 29 February.
fn serial(day: Date) -> Option<i64> {
    let days = day.duration_since(date(1899, 12, 30)).as_hours() / 24;
    match days {
        61.. => Some(days),
        2..=60 => Some(days - 1),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_too_long_for_a_cell_says_that_it_goes_on() {
        let long = "ж".repeat(ROOM + 5);
        let said = fitting(&long);
        assert_eq!(said.encode_utf16().count(), ROOM);
        assert!(said.ends_with('…'));
        assert_eq!(fitting("=1+1"), "=1+1");
    }

    #[test]
    fn days_are_counted_as_workbooks_count_them() {
        assert_eq!(serial(date(1900, 1, 1)), Some(1));
        assert_eq!(serial(date(1900, 2, 28)), Some(59));
        assert_eq!(serial(date(1900, 3, 1)), Some(61));
        assert_eq!(serial(date(2023, 4, 30)), Some(45_046));
        assert_eq!(serial(date(1899, 12, 31)), None);
    }

    #[test]
    fn signs_of_the_format_are_escaped() {
        let said = |text: &str| {
            let mut xml = String::new();
            escaped(&mut xml, text);
            xml
        };
        assert_eq!(said("<а & \"б\">"), "&lt;а &amp; &quot;б&quot;&gt;");
        assert_eq!(
            said("а\u{7}\r\nб_x000D_в_г"),
            "а_x0007__x000D_\nб_x005F_x000D_в_г"
        );
    }

    #[test]
    fn cells_hold_what_they_are() {
        let said = |one: Value<'_>| {
            let mut xml = String::new();
            value(&mut xml, &one);
            xml
        };
        assert_eq!(said(Value::Nothing), "<c/>");
        assert_eq!(
            said(Value::Boolean(true)),
            "<c s=\"2\" t=\"b\"><v>1</v></c>"
        );
        assert_eq!(
            said(Value::Date(date(2023, 4, 30))),
            "<c s=\"3\"><v>45046</v></c>"
        );
        assert_eq!(
            said(Value::text("=1+1 ")),
            "<c s=\"2\" t=\"inlineStr\"><is><t xml:space=\"preserve\">=1+1 </t></is></c>"
        );
    }
}
