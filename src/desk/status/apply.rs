//! A table back into the plans: all of it or nothing.

use std::collections::{BTreeMap, BTreeSet};

use crate::desk::change::Change;
use crate::desk::status::changes::{Updated, words};
use crate::desk::status::choice::Choice;
use crate::desk::status::column::Column;
use crate::desk::status::directory::Directory;
use crate::desk::status::faithful::reads_back;
use crate::desk::status::plans::Plan;
use crate::desk::status::rows::{Row, TABLE, header, known_headings, lacks, separator};
use crate::desk::status::state::State;
use crate::desk::status::table::{Decoded, decode, records};
use crate::desk::status::toml;
use crate::desk::toml_edit::edits::edited;
use crate::desk::toml_edit::plan_tables::event_id;
use crate::diag::{Diagnostic, Span, codes};
use crate::files::sources::{SourceFile, Sources};

/// What a table does to the plans.
#[derive(Debug, Default)]
pub struct Applied {
    /// The table as a snapshot of one file, for showing problems.
    pub table: Sources,
    /// What is wrong or odd with it.
    pub problems: Vec<Diagnostic>,
    /// The files that change; none when the table has errors.
    pub changes: Vec<Change>,
    /// The measures that change, in the order of the table.
    pub updated: Vec<Updated>,
    /// Rows that were left alone because their plans are not chosen.
    pub skipped: usize,
    /// How many rows the table has.
    pub rows: usize,
}

/// Reads a table, called `name`, and works out what it changes in the chosen plans.
pub fn apply(sources: &Sources, choice: &Choice, name: &str, bytes: &[u8]) -> Applied {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return unreadable(
            name,
            "это книга Excel или другой документ, а нужна таблица CSV",
        );
    }
    let Some(decoded) = decode(bytes, known_headings) else {
        return unreadable(name, "это не таблица CSV: её байты не читаются как текст");
    };
    let mut applied = Applied {
        table: snapshot(name, decoded.text.as_bytes()),
        ..Applied::default()
    };
    let mut work = Work {
        directory: Directory::new(sources),
        wishes: Vec::new(),
    };
    work.read(&decoded, choice, &mut applied);
    if !applied.problems.iter().any(Diagnostic::is_error) {
        work.write(sources, &mut applied);
    }
    applied
}

fn snapshot(name: &str, bytes: &[u8]) -> Sources {
    let file = SourceFile::new(name, bytes.to_owned());
    Sources::new("", vec![file])
}

fn unreadable(name: &str, why: &str) -> Applied {
    Applied {
        table: snapshot(name, b""),
        problems: vec![
            Diagnostic::error(codes::STATUS_TABLE, Span::start_of(TABLE), why)
                .help("сохраните таблицу в виде «CSV» (в Excel: «Файл → Сохранить как → CSV UTF-8 (разделитель — запятая)»)"),
        ],
        ..Applied::default()
    }
}

/// A row understood: which measure, and what shall be stored.
struct Wanted {
    plan: usize,
    event: String,
    state: State,
    row: usize,
    span: Span,
}

struct Work {
    directory: Directory,
    wishes: Vec<Wanted>,
}

impl Work {
    /// Understands all rows.
    fn read(&mut self, decoded: &Decoded, choice: &Choice, applied: &mut Applied) {
        let text = decoded.text.as_str();
        // Excel writes «sep=;» where it was asked to; the line is no heading.
        let hint = text
            .get(..4)
            .is_some_and(|start| start.eq_ignore_ascii_case("sep="));
        let first = text.lines().nth(usize::from(hint)).unwrap_or_default();
        let (sign, known) = separator(first);
        let mut rows = match records(text, sign) {
            Ok(rows) => rows,
            Err(unclosed) => {
                applied.problems.push(
                    Diagnostic::error(
                        codes::STATUS_TABLE,
                        Span::new(TABLE, unclosed.0..unclosed.0 + 1),
                        "кавычка открыта и нигде не закрыта",
                    )
                    .label("отсюда и до конца таблицы — одна ячейка")
                    .help("закройте кавычку или сохраните таблицу из Excel или LibreOffice заново"),
                );
                return;
            }
        };
        if hint && !rows.is_empty() {
            rows.remove(0);
        }
        if rows.is_empty() || known == 0 {
            applied.problems.push(
                Diagnostic::error(
                    codes::STATUS_TABLE,
                    Span::start_of(TABLE),
                    "это не таблица статусов: в первой строке нет её заголовков",
                )
                .help("получите таблицу командой portal status --out status.csv и правьте её; первую строку не меняйте"),
            );
            return;
        }
        let heading = rows.remove(0);
        applied.rows = rows.len();
        let columns = header(&heading, &rows, &mut applied.problems);
        if applied.problems.iter().any(Diagnostic::is_error) {
            return;
        }
        let mut read_only: BTreeMap<usize, (Column, Vec<Span>)> = BTreeMap::new();
        for record in &rows {
            let row = Row {
                record,
                header: &columns,
                narrow: decoded.narrow,
            };
            self.row(row, choice, applied, &mut read_only);
        }
        applied.problems.extend(unchangeable(read_only));
        self.contradictions(&mut applied.problems);
    }

