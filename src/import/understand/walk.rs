//! The way through a paper from its first line to its last: each table is given to who can read it, with the lines above.

mod kinds;
mod open;

use crate::import::understand::draft::{Doubt, GroupDraft, OrderDraft, Skipped, Text, Understood};
use crate::import::understand::flow::{Line, Piece, table_lines};
use crate::import::understand::people::group;
use crate::import::understand::plan::rows::rows;
use crate::import::understand::table::heading::{self, Heading};
use crate::import::understand::table::months;
use crate::import::understand::table::sheet::Table;
use crate::import::understand::{leftover, letters, order, passport};
use kinds::Kind;
use open::Open;

/// What was read so far.
#[derive(Default)]
struct Walk {
    found: Understood,
    /// Lines since the last table that was read.
    lines: Vec<Line>,
    /// The plan whose tables may go on.
    open: Option<Open>,
    /// Stamps of the plans, by the plan's place in the list.
    stamps: Vec<Option<OrderDraft>>,
    /// What the last table was, for tables that go on.
    last: Last,
}

#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Last {
    #[default]
    Other,
    Passport,
    Group,
}

/// Reads the pieces of a paper.
pub fn walk(pieces: Vec<Piece>) -> Understood {
    let mut walk = Walk::default();
    for piece in pieces {
        match piece {
            Piece::Line(line) => walk.lines.push(line),
            Piece::Table(table) => walk.table(table),
        }
    }
    walk.close();
    walk.order();
    walk.leave();
    walk.link();
    let mut found = walk.found;
    if found.plans.is_empty() {
        let at = Default::default();
        found.doubts.push(Doubt::new(
            &at,
            "таблицы плана в файле не найдено: нужны столбцы «Мероприятие» и «Срок»",
        ));
    }
    found
}

impl Walk {
    fn table(&mut self, table: Table) {
        let table = match months::folded(&table) {
            Some(folded) => {
                let doubt = "сроки отмечены знаками в столбцах месяцев: в поле «срок» названы отмеченные месяцы, сверьте их с документом";
                self.found.doubts.push(Doubt::new(&table.at, doubt));
                folded
            }
            None => table,
        };
        let mut from = 0;
        while let Some(found) = heading::find(&table, from) {
            self.before_heading(&table, from, found.rows.start);
            let end = next_heading(&table, &found);
            self.plan(&table, &found, end);
            from = end;
        }
        if from == 0 {
            self.without_heading(table);
        }
    }

    /// Rows above a heading go on from the plan before, or are text.
    fn before_heading(&mut self, table: &Table, from: usize, to: usize) {
        if from == to {
            return;
        }
        let part = Table {
            rows: table.rows[from..to].to_vec(),
            ..table.clone()
        };
        if from == 0 && self.goes_on(&part) {
            self.add_rows(&part, 0);
        } else {
            self.lines.extend(table_lines(&part.rows));
        }
    }

    /// Rows below a heading: a new plan, or more of the one before.
    fn plan(&mut self, table: &Table, heading: &Heading, end: usize) {
        let mut heading = heading.clone();
        let body = heading.rows.end..end;
        open::adopt_number(&mut heading, &table.rows[body]);
        let same = self
            .open
            .as_ref()
            .is_some_and(|open| open.heading.same_as(&heading));
        let between = open::between(&self.lines);
        let alike = self
            .open
            .as_ref()
            .is_some_and(|open| open.heading.holds_same_as(&heading));
        if (same && (between.is_empty() || open::is_section(&between)))
            || (alike && between.is_empty())
        {
            if let Some(open) = &mut self.open {
                open.heading.columns.clone_from(&heading.columns);
                if open.at.sheet != table.at.sheet {
                    let doubt = "на этом листе нет своего названия плана: его строки присоединены к плану предыдущего листа";
                    self.found.doubts.push(Doubt::new(&table.at, doubt));
                }
            }
        } else {
            self.close();
            self.order();
            self.open = Some(Open {
                at: table.at.clone(),
                lines: std::mem::take(&mut self.lines),
                heading: heading.clone(),
                width: table.width,
                after_passport: self.last == Last::Passport,
                ..Open::default()
            });
        }
        let part = Table {
            rows: table.rows[..end].to_vec(),
            ..table.clone()
        };
        self.add_rows(&part, heading.rows.end);
        self.last = Last::Other;
    }

    fn add_rows(&mut self, table: &Table, from: usize) {
        let Some(open) = &mut self.open else { return };
        let between = open::between(&self.lines);
        if !between.iter().all(|line| leftover::is_page_mark(line)) {
            open.title_between(&mut self.lines);
        }
        self.found.skipped.extend(leftover::lines(&self.lines));
        self.lines.clear();
        let mut body = table.clone();
        let tail = open::signature_rows(&body, from);
        let signed = body.rows.split_off(tail);
        open.rows.extend(rows(&body, from, &open.heading));
        if !signed.is_empty() {
            self.lines = table_lines(&signed);
        }
    }

    /// True when a table without a heading goes on from the open plan.
    fn goes_on(&self, table: &Table) -> bool {
        let Some(open) = &self.open else { return false };
        let between = open::between(&self.lines);
        let quiet = between.iter().all(|line| leftover::is_page_mark(line));
        if quiet {
            return open.fits(table);
        }
        // The title of a section may stand between blank rows of a sheet, or between tables without headings.
        open::is_section(&between)
            && ((table.goes_on && open.fits(table)) || open.surely_fits(table))
    }

