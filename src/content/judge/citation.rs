//! One act is cited with two dates (П407, warning).
//!
//! Why: document E cites order № 352-р with 18.03.2023 (line 23) and with 13.03.2023 (line 73). One of the two sends a
//! reader to an order that does not exist. Numbers start anew each year, so only dates of one year are compared, and only
//! of acts of one kind in one territory. What the act's own file lists under `other_dates` is known already.
//!
//! Example: «приказ от 30.03.2023 № 114-од» in the news, «приказ от 13.03.2023 № 114-од» in the plan.

use std::collections::BTreeMap;
use std::ops::Range;

use jiff::civil::Date;

use crate::content::judge::said::Said;
use crate::diag::codes;
use crate::diag::{Diagnostic, Span};
use crate::text::russian::{MONTHS_OF, begins, date_short, is_letter, lowercase};

/// Beginnings of words for acts.
const ACTS: &[&str] = &[
    "приказ",
    "распоряжени",
    "постановлени",
    "письм",
    "закон",
    "решени",
];

/// How many words may stand between the act and its number or date.
const NEAR: usize = 12;

/// An act named with its number and date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// Beginning of the word for it: «приказ».
    kind: &'static str,
    /// Number without spaces, in small letters.
    number: String,
    /// The date it is named with.
    date: Date,
    /// Where.
    span: Span,
    /// True for the date in the act's own file, and for those listed there as its other dates.
    known: bool,
}

impl Citation {
    /// The act in its own file; none when the kind is not one that is compared.
    pub fn of_act(kind: &str, number: &str, date: Date, span: Span) -> Option<Citation> {
        Some(Citation {
            kind: act(kind)?,
            number: folded(number),
            date,
            span,
            known: true,
        })
    }
}

/// Finds acts named with number and date in a text.
pub(super) fn collect(said: &Said<'_>, citations: &mut Vec<Citation>) {
    if !said.text.contains('№') {
        return;
    }
    let words: Vec<&str> = said.text.split_whitespace().collect();
    let start = |at: usize| words[at].as_ptr() as usize - said.text.as_ptr() as usize;
    for at in (0..words.len()).filter(|at| matches!(words[*at], "от" | "От" | "ОТ")) {
        let Some((date, next)) = date_at(&words, at + 1) else {
            continue;
        };
        let found = number_before(&words, at)
            .map(|(number, first)| (number, first..next))
            .or_else(|| number_after(&words, next).map(|(number, end)| (number, at..end)));
        let Some((number, range)) = found else {
            continue;
        };
        let Some(kind) = (range.start.saturating_sub(NEAR)..range.start)
            .rev()
            .find_map(|before| act(words[before]))
        else {
            continue;
        };
        let last = range.end - 1;
        let piece: Range<usize> = start(range.start)..start(last) + words[last].len();
        citations.push(Citation {
            kind,
            number,
            date,
            span: said.place(piece),
            known: false,
        });
    }
}

fn act(word: &str) -> Option<&'static str> {
    let word = word.trim_start_matches(|c: char| !is_letter(c));
    ACTS.iter().find(|act| begins(word, act)).copied()
}

/// A date that begins at this word, and the word after it.
fn date_at(words: &[&str], at: usize) -> Option<(Date, usize)> {
    let word = words.get(at)?;
    let mut figures = word
        .trim_end_matches(|c: char| !c.is_ascii_digit())
        .split('.');
    let day: i8 = figures.next()?.parse().ok()?;
    if let (Some(month), Some(year), None) = (figures.next(), figures.next(), figures.next()) {
        let date = Date::new(year.parse().ok()?, month.parse().ok()?, day).ok()?;
        return Some((date, at + 1));
    }
    let name = lowercase(words.get(at + 1)?);
    let month = MONTHS_OF.iter().position(|month| *month == name)?;
    let year = words
        .get(at + 2)?
        .trim_end_matches(|c: char| !c.is_ascii_digit());
    let date = Date::new(year.parse().ok()?, month as i8 + 1, day).ok()?;
    Some((date, at + 3))
}

/// «№ 114- од от …»: the number that ends before this word, and its first word.
fn number_before(words: &[&str], at: usize) -> Option<(String, usize)> {
    let first = (at.saturating_sub(3)..at)
        .rev()
        .find(|before| words[*before].contains('№'))?;
    let number = number(&words[first..at].concat())?;
    Some((number, first))
}

/// «… года № 114-од»: the number that begins at this word or after «года», and the word after it.
fn number_after(words: &[&str], at: usize) -> Option<(String, usize)> {
    let year = |word: &&str| matches!(word.trim_end_matches(['.', ',']), "г" | "года");
    let at = at + usize::from(words.get(at).is_some_and(year));
    let word = words.get(at)?;
    if !word.starts_with('№') {
        return None;
    }
    let mut end = at + 1;
    let mut written = (*word).to_owned();
    while (written == "№" || written.ends_with('-')) && end < words.len() {
        written.push_str(words[end]);
        end += 1;
    }
    Some((number(&written)?, end))
}

