//! Texts in quotes inside the code of a template: `{{ scope or "на всём портале" }}`.

use super::speaker::{Speaker, is_russian};

/// The code with its Russian texts in the language; `at` is its place in the file.
pub fn translated(code: &str, at: usize, speaker: &mut Speaker<'_>) -> String {
    if !is_russian(code) {
        return code.to_owned();
    }
    let mut out = String::with_capacity(code.len());
    let mut rest = code;
    while let Some(start) = rest.find(['"', '\'', '`']) {
        let quote = &rest[start..=start];
        let Some(length) = rest[start + 1..].find(quote) else {
            break;
        };
        let text = &rest[start + 1..start + 1 + length];
        out.push_str(&rest[..start]);
        if is_russian(text) {
            let place = at + (code.len() - rest.len()) + start;
            out.push_str(&quoted(&speaker.say(text, place)));
        } else {
            out.push_str(&rest[start..start + length + 2]);
        }
        rest = &rest[start + length + 2..];
    }
    out.push_str(rest);
    out
}

/// The text in quotes that it does not have itself.
fn quoted(text: &str) -> String {
    let quote = ['"', '`', '\'']
        .into_iter()
        .find(|quote| !text.contains(*quote));
    match quote {
        Some(quote) => format!("{quote}{text}{quote}"),
        None => format!("\"{}\"", text.replace('"', "”")),
    }
}
