//! What a change of the content leads to.

use crate::model::history::{Change, Subject};
use crate::model::place::section::RequiredSection;
use crate::site::anchors;
use crate::site::page::{PageKey, PlacePage};
use crate::site::routes::Site;

/// The page about the changed thing and the place on it, when the thing is still there.
pub fn target(site: &Site, change: &Change) -> Option<(PageKey, Option<String>)> {
    let place = |page: PlacePage| Some(PageKey::place(change.territory.as_ref()?, page));
    let section = |code: &'static str| place(PlacePage::Section(code));
    let mut anchor = None;
    let key = match &change.subject {
        Subject::Portal => PageKey::Home,
        Subject::Territory => place(PlacePage::Home)?,
        Subject::Plan(id) => place(PlacePage::Plan(id.clone()))?,
        Subject::Event(event) => place(PlacePage::Event(event.clone()))?,
        Subject::Document(id) => place(PlacePage::Document(id.clone()))?,
        Subject::Program => section("programma")?,
        Subject::School(id) => place(PlacePage::School(id.clone()))?,
        Subject::Person(id) => {
            anchor = Some(anchors::person(id));
            section("kontakty")?
        }
        Subject::Curators => section("kuratory")?,
        Subject::WorkingGroup => section("rabochaya-gruppa")?,
        Subject::Practice(id) => PageKey::Practice(id.clone()),
        Subject::News(id) => place(PlacePage::NewsItem(id.clone()))?,
        Subject::Section(code) => match RequiredSection::find(code)?.code {
            "" => place(PlacePage::Home)?,
            code => section(code)?,
        },
        Subject::Collection(id) => PageKey::Collection(id.clone()),
        Subject::Question(id) => {
            anchor = Some(id.to_string());
            PageKey::Parents
        }
        Subject::Page(id) => PageKey::info(id),
        Subject::Term(id) => PageKey::Term(id.clone()),
        Subject::Reference(_) | Subject::File(_) => return None,
    };
    site.has(&key).then_some((key, anchor))
}
