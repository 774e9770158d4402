//! What every page has around its own content: title, description, address, menu, way back, dates.

use serde::Serialize;

use crate::model::place::territory::Territory;
use crate::render::alternates::{Alternate, alternates};
use crate::render::cards;
use crate::render::context::Context;
use crate::render::editing::Editing;
use crate::render::linker::Linker;
use crate::render::manifest;
use crate::render::qr::{QrView, qr};
use crate::render::report::Report;
use crate::render::structured::{self, Crumb};
use crate::render::words::Html;
use crate::site::lasting::Answer;
use crate::site::{PageKey, PlacePage};

/// The frame of a page, `shell` in templates.
#[derive(Debug, Clone, Serialize)]
pub struct Shell {
    /// The page.
    #[serde(skip)]
    pub key: PageKey,
    /// Name of the portal.
    pub portal: String,
    /// `<title>` without the portal's name.
    pub title: String,
    /// `<meta name=description>`.
    pub description: String,
    /// Absolute canonical address, when the portal's address is known.
    pub canonical: Option<String>,
    /// Its address for paper, on pages that people print and hand out.
    pub qr: Option<QrView>,
    /// True for pages that search engines should leave out.
    pub noindex: bool,
    /// Open Graph type: `website` or `article`.
    pub og_type: &'static str,
    /// The picture that other sites show beside a link to the page.
    pub card: Option<CardLink>,
    /// Feeds and calendars for programs.
    pub alternates: Vec<Alternate>,
    /// Way back: from the home page down to the parent of this page.
    pub breadcrumbs: Vec<MenuLink>,
    /// What the page is about, as JSON-LD for a block of data.
    pub structured: Option<Html>,
    /// Main menu of the portal.
    pub menu: Vec<MenuLink>,
    /// The place this page belongs to, with its own menu of six words.
    pub place: Option<PlaceFrame>,
    /// Links of the footer.
    pub footer: Vec<MenuLink>,
    /// Link to the web manifest.
    pub manifest: String,
    /// Link to the home page.
    pub home: String,
    /// Address of the search.
    pub search: String,
    /// False on pages that have a search field of their own.
    pub search_in_header: bool,
    /// The page with the settings of the view.
    pub view: MenuLink,
    /// The page of the remembered school.
    pub my_school: MenuLink,
    /// Where a mistake of this page is reported.
    pub report: Option<Report>,
    /// Links for those who edit this page.
    pub editing: Option<Editing>,
    /// Addresses of the theme's files by their names, relative to the page: `assets["style.css"]`.
    pub assets: std::collections::BTreeMap<String, String>,
    /// «22 ноября 2026 г.»: the day the page speaks of.
    pub today: String,
    /// The same as `2026-11-22`.
    pub today_iso: String,
    /// Name and version of the generator.
    pub generator: String,
}

/// A picture for other sites.
#[derive(Debug, Clone, Serialize)]
pub struct CardLink {
    /// Absolute address.
    pub url: String,
    /// Pixels.
    pub width: usize,
    /// Pixels.
    pub height: usize,
    /// What it says.
    pub alt: String,
}

/// A link with its words.
#[derive(Debug, Clone, Serialize)]
pub struct MenuLink {
    /// Words.
    pub text: String,
    /// Address relative to the page.
    pub href: String,
    /// True for the page itself (`aria-current=page`) or the section it stands in.
    pub current: bool,
}

/// Name and menu of the territory a page belongs to.
#[derive(Debug, Clone, Serialize)]
pub struct PlaceFrame {
    /// «Жигаловский район».
    pub name: String,
    /// Link to the territory's main page.
    pub href: String,
    /// План · Школы · Родителям · Новости · Документы · Контакты.
    pub menu: Vec<MenuLink>,
    /// True on the main page itself, whose own links say the same.
    pub at_home: bool,
}

/// What a page says about itself; the rest of the frame follows from its name.
pub struct Head {
    /// `<title>` without the portal's name; must be unique on the site.
    pub title: String,
    /// One or two sentences, unique on the site.
    pub description: String,
    /// Parents between the home page (or territory) and this page, outermost first.
    pub parents: Vec<(String, PageKey)>,
}

