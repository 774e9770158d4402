//! From the words of a deadline cell to days. The phrases are read one by one, then looked at together: a year at
//! the end of a list covers the whole list, «ежегодно» limits or is limited by its neighbour, «далее» opens the end.
//! A cell with any word that is not understood is not understood at all: half a deadline would be a guess.

mod calendar;
mod phrases;
mod place;
mod resolve;
#[cfg(test)]
mod tests;
mod years;

use jiff::civil::Date;

use self::calendar::stretch::{Stretch, Year};
use self::phrases::item::{Item, Meaning, Span};
use self::phrases::items;
use self::resolve::{Near, days, whole};
use self::years::{adopt_bare_years, each_year, school_years, stretch, stretch_mut, year_of};
use super::words::{Sort, known_length, words};
use crate::model::plan::deadline::{Deadline, DeadlineCell, Every, When, WhenKind};
use crate::model::plan::period::{Period, PeriodKind};

/// Reads a deadline cell. Years that the cell does not name come from the plan's period.
///
/// Decisions that Russian usage leaves open:
/// - «до апреля» ends on 31 March, «не позднее апреля» and «до конца апреля» on 30 April;
/// - a range that would run backwards in the plan («ноябрь-январь» in a calendar year) is not understood unless a
///   year at one of its ends says where it lies;
/// - weeks of a month are counted by its days: the first is 1–7, the last is the last seven days;
/// - «ежегодно до 01.10.» lasts from the plan's first day to 1 October of the plan, «ежегодно до 2025 года» is each
///   year up to the end of 2024;
/// - «до 2025 года» ends on 31 December 2024 as «до апреля» ends on 31 March; «к 2025 году» is not understood;
/// - «до середины мая» ends on 15 May;
/// - «до конца учебного года» is 31 August in a plan for a school year, whose period ends then: nothing is called late
///   too early. In a plan for a calendar year, which holds the ends of two school years, it is not understood;
/// - «к началу учебного года» is a condition, not 1 September: lessons and councils begin it on different days;
/// - «апрель т.г.» is April of the plan;
/// - a remark in brackets that names no time, «август (конференция)», «октябрь (по согласованию)», changes nothing.
pub fn deadline(cell: &str, period: &Period) -> Deadline {
    let mut whens = known_length(cell)
        .and_then(|cell| read(cell, period))
        .unwrap_or_default();
    whens.shrink_to_fit();
    Deadline::from(DeadlineCell {
        verbatim: cell.to_owned(),
        whens,
    })
}

fn read(cell: &str, period: &Period) -> Option<Vec<When>> {
    let words = words(cell);
    let items = each_year(school_years(items(&words)?))?;
    let items = spread_until(adopt_bare_years(items, &words)?);
    let items = share_months(items);
    let near = share_years(&items);
    let settled: Option<Vec<Settled>> = items
        .iter()
        .zip(near)
        .map(|(item, near)| settle(item, near, period))
        .collect();
    join_onwards(join_every(settled?, period.first))
        .into_iter()
        .map(|settled| {
            let sign = words.get(settled.item.start)?.sort == Sort::Comma;
            let first = words.get(settled.item.start + usize::from(sign))?.start;
            let last = words.get(settled.item.end.checked_sub(1)?)?.end;
            Some(When {
                words: cell.get(first..last)?.to_owned(),
                kind: settled.kind?,
                first: settled.days.0,
                last: settled.days.1,
            })
        })
        .collect()
}

/// An item with its days. The kind is none for «далее» that has not met its neighbour.
#[derive(Debug, Clone)]
struct Settled {
    item: Item,
    kind: Option<WhenKind>,
    days: (Option<Date>, Option<Date>),
}

/// «до 15 мая, 15 ноября»: «до» speaks of every day of the list.
fn spread_until(mut items: Vec<Item>) -> Vec<Item> {
    for index in 1..items.len() {
        let (before, rest) = items.split_at_mut(index);
        if let (Some(previous), Some(item)) = (before.last(), rest.first_mut())
            && let (Meaning::Until { stretch, inclusive }, Meaning::Stretch(next)) =
                (previous.meaning, item.meaning)
            && stretch.kind == WhenKind::Day
            && next.kind == WhenKind::Day
        {
            item.meaning = Meaning::Until {
                stretch: next,
                inclusive,
            };
        }
    }
    items
}

