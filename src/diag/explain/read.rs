//! Reads the files of explanations, which are inside the program, once.

use std::sync::LazyLock;

use include_dir::{Dir, include_dir};
use serde::Deserialize;

use crate::diag::codes::{self, Code};
use crate::diag::explain::explanation::{Explanation, Fragment, Kind, path_and_note};

static FILES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/diag/explain/codes");

static ALL: LazyLock<Vec<Explanation>> = LazyLock::new(|| {
    let explained = codes::ALL.iter().filter_map(|code| {
        let file = FILES.get_file(format!("{}.toml", anchor(code.id)))?;
        let text = file.contents_utf8().expect("our own files are UTF-8");
        Some(explanation(*code, text))
    });
    explained.collect()
});

/// A file of an explanation as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    kind: String,
    means: String,
    todo: Vec<String>,
    source: Option<String>,
    #[serde(default)]
    fix: bool,
    before: String,
    after: String,
}

/// Explanations of all codes, in the order of the codes.
pub fn all() -> &'static [Explanation] {
    &ALL
}

/// The explanation of a code.
pub fn of(code: Code) -> Option<&'static Explanation> {
    ALL.iter().find(|one| one.code == code)
}

/// The explanation of a code as somebody typed it: «П012», «п012», `P012` or `012`.
pub fn find(typed: &str) -> Option<&'static Explanation> {
    let typed = typed.trim().to_lowercase();
    let digits = typed.trim_start_matches(['п', 'p']);
    // One letter at most: «пп12» is no code.
    if typed.chars().count() > digits.chars().count() + 1 {
        return None;
    }
    ALL.iter()
        .find(|one| one.code.id.trim_start_matches('П') == digits)
}

/// The page of the portal where all codes are explained, from its root.
pub const PAGE: &str = "redaktor/oshibki/";

/// Where a code is explained on the portal, from its root: `redaktor/oshibki/#p012`.
pub fn address(code: Code) -> String {
    format!("{PAGE}#{}", anchor(code.id))
}

/// The place of a code on the page of errors, which never changes: `p012`.
pub fn anchor(code: &str) -> String {
    code.replace('П', "p")
}

fn explanation(code: Code, text: &str) -> Explanation {
    let written: Written = toml::from_str(text)
        .unwrap_or_else(|error| panic!("the explanation of {} is at fault: {error}", code.id));
    let kind = Kind::ALL.iter().find(|(_, name)| *name == written.kind);
    Explanation {
        code,
        kind: kind
            .unwrap_or_else(|| panic!("{}: no kind «{}»", code.id, written.kind))
            .0,
        means: written.means,
        todo: written.todo,
        source: written.source,
        fix: written.fix,
        before: fragments(&written.before),
        after: fragments(&written.after),
    }
}

/// Files of an example: each begins with a line `--- path`.
fn fragments(text: &str) -> Vec<Fragment> {
    let mut found: Vec<Fragment> = Vec::new();
    for line in text.split_inclusive('\n') {
        if let Some(head) = line.strip_prefix("--- ") {
            let (path, note) = path_and_note(head);
            found.push(Fragment {
                path: path.to_owned(),
                note: note.to_owned(),
                text: String::new(),
            });
        } else if let Some(last) = found.last_mut() {
            last.text.push_str(line);
        }
    }
    for fragment in &mut found {
        let kept = fragment.text.trim_end().len();
        fragment.text.truncate(kept);
        if !fragment.text.is_empty() {
            fragment.text.push('\n');
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_explained_and_every_explanation_has_its_code() {
        let missing: Vec<&str> = codes::ALL
            .iter()
            .filter(|code| of(**code).is_none())
            .map(|code| code.id)
            .collect();
        assert!(
            missing.is_empty(),
            "write src/diag/explain/codes/p….toml for {missing:?}"
        );
        let known: Vec<String> = codes::ALL
            .iter()
            .map(|code| format!("{}.toml", anchor(code.id)))
            .collect();
        let strange: Vec<String> = FILES
            .files()
            .map(|file| file.path().display().to_string())
            .filter(|name| !known.contains(name))
            .collect();
        assert!(strange.is_empty(), "no such codes: {strange:?}");
    }

    #[test]
    fn explanations_are_complete_sentences_and_codes_have_groups() {
        for one in all() {
            let id = one.code.id;
            let sentences = one.means.matches(['.', '?', '!']).count();
            assert!((2..=6).contains(&sentences), "{id}: {sentences} sentences");
            assert!(!one.todo.is_empty(), "{id}: nothing to do");
            let whole = one.todo.iter().chain([&one.means]);
            for text in whole {
                assert!(text.ends_with(['.', '!', '?']), "{id}: «{text}»");
            }
            assert!(
                crate::diag::explain::group(one.code).is_some(),
                "{id} has no group"
            );
            assert!(!one.before.is_empty() && !one.after.is_empty(), "{id}");
            // What judges words and facts says who asks for it.
            let judges = one.kind != Kind::Error;
            assert!(!judges || one.source.is_some(), "{id} has no source");
        }
    }

    #[test]
    fn a_code_is_found_however_it_was_typed() {
        let found = |typed: &str| find(typed).map(|one| one.code.id);
        for typed in ["П102", "п102", "P102", "p102", "102", " П102 "] {
            assert_eq!(found(typed), Some("П102"), "{typed}");
        }
        for typed in ["", "П", "П9", "пп102", "ошибка", "1022"] {
            assert_eq!(found(typed), None, "{typed}");
        }
    }
}
