//! What a table without a plan's heading is.

use crate::import::understand::draft::{GroupDraft, ProgramDraft};
use crate::import::understand::people::group;
use crate::import::understand::people::names;
use crate::import::understand::plan::title::begins_stamp;
use crate::import::understand::table::sheet::{Line, Slot, Table, is_number};
use crate::import::understand::{letters, passport};
use crate::text::russian;

/// A table's kind.
pub enum Kind {
    /// A programme's passport.
    Passport(ProgramDraft),
    /// A working group.
    Group(GroupDraft),
    /// A letterhead, a stamp, a signature: text laid out in cells.
    Layout,
    /// Something that this portal has no file for, and a doubt when it may be a plan after all.
    Other {
        /// Why it was skipped.
        why: &'static str,
        /// What to look at.
        doubt: Option<&'static str>,
    },
}

/// The kind of a table; `above` are the words since the table before.
pub fn kind(table: &Table, above: &str) -> Kind {
    let group = group::table(table);
    if let Some(group) = group.clone()
        && above.lines().any(group::names_group)
    {
        return Kind::Group(group);
    }
    if let Some(program) = passport::table(table, above) {
        return Kind::Passport(program);
    }
    if is_layout(table) {
        return Kind::Layout;
    }
    if group.is_some() {
        return other("список людей, над которым нет слов о рабочей группе", None);
    }
    if names_schools(table) {
        return other(
            "список школ: сведения о школах портал ведёт в schools.toml",
            None,
        );
    }
    match looks_like_plan(table) {
        true => other(
            "таблица без узнаваемого заголовка столбцов",
            Some(
                "таблица похожа на план, но заголовков «Мероприятие» и «Срок» в ней нет: она пропущена",
            ),
        ),
        false => other("не план, не паспорт программы и не рабочая группа", None),
    }
}

fn other(why: &'static str, doubt: Option<&'static str>) -> Kind {
    Kind::Other { why, doubt }
}

/// True when most rows hold two texts.
pub fn is_pairs(table: &Table) -> bool {
    let two = table
        .rows
        .iter()
        .filter(|row| row.filled().count() <= 2)
        .count();
    two == table.rows.len()
}

/// Few rows, or rows of one text, and no numbering.
fn is_layout(table: &Table) -> bool {
    let texts: usize = table.rows.iter().map(|row| row.filled().count()).sum();
    let numbers = table
        .rows
        .iter()
        .filter(|row| {
            row.filled()
                .next()
                .is_some_and(|slot| is_number(&slot.words))
        })
        .count();
    let stamped = table.rows.iter().flat_map(Line::filled).any(|slot: &Slot| {
        slot.words.lines().next().is_some_and(begins_stamp) || names::is_person(&slot.words)
    });
    let single = texts == table.rows.len();
    numbers * 2 <= table.rows.len()
        && (single || table.rows.len() <= 3 && texts <= 9 || (stamped && table.rows.len() <= 12))
}

fn names_schools(table: &Table) -> bool {
    let Some(first) = table.rows.first() else {
        return false;
    };
    first.filled().any(|slot| {
        let words = letters::words(&slot.words);
        words.iter().any(|word| {
            word.starts_with("школ")
                || word == "оо"
                || word == "оу"
                || word.starts_with("образовательн")
        })
    })
}

/// Several columns, and a column in which months or dates stand row after row.
fn looks_like_plan(table: &Table) -> bool {
    let timed = |words: &str| {
        let folded = letters::fold(words);
        let stems = [
            "январ",
            "феврал",
            "март",
            "апрел",
            "май",
            "мая",
            "июн",
            "июл",
            "август",
            "сентябр",
            "октябр",
            "ноябр",
            "декабр",
            "в течение",
            "ежемесячно",
            "постоянно",
        ];
        russian::is_word_char(folded.chars().next().unwrap_or(' '))
            && words.len() < 120
            && stems.iter().any(|stem| folded.contains(stem))
    };
    let rows = table.rows.len();
    rows >= 3
        && (0..table.width).any(|at| {
            let hits = table
                .rows
                .iter()
                .filter(|row| row.slots.get(at).is_some_and(|slot| timed(&slot.words)))
                .count();
            hits * 2 > rows
        })
}
