//! Alphabetical order as a Russian reader expects it: ё beside е, «Школа 2» before «Школа 10».

use std::cmp::Ordering;

use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};
use icu_locale_core::locale;

/// Compares texts in Russian alphabetical order with numbers by value; ties are broken by code points,
/// so that the order is total and the same everywhere.
pub struct Alphabet(Option<CollatorBorrowed<'static>>);

impl Default for Alphabet {
    fn default() -> Self {
        Self::new()
    }
}

impl Alphabet {
    /// Prepares the order. Making it costs more than a comparison: make one for a list.
    pub fn new() -> Self {
        let mut preferences = CollatorPreferences::from(locale!("ru"));
        preferences.numeric_ordering = Some(CollationNumericOrdering::True);
        Alphabet(Collator::try_new(preferences, CollatorOptions::default()).ok())
    }

    /// Compares two texts.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        // The collation data is compiled in; should it ever lack Russian, code points still give one order.
        let by_alphabet = self
            .0
            .as_ref()
            .map_or(Ordering::Equal, |collator| collator.compare(a, b));
        by_alphabet.then_with(|| a.cmp(b))
    }

    /// The letter under which a text is listed: its first letter in upper case, Ё under Е, digits under «0–9».
    pub fn heading(text: &str) -> String {
        let first = text.chars().find(|c| c.is_alphanumeric()).unwrap_or('…');
        match first.to_uppercase().next().unwrap_or(first) {
            'Ё' => "Е".to_owned(),
            digit if digit.is_numeric() => "0–9".to_owned(),
            letter => letter.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_is_that_of_a_russian_reader() {
        let alphabet = Alphabet::new();
        let mut names = [
            "Школа 10",
            "Якутия",
            "Ёлкино",
            "Ежинская",
            "Школа 2",
            "Елань",
            "Жигалово",
        ];
        names.sort_by(|a, b| alphabet.compare(a, b));
        assert_eq!(
            names,
            [
                "Ежинская",
                "Елань",
                "Ёлкино",
                "Жигалово",
                "Школа 2",
                "Школа 10",
                "Якутия"
            ]
        );
    }
}
