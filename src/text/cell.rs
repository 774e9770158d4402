//! Cells of real documents carry traces of other programs: LaTeX fractions, bookmarks, emphasis marks, tags.
//! The cell itself is kept word for word; this makes the text that pages show, and tells when it differs.

/// The text of a cell for display: traces of other programs removed, fractions as characters.
/// Line breaks and runs of spaces stay, since lists in cells depend on them.
pub fn shown(cell: &str) -> String {
    // Nearly all cells carry no trace at all, and every page shows cells.
    if !may_have_traces(cell) {
        return cell.trim().to_owned();
    }
    let text = without_bookmarks(&fractions(cell));
    without_emphasis(&text).trim().to_owned()
}

/// The text of a cell for display, on one line.
pub fn shown_line(cell: &str) -> String {
    if may_have_traces(cell) {
        one_line(&shown(cell))
    } else {
        one_line(cell)
    }
}

/// A cell that is shown as it stands, on one line; none when it must be looked at more closely.
pub fn plain_line(cell: &str) -> Option<&str> {
    (!may_have_traces(cell) && is_one_line(cell)).then_some(cell)
}

fn may_have_traces(cell: &str) -> bool {
    cell.bytes()
        .any(|byte| matches!(byte, b'\\' | b'[' | b'*' | b'<'))
}

/// True when the shown text differs from the cell in more than spaces.
pub fn has_leftovers(cell: &str) -> bool {
    may_have_traces(cell) && one_line(&shown(cell)) != one_line(cell)
}

/// The text on one line, with single spaces.
pub fn one_line(text: &str) -> String {
    // Nearly all texts are so already, and every stage asks.
    if is_one_line(text) {
        return text.to_owned();
    }
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// True for a text whose only blanks are single spaces between words.
fn is_one_line(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut last = b' ';
    for (at, byte) in bytes.iter().copied().enumerate() {
        let next = || (bytes.get(at + 1).copied(), bytes.get(at + 2).copied());
        let other_blank = match byte {
            b' ' => last == b' ',
            b'\t'..=b'\r' => true,
            0xC2 => matches!(next(), (Some(0x85 | 0xA0), _)),
            0xE1 => matches!(next(), (Some(0x9A), Some(0x80))),
            0xE2 => matches!(
                next(),
                (Some(0x80), Some(0x80..=0x8A | 0xA8 | 0xA9 | 0xAF)) | (Some(0x81), Some(0x9F))
            ),
            0xE3 => matches!(next(), (Some(0x80), Some(0x80))),
            _ => false,
        };
        if other_blank {
            return false;
        }
        last = byte;
    }
    last != b' ' || text.is_empty()
}

/// Lines of a cell as paragraphs and list items: a line that begins with a dash or a number starts a new line;
/// any other line break is only the paper's edge and becomes a space.
pub fn lines(cell: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in cell.lines() {
        let line = one_line(line);
        let is_item = starts_item(&line);
        match lines.last_mut() {
            _ if line.is_empty() => {}
            Some(last) if !is_item => {
                last.push(' ');
                last.push_str(&line);
            }
            _ => lines.push(line),
        }
    }
    lines
}

fn starts_item(line: &str) -> bool {
    let dash = line.starts_with(['-', '–', '—', '•']);
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    dash || (digits > 0 && line[digits..].starts_with(['.', ')']))
}

/// `$\frac{3}{4}$` and `\frac{3}{4}` become «¾», or «3/4» when there is no such character.
fn fractions(cell: &str) -> String {
    let mut out = String::with_capacity(cell.len());
    let mut rest = cell;
    while let Some(at) = rest.find("\\frac{") {
        let (before, from) = rest.split_at(at);
        let Some((fraction, after)) = fraction(&from["\\frac{".len()..]) else {
            break;
        };
        out.push_str(before.strip_suffix('$').unwrap_or(before));
        out.push_str(&fraction);
        rest = after.strip_prefix('$').unwrap_or(after);
    }
    out.push_str(rest);
    out
}

fn fraction(text: &str) -> Option<(String, &str)> {
    let (above, text) = text.split_once("}{")?;
    let (below, rest) = text.split_once('}')?;
    let character = match (above.trim(), below.trim()) {
        ("1", "2") => "½",
        ("1", "3") => "⅓",
        ("2", "3") => "⅔",
        ("1", "4") => "¼",
        ("3", "4") => "¾",
        (above, below) if above.len() + below.len() < 12 => {
            return Some((format!("{above}/{below}"), rest));
        }
        _ => return None,
    };
    Some((character.to_owned(), rest))
}

/// `[bookmark: _GoBack]` is what a converter makes of Word's bookmarks.
fn without_bookmarks(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("[bookmark:") {
        let Some(end) = rest[at..].find(']') else {
            break;
        };
        out.push_str(&rest[..at]);
        rest = &rest[at + end + 1..];
    }
    out.push_str(rest);
    out
}

/// `**` and the tags `<b> <i> <u> <br>` are emphasis that a converter left. Anything else in angle brackets is text.
fn without_emphasis(text: &str) -> String {
    let mut out = text.replace("**", "");
    for tag in ["b", "i", "u", "strong", "em"] {
        out = out
            .replace(&format!("<{tag}>"), "")
            .replace(&format!("</{tag}>"), "");
    }
    out.replace("<br>", "\n").replace("<br/>", "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_blank_becomes_one_space() {
        let blanks = (0..=0x3000).filter_map(char::from_u32);
        for blank in blanks.filter(|c| c.is_whitespace()) {
            assert_eq!(one_line(&format!("план{blank}№ 1 – «я»")), "план № 1 – «я»");
            assert_eq!(
                one_line(&format!("{blank}план {blank} школы {blank}")),
                "план школы"
            );
        }
        for text in ["", "план № 1 – «я» … “да”, 5 °C", "\u{1C}а"] {
            assert!(is_one_line(text), "{text}");
        }
    }

    #[test]
    fn leftovers_of_other_programs_are_not_shown() {
        assert_eq!(
            shown(r"не менее $\frac{3}{4}$ педагогов"),
            "не менее ¾ педагогов"
        );
        assert_eq!(shown(r"\frac{5}{7} и $\frac{1}{2}$"), "5/7 и ½");
        assert_eq!(shown("[bookmark: _GoBack]Адресная"), "Адресная");
        assert_eq!(
            shown("**проблемы** <b>x</b> <script>"),
            "проблемы x <script>"
        );
        assert_eq!(shown(r"\frac{broken"), r"\frac{broken");
        assert!(has_leftovers(r"$\frac{3}{4}$") && !has_leftovers("апрель  октябрь"));
    }

    #[test]
    fn a_line_break_is_kept_only_before_an_item() {
        assert_eq!(lines("Март- август\n 2023 г."), ["Март- август 2023 г."]);
        assert_eq!(
            lines("приказы:\n– о группе;\n- о школе"),
            ["приказы:", "– о группе;", "- о школе"]
        );
    }
}
