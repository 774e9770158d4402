//! Working groups: tables of names and posts, and lists of them in the text of an order.

use crate::import::understand::draft::{GroupDraft, MemberDraft, Text};
use crate::import::understand::flow::{Line, take};
use crate::import::understand::letters;
use crate::import::understand::people::names;
use crate::import::understand::table::columns::{Says, says};
use crate::import::understand::table::sheet::{Line as Row, Table, is_number};
use crate::model::plan::roadmap::ColumnRole;

/// Columns of a table of people.
#[derive(Debug, Clone, Copy, Default)]
struct Columns {
    number: Option<usize>,
    name: usize,
    post: Option<usize>,
    role: Option<usize>,
}

/// Reads a table of names and posts; none when it is something else.
pub fn table(table: &Table) -> Option<GroupDraft> {
    let first = table.rows.first()?;
    let (columns, headed) = match headed(first) {
        Some(columns) => (columns, true),
        None => (by_names(table)?, false),
    };
    let mut group = GroupDraft {
        at: table.at.clone(),
        columns: match headed {
            true => first
                .filled()
                .map(|slot| letters::clean(&slot.words))
                .collect(),
            false => Vec::new(),
        },
        ..GroupDraft::default()
    };
    rows(&mut group, &table.rows[usize::from(headed)..], columns);
    (!group.members.is_empty()).then_some(group)
}

/// Adds the rows of a table that goes on from the one before.
pub fn more(group: &mut GroupDraft, table: &Table) -> bool {
    let Some(columns) = by_names(table) else {
        return false;
    };
    rows(group, &table.rows, columns);
    true
}

fn rows(group: &mut GroupDraft, rows: &[Row], columns: Columns) {
    for row in rows {
        let words = |at: Option<usize>| {
            at.and_then(|at| row.slots.get(at))
                .map_or("", |slot| slot.words.as_str())
        };
        let (name, mut post, role) = (
            words(Some(columns.name)),
            words(columns.post).to_owned(),
            words(columns.role),
        );
        if row.filled().count() == 1 && !names::is_person(name) {
            // «Члены рабочей группы:» across the table says nothing that the posts do not.
            continue;
        }
        let number = words(columns.number);
        if name.is_empty()
            || (number.is_empty() && columns.number.is_some() && !names::is_person(name))
        {
            if let Some(last) = group.members.last_mut() {
                last.name = [last.name.as_str(), name].join(" ").trim().to_owned();
                last.post = [last.post.as_str(), &post].join(" ").trim().to_owned();
            }
            continue;
        }
        let mut written = name.to_owned();
        if columns.post.is_none()
            && let Some(end) = names::person(name)
        {
            post = cut_post(&name[end..]);
            written = name[..end].to_owned();
        }
        group.members.push(MemberDraft {
            number: (!number.is_empty()).then(|| number.to_owned()),
            role: self::role(&format!("{role} {post}")),
            name: written,
            post,
            at: row.at.clone(),
        });
    }
}

fn headed(row: &Row) -> Option<Columns> {
    let mut columns = Columns::default();
    let mut name = None;
    for (at, slot) in row
        .slots
        .iter()
        .enumerate()
        .filter(|(_, slot)| slot.is_own())
    {
        let squeezed = letters::squeezed(&letters::clean(&slot.words));
        if slot.words.chars().count() > 80 {
            return None;
        }
        if squeezed.starts_with("фио") || squeezed.starts_with("фамили") {
            name = name.or(Some(at));
        } else if ["должност", "занимаем", "месторабот"]
            .iter()
            .any(|stem| squeezed.contains(stem))
        {
            columns.post = columns.post.or(Some(at));
        } else if ["рольв", "статусв", "функци", "обязанност"]
            .iter()
            .any(|stem| squeezed.starts_with(stem))
        {
            columns.role = Some(at);
        } else if says(&slot.words) == Some(Says::Role(ColumnRole::Number)) {
            columns.number = Some(at);
        }
    }
    columns.name = name?;
    columns.post?;
    Some(columns)
}

/// Columns of a table without a heading, by the column that holds names.
fn by_names(table: &Table) -> Option<Columns> {
    let count = |fits: &dyn Fn(&str) -> bool, at: usize| {
        table
            .rows
            .iter()
            .filter(|row| row.slots.get(at).is_some_and(|slot| fits(&slot.words)))
            .count()
    };
    let rows = table.rows.len();
    let name = (0..table.width).find(|at| count(&names::is_person, *at) * 5 >= rows * 3)?;
    let words = |text: &str| !letters::words(text).is_empty() && !is_number(text);
    let post = (name + 1..table.width).find(|at| count(&words, *at) * 2 > rows);
    let number = (0..name).find(|at| count(&is_number, *at) * 2 > rows);
    (rows >= 3 && post.is_some()).then_some(Columns {
        number,
        name,
        post,
        role: None,
    })
}

