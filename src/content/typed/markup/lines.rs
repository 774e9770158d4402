//! Lines of a paragraph that were meant to be a heading, an item of a list or a row of a table, and stars that stay
//! stars.

use std::ops::Range;

use super::Text;
use crate::diag::Diagnostic;
use crate::diag::codes;

/// Bullets that Word and phones put before items of a list.
const BULLETS: &[char] = &['•', '·', '▪', '●', '○', '◦', '■', '□', '\u{F0B7}', '►', '✓'];

/// A line without the blanks around it, and where it begins.
type Line<'a> = (usize, &'a str);

/// Looks at the lines of a paragraph.
pub fn check(text: &Text<'_>, paragraph: Range<usize>, found: &mut Vec<Diagnostic>) {
    let lines = lines(text, paragraph);
    let problem = list(text, &lines)
        .or_else(|| table(text, &lines))
        .or_else(|| bold_heading(text, &lines));
    found.extend(problem);
    found.extend(
        lines
            .iter()
            .filter_map(|line| heading(text, *line, lines.len())),
    );
}

/// Items that were swallowed by the item of a list above them.
pub fn lost_items(text: &Text<'_>, item: Range<usize>) -> Option<Diagnostic> {
    list(text, lines(text, item).get(1..)?)
}

/// The lines of a part that are neither code nor a link from their beginning.
fn lines<'a>(text: &Text<'a>, part: Range<usize>) -> Vec<Line<'a>> {
    let mut at = part.start;
    let mut lines = Vec::new();
    for line in text.markdown[part].split_inclusive('\n') {
        let indent = line.len() - line.trim_start().len();
        if !text.is_taken(at + indent) {
            lines.push((at + indent, line.trim()));
        }
        at += line.len();
    }
    lines
}

/// `##Заголовок`: without the space it is no heading.
fn heading(text: &Text<'_>, (at, line): Line<'_>, lines: usize) -> Option<Diagnostic> {
    let words = line.trim_start_matches('#');
    let signs = line.len() - words.len();
    let meant = words.starts_with(char::is_alphanumeric)
        && (signs > 1 || lines == 1 && words.contains(' '));
    (meant && (1..=6).contains(&signs)).then(|| {
        let gap = text.origin.span(at + signs..at + signs);
        let mark = &line[..signs];
        Diagnostic::error(
            codes::BROKEN_HEADING,
            text.origin.span(at..at + signs),
            format!("после знаков {mark} нет пробела: заголовок останется обычной строкой"),
        )
        .label("здесь нужен пробел")
        .help("поставьте пробел между знаками # и словами")
        .safe_patch(gap, " ")
    })
}

/// Items of a list with signs that begin none.
fn list(text: &Text<'_>, lines: &[Line<'_>]) -> Option<Diagnostic> {
    let bullets = items(lines, bullet);
    let dashes = items(lines, |line| {
        let dash = line.strip_prefix(['–', '—'])?;
        dash.starts_with([' ', '\u{A0}', '\t'])
            .then(|| line.len() - dash.trim_start().len())
    });
    let glued = items(lines, |line| {
        let rest = line.strip_prefix(['-', '*', '+'])?;
        rest.starts_with(|c: char| c.is_alphabetic() || c == '«')
            .then_some(1)
    });
    let numbers = items(lines, |line| {
        let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
        let digits = line.len() - rest.len();
        let words = rest.strip_prefix(['.', ')'])?;
        ((1..=2).contains(&digits) && words.starts_with(char::is_alphabetic)).then_some(digits + 1)
    });
    let problem = |(at, length): (usize, usize), message: String, help: &str| {
        Diagnostic::warning(
            codes::BROKEN_LIST,
            text.origin.span(at..at + length),
            message,
        )
        .label("так список не получится")
        .help(help)
    };
    let no_list = "на странице строки сольются в один абзац";
    if let Some(first) = bullets
        .first()
        .or(dashes.first().filter(|_| dashes.len() > 1))
    {
        let sign = text.markdown[first.0..].chars().next().unwrap_or('•');
        return Some(
            problem(
                *first,
                format!("список начат знаком {sign}: {no_list}"),
                "начинайте каждый пункт с дефиса и пробела: «- »",
            )
            .patch(text.origin.span(first.0..first.0 + first.1), "- "),
        );
    }
    let first = glued
        .first()
        .filter(|_| glued.len() > 1)
        .or(numbers.first().filter(|_| numbers.len() > 1))?;
    let end = first.0 + first.1;
    Some(
        problem(
            *first,
            format!("после знака пункта нет пробела: {no_list}"),
            "поставьте пробел после знака в начале каждого пункта",
        )
        .patch(text.origin.span(end..end), " "),
    )
}

