//! One month of the calendar: events with a date, and apart from them what goes on all year.

use serde::Serialize;

use crate::model::plan::roadmap::Event;
use crate::render::agenda::{self, Entry, Fit, Lane, Promise, YearMonth};
use crate::render::context::Context;
use crate::render::shell::{Head, Shell};
use crate::render::theme::ThemeError;
use crate::render::views::frame::framed;
use crate::render::views::parts::count;
use crate::render::views::parts::day::Day;
use crate::render::views::shared::calendar::month_words;
use crate::render::views::shared::cite::{Cite, EventLine, Link};
use crate::render::words::Html;
use crate::site::PageKey;

#[derive(Serialize)]
struct MonthView<'a> {
    title: String,
    iso: String,
    current: bool,
    /// «Апрель 2023 года», for headings of groups: «в апреле».
    month_in: String,
    dated: String,
    groups: Vec<Group<'a>>,
    undated: String,
    lanes: Vec<LanePlace<'a>>,
    /// Whether anything on the page is retold in plain words.
    retold: bool,
    previous: Option<Link>,
    next: Option<Link>,
    calendar: Link,
}

/// Events that lie in the month in one way.
#[derive(Serialize)]
struct Group<'a> {
    title: String,
    anchor: &'static str,
    entries: Vec<EntryView<'a>>,
}

#[derive(Serialize)]
struct EntryView<'a> {
    event: EventLine<'a>,
    /// The last day, when it lies in a later month.
    until: Option<Day>,
}

/// Events without a date of one territory.
#[derive(Serialize)]
struct LanePlace<'a> {
    place: Link,
    count: String,
    plans: Vec<LanePlan<'a>>,
}

#[derive(Serialize)]
struct LanePlan<'a> {
    plan: Link,
    events: Vec<LaneEvent<'a>>,
}

#[derive(Serialize)]
struct LaneEvent<'a> {
    title: Link,
    /// The same in plain words.
    plain: Option<&'a str>,
    deadline: Option<Html>,
}

/// The HTML of a month.
///
/// # Errors
/// When the template is at fault.
pub fn html(context: &Context<'_>, month: YearMonth) -> Result<String, ThemeError> {
    let key = PageKey::Month {
        year: month.0,
        month: month.1,
    };
    let cite = Cite::new(context, &key);
    let words = context.words;
    let entries = context.agenda().month(month);
    let lanes = context.agenda().lanes(month);
    let undated: usize = lanes.iter().map(|lane| lane.events.len()).sum();
    let neighbour = |month: YearMonth| {
        cite.link_if_there(
            &month_words(month, words),
            &PageKey::Month {
                year: month.0,
                month: month.1,
            },
        )
    };
    let view = MonthView {
        title: month_words(month, words),
        iso: format!("{:04}-{:02}", month.0, month.1),
        current: month == agenda::month_of(context.edition.today),
        month_in: words.month_in(month.1).to_owned(),
        dated: cite.counted(entries.len(), count::EVENTS),
        groups: groups(&cite, &entries, month),
        undated: cite.counted(undated, count::EVENTS),
        lanes: lane_places(&cite, &lanes),
        retold: entries
            .iter()
            .any(|entry| entry.promise.event.plain.is_some())
            || lanes
                .iter()
                .flat_map(|lane| &lane.events)
                .any(|event| event.plain.is_some()),
        previous: neighbour(before(month)),
        next: neighbour(after(month)),
        calendar: cite.way("Все месяцы", &PageKey::Calendar),
    };
    let head = Head {
        title: cite.say("{1}: календарь мероприятий", &[&view.title]),
        description: cite.say(
            "{1}: с датой в этом месяце — {2}, весь год или без точной даты — {3}.",
            &[&view.title, &view.dated, &view.undated],
        ),
        parents: vec![(cite.say("Календарь", &[]), PageKey::Calendar)],
    };
    framed(
        context,
        "month.html",
        &Shell::new(context, &key, head),
        &view,
    )
}

fn before((year, month): YearMonth) -> YearMonth {
    if month == 1 {
        (year - 1, 12)
    } else {
        (year, month - 1)
    }
}

fn after((year, month): YearMonth) -> YearMonth {
    if month == 12 {
        (year + 1, 1)
    } else {
        (year, month + 1)
    }
}

/// Entries come in the order of the page, so each group is a run of them.
fn groups<'a>(cite: &Cite<'_, 'a>, entries: &[Entry<'a>], month: YearMonth) -> Vec<Group<'a>> {
    entries
        .chunk_by(|a, b| a.fit == b.fit)
        .map(|run| {
            let (title, anchor) = match run[0].fit {
                Fit::Days => (cite.say("В определённые дни", &[]), "dni"),
                Fit::WholeMonth => (
                    cite.say("В любой день {1}", &[cite.context.words.month_of(month.1)]),
                    "mesyats",
                ),
                Fit::Longer => (cite.say("Дольше одного месяца", &[]), "dolshe"),
            };
            let entries = run
                .iter()
                .map(|entry| entry_view(cite, entry, month))
                .collect();
            Group {
                title,
                anchor,
                entries,
            }
        })
        .collect()
}

fn entry_view<'a>(cite: &Cite<'_, 'a>, entry: &Entry<'a>, month: YearMonth) -> EntryView<'a> {
    let later = entry
        .when
        .last
        .filter(|last| *last > agenda::last_day(month));
    EntryView {
        event: cite.event_line(entry.promise),
        until: later.map(|day| Day::new(day, cite.context.words)),
    }
}

fn lane_places<'a>(cite: &Cite<'_, 'a>, lanes: &[Lane<'a>]) -> Vec<LanePlace<'a>> {
    lanes
        .chunk_by(|a, b| a.territory.path == b.territory.path)
        .map(|run| LanePlace {
            place: cite.territory(run[0].territory),
            count: cite.counted(
                run.iter().map(|lane| lane.events.len()).sum(),
                count::EVENTS,
            ),
            plans: run.iter().map(|lane| lane_plan(cite, lane)).collect(),
        })
        .collect()
}

fn lane_plan<'a>(cite: &Cite<'_, 'a>, lane: &Lane<'a>) -> LanePlan<'a> {
    let event = |event: &'a Event| {
        let promise = Promise {
            territory: lane.territory,
            plan: lane.plan,
            event,
        };
        let deadline = promise.event.deadline.as_ref();
        LaneEvent {
            title: cite.event(promise),
            plain: event.plain.as_ref().map(|plain| plain.value.as_str()),
            deadline: deadline.map(|cell| cite.verbatim(&cell.value.verbatim, promise.territory)),
        }
    };
    LanePlan {
        plan: cite.plan(lane.territory, lane.plan),
        events: lane.events.iter().copied().map(event).collect(),
    }
}
