//! The few lines of a file that are shown with a problem, with very long lines cut around the marked places.
//! It knows nothing of problems: only of text and of ranges in it.

use std::ops::Range;

/// The most characters of a line that are shown.
const WIDTH: usize = 96;
/// How many characters stay before the marked place when a line is cut.
const BEFORE: usize = 36;
/// How far from a mark lines may be shown; what lies further from all marks is left empty, since nobody draws it.
const NEAR: usize = 3;
/// How much of a long replacement is shown from its beginning and from its end.
const HEAD: usize = 56;
const TAIL: usize = 28;

/// Lines of a file as they are shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// The lines, joined by line feeds.
    pub text: String,
    /// The number of the first of them.
    pub first_line: usize,
    lines: Vec<Shown>,
}

/// One line: its place in the file, the part of it that is shown, and where that part stands in the excerpt.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Shown {
    line: Range<usize>,
    part: Range<usize>,
    at: usize,
}

impl Excerpt {
    /// The lines from the first to the last mark. Where a line is cut, the earlier mark in the list decides.
    pub fn new(text: &str, marks: &[Range<usize>]) -> Self {
        let from = marks.iter().map(|mark| mark.start).min().unwrap_or(0);
        let to = marks
            .iter()
            .map(|mark| mark.end)
            .max()
            .unwrap_or(0)
            .max(from);
        let start = text[..from].rfind('\n').map_or(0, |at| at + 1);
        let mut excerpt = Excerpt {
            text: String::new(),
            first_line: text[..start].matches('\n').count() + 1,
            lines: Vec::new(),
        };
        let mut lines = Vec::new();
        let mut at = start;
        for piece in text[start..].split_inclusive('\n') {
            if at > to {
                break;
            }
            let line = at..at + piece.trim_end_matches(['\r', '\n']).len();
            let next = at + piece.len();
            let mark = marks
                .iter()
                .find(|mark| mark.start < next && mark.end >= at);
            lines.push((line, mark));
            at = next;
        }
        for (index, (line, mark)) in lines.iter().enumerate() {
            let near = &lines[index.saturating_sub(NEAR)..(index + NEAR + 1).min(lines.len())];
            match near.iter().any(|(_, mark)| mark.is_some()) {
                true => excerpt.add(text, line.clone(), *mark),
                false => excerpt.skip(line.clone()),
            }
        }
        excerpt
    }

    /// Leaves a line empty.
    fn skip(&mut self, line: Range<usize>) {
        self.text.push('\n');
        self.lines.push(Shown {
            part: line.start..line.start,
            at: self.text.len(),
            line,
        });
    }

    fn add(&mut self, text: &str, line: Range<usize>, mark: Option<&Range<usize>>) {
        if !self.lines.is_empty() {
            self.text.push('\n');
        }
        let part = part(text, &line, mark);
        if part.start > line.start {
            self.text.push('…');
        }
        let at = self.text.len();
        self.text.push_str(&text[part.clone()]);
        if part.end < line.end {
            self.text.push('…');
        }
        self.lines.push(Shown { line, part, at });
    }

    /// Where a range of the file stands in the excerpt; what was cut away is drawn to the edge.
    pub fn range(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.position(range.start);
        start..self.position(range.end).max(start)
    }

    fn position(&self, at: usize) -> usize {
        let index = self
            .lines
            .partition_point(|shown| shown.line.start <= at)
            .saturating_sub(1);
        self.lines.get(index).map_or(0, |shown| {
            shown.at + at.clamp(shown.part.start, shown.part.end) - shown.part.start
        })
    }
}

/// The part of a line that is shown.
fn part(text: &str, line: &Range<usize>, mark: Option<&Range<usize>>) -> Range<usize> {
    let content = &text[line.clone()];
    // A byte order mark is no part of the line for a reader.
    let hidden = if line.start == 0 && content.starts_with('\u{FEFF}') {
        '\u{FEFF}'.len_utf8()
    } else {
        0
    };
    let offsets: Vec<usize> = content
        .char_indices()
        .map(|(at, _)| at)
        .chain([content.len()])
        .collect();
    let count = offsets.len() - 1;
    if count <= WIDTH {
        return line.start + hidden..line.end;
    }
    let column = |at: usize| {
        offsets
            .partition_point(|&offset| line.start + offset < at)
            .min(count)
    };
    let (from, to) = mark.map_or((0, 0), |mark| {
        (
            column(mark.start.max(line.start)),
            column(mark.end.min(line.end)),
        )
    });
    let first = if to.min(from + WIDTH) <= WIDTH - 8 {
        0
    } else {
        from.saturating_sub(BEFORE).min(count - WIDTH)
    };
    let hidden = if first == 0 { hidden } else { 0 };
    line.start + offsets[first] + hidden..line.start + offsets[(first + WIDTH).min(count)]
}

/// A place before and after a replacement, short enough to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The lines as they are.
    pub before: String,
    /// What is replaced in them.
    pub range: Range<usize>,
    /// With what.
    pub with: String,
    /// The number of the first line.
    pub first_line: usize,
}

/// The lines a replacement touches, with long pieces shortened in the middle.
pub fn change(text: &str, range: &Range<usize>, with: &str) -> Change {
    let (range, with) = difference(text, range, with);
    let start = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[range.end..]
        .find('\n')
        .map_or(text.len(), |length| range.end + length);
    let head = text[start..range.start].trim_start_matches('\u{FEFF}');
    let tail = text[range.end..end].trim_end_matches('\r');
    let long = text[start..end].chars().count() > WIDTH;
    let head = if long {
        last_chars(head, BEFORE)
    } else {
        head.to_owned()
    };
    let tail = if long {
        first_chars(tail, TAIL)
    } else {
        tail.to_owned()
    };
    let old = shortened(&text[range]);
    let before = format!("{head}{old}{tail}");
    let range = head.len()..head.len() + old.len();
    Change {
        before,
        range,
        with: shortened(with),
        first_line: text[..start].matches('\n').count() + 1,
    }
}

/// A replacement without what is the same before and after it.
fn difference<'a>(text: &str, range: &Range<usize>, with: &'a str) -> (Range<usize>, &'a str) {
    let old = &text[range.clone()];
    let same = |(a, b): (char, char)| (a == b).then(|| a.len_utf8());
    let prefix: usize = old.chars().zip(with.chars()).map_while(same).sum();
    let (old, with) = (&old[prefix..], &with[prefix..]);
    let suffix: usize = old
        .chars()
        .rev()
        .zip(with.chars().rev())
        .map_while(same)
        .sum();
    (
        range.start + prefix..range.end - suffix,
        &with[..with.len() - suffix],
    )
}

/// Each line of a text, shortened in the middle when it is long.
fn shortened(text: &str) -> String {
    let line = |line: &str| match line.chars().count() > HEAD + TAIL + 4 {
        true => format!(
            "{}{}",
            first_chars(line, HEAD),
            last_chars(line, TAIL).trim_start_matches('…')
        ),
        false => line.to_owned(),
    };
    text.split('\n')
        .map(|piece| line(piece.trim_end_matches('\r')))
        .collect::<Vec<_>>()
        .join("\n")
}

fn first_chars(text: &str, count: usize) -> String {
    match text.char_indices().nth(count) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

fn last_chars(text: &str, count: usize) -> String {
    match text.char_indices().rev().nth(count) {
        Some((at, c)) => format!("…{}", &text[at + c.len_utf8()..]),
        None => text.to_owned(),
    }
}
