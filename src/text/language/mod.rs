//! Languages of the interface. The Russian words of templates, scripts and views are the source and the key; a file of a
//! language gives each of them its own words, and says how that language counts things and writes dates. Reading a view
//! or a template therefore still tells what the page says, and Russian needs no list of its own words.

mod dates;
mod file;
pub mod pattern;
mod plural;
mod words;

pub use words::{Noun, SOURCE, Words};

/// The Russian file that the program was made with, for themes that have none.
const RUSSIAN: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/themes/default/languages/ru.toml"
));

/// Reads the file of a language; `code` is its name without the ending, as in `<html lang>`.
///
/// # Errors
/// In Russian: what the file lacks or what is wrong with it.
pub fn read(code: &str, text: &str) -> Result<Words, String> {
    file::read(code, text)
}

/// Russian as the program has it.
pub fn russian() -> Words {
    read(SOURCE, RUSSIAN).expect("the file of the program's own language is tested")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::russian as program;

    const ENGLISH: &str = r#"
name = "English"
locale = "en_GB"
typography = "english"
plural = "one-other"
[dates]
day = "{day} {month_of} {year}"
months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
[phrases]
"на портале {1}" = "{1} on the portal"
"{1} из {2}" = "of {2}, {1}"
[nouns]
"школа|школы|школ" = ["school", "schools"]
"#;

    fn english() -> Words {
        read("en", ENGLISH).expect("a good file")
    }

    #[test]
    fn a_language_says_phrases_in_its_own_order() {
        let words = english();
        assert_eq!(
            words.phrase("на портале {1}", &["5 schools"]),
            "5 schools on the portal"
        );
        assert_eq!(words.phrase("{1} из {2}", &["1", "7"]), "of 7, 1");
        assert_eq!(words.phrase("{1} и {2}", &["а", "б"]), "а и б");
        assert_eq!(words.date(jiff::civil::date(2023, 4, 30)), "30 April 2023");
    }

    #[test]
    fn nouns_agree_with_numbers_in_each_language() {
        let noun = ["школа", "школы", "школ"];
        let said = |words: &Words| {
            [0, 1, 2, 5, 11, 21]
                .map(|n| words.counted(n, noun))
                .join(", ")
        };
        assert_eq!(
            said(&english()),
            "0 schools, 1 school, 2 schools, 5 schools, 11 schools, 21 schools"
        );
        assert_eq!(
            said(&super::russian()),
            "0 школ, 1 школа, 2 школы, 5 школ, 11 школ, 21 школа"
        );
    }

    #[test]
    fn russian_dates_are_those_of_the_program() {
        let words = super::russian();
        for month in 1..=12 {
            assert_eq!(words.month(month), program::month(month));
            assert_eq!(words.month_in(month), program::month_in(month));
            let day = jiff::civil::date(2023, month, 5);
            assert_eq!(words.date(day).replace('\u{a0}', " "), program::date(day));
        }
    }

    #[test]
    fn a_wrong_file_is_told_in_words() {
        let wrong =
            |from: &str, to: &str| read("en", &ENGLISH.replace(from, to)).expect_err("a fault");
        assert!(wrong("\"one-other\"", "\"two\"").contains("plural"));
        assert!(wrong("\"english\"", "\"e\"").contains("typography"));
        assert!(wrong("\"January\", ", "").contains("12"));
        assert!(wrong("[\"school\", ", "[").contains("школа|школы|школ"));
        assert!(wrong("{1} on the", "on the").contains("на портале {1}"));
        assert!(wrong("[dates]", "[date]").contains("date"));
    }
}
