//! Hovers and marks of mistakes in editors: the schemas kept with the content are those of the program, and every file
//! of the content has one.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use shnor_portal::desk::schema;
use shnor_portal::files::disk::read_tree;

#[test]
fn the_schemas_kept_with_the_content_are_those_of_the_program() {
    let mut kept: BTreeSet<String> = fs::read_dir("content/.schema")
        .expect("the folder is there")
        .map(|entry| {
            let name = entry.expect("readable").file_name();
            name.to_string_lossy().into_owned()
        })
        .collect();
    for file in schema::files() {
        let path = format!("content/.schema/{}", file.name);
        let text = fs::read_to_string(&path).unwrap_or_default();
        assert!(text == file.text, "{path} is old: run «portal schema»");
        kept.remove(&file.name);
    }
    assert!(kept.is_empty(), "nobody makes {kept:?}");
}

#[test]
fn schemas_are_no_content() {
    let sources = read_tree(Path::new("content")).expect("the content");
    assert!(
        sources
            .iter()
            .all(|(_, file)| !file.path.contains(".schema"))
    );
}

/// Pairs of a schema and a pattern of paths, as the settings of both programs name them.
fn associations() -> [Vec<(String, String)>; 2] {
    let read = |path: &str| -> toml::Table {
        let text = fs::read_to_string(path).expect("readable");
        text.parse()
            .unwrap_or_else(|error| panic!("{path}: {error}"))
    };
    let text = |value: &toml::Value| value.as_str().expect("a text").to_owned();
    let pairs = |list: &toml::Value, path: &dyn Fn(&toml::Value) -> String| {
        let rules = list.as_array().expect("a list");
        rules
            .iter()
            .map(|rule| (path(rule), text(&rule["include"][0])))
            .collect()
    };
    let (taplo, tombi) = (read(".taplo.toml"), read(".tombi.toml"));
    [
        pairs(&taplo["rule"], &|rule| text(&rule["schema"]["path"])),
        pairs(&tombi["schemas"], &|rule| text(&rule["path"])),
    ]
}

#[test]
fn editors_find_the_schema_of_every_kind_of_file() {
    let expected: Vec<(String, String)> = schema::KINDS
        .iter()
        .map(|kind| {
            (
                format!("content/.schema/{}.json", kind.name),
                format!("content/{}", kind.place),
            )
        })
        .collect();
    for found in associations() {
        assert_eq!(found, expected);
    }
}

#[test]
fn every_toml_file_of_the_content_has_one_schema() {
    let sources = read_tree(Path::new("content")).expect("the content");
    for (_, file) in sources
        .iter()
        .filter(|(_, file)| file.extension() == "toml")
    {
        let fitting: Vec<&str> = schema::KINDS
            .iter()
            .filter(|kind| fits(kind.place, &file.path))
            .map(|kind| kind.name)
            .collect();
        assert_eq!(fitting.len(), 1, "{}: {fitting:?}", file.path);
    }
}

/// Whether a path is meant by a pattern with `*` for one name and `**` for any folders.
fn fits(pattern: &str, path: &str) -> bool {
    let (pattern, path): (Vec<&str>, Vec<&str>) =
        (pattern.split('/').collect(), path.split('/').collect());
    fits_parts(&pattern, &path)
}

fn fits_parts(pattern: &[&str], path: &[&str]) -> bool {
    match (pattern, path) {
        ([], []) => true,
        (["**", rest @ ..], _) => (0..=path.len()).any(|skip| fits_parts(rest, &path[skip..])),
        ([one, rest @ ..], [name, names @ ..]) => {
            let same = match one.split_once('*') {
                Some((start, end)) => name.starts_with(start) && name.ends_with(end),
                None => one == name,
            };
            same && fits_parts(rest, names)
        }
        _ => false,
    }
}
