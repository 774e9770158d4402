//! Edits that nobody meant: a few hundred chance slips in real files. None may stop the program, none may bury the
//! editor under messages.

use std::borrow::Cow;

use rayon::prelude::*;
use shnor_portal::content;
use shnor_portal::diag::Diagnostic;
use shnor_portal::files::sources::{SourceFile, SourceId};

use crate::harness::Content;

/// How many slips are made in each file.
const SLIPS: usize = 8;

/// The most messages that one slip may cost.
const MOST: usize = 4;

/// A row of numbers that is the same on every run.
struct Chance(u64);

impl Chance {
    fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % below.max(1) as u64) as usize
    }
}

/// Characters that fingers, phones and Word leave behind.
const STRAY: &[char] = &[
    '"', '\'', '“', '”', '«', '»', '=', ':', ',', ';', '.', '[', ']', '{', '}', '(', ')', '#', '+',
    '-', '—', '<', '>', '\\', '|', '*', '`', ' ', '\t', '\n', '\u{a0}', '\u{200b}', 'а', 'x', '1',
    '0', '\u{7}', '\r',
];

/// One slip in a text.
fn slip(text: &str, chance: &mut Chance) -> String {
    let letters: Vec<char> = text.chars().collect();
    let at = chance.next(letters.len().saturating_sub(1));
    let mut out = letters.clone();
    match chance.next(7) {
        0 => {
            out.remove(at);
        }
        1 | 2 => out.insert(at, STRAY[chance.next(STRAY.len())]),
        3 => out.swap(at, at + 1),
        4 => out[at] = STRAY[chance.next(STRAY.len())],
        5 => {
            // A line is joined to the one above.
            if let Some(end) = letters[at..].iter().position(|c| *c == '\n') {
                out.remove(at + end);
            }
        }
        _ => {
            // A line is lost.
            let start = letters[..at]
                .iter()
                .rposition(|c| *c == '\n')
                .map_or(0, |found| found + 1);
            let end = letters[at..]
                .iter()
                .position(|c| *c == '\n')
                .map_or(letters.len(), |found| at + found + 1);
            out.drain(start..end);
        }
    }
    out.into_iter().collect()
}

fn read(path: &str, text: &str) -> Vec<Diagnostic> {
    let file = SourceFile::new(path, text.as_bytes());
    content::file(SourceId(0), &file).1
}

/// Why a message is no use to an editor; none when it is.
fn useless(problem: &Diagnostic, text: &str) -> Option<&'static str> {
    let russian = |words: &str| words.chars().any(|c| ('а'..='я').contains(&c));
    let words = problem
        .help
        .iter()
        .chain([&problem.message, &problem.label]);
    let english = [
        "expected",
        "invalid",
        "unexpected",
        "duplicate",
        "TOML parse",
    ];
    if problem.span.range().end > text.len() {
        return Some("stands behind the end");
    }
    if !text.is_char_boundary(problem.span.range().start) {
        return Some("stands inside a letter");
    }
    if !russian(&problem.message) {
        return Some("is not in Russian");
    }
    if problem.help.is_empty() || !problem.help.iter().all(|help| russian(help)) {
        return Some("has no remedy");
    }
    let mut words = words;
    words
        .any(|said| english.iter().any(|word| said.contains(word)))
        .then_some("speaks of TOML in English")
}

#[test]
fn chance_slips_are_survived_and_cost_few_messages() {
    let sources = Content::real().sources();
    let files: Vec<(&str, Cow<'_, str>)> = sources
        .iter()
        .filter_map(|(_, file)| Some((file.path.as_str(), file.text()?)))
        .collect();
    let wrong: Vec<String> = files
        .par_iter()
        .enumerate()
        .flat_map_iter(|(index, (path, text))| {
            let mut chance = Chance(0x9E37_79B9_7F4A_7C15 ^ (index as u64 + 1));
            let before = read(path, text).len();
            (0..SLIPS).filter_map(move |_| {
                let spoilt = slip(text, &mut chance);
                let found = read(path, &spoilt);
                let why = found.iter().find_map(|problem| {
                    Some(format!(
                        "«{}» {}",
                        problem.message,
                        useless(problem, &spoilt)?
                    ))
                });
                let many = (found.len() > before + MOST).then(|| {
                    let said: Vec<String> = found
                        .iter()
                        .map(|problem| format!("{} {}", problem.code.id, problem.message))
                        .collect();
                    format!("{} messages: {}", found.len(), said.join(" / "))
                });
                let what = why.or(many)?;
                let line = text
                    .lines()
                    .zip(spoilt.lines())
                    .find(|(a, b)| a != b)
                    .map_or("", |(_, b)| b);
                Some(format!("{path}: {what}\n   at {line:.100}"))
            })
        })
        .collect();
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
}

/// Files cut at every tenth letter, as an interrupted copy leaves them.
#[test]
fn files_cut_anywhere_are_survived() {
    let sources = Content::real().sources();
    let files: Vec<_> = sources.iter().step_by(7).collect();
    files.par_iter().for_each(|(_, file)| {
        let Some(text) = file.text() else { return };
        let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).step_by(211).collect();
        for end in ends {
            let cut = &text[..end];
            for problem in read(&file.path, cut) {
                assert_eq!(
                    useless(&problem, cut),
                    None,
                    "{} cut at {end}: {}",
                    file.path,
                    problem.message
                );
            }
        }
    });
}
