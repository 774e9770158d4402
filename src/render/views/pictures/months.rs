//! How many deadlines fall into each month: small bars with their numbers.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use crate::model::plan::deadline::When;
use crate::model::plan::roadmap::{Event, Roadmap};
use crate::render::agenda::{YearMonth, month_of};
use crate::render::views::pictures::percent::Percent;
use crate::render::views::pictures::timescale::twelve;
use crate::text::language::Words;

/// Height of the longest bar in pixels.
const HIGHEST: usize = 56;
/// Where bars stand; below are the names, above the numbers.
const FLOOR: usize = 74;
/// Years drawn at most: a mistyped year must not fill the page.
const MOST_YEARS: usize = 12;

/// Months in rows of twelve.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Months {
    /// Rows of twelve months.
    pub years: Vec<TwelveMonths>,
    /// How many measures have no month of their own.
    pub undated: usize,
}

/// Twelve months.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TwelveMonths {
    /// «2023» or «2022–2023».
    pub name: String,
    /// The months.
    pub bars: Vec<Bar>,
}

/// A month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Bar {
    x: Percent,
    width: Percent,
    middle: Percent,
    y: usize,
    height: usize,
    /// How many deadlines.
    pub count: usize,
    /// «янв».
    short: String,
    /// «январь 2023».
    pub words: String,
    /// Where the month is told of; none where there is no such place.
    href: Option<String>,
    /// The month of the edition.
    current: bool,
}

/// The months in which the times of a measure end, each once: what is «до 30 мая» is looked for in May.
pub fn months_of(event: &Event) -> Vec<YearMonth> {
    let whens = event
        .deadline
        .iter()
        .flat_map(|deadline| &deadline.value.whens);
    let end = |when: &When| when.last.or(when.first).map(month_of);
    let mut months: Vec<YearMonth> = whens
        .filter(|when| when.kind.is_dated())
        .filter_map(end)
        .collect();
    months.sort_unstable();
    months.dedup();
    months
}

/// What bars of months are drawn for: the day of the edition, the language of the page, and its links.
pub struct Setting<'a> {
    /// The day of the edition.
    pub today: Date,
    /// Words of the page.
    pub words: &'a Words,
    /// Where a month is shown, when it is.
    pub href: &'a dyn Fn(YearMonth) -> Option<String>,
}

impl Months {
    /// The load of one plan, in rows of twelve months from its beginning.
    pub fn of_plan(plan: &Roadmap, setting: &Setting<'_>) -> Option<Months> {
        let mut counts = BTreeMap::new();
        let mut undated = 0;
        for event in plan.events() {
            let months = months_of(event);
            undated += usize::from(months.is_empty());
            for month in months {
                *counts.entry(month).or_insert(0) += 1;
            }
        }
        let start = month_of(plan.period.first).1;
        Months::new(&counts, undated, start, setting)
    }

    /// One calendar year of several, on their common scale; none when nothing falls into it.
    pub fn year(&self, year: i16) -> Option<Months> {
        let name = year.to_string();
        let year = self.years.iter().find(|twelve| twelve.name == name)?;
        let any = year.bars.iter().any(|bar| bar.count > 0);
        any.then(|| Months {
            years: vec![year.clone()],
            undated: 0,
        })
    }

    /// Rows of twelve months, each beginning with the month `start` (1–12); none without numbers. `href` leads to what
    /// is told of a month.
    pub fn new(
        counts: &BTreeMap<YearMonth, usize>,
        undated: usize,
        start: i8,
        setting: &Setting<'_>,
    ) -> Option<Months> {
        let most = counts.values().copied().max().filter(|most| *most > 0)?;
        let beginning = |(year, month): YearMonth| if month < start { year - 1 } else { year };
        let mut years: Vec<i16> = counts.keys().copied().map(beginning).collect();
        years.dedup();
        years.truncate(MOST_YEARS);
        let years = years
            .into_iter()
            .map(|year| TwelveMonths {
                name: match start {
                    1 => year.to_string(),
                    _ => format!("{year}–{}", year + 1),
                },
                bars: twelve((year, start))
                    .enumerate()
                    .map(|(at, month)| {
                        let count = counts.get(&month).copied().unwrap_or(0);
                        bar(at, month, (count, most), setting)
                    })
                    .collect(),
            })
            .collect();
        Some(Months { years, undated })
    }
}

fn bar(at: usize, month: YearMonth, (count, most): (usize, usize), setting: &Setting<'_>) -> Bar {
    let words = setting.words;
    let (left, right) = (Percent::of(at, 12), Percent::of(at + 1, 12));
    let gap = (right.0 - left.0) / 6;
    let height = match count {
        0 => 1,
        _ => (count * HIGHEST / most).max(4),
    };
    Bar {
        x: Percent(left.0 + gap),
        width: Percent(right.0 - left.0 - 2 * gap),
        middle: Percent((left.0 + right.0) / 2),
        y: FLOOR - height,
        height,
        count,
        short: words.month_short(month.1),
        words: format!("{} {}", words.month(month.1), month.0),
        href: (setting.href)(month).filter(|_| count > 0),
        current: month == month_of(setting.today),
    }
}
