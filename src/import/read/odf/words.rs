//! The words of a paragraph of OpenDocument as a reader sees them.

use std::collections::HashMap;

use crate::import::read::math::linear;
use crate::import::read::odf::styles::{Style, Styles};
use crate::import::read::signs::plain;
use crate::import::read::tally::Tally;
use crate::import::read::xml::{Child, Node};

/// Spaces that one element may stand for.
const MOST_SPACES: usize = 200;

/// What a paragraph holds.
#[derive(Debug, Default)]
pub struct Words<'n> {
    /// The text.
    pub text: String,
    /// How its letters are set.
    pub tally: Tally,
    /// Text boxes that hang on it.
    pub boxes: Vec<&'n Node>,
    /// What was not taken over.
    pub remarks: Vec<String>,
}

/// What a paragraph refers to.
#[derive(Debug, Default)]
pub struct Around {
    /// Words that were deleted when changes were tracked.
    pub deleted: HashMap<String, String>,
    /// Formulas by the name of their part, on a line.
    pub formulas: HashMap<String, String>,
}

/// Reads a paragraph.
pub fn words<'n>(node: &'n Node, look: &Style, styles: &Styles, around: &Around) -> Words<'n> {
    let mut walk = Walk {
        styles,
        around,
        words: Words::default(),
    };
    walk.inside(node, look);
    let text = &mut walk.words.text;
    text.truncate(text.trim_end_matches(' ').len());
    walk.words
}

struct Walk<'n, 'a> {
    styles: &'a Styles,
    around: &'a Around,
    words: Words<'n>,
}

impl<'n> Walk<'n, '_> {
    fn inside(&mut self, node: &'n Node, look: &Style) {
        for child in node.children() {
            match child {
                Child::Text(letters) => self.letters(letters, look),
                Child::Node(node) => self.piece(node, look),
            }
        }
    }

    fn piece(&mut self, node: &'n Node, look: &Style) {
        match node.name() {
            "text:span" => {
                let mut own = self.styles.style("text", node.attribute("text:style-name"));
                own.bold = own.bold.or(look.bold);
                own.italic = own.italic.or(look.italic);
                own.struck = own.struck.or(look.struck);
                own.hidden = own.hidden.or(look.hidden);
                self.inside(node, &own);
            }
            "text:s" => {
                let count = node
                    .attribute("text:c")
                    .and_then(|count| count.parse().ok());
                self.put(&" ".repeat(count.unwrap_or(1).min(MOST_SPACES)), look);
            }
            "text:tab" => self.put("\t", look),
            "text:line-break" => self.put("\n", look),
            "text:note" => {
                let body = node
                    .child("text:note-body")
                    .map(Node::letters)
                    .unwrap_or_default();
                self.quote("сноска не взята в текст", &body);
            }
            "office:annotation" => {
                let body: String = node
                    .nodes()
                    .filter(|child| child.name() == "text:p" || child.name() == "text:list")
                    .map(Node::letters)
                    .collect();
                self.quote("примечание рецензента не взято", &body);
            }
            "text:change" => {
                let id = node.attribute("text:change-id").unwrap_or_default();
                if let Some(text) = self.around.deleted.get(id) {
                    let text = text.clone();
                    self.quote("удалённые при правке слова не взяты", &text);
                }
            }
            "draw:frame" => self.frame(node, look),
            "draw:custom-shape" | "draw:text-box" => self.words.boxes.push(node),
            "text:ruby" => {
                if let Some(base) = node.child("text:ruby-base") {
                    self.inside(base, look);
                }
            }
            "text:hidden-text"
            | "text:hidden-paragraph"
            | "text:tracked-changes"
            | "office:event-listeners" => {}
            _ => self.inside(node, look),
        }
    }

    fn frame(&mut self, node: &'n Node, look: &Style) {
        if let Some(text) = node.child("draw:text-box") {
            self.words.boxes.push(text);
        } else if let Some(object) = node.child("draw:object") {
            let name = object.attribute("xlink:href").unwrap_or_default();
            match self.around.formulas.get(name.trim_start_matches("./")) {
                Some(formula) => {
                    let formula = formula.clone();
                    let mut text = std::mem::take(&mut self.words.text);
                    linear::append(&mut text, &formula);
                    self.words.tally.add(
                        &formula,
                        look.bold == Some(true),
                        look.italic == Some(true),
                    );
                    self.words.text = text;
                }
                None => self
                    .words
                    .remarks
                    .push("вложенный объект не взят".to_owned()),
            }
        } else if node.child("draw:image").is_some() {
            let title = node
                .child("svg:desc")
                .or(node.child("svg:title"))
                .map(Node::letters);
            match title.filter(|title| !title.trim().is_empty()) {
                Some(title) => self.quote("рисунок не взят, его описание", &title),
                None => self.words.remarks.push("рисунок не взят".to_owned()),
            }
        }
    }

    fn letters(&mut self, letters: &str, look: &Style) {
        let mut text = String::new();
        for letter in letters.chars() {
            let space = matches!(letter, ' ' | '\n' | '\r' | '\t');
            if !space {
                text.push(letter);
                continue;
            }
            // Spaces of the file count once, and not at the beginning of a paragraph; after a line break a space is one, and
            // a line end of the file is none.
            let before = if text.is_empty() {
                &self.words.text
            } else {
                &text
            };
            let broken = before.ends_with('\n') && letter != ' ';
            if !before.is_empty() && !before.ends_with(' ') && !broken {
                text.push(' ');
            }
        }
        self.put(&plain(&text), look);
    }

    fn put(&mut self, text: &str, look: &Style) {
        if text.is_empty() {
            return;
        }
        if look.hidden == Some(true) {
            self.quote("скрытый текст не взят", text);
        } else if look.struck == Some(true) {
            self.quote("зачёркнутые слова не взяты", text);
        } else {
            self.words.text.push_str(text);
            let (bold, italic) = (look.bold == Some(true), look.italic == Some(true));
            self.words.tally.add(text, bold, italic);
        }
    }

    fn quote(&mut self, what: &str, text: &str) {
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if !line.is_empty() {
            self.words.remarks.push(format!("{what}: «{line}»"));
        }
    }
}
