//! Splits a Markdown file into its front matter and its body. It looks at lines only and leaves TOML to others.

use std::ops::Range;

use crate::content::read::statement::{self, Line};
use crate::diag::codes;
use crate::diag::{Diagnostic, Span};
use crate::files::sources::SourceId;

/// The line that opens and closes front matter.
const FENCE: &str = "+++";

/// What to write when there is nothing.
const ADVICE: &str = "файл начинают так: строка +++, под ней свойства вроде title = \"…\" по одному на строке, \
                      затем снова строка +++ и текст страницы";

/// Where the parts of a Markdown file are.
#[derive(Debug, Clone)]
pub struct Front {
    /// The lines between the fences; empty when they cannot be told.
    pub toml: Range<usize>,
    /// Where the body begins.
    pub body: usize,
    /// True when properties may stand outside of `toml`.
    pub uncertain: bool,
    /// What is wrong with the fences.
    pub problem: Option<Diagnostic>,
}

/// Splits a text, passing over the parts dropped from merge conflicts.
pub fn split(source: SourceId, text: &str, from: usize, dropped: &[Range<usize>]) -> Front {
    let lines: Vec<Row> = rows(text, from)
        .filter(|row| !dropped.iter().any(|part| part.contains(&row.start)))
        .collect();
    let first = lines.iter().position(|row| !row.text.trim().is_empty());
    match first {
        Some(index) if lines[index].text.trim_end() == FENCE => {
            opened(source, text, &lines[index + 1..], lines[index].next)
        }
        Some(index)
            if lines[index].text.starts_with(FENCE) && !looks_like_fence(lines[index].text) =>
        {
            let at = lines[index].start + FENCE.len();
            let problem = Some(glued(
                source,
                lines[index].start..at,
                Span::new(source, at..at),
                "\n",
            ));
            Front {
                problem,
                ..opened(source, text, &lines[index + 1..], at)
            }
        }
        Some(index) if looks_like_fence(lines[index].text) => {
            misspelt(source, text, &lines[index..])
        }
        Some(index) if statement::kind(lines[index].text) == Line::Field => {
            unopened(source, text, &lines[index..])
        }
        Some(index) => match lines.iter().position(|row| row.text.trim_end() == FENCE) {
            Some(fence) => words_first(source, text, &lines[index..], &lines[fence..]),
            None => missing(source, from, text),
        },
        None => missing(source, from, text),
    }
}

/// Words stand before the properties.
fn words_first(source: SourceId, text: &str, lines: &[Row], fenced: &[Row]) -> Front {
    let inner = opened(source, text, &fenced[1..], fenced[0].next);
    let problem = Diagnostic::error(
        codes::FRONT_MATTER,
        Span::new(source, trimmed(text, lines[0].range())),
        "перед свойствами стоит текст: файл начинается со строки +++",
    )
    .label("этому тексту место ниже")
    .related(
        Span::new(source, fenced[0].range()),
        "свойства начинаются здесь",
    )
    .help("перенесите эти слова под вторую строку +++, к тексту страницы");
    Front {
        problem: Some(problem),
        ..inner
    }
}

/// One line of the file with its place.
#[derive(Debug, Clone, Copy)]
struct Row<'a> {
    text: &'a str,
    start: usize,
    next: usize,
}

impl Row<'_> {
    /// The place of the line without its break.
    fn range(&self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }
}

fn rows(text: &str, from: usize) -> impl Iterator<Item = Row<'_>> {
    let mut next = from;
    text[from..].split_inclusive('\n').map(move |line| {
        let start = next;
        next += line.len();
        Row {
            text: line.trim_end_matches(['\r', '\n']),
            start,
            next,
        }
    })
}

/// True for a line that was meant to be a fence: pluses in another number, or the dashes of other programs.
fn looks_like_fence(line: &str) -> bool {
    let signs: String = line
        .chars()
        .filter(|c| !c.is_whitespace() && !statement::is_invisible(*c))
        .collect();
    signs.len() >= 2
        && (signs.chars().all(|c| c == '+')
            || (signs.len() >= 3 && signs.chars().all(|c| c == '-')))
}

/// The front matter begins at `start`; looks for its end among the lines after the fence.
fn opened(source: SourceId, text: &str, lines: &[Row], start: usize) -> Front {
    if let Some(fence) = lines.iter().find(|row| row.text.trim_end() == FENCE) {
        return Front {
            toml: start..fence.start,
            body: fence.next,
            uncertain: false,
            problem: None,
        };
    }
    if let Some(row) = lines.iter().find(|row| glued_fence(row.text)) {
        let at = row.start + row.text.trim_end().len() - FENCE.len();
        let problem = Some(glued(
            source,
            at..at + FENCE.len(),
            Span::new(source, at..at),
            "\n",
        ));
        return Front {
            toml: start..at,
            body: row.next,
            uncertain: false,
            problem,
        };
    }
    let (at, stop) = properties_end(text, start);
    if let Some(almost) = lines
        .iter()
        .find(|row| row.start == stop && looks_like_fence(row.text))
    {
        let problem = wrong_fence(source, almost);
        return Front {
            toml: start..almost.start,
            body: almost.next,
            uncertain: false,
            problem: Some(problem),
        };
    }
    let fence = trimmed(text, start - fence_length(text, start)..start);
    let patch = if text[..at].ends_with('\n') {
        "+++\n"
    } else {
        "\n+++\n"
    };
    let problem = Diagnostic::error(
        codes::FRONT_MATTER,
        Span::new(source, fence),
        "блок свойств не закрыт: нет второй строки +++",
    )
    .label("блок открыт здесь")
    .help("поставьте строку +++ между свойствами и текстом страницы")
    .patch(Span::new(source, at..at), patch);
    Front {
        toml: start..at,
        body: at,
        uncertain: true,
        problem: Some(problem),
    }
}

