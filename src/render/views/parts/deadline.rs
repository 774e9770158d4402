//! A deadline for people and for programs: the words of the document, and the days they were understood to mean.

use jiff::civil::Date;
use serde::Serialize;

use crate::model::id::TerritoryPath;
use crate::model::plan::deadline::{Deadline, Every, When, WhenKind};
use crate::render::views::parts::cell::Cell;
use crate::render::words::Glossary;
use crate::text::russian;

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
    ) -> DeadlineView<'a> {
        let every = deadline.whens.iter().find_map(|when| match when.kind {
            WhenKind::Recurring(every) => Some(every.code()),
            _ => None,
        });
        DeadlineView {
            kind: deadline.kind().code(),
            every: every.unwrap_or_default(),
            words: Cell::new(&deadline.verbatim, printed, glossary, place),
            meaning: meaning(&deadline.whens),
        }
    }
}

/// What a deadline was understood to mean.
fn meaning(whens: &[When]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for (index, when) in whens.iter().enumerate() {
        if index > 0 {
            pieces.push(plain("; "));
        }
        one(when, &mut pieces);
    }
    pieces
}

fn one(when: &When, pieces: &mut Vec<Piece>) {
    match when.kind {
        WhenKind::Day
        | WhenKind::DayRange
        | WhenKind::Month
        | WhenKind::MonthRange
        | WhenKind::YearPart => {
            span(when, pieces);
        }
        WhenKind::Until | WhenKind::WithinYear => span(when, pieces),
        WhenKind::OpenEnded => {
            span(when, pieces);
            pieces.push(plain(if pieces.is_empty() {
                "конец не указан"
            } else {
                ", конец не указан"
            }));
        }
        WhenKind::Recurring(every) => {
            pieces.push(plain(how_often(every)));
            if let Every::YearUntil { month, day } = every {
                pieces.push(Piece {
                    text: format!("{day} {}", russian::month_of(month)),
                    datetime: format!("{month:02}-{day:02}"),
                });
            }
            within(when, pieces);
        }
        WhenKind::Continuous => {
            pieces.push(plain("всё время"));
            within(when, pieces);
        }
        WhenKind::BySchedule => pieces.push(plain("по отдельному графику, дат в плане нет")),
        WhenKind::Conditional => {
            pieces.push(plain("зависит от другого мероприятия, даты в плане нет"))
        }
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
        Every::Year => "каждый год",
        Every::YearUntil { .. } => "каждый год не позднее ",
    }
}

fn within(when: &When, pieces: &mut Vec<Piece>) {
    if when.first.is_some() || when.last.is_some() {
        pieces.push(plain(", "));
        span(when, pieces);
    }
}

/// «с 1 апреля по 30 апреля 2023 г.», «до 1 апреля 2023 г.», «с 1 января 2023 г.», «15 апреля 2023 г.»
fn span(when: &When, pieces: &mut Vec<Piece>) {
    match (when.first, when.last) {
        (Some(first), Some(last)) if first == last => pieces.push(time(first, true)),
        (Some(first), Some(last)) => {
            pieces.push(plain("с "));
            pieces.push(time(first, first.year() != last.year()));
            pieces.push(plain(" по "));
            pieces.push(time(last, true));
        }
        (None, Some(last)) => {
            pieces.push(plain("до "));
            pieces.push(time(last, true));
        }
        (Some(first), None) => {
            pieces.push(plain("с "));
            pieces.push(time(first, true));
        }
        (None, None) => {}
    }
}

fn time(day: Date, with_year: bool) -> Piece {
    let text = if with_year {
        russian::date(day)
    } else {
        format!("{} {}", day.day(), russian::month_of(day.month()))
    };
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

    fn said(kind: WhenKind, first: Option<Date>, last: Option<Date>) -> String {
        let pieces = meaning(&[When {
            words: String::new(),
            kind,
            first,
            last,
        }]);
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
