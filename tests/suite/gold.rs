//! The five documents, word for word: every cell of every row stands on its event's card and in its place on the
//! plan's page. The gold table was made from the documents by another program than the content was.

use std::fs;

use crate::harness::{Content, words};

/// Cells that a torn row of the paper put into another row; the portal shows them in both ways.
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
