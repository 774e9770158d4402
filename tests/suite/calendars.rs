//! What a parent, a curator and a journalist find in calendars and feeds.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use jiff::civil::date;
use shnor_portal::export::calendar::{Publishing, file, files, unrevised};
use shnor_portal::export::feeds::news;
use shnor_portal::model::history::Revision;
use shnor_portal::model::id::{EventRef, Slug, TerritoryPath};
use shnor_portal::model::place::territory::Territory;
use shnor_portal::model::plan::dated::dates;
use shnor_portal::model::portal::Portal;
use shnor_portal::render::Edition;
use shnor_portal::site::calendars::{Calendar, calendars};

use crate::harness::{Built, Content, edition};

const PLAN: &str = "38-irkutskaya/zhigalovskiy/plans/2023.toml";
const PLACE: &str = "38-irkutskaya/zhigalovskiy";

/// A property of a calendar or event: its name with parameters, and its value as a program reads it.
type Properties = BTreeMap<String, String>;

/// The calendar's own properties and its events, read as RFC 5545 says.
fn read(ics: &str) -> (Properties, Vec<Properties>) {
    assert!(ics.ends_with("END:VCALENDAR\r\n"), "an end");
    let mut own = Properties::new();
    let mut events: Vec<Properties> = Vec::new();
    let mut inside = false;
    for line in ics.replace("\r\n ", "").split("\r\n") {
        let Some((name, value)) = line.split_once(':') else {
            continue;
        };
        match (name, value) {
            ("BEGIN", "VEVENT") => {
                inside = true;
                events.push(Properties::new());
            }
            ("END", "VEVENT") => inside = false,
            ("BEGIN" | "END", _) => {}
            _ => {
                let text = value
                    .replace("\\n", "\n")
                    .replace("\\,", ",")
                    .replace("\\;", ";")
                    .replace("\\\\", "\\");
                let place = match inside {
                    true => events.last_mut().expect("an event has begun"),
                    false => &mut own,
                };
                assert_eq!(place.insert(name.to_owned(), text), None, "{name} twice");
            }
        }
    }
    (own, events)
}

fn based() -> Edition {
    Edition {
        base_url: Some("https://portal.example/".to_owned()),
        ..edition()
    }
}

fn events(site: &Built, path: &str) -> Vec<Properties> {
    read(site.text(path)).1
}

/// Without a history, at an address.
fn publishing() -> Publishing<'static> {
    Publishing {
        today: date(2026, 11, 22),
        address: Some("https://portal.example/"),
        revision: &unrevised,
    }
}

/// One calendar without the pages of the site around it.
fn calendar(portal: &Portal, calendar: &Calendar) -> (Properties, Vec<Properties>) {
    let ics = file(portal, calendar, &publishing());
    read(std::str::from_utf8(&ics).expect("text"))
}

fn place(path: &str) -> TerritoryPath {
    TerritoryPath::parse(path).expect("a path")
}

/// One event of the real plan of Zhigalovo with these lines added.
fn changed(id: &str, lines: &str) -> Vec<Properties> {
    let mut content = Content::real();
    let row = format!("id = \"{id}\"\n");
    content.change(PLAN, &row, &format!("{row}{lines}"));
    let errors = content.errors();
    assert!(errors.is_empty(), "{errors:#?}");
    calendar(&content.portal(), &Calendar::Place(place(PLACE))).1
}

fn of_event<'a>(events: &'a [Properties], id: &str) -> Vec<&'a Properties> {
    let own = |event: &&Properties| {
        let name = event["UID"].split(['@', '#']).next();
        name.is_some_and(|name| name.ends_with(&format!("/{id}")))
    };
    events.iter().filter(own).collect()
}

/// What stands in a calendar and what is left out of it, together.
fn told(portal: &Portal, calendar: &Calendar) -> (BTreeSet<String>, usize) {
    let entries = calendar.entries(portal);
    let dated = entries.iter().filter(|entry| entry.is_dated());
    let names = dated.map(|entry| format!("{}/{}", entry.territory.path, entry.reference()));
    let names: BTreeSet<String> = names.collect();
    let left_out = entries.iter().filter(|entry| !entry.is_dated()).count();
    (names, left_out)
}

