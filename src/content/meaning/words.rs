//! A Russian table cell cut into words that remember their place. Matching uses the folded spelling, answers
//! use the place, so that what is shown is always an exact piece of the cell.
//! This file knows letters and numbers; it must not know what a deadline, an indicator or a party is.

use std::borrow::Cow;

use crate::text::russian::{is_letter, small};

/// What sort of sign a [`Word`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// A run of letters.
    Letters,
    /// A run of digits.
    Digits,
    /// «¾» or `$\frac{3}{4}$`; folded to `3/4`.
    Fraction,
    /// Any hyphen or dash: the sources mix them freely.
    Dash,
    Comma,
    Semicolon,
    Colon,
    Dot,
    Slash,
    Percent,
    /// «№».
    NumberSign,
    Open,
    Close,
    /// Any quotation mark; sources open and close them carelessly.
    Quote,
    /// Everything else, one sign at a time.
    Other,
}

/// One word, number or sign of a cell.
#[derive(Debug, Clone)]
pub(super) struct Word<'a> {
    /// As written.
    pub raw: &'a str,
    /// Lower-case, «ё» as «е», Latin look-alikes as Cyrillic.
    pub folded: Cow<'a, str>,
    /// Where it begins in the cell, in bytes.
    pub start: usize,
    /// Where it ends in the cell, in bytes.
    pub end: usize,
    pub sort: Sort,
    /// White space or the beginning of the cell stands before it.
    pub spaced: bool,
}

impl Word<'_> {
    /// True when the folded word is one of `forms`.
    pub fn is(&self, forms: &[&str]) -> bool {
        forms.contains(&&*self.folded)
    }

    /// True when the folded word begins with one of `stems`.
    pub fn starts(&self, stems: &[&str]) -> bool {
        self.sort == Sort::Letters && stems.iter().any(|stem| self.folded.starts_with(stem))
    }

    /// The value of a run of digits that is short enough to be a number in a plan.
    pub fn number(&self) -> Option<i64> {
        if self.sort == Sort::Digits && self.folded.len() <= 9 {
            self.folded.parse().ok()
        } else {
            None
        }
    }

    /// The value, when the number can be a calendar year of a plan.
    pub fn year(&self) -> Option<i16> {
        let value = self.number().filter(|_| self.folded.len() == 4)?;
        i16::try_from(value)
            .ok()
            .filter(|year| (1990..=2100).contains(year))
    }

    /// True when the word as written begins with a capital letter.
    pub fn is_capitalised(&self) -> bool {
        self.raw.chars().next().is_some_and(char::is_uppercase)
    }

    /// True for «ШНОР», «ОО», «МКУ»: two or more letters, all but at most one of them capital («ИПКиППРО»).
    pub fn is_abbreviation(&self) -> bool {
        let letters = self.raw.chars().filter(|c| c.is_alphabetic()).count();
        let capitals = self.raw.chars().filter(|c| c.is_uppercase()).count();
        letters >= 2 && capitals >= 2 && capitals + 1 >= letters
    }

    /// The value of a Roman numeral up to twelve. Printed plans also show «П» and «Ш» where II and III were
    /// scanned; callers ask only where a numeral must stand.
    pub fn roman(&self) -> Option<i64> {
        let plain: String = self
            .raw
            .chars()
            .map(|letter| match letter {
                'І' | 'Ӏ' => 'I',
                'Х' => 'X',
                other => other,
            })
            .collect();
        let numerals = [
            "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII",
        ];
        match plain.as_str() {
            "П" => Some(2),
            "Ш" => Some(3),
            numeral => (1..)
                .zip(numerals)
                .find(|(_, known)| *known == numeral)
                .map(|(value, _)| value),
        }
    }

    /// The value of «один» … «десять» in any case.
    pub fn counted(&self) -> Option<i64> {
        const FORMS: [&[&str]; 10] = [
            &["один", "одна", "одно", "одного", "одной", "одну", "одном"],
            &["два", "две", "двух", "двум", "двумя"],
            &["три", "трех", "трем", "тремя"],
            &["четыре", "четырех", "четырем"],
            &["пять", "пяти", "пятью"],
            &["шесть", "шести", "шестью"],
            &["семь", "семи", "семью"],
            &["восемь", "восьми"],
            &["девять", "девяти"],
            &["десять", "десяти"],
        ];
        (1..)
            .zip(FORMS)
            .find(|(_, forms)| self.is(forms))
            .map(|(value, _)| value)
    }
}

