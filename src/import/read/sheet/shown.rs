//! A number of a workbook as it is shown in its cell, by the format of the cell: dates, percents, a fixed number of digits.

use calamine::{ExcelDateTime, ExcelDateTimeType};

use crate::text::russian;

/// A number as Excel shows it in Russian. The code of the format is empty when it is not known.
pub fn number(value: f64, code: &str, is_1904: bool) -> String {
    let (code, signed) = section(code, value);
    let marks = Marks::of(&code);
    if marks.is_date() {
        let kind = ExcelDateTimeType::DateTime;
        return date(&ExcelDateTime::new(value, kind, is_1904), &code);
    }
    if !marks.digits || code.eq_ignore_ascii_case("general") {
        return general(value);
    }
    let scaled = if marks.percent { value * 100.0 } else { value };
    let rounded = format!("{:.*}", marks.decimals, scaled.abs());
    let sign =
        if !signed && scaled < 0.0 && rounded.bytes().any(|digit| (b'1'..=b'9').contains(&digit)) {
            "-"
        } else {
            ""
        };
    format!(
        "{}{sign}{}{}",
        marks.before,
        rounded.replace('.', ","),
        marks.after
    )
}

/// A date or time as Excel shows it in Russian; a date of the first of a month that is shown without its day is a month.
pub fn date(moment: &ExcelDateTime, code: &str) -> String {
    let marks = Marks::of(code);
    let (year, month, day, hour, minute, _, _) = moment.to_ymd_hms_milli();
    let name = i8::try_from(month).unwrap_or(1).clamp(1, 12);
    let time = format!("{hour:02}:{minute:02}");
    let year_word = if marks.after.contains('г') {
        " г."
    } else {
        ""
    };
    let known = marks.day || marks.month || marks.year;
    let words = match (known, marks.day, marks.month, marks.year) {
        (true, false, true, true) => format!("{} {year}{year_word}", russian::month(name)),
        (true, false, true, false) => russian::month(name).to_owned(),
        (true, false, false, true) => format!("{year}{year_word}"),
        (true, true, true, false) => format!("{day} {}", russian::month_of(name)),
        (true, true, true, true) if marks.named => {
            format!("{day} {} {year}{year_word}", russian::month_of(name))
        }
        (false, ..) if marks.time => return time,
        _ => format!("{day:02}.{month:02}.{year}"),
    };
    if marks.time && (hour, minute) != (0, 0) {
        format!("{words} {time}")
    } else {
        words
    }
}

/// A number without a format: no noughts that say nothing, a comma for the fraction.
fn general(value: f64) -> String {
    if value.fract() == 0.0 && value.abs() < 1e15 {
        return format!("{value:.0}");
    }
    // Excel shows at most eleven digits, which hides that 0.1 + 0.2 is not 0.3.
    let digits = 10_usize.saturating_sub(value.abs().log10().max(0.0) as usize);
    let text = format!("{value:.digits$}");
    text.trim_end_matches('0')
        .trim_end_matches('.')
        .replace('.', ",")
}

/// The part of a format for numbers of this sign, and whether it writes the sign itself.
fn section(code: &str, value: f64) -> (String, bool) {
    let mut parts = vec![String::new()];
    let mut in_quotes = false;
    for letter in code.chars() {
        match letter {
            '"' => in_quotes = !in_quotes,
            ';' if !in_quotes => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        if let Some(part) = parts.last_mut() {
            part.push(letter);
        }
    }
    let index = match parts.len() {
        2.. if value < 0.0 => 1,
        3.. if value == 0.0 => 2,
        _ => 0,
    };
    (parts.swap_remove(index), index == 1)
}

/// What a format asks for.
#[derive(Debug, Default)]
struct Marks {
    day: bool,
    month: bool,
    year: bool,
    time: bool,
    /// The month is written in letters.
    named: bool,
    percent: bool,
    digits: bool,
    decimals: usize,
    before: String,
    after: String,
}

impl Marks {
    fn is_date(&self) -> bool {
        self.day || self.month || self.year || self.time
    }

    fn of(code: &str) -> Marks {
        let mut marks = Marks::default();
        let mut letters = code.chars().peekable();
        let mut months = 0_usize;
        let mut fraction = false;
        while let Some(letter) = letters.next() {
            match letter {
                '"' => {
                    let words: String = letters.by_ref().take_while(|next| *next != '"').collect();
                    marks.literal(&words);
                }
                // Colours, countries and conditions.
                '[' => letters
                    .by_ref()
                    .take_while(|next| *next != ']')
                    .for_each(drop),
                '\\' => {
                    if let Some(next) = letters.next() {
                        marks.literal(&next.to_string());
                    }
                }
                // The width of a letter, or letters up to the edge.
                '_' | '*' => {
                    letters.next();
                }
                '0' | '#' | '?' => {
                    marks.digits = true;
                    marks.decimals += usize::from(fraction);
                }
                '.' if marks.digits => fraction = true,
                '%' => {
                    marks.percent = true;
                    marks.literal("%");
                }
                'd' | 'D' => marks.day = true,
                'y' | 'Y' => marks.year = true,
                'h' | 'H' | 's' | 'S' => marks.time = true,
                'm' | 'M' => months += 1,
                ' ' | '\u{A0}' | '-' | '+' | '(' | ')' | '$' | '№' => {
                    marks.literal(&letter.to_string());
                }
                _ => {}
            }
        }
        // Beside hours the letter m means minutes, unless there is a day or a year as well.
        marks.month = months > 0 && (!marks.time || marks.day || marks.year);
        marks.named = months > 2;
        // «General» has letters that mean something else elsewhere.
        if code.eq_ignore_ascii_case("general") || code == "@" {
            return Marks::default();
        }
        marks.decimals = marks.decimals.min(12);
        marks
    }

    fn literal(&mut self, words: &str) {
        if self.digits || self.day || self.year {
            self.after.push_str(words);
        } else {
            self.before.push_str(words);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn numbers_are_shown_as_in_the_cell() {
        for (value, code, shown) in [
            (1.0, "General", "1"),
            (0.5, "", "0,5"),
            (0.1 + 0.2, "General", "0,3"),
            (0.8, "0%", "80%"),
            (1.0, "0%", "100%"),
            (0.755, "0.0%", "75,5%"),
            (4.0, "0\".\"", "4."),
            (-2.0, "0;\\-0", "-2"),
            (12.5, "0.00", "12,50"),
            (45_777.0, "dd\\.mm\\.yyyy", "30.04.2025"),
            (45_777.0, "mm-dd-yy", "30.04.2025"),
            (45_748.0, "mmm\\-yy", "апрель 2025"),
            (
                45_777.0,
                "[$-FC19]dd\\ mmmm\\ yyyy\\ \\г\\.;@",
                "30 апреля 2025 г.",
            ),
            (45_777.0, "d-mmm", "30 апреля"),
            (0.417, "h:mm", "10:00"),
        ] {
            assert_eq!(number(value, code, false), shown, "{code}");
        }
    }
}