/// What follows «№», when it is a number at all.
fn number(written: &str) -> Option<String> {
    let number = folded(written.split_once('№')?.1);
    let fits = number.contains(|c: char| c.is_ascii_digit()) && number.chars().count() <= 16;
    fits.then_some(number)
}

fn folded(number: &str) -> String {
    let number: String = number.split_whitespace().collect();
    let number = number.trim_start_matches('№');
    lowercase(number.trim_end_matches(|c: char| !c.is_alphanumeric()))
}

/// Acts of a territory that are named with dates that cannot both be right.
pub fn conflicts<'a>(citations: impl Iterator<Item = &'a Citation>) -> Vec<Diagnostic> {
    let mut acts: BTreeMap<(&str, &str, i16), Vec<&Citation>> = BTreeMap::new();
    for citation in citations {
        let key = (
            citation.kind,
            citation.number.as_str(),
            citation.date.year(),
        );
        acts.entry(key).or_default().push(citation);
    }
    acts.into_values()
        .filter_map(|named| conflict(&named))
        .collect()
}

fn conflict(named: &[&Citation]) -> Option<Diagnostic> {
    let own = named.iter().find(|citation| citation.known);
    let right = own.or(named.first())?;
    let known = |date: Date| named.iter().any(|one| one.known && one.date == date);
    let wrong: Vec<&&Citation> = named
        .iter()
        .filter(|citation| citation.date != right.date && !known(citation.date))
        .collect();
    let first = wrong.first()?;
    let message = format!(
        "один документ назван с разными датами: № {} от {} и от {}",
        right.number,
        date_short(right.date),
        date_short(first.date)
    );
    let mut warning = Diagnostic::warning(codes::TWO_DATES, first.span, message)
        .label(format!("здесь {}", date_short(first.date)))
        .related(right.span, format!("здесь {}", date_short(right.date)));
    for other in wrong.iter().skip(1).take(4) {
        warning = warning.related(other.span, format!("здесь {}", date_short(other.date)));
    }
    Some(warning.help(
        "сверьте с самим документом; если так напечатано, впишите вторую дату в other_dates файла этого документа",
    ))
}

#[cfg(test)]
mod tests {
    use super::{Citation, collect, conflicts};
    use crate::content::judge::said::Said;
    use crate::diag::Span;
    use crate::files::sources::SourceId;
    use jiff::civil::date;

    fn cited(text: &str) -> Vec<Citation> {
        let said = Said {
            key: "",
            text,
            whole: Span::new(SourceId(0), 0..text.len()),
            start: Some(0),
        };
        let mut citations = Vec::new();
        collect(&said, &mut citations);
        citations
    }

    fn found(text: &str) -> Vec<String> {
        let found = conflicts(cited(text).iter());
        found
            .iter()
            .map(|one| format!("{} | {}", one.message, &text[one.span.range()]))
            .collect()
    }

    #[test]
    fn acts_are_read_in_any_order_and_spelling() {
        let text = "Приказ от 30.03.2023 № 114- од. По приказу № 114-од от 30 марта 2023 г. \
            распоряжение министерства от 14.03.2023 года №55-310-мр; приказу РУО №8 от 20.01.2023г.";
        let brief: Vec<_> = cited(text)
            .iter()
            .map(|one| format!("{} {} {}", one.kind, one.number, one.date))
            .collect();
        assert_eq!(
            brief,
            [
                "приказ 114-од 2023-03-30",
                "приказ 114-од 2023-03-30",
                "распоряжени 55-310-мр 2023-03-14",
                "приказ 8 2023-01-20"
            ]
        );
    }

    #[test]
    fn two_dates_of_one_act_are_found() {
        assert_eq!(
            found("Приказ от 30.03.2023 № 114-од, а дальше приказ № 114-од от 13.03.2023."),
            [
                "один документ назван с разными датами: № 114-од от 30.03.2023 и от 13.03.2023 | № 114-од от 13.03.2023."
            ]
        );
    }

    #[test]
    fn another_year_another_kind_and_a_known_date_are_silent() {
        let none: [&str; 0] = [];
        assert_eq!(
            found("Приказ № 8 от 20.01.2023. Приказ № 8 от 15.01.2024. Письмо № 8 от 01.02.2023."),
            none
        );
        let mut all = cited("Распоряжение № 352-р от 13.03.2023.");
        let own = |day| {
            let span = Span::start_of(SourceId(1));
            Citation::of_act("распоряжение", "352-р", day, span)
        };
        all.extend(own(date(2023, 3, 18)));
        assert_eq!(conflicts(all.iter()).len(), 1);
        all.extend(own(date(2023, 3, 13)));
        assert_eq!(conflicts(all.iter()).len(), 0);
    }
}
