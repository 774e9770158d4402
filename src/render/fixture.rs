//! A small portal made by hand, for the tests of `render`: one region with nothing of its own, one municipality with
//! everything, one region with a plan.

use jiff::civil::{Date, date};

use crate::diag::span::{Span, Spanned};
use crate::files::sources::{SourceFile, SourceId, Sources};
use crate::model::id::{EventRef, Reference, Slug, TerritoryPath};
use crate::model::place::authority::{Authority, Body, Contact};
use crate::model::place::person::{Curator, Person, Post};
use crate::model::place::school::{School, SchoolCategory};
use crate::model::place::section::SectionNote;
use crate::model::place::territory::{PlaceNames, Territory};
use crate::model::plan::deadline::{Deadline, DeadlineCell, Every, When, WhenKind};
use crate::model::plan::indicator::{Comparator, Goal, GoalKind, Indicator, IndicatorCell, Number};
use crate::model::plan::period::Period;
use crate::model::plan::responsible::{Party, Responsible, ResponsibleCell, Role};
use crate::model::plan::roadmap::{Column, ColumnRole, Event, Pairing, Roadmap, Section};
use crate::model::plan::status::{Proof, Status, StatusWord};
use crate::model::portal::{Portal, Settings};
use crate::model::prose::{Heading, Prose};
use crate::model::record::document::{Document, OtherDate, Point, Signatory};
use crate::model::record::news::NewsItem;
use crate::model::record::practice::Practice;
use crate::model::record::program::{PartKind, PassportRow, Program, ProgramPart};
use crate::model::record::working_group::{Member, WorkingGroup};
use crate::model::reference::{Meaning, Question, Term};
use crate::render::edition::Edition;
use crate::render::theme::Theme;

/// A span that points nowhere in particular.
pub fn span() -> Span {
    Span::start_of(SourceId(0))
}

/// An identifier.
pub fn slug(text: &str) -> Slug {
    Slug::parse(text).expect("a fixture has good identifiers")
}

fn spanned<T>(value: T) -> Spanned<T> {
    Spanned::new(value, span())
}

fn to(id: &str) -> Reference<Slug> {
    Reference {
        to: slug(id),
        span: span(),
    }
}

/// A text with its headings.
pub fn prose(markdown: &str) -> Prose {
    let headings = markdown
        .lines()
        .filter_map(|line| line.strip_prefix('#'))
        .enumerate()
        .map(|(index, line)| Heading {
            text: line.trim_start_matches(['#', ' ']).to_owned(),
            anchor: format!("zagolovok-{index}"),
        });
    Prose {
        markdown: markdown.to_owned(),
        headings: headings.collect(),
        ..Prose::default()
    }
}

/// The theme of the program, from its own folder.
pub fn theme() -> Theme {
    static FOLDER: include_dir::Dir<'_> =
        include_dir::include_dir!("$CARGO_MANIFEST_DIR/themes/default");
    fn collect(folder: &include_dir::Dir<'_>, files: &mut Vec<SourceFile>) {
        for file in folder.files() {
            let path = file.path().to_string_lossy().replace('\\', "/");
            files.push(SourceFile::new(path, file.contents()));
        }
        folder.dirs().for_each(|inner| collect(inner, files));
    }
    let mut files = Vec::new();
    collect(&FOLDER, &mut files);
    Theme::new(&Sources::new("", files), &Sources::default()).expect("the default theme compiles")
}

/// An edition of a day.
pub fn edition(today: Date) -> Edition {
    Edition {
        today,
        base_url: Some("https://portal.example/".to_owned()),
        generator: "portal 0.1.0".to_owned(),
    }
}

/// The path of the municipality.
pub fn zhigalovskiy() -> TerritoryPath {
    TerritoryPath {
        region: slug("38-irkutskaya"),
        municipality: Some(slug("zhigalovskiy")),
    }
}

/// The whole portal.
pub fn portal() -> Portal {
    let mut region = empty_territory("38-irkutskaya", None, "Иркутская область");
    region.kind = "область".to_owned();
    let mut altay = empty_territory("04-altay", None, "Республика Алтай");
    altay.plans = vec![Roadmap {
        approved_by: None,
        sections: vec![year_long_section()],
        ..plan()
    }];
    Portal {
        settings: Settings {
            title: "Поддержка школ".to_owned(),
            email: None,
            news_stale_days: 31,
            disabled_checks: Vec::new(),
            ..Settings::default()
        },
        territories: vec![altay.into(), region.into(), municipality().into()],
        terms: vec![
            term(
                "shnor",
                "ШНОР",
                "школы с низкими образовательными результатами",
            ),
            term("ruo", "РУО", "управление"),
        ],
        questions: vec![Question {
            id: slug("chto-takoe"),
            span: span(),
            title: "Что такое ШНОР?".to_owned(),
            group: "О школе".to_owned(),
            answer: prose("Ответ."),
            review_by: None,
        }],
        ..Portal::default()
    }
}

