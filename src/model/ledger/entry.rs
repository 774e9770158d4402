//! One promise with what became of it.

use jiff::civil::Date;

use crate::model::ledger::proof::{Evidence, Lead, evidence};
use crate::model::place::territory::Territory;
use crate::model::plan::roadmap::{Event, Roadmap, Section};
use crate::model::plan::standing::{Standing, standing};
use crate::model::plan::status::StatusWord;
use crate::model::portal::Attachment;

/// One promise with what became of it.
#[derive(Debug, Clone)]
pub struct Entry<'a> {
    /// Whose plan.
    pub territory: &'a Territory,
    /// The plan.
    pub plan: &'a Roadmap,
    /// Its section.
    pub section: &'a Section,
    /// The measure: words, deadline, indicator and stored status.
    pub event: &'a Event,
    /// How it stands on the day.
    pub standing: Standing,
    /// Year and month (1–12) of the last of its dated times; none for what goes on all year, comes back or has no date.
    /// Each promise has one, so that months add up to the whole.
    pub month: Option<(i16, i8)>,
    /// The last day of the whole deadline, where it has one; the promise is late after it.
    pub due: Option<Date>,
    /// How many days ago the deadline passed, for a promise of which nothing was reported.
    pub days_overdue: Option<i32>,
    /// What shows that it was done.
    pub evidence: Vec<Evidence<'a>>,
}

impl Entry<'_> {
    /// Whether anybody has told anything: done, moved, cancelled. «Запланировано» tells nothing new.
    pub fn is_reported(&self) -> bool {
        is_reported(self.event)
    }

    /// Whether a proof can be opened by the reader: a page, a file or another site.
    pub fn is_shown(&self) -> bool {
        let open = |one: &Evidence<'_>| !matches!(one.lead, Lead::Nothing);
        self.standing == Standing::Done && self.evidence.iter().any(open)
    }

    /// Whether its time is over on the day.
    pub fn is_due(&self, today: Date) -> bool {
        self.due.is_some_and(|due| due < today)
    }
}

/// Whether anybody has told what became of a measure.
pub fn is_reported(event: &Event) -> bool {
    matches!(
        event.status.word,
        StatusWord::Done | StatusWord::Moved | StatusWord::Cancelled
    )
}

/// The promises of a territory in the order of its plans and their documents. `lead` says where the link of a proof
/// leads; `file` finds a published file by its path.
pub fn entries<'a>(
    territory: &'a Territory,
    today: Date,
    lead: &dyn Fn(&str) -> Lead<'a>,
    file: &dyn Fn(&str) -> Option<&'a Attachment>,
) -> Vec<Entry<'a>> {
    let entry = |plan: &'a Roadmap, section: &'a Section, event: &'a Event| {
        let standing = standing(event, today);
        let due = event.last_day();
        Entry {
            territory,
            plan,
            section,
            event,
            standing,
            month: due_month(event),
            due,
            days_overdue: due
                .filter(|_| standing == Standing::PastWithoutNews)
                .map(|due| (today - due).get_days()),
            evidence: event
                .status
                .proofs
                .iter()
                .map(|proof| evidence(proof, lead, file))
                .collect(),
        }
    };
    let mut entries = Vec::new();
    for plan in &territory.plans {
        for section in &plan.sections {
            entries.extend(
                section
                    .events
                    .iter()
                    .map(|event| entry(plan, section, event)),
            );
        }
    }
    entries
}

/// The month in which the last of the dated times of a measure ends.
fn due_month(event: &Event) -> Option<(i16, i8)> {
    let whens = event.deadline.iter().flat_map(|cell| &cell.value.whens);
    whens
        .filter(|when| when.kind.is_dated())
        .filter_map(|when| when.last.or(when.first))
        .max()
        .map(|day| (day.year(), day.month()))
}
