//! Every page of the whole portal, made from a small portal written by hand and looked at as HTML.

mod fixture;
mod markup;

use std::collections::BTreeMap;

use jiff::civil::date;

use self::fixture::portal;
use self::markup::{Markup, faults};
use crate::files::sources::{SourceFile, Sources};
use crate::model::id::Slug;
use crate::model::portal::Portal;
use crate::render::fixture::resolved;
use crate::render::page;
use crate::render::theme::Theme;
use crate::render::views::parts::coverage::{Fullness, coverage};
use crate::render::{Context, Edition};
use crate::site::{PageKey, PlacePage, Site};

/// The frame of the real theme belongs to another folder of tests; this one has the two blocks that pages may fill.
const BASE: &str = r#"<!DOCTYPE html>
<html lang="ru"><head><meta charset="utf-8"><title>{{ shell.title }}</title>
<meta name="description" content="{{ shell.description }}">{% block head %}{% endblock %}</head>
<body><header>{% for link in shell.breadcrumbs %}<a href="{{ link.href }}">{{ link.text }}</a>{% endfor %}</header>
<main>{% block root %}{% endblock root %}{% block fonts %}{% endblock fonts %}{% block main %}{% endblock %}</main></body></html>"#;

macro_rules! templates {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/themes/default/templates/", $name)))),*]
    };
}

const TEMPLATES: &[(&str, &str)] = templates![
    "components.html",
    "abbreviations.html",
    "calendar.html",
    "changes.html",
    "collection.html",
    "comparison.html",
    "completeness.html",
    "data-columns.html",
    "data-parts.html",
    "data.html",
    "districts.html",
    "fields.html",
    "glossary.html",
    "home.html",
    "index.html",
    "info.html",
    "mistakes.html",
    "month.html",
    "news.html",
    "not-found.html",
    "parents.html",
    "pictures.html",
    "practice.html",
    "my-school.html",
    "practices.html",
    "promise-parts.html",
    "promises.html",
    "reader-parts.html",
    "receipt.html",
    "search.html",
    "search-parts.html",
    "shared-parts.html",
    "site-map.html",
    "subscription.html",
    "term.html",
    "view.html",
];

fn theme() -> Theme {
    let file =
        |(name, text): (&str, &str)| SourceFile::new(format!("templates/{name}"), text.as_bytes());
    let embedded = TEMPLATES
        .iter()
        .copied()
        .chain([("base.html", BASE)])
        .map(file)
        .collect();
    Theme::new(&Sources::new("theme", embedded), &Sources::default()).expect("templates compile")
}

fn edition(today: jiff::civil::Date) -> Edition {
    Edition {
        today,
        base_url: None,
        generator: "test".to_owned(),
    }
}

/// The shared pages of a portal by their addresses.
fn pages(portal: &Portal, today: jiff::civil::Date) -> BTreeMap<String, (PageKey, String)> {
    let (site, theme, edition) = (Site::new(portal), theme(), edition(today));
    let context = Context::new(portal, &site, &theme, &edition);
    let shared = site
        .pages()
        .iter()
        .filter(|key| !matches!(key, PageKey::Place(..)));
    shared
        .map(|key| {
            let made = page(&context, key).unwrap_or_else(|error| panic!("{key:?}: {error}"));
            // Tests speak of words; where lines may break is told elsewhere.
            let html = made
                .html
                .expect("nothing is remembered")
                .replace('\u{a0}', " ");
            (key.address().as_str().to_owned(), (key.clone(), html))
        })
        .collect()
}

fn html(key: PageKey) -> String {
    let pages = pages(&portal(), date(2026, 11, 22));
    pages[key.address().as_str()].1.clone()
}

fn slug(id: &str) -> Slug {
    Slug::parse(id).expect("an id of the fixture")
}

/// The words of a page without tags, on one line.
fn words(html: &str) -> String {
    Markup::read(html).text()
}

#[track_caller]
fn says(html: &str, wanted: &str) {
    let words = words(html);
    assert!(
        words.contains(wanted),
        "«{wanted}» is not said in:\n{words}"
    );
}