fn term(id: &str, abbr: &str, meaning: &str) -> Term {
    Term {
        id: slug(id),
        span: span(),
        abbr: Some(abbr.to_owned()),
        name: None,
        forms: Vec::new(),
        group: "Школы".to_owned(),
        plain: None,
        meanings: vec![Meaning {
            text: meaning.to_owned(),
            scope: Vec::new(),
            scope_places: Vec::new(),
            source: None,
            confirmed: true,
        }],
    }
}

fn empty_territory(region: &str, municipality: Option<&str>, name: &str) -> Territory {
    Territory::new(
        TerritoryPath {
            region: slug(region),
            municipality: municipality.map(slug),
        },
        span(),
        PlaceNames {
            name: name.to_owned(),
            of: name.to_owned(),
            in_place: format!("в {name}"),
        },
        "район".to_owned(),
    )
}

fn municipality() -> Territory {
    Territory {
        main_document: Some(to("114-od")),
        coordinator: Some(to("netesova-lv")),
        authority: Some(authority()),
        bodies: vec![Body {
            id: slug("iro"),
            name: "ИРО".to_owned(),
            full: None,
            aliases: Vec::new(),
            kind: "региональный институт".to_owned(),
            role: Role::RegionalInstitute,
        }],
        people: vec![
            person("netesova-lv", "Нетесова Л.В."),
            person("vlasova-mv", "Власова М.В."),
        ],
        schools: vec![
            school("sosh-1", "Жигаловская СОШ №1", "ШНОР"),
            school("sosh-2", "СОШ №2 п.Жигалово", "партнёр"),
        ],
        curators: vec![Curator {
            person: to("vlasova-mv"),
            schools: vec![to("sosh-1")],
            period: Some("2023 год".to_owned()),
            source: Some("приказ № 114- од".to_owned()),
        }],
        working_group: Some(working_group()),
        program: Some(program()),
        documents: documents(),
        plans: vec![plan()],
        practices: vec![practice()],
        news: vec![news()],
        notes: vec![reason("rekomendatsii"), note("monitoring")],
        ..empty_territory("38-irkutskaya", Some("zhigalovskiy"), "Жигаловский район")
    }
}

fn authority() -> Authority {
    Authority {
        name: "УПРАВЛЕНИЕ ОБРАЗОВАНИЯ".to_owned(),
        short: Some("РУО".to_owned()),
        aliases: Vec::new(),
        head: Some(to("netesova-lv")),
        registration: vec![("ИНН", "7012001001".to_owned())],
        contact: Contact {
            address: Some("Советская ул., 1".to_owned()),
            postcode: Some("636930".to_owned()),
            phones: vec!["8(38245) 2-28-83".to_owned(), "2-26-37".to_owned()],
            email: Some(spanned("pryو@mail.ru".to_owned())),
            site: Some("ruo.example.ru".to_owned()),
            ..Contact::default()
        },
    }
}

fn person(id: &str, name: &str) -> Person {
    Person {
        id: slug(id),
        span: span(),
        name: name.to_owned(),
        aliases: Vec::new(),
        school: None,
        posts: vec![Post {
            title: "муниципальный координатор ШНОР".to_owned(),
            source: "приказ № 114- од, п. 2".to_owned(),
        }],
    }
}

fn school(id: &str, name: &str, category: &str) -> School {
    School {
        id: slug(id),
        span: span(),
        name: name.to_owned(),
        aliases: vec!["школа №1".to_owned()],
        legal_form: None,
        level: Some("СОШ".to_owned()),
        head: None,
        contacts: vec![to("vlasova-mv")],
        site: None,
        address: None,
        categories: vec![SchoolCategory {
            year: "2023".to_owned(),
            category: category.to_owned(),
            source: "план, мероприятие 1".to_owned(),
        }],
        source: Some("план".to_owned()),
    }
}

