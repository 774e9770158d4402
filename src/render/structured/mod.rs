//! What a page is about, in the words of schema.org, for search engines and other programs: a block of JSON-LD in the
//! head of the page. It says nothing that the page does not say, and what the documents leave open is left out.
//!
//! A block of data is no code: browsers never run it, and a policy against inline code lets it stand.

mod around;
mod crumbs;
mod data;
mod event;
mod node;
mod place;
mod record;
mod reference;

use serde::Serialize;

use crate::model::id::{Slug, TerritoryPath};
use crate::render::context::Context;
use crate::render::words::Html;
use crate::site::{PageKey, PlacePage};

use around::Around;
pub use crumbs::Crumb;
use node::Node;

#[derive(Serialize)]
struct Document<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: &'a [Node],
}

/// The block of a page with this title and way back, as it stands inside `<script type="application/ld+json">`; none
/// when there is nothing to tell.
pub fn block(context: &Context<'_>, key: &PageKey, title: &str, way: &[Crumb]) -> Option<Html> {
    let around = Around::new(context, key);
    let mut graph = about(&around, title);
    if !way.is_empty() {
        graph.push(crumbs::list(&around, title, way));
    }
    let document = Document {
        context: "https://schema.org",
        graph: &graph,
    };
    (!graph.is_empty()).then(|| script(&document))
}

/// No letter of content can end the block: in JSON the sign that could may be written as a number.
fn script(document: &Document<'_>) -> Html {
    let json = serde_json::to_string(document).expect("texts are always JSON");
    Html(json.replace('<', "\\u003c"))
}

/// The things that a page is about.
fn about(around: &Around<'_, '_>, title: &str) -> Vec<Node> {
    let portal = around.context.portal;
    match around.key {
        PageKey::Home => vec![reference::website(around)],
        PageKey::Parents if !portal.questions.is_empty() => vec![reference::questions(around)],
        PageKey::Glossary => vec![reference::glossary(around, title)],
        PageKey::Term(id) => {
            let term = portal.terms.iter().find(|term| &term.id == id);
            term.map(|term| reference::term(around, term))
                .into_iter()
                .collect()
        }
        PageKey::Data => vec![data::catalogue(around, title)],
        PageKey::Practice(id) => practice(around, id).into_iter().collect(),
        PageKey::Collection(id) => {
            let found = portal.collections.iter().find(|one| &one.id == id);
            found
                .map(|one| record::collection(around, one))
                .into_iter()
                .collect()
        }
        PageKey::Place(path, page) => of_place(around, path, page, title).unwrap_or_default(),
        _ => Vec::new(),
    }
}

fn practice(around: &Around<'_, '_>, id: &Slug) -> Option<Node> {
    let mut practices = around.context.portal.practices();
    let (territory, practice) = practices.find(|(_, practice)| &practice.id == id)?;
    Some(record::practice(around, territory, practice))
}

fn of_place(
    around: &Around<'_, '_>,
    path: &TerritoryPath,
    page: &PlacePage,
    title: &str,
) -> Option<Vec<Node>> {
    let territory = around.context.portal.territory(path)?;
    let one = match page {
        PlacePage::Home | PlacePage::Section("kontakty") => {
            place::authority(around, territory, territory.authority.as_ref()?)
        }
        PlacePage::School(id) => place::school(around, territory, territory.school(id)?),
        PlacePage::Document(id) => record::document(around, territory, territory.document(id)?),
        PlacePage::NewsItem(id) => {
            let item = territory.news.iter().find(|item| &item.id == id)?;
            record::news(around, territory, item)
        }
        PlacePage::Data => data::place(around, territory, title),
        PlacePage::Plan(id) => return Some(record::plan(around, territory, territory.plan(id)?)),
        PlacePage::Event(id) => {
            let plan = territory.plan(&id.plan)?;
            let (_, event) = plan.event(&id.event)?;
            return Some(event::events(around, territory, plan, event));
        }
        _ => return None,
    };
    Some(vec![one])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_ends_the_block() {
        let graph = [Node::new("Thing").with("name", "</script><b>\u{2028}&\"")];
        let document = Document {
            context: "https://schema.org",
            graph: &graph,
        };
        let Html(json) = script(&document);
        assert!(!json.contains('<'), "{json}");
        let read: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        assert_eq!(read["@graph"][0]["name"], "</script><b>\u{2028}&\"");
    }

    #[test]
    fn what_is_unknown_is_left_out() {
        let node = Node::new("School")
            .with("name", "")
            .maybe("address", None::<&str>)
            .with("telephone", Vec::<&str>::new());
        assert_eq!(
            serde_json::to_string(&node).expect("JSON"),
            r#"{"@type":"School"}"#
        );
    }
}