/// The longest cell that is understood, in bytes. The longest one of the content has 1 022; beyond that a cell is shown as it
/// stands, and what it means is left open.
const LONGEST: usize = 16 * 1024;

/// A cell that is short enough to be understood.
pub(super) fn known_length(cell: &str) -> Option<&str> {
    (cell.len() <= LONGEST).then_some(cell)
}

/// Cuts a cell into words and signs. White space of every kind, invisible signs and HTML tags only separate.
pub(super) fn words(cell: &str) -> Vec<Word<'_>> {
    let mut found: Vec<Word<'_>> = Vec::new();
    let mut at = 0;
    let mut spaced = true;
    while let Some(first) = cell[at..].chars().next() {
        let rest = &cell[at..];
        if let Some(length) = blank_length(rest, first) {
            spaced = true;
            at += length;
            continue;
        }
        let (length, sort, folded) = sign(rest, first);
        found.push(Word {
            raw: &rest[..length],
            folded,
            start: at,
            end: at + length,
            sort,
            spaced,
        });
        spaced = false;
        at += length;
    }
    found
}

/// How many bytes of `rest` are only a gap: white space, zero-width signs, control signs, emphasis marks, a tag.
fn blank_length(rest: &str, first: char) -> Option<usize> {
    let invisible = matches!(
        first,
        '\u{200B}'..='\u{200F}' | '\u{FEFF}' | '\u{2060}' | '\u{AD}' | '*'
    );
    if first.is_whitespace() || first.is_control() || invisible {
        return Some(first.len_utf8());
    }
    let tag = rest
        .strip_prefix('<')
        .filter(|inner| inner.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/'))?;
    tag.find('>')
        .filter(|end| *end <= 80)
        .map(|end| end + '<'.len_utf8() + '>'.len_utf8())
}

/// Length, sort and folded form of the word or sign at the beginning of `rest`.
fn sign(rest: &str, first: char) -> (usize, Sort, Cow<'_, str>) {
    if is_letter(first) {
        let length = run(rest, |c| is_letter(c) || is_inside_word(c));
        return (length, Sort::Letters, fold(&rest[..length]));
    }
    if first.is_ascii_digit() {
        let length = run(rest, |c| c.is_ascii_digit());
        return (length, Sort::Digits, Cow::Borrowed(&rest[..length]));
    }
    if let Some((length, fraction)) = latex_fraction(rest).or_else(|| sign_fraction(first)) {
        return (length, Sort::Fraction, Cow::Owned(fraction));
    }
    let sort = match first {
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE63}' | '\u{FF0D}' => Sort::Dash,
        ',' => Sort::Comma,
        ';' => Sort::Semicolon,
        ':' => Sort::Colon,
        '.' | '…' => Sort::Dot,
        '/' | '\\' => Sort::Slash,
        '%' => Sort::Percent,
        '№' => Sort::NumberSign,
        '(' | '[' | '{' => Sort::Open,
        ')' | ']' | '}' => Sort::Close,
        '«' | '»' | '"' | '“' | '”' | '„' | '‟' => Sort::Quote,
        _ => Sort::Other,
    };
    let length = first.len_utf8();
    (length, sort, Cow::Borrowed(&rest[..length]))
}

/// Bytes of the longest beginning of `text` whose signs all pass `fits`.
fn run(text: &str, fits: impl Fn(char) -> bool) -> usize {
    text.find(|c| !fits(c)).unwrap_or(text.len())
}

/// Signs that stand inside a word without being letters: soft hyphen, zero-width space, stress and breve marks.
fn is_inside_word(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}' | '\u{0300}'..='\u{036F}')
}

/// `$\frac{3}{4}$` as scanned documents write «¾».
fn latex_fraction(rest: &str) -> Option<(usize, String)> {
    let inner = rest.strip_prefix('$').unwrap_or(rest);
    let (above, tail) = inner.strip_prefix("\\frac{")?.split_once("}{")?;
    let (below, tail) = tail.split_once('}')?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(above) || !digits(below) || above.len() + below.len() > 6 {
        return None;
    }
    let tail = tail.strip_prefix('$').unwrap_or(tail);
    Some((rest.len() - tail.len(), format!("{above}/{below}")))
}

