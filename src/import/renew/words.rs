//! How alike two titles are, whatever case, quotes, spaces and slips of the finger they are written with.

use std::collections::{BTreeMap, BTreeSet};

/// Words that stand in every title and part no two of them.
const EMPTY: &[&str] = &[
    "и", "в", "во", "на", "по", "с", "со", "для", "о", "об", "от", "к", "ко", "из", "за", "при",
    "а", "или", "до", "у",
];

/// The words of a text: small letters, «ё» as «е», without signs.
pub fn tokens(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| word.to_lowercase().replace('ё', "е"))
        .collect()
}

/// A text as it is compared: its words with single spaces; the text itself when it has no words.
pub fn plain(text: &str) -> String {
    match tokens(text) {
        words if words.is_empty() => text.trim().to_owned(),
        words => words.join(" "),
    }
}

/// A printed number without what stands around it: «1.» and «1)» are «1».
pub fn number(text: &str) -> &str {
    text.trim().trim_end_matches(['.', ')', ' '])
}

/// The words of a title that tell something.
pub type Words = BTreeSet<String>;

/// How much every word of some titles tells: words that all of them have tell little.
#[derive(Debug)]
pub struct Weights {
    of: BTreeMap<String, f64>,
}

impl Weights {
    /// Weighs the words of titles.
    pub fn new<'a>(titles: impl Iterator<Item = &'a str>) -> Self {
        let mut count = 0.0;
        let mut seen: BTreeMap<String, f64> = BTreeMap::new();
        for title in titles {
            count += 1.0;
            for word in told(title) {
                *seen.entry(word).or_default() += 1.0;
            }
        }
        let of = seen
            .into_iter()
            .map(|(word, times)| (word, (1.0 + count / times).ln()))
            .collect();
        Weights { of }
    }

    /// How alike the words of two titles are, from 0 to 1. A title that goes on in the other one, or is a part of it, is
    /// alike, too.
    pub fn likeness(&self, one: &Words, other: &Words) -> f64 {
        if one.is_empty() || other.is_empty() {
            return f64::from(u8::from(one == other));
        }
        let shared = self.shared(one, other);
        let (first, second) = (self.sum(one), self.sum(other));
        let both = 2.0 * shared / (first + second);
        let smaller = first.min(second);
        let long = one.len().min(other.len()) >= 3;
        let part = if long { 0.7 * shared / smaller } else { 0.0 };
        both.max(part).min(1.0)
    }

    fn weight(&self, word: &str) -> f64 {
        self.of.get(word).copied().unwrap_or(1.0)
    }

    fn sum(&self, words: &Words) -> f64 {
        words.iter().map(|word| self.weight(word)).sum()
    }

    /// The weight of the words that both have, those with a slip among them.
    fn shared(&self, one: &Words, other: &Words) -> f64 {
        let same: f64 = one.intersection(other).map(|word| self.weight(word)).sum();
        let mut left: Vec<&String> = other.difference(one).collect();
        let mut slips = 0.0;
        for word in one.difference(other) {
            if let Some(at) = left.iter().position(|near| is_slip(word, near)) {
                slips += (self.weight(word) + self.weight(left.remove(at))) / 2.0;
            }
        }
        same + slips
    }
}

/// The words of a title that tell something; all of them when none does.
pub fn told(title: &str) -> Words {
    let words = tokens(title);
    let telling: Words = words
        .iter()
        .filter(|word| !EMPTY.contains(&word.as_str()))
        .cloned()
        .collect();
    match telling.is_empty() {
        true => words.into_iter().collect(),
        false => telling,
    }
}

/// True for one word with another ending or a letter slipped; figures are never slips.
fn is_slip(one: &str, other: &str) -> bool {
    let begins = one.chars().take(2).eq(other.chars().take(2));
    let ends = one.chars().rev().take(2).eq(other.chars().rev().take(2));
    if !begins && !ends {
        return false;
    }
    let (first, second) = (one.chars().count(), other.chars().count());
    let short = first.min(second);
    if short < 5 || first.abs_diff(second) > 3 || one.chars().any(char::is_numeric) {
        return false;
    }
    let beginning = one
        .chars()
        .zip(other.chars())
        .take_while(|(a, b)| a == b)
        .count();
    let allowed = if short >= 8 { 2 } else { 1 };
    beginning >= 5.max(short.saturating_sub(2)) || strsim::osa_distance(one, other) <= allowed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alike(one: &str, other: &str) -> f64 {
        let weights = Weights::new([one, other, "Анализ результатов работы"].into_iter());
        weights.likeness(&told(one), &told(other))
    }

    #[test]
    fn signs_and_case_do_not_part_titles() {
        assert_eq!(plain("Семинар  «Учёба: шаг 1»."), "семинар учеба шаг 1");
        assert_eq!(plain(" — "), "—");
        assert_eq!((number("1."), number("2.1)"), number("")), ("1", "2.1", ""));
    }

    #[test]
    fn a_slip_parts_less_than_another_word() {
        assert!(
            alike(
                "Мониторинг рисков профилей школ",
                "Мониторинг рисковых профилей школ"
            ) > 0.99
        );
        assert!(alike("Семинар для директоров", "Семинар для дирекоров") > 0.99);
        assert!(alike("Анализ результатов ГИА-2023", "Анализ результатов ВПР-2023") < 0.85);
        assert!(alike("Родительские собрания", "Курсы для учителей математики") < 0.2);
    }

    #[test]
    fn a_part_of_a_title_is_like_the_whole() {
        let whole = "Проведение семинаров для директоров и обучение учителей математики на курсах";
        assert!(alike("Проведение семинаров для директоров", whole) > 0.6);
        assert!(alike("Проведение", whole) < 0.6);
    }
}
