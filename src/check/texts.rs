//! All texts written in Markdown, each with the page it stands on and the folder its file lies in.

use crate::model::place::section::RequiredSection;
use crate::model::place::territory::Territory;
use crate::model::portal::Portal;
use crate::model::prose::Prose;
use crate::site::{PageKey, PlacePage};

/// A text of the portal.
#[derive(Debug, Clone)]
pub struct Text<'a> {
    /// The page it stands on.
    pub page: PageKey,
    /// The folder of its file, relative to the content folder, without a slash at the end.
    pub folder: String,
    /// The text.
    pub prose: &'a Prose,
}

/// Every text that belongs to no territory, in a fixed order.
pub fn shared(portal: &Portal) -> impl Iterator<Item = Text<'_>> {
    let text = |page, folder: &str, prose| Text {
        page,
        folder: folder.to_owned(),
        prose,
    };
    let questions = portal
        .questions
        .iter()
        .map(move |q| text(PageKey::Parents, "questions", &q.answer));
    let pages = portal
        .pages
        .iter()
        .map(move |info| text(PageKey::info(&info.id), "pages", &info.text));
    let collections = portal
        .collections
        .iter()
        .map(move |c| text(PageKey::Collection(c.id.clone()), "collections", &c.intro));
    questions.chain(pages).chain(collections)
}

/// Every text of a territory, in a fixed order.
pub fn of(territory: &Territory) -> impl Iterator<Item = Text<'_>> {
    let path = &territory.path;
    let news = territory.news.iter().map(move |item| Text {
        page: PageKey::place(path, PlacePage::NewsItem(item.id.clone())),
        folder: format!("{path}/news"),
        prose: &item.text,
    });
    let practices = territory.practices.iter().map(move |practice| Text {
        page: PageKey::Practice(practice.id.clone()),
        folder: format!("{path}/practices"),
        prose: &practice.text,
    });
    let notes = territory.notes.iter().map(move |note| {
        // A text of an unknown section has no page; another rule says so, and its links are still worth checking.
        let page = match RequiredSection::find(&note.section) {
            Some(section) if !section.code.is_empty() => PlacePage::Section(section.code),
            _ => PlacePage::Home,
        };
        Text {
            page: PageKey::place(path, page),
            folder: format!("{path}/sections"),
            prose: &note.text,
        }
    });
    news.chain(practices).chain(notes)
}
