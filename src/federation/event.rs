//! An event as a line of a manifest: everything about it that is counted, none of its words.
//!
//! ```text
//! m07 done @2023-04-28 month:2023-04-01/2023-04-30 >day:2023-05-12/2023-05-12 goal target person proof+ proof-
//! ```
//! First its id and the word of its stored status. Then, as far as there are any: `@` and the day of the status; each
//! understood piece of the deadline as kind, first and last day; behind `>` the same of the new time of a moved event;
//! `deadline` where the cell has words that were not understood; `goal` for an indicator or result, `target` when it sets a
//! number, `person` when a person answers; a `proof+` for each proof with a link and a `proof-` for each without.

use jiff::civil::Date;

use crate::diag::span::{SourceId, Span, Spanned};
use crate::model::id::Slug;
use crate::model::plan::deadline::{Deadline, DeadlineCell, Every, When, WhenKind};
use crate::model::plan::indicator::{Comparator, Goal, GoalKind, Indicator, IndicatorCell, Number};
use crate::model::plan::responsible::{Party, Responsible, ResponsibleCell, Role};
use crate::model::plan::roadmap::Event;
use crate::model::plan::status::{Proof, Status, StatusWord};

/// A place of nothing: what comes out of a manifest stands in no file of the content.
pub const NOWHERE: Span = Span {
    source: SourceId::FOLDER,
    start: 0,
    end: 0,
};

/// Kinds of times with their words; how often a recurring one comes back is part of the word.
const KINDS: &[(&str, WhenKind)] = &[
    ("day", WhenKind::Day),
    ("days", WhenKind::DayRange),
    ("month", WhenKind::Month),
    ("months", WhenKind::MonthRange),
    ("year-part", WhenKind::YearPart),
    ("until", WhenKind::Until),
    ("within-year", WhenKind::WithinYear),
    ("open-ended", WhenKind::OpenEnded),
    ("continuous", WhenKind::Continuous),
    ("by-schedule", WhenKind::BySchedule),
    ("conditional", WhenKind::Conditional),
    ("every-day", WhenKind::Recurring(Every::Day)),
    ("every-week", WhenKind::Recurring(Every::Week)),
    ("every-fortnight", WhenKind::Recurring(Every::Fortnight)),
    ("every-month", WhenKind::Recurring(Every::Month)),
    ("every-quarter", WhenKind::Recurring(Every::Quarter)),
    ("every-term", WhenKind::Recurring(Every::SchoolTerm)),
    ("every-half-year", WhenKind::Recurring(Every::HalfYear)),
    ("every-year", WhenKind::Recurring(Every::Year)),
];

/// Every word of a time, for the schema.
pub fn kinds() -> impl Iterator<Item = &'static str> {
    KINDS.iter().map(|(word, _)| *word)
}

/// The line of an event.
pub fn line(event: &Event) -> String {
    let mut words = vec![event.id.to_string(), event.status.word.code().to_owned()];
    words.extend(event.status.date.map(|day| format!("@{day}")));
    if let Some(deadline) = &event.deadline {
        match deadline.value.whens.is_empty() {
            true => words.push("deadline".to_owned()),
            false => words.extend(deadline.value.whens.iter().map(when)),
        }
    }
    let moved = event.status.moved_whens.iter();
    words.extend(moved.map(|one| format!(">{}", when(one))));
    let cells = || event.indicator.iter().chain(&event.result);
    if cells().next().is_some() {
        let number =
            |cell: &Spanned<Indicator>| cell.value.goals.iter().any(|g| g.target.is_some());
        words.push(match cells().any(number) {
            true => "target".to_owned(),
            false => "goal".to_owned(),
        });
    }
    let mut parties = event
        .responsible
        .iter()
        .flat_map(|cell| &cell.value.parties);
    if parties.any(|party| !party.people.is_empty()) {
        words.push("person".to_owned());
    }
    words.extend(event.status.proofs.iter().map(|proof| match proof.link {
        Some(_) => "proof+".to_owned(),
        None => "proof-".to_owned(),
    }));
    words.join(" ")
}

fn when(when: &When) -> String {
    let word = match when.kind {
        // The day of the year is in first and last already.
        WhenKind::Recurring(Every::YearUntil { .. }) => "every-year",
        kind => KINDS
            .iter()
            .find(|(_, known)| *known == kind)
            .map_or("conditional", |(word, _)| word),
    };
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    format!("{word}:{}/{}", day(when.first), day(when.last))
}

