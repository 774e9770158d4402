//! Text → words: runs of letters or of digits, with their places.

use super::fold::{Folded, fold, to_cyrillic};

/// A word of a text, folded but not stemmed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Word {
    /// Small letters without marks, or digits, or «3/4».
    pub text: String,
    /// Byte in the text where the word begins.
    pub start: usize,
    /// Byte after the word.
    pub end: usize,
}

impl Word {
    /// Whether it is a number («3/4» too).
    pub fn is_number(&self) -> bool {
        self.text.starts_with(|c: char| c.is_ascii_digit())
    }
}

/// The words of the text in their order.
pub fn words(text: &str) -> Vec<Word> {
    let mut found = Vec::with_capacity(text.len() / 12 + 1);
    each_word(text, |word| found.push(word.clone()));
    found
}

/// Hands over the words of the text in their order; the same memory serves all of them.
pub fn each_word(text: &str, mut found: impl FnMut(&Word)) {
    let mut now = Run::default();
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        match fold(c) {
            Folded::Letter(letter) => {
                now.turn_to(Kind::Letters, at, &mut found);
                now.capitals = now.capitals && c.is_uppercase();
                now.word.text.push(letter);
            }
            Folded::Digit(digit) => {
                now.turn_to(Kind::Digits, at, &mut found);
                now.word.text.push(digit);
            }
            Folded::Fraction(digits) => {
                now.finish(&mut found);
                now.turn_to(Kind::Digits, at, &mut found);
                now.word.text.push_str(digits);
            }
            Folded::Breve if now.word.text.ends_with('и') => {
                now.word.text.pop();
                now.word.text.push('й');
            }
            Folded::Breve | Folded::Nothing => {}
            Folded::Separator => {
                if c == '/' && now.goes_on_after_slash(&text[end..]) {
                    now.word.text.push('/');
                } else {
                    now.finish(&mut found);
                }
            }
        }
        if now.kind != Kind::None {
            now.word.end = end;
        }
    }
    now.finish(&mut found);
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    None,
    Letters,
    Digits,
}

/// The word being read.
#[derive(Default)]
struct Run {
    kind: Kind,
    word: Word,
    capitals: bool,
}

impl Run {
    fn turn_to(&mut self, kind: Kind, at: usize, found: &mut impl FnMut(&Word)) {
        if self.kind != kind {
            self.finish(found);
            self.kind = kind;
            self.word.start = at;
            self.capitals = true;
        }
    }

    /// «3/4» and «123/5» are one word; «2022/2023» are two years.
    fn goes_on_after_slash(&self, rest: &str) -> bool {
        self.kind == Kind::Digits
            && self.word.text.len() != 4
            && rest.starts_with(|c: char| c.is_ascii_digit())
    }

    fn finish(&mut self, found: &mut impl FnMut(&Word)) {
        if self.kind == Kind::None {
            return;
        }
        if self.kind == Kind::Letters {
            to_cyrillic(&mut self.word.text, self.capitals);
        }
        found(&self.word);
        self.kind = Kind::None;
        self.word.text.clear();
    }
}
