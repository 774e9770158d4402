//! The map of the site, and the page for addresses that do not exist, which leads back to it.

use serde::Serialize;

use crate::model::place::section::REQUIRED;
use crate::model::place::territory::Territory;
use crate::render::context::Context;
use crate::render::shell::{Head, Shell};
use crate::render::theme::ThemeError;
use crate::render::views::frame::framed;
use crate::render::views::parts::count;
use crate::render::views::parts::period::period;
use crate::render::views::parts::title::document_name;
use crate::render::views::shared::calendar::month_words;
use crate::render::views::shared::cite::{Cite, Link};
use crate::render::views::shared::search::Vocabulary;
use crate::site::{Extent, PageKey, PlacePage};
use crate::text::cell;

#[derive(Serialize)]
struct SiteMapView {
    groups: Vec<Group>,
    places: Vec<PlaceMap>,
}

/// Pages of the whole portal of one kind.
#[derive(Serialize)]
struct Group {
    title: String,
    anchor: &'static str,
    links: Vec<Link>,
}

/// Pages of a territory.
#[derive(Serialize)]
struct PlaceMap {
    place: Link,
    region: Option<Link>,
    sections: Vec<Link>,
    plans: Vec<PlanMap>,
    documents: Vec<Link>,
    schools: Vec<Link>,
    news: Vec<Link>,
}

#[derive(Serialize)]
struct PlanMap {
    plan: Link,
    /// How many events the plan leads to.
    events: String,
    results: Option<Link>,
    confirmation: Option<Link>,
}

#[derive(Serialize)]
struct NotFoundView {
    links: Vec<Link>,
    vocabulary: Vocabulary,
}

/// The HTML of the map.
///
/// # Errors
/// When the template is at fault.
pub fn html(context: &Context<'_>) -> Result<String, ThemeError> {
    let key = PageKey::SiteMap;
    let cite = Cite::new(context, &key);
    let territories = &context.portal.territories;
    let view = SiteMapView {
        groups: groups(&cite),
        places: territories
            .iter()
            .map(|territory| match context.site.extent() {
                Extent::Detailed => place(&cite, territory),
                Extent::Compact => only_place(&cite, territory),
            })
            .collect(),
    };
    let head = Head {
        title: cite.say("Карта сайта", &[]),
        description: cite.say(
            "Все страницы портала списком: общие разделы, {1} и {2}, их планы, документы и школы.",
            &[
                &cite.counted(
                    context.portal.municipalities().count(),
                    count::MUNICIPALITIES,
                ),
                &cite.counted(context.portal.regions().count(), count::REGIONS),
            ],
        ),
        parents: Vec::new(),
    };
    framed(
        context,
        "site-map.html",
        &Shell::new(context, &key, head),
        &view,
    )
}

/// The HTML of the page for unknown addresses.
///
/// # Errors
/// When the template is at fault.
pub fn not_found(context: &Context<'_>) -> Result<String, ThemeError> {
    let key = PageKey::NotFound;
    let cite = Cite::new(context, &key);
    let view = NotFoundView {
        links: vec![
            cite.way("Найти район", &PageKey::Districts),
            cite.way(
                "Найти школу, человека или слово по алфавиту",
                &PageKey::Index,
            ),
            cite.way("Календарь мероприятий", &PageKey::Calendar),
            cite.way("Вопросы родителей", &PageKey::Parents),
            cite.way("Карта сайта", &PageKey::SiteMap),
        ],
        vocabulary: Vocabulary::new(context.words),
    };
    let head = Head {
        title: cite.say("Страница не найдена", &[]),
        description: cite.say(
            "По этому адресу на портале ничего нет. Здесь ссылки, с которых можно начать.",
            &[],
        ),
        parents: Vec::new(),
    };
    framed(
        context,
        "not-found.html",
        &Shell::new(context, &key, head),
        &view,
    )
}

/// Pages of the whole portal that are one of a kind.
const MAIN: &[(&str, PageKey)] = &[
    ("Главная", PageKey::Home),
    ("Районы", PageKey::Districts),
    ("Поиск", PageKey::Search),
    ("Списки по алфавиту", PageKey::Index),
    ("Календарь", PageKey::Calendar),
    ("Подписка на календарь", PageKey::Subscription),
    ("Практики", PageKey::Practices),
    ("Новости", PageKey::News),
    ("Вопросы родителей", PageKey::Parents),
    ("Словарь", PageKey::Glossary),
    ("Открытые данные", PageKey::Data),
    ("Что в столбцах таблиц", PageKey::DataColumns),
    ("Полнота разделов", PageKey::Completeness),
    ("Обещания и подтверждения", PageKey::Promises),
    ("Сравнение муниципалитетов", PageKey::Comparison),
    ("Что изменилось", PageKey::Changes(None)),
    ("О портале", PageKey::About),
    ("Редактору", PageKey::Editor),
    ("Ошибки и как их исправить", PageKey::Mistakes),
    ("Какие бывают файлы и поля", PageKey::Fields),
    ("Вид страницы: версия для слабовидящих", PageKey::View),
    ("Моя школа", PageKey::MySchool),
    ("Квитанция сборки", PageKey::Receipt),
];

