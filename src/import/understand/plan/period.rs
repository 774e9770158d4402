//! The years a plan is made for, from the words of its title or, when they name none, of its deadlines.

use jiff::civil::date;

use crate::import::understand::draft::{EventDraft, PeriodDraft, Text};
use crate::import::understand::{dates, letters};
use crate::model::plan::period::{Period, PeriodKind};
use crate::model::plan::roadmap::ColumnRole;

/// The period that a text names: «на 2022-2023 учебный год», «на 2023 год», «2023–2025 годы».
pub fn named(text: &Text) -> Option<PeriodDraft> {
    let folded = letters::fold(&text.words);
    let found = years(&folded);
    let school = |at: usize| {
        let rest = &folded[at..];
        rest.split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .take(3)
            .any(|word| word.starts_with("уч"))
    };
    for pair in found.windows(2) {
        let [(first, _, first_end), (last, last_start, last_end)] = pair else {
            continue;
        };
        let between = folded[*first_end..*last_start].trim();
        if !matches!(
            between,
            "-" | "–" | "—" | "/" | "и" | "год -" | "гг." | "по"
        ) || last <= first
        {
            continue;
        }
        if *last == first + 1 && (school(*last_end) || between == "/") {
            return Some(draft(Period::school_year(*first), text));
        }
        let value = Period {
            kind: PeriodKind::Range,
            first: date(*first, 1, 1),
            last: date(*last, 12, 31),
        };
        return Some(draft(value, text));
    }
    if let Some((first, ..)) = found
        .iter()
        .find(|(_, _, end)| short_school_year(&folded[*end..]))
    {
        return Some(draft(Period::school_year(*first), text));
    }
    let ends_in_year = |end: usize| {
        let rest = folded[end..].trim_start();
        rest.is_empty() || rest.starts_with("г") || rest.starts_with(['»', ')', '.', '\n'])
    };
    let after_on = |start: usize| folded[..start].split_whitespace().next_back() == Some("на");
    let best = found
        .iter()
        .rev()
        .find(|(_, start, end)| after_on(*start) && ends_in_year(*end))
        .or_else(|| found.iter().rev().find(|(_, _, end)| ends_in_year(*end)))?;
    Some(draft(Period::calendar_year(best.0), text))
}

/// «/24 учебный год» after a year.
fn short_school_year(rest: &str) -> bool {
    let rest = rest.trim_start();
    let Some(rest) = rest.strip_prefix(['/', '-', '–']) else {
        return false;
    };
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    digits == 2 && rest[2..].trim_start().starts_with("уч")
}

/// No title and no deadline is longer than this many bytes.
const LONGEST: usize = 10_000;

/// Years of a text that are no part of a date, with their bytes.
fn years(folded: &str) -> Vec<(i16, usize, usize)> {
    if folded.len() > LONGEST {
        return Vec::new();
    }
    let dates = dates::dates(folded);
    let mut years = Vec::new();
    let mut at = 0;
    while let Some(start) = folded[at..]
        .find(|c: char| c.is_ascii_digit())
        .map(|digit| at + digit)
    {
        let digits = folded[start..]
            .bytes()
            .take_while(u8::is_ascii_digit)
            .count();
        at = start + digits;
        let dated = dates.iter().any(|date| date.range.contains(&start));
        if digits == 4
            && !dated
            && let Ok(year) = folded[start..at].parse::<i16>()
            && (2000..=2100).contains(&year)
        {
            years.push((year, start, at));
        }
    }
    years
}

fn draft(value: Period, from: &Text) -> PeriodDraft {
    PeriodDraft {
        written: written(&value),
        value,
        from: from.clone(),
    }
}

/// As content files write a period.
fn written(period: &Period) -> String {
    match period.kind {
        PeriodKind::CalendarYear => period.first.year().to_string(),
        PeriodKind::SchoolYear => format!("{}-{}", period.first.year(), period.last.year()),
        PeriodKind::Range => format!("{}/{}", period.first, period.last),
    }
}

/// The period that deadlines name: the only year, or a school year when there are two in a row. A guess, to be marked.
pub fn of_deadlines<'a>(events: impl Iterator<Item = &'a EventDraft>) -> Option<PeriodDraft> {
    let mut named: Vec<(i16, Text)> = Vec::new();
    for event in events {
        let words = event.words(ColumnRole::Deadline);
        for (year, _, _) in all_years(words) {
            named.push((
                year,
                Text {
                    words: words.to_owned(),
                    at: event.at.clone(),
                },
            ));
        }
    }
    let first = named.iter().map(|(year, _)| *year).min()?;
    let last = named.iter().map(|(year, _)| *year).max()?;
    let from = &named[0].1;
    let value = match last - first {
        0 => Period::calendar_year(first),
        1 => Period::school_year(first),
        _ => return None,
    };
    Some(draft(value, from))
}

/// Years of a deadline cell, those of dates included.
pub fn all_years(words: &str) -> Vec<(i16, usize, usize)> {
    let mut found = years(words);
    for dated in dates::dates(words) {
        if let Some(day) = dated.date {
            found.push((day.year(), dated.range.start, dated.range.end));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_of_titles() {
        let table = [
            ("План на 2023 год", "2023"),
            ("План\nпо работе со школами, на 2024 год", "2024"),
            ("Кемский район 2023 год", "2023"),
            ("План на 2022-2023 учебный год по качеству", "2022-2023"),
            ("План на 2024/2025 уч. год", "2024-2025"),
            ("План на 2024/25 учебный год", "2024-2025"),
            (
                "Дорожная карта на 2023 – 2025 годы",
                "2023-01-01/2025-12-31",
            ),
            ("План по итогам ВПР 2022 года на 2023 год", "2023"),
        ];
        for (title, written) in table {
            let text = Text {
                words: title.to_owned(),
                ..Text::default()
            };
            assert_eq!(
                named(&text).map(|found| found.written).as_deref(),
                Some(written),
                "{title}"
            );
        }
        let none = Text {
            words: "План, утв. приказом от 10.02.2025 № 15".to_owned(),
            ..Text::default()
        };
        assert_eq!(named(&none), None);
    }
}