/// «20, 21 апреля»: a day without a month takes that of the next day.
fn share_months(mut items: Vec<Item>) -> Vec<Item> {
    let mut next: Option<i8> = None;
    for item in items.iter_mut().rev() {
        if let Some(part) = stretch_mut(item) {
            part.last.month = part.last.month.or(next);
            part.first.month = part.first.month.or(part.last.month);
            let is_days = matches!(part.kind, WhenKind::Day | WhenKind::DayRange);
            next = part.first.month.filter(|_| is_days);
        } else {
            next = None;
        }
    }
    items
}

/// For each item the year that another piece of the list gives it.
fn share_years(items: &[Item]) -> Vec<Option<Near>> {
    let mut near = vec![None; items.len()];
    let mut after = None;
    for (index, item) in items.iter().enumerate().rev() {
        let Some(part) = stretch(item) else { continue };
        match (year_of(&part), part.last.month) {
            (Some((year, month)), _) => after = Some(Near::After { year, month }),
            (None, _) => near[index] = after,
        }
    }
    let mut before = None;
    for (index, item) in items.iter().enumerate() {
        let Some(part) = stretch(item) else { continue };
        if let Some((year, month)) = year_of(&part) {
            before = Some(Near::Before { year, month });
        } else if near[index].is_none() {
            near[index] = before;
        }
    }
    near
}

/// The days of one item and the kind it has before its neighbours are looked at.
fn settle(item: &Item, near: Option<Near>, period: &Period) -> Option<Settled> {
    let stretch_days = |part: &Stretch| days(part, near, period);
    let (kind, first, last) = match &item.meaning {
        Meaning::Stretch(part) => {
            let (first, last) = stretch_days(part)?;
            (Some(part.kind), Some(first), Some(last))
        }
        Meaning::Until { stretch, inclusive } => {
            let (first, last) = stretch_days(stretch)?;
            let whole = *inclusive || stretch.kind == WhenKind::Day;
            let last = if whole { last } else { first.yesterday().ok()? };
            (Some(WhenKind::Until), None, Some(last))
        }
        Meaning::UntilEndOf(span) => {
            let (_, last) = until_end_of(*span, period)?;
            (Some(WhenKind::Until), None, Some(last))
        }
        Meaning::From(part) => (Some(WhenKind::OpenEnded), Some(stretch_days(part)?.0), None),
        Meaning::Within(span) => {
            let (first, last) = match span {
                Span::Named(year) => named_span(*year, period)?,
                Span::Plan | Span::SchoolYear => (period.first, period.last),
            };
            (Some(WhenKind::WithinYear), Some(first), Some(last))
        }
        Meaning::Every(every) => (
            Some(WhenKind::Recurring(*every)),
            Some(period.first),
            Some(period.last),
        ),
        Meaning::Continuous => (Some(WhenKind::Continuous), None, None),
        Meaning::BySchedule => (Some(WhenKind::BySchedule), None, None),
        Meaning::Conditional => (Some(WhenKind::Conditional), None, None),
        Meaning::Onwards | Meaning::BareYear(_) => (None, None, None),
    };
    Some(Settled {
        item: *item,
        kind,
        days: (first, last),
    })
}

/// «2023-2024» alone is the plan's school year when it is one, else two calendar years.
fn named_span(year: Year, period: &Period) -> Option<(Date, Date)> {
    match year {
        Year::Many(first, last)
            if period.kind == PeriodKind::SchoolYear
                && (period.first.year(), period.last.year()) == (first, last) =>
        {
            Some((period.first, period.last))
        }
        year => whole(year),
    }
}

/// The end of a year that is named or the plan's own. A school year ends twice in a plan for a calendar year:
/// which end is meant nobody says.
fn until_end_of(span: Span, period: &Period) -> Option<(Date, Date)> {
    match span {
        Span::Named(year) => named_span(year, period),
        Span::SchoolYear if period.kind != PeriodKind::SchoolYear => None,
        Span::SchoolYear | Span::Plan => Some((period.first, period.last)),
    }
}

