//! Analysis of text for the search, by the vectors that the script in the page keeps, too
//! (`tests/search/analysis.test.mjs`): a word of a query must become the term its document was stored under.

use serde_json::{Value, json};
use shnor_portal::search::analysis::{Analyzer, Cached, Terms, dates, layout, near, skeleton};

fn vectors() -> Value {
    serde_json::from_str(include_str!("../search/vectors.json")).expect("vectors are JSON")
}

fn rows(vectors: &Value, name: &str) -> Vec<Vec<Value>> {
    serde_json::from_value(vectors[name].clone()).expect("rows")
}

fn analyzer(vectors: &Value) -> Analyzer {
    let groups: Vec<Vec<String>> =
        serde_json::from_value(vectors["exceptions"].clone()).expect("groups");
    Analyzer::new(&groups)
}

fn text(value: &Value) -> &str {
    value.as_str().expect("text")
}

#[test]
fn exceptions_are_written_for_the_script() {
    let vectors = vectors();
    assert_eq!(
        analyzer(&vectors).exceptions(),
        text(&vectors["exceptionsText"])
    );
}

#[test]
fn forms_of_a_word_have_one_term() {
    let vectors = vectors();
    let analyzer = analyzer(&vectors);
    for forms in rows(&vectors, "same") {
        let terms: Vec<String> = forms.iter().map(|form| analyzer.term(text(form))).collect();
        assert!(
            terms.iter().all(|term| *term == terms[0]),
            "{forms:?}: {terms:?}"
        );
    }
    for pair in rows(&vectors, "different") {
        assert_ne!(
            analyzer.term(text(&pair[0])),
            analyzer.term(text(&pair[1])),
            "{pair:?}"
        );
    }
}

#[test]
fn terms() {
    let vectors = vectors();
    let analyzer = analyzer(&vectors);
    for row in rows(&vectors, "terms") {
        assert_eq!(analyzer.term(text(&row[0])), text(&row[1]), "{row:?}");
    }
}

#[test]
fn tokens() {
    let vectors = vectors();
    let analyzer = analyzer(&vectors);
    let mut cached = Cached::new(&analyzer, Terms::default());
    for row in rows(&vectors, "tokens") {
        let text = text(&row[0]);
        let tokens = analyzer.tokens(text);
        for again in ["", ", remembered"] {
            let terms = cached.terms_of(text);
            let named = terms.iter().map(|found| {
                let name = cached.terms().name(found.term);
                (name.to_string(), found.at as usize, found.stop)
            });
            let tokens = tokens.iter();
            let tokens = tokens.map(|token| (token.term.clone(), token.at, token.stop));
            assert!(named.eq(tokens), "{text}{again}");
        }
        let found: Vec<Value> = tokens
            .iter()
            .map(|token| {
                json!([
                    token.term,
                    token.at,
                    text[token.start..token.end],
                    token.stop
                ])
            })
            .collect();
        assert_eq!(Value::from(found), row[1], "{text}");
    }
}

#[test]
fn layout_likeness_and_skeleton() {
    let vectors = vectors();
    for row in rows(&vectors, "layout") {
        assert_eq!(layout(text(&row[0])).as_deref(), row[1].as_str(), "{row:?}");
    }
    for row in rows(&vectors, "near") {
        let (one, other) = (text(&row[0]), text(&row[1]));
        assert_eq!(Some(near(one, other)), row[2].as_bool(), "{row:?}");
        assert_eq!(near(one, other), near(other, one), "{row:?}");
    }
    for row in rows(&vectors, "skeleton") {
        assert_eq!(skeleton(text(&row[0])), text(&row[1]), "{row:?}");
    }
}

#[test]
fn date_expressions() {
    let vectors = vectors();
    let today = text(&vectors["today"]).parse().expect("a day");
    for row in rows(&vectors, "dates") {
        let found: Vec<Value> = dates(text(&row[0]), today)
            .iter()
            .map(|found| json!([found.from, found.to, found.words, found.tokens]))
            .collect();
        assert_eq!(Value::from(found), row[1], "{row:?}");
    }
}
