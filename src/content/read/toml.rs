//! From TOML text to a raw table. Broken text is mended statement by statement, each mistake is reported once, and what
//! then remains of the file is read as if it had been right.

use std::ops::Range;

use toml::de::DeTable;

use crate::content::raw::Table;
use crate::content::read::clash;
use crate::content::read::convert;
use crate::content::read::draft::Draft;
use crate::content::read::fault::{self, Fault, Mend};
use crate::content::read::statement::{self, Line};
use crate::diag::diagnostic::Patch;
use crate::diag::{Diagnostic, codes};
use crate::files::sources::SourceId;

/// How many mistakes of one statement are mended before the rest of it is given up.
const ATTEMPTS: usize = 24;

/// How many mistakes of one file are reported: more help nobody.
const MOST: usize = 100;

/// What was read.
#[derive(Debug)]
pub struct Outcome {
    /// The table, as far as it could be read.
    pub table: Table,
    /// True when something had to be left out.
    pub damaged: bool,
    /// The mistakes, in no order.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a range of a file as TOML, without the parts dropped from merge conflicts.
pub fn read(
    source: SourceId,
    whole: &str,
    range: Range<usize>,
    dropped: &[Range<usize>],
) -> Outcome {
    let mut draft = Draft::new(source, whole, range.clone());
    let mut damaged = false;
    for part in dropped.iter().rev() {
        let (from, to) = (part.start.max(range.start), part.end.min(range.end));
        if from < to {
            draft.replace(from - range.start..to - range.start, "");
            damaged = true;
        }
    }
    let (mut table, errors) = DeTable::parse_recoverable(draft.text());
    if errors.is_empty() {
        let table = convert::table(table.get_ref(), &draft);
        return Outcome {
            table,
            damaged,
            diagnostics: Vec::new(),
        };
    }
    drop((table, errors));

    let mut mender = Mender {
        draft,
        damaged,
        diagnostics: Vec::new(),
    };
    mender.old_line_breaks();
    mender.statements();
    let Mender {
        mut draft,
        damaged,
        mut diagnostics,
    } = mender;
    let lost = clash::resolve(&mut draft, &mut diagnostics);
    let errors;
    (table, errors) = DeTable::parse_recoverable(draft.text());
    if diagnostics.is_empty()
        && let Some(error) = errors.first()
    {
        diagnostics.push(not_understood(&draft, error.span().unwrap_or(0..0)));
    }
    let left_over = errors
        .iter()
        .any(|error| !is_told(&draft, error.span(), &diagnostics));
    let table = convert::table(table.get_ref(), &draft);
    Outcome {
        table,
        damaged: damaged || lost || left_over,
        diagnostics,
    }
}

/// True when an error stands where a mistake was already reported.
fn is_told(draft: &Draft, at: Option<Range<usize>>, diagnostics: &[Diagnostic]) -> bool {
    at.is_some_and(|at| {
        diagnostics
            .iter()
            .any(|told| told.span == draft.span(at.clone()))
    })
}

/// The last resort: TOML refuses the whole although every part of it is right.
fn not_understood(draft: &Draft, at: Range<usize>) -> Diagnostic {
    Diagnostic::error(
        codes::SYNTAX,
        draft.span(at),
        "эту запись прочесть не удалось",
    )
    .label("здесь чтение остановилось")
    .help("сравните её с соседними записями того же вида")
}

/// Mends a draft and gathers the mistakes.
struct Mender {
    draft: Draft,
    damaged: bool,
    diagnostics: Vec<Diagnostic>,
}

impl Mender {
    /// Files of very old computers end their lines with a carriage return alone.
    fn old_line_breaks(&mut self) {
        let text = self.draft.text();
        let Some(first) = text
            .find('\r')
            .filter(|_| !text.contains('\n') && text.trim_end().contains('\r'))
        else {
            return;
        };
        let places: Vec<usize> = text.match_indices('\r').map(|(at, _)| at).collect();
        self.diagnostics.push(
            Diagnostic::error(codes::SYNTAX, self.draft.span(first..first), "строки файла разделены устаревшим знаком (CR)")
                .help("откройте файл в редакторе и сохраните заново с обычными концами строк (LF или CRLF) или запустите portal check --fix"),
        );
        for at in places {
            self.draft.replace(at..at + 1, "\n");
        }
    }

    /// Goes through all statements; those TOML refuses are mended or given up.
    fn statements(&mut self) {
        let mut at = 0;
        while at < self.draft.text().len() {
            if self.diagnostics.len() >= MOST {
                return self.too_many(at);
            }
            let end = self.statement(at);
            at = statement::next_line(self.draft.text(), end);
        }
    }

    /// Leaves the rest of a file unread that is hardly TOML at all.
    fn too_many(&mut self, at: usize) {
        let rest = at..self.draft.text().len();
        if !statement::sound(&self.draft.text()[rest.clone()]) {
            let span = self.draft.span(at..at);
            let problem = Diagnostic::error(
                codes::SYNTAX,
                span,
                format!("в файле больше {MOST} ошибок записи, дальше он не проверен"),
            );
            self.diagnostics
                .push(problem.help("исправьте ошибки выше и запустите проверку снова"));
            self.damaged = true;
            self.draft.blank(rest);
        }
    }

