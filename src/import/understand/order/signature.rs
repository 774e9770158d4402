//! Who signed an order: post and name below the last point, on one line or on several.

use crate::import::understand::draft::{OrderDraft, Text};
use crate::import::understand::flow::Line;
use crate::import::understand::letters;
use crate::import::understand::people::names;

/// How many lines a signature takes at most, blank ones not counted.
const LINES: usize = 5;

/// True when the lines begin with a signature. A list of people inside a point has a post after the name, a signature
/// before it.
pub fn begins(lines: &[Line], after_points: bool) -> bool {
    after_points && parts(lines).is_some()
}

/// Reads the signature that begins at a line, blank lines skipped.
pub fn read(lines: &mut [Line], from: usize, order: &mut OrderDraft) {
    let Some(start) = (from..lines.len()).find(|at| !lines[*at].is_blank()) else {
        return;
    };
    let Some((post, name, taken)) = parts(&lines[start..]) else {
        return;
    };
    let at = lines[start].at.clone();
    order.signatory_post = (!post.is_empty()).then(|| Text {
        words: post,
        at: at.clone(),
    });
    order.signatory = Some(Text { words: name, at });
    for line in &mut lines[start..start + taken] {
        line.used = true;
    }
}

/// Post, name and how many lines they take.
fn parts(lines: &[Line]) -> Option<(String, String, usize)> {
    let mut post: Vec<&str> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if line.is_blank() {
            continue;
        }
        let words = line.words.trim_matches(['_', ' ', '\t']);
        if post.len() >= LINES
            || line.number.is_some()
            || letters::item_mark(words).is_some()
            || line.used
        {
            return None;
        }
        if names::is_person(words) {
            let told = post.join("\n");
            return (!post.is_empty()).then(|| (told, words.to_owned(), at + 1));
        }
        if let Some(start) = name_at_end(words) {
            post.push(words[..start].trim_matches([' ', '_', '\t', '\u{a0}']));
            return Some((post.join("\n"), words[start..].to_owned(), at + 1));
        }
        let sentence = words.ends_with(['.', ';', ':', ',']) || letters::words(words).len() > 14;
        if sentence || !words.starts_with(|c: char| c.is_alphabetic()) {
            return None;
        }
        post.push(words);
    }
    None
}

/// Where a name begins that ends the line after a wide gap or a line to sign on.
fn name_at_end(words: &str) -> Option<usize> {
    if words.len() > 600 {
        return None;
    }
    words
        .char_indices()
        .skip(1)
        .filter(|(_, c)| c.is_uppercase())
        .map(|(at, _)| at)
        .find(|at| {
            let before = &words[..*at];
            let gap =
                before.ends_with("  ") || before.ends_with(['\t', '_']) || before.ends_with("_ ");
            let post = letters::words(before).len() <= 14 && !before.trim().is_empty();
            let office = [
                "начальник",
                "министр",
                "директор",
                "заведующ",
                "глава",
                "председател",
                "руководител",
                "и.о",
                "врио",
                "заместител",
                "ио ",
            ]
            .iter()
            .any(|stem| letters::fold(before).starts_with(stem));
            post && (gap || (office && before.ends_with(' ')))
                && names::is_person(&words[*at..])
                && !before.trim_end().ends_with(',')
        })
}
