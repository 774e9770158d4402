//! Mistakes that editors make, over every kind of file: each gives one message at its place, in Russian, with a remedy.
//! The tables beside this file hold them; what `portal check --fix` does with them is tested here, too.

mod bytes;
mod case;
mod chance;
mod fixing;
mod keys;
mod markdown;
mod notation;
mod places;
mod references;
mod tables;
mod values;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use rayon::prelude::*;
use shnor_portal::diag::{Diagnostic, show};

use self::case::{Mistake, file};
use crate::harness::Content;

/// Every table of mistakes.
fn all() -> impl Iterator<Item = &'static Mistake> {
    [
        notation::CASES,
        keys::CASES,
        tables::CASES,
        values::CASES,
        references::CASES,
        places::CASES,
        bytes::CASES,
        markdown::CASES,
    ]
    .into_iter()
    .flatten()
}

fn told((place, problem): &(String, Diagnostic)) -> String {
    format!("{} {} {}", file(place), problem.code.id, problem.message)
}

/// Problems by what is said and how often.
type Known = BTreeMap<String, usize>;

/// What the content is warned of that a mistake is made in; counted once for a file.
fn known(mistake: &Mistake) -> Arc<Known> {
    static COUNTED: Mutex<BTreeMap<&str, Arc<Known>>> = Mutex::new(BTreeMap::new());
    if let Some(known) = COUNTED
        .lock()
        .expect("no test panics here")
        .get(mistake.file())
    {
        return Arc::clone(known);
    }
    let mut known = Known::new();
    for problem in mistake.sound().problems() {
        *known.entry(told(&problem)).or_default() += 1;
    }
    let known = Arc::new(known);
    let mut counted = COUNTED.lock().expect("no test panics here");
    counted.insert(mistake.file(), Arc::clone(&known));
    known
}

/// Problems of changed content that the content did not have before.
fn fresh(before: &Known, content: &Content) -> Vec<(String, Diagnostic)> {
    let mut known = before.clone();
    content
        .problems()
        .into_iter()
        .filter(|problem| match known.get_mut(&told(problem)) {
            Some(left) if *left > 0 => {
                *left -= 1;
                false
            }
            _ => true,
        })
        .collect()
}

#[test]
fn each_mistake_of_an_editor_has_one_message_at_its_place() {
    let cases: Vec<&Mistake> = all().collect();
    assert!(cases.len() >= 90, "{}", cases.len());
    let wrong: Vec<String> = cases
        .par_iter()
        .filter_map(|mistake| {
            let content = mistake.made();
            let found = fresh(&known(mistake), &content);
            let why = mistake.refuse(&content, &found)?;
            let problems: Vec<Diagnostic> = found.into_iter().map(|(_, problem)| problem).collect();
            let shown = show::text(&problems, &content.sources(), false);
            Some(format!("### {mistake:?}\n{why}\n{shown}"))
        })
        .collect();
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        cases.len(),
        wrong.join("\n\n")
    );
}