/// Joins «ежегодно» with the times it repeats, before or after it: «ежегодно до 01.10.», «апрель, ежегодно»,
/// «ежемесячно в течение года». After «далее» it stands for itself.
fn join_every(settled: Vec<Settled>, begin: Date) -> Vec<Settled> {
    let every = |settled: &Settled| match settled.item.meaning {
        Meaning::Every(every) => Some(every),
        _ => None,
    };
    let joins = |rest: &[Settled], every: Every| {
        !rest.is_empty() && rest.iter().all(|settled| can_recur(settled, every))
    };
    if let Some((head, rest)) = settled.split_first()
        && let Some(every) = every(head)
        && joins(rest, every)
    {
        let mut found: Vec<Settled> = rest
            .iter()
            .map(|part| recurring(part, every, begin))
            .collect();
        if let Some(first) = found.first_mut() {
            first.item.start = head.item.start;
        }
        return found;
    }
    if let Some((last, rest)) = settled.split_last()
        && let Some(every) = every(last)
        && joins(rest, every)
    {
        let mut found: Vec<Settled> = rest
            .iter()
            .map(|part| recurring(part, every, begin))
            .collect();
        if let Some(end) = found.last_mut() {
            end.item.end = last.item.end;
        }
        return found;
    }
    settled
}

/// True when this time can come back so often, or hold so many returns.
fn can_recur(settled: &Settled, every: Every) -> bool {
    match settled.kind {
        Some(WhenKind::WithinYear | WhenKind::Until | WhenKind::OpenEnded) => true,
        Some(WhenKind::MonthRange | WhenKind::YearPart | WhenKind::DayRange) => true,
        Some(WhenKind::Month) => {
            matches!(
                every,
                Every::Year | Every::Fortnight | Every::Week | Every::Day
            )
        }
        Some(WhenKind::Day) => every == Every::Year,
        Some(WhenKind::Continuous) => false,
        _ => false,
    }
}

/// The same time, coming back; what has no beginning of its own begins with the plan.
fn recurring(settled: &Settled, every: Every, begin: Date) -> Settled {
    let to_year = match settled.item.meaning {
        Meaning::Until { stretch, .. } => stretch.is_year(),
        Meaning::UntilEndOf(span) => matches!(span, Span::Named(_)),
        _ => false,
    };
    let until = match (settled.kind, settled.days.1) {
        (Some(WhenKind::Until), Some(day)) if every == Every::Year && !to_year => {
            Some(Every::YearUntil {
                month: day.month(),
                day: day.day(),
            })
        }
        _ => None,
    };
    Settled {
        kind: Some(WhenKind::Recurring(until.unwrap_or(every))),
        days: (settled.days.0.or(Some(begin)), settled.days.1),
        ..settled.clone()
    }
}

/// «В течение 2023 г. и последующий период» has a beginning and no end; in «апрель 2023 г., далее ежегодно» April
/// stays as it is and the repetition begins with it.
fn join_onwards(settled: Vec<Settled>) -> Vec<Settled> {
    let mut found: Vec<Settled> = Vec::new();
    let mut rest = settled.into_iter().peekable();
    while let Some(mut settled) = rest.next() {
        let is_onwards = settled.item.meaning == Meaning::Onwards;
        let follower = rest.peek().is_some_and(|next| {
            use Meaning::{BySchedule, Conditional, Continuous, Every};
            matches!(
                next.item.meaning,
                Every(_) | Continuous | BySchedule | Conditional
            )
        });
        let Some(previous) = found.last_mut().filter(|_| is_onwards) else {
            found.push(settled);
            continue;
        };
        if let Some(mut next) = rest.next_if(|_| follower) {
            next.item.start = settled.item.start;
            if matches!(next.item.meaning, Meaning::Every(_)) {
                next.days = (previous.days.0, None);
            }
            found.push(next);
        } else if previous.days.0.is_some() {
            previous.kind = Some(WhenKind::OpenEnded);
            previous.days.1 = None;
            previous.item.end = settled.item.end;
        } else {
            settled.kind = None;
            found.push(settled);
        }
    }
    found
}
