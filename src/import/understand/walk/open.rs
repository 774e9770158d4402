//! A plan whose rows are being gathered from one or several tables.

use crate::content::meaning;
use crate::import::paper::At;
use crate::import::understand::draft::{ColumnDraft, Doubt, OrderDraft, PlanDraft, Skipped, Text};
use crate::import::understand::flow::Line;
use crate::import::understand::letters;
use crate::import::understand::order::stamp;
use crate::import::understand::people::names;
use crate::import::understand::plan::rows::{Row, Shape, Wide};
use crate::import::understand::plan::wide::has_numeral;
use crate::import::understand::plan::{assemble, doubts, period, title};
use crate::import::understand::table::columns::{Says, says};
use crate::import::understand::table::heading::Heading;
use crate::import::understand::table::sheet::{Line as TableRow, Table, is_number};
use crate::model::plan::period::Period;
use crate::model::plan::roadmap::ColumnRole;

/// A plan in the making.
#[derive(Default)]
pub struct Open {
    /// Its columns.
    pub heading: Heading,
    /// Its rows.
    pub rows: Vec<Row>,
    /// The lines above its first table.
    pub lines: Vec<Line>,
    /// How many columns the grid of its first table has.
    pub width: usize,
    /// True when sections stand as paragraphs above their tables.
    pub sections_above: bool,
    /// True when a programme's passport stands above.
    pub after_passport: bool,
    /// Where its first table begins.
    pub at: At,
}

/// A plan that is complete.
pub struct Closed {
    /// The plan.
    pub plan: PlanDraft,
    /// The order its stamp names.
    pub order: Option<OrderDraft>,
    /// The lines above it; those it holds are marked as used.
    pub lines: Vec<Line>,
    /// Rows that were not taken.
    pub skipped: Vec<Skipped>,
    /// Doubts.
    pub doubts: Vec<Doubt>,
}

impl Open {
    /// True when a table without a heading may be more of this plan: as wide, and with rows like its rows.
    pub fn fits(&self, table: &Table) -> bool {
        let columns = self.heading.columns.len();
        let used = table
            .rows
            .iter()
            .flat_map(TableRow::filled)
            .map(|slot| slot.columns.end)
            .max()
            .unwrap_or(0);
        let cells = table
            .rows
            .iter()
            .map(|row| row.slots.len())
            .max()
            .unwrap_or(0);
        // Empty columns at the end may be missing or left over.
        let wide = table.width == self.width
            || cells == columns
            || (3..=columns).contains(&used) && used + 2 >= columns;
        let year = Period::calendar_year(2023);
        let at = |role| self.heading.column(role);
        let word = |row: &TableRow, column: Option<usize>| {
            column
                .and_then(|at| row.slots.get(at))
                .map(|slot| slot.words.clone())
                .unwrap_or_default()
        };
        let like = |row: &TableRow| {
            is_number(&word(row, at(ColumnRole::Number)))
                || !meaning::deadline(&word(row, at(ColumnRole::Deadline)), &year)
                    .whens
                    .is_empty()
        };
        let torn = table.rows.first().is_some_and(|row| {
            word(row, at(ColumnRole::Number)).is_empty()
                && row
                    .filled()
                    .next()
                    .is_some_and(|slot| letters::goes_on(&slot.words))
        });
        let headed = table.rows.first().is_some_and(|row| {
            says(&word(row, at(ColumnRole::Number))) == Some(Says::Role(ColumnRole::Number))
        });
        let timed: Vec<String> = table
            .rows
            .iter()
            .map(|row| word(row, at(ColumnRole::Deadline)))
            .filter(|words| !words.is_empty())
            .collect();
        let understood = timed
            .iter()
            .filter(|words| !meaning::deadline(words, &year).whens.is_empty())
            .count();
        wide && !headed && understood * 2 >= timed.len() && (torn || table.rows.iter().any(like))
    }

    /// True when a table that fits has a row with a number and a deadline: words above it do not part it from the plan.
    pub fn surely_fits(&self, table: &Table) -> bool {
        let number = self.heading.column(ColumnRole::Number);
        let deadline = self.heading.column(ColumnRole::Deadline);
        let year = Period::calendar_year(2023);
        let words = |row: &TableRow, column: Option<usize>| {
            column
                .and_then(|at| row.slots.get(at))
                .map(|slot| slot.words.clone())
                .unwrap_or_default()
        };
        let both = |row: &TableRow| {
            is_number(&words(row, number))
                && !meaning::deadline(&words(row, deadline), &year)
                    .whens
                    .is_empty()
        };
        table.width == self.width && table.rows.iter().any(both) && self.fits(table)
    }

    /// Takes the words between two tables as the title of a section, with its goal and tasks.
    pub fn title_between(&mut self, lines: &mut [Line]) {
        let texts = title::section_texts(lines);
        self.sections_above |= !texts.is_empty();
        self.rows.extend(
            texts
                .iter()
                .zip(0..)
                .map(|(text, at)| section_row(text, at == 0)),
        );
    }

