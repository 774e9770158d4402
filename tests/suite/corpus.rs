//! The generated corpus: content of the portal in every respect, and the same every time.

use std::collections::{BTreeMap, BTreeSet};

use shnor_portal::files::disk::read_tree;

use crate::harness::Content;

#[path = "../corpus/mod.rs"]
mod generator;

use generator::seeds::Seeds;
use generator::{File, everything_of, files_of};

const MUNICIPALITIES: usize = 12;

const SEED: u64 = 1;

fn seeds() -> Seeds {
    let sources =
        read_tree(std::path::Path::new("content")).expect("the repository has its content");
    let texts: BTreeMap<String, String> = sources
        .iter()
        .filter_map(|(_, file)| Some((file.path.clone(), file.text()?.into_owned())))
        .collect();
    Seeds::new(&texts)
}

/// The texts of so many invented municipalities.
fn texts(municipalities: usize) -> Vec<File> {
    let seeds = seeds();
    (0..municipalities)
        .flat_map(|number| files_of(&seeds, SEED, number))
        .collect()
}

#[test]
fn generated_content_has_no_errors() {
    let errors: Vec<String> = content_of(MUNICIPALITIES)
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
fn warnings_are_those_of_the_few_who_write_as_the_documents_are_printed() {
    let warned: BTreeSet<String> = content_of(MUNICIPALITIES)
        .problems()
        .into_iter()
        .filter_map(|(place, _)| {
            let (_, inside) = place.strip_prefix("101-")?.split_once('/')?;
            Some(inside.split('/').next()?.to_owned())
        })
        .collect();
    assert_eq!(warned.len(), 1, "{warned:?}");
}

#[test]
fn a_municipality_has_everything_that_a_portal_shows() {
    let files = texts(MUNICIPALITIES);
    let of = |folder: &str| {
        let inside = |path: &str| path.split('/').count() == 4 && path.contains(folder);
        files.iter().filter(|(path, _)| inside(path)).count() / MUNICIPALITIES
    };
    assert_eq!(
        (
            of("/plans/"),
            of("/practices/"),
            of("/news/"),
            of("/documents/")
        ),
        (3, 10, 12, 4)
    );
    assert!(of("/sections/") >= 3);
    for (path, text) in files
        .iter()
        .filter(|(path, _)| path.ends_with("/schools.toml"))
    {
        let schools = text.matches("[[school]]").count();
        let expected = if path.split('/').count() == 3 { 10 } else { 3 };
        assert_eq!(schools, expected, "{path}");
    }
    let seeds = seeds();
    let all = (0..MUNICIPALITIES).flat_map(|number| everything_of(&seeds, SEED, number));
    assert_eq!(all.filter(|(path, _)| path.ends_with(".png")).count(), 3);
}

#[test]
fn every_municipality_has_three_plans_of_about_fifty_events() {
    let files = texts(MUNICIPALITIES);
    let plans: Vec<usize> = files
        .iter()
        .filter(|(path, _)| path.contains("/plans/"))
        .map(|(_, text)| text.matches("[[section.event]]").count())
        .collect();
    // Three of each municipality and of the region.
    assert_eq!(plans.len(), (MUNICIPALITIES + 1) * 3);
    assert!(
        plans.iter().all(|events| (46..=54).contains(events)),
        "{plans:?}"
    );
}

#[test]
fn the_same_order_gives_the_same_files_and_a_larger_one_begins_with_them() {
    let small = texts(MUNICIPALITIES);
    let again = texts(MUNICIPALITIES);
    assert_eq!(small, again);
    let larger: Vec<_> = texts(MUNICIPALITIES + 1)
        .into_iter()
        .take(small.len())
        .collect();
    assert_eq!(small, larger);
}

#[test]
fn nothing_is_left_of_real_names_and_blanks() {
    let names = ["Нетесов", "Жигаловск", "Первомайск", "Зиминск", "Кемск"];
    for (path, text) in texts(MUNICIPALITIES) {
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
    let seeds = seeds();
    for (path, bytes) in (0..municipalities).flat_map(|n| everything_of(&seeds, SEED, n)) {
        content.put(&path, bytes);
    }
    content
}
