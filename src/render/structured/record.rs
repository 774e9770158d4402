//! News, practices, acts and plans of a territory.

use crate::model::place::territory::Territory;
use crate::model::plan::roadmap::Roadmap;
use crate::model::record::document::Document;
use crate::model::record::news::NewsItem;
use crate::model::record::practice::{Collection, Practice};
use crate::render::structured::around::{Around, LICENCE, RUSSIAN};
use crate::render::structured::event;
use crate::render::structured::node::Node;
use crate::site::{PageKey, PlacePage};
use crate::text::cell::one_line;
use crate::text::russian::capitalized;

/// `NewsArticle`. Nobody is said to have written it, since content does not say who did.
pub fn news(around: &Around<'_, '_>, territory: &Territory, item: &NewsItem) -> Node {
    let here = around.here();
    Node::new("NewsArticle")
        .with("@id", here.as_str())
        .with("mainEntityOfPage", here)
        .with("headline", item.title.as_str())
        .with("description", item.summary.as_str())
        .with("datePublished", item.date.to_string())
        .with("inLanguage", RUSSIAN)
        .with("spatialCoverage", around.area(territory))
        .with("publisher", around.publisher())
        .with("license", LICENCE)
}

/// A practice: `CreativeWork`, since what it was written by and when is not stated.
pub fn practice(around: &Around<'_, '_>, territory: &Territory, practice: &Practice) -> Node {
    let mut plans: Vec<String> = Vec::new();
    for event in &practice.events {
        if let Some(plan) = territory.plan(&event.to.plan) {
            let page = PlacePage::Plan(plan.id.clone());
            let address = around.page(&PageKey::place(&territory.path, page));
            if !plans.contains(&address) {
                plans.push(address);
            }
        }
    }
    work(around, &practice.title)
        .with("description", practice.summary.as_str())
        .with("genre", practice.kind.as_str())
        .with("temporalCoverage", practice.year.as_str())
        .with("spatialCoverage", around.area(territory))
        .with("isBasedOn", plans)
        .with("publisher", around.publisher())
        .with("license", LICENCE)
}

/// `Collection` of practices.
pub fn collection(around: &Around<'_, '_>, collection: &Collection) -> Node {
    let practices = collection.practices.iter().filter_map(|member| {
        let mut all = around.context.portal.practices();
        let (_, practice) = all.find(|(_, practice)| practice.id == member.to)?;
        let page = PageKey::Practice(practice.id.clone());
        let node = Node::new("CreativeWork").with("name", practice.title.as_str());
        Some(node.with("url", around.page(&page)))
    });
    let here = around.here();
    Node::new("Collection")
        .with("@id", here.as_str())
        .with("url", here)
        .with("name", collection.title.as_str())
        .maybe("temporalCoverage", collection.year.as_deref())
        .with("inLanguage", RUSSIAN)
        .with("hasPart", practices.collect::<Vec<_>>())
        .with("publisher", around.publisher())
}

/// `Legislation`: an act with the words of its own head.
pub fn document(around: &Around<'_, '_>, territory: &Territory, act: &Document) -> Node {
    let here = around.here();
    let basis = act.basis.iter();
    let basis: Vec<String> = basis
        .filter_map(|other| around.act(territory, &other.to))
        .collect();
    let file = act.file.as_ref().map(|file| file.value.as_str());
    let file = file.filter(|path| around.context.site.has_file(path));
    Node::new("Legislation")
        .with("@id", here.as_str())
        .with("url", here)
        .with("name", one_line(&act.title))
        .with("alternateName", capitalized(&act.short_name()))
        .with("legislationType", act.kind.as_str())
        .maybe(
            "legislationIdentifier",
            act.number.as_ref().map(|number| number.value.as_str()),
        )
        .maybe(
            "legislationDate",
            act.date.as_ref().map(|date| date.value.to_string()),
        )
        .with(
            "legislationPassedBy",
            Node::new("Organization").with("name", one_line(&act.issuer)),
        )
        .with("isBasedOn", basis)
        .with("inLanguage", RUSSIAN)
        .maybe(
            "encoding",
            file.map(|path| Node::new("MediaObject").with("contentUrl", around.file(path))),
        )
}

/// A roadmap, then its measures whose days the document names.
pub fn plan(around: &Around<'_, '_>, territory: &Territory, plan: &Roadmap) -> Vec<Node> {
    let act = plan.approved_by.as_ref();
    let period = &plan.period;
    let own = work(around, &plan.title_line())
        .maybe("abstract", plan.plain.as_ref().map(|p| p.value.as_str()))
        .with(
            "temporalCoverage",
            format!("{}/{}", period.first, period.last),
        )
        .with("spatialCoverage", around.area(territory))
        .maybe(
            "isBasedOn",
            act.and_then(|act| around.act(territory, &act.to)),
        )
        .with("publisher", around.publisher());
    let events = plan.events();
    let events = events.flat_map(|one| event::events(around, territory, plan, one));
    std::iter::once(own).chain(events).collect()
}

fn work(around: &Around<'_, '_>, name: &str) -> Node {
    let here = around.here();
    Node::new("CreativeWork")
        .with("@id", here.as_str())
        .with("url", here)
        .with("name", name)
        .with("inLanguage", RUSSIAN)
}
