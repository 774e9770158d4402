//! Promises by what became of them: a bar for a group of promises, and a column for each month. Shapes tell them apart
//! without colour: full with a proof, pale with an outline without one, a dashed outline where nobody reported.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use crate::model::ledger::Counts;
use crate::model::plan::standing::Standing;
use crate::render::agenda::{YearMonth, month_of};
use crate::render::views::parts::standing::StandingView;
use crate::render::views::pictures::months::Setting;
use crate::render::views::pictures::percent::Percent;
use crate::render::views::pictures::timescale::twelve;

/// Height of the highest column in pixels.
const HIGHEST: usize = 72;
/// Where columns stand; below are the names, above the numbers.
const FLOOR: usize = 90;
/// Years drawn at most: a mistyped year must not fill the page.
const MOST_YEARS: usize = 12;

/// A group of promises as one bar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct KeptBar {
    /// Parts from left to right, in the order of standings.
    pub parts: Vec<BarPart>,
}

/// Promises that stand alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BarPart {
    code: &'static str,
    x: Percent,
    width: Percent,
}

impl KeptBar {
    /// Draws counted promises.
    pub fn new(counts: &Counts) -> KeptBar {
        let (total, mut before) = (counts.total(), 0);
        let mut parts = Vec::new();
        for (code, count) in occurring(counts) {
            let (x, end) = (
                Percent::of(before, total),
                Percent::of(before + count, total),
            );
            // A gap parts neighbours of one colour.
            let width = Percent((end.0 - x.0 - 50).max(30));
            parts.push(BarPart { code, x, width });
            before += count;
        }
        KeptBar { parts }
    }
}

/// Columns of months in rows of twelve.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct KeptMonths {
    /// Calendar years.
    years: Vec<Year>,
    /// What the shapes mean, for those that occur.
    keys: Vec<StandingView>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Year {
    name: String,
    columns: Vec<Column>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Column {
    x: Percent,
    width: Percent,
    middle: Percent,
    /// Where the number stands.
    top: usize,
    count: usize,
    parts: Vec<ColumnPart>,
    short: String,
    words: String,
    href: Option<String>,
    current: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct ColumnPart {
    code: &'static str,
    y: usize,
    height: usize,
}

impl KeptMonths {
    /// Draws promises by the month of their deadline; none without any.
    pub fn new(months: &BTreeMap<YearMonth, Counts>, setting: &Setting<'_>) -> Option<KeptMonths> {
        let most = months
            .values()
            .map(Counts::total)
            .max()
            .filter(|most| *most > 0)?;
        let mut years: Vec<i16> = months.keys().map(|(year, _)| *year).collect();
        years.dedup();
        years.truncate(MOST_YEARS);
        let columns = |year: i16| {
            let months = twelve((year, 1)).map(|month| (month, months.get(&month)));
            months
                .enumerate()
                .map(|(at, (month, counts))| column(at, month, counts, most, setting))
                .collect()
        };
        let occurs = |kind: &&Standing| months.values().any(|counts| counts.standing(**kind) > 0);
        Some(KeptMonths {
            years: years
                .into_iter()
                .map(|year| Year {
                    name: year.to_string(),
                    columns: columns(year),
                })
                .collect(),
            keys: Standing::ALL
                .iter()
                .filter(occurs)
                .map(|kind| StandingView::new(*kind, setting.words))
                .collect(),
        })
    }
}

fn column(
    at: usize,
    month: YearMonth,
    counts: Option<&Counts>,
    most: usize,
    setting: &Setting<'_>,
) -> Column {
    let words = setting.words;
    let (left, right) = (Percent::of(at, 12), Percent::of(at + 1, 12));
    let gap = (right.0 - left.0) / 6;
    let height = |count: usize| count * HIGHEST / most;
    let (mut parts, mut before) = (Vec::new(), 0);
    for (code, count) in counts.into_iter().flat_map(occurring) {
        let (low, high) = (height(before), height(before + count));
        let tall = (high - low).saturating_sub(2).max(2);
        parts.push(ColumnPart {
            code,
            y: FLOOR - low - tall,
            height: tall,
        });
        before += count;
    }
    Column {
        x: Percent(left.0 + gap),
        width: Percent(right.0 - left.0 - 2 * gap),
        middle: Percent((left.0 + right.0) / 2),
        top: FLOOR - height(before) - 5,
        count: before,
        parts,
        short: words.month_short(month.1),
        words: format!("{} {}", words.month(month.1), month.0),
        href: (setting.href)(month).filter(|_| before > 0),
        current: is_current(month, setting.today),
    }
}

fn is_current(month: YearMonth, today: Date) -> bool {
    month == month_of(today)
}

/// The standings that occur, with their numbers.
fn occurring(counts: &Counts) -> impl Iterator<Item = (&'static str, usize)> {
    let parts = Standing::ALL
        .iter()
        .map(|kind| (kind.code(), counts.standing(*kind)));
    parts.filter(|(_, count)| *count > 0)
}
