//! Phrases with a time of their own: «до …», «с … по …», «в течение …», «ежегодно», «март-апрель».
//! Pieces are not joined and no date is computed here.

use super::item::{Item, Meaning, Span};
use super::recurring::{every, every_month_by_day};
use super::tail::tail;
use crate::content::meaning::deadline::calendar::month::month_with_year;
use crate::content::meaning::deadline::calendar::parts::numbered_parts;
use crate::content::meaning::deadline::calendar::point;
use crate::content::meaning::deadline::calendar::stretch::{Day, Stretch, Year};
use crate::content::meaning::deadline::calendar::year::{is_year_noun, this_year, year};
use crate::content::meaning::deadline::place::{Read, after_dot, is, sort, starts};
use crate::content::meaning::words::{Sort, Word};
use crate::model::plan::deadline::WhenKind;

/// A phrase with a time of its own: everything except schedules and conditions.
pub fn dated(words: &[Word], place: usize) -> Read<Vec<Item>> {
    if let Some((parts, next)) = numbered_parts(words, place) {
        // A part that begins a range is left to the range: «I квартал – май».
        if !sort(words, next, Sort::Dash) {
            let item = |(stretch, start, end)| Item {
                meaning: Meaning::Stretch(stretch),
                start,
                end,
            };
            return Some((parts.into_iter().map(item).collect(), next));
        }
    }
    let one = |(meaning, end)| {
        let item = Item {
            meaning,
            start: place,
            end,
        };
        (vec![item], end)
    };
    until(words, place)
        .or_else(|| since(words, place))
        .or_else(|| within(words, place))
        .or_else(|| every(words, place))
        .or_else(|| onwards(words, place))
        .or_else(|| range(words, place).map(|(stretch, next)| (Meaning::Stretch(stretch), next)))
        .or_else(|| year(words, place).map(|(year, next)| (Meaning::BareYear(year), next)))
        .map(one)
}

/// One part or a row of them joined by dashes: «март», «1-15 апреля», «сентябрь 2022 – май 2023», «март-апрель-май».
fn range(words: &[Word], place: usize) -> Read<Stretch> {
    let (mut stretch, mut next) = part(words, place)?;
    while sort(words, next, Sort::Dash) {
        let (last, after) = part(words, next + 1)?;
        // «15-05.2023» is neither days nor months.
        let mixed = matches!(last.kind, WhenKind::Month | WhenKind::MonthRange);
        if stretch.last.month.is_none() && mixed {
            return None;
        }
        stretch = stretch.through(last);
        next = after;
    }
    Some((stretch, next))
}

/// A point or one numbered part.
fn part(words: &[Word], place: usize) -> Read<Stretch> {
    match numbered_parts(words, place) {
        Some((parts, next)) if parts.len() == 1 => parts.first().map(|(part, ..)| (*part, next)),
        Some(_) => None,
        None => point(words, place),
    }
}

/// «до 15 мая», «в срок до 27 апреля», «не позднее сентября», «к 1 июня», «по 31.05.2024», «до конца года».
pub fn until(words: &[Word], place: usize) -> Read<Meaning> {
    let mut next = place;
    if is(words, next, &["в", "во"]) && is(words, next + 1, &["срок", "сроки"]) {
        next += 2;
    } else if is(words, next, &["срок", "сроком"]) {
        next += 1;
    }
    let inclusive = if is(words, next, &["до", "к", "ко"]) {
        next += 1;
        false
    } else if is(words, next, &["по"]) {
        next += 1;
        true
    } else if is(words, next, &["не"]) && is(words, next + 1, &["позднее", "позже"]) {
        next += 2;
        next += usize::from(sort(words, next, Sort::Comma));
        next += usize::from(is(words, next, &["чем"]));
        true
    } else {
        return None;
    };
    if let Some(found) = every_month_by_day(words, next) {
        return Some(found);
    }
    if is(words, next, &["конца", "концу"]) {
        return until_end(words, next + 1);
    }
    if starts(words, next, &["середин"]) {
        let ((month, year), next) = month_with_year(words, next + 1)?;
        let day = Stretch::in_month(WhenKind::Day, Some(month), Day::Of(15), Day::Of(15));
        let stretch = day.with_year(year);
        return Some((Meaning::Until { stretch, inclusive }, next));
    }
    let (stretch, next) = part(words, next).or_else(|| {
        // «к 2025 году»: by its beginning or in its course?
        let (year, after) = year(words, next).filter(|_| !is(words, next - 1, &["к", "ко"]))?;
        Stretch::whole_year(year).map(|stretch| (stretch, after))
    })?;
    // «до апреля 2024 г. (включительно)».
    let open = next + usize::from(sort(words, next, Sort::Open));
    let inclusive = inclusive || is(words, open, &["включительно"]);
    Some((Meaning::Until { stretch, inclusive }, next))
}

/// What follows «до конца».
fn until_end(words: &[Word], place: usize) -> Read<Meaning> {
    if let Some((stretch, next)) = part(words, place) {
        let inclusive = true;
        return Some((Meaning::Until { stretch, inclusive }, next));
    }
    let (span, next) = span(words, place)?;
    Some((Meaning::UntilEndOf(span), next))
}

