//! What a calendar is and what does not stand in it: measures without a date are counted, never given one.

use crate::export::calendar::publishing::Detail;
use crate::model::plan::deadline::WhenKind;
use crate::model::plan::roadmap::Event;
use crate::site::calendars::{Calendar, Entry};
use crate::text::russian::{counted, plural};

const EVENTS: [&str; 3] = ["мероприятие", "мероприятия", "мероприятий"];

/// Why a measure has no day of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reason {
    AllYear,
    Recurring,
    Elsewhere,
    Unknown,
}

const REASONS: [(Reason, &str); 4] = [
    (Reason::AllYear, "весь год или постоянно"),
    (Reason::Recurring, "повторяются"),
    (
        Reason::Elsewhere,
        "по отдельному графику или в зависимости от других дел",
    ),
    (Reason::Unknown, "срок не указан или не понят"),
];

/// The description of a calendar.
pub fn description(
    calendar: &Calendar,
    entries: &[Entry<'_>],
    has_links: bool,
    detail: Detail,
) -> String {
    let dated = entries.iter().filter(|entry| entry.is_dated()).count();
    let undated: Vec<Reason> = entries
        .iter()
        .filter(|entry| !entry.is_dated())
        .map(|entry| reason(entry.event))
        .collect();
    let mut said = vec![about(calendar, dated, undated.len())];
    if !undated.is_empty() {
        said.push(left_out(&undated, dated > 0));
    }
    if let Calendar::School(..) = calendar {
        said.push(
            "Мероприятия, в которых школы по именам не названы, стоят в календаре района."
                .to_owned(),
        );
    }
    said.push(
        match detail {
            Detail::Full => "Слова документов приведены в описании каждого мероприятия.",
            Detail::Short => "Слова документов — на странице плана.",
        }
        .to_owned(),
    );
    said.push("Срок-месяц стоит на его последнем дне.".to_owned());
    if !has_links {
        said.push("Ссылок на страницы портала здесь нет: его адрес не указан.".to_owned());
    }
    said.join(" ")
}

fn about(calendar: &Calendar, dated: usize, undated: usize) -> String {
    if dated == 0 && undated == 0 {
        return match calendar {
            Calendar::School(..) => "В мероприятиях планов школа по имени не названа.",
            _ => "Мероприятий пока нет.",
        }
        .to_owned();
    }
    match dated {
        0 => "Мероприятий с датой нет.".to_owned(),
        _ => format!("Здесь {} с датой.", counted(dated, EVENTS)),
    }
}

/// «Ещё 8 мероприятий без даты, в календаре их нет: весь год или постоянно — 6; повторяются — 2.»
fn left_out(reasons: &[Reason], more: bool) -> String {
    let parts: Vec<String> = REASONS
        .iter()
        .map(|(reason, words)| (reasons.iter().filter(|one| *one == reason).count(), words))
        .filter(|(count, _)| *count > 0)
        .map(|(count, words)| format!("{words} — {count}"))
        .collect();
    let more = if more { "Ещё" } else { "Есть" };
    let them = plural(reasons.len(), ["его", "их", "их"]);
    format!(
        "{more} {} без даты, в календаре {them} нет: {}.",
        counted(reasons.len(), EVENTS),
        parts.join("; ")
    )
}

fn reason(event: &Event) -> Reason {
    let whens = event.deadline.iter().flat_map(|cell| &cell.value.whens);
    let of = |kind| match kind {
        WhenKind::WithinYear | WhenKind::Continuous | WhenKind::OpenEnded => Reason::AllYear,
        WhenKind::Recurring(_) => Reason::Recurring,
        WhenKind::BySchedule | WhenKind::Conditional => Reason::Elsewhere,
        // Dated kinds without a day that could be named.
        _ => Reason::Unknown,
    };
    let mut reasons = whens.map(|when| of(when.kind));
    reasons.next().unwrap_or(Reason::Unknown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_out_is_counted_by_its_reason() {
        let reasons = [Reason::AllYear, Reason::Recurring, Reason::AllYear];
        assert_eq!(
            left_out(&reasons, true),
            "Ещё 3 мероприятия без даты, в календаре их нет: весь год или постоянно — 2; повторяются — 1."
        );
        assert_eq!(
            left_out(&[Reason::Unknown], false),
            "Есть 1 мероприятие без даты, в календаре его нет: срок не указан или не понят — 1."
        );
    }
}
