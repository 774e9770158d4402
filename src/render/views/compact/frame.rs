//! What a lean page has around its own content: the least that lets a reader find the way, search and set the looks.

use serde::Serialize;

use crate::render::context::Context;
use crate::render::editing::Editing;
use crate::render::theme::ThemeError;
use crate::render::views::frame::lean;
use crate::render::views::parts::link::Link;
use crate::render::views::parts::title::short;
use crate::render::views::place::parts::place::Place;
use crate::site::{PageKey, PlacePage};

/// The frame of a lean page.
#[derive(Serialize)]
struct Shell<'a> {
    portal: &'a str,
    title: String,
    /// One sentence for search engines.
    description: String,
    /// Absolute address, when the portal's address is known.
    canonical: Option<String>,
    home: String,
    menu: Vec<Link>,
    /// The rest of the menu, at the end of the page.
    more: Vec<Link>,
    /// From the portal down to the territory.
    way: Vec<Link>,
    style: Option<String>,
    print: Option<String>,
    icon: Option<String>,
    /// The script that sets the looks before the first picture.
    looks: Option<String>,
    /// The script of pages that can remember a school.
    reader: Option<String>,
    /// Where a mistake is reported.
    report: Option<String>,
    edit: Option<String>,
    today: String,
}

/// What a page says of itself.
pub struct Head {
    /// Title, without the territory.
    pub title: String,
    /// One sentence for search engines.
    pub description: String,
}

/// Renders a lean page.
///
/// # Errors
/// When the template is at fault.
pub fn render<V: Serialize>(
    place: &Place<'_>,
    template: &str,
    head: Head,
    view: &V,
) -> Result<String, ThemeError> {
    let shell = shell(place, head);
    lean(place.context, template, place.key, &shell, view)
}

fn shell<'a>(place: &Place<'a>, head: Head) -> Shell<'a> {
    let context = place.context;
    let asset = |name: &str| {
        let path = context.theme.asset(name)?;
        Some(place.linker.path(path))
    };
    Shell {
        portal: &context.portal.settings.title,
        title: format!("{} — {}", head.title, place.label()),
        description: short(&head.description, DESCRIPTION),
        canonical: context
            .address()
            .map(|home| format!("{home}{}", place.key.address().as_str())),
        home: place.linker.page(&PageKey::Home),
        menu: links(place, MENU),
        more: links(place, MORE),
        way: way(place),
        style: asset("style.css"),
        print: asset("print.css"),
        icon: asset("favicon.svg"),
        looks: asset("view.js"),
        reader: asset("reader.js").filter(|_| remembers(place.key)),
        report: report(context, place),
        edit: Editing::new(context, place.key).and_then(|editing| editing.edit),
        today: context.words.date(context.edition.today),
    }
}

/// How many letters of a description search engines show.
const DESCRIPTION: usize = 120;

/// The menu above a page.
const MENU: &[(&str, PageKey)] = &[("Районы", PageKey::Districts), ("Поиск", PageKey::Search)];

/// The menu below a page.
const MORE: &[(&str, PageKey)] = &[
    ("Родителям", PageKey::Parents),
    ("Словарь", PageKey::Glossary),
    ("Карта сайта", PageKey::SiteMap),
    ("Версия для слабовидящих", PageKey::View),
];

fn links(place: &Place<'_>, pages: &[(&str, PageKey)]) -> Vec<Link> {
    let link = |(text, page): &(&str, PageKey)| Link {
        text: place.say(text, &[]),
        href: place.linker.page(page),
    };
    pages.iter().map(link).collect()
}

/// Pages that show the reader's own school, which a script knows.
fn remembers(key: &PageKey) -> bool {
    let PageKey::Place(_, page) = key else {
        return false;
    };
    matches!(
        page,
        PlacePage::Home | PlacePage::School(_) | PlacePage::Plan(_)
    )
}

fn way(place: &Place<'_>) -> Vec<Link> {
    let home = PageKey::place(&place.territory.path, PlacePage::Home);
    let mut way = Vec::new();
    if let Some(region) = place.region() {
        way.push(Link {
            text: region.names.name.clone(),
            href: place
                .linker
                .page(&PageKey::place(&region.path, PlacePage::Home)),
        });
    }
    if *place.key != home {
        way.push(Link {
            text: place.territory.names.name.clone(),
            href: place.linker.page(&home),
        });
    }
    way
}

/// A letter whose subject is the address of the page, so that nobody has to describe it.
fn report(context: &Context<'_>, place: &Place<'_>) -> Option<String> {
    let email = crate::render::report::email(context, place.territory)?;
    Some(format!(
        "mailto:{email}?subject=/{}",
        place.key.address().as_str()
    ))
}
