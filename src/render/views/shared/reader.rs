//! Pages that scripts fill for one reader: how pages look, and the school that the reader's browser remembers. Neither
//! knows anything about the reader: without scripts they say what they are for and where to go instead.

use serde::Serialize;

use crate::render::context::Context;
use crate::render::shell::{Head, Shell};
use crate::render::theme::ThemeError;
use crate::render::views::frame::framed;
use crate::render::views::shared::cite::Cite;
use crate::site::PageKey;

#[derive(Serialize)]
struct ViewView {
    /// The page about accessibility, when the editors wrote one.
    accessibility: Option<String>,
}

#[derive(Serialize)]
struct MySchoolView {
    /// Schools by the alphabet.
    schools: String,
    districts: String,
}

/// The HTML of the settings of the view.
///
/// # Errors
/// When the template is at fault.
pub fn view(context: &Context<'_>) -> Result<String, ThemeError> {
    let key = PageKey::View;
    let cite = Cite::new(context, &key);
    let pages = context.portal.pages.iter();
    let accessibility = pages
        .map(|page| &page.id)
        .find(|id| id.as_str() == "dostupnost");
    let view = ViewView {
        accessibility: accessibility.map(|id| cite.href(&PageKey::Info(id.clone()))),
    };
    let head = Head {
        title: cite.say("Вид страницы: версия для слабовидящих", &[]),
        description: cite.say("Крупные буквы, контрастные цвета, расстояния между строками, страница без картинок; как увеличить и прочитать вслух любую страницу.", &[]),
        parents: Vec::new(),
    };
    framed(
        context,
        "view.html",
        &Shell::new(context, &key, head),
        &view,
    )
}

/// The HTML of the page of the remembered school.
///
/// # Errors
/// When the template is at fault.
pub fn my_school(context: &Context<'_>) -> Result<String, ThemeError> {
    let key = PageKey::MySchool;
    let cite = Cite::new(context, &key);
    let view = MySchoolView {
        schools: cite.anchor(&PageKey::Index, "shkoly"),
        districts: cite.href(&PageKey::Districts),
    };
    let head = Head {
        title: cite.say("Моя школа", &[]),
        description: cite.say("Страница школы, которую вы запомнили: что обещано, кто куратор и какие сроки ближайшие.", &[]),
        parents: Vec::new(),
    };
    framed(
        context,
        "my-school.html",
        &Shell::new(context, &key, head),
        &view,
    )
}
