//! Titles offered while somebody types: a small file for each first letter, and for each longer beginning where one file
//! would grow too long.

use std::collections::{BTreeMap, HashSet};
use std::mem::take;

use serde::Serialize;

use crate::search::analysis::{is_stop, words as words_of};
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
    /// Of neighbouring beginnings together: a country would have thousands of files with a few offers each. 0 when every
    /// beginning has a file of its own.
    pub together: usize,
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
pub fn of(mut ordered: Vec<&Hint>, full: Full, name: &dyn Fn(&str) -> String) -> Suggestions {
    ordered.sort();
    ordered.dedup_by(|a, b| a.address == b.address);
    let mut words: Vec<(String, usize)> = Vec::new();
    for (index, hint) in ordered.iter().enumerate() {
        let telling = words_of(&hint.label).into_iter();
        let telling = telling.filter(|word| !is_stop(&word.text));
        words.extend(telling.map(|word| (word.text, index)));
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
        // Neighbouring beginnings that get one file: a page looks through what it reads there, anyway.
        let mut together: (Vec<String>, Vec<usize>) = Default::default();
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
            if offered.len() > self.full.most && depth < DEEPEST {
                offered.truncate(self.full.first);
                let deeper = self.nodes(group, depth + 1, files);
                names.insert(start, self.file(&offered, deeper, files));
                continue;
            }
            offered.truncate(self.full.last);
            if together.1.len() + offered.len() > self.full.together {
                self.finish(take(&mut together), &mut names, files);
            }
            together.0.push(start);
            together.1.extend(offered);
        }
        self.finish(together, &mut names, files);
        names
    }

    /// Makes the file of neighbouring beginnings.
    fn finish(
        &self,
        (starts, mut offered): (Vec<String>, Vec<usize>),
        names: &mut BTreeMap<String, String>,
        files: &mut Vec<(String, String)>,
    ) {
        if starts.is_empty() {
            return;
        }
        let mut known = HashSet::new();
        offered.retain(|index| known.insert(*index));
        let file = self.file(&offered, BTreeMap::new(), files);
        names.extend(starts.into_iter().map(|start| (start, file.clone())));
    }

    /// Makes a file of offers; gives its name.
    fn file(
        &self,
        offered: &[usize],
        deeper: BTreeMap<String, String>,
        files: &mut Vec<(String, String)>,
    ) -> String {
        let offers = offered.iter().map(|index| self.hints[*index]);
        let node = Node {
            o: offers
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
        file
    }
}