fn groups(cite: &Cite<'_, '_>) -> Vec<Group> {
    let portal = cite.context.portal;
    let pages = cite.context.site.pages();
    let collections = portal.collections.iter();
    let (practices, terms) = (portal.practices(), portal.terms.iter());
    // A whole country has too many of them for one page: they stand on the pages of their places.
    let compact = cite.context.site.extent().is_compact();
    let groups = [
        (
            "Главное",
            "glavnoe",
            MAIN.iter().map(|(text, key)| cite.way(text, key)).collect(),
        ),
        (
            "О портале",
            "o-portale",
            pages.iter().filter_map(|key| info(cite, key)).collect(),
        ),
        (
            "Календарь по месяцам",
            "mesyatsy",
            pages.iter().filter_map(|key| month(cite, key)).collect(),
        ),
        (
            "Сборники практик",
            "sborniki",
            collections
                .map(|c| cite.link(&c.title, &PageKey::Collection(c.id.clone())))
                .collect(),
        ),
        (
            "Практики",
            "praktiki",
            practices
                .filter(|_| !compact)
                .map(|(_, p)| cite.link(&p.title, &PageKey::Practice(p.id.clone())))
                .collect(),
        ),
        (
            "Слова и сокращения",
            "slova",
            terms
                .map(|t| cite.link(t.title(), &PageKey::Term(t.id.clone())))
                .collect(),
        ),
    ];
    let group = |(title, anchor, links): (&str, _, Vec<Link>)| Group {
        title: cite.say(title, &[]),
        anchor,
        links,
    };
    groups
        .map(group)
        .into_iter()
        .filter(|group| !group.links.is_empty())
        .collect()
}

fn info(cite: &Cite<'_, '_>, key: &PageKey) -> Option<Link> {
    let PageKey::Info(id) = key else { return None };
    let page = cite
        .context
        .portal
        .pages
        .iter()
        .find(|page| &page.id == id)?;
    Some(cite.link(&page.title, key))
}

fn month(cite: &Cite<'_, '_>, key: &PageKey) -> Option<Link> {
    let PageKey::Month { year, month } = key else {
        return None;
    };
    Some(cite.link(&month_words((*year, *month), cite.context.words), key))
}

/// A place without what stands on its main page.
fn only_place(cite: &Cite<'_, '_>, territory: &Territory) -> PlaceMap {
    PlaceMap {
        place: cite.territory(territory),
        region: cite.region_of(territory),
        sections: Vec::new(),
        plans: Vec::new(),
        documents: Vec::new(),
        schools: Vec::new(),
        news: Vec::new(),
    }
}

fn place(cite: &Cite<'_, '_>, territory: &Territory) -> PlaceMap {
    let path = &territory.path;
    let there =
        |words: &str, page: PlacePage| cite.link_if_there(words, &PageKey::place(path, page));
    let sections = REQUIRED.iter().filter(|section| !section.code.is_empty());
    let own = [
        there(
            &cite.say("Календарь района или региона", &[]),
            PlacePage::Calendar,
        ),
        there(&cite.say("Полнота разделов", &[]), PlacePage::Completeness),
        there(
            &cite.say("Обещания и подтверждения", &[]),
            PlacePage::Promises,
        ),
        there(&cite.say("Сравнение", &[]), PlacePage::Comparison),
        there(&cite.say("Архив", &[]), PlacePage::Archive),
        there(&cite.say("Открытые данные", &[]), PlacePage::Data),
        there(&cite.say("Что изменилось", &[]), PlacePage::Changes(None)),
        there(&cite.say("Школы и люди по алфавиту", &[]), PlacePage::Index),
    ];
    PlaceMap {
        place: cite.territory(territory),
        region: cite.region_of(territory),
        sections: sections
            .filter_map(|section| {
                cite.section(&cite.say(section.short, &[]), territory, section.code)
            })
            .chain(own.into_iter().flatten())
            .collect(),
        plans: territory
            .plans
            .iter()
            .map(|plan| PlanMap {
                plan: cite.plan(territory, plan),
                events: cite.counted(plan.events().count(), count::EVENTS),
                results: there(
                    &cite.say(
                        "Итоги плана на {1}",
                        &[&period(&plan.period, cite.context.words)],
                    ),
                    PlacePage::Results(plan.id.clone()),
                ),
                confirmation: there(
                    &cite.say("подтверждение размещения", &[]),
                    PlacePage::Confirmation(plan.id.clone()),
                ),
            })
            .collect(),
        documents: territory
            .documents
            .iter()
            .filter_map(|d| there(&document_name(d), PlacePage::Document(d.id.clone())))
            .collect(),
        schools: territory
            .schools
            .iter()
            .filter_map(|school| there(&school.name, PlacePage::School(school.id.clone())))
            .collect(),
        news: territory
            .news
            .iter()
            .filter_map(|n| there(&cell::one_line(&n.title), PlacePage::NewsItem(n.id.clone())))
            .collect(),
    }
}
