//! The days of an event in a calendar: one for each separate time that its deadline, or the new time of a moved event,
//! was understood to mean.

use jiff::civil::Date;

use crate::model::plan::deadline::When;
use crate::model::plan::roadmap::{Event, Pairing};
use crate::model::plan::status::StatusWord;

/// One of the days of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dated<'a> {
    /// The piece of the deadline it comes from.
    pub when: &'a When,
    /// The deadline: the last day of the piece.
    pub day: Date,
    /// Which of the event's days it is, from 1: a name that stays when the day itself moves.
    pub serial: usize,
}

/// The days of an event in the order of the document, each day once; none for measures without a date, which are
/// year-round, recurring, by a schedule of their own, conditional or not understood.
pub fn dates(event: &Event) -> Vec<Dated<'_>> {
    let moved = event.status.word == StatusWord::Moved;
    let again = days(&event.status.moved_whens);
    if moved && !again.is_empty() {
        return again;
    }
    event
        .deadline
        .as_ref()
        .map(|deadline| days(&deadline.value.whens))
        .unwrap_or_default()
}

/// Of these days the ones that the document ties to somebody by a pairing («апрель октябрь …» for several schools in
/// turn); all of them where no pairing speaks of them. A moved event has no pairings any more.
pub fn dates_paired(event: &Event, with: impl Fn(&Pairing) -> bool) -> Vec<Dated<'_>> {
    let all = dates(event);
    if event.status.word == StatusWord::Moved {
        return all;
    }
    let paired = event.pairings.iter().filter(|pairing| with(pairing));
    let wanted: Vec<Date> = paired
        .flat_map(|pairing| days(&pairing.deadline.value.whens))
        .map(|dated| dated.day)
        .collect();
    let own: Vec<Dated<'_>> = all
        .iter()
        .filter(|dated| wanted.contains(&dated.day))
        .copied()
        .collect();
    if own.is_empty() { all } else { own }
}

fn days(whens: &[When]) -> Vec<Dated<'_>> {
    let mut found: Vec<Dated<'_>> = Vec::new();
    for when in whens.iter().filter(|when| when.kind.is_dated()) {
        let Some(day) = when.last.or(when.first) else {
            continue;
        };
        if found.iter().all(|dated| dated.day != day) {
            let serial = found.len() + 1;
            found.push(Dated { when, day, serial });
        }
    }
    found
}
