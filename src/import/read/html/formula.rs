//! A formula in a web page (MathML). Its tags carry the sense: without them three quarters would be thirty-four.

use html5gum::Token;

use crate::import::read::math::mathml;
use crate::import::read::xml;

/// The longest formula, in bytes of markup.
const LONGEST: usize = 64 << 10;

/// A formula that is being gathered.
#[derive(Debug, Default)]
pub struct Formula {
    markup: String,
    open: bool,
}

impl Formula {
    /// Takes a token that belongs to a formula; false when it does not.
    pub fn takes(&mut self, token: &Token) -> bool {
        match token {
            Token::StartTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                if !self.open && name != "math" {
                    return false;
                }
                self.open = !(name == "math" && tag.self_closing);
                let end = if tag.self_closing { "/" } else { "" };
                self.add(&format!("<{name}{end}>"));
            }
            Token::EndTag(tag) if self.open => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                self.add(&format!("</{name}>"));
                self.open = name != "math";
            }
            Token::String(letters) if self.open => {
                let letters = String::from_utf8_lossy(letters).replace('&', "&amp;");
                self.add(&letters.replace('<', "&lt;"));
            }
            _ => return self.open,
        }
        true
    }

    /// The formula on a line, when its end has been met. One whose markup does not hold together is left as it stands: its
    /// letters, parted by spaces.
    pub fn ended(&mut self) -> Option<String> {
        if self.open {
            return None;
        }
        let markup = std::mem::take(&mut self.markup);
        Some(match xml::tree("формула", &markup) {
            Ok(root) => mathml::line(&root),
            Err(_) => markup
                .split(['<', '>'])
                .skip(2)
                .step_by(2)
                .collect::<Vec<_>>()
                .join(" ")
                .replace("&lt;", "<")
                .replace("&amp;", "&"),
        })
    }

    fn add(&mut self, markup: &str) {
        if self.markup.len() + markup.len() <= LONGEST {
            self.markup.push_str(markup);
        }
    }
}
