//! The calendar: all months of all plans with the numbers of their events.

use serde::Serialize;

use crate::render::agenda::{self, YearMonth};
use crate::render::context::Context;
use crate::render::shell::{Head, Shell};
use crate::render::theme::ThemeError;
use crate::render::views::frame::framed;
use crate::render::views::parts::count;
use crate::render::views::parts::subscribe::Subscribe;
use crate::render::views::pictures::months::{Months, Setting};
use crate::render::views::shared::cite::{Cite, Link};
use crate::site::PageKey;
use crate::site::calendars::Calendar;
use crate::site::routes::months;
use crate::text::language::Words;
use crate::text::russian;

#[derive(Serialize)]
struct CalendarView {
    /// The month of today, where the calendar has it.
    current: Option<Link>,
    /// Said when the calendar does not have it.
    elsewhere: Option<String>,
    years: Vec<YearBlock>,
    subscribe: Option<Subscribe>,
    /// The page that explains how to subscribe.
    help: String,
}

#[derive(Serialize)]
struct YearBlock {
    year: i16,
    dated: String,
    undated: Option<String>,
    months: Vec<MonthRow>,
    /// The numbers of the list as a picture.
    load: Option<Months>,
}

#[derive(Serialize)]
struct MonthRow {
    link: Link,
    iso: String,
    count: String,
    current: bool,
}

/// The HTML of the page.
///
/// # Errors
/// When the template is at fault.
pub fn html(context: &Context<'_>) -> Result<String, ThemeError> {
    let key = PageKey::Calendar;
    let cite = Cite::new(context, &key);
    let today = agenda::month_of(context.edition.today);
    let words = context.words;
    let months = months(context.portal);
    let load = load(&cite, &months);
    let mut years: Vec<YearBlock> = Vec::new();
    for month in &months {
        if years.last().is_none_or(|block| block.year != month.0) {
            let load = load.as_ref().and_then(|load| load.year(month.0));
            years.push(year_block(context, month.0, load));
        }
        if let Some(block) = years.last_mut() {
            block.months.push(month_row(&cite, *month, today));
        }
    }
    let page = PageKey::Month {
        year: today.0,
        month: today.1,
    };
    let current = cite.link_if_there(&month_words(today, words), &page);
    let view = CalendarView {
        elsewhere: current.is_none().then(|| match months.is_empty() {
            true => cite.say("Планов на портале пока нет, поэтому и месяцев нет.", &[]),
            false => cite.say(
                "Сейчас {1} {2} года. На этот месяц планов на портале нет.",
                &[words.month(today.1), &today.0.to_string()],
            ),
        }),
        current,
        years,
        subscribe: Subscribe::new(context, &context.linker(&key), &Calendar::Portal),
        help: cite.href(&PageKey::Subscription),
    };
    let head = Head {
        title: cite.say("Календарь мероприятий", &[]),
        description: cite.say(
            "Что и когда обещано школам: мероприятия планов по месяцам и дела на весь год.",
            &[],
        ),
        parents: Vec::new(),
    };
    framed(
        context,
        "calendar.html",
        &Shell::new(context, &key, head),
        &view,
    )
}

/// «Апрель 2023 года».
pub fn month_words((year, month): YearMonth, words: &Words) -> String {
    let name = russian::capitalized(words.month(month));
    words.phrase("{1} {2} года", &[&name, &year.to_string()])
}

/// The numbers of all months on one scale, so that years may be compared.
fn load(cite: &Cite<'_, '_>, months: &[YearMonth]) -> Option<Months> {
    let agenda = cite.context.agenda();
    let counts = months
        .iter()
        .map(|month| (*month, agenda.month(*month).len()))
        .collect();
    let today = cite.context.edition.today;
    let setting = Setting {
        today,
        words: cite.context.words,
        href: &|(year, month)| Some(cite.href(&PageKey::Month { year, month })),
    };
    Months::new(&counts, 0, 1, &setting)
}

fn year_block(context: &Context<'_>, year: i16, load: Option<Months>) -> YearBlock {
    let undated = context.agenda().undated_in_year(year);
    YearBlock {
        year,
        dated: context
            .words
            .counted(context.agenda().dated_in_year(year), count::EVENTS),
        undated: (undated > 0).then(|| context.words.counted(undated, count::EVENTS)),
        load,
        months: Vec::new(),
    }
}

fn month_row(cite: &Cite<'_, '_>, month: YearMonth, today: YearMonth) -> MonthRow {
    let page = PageKey::Month {
        year: month.0,
        month: month.1,
    };
    let events = cite.context.agenda().month(month).len();
    MonthRow {
        link: cite.link(
            &russian::capitalized(cite.context.words.month(month.1)),
            &page,
        ),
        iso: format!("{:04}-{:02}", month.0, month.1),
        count: match events {
            0 => cite.say("мероприятий с датой нет", &[]),
            _ => cite.counted(events, count::EVENTS),
        },
        current: month == today,
    }
}
