//! How problems are shown: drawn for a terminal, as GitHub annotations, as JSON. It only turns data into text; who
//! prints it, and whether in colour, is decided elsewhere.

use std::ops::Range;

use annotate_snippets::{
    AnnotationKind, Element, Level, Origin, Patch as Replacement, Renderer, Snippet,
};
use serde::Serialize;

use crate::diag::diagnostic::{Diagnostic, Severity};
use crate::diag::excerpt::{self, Excerpt};
pub use crate::diag::place::{Place, place};
use crate::diag::place::{position, visible_end, within};
use crate::diag::span::Span;
use crate::files::sources::{SourceId, Sources};

/// The width drawings are made for, whatever the terminal, so that they are the same everywhere.
const WIDTH: usize = 120;
/// How many annotations of one level GitHub takes from a step; the rest would vanish without a word.
const GITHUB_LIMIT: usize = 10;

/// Draws problems one under the other, in the given order.
pub fn text(diagnostics: &[Diagnostic], sources: &Sources, color: bool) -> String {
    let renderer = if color {
        Renderer::styled()
    } else {
        Renderer::plain()
    }
    .term_width(WIDTH);
    let drawings: Vec<String> = diagnostics
        .iter()
        .map(|diagnostic| drawing(diagnostic, sources, &renderer))
        .collect();
    drawings.join("\n")
}

fn drawing(diagnostic: &Diagnostic, sources: &Sources, renderer: &Renderer) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR.with_name("ошибка"),
        Severity::Warning => Level::WARNING.with_name("предупреждение"),
    };
    let mut main = level
        .primary_title(&diagnostic.message)
        .id(diagnostic.code.id)
        .elements(Vec::<Element>::new());
    let mut headers = Vec::new();
    for cause in causes(diagnostic, sources) {
        main = main.element(cause.element);
        headers.extend(cause.header);
    }
    let change = replacement(diagnostic, sources);
    let mut help = diagnostic.help.iter().map(String::as_str);
    let mut groups = Vec::new();
    if let Some(snippet) = change {
        let title = help.next().unwrap_or("исправленная строка");
        groups.push(
            Level::HELP
                .with_name("помощь")
                .primary_title(title)
                .element(snippet),
        );
    }
    for advice in help {
        main = main.element(Level::HELP.with_name("помощь").message(advice));
    }
    groups.insert(0, main);
    let mut drawn = renderer.render(&groups);
    // The renderer counts columns in the excerpt, where the beginning of a long line may be missing.
    for (wrong, right) in headers {
        drawn = drawn.replacen(&wrong, &right, 1);
    }
    drawn.push('\n');
    drawn
}

/// The excerpt of one file, and how its header must be corrected.
struct Cause<'a> {
    element: Element<'a>,
    /// The header as it is drawn from a cut line, and as it should be.
    header: Option<(String, String)>,
}

/// The places of a problem, file by file: first the one it is about.
fn causes<'a>(diagnostic: &'a Diagnostic, sources: &'a Sources) -> Vec<Cause<'a>> {
    let mut files: Vec<SourceId> = vec![diagnostic.span.source];
    for (span, _) in &diagnostic.related {
        if !files.contains(&span.source) {
            files.push(span.source);
        }
    }
    files
        .into_iter()
        .map(|file| cause(diagnostic, file, sources))
        .collect()
}

/// The places of a problem in one file with their words; the place it is about comes first.
fn marks(diagnostic: &Diagnostic, file: SourceId) -> Vec<(Span, &str)> {
    let own = [(diagnostic.span, diagnostic.label.as_str())];
    let related = diagnostic
        .related
        .iter()
        .map(|(span, label)| (*span, label.as_str()));
    own.into_iter()
        .chain(related)
        .filter(|(span, _)| span.source == file)
        .collect()
}

/// The header and the excerpt of one file; the header alone when there is nothing to show.
fn cause<'a>(diagnostic: &'a Diagnostic, file: SourceId, sources: &'a Sources) -> Cause<'a> {
    let marks = marks(diagnostic, file);
    let start = place(
        marks
            .first()
            .map_or(Span::start_of(file), |(span, _)| *span),
        sources,
    );
    let Some(text) = sources.file(file).text().filter(|text| !text.is_empty()) else {
        let origin = Origin::path(start.path)
            .line(start.line)
            .char_column(start.column);
        return Cause {
            element: origin.into(),
            header: None,
        };
    };
    let ranges: Vec<Range<usize>> = marks
        .iter()
        .map(|(span, _)| within(text, *span))
        .map(|range| range.start..visible_end(text, &range))
        .collect();
    let excerpt = Excerpt::new(text, &ranges);
    let primary = |index: usize| index == 0 && diagnostic.span.source == file;
    let annotations = marks
        .iter()
        .zip(&ranges)
        .enumerate()
        .map(|(index, ((_, label), range))| {
            let kind = if primary(index) {
                AnnotationKind::Primary
            } else {
                AnnotationKind::Context
            };
            let annotation = kind.span(excerpt.range(range));
            if label.is_empty() {
                annotation
            } else {
                annotation.label(*label)
            }
        });
    let drawn = position(
        &excerpt.text,
        ranges.first().map_or(0, |range| excerpt.range(range).start),
    );
    let header = (drawn.1 != start.column).then(|| {
        let header = |column: usize| format!("{}:{}:{column}", start.path, start.line);
        (header(drawn.1), header(start.column))
    });
    let snippet = Snippet::source(excerpt.text.clone())
        .path(start.path.clone())
        .line_start(excerpt.first_line)
        .annotations(annotations);
    Cause {
        element: snippet.into(),
        header,
    }
}

