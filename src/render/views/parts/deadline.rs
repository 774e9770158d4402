//! A deadline for people and for programs: the words of the document, and the days they were understood to mean.

use jiff::civil::Date;
use serde::Serialize;

use crate::model::id::TerritoryPath;
use crate::model::plan::deadline::{Deadline, Every, When, WhenKind};
use crate::render::views::parts::cell::Cell;
use crate::render::words::Glossary;
use crate::text::language::Words;
use crate::text::language::pattern::{self, Part};

/// A deadline for a page.
#[derive(Debug, Clone, Serialize)]
pub struct DeadlineView<'a> {
    /// Value of `data-kind`.
    pub kind: &'static str,
    /// Value of `data-every`; empty when nothing comes back.
    pub every: &'static str,
    /// The words of the document.
    pub words: Cell<'a>,
    /// What they mean, piece by piece; empty when they were not understood.
    pub meaning: Vec<Piece>,
}

/// A piece of the meaning: plain words, or words with a machine-readable day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Piece {
    /// Words for people.
    pub text: String,
    /// Value of `<time datetime>`; empty for plain words.
    pub datetime: String,
}

impl<'a> DeadlineView<'a> {
    /// Prepares a deadline. `printed` is what the paper has in its place, when an editor put a torn row together.
    pub fn new(
        deadline: &'a Deadline,
        printed: Option<&'a str>,
        glossary: &Glossary<'_>,
        place: Option<&TerritoryPath>,
        words: &Words,
    ) -> DeadlineView<'a> {
        let every = deadline.whens.iter().find_map(|when| match when.kind {
            WhenKind::Recurring(every) => Some(every.code()),
            _ => None,
        });
        DeadlineView {
            kind: deadline.kind().code(),
            every: every.unwrap_or_default(),
            words: Cell::new(&deadline.verbatim, printed, glossary, place),
            meaning: meaning(&deadline.whens, words),
        }
    }
}

/// The days that a deadline means, in words, with a note that no end is known where that is so.
fn meaning(whens: &[When], words: &Words) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for (index, when) in whens.iter().enumerate() {
        if index > 0 {
            pieces.push(plain("; "));
        }
        pieces.extend(one(when, words));
    }
    pieces
}

fn one(when: &When, words: &Words) -> Vec<Piece> {
    let said = |phrase| filled(phrase, &[], words);
    match when.kind {
        WhenKind::Day
        | WhenKind::DayRange
        | WhenKind::Month
        | WhenKind::MonthRange
        | WhenKind::YearPart
        | WhenKind::Until
        | WhenKind::WithinYear => span(when, words),
        WhenKind::OpenEnded => match span(when, words) {
            span if span.is_empty() => said("конец не указан"),
            span => filled("{1}, конец не указан", &[span], words),
        },
        WhenKind::Recurring(Every::YearUntil { month, day }) => {
            let day = Piece {
                text: format!("{day} {}", words.month_of(month)),
                datetime: format!("{month:02}-{day:02}"),
            };
            let said = filled("каждый год не позднее {1}", &[vec![day]], words);
            within(said, when, words)
        }
        WhenKind::Recurring(every) => within(said(how_often(every)), when, words),
        WhenKind::Continuous => within(said("всё время"), when, words),
        WhenKind::BySchedule => said("по отдельному графику, дат в плане нет"),
        WhenKind::Conditional => said("зависит от другого мероприятия, даты в плане нет"),
    }
}

fn how_often(every: Every) -> &'static str {
    match every {
        Every::Day => "каждый день",
        Every::Week => "каждую неделю",
        Every::Fortnight => "раз в две недели",
        Every::Month => "каждый месяц",
        Every::Quarter => "каждый квартал",
        Every::SchoolTerm => "каждую учебную четверть",
        Every::HalfYear => "каждое полугодие",
        Every::Year | Every::YearUntil { .. } => "каждый год",
    }
}

