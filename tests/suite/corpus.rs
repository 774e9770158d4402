//! The generated corpus: content of the portal in every respect, and the same every time.

use std::collections::BTreeMap;

use shnor_portal::files::disk::read_tree;

use crate::harness::Content;

#[path = "../corpus/mod.rs"]
mod generator;

use generator::seeds::Seeds;
use generator::{Order, files};

const ORDER: Order = Order {
    municipalities: 12,
    seed: 1,
};

fn seeds() -> Seeds {
    let sources =
        read_tree(std::path::Path::new("content")).expect("the repository has its content");
    let texts: BTreeMap<String, String> = sources
        .iter()
        .filter_map(|(_, file)| Some((file.path.clone(), file.text()?.into_owned())))
        .collect();
    Seeds::new(&texts)
}

#[test]
fn generated_content_has_no_errors() {
    let mut content = Content::real();
    for (path, text) in files(&seeds(), &ORDER) {
        content.put(&path, text);
    }
    let errors: Vec<String> = content
        .errors()
        .into_iter()
        .map(|(place, error)| format!("{place}: {}", error.message))
        .collect();
    assert!(
        errors.is_empty(),
        "{} errors, the first: {:#?}",
        errors.len(),
        &errors[..errors.len().min(20)]
    );
}

#[test]
fn every_municipality_has_three_plans_of_about_fifty_events() {
    let files: Vec<_> = files(&seeds(), &ORDER).collect();
    let plans: Vec<usize> = files
        .iter()
        .filter(|(path, _)| path.contains("/plans/"))
        .map(|(_, text)| text.matches("[[section.event]]").count())
        .collect();
    // Three of each municipality and one of the region.
    assert_eq!(plans.len(), ORDER.municipalities * 3 + 1);
    assert!(
        plans.iter().all(|events| (46..=54).contains(events)),
        "{plans:?}"
    );
}

#[test]
fn the_same_order_gives_the_same_files_and_a_larger_one_begins_with_them() {
    let small: Vec<_> = files(&seeds(), &ORDER).collect();
    let again: Vec<_> = files(&seeds(), &ORDER).collect();
    assert_eq!(small, again);
    let larger = Order {
        municipalities: 13,
        ..ORDER
    };
    let larger: Vec<_> = files(&seeds(), &larger).take(small.len()).collect();
    assert_eq!(small, larger);
}

#[test]
fn nothing_is_left_of_real_names_and_blanks() {
    let names = ["Нетесов", "Жигаловск", "Первомайск", "Зиминск", "Кемск"];
    for (path, text) in files(&seeds(), &ORDER) {
        let blank = text.chars().find(|c| ('\u{E000}'..='\u{F8FF}').contains(c));
        assert_eq!(blank, None, "{path}");
        for name in names {
            assert!(!text.contains(name), "{path}: {name}");
        }
    }
}

/// Content of some municipalities beside the repository's own.
pub fn content_of(municipalities: usize) -> Content {
    let mut content = Content::real();
    for (path, text) in files(
        &seeds(),
        &Order {
            municipalities,
            seed: 1,
        },
    ) {
        content.put(&path, text);
    }
    content
}
