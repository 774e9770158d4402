//! «Подтверждение размещения»: stable addresses and dates on one sheet of paper, as the annual report asks for them
//! (document E, measures 4 and 5). It says what the portal has and what it has not; it judges nothing.

use jiff::civil::Date;
use serde::Serialize;

use crate::model::id::Slug;
use crate::model::place::dated::{approved, dated};
use crate::model::plan::publication::asks_to_publish;
use crate::model::plan::roadmap::{Event, Roadmap};
use crate::render::agenda::{YearMonth, month_of};
use crate::render::shell::Head;
use crate::render::theme::ThemeError;
use crate::render::views::parts::cell::Cell;
use crate::render::views::parts::count;
use crate::render::views::parts::coverage::{Coverage, coverage};
use crate::render::views::parts::day::Day;
use crate::render::views::parts::link::Link;
use crate::render::views::parts::standing::StandingView;
use crate::render::views::parts::title::document_name;
use crate::render::views::place::parts::place::Place;
use crate::site::PlacePage;
use crate::text::russian;

/// Months told one by one at most; a longer plan is told in numbers.
const MOST_MONTHS: usize = 24;

#[derive(Serialize)]
struct ConfirmationView<'a> {
    plan_name: String,
    official_name: &'a str,
    authority: Option<&'a str>,
    /// True when full addresses are known.
    has_address: bool,
    sections: Vec<SectionRow>,
    papers: Vec<AddressRow>,
    news: Vec<AddressRow>,
    /// How many news there were, and months without any.
    news_words: String,
    silent_months: String,
    asked: Vec<AskedRow<'a>>,
    completeness: String,
    results: String,
    promises: String,
}

/// Something published: its name, its address in full, its date.
#[derive(Serialize)]
struct AddressRow {
    name: String,
    /// The link, and its words: the address in full.
    link: Link,
    date: Option<Day>,
}

#[derive(Serialize)]
struct SectionRow {
    number: u8,
    #[serde(flatten)]
    row: AddressRow,
    state: String,
    reason: String,
}

/// A measure that promises to publish something.
#[derive(Serialize)]
struct AskedRow<'a> {
    number: Option<&'a str>,
    title: Cell<'a>,
    link: Link,
    deadline: Option<&'a str>,
    indicator: Option<Cell<'a>>,
    result: Option<Cell<'a>>,
    standing: StandingView,
}

/// The HTML of the page.
///
/// # Errors
/// When the template is at fault.
pub fn html(place: &Place<'_>, id: &Slug) -> Result<String, ThemeError> {
    let territory = place.territory;
    let plan = territory.plan(id).expect("a page of the site has its plan");
    let name = place.plan_name(plan);
    let official = territory.official_name.as_deref();
    let news = news(place, plan);
    let view = ConfirmationView {
        plan_name: name.clone(),
        official_name: official.unwrap_or(&territory.names.name),
        authority: territory.authority.as_ref().map(|one| one.name.as_str()),
        has_address: place.context.address().is_some(),
        sections: coverage(territory, place.context)
            .iter()
            .map(|row| section(place, plan, row))
            .collect(),
        papers: papers(place, plan),
        news_words: match news.len() {
            0 => place.say("Новостей за срок плана на портале нет.", &[]),
            number => place.say(
                "За срок плана на портале: {1}.",
                &[&place.counted(number, count::NEWS)],
            ),
        },
        silent_months: silent_months(place, plan),
        news,
        asked: plan
            .events()
            .filter(|event| asks_to_publish(event))
            .map(|event| asked(place, plan, event))
            .collect(),
        completeness: place.href(PlacePage::Completeness),
        results: place.href(PlacePage::Results(id.clone())),
        promises: place.href(PlacePage::Promises),
    };
    let head = Head {
        title: place.say("Подтверждение размещения: {1}", &[&name]),
        description: place.say(
            "Где и на какое число размещены сведения о поддержке школ: полные адреса для годового отчёта. {1}, {2}.",
            &[&place.label(), &name],
        ),
        parents: vec![place.parent("Полнота разделов", PlacePage::Completeness)],
    };
    place.render("place/confirmation.html", head, &view)
}

