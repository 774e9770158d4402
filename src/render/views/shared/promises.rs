//! The ledger of the whole portal: promises and proofs in numbers, by territory, by month and by section. The promises
//! themselves stand on the pages of territories.

use jiff::civil::Date;
use serde::Serialize;

use crate::model::ledger::{Counts, Entry};
use crate::model::place::territory::Territory;
use crate::render::agenda::{Promise, YearMonth};
use crate::render::context::Context;
use crate::render::shell::{Head, Shell};
use crate::render::theme::ThemeError;
use crate::render::views::frame::framed;
use crate::render::views::parts::day::Day;
use crate::render::views::parts::promises::{self, CountRow, CountTable, Summary};
use crate::render::views::pictures::kept::KeptMonths;
use crate::render::views::pictures::months::Setting;
use crate::render::views::shared::cite::{Cite, EventLine};
use crate::site::{self, PageKey, PlacePage};

/// More territories than this are counted by regions, each with a page of its own.
const MOST_PLACES: usize = 100;
/// More sections than this are not told apart: the whole portal has thousands of titles.
const MOST_SECTIONS: usize = 40;
/// So many of the latest reports are shown.
const LATEST: usize = 5;

#[derive(Serialize)]
struct PromisesView<'a> {
    summary: Summary,
    places: CountTable,
    months: Option<KeptMonths>,
    months_table: Option<CountTable>,
    sections: Option<CountTable>,
    latest: Vec<Latest<'a>>,
    editor: String,
    data: String,
}

/// A promise that was reported on, and when.
#[derive(Serialize)]
struct Latest<'a> {
    event: EventLine<'a>,
    date: Day,
}

/// The HTML of the page.
///
/// # Errors
/// When the template is at fault.
pub fn html(context: &Context<'_>) -> Result<String, ThemeError> {
    let key = PageKey::Promises;
    let cite = Cite::new(context, &key);
    let today = context.edition.today;
    let entries: Vec<Entry<'_>> = context
        .portal
        .territories
        .iter()
        .flat_map(|territory| site::ledger(context.portal, context.site, territory, today))
        .collect();
    let href = |(year, month): YearMonth| {
        let page = PageKey::Month { year, month };
        context.site.has(&page).then(|| cite.href(&page))
    };
    let setting = Setting {
        today,
        words: context.words,
        href: &href,
    };
    let counts = Counts::of(&entries, today);
    let (months, months_table) = promises::months(&entries, &setting);
    let view = PromisesView {
        summary: Summary::new(&counts, context.words),
        places: places(&cite, &entries, &counts),
        months,
        months_table,
        sections: promises::sections(&entries, &setting)
            .filter(|table| table.rows.len() <= MOST_SECTIONS),
        latest: latest(&cite, &entries),
        editor: cite.href(&PageKey::Editor),
        data: cite.href(&PageKey::Data),
    };
    let head = Head {
        title: cite.say("Обещания и подтверждения", &[]),
        description: cite.say(
            "Сколько обещали школам, о чём сообщили и чем это подтвердили, по районам и месяцам. {1}",
            &[&view.summary.sentence],
        ),
        parents: Vec::new(),
    };
    framed(
        context,
        "promises.html",
        &Shell::new(context, &key, head),
        &view,
    )
}

/// A row for each territory with a plan; where there are too many, for each region with all that is in it.
fn places(cite: &Cite<'_, '_>, entries: &[Entry<'_>], all: &Counts) -> CountTable {
    let today = cite.context.edition.today;
    let planned = cite.context.portal.territories.iter();
    let planned = planned.filter(|one| !one.plans.is_empty()).count();
    let by_region = planned > MOST_PLACES;
    let belongs = |entry: &&Entry<'_>, place: &Territory| match by_region {
        true => entry.territory.path.region == place.path.region,
        false => entry.territory.path == place.path,
    };
    let mut rows = Vec::new();
    // Entries stand in the order of territories, so those of one lie side by side.
    let mut rest = entries;
    while let Some(first) = rest.first() {
        let place = first.territory;
        let own = rest
            .iter()
            .take_while(|entry| belongs(entry, place))
            .count();
        let shown = match by_region {
            true => region(cite, place),
            false => place,
        };
        let page = PageKey::place(&shown.path, PlacePage::Promises);
        rows.push(CountRow::new(
            shown.names.name.clone(),
            Some(cite.href(&page)),
            &Counts::of(&rest[..own], today),
        ));
        rest = &rest[own..];
    }
    let head = match by_region {
        true => "Регион",
        false => "Район или регион",
    };
    promises::table(head, rows, all, cite.context.words)
}

/// The region of a territory; the territory itself where the region has no page.
fn region<'t>(cite: &Cite<'_, 't>, territory: &'t Territory) -> &'t Territory {
    let mut path = territory.path.clone();
    path.municipality = None;
    cite.context.portal.territory(&path).unwrap_or(territory)
}

/// What was reported last, newest first.
fn latest<'a>(cite: &Cite<'_, 'a>, entries: &[Entry<'a>]) -> Vec<Latest<'a>> {
    let (today, words) = (cite.context.edition.today, cite.context.words);
    let reported = entries.iter().filter(|entry| entry.is_reported());
    let mut dated: Vec<(Date, &Entry<'a>)> = reported
        .filter_map(|entry| Some((entry.event.status.date?, entry)))
        .filter(|(day, _)| *day <= today)
        .collect();
    // A stable sort: reports of one day keep the order of territories.
    dated.sort_by_key(|(day, _)| std::cmp::Reverse(*day));
    let promise = |entry: &Entry<'a>| Promise {
        territory: entry.territory,
        plan: entry.plan,
        event: entry.event,
    };
    dated
        .into_iter()
        .take(LATEST)
        .map(|(day, entry)| Latest {
            event: cite.event_line(promise(entry)),
            date: Day::new(day, words),
        })
        .collect()
}