/// The replacement as lines before and after.
fn replacement<'a>(
    diagnostic: &Diagnostic,
    sources: &Sources,
) -> Option<Snippet<'a, Replacement<'a>>> {
    let patch = diagnostic.patch.as_ref()?;
    let text = sources.file(patch.span.source).text()?;
    let change = excerpt::change(text, &within(text, patch.span), &patch.text);
    let replacement = Replacement::new(change.range, change.with);
    Some(
        Snippet::source(change.before)
            .line_start(change.first_line)
            .patch(replacement),
    )
}

/// Problems as annotations of GitHub: errors first, no more of a level than GitHub takes, then a note about the rest.
///
/// `prefix` is put before every path: the folder of the portal inside the repository, or nothing.
pub fn github(diagnostics: &[Diagnostic], sources: &Sources, prefix: &str) -> String {
    let of = |severity: Severity| {
        diagnostics
            .iter()
            .filter(move |diagnostic| diagnostic.severity == severity)
    };
    let shown: Vec<&Diagnostic> = of(Severity::Error)
        .take(GITHUB_LIMIT)
        .chain(of(Severity::Warning).take(GITHUB_LIMIT))
        .collect();
    let mut lines: String = shown
        .iter()
        .map(|diagnostic| annotation(diagnostic, sources, prefix))
        .collect();
    let rest = diagnostics.len() - shown.len();
    if rest > 0 {
        let words = plural(rest, ["замечание", "замечания", "замечаний"]);
        lines.push_str(&format!(
            "::notice::и ещё {rest} {words}: полный список — в выводе проверки\n"
        ));
    }
    lines
}

fn annotation(diagnostic: &Diagnostic, sources: &Sources, prefix: &str) -> String {
    let place = place(diagnostic.span, sources);
    let path = match prefix.trim_end_matches('/') {
        "" => place.path,
        prefix => format!("{prefix}/{}", place.path),
    };
    let level = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let words: Vec<&str> = std::iter::once(&diagnostic.message)
        .chain(&diagnostic.help)
        .map(String::as_str)
        .collect();
    format!(
        "::{level} file={},line={},col={},endLine={},endColumn={},title={}::{}\n",
        property(&path),
        place.line,
        place.column,
        place.end_line,
        place.end_column,
        property(diagnostic.code.id),
        data(&words.join("\n")),
    )
}

/// Escapes a message.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// Escapes a property, where two more signs have a meaning.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

/// One problem as other programs read it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Row<'a> {
    code: &'static str,
    severity: &'static str,
    file: String,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    message: &'a str,
    label: &'a str,
    help: &'a [String],
    patch: Option<PatchRow<'a>>,
}

/// A replacement as other programs read it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PatchRow<'a> {
    text: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

/// Problems as a JSON list, in the given order.
pub fn json(diagnostics: &[Diagnostic], sources: &Sources) -> String {
    let rows: Vec<Row> = diagnostics
        .iter()
        .map(|diagnostic| row(diagnostic, sources))
        .collect();
    serde_json::to_string_pretty(&rows).expect("rows hold only texts and numbers")
}

fn row<'a>(diagnostic: &'a Diagnostic, sources: &Sources) -> Row<'a> {
    let Place {
        path,
        line,
        column,
        end_line,
        end_column,
    } = place(diagnostic.span, sources);
    let patch = diagnostic.patch.as_ref().map(|patch| {
        let Place {
            line,
            column,
            end_line,
            end_column,
            ..
        } = place(patch.span, sources);
        PatchRow {
            text: &patch.text,
            line,
            column,
            end_line,
            end_column,
        }
    });
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
        end_line,
        end_column,
        message: &diagnostic.message,
        label: &diagnostic.label,
        help: &diagnostic.help,
        patch,
    }
}

/// How many problems there are: «3 ошибки, 1 предупреждение».
pub fn summary_line(errors: usize, warnings: usize) -> String {
    let errors = match errors {
        0 => "ошибок нет".to_owned(),
        count => format!("{count} {}", plural(count, ["ошибка", "ошибки", "ошибок"])),
    };
    match warnings {
        0 => errors,
        count => format!(
            "{errors}, {count} {}",
            plural(
                count,
                ["предупреждение", "предупреждения", "предупреждений"]
            )
        ),
    }
}

/// The form of a word after a number: for 1, for 2, for 5.
fn plural(count: usize, [one, few, many]: [&str; 3]) -> &str {
    match (count % 10, count % 100) {
        (_, 11..=14) => many,
        (1, _) => one,
        (2..=4, _) => few,
        _ => many,
    }
}
