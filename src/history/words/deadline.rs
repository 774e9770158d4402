//! Deadlines that became others: «срок перенесён с апреля на май».

use jiff::civil::Date;

use crate::history::words::quote::{listed, was_became};
use crate::model::plan::deadline::{Deadline, When, WhenKind};
use crate::text::russian;

/// What became of a deadline, and whether it is only written otherwise.
pub fn changed(before: &Deadline, after: &Deadline) -> (String, bool) {
    let plain = || was_became(&before.verbatim, &after.verbatim);
    if !before.whens.is_empty() && meaning(before).eq(meaning(after)) {
        return (format!("срок записан иначе: {}", plain()), true);
    }
    let said = match (limits(before), limits(after)) {
        (Some(old), Some(new)) => match turn(before, after, old, new) {
            Turn::Later => moved("срок перенесён", "", before, after),
            Turn::Earlier => moved("срок сдвинут раньше", ":", before, after),
            Turn::Longer => format!("срок продлён: {}", plain()),
            Turn::Shorter => format!("срок сокращён: {}", plain()),
            Turn::Closer => format!("срок уточнён: {}", plain()),
            Turn::Other => format!("срок изменён: {}", plain()),
        },
        _ => format!("срок изменён: {}", plain()),
    };
    (said, false)
}

fn meaning(deadline: &Deadline) -> impl Iterator<Item = (WhenKind, Option<Date>, Option<Date>)> {
    let whens = deadline.whens.iter();
    whens.map(|when| (when.kind, when.first, when.last))
}

/// First and last day of a deadline all of whose pieces stand in a calendar.
fn limits(deadline: &Deadline) -> Option<(Date, Date)> {
    let dated = deadline.whens.iter().all(|when| when.kind.is_dated());
    dated.then_some(())?;
    Some((deadline.first_day()?, deadline.last_day()?))
}

enum Turn {
    Later,
    Earlier,
    /// The same beginning, a later end.
    Longer,
    Shorter,
    /// Inside the old one.
    Closer,
    Other,
}

fn turn(before: &Deadline, after: &Deadline, old: (Date, Date), new: (Date, Date)) -> Turn {
    if before.whens.len() != after.whens.len() {
        return Turn::Other;
    }
    let single = before.whens.len() == 1;
    let until = |one: &Deadline| one.whens.iter().any(|when| when.kind == WhenKind::Until);
    if single && !until(before) && !until(after) {
        if old.0 == new.0 && is_stretch(before, after) {
            return if new.1 > old.1 {
                Turn::Longer
            } else {
                Turn::Shorter
            };
        }
        if old.0 <= new.0 && new.1 <= old.1 {
            return Turn::Closer;
        }
        if new.0 <= old.0 && old.1 <= new.1 {
            return Turn::Other;
        }
    }
    match (new.1.cmp(&old.1), new.0.cmp(&old.0)) {
        (std::cmp::Ordering::Greater, _) => Turn::Later,
        (std::cmp::Ordering::Less, _) => Turn::Earlier,
        (_, std::cmp::Ordering::Greater) => Turn::Later,
        (_, std::cmp::Ordering::Less) => Turn::Earlier,
        _ => Turn::Other,
    }
}

/// Months or days in a row that may grow or shrink, not a month that became a day.
fn is_stretch(before: &Deadline, after: &Deadline) -> bool {
    let months = |kind| {
        matches!(
            kind,
            WhenKind::Month | WhenKind::MonthRange | WhenKind::YearPart
        )
    };
    let days = |kind| matches!(kind, WhenKind::Day | WhenKind::DayRange);
    let both =
        |fits: &dyn Fn(WhenKind) -> bool| fits(before.whens[0].kind) && fits(after.whens[0].kind);
    both(&months) || both(&days)
}

/// «Срок перенесён с апреля на май»; where the cases are not known, with the words of the document.
fn moved(verb: &str, colon: &str, before: &Deadline, after: &Deadline) -> String {
    let years = Years::of(before, after);
    let until = |one: &Deadline| one.whens.iter().all(|when| when.kind == WhenKind::Until);
    let from = said(before, Case::From, years);
    let to = said(after, Case::To, years);
    match (from, to) {
        (Some(from), Some(to)) if until(before) == until(after) && from != to => {
            format!("{verb}{colon} {} {from} на {to}", preposition(&from))
        }
        _ => format!("{verb}: {}", was_became(&before.verbatim, &after.verbatim)),
    }
}

