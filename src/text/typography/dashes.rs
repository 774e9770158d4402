//! Dashes between words, ranges of numbers, the sign of negative numbers.

use super::marks::{NBSP, after, before};

/// Numbers after these are written with hyphens that mean no range: house and flat, a telephone.
const NOT_RANGES: &[&str] = &["№", "д.", "кв.", "тел.", "каб.", "корп."];

/// Sets the dashes of a Russian text.
pub fn russian(letters: &mut Vec<char>) {
    join_double(letters);
    set(letters, '—');
}

/// Sets the dashes of a text; `dash` stands between words.
pub fn set(letters: &mut [char], dash: char) {
    for at in 0..letters.len() {
        if !matches!(letters[at], '-' | '–' | '—') {
            continue;
        }
        if between_words(letters, at) {
            put_between_words(letters, at, dash);
        } else if letters[at] == '-' && is_range(letters, at) {
            letters[at] = '–';
        } else if letters[at] == '-' && is_minus(letters, at) {
            letters[at] = '−';
        }
    }
}

/// Two hyphens with spaces around are how a dash is typed.
fn join_double(letters: &mut Vec<char>) {
    let double = [' ', '-', '-', ' '];
    let mut at = 0;
    while at + double.len() <= letters.len() {
        if letters[at..at + double.len()] == double {
            letters.remove(at + 1);
        }
        at += 1;
    }
}

/// Spaces on both sides and a word before. Between two numbers only a long dash is one: «5 - 7» may be a range.
fn between_words(letters: &[char], at: usize) -> bool {
    let (Some(left), right) = (before(letters, at), after(letters, at)) else {
        return false;
    };
    let parted = is_space(letters[left]) && right.is_none_or(|right| is_blank(letters[right]));
    let Some(word) = before(letters, left).filter(|_| parted) else {
        return false;
    };
    let next = right.and_then(|right| after(letters, right));
    let numbers =
        letters[word].is_ascii_digit() && next.is_some_and(|next| letters[next].is_ascii_digit());
    !is_blank(letters[word]) && (letters[at] == '—' || !numbers)
}

/// A line does not begin with a dash, so the space before it does not break.
fn put_between_words(letters: &mut [char], at: usize, dash: char) {
    letters[at] = dash;
    if let Some(left) = before(letters, at) {
        letters[left] = NBSP;
    }
    if let Some(right) = after(letters, at).filter(|right| letters[*right] == NBSP) {
        letters[right] = ' ';
    }
}

/// Two whole numbers, the first less than the second, and nothing that makes them a date, a telephone or a number of
/// an act.
fn is_range(letters: &[char], at: usize) -> bool {
    let first = at
        - letters[..at]
            .iter()
            .rev()
            .take_while(|c| c.is_ascii_digit())
            .count();
    let tail = &letters[at + 1..];
    let last = at + 1 + tail.iter().take_while(|c| c.is_ascii_digit()).count();
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '–' | '/' | '№' | '_');
    let goes_on = |at: usize| letters.get(at + 1).is_some_and(char::is_ascii_digit);
    let joined_before =
        first > 0 && (is_part(letters[first - 1]) || matches!(letters[first - 1], '.' | ',' | ':'));
    let joined_after = letters
        .get(last)
        .is_some_and(|c| is_part(*c) || (matches!(c, '.' | ',' | ':') && goes_on(last)));
    let less = match (number(&letters[first..at]), number(&letters[at + 1..last])) {
        (Some(from), Some(to)) => from < to,
        _ => false,
    };
    less && !joined_before
        && !joined_after
        && !NOT_RANGES.contains(&word_before(letters, first).as_str())
}

/// A number of at most four digits without zeros in front.
fn number(digits: &[char]) -> Option<u32> {
    let text: String = digits.iter().collect();
    let tame = (1..=4).contains(&text.len()) && !text.starts_with('0');
    text.parse().ok().filter(|_| tame)
}

/// The word that stands before `at`, with its marks.
fn word_before(letters: &[char], at: usize) -> String {
    let head = &letters[..at];
    let end = head
        .iter()
        .rposition(|c| !is_blank(*c))
        .map_or(0, |at| at + 1);
    let start = head[..end]
        .iter()
        .rposition(|c| is_blank(*c))
        .map_or(0, |at| at + 1);
    head[start..end].iter().collect()
}

/// A hyphen before a digit inside a line, where no number stands before it.
fn is_minus(letters: &[char], at: usize) -> bool {
    let number = letters.get(at + 1).is_some_and(char::is_ascii_digit);
    let Some(left) = before(letters, at).filter(|_| number) else {
        return false;
    };
    match letters[left] {
        '(' => true,
        ' ' | NBSP => {
            let word = before(letters, left).map(|word| letters[word]);
            word.is_some_and(|c| !is_blank(c) && !c.is_ascii_digit())
        }
        _ => false,
    }
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | NBSP)
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == NBSP
}