#[test]
fn every_event_stands_in_the_calendars_it_belongs_to_or_is_counted() {
    let portal = Content::real().portal();
    assert_eq!(portal.event_count(), 141);
    let (whole, left_out) = told(&portal, &Calendar::Portal);
    assert_eq!(whole.len() + left_out, 141);
    let mut places = (BTreeSet::new(), 0);
    for one in calendars(&portal) {
        let (wanted, left_out) = told(&portal, &one);
        let (own, events) = calendar(&portal, &one);
        let found: BTreeSet<String> = events
            .iter()
            .map(|event| {
                let name = event["UID"].split(['@', '#']).next();
                name.expect("a name").to_owned()
            })
            .collect();
        assert_eq!(found, wanted, "{one:?}");
        if left_out > 0 {
            let said = &own["X-WR-CALDESC"];
            assert!(
                said.contains(&format!(" {left_out} мероприят")),
                "{one:?}: {said}"
            );
        }
        assert_eq!(own["DESCRIPTION"], own["X-WR-CALDESC"]);
        if let Calendar::Place(_) = one {
            places.0.extend(wanted);
            places.1 += left_out;
        }
    }
    assert_eq!(places, (whole, left_out), "places together are the portal");
    for territory in &portal.territories {
        for event in territory.plans.iter().flat_map(|plan| plan.events()) {
            let dated = event.deadline.as_ref().is_some_and(|d| d.value.is_dated());
            assert_eq!(dated, !dates(event).is_empty(), "{}", event.id);
            for school in &event.schools {
                let calendar = Calendar::School(territory.path.clone(), school.clone());
                let named = calendar.entries(&portal);
                assert!(named.iter().any(|entry| std::ptr::eq(entry.event, event)));
            }
        }
    }
}

#[test]
fn a_month_is_its_last_day_and_the_title_says_so() {
    let portal = Content::real().portal();
    let all = calendar(&portal, &Calendar::Place(place(PLACE))).1;
    let curators = of_event(&all, "m02");
    assert_eq!(curators.len(), 1);
    let event = curators[0];
    assert_eq!(
        event["UID"],
        "38-irkutskaya/zhigalovskiy/2023/m02@shnor-portal.example"
    );
    assert_eq!(event["DTSTART;VALUE=DATE"], "20230430");
    assert_eq!(event["DTEND;VALUE=DATE"], "20230501");
    assert_eq!(
        event["SUMMARY"],
        "Выбрать кураторов, чтобы они помогали советами школам, которым нужна поддержка — до 30 апреля"
    );
    for words in [
        "Так в документе: Определение кураторов ШНОР для оказания методической помощи",
        "Сроки реализации: апрель 2023 года",
        "Исполнители: Муниципальный координатор Нетесова Л.В.",
        "Показатель реализации: 100% ШНОР назначены кураторы",
        "Подробнее: https://portal.example/38-irkutskaya/zhigalovskiy/plan/2023/#m02",
    ] {
        assert!(event["DESCRIPTION"].contains(words), "{words}: {event:?}");
    }
    assert_eq!(
        event["URL"],
        "https://portal.example/38-irkutskaya/zhigalovskiy/plan/2023/#m02"
    );
    assert_eq!(event["TRANSP"], "TRANSPARENT");
    assert_eq!(event["STATUS"], "CONFIRMED");
    // No history: as first published, on the day the plan was approved.
    assert_eq!(event["SEQUENCE"], "0");
    assert_eq!(event["DTSTAMP"], "20230330T000000Z");
    assert!(!event.contains_key("LAST-MODIFIED"));
}

#[test]
fn a_school_gets_only_the_month_that_the_plan_gives_it() {
    let portal = Content::real().portal();
    let days = |one: &Calendar| -> Vec<String> {
        of_event(&calendar(&portal, one).1, "m12")
            .iter()
            .map(|event| event["DTSTART;VALUE=DATE"].clone())
            .collect()
    };
    assert_eq!(
        days(&Calendar::Place(place(PLACE))),
        ["20230430", "20231031", "20231130", "20231231"]
    );
    let id = Slug::parse("dalnezagorskaya-srednyaya-shkola").expect("an identifier");
    let school = Calendar::School(place(PLACE), id);
    assert_eq!(days(&school), ["20231231"]);
    let own = calendar(&portal, &school).1;
    assert!(of_event(&own, "m12")[0]["UID"].ends_with("/2023/m12#4@shnor-portal.example"));
}