/// A fraction printed as one sign.
fn sign_fraction(sign: char) -> Option<(usize, String)> {
    let folded = match sign {
        '½' => "1/2",
        '⅓' => "1/3",
        '⅔' => "2/3",
        '¼' => "1/4",
        '¾' => "3/4",
        '⅕' => "1/5",
        '⅖' => "2/5",
        '⅗' => "3/5",
        '⅘' => "4/5",
        _ => return None,
    };
    Some((sign.len_utf8(), folded.to_owned()))
}

/// The spelling used for matching. A Latin look-alike is taken for Cyrillic when the word has a Cyrillic letter
/// or consists of look-alikes only («OO» typed on a Latin keyboard), never inside a Latin word.
pub(super) fn fold(raw: &str) -> Cow<'_, str> {
    // Most words of a cell are spelled so already.
    if raw.chars().all(|c| ('а'..='я').contains(&c)) {
        return Cow::Borrowed(raw);
    }
    // Only letters of other alphabets have more than one small letter.
    let plain = raw
        .chars()
        .all(|c| c.is_ascii() || ('Ё'..='ё').contains(&c));
    let letters: Cow<'_, str> = match plain {
        true => Cow::Borrowed(raw),
        false => Cow::Owned(raw.chars().flat_map(char::to_lowercase).collect()),
    };
    let mut folded = String::with_capacity(letters.len());
    for letter in letters.chars().map(small) {
        match letter {
            'ё' => folded.push('е'),
            '\u{0306}' if folded.ends_with('и') => {
                folded.pop();
                folded.push('й');
            }
            mark if is_inside_word(mark) => {}
            other => folded.push(other),
        }
    }
    let cyrillic = |c: char| ('а'..='я').contains(&c);
    let alike = |c: char| look_alike(c).is_some();
    let is_russian = folded.chars().any(cyrillic) || folded.chars().all(alike);
    if is_russian && folded.chars().any(alike) {
        folded = folded.chars().map(|c| look_alike(c).unwrap_or(c)).collect();
    }
    Cow::Owned(folded)
}

/// The Cyrillic letter that looks like this Latin one, in capitals or in small letters.
fn look_alike(latin: char) -> Option<char> {
    Some(match latin {
        'a' => 'а',
        'b' => 'в',
        'c' => 'с',
        'e' => 'е',
        'h' => 'н',
        'k' => 'к',
        'm' => 'м',
        'o' => 'о',
        'p' => 'р',
        't' => 'т',
        'x' => 'х',
        'y' => 'у',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(cell: &str) -> Vec<String> {
        let own = |word: Word<'_>| word.folded.into_owned();
        words(cell).into_iter().map(own).collect()
    }

    #[test]
    fn words_are_cut_at_blanks_signs_and_between_letters_and_digits() {
        let table: [(&str, &[&str]); 9] = [
            (
                "Март-\u{a0}август\n 2023 г.",
                &["март", "-", "август", "2023", "г", "."],
            ),
            ("апрель2023", &["апрель", "2023"]),
            ("20–21 апреля", &["20", "–", "21", "апреля"]),
            ("Определён", &["определен"]),
            ("Cистема", &["система"]),
            ("OO и MOODLE", &["оо", "и", "moodle"]),
            ("не менее $\\frac{3}{4}$", &["не", "менее", "3/4"]),
            ("<b>май</b><br/>июнь", &["май", "июнь"]),
            ("май\u{301} и\u{306}", &["май", "й"]),
        ];
        for (cell, expected) in table {
            assert_eq!(folded(cell), expected, "{cell}");
        }
    }

    #[test]
    fn every_word_is_an_exact_piece_of_the_cell() {
        let cell = "«Приказ» № 8 — ¾ 😀 $\\frac{1}{$ 100%\u{ad}";
        for word in words(cell) {
            assert_eq!(&cell[word.start..word.end], word.raw);
        }
    }

    #[test]
    fn numerals_and_numbers_in_words() {
        let value = |cell: &str| words(cell).first().and_then(Word::roman);
        assert_eq!(value("IV"), Some(4));
        assert_eq!(value("ІІ"), Some(2));
        assert_eq!(value("МКУ"), None);
        assert_eq!(words("двух").first().and_then(Word::counted), Some(2));
        assert_eq!(words("12345678901").first().and_then(Word::number), None);
    }
}
