//! The ledger of a territory: each promise with its deadline, what was reported of it and with what proof; of a region
//! with the sums of its municipalities.

use jiff::civil::Date;
use serde::Serialize;

use crate::model::id::Slug;
use crate::model::ledger::{Counts, Entry};
use crate::model::place::territory::Territory;
use crate::model::plan::roadmap::{Roadmap, Section};
use crate::model::plan::status::StatusWord;
use crate::render::agenda::YearMonth;
use crate::render::shell::Head;
use crate::render::theme::ThemeError;
use crate::render::views::parts::cell::Cell;
use crate::render::views::parts::count;
use crate::render::views::parts::day::Day;
use crate::render::views::parts::deadline::DeadlineView;
use crate::render::views::parts::link::Link;
use crate::render::views::parts::promises::{self, CountRow, CountTable, Summary};
use crate::render::views::parts::standing::StandingView;
use crate::render::views::pictures::kept::KeptMonths;
use crate::render::views::pictures::months::Setting;
use crate::render::views::place::parts::place::Place;
use crate::render::views::place::parts::proof::ProofView;
use crate::render::words::Html;
use crate::site::{self, PageKey, PlacePage};
use crate::text::russian;

#[derive(Serialize)]
struct PromisesView<'a> {
    summary: Summary,
    /// Of a region: itself and its municipalities.
    places: Option<CountTable>,
    months: Option<KeptMonths>,
    months_table: Option<CountTable>,
    sections: Option<CountTable>,
    plans: Vec<PlanView<'a>>,
    /// Whether any measure is retold in plain words.
    retold: bool,
    /// How a fact is reported.
    editor: String,
    whole: String,
    method: Option<String>,
}

#[derive(Serialize)]
struct PlanView<'a> {
    anchor: String,
    plan: Link,
    results: String,
    confirmation: String,
    sentence: String,
    /// True for the plan of the day: the promises of the others are folded away.
    open: bool,
    sections: Vec<SectionView<'a>>,
}

#[derive(Serialize)]
struct SectionView<'a> {
    title: Option<Html>,
    entries: Vec<EntryView<'a>>,
}

#[derive(Serialize)]
struct EntryView<'a> {
    number: Option<&'a str>,
    title: Cell<'a>,
    plain: Option<&'a str>,
    href: String,
    deadline: Option<DeadlineView<'a>>,
    /// «уже 210 дней»: how long nobody has told.
    overdue: Option<String>,
    indicator: Option<Cell<'a>>,
    result: Option<Cell<'a>>,
    standing: StandingView,
    reported: Option<ReportView<'a>>,
    proofs: Vec<ProofView<'a>>,
    /// Said to be done, and nothing shows it.
    unproven: bool,
}

#[derive(Serialize)]
struct ReportView<'a> {
    date: Option<Day>,
    fact: Option<&'a str>,
    moved_to: Option<&'a str>,
}

/// The HTML of the page.
///
/// # Errors
/// When the template is at fault.
pub fn html(place: &Place<'_>) -> Result<String, ThemeError> {
    let (context, territory) = (place.context, place.territory);
    let today = context.edition.today;
    let own = site::ledger(context.portal, context.site, territory, today);
    let below = places(place, &own);
    let all = below.as_ref().map_or(&own, |(_, entries)| entries);
    let href = |month: YearMonth| place.month_href(month);
    let setting = Setting {
        today,
        words: context.words,
        href: &href,
    };
    let counts = Counts::of(all, today);
    let (months, months_table) = promises::months(all, &setting);
    let open = open(territory, today);
    let view = PromisesView {
        summary: Summary::new(&counts, context.words),
        months,
        months_table,
        sections: promises::sections(all, &setting),
        plans: territory
            .plans
            .iter()
            .rev()
            .map(|plan| {
                let is_open = open.is_some_and(|open| open.id == plan.id);
                plan_view(place, plan, &own, is_open)
            })
            .collect(),
        retold: own.iter().any(|entry| entry.event.plain.is_some()),
        places: below.map(|(table, _)| table),
        editor: place.linker.page(&PageKey::Editor),
        whole: place.linker.page(&PageKey::Promises),
        method: method(place),
    };
    let head = Head {
        title: place.say("Обещания и подтверждения", &[]),
        description: place.say(
            "Что обещали школам, о чём сообщили и чем подтвердили. {1}. {2}",
            &[&place.label(), &view.summary.sentence],
        ),
        parents: Vec::new(),
    };
    place.render("place/promises.html", head, &view)
}

/// The page that says how statuses are told; none where the portal has no such text.
fn method(place: &Place<'_>) -> Option<String> {
    let page = PageKey::Info(Slug::parse("metodika")?);
    place
        .context
        .site
        .has(&page)
        .then(|| place.linker.page(&page))
}

