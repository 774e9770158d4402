//! What a calendar says in words: its name, titles and descriptions of its events. Documents are Russian, and so are these.

use jiff::civil::Date;

use crate::export::calendar::publishing::Detail;
use crate::model::plan::dated::Dated;
use crate::model::plan::deadline::{When, WhenKind};
use crate::model::plan::roadmap::ColumnRole;
use crate::model::plan::status::{Proof, Status, StatusWord};
use crate::model::portal::Portal;
use crate::site::calendars::{Calendar, Entry};
use crate::text::cell;
use crate::text::russian::{capitalized, date, month, month_of};

/// Letters of a title: a phone shows about half of it.
const TITLE: usize = 110;

/// Letters of a title where little is said.
const SHORT_TITLE: usize = 70;

/// The name of a calendar in a list of calendars: short, the place or school first.
pub fn name(portal: &Portal, calendar: &Calendar) -> String {
    let place = |path| {
        let territory = portal.territory(path);
        territory.map_or_else(String::new, |territory| territory.names.name.clone())
    };
    match calendar {
        Calendar::Portal => format!("{}: все планы", portal.settings.title),
        Calendar::Place(path) => format!("{}: поддержка школ", place(path)),
        Calendar::School(path, id) => {
            let school = portal.territory(path).and_then(|t| t.school(id));
            let name = school.map_or(id.as_str(), |school| school.name.as_str());
            format!("{name}: поддержка школы")
        }
        Calendar::Role(path, role) => {
            format!("{}: {}", place(path), role.words().trim())
        }
        Calendar::Person(path, id) => {
            let person = portal.territory(path).and_then(|t| t.person(id));
            let name = person.map_or(id.as_str(), |person| person.name.as_str());
            format!("{}: {name}", place(path))
        }
        Calendar::Collection(id) => {
            let mut all = portal.collections.iter();
            let collection = all.find(|one| one.id == *id);
            let title = collection.map_or(id.as_str(), |one| one.title.as_str());
            format!("Практики: {title}")
        }
    }
}

/// The title of an event: what became of it, the plain words or the beginning of those of the document, and the deadline
/// where the day alone would say less. `first` is the day the entry begins.
pub fn summary(entry: &Entry<'_>, dated: &Dated<'_>, first: Date, detail: Detail) -> String {
    let event = entry.event;
    let room = match detail {
        Detail::Full => TITLE,
        Detail::Short => SHORT_TITLE,
    };
    let shortened = |text: &str| shortened(text, room);
    let fate = match event.status.word {
        StatusWord::Done => "Сделано: ",
        StatusWord::Moved => "Перенесено: ",
        StatusWord::Cancelled => "Отменено: ",
        StatusWord::Planned | StatusWord::NoData => "",
    };
    let words = match &event.plain {
        Some(plain) => shortened(cell::one_line(&plain.value).trim_end_matches('.')),
        None => shortened(cell::shown_line(&event.title.value).trim_end_matches('.')),
    };
    match deadline(dated.when, dated.day, first) {
        Some(deadline) => format!("{fate}{words} — {deadline}"),
        None => format!("{fate}{words}"),
    }
}

/// What a day does not say by itself: «до 30 апреля», «20–21 апреля», «март–август, до 31 августа».
fn deadline(when: &When, day: Date, first: Date) -> Option<String> {
    let until = format!("до {}", day_month(day));
    match when.kind {
        WhenKind::Day => None,
        WhenKind::DayRange => Some(match when.first {
            Some(start) if start == day => return None,
            Some(start) if (start.year(), start.month()) == (day.year(), day.month()) => {
                format!("{}–{}", start.day(), day_month(day))
            }
            Some(start) if first < day => format!("{} – {}", day_month(start), day_month(day)),
            Some(start) => format!("с {}, {until}", day_month(start)),
            None => until,
        }),
        WhenKind::MonthRange => Some(match when.first {
            Some(start) if start.year() == day.year() => {
                format!("{}–{}, {until}", month(start.month()), month(day.month()))
            }
            Some(start) => format!(
                "{} {} – {} {}, {until}",
                month(start.month()),
                start.year(),
                month(day.month()),
                day.year()
            ),
            None => until,
        }),
        _ => Some(until),
    }
}

fn day_month(day: Date) -> String {
    format!("{} {}", day.day(), month_of(day.month()))
}

/// The words as far as they fit, ended at the end of a word.
fn shortened(text: &str, room: usize) -> String {
    if text.chars().count() <= room {
        return text.to_owned();
    }
    let cut: String = text.chars().take(room).collect();
    let whole = cut.rfind(' ').map_or(cut.as_str(), |at| &cut[..at]);
    format!(
        "{}…",
        whole.trim_end_matches([',', ';', ':', '.', ' ', '—', '–', '-', '(', '«'])
    )
}

