//! The main page of a territory: what is done now, where the child's school is, whom to call.
//! The page of a region begins with its municipalities.

use serde::Serialize;

use crate::model::place::territory::Territory;
use crate::model::plan::deadline::When;
use crate::model::plan::roadmap::{Event, Roadmap};
use crate::render::shell::Head;
use crate::render::theme::ThemeError;
use crate::render::views::parts::count;
use crate::render::views::parts::link::{Link, LinkNote, Phone};
use crate::render::views::parts::period::period;
use crate::render::views::parts::tally::Tally;
use crate::render::views::place::changes::{self, Latest};
use crate::render::views::place::overview::{self, Group};
use crate::render::views::place::parts::event_line::EventLine;
use crate::render::views::place::parts::person::PersonView;
use crate::render::views::place::parts::place::Place;
use crate::render::words::Html;
use crate::site::{PageKey, PlacePage};
use crate::text::collate::Alphabet;
use crate::text::language::{Noun, Words};

/// How many schools are listed on the main page before «все школы».
const SCHOOLS_SHOWN: usize = 12;

#[derive(Serialize)]
struct HomeView<'a> {
    heading: String,
    is_region: bool,
    has_dossier: bool,
    explained: Option<Explained<'a>>,
    municipalities: Vec<LinkNote>,
    /// Of a region: pages about all its municipalities.
    region_pages: Vec<Link>,
    lead: String,
    status: Option<StatusBlock>,
    month: Option<MonthBlock<'a>>,
    schools: Schools,
    contact: Option<ContactBlock<'a>>,
    six: Vec<LinkNote>,
    groups: Vec<Group>,
    /// What the documents say of the place itself: name of the fact and its words.
    facts: Vec<(String, String)>,
    updated: Vec<String>,
    changes: Option<Latest>,
    note: Option<Html>,
}

/// What «ШНОР» means, since the word stands in every official title.
#[derive(Serialize)]
struct Explained<'a> {
    abbr: &'a str,
    meaning: &'a str,
    href: String,
}

#[derive(Serialize)]
struct StatusBlock {
    sentence: String,
    tally: Tally,
    plan: Link,
}

#[derive(Serialize)]
struct MonthBlock<'a> {
    heading: String,
    events: Vec<EventLine<'a>>,
    /// How many more events fall into the month.
    more: usize,
    year_round: String,
    calendar: String,
}

#[derive(Serialize)]
struct Schools {
    links: Vec<Link>,
    more: usize,
    href: String,
}

#[derive(Serialize)]
struct ContactBlock<'a> {
    name: &'a str,
    phones: Vec<Phone<'a>>,
    coordinator: Option<PersonView<'a>>,
    href: String,
}

/// The main page.
///
/// # Errors
/// When the template is at fault.
pub fn html(place: &Place<'_>) -> Result<String, ThemeError> {
    let territory = place.territory;
    let today = place.context.edition.today;
    let dossier = territory.has_dossier();
    let plan = territory.current_plan();
    let words = place.context.words;
    let lead = lead(territory, plan, words);
    let view = HomeView {
        heading: place.say("{1}: как помогают школам", &[&territory.names.name]),
        is_region: territory.is_region(),
        has_dossier: dossier,
        explained: explained(place),
        municipalities: municipalities(place),
        region_pages: region_pages(place),
        status: plan.map(|plan| {
            let tally = Tally::of(plan, today, words);
            StatusBlock {
                sentence: tally.sentence(plan, today, words),
                tally,
                plan: place.plan_link(plan),
            }
        }),
        month: plan
            .filter(|plan| plan.period.last >= today)
            .and_then(|plan| month(place, plan)),
        schools: schools(place),
        contact: contact(place),
        six: if dossier {
            overview::six(place)
        } else {
            Vec::new()
        },
        groups: if dossier {
            overview::groups(place)
        } else {
            Vec::new()
        },
        facts: facts(place),
        updated: updated(place),
        changes: changes::latest(place),
        note: territory
            .note("")
            .filter(|note| !note.text.is_empty())
            .map(|note| place.prose(&note.text, 2)),
        lead,
    };
    let head = Head {
        title: place.say("Поддержка школ", &[]),
        description: place.say(
            "Как помогают школам {1}. {2}",
            &[place.name_in(), &view.lead],
        ),
        parents: Vec::new(),
    };
    place.render("place/home.html", head, &view)
}

/// Of a region: what tells of all its municipalities.
fn region_pages(place: &Place<'_>) -> Vec<Link> {
    let pages = [
        ("Школы и люди по алфавиту", PlacePage::Index),
        ("Обещания и подтверждения", PlacePage::Promises),
        ("Сравнение муниципалитетов", PlacePage::Comparison),
    ];
    let is_region = place.territory.is_region();
    let there = |(_, page): &(&str, PlacePage)| is_region && place.has(page);
    let link = |(text, page): (&str, PlacePage)| Link {
        text: place.say(text, &[]),
        href: place.href(page),
    };
    pages.into_iter().filter(there).map(link).collect()
}

