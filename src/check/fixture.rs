//! Small portals made by hand for the cases of the rules. A place is a number: `at(5)` is byte 5 of the first file.

use jiff::civil::{Date, date};

use crate::check::part::Part;
use crate::check::rules::{DatedRule, Rule, WholeRule};
use crate::diag::span::{SourceId, Spanned};
use crate::diag::{Diagnostic, Span};
use crate::model::id::{EventRef, Reference, Slug, TerritoryPath};
use crate::model::place::authority::{Authority, Contact};
use crate::model::place::person::Person;
use crate::model::place::school::School;
use crate::model::place::section::SectionNote;
use crate::model::place::territory::{PlaceNames, Territory};
use crate::model::plan::deadline::{Deadline, DeadlineCell, When, WhenKind};
use crate::model::plan::indicator::{Comparator, Goal, GoalKind, Indicator, IndicatorCell};
use crate::model::plan::period::Period;
use crate::model::plan::responsible::{Party, Responsible, ResponsibleCell, Role};
use crate::model::plan::roadmap::{Column, ColumnRole, Event, Pairing, Roadmap, Section};
use crate::model::plan::status::{Proof, Status, StatusWord};
use crate::model::portal::{Attachment, Portal};
use crate::model::prose::{Link, Origin, Prose};
use crate::model::record::document::{Document, Signatory};
use crate::model::record::news::NewsItem;
use crate::model::record::practice::{Collection, Practice};
use crate::model::record::program::{PassportRow, Program};
use crate::model::reference::{Meaning, Question, RiskFactor, Term};
use crate::model::vocabulary::{Everyday, WordGroup};
use crate::site::Site;
use crate::text::fingerprint::Fingerprint;

/// What one rule finds in all parts of a portal.
pub fn run(rule: Rule, portal: &Portal) -> Vec<Diagnostic> {
    let site = Site::new(portal);
    let mut found = Vec::new();
    for part in parts(portal, &site) {
        rule(&part, &mut found);
    }
    found
}

/// What one rule that needs the day finds in all parts of a portal.
pub fn run_on(rule: DatedRule, portal: &Portal, today: Date) -> Vec<Diagnostic> {
    let site = Site::new(portal);
    let mut found = Vec::new();
    for part in parts(portal, &site) {
        rule(&part, today, &mut found);
    }
    found
}

/// What one rule over the whole portal finds.
pub fn run_whole(rule: WholeRule, portal: &Portal) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    rule(portal, &Site::new(portal), &mut found);
    found
}

fn parts<'a>(portal: &'a Portal, site: &'a Site) -> impl Iterator<Item = Part<'a>> {
    let places = portal.territories.iter();
    std::iter::once(Part::shared(portal, site))
        .chain(places.map(move |place| Part::of(portal, site, place)))
}

/// Problems in short: «П201 5 message» for an error at place 5, «п201 …» with a small letter for a warning.
pub fn brief(found: &[Diagnostic]) -> Vec<String> {
    let code = |d: &Diagnostic| {
        if d.is_error() {
            d.code.id.to_owned()
        } else {
            d.code.id.to_lowercase()
        }
    };
    found
        .iter()
        .map(|d| format!("{} {} {}", code(d), d.span.start, d.message))
        .collect()
}

pub fn at(n: u32) -> Span {
    Span {
        source: SourceId(0),
        start: n,
        end: n + 1,
    }
}

pub fn spanned<T>(value: T, n: u32) -> Spanned<T> {
    Spanned::new(value, at(n))
}

pub fn slug(text: &str) -> Slug {
    Slug::parse(text).expect("a literal of a test is a slug")
}

pub fn reference(to: &str, n: u32) -> Reference<Slug> {
    Reference {
        to: slug(to),
        span: at(n),
    }
}

pub fn event_reference(to: &str, n: u32) -> Reference<EventRef> {
    Reference {
        to: EventRef::parse(to).expect("a literal of a test names an event"),
        span: at(n),
    }
}

pub fn portal(territories: impl IntoIterator<Item = Territory>) -> Portal {
    let mut territories: Vec<Territory> = territories.into_iter().collect();
    territories.sort_by(|a, b| a.path.cmp(&b.path));
    Portal {
        territories: territories.into_iter().map(Into::into).collect(),
        ..Portal::default()
    }
}

