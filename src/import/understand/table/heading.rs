//! The heading rows of a plan's table and which columns they name.

use std::ops::Range;

use crate::import::understand::letters;
use crate::import::understand::table::columns::{Says, says};
use crate::import::understand::table::sheet::{Line, Slot, Table, is_number};
use crate::model::plan::mark::Mark;
use crate::model::plan::roadmap::ColumnRole;

/// The heading of a table.
#[derive(Debug, Clone, Default)]
pub struct Heading {
    /// Columns from left to right.
    pub columns: Vec<Column>,
    /// The rows it takes.
    pub rows: Range<usize>,
}

/// A column as its heading names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Words of the heading; those of several rows are parted by `\n`.
    pub heading: String,
    /// The columns of the grid that it takes.
    pub columns: Range<usize>,
    /// What it holds; none when it has no place in this portal.
    pub role: Option<ColumnRole>,
    /// True when its cells name the direction that several rows belong to.
    pub direction: bool,
}

impl Heading {
    /// The column of a role.
    pub fn column(&self, role: ColumnRole) -> Option<usize> {
        self.columns
            .iter()
            .position(|column| column.role == Some(role))
    }

    /// The column that a cell stands in: the one it shares most of the grid with.
    pub fn column_of(&self, line: &Line, at: usize) -> Option<usize> {
        if line.slots.len() == self.columns.len() {
            return Some(at);
        }
        let slot = &line.slots[at];
        let mut best = None;
        for (index, column) in self.columns.iter().enumerate() {
            let shared = slot
                .columns
                .end
                .min(column.columns.end)
                .saturating_sub(slot.columns.start.max(column.columns.start));
            if shared > best.map_or(0, |(_, most)| most) {
                best = Some((index, shared));
            }
        }
        best.map(|(index, _)| index)
    }

    /// True when the columns of both hold the same, whatever they are called.
    pub fn holds_same_as(&self, other: &Heading) -> bool {
        let roles = |heading: &Heading| -> Vec<_> {
            heading
                .columns
                .iter()
                .filter_map(|column| column.role)
                .collect()
        };
        self.columns.len() == other.columns.len() && roles(self) == roles(other)
    }

    /// True when both name the same columns in the same order.
    pub fn same_as(&self, other: &Heading) -> bool {
        let names = |heading: &Heading| -> Vec<Vec<String>> {
            heading
                .columns
                .iter()
                .map(|column| letters::words(&column.heading))
                .filter(|words| !words.is_empty())
                .collect()
        };
        names(self) == names(other)
    }
}

/// The first heading at or after row `from`.
pub fn find(table: &Table, from: usize) -> Option<Heading> {
    (from..table.rows.len()).find_map(|row| at(table, row))
}

/// The heading that begins in a row.
pub fn at(table: &Table, row: usize) -> Option<Heading> {
    let rows = &table.rows[row..];
    let first = rows.first()?;
    match first.mark() {
        Some(Mark::Column(_)) => return marked(first, row),
        Some(_) => return None,
        None => {}
    }
    if !may_be_heading(first) {
        return None;
    }
    let spans = spans_some(first);
    let mut taken = 1;
    while taken < 3
        && rows
            .get(taken)
            .is_some_and(|next| goes_on(&rows[..taken], next, spans))
    {
        taken += 1;
    }
    let columns = columns(&rows[..taken]);
    if !is_plan(&columns) {
        return None;
    }
    let after = usize::from(rows.get(taken).is_some_and(is_column_numbers));
    Some(Heading {
        columns,
        rows: row..row + taken + after,
    })
}

/// The heading of a table that this portal wrote: what its columns hold is marked, whatever they are called by now.
fn marked(line: &Line, row: usize) -> Option<Heading> {
    let mut columns: Vec<Column> = Vec::new();
    for slot in &line.slots {
        let role = match slot.mark {
            Some(Mark::Column(role)) => Some(role),
            _ => match says(&slot.words) {
                Some(Says::Role(role)) => Some(role),
                _ => None,
            },
        };
        let known = columns.iter().any(|column| column.role == role);
        columns.push(Column {
            heading: slot.words.clone(),
            columns: slot.columns.clone(),
            role: role.filter(|_| !known),
            direction: false,
        });
    }
    let rows = row..row + 1;
    let heading = Heading { columns, rows };
    heading.column(ColumnRole::Title).map(|_| heading)
}

/// «1 2 3 4 5» below the heading.
pub fn is_column_numbers(line: &Line) -> bool {
    let filled: Vec<&Slot> = line.filled().collect();
    filled.len() >= 3
        && filled
            .iter()
            .zip(1..)
            .all(|(slot, number)| slot.words.trim_end_matches('.') == number.to_string())
}

/// Short cells, several of them, none of them a number.
fn may_be_heading(line: &Line) -> bool {
    let filled: Vec<&Slot> = line.filled().collect();
    let named = filled
        .iter()
        .filter(|slot| says(&letters::clean(&slot.words)).is_some())
        .count();
    filled.len() >= 2
        && named >= 1
        && filled
            .iter()
            .all(|slot| !is_number(&slot.words) && slot.words.chars().count() <= 160)
}

/// True when a cell spans several columns without being as wide as the table.
fn spans_some(line: &Line) -> bool {
    line.slots
        .iter()
        .any(|slot| slot.columns.len() > 1 && slot.columns.len() < line_width(line))
}

fn line_width(line: &Line) -> usize {
    line.slots.last().map_or(0, |slot| slot.columns.end)
}

