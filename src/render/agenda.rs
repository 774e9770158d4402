//! All events by the time they are promised for: dated ones by month, the others by plan.
//! Built once for a build, so that a page of one month does not read the plans of all years again.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, date};

use crate::model::place::territory::Territory;
use crate::model::plan::deadline::{When, WhenKind};
use crate::model::plan::roadmap::{Event, Roadmap};
use crate::model::portal::Portal;

/// A year and a month 1–12.
pub type YearMonth = (i16, i8);

/// A mistyped year («2203») must not fill the calendar; `check` reports it.
const LONGEST: usize = 240;

/// Events by time.
#[derive(Default)]
pub struct Agenda<'a> {
    months: BTreeMap<YearMonth, Vec<Entry<'a>>>,
    lanes: Vec<Lane<'a>>,
}

/// An event with the plan and the territory it belongs to.
#[derive(Clone, Copy)]
pub struct Promise<'a> {
    /// Whose plan.
    pub territory: &'a Territory,
    /// The plan.
    pub plan: &'a Roadmap,
    /// The event.
    pub event: &'a Event,
}

/// An event in one of its months.
#[derive(Clone, Copy)]
pub struct Entry<'a> {
    /// The event.
    pub promise: Promise<'a>,
    /// The piece of its deadline that falls into the month.
    pub when: &'a When,
    /// How it lies in the month.
    pub fit: Fit,
    /// Number of the event in the portal: the same in each month of the event.
    pub serial: usize,
}

/// How a piece of a deadline lies in a month. The order is that of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// On certain days, or up to a certain day of the month.
    Days,
    /// Any day of this month.
    WholeMonth,
    /// Longer than the month.
    Longer,
}

/// The events of a plan that have no date: year-round, continuous, recurring, by a separate schedule.
pub struct Lane<'a> {
    /// Whose plan.
    pub territory: &'a Territory,
    /// The plan.
    pub plan: &'a Roadmap,
    /// The events, in the order of the plan.
    pub events: Vec<&'a Event>,
}

/// First day of a month.
pub fn first_day((year, month): YearMonth) -> Date {
    date(year, month.clamp(1, 12), 1)
}

/// Last day of a month.
pub fn last_day(month: YearMonth) -> Date {
    first_day(month).last_of_month()
}

/// The month of a day.
pub fn month_of(day: Date) -> YearMonth {
    (day.year(), day.month())
}

impl<'a> Agenda<'a> {
    /// Puts all events of a portal in order.
    pub fn new(portal: &'a Portal) -> Self {
        let mut agenda = Agenda::default();
        let mut serial = 0;
        for territory in &portal.territories {
            for plan in &territory.plans {
                let mut events = Vec::new();
                for event in plan.events() {
                    serial += 1;
                    if !agenda.enter(
                        Promise {
                            territory,
                            plan,
                            event,
                        },
                        serial,
                    ) {
                        events.push(event);
                    }
                }
                agenda.lanes.push(Lane {
                    territory,
                    plan,
                    events,
                });
            }
        }
        // The sort is stable: at one day events keep the order of territories and plans.
        for (month, entries) in &mut agenda.months {
            entries.sort_by_key(|entry| (entry.fit, sort_day(entry.when, entry.fit, *month)));
        }
        agenda
    }

    /// Enters a dated event into its months; false when it has no date.
    fn enter(&mut self, promise: Promise<'a>, serial: usize) -> bool {
        let mut seen: Vec<YearMonth> = Vec::new();
        let whens = promise
            .event
            .deadline
            .iter()
            .flat_map(|deadline| &deadline.value.whens);
        for when in whens.filter(|when| when.kind.is_dated()) {
            for month in months_of(when) {
                if !seen.contains(&month) {
                    seen.push(month);
                    let entry = Entry {
                        promise,
                        when,
                        fit: fit(when, month),
                        serial,
                    };
                    self.months.entry(month).or_default().push(entry);
                }
            }
        }
        !seen.is_empty()
    }

    /// The dated events of a month, in the order of its page.
    pub fn month(&self, month: YearMonth) -> &[Entry<'a>] {
        self.months.get(&month).map_or(&[], Vec::as_slice)
    }

    /// How many different dated events a year has.
    pub fn dated_in_year(&self, year: i16) -> usize {
        let entries = self
            .months
            .range((year, 1)..=(year, 12))
            .flat_map(|(_, entries)| entries);
        entries
            .map(|entry| entry.serial)
            .collect::<BTreeSet<_>>()
            .len()
    }

    /// How many events without a date the plans of a year have.
    pub fn undated_in_year(&self, year: i16) -> usize {
        let inside = |lane: &&Lane<'_>| {
            lane.plan.period.first.year() <= year && year <= lane.plan.period.last.year()
        };
        self.lanes
            .iter()
            .filter(inside)
            .map(|lane| lane.events.len())
            .sum()
    }

    /// The plans that cover a month, with those events without a date that may take place in it.
    pub fn lanes(&self, month: YearMonth) -> Vec<Lane<'a>> {
        let (first, last) = (first_day(month), last_day(month));
        let covers =
            |lane: &&Lane<'a>| lane.plan.period.first <= last && first <= lane.plan.period.last;
        let of_month = |lane: &Lane<'a>| Lane {
            territory: lane.territory,
            plan: lane.plan,
            events: lane
                .events
                .iter()
                .copied()
                .filter(|e| may_be(e, first, last))
                .collect(),
        };
        self.lanes
            .iter()
            .filter(covers)
            .map(of_month)
            .filter(|l| !l.events.is_empty())
            .collect()
    }
}

/// Whether an event without a date may take place between two days: «В течение 2023 г.» in a plan of the school year
/// 2022–2023 cannot before January.
fn may_be(event: &Event, first: Date, last: Date) -> bool {
    let Some(deadline) = &event.deadline else {
        return true;
    };
    let fits = |when: &When| {
        when.first.is_none_or(|day| day <= last) && when.last.is_none_or(|day| day >= first)
    };
    deadline.value.whens.is_empty() || deadline.value.whens.iter().any(fits)
}

fn months_of(when: &When) -> Vec<YearMonth> {
    let (Some(from), Some(to)) = (when.first.or(when.last), when.last.or(when.first)) else {
        return Vec::new();
    };
    let mut months = Vec::new();
    let (mut year, mut month) = month_of(from);
    while (year, month) <= month_of(to) && months.len() < LONGEST {
        months.push((year, month));
        (year, month) = if month == 12 {
            (year + 1, 1)
        } else {
            (year, month + 1)
        };
    }
    months
}

fn fit(when: &When, month: YearMonth) -> Fit {
    let starts = when.first.is_some_and(|day| month_of(day) == month);
    let ends = when.last.is_some_and(|day| month_of(day) == month);
    let whole = when.first == Some(first_day(month)) && when.last == Some(last_day(month));
    let by_days = matches!(
        when.kind,
        WhenKind::Day | WhenKind::DayRange | WhenKind::Until
    );
    match (starts, ends) {
        _ if whole => Fit::WholeMonth,
        (true, true) => Fit::Days,
        (true, false) | (false, true) if by_days => Fit::Days,
        _ => Fit::Longer,
    }
}

fn sort_day(when: &When, fit: Fit, month: YearMonth) -> Option<Date> {
    let first = when.first.filter(|day| month_of(*day) == month);
    match fit {
        Fit::Days => first.or(when.last),
        Fit::WholeMonth => None,
        Fit::Longer => when.last,
    }
}