    fn row(
        &mut self,
        row: Row<'_>,
        choice: &Choice,
        applied: &mut Applied,
        read_only: &mut BTreeMap<usize, (Column, Vec<Span>)>,
    ) {
        if let Some(problem) = row.overflow() {
            applied.problems.push(problem);
            return;
        }
        let (index, event) = match row.event(&self.directory) {
            Ok(found) => found,
            Err(problem) => {
                applied.problems.push(*problem);
                return;
            }
        };
        let plan = &self.directory.plans[index];
        if !choice.takes(plan) {
            applied.skipped += 1;
            return;
        }
        let before = applied.problems.len();
        let wish = row.wish(plan, event, &mut applied.problems);
        for (column, span) in wish.read_only {
            let place = row.header.place(column).unwrap_or_default();
            let (_, spans) = read_only.entry(place).or_insert((column, Vec::new()));
            spans.push(span);
        }
        let told = applied.problems[before..].iter().any(Diagnostic::is_error);
        let changed = wish.state != State::of(event);
        if changed && !told {
            applied.problems.extend(lacking(row, &wish.state));
        }
        if changed && plan.broken {
            applied.problems.push(refused(row, plan));
        }
        self.wishes.push(Wanted {
            plan: index,
            event: event_id(event),
            state: wish.state,
            row: row.record.number,
            span: row.whole(),
        });
    }

    /// Two rows of one measure that want different things.
    fn contradictions(&self, found: &mut Vec<Diagnostic>) {
        let mut first: BTreeMap<(usize, &str), &Wanted> = BTreeMap::new();
        for wish in &self.wishes {
            let earlier = first.entry((wish.plan, &wish.event)).or_insert(wish);
            if earlier.state != wish.state {
                let message = format!(
                    "строки {} и {} говорят о мероприятии {} разное",
                    earlier.row, wish.row, wish.event
                );
                found.push(
                    Diagnostic::error(codes::STATUS_TWICE, wish.span, message)
                        .label("вторая строка о том же")
                        .related(earlier.span, "первая строка")
                        .help("оставьте одну из двух строк"),
                );
            }
        }
    }

    /// Works out the new bytes of every file.
    fn write(&self, sources: &Sources, applied: &mut Applied) {
        let wishes: BTreeMap<(usize, &str), &Wanted> = self
            .wishes
            .iter()
            .map(|wish| ((wish.plan, wish.event.as_str()), wish))
            .collect();
        let touched: BTreeSet<usize> = self.wishes.iter().map(|wish| wish.plan).collect();
        for index in touched {
            let plan = &self.directory.plans[index];
            let text = sources.file(plan.source).text().unwrap_or_default();
            let mut done = BTreeSet::new();
            let mut edits = Vec::new();
            let mut expected: BTreeMap<String, State> = BTreeMap::new();
            for event in plan.events() {
                let id = event_id(event);
                let old = State::of(event);
                let wish = wishes.get(&(index, id.as_str()));
                let new = wish.map_or_else(|| old.clone(), |wish| wish.state.clone());
                if new != old && done.insert(id.clone()) {
                    edits.extend(toml::edits(&text, event, &old, &new));
                    applied.updated.push(Updated {
                        path: plan.path.clone(),
                        event: id.clone(),
                        words: words(&old, &new),
                    });
                }
                expected.insert(id, new.compact());
            }
            if done.is_empty() {
                continue;
            }
            let after = edited(&text, edits);
            if !reads_back(plan, &after, &expected) {
                applied.problems.push(unwritten(plan));
                continue;
            }
            applied.changes.push(Change {
                path: plan.path.clone(),
                before: Some(text.as_bytes().to_owned()),
                after: after.into_bytes(),
            });
        }
        if applied.problems.iter().any(Diagnostic::is_error) {
            applied.changes.clear();
            applied.updated.clear();
        }
    }
}

fn lacking(row: Row<'_>, state: &State) -> Vec<Diagnostic> {
    lacks(state)
        .into_iter()
        .map(|lack| {
            row.error(codes::STATUS_LACKS, lack.column, lack.message)
                .help(lack.help)
        })
        .collect()
}

fn refused(row: Row<'_>, plan: &Plan) -> Diagnostic {
    let message = format!(
        "строка {}: в файле {} есть ошибки, менять его сейчас нельзя",
        row.record.number, plan.path
    );
    Diagnostic::error(codes::STATUS_REFUSED, row.whole(), message)
        .help("исправьте ошибки, которые покажет portal check, и повторите")
}

fn unwritten(plan: &Plan) -> Diagnostic {
    let message = format!(
        "файл {} записан так необычно, что изменить его без потерь не удалось",
        plan.path
    );
    Diagnostic::error(codes::STATUS_REFUSED, Span::start_of(TABLE), message)
        .help("впишите статусы в этот файл сами, а его строки уберите из таблицы")
}

/// One warning a column, however many of its cells were changed: spreadsheets change whole columns at once.
fn unchangeable(columns: BTreeMap<usize, (Column, Vec<Span>)>) -> Vec<Diagnostic> {
    columns
        .into_values()
        .filter_map(|(column, spans)| {
            let first = *spans.first()?;
            let cells = crate::text::russian::counted(spans.len(), ["ячейка", "ячейки", "ячеек"]);
            let message = format!(
                "столбец «{}» не меняется отсюда: изменено {cells}, портал их пропустил",
                column.heading()
            );
            Some(
                Diagnostic::warning(codes::STATUS_READ_ONLY, first, message)
                    .label("первая из них")
                    .help(
                        "это слова документа: если в них ошибка портала, исправьте сам файл плана",
                    ),
            )
        })
        .collect()
}