#[test]
fn what_became_of_a_measure_is_told() {
    let all = changed(
        "m02",
        "status = \"выполнено\"\nstatus_date = 2023-04-28\nfact = \"Назначены семь кураторов\"\n",
    );
    let event = of_event(&all, "m02")[0];
    assert!(
        event["SUMMARY"].starts_with("Сделано: Выбрать"),
        "{event:?}"
    );
    let said = &event["DESCRIPTION"];
    assert!(
        said.contains("Сделано 28 апреля 2023 г.: Назначены семь кураторов"),
        "{said}"
    );
    assert!(said.contains("Подтверждение не приложено"), "{said}");

    let all = changed("m02", "status = \"отменено\"\nstatus_date = 2023-04-28\n");
    let event = of_event(&all, "m02")[0];
    assert_eq!(event["STATUS"], "CANCELLED");
    assert!(event["SUMMARY"].starts_with("Отменено: "), "{event:?}");

    let moved = "status = \"перенесено\"\nmoved_to = \"сентябрь 2023 года\"\n";
    let all = changed("m02", moved);
    let event = of_event(&all, "m02")[0];
    assert_eq!(event["DTSTART;VALUE=DATE"], "20230930");
    assert!(event["SUMMARY"].starts_with("Перенесено: "), "{event:?}");
    assert!(event["SUMMARY"].ends_with("до 30 сентября"), "{event:?}");
    assert!(event["DESCRIPTION"].contains("Новый срок: сентябрь 2023 года"));

    let unclear = "status = \"перенесено\"\nmoved_to = \"после ремонта\"\n";
    let all = changed("m02", unclear);
    let event = of_event(&all, "m02")[0];
    assert_eq!(event["DTSTART;VALUE=DATE"], "20230430");
    assert!(event["DESCRIPTION"].contains("Новый срок: после ремонта"));
}

#[test]
fn history_gives_the_number_and_the_time_of_a_change() {
    let portal = Content::real().portal();
    let modified: Timestamp = "2023-06-01T10:20:30+08:00".parse().expect("a time");
    let revision = |territory: &Territory, event: &EventRef| match (
        territory.path.to_string().as_str(),
        event.event.as_str(),
    ) {
        (PLACE, "m02") => Revision {
            sequence: 3,
            modified: Some(modified),
        },
        _ => Revision::default(),
    };
    let publishing = Publishing {
        address: None,
        revision: &revision,
        ..publishing()
    };
    let ics = file(&portal, &Calendar::Place(place(PLACE)), &publishing);
    let (own, events) = read(std::str::from_utf8(&ics).expect("text"));
    let event = of_event(&events, "m02")[0];
    for (name, value) in [
        ("SEQUENCE", "3"),
        ("LAST-MODIFIED", "20230601T022030Z"),
        ("DTSTAMP", "20230601T022030Z"),
    ] {
        assert_eq!(event[name], value);
    }
    assert_eq!(own["LAST-MODIFIED"], "20230601T022030Z");
    // Without an address there is nothing to link to, and the calendar says so.
    assert!(!event.contains_key("URL") && !own.contains_key("URL"));
    assert!(own["DESCRIPTION"].contains("Ссылок на страницы портала здесь нет"));
    let again = files(&portal, &publishing);
    assert!(again == files(&portal, &publishing));
}

#[test]
fn a_page_leads_to_its_calendar() {
    let site = Content::real().build_with(&based());
    for (page, file) in [
        (
            "38-irkutskaya/zhigalovskiy/kalendar/index.html",
            "38-irkutskaya/zhigalovskiy/kalendar.ics",
        ),
        (
            "38-irkutskaya/zhigalovskiy/shkoly/rudovskaya-sosh/index.html",
            "38-irkutskaya/zhigalovskiy/shkoly/rudovskaya-sosh/kalendar.ics",
        ),
        ("kalendar/index.html", "kalendar.ics"),
        (
            "praktiki/sbornik-2023/index.html",
            "praktiki/sbornik-2023/kalendar.ics",
        ),
    ] {
        let html = site.text(page);
        assert!(
            html.contains(&format!("href=\"webcal://portal.example/{file}\"")),
            "{page}"
        );
        assert!(html.contains("type=\"text/calendar\""), "{page}");
        assert!(
            html.contains("kalendar/podpiska/\"") || html.contains("podpiska/\""),
            "{page}"
        );
    }
    let help = site.words("kalendar/podpiska/index.html");
    for words in [
        "iPhone и iPad",
        "Google Календарь",
        "Яндекс Календарь",
        "не обновляется",
    ] {
        assert!(help.contains(words), "{words}");
    }
}