/// Of a region: a row for itself and for each municipality, and all their promises.
fn places<'a>(place: &Place<'a>, own: &[Entry<'a>]) -> Option<(CountTable, Vec<Entry<'a>>)> {
    if !place.territory.is_region() {
        return None;
    }
    let (context, today) = (place.context, place.context.edition.today);
    let mut all: Vec<Entry<'a>> = own.to_vec();
    let mut rows = Vec::new();
    if !own.is_empty() {
        let name = place.say("План самого региона", &[]);
        rows.push(CountRow::new(name, None, &Counts::of(own, today)));
    }
    for municipality in context
        .portal
        .municipalities_of(&place.territory.path.region)
    {
        let entries = site::ledger(context.portal, context.site, municipality, today);
        let page = PageKey::place(&municipality.path, PlacePage::Promises);
        rows.push(CountRow::new(
            municipality.names.name.clone(),
            Some(place.linker.page(&page)),
            &Counts::of(&entries, today),
        ));
        all.extend(entries);
    }
    let counts = Counts::of(&all, today);
    let table = promises::table("Район", rows, &counts, context.words);
    Some((table, all))
}

/// The plan whose promises are shown at once: that of the day, else the last one.
fn open(territory: &Territory, today: Date) -> Option<&Roadmap> {
    let of_today = |plan: &&Roadmap| plan.period.first <= today && today <= plan.period.last;
    let mut plans = territory.plans.iter().rev();
    plans.find(of_today).or_else(|| territory.current_plan())
}

fn plan_view<'a>(
    place: &Place<'a>,
    plan: &'a Roadmap,
    own: &[Entry<'a>],
    is_open: bool,
) -> PlanView<'a> {
    let of_plan: Vec<&Entry<'a>> = own
        .iter()
        .filter(|entry| entry.plan.id == plan.id)
        .collect();
    let counts = Counts::of(of_plan.iter().copied(), place.context.edition.today);
    let summary = Summary::new(&counts, place.context.words);
    PlanView {
        anchor: format!("plan-{}", plan.id),
        plan: Link {
            text: russian::capitalized(&place.plan_name(plan)),
            href: place.href(PlacePage::Plan(plan.id.clone())),
        },
        results: place.href(PlacePage::Results(plan.id.clone())),
        confirmation: place.href(PlacePage::Confirmation(plan.id.clone())),
        sentence: summary.sentence,
        open: is_open,
        sections: plan
            .sections
            .iter()
            .map(|section| section_view(place, section, &of_plan))
            .filter(|section| !section.entries.is_empty())
            .collect(),
    }
}

fn section_view<'a>(
    place: &Place<'a>,
    section: &'a Section,
    of_plan: &[&Entry<'a>],
) -> SectionView<'a> {
    let title = section.title.as_ref();
    SectionView {
        title: title.map(|title| place.words(&title.value)),
        entries: of_plan
            .iter()
            .filter(|entry| std::ptr::eq(entry.section, section))
            .map(|entry| entry_view(place, entry))
            .collect(),
    }
}

fn entry_view<'a>(place: &Place<'a>, entry: &Entry<'a>) -> EntryView<'a> {
    let event = entry.event;
    let status = &event.status;
    let cell = |cell: Option<&'a str>| cell.map(|text| place.cell(text));
    EntryView {
        number: event.number.as_ref().map(|number| number.value.as_str()),
        title: place.cell(&event.title.value),
        plain: event.plain.as_ref().map(|plain| plain.value.as_str()),
        href: place.anchor(PlacePage::Plan(entry.plan.id.clone()), event.id.as_str()),
        deadline: event
            .deadline
            .as_ref()
            .map(|deadline| place.deadline(&deadline.value)),
        overdue: entry
            .days_overdue
            .and_then(|days| usize::try_from(days).ok())
            .map(|days| place.say("уже {1}", &[&place.counted(days, count::DAYS)])),
        indicator: cell(event.indicator.as_ref().map(|c| c.value.verbatim.as_str())),
        result: cell(event.result.as_ref().map(|c| c.value.verbatim.as_str())),
        standing: place.standing(event),
        reported: (status.word != StatusWord::NoData).then(|| ReportView {
            date: status.date.map(|day| place.day(day)),
            fact: status.fact.as_deref(),
            moved_to: status.moved_to.as_deref(),
        }),
        proofs: entry
            .evidence
            .iter()
            .map(|one| ProofView::new(place, one))
            .collect(),
        unproven: status.word == StatusWord::Done && status.proofs.is_empty(),
    }
}