    /// Puts the plan together.
    pub fn close(mut self) -> Closed {
        let above = title::above(&mut self.lines, self.sections_above);
        let section = above
            .section
            .iter()
            .zip(0..)
            .map(|(text, at)| section_row(text, at == 0));
        self.rows.splice(0..0, section);
        let named = above.title.as_ref().and_then(period::named);
        let named = named.or_else(|| above.preamble.as_ref().and_then(period::named));
        let value = named
            .as_ref()
            .map_or_else(|| Period::calendar_year(2023), |found| found.value);
        let body = assemble::body(&self.heading, &self.rows, value);
        let mut plan = PlanDraft {
            title: above.title,
            approval_stamp: above.stamp,
            preamble: above.preamble,
            at: self.at,
            sections: body.sections,
            columns: columns(&self.heading),
            extra_columns: extra_columns(&self.heading),
            ..PlanDraft::default()
        };
        let mut said = Vec::new();
        plan.period = named.or_else(|| {
            let guess = period::of_deadlines(plan.events());
            if let Some(guess) = &guess {
                said.push(Doubt::new(
                    &plan.at,
                    format!(
                        "период {} взят из сроков: название плана года не называет",
                        guess.written
                    ),
                ));
            }
            guess
        });
        if above.title_by_place {
            let at = plan.title.as_ref().map_or(&plan.at, |title| &title.at);
            said.push(Doubt::new(at, "за название плана приняты строки над таблицей: слов «план» или «дорожная карта» в них нет"));
        }
        said.extend(doubts::doubts(&plan));
        said.extend(body.notes.doubts);
        Closed {
            order: plan.approval_stamp.as_ref().and_then(stamp::order),
            lines: self.lines,
            skipped: body.notes.skipped,
            doubts: said,
            plan,
        }
    }
}

fn section_row(text: &Text, set_off: bool) -> Row {
    let wide = Wide {
        words: text.words.clone(),
        set_off,
        ..Wide::default()
    };
    Row {
        shape: Shape::Wide(wide),
        at: text.at.clone(),
        ..Row::default()
    }
}

fn columns(heading: &Heading) -> Vec<ColumnDraft> {
    let known = heading
        .columns
        .iter()
        .filter(|column| !column.heading.is_empty());
    known
        .filter_map(|column| {
            column.role.map(|role| ColumnDraft {
                heading: column.heading.clone(),
                role,
            })
        })
        .collect()
}

fn extra_columns(heading: &Heading) -> Vec<Text> {
    let extra = heading
        .columns
        .iter()
        .filter(|column| column.role.is_none() && !column.direction && !column.heading.is_empty());
    extra
        .map(|column| Text {
            words: column.heading.clone(),
            at: At::default(),
        })
        .collect()
}

/// A first column without a heading that holds numbers is the column of numbers.
pub fn adopt_number(heading: &mut Heading, rows: &[TableRow]) {
    if heading.column(ColumnRole::Number).is_some() {
        return;
    }
    let numbers = rows
        .iter()
        .filter(|row| row.slots.first().is_some_and(|slot| is_number(&slot.words)))
        .count();
    if let Some(first) = heading.columns.first_mut()
        && first.role.is_none()
        && !first.direction
        && numbers * 2 > rows.len()
    {
        first.role = Some(ColumnRole::Number);
    }
}

/// The words between two tables, line by line.
pub fn between(lines: &[Line]) -> Vec<String> {
    lines
        .iter()
        .filter(|line| !line.is_blank() && !line.used)
        .map(Line::whole)
        .collect()
}

/// True when the words between two tables are the title of a section, with its goal and tasks, and no new plan.
pub fn is_section(between: &[String]) -> bool {
    let words: usize = between.iter().map(|line| letters::words(line).len()).sum();
    let told = between.iter().skip(1).any(|line| title::begins_goal(line));
    let short = between.len() <= 3 && words <= 40;
    let other = |line: &String| {
        let measures = letters::fold(line).starts_with("мероприяти") || has_numeral(line);
        title::begins_stamp(line) || (title::names_plan(line, false) && !measures)
    };
    (short || (told && between.len() <= 20 && words <= 300)) && !between.iter().any(other)
}

/// The row from which on the rows of a table are a signature and no events.
pub fn signature_rows(table: &Table, from: usize) -> usize {
    let mut end = table.rows.len();
    while end > from {
        let row = &table.rows[end - 1];
        let signed = row.filled().any(|slot| names::is_person(&slot.words));
        let words = row.words();
        let author = ["Исп.", "исп.", "Исполнитель:", "Исп:"]
            .iter()
            .any(|start| words.starts_with(start));
        let numbered = row.slots.first().is_some_and(|slot| is_number(&slot.words));
        let few = row.filled().count() <= 3 && !row.slots.iter().any(|slot| slot.inherited);
        if row.mark().is_some() || numbered || !few || !(signed && is_office(row) || author) {
            break;
        }
        end -= 1;
    }
    end
}

/// The first words of a signature: «Начальник …», «Директор …».
fn is_office(row: &TableRow) -> bool {
    row.filled().next().is_some_and(|slot| {
        let words = letters::words(&slot.words);
        let office = [
            "начальник",
            "директор",
            "министр",
            "глава",
            "заведующ",
            "председател",
            "руководител",
            "заместител",
            "исполняющ",
            "врио",
        ];
        words.len() <= 12
            && words
                .first()
                .is_some_and(|word| office.iter().any(|stem| word.starts_with(stem)) || word == "и")
    })
}
