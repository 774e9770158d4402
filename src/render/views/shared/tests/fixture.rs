//! A small portal: two regions, one of them with a plan of its own, two municipalities, deadlines of every kind.

use jiff::civil::{Date, date};

use crate::diag::span::{Span, Spanned};
use crate::files::sources::SourceId;
use crate::model::id::{EventRef, Reference, Slug, TerritoryPath};
use crate::model::place::authority::{Authority, Contact};
use crate::model::place::person::{Person, Post};
use crate::model::place::school::{School, SchoolCategory};
use crate::model::place::section::SectionNote;
use crate::model::place::territory::{PlaceNames, Territory};
use crate::model::plan::deadline::{Deadline, DeadlineCell, Every, When, WhenKind};
use crate::model::plan::period::Period;
use crate::model::plan::responsible::{Responsible, ResponsibleCell};
use crate::model::plan::roadmap::{Event, Roadmap, Section};
use crate::model::plan::status::{Proof, Status, StatusWord};
use crate::model::portal::{Portal, Settings};
use crate::model::prose::Prose;
use crate::model::record::document::{Document, Signatory};
use crate::model::record::news::NewsItem;
use crate::model::record::practice::{Collection, Practice};
use crate::model::reference::{InfoPage, Meaning, Question, RiskFactor, Term};

const SPAN: Span = Span {
    source: SourceId(0),
    start: 0,
    end: 0,
};

/// The portal.
pub fn portal() -> Portal {
    Portal {
        settings: Settings {
            title: "Портал".to_owned(),
            email: None,
            news_stale_days: 31,
            disabled_checks: Vec::new(),
            ..Settings::default()
        },
        territories: vec![
            gornaya().into(),
            territory("38-tayozhnaya", None, "Таёжная область").into(),
            lesnoy().into(),
            rechnoy().into(),
        ],
        terms: terms(),
        risks: vec![RiskFactor {
            id: slug("ovz"),
            span: SPAN,
            name: "Высокая доля обучающихся с ОВЗ".to_owned(),
            plain: Some("Нужны особые условия.".to_owned()),
            confirmed: false,
        }],
        questions: vec![
            question("chto-takoe", "Что такое ШНОР?", "О школе"),
            question("kuda", "Куда обратиться?", "Куда обращаться"),
            question("zakroyut-li", "Её закроют?", "О школе"),
        ],
        collections: vec![Collection {
            id: slug("sbornik"),
            span: SPAN,
            title: "Сборник 2023 года".to_owned(),
            year: Some("2023".to_owned()),
            intro: prose("Практики подряд."),
            practices: vec![reference(slug("vebinar")), reference(slug("nastavnik"))],
        }],
        pages: vec![
            info("o-portale", "О портале"),
            info("metodika", "Методика"),
            info("dannye", "Открытые данные"),
        ],
        ..Portal::default()
    }
}

fn lesnoy() -> Territory {
    let path = "38-tayozhnaya";
    Territory {
        schools: vec![
            school("lesnaya-1", "МБОУ Лесная СОШ №1", Some("МБОУ")),
            school("bolotnaya", "Болотная школа", None),
        ],
        people: vec![Person {
            id: slug("ivanova-ii"),
            span: SPAN,
            name: "Иванова И.И.".to_owned(),
            aliases: Vec::new(),
            school: None,
            posts: vec![Post {
                title: "директор".to_owned(),
                source: "приказ".to_owned(),
            }],
        }],
        documents: vec![order()],
        plans: vec![plan("2023", Period::calendar_year(2023), every_kind())],
        practices: vec![Practice {
            schools: vec![reference(slug("lesnaya-1"))],
            people: vec![reference(slug("ivanova-ii"))],
            risks: vec![reference(slug("ovz"))],
            facts: vec![("goal", "чтобы уроки стали понятнее".to_owned())],
            steps: vec!["встреча".to_owned()],
            ..practice("nastavnik", "Наставник для учителя", "m04")
        }],
        news: vec![news("2023-03-30-plan", date(2023, 3, 30), "План утверждён")],
        notes: vec![
            SectionNote {
                text: Prose::default(),
                empty_reason: Some("Итоги ещё не подводили".to_owned()),
                stated_by: Some("начальник управления".to_owned()),
                stated_on: Some(date(2023, 5, 1)),
                ..note("itogi")
            },
            note("roditelyam"),
            SectionNote {
                review_by: Some(date(2023, 5, 1)),
                ..note("monitoring")
            },
        ],
        ..territory(path, Some("lesnoy"), "Лесной район")
    }
}

fn rechnoy() -> Territory {
    let period = Period::school_year(2022);
    let january = when(WhenKind::OpenEnded, Some(date(2023, 1, 1)), None);
    let events = vec![
        ("Без конца", vec![january]),
        (
            "Всё время",
            vec![when(
                WhenKind::Continuous,
                Some(period.first),
                Some(period.last),
            )],
        ),
    ];
    Territory {
        plans: vec![plan("2022-2023", period, numbered(events))],
        news: vec![news("2022-09-01-nachalo", date(2022, 9, 1), "Начало года")],
        ..territory("38-tayozhnaya", Some("rechnoy"), "Речной округ")
    }
}

