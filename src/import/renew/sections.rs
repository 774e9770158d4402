//! The sections of the paper and which section of the file each is.

use crate::import::renew::matching::Pair;
use crate::import::renew::words::{Weights, plain, told};
use crate::import::understand::draft::{EventDraft, PlanDraft, SectionDraft};

/// A section of the paper.
#[derive(Debug)]
pub struct NewSection<'a> {
    /// Its title and tasks; none in a plan without sections.
    pub draft: Option<&'a SectionDraft>,
    /// Its rows.
    pub events: Vec<&'a EventDraft>,
}

impl NewSection<'_> {
    /// Its title; empty without one.
    pub fn title(&self) -> &str {
        self.draft
            .and_then(|section| section.title.as_deref())
            .unwrap_or_default()
    }
}

/// The sections of a paper, and doubts about them. A file needs a title for every section: rows that the paper has
/// outside of all titles go to the section that begins next to them.
pub fn of(draft: &PlanDraft) -> (Vec<NewSection<'_>>, Vec<String>) {
    let titled = |section: &SectionDraft| {
        let title = section.title.as_deref().unwrap_or_default();
        !title.trim().is_empty()
    };
    if !draft.sections.iter().any(titled) {
        let events = draft.events().collect();
        return (
            vec![NewSection {
                draft: None,
                events,
            }],
            Vec::new(),
        );
    }
    let mut sections: Vec<NewSection<'_>> = Vec::new();
    let mut waiting: Vec<&EventDraft> = Vec::new();
    let mut doubts = Vec::new();
    for section in &draft.sections {
        if titled(section) {
            let mut events = std::mem::take(&mut waiting);
            events.extend(&section.events);
            sections.push(NewSection {
                draft: Some(section),
                events,
            });
            continue;
        }
        for event in &section.events {
            doubts.push(format!(
                "в документе строка стоит вне разделов, в файле она в соседнем разделе ({})",
                event.at
            ));
        }
        match sections.last_mut() {
            Some(last) => last.events.extend(&section.events),
            None => waiting.extend(&section.events),
        }
    }
    (sections, doubts)
}

/// For each section of the paper the section of the file that it is. `old` are the titles of the file; `pairs` are those
/// of the rows in the order of the paper, `homes` the sections of the file's rows.
pub fn pairs(
    old: &[String],
    new: &[NewSection<'_>],
    pairs: &[Option<Pair>],
    homes: &[Option<usize>],
) -> Vec<Option<usize>> {
    let weights = Weights::new(
        old.iter()
            .map(String::as_str)
            .chain(new.iter().map(NewSection::title)),
    );
    let mut candidates = Vec::new();
    let mut first = 0;
    for (at, section) in new.iter().enumerate() {
        let rows = &pairs[first..first + section.events.len()];
        first += section.events.len();
        for (home, title) in old.iter().enumerate().filter(|_| section.draft.is_some()) {
            let votes = rows
                .iter()
                .flatten()
                .filter(|pair| homes.get(pair.old) == Some(&Some(home)))
                .count();
            let share = votes as f64 / section.events.len().max(1) as f64;
            let same = plain(title) == plain(section.title());
            let alike = weights.likeness(&told(title), &told(section.title()));
            if same || alike >= 0.8 || (alike + share) >= 1.0 {
                let score = (f64::from(u8::from(same)) * 2.0 + alike + share) * 10_000.0;
                candidates.push((-(score as i64), home.abs_diff(at), at, home));
            }
        }
    }
    candidates.sort_unstable();
    let mut found = vec![None; new.len()];
    for (_, _, at, home) in candidates {
        if found[at].is_none() && !found.contains(&Some(home)) {
            found[at] = Some(home);
        }
    }
    found
}
