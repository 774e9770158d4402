//! Plans that keep deadlines as a grid: a column for each month or quarter and a mark in those that count. Such columns
//! become one column of deadlines, which names the months that are marked.

use std::ops::Range;

use crate::import::understand::letters;
use crate::import::understand::table::sheet::{Line, Slot, Table};
use crate::text::russian;

/// How many columns of months side by side are a grid.
const FEWEST: usize = 3;

/// The table with its grid of months as one column; none when it has no such grid.
pub fn folded(table: &Table) -> Option<Table> {
    let (head, slots) = (table.rows.iter().enumerate()).find_map(|(at, line)| {
        let slots = run(line)?;
        Some((at, slots))
    })?;
    let months: Vec<(Range<usize>, String)> = table.rows[head].slots[slots]
        .iter()
        .filter_map(|slot| Some((slot.columns.clone(), named(&slot.words)?)))
        .collect();
    let mut folded = table.clone();
    for (at, line) in folded.rows.iter_mut().enumerate().skip(head) {
        fold(line, &months, at == head);
    }
    join_headings(&mut folded.rows, head);
    Some(folded)
}

/// «Сроки» above the months and nothing else in their row: one heading of two lines.
fn join_headings(rows: &mut Vec<Line>, head: usize) {
    let Some(slot) = rows[head].filled().next().cloned() else {
        return;
    };
    if head == 0 || rows[head].filled().count() > 1 {
        return;
    }
    let upper = rows[head - 1]
        .slots
        .iter_mut()
        .find(|upper| upper.columns == slot.columns && upper.is_own());
    if let Some(upper) = upper {
        upper.words = format!("{}\n{}", upper.words, slot.words);
        rows.remove(head);
    }
}

/// The longest row of months in a line.
fn run(line: &Line) -> Option<Range<usize>> {
    let mut best = 0..0;
    let mut start = 0;
    for at in 0..=line.slots.len() {
        let month = line
            .slots
            .get(at)
            .is_some_and(|slot| slot.is_own() && named(&slot.words).is_some());
        if !month {
            if at - start > best.len() {
                best = start..at;
            }
            start = at + 1;
        }
    }
    (best.len() >= FEWEST).then_some(best)
}

/// «янв.», «Январь», «I кв.» in full: «январь», «I квартал».
fn named(heading: &str) -> Option<String> {
    let words = letters::words(heading);
    let word = words.first()?.trim_end_matches('.');
    let quarter = words
        .get(1)
        .is_some_and(|second| second.starts_with("кв") && words.len() == 2);
    if quarter && ["1", "2", "3", "4", "i", "ii", "iii", "iv"].contains(&word) {
        return Some(format!("{} квартал", word.to_uppercase()));
    }
    let alone = words.len() == 1 || words[1..].iter().all(|word| is_year(word));
    let month = (1..=12).find(|month| {
        let name = russian::month(*month);
        word.chars().count() >= 3 && name.starts_with(word) || word == name
    })?;
    if !alone {
        return None;
    }
    let year = words.get(1).map(|year| format!(" {year}"));
    Some(format!(
        "{}{}",
        russian::month(month),
        year.unwrap_or_default()
    ))
}

/// «2024».
fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Puts the cells of all months of a row into one.
fn fold(line: &mut Line, months: &[(Range<usize>, String)], is_head: bool) {
    let (Some((first, _)), Some((last, _))) = (months.first(), months.last()) else {
        return;
    };
    let all = first.start..last.end;
    let inside = |slot: &Slot| all.start <= slot.columns.start && slot.columns.end <= all.end;
    let Some(at) = line.slots.iter().position(inside) else {
        return;
    };
    let until = line.slots.iter().rposition(inside).unwrap_or(at);
    let cells: Vec<Slot> = line.slots.drain(at..=until).collect();
    let words = if is_head {
        let headings: Vec<&str> = cells.iter().map(|cell| cell.words.trim()).collect();
        headings.join(" / ")
    } else {
        marked(&cells, months)
    };
    let inherited = cells
        .iter()
        .filter(|cell| !cell.words.is_empty())
        .all(|cell| cell.inherited)
        && !words.is_empty();
    line.slots.insert(
        at,
        Slot {
            words,
            columns: all,
            inherited,
            ..cells[0].clone()
        },
    );
}

/// The months whose cells hold a mark; words beside a month stay beside it, and one text for all is only that text.
fn marked(cells: &[Slot], months: &[(Range<usize>, String)]) -> String {
    if let [cell] = cells
        && !is_mark(&cell.words)
    {
        return cell.words.clone();
    }
    let mut parts: Vec<String> = Vec::new();
    for cell in cells.iter().filter(|cell| !cell.words.is_empty()) {
        let covered: Vec<&str> = months
            .iter()
            .filter(|(columns, _)| {
                columns.start < cell.columns.end && cell.columns.start < columns.end
            })
            .map(|(_, name)| name.as_str())
            .collect();
        let name = match covered[..] {
            [] => continue,
            [one] => one.to_owned(),
            [first, .., last] => format!("{first}-{last}"),
        };
        match is_mark(&cell.words) {
            true => parts.push(name),
            false => parts.push(format!("{name}: {}", cell.words)),
        }
    }
    parts.join(", ")
}

/// «+», «х», «✓»: nothing but a sign.
fn is_mark(words: &str) -> bool {
    let words = words.trim();
    let letter = matches!(letters::fold(words).as_str(), "х" | "x" | "v" | "да" | "*");
    letter || (words.chars().count() <= 2 && !words.contains(char::is_alphanumeric))
}

/// True for a heading that names months only, as [`folded`] writes it.
pub fn is_grid(heading: &str) -> bool {
    let parts: Vec<&str> = heading.split(" / ").collect();
    parts.len() >= FEWEST && parts.iter().all(|part| named(part).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_and_quarters_are_told_from_other_headings() {
        for (heading, name) in [
            ("янв", Some("январь")),
            ("Янв.", Some("январь")),
            ("СЕНТЯБРЬ", Some("сентябрь")),
            ("май", Some("май")),
            ("март 2024", Some("март 2024")),
            ("I кв.", Some("I квартал")),
            ("2 квартал", Some("2 квартал")),
            ("Мар", Some("март")),
            ("Место", None),
            ("я", None),
            ("Апрель-май", None),
            ("", None),
        ] {
            assert_eq!(named(heading).as_deref(), name, "{heading}");
        }
    }
}