    fn without_heading(&mut self, table: Table) {
        if self.goes_on(&table) {
            self.add_rows(&table, 0);
            return;
        }
        let between = open::between(&self.lines);
        let above = between.join("\n");
        if between.is_empty() && self.more(&table) {
            return;
        }
        match kinds::kind(&table, &above) {
            Kind::Passport(mut program) => {
                self.close();
                self.order();
                program.title = passport::title(&mut self.lines).or(program.title);
                self.leave();
                self.found.programs.push(program);
                self.last = Last::Passport;
            }
            Kind::Group(mut group) => {
                self.close();
                self.order();
                group.title = group::title(&mut self.lines);
                self.leave();
                self.found.groups.push(group);
                self.last = Last::Group;
            }
            Kind::Layout => {
                self.lines.extend(table_lines(&table.rows));
            }
            Kind::Other { why, doubt } => {
                self.found
                    .skipped
                    .push(leftover::table(&table.at, table.words(), why));
                if let Some(doubt) = doubt {
                    self.found.doubts.push(Doubt::new(&table.at, doubt));
                }
                self.last = Last::Other;
            }
        }
    }

    /// A passport or a group that a page cut in two.
    fn more(&mut self, table: &Table) -> bool {
        match self.last {
            Last::Passport => {
                let fits = passport::table(table, "паспорт").is_some()
                    || (table.width <= 3 && kinds::is_pairs(table));
                let program = self.found.programs.last_mut().filter(|_| fits);
                program
                    .map(|program| passport::more(program, table))
                    .is_some()
            }
            Last::Group => self
                .found
                .groups
                .last_mut()
                .is_some_and(|group| group::more(group, table)),
            Last::Other => false,
        }
    }

    /// Reads the order when it stands in the lines above, and the lists of people in it.
    fn order(&mut self) {
        let has_order = self.found.orders.iter().any(|order| order.text_known);
        if has_order {
            return;
        }
        let Some(mut read) = order::read(&mut self.lines) else {
            return;
        };
        for (point, range) in read.order.points.iter_mut().zip(read.points) {
            let members = group::list(&self.lines[range.clone()]);
            if members.len() < 2 || !group::names_group(&point.text) {
                continue;
            }
            let first = point.text.lines().next().unwrap_or_default().to_owned();
            let named = first
                .split_once(' ')
                .filter(|(word, _)| letters::fold(word).starts_with("утвердить"))
                .map_or(first.as_str(), |(_, rest)| rest);
            self.found.groups.push(GroupDraft {
                title: Some(Text {
                    words: named.trim_end_matches(':').to_owned(),
                    at: point.at.clone(),
                }),
                at: members[0].at.clone(),
                members,
                ..GroupDraft::default()
            });
            point.text = first;
        }
        self.found.doubts.append(&mut read.doubts);
        self.found.orders.push(read.order);
    }

    /// Reads or names what is left of the lines above a table.
    fn leave(&mut self) {
        let mut lines = std::mem::take(&mut self.lines);
        self.leave_lines(&mut lines, self.last == Last::Passport);
    }

    fn leave_lines(&mut self, lines: &mut [Line], after_passport: bool) {
        self.found.groups.extend(group::in_text(lines));
        if after_passport && let Some(program) = self.found.programs.last_mut() {
            program.parts.extend(passport::parts(lines));
        }
        self.found.skipped.extend(leftover::lines(lines));
    }

    fn close(&mut self) {
        let Some(open) = self.open.take() else { return };
        let after_passport = open.after_passport;
        let mut closed = open.close();
        self.found.skipped.extend(closed.skipped);
        if closed.plan.events().next().is_none() {
            let headings: Vec<&str> = closed
                .plan
                .columns
                .iter()
                .map(|column| column.heading.as_str())
                .collect();
            let why = "заголовок плана без единого мероприятия";
            self.found
                .skipped
                .push(Skipped::new(&closed.plan.at, headings.join(" | "), why));
            closed.lines.iter_mut().for_each(|line| line.used = false);
        } else {
            self.found.plans.push(closed.plan);
            self.found.doubts.extend(closed.doubts);
            self.stamps.push(closed.order);
        }
        self.leave_lines(&mut closed.lines, after_passport);
    }

    /// Says which order approves what.
    fn link(&mut self) {
        let known = self.found.orders.iter().position(|order| order.text_known);
        for (at, stamp) in self.stamps.drain(..).enumerate() {
            let order = match stamp {
                Some(stamp) => {
                    let number = |order: &OrderDraft| {
                        order
                            .number
                            .as_ref()
                            .map(|text| letters::fold(&text.words).replace(' ', ""))
                    };
                    let same = self
                        .found
                        .orders
                        .iter()
                        .position(|order| number(order) == number(&stamp));
                    Some(same.unwrap_or_else(|| {
                        self.found.orders.push(stamp);
                        self.found.orders.len() - 1
                    }))
                }
                None => known,
            };
            self.found.plans[at].order = order;
        }
        for program in &mut self.found.programs {
            program.order = known;
        }
        for group in &mut self.found.groups {
            group.order = known;
        }
    }
}

/// The row at which another plan begins in the same table, its title left to it; else the end.
fn next_heading(table: &Table, found: &Heading) -> usize {
    let mut at = found.rows.end;
    while at < table.rows.len() {
        let Some(next) = heading::at(table, at) else {
            at += 1;
            continue;
        };
        let titled = table.rows[at - 1].filled().count() == 1;
        if next.same_as(found) || (next.holds_same_as(found) && !titled) {
            at = next.rows.end;
            continue;
        }
        let mut start = next.rows.start;
        while start > found.rows.end && table.rows[start - 1].filled().count() == 1 {
            start -= 1;
        }
        return start;
    }
    table.rows.len()
}
