//! How languages count things, after the classes of Unicode CLDR. Only what languages of portals need.

/// Which forms nouns have after numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Plural {
    /// After 1, 2 and 5, as in Russian: школа, школы, школ.
    Slavic,
    /// After 1 and after all others, as in English.
    OneOther,
    /// One form for all numbers, as in Tatar, Bashkir, Chuvash, Sakha and other languages of the republics.
    Other,
}

impl Plural {
    /// The class of this name in files of languages.
    pub fn named(name: &str) -> Option<Plural> {
        match name {
            "slavic" => Some(Plural::Slavic),
            "one-other" => Some(Plural::OneOther),
            "other" => Some(Plural::Other),
            _ => None,
        }
    }

    /// How many forms nouns have.
    pub fn forms(self) -> usize {
        match self {
            Plural::Slavic => 3,
            Plural::OneOther => 2,
            Plural::Other => 1,
        }
    }

    /// Which form goes with a number.
    pub fn form(self, number: usize) -> usize {
        match (self, number % 100, number % 10) {
            (Plural::Slavic, 11..=14, _) => 2,
            (Plural::Slavic, _, 1) => 0,
            (Plural::Slavic, _, 2..=4) => 1,
            (Plural::Slavic, ..) => 2,
            (Plural::OneOther, ..) => usize::from(number != 1),
            (Plural::Other, ..) => 0,
        }
    }
}
