//! The five documents, word for word: every cell of every row stands on its event's card and in its place on the
//! plan's page. The gold table was made from the documents by another program than the content was.

use std::collections::BTreeMap;
use std::fs;

use crate::harness::{Content, words};

/// Cells of torn rows included: the portal shows them put together and as printed.
#[test]
fn every_cell_of_the_documents_is_on_its_card_and_in_its_plan() {
    let site = Content::real().build();
    let gold = fs::read_to_string("tests/cases/gold/events.tsv").expect("the gold table is there");
    let mut missing = Vec::new();
    let mut cells = 0;
    let mut plan_page = (String::new(), "");
    for line in gold.lines() {
        let [territory, plan, event, column, text] = line.split('\t').collect::<Vec<_>>()[..]
        else {
            panic!("five columns: {line}")
        };
        cells += 1;
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let card = site.words(&format!("{territory}/plan/{plan}/{event}/index.html"));
        if !card.contains(&text) {
            missing.push(format!("card {territory} {plan} {event} {column}: {text}"));
        }
        let path = format!("{territory}/plan/{plan}/index.html");
        if plan_page.0 != path {
            plan_page = (path.clone(), site.text(&path));
        }
        let html = plan_page.1;
        let start = html
            .find(&format!("id=\"{event}\""))
            .unwrap_or_else(|| panic!("{path} has no place {event}"));
        let end = html[start..]
            .find("</article>")
            .map_or(html.len(), |end| start + end);
        if !words(&html[start..end]).contains(&text) {
            missing.push(format!("plan {territory} {plan} {event} {column}: {text}"));
        }
    }
    assert_eq!(cells, 692, "the gold table is complete");
    assert!(
        missing.is_empty(),
        "{} missing:\n{}",
        missing.len(),
        missing.join("\n")
    );
}

#[test]
fn counts_of_a_faithful_transcription() {
    let outcome = Content::real().build().0;
    assert_eq!(outcome.counts.events, 141);
    assert_eq!(outcome.counts.plans, 6);
    assert_eq!(outcome.counts.territories, 8);
}

/// Keys whose values are words of a document, in any content file of a territory.
const WORDS: &[&str] = &[
    "title",
    "goal",
    "tasks_heading",
    "tasks",
    "preamble",
    "approval_stamp",
    "letterhead",
    "heading",
    "order_word",
    "text",
    "signatory",
    "signatory_post",
    "value",
    "label",
    "items",
    "intro",
    "outro",
    "post",
    "name",
    "number",
    "deadline",
    "responsible",
    "indicator",
    "result",
    "official_name",
    "full",
    "issuer",
    "date_verbatim",
    "place",
];

/// Orders with their points, passports, working groups, goals and tasks: every word that content holds of a document is
/// somewhere on the pages of its territory.
#[test]
fn no_word_of_the_documents_is_left_out_of_the_pages() {
    let content = Content::real();
    let site = content.build();
    let mut pages: BTreeMap<String, String> = BTreeMap::new();
    for path in site
        .paths()
        .into_iter()
        .filter(|path| path.ends_with(".html"))
    {
        let territory = path.split('/').take(2).collect::<Vec<_>>().join("/");
        pages
            .entry(territory)
            .or_default()
            .push_str(&site.words(path));
    }
    let mut missing = Vec::new();
    let mut checked = 0;
    for (_, file) in content.sources().iter() {
        let parts: Vec<&str> = file.path.split('/').collect();
        let of_territory = parts[0].starts_with(|c: char| c.is_ascii_digit());
        if !of_territory || !file.path.ends_with(".toml") {
            continue;
        }
        let table: toml::Table = file.text().expect("text").parse().expect("TOML");
        let mut texts = Vec::new();
        collect(&toml::Value::Table(table), "", &mut texts);
        let prefix = parts[..2].join("/");
        let region = format!("{}/", parts[0]);
        let all: String = pages
            .iter()
            .filter(|(place, _)| **place == prefix || (place.starts_with(&region)))
            .map(|(_, words)| words.as_str())
            .collect();
        for text in texts {
            checked += 1;
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            if !all.contains(&text) {
                missing.push(format!("{}: {text}", file.path));
            }
        }
    }
    assert!(checked > 1000, "{checked} texts");
    assert!(
        missing.is_empty(),
        "{} of {checked} missing:\n{}",
        missing.len(),
        missing.join("\n")
    );
}

fn collect(value: &toml::Value, key: &str, texts: &mut Vec<String>) {
    match value {
        toml::Value::Table(table) => table
            .iter()
            .for_each(|(key, value)| collect(value, key, texts)),
        toml::Value::Array(items) => items.iter().for_each(|item| collect(item, key, texts)),
        toml::Value::String(text) if WORDS.contains(&key) => texts.push(text.clone()),
        _ => {}
    }
}