/// A region with one municipality, one plan and one news item that holds these links at places 0, 1, 2 …
pub fn portal_with_links(targets: &[&str]) -> Portal {
    with_targets(targets, false)
}

/// The same with pictures.
pub fn portal_with_images(targets: &[&str]) -> Portal {
    with_targets(targets, true)
}

fn with_targets(targets: &[&str], image: bool) -> Portal {
    let link = |(target, n): (&&str, u32)| Link {
        target: (*target).to_owned(),
        span: at(n),
        image,
        text: "слова".to_owned(),
    };
    let mut item = news("2023-03-30-prikaz", 90);
    item.text.links = targets.iter().zip(0..).map(link).collect();
    let mut place = territory("04-altay/gornyy");
    place.news = vec![item];
    place.plans = vec![plan(2023, [event("m01", 91)])];
    portal([territory("04-altay"), place])
}

/// A territory with nothing in it; its name stands at place 1.
pub fn territory(path: &str) -> Territory {
    let name = || path.to_owned();
    Territory::new(
        territory_path(path),
        at(1),
        PlaceNames {
            name: name(),
            of: name(),
            in_place: name(),
        },
        "район".to_owned(),
    )
}

fn territory_path(path: &str) -> TerritoryPath {
    let (region, municipality) = match path.split_once('/') {
        Some((region, municipality)) => (region, Some(slug(municipality))),
        None => (path, None),
    };
    TerritoryPath {
        region: slug(region),
        municipality,
    }
}

/// An authority whose e-mail stands at place 1.
pub fn authority(email: Option<&str>) -> Authority {
    let email = email.map(|email| spanned(email.to_owned(), 1));
    Authority {
        name: "Управление образования".to_owned(),
        short: None,
        aliases: Vec::new(),
        head: None,
        registration: Vec::new(),
        contact: Contact {
            email,
            ..Contact::default()
        },
    }
}

pub fn person(id: &str, n: u32) -> Person {
    Person {
        id: slug(id),
        span: at(n),
        name: "Нетесова Л.В.".to_owned(),
        aliases: Vec::new(),
        school: None,
        posts: Vec::new(),
    }
}

pub fn school(id: &str, n: u32) -> School {
    School {
        id: slug(id),
        span: at(n),
        name: "МБОУ Кемская СОШ №2".to_owned(),
        aliases: Vec::new(),
        legal_form: None,
        level: None,
        head: None,
        contacts: Vec::new(),
        site: None,
        address: None,
        categories: Vec::new(),
        source: None,
    }
}

/// An order of 30.03.2023.
pub fn document(id: &str, n: u32) -> Document {
    Document {
        id: slug(id),
        span: at(n),
        kind: "приказ".to_owned(),
        level: "муниципальный".to_owned(),
        number: Some(spanned("114- од".to_owned(), n)),
        date: Some(spanned(date(2023, 3, 30), n)),
        date_verbatim: None,
        other_dates: Vec::new(),
        issuer: "Управление образования".to_owned(),
        place: None,
        title: "Об утверждении".to_owned(),
        letterhead: None,
        heading: None,
        approval_stamp: None,
        preamble: None,
        order_word: None,
        basis: Vec::new(),
        points: Vec::new(),
        signatory: Signatory::default(),
        text_known: true,
        file: None,
        source: None,
    }
}

pub fn news(id: &str, n: u32) -> NewsItem {
    NewsItem {
        id: slug(id),
        span: at(n),
        date: date(2023, 3, 30),
        title: "Новость".to_owned(),
        summary: "Новость".to_owned(),
        documents: Vec::new(),
        events: Vec::new(),
        schools: Vec::new(),
        text: Prose::default(),
    }
}

pub fn practice(id: &str, n: u32) -> Practice {
    Practice {
        id: slug(id),
        span: at(n),
        title: "Практика".to_owned(),
        kind: "педагогическая".to_owned(),
        level: "муниципальный".to_owned(),
        year: "2023".to_owned(),
        summary: "Практика".to_owned(),
        events: Vec::new(),
        schools: Vec::new(),
        people: Vec::new(),
        risks: Vec::new(),
        status: "описана в плане".to_owned(),
        steps: Vec::new(),
        facts: Vec::new(),
        text: Prose::default(),
    }
}

