//! Where the words of the glossary stand in the plans. Every cell is read once for all words together.
//! Only whole words count: «МО» is not found inside «МОУО». As in [`crate::render::agenda`], what is read once holds
//! places of events and not the events.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::place::territory::Territory;
use crate::model::plan::roadmap::{Event, Roadmap};
use crate::model::portal::Portal;
use crate::model::reference::Term;
use crate::render::agenda::{EventPlace, Promise};
use crate::text::russian;
use crate::text::russian::is_word_char;

/// The events that use each term, in the order of the portal's terms.
pub struct Usage {
    by_term: Vec<Vec<EventPlace>>,
}

/// The events of one plan that use a term.
pub struct Found<'a> {
    /// Whose plan.
    pub territory: &'a Territory,
    /// The plan.
    pub plan: &'a Roadmap,
    /// The events, in the order of the plan.
    pub events: Vec<&'a Event>,
}

/// First word of a form → the terms it may belong to and the form's other words.
type Forms = BTreeMap<String, Vec<(usize, Vec<String>)>>;

impl Usage {
    /// Reads all plans of a portal.
    pub fn new(portal: &Portal) -> Self {
        let forms = forms(&portal.terms);
        let mut by_term: Vec<Vec<EventPlace>> = portal.terms.iter().map(|_| Vec::new()).collect();
        for (place, event) in EventPlace::all(portal) {
            for term in terms_of(event, &forms) {
                by_term[term].push(place);
            }
        }
        Usage { by_term }
    }

    /// Where the term with this number is used in the portal it was read from.
    pub fn of<'a>(&self, portal: &'a Portal, term: usize) -> Vec<Found<'a>> {
        let mut uses: Vec<Found<'a>> = Vec::new();
        for place in self.by_term.get(term).into_iter().flatten() {
            let Promise {
                territory,
                plan,
                event,
            } = place.promise(portal);
            match uses.last_mut() {
                Some(last) if std::ptr::eq(last.plan, plan) => last.events.push(event),
                _ => uses.push(Found {
                    territory,
                    plan,
                    events: vec![event],
                }),
            }
        }
        uses
    }
}

fn forms(terms: &[Term]) -> Forms {
    let mut forms = Forms::new();
    for (index, term) in terms.iter().enumerate() {
        let written = term.abbr.iter().chain(&term.name).chain(&term.forms);
        for form in written.flat_map(|form| [form.clone(), russian::capitalized(form)]) {
            let mut words = words(&form).map(str::to_owned);
            let Some(first) = words.next() else { continue };
            let rest: Vec<String> = words.collect();
            let known = forms.entry(first).or_default();
            if !known.contains(&(index, rest.clone())) {
                known.push((index, rest));
            }
        }
    }
    forms
}

fn terms_of(event: &Event, forms: &Forms) -> BTreeSet<usize> {
    let cells = [
        Some(event.title.value.as_str()),
        event
            .deadline
            .as_ref()
            .map(|cell| cell.value.verbatim.as_str()),
        event
            .responsible
            .as_ref()
            .map(|cell| cell.value.verbatim.as_str()),
        event
            .indicator
            .as_ref()
            .map(|cell| cell.value.verbatim.as_str()),
        event
            .result
            .as_ref()
            .map(|cell| cell.value.verbatim.as_str()),
    ];
    let mut found = BTreeSet::new();
    for cell in cells.into_iter().flatten() {
        let words: Vec<&str> = words(cell).collect();
        for (at, word) in words.iter().enumerate() {
            for (term, rest) in forms.get(*word).into_iter().flatten() {
                if words[at + 1..]
                    .iter()
                    .zip(rest)
                    .filter(|(a, b)| a == b)
                    .count()
                    == rest.len()
                {
                    found.insert(*term);
                }
            }
        }
    }
    found
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !is_word_char(c))
        .filter(|word| !word.is_empty())
}
