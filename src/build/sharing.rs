//! Equal cells of all plans kept once: of the hundreds of thousands of cells of a country most say what another district
//! has said before.

use std::sync::{Mutex, PoisonError};

use rustc_hash::FxHashMap;
use xxhash_rust::xxh3::xxh3_64;

use crate::model::place::territory::Territory;
use crate::model::plan::deadline::DeadlineCell;
use crate::model::plan::indicator::IndicatorCell;
use crate::model::plan::responsible::ResponsibleCell;
use crate::model::shared::Shared;

/// How many cells with the same words and other meanings are told apart; more are rare and kept as they are.
const MEANINGS: usize = 32;

/// Parts of a pool, so that threads seldom wait for each other.
const PARTS: usize = 16;

/// Cells met so far.
#[derive(Default)]
pub struct Pool {
    deadlines: Cells<DeadlineCell>,
    responsible: Cells<ResponsibleCell>,
    indicators: Cells<IndicatorCell>,
}

impl Pool {
    /// Lets the plans of a territory hold cells that others hold already, where they are equal in words and meaning.
    pub fn share(&self, territory: &mut Territory) {
        let plans = territory.plans.iter_mut();
        let sections = plans.flat_map(|plan| &mut plan.sections);
        for event in sections.flat_map(|section| &mut section.events) {
            if let Some(cell) = &mut event.deadline {
                let words = hash(&cell.value.verbatim);
                self.deadlines.share(words, &mut cell.value);
            }
            if let Some(cell) = &mut event.responsible {
                let words = hash(&cell.value.verbatim);
                self.responsible.share(words, &mut cell.value);
            }
            for cell in event.indicator.iter_mut().chain(&mut event.result) {
                let words = hash(&cell.value.verbatim);
                self.indicators.share(words, &mut cell.value);
            }
        }
    }
}

fn hash(words: &str) -> u64 {
    xxh3_64(words.as_bytes())
}

/// Cells of one kind by the hashes of their words.
struct Cells<T>([Mutex<FxHashMap<u64, Vec<Shared<T>>>>; PARTS]);

impl<T> Default for Cells<T> {
    fn default() -> Self {
        Cells(std::array::from_fn(|_| Mutex::default()))
    }
}

impl<T: Clone + PartialEq> Cells<T> {
    fn share(&self, words: u64, cell: &mut Shared<T>) {
        let part = &self.0[words as usize % PARTS];
        let mut part = part.lock().unwrap_or_else(PoisonError::into_inner);
        let known = part.entry(words).or_default();
        match known.iter().find(|known| *known == cell) {
            Some(known) => *cell = known.clone(),
            None if known.len() < MEANINGS => known.push(cell.clone()),
            None => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Pool, hash};
    use crate::model::plan::deadline::{Deadline, DeadlineCell};

    fn cell(words: &str) -> Deadline {
        Deadline::from(DeadlineCell {
            verbatim: words.to_owned(),
            whens: Vec::new(),
        })
    }

    #[test]
    fn equal_cells_are_one_and_others_stay() {
        let pool = Pool::default();
        let mut cells = [cell("май"), cell("май"), cell("июнь")];
        for cell in &mut cells {
            pool.deadlines.share(hash(&cell.verbatim), cell);
        }
        let [first, second, third] = &cells;
        assert!(std::ptr::eq(&**first, &**second));
        assert_eq!((&*first.verbatim, &*third.verbatim), ("май", "июнь"));
    }
}