/// The cells of the document word for word, what became of the measure, and where to read more.
pub fn description(entry: &Entry<'_>, link: Option<&str>) -> String {
    let event = entry.event;
    let mut lines = vec![format!(
        "Так в документе: {}",
        cell::shown(&event.title.value)
    )];
    let mut cell = |role, fallback: &str, text: Option<&str>| {
        let text = text.map(cell::shown).filter(|text| !text.is_empty());
        if let Some(text) = text {
            lines.push(format!("{}: {text}", heading(entry, role, fallback)));
        }
    };
    let deadline = event
        .deadline
        .as_ref()
        .map(|cell| cell.value.verbatim.as_str());
    cell(ColumnRole::Deadline, "Срок", deadline);
    let responsible = event
        .responsible
        .as_ref()
        .map(|cell| cell.value.verbatim.as_str());
    cell(ColumnRole::Responsible, "Ответственные", responsible);
    let indicator = event
        .indicator
        .as_ref()
        .map(|cell| cell.value.verbatim.as_str());
    cell(ColumnRole::Indicator, "Показатель", indicator);
    let result = event
        .result
        .as_ref()
        .map(|cell| cell.value.verbatim.as_str());
    cell(ColumnRole::Result, "Результат", result);
    lines.extend(pairings(entry));
    lines.extend(fate(&event.status));
    lines.push(format!(
        "План: {} ({})",
        entry.plan.title_line(),
        entry.territory.names.name
    ));
    if event.plain.is_some() {
        lines.push("Название в календаре — пересказ портала простыми словами.".to_owned());
    }
    if let Some(link) = link {
        lines.push(format!("Подробнее: {link}"));
    }
    lines.join("\n")
}

/// What the printed table calls a column.
fn heading(entry: &Entry<'_>, role: ColumnRole, fallback: &str) -> String {
    let mut columns = entry.plan.columns.iter();
    let printed = columns
        .find(|column| column.holds == role)
        .map(|column| cell::one_line(&column.heading));
    let printed = printed.filter(|heading| !heading.is_empty());
    printed.unwrap_or_else(|| fallback.to_owned())
}

/// Which school has which of the deadlines.
fn pairings(entry: &Entry<'_>) -> Vec<String> {
    let named = |pairing: &crate::model::plan::roadmap::Pairing| {
        let schools = pairing.schools.iter();
        let names: Vec<&str> = schools
            .filter_map(|school| entry.territory.school(&school.to))
            .map(|school| school.name.as_str())
            .collect();
        let when = capitalized(pairing.deadline.value.verbatim.trim());
        (!names.is_empty()).then(|| format!("{when}: {}", names.join(", ")))
    };
    entry.event.pairings.iter().filter_map(named).collect()
}

/// What is reported of the measure; nothing where nothing is.
fn fate(status: &Status) -> Vec<String> {
    let day = status.date.map(date);
    let fact = status
        .fact
        .as_deref()
        .map(cell::one_line)
        .unwrap_or_default();
    let mut lines = Vec::new();
    let mut say = |word: &str, more: &str| {
        let mut line = match &day {
            Some(day) => format!("{word} {day}"),
            None => word.to_owned(),
        };
        if !more.is_empty() {
            line.push_str(": ");
            line.push_str(more);
        }
        lines.push(line);
    };
    match status.word {
        StatusWord::Done => say("Сделано", &fact),
        StatusWord::Cancelled => say("Отменено", &fact),
        StatusWord::Moved => {
            let to = status.moved_to.as_deref().unwrap_or_default().trim();
            say("Перенесено", &fact);
            lines.push(match to {
                "" => "Новый срок не назван".to_owned(),
                to => format!("Новый срок: {to}"),
            });
        }
        StatusWord::Planned | StatusWord::NoData => return lines,
    }
    lines.extend(status.proofs.iter().map(proof));
    if status.word == StatusWord::Done && status.proofs.is_empty() {
        lines.push("Подтверждение не приложено".to_owned());
    }
    lines
}

fn proof(proof: &Proof) -> String {
    let title = cell::one_line(&proof.title);
    match proof.link.as_deref().filter(|link| link.contains("://")) {
        Some(link) => format!("Подтверждение: {title}, {link}"),
        None => format!("Подтверждение: {title}"),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn said(kind: WhenKind, first: Option<Date>, last: Date) -> Option<String> {
        let when = When {
            words: String::new(),
            kind,
            first,
            last: Some(last),
        };
        deadline(&when, last, last)
    }

    #[test]
    fn a_title_says_of_the_deadline_what_the_day_does_not() {
        let april = date(2023, 4, 30);
        let say = |kind, first| said(kind, first, april);
        assert_eq!(say(WhenKind::Day, Some(april)), None);
        assert_eq!(
            say(WhenKind::Month, Some(date(2023, 4, 1))).as_deref(),
            Some("до 30 апреля")
        );
        assert_eq!(say(WhenKind::Until, None).as_deref(), Some("до 30 апреля"));
        assert_eq!(
            say(WhenKind::MonthRange, Some(date(2023, 3, 1))).as_deref(),
            Some("март–апрель, до 30 апреля")
        );
        assert_eq!(
            say(WhenKind::MonthRange, Some(date(2022, 9, 1))).as_deref(),
            Some("сентябрь 2022 – апрель 2023, до 30 апреля")
        );
        assert_eq!(
            say(WhenKind::DayRange, Some(date(2023, 4, 29))).as_deref(),
            Some("29–30 апреля")
        );
        assert_eq!(
            say(WhenKind::DayRange, Some(date(2023, 3, 1))).as_deref(),
            Some("с 1 марта, до 30 апреля")
        );
    }

    #[test]
    fn a_long_title_ends_at_a_word() {
        let short = "Школы".repeat(20);
        assert_eq!(shortened(&short, TITLE), short);
        let long = "Разбор, ".repeat(30);
        let cut = shortened(&long, TITLE);
        assert!(
            cut.ends_with("Разбор…") && cut.chars().count() <= TITLE + 1,
            "{cut}"
        );
    }
}
