//! The paragraph of a web page that is being gathered: its words, its number, what is left out of it.

use crate::import::paper::{At, Block, Paragraph, Remark};
use crate::import::read::failure::ReadFailure;
use crate::import::read::html::look::Fate;
use crate::import::read::html::state::{Attribute, Page};
use crate::import::read::label::{Writing, written};
use crate::import::read::tally::Tally;

/// Longest automatic number that is recognised before a gap.
const LONGEST_NUMBER: usize = 12;

impl Page {
    /// Adds words as they are set here.
    pub fn put(&mut self, words: &str) {
        let look = self.look();
        match look.fate {
            Fate::Dropped => return,
            Fate::Read => {}
            Fate::Number => return self.line.number.push_str(words),
            fate => {
                match self.line.left_out.last_mut() {
                    Some((last, text)) if *last == fate => text.push_str(words),
                    _ => self.line.left_out.push((fate, words.to_owned())),
                }
                return;
            }
        }
        if self.line.text.is_empty() {
            self.line.centred = look.centred;
        }
        self.line.tally.add(words, look.bold, look.italic);
        let text = &mut self.line.text;
        for letter in words.chars() {
            match letter {
                '\r' | '\u{AD}' | '\u{FEFF}' => {}
                '\u{2011}' => text.push('-'),
                ' ' | '\n' | '\t' if !look.kept => {
                    if !text.is_empty() && !text.ends_with([' ', '\n']) {
                        text.push(' ');
                    }
                }
                letter => text.push(letter),
            }
        }
    }

    /// Adds a line break.
    pub fn line_break(&mut self) {
        if self.look().fate == Fate::Read {
            let text = &mut self.line.text;
            text.truncate(text.trim_end_matches(' ').len());
            text.push('\n');
        }
    }

    /// Numbers the item of a list that begins.
    pub fn number(&mut self, attribute: Attribute<'_>) {
        let Some(list) = self.lists.last_mut() else {
            return;
        };
        if let Some(value) = attribute("value").and_then(|value| value.trim().parse().ok()) {
            list.next = value;
        }
        let number = match list.writing {
            None => return,
            Some(Writing::Nothing) => "•".to_owned(),
            Some(writing) => format!("{}.", written(list.next, writing)),
        };
        list.next = list.next.saturating_add(1);
        self.line.number = number;
    }

    /// Before the gap stands the number that Word had set by itself.
    pub fn gap(&mut self) {
        let text = self.line.text.trim();
        if self.line.number.is_empty() && !text.is_empty() && text.chars().count() <= LONGEST_NUMBER
        {
            self.line.number = text.to_owned();
            self.line.text.clear();
            self.line.tally = Tally::default();
        }
    }

    /// Remarks a picture.
    pub fn picture(&mut self, attribute: Attribute<'_>) {
        if self.look().fate != Fate::Read {
            return;
        }
        let words = attribute("alt").filter(|words| !words.trim().is_empty());
        let words = match words {
            Some(words) => format!("рисунок не взят, его описание: «{}»", words.trim()),
            // Pages are full of ornaments: only in a table a picture may stand for words.
            None if self.tables.is_empty() => return,
            None => "рисунок не взят: если это была формула, впишите её".to_owned(),
        };
        let at = self.place();
        self.paper.remarks.push(Remark { at, words });
    }

    /// Ends the paragraph and sets it where it belongs.
    ///
    /// # Errors
    /// When there is more than may be read.
    pub fn end_line(&mut self) -> Result<(), ReadFailure> {
        let line = std::mem::take(&mut self.line);
        let at = self.place();
        for (fate, text) in line.left_out {
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            if text.is_empty() {
                continue;
            }
            let what = match fate {
                Fate::Struck => "зачёркнутые слова не взяты",
                _ => "скрытый текст не взят",
            };
            self.paper.remarks.push(Remark {
                at: at.clone(),
                words: format!("{what}: «{text}»"),
            });
        }
        let text = line.text.trim_matches([' ', '\n']).to_owned();
        let number = line.number.trim().to_owned();
        if text.is_empty() && number.is_empty() && !line.own {
            return Ok(());
        }
        self.room.take(text.len())?;
        let mut paragraph = Paragraph {
            text,
            number: (!number.is_empty()).then_some(number),
            emphasis: line.tally.emphasis(),
            centred: line.centred,
            heading: line.heading,
            mark: None,
            at,
        };
        match self.cell() {
            Some(cell) => cell.paragraphs.push(paragraph),
            None => {
                self.paragraph_count += 1;
                paragraph.at = At {
                    paragraph: self.paragraph_count,
                    ..At::default()
                };
                self.paper.blocks.push(Block::Paragraph(paragraph));
            }
        }
        Ok(())
    }
}
