//! Files of languages: `languages/en.toml` of a theme.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::text::language::dates::Dates;
use crate::text::language::pattern;
use crate::text::language::plural::Plural;
use crate::text::language::words::Words;
use crate::text::typography::Typography;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    name: String,
    locale: String,
    typography: String,
    plural: String,
    dates: DatesTable,
    #[serde(default)]
    phrases: BTreeMap<String, String>,
    #[serde(default)]
    nouns: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DatesTable {
    day: String,
    months: Vec<String>,
    months_of: Option<Vec<String>>,
    months_in: Option<Vec<String>>,
}

/// Reads and checks a file.
pub fn read(code: &str, text: &str) -> Result<Words, String> {
    let file: File = toml::from_str(text).map_err(|error| error.to_string())?;
    let typography = Typography::named(&file.typography)
        .ok_or("typography: нужно \"russian\", \"english\" или \"none\"")?;
    let plural = Plural::named(&file.plural)
        .ok_or("plural: нужно \"slavic\", \"one-other\" или \"other\"")?;
    let dates = Dates::new(
        &file.dates.day,
        file.dates.months,
        [file.dates.months_of, file.dates.months_in],
    )?;
    for (russian, forms) in &file.nouns {
        if forms.len() != plural.forms() {
            return Err(format!("«{russian}»: нужно форм: {}", plural.forms()));
        }
    }
    Ok(Words {
        code: code.to_owned(),
        name: file.name,
        locale: file.locale,
        typography,
        plural,
        dates,
        phrases: set(file.phrases, typography)?,
        nouns: file.nouns,
    })
}

/// Phrases with their places checked, set once for all pages.
fn set(
    phrases: BTreeMap<String, String>,
    typography: Typography,
) -> Result<BTreeMap<String, String>, String> {
    let phrases = phrases.into_iter().map(|(russian, text)| {
        if !pattern::same_places(&russian, &text) {
            return Err(format!(
                "«{russian}»: в переводе «{text}» не те же {{1}} и <1>…</1>"
            ));
        }
        let text = pattern::set(typography, &text);
        Ok((russian, text))
    });
    phrases.collect()
}