fn working_group() -> WorkingGroup {
    WorkingGroup {
        span: span(),
        title: "состав муниципальной рабочей группы".to_owned(),
        approved_by: Some(to("114-od")),
        columns: vec!["п/п №".to_owned(), "ФИО".to_owned(), "Должность".to_owned()],
        members: vec![Member {
            number: Some("1.".to_owned()),
            name: "Нетесова Л.В,".to_owned(),
            post: "заместитель начальника – руководитель".to_owned(),
            person: Some(to("netesova-lv")),
            role: "руководитель".to_owned(),
            school: Some(to("sosh-1")),
        }],
    }
}

fn program() -> Program {
    let items = vec![
        "- обеспечить мониторинг;".to_owned(),
        "-расширить банк практик.".to_owned(),
    ];
    let part = |kind, heading: Option<&str>| ProgramPart {
        kind,
        heading: heading.map(str::to_owned),
        intro: Some("Первый абзац.\n\nВторой абзац.".to_owned()),
        items: vec!["1. первая задача".to_owned(), "  1.1 вложенная".to_owned()],
        outro: None,
    };
    Program {
        span: span(),
        title: "Паспорт программы".to_owned(),
        approved_by: Some(to("114-od")),
        period: Some(spanned("2023 год".to_owned())),
        rows: vec![
            PassportRow {
                label: "Наименование".to_owned(),
                value: spanned("Программа  на 2022 год".to_owned()),
                items: Vec::new(),
            },
            PassportRow {
                label: "Основные задачи".to_owned(),
                value: spanned(items.join(" ")),
                items,
            },
        ],
        parts: vec![
            part(PartKind::Facts, None),
            part(PartKind::Goals, Some("Цели и задачи")),
        ],
    }
}

fn documents() -> Vec<Document> {
    let cited = Document {
        id: slug("55-310-mr"),
        span: span(),
        kind: "распоряжение".to_owned(),
        level: "региональный".to_owned(),
        number: Some(spanned("55-310-мр".to_owned())),
        date: None,
        date_verbatim: None,
        other_dates: Vec::new(),
        issuer: "Министерство".to_owned(),
        place: None,
        title: "«О списках»".to_owned(),
        letterhead: None,
        heading: None,
        approval_stamp: None,
        preamble: None,
        order_word: None,
        basis: Vec::new(),
        points: Vec::new(),
        signatory: Signatory::default(),
        text_known: false,
        file: None,
        source: Some("приказ № 114- од".to_owned()),
    };
    let point = Point {
        number: "1.".to_owned(),
        text: "Школам разработать программы, в срок до 27 апреля.".to_owned(),
        deadline: Some(spanned(Deadline::from(DeadlineCell {
            verbatim: "в срок до 27 апреля".to_owned(),
            whens: vec![when(WhenKind::Until, None, Some(date(2023, 4, 27)))],
        }))),
        control: true,
        people: vec![to("netesova-lv")],
        schools: vec![to("sosh-1")],
    };
    let order = Document {
        id: slug("114-od"),
        kind: "приказ".to_owned(),
        level: "муниципальный".to_owned(),
        number: Some(spanned("114- од".to_owned())),
        date: Some(spanned(date(2023, 3, 30))),
        date_verbatim: Some("от 30.03.2023 г".to_owned()),
        other_dates: vec![OtherDate {
            date: date(2023, 3, 13),
            span: span(),
            citing: "раздел «Программа»".to_owned(),
        }],
        title: "Об утверждении плана поддержки ШНОР".to_owned(),
        letterhead: Some("УПРАВЛЕНИЕ\nОБРАЗОВАНИЯ".to_owned()),
        heading: Some("ПРИКАЗ\nЖАКАРУ".to_owned()),
        approval_stamp: Some("УТВЕРЖДЕН\nприказом".to_owned()),
        preamble: Some("В целях поддержки".to_owned()),
        order_word: Some("п р и к а з ы в а ю:".to_owned()),
        basis: vec![to("55-310-mr")],
        points: vec![point],
        signatory: Signatory {
            name: Some("Ю.Л.Богатова".to_owned()),
            post: Some("Начальник управления".to_owned()),
            person: Some(to("netesova-lv")),
        },
        text_known: true,
        source: None,
        ..cited.clone()
    };
    vec![order, cited]
}

