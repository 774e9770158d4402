//! A territory of the model out of a manifest: all that is counted and listed on pages of the whole portal, and nothing
//! else. Its own pages cannot be made from it; they are there already.

use crate::diag::span::Spanned;
use crate::federation::event::{self, NOWHERE};
use crate::federation::manifest::{
    Act, News, Note, Office, Place, Plan, Practice, Program, School,
};
use crate::model::id::{Reference, Slug, TerritoryPath};
use crate::model::place::authority::{Authority, Contact};
use crate::model::place::person::Curator;
use crate::model::place::school::{self, SchoolCategory};
use crate::model::place::section::SectionNote;
use crate::model::place::territory::{PlaceNames, Territory};
use crate::model::plan::period::{Period, PeriodKind};
use crate::model::plan::roadmap::{Roadmap, Section};
use crate::model::prose::Prose;
use crate::model::record::document::{Document, Signatory};
use crate::model::record::news::NewsItem;
use crate::model::record::practice;
use crate::model::record::program::{self, PartKind, ProgramPart};
use crate::model::record::working_group::{Member, WorkingGroup};

/// The territory of an entry.
///
/// # Errors
/// In Russian: what of the entry cannot be read.
pub fn territory(place: &Place) -> Result<Territory, String> {
    let path = TerritoryPath::parse(&place.path).ok_or_else(|| bad("адрес", &place.path))?;
    let names = PlaceNames {
        name: place.name.clone(),
        of: place.name_of.clone(),
        in_place: place.name_in.clone(),
    };
    let inside = |what: String| format!("{}: {what}", place.path);
    Ok(Territory {
        official_name: place.official_name.clone(),
        also_called: place.also_called.clone(),
        coordinator: place.coordinator.then(|| reference(&anybody())),
        authority: place.authority.as_ref().map(authority),
        curators: (0..place.curators).map(|_| curator()).collect(),
        working_group: place.working_group.map(group),
        program: place.program.as_ref().map(programme),
        notes: place.notes.iter().map(note).collect(),
        documents: all(&place.documents, document).map_err(inside)?,
        schools: all(&place.schools, school).map_err(inside)?,
        plans: all(&place.plans, plan).map_err(inside)?,
        practices: all(&place.practices, practice).map_err(inside)?,
        news: all(&place.news, news).map_err(inside)?,
        ..Territory::new(path, NOWHERE, names, place.kind.clone())
    })
}

fn all<A, B>(items: &[A], read: impl Fn(&A) -> Result<B, String>) -> Result<Vec<B>, String> {
    items.iter().map(read).collect()
}

fn bad(what: &str, text: &str) -> String {
    format!("{what} «{text}» не читается")
}

fn slug(text: &str) -> Result<Slug, String> {
    Slug::parse(text).ok_or_else(|| bad("имя", text))
}

/// A name for somebody who is only counted.
fn anybody() -> Slug {
    Slug::parse("x").expect("a letter is a name")
}

fn reference(to: &Slug) -> Reference<Slug> {
    Reference {
        to: to.clone(),
        span: NOWHERE,
    }
}

fn authority(office: &Office) -> Authority {
    let mut contact = Contact::default();
    if office.reachable {
        // How to reach it stands on the page of the territory.
        contact.phones.push(String::new());
    }
    Authority {
        name: office.name.clone(),
        short: None,
        aliases: Vec::new(),
        head: None,
        registration: Vec::new(),
        contact,
    }
}

fn curator() -> Curator {
    Curator {
        person: reference(&anybody()),
        schools: Vec::new(),
        period: None,
        source: None,
    }
}

fn group(members: usize) -> WorkingGroup {
    let member = || Member {
        number: None,
        name: String::new(),
        post: String::new(),
        person: None,
        role: String::new(),
        school: None,
    };
    WorkingGroup {
        span: NOWHERE,
        title: String::new(),
        approved_by: None,
        columns: Vec::new(),
        members: (0..members).map(|_| member()).collect(),
    }
}

fn programme(told: &Program) -> program::Program {
    let goals = ProgramPart {
        kind: PartKind::Goals,
        heading: None,
        intro: None,
        items: Vec::new(),
        outro: None,
    };
    program::Program {
        span: NOWHERE,
        title: told.title.clone(),
        approved_by: None,
        period: None,
        rows: Vec::new(),
        parts: told.goals.then_some(goals).into_iter().collect(),
    }
}

