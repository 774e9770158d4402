//! Values as they are written into a TOML file. It must not know what they mean.

use std::fmt::Write;

/// A text as a TOML string: in double quotes, in single ones when that spares backslashes, on several lines when it
/// has several. Line breaks inside become those of the file.
pub fn text(text: &str, line_break: &str) -> String {
    let text = text.replace("\r\n", "\n");
    if text.contains('\n') {
        let lines = escaped(&text, &['\n', '\t']).replace("\"\"\"", "\"\"\\\"");
        // A quotation mark at the very end would touch the closing ones.
        let lines = match lines.strip_suffix('"') {
            Some(rest) if !rest.ends_with('\\') => format!("{rest}\\\""),
            _ => lines,
        };
        return format!("\"\"\"\n{lines}\"\"\"").replace('\n', line_break);
    }
    line(&text)
}

/// A text as a TOML string on one line, whatever it holds: for tables in braces.
pub fn line(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let awkward = text.contains(['"', '\\']);
    let literal = !text.contains('\'') && !text.contains(|c: char| c.is_control());
    if awkward && literal {
        return format!("'{text}'");
    }
    format!("\"{}\"", escaped(&text, &[]).replace('"', "\\\""))
}

/// Backslashes and control characters made visible; quotation marks are left to the caller.
fn escaped(text: &str, kept: &[char]) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' => out.push_str("\\\\"),
            letter if kept.contains(&letter) => out.push(letter),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            letter if letter.is_control() => {
                let _ = write!(out, "\\u{:04X}", letter as u32);
            }
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_reads_back_as_it_was() {
        for value in [
            "Собрания прошли в 7 школах",
            "план \"ИОМ\"",
            r"$\frac{3}{4}$",
            r#"'a' "b" \c"#,
            "две\nстроки",
            "в конце кавычка\n\"",
            "три \"\"\" подряд\nи \"\"\"\" четыре",
            "таб\tи \u{1}\u{7f}",
            "косая в конце\n\\",
            "пробел в конце \nи \\\" тут\n\\\"",
            "",
        ] {
            for written in [text(value, "\n"), text(value, "\r\n"), line(value)] {
                let written = format!("x = {written}\n");
                let read: toml::Table =
                    written.parse().unwrap_or_else(|e| panic!("{written}: {e}"));
                let read = read["x"].as_str().expect("a text").replace("\r\n", "\n");
                assert_eq!(read, value, "{written}");
            }
        }
        assert_eq!(text("план \"ИОМ\"", "\n"), "'план \"ИОМ\"'");
    }
}