fn gornaya() -> Territory {
    let mut events = numbered(vec![("Апрельская встреча", vec![month(2023, 4)])]);
    events[0].status = Status {
        word: StatusWord::Done,
        proofs: vec![Proof {
            title: "Протокол".to_owned(),
            link: None,
            span: SPAN,
            date: None,
        }],
        ..Status::default()
    };
    Territory {
        plans: vec![plan("2023", Period::calendar_year(2023), events)],
        practices: vec![practice("vebinar", "Вебинар для школ", "m01")],
        ..territory("04-gornaya", None, "Горная республика")
    }
}

/// Deadlines of every kind. The fourth event has a responsible cell with an abbreviation.
fn every_kind() -> Vec<Event> {
    use WhenKind::*;
    let (first, last) = (date(2023, 1, 1), date(2023, 12, 31));
    let between = |kind, from: (i8, i8), to: (i8, i8)| {
        when(
            kind,
            Some(date(2023, from.0, from.1)),
            Some(date(2023, to.0, to.1)),
        )
    };
    let all_year = |kind| when(kind, Some(first), Some(last));
    let mut events = numbered(vec![
        (
            "Отчёт до даты",
            vec![when(Until, None, Some(date(2023, 4, 1)))],
        ),
        ("В один день", vec![between(Day, (4, 15), (4, 15))]),
        (
            "В несколько дней",
            vec![between(DayRange, (4, 20), (5, 20))],
        ),
        ("Весь апрель", vec![month(2023, 4)]),
        ("Лето в школе", vec![between(MonthRange, (4, 1), (8, 31))]),
        ("Две встречи", vec![month(2023, 4), month(2023, 9)]),
        ("Первый квартал", vec![between(YearPart, (1, 1), (3, 31))]),
        ("В течение года", vec![all_year(WithinYear)]),
        ("Каждый месяц", vec![all_year(Recurring(Every::Month))]),
        (
            "Каждый октябрь",
            vec![all_year(Recurring(Every::YearUntil { month: 10, day: 1 }))],
        ),
        ("По графику", vec![when(BySchedule, None, None)]),
        ("По запросу", vec![when(Conditional, None, None)]),
        ("Неясный срок", Vec::new()),
        ("Без срока", Vec::new()),
        (
            "Дни и месяц",
            vec![between(DayRange, (4, 20), (4, 21)), month(2023, 10)],
        ),
    ]);
    events[13].deadline = None;
    for (event, words) in [(3, "Руководители МО"), (4, "МОУО <всех> районов & школ")]
    {
        let responsible = Responsible::from(ResponsibleCell {
            verbatim: words.to_owned(),
            parties: Vec::new(),
        });
        events[event].responsible = Some(Spanned::new(responsible, SPAN));
    }
    events
}

