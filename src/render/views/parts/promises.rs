//! Promises in numbers, for pages of any scope: a sentence, the way from promise to proof, tables whose rows add up to
//! the whole.

use serde::Serialize;

use crate::model::ledger::{self, Counts, Entry};
use crate::render::agenda::YearMonth;
use crate::render::views::parts::count;
use crate::render::views::parts::tally::Tally;
use crate::render::views::pictures::kept::{KeptBar, KeptMonths};
use crate::render::views::pictures::months::Setting;
use crate::render::views::pictures::percent::Percent;
use crate::text::language::Words;
use crate::text::russian;

/// Promises of a scope in numbers.
#[derive(Debug, Clone, Serialize)]
pub struct Summary {
    /// What the numbers say.
    pub sentence: String,
    /// From what was promised to what can be opened: each step is a part of the one before it, but for the second.
    steps: Vec<Step>,
    tally: Tally,
    bar: KeptBar,
    /// True when not a word was reported of any promise.
    silent: bool,
}

/// A step from promise to proof.
#[derive(Debug, Clone, Serialize)]
struct Step {
    name: String,
    count: usize,
    /// «85 %» of what was promised; empty for the promises themselves.
    share: String,
    width: Percent,
}

/// A table of promises counted by something.
#[derive(Debug, Clone, Serialize)]
pub struct CountTable {
    /// What the rows are: «Раздел плана».
    pub head: String,
    /// The rows.
    pub rows: Vec<CountRow>,
    /// All rows together.
    pub sum: CountRow,
}

/// A row of such a table.
#[derive(Debug, Clone, Serialize)]
pub struct CountRow {
    name: String,
    href: Option<String>,
    total: usize,
    proven: usize,
    unproven: usize,
    overdue: usize,
    /// Under way, ahead, moved, cancelled, without a date: whatever is not in the other columns.
    rest: usize,
    bar: KeptBar,
}

impl Summary {
    /// Puts counted promises into words.
    pub fn new(counts: &Counts, words: &Words) -> Summary {
        Summary {
            sentence: sentence(counts, words),
            steps: steps(counts, words),
            tally: Tally::counted(&|standing| counts.standing(standing), words),
            bar: KeptBar::new(counts),
            silent: counts.reported == 0,
        }
    }
}

fn sentence(counts: &Counts, words: &Words) -> String {
    let of = |number| words.counted(number, count::EVENTS_OF);
    let total = of(counts.total());
    if counts.total() == 0 {
        return words.phrase("Планов здесь пока нет, поэтому и обещаний нет.", &[]);
    }
    let said = match (counts.reported, counts.done()) {
        (0, _) => words.phrase(
            "Ни по одному из {1} портал не знает, выполнено ли оно.",
            &[&total],
        ),
        (_, 0) => words.phrase("О выполнении не сообщили ни по одному из {1}.", &[&total]),
        (_, done) => words.phrase(
            "О выполнении сообщили по {1} из {2}. С подтверждением — {3}, без него — {4}.",
            &[
                &done.to_string(),
                &total,
                &counts.proven().to_string(),
                &counts.unproven().to_string(),
            ],
        ),
    };
    match counts.overdue() {
        0 => said,
        overdue => words.phrase(
            "{1} У {2} срок прошёл, а сведений нет.",
            &[&said, &of(overdue)],
        ),
    }
}

fn steps(counts: &Counts, words: &Words) -> Vec<Step> {
    let total = counts.total();
    let step = |(name, count): (&str, usize)| Step {
        name: words.phrase(name, &[]),
        count,
        share: percent(count, total, words),
        width: Percent::of(count, total),
    };
    let mut steps: Vec<Step> = [
        ("Обещано в планах", total),
        ("Срок прошёл", counts.due),
        ("Сообщили, что выполнено", counts.done()),
        ("Из них с подтверждением", counts.proven()),
        ("Подтверждение можно открыть", counts.shown),
    ]
    .map(step)
    .into();
    if let Some(first) = steps.first_mut() {
        first.share.clear();
    }
    steps
}

/// «40 %», rounded to whole percents; «меньше 1 %» is not called nothing, and «почти все» not all.
pub fn percent(part: usize, whole: usize, words: &Words) -> String {
    if whole == 0 {
        return String::new();
    }
    let rounded = (part * 100 + whole / 2) / whole;
    let shown = match rounded {
        0 if part > 0 => return words.phrase("меньше 1\u{a0}%", &[]),
        100 if part < whole => 99,
        other => other,
    };
    words.phrase("{1}\u{a0}%", &[&shown.to_string()])
}

impl CountRow {
    /// A row under its name, leading somewhere or not.
    pub fn new(name: String, href: Option<String>, counts: &Counts) -> CountRow {
        CountRow {
            name,
            href,
            total: counts.total(),
            proven: counts.proven(),
            unproven: counts.unproven(),
            overdue: counts.overdue(),
            rest: counts.total() - counts.done() - counts.overdue(),
            bar: KeptBar::new(counts),
        }
    }
}

/// A table with its sum.
pub fn table(head: &str, rows: Vec<CountRow>, all: &Counts, words: &Words) -> CountTable {
    CountTable {
        head: words.phrase(head, &[]),
        rows,
        sum: CountRow::new(words.phrase("Всего", &[]), None, all),
    }
}

/// Promises by month: the picture, and the table that says the same.
pub fn months(
    entries: &[Entry<'_>],
    setting: &Setting<'_>,
) -> (Option<KeptMonths>, Option<CountTable>) {
    let (months, undated) = ledger::by_month(entries, setting.today);
    let Some(picture) = KeptMonths::new(&months, setting) else {
        return (None, None);
    };
    let words = setting.words;
    let name = |(year, month): YearMonth| {
        let month = words.month(month);
        russian::capitalized(&words.phrase("{1} {2} г.", &[month, &year.to_string()]))
    };
    let mut rows: Vec<CountRow> = months
        .iter()
        .map(|(month, counts)| CountRow::new(name(*month), (setting.href)(*month), counts))
        .collect();
    if undated.total() > 0 {
        let name = words.phrase("Без своего месяца", &[]);
        rows.push(CountRow::new(name, None, &undated));
    }
    let all = Counts::of(entries, setting.today);
    (Some(picture), Some(table("Месяц срока", rows, &all, words)))
}

/// Promises by section; none where plans have no titled sections.
pub fn sections(entries: &[Entry<'_>], setting: &Setting<'_>) -> Option<CountTable> {
    let words = setting.words;
    let found = ledger::by_section(entries, setting.today);
    if found.iter().all(|(title, _)| title.is_none()) {
        return None;
    }
    let rows = found.iter().map(|(title, counts)| {
        let name = match title {
            Some(title) => title.split_whitespace().collect::<Vec<_>>().join(" "),
            None => words.phrase("Планы без разделов", &[]),
        };
        CountRow::new(name, None, counts)
    });
    let all = Counts::of(entries, setting.today);
    Some(table("Раздел плана", rows.collect(), &all, words))
}
