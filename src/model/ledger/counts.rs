//! Promises counted: in all, by month, by section.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::model::ledger::entry::Entry;
use crate::model::plan::standing::Standing;
use crate::text::russian::lowercase;

/// Promises counted. Standings are disjoint: they add up to the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    by_standing: [usize; Standing::ALL.len()],
    /// Whose deadline has passed.
    pub due: usize,
    /// Of which anything was reported.
    pub reported: usize,
    /// Done, with a proof that can be opened.
    pub shown: usize,
}

impl Counts {
    /// Counts promises as of a day.
    pub fn of<'e, 'a: 'e>(entries: impl IntoIterator<Item = &'e Entry<'a>>, today: Date) -> Counts {
        let mut counts = Counts::default();
        for entry in entries {
            counts.add(entry, today);
        }
        counts
    }

    /// Counts one promise more.
    pub fn add(&mut self, entry: &Entry<'_>, today: Date) {
        self.by_standing[index(entry.standing)] += 1;
        self.due += usize::from(entry.is_due(today));
        self.reported += usize::from(entry.is_reported());
        self.shown += usize::from(entry.is_shown());
    }

    /// How many stand so.
    pub fn standing(&self, standing: Standing) -> usize {
        self.by_standing[index(standing)]
    }

    /// All promises.
    pub fn total(&self) -> usize {
        self.by_standing.iter().sum()
    }

    /// Said to be done, with a proof or without.
    pub fn done(&self) -> usize {
        self.proven() + self.unproven()
    }

    /// Done, with a proof.
    pub fn proven(&self) -> usize {
        self.standing(Standing::Done)
    }

    /// Said to be done, no proof given.
    pub fn unproven(&self) -> usize {
        self.standing(Standing::DoneWithoutProof)
    }

    /// Deadline passed, nothing reported.
    pub fn overdue(&self) -> usize {
        self.standing(Standing::PastWithoutNews)
    }
}

fn index(standing: Standing) -> usize {
    Standing::ALL
        .iter()
        .position(|known| *known == standing)
        .expect("every standing is listed")
}

/// Promises counted by the month their deadline ends in, and those without a month.
pub fn by_month<'a>(entries: &[Entry<'a>], today: Date) -> (BTreeMap<(i16, i8), Counts>, Counts) {
    let (mut months, mut undated) = (BTreeMap::<_, Counts>::new(), Counts::default());
    for entry in entries {
        match entry.month {
            Some(month) => months.entry(month).or_default().add(entry, today),
            None => undated.add(entry, today),
        }
    }
    (months, undated)
}

/// Promises counted by the title of their section on one line, in the order in which titles first occur; sections of the
/// same name are counted together. None for plans without sections.
pub fn by_section<'e, 'a>(entries: &'e [Entry<'a>], today: Date) -> Vec<(Option<&'e str>, Counts)> {
    let title = |entry: &'e Entry<'a>| entry.section.title.as_ref().map(|t| t.value.as_str());
    let mut places: BTreeMap<Option<String>, usize> = BTreeMap::new();
    let mut sections: Vec<(Option<&'e str>, Counts)> = Vec::new();
    for entry in entries {
        let place = *places.entry(title(entry).map(same)).or_insert_with(|| {
            sections.push((title(entry), Counts::default()));
            sections.len() - 1
        });
        sections[place].1.add(entry, today);
    }
    sections
}

/// A title without what does not tell sections apart: spaces, capitals, marks at its end.
fn same(title: &str) -> String {
    let line = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = line.trim_end_matches(|c: char| !c.is_alphanumeric());
    lowercase(line)
}
