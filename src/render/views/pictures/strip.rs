//! The strip of a plan: a row for each measure that has a date, columns for months. What goes on all year, comes back,
//! depends on something else or has no deadline at all is gathered into one lane for each kind: drawn as bars over all
//! months it would hide the dates.

use jiff::civil::{Date, date};
use serde::Serialize;

use crate::model::plan::deadline::{Every, When, WhenKind};
use crate::model::plan::roadmap::{Event, Roadmap, Section};
use crate::model::plan::standing::{Standing, standing};
use crate::render::views::parts::title::short;
use crate::render::views::pictures::percent::Percent;
use crate::render::views::pictures::timescale::{Column, Timescale, Year};
use crate::text::cell;
use crate::text::language::Words;

/// Height of a row in pixels: what a finger hits.
const ROW: usize = 24;
/// Height of the names of years and months.
const HEAD: usize = 38;
/// A stretch of so many days would be a sliver; it is drawn as a day.
const SHORT_DAYS: i32 = 6;
/// Letters of a section's title that fit into one line of a phone.
const TITLE_LETTERS: usize = 40;
/// Height of such a line.
const TITLE_LINE: usize = 17;
/// Titles begin alike («Мероприятия, направленные на …»), so one line would not tell them apart.
const TITLE_LINES: usize = 2;

/// The strip.
#[derive(Debug, Clone, Serialize)]
pub struct Strip {
    height: usize,
    /// Where the rows begin and where the lines of the months end.
    head: usize,
    years: Vec<Year>,
    columns: Vec<Column>,
    /// The day of the edition, where the strip has it.
    now: Option<Now>,
    rows: Vec<Row>,
    lanes: Vec<Lane>,
    /// Shapes that occur, for the key below.
    shapes: Shapes,
}

#[derive(Debug, Clone, Serialize)]
struct Now {
    x: Percent,
    /// Beyond the middle the word stands to the left of the line.
    before: bool,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
struct Shapes {
    bar: bool,
    day: bool,
    until: bool,
    dot: bool,
    standings: Vec<Key>,
}

/// A standing that occurs, as the key explains it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Key {
    code: &'static str,
    words: String,
    hatched: bool,
}

/// A line of the strip: the title of a section, or a measure with its marks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    y: usize,
    middle: usize,
    /// Title of a section in lines; the other fields are of measures.
    title: Vec<String>,
    /// Number as printed, or the identifier.
    number: String,
    href: String,
    /// The measure and its deadline, shown under the pointer.
    about: String,
    /// Code of the standing, for the class.
    standing: &'static str,
    hatched: bool,
    /// When.
    pub marks: Vec<Mark>,
}

/// One time of a measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mark {
    /// `bar`, `day`, `until` or `dot`.
    pub shape: &'static str,
    /// Left edge of a bar, else the day.
    pub x: Percent,
    /// Width of a bar.
    pub width: Percent,
    /// Right edge of a bar.
    pub end: Percent,
}

/// Measures without a place among the months.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Lane {
    y: usize,
    middle: usize,
    /// Class: `year`, `again`, `elsewhere`, `unknown`.
    pub code: &'static str,
    /// «весь год: 8».
    pub words: String,
    /// How many.
    #[serde(skip)]
    pub count: usize,
}

/// Lanes in their order: class and words.
const LANES: [(&str, &str); 4] = [
    ("year", "весь год"),
    ("again", "повторяется"),
    ("elsewhere", "по отдельному графику"),
    ("unknown", "срок не указан"),
];

impl Strip {
    /// Draws a plan as of a day; none where no measure has a date. `href` leads to the row of a measure on the page.
    pub fn new(
        plan: &Roadmap,
        today: Date,
        words: &Words,
        href: &dyn Fn(&Event) -> String,
    ) -> Option<Strip> {
        let mut drawing = Drawing {
            plan,
            today,
            words,
            scale: scale(plan)?,
            y: HEAD,
            rows: Vec::new(),
            counts: [0; LANES.len()],
        };
        for section in &plan.sections {
            drawing.section(section, href);
        }
        Some(drawing.finish())
    }

    /// The rows that are measures.
    pub fn measures(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| row.title.is_empty())
    }

    /// The lanes.
    pub fn lanes(&self) -> &[Lane] {
        &self.lanes
    }
}

impl Row {
    /// Number as printed, or the identifier.
    pub fn number(&self) -> &str {
        &self.number
    }
}