fn practice() -> Practice {
    Practice {
        id: slug("metodicheskie-dni"),
        span: span(),
        title: "Методические дни".to_owned(),
        kind: "управленческая".to_owned(),
        level: "муниципальный".to_owned(),
        year: "2023".to_owned(),
        summary: "Специалисты выезжают в школы.".to_owned(),
        events: vec![Reference {
            to: EventRef {
                plan: slug("2023"),
                event: slug("m01"),
            },
            span: span(),
        }],
        schools: vec![to("sosh-1")],
        people: Vec::new(),
        risks: Vec::new(),
        status: "описана в плане".to_owned(),
        steps: Vec::new(),
        facts: Vec::new(),
        text: prose("Текст."),
    }
}

fn news() -> NewsItem {
    NewsItem {
        id: slug("2023-03-30-plan"),
        span: span(),
        date: date(2023, 3, 30),
        title: "Утверждён план на 2023 год".to_owned(),
        summary: "Утверждён план для ШНОР.".to_owned(),
        documents: vec![to("114-od")],
        events: vec![Reference {
            to: EventRef {
                plan: slug("2023"),
                event: slug("m01"),
            },
            span: span(),
        }],
        schools: vec![to("sosh-1")],
        text: prose(
            "[План](/38-irkutskaya/zhigalovskiy/plan/2023/#m02) принят.\n\n```toml\nid = \"m01\"\n```\n",
        ),
    }
}

fn note(section: &str) -> SectionNote {
    SectionNote {
        section: section.to_owned(),
        span: span(),
        title: Some("О мониторинге".to_owned()),
        source: Some("план".to_owned()),
        text: prose("## Как\n\nТак.\n\n### Подробно\n\nДа."),
        empty_reason: None,
        stated_by: None,
        stated_on: None,
        review_by: Some(date(2023, 12, 1)),
    }
}

fn reason(section: &str) -> SectionNote {
    SectionNote {
        title: None,
        source: None,
        text: Prose::default(),
        empty_reason: Some("Планом не предусмотрено".to_owned()),
        stated_by: Some("РУО".to_owned()),
        stated_on: Some(date(2023, 5, 2)),
        review_by: None,
        ..note(section)
    }
}

/// The plan of three sections.
pub fn plan() -> Roadmap {
    let column = |heading: &str, holds| Column {
        heading: heading.to_owned(),
        holds,
    };
    Roadmap {
        id: slug("2023"),
        span: span(),
        title: "План мероприятий\nпо поддержке ШНОР на 2023 год".to_owned(),
        plain: None,
        period: Period::calendar_year(2023),
        period_span: span(),
        approved_by: Some(to("114-od")),
        approval_stamp: Some("УТВЕРЖДЕН\nприказом РУО".to_owned()),
        preamble: Some("Вводный текст.".to_owned()),
        columns: vec![
            column("№ п/п", ColumnRole::Number),
            column("Мероприятие", ColumnRole::Title),
            column("Сроки реализации", ColumnRole::Deadline),
            column("Исполнители", ColumnRole::Responsible),
            column("Показатель реализации", ColumnRole::Indicator),
            column("Результат", ColumnRole::Result),
        ],
        sections: vec![first_section(), year_long_section(), last_section()],
    }
}

fn when(kind: WhenKind, first: Option<Date>, last: Option<Date>) -> When {
    When {
        words: String::new(),
        kind,
        first,
        last,
    }
}

fn deadline(verbatim: &str, whens: Vec<When>) -> Option<Spanned<Deadline>> {
    Some(spanned(Deadline::from(DeadlineCell {
        verbatim: verbatim.to_owned(),
        whens,
    })))
}

fn month(month: i8) -> When {
    let first = date(2023, month, 1);
    when(WhenKind::Month, Some(first), Some(first.last_of_month()))
}

fn event(id: &str, title: &str, deadline: Option<Spanned<Deadline>>) -> Event {
    Event {
        id: slug(id),
        span: span(),
        number: Some(spanned("1.".to_owned())),
        title: spanned(title.to_owned()),
        plain: None,
        deadline,
        responsible: Some(spanned(Responsible::from(ResponsibleCell {
            verbatim: "Муниципальный координатор Нетесова Л.В.".to_owned(),
            parties: vec![Party {
                words: "Муниципальный координатор Нетесова Л.В.".to_owned(),
                role: Role::Coordinator,
                body: None,
                people: vec!["netesova-lv".to_owned()],
                schools: vec!["sosh-1".to_owned()],
            }],
        }))),
        indicator: indicator("100% ШНОР  назначены кураторы", GoalKind::Share, Some(1000)),
        result: None,
        pairings: Vec::new(),
        as_printed: Vec::new(),
        remark: None,
        status: Status::default(),
        schools: vec![slug("sosh-1")],
        people: vec![slug("netesova-lv")],
    }
}

