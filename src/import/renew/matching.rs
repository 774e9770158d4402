//! Which row of the new paper is which row of the file: one to one, the surest pairs first. A wrong pair would show the
//! status of one measure at another, a missed one would lose it: what is not sure is paired and said to be not sure.

use std::collections::BTreeMap;

use crate::import::renew::row::Row;
use crate::import::renew::words::{Weights, Words, told};
use crate::model::plan::roadmap::ColumnRole;

/// Likeness from which a title is the same one with a slip or a word changed.
const SAME: f64 = 0.85;
/// Likeness below which titles are never paired by their words.
const LEAST: f64 = 0.45;
/// What likeness and surroundings must come to together.
const ENOUGH: f64 = 0.75;
/// How much surroundings add to likeness.
const AROUND: f64 = 0.25;

/// A row of the file that a row of the paper is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    /// Which row of the file.
    pub old: usize,
    /// False when a person should look whether it is the same measure.
    pub sure: bool,
}

/// For each row of the paper the row of the file that it is. The rows of the file from `gone` on left it earlier: only
/// the same title brings them back.
pub fn pairs(old: &[Row], new: &[Row], gone: usize) -> Vec<Option<Pair>> {
    let mut work = Matching {
        old,
        new,
        gone,
        found: vec![None; new.len()],
        taken: vec![false; old.len()],
    };
    work.same_titles();
    work.alike();
    work.between_neighbours();
    work.found
}

struct Matching<'a> {
    old: &'a [Row],
    new: &'a [Row],
    gone: usize,
    found: Vec<Option<Pair>>,
    taken: Vec<bool>,
}

/// A pair that may be, with what speaks for it.
struct Candidate {
    score: i64,
    /// How far apart the rows are, for pairs that are equally good.
    apart: usize,
    old: usize,
    new: usize,
    sure: bool,
}