struct Drawing<'a> {
    plan: &'a Roadmap,
    today: Date,
    words: &'a Words,
    scale: Timescale,
    y: usize,
    rows: Vec<Row>,
    counts: [usize; LANES.len()],
}

impl Drawing<'_> {
    fn section(&mut self, section: &Section, href: &dyn Fn(&Event) -> String) {
        let (before, top) = (self.rows.len(), self.y);
        if let Some(title) = &section.title {
            let numeral = section.numeral.iter().map(|numeral| numeral.value.as_str());
            let words: Vec<&str> = numeral.chain([title.value.as_str()]).collect();
            let title = lines(&words.join(" "));
            let height = ROW + (title.len() - 1) * TITLE_LINE;
            let row = self.row(title, height);
            self.rows.push(row);
        }
        let measures = self.rows.len();
        for event in &section.events {
            self.event(event, href);
        }
        // A section whose measures all lie in lanes has nothing to show here.
        if self.rows.len() == measures && measures > before {
            self.rows.truncate(before);
            self.y = top;
        }
    }

    fn row(&mut self, title: Vec<String>, height: usize) -> Row {
        let row = Row {
            y: self.y,
            middle: self.y + ROW / 2,
            title,
            number: String::new(),
            href: String::new(),
            about: String::new(),
            standing: "",
            hatched: false,
            marks: Vec::new(),
        };
        self.y += height;
        row
    }

    fn event(&mut self, event: &Event, href: &dyn Fn(&Event) -> String) {
        let whens = || event.deadline.iter().flat_map(|cell| &cell.value.whens);
        let marks: Vec<Mark> = whens()
            .flat_map(|when| marks(when, self.plan, self.scale))
            .collect();
        if marks.is_empty() {
            self.counts[lane(event, self.plan)] += 1;
            return;
        }
        let standing = standing(event, self.today);
        let number = event.number.as_ref().map(|number| number.value.as_str());
        let deadline = event
            .deadline
            .as_ref()
            .map(|cell| cell::one_line(&cell.value.verbatim));
        let row = Row {
            number: number
                .map_or(event.id.as_str(), |number| {
                    number.trim().trim_end_matches('.')
                })
                .to_owned(),
            href: href(event),
            about: format!(
                "{}: {}. {}",
                short(&event.title.value, 90),
                deadline.unwrap_or_default(),
                self.words.phrase(standing.words(), &[])
            ),
            standing: standing.code(),
            hatched: hatched(standing),
            marks,
            ..self.row(Vec::new(), ROW)
        };
        self.rows.push(row);
    }

    fn finish(mut self) -> Strip {
        let head = self.y;
        let lanes = LANES
            .iter()
            .zip(self.counts)
            .filter(|(_, count)| *count > 0)
            .map(|((code, words), count)| {
                self.y += ROW;
                Lane {
                    y: self.y - ROW,
                    middle: self.y - ROW / 2,
                    code,
                    words: format!("{}: {count}", self.words.phrase(words, &[])),
                    count,
                }
            })
            .collect();
        Strip {
            height: self.y,
            head,
            years: self.scale.years(),
            columns: self.scale.columns(self.words),
            now: self.scale.holds(self.today).then(|| {
                let x = self.scale.noon(self.today);
                Now {
                    x,
                    before: x.0 > Percent::WHOLE / 2,
                }
            }),
            shapes: shapes(&self.rows, self.words),
            rows: self.rows,
            lanes,
        }
    }
}

/// The months of the plan, and those of dates beside them: documents promise things before they are approved.
fn scale(plan: &Roadmap) -> Option<Timescale> {
    let period = plan.period;
    let dated: Vec<Date> = plan
        .events()
        .filter_map(|event| event.deadline.as_ref())
        .flat_map(|cell| &cell.value.whens)
        .filter(|when| has_place(when, plan))
        .flat_map(|when| when.first.into_iter().chain(when.last))
        // A mistyped year is the business of `check`; here it is drawn at the edge.
        .filter(|day| (period.first.year() - 1..=period.last.year() + 1).contains(&day.year()))
        .collect();
    let whens = || plan.events().filter_map(|event| event.deadline.as_ref());
    if !whens().any(|cell| cell.value.whens.iter().any(|when| has_place(when, plan))) {
        return None;
    }
    let first = dated.iter().min().copied().unwrap_or(period.first);
    let last = dated.iter().max().copied().unwrap_or(period.last);
    Some(Timescale::new(
        first.min(period.first),
        last.max(period.last),
    ))
}