/// The six words of a territory's menu and the sections behind them.
const PLACE_MENU: &[(&str, &str)] = &[
    ("План", "plan"),
    ("Школы", "shkoly"),
    ("Родителям", "roditelyam"),
    ("Новости", "novosti"),
    ("Документы", "dokumenty"),
    ("Контакты", "kontakty"),
];

impl Shell {
    /// Builds the frame of the page `key`.
    pub fn new(context: &Context<'_>, key: &PageKey, head: Head) -> Shell {
        let linker = context.linker(key);
        let place = match key {
            PageKey::Place(path, page) => context
                .portal
                .territory(path)
                .map(|territory| (territory, page)),
            _ => None,
        };
        let words = context.words;
        let own = |text: &str, target: PageKey| MenuLink {
            text: words.phrase(text, &[]),
            href: linker.page(&target),
            current: &target == key,
        };
        let way = way(context, key, place, &head);
        let breadcrumbs = way.iter().map(|crumb| MenuLink {
            text: crumb.text.clone(),
            href: linker.page(&crumb.page),
            current: &crumb.page == key,
        });
        let structured = match key {
            PageKey::Former(_) => None,
            _ => structured::block(context, key, &head.title, &way),
        };
        let report = Report::new(context, key, &head.title);
        let canonical = canonical(context, key);
        Shell {
            qr: canonical.as_deref().filter(|_| on_paper(key)).and_then(qr),
            key: key.clone(),
            portal: context.portal.settings.title.clone(),
            title: head.title,
            description: head.description,
            noindex: matches!(key, PageKey::NotFound | PageKey::Search) || is_over(context, key),
            canonical,
            og_type: match key {
                PageKey::Place(_, PlacePage::NewsItem(_)) | PageKey::Practice(_) => "article",
                _ => "website",
            },
            card: card(context, key),
            breadcrumbs: breadcrumbs.collect(),
            structured,
            alternates: alternates(context, key, &linker),
            menu: vec![
                own("Районы", PageKey::Districts),
                own("Календарь", PageKey::Calendar),
                own("Практики", PageKey::Practices),
                own("Родителям", PageKey::Parents),
                own("Словарь", PageKey::Glossary),
                own("Поиск", PageKey::Search),
            ],
            place: place.map(|(territory, page)| place_frame(context, territory, page, &linker)),
            footer: vec![
                own("О портале", PageKey::About),
                own("Новости", PageKey::News),
                own("Открытые данные", PageKey::Data),
                own("Полнота разделов", PageKey::Completeness),
                own("Что изменилось", PageKey::Changes(None)),
                own("Моя школа", PageKey::MySchool),
                own("Версия для слабовидящих", PageKey::View),
                own("Карта сайта", PageKey::SiteMap),
                own("Редактору", PageKey::Editor),
            ],
            manifest: linker.path(manifest::PATH),
            home: linker.page(&PageKey::Home),
            search: linker.page(&PageKey::Search),
            view: own("Версия для слабовидящих", PageKey::View),
            my_school: own("Моя школа", PageKey::MySchool),
            report,
            editing: Editing::new(context, key),
            search_in_header: !matches!(key, PageKey::Home | PageKey::Search | PageKey::NotFound),
            assets: context
                .theme
                .assets()
                .map(|(name, path)| (name.to_owned(), linker.path(path)))
                .collect(),
            today: context.words.date(context.edition.today),
            today_iso: context.edition.today.to_string(),
            generator: context.edition.generator.clone(),
        }
    }
}

/// The picture for links to a page, where the portal's address is known and the build paints any.
fn card(context: &Context<'_>, key: &PageKey) -> Option<CardLink> {
    let (home, card) = (context.address()?, context.cards.of(key)?);
    Some(CardLink {
        url: format!("{home}{}", card.path),
        width: cards::WIDTH,
        height: cards::HEIGHT,
        alt: card.alt.clone(),
    })
}

/// Pages that are handed out on paper. The page of an event has a code of its own.
fn on_paper(key: &PageKey) -> bool {
    matches!(
        key,
        PageKey::Place(
            _,
            PlacePage::Plan(_)
                | PlacePage::Wall(_)
                | PlacePage::School(_)
                | PlacePage::Confirmation(_)
        )
    )
}

