//! Lines of an iCalendar file by RFC 5545, section 3.1: CRLF, at most 75 octets a line, continued on lines that begin
//! with a space. A letter of two octets is never torn, nor a letter from its accent.

/// Octets of a line without its CRLF.
const LONGEST: usize = 75;

/// A file being written.
#[derive(Debug, Default)]
pub struct Lines(String);

impl Lines {
    /// A property whose value is text, with what the format reads as signs escaped.
    pub fn text(&mut self, name: &str, value: &str) {
        self.put(&format!("{name}:{}", escaped(value)));
    }

    /// A property whose value is a list of texts.
    pub fn list(&mut self, name: &str, values: &[&str]) {
        let values: Vec<String> = values.iter().map(|value| escaped(value)).collect();
        self.put(&format!("{name}:{}", values.join(",")));
    }

    /// A property whose value is no text: a date, an address, a number, a word of the format.
    pub fn raw(&mut self, name: &str, value: &str) {
        let value: String = value.chars().filter(|c| !c.is_control()).collect();
        self.put(&format!("{name}:{value}"));
    }

    /// The file.
    pub fn into_bytes(self) -> Vec<u8> {
        self.0.into_bytes()
    }

    fn put(&mut self, line: &str) {
        let mut rest = line;
        let mut room = LONGEST;
        loop {
            let (now, later) = rest.split_at(fold_at(rest, room));
            self.0.push_str(now);
            self.0.push_str("\r\n");
            if later.is_empty() {
                return;
            }
            self.0.push(' ');
            rest = later;
            room = LONGEST - 1;
        }
    }
}

/// Where a line ends that has room for so many octets: before a letter that does not fit with its accents, and never
/// between a backslash and what it escapes.
fn fold_at(text: &str, room: usize) -> usize {
    if text.len() <= room {
        return text.len();
    }
    let mut end = 0;
    let mut letters = text.char_indices().peekable();
    while let Some((_, letter)) = letters.next() {
        if letter == '\\' {
            letters.next();
        }
        while letters.next_if(|(_, c)| is_accent(*c)).is_some() {}
        let next = letters.peek().map_or(text.len(), |(at, _)| *at);
        if next > room {
            break;
        }
        end = next;
    }
    if end > 0 {
        end
    } else {
        text.floor_char_boundary(room)
    }
}

/// Accents that stand after their letter: «й» may be written as «и» and a breve.
fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{200d}' | '\u{fe0f}')
}

/// Section 3.3.11: backslash, semicolon and comma behind a backslash, a new line as `\n`; other control characters may
/// not stand in a text.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' | '\r' => out.push_str("\\n"),
            '\t' => out.push(' '),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(name: &str, value: &str) -> String {
        let mut lines = Lines::default();
        lines.text(name, value);
        String::from_utf8(lines.into_bytes()).expect("letters are whole")
    }

    #[test]
    fn no_line_is_longer_than_75_octets_and_nothing_is_lost() {
        for letter in ["a", "я", "€", "😀", "и\u{306}", ",", "\\", "ä,я"] {
            for count in 0..200 {
                let text = letter.repeat(count);
                let file = written("SUMMARY", &text);
                let lines: Vec<&str> = file
                    .strip_suffix("\r\n")
                    .expect("an end")
                    .split("\r\n")
                    .collect();
                for (at, line) in lines.iter().enumerate() {
                    assert!(line.len() <= 75, "{letter} × {count}: {}", line.len());
                    assert_eq!(at > 0, line.starts_with(' '), "{letter} × {count}");
                    assert!(!line[1.min(line.len())..].starts_with('\u{306}'), "{line}");
                }
                let whole = file
                    .replace("\r\n ", "")
                    .replace("\\,", ",")
                    .replace("\\\\", "\\");
                assert_eq!(whole, format!("SUMMARY:{text}\r\n"));
            }
        }
    }

    #[test]
    fn lines_are_full() {
        let file = written("A", &"я".repeat(100));
        let lengths: Vec<usize> = file.split("\r\n").map(str::len).collect();
        assert_eq!(lengths, [74, 75, 55, 0]);
    }

    #[test]
    fn signs_of_the_format_are_escaped() {
        assert_eq!(
            written("DESCRIPTION", "а, б; в\\г\r\nд\nе\u{7}\tж: «з»"),
            "DESCRIPTION:а\\, б\\; в\\\\г\\nд\\nе ж: «з»\r\n"
        );
        let mut lines = Lines::default();
        lines.list("CATEGORIES", &["а, б", "в"]);
        lines.raw("URL", "https://a.b/\r\nX:1");
        assert_eq!(
            lines.into_bytes(),
            "CATEGORIES:а\\, б,в\r\nURL:https://a.b/X:1\r\n".as_bytes()
        );
    }
}