/// «с 1 по 15 апреля», «с сентября по май», and without an end «с 01.09.2023», «начиная с сентября».
fn since(words: &[Word], place: usize) -> Read<Meaning> {
    let mut next = place;
    if is(words, next, &["в"]) && is(words, next + 1, &["период"]) {
        next += 2;
    }
    if starts(words, next, &["начина"]) {
        next += 1;
    }
    if is(words, next, &["не"]) && is(words, next + 1, &["ранее", "раньше"]) {
        next += 2;
    } else if is(words, next, &["с", "со", "от", "после"]) {
        next += 1;
    } else {
        return None;
    }
    let (first, after) = part(words, next)?;
    let open = (Meaning::From(first), after);
    if is(words, place, &["после"]) {
        return Some(open);
    }
    if sort(words, after, Sort::Dash) {
        return range(words, next).map(|(stretch, next)| (Meaning::Stretch(stretch), next));
    }
    let mut last = after;
    last += usize::from(sort(words, last, Sort::Comma));
    if !is(words, last, &["по", "до"]) {
        return Some(open);
    }
    last += 1;
    last += usize::from(is(words, last, &["конца", "конец"]));
    let (end, next) = part(words, last)?;
    Some((Meaning::Stretch(first.through(end)), next))
}

/// «в течение года», «С течение года», «на протяжении 2023 г.», «весь период», «постоянно», «учебный год».
fn within(words: &[Word], place: usize) -> Read<Meaning> {
    let mut next = place;
    let mut head = false;
    if is(words, next, &["в", "во", "с"]) && starts(words, next + 1, &["течен", "теч"])
    {
        next = after_dot(words, next + 2);
        head = true;
    } else if is(words, next, &["на"]) && starts(words, next + 1, &["протяжен"]) {
        next += 2;
        head = true;
    } else if is(words, next, &["в"]) {
        next += 1;
    }
    let whole = is(words, next, &["весь", "все", "всего", "целого", "круглый"]);
    if whole
        || starts(words, next, &["текущ", "календарн"])
        || is(words, next, &["этого", "данного"])
    {
        next += 1;
        head = true;
    }
    if head && starts(words, next, &["период", "срок"]) && is(words, next, PERIOD_FORMS) {
        let after = tail(words, next + 1, dated);
        return Some((Meaning::Continuous, after));
    }
    if let Some((span, next)) = span(words, next) {
        // «2023 г.» with nothing before it may belong to its neighbours.
        return match span {
            Span::Named(_) if !head => None,
            Span::Plan if !head => None,
            span => Some((Meaning::Within(span), next)),
        };
    }
    if next == place || !head {
        return None;
    }
    since(words, next).or_else(|| {
        // «в течение 10 дней» names no day.
        let (part, next) = range(words, next).filter(|(part, _)| part.last.month.is_some())?;
        Some((Meaning::Stretch(part), next))
    })
}

const PERIOD_FORMS: &[&str] = &["период", "периода", "срок", "срока"];

/// «года», «учебного года», «2023 г.», «2023-2024 учебного года», «учебного года 2023-2024».
fn span(words: &[Word], place: usize) -> Read<Span> {
    if let Some((year, next)) = year(words, place) {
        return Some((Span::Named(year), next));
    }
    if let Some(next) = this_year(words, place) {
        return Some((Span::Plan, next));
    }
    let mut next = place;
    let school = is(words, next, &["уч"]) || starts(words, next, &["учебн"]);
    if school {
        next = after_dot(words, next + 1);
    } else if starts(words, next, &["календарн"]) {
        next += 1;
    }
    if is(words, next, &["г"]) {
        next = after_dot(words, next + 1);
    } else if is_year_noun(words, next) {
        next += 1;
    } else {
        return None;
    }
    match year(words, next) {
        Some((Year::Many(first, last), next)) if school && last == first + 1 => {
            Some((Span::Named(Year::School(first)), next))
        }
        Some((Year::Many(..), _)) if school => None,
        Some((year, next)) if !school => Some((Span::Named(year), next)),
        _ if school => Some((Span::SchoolYear, next)),
        _ => Some((Span::Plan, next)),
    }
}

/// «и далее», «и последующий период», «в дальнейшем», «и в последующие годы».
fn onwards(words: &[Word], place: usize) -> Read<Meaning> {
    let mut next = place;
    next += usize::from(sort(words, next, Sort::Comma));
    next += usize::from(is(words, next, &["и", "а"]));
    next += usize::from(is(words, next, &["в", "на"]));
    if is(words, next, &["далее"]) {
        let dash = usize::from(sort(words, next + 1, Sort::Dash));
        return Some((Meaning::Onwards, next + 1 + dash));
    }
    if !starts(words, next, &["последующ", "дальнейш"]) {
        return None;
    }
    next += 1;
    if is_year_noun(words, next) || starts(words, next, &["период", "врем"]) {
        next += 1;
    }
    Some((Meaning::Onwards, next))
}
