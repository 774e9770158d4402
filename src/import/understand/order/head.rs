//! The head of an order: letterhead, «ПРИКАЗ», date, number, place, title.

use crate::import::understand::dates;
use crate::import::understand::draft::{OrderDraft, Text};
use crate::import::understand::flow::{Line, take};
use crate::import::understand::letters;
use crate::text::cell::one_line;

/// Headings of acts.
const HEADINGS: &[&str] = &["приказ", "распоряжение", "постановление"];

/// Reads the lines before the order word; gives the line at which the preamble begins.
pub fn read(lines: &mut [Line], order: &mut OrderDraft) -> usize {
    let heading = lines
        .iter()
        .position(|line| HEADINGS.contains(&letters::squeezed(&line.words).as_str()));
    let title = title(lines, heading.map_or(0, |at| at + 1));
    let head_end = title
        .as_ref()
        .map_or_else(|| preamble_start(lines), |range| range.start);
    let mut letterhead_end = heading.unwrap_or(head_end);
    for (at, line) in lines[..head_end].iter_mut().enumerate() {
        if fields(line, order) {
            letterhead_end = letterhead_end.min(at);
        }
    }
    if let Some(at) = heading {
        set_heading(lines, at, head_end, order);
    }
    order.letterhead =
        take_unused(&mut lines[..letterhead_end.max(heading.unwrap_or(0)).min(head_end)]);
    order.issuer = order.letterhead.as_ref().and_then(issuer);
    match title {
        Some(range) => {
            let end = range.end;
            order.title = take(&mut lines[range]);
            end
        }
        None => head_end,
    }
}

fn take_unused(lines: &mut [Line]) -> Option<Text> {
    let first = lines
        .iter()
        .position(|line| !line.is_blank() && !line.used)?;
    let last = lines
        .iter()
        .rposition(|line| !line.is_blank() && !line.used)?;
    let mut text = Text {
        words: String::new(),
        at: lines[first].at.clone(),
    };
    for line in lines[first..=last].iter_mut().filter(|line| !line.used) {
        let blank = line.is_blank();
        // A blank line inside parts the name from the address.
        if !(blank && text.words.ends_with("\n\n")) {
            text.words.push_str(&line.whole());
            text.words.push('\n');
        }
        line.used = !blank;
    }
    text.words = text.words.trim().to_owned();
    Some(text)
}

/// «ПРИКАЗ», and below it the same in another language.
fn set_heading(lines: &mut [Line], at: usize, end: usize, order: &mut OrderDraft) {
    let kind = letters::squeezed(&lines[at].words);
    order.kind = dates::kind(&kind).unwrap_or("приказ");
    let next = (at + 1..end).find(|next| !lines[*next].is_blank());
    let mut last = at;
    if let Some(next) = next.filter(|next| !lines[*next].used) {
        let words = letters::words(&lines[next].words);
        let capitals = lines[next].words.chars().all(|c| !c.is_lowercase());
        if words.len() == 1 && capitals && !lines[next].words.contains(|c: char| c.is_ascii_digit())
        {
            last = next;
        }
    }
    order.heading = take(&mut lines[at..=last]);
}

