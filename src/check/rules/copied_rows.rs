//! Rows of a plan are those of last year's plan or of a neighbour's, word for word (П422, warning).
//!
//! Why: measures copied without a look at the own schools are the commonest fault of such plans, and readers may know
//! what is really new. The portal's own rule: at least five rows and half of the plan, measure and indicator alike; years
//! and other figures do not count as words.
//!
//! Example: a plan for 2024 with 25 of 30 rows of the plan for 2023.

use std::hash::Hasher;

use rustc_hash::{FxHashMap, FxHasher};

use crate::diag::Diagnostic;
use crate::diag::codes;
use crate::model::place::territory::Territory;
use crate::model::plan::roadmap::{Event, Roadmap};
use crate::model::portal::Portal;
use crate::site::Site;
use crate::text::russian::{folded, is_letter};

/// Fewer rows than this may be alike by chance.
const LEAST: usize = 5;

/// A shorter row is a usual turn of speech: «Родительские собрания».
const LETTERS: usize = 40;

/// A plan with its territory.
type Place<'a> = (&'a Territory, &'a Roadmap);

/// Finds plans that are mostly copied.
pub fn check(portal: &Portal, _site: &Site, found: &mut Vec<Diagnostic>) {
    let all: Vec<Place<'_>> = portal
        .places()
        .flat_map(|place| place.plans.iter().map(move |plan| (place, plan)))
        .collect();
    let rows: Vec<Vec<u64>> = all.iter().map(|(_, plan)| rows(plan)).collect();
    let first = first_holders(&rows);
    for (index, place) in all.iter().enumerate() {
        let before = index
            .checked_sub(1)
            .filter(|before| all[*before].0.path == place.0.path);
        let same_as_before = before.map(|before| (before, shared(&rows[index], &rows[before])));
        let elsewhere = most_frequent(
            rows[index]
                .iter()
                .filter_map(|row| first.get(row).copied())
                .filter(|holder| all[*holder].0.path != place.0.path),
        );
        let candidates = [same_as_before, elsewhere].into_iter().flatten();
        let best = candidates
            .filter(|(_, count)| *count >= LEAST && *count * 2 >= rows[index].len())
            .max_by_key(|(_, count)| *count);
        found.extend(best.map(|(other, count)| copied(*place, all[other], count)));
    }
}

/// What makes a row: letters of the measure and of its indicator, as a number. Rows that say little are left out.
fn rows(plan: &Roadmap) -> Vec<u64> {
    plan.events().filter_map(row).collect()
}

fn row(event: &Event) -> Option<u64> {
    let indicator = event.indicator.as_ref().or(event.result.as_ref());
    let texts = [
        event.title.value.as_str(),
        indicator.map_or("", |cell| cell.value.verbatim.as_str()),
    ];
    let mut hasher = FxHasher::default();
    let mut letters = 0;
    for letter in texts.iter().flat_map(|text| text.chars()) {
        if is_letter(letter) {
            letters += 1;
            hasher.write_u32(u32::from(folded(letter)));
        }
    }
    (letters >= LETTERS).then(|| hasher.finish())
}

/// For each row the first plan that has it, so that a row all districts share is looked up once.
fn first_holders(rows: &[Vec<u64>]) -> FxHashMap<u64, usize> {
    let mut first = FxHashMap::default();
    for (index, rows) in rows.iter().enumerate() {
        for row in rows {
            first.entry(*row).or_insert(index);
        }
    }
    first
}

fn shared(rows: &[u64], others: &[u64]) -> usize {
    rows.iter().filter(|row| others.contains(row)).count()
}

fn most_frequent(holders: impl Iterator<Item = usize>) -> Option<(usize, usize)> {
    let mut counts: Vec<(usize, usize)> = Vec::new();
    for holder in holders {
        match counts.iter_mut().find(|(known, _)| *known == holder) {
            Some((_, count)) => *count += 1,
            None => counts.push((holder, 1)),
        }
    }
    counts.into_iter().max_by_key(|(_, count)| *count)
}

fn copied((territory, plan): Place<'_>, (other, model): Place<'_>, count: usize) -> Diagnostic {
    let all = plan.events().count();
    let whose = if territory.path == other.path {
        format!("прежнего плана ({})", model.period.words())
    } else {
        format!("плана {} ({})", other.names.of, model.period.words())
    };
    Diagnostic::warning(
        codes::COPIED_ROWS,
        plan.span,
        format!("{count} из {all} мероприятий слово в слово из {whose}"),
    )
    .related(model.span, "там же слова стоят здесь")
    .help("проверьте, что строки взяты из вашего приказа; если в нём напечатано так, оставьте как есть")
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::fixture::{brief, plan, portal, run_whole, territory, titled};
    use crate::model::plan::roadmap::{Event, Roadmap};

    const WORDS: [&str; 7] = ["один", "два", "три", "четыре", "пять", "шесть", "семь"];

    fn rows(words: &[&str], year: i16) -> Vec<Event> {
        let row = |(n, word): (usize, &&str)| {
            let title =
                format!("Проведение методического дня в школах района: {word} ({year} год)");
            titled(&format!("m{n:02}"), &title, 10)
        };
        words.iter().enumerate().map(row).collect()
    }

    fn of(year: i16, words: &[&str]) -> Roadmap {
        plan(year, rows(words, year))
    }

    #[test]
    fn rows_of_last_year_are_found() {
        let mut place = territory("04-altay");
        place.plans = vec![of(2023, &WORDS), of(2024, &WORDS[1..])];
        assert_eq!(
            brief(&run_whole(check, &portal([place]))),
            ["п422 2 6 из 6 мероприятий слово в слово из прежнего плана (2023 год)"]
        );
    }

    #[test]
    fn rows_of_a_neighbour_are_found_once() {
        let mut first = territory("04-altay/gornyy");
        first.plans = vec![of(2023, &WORDS)];
        let mut second = territory("04-altay/stepnoy");
        second.plans = vec![of(2023, &WORDS)];
        assert_eq!(
            brief(&run_whole(check, &portal([first, second]))),
            ["п422 2 7 из 7 мероприятий слово в слово из плана 04-altay/gornyy (2023 год)"]
        );
    }

    #[test]
    fn a_few_like_rows_and_short_ones_are_silent() {
        let mut place = territory("04-altay");
        place.plans = vec![of(2023, &WORDS[..4]), of(2024, &WORDS)];
        assert_eq!(brief(&run_whole(check, &portal([place.clone()]))), [""; 0]);
        let short = |year| {
            let titles = WORDS.map(|word| titled(word_id(word), "Родительские собрания", 10));
            plan(year, titles)
        };
        place.plans = vec![short(2023), short(2024)];
        assert_eq!(brief(&run_whole(check, &portal([place]))), [""; 0]);
    }

    fn word_id(word: &str) -> &'static str {
        let at = WORDS.iter().position(|known| *known == word);
        ["m1", "m2", "m3", "m4", "m5", "m6", "m7"][at.expect("a known word")]
    }
}
