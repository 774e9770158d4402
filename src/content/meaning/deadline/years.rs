//! Years that several pieces of a cell share: «март, апрель, 2023 г.», «апрель-май 2023, 2024», «май 2023-2025 гг.».

use super::calendar::stretch::{Stretch, Year};
use super::phrases::item::{Item, Meaning, Span};
use super::place::{is, sort};
use super::resolve::of_month;
use crate::content::meaning::words::{Sort, Word};
use crate::model::plan::deadline::WhenKind;

/// How many years «май 2023-2030 гг.» may name; more is a slip of the pen.
const MOST_YEARS: i16 = 10;

/// «2022-2023 и 2023-2024 учебных годов»: the last words make school years of the whole row.
pub(super) fn school_years(mut items: Vec<Item>) -> Vec<Item> {
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

/// «май 2023-2025 гг.» becomes a May of each year. Beside it every other time must name its year.
pub(super) fn each_year(items: Vec<Item>) -> Option<Vec<Item>> {
    let many = |item: &Item| match stretch(item)?.last.year? {
        Year::Many(first, last) => Some((first, last)),
        Year::Calendar(_) | Year::School(_) => None,
    };
    if !items.iter().any(|item| many(item).is_some()) {
        return Some(items);
    }
    let mut found = Vec::new();
    for item in items {
        let Some((first, last)) = many(&item) else {
            if stretch(&item).is_some_and(|part| year_of(&part).is_none()) {
                return None;
            }
            found.push(item);
            continue;
        };
        let Meaning::Stretch(part) = item.meaning else {
            return None;
        };
        let whole = part.first.month <= part.last.month
            && (part.first.year.is_none() || part.first.year == part.last.year);
        if !whole || last - first >= MOST_YEARS {
            return None;
        }
        for year in first..=last {
            let meaning = Meaning::Stretch(part.with_year(Some(Year::Calendar(year))));
            found.push(Item { meaning, ..item });
        }
    }
    Some(found)
}

/// «март, апрель, 2023 г.» and «2023 г.: март, апрель»: a year alone beside times without a year is theirs.
/// In «апрель-май 2023, 2024» it repeats them, elsewhere it is a time of its own.
pub(super) fn adopt_bare_years(items: Vec<Item>, words: &[Word]) -> Option<Vec<Item>> {
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
            if let Some(last) = found.last().filter(|last| item.start <= last.end + 1)
                && matches!(last.meaning, Meaning::Stretch(_))
            {
                item.meaning = again(words, &found, &item, year)?;
                found.push(item);
                continue;
            }
            // «2023 г. по 2025 г.» is no list.
            if rest
                .first()
                .is_some_and(|next| matches!(next.meaning, Meaning::Until { .. }))
            {
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

/// «апрель-май 2023, 2024»: the same months of a further year. Only years side by side repeat surely: in
/// «апрель 2023 г., 2024 г.» the last may be a whole year, and of two times before it nobody says which it repeats.
fn again(words: &[Word], found: &[Item], item: &Item, year: Year) -> Option<Meaning> {
    let last = found.last()?;
    let part = stretch(last)?;
    let (Some(Year::Calendar(named)), Year::Calendar(next)) = (part.last.year, year) else {
        return None;
    };
    let side_by_side = words.get(last.end.checked_sub(1)?)?.year() == Some(named)
        && item.start == last.end + 1
        && (sort(words, last.end, Sort::Comma) || is(words, last.end, &["и"]));
    let same = |item: &Item| {
        stretch(item).is_some_and(|other| {
            (other.kind, other.first.month, other.last.month)
                == (part.kind, part.first.month, part.last.month)
        })
    };
    let months = matches!(
        part.kind,
        WhenKind::Month | WhenKind::MonthRange | WhenKind::YearPart
    );
    let one_year = part.first.month <= part.last.month && part.first.year == part.last.year
        || part.first.year.is_none();
    (side_by_side && months && one_year && named < next && found.iter().all(same))
        .then(|| Meaning::Stretch(part.with_year(year.into())))
}

/// The stretch an item speaks of.
pub(super) fn stretch(item: &Item) -> Option<Stretch> {
    match item.meaning {
        Meaning::Stretch(part) | Meaning::From(part) => Some(part),
        Meaning::Until { stretch, .. } => Some(stretch),
        _ => None,
    }
}

/// The same, to be changed.
pub(super) fn stretch_mut(item: &mut Item) -> Option<&mut Stretch> {
    match &mut item.meaning {
        Meaning::Stretch(part) | Meaning::From(part) => Some(part),
        Meaning::Until { stretch, .. } => Some(stretch),
        _ => None,
    }
}

/// The year named in a stretch and the month it stands at.
pub(super) fn year_of(part: &Stretch) -> Option<(Year, i8)> {
    let last = part.last.year.zip(part.last.month);
    let found = last.or(part.first.year.zip(part.first.month))?;
    of_month(found.0, found.1).map(|_| found)
}

fn give_year(item: &mut Item, year: Year) {
    if let Some(part) = stretch_mut(item) {
        *part = part.with_year(Some(year));
    }
}
