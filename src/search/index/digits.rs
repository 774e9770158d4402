//! Numbers as printable text. Index files are JSON, because static hosts compress text and nothing else; inside them
//! lists of numbers are strings of 90 printable characters that JSON never escapes. Compressed, they weigh about what
//! packed bytes would.

/// How many different characters there are: `#`…`}` without the backslash. `~` stays free.
pub const SYMBOLS: u32 = 90;
/// Digits below this end a number; digits from here on say that another follows.
const LAST: u32 = SYMBOLS / 2;

/// The character of a value below [`SYMBOLS`].
pub fn symbol(value: u32) -> char {
    let code = 35 + value + u32::from(value >= 57);
    char::from_u32(code).unwrap_or('#')
}

/// The value of a character; 0 for one that is none of ours.
pub fn value(symbol: u8) -> u32 {
    let code = u32::from(symbol);
    code.saturating_sub(35 + u32::from(code > 92))
}

/// Appends a number: small ones take one character.
pub fn push(out: &mut String, mut number: u32) {
    while number >= LAST {
        out.push(symbol(LAST + number % LAST));
        number = number / LAST - 1;
    }
    out.push(symbol(number));
}

/// Reads numbers one after another.
#[derive(Debug, Clone)]
pub struct Digits<'a> {
    rest: &'a [u8],
}

impl<'a> Digits<'a> {
    /// Numbers of a text that [`push`] wrote.
    pub fn new(text: &'a str) -> Digits<'a> {
        Digits {
            rest: text.as_bytes(),
        }
    }

    /// True when all is read.
    pub fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// The value of one character.
    pub fn symbol(&mut self) -> u32 {
        match self.rest.split_first() {
            Some((first, rest)) => {
                self.rest = rest;
                value(*first)
            }
            None => 0,
        }
    }

    /// The next number; 0 at the end.
    pub fn number(&mut self) -> u32 {
        let mut number: u32 = 0;
        let mut scale: u32 = 1;
        loop {
            let digit = self.symbol();
            if digit < LAST {
                return number.saturating_add(digit.saturating_mul(scale));
            }
            // A continued digit stands for one more than its value: so no number can be written in two ways.
            number = number.saturating_add((digit - LAST).saturating_mul(scale));
            scale = scale.saturating_mul(LAST);
            number = number.saturating_add(scale);
        }
    }
}

/// Equal values in a row as pairs of a value and how often it stands.
pub fn runs(values: impl IntoIterator<Item = u32>) -> String {
    let mut out = String::new();
    let mut current: Option<(u32, u32)> = None;
    for value in values {
        match &mut current {
            Some((same, count)) if *same == value => *count += 1,
            _ => {
                if let Some((value, count)) = current {
                    push(&mut out, value);
                    push(&mut out, count - 1);
                }
                current = Some((value, 1));
            }
        }
    }
    if let Some((value, count)) = current {
        push(&mut out, value);
        push(&mut out, count - 1);
    }
    out
}

/// The values that [`runs`] wrote.
pub fn from_runs(text: &str) -> Vec<u32> {
    let mut digits = Digits::new(text);
    let mut values = Vec::new();
    while !digits.is_empty() {
        let value = digits.number();
        let count = digits.number() as usize + 1;
        values.resize(values.len() + count, value);
    }
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back_and_stay_printable() {
        let numbers = [
            0, 1, 44, 45, 89, 90, 2069, 2070, 2071, 93_194, 93_195, 4_000_000,
        ];
        let mut text = String::new();
        for number in numbers {
            push(&mut text, number);
        }
        assert!(text.bytes().all(|b| (35..126).contains(&b) && b != b'\\'));
        let mut digits = Digits::new(&text);
        for number in numbers {
            assert_eq!(digits.number(), number);
        }
        assert!(digits.is_empty());
    }

    #[test]
    fn every_symbol_has_its_value() {
        for v in 0..SYMBOLS {
            assert_eq!(value(symbol(v) as u8), v);
        }
    }

    #[test]
    fn runs_come_back() {
        let values = vec![3, 3, 3, 0, 0, 7, 500, 500];
        assert_eq!(from_runs(&runs(values.clone())), values);
        assert!(from_runs("").is_empty());
    }
}
