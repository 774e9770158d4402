//! What the whole portal shares: the portal itself with its search, questions with answers, words with meanings.

use crate::model::reference::Term;
use crate::render::structured::around::{Around, RUSSIAN};
use crate::render::structured::node::Node;
use crate::site::PageKey;
use crate::text::markdown;

/// `WebSite` with its search.
pub fn website(around: &Around<'_, '_>) -> Node {
    let settings = &around.context.portal.settings;
    let template = format!("{}?q={{query}}", around.page(&PageKey::Search));
    Node::new("WebSite")
        .with("@id", around.here())
        .with("url", around.here())
        .with("name", settings.title.as_str())
        .with("description", settings.description.as_str())
        .with("inLanguage", around.context.words.code())
        .with("publisher", around.publisher())
        .with(
            "potentialAction",
            Node::new("SearchAction")
                .with(
                    "target",
                    Node::new("EntryPoint").with("urlTemplate", template),
                )
                .with("query-input", "required name=query"),
        )
}

/// `FAQPage`: the questions of parents with the words of their answers.
pub fn questions(around: &Around<'_, '_>) -> Node {
    let questions = around.context.portal.questions.iter().map(|question| {
        let answer = markdown::plain(&question.answer.markdown);
        Node::new("Question")
            .with("@id", around.anchor(around.key, question.id.as_str()))
            .with("name", question.title.as_str())
            .with("acceptedAnswer", Node::new("Answer").with("text", answer))
    });
    Node::new("FAQPage")
        .with("@id", around.here())
        .with("inLanguage", RUSSIAN)
        .with("mainEntity", questions.collect::<Vec<_>>())
}

/// `DefinedTermSet` with all words.
pub fn glossary(around: &Around<'_, '_>, title: &str) -> Node {
    let terms = around.context.portal.terms.iter();
    set(around)
        .with("name", title)
        .with("inLanguage", RUSSIAN)
        .with(
            "hasDefinedTerm",
            terms.map(|term| word(around, term)).collect::<Vec<_>>(),
        )
}

/// `DefinedTerm`: one word.
pub fn term(around: &Around<'_, '_>, term: &Term) -> Node {
    word(around, term)
        .with("inLanguage", RUSSIAN)
        .with("inDefinedTermSet", set(around))
}

fn set(around: &Around<'_, '_>) -> Node {
    let address = around.page(&PageKey::Glossary);
    Node::new("DefinedTermSet")
        .with("@id", address.as_str())
        .with("url", address)
}

/// A word: what it stands for in each place, and the sentence for parents.
fn word(around: &Around<'_, '_>, term: &Term) -> Node {
    let address = around.page(&PageKey::Term(term.id.clone()));
    let confirmed = term.meanings.iter().filter(|meaning| meaning.confirmed);
    let mut meanings: Vec<&str> = Vec::new();
    for meaning in confirmed {
        if !meanings.contains(&meaning.text.as_str()) {
            meanings.push(&meaning.text);
        }
    }
    let plain = term.plain.as_deref();
    let description = plain.map_or_else(|| meanings.join("; "), str::to_owned);
    // What an abbreviation stands for is its other name; what a word means is not.
    let expansions = term.abbr.is_some().then_some(meanings);
    Node::new("DefinedTerm")
        .with("@id", address.as_str())
        .with("url", address)
        .with("name", term.title())
        .maybe("termCode", term.abbr.as_deref())
        .with("description", description)
        .maybe("alternateName", expansions)
}
