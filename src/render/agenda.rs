//! All events by the time they are promised for: dated ones by month, the others by plan.
//! Built once for a build, so that a page of one month does not read the plans of all years again. What is built holds
//! places of events and not the events, so that it may be made when the first page asks for it.

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

/// Events by time: what a page asks.
#[derive(Clone, Copy)]
pub struct Agenda<'a> {
    portal: &'a Portal,
    order: &'a Order,
}

/// Events of a portal put in order of time.
#[derive(Default)]
pub struct Order {
    months: BTreeMap<YearMonth, Vec<Dated>>,
    lanes: Vec<Undated>,
}

/// Where an event stands in the portal.
#[derive(Clone, Copy)]
pub struct EventPlace {
    territory: usize,
    plan: usize,
    section: usize,
    event: usize,
}

/// A dated event in one of its months; the piece of its deadline that falls into it by number.
struct Dated {
    place: EventPlace,
    when: usize,
    fit: Fit,
    serial: usize,
}

/// The events of a plan that have no date.
struct Undated {
    territory: usize,
    plan: usize,
    events: Vec<EventPlace>,
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

impl EventPlace {
    /// Every event of a portal with its place, in the order of territories and plans.
    pub fn all(portal: &Portal) -> impl Iterator<Item = (EventPlace, &Event)> {
        portal.places().enumerate().flat_map(|(territory, place)| {
            place
                .plans
                .iter()
                .enumerate()
                .flat_map(move |(plan, one)| EventPlace::of_plan(one, territory, plan))
        })
    }

    fn of_plan(
        roadmap: &Roadmap,
        territory: usize,
        plan: usize,
    ) -> impl Iterator<Item = (EventPlace, &Event)> {
        let sections = roadmap.sections.iter().enumerate();
        sections.flat_map(move |(section, one)| {
            one.events.iter().enumerate().map(move |(event, found)| {
                let place = EventPlace {
                    territory,
                    plan,
                    section,
                    event,
                };
                (place, found)
            })
        })
    }

    /// What stands there.
    pub fn promise(self, portal: &Portal) -> Promise<'_> {
        let territory = &*portal.territories[self.territory];
        let plan = &territory.plans[self.plan];
        Promise {
            territory,
            plan,
            event: &plan.sections[self.section].events[self.event],
        }
    }
}

impl Order {
    /// Puts all events of a portal in order.
    pub fn new(portal: &Portal) -> Self {
        let mut order = Order::default();
        let mut serial = 0;
        for (territory, place) in portal.places().enumerate() {
            for (plan, roadmap) in place.plans.iter().enumerate() {
                let mut events = Vec::new();
                for (place, event) in EventPlace::of_plan(roadmap, territory, plan) {
                    serial += 1;
                    if !order.enter(place, event, serial) {
                        events.push(place);
                    }
                }
                order.lanes.push(Undated {
                    territory,
                    plan,
                    events,
                });
            }
        }
        // The sort is stable: at one day events keep the order of territories and plans.
        for (month, entries) in &mut order.months {
            entries.sort_by_key(|entry| {
                let when = entry.resolved(portal).when;
                (entry.fit, sort_day(when, entry.fit, *month))
            });
        }
        order
    }

    /// Enters a dated event into its months; false when it has no date.
    fn enter(&mut self, place: EventPlace, event: &Event, serial: usize) -> bool {
        let mut seen: Vec<YearMonth> = Vec::new();
        for (number, when) in whens(event).enumerate() {
            if !when.kind.is_dated() {
                continue;
            }
            for month in months_of(when) {
                if !seen.contains(&month) {
                    seen.push(month);
                    let entry = Dated {
                        place,
                        when: number,
                        fit: fit(when, month),
                        serial,
                    };
                    self.months.entry(month).or_default().push(entry);
                }
            }
        }
        !seen.is_empty()
    }
}

impl Dated {
    fn resolved<'a>(&self, portal: &'a Portal) -> Entry<'a> {
        let promise = self.place.promise(portal);
        let mut whens = whens(promise.event);
        Entry {
            promise,
            when: whens.nth(self.when).expect("the deadline it was read from"),
            fit: self.fit,
            serial: self.serial,
        }
    }
}

fn whens(event: &Event) -> impl Iterator<Item = &When> {
    let deadline = event.deadline.iter();
    deadline.flat_map(|deadline| &deadline.value.whens)
}

impl<'a> Agenda<'a> {
    /// The events of a portal in this order.
    pub fn new(portal: &'a Portal, order: &'a Order) -> Self {
        Agenda { portal, order }
    }

    /// The dated events of a month, in the order of its page.
    pub fn month(&self, month: YearMonth) -> Vec<Entry<'a>> {
        let entries = self.order.months.get(&month).into_iter().flatten();
        entries.map(|entry| entry.resolved(self.portal)).collect()
    }

    /// How many different dated events a year has.
    pub fn dated_in_year(&self, year: i16) -> usize {
        let months = self.order.months.range((year, 1)..=(year, 12));
        months
            .flat_map(|(_, entries)| entries)
            .map(|entry| entry.serial)
            .collect::<BTreeSet<_>>()
            .len()
    }

    /// How many events without a date the plans of a year have.
    pub fn undated_in_year(&self, year: i16) -> usize {
        let inside = |lane: &&Undated| {
            let period = &self.portal.territories[lane.territory].plans[lane.plan].period;
            period.first.year() <= year && year <= period.last.year()
        };
        let lanes = self.order.lanes.iter().filter(inside);
        lanes.map(|lane| lane.events.len()).sum()
    }

    /// The plans that cover a month, with those events without a date that may take place in it.
    pub fn lanes(&self, month: YearMonth) -> Vec<Lane<'a>> {
        let (first, last) = (first_day(month), last_day(month));
        let lane = |lane: &Undated| {
            let territory = &*self.portal.territories[lane.territory];
            let plan = &territory.plans[lane.plan];
            let covers = plan.period.first <= last && first <= plan.period.last;
            let events = lane.events.iter().filter(|_| covers);
            let events = events.map(|place| place.promise(self.portal).event);
            Lane {
                territory,
                plan,
                events: events.filter(|event| may_be(event, first, last)).collect(),
            }
        };
        let lanes = self.order.lanes.iter().map(lane);
        lanes.filter(|lane| !lane.events.is_empty()).collect()
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
