//! Pages about the portal and about its data: texts of the editors, with a short default where there is none.

use serde::Serialize;

use crate::model::id::Slug;
use crate::model::prose::{Heading, Prose};
use crate::model::reference::InfoPage;
use crate::render::context::Context;
use crate::render::shell::{Head, Shell};
use crate::render::theme::ThemeError;
use crate::render::views::frame::framed;
use crate::render::views::shared::cite::{Cite, Link};
use crate::render::words::Html;
use crate::site::PageKey;

#[derive(Serialize)]
struct InfoView {
    title: Html,
    lead: String,
    /// The text; none when the editors wrote none.
    text: Option<Html>,
    /// Headings of a long text.
    toc: Vec<TocRow>,
    /// Other pages about the portal.
    others: Vec<OtherPage>,
    others_title: String,
}

#[derive(Serialize)]
struct TocRow {
    text: String,
    href: String,
}

#[derive(Serialize)]
struct OtherPage {
    link: Link,
    about: String,
}

/// From how many headings on a text gets a table of contents.
const LONG: usize = 4;

/// The HTML of «О портале».
///
/// # Errors
/// When the template is at fault.
pub fn html(context: &Context<'_>) -> Result<String, ThemeError> {
    let default = (
        "О портале",
        "Портал показывает, что обещано школам, которые получают поддержку, к какому сроку и кто отвечает.",
    );
    own_page(context, &PageKey::About, "o-portale", default)
}

/// The HTML of the guide of the editor: a text of the portal, or a plain list of what else there is for editors.
///
/// # Errors
/// When the template is at fault.
pub fn editor(context: &Context<'_>) -> Result<String, ThemeError> {
    let default = (
        "Редактору",
        "Как править портал: что значат сообщения об ошибках, какие бывают файлы и что в них пишут.",
    );
    own_page(context, &PageKey::Editor, "redaktor", default)
}

/// The HTML of another page about the portal.
///
/// # Errors
/// When the template is at fault.
pub fn info(context: &Context<'_>, id: &Slug) -> Result<String, ThemeError> {
    let page = context.portal.pages.iter().find(|page| &page.id == id);
    let page = page.expect("the map of the site names only pages that exist");
    let parents = vec![(context.words.phrase("О портале", &[]), PageKey::About)];
    show(
        context,
        &PageKey::Info(id.clone()),
        Words::of(page),
        parents,
    )
}

/// What a page says.
struct Words<'a> {
    title: &'a str,
    description: &'a str,
    text: Option<&'a Prose>,
}

impl<'a> Words<'a> {
    fn of(page: &'a InfoPage) -> Self {
        Words {
            title: &page.title,
            description: &page.description,
            text: Some(&page.text),
        }
    }
}

/// A page that exists even when the editors wrote no text for it.
fn own_page(
    context: &Context<'_>,
    key: &PageKey,
    id: &str,
    (title, description): (&str, &str),
) -> Result<String, ThemeError> {
    let (title, description) = (
        context.words.phrase(title, &[]),
        context.words.phrase(description, &[]),
    );
    let words = match context
        .portal
        .pages
        .iter()
        .find(|page| page.id.as_str() == id)
    {
        Some(page) => Words::of(page),
        None => Words {
            title: &title,
            description: &description,
            text: None,
        },
    };
    show(context, key, words, Vec::new())
}

fn show(
    context: &Context<'_>,
    key: &PageKey,
    words: Words<'_>,
    parents: Vec<(String, PageKey)>,
) -> Result<String, ThemeError> {
    let cite = Cite::new(context, key);
    let headings = words.text.map_or(&[][..], |text| text.headings.as_slice());
    let view = InfoView {
        title: context.glossary.html(words.title, None),
        lead: words.description.to_owned(),
        text: words.text.map(|text| cite.prose(text, 2)),
        toc: if headings.len() < LONG {
            Vec::new()
        } else {
            toc(headings)
        },
        others: match key {
            PageKey::Editor => handbook(&cite),
            _ => others(&cite, key),
        },
        others_title: cite.say(
            match key {
                PageKey::Editor => "Справочник редактора",
                _ => "Другие страницы о портале",
            },
            &[],
        ),
    };
    let head = Head {
        title: words.title.to_owned(),
        description: words.description.to_owned(),
        parents,
    };
    framed(context, "info.html", &Shell::new(context, key, head), &view)
}

fn toc(headings: &[Heading]) -> Vec<TocRow> {
    let row = |h: &Heading| TocRow {
        text: h.text.clone(),
        href: format!("#{}", h.anchor),
    };
    headings.iter().map(row).collect()
}

/// The pages about the portal but this one.
fn others(cite: &Cite<'_, '_>, here: &PageKey) -> Vec<OtherPage> {
    let pages = cite.context.portal.pages.iter().map(|page| {
        let key = PageKey::info(&page.id);
        (key, page.title.clone(), page.description.clone())
    });
    let always = [
        (
            PageKey::Completeness,
            "Полнота разделов",
            "Какие сведения о поддержке школ есть, а каких нет.",
        ),
        (
            PageKey::Promises,
            "Обещания и подтверждения",
            "Что обещано, о чём сообщили и чем это подтвердили.",
        ),
        (
            PageKey::Comparison,
            "Сравнение муниципалитетов",
            "Планы рядом, по одинаковым определениям и без мест.",
        ),
        (
            PageKey::SiteMap,
            "Карта сайта",
            "Все страницы портала списком.",
        ),
        (
            PageKey::Receipt,
            "Квитанция сборки",
            "Из чего и чем собран сайт и как это проверить.",
        ),
    ];
    let always =
        always.map(|(key, title, about)| (key, cite.say(title, &[]), cite.say(about, &[])));
    pages
        .chain(always)
        .filter(|(key, ..)| key != here)
        .map(|(key, title, about)| OtherPage {
            link: cite.link(&title, &key),
            about,
        })
        .collect()
}

/// Pages for editors beside their guide.
fn handbook(cite: &Cite<'_, '_>) -> Vec<OtherPage> {
    let pages = [
        (
            PageKey::Mistakes,
            "Ошибки и как их исправить",
            "Каждое сообщение проверки простыми словами, с примером.",
        ),
        (
            PageKey::Fields,
            "Какие бывают файлы и поля",
            "Где что лежит, как называется и что писать.",
        ),
    ];
    let page = |(key, title, about): (PageKey, &str, &str)| OtherPage {
        link: cite.way(title, &key),
        about: cite.say(about, &[]),
    };
    pages.map(page).into()
}
