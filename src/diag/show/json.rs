//! Problems for other programs.

use serde::Serialize;

use crate::diag::diagnostic::{Diagnostic, Patch};
use crate::diag::explain;
use crate::diag::opened::Opener;
use crate::diag::place::Place;
use crate::files::sources::Sources;

/// The longest replacement that is written out whole, in characters.
const LONGEST: usize = 2000;

/// One problem.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Row<'a> {
    code: &'static str,
    severity: &'static str,
    file: String,
    line: usize,
    column: usize,
    end: End,
    end_line: usize,
    end_column: usize,
    message: &'a str,
    label: &'a str,
    help: &'a [String],
    fix: Option<Fix<'a>>,
    /// Where a rule of judgement comes from.
    source: Option<&'static str>,
    /// What the code means, in two to four sentences.
    explain: Option<&'static str>,
}

/// The place behind the last character.
#[derive(Serialize)]
struct End {
    line: usize,
    column: usize,
}

/// A replacement.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Fix<'a> {
    /// None when it is as long as a file: then only `portal check --fix` writes it.
    text: Option<&'a str>,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    /// True when `portal check --fix` makes it without asking.
    safe: bool,
}

/// Problems as a JSON list, in the given order.
pub fn json(diagnostics: &[Diagnostic], sources: &Sources) -> String {
    let files = Opener::new(sources);
    let rows: Vec<Row> = diagnostics
        .iter()
        .map(|diagnostic| row(diagnostic, &files))
        .collect();
    serde_json::to_string_pretty(&rows).expect("rows hold only texts and numbers")
}

fn row<'a>(diagnostic: &'a Diagnostic, files: &Opener<'_>) -> Row<'a> {
    let Place {
        path,
        line,
        column,
        end_line,
        end_column,
    } = files.place(diagnostic.span);
    let explained = explain::of(diagnostic.code);
    Row {
        code: diagnostic.code.id,
        severity: if diagnostic.is_error() {
            "error"
        } else {
            "warning"
        },
        file: path,
        line,
        column,
        end: End {
            line: end_line,
            column: end_column,
        },
        end_line,
        end_column,
        message: &diagnostic.message,
        label: &diagnostic.label,
        help: &diagnostic.help,
        fix: diagnostic.patch.as_ref().map(|patch| fix(patch, files)),
        source: explained.and_then(|one| one.source.as_deref()),
        explain: explained.map(|one| one.means.as_str()),
    }
}

fn fix<'a>(patch: &'a Patch, files: &Opener<'_>) -> Fix<'a> {
    let place = files.place(patch.span);
    let short = patch.text.chars().nth(LONGEST).is_none();
    Fix {
        text: short.then_some(patch.text.as_str()),
        line: place.line,
        column: place.column,
        end_line: place.end_line,
        end_column: place.end_column,
        safe: patch.safe,
    }
}
