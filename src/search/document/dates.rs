//! Dates as tokens: `@2023-04-20` a day, `@04-20` that day of any year, `@2023-04`, `@04` and `@2023` likewise. A query
//! for a month finds every day of it, a query for a day only that day.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::model::plan::deadline::{Deadline, Every, When, WhenKind};
use crate::model::plan::period::Period;

/// Days of one stretch that become tokens of their own; a longer one is found by its months.
const DAYS: usize = 62;

/// Months of one stretch that become tokens; a mistyped year must not make thousands.
const MONTHS: usize = 60;

/// Tokens and months collected from the dates of a document.
#[derive(Debug, Clone, Default)]
pub struct Dates {
    tokens: BTreeSet<String>,
    months: BTreeSet<u8>,
}

impl Dates {
    /// The dates of an event: those of its deadline, else the years of its plan.
    pub fn of_event(deadline: Option<&Deadline>, period: &Period) -> Dates {
        let mut dates = Dates::default();
        for when in deadline.iter().flat_map(|deadline| &deadline.whens) {
            dates.add_when(when, period);
        }
        if dates.tokens.is_empty() {
            dates.add_years(period.first, period.last);
        }
        dates
    }

    /// Tokens in order.
    pub fn tokens(self) -> Vec<String> {
        self.tokens.into_iter().collect()
    }

    /// Months in which something goes on, 1–12.
    pub fn months(&self) -> Vec<u8> {
        self.months.iter().copied().collect()
    }

    /// One day.
    pub fn add_day(&mut self, day: Date) {
        self.tokens.insert(format!("@{day}"));
        self.tokens
            .insert(format!("@{:02}-{:02}", day.month(), day.day()));
        self.add_month(day);
    }

    /// Every year from one day to another.
    pub fn add_years(&mut self, first: Date, last: Date) {
        for year in (first.year()..=last.year()).take(MONTHS / 12) {
            self.tokens.insert(format!("@{year}"));
        }
    }

    /// A deadline that stands outside of a plan, in a point of an order.
    pub fn add_deadline(&mut self, deadline: &Deadline, period: &Period) {
        for when in &deadline.whens {
            self.add_when(when, period);
        }
    }

    fn add_when(&mut self, when: &When, period: &Period) {
        let first = when.first.unwrap_or(period.first);
        let last = when.last.unwrap_or(period.last);
        match when.kind {
            WhenKind::Day | WhenKind::DayRange => self.add_days(first, last),
            WhenKind::Month | WhenKind::MonthRange | WhenKind::YearPart => {
                each_month(first, last, |month| self.add_month(month));
            }
            // «До 1 апреля» is looked for by that day; when the work begins, the words do not say.
            WhenKind::Until => self.add_day(last),
            WhenKind::Recurring(Every::YearUntil { month, day }) => {
                self.add_years(first, last);
                self.tokens.insert(format!("@{month:02}"));
                self.tokens.insert(format!("@{month:02}-{day:02}"));
                self.months.insert(month.unsigned_abs());
            }
            // Measures for the whole year are no answer to «апрель», but they go on in April: they pass its filter.
            WhenKind::WithinYear
            | WhenKind::OpenEnded
            | WhenKind::Recurring(_)
            | WhenKind::Continuous => {
                self.add_years(first, last);
                each_month(first, last, |month| {
                    self.months.insert(month.month().unsigned_abs());
                });
            }
            WhenKind::BySchedule | WhenKind::Conditional => self.add_years(first, last),
        }
    }

    fn add_days(&mut self, first: Date, last: Date) {
        let stretch = first.series(jiff::Span::new().days(1));
        let days: Vec<Date> = stretch
            .take_while(|day| *day <= last)
            .take(DAYS + 1)
            .collect();
        if days.len() > DAYS {
            self.add_day(first);
            self.add_day(last);
            each_month(first, last, |month| self.add_month(month));
        } else {
            days.into_iter().for_each(|day| self.add_day(day));
        }
    }

    fn add_month(&mut self, day: Date) {
        self.tokens.insert(format!("@{}", day.year()));
        self.tokens
            .insert(format!("@{}-{:02}", day.year(), day.month()));
        self.tokens.insert(format!("@{:02}", day.month()));
        self.months.insert(day.month().unsigned_abs());
    }
}

/// The first day of each month from that of `first` to that of `last`.
fn each_month(first: Date, last: Date, mut found: impl FnMut(Date)) {
    let months = first.first_of_month().series(jiff::Span::new().months(1));
    for month in months.take_while(|month| *month <= last).take(MONTHS) {
        found(month);
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::model::plan::deadline::DeadlineCell;

    fn of(whens: &[(WhenKind, Option<Date>, Option<Date>)]) -> Dates {
        let when = |(kind, first, last): &(WhenKind, Option<Date>, Option<Date>)| When {
            words: String::new(),
            kind: *kind,
            first: *first,
            last: *last,
        };
        let deadline = Deadline::from(DeadlineCell {
            verbatim: String::new(),
            whens: whens.iter().map(when).collect(),
        });
        Dates::of_event(Some(&deadline), &Period::calendar_year(2023))
    }

    #[test]
    fn months_in_a_row_are_all_found() {
        let dates = of(&[(
            WhenKind::MonthRange,
            Some(date(2023, 3, 1)),
            Some(date(2023, 4, 30)),
        )]);
        assert_eq!(dates.months(), [3, 4]);
        assert_eq!(
            dates.tokens(),
            ["@03", "@04", "@2023", "@2023-03", "@2023-04"]
        );
    }

    #[test]
    fn a_day_is_found_by_itself_and_by_its_month() {
        let dates = of(&[(WhenKind::Until, None, Some(date(2023, 4, 1)))]);
        assert_eq!(dates.months(), [4]);
        assert_eq!(
            dates.tokens(),
            ["@04", "@04-01", "@2023", "@2023-04", "@2023-04-01"]
        );
    }

    #[test]
    fn the_whole_year_passes_every_month_and_answers_none() {
        let dates = of(&[(
            WhenKind::WithinYear,
            Some(date(2023, 1, 1)),
            Some(date(2023, 12, 31)),
        )]);
        assert_eq!(dates.months().len(), 12);
        assert_eq!(dates.tokens(), ["@2023"]);
        let dates = of(&[(WhenKind::OpenEnded, Some(date(2023, 10, 1)), None)]);
        assert_eq!(dates.months(), [10, 11, 12]);
    }

    #[test]
    fn without_a_deadline_the_plan_gives_the_year() {
        let dates = Dates::of_event(None, &Period::school_year(2022));
        assert!(dates.months().is_empty());
        assert_eq!(dates.tokens(), ["@2022", "@2023"]);
    }

    #[test]
    fn a_mistyped_year_stays_small() {
        let dates = of(&[(
            WhenKind::DayRange,
            Some(date(2023, 1, 1)),
            Some(date(9000, 1, 1)),
        )]);
        assert!(dates.tokens().len() < 200);
    }
}