/// Whether a time has a place among the months: it names days, and not merely the whole of the plan.
fn has_place(when: &When, plan: &Roadmap) -> bool {
    let whole = when.first.is_some_and(|day| day <= plan.period.first)
        && when.last.is_some_and(|day| day >= plan.period.last);
    let yearly = matches!(when.kind, WhenKind::Recurring(Every::YearUntil { .. }));
    yearly || (when.kind.is_dated() && !whole)
}

fn marks(when: &When, plan: &Roadmap, scale: Timescale) -> Vec<Mark> {
    if !has_place(when, plan) {
        return Vec::new();
    }
    if let WhenKind::Recurring(Every::YearUntil { month, day }) = when.kind {
        return yearly(plan, month, day)
            .map(|day| point("dot", scale.noon(day)))
            .collect();
    }
    match (when.first, when.last) {
        (Some(first), Some(last)) if (last - first).get_days() < SHORT_DAYS => {
            let middle = (scale.morning(first).0 + scale.evening(last).0) / 2;
            vec![point("day", Percent(middle))]
        }
        (Some(first), Some(last)) => {
            let (x, end) = (scale.morning(first), scale.evening(last));
            vec![Mark {
                shape: "bar",
                x,
                width: Percent(end.0 - x.0),
                end,
            }]
        }
        (None, Some(last)) => vec![point("until", scale.evening(last))],
        (Some(first), None) => vec![point("day", scale.noon(first))],
        (None, None) => Vec::new(),
    }
}

fn point(shape: &'static str, x: Percent) -> Mark {
    Mark {
        shape,
        x,
        width: Percent(0),
        end: x,
    }
}

/// A day of each year, as far as it lies in the plan.
fn yearly(plan: &Roadmap, month: i8, day: i8) -> impl Iterator<Item = Date> {
    let period = plan.period;
    let month = month.clamp(1, 12);
    (period.first.year()..=period.last.year())
        .map(move |year| {
            let last = date(year, month, 1).days_in_month();
            date(year, month, day.clamp(1, last))
        })
        .filter(move |day| period.first <= *day && *day <= period.last)
}

/// The lane of a measure that has no place among the months.
fn lane(event: &Event, plan: &Roadmap) -> usize {
    let whens: Vec<&When> = event
        .deadline
        .iter()
        .flat_map(|cell| &cell.value.whens)
        .collect();
    let all_year = |when: &&When| {
        matches!(
            when.kind,
            WhenKind::WithinYear | WhenKind::OpenEnded | WhenKind::Continuous
        ) || (when.kind.is_dated() && !has_place(when, plan))
    };
    if whens.is_empty() {
        3
    } else if whens.iter().any(all_year) {
        0
    } else if whens
        .iter()
        .any(|when| matches!(when.kind, WhenKind::Recurring(_)))
    {
        1
    } else {
        2
    }
}

/// Where nothing is known bars are hatched: that is seen without colour, too.
fn hatched(standing: Standing) -> bool {
    matches!(standing, Standing::PastWithoutNews | Standing::NoData)
}

/// A title in as many lines as there is room for.
fn lines(title: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut rest = title.split_whitespace().peekable();
    while rest.peek().is_some() && lines.len() + 1 < TITLE_LINES {
        let mut line = String::new();
        while let Some(word) = rest.peek() {
            let letters = line.chars().count() + 1 + word.chars().count();
            if !line.is_empty() && letters > TITLE_LETTERS {
                break;
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
            rest.next();
        }
        lines.push(line);
    }
    let rest: Vec<&str> = rest.collect();
    if !rest.is_empty() {
        lines.push(short(&rest.join(" "), TITLE_LETTERS));
    }
    lines
}

fn shapes(rows: &[Row], words: &Words) -> Shapes {
    let marks = || rows.iter().flat_map(|row| &row.marks);
    let has = |shape| marks().any(|mark| mark.shape == shape);
    let occurs = |standing: &&Standing| rows.iter().any(|row| row.standing == standing.code());
    Shapes {
        bar: has("bar"),
        day: has("day"),
        until: has("until"),
        dot: has("dot"),
        standings: Standing::ALL
            .iter()
            .filter(occurs)
            .map(|standing| Key {
                code: standing.code(),
                words: words.phrase(standing.words(), &[]).to_lowercase(),
                hatched: hatched(*standing),
            })
            .collect(),
    }
}
