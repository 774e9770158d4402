//! A programme's passport and the text around it.

use crate::import::understand::draft::{PartDraft, PassportRow, ProgramDraft, Text};
use crate::import::understand::flow::{Line, take};
use crate::import::understand::letters::{self, append};
use crate::import::understand::table::sheet::{Line as Row, Slot, Table, is_number};

/// Words that labels of a passport begin with.
const LABELS: &[&str] = &[
    "наименован",
    "основани",
    "заказчик",
    "разработчик",
    "исполнител",
    "цель",
    "цели",
    "задач",
    "срок",
    "этап",
    "период",
    "ожидаем",
    "объем",
    "источник",
    "финанс",
    "ключевая",
    "основные",
    "целевые",
    "участник",
    "контроль",
    "система",
    "ответствен",
    "индикатор",
    "показател",
    "куратор",
    "координатор",
    "перечень",
    "планируемые",
    "риски",
];

/// Reads a table of labels and values; none when it is something else. `above` are the words before it.
pub fn table(table: &Table, above: &str) -> Option<ProgramDraft> {
    let titled = letters::squeezed(above).contains("паспорт")
        || table
            .rows
            .first()
            .is_some_and(|row| letters::squeezed(&row.words()).contains("паспорт"));
    let pairs: Vec<(&Slot, Option<&Slot>)> = table.rows.iter().filter_map(pair).collect();
    let two = pairs.iter().filter(|(_, value)| value.is_some()).count();
    let known = pairs
        .iter()
        .filter(|(label, _)| is_label(&label.words))
        .count();
    let narrow = table
        .rows
        .iter()
        .all(|row| row.filled().filter(|slot| !is_number(&slot.words)).count() <= 2);
    if !narrow
        || two < 3
        || two * 3 < table.rows.len() * 2
        || !(titled && known >= 1 || known >= 3 && known * 2 >= two)
    {
        return None;
    }
    let mut program = ProgramDraft {
        at: table.at.clone(),
        ..ProgramDraft::default()
    };
    more(&mut program, table);
    Some(program)
}

/// Adds the rows of a table.
pub fn more(program: &mut ProgramDraft, table: &Table) {
    for row in &table.rows {
        let Some((label, value)) = pair(row) else {
            continue;
        };
        let (label_words, at) = (letters::clean(&label.words), row.at.clone());
        match value {
            Some(value) => program.rows.push(PassportRow {
                items: list(&value.words),
                label: label_words,
                value: value.words.clone(),
                at,
            }),
            // Words on the right only go on from the row above; words across the table are its title.
            None if label.columns.start > 0 && !program.rows.is_empty() => {
                if let Some(last) = program.rows.last_mut() {
                    append(&mut last.value, &label.words);
                    last.items = list(&last.value);
                }
            }
            None if program.rows.is_empty() && program.title.is_none() => {
                program.title = Some(Text {
                    words: label_words,
                    at,
                });
            }
            None => program.rows.push(PassportRow {
                label: label_words,
                at,
                ..PassportRow::default()
            }),
        }
    }
    program.period = program
        .rows
        .iter()
        .find(|row| {
            letters::words(&row.label)
                .first()
                .is_some_and(|word| word.starts_with("срок") || word.starts_with("период"))
        })
        .map(|row| row.value.clone());
}

/// Label and value of a row, a number before them left out.
fn pair(row: &Row) -> Option<(&Slot, Option<&Slot>)> {
    let mut filled = row.filled().filter(|slot| !is_number(&slot.words));
    Some((filled.next()?, filled.next()))
}

fn is_label(words: &str) -> bool {
    let words = letters::words(&letters::clean(words));
    words.len() <= 12
        && words
            .iter()
            .take(3)
            .any(|word| LABELS.iter().any(|stem| word.starts_with(stem)))
}

fn list(value: &str) -> Vec<String> {
    let items = letters::items(value);
    let marked = items
        .iter()
        .filter(|item| letters::item_mark(item).is_some())
        .count();
    match items.len() > 1 && marked + 1 >= items.len() {
        true => items,
        false => Vec::new(),
    }
}

/// Takes the passport's title from the lines above it.
pub fn title(lines: &mut [Line]) -> Option<Text> {
    let at = lines
        .iter()
        .rposition(|line| !line.used && letters::squeezed(&line.words).contains("паспорт"))?;
    let end = (at..lines.len())
        .find(|next| lines[*next].is_blank())
        .unwrap_or(lines.len());
    take(&mut lines[at..end])
}

/// Cuts the text that follows a passport into parts; marks its lines as used.
pub fn parts(lines: &mut [Line]) -> Vec<PartDraft> {
    let mut parts: Vec<PartDraft> = Vec::new();
    let mut heading: Option<String> = None;
    for at in 0..lines.len() {
        if lines[at].used || lines[at].is_blank() {
            continue;
        }
        lines[at].used = true;
        let words = lines[at].whole();
        let short = letters::words(&words).len() <= 14 && !words.ends_with(['.', ':', ';', ',']);
        let marked = letters::item_mark(&words).is_some() || lines[at].number.is_some();
        if let Some(part) = parts.last_mut().filter(|_| heading.is_none())
            && (marked || goes_with(part, &words))
        {
            match part.items.last_mut() {
                Some(item) if !marked && letters::goes_on(&words) && letters::unfinished(item) => {
                    append(item, &words)
                }
                _ => part.items.push(words),
            }
            continue;
        }
        let next_blank = lines.get(at + 1).is_none_or(Line::is_blank);
        if short && next_blank && !marked && words.starts_with(char::is_uppercase) {
            heading = Some(words);
            continue;
        }
        parts.push(PartDraft {
            kind: kind(&words),
            heading: heading.take(),
            at: lines[at].at.clone(),
            intro: Some(words),
            items: Vec::new(),
        });
    }
    if let Some(heading) = heading {
        parts.push(PartDraft {
            kind: "сведения",
            heading: Some(heading),
            ..PartDraft::default()
        });
    }
    parts
}

/// A line in small letters after «… в том числе:» is an item of the list.
fn goes_with(part: &PartDraft, words: &str) -> bool {
    let listed = part
        .intro
        .as_deref()
        .is_some_and(|intro| intro.ends_with(':'));
    listed && letters::goes_on(words)
}

fn kind(intro: &str) -> &'static str {
    let words = letters::words(intro);
    let first: Vec<&str> = words.iter().take(3).map(String::as_str).collect();
    let listed = intro.ends_with(':');
    if listed
        && words.iter().any(|word| word.starts_with("проблем"))
        && !words.iter().any(|word| word.starts_with("необходим"))
    {
        "проблемы"
    } else if first.iter().any(|word| word.starts_with("задач")) {
        "задачи"
    } else if first.iter().any(|word| matches!(*word, "цель" | "цели")) {
        "цели"
    } else if listed
        && words
            .iter()
            .any(|word| word.starts_with("необходим") || *word == "меры")
    {
        "меры"
    } else {
        "сведения"
    }
}
