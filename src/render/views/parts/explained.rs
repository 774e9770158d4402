//! The block «Сокращения на этой странице» for pages whose views do not prepare one. A title of `<abbr>` is out of
//! reach on a telephone, so every abbreviation that a page marks is explained in plain sight at its end.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use serde::Serialize;

use crate::render::context::Context;
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
    /// What it means on this page: more than one thing where documents of several places stand on it.
    meanings: Vec<Meaning>,
    href: String,
}

#[derive(Serialize)]
struct Meaning {
    words: String,
    confirmed: bool,
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

/// Every abbreviation with the meanings it has on the page.
fn rows(context: &Context<'_>, key: &PageKey, html: &str) -> Vec<Row> {
    let linker = context.linker(key);
    let mut marked: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (abbr, meaning) in abbreviations(html) {
        marked.entry(abbr).or_default().insert(meaning);
    }
    marked
        .into_iter()
        .filter_map(|(abbr, meanings)| {
            let term = context.glossary.term(&abbr)?;
            let meanings = meanings.into_iter().map(|meaning| Meaning {
                confirmed: !meaning.ends_with(UNCONFIRMED),
                words: meaning.trim_end_matches(UNCONFIRMED).to_owned(),
            });
            Some(Row {
                href: linker.page(&PageKey::Term(term.clone())),
                meanings: meanings.collect(),
                abbr,
            })
        })
        .collect()
}

#[derive(Serialize)]
struct Spelled {
    rows: BTreeSet<(String, String)>,
}

/// Takes the marks of abbreviations off a page and spells them out in one paragraph at the end of its own text.
///
/// # Errors
/// When the template of the paragraph is at fault.
pub fn spelled(context: &Context<'_>, html: &str) -> Result<String, ThemeError> {
    let mut met: HashSet<(&str, &str)> = HashSet::new();
    let mut out = String::with_capacity(html.len() + 512);
    let mut rest = html;
    while let Some((before, mark)) = rest.split_once(OPEN) {
        let whole = mark.split_once("</abbr>");
        let Some(((title, words), after)) =
            whole.and_then(|(mark, after)| Some((mark.split_once("\">")?, after)))
        else {
            break;
        };
        met.insert((words, title));
        out.push_str(before);
        out.push_str(words);
        rest = after;
    }
    out.push_str(rest);
    if let (false, Some(end)) = (met.is_empty(), out.rfind("</main>")) {
        let rows = met.into_iter();
        let rows = rows.map(|(words, title)| (unescape(words), unescape(title)));
        let spelled = Spelled {
            rows: rows.collect(),
        };
        let block = context
            .theme
            .render("compact/abbreviations.html", &spelled)?;
        out.insert_str(end, &block);
    }
    Ok(out)
}

/// How the mark of an abbreviation begins.
const OPEN: &str = "<abbr title=\"";

/// Words and titles of all `<abbr>` of a page.
fn abbreviations(html: &str) -> impl Iterator<Item = (String, String)> + '_ {
    html.split(OPEN).skip(1).filter_map(|rest| {
        let (title, rest) = rest.split_once("\">")?;
        let (words, _) = rest.split_once("</abbr>")?;
        Some((unescape(words), unescape(title)))
    })
}
