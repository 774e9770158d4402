//! The main page of a territory with all its sections, each at the anchor of its code.

use serde::Serialize;

use crate::model::place::section::{REQUIRED, RequiredSection};
use crate::model::place::territory::Territory;
use crate::model::plan::roadmap::{Event, Roadmap};
use crate::render::theme::ThemeError;
use crate::render::views::compact::frame::{Head, render};
use crate::render::views::compact::parts::{categories, person_link, row};
use crate::render::views::parts::count;
use crate::render::views::parts::coverage::{NO_REASON, empty_reason};
use crate::render::views::parts::link::{Link, LinkNote};
use crate::render::views::parts::tally::Tally;
use crate::render::views::parts::title::short;
use crate::render::views::place::home::{facts, lead, municipalities, updated};
use crate::render::views::place::parts::person::PersonView;
use crate::render::views::place::parts::place::Place;
use crate::render::views::place::parts::related::{Rule, Words};
use crate::render::views::place::sections::people::{AuthorityView, GroupTable, authority, group};
use crate::render::words::Html;
use crate::site::calendars::Calendar;
use crate::site::extent::FOLLOW;
use crate::site::feeds::NewsFeed;
use crate::site::{PageKey, PlacePage};
use crate::text::collate::Alphabet;
use crate::text::russian;

#[derive(Serialize)]
struct HomeView<'a> {
    heading: String,
    lead: String,
    sentence: Option<String>,
    /// The way to the sections of this page.
    menu: Vec<Link>,
    /// Of a region.
    municipalities: Vec<LinkNote>,
    region_pages: Vec<Link>,
    /// None for a region that only lists its municipalities.
    sections: Vec<SectionView<'a>>,
    facts: Vec<(String, String)>,
    note: Option<Html>,
    follow: &'static str,
    calendar: Option<String>,
    subscription: String,
    feed: Option<String>,
    updated: Vec<String>,
}

/// A required section; what it has depends on its kind.
#[derive(Serialize, Default)]
struct SectionView<'a> {
    code: &'static str,
    name: String,
    links: Vec<LinkNote>,
    group: Option<GroupTable<'a>>,
    authority: Option<AuthorityView<'a>>,
    people: Vec<PersonView<'a>>,
    bodies: Vec<(&'a str, String)>,
    /// The text of an editor.
    note: Option<NoteView<'a>>,
    empty: Option<String>,
    related: Option<Related>,
}

#[derive(Serialize)]
struct NoteView<'a> {
    title: Option<&'a str>,
    html: Html,
    source: Option<&'a str>,
}

/// Measures about the same, of the newest plan that has any.
#[derive(Serialize)]
struct Related {
    rule: String,
    plan: Link,
    events: Vec<Link>,
}

/// How many letters of a long title a list shows.
const TITLE: usize = 80;

/// The sections that stand first: what is promised, what came of it, to whom, and what is new. The others follow in the
/// order in which they are required.
const FIRST: &[&str] = &["plan", "itogi", "shkoly", "novosti"];

fn ordered() -> Vec<&'static RequiredSection> {
    let named = REQUIRED.iter().filter(|section| !section.code.is_empty());
    let mut sections: Vec<_> = named.collect();
    let rank = |code| FIRST.iter().position(|first| *first == code);
    sections.sort_by_key(|section| rank(section.code).unwrap_or(FIRST.len()));
    sections
}

/// The sections that the menu of the page names: what people look for most.
const MENU: &[&str] = &["plan", "shkoly", "novosti", "dokumenty", "kontakty"];

