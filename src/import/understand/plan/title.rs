//! What stands above a plan's table: approval stamp, title, the text before the table.

use crate::import::understand::draft::Text;
use crate::import::understand::flow::{Line, take};
use crate::import::understand::letters;
use crate::import::understand::plan::wide::has_numeral;
use crate::model::plan::mark::Mark;

/// What was found above a table.
#[derive(Debug, Default)]
pub struct Above {
    /// «УТВЕРЖДЕН …».
    pub stamp: Option<Text>,
    /// Title.
    pub title: Option<Text>,
    /// True when the title was taken for its place, not for its words.
    pub title_by_place: bool,
    /// Text between title and table.
    pub preamble: Option<Text>,
    /// Title of the first section, its goal and tasks, when sections stand above their tables.
    pub section: Vec<Text>,
}

/// Reads the lines above a table and marks those that it used. `sections_above` says that the plan's other sections
/// stand as paragraphs above their tables.
pub fn above(lines: &mut [Line], sections_above: bool) -> Above {
    let from = lines
        .iter()
        .rposition(|line| line.used)
        .map_or(0, |last| last + 1);
    let lines = &mut lines[from..];
    if lines.iter().any(|line| line.mark == Some(Mark::Title)) {
        return marked(lines);
    }
    let mut found = Above::default();
    let end = match sections_above {
        true => section_start(lines).unwrap_or(lines.len()),
        false => lines.len(),
    };
    found.section = section_texts(&mut lines[end..]);
    let lines = &mut lines[..end];
    let start = match title_start(lines) {
        Some(start) => start,
        None => {
            let Some(start) = block_start(lines) else {
                return found;
            };
            found.title_by_place = true;
            start
        }
    };
    let title_end = title_end(lines, start);
    found.title = take(&mut lines[start..title_end]);
    found.preamble = take(&mut lines[title_end..]);
    found.stamp = stamp_start(&lines[..start]).and_then(|first| take(&mut lines[first..start]));
    found
}

/// Reads the lines above a table of a document that this portal wrote. Lines that an editor put below the title belong to
/// the text before the table.
fn marked(lines: &mut [Line]) -> Above {
    let place = |lines: &[Line], mark| lines.iter().position(|line| line.mark == Some(mark));
    let only = |lines: &mut [Line], mark| {
        let at = place(lines, mark)?;
        take(&mut lines[at..=at])
    };
    let stamp = only(lines, Mark::Stamp);
    let title = only(lines, Mark::Title);
    let below = place(lines, Mark::Title).map_or(0, |at| at + 1);
    Above {
        stamp,
        title,
        preamble: take(&mut lines[below..]),
        ..Above::default()
    }
}

/// The line at which the title of the first section begins, below the title of the plan.
fn section_start(lines: &[Line]) -> Option<usize> {
    let title = title_start(lines)?;
    let last = lines.iter().rposition(|line| !line.is_blank())?;
    let numeral = (title + 1..=last)
        .rev()
        .find(|at| has_numeral(&lines[*at].whole()));
    let own_line = last > title
        && (lines[last].set_off || letters::number_mark(&lines[last].whole()).is_some());
    numeral.or_else(|| own_line.then_some(last))
}

/// The words between two tables: the title of a section, or its title, goal and tasks one after another.
pub fn section_texts(lines: &mut [Line]) -> Vec<Text> {
    let told = lines.iter().any(|line| begins_goal(&line.words));
    if !told {
        return take(lines).into_iter().collect();
    }
    let mut texts: Vec<Text> = Vec::new();
    for at in 0..lines.len() {
        let title_goes_on = texts.len() == 1 && !lines[at].begins;
        let Some(text) = take(&mut lines[at..=at]) else {
            continue;
        };
        match texts.last_mut().filter(|_| title_goes_on) {
            Some(title) => {
                title.words.push('\n');
                title.words.push_str(&text.words);
            }
            None => texts.push(text),
        }
    }
    texts
}

/// «Цель: …», «Задачи:».
pub fn begins_goal(words: &str) -> bool {
    letters::words(words)
        .first()
        .is_some_and(|word| matches!(word.as_str(), "цель" | "цели" | "задачи" | "задача"))
}

/// The line a title begins at: the last one that names a plan and is no sentence about it.
fn title_start(lines: &[Line]) -> Option<usize> {
    let names = |line: &Line| names_plan(&line.words, line.number.is_some());
    let mut start = lines.iter().rposition(names)?;
    while start > 0 && names(&lines[start - 1]) {
        start -= 1;
    }
    Some(start)
}