#[test]
fn every_page_is_sound() {
    for today in [date(2026, 11, 22), date(2023, 4, 12)] {
        let pages = pages(&portal(), today);
        let site = Site::new(&portal());
        let mut found = Vec::new();
        let mut titles: BTreeMap<String, &str> = BTreeMap::new();
        for (address, (_, html)) in &pages {
            let markup = Markup::read(html);
            found.extend(
                faults(&markup)
                    .into_iter()
                    .map(|fault| format!("{address}: {fault}")),
            );
            for text in [markup.title(), markup.description()] {
                if text.is_empty() || text.contains("  ") {
                    found.push(format!("{address}: bad title or description «{text}»"));
                }
                if let Some(other) = titles.insert(text.clone(), address) {
                    found.push(format!("{address}: «{text}» is also that of {other}"));
                }
            }
            for href in markup.hrefs() {
                let (path, anchor) = href.split_once('#').unwrap_or((&href, ""));
                let path = path.split('?').next().unwrap_or_default();
                let target = if path.is_empty() {
                    address.clone()
                } else {
                    resolved(address, path)
                };
                // The manifest and its list are made when all other files are.
                let later = target.starts_with("manifest");
                let known = later || site.page_at(&target).is_some() || site.has_file(&target);
                let anchored = anchor.is_empty()
                    || pages
                        .get(&target)
                        .is_none_or(|(_, html)| Markup::read(html).has_id(anchor));
                if !known || !anchored {
                    found.push(format!("{address}: «{href}» leads nowhere"));
                }
            }
        }
        assert!(found.is_empty(), "{}", found.join("\n"));
    }
}

#[test]
fn an_empty_portal_has_pages_too() {
    for (address, (_, html)) in pages(&Portal::default(), date(2026, 11, 22)) {
        let found = faults(&Markup::read(&html));
        assert!(found.is_empty(), "{address}: {found:?}");
    }
}

#[test]
fn home_is_honest_about_past_years() {
    let home = html(PageKey::Home);
    says(&home, "Ноябрь 2026 года");
    says(
        &home,
        "Опубликованы планы за 2022–2023 годы, их сроки уже прошли.",
    );
    says(&home, "2 муниципалитета с планами");
    says(&home, "1 регион со своим планом");
    says(&home, "1 мероприятие с сообщением о выполнении (всего 18)");
    says(&home, "Срок прошёл, сведений нет — ");
    says(&home, "Лесной район (2 школы)");
}

#[test]
fn home_counts_the_events_of_a_month_with_plans() {
    let pages = pages(&portal(), date(2023, 4, 12));
    says(
        &pages[""].1,
        "С датой в этом месяце — 8 мероприятий. Весь год или без точной даты — 9 мероприятий.",
    );
}

