//! The words of a paragraph as a reader sees them: runs are joined without spaces, insertions count, deletions and hidden
//! letters do not but are quoted in remarks, formulas stand on the line.

use crate::import::read::docx::fields::Fields;
use crate::import::read::docx::notes::Notes;
use crate::import::read::docx::picture;
use crate::import::read::docx::spoken::{chosen, quoted, spoken};
use crate::import::read::docx::styles::{Look, Styles, look};
use crate::import::read::math::{linear, omml, tex};
use crate::import::read::signs::{plain, sign};
use crate::import::read::tally::Tally;
use crate::import::read::xml::Node;

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
    deleted: String,
    hidden: String,
    struck: String,
}

impl Words<'_> {
    /// True when there were letters and all of them are hidden.
    pub fn is_hidden(&self) -> bool {
        self.text.is_empty() && !self.hidden.trim().is_empty()
    }

    fn finish(&mut self) {
        let kinds = [
            (&self.deleted, "удалённые при правке слова не взяты"),
            (&self.hidden, "скрытый текст не взят"),
            (&self.struck, "зачёркнутые слова не взяты"),
        ];
        for (text, what) in kinds {
            if !text.trim().is_empty() {
                self.remarks.push(format!("{what}: {}", quoted(text)));
            }
        }
    }
}

/// Reads the words of a paragraph whose letters look so unless they say otherwise.
pub fn words<'n>(paragraph: &'n Node, look: Look, styles: &Styles, notes: &Notes) -> Words<'n> {
    let mut walk = Walk {
        styles,
        notes,
        words: Words::default(),
        fields: Fields::of(paragraph),
        own_mark: false,
        font: None,
    };
    if matches!(paragraph.name(), "m:oMath" | "m:oMathPara") {
        walk.inline(paragraph, look);
    } else {
        paragraph.nodes().for_each(|node| walk.inline(node, look));
    }
    walk.words.finish();
    walk.words
}

struct Walk<'n, 's> {
    styles: &'s Styles,
    notes: &'s Notes,
    words: Words<'n>,
    fields: Fields,
    /// True when the letters that follow are the mark of a note.
    own_mark: bool,
    /// The font of the run, when it is one of signs.
    font: Option<String>,
}

impl<'n> Walk<'n, '_> {
    fn inline(&mut self, node: &'n Node, look: Look) {
        match node.name() {
            "w:r" => self.run(node, look),
            "w:del" | "w:moveFrom" => self.words.deleted.push_str(&spoken(node)),
            "m:oMath" => self.formula(node, look),
            "w:sdt" => self.control(node, look),
            "w:subDoc" | "w:contentPart" => self.remark("вставленный другой файл не прочитан"),
            "mc:AlternateContent" => {
                if let Some(branch) = chosen(node) {
                    branch.nodes().for_each(|child| self.inline(child, look));
                }
            }
            "w:pPr" | "w:rPr" | "w:sdtPr" | "w:sdtEndPr" | "w:smartTagPr" | "w:customXmlPr" => {}
            _ => node.nodes().for_each(|child| self.inline(child, look)),
        }
    }

    fn run(&mut self, node: &'n Node, base: Look) {
        let properties = node.child("w:rPr");
        let style = properties.and_then(|node| node.value("w:rStyle"));
        let own = look(properties).over(self.styles.letters(style)).over(base);
        self.own_mark = false;
        self.font = properties.and_then(font_of_signs);
        node.nodes().for_each(|child| self.piece(child, own));
        self.own_mark = false;
        self.font = None;
    }

    fn piece(&mut self, node: &'n Node, look: Look) {
        match node.name() {
            "w:t" if self.own_mark => {}
            "w:t" => {
                let text = match &self.font {
                    Some(font) => in_font(font, &typed(node)),
                    None => typed(node),
                };
                self.put(&text, look);
            }
            "w:tab" | "w:ptab" => self.put("\t", look),
            "w:br" | "w:cr" => self.put("\n", look),
            "w:noBreakHyphen" => self.put("-", look),
            "w:sym" if self.own_mark => {}
            "w:sym" => self.sign(node, look),
            "w:fldChar" => {
                if let Some(text) = self.fields.mark(node, &self.words.text) {
                    self.show(&text, look);
                }
            }
            "w:instrText" => self.fields.instruct(&node.letters()),
            "w:footnoteReference" | "w:endnoteReference" | "w:commentReference" => self.note(node),
            "w:drawing" | "w:pict" | "w:object" => self.picture(node),
            "w:ruby" => {
                if let Some(base) = node.child("w:rubyBase") {
                    base.nodes().for_each(|child| self.inline(child, look));
                }
            }
            "mc:AlternateContent" => {
                if let Some(branch) = chosen(node) {
                    branch.nodes().for_each(|child| self.piece(child, look));
                }
            }
            "w:delText" => self.words.deleted.push_str(&node.letters()),
            "w:rPr" | "w:delInstrText" => {}
            _ => self.inline(node, look),
        }
    }

    fn put(&mut self, text: &str, look: Look) {
        if self.fields.shows() {
            self.show(text, look);
        }
    }

    fn show(&mut self, text: &str, look: Look) {
        if look.hidden == Some(true) {
            self.words.hidden.push_str(text);
        } else if look.struck == Some(true) {
            self.words.struck.push_str(text);
        } else {
            self.words.text.push_str(text);
            let (bold, italic) = (look.bold == Some(true), look.italic == Some(true));
            self.words.tally.add(text, bold, italic);
        }
    }

    fn formula(&mut self, node: &'n Node, look: Look) {
        let line = omml::line(node);
        let clash = self.words.text.ends_with(|c: char| c.is_ascii_digit());
        let mut spaced = if clash { "0".to_owned() } else { String::new() };
        linear::append(&mut spaced, &line);
        self.put(if clash { &spaced[1..] } else { &spaced }, look);
    }

    /// A content control; its prompt («Место для ввода текста») is no text.
    fn control(&mut self, node: &'n Node, look: Look) {
        let properties = node.child("w:sdtPr");
        let prompt = properties.and_then(|node| node.toggle("w:showingPlcHdr"));
        if prompt == Some(true) {
            return;
        }
        let Some(content) = node.child("w:sdtContent") else {
            return;
        };
        let named = properties.and_then(|node| node.value("w:tag"));
        match named.filter(|name| names_formula(name, content)) {
            Some(name) => self.put(name, look),
            None => content.nodes().for_each(|child| self.inline(child, look)),
        }
    }

    fn sign(&mut self, node: &Node, look: Look) {
        let font = node.attribute("w:font").unwrap_or_default();
        let code = node
            .attribute("w:char")
            .and_then(|code| u32::from_str_radix(code, 16).ok())
            .unwrap_or(0);
        match sign(font, code) {
            Some(letter) => self.put(&letter.to_string(), look),
            None => {
                self.put("□", look);
                self.remark(format!(
                    "знак {code:04X} шрифта {font} не распознан, на его месте «□»"
                ));
            }
        }
    }

    fn note(&mut self, node: &Node) {
        let id = node.attribute("w:id").unwrap_or_default();
        let (text, what) = match node.name() {
            "w:footnoteReference" => (self.notes.footnotes.get(id), "сноска не взята в текст"),
            "w:endnoteReference" => (
                self.notes.endnotes.get(id),
                "концевая сноска не взята в текст",
            ),
            _ => (
                self.notes.comments.get(id),
                "примечание рецензента не взято",
            ),
        };
        let own = node.attribute("w:customMarkFollows");
        self.own_mark = matches!(own, Some("1" | "true" | "on"));
        let note = text.map_or("", String::as_str);
        let after = last_words(&self.words.text);
        self.remark(format!("{what}{after}: {}", quoted(note)));
    }

    fn picture(&mut self, node: &'n Node) {
        let before = self.words.boxes.len();
        picture::boxes(node, &mut self.words.boxes);
        if self.words.boxes.len() == before
            && let Some(words) = picture::described(node)
        {
            self.remark(words);
        }
    }

    fn remark(&mut self, words: impl Into<String>) {
        self.words.remarks.push(words.into());
    }
}