/// Something published on a page of the territory.
fn row(place: &Place<'_>, name: String, page: PlacePage, date: Option<Date>) -> AddressRow {
    let path = place.page(page.clone()).address();
    let home = place.context.address().unwrap_or("/");
    AddressRow {
        name,
        link: Link {
            text: format!("{home}{}", path.as_str()),
            href: place.href(page),
        },
        date: date.map(|day| place.day(day)),
    }
}

fn section(place: &Place<'_>, plan: &Roadmap, covered: &Coverage) -> SectionRow {
    let code = covered.section.code;
    let page = match code {
        "" => PlacePage::Home,
        code => PlacePage::Section(code),
    };
    let name = place.say(covered.section.name, &[]);
    SectionRow {
        number: covered.section.number,
        row: row(place, name, page, dated(place.territory, code, plan)),
        state: place.say(covered.fullness.word(), &[]),
        reason: covered.reason.clone(),
    }
}

/// The plan with what was made of it, and the acts.
fn papers(place: &Place<'_>, plan: &Roadmap) -> Vec<AddressRow> {
    let territory = place.territory;
    let approved = approved(territory, plan);
    let told = plan.events().filter_map(|event| event.status.date).max();
    let name = russian::capitalized(&place.plan_name(plan));
    let mut rows = vec![
        row(place, name, PlacePage::Plan(plan.id.clone()), approved),
        row(
            place,
            place.say("План и факт", &[]),
            PlacePage::Results(plan.id.clone()),
            told,
        ),
    ];
    let acts = territory.documents.iter().filter(|act| act.text_known);
    rows.extend(acts.map(|act| {
        let date = act.date.as_ref().map(|date| date.value);
        row(
            place,
            document_name(act),
            PlacePage::Document(act.id.clone()),
            date,
        )
    }));
    rows
}

/// News of the time of a plan, oldest first.
fn news(place: &Place<'_>, plan: &Roadmap) -> Vec<AddressRow> {
    let of_plan = |day| plan.period.first <= day && day <= plan.period.last;
    let items = place.territory.news.iter().rev();
    items
        .filter(|item| of_plan(item.date))
        .map(|item| {
            let page = PlacePage::NewsItem(item.id.clone());
            row(place, item.title.clone(), page, Some(item.date))
        })
        .collect()
}

/// Months of a plan that have passed without news: document E asks for one news item a month.
fn silent_months(place: &Place<'_>, plan: &Roadmap) -> String {
    let last = plan.period.last.min(place.context.edition.today);
    let told: Vec<YearMonth> = place
        .territory
        .news
        .iter()
        .map(|item| month_of(item.date))
        .collect();
    let mut silent = Vec::new();
    let mut month = month_of(plan.period.first);
    while month <= month_of(last) && silent.len() <= MOST_MONTHS {
        if !told.contains(&month) {
            let name = place.context.words.month(month.1);
            silent.push(place.say("{1} {2} года", &[name, &month.0.to_string()]));
        }
        month = match month {
            (year, 12) => (year + 1, 1),
            (year, month) => (year, month + 1),
        };
    }
    match silent.len() {
        0 => String::new(),
        number if number > MOST_MONTHS => place.say(
            "Месяцев без новостей больше {1}.",
            &[&MOST_MONTHS.to_string()],
        ),
        _ => place.say("Месяцы без новостей: {1}.", &[&silent.join(", ")]),
    }
}

fn asked<'a>(place: &Place<'a>, plan: &Roadmap, event: &'a Event) -> AskedRow<'a> {
    let page = PlacePage::Plan(plan.id.clone());
    let home = place.context.address().unwrap_or("/");
    let path = place.page(page.clone()).address();
    let deadline = event.deadline.as_ref();
    AskedRow {
        number: event.number.as_ref().map(|number| number.value.as_str()),
        title: place.cell(&event.title.value),
        link: Link {
            text: format!("{home}{}#{}", path.as_str(), event.id),
            href: place.anchor(page, event.id.as_str()),
        },
        deadline: deadline.map(|cell| cell.value.verbatim.as_str()),
        indicator: event
            .indicator
            .as_ref()
            .map(|cell| place.cell(&cell.value.verbatim)),
        result: event
            .result
            .as_ref()
            .map(|cell| place.cell(&cell.value.verbatim)),
        standing: place.standing(event),
    }
}