    /// Mends the statement that begins at `start`; says where it ends then. Of several mistakes on one line only the
    /// first is reported: the others are often its consequences.
    fn statement(&mut self, start: usize) -> usize {
        if let Some(end) = self.bare_header(start) {
            return end;
        }
        let mut told = Vec::new();
        let mut silent = false;
        let mut shown = true;
        let mut safe = true;
        for _ in 0..ATTEMPTS {
            let end = statement::end(self.draft.text(), start);
            let text = &self.draft.text()[start..end];
            if statement::sound(text) {
                if silent && shown && told.len() == 1 {
                    self.show_whole(start..end, safe);
                }
                return end;
            }
            let fault = fault::find(text);
            let line = text[..fault.at.start].matches('\n').count();
            if told.contains(&line) {
                silent = true;
            } else {
                told.push(line);
                self.diagnostics
                    .push(diagnostic(&fault, &self.draft, start));
            }
            safe &= matches!(fault.mend, Mend::Safe(..));
            match fault.mend {
                Mend::Patch(part, with) | Mend::Safe(part, with) => self
                    .draft
                    .replace(start + part.start..start + part.end, &with),
                Mend::Quiet(part, with) => {
                    shown = false;
                    self.damaged |= with == fault::PLACEHOLDER_HEADER;
                    self.draft
                        .replace(start + part.start..start + part.end, &with);
                }
                Mend::Quotes(parts) => {
                    shown = false;
                    for part in parts.iter().rev() {
                        self.draft.replace(start + part.end..start + part.end, "\"");
                        self.draft
                            .replace(start + part.start..start + part.start, "\"");
                    }
                }
                Mend::Drop => return self.give_up(start, end),
            }
        }
        let end = statement::end(self.draft.text(), start);
        self.give_up(start, end)
    }

    /// A name alone on its line, above fields and under an empty line: a header without brackets. It gets them, so that
    /// its fields do not fall to the table above; says where it ends then.
    fn bare_header(&mut self, start: usize) -> Option<usize> {
        let text = self.draft.text();
        let end = statement::line_end(text, start);
        let line = text[start..end].trim_end();
        let name = line.trim_matches(['(', ')', ':', ' ']);
        let named = !name.is_empty()
            && name
                .chars()
                .all(|c| c.is_ascii_lowercase() || "._-".contains(c));
        // A comment over a header belongs to it.
        let above = text[..start]
            .lines()
            .rev()
            .find(|line| !line.trim_start().starts_with('#'));
        let apart = above.is_some_and(|line| line.trim().is_empty());
        let below = statement::next_line(text, end);
        let field = &text[below..statement::line_end(text, below)];
        let over_fields = statement::kind(field) == Line::Field && statement::sound(field);
        if !named || !apart || !over_fields {
            return None;
        }
        let is_list = text.contains(&format!("[[{name}]]")) || text.contains(&format!("[[{name}."));
        let right = match is_list {
            true => format!("[[{name}]]"),
            false => format!("[{name}]"),
        };
        let place = start..start + line.len();
        let span = self.draft.span(place.clone());
        self.diagnostics.push(
            Diagnostic::error(
                codes::SYNTAX,
                span,
                format!("строка {name} похожа на заголовок, а скобок нет"),
            )
            .label(format!("здесь должно быть {right}"))
            .help(format!(
                "заголовок таблицы пишут в квадратных скобках: {right}"
            ))
            .patch(span, right.clone()),
        );
        self.draft.replace(place, &right);
        Some(start + right.len())
    }

    /// Lets the patch of the last message mend the whole statement, where more was wrong than the message says.
    fn show_whole(&mut self, range: Range<usize>, safe: bool) {
        let text = self.draft.text()[range.clone()].to_owned();
        let span = self.draft.span(range);
        if let Some(last) = self.diagnostics.last_mut()
            && !text.contains('\n')
        {
            last.patch = Some(Patch { span, text, safe });
        }
    }

    /// Passes over a statement; a header leaves a placeholder, so that its fields do not fall to the table above.
    fn give_up(&mut self, start: usize, end: usize) -> usize {
        self.damaged = true;
        let first = statement::line_end(self.draft.text(), start);
        if statement::kind(&self.draft.text()[start..first]) == Line::Header {
            self.draft.replace(start..end, fault::PLACEHOLDER_HEADER);
            return start + fault::PLACEHOLDER_HEADER.len();
        }
        self.draft.blank(start..end);
        end
    }
}

/// A mistake in a statement as a problem in a file.
fn diagnostic(fault: &Fault, draft: &Draft, start: usize) -> Diagnostic {
    let span = |part: &Range<usize>| draft.span(start + part.start..start + part.end);
    let mut diagnostic = Diagnostic::error(fault.code, span(&fault.at), fault.message.clone())
        .label(fault.label.clone());
    diagnostic.related = fault
        .related
        .iter()
        .map(|(part, label)| (span(part), label.clone()))
        .collect();
    diagnostic.help.clone_from(&fault.help);
    match &fault.mend {
        Mend::Patch(part, with) => diagnostic.patch(span(part), with.clone()),
        Mend::Safe(part, with) => diagnostic.safe_patch(span(part), with.clone()),
        Mend::Quiet(..) | Mend::Quotes(_) | Mend::Drop => diagnostic,
    }
}
