//! How a municipality writes its papers. Most of real documents have slips of their authors, and the portal warns of them;
//! a corpus in which every plan had every slip would be nothing but warnings.

/// A way of writing papers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// Without slips: the act comes before the first deadline, every target has a figure, what is done is proved.
    Neat,
    /// With all the slips that the five documents have.
    AsPrinted,
}

/// Of so many municipalities one writes as the documents are printed.
const AS_PRINTED: usize = 10;

impl Manner {
    /// Of the municipality with this number, from 0.
    pub fn of(number: usize) -> Manner {
        match number % AS_PRINTED {
            7 => Manner::AsPrinted,
            _ => Manner::Neat,
        }
    }

    /// Whether a text of the documents may stand in this one's papers.
    pub fn takes(self, text: &str) -> bool {
        self == Manner::AsPrinted || is_neat(text)
    }
}

/// No mark of a word processor, no quotation left open, no words twice in a row.
fn is_neat(text: &str) -> bool {
    let count = |c: char| text.matches(c).count();
    let words: Vec<String> = text.split_whitespace().map(bare).collect();
    let doubled = (1..=3).any(|length| {
        words
            .windows(2 * length)
            .any(|pair| pair[..length] == pair[length..])
    });
    !text.contains(['$', '[', '\\'])
        && count('«') == count('»')
        && count('(') == count(')')
        && !doubled
}

fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric() && !is_blank(c))
        .to_lowercase()
}

fn is_blank(c: char) -> bool {
    ('\u{E000}'..='\u{F8FF}').contains(&c)
}
