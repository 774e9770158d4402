//! From the words of a deadline cell to days. The phrases are read one by one, then looked at together: a year at
//! the end of a list covers the whole list, «ежегодно» limits or is limited by its neighbour, «далее» opens the end.
//! A cell with any word that is not understood is not understood at all: half a deadline would be a guess.

mod loose;
mod parts;
mod phrases;
mod points;
mod recurring;
mod resolve;
#[cfg(test)]
mod tests;

use jiff::civil::Date;

use self::phrases::{Item, Meaning, Span, items};
use self::points::{Stretch, Year};
use self::resolve::{Near, days, of_month, whole};
use super::words::words;
use crate::model::plan::deadline::{Deadline, Every, When, WhenKind};
use crate::model::plan::period::{Period, PeriodKind};

/// Reads a deadline cell. Years that the cell does not name come from the plan's period.
///
/// Decisions that Russian usage leaves open:
/// - «до апреля» ends on 31 March, «не позднее апреля» and «до конца апреля» on 30 April;
/// - a range that would run backwards in the plan («ноябрь-январь» in a calendar year) is not understood unless a
///   year at one of its ends says where it lies;
/// - weeks of a month are counted by its days: the first is 1–7, the last is the last seven days;
/// - «ежегодно до 01.10.» lasts from the plan's first day to 1 October of the plan.
pub fn deadline(cell: &str, period: &Period) -> Deadline {
    Deadline {
        verbatim: cell.to_owned(),
        whens: read(cell, period).unwrap_or_default(),
    }
}

fn read(cell: &str, period: &Period) -> Option<Vec<When>> {
    let words = words(cell);
    let items = spread_until(adopt_bare_years(school_years(items(&words)?))?);
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
            let first = words.get(settled.item.start)?.start;
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

/// «2022-2023 и 2023-2024 учебных годов»: the last words make school years of the whole row.
fn school_years(mut items: Vec<Item>) -> Vec<Item> {
    let mut school = false;
    for item in items.iter_mut().rev() {
        let (Meaning::BareYear(year) | Meaning::Within(Span::Named(year))) = &mut item.meaning
        else {
            school = false;
            continue;
        };
        match *year {
            Year::School(_) => school = true,
            Year::Many(first, last) if school && last == first + 1 => *year = Year::School(first),
            _ => school = false,
        }
    }
    items
}

/// «март, апрель, 2023 г.» and «2023 г.: март, апрель»: a year alone beside times without a year is theirs.
/// Elsewhere it is a time of its own.
fn adopt_bare_years(items: Vec<Item>) -> Option<Vec<Item>> {
    let needs_year = |item: &Item| stretch(item).is_some_and(|part| year_of(&part).is_none());
    let mut found: Vec<Item> = Vec::new();
    let mut heading: Option<(Year, usize)> = None;
    for (index, mut item) in items.iter().copied().enumerate() {
        if let Meaning::BareYear(year) = item.meaning {
            let rest = items.get(index + 1..).unwrap_or_default();
            let single = !matches!(year, Year::Many(..));
            if let Some(last) = found.last_mut().filter(|last| single && needs_year(last)) {
                give_year(last, year);
                last.end = item.end;
                continue;
            }
            if index == 0 && single && !rest.is_empty() && rest.iter().all(needs_year) {
                heading = Some((year, item.start));
                continue;
            }
            if found.iter().any(needs_year) || rest.iter().any(needs_year) {
                return None;
            }
            item.meaning = Meaning::Within(Span::Named(year));
        } else if let Some((year, start)) = heading {
            give_year(&mut item, year);
            item.start = if index == 1 { start } else { item.start };
        }
        found.push(item);
    }
    Some(found)
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
        Some(WhenKind::Day | WhenKind::Month) => every == Every::Year || every == Every::Week,
        Some(WhenKind::Continuous) => false,
        _ => false,
    }
}

/// The same time, coming back; what has no beginning of its own begins with the plan.
fn recurring(settled: &Settled, every: Every, begin: Date) -> Settled {
    let until = match (settled.kind, settled.days.1) {
        (Some(WhenKind::Until), Some(day)) if every == Every::Year => Some(Every::YearUntil {
            month: day.month(),
            day: day.day(),
        }),
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

fn stretch(item: &Item) -> Option<Stretch> {
    match item.meaning {
        Meaning::Stretch(part) | Meaning::From(part) => Some(part),
        Meaning::Until { stretch, .. } => Some(stretch),
        _ => None,
    }
}

fn stretch_mut(item: &mut Item) -> Option<&mut Stretch> {
    match &mut item.meaning {
        Meaning::Stretch(part) | Meaning::From(part) => Some(part),
        Meaning::Until { stretch, .. } => Some(stretch),
        _ => None,
    }
}

/// The year named in a stretch and the month it stands at.
fn year_of(part: &Stretch) -> Option<(Year, i8)> {
    let last = part.last.year.zip(part.last.month);
    let found = last.or(part.first.year.zip(part.first.month))?;
    of_month(found.0, found.1).map(|_| found)
}

fn give_year(item: &mut Item, year: Year) {
    if let Some(part) = stretch_mut(item) {
        *part = part.with_year(Some(year));
    }
}
