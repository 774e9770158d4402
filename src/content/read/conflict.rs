//! Finds the traces of an unfinished merge: the lines `<<<<<<<`, `=======`, `>>>>>>>` that version control leaves
//! when two people changed one place. It knows nothing of what stands between them.

use std::ops::Range;

use crate::diag::codes;
use crate::diag::{Diagnostic, Span};
use crate::files::sources::SourceId;

/// How many characters of a variant are quoted in the advice.
const QUOTED: usize = 60;

/// What was found: messages, and the parts to pass over so that one variant remains.
#[derive(Debug, Default)]
pub struct Conflicts {
    /// One message for each place.
    pub diagnostics: Vec<Diagnostic>,
    /// The marker lines and all variants but the first, in the order of the file.
    pub dropped: Vec<Range<usize>>,
}

/// One line of the text: its number from 1, its place without the line break, and where the next line begins.
struct Line {
    number: usize,
    range: Range<usize>,
    next: usize,
}

/// The lines of a conflict by their markers; the last two may be missing in a half-mended file.
struct Block {
    begin: Line,
    base: Option<Line>,
    middle: Option<Line>,
    end: Option<Line>,
}

/// Looks for merge markers at the beginnings of lines.
pub fn find(source: SourceId, text: &str, from: usize) -> Conflicts {
    let mut found = Conflicts::default();
    let mut open: Option<Block> = None;
    for line in lines(text, from) {
        let Some(marker) = marker(&text[line.range.clone()]) else {
            continue;
        };
        match (marker, &mut open) {
            ('<', _) => {
                if let Some(block) = open.take() {
                    found.add(source, text, block);
                }
                open = Some(Block {
                    begin: line,
                    base: None,
                    middle: None,
                    end: None,
                });
            }
            ('|', Some(block)) if block.middle.is_none() => block.base = Some(line),
            ('=', Some(block)) if block.middle.is_none() => block.middle = Some(line),
            ('>', Some(block)) if block.middle.is_some() => {
                block.end = Some(line);
                if let Some(block) = open.take() {
                    found.add(source, text, block);
                }
            }
            // A line of equal signs under words may be a heading, the others can be nothing else.
            ('>' | '|', None) => {
                found.dropped.push(line.range.start..line.next);
                found.diagnostics.push(unfinished(source, &line));
            }
            _ => {}
        }
    }
    if let Some(block) = open {
        found.add(source, text, block);
    }
    found
}

/// The sign of a marker line: seven equal signs, then a space or the end.
pub fn marker(line: &str) -> Option<char> {
    let sign = line.chars().next().filter(|sign| "<|=>".contains(*sign))?;
    let rest = line.trim_start_matches(sign);
    (line.len() - rest.len() == 7 && (rest.trim_end().is_empty() || rest.starts_with(' ')))
        .then_some(sign)
}

fn lines(text: &str, from: usize) -> impl Iterator<Item = Line> {
    let mut next = from;
    text[from..]
        .split_inclusive('\n')
        .enumerate()
        .map(move |(index, line)| {
            let start = next;
            next += line.len();
            Line {
                number: index + 1,
                range: start..start + line.trim_end_matches(['\r', '\n']).len(),
                next,
            }
        })
}

impl Conflicts {
    fn add(&mut self, source: SourceId, text: &str, block: Block) {
        let Block {
            begin,
            base,
            middle,
            end,
        } = block;
        let (Some(middle), Some(end)) = (middle, end) else {
            self.dropped.push(begin.range.start..begin.next);
            self.diagnostics.push(unfinished(source, &begin));
            return;
        };
        let ours_end = base.as_ref().unwrap_or(&middle).range.start;
        self.dropped.push(begin.range.start..begin.next);
        self.dropped.push(ours_end..end.next);
        let message = format!(
            "не сведены два варианта правки: строки {}–{}",
            begin.number, end.number
        );
        let first = variant(&text[begin.next..ours_end], &text[begin.range.clone()]);
        let second = variant(
            &text[middle.next..end.range.start],
            &text[end.range.clone()],
        );
        self.diagnostics.push(
            Diagnostic::error(codes::MERGE_CONFLICT, Span::new(source, begin.range), message)
                .label("отсюда начинается первый вариант")
                .related(Span::new(source, middle.range), "отсюда — второй")
                .related(Span::new(source, end.range), "здесь он кончается")
                .help(format!("первый вариант{first}; второй вариант{second}"))
                .help("оставьте нужный вариант и удалите строки, которые начинаются с <<<<<<<, ======= и >>>>>>>"),
        );
    }
}

fn unfinished(source: SourceId, begin: &Line) -> Diagnostic {
    let message = format!(
        "в строке {} осталась пометка о двух вариантах правки",
        begin.number
    );
    Diagnostic::error(
        codes::MERGE_CONFLICT,
        Span::new(source, begin.range.clone()),
        message,
    )
    .label("пары к этой строке нет")
    .help("проверьте, что ниже остался один вариант текста, и удалите эту строку")
}

/// A variant in a few words: whose it is, and how it begins.
fn variant(text: &str, marker: &str) -> String {
    let whose = match marker[7..].trim() {
        "" => String::new(),
        name => format!(" ({name})"),
    };
    let Some(first) = text.lines().map(str::trim).find(|line| !line.is_empty()) else {
        return format!("{whose} пуст");
    };
    let quoted: String = first.chars().take(QUOTED).collect();
    let more = if first.chars().count() > QUOTED || text.trim().lines().count() > 1 {
        " …"
    } else {
        ""
    };
    format!("{whose}: {quoted}{more}")
}