impl Matching<'_> {
    /// Takes pairs, the best first, each row once.
    fn take(&mut self, mut candidates: Vec<Candidate>) {
        candidates.sort_by_key(|one| (-one.score, one.apart, one.new, one.old));
        for one in candidates {
            if self.found[one.new].is_none() && !self.taken[one.old] {
                self.taken[one.old] = true;
                self.found[one.new] = Some(Pair {
                    old: one.old,
                    sure: one.sure,
                });
            }
        }
    }

    fn same_titles(&mut self) {
        let (olds, news) = (by_title(self.old), by_title(self.new));
        let mut candidates = Vec::new();
        for (title, news) in &news {
            let olds = olds.get(title).map_or(&[][..], Vec::as_slice);
            for (rank, &old) in olds.iter().enumerate() {
                for (place, &new) in news.iter().enumerate() {
                    candidates.push(Candidate {
                        score: self.closeness(old, new),
                        apart: rank.abs_diff(place),
                        old,
                        new,
                        sure: true,
                    });
                }
            }
        }
        self.take(candidates);
        self.doubt_twins(&olds);
    }

    /// What speaks for a pair of one title.
    fn closeness(&self, old: usize, new: usize) -> i64 {
        let (one, other) = (&self.old[old], &self.new[new]);
        let same = |role| i64::from(one.cell(role) == other.cell(role));
        let left = old >= self.gone;
        8 * i64::from(one.section == other.section)
            + 6 * same(ColumnRole::Deadline)
            + 4 * same(ColumnRole::Responsible)
            + 4 * same(ColumnRole::Indicator)
            + 4 * same(ColumnRole::Result)
            + 4 * i64::from(one.number == other.number)
            + self.neighbours(old, new)
            - 100 * i64::from(left)
    }

    /// How many neighbours bear the same titles.
    fn neighbours(&self, old: usize, new: usize) -> i64 {
        let same = |old: Option<&Row>, new: Option<&Row>| match (old, new) {
            (Some(old), Some(new)) => i64::from(old.key() == new.key()),
            _ => 0,
        };
        let before = |at: usize| at.wrapping_sub(1);
        same(self.old.get(before(old)), self.new.get(before(new)))
            + same(self.old.get(old + 1), self.new.get(new + 1))
    }

    /// Of two rows alike in all but their places one is gone: which one, nobody can be sure of.
    fn doubt_twins(&mut self, olds: &BTreeMap<&str, Vec<usize>>) {
        for new in 0..self.new.len() {
            let Some(pair) = self.found[new] else {
                continue;
            };
            let chosen = self.closeness(pair.old, new);
            let rival = olds[self.new[new].key()]
                .iter()
                .any(|&old| !self.taken[old] && self.closeness(old, new) >= chosen);
            if rival {
                self.found[new] = Some(Pair {
                    sure: false,
                    ..pair
                });
            }
        }
    }

    /// Titles that were corrected, made longer or shorter.
    fn alike(&mut self) {
        let titles = self
            .old
            .iter()
            .chain(self.new)
            .map(|row| row.title.as_str());
        let weights = Weights::new(titles);
        let words = |rows: &[Row], free: Vec<usize>| -> Vec<(usize, Words)> {
            free.into_iter()
                .map(|at| (at, told(&rows[at].title)))
                .collect()
        };
        let olds = words(self.old, self.free_old());
        let mut candidates = Vec::new();
        for (new, new_words) in words(self.new, self.free_new()) {
            for (old, old_words) in &olds {
                let old = *old;
                let (one, other) = (&self.old[old], &self.new[new]);
                let likeness = weights.likeness(old_words, &new_words);
                let around = one.surroundings(other);
                if likeness < LEAST || likeness + AROUND * around < ENOUGH {
                    continue;
                }
                candidates.push(Candidate {
                    score: ((likeness + AROUND * around) * 10_000.0) as i64,
                    apart: old.abs_diff(new),
                    old,
                    new,
                    sure: likeness >= SAME || (likeness >= 0.7 && around >= 0.6),
                });
            }
        }
        self.take(candidates);
    }

    /// Titles written wholly anew: the row stands where it stood, between the same rows, and the rest of it is the same.
    fn between_neighbours(&mut self) {
        let mut candidates = Vec::new();
        for new in self.free_new() {
            for old in self.free_old() {
                if !self.stand_between(old, new) {
                    continue;
                }
                let around = self.old[old].surroundings(&self.new[new]);
                if around >= 0.7 {
                    candidates.push(Candidate {
                        score: (around * 10_000.0) as i64,
                        apart: old.abs_diff(new),
                        old,
                        new,
                        sure: false,
                    });
                }
            }
        }
        self.take(candidates);
    }

    /// True when the rows before and behind are each other, at least one of them being there.
    fn stand_between(&self, old: usize, new: usize) -> bool {
        let paired = |old: usize, new: usize| self.found[new].is_some_and(|pair| pair.old == old);
        let before = match (old.checked_sub(1), new.checked_sub(1)) {
            (Some(old), Some(new)) => paired(old, new),
            (None, None) => true,
            _ => false,
        };
        let last = (old + 1 == self.gone, new + 1 == self.new.len());
        let behind = match last {
            (false, false) => paired(old + 1, new + 1),
            (true, true) => true,
            _ => false,
        };
        before && behind && (new > 0 || !last.1)
    }

    fn free_new(&self) -> Vec<usize> {
        (0..self.new.len())
            .filter(|&new| self.found[new].is_none())
            .collect()
    }

    /// Rows that still stand in the file and are no pair's yet.
    fn free_old(&self) -> Vec<usize> {
        (0..self.gone).filter(|&old| !self.taken[old]).collect()
    }
}