pub fn collection<const N: usize>(id: &str, n: u32, practices: [(&str, u32); N]) -> Collection {
    Collection {
        id: slug(id),
        span: at(n),
        title: "Сборник".to_owned(),
        year: None,
        intro: Prose::default(),
        practices: practices.map(|(id, n)| reference(id, n)).into(),
    }
}

pub fn note(section: &str, n: u32) -> SectionNote {
    SectionNote {
        section: section.to_owned(),
        span: at(n),
        title: None,
        source: None,
        text: Prose::default(),
        empty_reason: None,
        stated_by: None,
        stated_on: None,
        review_by: None,
    }
}

/// A word with one meaning that holds in these territories.
pub fn term(id: &str, n: u32, scope: &[&str]) -> Term {
    let scope = scope.iter().map(|path| territory_path(path)).collect();
    Term {
        id: slug(id),
        span: at(n),
        abbr: None,
        name: None,
        forms: Vec::new(),
        group: "Школы".to_owned(),
        plain: None,
        meanings: vec![Meaning {
            text: "значение".to_owned(),
            scope,
            scope_places: Vec::new(),
            source: None,
            confirmed: true,
        }],
    }
}

pub fn risk(id: &str, n: u32) -> RiskFactor {
    RiskFactor {
        id: slug(id),
        span: at(n),
        name: "Низкая мотивация".to_owned(),
        plain: None,
        confirmed: false,
    }
}

/// A programme with these rows; the cells stand at places 1, 2, 3 …
pub fn program(rows: &[(&str, &str)]) -> Program {
    let row = |((label, value), n): (&(&str, &str), u32)| PassportRow {
        label: (*label).to_owned(),
        value: spanned((*value).to_owned(), n),
        items: Vec::new(),
    };
    Program {
        span: at(0),
        title: "Паспорт программы".to_owned(),
        approved_by: None,
        period: None,
        rows: rows.iter().zip(1..).map(row).collect(),
        parts: Vec::new(),
    }
}

pub fn attachment(path: &str) -> Attachment {
    Attachment {
        source: SourceId(0),
        path: path.to_owned(),
        size: None,
        fingerprint: Fingerprint::default(),
    }
}

/// A Markdown text whose file begins with so many other bytes.
pub fn text(markdown: &str, offset: usize) -> Prose {
    Prose {
        markdown: markdown.to_owned(),
        origin: Some(Origin::Body {
            source: SourceId(0),
            offset,
        }),
        ..Prose::default()
    }
}

/// A question whose title stands at `n` and whose answer begins after so many bytes.
pub fn question(title: &str, answer: &str, n: u32) -> Question {
    Question {
        id: slug("vopros"),
        span: at(n),
        title: title.to_owned(),
        group: "О школе".to_owned(),
        answer: text(answer, n as usize),
        review_by: None,
    }
}

/// A portal with this text as the answer to a question; it begins after so many bytes of its file.
pub fn with_text(markdown: &str, n: u32) -> Portal {
    Portal {
        questions: vec![question("Что это?", markdown, n)],
        ..Portal::default()
    }
}

/// A portal with one measure, retold in this line at place `n`.
pub fn retold(line: &str, n: u32) -> Portal {
    let measure = Event {
        plain: Some(spanned(line.to_owned(), n)),
        ..event("m01", 90)
    };
    let mut place = territory("04-altay");
    place.plans = vec![plan(2023, [measure])];
    portal([place])
}

/// A plan for a calendar year without columns; its title stands at place 2, its period at 3.
pub fn plan(year: i16, events: impl IntoIterator<Item = Event>) -> Roadmap {
    Roadmap {
        id: slug(&year.to_string()),
        span: at(2),
        title: "План мероприятий".to_owned(),
        plain: None,
        period: Period::calendar_year(year),
        period_span: at(3),
        approved_by: None,
        approval_stamp: None,
        preamble: None,
        columns: Vec::new(),
        sections: vec![Section {
            numeral: None,
            title: None,
            ..section("", events, 0)
        }],
    }
}

pub fn columns(roles: &[ColumnRole]) -> Vec<Column> {
    roles
        .iter()
        .map(|role| Column {
            heading: role.name().to_owned(),
            holds: *role,
        })
        .collect()
}

pub fn section(numeral: &str, events: impl IntoIterator<Item = Event>, n: u32) -> Section {
    Section {
        numeral: Some(spanned(numeral.to_owned(), n)),
        title: Some(spanned("Раздел".to_owned(), n)),
        goal: None,
        tasks_heading: None,
        tasks: Vec::new(),
        events: events.into_iter().collect(),
    }
}

