//! Folded word → stem, equal for all forms of a word as far as a rule without a dictionary can tell.
//!
//! The rule began as the Snowball stemmer for Russian. That one takes a word for a verb before a noun, and so gives
//! «режим» and «режима», «коллектив» and «коллектива», «Петров» and «Петрова» different stems. Where it did so, either
//! the ending is no longer cut off (gerunds in -в, short participles in -н), or a second look cuts it off the stems of
//! all forms ([`without_tail`]). A stem need not look like a word: it only has to be the same.

use super::fold::is_russian;

/// Endings longest first, as all lists here.
const GERUND_AFTER_A: &[&str] = &["вшись", "вши"];
const GERUND: &[&str] = &["ившись", "ывшись", "ивши", "ывши"];
const REFLEXIVE: &[&str] = &["ся", "сь"];
const ADJECTIVE: &[&str] = &[
    "ими", "ыми", "его", "ого", "ему", "ому", "ее", "ие", "ые", "ое", "ей", "ий", "ый", "ой", "ем",
    "им", "ым", "ом", "их", "ых", "ую", "юю", "ая", "яя", "ою", "ею",
];
const PARTICIPLE_AFTER_A: &[&str] = &["ем", "вш", "ющ", "щ"];
const PARTICIPLE: &[&str] = &["ивш", "ывш", "ующ"];
const VERB_AFTER_A: &[&str] = &[
    "ете", "йте", "ешь", "ла", "ли", "ем", "ло", "ет", "ют", "ть", "й", "л",
];
const VERB: &[&str] = &[
    "ейте", "уйте", "уете", "уешь", "ила", "ыла", "ите", "или", "ыли", "ило", "ыло", "ует", "уют",
    "уем", "ить", "ыть", "ишь", "ей", "уй", "ил", "ыл", "им", "ым", "ят", "ит", "ыт", "ую", "ю",
];
const NOUN: &[&str] = &[
    "иями", "ями", "ами", "ией", "иям", "ием", "иях", "ев", "ов", "ие", "ье", "еи", "ии", "ей",
    "ой", "ий", "ям", "ем", "ам", "ом", "ах", "ях", "ию", "ью", "ия", "ья", "а", "е", "и", "й",
    "о", "у", "ы", "ь", "ю", "я",
];
const SUPERLATIVE: &[&str] = &["ейше", "ейш"];

/// The stem of a folded word. Words of at most three letters, numbers and words of other languages stay as they are.
pub fn stem(word: &str) -> String {
    // A Russian letter has two bytes.
    if word.len() <= 6 || !word.chars().all(is_russian) {
        return word.to_owned();
    }
    let from = word.find(is_vowel).map_or(word.len(), |vowel| vowel + 2);
    let stem = without_ending(word, from);
    let stem = cut(stem, from, &["и"]).unwrap_or(stem);
    let stem = cut(stem, from.max(second_region(stem)), &["ость", "ост"]).unwrap_or(stem);
    let stem = if let Some(stem) = cut(stem, from, SUPERLATIVE) {
        one_n(stem)
    } else if stem.ends_with("нн") {
        one_n(stem)
    } else {
        cut(stem, from, &["ь"]).unwrap_or(stem)
    };
    let stem = without_fleeting(without_tail(stem, from));
    if stem.ends_with("нн") {
        // «ответственн» of «ответственен», «ответствен» of «ответственный».
        without_fleeting(one_n(&stem))
    } else {
        stem
    }
}

/// Cuts the first of the endings that the word has, if at least `from` bytes remain.
fn cut<'a>(word: &'a str, from: usize, endings: &[&str]) -> Option<&'a str> {
    endings
        .iter()
        .find_map(|ending| word.strip_suffix(ending).filter(|rest| rest.len() >= from))
}

