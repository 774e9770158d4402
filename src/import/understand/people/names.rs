//! Names of people as papers write them: surname with initials before or after it, or in full.

use crate::import::understand::letters::fold;

/// True when the text names one person and nothing else: «Тимков А.В,», «Ю.Л.Богатова», «Иванов Иван Иванович».
pub fn is_person(text: &str) -> bool {
    person(text).is_some_and(|end| {
        text[end..]
            .trim_matches([' ', ',', '.', ';', '\u{a0}'])
            .is_empty()
    })
}

/// The bytes that a person's name takes at the beginning of a text: surname with initials before or after it, or
/// surname, name and patronymic.
pub fn person(text: &str) -> Option<usize> {
    let start = text.len() - text.trim_start().len();
    let rest = &text[start..];
    let (first, after) = capital_word(rest)?;
    if first.chars().count() >= 2 {
        if let Some(length) = initials(&rest[after..]) {
            return Some(start + after + length);
        }
        let (second, second_end) = capital_word(rest[after..].trim_start())?;
        let second_at = rest.len() - rest[after..].trim_start().len();
        let third_at = second_at + second_end;
        let (third, third_end) = capital_word(rest[third_at..].trim_start())?;
        let third_start = rest.len() - rest[third_at..].trim_start().len();
        let patronymic = ["вич", "вна", "ична", "кызы", "оглы", "ич"]
            .iter()
            .any(|end| fold(third).ends_with(end));
        return (patronymic && second.chars().count() >= 2)
            .then_some(start + third_start + third_end);
    }
    let length = initials(rest)?;
    let surname = rest[length..].trim_start();
    let (name, end) = capital_word(surname)?;
    (name.chars().count() >= 2).then_some(start + rest.len() - surname.len() + end)
}

/// A word that begins with a capital and goes on in small letters (hyphens allowed), and where it ends.
fn capital_word(text: &str) -> Option<(&str, usize)> {
    let end = text
        .find(|c: char| !c.is_alphabetic() && c != '-' && c != '‑')
        .unwrap_or(text.len());
    let word = &text[..end];
    let mut letters = word.chars();
    let capital = letters.next().is_some_and(char::is_uppercase);
    let small = word.chars().count() == 1 || letters.next().is_some_and(char::is_lowercase);
    (capital && small).then_some((word, end))
}

/// « А.В.», «А. В», «А.В,»: one or two initials; bytes taken.
fn initials(text: &str) -> Option<usize> {
    let mut at = 0;
    let mut found = 0;
    loop {
        let rest = &text[at..];
        let gap = rest.len() - rest.trim_start().len();
        let mut letters = rest[gap..].chars();
        let Some(letter) = letters.next().filter(|c| c.is_uppercase()) else {
            break;
        };
        let after = gap + letter.len_utf8();
        let next = rest[after..].chars().next();
        let dotted = next == Some('.');
        let ends = next.is_none_or(|c| matches!(c, ',' | ';' | ' ' | ')' | '\n'));
        if !(dotted || found == 1 && ends) {
            break;
        }
        at += after + usize::from(dotted);
        found += 1;
        if found == 2 {
            break;
        }
    }
    (found > 0).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_people() {
        for name in [
            "Тимков А.В,",
            "Бибенина О.А",
            "Козлова Т.Б.,",
            "Ю.Л.Богатова",
            "О.С. Саврасова",
            "Иванова Мария Петровна",
            "Петров-Водкин К. С.",
        ] {
            assert!(is_person(name), "{name}");
        }
        for other in [
            "Руководители РМО",
            "Приказ РУО",
            "Министр",
            "Нетесова Л.В., заместитель",
        ] {
            assert!(!is_person(other), "{other}");
        }
    }
}
