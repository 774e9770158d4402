//! Sentences of a Russian text and their words, for judging how hard it is to read. What is hard, others decide.

use std::ops::Range;

use crate::text::russian::is_word_char;

/// A word: what stands between spaces, without the marks around it. «3–7», «и/или» and «Л.В» are one word each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// Whether it stands between «ёлочки»: somebody else's words, or a name.
    pub quoted: bool,
}

/// Words of a text, sentence by sentence. Dashes and other marks that stand alone are no words.
pub fn sentences(text: &str) -> Vec<Vec<Word>> {
    let mut sentences = vec![Vec::new()];
    let mut open = 0_usize;
    let mut pieces = pieces(text).peekable();
    while let Some(piece) = pieces.next() {
        let written = &text[piece.clone()];
        let inner = written.trim_matches(|c| !is_word_char(c));
        let start = written.len() - written.trim_start_matches(|c| !is_word_char(c)).len();
        open += written[..start].matches('«').count();
        let words = sentences
            .last_mut()
            .expect("the first sentence is there from the start");
        let ends = match inner.is_empty() {
            true => written.contains(['.', '!', '?', '…']),
            false => {
                let before = words.last().map(|word: &Word| &text[word.range.clone()]);
                ends_sentence(before, inner, &written[start + inner.len()..])
            }
        };
        if !inner.is_empty() {
            let from = piece.start + start;
            words.push(Word {
                range: from..from + inner.len(),
                quoted: open > 0,
            });
        }
        let rest = &written[start..];
        open = (open + rest.matches('«').count()).saturating_sub(written.matches('»').count());
        let next = pieces.peek().map(|next| &text[next.clone()]);
        if ends && !words.is_empty() && next.is_none_or(starts_sentence) {
            sentences.push(Vec::new());
        }
    }
    sentences.retain(|words| !words.is_empty());
    sentences
}

/// Words of a text without regard to its sentences: what stands between spaces, without the marks around it.
pub fn bare_words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace()
        .map(|piece| piece.trim_matches(|c| !is_word_char(c)))
        .filter(|word| !word.is_empty())
}

/// Byte ranges between spaces.
fn pieces(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.split_whitespace().map(move |piece| {
        let start = piece.as_ptr() as usize - text.as_ptr() as usize;
        start..start + piece.len()
    })
}

/// Short forms whose full stop does not end a sentence, even before a capital letter.
const SHORT: &[&str] = &[
    "г", "гг", "д", "им", "кл", "обл", "п", "пос", "с", "см", "ст", "стр", "т", "ул",
];

fn ends_sentence(before: Option<&str>, word: &str, marks: &str) -> bool {
    if marks.contains(['!', '?', '…']) {
        return true;
    }
    if !marks.contains('.') {
        return false;
    }
    if SHORT.contains(&word) {
        // «в 2023 г. Школы …» against «в г. Зима».
        return before.is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()));
    }
    if is_initials(word) {
        // «Нетесова Л.В. Школы …» against «министр Н.А. Анисимова».
        return before.is_some_and(|before| before.starts_with(char::is_uppercase));
    }
    true
}

fn is_initials(word: &str) -> bool {
    word.split('.').all(|part| {
        let mut letters = part.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
    })
}

fn starts_sentence(piece: &str) -> bool {
    let first = piece.chars().find(|c| is_word_char(*c));
    first.is_none_or(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::sentences;

    fn split(text: &str) -> Vec<Vec<&str>> {
        sentences(text)
            .iter()
            .map(|words| words.iter().map(|word| &text[word.range.clone()]).collect())
            .collect()
    }

    fn starts(text: &str) -> Vec<&str> {
        split(text).iter().map(|words| words[0]).collect()
    }

    #[test]
    fn marks_are_no_words() {
        assert_eq!(
            split("Срок — «весь год», и/или 3–7 классы (да)."),
            [vec!["Срок", "весь", "год", "и/или", "3–7", "классы", "да"]]
        );
        assert_eq!(split(" … — "), [[""; 0]; 0]);
    }

    #[test]
    fn a_sentence_ends_before_a_capital_letter() {
        assert_eq!(
            starts("Раз. Два! Три? Четыре… Пять"),
            ["Раз", "Два", "Три", "Четыре", "Пять"]
        );
        assert_eq!(starts("Раз: «Два.» Три."), ["Раз", "Три"]);
        assert_eq!(starts("Это и т.д. и т.п., п. 4"), ["Это"]);
    }

    #[test]
    fn short_forms_and_initials_end_no_sentence_in_its_middle() {
        assert_eq!(starts("Школа в г. Зима, ул. Лесная"), ["Школа"]);
        assert_eq!(starts("В 2023 г. Школы учили"), ["В", "Школы"]);
        assert_eq!(
            starts("Заместитель министра Н.А. Анисимова"),
            ["Заместитель"]
        );
        assert_eq!(starts("Это Нетесова Л.В. Школы ей рады"), ["Это", "Школы"]);
    }

    #[test]
    fn words_between_quotation_marks_are_marked() {
        let text = "План «Школа «Успех» сегодня» готов «Да»";
        let quoted: Vec<&str> = sentences(text)
            .concat()
            .into_iter()
            .filter(|word| word.quoted)
            .map(|word| &text[word.range])
            .collect();
        assert_eq!(quoted, ["Школа", "Успех", "сегодня", "Да"]);
    }
}
