//! Formulas of old Word files: the instruction `EQ \f(3;4)` of a field, which has no text beside it.

use crate::import::read::math::linear::{fraction, raised, root};

/// What a field instruction shows when it is a formula or a single sign; none for any other instruction.
pub fn shown(instruction: &str) -> Option<String> {
    let words = instruction.trim();
    if let Some(formula) = prefix(words, "EQ ") {
        return Some(line(formula));
    }
    let sign = prefix(words, "SYMBOL ")?;
    let code = sign.split_whitespace().next()?;
    let code = match code.strip_prefix("0x") {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => code.parse().ok()?,
    };
    char::from_u32(code).map(|letter| letter.to_string())
}

fn prefix<'a>(words: &'a str, start: &str) -> Option<&'a str> {
    let head = words.get(..start.len())?;
    head.eq_ignore_ascii_case(start)
        .then(|| &words[start.len()..])
}

/// A formula on a line: fractions, roots and powers are built, other switches leave their arguments as they stand.
fn line(formula: &str) -> String {
    let mut text = String::new();
    let mut rest = formula;
    while let Some(at) = rest.find('\\') {
        text.push_str(&rest[..at]);
        let command = &rest[at + 1..];
        let length = command
            .find(|c: char| !c.is_ascii_alphabetic())
            .unwrap_or(command.len());
        let (name, after) = command.split_at(length);
        if length == 0 {
            // A sign after a backslash stands for itself.
            let mut letters = after.chars();
            text.extend(letters.next());
            rest = letters.as_str();
            continue;
        }
        match arguments(after.trim_start()) {
            Some((arguments, left)) => {
                text.push_str(&built(name, &arguments));
                rest = left;
            }
            None => rest = after,
        }
    }
    text.push_str(rest);
    text.trim().to_owned()
}

fn built(name: &str, arguments: &[&str]) -> String {
    let parts: Vec<String> = arguments.iter().map(|part| line(part)).collect();
    match (name.to_ascii_lowercase().as_str(), parts.as_slice()) {
        ("f", [top, bottom]) => fraction(top, bottom),
        ("r", [under]) => root("", under),
        ("r", [degree, under]) => root(degree, under),
        ("s" | "su" | "up", [power]) => raised("", power),
        ("b", _) => format!("({})", parts.join("; ")),
        _ => parts.join("; "),
    }
}

/// What stands in the brackets at the start, parted at the top level by semicolons or commas, and what follows. A comma
/// parts only where there is no semicolon: in Russian it stands in numbers.
fn arguments(text: &str) -> Option<(Vec<&str>, &str)> {
    let inside = text.strip_prefix('(')?;
    let (mut depth, mut semicolons, mut commas) = (0_usize, Vec::new(), Vec::new());
    let mut end = None;
    for (at, c) in inside.char_indices() {
        match c {
            '(' => depth += 1,
            ')' if depth == 0 => {
                end = Some(at);
                break;
            }
            ')' => depth -= 1,
            ';' if depth == 0 => semicolons.push(at),
            ',' if depth == 0 => commas.push(at),
            _ => {}
        }
    }
    let end = end?;
    let cuts = if semicolons.is_empty() {
        commas
    } else {
        semicolons
    };
    let mut parts = Vec::new();
    let mut from = 0;
    for cut in cuts {
        parts.push(&inside[from..cut]);
        from = cut + 1;
    }
    parts.push(&inside[from..end]);
    Some((parts, &inside[end + 1..]))
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn a_fraction_of_an_old_file_is_read() {
        assert_eq!(shown(" EQ \\f(3;4) ").as_deref(), Some("¾"));
        assert_eq!(shown("eq \\f(7,12)").as_deref(), Some("7/12"));
        assert_eq!(shown("EQ x\\s\\up(2)").as_deref(), Some("x²"));
        assert_eq!(shown("PAGE"), None);
    }
}
