//! Cells that were understood before: of the hundreds of thousands of cells of a country most say what another district
//! has said already. Such a cell is read once and kept once.

use std::sync::{Mutex, PoisonError};

use rustc_hash::FxHashMap;
use xxhash_rust::xxh3::xxh3_64;

use crate::content::meaning::{self, Names};
use crate::model::plan::deadline::Deadline;
use crate::model::plan::indicator::Indicator;
use crate::model::plan::period::Period;
use crate::model::plan::responsible::Responsible;

/// How many meanings of the same words are told apart; more are rare and kept as they are.
const MEANINGS: usize = 32;

/// Parts of a set, so that threads seldom wait for each other.
const PARTS: usize = 16;

/// Cells understood so far. What a cell means does not depend on whether it was met before.
#[derive(Default)]
pub struct Known {
    deadlines: Cells<(Period, Deadline)>,
    indicators: Cells<Indicator>,
    responsible: Cells<Responsible>,
}

impl Known {
    /// See [`meaning::deadline`].
    pub fn deadline(&self, cell: &str, period: &Period) -> Deadline {
        let same = |(of, known): &(Period, Deadline)| of == period && known.verbatim == cell;
        let read = || (*period, meaning::deadline(cell, period));
        self.deadlines.found(cell, same, read).1
    }

    /// See [`meaning::indicator`].
    pub fn indicator(&self, cell: &str) -> Indicator {
        let same = |known: &Indicator| known.verbatim == cell;
        self.indicators
            .found(cell, same, || meaning::indicator(cell))
    }

    /// See [`meaning::responsible`]. Who is meant, the names of the territory say, so every cell is read.
    pub fn responsible(&self, cell: &str, names: &Names<'_>) -> Responsible {
        let read = meaning::responsible(cell, names);
        let same = |known: &Responsible| *known == read;
        self.responsible.found(cell, same, || read.clone())
    }
}

/// Cells of one kind by the hashes of their words.
struct Cells<T>([Mutex<FxHashMap<u64, Vec<T>>>; PARTS]);

impl<T> Default for Cells<T> {
    fn default() -> Self {
        Cells(std::array::from_fn(|_| Mutex::default()))
    }
}

impl<T: Clone> Cells<T> {
    /// The known cell of these words that is the same, else a new one.
    fn found(&self, words: &str, same: impl Fn(&T) -> bool, new: impl FnOnce() -> T) -> T {
        let hash = xxh3_64(words.as_bytes());
        let part = &self.0[hash as usize % PARTS];
        let known = || part.lock().unwrap_or_else(PoisonError::into_inner);
        let found = |all: &Vec<T>| all.iter().find(|one| same(one)).cloned();
        let before = known().get(&hash).and_then(found);
        before.unwrap_or_else(|| {
            let new = new();
            let mut known = known();
            let all = known.entry(hash).or_default();
            if all.len() < MEANINGS {
                all.push(new.clone());
            }
            new
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::plan::responsible::Directory;

    #[test]
    fn equal_cells_are_one_and_others_stay() {
        let known = Known::default();
        let cells = ["100 % школ", "100 % школ", "5 встреч"].map(|cell| known.indicator(cell));
        assert!(std::ptr::eq(&*cells[0], &*cells[1]));
        assert_eq!(cells[2], meaning::indicator("5 встреч"));
    }

    #[test]
    fn the_same_words_of_another_year_are_another_time() {
        let known = Known::default();
        for year in [2024, 2025, 2024] {
            let period = Period::calendar_year(year);
            let read = known.deadline("май", &period);
            assert_eq!(read, meaning::deadline("май", &period));
        }
    }

    #[test]
    fn the_same_words_in_another_place_are_other_people() {
        let known = Known::default();
        let own = Directory {
            people: vec![("Иванова А.А.".to_owned(), "ivanova-a-a".to_owned())],
            ..Directory::default()
        };
        for directory in [Directory::default(), own, Directory::default()] {
            let names = Names::new(&directory);
            let read = known.responsible("Иванова А.А.", &names);
            assert_eq!(read, meaning::responsible("Иванова А.А.", &names));
        }
    }
}
