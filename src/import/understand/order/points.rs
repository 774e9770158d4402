//! The points of an order.

use std::ops::Range;

use crate::import::understand::draft::{OrderDraft, PointDraft};
use crate::import::understand::flow::Line;
use crate::import::understand::letters;
use crate::import::understand::order::signature;
use crate::import::understand::plan::title::begins_stamp;

/// Reads points from a line on; `first` are words after the order word on its own line. Gives the lines of each point and
/// the line after the last.
pub fn read(
    lines: &mut [Line],
    from: usize,
    first: &str,
    order: &mut OrderDraft,
) -> (Vec<Range<usize>>, usize) {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    if letters::number_mark(first).is_some()
        && let Some(line) = from.checked_sub(1).and_then(|at| lines.get(at))
    {
        order.points.push(point(first, None, line));
        ranges.push(from..from);
    }
    let mut at = from;
    let mut end = from;
    while at < lines.len() {
        let line = &lines[at];
        if line.is_blank() {
            at += 1;
            continue;
        }
        if line.used
            || signature::begins(&lines[at..], !order.points.is_empty())
            || (begins_stamp(&line.words) && line.number.is_none())
        {
            break;
        }
        let marked = line.begins && (letters::number_mark(&line.words).is_some() || numbered(line));
        match order.points.last_mut() {
            _ if marked => {
                order
                    .points
                    .push(point(&line.words, line.number.as_deref(), line));
                ranges.push(at + 1..at + 1);
            }
            Some(point) => {
                point.text.push('\n');
                point.text.push_str(&line.whole());
                if let Some(range) = ranges.last_mut() {
                    range.end = at + 1;
                }
            }
            None => {
                order.points.push(PointDraft {
                    text: line.whole(),
                    at: line.at.clone(),
                    ..PointDraft::default()
                });
                ranges.push(at + 1..at + 1);
            }
        }
        lines[at].used = true;
        at += 1;
        end = at;
    }
    for point in &mut order.points {
        finish(point);
    }
    (ranges, end)
}

/// An automatic number of a point, not a bullet.
fn numbered(line: &Line) -> bool {
    line.number
        .as_deref()
        .is_some_and(|number| number.starts_with(|c: char| c.is_ascii_digit()))
}

fn point(words: &str, number: Option<&str>, line: &Line) -> PointDraft {
    let (number, text) = match (number, letters::number_mark(words)) {
        (Some(number), _) => (number.to_owned(), words),
        (None, Some(end)) => (words[..end].to_owned(), words[end..].trim()),
        (None, None) => (String::new(), words),
    };
    PointDraft {
        number,
        text: text.to_owned(),
        at: line.at.clone(),
        ..PointDraft::default()
    }
}

fn finish(point: &mut PointDraft) {
    let folded = letters::fold(&point.text);
    point.control = folded.starts_with("контроль")
        || folded.contains("контроль за исполнением")
        || folded.contains("контроль за выполнением");
    point.deadline = deadline(&point.text);
}

/// «в срок до 27 апреля», «до 01.03.2025» in the words of a point.
fn deadline(text: &str) -> Option<String> {
    let start = text
        .find("в срок до ")
        .or_else(|| text.find("не позднее "))
        .or_else(|| {
            text.match_indices("до ").map(|(at, _)| at).find(|at| {
                let before = text[..*at]
                    .chars()
                    .next_back()
                    .is_none_or(|c| !c.is_alphabetic());
                before && text[at + "до ".len()..].starts_with(|c: char| c.is_ascii_digit())
            })
        })?;
    let rest = &text[start..];
    let mut end = rest.len();
    for (at, sign) in rest.char_indices() {
        let next = rest[at + sign.len_utf8()..].chars().next();
        let stop = match sign {
            ',' | ';' | ')' | '\n' => true,
            '.' => next.is_none_or(|c| c.is_whitespace() && !rest[..at].ends_with('г')),
            _ => false,
        };
        if stop {
            end = at;
            break;
        }
    }
    let words = rest[..end].trim();
    let short = letters::words(words).len() <= 8 && words.contains(|c: char| c.is_ascii_digit());
    short.then(|| words.to_owned())
}

#[cfg(test)]
mod tests {
    use super::deadline;

    #[test]
    fn deadlines_of_points() {
        assert_eq!(
            deadline("программы, в срок до 27 апреля.").as_deref(),
            Some("в срок до 27 апреля")
        );
        assert_eq!(
            deadline("Представить отчёт до 01.03.2025 г.").as_deref(),
            Some("до 01.03.2025 г")
        );
        assert_eq!(deadline("Утвердить план (приложение)."), None);
    }
}