/// True when a content control holds nothing but the formula that its tag writes: then the tag is what the plan says, and
/// a formula that somebody changed is not overruled by it.
fn names_formula(name: &str, content: &Node) -> bool {
    let mut inside = content.nodes();
    match (inside.next(), inside.next()) {
        (Some(formula), None) if formula.name() == "m:oMath" => {
            tex::line(name).is_some_and(|line| line == omml::line(formula))
        }
        _ => false,
    }
}

/// The font of a run when its letters are signs: «ü» of Wingdings is a tick.
fn font_of_signs(properties: &Node) -> Option<String> {
    let fonts = properties.child("w:rFonts")?;
    let name = fonts.attribute("w:ascii")?;
    let signs = ["symbol", "wingdings", "webdings"];
    let known = signs
        .iter()
        .any(|font| name.to_lowercase().starts_with(font));
    known.then(|| name.to_owned())
}

/// A text in a font of signs; letters that the font does not have come from another one.
fn in_font(font: &str, text: &str) -> String {
    let plain = |letter: char| match u32::from(letter) {
        code @ 0x21..=0xFF => sign(font, code).unwrap_or(letter),
        _ => letter,
    };
    text.chars().map(plain).collect()
}

/// Where a note hangs: « (после слов «…»)», nothing at the beginning.
fn last_words(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let from = words.len().saturating_sub(3);
    match words.get(from..) {
        Some([]) | None => String::new(),
        Some(last) => format!(" (после слов «{}»)", last.join(" ")),
    }
}

/// Letters of a run. Line breaks of the file itself are no breaks of the text, and where spaces are not said to count,
/// those that only set the file out are dropped.
fn typed(node: &Node) -> String {
    let letters = node.letters();
    let kept = node.attribute("xml:space") == Some("preserve");
    let trimmed = if kept {
        letters.as_str()
    } else {
        without_layout(&letters)
    };
    plain(&trimmed.replace(['\n', '\r', '\t'], " "))
}

fn without_layout(letters: &str) -> &str {
    let start = letters.len() - letters.trim_start().len();
    let end = letters.trim_end().len();
    let from = if letters[..start].contains('\n') {
        start
    } else {
        0
    };
    let to = if end >= from && letters[end..].contains('\n') {
        end
    } else {
        letters.len()
    };
    &letters[from..to]
}
