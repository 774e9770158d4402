//! Changes in words.

use crate::content::raw::Table;
use crate::content::typed::reader::Reader;
use crate::model::plan::roadmap::ColumnRole;
use crate::text::cell::one_line;

/// The longest quotation, in letters.
const LONGEST: usize = 90;
/// How many words stand around a change in a long text.
const AROUND: usize = 3;

/// How a cell is spoken of: its name, its number and gender.
fn named(role: ColumnRole) -> (&'static str, &'static str, &'static str, &'static str) {
    match role {
        ColumnRole::Number => ("номер", "был", "стал", "убран"),
        ColumnRole::Title => ("название", "было", "стало", "убрано"),
        ColumnRole::Deadline => ("срок", "был", "стал", "убран"),
        ColumnRole::Responsible => ("исполнители", "были", "стали", "убраны"),
        ColumnRole::Indicator => ("показатель", "был", "стал", "убран"),
        ColumnRole::Result => ("результат", "был", "стал", "убран"),
    }
}

/// «срок был «апрель», стал «май»».
pub fn cell(role: ColumnRole, old: &str, new: &str) -> String {
    let (name, was, became, gone) = named(role);
    worded(name, (was, became, gone), old, new)
}

/// A change of a text with a name of its own.
pub fn worded(name: &str, verbs: (&str, &str, &str), old: &str, new: &str) -> String {
    let (was, became, gone) = verbs;
    match (old.trim().is_empty(), new.trim().is_empty()) {
        (true, _) => format!("{name}: раньше не было, теперь {}", quoted(new)),
        (_, true) => format!("{name} {was} {}, теперь {gone}", quoted(old)),
        _ => {
            let (old, new) = apart(old, new);
            format!("{name} {was} «{old}», {became} «{new}»")
        }
    }
}

/// The first words of a text in quotes.
pub fn quoted(text: &str) -> String {
    format!("«{}»", cut(&one_line(text), LONGEST))
}

/// Both texts, long ones only around what parts them.
fn apart(old: &str, new: &str) -> (String, String) {
    let (old, new) = (one_line(old), one_line(new));
    if old.chars().count().max(new.chars().count()) <= LONGEST {
        return (old, new);
    }
    let first: Vec<&str> = old.split(' ').collect();
    let second: Vec<&str> = new.split(' ').collect();
    let same = first
        .iter()
        .zip(&second)
        .take_while(|(a, b)| a == b)
        .count();
    let left = first.len().min(second.len()) - same;
    let behind = first
        .iter()
        .rev()
        .zip(second.iter().rev())
        .take(left)
        .take_while(|(a, b)| a == b)
        .count();
    let around = |words: &[&str]| {
        let from = same.saturating_sub(AROUND);
        let to = (words.len() - behind + AROUND).min(words.len());
        let start = if from > 0 { "…" } else { "" };
        let end = if to < words.len() { "…" } else { "" };
        format!(
            "{start}{}{end}",
            cut(&words[from..to].join(" "), 2 * LONGEST)
        )
    };
    (around(&first), around(&second))
}

fn cut(text: &str, longest: usize) -> String {
    match text.char_indices().nth(longest) {
        Some((at, _)) => format!("{}…", text[..at].trim_end()),
        None => text.to_owned(),
    }
}

/// What a measure says of its fate: its status with its day, what was done, where it was moved.
pub fn fate(event: &Table) -> Vec<String> {
    let reader = Reader::new(event);
    let mut words = Vec::new();
    if let Some(status) = reader.text("status") {
        let day = reader.date("status_date");
        let day = day.map_or_else(String::new, |day| format!(" ({day})"));
        words.push(format!("статус «{status}»{day}"));
    }
    if let Some(fact) = reader.text("fact") {
        words.push(format!("сделано: {}", quoted(&fact)));
    }
    if let Some(moved) = reader.text("moved_to") {
        words.push(format!("перенесено на {}", quoted(&moved)));
    }
    words.extend(
        proofs(event)
            .into_iter()
            .map(|proof| format!("подтверждение: {proof}")),
    );
    words
}

/// The proofs of a measure: title and address.
pub fn proofs(event: &Table) -> Vec<String> {
    Reader::new(event)
        .tables("proof")
        .map(|proof| {
            let link = proof.text("link").map(|link| format!(" — {link}"));
            format!(
                "{}{}",
                quoted(&proof.required("title")),
                link.unwrap_or_default()
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_told_in_words() {
        assert_eq!(
            cell(ColumnRole::Deadline, "апрель", "май"),
            "срок был «апрель», стал «май»"
        );
        assert_eq!(
            cell(ColumnRole::Responsible, "", "РУО"),
            "исполнители: раньше не было, теперь «РУО»"
        );
        assert_eq!(
            cell(ColumnRole::Result, "Приказ", ""),
            "результат был «Приказ», теперь убран"
        );
        let long = "слово ".repeat(20);
        assert_eq!(
            cell(
                ColumnRole::Title,
                &format!("{long}было {long}"),
                &format!("{long}есть {long}")
            ),
            "название было «…слово слово слово было слово слово слово…», \
             стало «…слово слово слово есть слово слово слово…»"
        );
    }
}