/// One sentence from the data: how many schools, how many events.
pub fn lead(territory: &Territory, plan: Option<&Roadmap>, words: &Words) -> String {
    let Some(plan) = plan else {
        let said = match territory.is_region() {
            true => "Выберите район: у каждого свой план поддержки школ.",
            false => "План поддержки школ здесь пока не размещён.",
        };
        return words.phrase(said, &[]);
    };
    let period = period(&plan.period, words);
    let named = |id: &_| plan.events().any(|event| event.names_school(id));
    let supported: Vec<_> = territory
        .schools
        .iter()
        .filter(|school| school.is_supported())
        .collect();
    let in_plan = supported.iter().filter(|school| named(&school.id)).count();
    let events = words.counted(plan.events().count(), count::EVENTS);
    match (in_plan, supported.len()) {
        (0, 0) => words.phrase(
            "В плане на {1} {2}; школы в нём по именам не названы.",
            &[&period, &events],
        ),
        (0, number) => words.phrase(
            "{1} {2} поддержку. В плане на {3} {4}.",
            &[
                &words.counted(number, count::SCHOOLS),
                words.noun(number, count::GET),
                &period,
                &events,
            ],
        ),
        (number, _) => words.phrase(
            "{1} {2} в плане на {3}. В нём {4}.",
            &[
                &words.counted(number, count::SCHOOLS),
                words.noun(number, NAMED),
                &period,
                &events,
            ],
        ),
    }
}

/// What plans do with schools: «2 школы названы».
const NAMED: Noun = ["названа", "названы", "названы"];

fn explained<'a>(place: &Place<'a>) -> Option<Explained<'a>> {
    let term = place
        .context
        .portal
        .terms
        .iter()
        .find(|term| term.abbr.as_deref() == Some("ШНОР"))?;
    let meaning = term.meaning_in(Some(&place.territory.path))?;
    Some(Explained {
        abbr: term.title(),
        meaning: &meaning.text,
        href: place.linker.page(&PageKey::Term(term.id.clone())),
    })
}

/// Of a region: its municipalities by the alphabet.
pub fn municipalities(place: &Place<'_>) -> Vec<LinkNote> {
    if !place.territory.is_region() {
        return Vec::new();
    }
    let mut found: Vec<&Territory> = place
        .context
        .portal
        .municipalities_of(&place.territory.path.region)
        .collect();
    let alphabet = Alphabet::new();
    found.sort_by(|a, b| alphabet.compare(&a.names.name, &b.names.name));
    found
        .into_iter()
        .map(|territory| LinkNote {
            text: territory.names.name.clone(),
            href: place
                .linker
                .page(&PageKey::place(&territory.path, PlacePage::Home)),
            note: lead(territory, territory.current_plan(), place.context.words),
        })
        .collect()
}

fn month<'a>(place: &Place<'a>, plan: &'a Roadmap) -> Option<MonthBlock<'a>> {
    let today = place.context.edition.today;
    let in_month = |when: &When| {
        let (first, last) = (when.first.or(when.last), when.last);
        when.kind.is_dated()
            && first.is_some_and(|day| day <= today.last_of_month())
            && last.is_some_and(|day| day >= today.first_of_month())
    };
    let deadline = |event: &'a Event| event.deadline.as_ref().map(|deadline| &deadline.value);
    let falls = |event: &&'a Event| {
        deadline(event).is_some_and(|deadline| deadline.whens.iter().any(in_month))
    };
    let mut events: Vec<&Event> = plan.events().filter(falls).collect();
    events.sort_by_key(|event| event.last_day());
    let undated = plan
        .events()
        .filter(|event| !deadline(event).is_some_and(|when| when.is_dated()))
        .count();
    if events.is_empty() && undated == 0 {
        return None;
    }
    Some(MonthBlock {
        heading: place.say("В {1}", &[place.context.words.month_in(today.month())]),
        more: events.len().saturating_sub(3),
        events: events
            .into_iter()
            .take(3)
            .map(|event| EventLine::new(place, plan, event))
            .collect(),
        year_round: place.counted(undated, count::EVENTS),
        calendar: place.href(PlacePage::Calendar),
    })
}

fn schools(place: &Place<'_>) -> Schools {
    let found: Vec<_> = place
        .territory
        .schools
        .iter()
        .filter(|school| school.is_supported())
        .collect();
    Schools {
        more: found.len().saturating_sub(SCHOOLS_SHOWN),
        links: found
            .into_iter()
            .take(SCHOOLS_SHOWN)
            .filter_map(|school| place.school_link(&school.id))
            .collect(),
        href: place.href(PlacePage::Section("shkoly")),
    }
}

fn contact<'a>(place: &Place<'a>) -> Option<ContactBlock<'a>> {
    let authority = place.territory.authority.as_ref()?;
    Some(ContactBlock {
        name: authority.called(),
        phones: Phone::of(Some(authority)),
        coordinator: place.person_named(place.territory.coordinator.as_ref()),
        href: place.href(PlacePage::Section("kontakty")),
    })
}

/// When the latest papers and news are from.
pub fn updated(place: &Place<'_>) -> Vec<String> {
    let (territory, words) = (place.territory, place.context.words);
    let act = territory
        .documents
        .iter()
        .filter(|act| act.text_known)
        .filter_map(|act| act.date.as_ref())
        .map(|d| d.value)
        .max();
    let news = territory.news.iter().map(|item| item.date).max();
    let act = act.map(|day| words.phrase("последний документ — от {1}", &[&words.date(day)]));
    let news = news.map(|day| words.phrase("последняя новость — {1}", &[&words.date(day)]));
    act.into_iter().chain(news).collect()
}

/// Facts of the documents about the place itself.
pub fn facts(place: &Place<'_>) -> Vec<(String, String)> {
    let territory = place.territory;
    let neighbours = Some(territory.neighbours.join(", ")).filter(|names| !names.is_empty());
    [
        ("Полное название", territory.official_name.clone()),
        ("Министерство", territory.ministry.clone()),
        ("Институт развития", territory.institute.clone()),
        ("Соседи, названные в плане", neighbours),
    ]
    .into_iter()
    .filter_map(|(name, words)| Some((place.say(name, &[]), words?)))
    .collect()
}