#[test]
fn a_month_tells_days_from_months_and_from_the_year() {
    let april = html(PageKey::Month {
        year: 2023,
        month: 4,
    });
    let text = words(&april);
    let at = |wanted: &str| {
        text.find(wanted)
            .unwrap_or_else(|| panic!("no «{wanted}» in {text}"))
    };
    assert!(at("В определённые дни") < at("Отчёт до даты"));
    assert!(at("Отчёт до даты") < at("В один день"));
    assert!(at("В один день") < at("В несколько дней"));
    assert!(at("В несколько дней") < at("В любой день апреля"));
    assert!(at("В любой день апреля") < at("Дольше одного месяца"));
    let lane = "Эти мероприятия планов не привязаны к дате";
    assert!(at("до 31 августа 2023 г. Лето в школе") < at(lane));
    assert!(at(lane) < at("Каждый месяц"));
    assert!(
        april.contains(r#"<time datetime="2023-04-20">20 апреля</time>"#),
        "{april}"
    );
    assert!(april.contains(r#"data-kind="month-range""#));
    assert!(april.contains(r#"rel="prev" href="../03/""#));
    assert!(april.contains(r#"href="../../../38-tayozhnaya/lesnoy/plan/2023/m03/""#));
    assert!(april.contains(r#"href="../../../38-tayozhnaya/lesnoy/plan/2023/#m03""#));
    says(&april, "до 20 мая 2023 г. В несколько дней");
}

#[test]
fn an_event_of_several_months_stands_in_each_once() {
    let title = "Две встречи";
    for (month, times) in [(3, 0), (4, 1), (5, 0), (9, 1)] {
        let page = words(&html(PageKey::Month { year: 2023, month }));
        assert_eq!(page.matches(title).count(), times, "month {month}");
    }
}

#[test]
fn what_begins_later_is_not_promised_earlier() {
    let september = words(&html(PageKey::Month {
        year: 2022,
        month: 9,
    }));
    assert!(
        september.contains("Всё время") && !september.contains("Без конца"),
        "{september}"
    );
    assert!(
        words(&html(PageKey::Month {
            year: 2023,
            month: 2
        }))
        .contains("Без конца")
    );
}

#[test]
fn the_calendar_marks_the_month_of_today() {
    let pages = pages(&portal(), date(2023, 4, 12));
    let calendar = &pages["kalendar/"].1;
    assert_eq!(calendar.matches(r#"aria-current="date""#).count(), 1);
    says(calendar, "Сейчас: Апрель 2023 года");
    assert!(
        pages["kalendar/2023/04/"]
            .1
            .contains(r#"aria-current="date""#)
    );
    assert!(!html(PageKey::Calendar).contains("aria-current"));
}

#[test]
fn a_practice_says_what_is_not_known() {
    let card = html(PageKey::Practice(slug("nastavnik")));
    says(&card, "Цель чтобы уроки стали понятнее");
    says(&card, "Классы в документе не указано");
    says(&card, "Высокая доля обучающихся с ОВЗ требует сверки");
    says(&card, "Лесная СОШ №1");
    says(&card, "Иванова И.И.: директор");
    let collection = html(PageKey::Collection(slug("sbornik")));
    says(
        &collection,
        "Содержание Вебинар для школ Наставник для учителя",
    );
    says(
        &collection,
        "В документе не указано: «Какую трудность решает», «Для кого», «Классы»",
    );
    says(&collection, "Утверждающий акт: Приказ от 30.03.2023 № 114");
}

#[test]
fn a_word_is_counted_where_it_stands_whole() {
    let mo = html(PageKey::Term(slug("mo")));
    says(
        &mo,
        "В планах портала это слово стоит в строках: 1 мероприятие.",
    );
    says(&mo, "Где: в Лесном районе.");
    says(
        &html(PageKey::Term(slug("mouo"))),
        "План на 2023 год: 1 мероприятие",
    );
    says(
        &html(PageKey::Glossary),
        "муниципальное образование — в остальных местах требует сверки",
    );
}

#[test]
fn schools_and_people_stand_on_pages_of_regions() {
    says(&html(PageKey::Index), "Таёжная область 2 школы, 1 человек");
}

#[test]
fn sections_are_judged_with_reasons() {
    let portal = portal();
    let lesnoy = &portal.territories[2];
    let (site, theme, edition) = (Site::new(&portal), theme(), edition(date(2023, 6, 1)));
    let context = Context::new(&portal, &site, &theme, &edition);
    let rows = coverage(lesnoy, &context);
    let said = |number: usize| (rows[number - 1].fullness, rows[number - 1].reason.as_str());
    assert_eq!(said(6), (Fullness::Present, "1 план"));
    assert_eq!(said(15).0, Fullness::Stale);
    assert_eq!(said(13).0, Fullness::Empty);
    assert!(said(13).1.contains("Итоги ещё не подводили") && said(13).1.contains("1 мая 2023 г."));
    assert_eq!(said(16).0, Fullness::Present);
    assert_eq!(said(11).0, Fullness::Stale);
    assert!(
        said(3)
            .1
            .starts_with("В документах, по которым собран раздел")
    );
}

#[test]
fn the_map_names_every_page_but_parts_of_plans() {
    let map = html(PageKey::SiteMap);
    let named: Vec<String> = Markup::read(&map)
        .hrefs()
        .iter()
        .map(|href| resolved("karta-sayta/", href))
        .collect();
    let site = Site::new(&portal());
    let missing: Vec<_> = site
        .pages()
        .iter()
        .filter(|key| {
            !matches!(
                key,
                PageKey::Place(_, PlacePage::Event(_) | PlacePage::Wall(_))
            )
        })
        .filter(|key| !matches!(key, PageKey::SiteMap | PageKey::NotFound))
        .filter(|key| !named.contains(&key.address().as_str().to_owned()))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}
