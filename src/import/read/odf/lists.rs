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
    counters: HashMap<String, [Option<u32>; LEVELS]>,
}

impl Counters {
    /// A list begins anew.
    pub fn restart(&mut self, list: &str) {
        self.counters.remove(list);
    }

    /// The number of the next item on this level, from nought; none when it has none. An item may set its own number.
    pub fn next(
        &mut self,
        list: &str,
        style: &ListStyle,
        level: usize,
        own: Option<u32>,
    ) -> Option<String> {
        let level = level.min(LEVELS - 1);
        let found = style.levels.get(&level)?;
        let start = |index: usize| style.levels.get(&index).map_or(1, |level| level.start);
        let counters = self.counters.entry(list.to_owned()).or_default();
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
