//! The block «Сокращения на этой странице» for pages whose views do not prepare one. A title of `<abbr>` is out of
//! reach on a telephone, so every abbreviation that a page marks is explained in plain sight at its end.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::render::context::Context;
use crate::render::linker::Linker;
use crate::render::theme::ThemeError;
use crate::render::words::unescape;
use crate::site::PageKey;

#[derive(Serialize)]
struct Block {
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    abbr: String,
    meaning: String,
    confirmed: bool,
    href: String,
}

/// Said in the title of an abbreviation whose meaning no document confirms.
const UNCONFIRMED: &str = " (требует сверки)";

/// Adds the block before the end of the page's own text.
///
/// # Errors
/// When the template of the block is at fault.
pub fn explained(
    context: &Context<'_>,
    key: &PageKey,
    mut html: String,
) -> Result<String, ThemeError> {
    let explains = matches!(key, PageKey::Glossary | PageKey::Term(_));
    if explains || html.contains("class=\"abbr-block\"") {
        return Ok(html);
    }
    let rows = rows(context, key, &html);
    if let (false, Some(end)) = (rows.is_empty(), html.rfind("</main>")) {
        let block = context
            .theme
            .render("abbreviations.html", &Block { rows })?;
        html.insert_str(end, &block);
    }
    Ok(html)
}

/// Every abbreviation with the meaning it has on the page; one that means two things in two places stands twice.
fn rows(context: &Context<'_>, key: &PageKey, html: &str) -> Vec<Row> {
    let linker = Linker::new(key, context.edition);
    let marked: BTreeMap<(String, String), ()> =
        abbreviations(html).map(|pair| (pair, ())).collect();
    marked
        .into_keys()
        .filter_map(|(abbr, meaning)| {
            let term = context.glossary.term(&abbr)?;
            let confirmed = !meaning.ends_with(UNCONFIRMED);
            Some(Row {
                href: linker.page(&PageKey::Term(term.clone())),
                meaning: meaning.trim_end_matches(UNCONFIRMED).to_owned(),
                confirmed,
                abbr,
            })
        })
        .collect()
}

/// Words and titles of all `<abbr>` of a page.
fn abbreviations(html: &str) -> impl Iterator<Item = (String, String)> + '_ {
    html.split("<abbr title=\"").skip(1).filter_map(|rest| {
        let (title, rest) = rest.split_once("\">")?;
        let (words, _) = rest.split_once("</abbr>")?;
        Some((unescape(words), unescape(title)))
    })
}
