//! Problems drawn for a terminal: an excerpt of the file with marks, advice, and the patch as lines before and after.

use std::ops::Range;

use crate::diag::diagnostic::{Diagnostic, Severity};
use crate::diag::excerpt::{self, Excerpt};
use crate::diag::explain;
use crate::diag::opened::Opener;
use crate::diag::place::{position, visible_end, within};
use crate::diag::span::Span;
use crate::files::sources::{SourceId, Sources};
use annotate_snippets::{
    AnnotationKind, Element, Level, Origin, Patch as Replacement, Renderer, Snippet,
};

/// The width drawings are made for, whatever the terminal, so that they are the same everywhere.
const WIDTH: usize = 120;

/// Draws problems one under the other, in the given order.
pub fn text(diagnostics: &[Diagnostic], sources: &Sources, color: bool) -> String {
    let renderer = if color {
        Renderer::styled()
    } else {
        Renderer::plain()
    }
    .term_width(WIDTH);
    let files = Opener::new(sources);
    let drawings: Vec<String> = diagnostics
        .iter()
        .map(|diagnostic| drawing(diagnostic, &files, &renderer))
        .collect();
    drawings.join("\n")
}

fn drawing(diagnostic: &Diagnostic, files: &Opener<'_>, renderer: &Renderer) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR.with_name("ошибка"),
        Severity::Warning => Level::WARNING.with_name("предупреждение"),
    };
    let mut main = level
        .primary_title(&diagnostic.message)
        .id(diagnostic.code.id)
        .elements(Vec::<Element>::new());
    let mut headers = Vec::new();
    for cause in causes(diagnostic, files) {
        main = main.element(cause.element);
        headers.extend(cause.header);
    }
    let change = replacement(diagnostic, files);
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
    // A judgement that an editor may refuse says by what right it is made.
    let judged = explain::of(diagnostic.code).filter(|_| !diagnostic.is_error());
    if let Some(source) = judged.and_then(|one| one.source.as_deref()) {
        main = main.element(Level::NOTE.with_name("откуда правило").message(source));
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
fn causes<'a>(diagnostic: &'a Diagnostic, files: &Opener<'_>) -> Vec<Cause<'a>> {
    let mut named: Vec<SourceId> = vec![diagnostic.span.source];
    for (span, _) in &diagnostic.related {
        if !named.contains(&span.source) {
            named.push(span.source);
        }
    }
    named
        .into_iter()
        .map(|file| cause(diagnostic, file, files))
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
fn cause<'a>(diagnostic: &'a Diagnostic, file: SourceId, files: &Opener<'_>) -> Cause<'a> {
    let opened = files.open(file);
    let marks = marks(diagnostic, file);
    let start = opened.place(
        marks
            .first()
            .map_or(Span::start_of(file), |(span, _)| *span),
    );
    let Some(text) = opened.text().filter(|text| !text.is_empty()) else {
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
    files: &Opener<'_>,
) -> Option<Snippet<'a, Replacement<'a>>> {
    let patch = diagnostic.patch.as_ref()?;
    let opened = files.open(patch.span.source);
    let text = opened.text()?;
    let change = excerpt::change(text, &within(text, patch.span), &patch.text);
    let replacement = Replacement::new(change.range, change.with);
    Some(
        Snippet::source(change.before)
            .line_start(change.first_line)
            .patch(replacement),
    )
}
