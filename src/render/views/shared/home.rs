//! The home page: what this is, where to find a district or school, what goes on now.

use serde::Serialize;

use crate::model::id::Slug;
use crate::model::place::territory::Territory;
use crate::model::portal::Portal;
use crate::model::record::practice::Practice;
use crate::render::agenda::{self, YearMonth};
use crate::render::context::Context;
use crate::render::shell::{Head, Shell};
use crate::render::theme::ThemeError;
use crate::render::views::frame::framed;
use crate::render::views::parts::count;
use crate::render::views::pictures::map::RegionMap;
use crate::render::views::shared::calendar::month_words;
use crate::render::views::shared::cite::{Cite, Link};
use crate::render::views::shared::{districts, news, practices, totals};
use crate::site::PageKey;

#[derive(Serialize)]
struct HomeView {
    shnor: Option<Link>,
    regions: Vec<RegionRow>,
    map: RegionMap,
    letters: Vec<Link>,
    all_districts: Link,
    all_schools: Link,
    now: Now,
    tiles: Vec<totals::Tile>,
    standings: Vec<totals::StandingRow>,
    statuses: Link,
    news: Vec<news::NewsLine>,
    all_news: Link,
    practices: Vec<practices::PracticeLine>,
    all_practices: Link,
    guide: Vec<GuideRow>,
}

#[derive(Serialize)]
struct RegionRow {
    region: Link,
    /// What the region itself publishes, when it has a plan.
    own: Option<String>,
    municipalities: Vec<PlaceRow>,
}

#[derive(Serialize)]
struct PlaceRow {
    place: Link,
    /// «7 школ», leading to the list of schools.
    schools: Option<Link>,
}

/// This month in numbers.
#[derive(Serialize)]
struct Now {
    /// «Ноябрь 2026 года».
    title: String,
    sentence: String,
    month: Option<Link>,
    calendar: Link,
}

#[derive(Serialize)]
struct GuideRow {
    link: Link,
    about: String,
}

/// The HTML of the home page.
///
/// # Errors
/// When the template is at fault.
pub fn html(context: &Context<'_>) -> Result<String, ThemeError> {
    let key = PageKey::Home;
    let cite = Cite::new(context, &key);
    let portal = context.portal;
    let shnor = portal.terms.iter().find(|term| term.id.as_str() == "shnor");
    let view = HomeView {
        shnor: shnor.map(|term| cite.way("Что значит ШНОР", &PageKey::Term(term.id.clone()))),
        regions: portal
            .regions()
            .map(|region| region_row(&cite, region))
            .collect(),
        map: RegionMap::new(portal, &|region| cite.territory(region).href),
        letters: districts::letter_links(&cite),
        all_districts: cite.way("Все районы от А до Я", &PageKey::Districts),
        all_schools: Link {
            href: cite.anchor(&PageKey::Index, "shkoly"),
            ..cite.way("Школы и люди от А до Я", &PageKey::Index)
        },
        now: now(&cite),
        tiles: totals::tiles(&cite),
        standings: totals::standings(context),
        statuses: cite.way("Что значат эти слова", &PageKey::About),
        news: news::newest(portal)
            .take(3)
            .map(|(t, n)| news::line(&cite, t, n))
            .collect(),
        all_news: cite.way("Все новости", &PageKey::News),
        practices: chosen(portal)
            .into_iter()
            .map(|(t, p)| practices::line(&cite, t, p))
            .collect(),
        all_practices: cite.way("Все практики", &PageKey::Practices),
        guide: guide(&cite),
    };
    let settings = &portal.settings;
    let own_words = "Планы помощи школам по районам: что обещано, к какому сроку и кто отвечает.";
    let head = Head {
        title: cite.say("Как помогают школам в районах", &[]),
        description: match settings.description.as_str() {
            "" => cite.say(own_words, &[]),
            description => description.to_owned(),
        },
        parents: Vec::new(),
    };
    framed(
        context,
        "home.html",
        &Shell::new(context, &key, head),
        &view,
    )
}

