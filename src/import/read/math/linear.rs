//! Pieces of formulas written on a line: `¾`, `7/12`, `x²`, `√(a + b)`, `∑_(i=1)^n`.

/// Fractions that have a letter of their own.
const FRACTIONS: &[(&str, &str, char)] = &[
    ("1", "2", '½'),
    ("1", "3", '⅓'),
    ("2", "3", '⅔'),
    ("1", "4", '¼'),
    ("3", "4", '¾'),
    ("1", "5", '⅕'),
    ("2", "5", '⅖'),
    ("3", "5", '⅗'),
    ("4", "5", '⅘'),
    ("1", "6", '⅙'),
    ("5", "6", '⅚'),
    ("1", "7", '⅐'),
    ("1", "8", '⅛'),
    ("3", "8", '⅜'),
    ("5", "8", '⅝'),
    ("7", "8", '⅞'),
    ("1", "9", '⅑'),
    ("1", "10", '⅒'),
];

const RAISED: &[(char, char)] = &[
    ('0', '⁰'),
    ('1', '¹'),
    ('2', '²'),
    ('3', '³'),
    ('4', '⁴'),
    ('5', '⁵'),
    ('6', '⁶'),
    ('7', '⁷'),
    ('8', '⁸'),
    ('9', '⁹'),
    ('+', '⁺'),
    ('-', '⁻'),
    ('−', '⁻'),
    ('n', 'ⁿ'),
    ('i', 'ⁱ'),
];

const LOWERED: &[(char, char)] = &[
    ('0', '₀'),
    ('1', '₁'),
    ('2', '₂'),
    ('3', '₃'),
    ('4', '₄'),
    ('5', '₅'),
    ('6', '₆'),
    ('7', '₇'),
    ('8', '₈'),
    ('9', '₉'),
    ('+', '₊'),
    ('-', '₋'),
    ('−', '₋'),
];

/// A fraction: a letter of its own where there is one, else with a slash.
pub fn fraction(top: &str, bottom: &str) -> String {
    let (top, bottom) = (top.trim(), bottom.trim());
    let own = FRACTIONS
        .iter()
        .find(|(above, below, _)| *above == top && *below == bottom);
    match own {
        Some((_, _, letter)) => letter.to_string(),
        None => format!("{}/{}", held(top), held(bottom)),
    }
}

/// A power.
pub fn raised(base: &str, power: &str) -> String {
    format!("{}{}", held(base), small(power, RAISED, '^'))
}

/// A lower index.
pub fn lowered(base: &str, index: &str) -> String {
    format!("{}{}", base.trim(), small(index, LOWERED, '_'))
}

/// A root; an empty degree is two.
pub fn root(degree: &str, under: &str) -> String {
    let under = held(under);
    match degree.trim() {
        "" | "2" => format!("√{under}"),
        "3" => format!("∛{under}"),
        "4" => format!("∜{under}"),
        other => format!("{}√{under}", small(other, RAISED, '^')),
    }
}

/// A sum, product or integral with its bounds, either of which may be empty.
pub fn operator(sign: &str, below: &str, above: &str, of: &str) -> String {
    let mut text = sign.to_owned();
    if !below.trim().is_empty() {
        text.push_str(&small(below, LOWERED, '_'));
    }
    if !above.trim().is_empty() {
        text.push_str(&small(above, RAISED, '^'));
    }
    if !of.trim().is_empty() {
        text.push(' ');
        text.push_str(of.trim());
    }
    text
}

/// Adds a formula to a line: «2» and «7/12» must not become «27/12».
pub fn append(line: &mut String, formula: &str) {
    let clash = line.ends_with(|c: char| c.is_ascii_digit())
        && formula.starts_with(|c: char| c.is_ascii_digit());
    if clash {
        line.push(' ');
    }
    line.push_str(formula);
}

/// The piece in brackets unless it is one number or word.
fn held(piece: &str) -> String {
    let piece = piece.trim();
    let whole = piece
        .chars()
        .all(|c| c.is_alphanumeric() || matches!(c, '.' | ',' | '%'));
    if whole || is_bracketed(piece) {
        piece.to_owned()
    } else {
        format!("({piece})")
    }
}

fn is_bracketed(piece: &str) -> bool {
    if !(piece.starts_with('(') && piece.ends_with(')')) {
        return false;
    }
    let mut depth = 0_usize;
    for (at, c) in piece.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 && at + 1 < piece.len() {
            return false;
        }
    }
    true
}

fn small(piece: &str, letters: &[(char, char)], sign: char) -> String {
    let piece = piece.trim();
    let own: Option<String> = piece
        .chars()
        .map(|c| {
            letters
                .iter()
                .find(|(usual, _)| *usual == c)
                .map(|(_, small)| *small)
        })
        .collect();
    own.unwrap_or_else(|| format!("{sign}{}", held(piece)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_fractions_have_their_letter_and_others_a_slash() {
        assert_eq!(fraction("3", "4"), "¾");
        assert_eq!(fraction("7", "12"), "7/12");
        assert_eq!(fraction("a + b", "2"), "(a + b)/2");
        assert_eq!(fraction("(a)(b)", "2"), "((a)(b))/2");
    }

    #[test]
    fn a_mixed_number_stays_apart() {
        let mut line = "не менее 2".to_owned();
        append(&mut line, &fraction("7", "12"));
        assert_eq!(line, "не менее 2 7/12");
    }

    #[test]
    fn powers_and_indices() {
        assert_eq!(raised("x", "2"), "x²");
        assert_eq!(raised("x", "a+b"), "x^(a+b)");
        assert_eq!(lowered("К", "10"), "К₁₀");
        assert_eq!(root("", "a+b"), "√(a+b)");
        assert_eq!(root("3", "8"), "∛8");
        assert_eq!(operator("∑", "i=1", "n", "x"), "∑_(i=1)ⁿ x");
    }
}
