//! Letters of the fonts that pictures are painted with: which there are, how wide a text is, where its lines break.

use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

/// A font.
pub struct Letters<'a> {
    font: FontRef<'a>,
}

impl<'a> Letters<'a> {
    /// Reads a font; none when the bytes are none.
    pub fn new(bytes: &'a [u8]) -> Option<Letters<'a>> {
        let font = FontRef::new(bytes).ok()?;
        Some(Letters { font })
    }

    /// Whether all letters of a text are in the font.
    pub fn hold(&self, text: &str) -> bool {
        let letters = self.font.charmap();
        text.chars()
            .all(|letter| letter.is_whitespace() || letters.map(letter).is_some())
    }

    /// Width of a text in pixels, letters being `size` pixels high; pairs of letters are not drawn together.
    pub fn width(&self, text: &str, size: f32) -> f32 {
        let letters = self.font.charmap();
        let metrics = self
            .font
            .glyph_metrics(Size::new(size), LocationRef::default());
        text.chars()
            .filter_map(|letter| metrics.advance_width(letters.map(letter)?))
            .sum()
    }

    /// Breaks a text between words into lines of at most `width` pixels. What does not fit into `most` lines ends
    /// in «…»; a single word longer than a line stays whole.
    pub fn lines(&self, text: &str, size: f32, width: f32, most: usize) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split_whitespace() {
            let longer = lines.last().map(|line| format!("{line} {word}"));
            match longer {
                Some(longer) if self.width(&longer, size) <= width => {
                    if let Some(line) = lines.last_mut() {
                        *line = longer;
                    }
                }
                _ if lines.len() == most => {
                    if let Some(line) = lines.last_mut() {
                        self.cut(line, size, width);
                    }
                    break;
                }
                _ => lines.push(word.to_owned()),
            }
        }
        lines
    }

    /// Ends a line in «…», giving up words until it fits.
    fn cut(&self, line: &mut String, size: f32, width: f32) {
        while self.width(&format!("{line}…"), size) > width {
            let Some(at) = line.rfind(' ') else { break };
            line.truncate(at);
        }
        let kept = line
            .trim_end_matches([',', '.', ';', ':', '—', '–', ' '])
            .len();
        line.truncate(kept);
        line.push('…');
    }
}
