//! The block «Сокращения на этой странице» for pages whose views do not prepare one. A title of `<abbr>` is out of
//! reach on a telephone, so every abbreviation that a page marks is explained in plain sight at its end.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use serde::Serialize;

use crate::render::context::Context;
use crate::render::theme::ThemeError;
use crate::render::views::parts::link::Link;
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
struct Leads {
    leads: Vec<Link>,
}

/// Leaves the mark of an abbreviation where it stands first on a page, and ends the page's own text with links to what
/// the abbreviations mean.
///
/// # Errors
/// When the template of the links is at fault.
pub fn marked_once(context: &Context<'_>, key: &PageKey, html: &str) -> Result<String, ThemeError> {
    let linker = context.linker(key);
    let mut met: HashSet<&str> = HashSet::new();
    let mut leads: BTreeMap<String, String> = BTreeMap::new();
    let mut out = String::with_capacity(html.len() + 512);
    let mut rest = html;
    while let Some(at) = rest.find(OPEN) {
        let (before, mark) = rest.split_at(at);
        out.push_str(before);
        let Some((whole, words)) = mark
            .find("</abbr>")
            .and_then(|end| Some((&mark[..end], mark[..end].split_once("\">")?.1)))
        else {
            break;
        };
        rest = &mark[whole.len() + "</abbr>".len()..];
        if !met.insert(whole) {
            out.push_str(words);
            continue;
        }
        out.push_str(whole);
        out.push_str("</abbr>");
        let abbr = unescape(words);
        if let Some(term) = context.glossary.term(&abbr) {
            leads.insert(abbr, linker.page(&PageKey::Term(term.clone())));
        }
    }
    out.push_str(rest);
    if let (false, Some(end)) = (leads.is_empty(), out.rfind("</main>")) {
        let leads = leads.into_iter().map(|(text, href)| Link { text, href });
        let leads = Leads {
            leads: leads.collect(),
        };
        let block = context.theme.render("compact/abbreviations.html", &leads)?;
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
