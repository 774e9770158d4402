//! What was reported about an event, and taken back.

use jiff::civil::Date;

use crate::history::words::quote::{quoted, was_became};
use crate::model::history::{Detail, What};
use crate::model::plan::status::{Proof, Status, StatusWord};
use crate::text::russian;

/// Sentences about the status itself.
pub fn changed(before: &Status, after: &Status) -> Vec<Detail> {
    let mut details = Vec::new();
    let detail = |words: String, old: Option<String>, new: Option<String>| Detail {
        what: What::Status,
        before: old,
        after: new,
        words,
        minor: false,
    };
    if before.word != after.word {
        details.push(detail(turned(before, after), shown(before), shown(after)));
        return details;
    }
    if before.date != after.date {
        let words = match (before.date, after.date) {
            (Some(old), Some(new)) => {
                format!(
                    "{} исправлена: было {}, стало {}",
                    name(after.word),
                    day(old),
                    day(new)
                )
            }
            (None, Some(new)) => format!("указана {}: {}", name(after.word), day(new)),
            (Some(old), _) => format!("{} убрана: была {}", name(after.word), day(old)),
            (None, None) => String::new(),
        };
        let iso = |day: Option<Date>| day.map(|day| day.to_string());
        details.push(detail(words, iso(before.date), iso(after.date)));
    }
    details.extend(
        fact(before, after).map(|words| detail(words, before.fact.clone(), after.fact.clone())),
    );
    if before.moved_to != after.moved_to {
        let words = match &after.moved_to {
            Some(time) => format!("перенесено на {}", onto(time)),
            None => "новый срок убран".to_owned(),
        };
        details.push(detail(
            words,
            before.moved_to.clone(),
            after.moved_to.clone(),
        ));
    }
    details
}

/// The word and the day, for tables.
fn shown(status: &Status) -> Option<String> {
    let word = status.word.word();
    match status.date {
        _ if status.word == StatusWord::NoData => None,
        Some(date) => Some(format!("{word}, {date}")),
        None => Some(word.to_owned()),
    }
}

/// «10 мая 2023 года».
fn day(day: Date) -> String {
    format!(
        "{} {} {} года",
        day.day(),
        russian::month_of(day.month()),
        day.year()
    )
}

fn name(word: StatusWord) -> &'static str {
    match word {
        StatusWord::Done => "дата выполнения",
        _ => "дата статуса",
    }
}

/// From one word to another.
fn turned(before: &Status, after: &Status) -> String {
    let on = after
        .date
        .map(|date| format!(" {}", day(date)))
        .unwrap_or_default();
    let fact = after
        .fact
        .as_deref()
        .map(|fact| format!(" — {}", quoted(fact)))
        .unwrap_or_default();
    match after.word {
        StatusWord::Done => format!("отмечено: выполнено{on}{fact}"),
        StatusWord::Planned => format!("отмечено: запланировано{fact}"),
        StatusWord::Cancelled => format!("отменено{on}{fact}"),
        StatusWord::Moved => match &after.moved_to {
            Some(time) => format!("перенесено на {}{fact}", onto(time)),
            None => format!("перенесено{fact}"),
        },
        StatusWord::NoData => format!("статус снят: было «{}»", before.word.word()),
    }
}

/// The new time of a moved event as it stands after «на»: editors write it with the preposition and without.
fn onto(time: &str) -> String {
    let line = time.split_whitespace().collect::<Vec<_>>().join(" ");
    let bare = line
        .strip_prefix("на ")
        .or_else(|| line.strip_prefix("На "))
        .unwrap_or(&line);
    let mut letters = bare.chars();
    match letters.next() {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => String::new(),
    }
}

fn fact(before: &Status, after: &Status) -> Option<String> {
    match (&before.fact, &after.fact) {
        (Some(old), Some(new)) if old.split_whitespace().ne(new.split_whitespace()) => Some(
            format!("сведения о сделанном изменены: {}", was_became(old, new)),
        ),
        (None, Some(new)) => Some(format!("добавлены сведения о сделанном: {}", quoted(new))),
        (Some(old), None) => Some(format!("сведения о сделанном убраны: были {}", quoted(old))),
        _ => None,
    }
}

/// Proofs that came, went, or were changed.
pub fn proofs(before: &[Proof], after: &[Proof]) -> Vec<Detail> {
    let twin = |one: &Proof, among: &[Proof]| {
        let by_title = among.iter().position(|other| other.title == one.title);
        let by_link = || {
            among
                .iter()
                .position(|other| one.link.is_some() && other.link == one.link)
        };
        by_title.or_else(by_link)
    };
    let mut details = Vec::new();
    let mut detail = |words: String, old: Option<&Proof>, new: Option<&Proof>, minor| {
        details.push(Detail {
            what: What::Proof,
            before: old.map(named),
            after: new.map(named),
            words,
            minor,
        });
    };
    for new in after {
        let Some(old) = twin(new, before).map(|position| &before[position]) else {
            detail(
                format!("добавлено подтверждение: {}", quoted(&new.title)),
                None,
                Some(new),
                false,
            );
            continue;
        };
        if old.title != new.title {
            let words = format!(
                "подтверждение названо иначе: {}",
                was_became(&old.title, &new.title)
            );
            detail(words, Some(old), Some(new), true);
        }
        if old.link != new.link {
            let words = match new.link {
                Some(_) if old.link.is_some() => "ссылка заменена",
                Some(_) => "добавлена ссылка",
                None => "ссылка убрана",
            };
            detail(
                format!("у подтверждения {} {words}", quoted(&new.title)),
                Some(old),
                Some(new),
                false,
            );
        }
        if old.date != new.date {
            let words = match new.date {
                Some(date) => format!("указана дата {}", day(date)),
                None => "дата убрана".to_owned(),
            };
            detail(
                format!("у подтверждения {} {words}", quoted(&new.title)),
                Some(old),
                Some(new),
                false,
            );
        }
    }
    for old in before {
        if twin(old, after).is_none() {
            detail(
                format!("подтверждение убрано: {}", quoted(&old.title)),
                Some(old),
                None,
                false,
            );
        }
    }
    details
}

/// A proof for tables: what it is called and where it is.
fn named(proof: &Proof) -> String {
    match &proof.link {
        Some(link) => format!("{} ({link})", proof.title),
        None => proof.title.clone(),
    }
}