/// The main page.
///
/// # Errors
/// When the template is at fault.
pub fn html(place: &Place<'_>) -> Result<String, ThemeError> {
    let territory = place.territory;
    let words = place.context.words;
    let plan = territory.current_plan();
    let sections = match territory.has_dossier() {
        true => sections(place),
        false => Vec::new(),
    };
    let view = HomeView {
        heading: place.say("{1}: как помогают школам", &[&territory.names.name]),
        lead: lead(territory, plan, words),
        sentence: plan.map(|plan| {
            let today = place.context.edition.today;
            Tally::of(plan, today, words).sentence(plan, today, words)
        }),
        menu: menu(place),
        municipalities: municipalities(place),
        region_pages: region_pages(place),
        sections,
        facts: facts(place),
        note: territory
            .note("")
            .filter(|note| !note.text.is_empty())
            .map(|note| place.prose(&note.text, 2)),
        follow: FOLLOW,
        calendar: file(place, &Calendar::Place(territory.path.clone()).path()),
        subscription: place.linker.page(&PageKey::Subscription),
        feed: file(place, &NewsFeed::Place(territory.path.clone()).atom()),
        updated: updated(place),
    };
    let head = Head {
        title: place.say("Поддержка школ", &[]),
        description: place.say(
            "Как помогают школам {1}. {2}",
            &[place.name_in(), &view.lead],
        ),
    };
    render(place, "compact/home.html", head, &view)
}

fn file(place: &Place<'_>, path: &str) -> Option<String> {
    let site = place.context.site;
    site.has_file(path).then(|| place.linker.path(path))
}

fn menu(place: &Place<'_>) -> Vec<Link> {
    if !place.territory.has_dossier() {
        return Vec::new();
    }
    let named = ordered().into_iter();
    let named = named.filter(|section| MENU.contains(&section.code));
    named
        .map(|section| Link {
            text: place.say(section.short, &[]),
            href: format!("#{}", section.code),
        })
        .collect()
}

fn region_pages(place: &Place<'_>) -> Vec<Link> {
    let is_region = place.territory.is_region();
    let pages = [
        ("Школы и люди по алфавиту", PlacePage::Index),
        ("Открытые данные", PlacePage::Data),
    ];
    let shown = pages.into_iter().filter(|_| is_region);
    shown
        .map(|(text, page)| Link {
            text: place.say(text, &[]),
            href: place.href(page),
        })
        .collect()
}

fn sections<'a>(place: &Place<'a>) -> Vec<SectionView<'a>> {
    let mut texts = RelatedTexts::new(place.territory);
    let required = ordered().into_iter();
    required
        .map(|section| self::section(place, section, &mut texts))
        .collect()
}

fn section<'a>(
    place: &Place<'a>,
    section: &'static RequiredSection,
    texts: &mut RelatedTexts<'a>,
) -> SectionView<'a> {
    let mut view = own(place, section.code);
    view.code = section.code;
    view.name = place.say(section.name, &[]);
    let note = place.territory.note(section.code);
    let text = note.filter(|note| !note.text.is_empty());
    view.note = text.map(|note| NoteView {
        title: note.title.as_deref(),
        html: place.prose(&note.text, if note.title.is_some() { 4 } else { 3 }),
        source: note.source.as_deref(),
    });
    if view.is_empty() && section.code != "roditelyam" {
        view.related = texts.find(place, section.code);
        if text.is_none() {
            let reason = note.and_then(|note| empty_reason(note, place.context.words));
            view.empty = Some(reason.unwrap_or_else(|| place.say(NO_REASON, &[])));
        }
    }
    view
}

impl SectionView<'_> {
    fn is_empty(&self) -> bool {
        self.links.is_empty()
            && self.group.is_none()
            && self.authority.is_none()
            && self.people.is_empty()
    }
}