/// «Со 2 апреля» (со второго), «со II квартала», «со второго полугодия».
fn preposition(words: &str) -> &'static str {
    let first = words.split([' ', '–']).next().unwrap_or_default();
    match first {
        "2" | "II" | "второго" => "со",
        _ => "с",
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Case {
    /// Genitive: «с апреля».
    From,
    /// Accusative: «на апрель».
    To,
}

/// Whether years must be said: they differ.
#[derive(Clone, Copy, PartialEq)]
enum Years {
    Said,
    Unsaid,
}

impl Years {
    fn of(before: &Deadline, after: &Deadline) -> Years {
        let whens = before.whens.iter().chain(&after.whens);
        let mut years = whens
            .flat_map(|when| when.first.iter().chain(&when.last))
            .map(|d| d.year());
        let first = years.next();
        match years.all(|year| Some(year) == first) {
            true => Years::Unsaid,
            false => Years::Said,
        }
    }
}

fn said(deadline: &Deadline, case: Case, years: Years) -> Option<String> {
    let pieces: Option<Vec<String>> = deadline
        .whens
        .iter()
        .map(|when| piece(when, case, years))
        .collect();
    pieces.map(|pieces| listed(&pieces))
}

fn piece(when: &When, case: Case, years: Years) -> Option<String> {
    let last = when.last?;
    let year = match years {
        Years::Said => format!(" {} года", last.year()),
        Years::Unsaid => String::new(),
    };
    let month = |day: Date| match case {
        Case::From => russian::month_of(day.month()),
        Case::To => russian::month(day.month()),
    };
    let day = |day: Date| format!("{} {}", day.day(), russian::month_of(day.month()));
    let words = match when.kind {
        WhenKind::Month => month(last).to_owned(),
        WhenKind::MonthRange => {
            let first = when.first?;
            let one_year = first.year() == last.year();
            one_year.then(|| format!("{}–{}", month(first), month(last)))?
        }
        WhenKind::Day | WhenKind::Until => day(last),
        WhenKind::DayRange => {
            let first = when.first?;
            match (first.year(), first.month()) == (last.year(), last.month()) {
                true => format!("{}–{}", first.day(), day(last)),
                false if first.year() == last.year() => format!("{} – {}", day(first), day(last)),
                false => return None,
            }
        }
        WhenKind::YearPart => part(when.first?, last, case)?,
        _ => return None,
    };
    Some(format!("{words}{year}"))
}

/// A quarter or a half of a year, by its limits.
fn part(first: Date, last: Date, case: Case) -> Option<String> {
    let whole = first.day() == 1 && last == last.last_of_month() && first.year() == last.year();
    whole.then_some(())?;
    let quarter = match (first.month(), last.month()) {
        (1, 3) => Some("I"),
        (4, 6) => Some("II"),
        (7, 9) => Some("III"),
        (10, 12) => Some("IV"),
        _ => None,
    };
    let half = match (first.month(), last.month()) {
        (1, 6) => Some(("первого полугодия", "первое полугодие")),
        (7, 12) => Some(("второго полугодия", "второе полугодие")),
        _ => None,
    };
    match (quarter, half, case) {
        (Some(number), _, Case::From) => Some(format!("{number} квартала")),
        (Some(number), _, Case::To) => Some(format!("{number} квартал")),
        (_, Some((of, _)), Case::From) => Some(of.to_owned()),
        (_, Some((_, to)), Case::To) => Some(to.to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::content::meaning;
    use crate::model::plan::period::Period;

    fn said(before: &str, after: &str) -> String {
        let year = Period::calendar_year(2023);
        let read = |text: &str| meaning::deadline(text, &year);
        super::changed(&read(before), &read(after)).0
    }

    #[test]
    fn months_and_days_stand_in_their_cases() {
        for (before, after, words) in [
            ("апрель", "май 2023 года", "срок перенесён с апреля на май"),
            ("май", "апрель", "срок сдвинут раньше: с мая на апрель"),
            (
                "март–апрель",
                "апрель–май",
                "срок перенесён с марта–апреля на апрель–май",
            ),
            (
                "апрель 2023",
                "март 2024",
                "срок перенесён с апреля 2023 года на март 2024 года",
            ),
            (
                "2 мая 2023 г.",
                "15 мая 2023 г.",
                "срок перенесён со 2 мая на 15 мая",
            ),
            (
                "до 30 апреля",
                "до 15 мая",
                "срок перенесён с 30 апреля на 15 мая",
            ),
            (
                "до 15.05.2023",
                "до 30.04.2023",
                "срок сдвинут раньше: с 15 мая на 30 апреля",
            ),
            (
                "II квартал",
                "III квартал",
                "срок перенесён со II квартала на III квартал",
            ),
            (
                "первое полугодие",
                "второе полугодие",
                "срок перенесён с первого полугодия на второе полугодие",
            ),
            (
                "20–21 апреля 2023г.",
                "25–26 мая 2023 г.",
                "срок перенесён с 20–21 апреля на 25–26 мая",
            ),
            (
                "апрель, октябрь",
                "май, ноябрь",
                "срок перенесён с апреля и октября на май и ноябрь",
            ),
            (
                "до 30 апреля",
                "май",
                "срок перенесён: было «до 30 апреля», стало «май»",
            ),
        ] {
            assert_eq!(said(before, after), words);
        }
    }

    #[test]
    fn what_grows_shrinks_or_is_not_understood() {
        for (before, after, words) in [
            (
                "апрель",
                "апрель-май",
                "срок продлён: было «апрель», стало «апрель-май»",
            ),
            (
                "март-май",
                "март",
                "срок сокращён: было «март-май», стало «март»",
            ),
            (
                "апрель",
                "15 апреля 2023",
                "срок уточнён: было «апрель», стало «15 апреля 2023»",
            ),
            (
                "апрель",
                "в течение года",
                "срок изменён: было «апрель», стало «в течение года»",
            ),
            (
                "апрель, октябрь",
                "апрель",
                "срок изменён: было «апрель, октябрь», стало «апрель»",
            ),
            (
                "апрель",
                "как получится",
                "срок изменён: было «апрель», стало «как получится»",
            ),
            (
                "Апрель",
                "апрель 2023 г.",
                "срок записан иначе: было «Апрель», стало «апрель 2023 г.»",
            ),
        ] {
            assert_eq!(said(before, after), words);
        }
    }
}