/// «План …», «Муниципальная дорожная карта …», «Комплекс мер …».
pub fn names_plan(line: &str, numbered: bool) -> bool {
    let words = letters::words(line);
    if words.is_empty() || numbered || letters::item_mark(line).is_some() || tells(&words) {
        return false;
    }
    let front = &words[..words.len().min(4)];
    let plan = front
        .iter()
        .any(|word| matches!(word.as_str(), "план" | "медиаплан" | "плансетка"));
    let pair = |first: &str, second: &str| {
        front.iter().any(|word| word.starts_with(first))
            && words.iter().take(6).any(|word| word.starts_with(second))
    };
    (plan && !letters::goes_on(line))
        || (pair("дорожн", "карт") && !is_passing(&words))
        || pair("комплекс", "мер")
        || pair("перечень", "мероприят")
        || pair("программ", "мероприят")
        || (words[0] == "мероприятия" && words.get(1).is_some_and(|word| word == "по"))
}

/// «… дорожной карты», «по реализации дорожной карты»: the map is named in passing.
fn is_passing(words: &[String]) -> bool {
    words
        .iter()
        .take(6)
        .any(|word| word == "карты" || word == "картой" || word == "карте")
}

/// A sentence about the plan: «Настоящий план разработан …».
fn tells(words: &[String]) -> bool {
    words.iter().take(8).any(|word| {
        [
            "настоящ",
            "разработан",
            "составлен",
            "предусматрива",
            "являет",
            "реализуется",
            "включает",
            "определяет",
            "содержит",
            "состоит",
        ]
        .iter()
        .any(|stem| word.starts_with(stem))
    })
}

/// True when a line is the beginning of a text and no more of the title.
fn begins_preamble(line: &Line, before: &str) -> bool {
    let words = letters::words(&line.words);
    let begin = |beginnings: &[&str]| {
        beginnings
            .iter()
            .any(|start| words.join(" ").starts_with(start))
    };
    let sentence = line.words.ends_with('.')
        && words.len() > 12
        && !letters::goes_on(&line.words)
        && !letters::unfinished(before)
        && !line.set_off;
    tells(&words)
        || sentence
        || begin(&[
            "в целях",
            "с целью",
            "цель",
            "цели",
            "задач",
            "во исполнение",
            "в соответствии",
            "на основании",
        ])
}

fn title_end(lines: &[Line], start: usize) -> usize {
    let mut end = start + 1;
    while end < lines.len() {
        let line = &lines[end];
        if line.is_blank() {
            let Some(next) = (end..lines.len()).find(|at| !lines[*at].is_blank()) else {
                return end;
            };
            let words = &lines[next].words;
            let more = words.starts_with('(')
                || letters::goes_on(words)
                || words.starts_with("«Дорожная карта»)");
            if !more || begins_preamble(&lines[next], &lines[end - 1].words) {
                return end;
            }
            end = next;
            continue;
        }
        if begins_preamble(line, &lines[end - 1].words) {
            return end;
        }
        end += 1;
    }
    end
}

/// The last block of lines, when it is short enough for a title.
fn block_start(lines: &[Line]) -> Option<usize> {
    let last = lines.iter().rposition(|line| !line.is_blank())?;
    let first = lines[..last]
        .iter()
        .rposition(Line::is_blank)
        .map_or(0, |blank| blank + 1);
    let words: usize = lines[first..=last]
        .iter()
        .map(|line| letters::words(&line.words).len())
        .sum();
    (words <= 60).then_some(first)
}

/// How many lines a stamp has at most.
const STAMP_LINES: usize = 16;

/// The line a stamp begins at, when the lines before a title are one.
pub fn stamp_start(lines: &[Line]) -> Option<usize> {
    let mut first = None;
    for (count, at) in (0..lines.len()).rev().enumerate() {
        let line = &lines[at];
        if count >= STAMP_LINES || letters::words(&line.words).len() > 16 || line.used {
            break;
        }
        if begins_stamp(&line.words) {
            first = Some(at);
        }
    }
    first
}

/// «УТВЕРЖДЕН», «Приложение № 1», «Согласовано».
pub fn begins_stamp(words: &str) -> bool {
    let squeezed = letters::squeezed(words);
    let first = letters::words(words).len() <= 12;
    first
        && [
            "утвержд",
            "приложение",
            "согласован",
            "принят",
            "рассмотрен",
            "одобрен",
        ]
        .iter()
        .any(|stem| squeezed.starts_with(stem))
        && !squeezed.starts_with("утвердить")
}