/// True for a property with a fence at its end.
fn glued_fence(line: &str) -> bool {
    let property = statement::kind(line) == Line::Field && statement::value_start(line).is_some();
    line.trim_end().ends_with(FENCE) && (property || line.trim_start().starts_with([']', '}', '"']))
}

/// A fence that shares its line with a property.
fn glued(source: SourceId, fence: Range<usize>, gap: Span, line_break: &str) -> Diagnostic {
    Diagnostic::error(
        codes::FRONT_MATTER,
        Span::new(source, fence),
        "знаки +++ стоят на одной строке со свойством",
    )
    .label("здесь должна быть отдельная строка")
    .help("перенесите +++ на отдельную строку")
    .safe_patch(gap, line_break)
}

/// How many bytes the line before `start` takes, with its break.
fn fence_length(text: &str, start: usize) -> usize {
    text[..start]
        .split_inclusive('\n')
        .next_back()
        .map_or(0, str::len)
}

/// A range without the blanks and line breaks at its end.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    range.start..range.start + text[range.clone()].trim_end().len()
}

/// Where the last property ends, with its line break, and where the first line begins that cannot be one.
fn properties_end(text: &str, start: usize) -> (usize, usize) {
    let (mut last, mut at) = (start, start);
    while at < text.len() {
        let kind = statement::kind(&text[at..statement::line_end(text, at)]);
        // A line that begins with a link looks like a header.
        let link = kind == Line::Header && text[at..statement::line_end(text, at)].contains("](");
        if kind == Line::Prose || link {
            break;
        }
        at = statement::next_line(text, statement::end(text, at));
        if kind != Line::Empty {
            last = at;
        }
    }
    (last, at)
}

/// The first line is a fence of another form.
fn misspelt(source: SourceId, text: &str, lines: &[Row]) -> Front {
    let first = &lines[0];
    let dashes = first.text.trim_start().starts_with('-');
    let closing = lines[1..].iter().find(|row| looks_like_fence(row.text));
    let fence = Span::new(source, trimmed(text, first.range()));
    if dashes {
        // What stands between dashes is another language: one message is enough.
        let problem = Diagnostic::error(
            codes::FRONT_MATTER,
            fence,
            "блок свойств отмечают строками +++, а не ---",
        )
        .label("здесь должно быть +++")
        .help("замените обе строки --- на +++, а свойства запишите в виде title = \"…\"");
        // Between two such lines, with nothing but fields, they can mean nothing else.
        let end = lines
            .iter()
            .skip(1)
            .position(|row| looks_like_fence(row.text));
        let inner = end.map(|end| &lines[1..=end]);
        let fields = inner.is_some_and(|rows| {
            rows.iter()
                .all(|row| matches!(statement::kind(row.text), Line::Field | Line::Empty))
        });
        let problem = match fields {
            true => problem.safe_patch(fence, FENCE),
            false => problem.patch(fence, FENCE),
        };
        let body = closing.map_or(first.next, |row| row.next);
        return Front {
            toml: body..body,
            body,
            uncertain: true,
            problem: Some(problem),
        };
    }
    let inner = opened(source, text, &lines[1..], first.next);
    let second = closing.filter(|row| row.text.trim_end() != FENCE && row.start == inner.toml.end);
    let mut problem = wrong_fence(source, first);
    if let Some(row) = second {
        problem = problem.related(Span::new(source, row.range()), "и здесь");
    }
    Front {
        problem: Some(problem),
        ..inner
    }
}

fn wrong_fence(source: SourceId, row: &Row) -> Diagnostic {
    let end = row.start + row.text.trim_end().len();
    let span = Span::new(source, row.start..end);
    Diagnostic::error(
        codes::FRONT_MATTER,
        span,
        "строка вокруг свойств записана неверно: нужны ровно три плюса",
    )
    .label("здесь должно быть +++")
    .help("запишите строку как +++ без других знаков")
    .safe_patch(span, FENCE)
}

/// The file begins with a property: the opening fence is missing, perhaps the closing one too.
fn unopened(source: SourceId, text: &str, lines: &[Row]) -> Front {
    let start = lines[0].start;
    let at = Span::new(source, start..start);
    let fence = lines.iter().find(|row| row.text.trim_end() == FENCE);
    let inner = opened(source, text, lines, start);
    let problem = Diagnostic::error(codes::FRONT_MATTER, at, "перед свойствами нет строки +++")
        .label("здесь должна быть строка +++");
    let problem = match fence {
        Some(_) => problem
            .help("поставьте строку +++ в начале файла")
            .safe_patch(at, "+++\n"),
        None => problem
            .help("поставьте строку +++ в начале файла и ещё одну — между свойствами и текстом"),
    };
    Front {
        problem: Some(problem),
        ..inner
    }
}

/// There is nothing that looks like front matter.
fn missing(source: SourceId, from: usize, text: &str) -> Front {
    let message = if text[from..].trim().is_empty() {
        "файл пуст: нет ни свойств, ни текста"
    } else {
        "в начале файла нет блока свойств"
    };
    let problem =
        Diagnostic::error(codes::FRONT_MATTER, Span::new(source, from..from), message).help(ADVICE);
    Front {
        toml: from..from,
        body: from,
        uncertain: true,
        problem: Some(problem),
    }
}