fn by_title(rows: &[Row]) -> BTreeMap<&str, Vec<usize>> {
    let mut found: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate() {
        found.entry(row.key()).or_default().push(at);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::renew::row::Cells;

    /// Rows from «section|number|title|deadline|responsible».
    fn rows(lines: &[&str]) -> Vec<Row> {
        let row = |line: &&str| {
            let mut parts = line.split('|').map(str::to_owned);
            let section = parts.next().unwrap_or_default();
            let mut cells = Cells::default();
            for cell in &mut cells {
                *cell = parts.next().unwrap_or_default();
            }
            Row::new(&section, &cells)
        };
        lines.iter().map(row).collect()
    }

    /// «0 1? -»: the old row of each new one, a question mark where it is not sure.
    fn shown(old: &[&str], new: &[&str]) -> String {
        let (old, new) = (rows(old), rows(new));
        let words: Vec<String> = pairs(&old, &new, old.len())
            .into_iter()
            .map(|pair| match pair {
                Some(Pair { old, sure: true }) => old.to_string(),
                Some(Pair { old, sure: false }) => format!("{old}?"),
                None => "-".to_owned(),
            })
            .collect();
        words.join(" ")
    }

    const OLD: &[&str] = &[
        "Работа со школами|1.|Родительские собрания|апрель|Директора школ",
        "Работа со школами|2.|Курсы для учителей математики|май|Институт",
        "Работа со школами|3.|Выезд кураторов в школы района|июнь|Кураторы",
        "Анализ|4.|Анализ результатов ГИА-2023|август|Управление",
        "Анализ|5.|Анализ результатов ВПР-2023|август|Управление",
    ];

    #[test]
    fn rows_put_in_taken_out_and_numbered_anew_keep_their_pairs() {
        let mut new = OLD.to_vec();
        new.insert(
            1,
            "Работа со школами|2.|Совещание директоров|апрель|Управление",
        );
        assert_eq!(shown(OLD, &new), "0 - 1 2 3 4");
        new.remove(0);
        assert_eq!(shown(OLD, &new), "- 1 2 3 4");
        assert_eq!(shown(OLD, &[OLD[4], OLD[3], OLD[0]]), "4 3 0");
        assert_eq!(shown(OLD, &[OLD[4]]), "4");
    }

    #[test]
    fn a_corrected_title_is_the_same_row() {
        let new = [
            "Работа со школами|1|Родительские  собраниЯ.|апрель|Директора школ",
            "Анализ|2.|Курсы для учителей матиматики|июнь|Институт",
            "Работа со школами|3.|Выезд кураторов и методистов в школы района|июль|Кураторы",
        ];
        assert_eq!(shown(OLD, &new), "0 1 2");
    }

    #[test]
    fn a_title_written_anew_between_the_same_rows_is_doubtful() {
        let mut new = OLD.to_vec();
        new[1] = "Работа со школами|2.|Повышение квалификации педагогов|май|Институт";
        assert_eq!(shown(OLD, &new), "0 1? 2 3 4");
        new[1] = "Работа со школами|2.|Повышение квалификации педагогов|октябрь|Учителя";
        assert_eq!(shown(OLD, &new), "0 - 2 3 4");
    }

    #[test]
    fn twins_go_by_what_parts_them() {
        let old = [
            "|1|Семинар|апрель|А",
            "|2|Курсы|апрель|А",
            "|3|Семинар|май|А",
        ];
        let new = [
            "|1|Открытие|март|А",
            "|2|Семинар|апрель|А",
            "|3|Курсы|апрель|А",
            "|4|Семинар|май|А",
        ];
        assert_eq!(shown(&old, &new), "- 0 1 2");
        let same = ["|1|Семинар|апрель|А", "|2|Семинар|апрель|А"];
        assert_eq!(shown(&same, &same), "0 1");
        assert_eq!(shown(&same, &["||Семинар|апрель|А"]), "0?");
    }

    #[test]
    fn one_row_made_two_stays_with_the_nearer_half() {
        let old = ["|1|Родительские собрания и курсы для учителей математики|май|А"];
        let new = [
            "|1|Родительские собрания|май|А",
            "|2|Курсы для учителей математики|май|А",
        ];
        let found = shown(&old, &new);
        assert_eq!(found.matches('0').count(), 1, "{found}");
    }

    #[test]
    fn the_plan_of_another_year_has_other_rows() {
        let new = [
            "Работа со школами|1.|Родительские собрания|апрель|Директора школ",
            "Работа со школами|2.|Неделя открытых уроков|май|Институт",
            "Работа со школами|3.|Олимпиада для пятиклассников|июнь|Кураторы",
            "Анализ|4.|Опрос выпускников|август|Управление",
            "Анализ|5.|Итоговая конференция|август|Управление",
        ];
        assert_eq!(shown(OLD, &new), "0 - - - -");
    }
}
