//! Automatic numbers of Word. They are no part of the text, yet an editor sees «1.» in the cell: this counts as Word does.

use std::collections::HashMap;

use crate::import::read::docx::styles::ListPlace;
use crate::import::read::failure::ReadFailure;
use crate::import::read::label::{Writing, written};
use crate::import::read::signs::{plain, sign};
use crate::import::read::xml::{self, Node};

const LEVELS: usize = 9;

/// A level of a list.
#[derive(Debug, Clone, Default)]
struct Level {
    start: u32,
    writing: Writing,
    bullet: bool,
    /// «%1.%2.», where %1 is the number of the first level.
    text: String,
    /// Numbers of higher levels are written in digits, whatever their own writing.
    legal: bool,
    /// After which level it begins anew: none after any higher one, nought never.
    restart: Option<usize>,
    /// The style that puts paragraphs on this level.
    style: Option<String>,
}

#[derive(Debug, Default)]
struct Abstract {
    levels: Vec<Option<Level>>,
    /// The style that holds the real list.
    link: Option<String>,
    /// The style whose list this is.
    own_style: Option<String>,
}

#[derive(Debug, Default)]
struct List {
    definition: String,
    starts: [Option<u32>; LEVELS],
    levels: Vec<Option<Level>>,
    used: bool,
}

/// The lists of a document and how far each has counted.
#[derive(Debug, Default)]
pub struct Numbering {
    definitions: HashMap<String, Abstract>,
    lists: HashMap<String, List>,
    counters: HashMap<String, [Option<u32>; LEVELS]>,
}

impl Numbering {
    /// Reads the part with lists.
    ///
    /// # Errors
    /// When it is no well-formed XML.
    pub fn read(text: Option<&str>) -> Result<Numbering, ReadFailure> {
        let mut numbering = Numbering::default();
        let Some(text) = text else {
            return Ok(numbering);
        };
        let root = xml::tree("numbering.xml", text)?;
        for node in root.nodes() {
            match node.name() {
                "w:abstractNum" => {
                    let id = node.attribute("w:abstractNumId").unwrap_or_default();
                    numbering
                        .definitions
                        .insert(id.to_owned(), definition(node));
                }
                "w:num" => {
                    let id = node.attribute("w:numId").unwrap_or_default();
                    numbering.lists.insert(id.to_owned(), list(node));
                }
                _ => {}
            }
        }
        Ok(numbering)
    }

    /// The number of the next paragraph at this place of a list, counting it; none when it has none. The style of the
    /// paragraph decides the level where the paragraph itself does not.
    pub fn next(&mut self, place: &ListPlace, style: Option<&str>) -> Option<String> {
        let id = place.list.as_deref().filter(|id| *id != "0")?;
        let list = self.lists.get(id)?;
        let key = self.real(&list.definition);
        let level = place
            .level
            .or_else(|| self.level_of_style(&key, style))
            .unwrap_or(0)
            .min(LEVELS - 1);
        let own = self.level(id, &key, level)?;
        let text = self.counted(id, &key, level, &own);
        let text = text.trim();
        (!text.is_empty()).then(|| text.to_owned())
    }

    /// A definition may only name the style whose list is meant.
    fn real(&self, key: &str) -> String {
        let link = self
            .definitions
            .get(key)
            .and_then(|list| list.link.as_ref());
        link.and_then(|style| {
            self.definitions
                .iter()
                .filter(|(_, list)| list.own_style.as_ref() == Some(style))
                .map(|(key, _)| key.clone())
                .min()
        })
        .unwrap_or_else(|| key.to_owned())
    }

    fn level_of_style(&self, key: &str, style: Option<&str>) -> Option<usize> {
        let levels = &self.definitions.get(key)?.levels;
        levels.iter().position(|level| {
            level
                .as_ref()
                .is_some_and(|level| level.style.is_some() && level.style.as_deref() == style)
        })
    }

    fn level(&self, id: &str, key: &str, level: usize) -> Option<Level> {
        let own = self.lists.get(id).and_then(|list| list.levels.get(level));
        let general = self
            .definitions
            .get(key)
            .and_then(|list| list.levels.get(level));
        own.cloned()
            .flatten()
            .or_else(|| general.cloned().flatten())
    }

    fn counted(&mut self, id: &str, key: &str, level: usize, own: &Level) -> String {
        let first: Vec<u32> = (0..LEVELS)
            .map(|level| self.level(id, key, level).map_or(1, |level| level.start))
            .collect();
        let restarts: Vec<Option<usize>> = (0..LEVELS)
            .map(|level| self.level(id, key, level).and_then(|level| level.restart))
            .collect();
        let counters = self.counters.entry(key.to_owned()).or_default();
        // A list with its own start begins anew when it is met for the first time.
        if let Some(list) = self.lists.get_mut(id)
            && !list.used
        {
            list.used = true;
            for (counter, start) in counters.iter_mut().zip(list.starts) {
                if let Some(start) = start {
                    *counter = start.checked_sub(1);
                }
            }
        }
        for (counter, first) in counters.iter_mut().zip(&first).take(level) {
            counter.get_or_insert(*first);
        }
        counters[level] =
            Some(counters[level].map_or(first[level], |number| number.saturating_add(1)));
        for below in level + 1..LEVELS {
            let again = restarts[below].is_none_or(|after| level < after);
            if again {
                counters[below] = None;
            }
        }
        let numbers = *counters;
        if own.bullet {
            return own.text.clone();
        }
        self.filled(id, key, own, &numbers)
    }