/// What the data of the territory have for a section.
fn own<'a>(place: &Place<'a>, code: &str) -> SectionView<'a> {
    let mut view = SectionView::default();
    let territory = place.territory;
    match code {
        "dokumenty" => view.links = documents(place),
        "programma" => view.links = programme(place),
        "tseli" => view.links = goals(place),
        "pokazateli" => view.links = indicators(place),
        "plan" => view.links = plans(place),
        "itogi" => view.links = results(place),
        "shkoly" => view.links = schools(place),
        "kuratory" => view.links = curators(place),
        "rabochaya-gruppa" => view.group = group(place),
        "kontakty" => {
            view.authority = authority(place);
            view.people = people(place);
            view.bodies = bodies(territory);
        }
        "praktiki" => view.links = practices(place),
        "novosti" => view.links = news(place),
        "roditelyam" => view.links = parents(place),
        _ => {}
    }
    view
}

fn documents(place: &Place<'_>) -> Vec<LinkNote> {
    let mut acts: Vec<_> = place.territory.documents.iter().collect();
    acts.sort_by_key(|act| std::cmp::Reverse(act.date.as_ref().map(|date| date.value)));
    let links = acts.into_iter().filter_map(|act| {
        let link = place.document_link(&act.id)?;
        Some(noted(link, short(&act.title, TITLE)))
    });
    links.collect()
}

fn programme(place: &Place<'_>) -> Vec<LinkNote> {
    let programme = place.territory.program.iter().map(|programme| LinkNote {
        text: place.say("Программа", &[]),
        href: place.href(PlacePage::Section("programma")),
        note: short(&programme.title, TITLE),
    });
    programme.collect()
}

/// Plans whose sections have goals or tasks, and the programme when it has any: the words stand there.
fn goals(place: &Place<'_>) -> Vec<LinkNote> {
    let plans = place.territory.plans.iter().rev().filter(|plan| {
        let mut sections = plan.sections.iter();
        sections.any(|section| section.goal.is_some() || !section.tasks.is_empty())
    });
    let plans = plans.map(|plan| noted(place.plan_link(plan), String::new()));
    let programme = programme(place).into_iter().map(|link| LinkNote {
        note: String::new(),
        ..link
    });
    programme.chain(plans).collect()
}

fn indicators(place: &Place<'_>) -> Vec<LinkNote> {
    let plans = place.territory.plans.iter().rev().filter_map(|plan| {
        let cells = plan
            .events()
            .flat_map(|event| event.indicator.iter().chain(&event.result));
        let goals = cells.map(|cell| cell.value.goals.len()).sum();
        let note = || place.counted(goals, count::INDICATORS);
        (goals > 0).then(|| noted(place.plan_link(plan), note()))
    });
    plans.collect()
}

fn plans(place: &Place<'_>) -> Vec<LinkNote> {
    let plans = place.territory.plans.iter().rev();
    plans
        .map(|plan| {
            let events = place.counted(plan.events().count(), count::EVENTS);
            noted(place.plan_link(plan), events)
        })
        .collect()
}

fn results(place: &Place<'_>) -> Vec<LinkNote> {
    let (today, words) = (place.context.edition.today, place.context.words);
    let plans = place.territory.plans.iter().rev();
    plans
        .map(|plan| {
            let tally = Tally::of(plan, today, words);
            noted(place.plan_link(plan), tally.sentence(plan, today, words))
        })
        .collect()
}

fn schools(place: &Place<'_>) -> Vec<LinkNote> {
    let alphabet = Alphabet::new();
    let mut schools: Vec<_> = place.territory.schools.iter().collect();
    schools.sort_by(|a, b| alphabet.compare(&a.name, &b.name));
    let links = schools.into_iter().filter_map(|school| {
        let categories: Vec<String> = categories(school)
            .into_iter()
            .map(|(one, years)| format!("{}: {years}", one.category))
            .collect();
        Some(noted(place.school_link(&school.id)?, categories.join("; ")))
    });
    links.collect()
}