fn indicator(verbatim: &str, kind: GoalKind, target: Option<i64>) -> Option<Spanned<Indicator>> {
    let goal = Goal {
        words: verbatim.to_owned(),
        kind,
        comparator: Comparator::AtLeast,
        target: target.map(|thousandths| Number { thousandths }),
        base: Some("ШНОР".to_owned()),
        per: None,
    };
    Some(spanned(Indicator::from(IndicatorCell {
        verbatim: verbatim.to_owned(),
        goals: vec![goal],
    })))
}

fn first_section() -> Section {
    let paired = Event {
        pairings: vec![Pairing {
            deadline: spanned(Deadline::from(DeadlineCell {
                verbatim: "апрель".to_owned(),
                whens: vec![month(4)],
            })),
            schools: vec![to("sosh-1")],
            people: vec![to("vlasova-mv")],
            topic: Some("«Тема» <1>".to_owned()),
        }],
        remark: Some("Строка в документе разорвана.".to_owned()),
        as_printed: vec![
            (ColumnRole::Indicator, spanned("100% ШНОР".to_owned())),
            (ColumnRole::Result, spanned(String::new())),
        ],
        status: Status {
            word: StatusWord::Done,
            span: None,
            date: Some(date(2023, 5, 3)),
            fact: Some("Проведено".to_owned()),
            moved_to: None,
            moved_whens: Vec::new(),
            proofs: vec![Proof {
                title: "Протокол".to_owned(),
                link: Some("/38-irkutskaya/zhigalovskiy/dokumenty/114-od/".to_owned()),
                span: span(),
                date: None,
            }],
        },
        ..event(
            "m01",
            "Определение кураторов ШНОР  для помощи",
            deadline("апрель  октябрь", vec![month(4), month(10)]),
        )
    };
    Section {
        numeral: Some(spanned("I.".to_owned())),
        title: Some(spanned("Организационные мероприятия".to_owned())),
        goal: Some("Цель: помочь ШНОР".to_owned()),
        tasks_heading: Some("Задачи:".to_owned()),
        tasks: vec!["1. Первая".to_owned()],
        events: vec![
            paired,
            Event {
                indicator: indicator(
                    "не менее $\\frac{3}{4}$ коллектива",
                    GoalKind::Share,
                    Some(750),
                ),
                ..event(
                    "m02",
                    "Собеседование с командами\n- раз;\n- два",
                    deadline(
                        "до 01.04.2023 года",
                        vec![when(WhenKind::Until, None, Some(date(2023, 4, 1)))],
                    ),
                )
            },
        ],
    }
}

fn year_long_section() -> Section {
    let year = (Some(date(2023, 1, 1)), Some(date(2023, 12, 31)));
    let recurring = WhenKind::Recurring(Every::YearUntil { month: 10, day: 1 });
    Section {
        numeral: Some(spanned("II".to_owned())),
        title: Some(spanned("Методическое <сопровождение> & анализ".to_owned())),
        goal: None,
        tasks_heading: None,
        tasks: Vec::new(),
        events: vec![
            Event {
                indicator: None,
                ..event(
                    "m03",
                    "Работа с родителями",
                    deadline(
                        "в течение года",
                        vec![when(WhenKind::WithinYear, year.0, year.1)],
                    ),
                )
            },
            Event {
                indicator: indicator(
                    "Доля ШНОР, принявших участие",
                    GoalKind::ShareWithoutTarget,
                    None,
                ),
                ..event(
                    "m04",
                    "Обновление сайта",
                    deadline("Ежегодно до 01.10.", vec![when(recurring, year.0, year.1)]),
                )
            },
        ],
    }
}

fn last_section() -> Section {
    Section {
        numeral: Some(spanned("II".to_owned())),
        title: Some(spanned("Итоги".to_owned())),
        goal: None,
        tasks_heading: None,
        tasks: Vec::new(),
        events: vec![
            Event {
                number: None,
                responsible: None,
                schools: Vec::new(),
                ..event(
                    "m05",
                    "Анализ эффективности",
                    deadline("как получится", Vec::new()),
                )
            },
            event("m06", "Совещание", None),
        ],
    }
}

/// The address that a link on a page leads to.
pub fn resolved(address: &str, href: &str) -> String {
    let mut parts: Vec<&str> = address.split('/').collect();
    parts.pop();
    for part in href.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}