/// True when a row below a heading row is still heading: it divides a merged heading, or ends words begun above.
fn goes_on(above: &[Line], next: &Line, spans: bool) -> bool {
    let own: Vec<&Slot> = next.filled().collect();
    let short = own
        .iter()
        .all(|slot| slot.words.chars().count() <= 80 && !is_number(&slot.words));
    if own.is_empty() || !short || (own.len() == 1 && own[0].columns.len() >= line_width(next)) {
        return false;
    }
    let inherits = next.slots.iter().any(|slot| slot.inherited);
    let first_empty = next.slots.first().is_some_and(|slot| !slot.is_own());
    let over = |slot: &Slot| -> Option<&Slot> {
        above
            .iter()
            .rev()
            .flat_map(|line| &line.slots)
            .find(|upper| upper.columns.contains(&slot.columns.start) && !upper.words.is_empty())
    };
    let divides = |slot: &&Slot| match over(slot) {
        Some(upper) => upper.columns.len() > slot.columns.len(),
        None => says(&slot.words).is_some(),
    };
    let ends = |slot: &&Slot| over(slot).is_some_and(|upper| letters::unfinished(&upper.words));
    let repeated = next.marked && above.iter().all(|line| line.marked);
    first_empty
        && ((spans || inherits) && own.iter().all(divides)
            || own.iter().all(ends)
            || own
                .iter()
                .all(|slot| over(slot).is_none() && says(&slot.words).is_some())
            || (repeated && (inherits || spans)))
}

/// The columns that rows of a heading name.
fn columns(rows: &[Line]) -> Vec<Column> {
    let last = &rows[rows.len() - 1];
    let mut columns: Vec<Column> = Vec::new();
    // The finest row tells the columns; words are gathered from top to bottom.
    let finest = rows
        .iter()
        .max_by_key(|line| line.slots.len())
        .unwrap_or(last);
    for slot in &finest.slots {
        let mut words: Vec<String> = Vec::new();
        let mut said = None;
        for line in rows {
            let upper = line
                .slots
                .iter()
                .find(|upper| upper.columns.contains(&slot.columns.start) && !upper.inherited);
            let text = upper
                .map(|upper| letters::clean(&upper.words))
                .unwrap_or_default();
            if !text.is_empty() {
                // The words nearest to the column decide, when they say anything.
                said = says(&text).or(said);
                words.push(text);
            }
        }
        let heading = words.join("\n");
        let said = if words.len() > 1 {
            said.or_else(|| says(&heading))
        } else {
            said
        };
        columns.push(Column {
            role: match said {
                Some(Says::Role(role)) => Some(role),
                _ => None,
            },
            direction: said == Some(Says::Direction),
            columns: slot.columns.clone(),
            heading,
        });
        if said == Some(Says::Expected)
            && let Some(column) = columns.last_mut()
        {
            column.role = Some(ColumnRole::Result);
        }
    }
    settle(&mut columns);
    columns
}

/// Each role is held once: of several columns the first, columns of one divided heading together. An expected result
/// is what shows success when no column is called an indicator.
fn settle(columns: &mut Vec<Column>) {
    let has = |columns: &[Column], role| columns.iter().any(|column| column.role == Some(role));
    if !has(columns, ColumnRole::Title)
        && let Some(column) = columns.iter_mut().find(|column| column.direction)
    {
        column.role = Some(ColumnRole::Title);
        column.direction = false;
    }
    if !has(columns, ColumnRole::Indicator) {
        let expected = columns.iter_mut().find(|column| {
            column.role == Some(ColumnRole::Result)
                && column
                    .heading
                    .lines()
                    .any(|line| says(line) == Some(Says::Expected))
        });
        if let Some(column) = expected {
            column.role = Some(ColumnRole::Indicator);
        }
    }
    let mut at = 1;
    while at < columns.len() {
        let role = columns[at].role;
        let earlier = columns[..at]
            .iter()
            .position(|column| role.is_some() && column.role == role);
        match earlier {
            Some(first) if first + 1 == at && same_top(&columns[first], &columns[at]) => {
                let column = columns.remove(at);
                columns[first].columns.end = column.columns.end;
                let below: Vec<&str> = column.heading.lines().skip(1).collect();
                columns[first].heading.push_str(" / ");
                columns[first].heading.push_str(&below.join("\n"));
            }
            Some(first)
                if role == Some(ColumnRole::Title)
                    && is_general(&columns[first].heading)
                    && !is_general(&columns[at].heading) =>
            {
                columns[first].role = None;
                at += 1;
            }
            Some(_) => {
                columns[at].role = None;
                at += 1;
            }
            None => at += 1,
        }
    }
    // An empty column at the end is what is left of a ragged table.
    while columns
        .last()
        .is_some_and(|column| column.heading.is_empty())
    {
        columns.pop();
    }
}

/// «Наименование» beside «Мероприятие» names something else.
fn is_general(heading: &str) -> bool {
    letters::words(heading).len() == 1 && letters::fold(heading).starts_with("наименован")
}

fn same_top(one: &Column, other: &Column) -> bool {
    let top = |column: &Column| column.heading.lines().next().map(str::to_owned);
    one.heading.contains('\n') && other.heading.contains('\n') && top(one) == top(other)
}

/// A plan says what is to be done and when or by whom. Two columns only are a plan when both headings are short.
fn is_plan(columns: &[Column]) -> bool {
    let has = |role| columns.iter().any(|column| column.role == Some(role));
    let named = columns
        .iter()
        .filter(|column| column.role.is_some())
        .count();
    let full: Vec<&Column> = columns
        .iter()
        .filter(|column| !column.heading.is_empty())
        .collect();
    let short = full
        .iter()
        .all(|column| letters::words(&column.heading).len() <= 3);
    has(ColumnRole::Title)
        && (has(ColumnRole::Deadline) || (has(ColumnRole::Responsible) && named >= 3))
        && (named >= 3 || full.len() <= 2 && short)
}