/// Cuts one of the endings: those of the first list only after а or я; the longer one if both lists have one.
fn cut_either<'a>(
    word: &'a str,
    from: usize,
    after_a: &[&str],
    endings: &[&str],
) -> Option<&'a str> {
    let first = after_a.iter().find_map(|ending| {
        word.strip_suffix(ending)
            .filter(|rest| rest.len() > from && rest.ends_with(['а', 'я']))
    });
    match (first, cut(word, from, endings)) {
        (Some(a), Some(b)) => Some(if a.len() < b.len() { a } else { b }),
        (a, b) => a.or(b),
    }
}

/// Cuts the ending of a gerund, an adjective or participle, a verb or a noun, tried in this order.
fn without_ending(word: &str, from: usize) -> &str {
    if let Some(stem) = cut_either(word, from, GERUND_AFTER_A, GERUND) {
        return stem;
    }
    let word = cut(word, from, REFLEXIVE).unwrap_or(word);
    if let Some(stem) = cut(word, from, ADJECTIVE) {
        return cut_either(stem, from, PARTICIPLE_AFTER_A, PARTICIPLE).unwrap_or(stem);
    }
    cut_either(word, from, VERB_AFTER_A, VERB)
        .or_else(|| cut(word, from, NOUN))
        .unwrap_or(word)
}

/// What [`without_ending`] takes for an ending in some forms and leaves in others, is cut off here in all: «основ»,
/// «систем», «дефицит», «материал», «музе» become «осн», «сист», «дефиц», «материа», «муз».
fn without_tail(stem: &str, from: usize) -> &str {
    let stem = cut(stem, from.max(6), &["ова", "ева", "ов", "ев"]).unwrap_or(stem);
    let stem = cut(stem, from.max(4), &["ем", "им", "ым", "ом", "ам"]).unwrap_or(stem);
    let stem = cut(stem, from.max(4), &["ит", "ыт", "ил", "ыл"]).unwrap_or(stem);
    let stem = match stem.strip_suffix('л') {
        Some(rest) if rest.len() >= 8 && rest.ends_with(['а', 'я']) => rest,
        _ => stem,
    };
    cut(stem, 4, &["е"]).unwrap_or(stem)
}

/// «списк» of «список», «уровн» of «уровень», «писм» of «письмо»: o and e that come and go before the last consonant
/// are left out in all forms, and so is a ь there, which takes their place in some. Only before к, ц, н, where most of
/// them are: «сестёр» and «чисел» are exceptions, so that «педагог» and «куратор» keep their letters.
fn without_fleeting(stem: &str) -> String {
    let mut letters: Vec<char> = stem.chars().collect();
    if let [_, .., before, vowel, last] = letters[..]
        && matches!((vowel, last), ('о', 'к') | ('е', 'к' | 'ц' | 'н'))
        && !is_vowel(before)
    {
        letters.remove(letters.len() - 2);
    }
    // «настроек» and «настройка» become «настрок».
    let between_vowel_and_k =
        matches!(letters[..], [.., before, 'е' | 'й', 'к'] if is_vowel(before));
    if between_vowel_and_k || matches!(letters[..], [_, .., 'ь', _]) {
        letters.remove(letters.len() - 2);
    }
    letters.into_iter().collect()
}

/// One н of two at the end.
fn one_n(stem: &str) -> &str {
    match stem.strip_suffix('н') {
        Some(rest) if rest.ends_with('н') => rest,
        _ => stem,
    }
}

/// Byte behind the second consonant that follows a vowel.
fn second_region(word: &str) -> usize {
    let region = |from: usize| {
        let rest = word.get(from..)?;
        let vowel = rest.find(is_vowel)?;
        let consonant = rest[vowel..].find(|letter| !is_vowel(letter))?;
        Some(from + vowel + consonant + 2)
    };
    region(0).and_then(region).unwrap_or(word.len())
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'а' | 'е' | 'и' | 'о' | 'у' | 'ы' | 'э' | 'ю' | 'я')
}
