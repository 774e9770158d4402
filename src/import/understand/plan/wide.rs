//! Texts across the table: titles of sections, goals, tasks. A goal or a task looks like a title and is none.

use crate::import::paper::At;
use crate::import::understand::draft::{Doubt, SectionDraft, Skipped};
use crate::import::understand::letters::{self, append};
use crate::import::understand::plan::rows::Wide;
use crate::model::plan::mark::Mark;
use crate::text::cell::one_line;

/// Words that a section's number follows.
const PARTS: &[&str] = &[
    "раздел",
    "блок",
    "модуль",
    "направление",
    "этап",
    "задача",
    "часть",
    "глава",
];

/// What goes with a text that was read.
#[derive(Debug, Default)]
pub struct Notes {
    /// Texts that are neither title nor goal nor task.
    pub skipped: Vec<Skipped>,
    /// What a person should look at.
    pub doubts: Vec<Doubt>,
}

/// Takes a text across the table into the sections read so far.
pub fn take(sections: &mut Vec<SectionDraft>, wide: &Wide, at: &At, notes: &mut Notes) {
    if let Some(mark) = wide.mark {
        return marked(sections, mark, &wide.words, at);
    }
    let words = wide.words.as_str();
    let first = letters::words(words).first().cloned().unwrap_or_default();
    let open = sections
        .last_mut()
        .filter(|section| section.events.is_empty());
    if first.starts_with("примечани")
        || first == "итого"
        || first == "всего"
        || words.starts_with('*')
    {
        notes.skipped.push(Skipped::new(
            at,
            words,
            "примечание в таблице, не мероприятие",
        ));
        return;
    }
    if matches!(first.as_str(), "цель" | "цели" | "целью") || is_tasks_heading(words, &first)
    {
        let section = match open {
            Some(section) => section,
            None => opened(sections, at),
        };
        goal_and_tasks(section, words);
        return;
    }
    if let Some(section) = open {
        let listed = section.tasks_heading.is_some() || section.goal.is_some();
        if let Some(goal) = section.goal.as_mut().filter(|goal| goal.ends_with(':'))
            && section.tasks.is_empty()
        {
            append(goal, words);
            return;
        }
        if listed && is_task(section, wide) {
            match &wide.numeral {
                Some(numeral) => section.tasks.push(format!("{numeral} {words}")),
                None => section.tasks.extend(tasks(words)),
            }
            return;
        }
        let goes_on = |title: &String| letters::goes_on(words) || letters::open(title) > 0;
        if let Some(title) = section
            .title
            .as_mut()
            .filter(|title| !listed && goes_on(title))
        {
            append(title, &one_line(words));
            notes.doubts.push(Doubt::new(
                at,
                "название раздела разорвано на две строки и соединено",
            ));
            return;
        }
    }
    if letters::goes_on(words) && words.ends_with(':') {
        notes.skipped.push(Skipped::new(
            at,
            words,
            "слова во всю ширину таблицы, не название раздела",
        ));
        notes.doubts.push(Doubt::new(
            at,
            format!("строка «{words}» во всю ширину таблицы пропущена"),
        ));
        return;
    }
    if letters::words(words).len() > 45 && words.ends_with('.') && !wide.set_off {
        notes.skipped.push(Skipped::new(
            at,
            words,
            "длинный текст во всю ширину таблицы: не похож на название раздела",
        ));
        return;
    }
    sections.push(titled(wide, at));
}

/// Takes a text of a document that this portal wrote: what it is, is marked, and its words are kept as they stand.
fn marked(sections: &mut Vec<SectionDraft>, mark: Mark, words: &str, at: &At) {
    let words = words.to_owned();
    if matches!(mark, Mark::Section | Mark::Numbered) {
        let (numeral, title) = match words.split_once('\u{a0}') {
            Some((numeral, title)) if mark == Mark::Numbered => {
                (Some(numeral.to_owned()), title.to_owned())
            }
            _ if mark == Mark::Numbered => split_numeral(&words),
            _ => (None, words),
        };
        sections.push(SectionDraft {
            numeral,
            title: Some(title),
            at: at.clone(),
            ..SectionDraft::default()
        });
        return;
    }
    let open = sections
        .last()
        .is_some_and(|section| section.events.is_empty());
    let section = match sections.last_mut().filter(|_| open) {
        Some(section) => section,
        None => opened(sections, at),
    };
    let known = match mark {
        Mark::Goal => &mut section.goal,
        Mark::TasksHeading => &mut section.tasks_heading,
        _ => return section.tasks.push(words),
    };
    match known {
        Some(known) => {
            known.push('\n');
            known.push_str(&words);
        }
        None => *known = Some(words),
    }
}

/// Whether a text below a goal or below «Задачи:» is a task. Below «Задачи:» all is, up to the next title: that has a
/// numeral of its own, or stands out where no task does.
fn is_task(section: &SectionDraft, wide: &Wide) -> bool {
    let words = wide.words.as_str();
    let roman = |text: &str| letters::roman_mark(text).is_some();
    if has_numeral(words) || wide.numeral.as_deref().is_some_and(roman) {
        return false;
    }
    let marked = letters::item_mark(words).is_some() || wide.numeral.is_some();
    let before = section.tasks.last();
    let goes_on = before.is_some_and(|task| task.ends_with([';', ',']));
    let expected = section.tasks_heading.is_some() && (before.is_none() || !wide.set_off);
    let ends_list = words.ends_with(';');
    match section.tasks_heading.is_some() {
        true => marked || goes_on || ends_list || expected,
        false => !wide.set_off && wide.numeral.is_none() && (marked || goes_on || ends_list),
    }
}