fn within(mut said: Vec<Piece>, when: &When, words: &Words) -> Vec<Piece> {
    if when.first.is_some() || when.last.is_some() {
        said.push(plain(", "));
        said.extend(span(when, words));
    }
    said
}

/// «с 1 апреля по 30 апреля 2023 г.», «до 1 апреля 2023 г.», «с 1 января 2023 г.», «15 апреля 2023 г.»
fn span(when: &When, words: &Words) -> Vec<Piece> {
    let whole = |day| vec![time(day, words.date(day))];
    match (when.first, when.last) {
        (Some(first), Some(last)) if first == last => whole(first),
        (Some(first), Some(last)) if first.year() == last.year() => {
            let short = format!("{} {}", first.day(), words.month_of(first.month()));
            filled(
                "с {1} по {2}",
                &[vec![time(first, short)], whole(last)],
                words,
            )
        }
        (Some(first), Some(last)) => filled("с {1} по {2}", &[whole(first), whole(last)], words),
        (None, Some(last)) => filled("до {1}", &[whole(last)], words),
        (Some(first), None) => filled("с {1}", &[whole(first)], words),
        (None, None) => Vec::new(),
    }
}

/// A phrase in the language of the page with pieces in its places.
fn filled(phrase: &str, values: &[Vec<Piece>], words: &Words) -> Vec<Piece> {
    let pieces = pattern::parts(words.said(phrase))
        .into_iter()
        .map(|part| match part {
            Part::Words(words) => vec![plain(words)],
            Part::Value(number) => values
                .get(number.wrapping_sub(1))
                .cloned()
                .unwrap_or_default(),
            Part::Open(_) | Part::Close(_) => Vec::new(),
        });
    pieces.flatten().collect()
}

fn time(day: Date, text: String) -> Piece {
    Piece {
        text,
        datetime: day.to_string(),
    }
}

fn plain(text: &str) -> Piece {
    Piece {
        text: text.to_owned(),
        datetime: String::new(),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::text::language;

    fn said(kind: WhenKind, first: Option<Date>, last: Option<Date>) -> String {
        let when = When {
            words: String::new(),
            kind,
            first,
            last,
        };
        let pieces = meaning(&[when], &language::russian());
        pieces
            .iter()
            .map(|p| {
                if p.datetime.is_empty() {
                    p.text.clone()
                } else {
                    format!("{}[{}]", p.text, p.datetime)
                }
            })
            .collect()
    }

    #[test]
    fn a_time_is_said_with_its_days() {
        let (first, last) = (Some(date(2023, 4, 1)), Some(date(2023, 4, 30)));
        assert_eq!(
            said(WhenKind::Month, first, last),
            "с 1 апреля[2023-04-01] по 30 апреля 2023 г.[2023-04-30]"
        );
        assert_eq!(
            said(WhenKind::Until, None, first),
            "до 1 апреля 2023 г.[2023-04-01]"
        );
        assert_eq!(
            said(WhenKind::Day, first, first),
            "1 апреля 2023 г.[2023-04-01]"
        );
        assert_eq!(
            said(
                WhenKind::Recurring(Every::YearUntil { month: 10, day: 1 }),
                None,
                None
            ),
            "каждый год не позднее 1 октября[10-01]"
        );
        assert_eq!(
            said(WhenKind::OpenEnded, first, None),
            "с 1 апреля 2023 г.[2023-04-01], конец не указан"
        );
        assert_eq!(
            said(WhenKind::BySchedule, None, None),
            "по отдельному графику, дат в плане нет"
        );
        assert_eq!(
            said(
                WhenKind::Recurring(Every::Month),
                Some(date(2022, 9, 1)),
                Some(date(2023, 8, 31))
            ),
            "каждый месяц, с 1 сентября 2022 г.[2022-09-01] по 31 августа 2023 г.[2023-08-31]"
        );
    }
}
