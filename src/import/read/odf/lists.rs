//! Automatic numbers of OpenDocument.

use std::collections::HashMap;

use crate::import::read::label::{Writing, written};
use crate::import::read::signs::plain;
use crate::import::read::xml::Node;

const LEVELS: usize = 10;

/// A level of a list.
#[derive(Debug, Clone)]
struct Level {
    writing: Writing,
    bullet: Option<String>,
    before: String,
    after: String,
    start: u32,
    /// How many levels the number shows.
    shown: usize,
}

/// A style of lists.
#[derive(Debug, Clone, Default)]
pub struct ListStyle {
    levels: HashMap<usize, Level>,
}

/// Reads a style of lists.
pub fn list_style(node: &Node) -> ListStyle {
    let mut style = ListStyle::default();
    for level in node.nodes() {
        let number = level
            .attribute("text:level")
            .and_then(|level| level.parse().ok());
        let Some(index) = number.and_then(|level: usize| level.checked_sub(1)) else {
            continue;
        };
        let value = |name: &str| level.attribute(name).unwrap_or_default().to_owned();
        let count = |name: &str| level.attribute(name).and_then(|count| count.parse().ok());
        let bullet = match level.name() {
            "text:list-level-style-bullet" => Some(plain(&value("text:bullet-char"))),
            "text:list-level-style-image" => Some("•".to_owned()),
            _ => None,
        };
        style.levels.insert(
            index,
            Level {
                writing: writing(&value("style:num-format")),
                bullet,
                before: value("style:num-prefix"),
                after: value("style:num-suffix"),
                start: count("text:start-value").unwrap_or(1) as u32,
                shown: count("text:display-levels").unwrap_or(1),
            },
        );
    }
    style
}

fn writing(format: &str) -> Writing {
    match format {
        "" => Writing::Nothing,
        "I" => Writing::RomanLarge,
        "i" => Writing::RomanSmall,
        "A" => Writing::LatinLarge,
        "a" => Writing::LatinSmall,
        // LibreOffice writes these ways out: «а, б, .., аа, аб, ... (ru)».
        format if format.starts_with('А') => Writing::RussianLarge,
        format if format.starts_with('а') => Writing::RussianSmall,
        "01" => Writing::Padded,
        _ => Writing::Decimal,
    }
}

/// How far the lists of a document have counted.
#[derive(Debug, Default)]
pub struct Counters {
    counters: Vec<[Option<u32>; LEVELS]>,
    /// Which counter the lists met so far use, by their keys and by their styles.
    by_key: HashMap<String, usize>,
    by_style: HashMap<String, usize>,
    last: Option<usize>,
}

impl Counters {
    /// The counter of a list: its own, or that of the list it goes on. Lists that go on may have another style.
    pub fn begin(&mut self, node: &Node) -> usize {
        let style = node.attribute("text:style-name").unwrap_or_default();
        let goes_on = node.attribute("text:continue-numbering") == Some("true");
        let counter = match node.attribute("text:continue-list") {
            // LibreOffice may leave the key of the list before out.
            Some(key) => self.by_key.get(key).copied().or(self.last),
            None if goes_on => self.by_style.get(style).copied().or(self.last),
            None => None,
        };
        let counter = counter.unwrap_or_else(|| {
            self.counters.push([None; LEVELS]);
            self.counters.len() - 1
        });
        if let Some(key) = node.attribute("xml:id") {
            self.by_key.insert(key.to_owned(), counter);
        }
        self.by_style.insert(style.to_owned(), counter);
        self.last = Some(counter);
        counter
    }

    /// The number of the next item on this level, from nought; none when it has none. An item may set its own number.
    pub fn next(
        &mut self,
        counter: usize,
        style: &ListStyle,
        level: usize,
        own: Option<u32>,
    ) -> Option<String> {
        let level = level.min(LEVELS - 1);
        let found = style.levels.get(&level)?;
        let start = |index: usize| style.levels.get(&index).map_or(1, |level| level.start);
        let counters = self.counters.get_mut(counter)?;
        for (index, counter) in counters.iter_mut().enumerate().take(level) {
            counter.get_or_insert(start(index));
        }
        let next = counters[level].map_or_else(|| start(level), |number| number.saturating_add(1));
        counters[level] = Some(own.unwrap_or(next));
        counters[level + 1..].fill(None);
        if let Some(bullet) = &found.bullet {
            return Some(bullet.clone());
        }
        if found.writing == Writing::Nothing {
            return None;
        }
        let first = (level + 1).saturating_sub(found.shown.max(1));
        let numbers: Vec<String> = (first..=level)
            .filter_map(|index| {
                let writing = style.levels.get(&index)?.writing;
                Some(written(counters[index]?, writing))
            })
            .collect();
        Some(format!(
            "{}{}{}",
            found.before,
            numbers.join("."),
            found.after
        ))
    }
}
