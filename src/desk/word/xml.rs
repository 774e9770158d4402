//! XML as text: elements put into each other.

/// A text as XML may hold it: markup signs escaped, letters that XML has no way to write left out.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars().filter(|letter| is_allowed(*letter)) {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
    out
}

/// Letters that a document of XML 1.0 may hold (production 2, `Char`).
fn is_allowed(letter: char) -> bool {
    !matches!(letter, '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}')
}

/// An element with what is in it; attribute values are escaped, the inside is XML already.
pub fn element(name: &str, attributes: &[(&str, &str)], inside: &str) -> String {
    let mut out = format!("<{name}");
    for (key, value) in attributes {
        out.push_str(&format!(" {key}=\"{}\"", escaped(value)));
    }
    match inside {
        "" => out.push_str("/>"),
        inside => out.push_str(&format!(">{inside}</{name}>")),
    }
    out
}

/// An element that only says a value: `<w:jc w:val="center"/>`.
pub fn value(name: &str, value: &str) -> String {
    element(name, &[("w:val", value)], "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_becomes_markup() {
        assert_eq!(
            element("a", &[("b", "\"<")], &escaped("<b>&\u{0}\u{1F}я")),
            "<a b=\"&quot;&lt;\">&lt;b&gt;&amp;я</a>"
        );
        assert_eq!(value("w:jc", "center"), "<w:jc w:val=\"center\"/>");
    }
}