/// True for a page about something that is no more.
fn is_over(context: &Context<'_>, key: &PageKey) -> bool {
    let PageKey::Former(address) = key else {
        return false;
    };
    let answer = context.site.lasting().behind(address);
    !matches!(answer, Some(Answer::Moved { .. }))
}

/// The canonical address. An event's card and the sheet for the wall repeat a plan, and the plan's page exists in every
/// scope of the portal, so the plan's year is the canonical page.
fn canonical(context: &Context<'_>, key: &PageKey) -> Option<String> {
    if let PageKey::Former(address) = key {
        // Search engines are told where it stands now, even when the address of the portal is not known.
        return match context.site.lasting().behind(address)? {
            Answer::Moved { to } => Some(match context.address() {
                Some(home) => format!("{home}{to}"),
                None => key.address().to(to),
            }),
            Answer::Gone(_) => None,
        };
    }
    let home = context.address()?;
    let target = match key {
        PageKey::NotFound => return None,
        PageKey::Place(path, PlacePage::Event(event)) => {
            PageKey::place(path, PlacePage::Plan(event.plan.clone()))
        }
        PageKey::Place(path, PlacePage::Wall(plan)) => {
            PageKey::place(path, PlacePage::Plan(plan.clone()))
        }
        other => other.clone(),
    };
    Some(format!("{home}{}", target.address().as_str()))
}

/// The way back: from the home page down to the parent of the page. The home page has none.
fn way(
    context: &Context<'_>,
    key: &PageKey,
    place: Option<(&Territory, &PlacePage)>,
    head: &Head,
) -> Vec<Crumb> {
    if *key == PageKey::Home {
        return Vec::new();
    }
    let mut way = vec![Crumb {
        text: context.words.phrase("Главная", &[]),
        page: PageKey::Home,
    }];
    if let Some((territory, page)) = place {
        way.extend(place_way(context, territory, page));
    }
    way.extend(head.parents.iter().map(|(text, page)| Crumb {
        text: text.clone(),
        page: page.clone(),
    }));
    way
}

fn place_way(context: &Context<'_>, territory: &Territory, page: &PlacePage) -> Vec<Crumb> {
    let mut region = territory.path.clone();
    region.municipality = None;
    let mut way = Vec::new();
    if !territory.is_region() {
        let name = context
            .portal
            .territory(&region)
            .map_or(region.region.to_string(), |r| r.names.name.clone());
        way.push(Crumb {
            text: name,
            page: PageKey::place(&region, PlacePage::Home),
        });
    }
    if *page != PlacePage::Home {
        way.push(Crumb {
            text: territory.names.name.clone(),
            page: PageKey::place(&territory.path, PlacePage::Home),
        });
    }
    way
}

fn place_frame(
    context: &Context<'_>,
    territory: &Territory,
    page: &PlacePage,
    linker: &Linker,
) -> PlaceFrame {
    let menu = if territory.has_dossier() {
        PLACE_MENU
    } else {
        &[]
    };
    PlaceFrame {
        name: territory.names.name.clone(),
        href: linker.page(&PageKey::place(&territory.path, PlacePage::Home)),
        menu: menu
            .iter()
            .map(|(text, code)| MenuLink {
                text: context.words.phrase(text, &[]),
                href: linker.page(&PageKey::place(&territory.path, PlacePage::Section(code))),
                current: section_of(page) == Some(code),
            })
            .collect(),
        at_home: *page == PlacePage::Home,
    }
}

/// Code of the section a page stands in.
fn section_of(page: &PlacePage) -> Option<&'static str> {
    match page {
        PlacePage::Section(code) => Some(code),
        PlacePage::Document(_) => Some("dokumenty"),
        PlacePage::Plan(_) | PlacePage::Wall(_) | PlacePage::Event(_) => Some("plan"),
        PlacePage::School(_) => Some("shkoly"),
        PlacePage::Results(_) | PlacePage::Promises => Some("itogi"),
        PlacePage::NewsItem(_) | PlacePage::Calendar => Some("novosti"),
        PlacePage::Home
        | PlacePage::Completeness
        | PlacePage::Data
        | PlacePage::Comparison
        | PlacePage::Confirmation(_)
        | PlacePage::Archive
        | PlacePage::Changes(_)
        | PlacePage::Index => None,
    }
}