    fn filled(&self, id: &str, key: &str, own: &Level, numbers: &[Option<u32>; LEVELS]) -> String {
        let mut text = String::new();
        let mut letters = own.text.chars().peekable();
        while let Some(letter) = letters.next() {
            let digit = letters.peek().and_then(|next| next.to_digit(10));
            match digit {
                Some(digit @ 1..=9) if letter == '%' => {
                    letters.next();
                    let index = digit as usize - 1;
                    let writing = if own.legal {
                        Writing::Decimal
                    } else {
                        self.level(id, key, index)
                            .map_or(Writing::Decimal, |level| level.writing)
                    };
                    text.push_str(&written(numbers[index].unwrap_or(1), writing));
                }
                _ => text.push(letter),
            }
        }
        text
    }
}

fn definition(node: &Node) -> Abstract {
    let mut list = Abstract {
        link: node.value("w:numStyleLink").map(str::to_owned),
        own_style: node.value("w:styleLink").map(str::to_owned),
        ..Abstract::default()
    };
    for child in node.nodes().filter(|child| child.name() == "w:lvl") {
        put(&mut list.levels, child);
    }
    list
}

fn list(node: &Node) -> List {
    let mut list = List {
        definition: node.value("w:abstractNumId").unwrap_or_default().to_owned(),
        ..List::default()
    };
    for change in node.nodes().filter(|child| child.name() == "w:lvlOverride") {
        let Some(index) = index(change) else {
            continue;
        };
        list.starts[index] = change
            .value("w:startOverride")
            .and_then(|start| start.parse().ok());
        if let Some(child) = change.child("w:lvl") {
            put(&mut list.levels, child);
        }
    }
    list
}

fn put(levels: &mut Vec<Option<Level>>, node: &Node) {
    let Some(index) = index(node) else {
        return;
    };
    if levels.len() <= index {
        levels.resize(index + 1, None);
    }
    levels[index] = Some(level(node));
}

fn index(node: &Node) -> Option<usize> {
    let index = node.attribute("w:ilvl")?.parse().ok()?;
    (index < LEVELS).then_some(index)
}

fn level(node: &Node) -> Level {
    let format = node
        .value("w:numFmt")
        .or_else(|| {
            let choice = node.under(&["mc:AlternateContent", "mc:Fallback"])?;
            choice.value("w:numFmt")
        })
        .unwrap_or("decimal");
    let text = node.value("w:lvlText").unwrap_or_default();
    let bullet = format == "bullet";
    Level {
        start: node
            .value("w:start")
            .and_then(|start| start.parse().ok())
            .unwrap_or(1),
        writing: writing(format),
        bullet,
        text: if bullet {
            bullet_sign(node, text)
        } else {
            plain(text)
        },
        legal: node.toggle("w:isLgl").unwrap_or(false),
        restart: node
            .value("w:lvlRestart")
            .and_then(|level| level.parse().ok()),
        style: node.value("w:pStyle").map(str::to_owned),
    }
}

/// A bullet is a letter of a font of signs more often than not; a picture has no letter at all.
fn bullet_sign(node: &Node, text: &str) -> String {
    let font = node
        .under(&["w:rPr", "w:rFonts"])
        .and_then(|fonts| {
            fonts
                .attribute("w:ascii")
                .or_else(|| fonts.attribute("w:hAnsi"))
        })
        .unwrap_or_default();
    let of_signs = ["symbol", "wingdings", "webdings"];
    let is_sign = |letter: char| {
        (0xF000..=0xF0FF).contains(&u32::from(letter))
            || of_signs
                .iter()
                .any(|name| font.to_lowercase().starts_with(name))
    };
    match text.trim().chars().next() {
        Some(letter) if is_sign(letter) => sign(font, u32::from(letter)).unwrap_or('•').to_string(),
        // Word draws a hollow circle with the letter «o» of a typewriter's font.
        Some('o') if font.starts_with("Courier") => "◦".to_owned(),
        Some(_) => text.trim().to_owned(),
        None => "•".to_owned(),
    }
}

fn writing(format: &str) -> Writing {
    match format {
        "decimalZero" => Writing::Padded,
        "upperRoman" => Writing::RomanLarge,
        "lowerRoman" => Writing::RomanSmall,
        "upperLetter" => Writing::LatinLarge,
        "lowerLetter" => Writing::LatinSmall,
        "russianUpper" => Writing::RussianLarge,
        "russianLower" => Writing::RussianSmall,
        "none" => Writing::Nothing,
        _ => Writing::Decimal,
    }
}