#[test]
fn a_portal_without_an_address_offers_files_only() {
    let mut content = Content::real();
    content.change(
        "portal.toml",
        "address = \"https://shnor-portal.example/\"",
        "# address",
    );
    let site = content.build();
    let page = site.text("38-irkutskaya/zhigalovskiy/kalendar/index.html");
    assert!(!page.contains("webcal:") && page.contains("href=\"../kalendar.ics\" download"));
    let events = events(&site, "38-irkutskaya/zhigalovskiy/kalendar.ics");
    assert!(events[0]["UID"].ends_with("@shnor-portal"), "{events:?}");
    let feed = site.text("38-irkutskaya/zhigalovskiy/novosti/lenta.xml");
    assert!(
        feed.contains("<link rel=\"alternate\" type=\"text/html\" href=\"./\"/>"),
        "{feed}"
    );
}

const NEWS: &str = "38-irkutskaya/zhigalovskiy/news";

fn feed(site: &Built, path: &str) -> serde_json::Value {
    serde_json::from_str(site.text(path)).expect("JSON")
}

#[test]
fn news_are_feeds_of_the_portal_of_places_and_of_schools_they_name() {
    let mut content = Content::real();
    for day in 1..=28 {
        for month in [1, 2] {
            content.put(
                &format!("{NEWS}/2024-{month:02}-{day:02}-vest.md"),
                format!("+++\ndate = 2024-{month:02}-{day:02}\ntitle = \"Весть & <b>\"\nsummary = \"Сказано.\"\nschools = [\"rudovskaya-sosh\"]\n+++\nСлово 1 < 2, [план](/38-irkutskaya/zhigalovskiy/plan/2023/).\n"),
            );
        }
    }
    let errors = content.errors();
    assert!(errors.is_empty(), "{errors:#?}");
    let site = content.build_with(&based());
    let own = feed(&site, "38-irkutskaya/zhigalovskiy/novosti/lenta.json");
    let items = own["items"].as_array().expect("items");
    assert_eq!(items.len(), 50);
    assert_eq!(items[0]["date_published"], "2024-02-28T00:00:00Z");
    assert_eq!(items[0]["title"], "Весть & <b>");
    assert_eq!(items[0]["content_text"], "Слово 1 < 2, план.");
    assert_eq!(
        items[0]["content_html"],
        "<p>Слово 1 &lt; 2, <a href=\"https://portal.example/38-irkutskaya/zhigalovskiy/plan/2023/\">план</a>.</p>\n"
    );
    assert_eq!(
        items[0]["id"],
        "tag:shnor-portal,2026:38-irkutskaya/zhigalovskiy/novosti/2024-02-28-vest/"
    );
    let atom = site.text("38-irkutskaya/zhigalovskiy/novosti/lenta.xml");
    assert_eq!(atom.matches("<entry>").count(), 50);
    assert!(
        atom.contains("<title>Весть &amp; &lt;b&gt;</title>"),
        "{atom}"
    );
    assert!(atom.contains("<updated>2024-02-28T00:00:00Z</updated>"));
    let school = feed(
        &site,
        "38-irkutskaya/zhigalovskiy/shkoly/rudovskaya-sosh/lenta.json",
    );
    assert_eq!(school["items"].as_array().map(Vec::len), Some(50));
    assert!(
        !site
            .paths()
            .contains(&"38-irkutskaya/zhigalovskiy/shkoly/zhigalovskaya-sosh-1/lenta.xml")
    );
    let all = feed(&site, "novosti/lenta.json");
    assert_eq!(all["items"][1]["title"], "Жигаловский район: Весть & <b>");
    let page = site.text("38-irkutskaya/zhigalovskiy/shkoly/rudovskaya-sosh/index.html");
    assert!(page.contains("type=\"application/atom+xml\" title=\"Новости: "));
}

#[test]
fn names_of_news_survive_a_new_address() {
    let portal = Content::real().portal();
    let ids = |address| {
        let publishing = news::Publishing {
            today: date(2026, 11, 22),
            address: Some(address),
            html: &|_, _| String::new(),
        };
        let files = news::files(&portal, &publishing);
        let file = files.iter().find(|file| file.path == "novosti/lenta.json");
        let feed: serde_json::Value =
            serde_json::from_slice(&file.expect("a feed").bytes).expect("JSON");
        let items = feed["items"].as_array().expect("items").clone();
        assert!(
            items[0]["url"]
                .as_str()
                .is_some_and(|url| url.starts_with(address))
        );
        items
            .iter()
            .map(|item| item["id"].clone())
            .collect::<Vec<_>>()
    };
    let here = ids("https://a.example/");
    assert_eq!(here.len(), 5);
    assert_eq!(here, ids("https://b.example/portal/"));
}
