//! Pages of a whole country that a smaller portal fills with things themselves: here only how many there are, by region.

use std::collections::HashMap;

use serde::Serialize;

use crate::model::id::Slug;
use crate::model::place::territory::Territory;
use crate::model::portal::Portal;
use crate::render::agenda::YearMonth;
use crate::render::context::Context;
use crate::render::shell::{Head, Shell};
use crate::render::theme::ThemeError;
use crate::render::views::frame::framed;
use crate::render::views::parts::coverage::{Fullness, coverage, is_judged};
use crate::render::views::shared::calendar::month_words;
use crate::render::views::shared::cite::{Cite, Link};
use crate::site::PageKey;

#[derive(Serialize)]
struct SumsView {
    title: String,
    lead: String,
    /// Pages of the same kind.
    ways: Vec<Link>,
    heads: Vec<String>,
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    place: Link,
    numbers: Vec<usize>,
}

/// One month: how many events of each region fall into it.
///
/// # Errors
/// When the template is at fault.
pub fn month(context: &Context<'_>, month: YearMonth) -> Result<String, ThemeError> {
    let page = |(year, month): YearMonth| PageKey::Month { year, month };
    let key = page(month);
    let cite = Cite::new(context, &key);
    let agenda = context.agenda();
    let mut counts: HashMap<&Slug, [usize; 2]> = HashMap::new();
    for entry in agenda.month(month) {
        let region = &entry.promise.territory.path.region;
        counts.entry(region).or_default()[0] += 1;
    }
    for lane in agenda.lanes(month) {
        let region = &lane.territory.path.region;
        counts.entry(region).or_default()[1] += lane.events.len();
    }
    let rows = rows(&cite, &|region| {
        let counts = counts.get(&region.path.region);
        counts.copied().unwrap_or_default().into()
    });
    let near =
        |month: YearMonth| cite.link_if_there(&month_words(month, context.words), &page(month));
    let (before, after) = (before(month), after(month));
    let all = cite.way("Все месяцы", &PageKey::Calendar);
    let title = month_words(month, context.words);
    let view = SumsView {
        lead: cite.say(
            "Сколько мероприятий планов приходится на этот месяц, по регионам.",
            &[],
        ),
        ways: near(before)
            .into_iter()
            .chain([all])
            .chain(near(after))
            .collect(),
        heads: vec![
            cite.say("С датой", &[]),
            cite.say("Весь год или без точной даты", &[]),
        ],
        rows,
        title: title.clone(),
    };
    let head = Head {
        title: cite.say("{1}: календарь мероприятий", &[&title]),
        description: view.lead.clone(),
        parents: vec![(cite.say("Календарь", &[]), PageKey::Calendar)],
    };
    page_of(&cite, &key, head, &view)
}

fn before((year, month): YearMonth) -> YearMonth {
    match month {
        1 => (year - 1, 12),
        _ => (year, month - 1),
    }
}

fn after((year, month): YearMonth) -> YearMonth {
    match month {
        12 => (year + 1, 1),
        _ => (year, month + 1),
    }
}

/// The bank of practices: its collections, and how many practices each region has.
///
/// # Errors
/// When the template is at fault.
pub fn practices(context: &Context<'_>) -> Result<String, ThemeError> {
    let key = PageKey::Practices;
    let cite = Cite::new(context, &key);
    let collections = context.portal.collections.iter();
    let view = SumsView {
        title: cite.say("Практики поддержки школ", &[]),
        lead: cite.say(
            "Карточки практик стоят на страницах районов и находятся поиском.",
            &[],
        ),
        ways: collections
            .map(|one| cite.link(&one.title, &PageKey::Collection(one.id.clone())))
            .chain([cite.way("Поиск", &PageKey::Search)])
            .collect(),
        heads: vec![cite.say("Практики", &[])],
        rows: rows(&cite, &|region| {
            let places = members(context.portal, region);
            vec![places.map(|place| place.practices.len()).sum()]
        }),
    };
    let head = Head {
        title: view.title.clone(),
        description: view.lead.clone(),
        parents: Vec::new(),
    };
    page_of(&cite, &key, head, &view)
}

/// Completeness: how many required sections are filled, out of date or empty.
///
/// # Errors
/// When the template is at fault.
pub fn completeness(context: &Context<'_>) -> Result<String, ThemeError> {
    let key = PageKey::Completeness;
    let cite = Cite::new(context, &key);
    let states = [Fullness::Present, Fullness::Stale, Fullness::Empty];
    let view = SumsView {
        title: cite.say("Полнота разделов", &[]),
        lead: cite.say(
            "Сколько обязательных разделов о поддержке школ заполнено, устарело или пусто, по регионам.",
            &[],
        ),
        ways: vec![
            cite.way("Обещания и подтверждения", &PageKey::Promises),
            cite.way("Сравнение муниципалитетов", &PageKey::Comparison),
        ],
        heads: states.map(|state| cite.say(state.word(), &[])).into(),
        rows: rows(&cite, &|region| {
            let places = members(context.portal, region).filter(|place| is_judged(place));
            let mut counts = [0; 3];
            for row in places.flat_map(|place| coverage(place, context)) {
                let state = states.iter().position(|state| *state == row.fullness);
                counts[state.unwrap_or_default()] += 1;
            }
            counts.into()
        }),
    };
    let head = Head {
        title: view.title.clone(),
        description: view.lead.clone(),
        parents: Vec::new(),
    };
    page_of(&cite, &key, head, &view)
}

/// A region and its municipalities.
fn members<'p>(portal: &'p Portal, region: &'p Territory) -> impl Iterator<Item = &'p Territory> {
    portal.territories_of(&region.path.region)
}

/// A row for each region that has anything to count.
fn rows(cite: &Cite<'_, '_>, count: &dyn Fn(&Territory) -> Vec<usize>) -> Vec<Row> {
    let regions = cite.context.portal.regions();
    let rows = regions.map(|region| Row {
        place: cite.territory(region),
        numbers: count(region),
    });
    rows.filter(|row| row.numbers.iter().any(|number| *number > 0))
        .collect()
}

fn page_of(
    cite: &Cite<'_, '_>,
    key: &PageKey,
    head: Head,
    view: &SumsView,
) -> Result<String, ThemeError> {
    let shell = Shell::new(cite.context, key, head);
    framed(cite.context, "compact/sums.html", &shell, view)
}
