//! The words of one language, as pages ask for them.

use std::borrow::Cow;
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
    /// Whether its words are still being translated.
    pub(super) draft: bool,
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

    /// Whether the translation is under way: phrases without words are then no fault of the file.
    pub fn is_draft(&self) -> bool {
        self.draft
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

    /// A phrase with `{1}`, `{2}`… filled by `values`, set by the typography of the language. A phrase without a
    /// translation stays Russian: a missing word must not cost a page.
    pub fn phrase(&self, russian: &str, values: &[&str]) -> String {
        let set = match self.translation(russian) {
            Some(text) => Cow::Borrowed(text),
            None => Cow::Owned(pattern::set(Typography::Russian, russian)),
        };
        pattern::filled(&set, values)
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

    /// «30 апреля 2023 г.»
    pub fn date(&self, day: Date) -> String {
        self.dates.day(day)
    }

    /// The month's name, `month` being 1–12: «апрель».
    pub fn month(&self, month: i8) -> &str {
        self.dates.month(month)
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
