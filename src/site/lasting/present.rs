//! The things that the content holds now, with what the lock would say of each.

use crate::diag::span::Span;
use crate::model::id::Slug;
use crate::model::lasting::Kind;
use crate::model::lasting::lock::short;
use crate::model::place::territory::Territory;
use crate::model::portal::Portal;

/// A thing of the content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Present<'a> {
    /// Its kind.
    pub kind: Kind,
    /// The plan of an event, else nothing.
    pub parent: &'a str,
    /// Its id; of a territory nothing, of a file its path.
    pub id: &'a str,
    /// Its title, shortened.
    pub title: String,
    /// Where it is written.
    pub span: Span,
}

/// The things of a territory, itself first.
pub fn of_place(territory: &Territory) -> Vec<Present<'_>> {
    let one = |kind, id, title: &str, span| thing(kind, "", id, title, span);
    let mut found = vec![Present {
        id: "",
        ..thing(
            Kind::Place,
            "",
            &territory.path.region,
            &territory.names.name,
            territory.span,
        )
    }];
    for plan in &territory.plans {
        found.push(one(Kind::Plan, &plan.id, &plan.title, plan.span));
        let events = plan.events().map(|event| {
            let title = event.title.value.as_str();
            thing(Kind::Event, plan.id.as_str(), &event.id, title, event.span)
        });
        found.extend(events);
    }
    let documents = territory.documents.iter().map(|document| {
        let title = format!("{}: {}", document.short_name(), document.title);
        one(Kind::Document, &document.id, &title, document.span)
    });
    found.extend(documents);
    let schools = territory.schools.iter();
    found.extend(schools.map(|school| one(Kind::School, &school.id, &school.name, school.span)));
    let people = territory.people.iter();
    found.extend(people.map(|person| one(Kind::Person, &person.id, &person.name, person.span)));
    let news = territory.news.iter().map(|item| {
        let title = format!("{} ({})", item.title, item.date.strftime("%d.%m.%Y"));
        one(Kind::News, &item.id, &title, item.span)
    });
    found.extend(news);
    let practices = territory.practices.iter();
    found.extend(practices.map(|one| thing(Kind::Practice, "", &one.id, &one.title, one.span)));
    found
}

/// The things that belong to no territory, and files.
pub fn shared(portal: &Portal) -> Vec<Present<'_>> {
    let one = |kind, id, title: &str, span| thing(kind, "", id, title, span);
    let collections = portal.collections.iter();
    let collections =
        collections.map(|found| one(Kind::Collection, &found.id, &found.title, found.span));
    let terms = portal.terms.iter();
    let terms = terms.map(|term| one(Kind::Term, &term.id, term.title(), term.span));
    let pages = portal.pages.iter();
    let pages = pages.map(|page| one(Kind::Page, &page.id, &page.title, page.span));
    let questions = portal.questions.iter();
    let questions = questions.map(|found| one(Kind::Question, &found.id, &found.title, found.span));
    let files = portal.attachments.iter().map(|file| Present {
        kind: Kind::File,
        parent: "",
        id: &file.path,
        title: file.fingerprint.sha256.clone(),
        span: Span::start_of(file.source),
    });
    let named = collections.chain(terms).chain(pages).chain(questions);
    named.chain(files).collect()
}

fn thing<'a>(kind: Kind, parent: &'a str, id: &'a Slug, title: &str, span: Span) -> Present<'a> {
    Present {
        kind,
        parent,
        id: id.as_str(),
        title: short(title),
        span,
    }
}