/// An event with nothing but a title.
pub fn event(id: &str, n: u32) -> Event {
    Event {
        id: slug(id),
        span: at(n),
        number: None,
        title: spanned("Методический день".to_owned(), n),
        plain: None,
        deadline: None,
        responsible: None,
        indicator: None,
        result: None,
        pairings: Vec::new(),
        as_printed: Vec::new(),
        remark: None,
        status: Status::default(),
        schools: Vec::new(),
        people: Vec::new(),
    }
}

/// An event with all of its cells.
pub fn full(id: &str, n: u32) -> Event {
    Event {
        deadline: Some(deadline("май", [month(2023, 5)], n)),
        responsible: Some(responsible("РУО", &[Role::Authority], n)),
        indicator: Some(indicator("Приказ", &[GoalKind::Artefact], n)),
        ..event(id, n)
    }
}

pub fn titled(id: &str, title: &str, n: u32) -> Event {
    Event {
        title: spanned(title.to_owned(), n),
        plain: None,
        ..event(id, n)
    }
}

pub fn numbered(id: &str, number: &str, n: u32) -> Event {
    Event {
        number: Some(spanned(number.to_owned(), n)),
        ..event(id, n)
    }
}

pub fn dated(id: &str, deadline: Spanned<Deadline>) -> Event {
    Event {
        deadline: Some(deadline),
        ..event(id, 4)
    }
}

/// An event with a bare status; its word stands at place `n`.
pub fn status(id: &str, word: StatusWord, n: u32) -> Event {
    Event {
        status: Status {
            word,
            span: Some(at(n)),
            ..Status::default()
        },
        ..event(id, 4)
    }
}

pub fn proof(link: &str, n: u32) -> Proof {
    Proof {
        title: "Справка".to_owned(),
        link: Some(link.to_owned()),
        span: at(n),
        date: None,
    }
}

pub fn deadline<const N: usize>(words: &str, whens: [When; N], n: u32) -> Spanned<Deadline> {
    spanned(
        Deadline::from(DeadlineCell {
            verbatim: words.to_owned(),
            whens: whens.into(),
        }),
        n,
    )
}

pub fn when(kind: WhenKind, first: Option<Date>, last: Option<Date>) -> When {
    When {
        words: "срок".to_owned(),
        kind,
        first,
        last,
    }
}

pub fn month(year: i16, month: i8) -> When {
    let first = date(year, month, 1);
    when(WhenKind::Month, Some(first), Some(first.last_of_month()))
}

pub fn pairing(words: &str, n: u32) -> Pairing {
    Pairing {
        deadline: deadline(words, [], n),
        schools: Vec::new(),
        people: Vec::new(),
        topic: None,
    }
}

pub fn indicator(words: &str, kinds: &[GoalKind], n: u32) -> Spanned<Indicator> {
    let goal = |kind: &GoalKind| Goal {
        words: words.to_owned(),
        kind: *kind,
        comparator: Comparator::Exactly,
        target: None,
        base: None,
        per: None,
    };
    spanned(
        Indicator::from(IndicatorCell {
            verbatim: words.to_owned(),
            goals: kinds.iter().map(goal).collect(),
        }),
        n,
    )
}

pub fn responsible(words: &str, roles: &[Role], n: u32) -> Spanned<Responsible> {
    let party = |role: &Role| Party {
        words: words.to_owned(),
        role: *role,
        body: None,
        people: Vec::new(),
        schools: Vec::new(),
    };
    spanned(
        Responsible::from(ResponsibleCell {
            verbatim: words.to_owned(),
            parties: roles.iter().map(party).collect(),
        }),
        n,
    )
}

/// A group of the search vocabulary; its words stand at this place and the ones after it.
pub fn forms(words: &[&str], n: u32) -> WordGroup {
    WordGroup {
        span: at(n),
        words: words
            .iter()
            .zip(n..)
            .map(|(word, n)| spanned((*word).to_owned(), n))
            .collect(),
    }
}

/// Everyday words with the words of documents, which stand behind them.
pub fn everyday(said: &[&str], documents: &[&str], n: u32) -> Everyday {
    Everyday {
        said: forms(said, n),
        documents: forms(documents, n + said.len() as u32).words,
        shown: Some("вежливые слова".to_owned()),
    }
}