fn region_row(cite: &Cite<'_, '_>, region: &Territory) -> RegionRow {
    let plans = region.plans.len();
    // The municipalities of a whole country stand on the pages of their regions.
    let compact = cite.context.site.extent().is_compact();
    let municipalities = cite.context.portal.municipalities_of(&region.path.region);
    RegionRow {
        region: cite.territory(region),
        own: compact
            .then(|| districts::members(cite, region))
            .or_else(|| {
                (plans > 0).then(|| match plans {
                    1 => cite.say("есть план самого региона", &[]),
                    _ => cite.say("{1} самого региона", &[&cite.counted(plans, count::PLANS)]),
                })
            }),
        municipalities: municipalities
            .filter(|_| !compact)
            .map(|municipality| PlaceRow {
                place: cite.territory(municipality),
                schools: match municipality.schools.len() {
                    0 => None,
                    schools => {
                        let schools = cite.counted(schools, count::SCHOOLS);
                        cite.section(&schools, municipality, "shkoly")
                    }
                },
            })
            .collect(),
    }
}

fn now(cite: &Cite<'_, '_>) -> Now {
    let month = agenda::month_of(cite.context.edition.today);
    let page = PageKey::Month {
        year: month.0,
        month: month.1,
    };
    let words = cite.context.words;
    let named = words.phrase(
        "Мероприятия за {1} {2} года",
        &[words.month(month.1), &month.0.to_string()],
    );
    Now {
        title: month_words(month, words),
        sentence: now_sentence(cite.context, month),
        month: cite.link_if_there(&named, &page),
        calendar: cite.way("Календарь по месяцам", &PageKey::Calendar),
    }
}

fn now_sentence(context: &Context<'_>, month: YearMonth) -> String {
    let words = context.words;
    let dated = context.agenda().month(month).len();
    let undated: usize = context
        .agenda()
        .lanes(month)
        .iter()
        .map(|lane| lane.events.len())
        .sum();
    if dated + undated > 0 {
        return words.phrase(
            "С датой в этом месяце — {1}. Весь год или без точной даты — {2}.",
            &[
                &words.counted(dated, count::EVENTS),
                &words.counted(undated, count::EVENTS),
            ],
        );
    }
    let plans = || {
        context
            .portal
            .territories
            .iter()
            .flat_map(|territory| &territory.plans)
    };
    let first = plans().map(|plan| plan.period.first.year()).min();
    let last = plans().map(|plan| plan.period.last).max();
    let (Some(first), Some(last)) = (first, last) else {
        return words.phrase("Планов на портале пока нет.", &[]);
    };
    let years = match last.year() == first {
        true => words.phrase("{1} год", &[&first.to_string()]),
        false => words.phrase(
            "{1}–{2} годы",
            &[&first.to_string(), &last.year().to_string()],
        ),
    };
    if last < context.edition.today {
        words.phrase(
            "На этот месяц планов на портале нет. Опубликованы планы за {1}, их сроки уже прошли.",
            &[&years],
        )
    } else {
        words.phrase(
            "На этот месяц в планах ничего не назначено. Опубликованы планы за {1}.",
            &[&years],
        )
    }
}

/// Three practices, the newest years first, each of another territory.
fn chosen(portal: &Portal) -> Vec<(&Territory, &Practice)> {
    let mut practices: Vec<_> = portal.practices().collect();
    practices.sort_by(|(_, a), (_, b)| b.year.cmp(&a.year));
    let mut chosen: Vec<(&Territory, &Practice)> = Vec::new();
    for (territory, practice) in practices {
        if chosen.len() < 3 && chosen.iter().all(|(other, _)| other.path != territory.path) {
            chosen.push((territory, practice));
        }
    }
    chosen
}

fn guide(cite: &Cite<'_, '_>) -> Vec<GuideRow> {
    let row = |words, key: PageKey, about| {
        cite.link_if_there(&cite.say(words, &[]), &key)
            .map(|link| GuideRow {
                link,
                about: cite.say(about, &[]),
            })
    };
    let method = Slug::parse("metodika").map(PageKey::Info);
    [
        row(
            "Вопросы родителей",
            PageKey::Parents,
            "ответы простыми словами",
        ),
        row(
            "Словарь",
            PageKey::Glossary,
            "что значат сокращения в документах",
        ),
        row(
            "О портале",
            PageKey::About,
            "чьи слова здесь стоят и что значат статусы",
        ),
        method.and_then(|key| row("Методика", key, "как портал читает сроки и показатели")),
        row(
            "Полнота разделов",
            PageKey::Completeness,
            "какие сведения есть, а каких нет",
        ),
        row(
            "Обещания и подтверждения",
            PageKey::Promises,
            "что обещали, о чём сообщили и чем подтвердили",
        ),
        row(
            "Сравнение муниципалитетов",
            PageKey::Comparison,
            "планы рядом, без мест и оценок",
        ),
        row("Карта сайта", PageKey::SiteMap, "все страницы списком"),
    ]
    .into_iter()
    .flatten()
    .collect()
}
