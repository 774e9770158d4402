//! Which field was meant by a name that no field has. It knows keys and labels, nothing of the file.

use crate::content::fields::{Field, Form};
use crate::text::layout::layout;
use crate::text::nearest::nearest;
use crate::text::twins::twin;

/// Why a field seems to be meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Capital letters, blanks or hyphens instead of small letters and `_`.
    Case,
    /// Russian letters that look like the Latin ones.
    Twins,
    /// The Russian layout of the keyboard.
    Layout,
    /// The Russian name of the field.
    Label,
    /// A slip of the finger.
    Slip,
}

/// Words that editors use for fields whose labels are others: beginnings of words, and keys.
const WORDS: &[(&str, &[&str])] = &[
    ("ответствен", &["responsible", "head"]),
    ("исполнит", &["responsible"]),
    ("наименован", &["title", "name"]),
    ("назван", &["title", "name"]),
    ("заголов", &["title", "heading"]),
    ("мероприят", &["title", "event"]),
    ("событи", &["title", "event"]),
    ("раздел", &["section"]),
    ("фио", &["name"]),
    ("имя", &["name"]),
    ("номер", &["number"]),
    ("№", &["number"]),
    ("телефон", &["phones"]),
    ("почта", &["email"]),
    ("описан", &["summary", "description"]),
    ("кратко", &["summary", "plain"]),
    ("текст", &["text"]),
    ("человек", &["person"]),
    ("школа", &["school"]),
    ("документ", &["document", "documents"]),
];

/// The field of a form that a name means, among those that pass the test.
pub fn meant(
    written: &str,
    form: &'static Form,
    may: impl Fn(&Field) -> bool,
) -> Option<(&'static Field, Why)> {
    let fields = || form.fields.iter().filter(|field| may(field));
    let name = snake(written);
    let typed = layout(written).map(|typed| snake(&typed));
    let exact = [
        (Why::Case, fields().find(|field| field.key == name)),
        (
            Why::Twins,
            fields().find(|field| looks_like(&name, field.key)),
        ),
        (
            Why::Layout,
            fields().find(|field| typed.as_deref() == Some(field.key)),
        ),
    ];
    if let Some((why, Some(field))) = exact.into_iter().find(|(_, field)| field.is_some()) {
        return Some((field, why));
    }
    if name.contains(|c: char| ('а'..='я').contains(&c) || "ё№".contains(c)) {
        let words = name.replace('_', " ");
        let by_label = fields().find(|field| field.label == words);
        let by_word = || {
            WORDS
                .iter()
                .filter(|(begin, _)| words.starts_with(begin))
                .flat_map(|(_, keys)| keys.iter())
                .find_map(|key| fields().find(|field| field.key == *key))
        };
        let by_kin = || fields().find(|field| akin(&words, field.label));
        return by_label
            .or_else(by_word)
            .or_else(by_kin)
            .map(|field| (field, Why::Label));
    }
    let near = nearest(&name, fields().map(|field| field.key))?;
    form.field(near).map(|field| (field, Why::Slip))
}

/// True when a name consists of the letters of a key and of Russian ones that look the same. «с» is typed for the «c» it
/// looks like and for the «s» it sounds like.
fn looks_like(name: &str, key: &str) -> bool {
    name.chars().count() == key.chars().count()
        && name
            .chars()
            .zip(key.chars())
            .all(|(is, meant)| is == meant || twin(is) == Some(meant) || (is, meant) == ('с', 's'))
}

/// `NameOf`, `name-of` and «name of» as `name_of`.
fn snake(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut previous = '_';
    for c in name.trim().chars() {
        if c.is_uppercase() && previous.is_lowercase() {
            out.push('_');
        }
        previous = c;
        if c == ' ' || c == '-' || c == '\u{A0}' {
            out.push('_');
        } else {
            out.extend(c.to_lowercase());
        }
    }
    out
}

/// True when the first words of both are forms of one word: «сроки» and «срок».
fn akin(words: &str, label: &str) -> bool {
    let first = |text: &str| text.split([' ', ',']).next().unwrap_or_default().to_owned();
    let (a, b) = (first(words), first(label));
    let common = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let shorter = a.chars().count().min(b.chars().count());
    common >= 3 && common + 2 >= shorter && a.chars().count().abs_diff(b.chars().count()) <= 3
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::fields::FileKind;

    fn key(written: &str) -> Option<(&'static str, Why)> {
        meant(written, FileKind::News.form(), |_| true).map(|(field, why)| (field.key, why))
    }

    #[test]
    fn a_field_is_known_by_its_letters_its_keys_and_its_russian_name() {
        assert_eq!(key("Title"), Some(("title", Why::Case)));
        assert_eq!(key("TITLE"), Some(("title", Why::Case)));
        assert_eq!(key("titlе"), Some(("title", Why::Twins)));
        assert_eq!(key("ешеду"), Some(("title", Why::Layout)));
        assert_eq!(key("Заголовок"), Some(("title", Why::Label)));
        assert_eq!(key("название"), Some(("title", Why::Label)));
        assert_eq!(key("дата"), Some(("date", Why::Label)));
        assert_eq!(key("школа"), Some(("schools", Why::Label)));
        assert_eq!(key("titel"), Some(("title", Why::Slip)));
        assert_eq!(key("погода"), None);
        assert_eq!(key("weather"), None);
    }
}
