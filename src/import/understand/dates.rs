//! Days and numbers of acts as orders and stamps write them: «от 13 марта 2023 г. № 201», «"20" января 2023», «№ 114- од».

use std::ops::Range;

use jiff::civil::Date;

use crate::import::understand::letters::fold;
use crate::text::russian::MONTHS_OF;

/// A date in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Its bytes, «от» before it and «г.» after it included.
    pub range: Range<usize>,
    /// The day; none when there is no such day.
    pub date: Option<Date>,
}

/// The first date of a text.
pub fn date(text: &str) -> Option<Found> {
    dates(text).into_iter().next()
}

/// All dates of a text.
pub fn dates(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..]
        .find(|c: char| c.is_ascii_digit())
        .map(|digit| at + digit)
    {
        let digits = text[start..].bytes().take_while(u8::is_ascii_digit).count();
        let here = (digits <= 2)
            .then(|| numeric(&text[start..]).or_else(|| worded(&text[start..])))
            .flatten();
        match here {
            Some((length, date)) => {
                let range = widened(text, start, start + length);
                at = range.end;
                found.push(Found { range, date });
            }
            None => at = start + digits,
        }
    }
    found
}

/// «30.03.2023», «1.9.23».
fn numeric(text: &str) -> Option<(usize, Option<Date>)> {
    let end = text
        .find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | '/'))
        .unwrap_or(text.len());
    let written = text[..end].trim_end_matches(['.', '/']);
    let parts: Vec<&str> = written.split(['.', '/']).collect();
    let [day, month, year] = parts[..] else {
        return None;
    };
    if day.len() > 2 || month.len() > 2 || !matches!(year.len(), 2 | 4) {
        return None;
    }
    let year: i16 = match year.len() {
        2 => 2000 + year.parse::<i16>().ok()?,
        _ => year.parse().ok()?,
    };
    Some((
        written.len(),
        Date::new(year, month.parse().ok()?, day.parse().ok()?).ok(),
    ))
}

/// «20» января 2023», «13 марта 2023».
fn worded(text: &str) -> Option<(usize, Option<Date>)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let day: i8 = text[..digits].parse().ok()?;
    let gap = |from: usize, also: &[char]| -> usize {
        let rest = &text[from..];
        rest.len()
            - rest
                .trim_start_matches(|c: char| c.is_whitespace() || also.contains(&c))
                .len()
    };
    let word_at = digits + gap(digits, &['»', '"', '”']);
    let word_end = text[word_at..]
        .find(|c: char| !c.is_alphabetic())
        .map_or(text.len(), |end| word_at + end);
    let word = fold(&text[word_at..word_end]);
    let month = MONTHS_OF.iter().position(|month| *month == word)? + 1;
    let year_at = word_end + gap(word_end, &[]);
    let year: i16 = text.get(year_at..year_at + 4)?.parse().ok()?;
    Some((
        year_at + 4,
        Date::new(year, i8::try_from(month).ok()?, day).ok(),
    ))
}

/// The date with its «от» and its «г.».
fn widened(text: &str, start: usize, end: usize) -> Range<usize> {
    let before = text[..start].trim_end_matches(['«', '"', '„', '“']);
    let quoted = before.len();
    let trimmed = before.trim_end();
    let from = match trimmed.ends_with("от") || trimmed.ends_with("От") {
        true => trimmed.len() - "от".len(),
        false => quoted,
    };
    let rest = &text[end..];
    let gap = rest.len() - rest.trim_start().len();
    let word: String = rest[gap..]
        .chars()
        .take_while(|c| c.is_alphabetic())
        .collect();
    let to = match word.as_str() {
        "г" | "года" | "год" => {
            let dot = rest[gap + word.len()..].starts_with('.');
            end + gap + word.len() + usize::from(dot)
        }
        _ => end,
    };
    from..to
}

/// The number after «№»: its bytes with the sign, and the number as printed.
pub fn act_number(text: &str) -> Option<(Range<usize>, String)> {
    let start = text.find('№').or_else(|| latin_sign(text))?;
    let after = start + text[start..].chars().next().map_or(0, char::len_utf8);
    let gap = text[after..].len() - text[after..].trim_start().len();
    let from = after + gap;
    let mut end = from + token(&text[from..]);
    if text[from..end].ends_with(['-', '–']) {
        let rest = &text[end..];
        let space = rest.len() - rest.trim_start().len();
        end += space + token(&rest[space..]);
    }
    let number = text[from..end]
        .trim_end_matches(['.', ',', ';', ')', '»'])
        .to_owned();
    let real = number.chars().any(char::is_alphanumeric);
    real.then_some((start..from + number.len(), number))
}

/// The «N» that some papers print for «№».
fn latin_sign(text: &str) -> Option<usize> {
    text.match_indices('N').map(|(at, _)| at).find(|at| {
        let parted = text[..*at].ends_with([' ', '\t', '\u{a0}']) || *at == 0;
        let rest = text[at + 1..].trim_start();
        parted && rest.len() < text[*at..].len() && rest.starts_with(|c: char| c.is_ascii_digit())
    })
}

/// The last number of a stamp that is not the number of an appendix («Приложение № 1»).
pub fn act_number_after_appendix(text: &str) -> Option<(Range<usize>, String)> {
    let start = text.rfind('№')?;
    if fold(&text[..start]).trim_end().ends_with("приложение") {
        return None;
    }
    let (range, number) = act_number(&text[start..])?;
    Some((start + range.start..start + range.end, number))
}

fn token(text: &str) -> usize {
    text.find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '–' | '/' | '.')))
        .unwrap_or(text.len())
}

/// Kinds of acts by the beginning of their name.
pub const KINDS: &[(&str, &str)] = &[
    ("приказ", "приказ"),
    ("распоряжени", "распоряжение"),
    ("постановлени", "иной документ"),
    ("письм", "письмо"),
];

/// The kind of an act whose name begins with `word`, as content files call it.
pub fn kind(word: &str) -> Option<&'static str> {
    let word = fold(word);
    KINDS
        .iter()
        .find(|(stem, _)| word.starts_with(stem))
        .map(|(_, kind)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_with_their_words() {
        let table = [
            ("от 30.03.2023 г", "от 30.03.2023 г", "2023-03-30"),
            ("11.04.2023 г. № 76-О", "11.04.2023 г.", "2023-04-11"),
            (
                "от 13 марта 2023 г. № 201",
                "от 13 марта 2023 г.",
                "2023-03-13",
            ),
            (
                "от 20 января 2023 года №8",
                "от 20 января 2023 года",
                "2023-01-20",
            ),
            ("от «05» мая 2024г.", "от «05» мая 2024г.", "2024-05-05"),
        ];
        for (text, words, day) in table {
            let found = date(text).expect(text);
            assert_eq!(&text[found.range.clone()], words);
            assert_eq!(
                found.date.map(|date| date.to_string()).as_deref(),
                Some(day)
            );
        }
        assert_eq!(date("тел. 8(38245) 2-28-83"), None);
    }

    #[test]
    fn numbers_of_acts() {
        for (text, number) in [
            ("№ 114- од", "114- од"),
            ("от 1.2.23 №55-310-мр", "55-310-мр"),
            ("№8", "8"),
            ("№ 352-р «Об", "352-р"),
        ] {
            assert_eq!(
                act_number(text).map(|found| found.1).as_deref(),
                Some(number)
            );
        }
        assert_eq!(act_number("№ ____"), None);
    }
}
