//! The phrases of a deadline cell: «до …», «с … по …», «в течение …», «ежегодно», «по графику», «после …».
//! Each reader says what phrase begins at a place and where it ends. Pieces are not joined and no date is
//! computed here.

use super::loose;
use super::parts::numbered_parts;
use super::points::{
    Day, Read, Stretch, Year, after_dot, at, is, is_year_noun, month_with_year, point, sort,
    starts, this_year, year,
};
use super::recurring::{every, every_month_by_day};
use super::remarks;
use crate::content::meaning::words::{Sort, Word};
use crate::model::plan::deadline::{Every, WhenKind};

/// What a phrase means before its dates are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    Stretch(Stretch),
    /// Up to the stretch. Inclusive: «до конца апреля», «не позднее апреля»; else up to the day before it: «до апреля».
    Until {
        stretch: Stretch,
        inclusive: bool,
    },
    /// «до конца года», of the plan or a named one.
    UntilEndOf(Span),
    /// «с сентября 2023 г.».
    From(Stretch),
    /// «в течение года», «2023 год».
    Within(Span),
    /// A year that stands alone, «2023 г.»: a time of its own or the year of its neighbours.
    BareYear(Year),
    /// «далее», «и последующий период».
    Onwards,
    Every(Every),
    Continuous,
    BySchedule,
    Conditional,
}

/// A year or the plan's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Span {
    /// The plan's period.
    Plan,
    /// The school year, unnamed: certain only in a plan for a school year.
    SchoolYear,
    Named(Year),
}

/// A phrase with its words: from `start` to `end`, end excluded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Item {
    pub meaning: Meaning,
    pub start: usize,
    pub end: usize,
}

/// All phrases of the cell, in order; none when some of its words belong to no phrase.
pub(super) fn items(words: &[Word]) -> Option<Vec<Item>> {
    items_from(words, 0)
}

/// The phrases from a place on.
pub(super) fn items_from(words: &[Word], begin: usize) -> Option<Vec<Item>> {
    let mut found: Vec<Item> = Vec::new();
    let mut place = begin;
    while place < words.len() {
        if let Some(last) = found.last_mut()
            && let Some(next) = remarks::remark(words, place, last)
        {
            last.end = next;
            place = next;
        } else if let Some((items, next)) =
            dated(words, place).or_else(|| loose::phrase(words, place))
        {
            let before = found.last();
            if is_broken_range(words, place, before) || remarks::may_be_clock(words, place, before)
            {
                return None;
            }
            found.extend(items);
            place = next;
        } else if is_filler(words, place) {
            place += 1;
        } else {
            return None;
        }
    }
    Some(found)
}

/// A phrase with a time of its own: everything except schedules and conditions.
pub(super) fn dated(words: &[Word], place: usize) -> Read<Vec<Item>> {
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

/// «апрель 2023 по май 2024», «май 2023 до 2025 года»: a range without its «с» would fall into two pieces.
fn is_broken_range(words: &[Word], place: usize, before: Option<&Item>) -> bool {
    before.is_some_and(|before| {
        let dated = matches!(
            before.meaning,
            Meaning::Stretch(_) | Meaning::From(_) | Meaning::BareYear(_)
        );
        let ends = is(words, place, &["по", "до"]) && dated_end(words, place);
        dated && before.end == place && ends
    })
}

/// True when «по», «до» at `place` leads to a time: «по плану» does not.
fn dated_end(words: &[Word], place: usize) -> bool {
    until(words, place).is_some_and(|(meaning, _)| {
        matches!(meaning, Meaning::Until { .. } | Meaning::UntilEndOf(_))
    })
}

/// Words and signs that carry no time of their own.
fn is_filler(words: &[Word], place: usize) -> bool {
    const FORMS: [&str; 18] = [
        "в",
        "во",
        "на",
        "и",
        "а",
        "или",
        "также",
        "г",
        "гг",
        "включительно",
        "ориентировочно",
        "примерно",
        "предположительно",
        "предварительно",
        "срок",
        "сроки",
        "по",
        "плана",
    ];
    let Some(word) = at(words, place) else {
        return false;
    };
    match word.sort {
        Sort::Letters => {
            let plain = word.is(&FORMS[..16]) || is_year_noun(words, place);
            plain || word.starts(&["месяц", "период"])
        }
        // A dash is a bullet at the beginning of a line; between phrases it would join them in a way we do not know.
        Sort::Dash => {
            place == 0
                || sort(words, place - 1, Sort::Semicolon)
                || sort(words, place - 1, Sort::Colon)
        }
        Sort::Comma | Sort::Semicolon | Sort::Colon | Sort::Dot | Sort::Slash => true,
        Sort::Open | Sort::Close | Sort::Quote => true,
        _ => false,
    }
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
fn until(words: &[Word], place: usize) -> Read<Meaning> {
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
        let after = loose::tail(words, next + 1);
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
