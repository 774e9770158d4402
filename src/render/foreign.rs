//! Russian words on a page of another language carry `lang="ru"`, so that a voice reads them as Russian and a browser
//! breaks them as Russian (WCAG 2.2, 3.1.2). What such a page says in Russian are names, titles and texts of content.

/// Elements whose text may hold no tags, or is not read aloud.
const BARE: &[&str] = &["title", "script", "style", "option", "textarea"];

/// Elements that are never closed.
const VOID: &[&str] = &[
    "area", "br", "circle", "col", "hr", "img", "input", "link", "meta", "path", "rect", "source",
    "wbr",
];

/// The page with every run of Russian words marked that nothing around it marks.
pub fn marked(html: &str) -> String {
    let mut out = String::with_capacity(html.len() + html.len() / 8);
    let mut open: Vec<Element<'_>> = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        text(&mut out, &rest[..at], open.last());
        let length = tag_length(&rest[at..]);
        let tag = &rest[at..at + length];
        out.push_str(tag);
        step(&mut open, tag);
        rest = &rest[at + length..];
    }
    text(&mut out, rest, open.last());
    out
}

/// An element that is open, with what it means for the text inside.
struct Element<'a> {
    name: &'a str,
    /// Whether its text needs no mark, or can have none.
    settled: bool,
    /// The tag that can mark a part of its text: pictures have one of their own.
    mark: &'static str,
}

/// Opens or closes what a tag opens or closes.
fn step<'a>(open: &mut Vec<Element<'a>>, tag: &'a str) {
    let inside = tag.trim_start_matches(['<', '/']);
    let end = inside
        .find(|c: char| !c.is_ascii_alphanumeric())
        .unwrap_or(0);
    let name = &inside[..end];
    if tag.starts_with("</") {
        if let Some(at) = open.iter().rposition(|element| element.name == name) {
            open.truncate(at);
        }
    } else if !name.is_empty() && !tag.ends_with("/>") && !VOID.contains(&name) {
        let around = open.last().is_some_and(|element| element.settled);
        let settled = around || BARE.contains(&name) || tag.contains(" lang=\"ru\"");
        let drawn = name == "svg" || open.last().is_some_and(|element| element.mark == "tspan");
        open.push(Element {
            name,
            settled,
            mark: if drawn { "tspan" } else { "span" },
        });
    }
}

/// Length of a tag; signs inside quoted values do not end it.
fn tag_length(text: &str) -> usize {
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), byte) if byte == open => quote = None,
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'>') => return at + 1,
            _ => {}
        }
    }
    text.len()
}

fn text(out: &mut String, text: &str, within: Option<&Element<'_>>) {
    let mut rest = text;
    let settled = within.is_none_or(|element| element.settled);
    while let Some(start) = rest.find(is_russian).filter(|_| !settled) {
        let length = run_length(&rest[start..]);
        out.push_str(&rest[..start]);
        let mark = within.map_or("span", |element| element.mark);
        out.push_str(&format!("<{mark} lang=\"ru\">"));
        out.push_str(&rest[start..start + length]);
        out.push_str(&format!("</{mark}>"));
        rest = &rest[start + length..];
    }
    out.push_str(rest);
}

/// From a Russian letter to the last one before words of another alphabet, with the mark that closes it.
fn run_length(text: &str) -> usize {
    let foreign = text
        .find(|c: char| c.is_alphabetic() && !is_russian(c))
        .unwrap_or(text.len());
    let run = &text[..foreign];
    let last = run
        .char_indices()
        .rev()
        .find(|(_, c)| is_russian(*c) || *c == '»');
    last.map_or(foreign, |(at, c)| at + c.len_utf8())
}

/// Any Cyrillic letter: names of places may have those of the republics.
fn is_russian(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{52F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_are_marked_in_their_own_way() {
        let html = "<svg><title>План</title><text x=\"0\">Лес</text></svg><i>да</i>";
        let expected = "<svg><title>План</title><text x=\"0\"><tspan lang=\"ru\">Лес</tspan></text></svg><i><span lang=\"ru\">да</span></i>";
        assert_eq!(marked(html), expected);
    }

    #[test]
    fn russian_words_are_marked_once() {
        let html = "<title>План</title><p title=\"План\">Plan: <b>План «А»</b>, 5 measures of Зима, 2 of «Ключ».<br>да</p><div lang=\"ru\"><i>уже</i> да</div>";
        let expected = "<title>План</title><p title=\"План\">Plan: <b><span lang=\"ru\">План «А»</span></b>, 5 measures of <span lang=\"ru\">Зима</span>, 2 of «<span lang=\"ru\">Ключ»</span>.<br><span lang=\"ru\">да</span></p><div lang=\"ru\"><i>уже</i> да</div>";
        assert_eq!(marked(html), expected);
    }
}