/// Members of a list: «Богатова Ю.Л., начальник управления образования;». Lines that name nobody end the list.
pub fn list(lines: &[Line]) -> Vec<MemberDraft> {
    let mut members: Vec<MemberDraft> = Vec::new();
    for line in lines.iter().filter(|line| !line.is_blank()) {
        let mark = letters::item_mark(&line.words).unwrap_or(0);
        let number = line.words[..mark].trim();
        let text = line.words[mark..].trim();
        let Some(end) = names::person(text) else {
            match members.last_mut() {
                Some(last) if letters::goes_on(text) && !last.post.is_empty() => {
                    last.post = format!("{} {}", last.post, cut_post(text));
                    continue;
                }
                _ => break,
            }
        };
        let post = cut_post(&text[end..]);
        if post.is_empty() {
            break;
        }
        members.push(MemberDraft {
            number: match &line.number {
                Some(number) => Some(number.clone()),
                None => number
                    .starts_with(|c: char| c.is_ascii_digit())
                    .then(|| number.to_owned()),
            },
            name: text[..end].to_owned(),
            role: role(&post),
            post,
            at: line.at.clone(),
        });
    }
    members
}

fn cut_post(words: &str) -> String {
    words
        .trim_matches(|c: char| {
            c.is_whitespace() || matches!(c, ',' | ';' | '.' | '-' | '–' | '—' | ':' | '\u{a0}')
        })
        .to_owned()
}

/// The part in the group that a post names.
fn role(post: &str) -> &'static str {
    let words = letters::words(post).join(" ");
    let of_group = |who: &str| {
        ["группы", "рабочей группы", "муниципальной рабочей группы"]
            .iter()
            .any(|group| words.contains(&format!("{who} {group}")))
    };
    if of_group("заместитель руководителя") || words.contains("заместитель председателя")
    {
        "заместитель руководителя"
    } else if of_group("руководитель")
        || words.starts_with("председатель")
        || words.contains("председатель комиссии")
    {
        "руководитель"
    } else {
        "член группы"
    }
}

/// True when words above a table or a list say that a group of people follows.
pub fn names_group(words: &str) -> bool {
    let words = letters::words(words);
    let has = |stem: &str| words.iter().any(|word| word.starts_with(stem));
    has("состав")
        || (has("рабоч") && has("групп"))
        || has("комисси")
        || (has("координацион") && has("совет"))
}

/// Reads lists of people in text that nothing else took: a line that names a group, then members.
pub fn in_text(lines: &mut [Line]) -> Vec<GroupDraft> {
    let mut groups = Vec::new();
    for at in 0..lines.len() {
        if lines[at].used || lines[at].is_blank() || !names_group(&lines[at].words) {
            continue;
        }
        let Some(first) = (at + 1..lines.len().min(at + 8)).find(|next| {
            let line = &lines[*next];
            !line.used
                && names::person(line.words[letters::item_mark(&line.words).unwrap_or(0)..].trim())
                    .is_some()
        }) else {
            continue;
        };
        let end = (first..lines.len())
            .find(|next| lines[*next].used)
            .unwrap_or(lines.len());
        let members = list(&lines[first..end]);
        if members.len() < 2 {
            continue;
        }
        let title = take(&mut lines[at..first]);
        let mut left = members.len();
        for line in lines[first..end].iter_mut().filter(|line| !line.is_blank()) {
            if left == 0 && !letters::goes_on(&line.words) {
                break;
            }
            left = left.saturating_sub(1);
            line.used = true;
        }
        groups.push(GroupDraft {
            at: members[0].at.clone(),
            title,
            members,
            ..GroupDraft::default()
        });
    }
    groups
}

/// Takes the title of a table of people from the lines above it.
pub fn title(lines: &mut [Line]) -> Option<Text> {
    let last = lines
        .iter()
        .rposition(|line| !line.is_blank() && !line.used)?;
    let from = lines
        .iter()
        .rposition(|line| line.used)
        .map_or(0, |used| used + 1);
    if from > last {
        return None;
    }
    let block = lines[from..last]
        .iter()
        .rposition(Line::is_blank)
        .map_or(from, |blank| from + blank + 1);
    let start = (from..=last)
        .rev()
        .take(8)
        .find(|at| {
            letters::words(&lines[*at].words)
                .first()
                .is_some_and(|word| {
                    matches!(word.as_str(), "состав" | "список" | "рабочая" | "члены")
                })
        })
        .unwrap_or(block);
    take(&mut lines[start..=last])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_in_a_group() {
        assert_eq!(
            role("начальник РУО – руководитель рабочей группы"),
            "руководитель"
        );
        assert_eq!(
            role("заместитель начальника – заместитель руководителя рабочей группы"),
            "заместитель руководителя"
        );
        assert_eq!(role("руководитель РМО учителей"), "член группы");
    }
}