/// The length of a bullet with the blanks after it.
fn bullet(line: &str) -> Option<usize> {
    let rest = line.strip_prefix(BULLETS)?;
    Some(line.len() - rest.trim_start().len())
}

/// Lines that begin with a sign, and how long the sign is.
fn items(lines: &[Line<'_>], sign: impl Fn(&str) -> Option<usize>) -> Vec<(usize, usize)> {
    lines
        .iter()
        .filter_map(|(at, line)| Some((*at, sign(line)?)))
        .collect()
}

/// Rows of a table without the line under its head, or with tabs between the cells.
fn table(text: &Text<'_>, lines: &[Line<'_>]) -> Option<Diagnostic> {
    let tabs = |line: &str| line.matches('\t').count();
    let barred = |line: &str| line.starts_with('|') && line.len() > 1;
    let pair = lines.windows(2).find(|pair| {
        barred(pair[0].1) && barred(pair[1].1)
            || tabs(pair[0].1) > 0 && tabs(pair[0].1) == tabs(pair[1].1)
    })?;
    let (first, line) = pair[0];
    let place = text.origin.span(first..first + line.len());
    if tabs(line) > 0 {
        let problem = Diagnostic::warning(
            codes::BROKEN_TABLE,
            place,
            "строки таблицы вставлены из Word или Excel: на странице они сольются в абзац",
        );
        return Some(problem.label("ячейки разделены табуляцией").help(
            "разделите ячейки знаком |, а под первой строкой поставьте строку | --- | --- |",
        ));
    }
    let columns = line.trim_matches('|').matches('|').count() + 1;
    let ruler = format!("|{}", " --- |".repeat(columns));
    let end = text.origin.span(first + line.len()..first + line.len());
    Some(
        Diagnostic::warning(
            codes::BROKEN_TABLE,
            place,
            "под заголовком таблицы нет строки с дефисами: таблицы не получится",
        )
        .label("это заголовок таблицы")
        .help(format!("поставьте под этой строкой: {ruler}"))
        .patch(end, format!("\n{ruler}")),
    )
}

/// A paragraph of bold words alone: a heading in disguise.
fn bold_heading(text: &Text<'_>, lines: &[Line<'_>]) -> Option<Diagnostic> {
    let [(at, line)] = lines else {
        return None;
    };
    let words = line.strip_prefix("**")?.strip_suffix("**")?;
    let heading =
        !words.contains("**") && !words.ends_with(['.', '!', '?', ';', ':']) && !words.is_empty();
    heading.then(|| {
        let place = text.origin.span(*at..at + line.len());
        Diagnostic::warning(
            codes::HEADING_LEVEL,
            place,
            "жирная строка вместо заголовка: программа чтения её не найдёт",
        )
        .help("начните строку с ## вместо звёздочек")
        .patch(place, format!("## {words}"))
    })
}

/// Stars and underscores of bold letters that no longer pair.
pub fn stray_marks(text: &Text<'_>, part: Range<usize>) -> Option<Diagnostic> {
    let words = &text.markdown[part.clone()];
    let marks: Vec<usize> = words
        .match_indices("**")
        .map(|(at, _)| part.start + at)
        .filter(|at| !text.is_taken(*at) && !text.markdown[..*at].ends_with('\\'))
        .collect();
    let after = |at: usize| text.markdown[at + 2..].chars().next();
    let before = |at: usize| text.markdown[..at].chars().next_back();
    let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let odd = marks.len() % 2 == 1;
    let spaced = marks.chunks(2).find_map(|pair| match pair {
        [open, close] if blank(after(*open)) || blank(before(*close)) => Some((*open, *close)),
        _ => None,
    });
    let at = spaced
        .map(|(open, _)| open)
        .or_else(|| marks.last().copied().filter(|_| odd))?;
    let place = text.origin.span(at..at + 2);
    let problem = Diagnostic::warning(
        codes::STRAY_MARKS,
        place,
        "звёздочки ** не станут выделением: на странице останутся знаки",
    )
    .label("пары к этим знакам нет");
    Some(match spaced {
        Some((open, close)) => {
            let inner = text.markdown[open + 2..close].trim();
            Diagnostic {
                label: "здесь лишний пробел".to_owned(),
                ..problem
            }
            .help("между звёздочками и словами не должно быть пробелов")
            .patch(text.origin.span(open..close + 2), format!("**{inner}**"))
        }
        None => problem.help(
            "жирные слова пишут между двумя парами звёздочек: **слова**; лишние звёздочки удалите",
        ),
    })
}