/// Date, number and place of a line that holds nothing else. True when the line was one of these.
fn fields(line: &mut Line, order: &mut OrderDraft) -> bool {
    if line.is_blank() {
        return false;
    }
    let words = line.words.clone();
    let date = dates::date(&words);
    let number = dates::act_number(&words);
    let dated = date.as_ref().map(|found| found.range.clone());
    let numbered = number.as_ref().map(|(range, _)| range.clone());
    let taken = |at: usize| {
        [&dated, &numbered]
            .into_iter()
            .flatten()
            .any(|range| range.contains(&at))
    };
    let rest: String = words
        .char_indices()
        .map(|(at, letter)| if taken(at) { '\t' } else { letter })
        .collect();
    let rest = rest
        .trim_matches(|c: char| c.is_whitespace() || matches!(c, '_' | '.' | ','))
        .to_owned();
    let place = is_place(&rest);
    let small = letters::squeezed(&rest);
    let empty = small.is_empty() || matches!(small.as_str(), "от" | "г" | "года");
    if !(empty || place) || (date.is_none() && number.is_none() && !place) {
        return false;
    }
    let text = |words: &str| Text {
        words: words.trim().to_owned(),
        at: line.at.clone(),
    };
    if let Some(found) = date.filter(|_| order.date_verbatim.is_none()) {
        order.date_verbatim = Some(text(&words[found.range]));
        order.date = found.date;
    }
    if let Some((_, number)) = number.filter(|_| order.number.is_none()) {
        order.number = Some(text(&number));
    }
    if place && order.place.is_none() {
        order.place = Some(text(&rest));
    }
    line.used = true;
    true
}

/// «г. Горно-Алтайск», «п. Жигалово», «с. Первомайское».
fn is_place(words: &str) -> bool {
    const KINDS: &[&str] = &[
        "г.",
        "п.",
        "с.",
        "пгт",
        "пос.",
        "р.п.",
        "рп",
        "рп.",
        "д.",
        "ст.",
        "город",
        "село",
        "поселок",
        "посёлок",
    ];
    let Some((first, rest)) = words.split_once([' ', '\u{a0}']).or_else(|| {
        words
            .split_once('.')
            .map(|(a, b)| (&words[..a.len() + 1], b))
    }) else {
        return false;
    };
    KINDS.contains(&letters::fold(first).as_str())
        && rest.trim().starts_with(char::is_uppercase)
        && words.chars().count() <= 40
        && !words.contains(',')
}

/// «Об утверждении …» with its lines.
fn title(lines: &[Line], from: usize) -> Option<std::ops::Range<usize>> {
    let begins = |line: &Line| {
        let words = line.words.trim_start_matches(['«', '"', '„', '“']);
        ["О ", "Об ", "О\u{a0}", "Об\u{a0}", "ОБ "]
            .iter()
            .any(|start| words.starts_with(start))
    };
    let start = (from..lines.len()).find(|at| !lines[*at].used && begins(&lines[*at]))?;
    let mut end = start + 1;
    while end < lines.len() && !lines[end].is_blank() && !begins_preamble(&lines[end].words) {
        end += 1;
    }
    Some(start..end)
}

fn preamble_start(lines: &[Line]) -> usize {
    lines
        .iter()
        .position(|line| begins_preamble(&line.words))
        .unwrap_or(lines.len())
}

fn begins_preamble(words: &str) -> bool {
    let words = letters::words(words).join(" ");
    [
        "в целях",
        "с целью",
        "в соответствии",
        "на основании",
        "во исполнение",
        "руководствуясь",
        "по итогам",
        "по результатам",
        "согласно",
        "в связи",
        "в рамках",
        "для ",
        "учитывая",
    ]
    .iter()
    .any(|start| words.starts_with(start))
}

/// Who issued the order: the lines of the letterhead up to the address, on one line.
fn issuer(letterhead: &Text) -> Option<Text> {
    let mut name: Vec<&str> = Vec::new();
    for line in letterhead.words.lines() {
        let folded = letters::fold(line);
        let address = line.contains(|c: char| c.is_ascii_digit() || c == '@')
            || ["ул.", "тел", "e-mail", "адрес", "инн", "огрн"]
                .iter()
                .any(|word| folded.starts_with(word));
        if line.trim().is_empty() || line.starts_with('(') || address {
            if name.is_empty() {
                continue;
            }
            break;
        }
        if folded.trim() != "российская федерация" {
            name.push(line);
        }
    }
    let words = one_line(&name.join(" "));
    (!words.is_empty()).then(|| Text {
        words,
        at: letterhead.at.clone(),
    })
}