fn curators(place: &Place<'_>) -> Vec<LinkNote> {
    let territory = place.territory;
    let coordinator = territory
        .coordinator
        .as_ref()
        .and_then(|one| territory.person(&one.to))
        .map(|person| {
            noted(
                person_link(place, person),
                place.say("Координатор", &[]).to_lowercase(),
            )
        });
    let curators = territory.curators.iter().filter_map(|curator| {
        let person = territory.person(&curator.person.to)?;
        let schools = curator.schools.iter();
        let names: Vec<&str> = schools
            .filter_map(|school| territory.school(&school.to))
            .map(|school| school.name.as_str())
            .collect();
        Some(noted(person_link(place, person), names.join(", ")))
    });
    coordinator.into_iter().chain(curators).collect()
}

fn people<'a>(place: &Place<'a>) -> Vec<PersonView<'a>> {
    let alphabet = Alphabet::new();
    let mut people: Vec<_> = place.territory.people.iter().collect();
    people.sort_by(|a, b| alphabet.compare(&a.name, &b.name));
    people
        .into_iter()
        .map(|person| place.person(person))
        .collect()
}

fn bodies(territory: &Territory) -> Vec<(&str, String)> {
    let bodies = territory.bodies.iter().map(|body| {
        let kind = match &body.full {
            Some(full) => format!("{full}; {}", body.kind),
            None => body.kind.to_string(),
        };
        (body.name.as_str(), kind)
    });
    bodies.collect()
}

/// The page of all practices.
fn practices(place: &Place<'_>) -> Vec<LinkNote> {
    let number = place.territory.practices.len();
    let link = (number > 0).then(|| LinkNote {
        text: place.say("Практики {1}", &[place.name_of()]),
        href: place.href(PlacePage::Section("praktiki")),
        note: place.counted(number, count::PRACTICES),
    });
    link.into_iter().collect()
}

fn news(place: &Place<'_>) -> Vec<LinkNote> {
    let news = place.territory.news.iter();
    news.map(|item| LinkNote {
        text: short(&item.title, TITLE),
        href: place.href(PlacePage::NewsItem(item.id.clone())),
        note: russian::date_short(item.date),
    })
    .collect()
}

fn parents(place: &Place<'_>) -> Vec<LinkNote> {
    vec![LinkNote {
        text: place.say("Все вопросы и ответы", &[]),
        href: place.linker.page(&PageKey::Parents),
        note: String::new(),
    }]
}

fn noted(link: Link, note: String) -> LinkNote {
    LinkNote {
        text: link.text,
        href: link.href,
        note,
    }
}

/// The words of measures in lower case, made once for the rules of all sections.
struct RelatedTexts<'a> {
    territory: &'a Territory,
    /// Of the plans that were asked for, newest first: the measures with their words.
    lower: Vec<Vec<(&'a Event, Words)>>,
}

impl<'a> RelatedTexts<'a> {
    fn new(territory: &'a Territory) -> RelatedTexts<'a> {
        RelatedTexts {
            territory,
            lower: Vec::new(),
        }
    }

    fn find(&mut self, place: &Place<'a>, code: &str) -> Option<Related> {
        let rule = Rule::of(code)?;
        let plans = self.territory.plans.iter().rev();
        plans.enumerate().find_map(|(at, plan)| {
            if self.lower.len() == at {
                self.lower.push(lower(plan));
            }
            let found = self.lower[at].iter().filter(|(_, words)| rule.fits(words));
            let events: Vec<Link> = found
                .map(|(event, _)| Link {
                    text: event
                        .number
                        .as_ref()
                        .map_or(event.id.to_string(), |number| number.value.clone()),
                    href: row(place, plan, event),
                })
                .collect();
            (!events.is_empty()).then(|| Related {
                rule: place.say(rule.said(), &[]),
                plan: place.plan_link(plan),
                events,
            })
        })
    }
}

fn lower(plan: &Roadmap) -> Vec<(&Event, Words)> {
    let sections = plan.sections.iter();
    let events = sections.flat_map(|section| {
        let events = section.events.iter();
        events.map(move |event| (event, Words::new(section, event)))
    });
    events.collect()
}