fn note(told: &Note) -> SectionNote {
    let mut text = Prose::default();
    if told.text {
        // A mark that there is something to read, there.
        text.markdown.push('…');
    }
    SectionNote {
        section: told.section.clone(),
        span: NOWHERE,
        title: None,
        source: None,
        text,
        empty_reason: told.empty_reason.clone(),
        stated_by: told.stated_by.clone(),
        stated_on: told.stated_on.map(|day| day.0),
        review_by: told.review_by.map(|day| day.0),
    }
}

fn document(told: &Act) -> Result<Document, String> {
    Ok(Document {
        id: slug(&told.id)?,
        span: NOWHERE,
        kind: told.kind.clone(),
        level: String::new(),
        number: told
            .number
            .clone()
            .map(|number| Spanned::new(number, NOWHERE)),
        date: told.date.map(|date| Spanned::new(date.0, NOWHERE)),
        date_verbatim: None,
        other_dates: Vec::new(),
        issuer: String::new(),
        place: None,
        title: String::new(),
        letterhead: None,
        heading: None,
        approval_stamp: None,
        preamble: None,
        order_word: None,
        basis: Vec::new(),
        points: Vec::new(),
        signatory: Signatory::default(),
        text_known: told.text,
        file: None,
        source: None,
    })
}

fn school(told: &School) -> Result<school::School, String> {
    let category = SchoolCategory {
        year: String::new(),
        category: "участник плана".to_owned(),
        source: String::new(),
    };
    Ok(school::School {
        id: slug(&told.id)?,
        span: NOWHERE,
        name: told.name.clone(),
        aliases: Vec::new(),
        legal_form: None,
        level: None,
        head: None,
        contacts: Vec::new(),
        site: None,
        address: None,
        categories: told.supported.then_some(category).into_iter().collect(),
        source: None,
    })
}

fn plan(told: &Plan) -> Result<Roadmap, String> {
    let kind = PeriodKind::ALL
        .iter()
        .find(|kind| kind.code() == told.period)
        .ok_or_else(|| bad("период", &told.period))?;
    let events = all(&told.events, |line| {
        let id = line.split(' ').next().unwrap_or_default();
        event::event(line, told.titles.get(id)).ok_or_else(|| bad("мероприятие", line))
    })?;
    let approved_by = told.approved_by.as_deref().map(slug).transpose()?;
    Ok(Roadmap {
        id: slug(&told.id)?,
        span: NOWHERE,
        title: told.title.clone(),
        plain: None,
        period: Period {
            kind: *kind,
            first: told.first.0,
            last: told.last.0,
        },
        period_span: NOWHERE,
        approved_by: approved_by.as_ref().map(reference),
        approval_stamp: None,
        preamble: None,
        columns: Vec::new(),
        sections: vec![Section {
            numeral: None,
            title: None,
            goal: told.goals.then(String::new),
            tasks_heading: None,
            tasks: Vec::new(),
            events,
        }],
    })
}

fn practice(told: &Practice) -> Result<practice::Practice, String> {
    Ok(practice::Practice {
        id: slug(&told.id)?,
        span: NOWHERE,
        title: told.title.clone(),
        kind: told.kind.clone(),
        level: told.level.clone(),
        year: told.year.clone(),
        summary: told.summary.clone(),
        events: Vec::new(),
        schools: Vec::new(),
        people: Vec::new(),
        risks: Vec::new(),
        status: told.status.clone(),
        steps: Vec::new(),
        facts: Vec::new(),
        text: Prose::default(),
    })
}

fn news(told: &News) -> Result<NewsItem, String> {
    let acts = all(&told.documents, |act| slug(act))?;
    Ok(NewsItem {
        id: slug(&told.id)?,
        span: NOWHERE,
        date: told.date.0,
        title: told.title.clone(),
        summary: told.summary.clone(),
        documents: acts.iter().map(reference).collect(),
        events: Vec::new(),
        schools: Vec::new(),
        text: Prose::default(),
    })
}