/// The event of a line; none when the line cannot be read. `title` is its title, where the manifest has it.
pub fn event(line: &str, title: Option<&String>) -> Option<Event> {
    let mut words = line.split(' ');
    let id = Slug::parse(words.next()?)?;
    let status = words.next()?;
    let word = StatusWord::ALL.iter().find(|word| word.code() == status)?;
    let mut event = Event {
        id,
        span: NOWHERE,
        number: None,
        title: nowhere(title.cloned().unwrap_or_default()),
        plain: None,
        deadline: None,
        responsible: None,
        indicator: None,
        result: None,
        pairings: Vec::new(),
        as_printed: Vec::new(),
        remark: None,
        status: Status {
            word: *word,
            ..Status::default()
        },
        schools: Vec::new(),
        people: Vec::new(),
    };
    for word in words {
        add(&mut event, word)?;
    }
    Some(event)
}

fn add(event: &mut Event, word: &str) -> Option<()> {
    match word {
        "deadline" => drop(deadline(event)),
        "goal" => event.indicator = Some(indicator(None)),
        "target" => event.indicator = Some(indicator(Some(Number { thousandths: 0 }))),
        "person" => event.responsible = Some(answering()),
        // A proof that can be opened leads somewhere; where, the page of its region tells.
        "proof+" => event.status.proofs.push(proof(Some("/".to_owned()))),
        "proof-" => event.status.proofs.push(proof(None)),
        _ => match (word.strip_prefix('@'), word.strip_prefix('>')) {
            (Some(day), _) => event.status.date = Some(day.parse().ok()?),
            (_, Some(moved)) => event.status.moved_whens.push(time(moved)?),
            _ => {
                let time = time(word)?;
                deadline(event).whens.push(time);
            }
        },
    }
    Some(())
}

/// The deadline of the event, which gets one if it has none yet.
fn deadline(event: &mut Event) -> &mut Deadline {
    let empty = || {
        let cell = DeadlineCell {
            verbatim: String::new(),
            whens: Vec::new(),
        };
        nowhere(Deadline::from(cell))
    };
    &mut event.deadline.get_or_insert_with(empty).value
}

fn time(text: &str) -> Option<When> {
    let (word, days) = text.split_once(':')?;
    let (first, last) = days.split_once('/')?;
    let day = |text: &str| match text {
        "" => Some(None),
        _ => text.parse().ok().map(Some),
    };
    let (_, kind) = KINDS.iter().find(|(known, _)| *known == word)?;
    Some(When {
        words: String::new(),
        kind: *kind,
        first: day(first)?,
        last: day(last)?,
    })
}

fn indicator(target: Option<Number>) -> Spanned<Indicator> {
    let goal = Goal {
        words: String::new(),
        kind: GoalKind::Count,
        comparator: Comparator::Exactly,
        target,
        base: None,
        per: None,
    };
    nowhere(Indicator::from(IndicatorCell {
        verbatim: String::new(),
        goals: vec![goal],
    }))
}

fn answering() -> Spanned<Responsible> {
    nowhere(Responsible::from(ResponsibleCell {
        verbatim: String::new(),
        parties: vec![Party {
            words: String::new(),
            role: Role::Other,
            body: None,
            people: vec![String::new()],
            schools: Vec::new(),
        }],
    }))
}

fn proof(link: Option<String>) -> Proof {
    Proof {
        title: String::new(),
        link,
        span: NOWHERE,
        date: None,
    }
}

fn nowhere<T>(value: T) -> Spanned<T> {
    Spanned::new(value, NOWHERE)
}

#[cfg(test)]
mod tests {
    use super::{event, line};

    #[test]
    fn a_line_read_and_written_again_is_the_same() {
        for text in [
            "m01 no-data",
            "m07 done @2023-04-28 month:2023-04-01/2023-04-30 day:2023-06-01/2023-06-01 target person proof+ proof-",
            "m08 moved until:/2023-04-30 >day:2023-05-12/2023-05-12 goal",
            "m09 planned every-term:2023-01-01/2023-12-31",
            "m10 cancelled deadline",
        ] {
            let read = event(text, None).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(line(&read), text);
        }
    }

    #[test]
    fn a_line_that_says_something_unknown_is_no_event() {
        for text in [
            "",
            "m01",
            "M01 done",
            "m01 fertig",
            "m01 done someday:2023/2024",
            "m01 done @yesterday",
        ] {
            assert!(event(text, None).is_none(), "{text}");
        }
    }
}
