//! How an element of a web page sets the words in it, by its name and its attributes.

use crate::import::read::label::Writing;

/// How words are set; what an element does not say it has from the one around it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Look {
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// Centred.
    pub centred: bool,
    /// Line breaks and spaces count.
    pub kept: bool,
    /// What becomes of the words.
    pub fate: Fate,
}

/// What becomes of words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Fate {
    /// They are read.
    #[default]
    Read,
    /// They are crossed out: quoted in a remark.
    Struck,
    /// Nobody sees them: quoted in a remark.
    Hidden,
    /// They are the number of the paragraph.
    Number,
    /// They are no words at all: a script, a style.
    Dropped,
}

/// The look inside an element.
pub fn inside(name: &str, attribute: &dyn Fn(&str) -> Option<String>, around: Look) -> Look {
    let mut look = around;
    match name {
        "b" | "strong" | "th" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => look.bold = true,
        "i" | "em" => look.italic = true,
        "center" => look.centred = true,
        "pre" | "textarea" => look.kept = true,
        _ => {}
    }
    if name == "th" {
        look.centred = true;
    }
    let fate = match name {
        "span" if is_gap(&attribute("style").unwrap_or_default()) => Fate::Dropped,
        "del" | "s" | "strike" => Fate::Struck,
        "script" | "style" | "title" | "noscript" | "template" | "select" | "button" | "svg"
        | "xml" => Fate::Dropped,
        _ => Fate::Read,
    };
    let style = attribute("style").unwrap_or_default().to_lowercase();
    let style: String = style
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .collect();
    let says = |word: &str| style.contains(word);
    if says("font-weight:bold") || says("font-weight:700") {
        look.bold = true;
    } else if says("font-weight:normal") || says("font-weight:400") {
        look.bold = false;
    }
    if says("font-style:italic") {
        look.italic = true;
    } else if says("font-style:normal") {
        look.italic = false;
    }
    match attribute("align")
        .as_deref()
        .map(str::to_lowercase)
        .as_deref()
    {
        Some("center") => look.centred = true,
        Some(_) => look.centred = false,
        None => {}
    }
    if says("text-align:center") {
        look.centred = true;
    } else if says("text-align:") {
        look.centred = false;
    }
    let hidden = says("display:none") || says("mso-hide:all") || attribute("hidden").is_some();
    let fate = if fate != Fate::Read {
        fate
    } else if hidden {
        Fate::Hidden
    } else if says("text-decoration:line-through") {
        Fate::Struck
    } else if says("mso-list:ignore") {
        Fate::Number
    } else {
        Fate::Read
    };
    // What is dropped or crossed out outside is so inside.
    if look.fate == Fate::Read {
        look.fate = fate;
    }
    look
}

/// True for the gap that Word leaves between an automatic number and the words when it saves a page.
pub fn is_gap(style: &str) -> bool {
    let style = style.to_lowercase().replace(['"', '\''], "");
    style.trim().trim_end_matches(';') == "font:7.0pt times new roman"
}

/// How a list numbers its items; none when it does not.
pub fn numbers(name: &str, attribute: &dyn Fn(&str) -> Option<String>) -> Option<Writing> {
    let style = attribute("style").unwrap_or_default().to_lowercase();
    let kind = attribute("type").unwrap_or_default();
    if style.replace(' ', "").contains("list-style-type:none")
        || style.replace(' ', "").contains("list-style:none")
    {
        return None;
    }
    if name != "ol" {
        return Some(Writing::Nothing);
    }
    Some(match kind.as_str() {
        "I" => Writing::RomanLarge,
        "i" => Writing::RomanSmall,
        "A" => Writing::LatinLarge,
        "a" => Writing::LatinSmall,
        _ if style.contains("upper-roman") => Writing::RomanLarge,
        _ if style.contains("lower-roman") => Writing::RomanSmall,
        _ if style.contains("upper-alpha") || style.contains("upper-latin") => Writing::LatinLarge,
        _ if style.contains("lower-alpha") || style.contains("lower-latin") => Writing::LatinSmall,
        _ => Writing::Decimal,
    })
}