fn numbered(events: Vec<(&str, Vec<When>)>) -> Vec<Event> {
    let event = |(index, (title, whens)): (usize, (&str, Vec<When>))| {
        let verbatim = format!("срок «{title}»").to_lowercase();
        Event {
            id: slug(&format!("m{:02}", index + 1)),
            span: SPAN,
            number: None,
            title: Spanned::new(title.to_owned(), SPAN),
            plain: None,
            deadline: Some(Spanned::new(
                Deadline::from(DeadlineCell { verbatim, whens }),
                SPAN,
            )),
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
    };
    events.into_iter().enumerate().map(event).collect()
}

fn when(kind: WhenKind, first: Option<Date>, last: Option<Date>) -> When {
    When {
        words: "слова".to_owned(),
        kind,
        first,
        last,
    }
}

fn month(year: i16, month: i8) -> When {
    let first = date(year, month, 1);
    when(WhenKind::Month, Some(first), Some(first.last_of_month()))
}

fn plan(id: &str, period: Period, events: Vec<Event>) -> Roadmap {
    Roadmap {
        id: slug(id),
        span: SPAN,
        title: format!("План мероприятий\nна {}", period.words()),
        plain: None,
        period,
        period_span: SPAN,
        approved_by: Some(reference(slug("114"))),
        approval_stamp: None,
        preamble: None,
        columns: Vec::new(),
        sections: vec![Section {
            numeral: None,
            title: None,
            goal: None,
            tasks_heading: None,
            tasks: Vec::new(),
            events,
        }],
    }
}

fn territory(region: &str, municipality: Option<&str>, name: &str) -> Territory {
    let case = |from: &str, to: &str| name.replace("ой р", from).replace("айон", to);
    let authority = municipality.map(|_| Authority {
        name: "Управление образования".to_owned(),
        short: None,
        aliases: Vec::new(),
        head: None,
        registration: Vec::new(),
        contact: Contact::default(),
    });
    let path = TerritoryPath {
        region: slug(region),
        municipality: municipality.map(slug),
    };
    let empty = Territory::new(
        path,
        SPAN,
        PlaceNames {
            name: name.to_owned(),
            of: case("ого р", "айона"),
            in_place: format!("в {}", case("ом р", "айоне")),
        },
        "район".to_owned(),
    );
    Territory { authority, ..empty }
}

fn order() -> Document {
    Document {
        id: slug("114"),
        span: SPAN,
        kind: "приказ".to_owned(),
        level: "муниципальный".to_owned(),
        number: Some(Spanned::new("114".to_owned(), SPAN)),
        date: Some(Spanned::new(date(2023, 3, 30), SPAN)),
        date_verbatim: None,
        other_dates: Vec::new(),
        issuer: "Управление образования".to_owned(),
        place: None,
        title: "О плане".to_owned(),
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

fn school(id: &str, name: &str, legal_form: Option<&str>) -> School {
    School {
        id: slug(id),
        span: SPAN,
        name: name.to_owned(),
        aliases: Vec::new(),
        legal_form: legal_form.map(str::to_owned),
        level: None,
        head: None,
        contacts: Vec::new(),
        site: None,
        address: None,
        categories: vec![SchoolCategory {
            year: "2023".to_owned(),
            category: "ШНОР".to_owned(),
            source: "приказ".to_owned(),
        }],
        source: None,
    }
}

fn practice(id: &str, title: &str, event: &str) -> Practice {
    Practice {
        id: slug(id),
        span: SPAN,
        title: title.to_owned(),
        kind: "наставничество".to_owned(),
        level: "муниципальный".to_owned(),
        year: "2023".to_owned(),
        summary: format!("{title}: как это устроено."),
        events: vec![reference(EventRef {
            plan: slug("2023"),
            event: slug(event),
        })],
        schools: Vec::new(),
        people: Vec::new(),
        risks: Vec::new(),
        status: "описана в плане".to_owned(),
        steps: Vec::new(),
        facts: Vec::new(),
        text: prose("Сказано в плане."),
    }
}

fn news(id: &str, day: Date, title: &str) -> NewsItem {
    NewsItem {
        id: slug(id),
        span: SPAN,
        date: day,
        title: title.to_owned(),
        summary: "Одно предложение.".to_owned(),
        documents: Vec::new(),
        events: Vec::new(),
        schools: Vec::new(),
        text: prose("Текст."),
    }
}

fn note(section: &str) -> SectionNote {
    SectionNote {
        section: section.to_owned(),
        span: SPAN,
        title: None,
        source: None,
        text: prose("Текст раздела."),
        empty_reason: None,
        stated_by: None,
        stated_on: None,
        review_by: None,
    }
}

fn terms() -> Vec<Term> {
    let lesnoy = TerritoryPath {
        region: slug("38-tayozhnaya"),
        municipality: Some(slug("lesnoy")),
    };
    let meaning = |text: &str, scope: Vec<TerritoryPath>, confirmed| Meaning {
        text: text.to_owned(),
        scope,
        scope_places: Vec::new(),
        source: Some("план, мероприятие 1".to_owned()),
        confirmed,
    };
    let term = |id: &str, abbr: &str, meanings| Term {
        id: slug(id),
        span: SPAN,
        abbr: Some(abbr.to_owned()),
        name: None,
        forms: Vec::new(),
        group: "Органы".to_owned(),
        plain: Some("Простое объяснение.".to_owned()),
        meanings,
    };
    let association = meaning("методическое объединение", vec![lesnoy], true);
    let municipality = meaning("муниципальное образование", Vec::new(), false);
    vec![
        term(
            "shnor",
            "ШНОР",
            vec![meaning("школы с поддержкой", Vec::new(), true)],
        ),
        term("mo", "МО", vec![association, municipality]),
        term("mouo", "МОУО", Vec::new()),
    ]
}

fn question(id: &str, title: &str, group: &str) -> Question {
    Question {
        id: slug(id),
        span: SPAN,
        title: title.to_owned(),
        group: group.to_owned(),
        answer: prose("Ответ."),
        review_by: None,
    }
}

fn info(id: &str, title: &str) -> InfoPage {
    InfoPage {
        id: slug(id),
        span: SPAN,
        title: title.to_owned(),
        description: format!("О чём страница «{title}»."),
        text: prose("Текст страницы."),
        review_by: None,
    }
}

fn prose(markdown: &str) -> Prose {
    Prose {
        markdown: markdown.to_owned(),
        ..Prose::default()
    }
}

fn slug(id: &str) -> Slug {
    Slug::parse(id).expect("an id of the fixture")
}

fn reference<T>(to: T) -> Reference<T> {
    Reference { to, span: SPAN }
}
