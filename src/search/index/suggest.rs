//! Titles offered while somebody types: a small file for each first letter, and for each longer beginning where one file
//! would grow too long.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::search::analysis::{Analyzer, words as spoken};
use crate::search::index::batch::Hint;

/// How many offers files hold.
#[derive(Debug, Clone, Copy)]
pub struct Full {
    /// At most.
    pub most: usize,
    /// When the file is cut further: as many as are shown at once.
    pub first: usize,
    /// Where it cannot be cut further.
    pub last: usize,
}

/// Beginnings are not cut further than this.
const DEEPEST: usize = 5;

/// A file of offers.
#[derive(Debug, Serialize)]
struct Node<'a> {
    /// Offers: title, kind, address, place.
    o: Vec<(&'a str, &'static str, &'a str, &'a str)>,
    /// Files of longer beginnings.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    n: BTreeMap<String, String>,
}

/// All files of offers, name and content, and the names by first letter.
#[derive(Debug, Default)]
pub struct Suggestions {
    /// Files.
    pub files: Vec<(String, String)>,
    /// File of each first letter.
    pub letters: BTreeMap<String, String>,
}

/// Makes the files. Each title is offered under the beginning of each of its words.
pub fn of(
    mut ordered: Vec<&Hint>,
    analyzer: &Analyzer,
    full: Full,
    name: &dyn Fn(&str) -> String,
) -> Suggestions {
    ordered.sort();
    ordered.dedup_by(|a, b| a.address == b.address);
    let mut words: Vec<(String, usize)> = Vec::new();
    for (index, hint) in ordered.iter().enumerate() {
        let spoken = spoken(&hint.label);
        for token in analyzer.tokens(&hint.label) {
            if let Some(word) = spoken.get(token.at).filter(|_| !token.stop) {
                words.push((word.text.clone(), index));
            }
        }
    }
    words.sort();
    words.dedup();
    let mut suggestions = Suggestions::default();
    let maker = Maker {
        hints: ordered,
        full,
        name,
    };
    suggestions.letters = maker.nodes(&words, 1, &mut suggestions.files);
    suggestions
}

struct Maker<'a> {
    hints: Vec<&'a Hint>,
    full: Full,
    name: &'a dyn Fn(&str) -> String,
}

impl Maker<'_> {
    /// Files for the beginnings of `depth` letters.
    fn nodes(
        &self,
        words: &[(String, usize)],
        depth: usize,
        files: &mut Vec<(String, String)>,
    ) -> BTreeMap<String, String> {
        let beginning = |word: &str| -> Option<String> {
            let start: String = word.chars().take(depth).collect();
            (start.chars().count() == depth).then_some(start)
        };
        let mut names = BTreeMap::new();
        for group in words.chunk_by(|a, b| beginning(&a.0) == beginning(&b.0)) {
            let Some(start) = group.first().and_then(|word| beginning(&word.0)) else {
                continue;
            };
            let mut offered: Vec<usize> = group.iter().map(|(_, index)| *index).collect();
            // A title that begins with the letters stands before one that has them inside.
            offered.sort_unstable();
            offered.dedup();
            offered.sort_by_cached_key(|index| {
                let beginning: String = self.hints[*index].label.chars().take(depth).collect();
                (beginning.to_lowercase() != start, *index)
            });
            let deeper = if offered.len() > self.full.most && depth < DEEPEST {
                offered.truncate(self.full.first);
                self.nodes(group, depth + 1, files)
            } else {
                offered.truncate(self.full.last);
                BTreeMap::new()
            };
            let node = Node {
                o: offered
                    .iter()
                    .map(|index| self.hints[*index])
                    .map(|hint| {
                        (
                            hint.label.as_str(),
                            hint.kind.code(),
                            hint.address.as_str(),
                            hint.place.as_str(),
                        )
                    })
                    .collect(),
                n: deeper,
            };
            let text = serde_json::to_string(&node).unwrap_or_default();
            let file = (self.name)(&text);
            files.push((file.clone(), text));
            names.insert(start, file);
        }
        names
    }
}
