//! Folded word → stem, equal for all forms of a word as far as a rule without a dictionary can tell.

use super::fold::is_russian;
use rust_stemmers::{Algorithm, Stemmer};

/// The stem of a folded word. Short words, numbers and words of other languages stay as they are.
pub fn stem(word: &str) -> String {
    let letters = word.chars().count();
    if letters <= 3 || !word.chars().all(is_russian) {
        return word.to_owned();
    }
    without_fleeting(&Stemmer::create(Algorithm::Russian).stem(word))
}

/// «списк» of «список», «уровн» of «уровень», «писм» of «письмо»: о and е that come and go between the last two
/// consonants are left out in all forms, and so is a ь there, which takes their place in some.
fn without_fleeting(stem: &str) -> String {
    let mut letters: Vec<char> = stem.chars().collect();
    let Some((&last, before)) = letters.split_last() else {
        return String::new();
    };
    let fleeting = letters.len() >= 4
        && matches!(last, 'к' | 'г' | 'ц' | 'н' | 'м' | 'р' | 'л')
        && matches!(before.last(), Some('о' | 'е'))
        && before.len() > 1
        && !is_vowel(before[before.len() - 2]);
    if fleeting {
        letters.remove(letters.len() - 2);
    }
    if letters.len() >= 3 && letters[letters.len() - 2] == 'ь' {
        letters.remove(letters.len() - 2);
    }
    letters.into_iter().collect()
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'а' | 'е' | 'и' | 'о' | 'у' | 'ы' | 'э' | 'ю' | 'я')
}
