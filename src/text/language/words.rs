//! The words of one language, as pages ask for them.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::text::language::dates::Dates;
use crate::text::language::pattern;
use crate::text::language::plural::Plural;
use crate::text::typography::Typography;

/// Code of the language that sources are written in.
pub const SOURCE: &str = "ru";

/// A noun in the forms that Russian has after 1, 2 and 5: `["школа", "школы", "школ"]`. Also its key in files of
/// languages, joined by `|`.
pub type Noun = [&'static str; 3];

/// Words of one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    pub(super) code: String,
    /// What the language calls itself.
    pub(super) name: String,
    /// As Open Graph writes it: `ru_RU`.
    pub(super) locale: String,
    pub(super) typography: Typography,
    pub(super) plural: Plural,
    pub(super) dates: Dates,
    /// Russian phrase → phrase of this language, set by its typography.
    pub(super) phrases: BTreeMap<String, String>,
    /// Forms of a Russian noun joined by `|` → its forms in this language.
    pub(super) nouns: BTreeMap<String, Vec<String>>,
}

impl Words {
    /// Code for `<html lang>`.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// What the language calls itself.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Language and country as Open Graph writes them: `ru_RU`.
    pub fn locale(&self) -> &str {
        &self.locale
    }

    /// Whether pages are in the language of the documents.
    pub fn is_source(&self) -> bool {
        self.code == SOURCE
    }

    /// How texts in this language are set.
    pub fn typography(&self) -> Typography {
        self.typography
    }

    /// What this language says for a Russian phrase, its places `{1}` and `<1>…</1>` not yet filled. Russian itself may
    /// say something else than the source, too: a portal for which «районы» are «округа».
    pub fn translation(&self, russian: &str) -> Option<&str> {
        self.phrases.get(russian).map(String::as_str)
    }

    /// What this language says for a Russian phrase, its places not yet filled; the phrase itself where there is no
    /// translation: a missing word must not cost a page.
    pub fn said<'s>(&'s self, russian: &'s str) -> &'s str {
        self.translation(russian).unwrap_or(russian)
    }

    /// The name of a place in a sentence: its Russian case in Russian, the name itself in languages that know no such case.
    pub fn case<'s>(&self, in_russian: &'s str, name: &'s str) -> &'s str {
        match self.is_source() {
            true => in_russian,
            false => name,
        }
    }

    /// A phrase with `{1}`, `{2}`… filled by `values`.
    pub fn phrase(&self, russian: &str, values: &[&str]) -> String {
        pattern::filled(self.said(russian), values)
    }

    /// «2 школы»: a number with its noun.
    pub fn counted(&self, number: usize, noun: Noun) -> String {
        format!("{number} {}", self.noun(number, noun))
    }

    /// The form of a noun that goes with a number.
    pub fn noun(&self, number: usize, noun: Noun) -> &str {
        match self.nouns.get(&noun.join("|")) {
            Some(forms) => forms
                .get(self.plural.form(number))
                .map_or(noun[2], String::as_str),
            None => noun[Plural::Slavic.form(number)],
        }
    }

    /// The forms that this language has for a noun, by its key in files of languages.
    pub fn noun_forms(&self, key: &str) -> Option<&[String]> {
        self.nouns.get(key).map(Vec::as_slice)
    }

    /// «30 апреля 2023 г.»
    pub fn date(&self, day: Date) -> String {
        self.dates.day(day)
    }

    /// The month's name, `month` being 1–12: «апрель».
    pub fn month(&self, month: i8) -> &str {
        self.dates.month(month)
    }

    /// The month's name beside a day: «апреля».
    pub fn month_of(&self, month: i8) -> &str {
        self.dates.month_of(month)
    }

    /// The first letters of a month's name, for pictures: «апр».
    pub fn month_short(&self, month: i8) -> String {
        self.month(month).chars().take(3).collect()
    }

    /// The month's name after «в»: «апреле».
    pub fn month_in(&self, month: i8) -> &str {
        self.dates.month_in(month)
    }

    /// All phrases and nouns the file translates, as keys.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.phrases
            .keys()
            .chain(self.nouns.keys())
            .map(String::as_str)
    }
}