/// «Задачи:», but not «Задача 1. Создание условий», which divides a plan.
fn is_tasks_heading(words: &str, first: &str) -> bool {
    first.starts_with("задачи")
        || (first == "задача"
            && words
                .trim_start()
                .chars()
                .skip(6)
                .find(|c| !c.is_whitespace())
                == Some(':'))
}

/// A section that has begun without a title of its own.
fn opened<'a>(sections: &'a mut Vec<SectionDraft>, at: &At) -> &'a mut SectionDraft {
    sections.push(SectionDraft {
        at: at.clone(),
        ..SectionDraft::default()
    });
    let last = sections.len() - 1;
    &mut sections[last]
}

fn goal_and_tasks(section: &mut SectionDraft, words: &str) {
    let mut goal: Vec<&str> = Vec::new();
    let mut lines = words
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .peekable();
    while let Some(line) = lines.next_if(|line| !letters::fold(line).starts_with("задач")) {
        goal.push(line);
    }
    if !goal.is_empty() {
        section.goal = Some(goal.join("\n"));
    }
    let Some(heading) = lines.next() else { return };
    let rest: Vec<&str> = lines.collect();
    let (heading, inside) = match heading.split_once(':') {
        Some((_, after)) if !after.trim().is_empty() => {
            let at = heading.len() - after.len();
            (heading[..at].to_owned(), heading[at..].trim().to_owned())
        }
        _ => (heading.to_owned(), String::new()),
    };
    section.tasks_heading = Some(heading);
    let all = [inside.as_str(), &rest.join("\n")].join("\n");
    section.tasks.extend(tasks(&all));
}

fn tasks(words: &str) -> Vec<String> {
    letters::items(words)
}

/// A section with its title and the numeral before it.
pub fn titled(wide: &Wide, at: &At) -> SectionDraft {
    let line = one_line(&wide.words);
    let (numeral, title) = match &wide.numeral {
        Some(numeral) => (Some(numeral.clone()), line),
        None => split_numeral(&line),
    };
    SectionDraft {
        numeral,
        title: Some(title),
        at: at.clone(),
        ..SectionDraft::default()
    }
}

fn split_numeral(line: &str) -> (Option<String>, String) {
    let mark = letters::roman_mark(line)
        .or_else(|| letters::number_mark(line))
        .or_else(|| part_mark(line));
    match mark {
        Some(end) if !line[end..].trim().is_empty() => (
            Some(line[..end].trim().to_owned()),
            line[end..]
                .trim_start_matches([' ', '\u{a0}', '–', '—', ':'])
                .to_owned(),
        ),
        _ => (None, line.to_owned()),
    }
}

/// «Раздел 1.», «Блок II»: bytes.
fn part_mark(line: &str) -> Option<usize> {
    let (word, rest) = line.split_once(' ')?;
    if !PARTS.contains(&letters::fold(word).as_str()) {
        return None;
    }
    let rest = rest.trim_start_matches('№').trim_start();
    let at = line.len() - rest.len();
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let length = letters::roman_mark(rest)
        .or_else(|| letters::number_mark(rest))
        .or((digits > 0 && digits < 4).then_some(digits))?;
    let after = rest[length..]
        .chars()
        .next()
        .filter(|c| matches!(c, '.' | ':' | ')'))
        .map_or(0, char::len_utf8);
    Some(at + length + after)
}

/// True when a paragraph looks like the title of a section: it has a numeral of its own.
pub fn has_numeral(line: &str) -> bool {
    letters::roman_mark(line).is_some() || part_mark(line).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_are_parted_from_titles() {
        let table = [
            (
                "I. Организационные мероприятия",
                Some("I."),
                "Организационные мероприятия",
            ),
            ("Раздел 1. Мониторинг", Some("Раздел 1."), "Мониторинг"),
            ("Блок II: Кадры", Some("Блок II:"), "Кадры"),
            ("2. Кадры", Some("2."), "Кадры"),
            ("Раздел I", None, "Раздел I"),
            ("Мониторинг", None, "Мониторинг"),
        ];
        for (line, numeral, title) in table {
            let found = split_numeral(line);
            assert_eq!(
                (found.0.as_deref(), found.1.as_str()),
                (numeral, title),
                "{line}"
            );
        }
    }

    #[test]
    fn goals_and_tasks_are_no_sections() {
        let mut sections = Vec::new();
        let mut notes = Notes::default();
        for words in [
            "Методическое сопровождение",
            "Цель: организация",
            "Задачи:",
            "1. Один;\n2. Два;",
            "3. Три",
        ] {
            let wide = Wide {
                words: words.to_owned(),
                ..Wide::default()
            };
            take(&mut sections, &wide, &At::default(), &mut notes);
        }
        assert_eq!(sections.len(), 1);
        assert_eq!(sections[0].goal.as_deref(), Some("Цель: организация"));
        assert_eq!(sections[0].tasks_heading.as_deref(), Some("Задачи:"));
        assert_eq!(sections[0].tasks, ["1. Один;", "2. Два;", "3. Три"]);
    }
}
