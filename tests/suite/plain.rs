//! The plan in plain Russian: our retelling stands beside the words of the documents, reads easily and is never taken
//! for them.

use std::collections::BTreeMap;

use shnor_portal::model::plan::roadmap::{Event, Roadmap};
use shnor_portal::model::portal::Portal;

use crate::harness::{Built, Content, words};

const PLAN: &str = "38-irkutskaya/zhigalovskiy/plans/2023.toml";
const PLAN_PAGE: &str = "38-irkutskaya/zhigalovskiy/plan/2023/index.html";
const EVENT_PAGE: &str = "38-irkutskaya/zhigalovskiy/plan/2023/m02/index.html";
const LINE: &str =
    "Выбрать кураторов, чтобы они помогали советами школам, которым нужна поддержка.";
const OFFICIAL: &str = "Определение кураторов ШНОР для оказания методической помощи";
const MARK: &str = "Простыми словами — пересказ портала";

fn plans(portal: &Portal) -> impl Iterator<Item = &Roadmap> {
    portal.territories.iter().flat_map(|place| &place.plans)
}

fn events(portal: &Portal) -> impl Iterator<Item = &Event> {
    plans(portal).flat_map(Roadmap::events)
}

/// Content without any retelling.
fn untold() -> Content {
    let mut content = Content::real();
    let files: Vec<String> = content
        .sources()
        .iter()
        .map(|(_, file)| file.path.clone())
        .filter(|path| path.contains("/plans/"))
        .collect();
    for path in files {
        let text = content.text(&path);
        let kept: Vec<&str> = text
            .lines()
            .filter(|line| !line.starts_with("plain = "))
            .collect();
        content.put(&path, kept.join("\n"));
    }
    content
}

#[test]
fn every_plan_and_every_measure_is_retold_briefly() {
    let portal = Content::real().portal();
    let of_plans = plans(&portal).map(|plan| (plan.id.to_string(), &plan.plain));
    let of_events = events(&portal).map(|event| (event.title.value.clone(), &event.plain));
    let mut lengths = Vec::new();
    for (name, plain) in of_plans.chain(of_events) {
        let line = &plain.as_ref().unwrap_or_else(|| panic!("{name}")).value;
        assert!(line.ends_with('.'), "{line}");
        let words = line
            .split_whitespace()
            .filter(|word| word.contains(char::is_alphanumeric));
        lengths.push(words.count());
    }
    assert_eq!(lengths.len(), 147);
    let (sum, longest) = (lengths.iter().sum::<usize>(), lengths.iter().max());
    assert!(
        sum <= 14 * lengths.len(),
        "{sum} words in {} lines",
        lengths.len()
    );
    assert!(longest <= Some(&25), "{longest:?}");
}

#[test]
fn equal_cells_are_retold_equally() {
    let portal = Content::real().portal();
    let mut told: BTreeMap<String, &str> = BTreeMap::new();
    for event in events(&portal) {
        let line = event
            .plain
            .as_ref()
            .map_or("", |plain| plain.value.as_str());
        let title = event.title.value.to_lowercase();
        assert_eq!(*told.entry(title).or_insert(line), line);
    }
}

#[test]
fn our_own_texts_are_in_plain_russian() {
    let problems: Vec<String> = Content::real()
        .problems()
        .into_iter()
        .filter(|(_, problem)| problem.code.id.starts_with("П6"))
        .map(|(place, problem)| format!("{place}: {}", problem.message))
        .collect();
    assert!(problems.is_empty(), "{problems:#?}");
}

#[test]
fn officialese_and_hurtful_words_of_ours_are_reported_at_their_line() {
    let mut content = Content::real();
    content.change(
        PLAN,
        LINE,
        "В целях помощи слабым школам выбрать кураторов ШНОР.",
    );
    let codes: Vec<(&str, bool)> = content
        .problems()
        .iter()
        .filter(|(place, problem)| place.contains(PLAN) && problem.code.id.starts_with("П6"))
        .map(|(_, problem)| (problem.code.id, problem.is_error()))
        .collect();
    assert_eq!(
        codes,
        [("П602", false), ("П603", false), ("П604", false)],
        "warnings: the portal is published all the same"
    );
}

/// Words of a page without its title and menus.
fn read(site: &Built, path: &str) -> String {
    let text = site.text(path);
    words(&text[text.find("<main").expect("a page has its main part")..])
}

fn order(page: &str, first: &str, second: &str) {
    let place = |words: &str| {
        page.find(words)
            .unwrap_or_else(|| panic!("no «{words}» in {page}"))
    };
    assert!(place(first) < place(second), "«{first}» before «{second}»");
}

#[test]
fn pages_show_the_retelling_beside_the_words_of_the_document_and_say_whose_it_is() {
    let site = Content::real().build();
    let plan = read(&site, PLAN_PAGE);
    order(&plan, OFFICIAL, LINE);
    order(&plan, "План на 2023 год: советы и помощь школам", MARK);
    assert_eq!(plan.matches(MARK).count(), 1, "said once on a page");
    let event = read(&site, EVENT_PAGE);
    order(&event, LINE, MARK);
    order(&event, MARK, OFFICIAL);
    order(&event, OFFICIAL, "Слова документа");
    for (page, line) in [
        ("38-irkutskaya/zhigalovskiy/kalendar/index.html", LINE),
        ("kalendar/2023/04/index.html", LINE),
        (
            "38-irkutskaya/zhigalovskiy/shkoly/tuturskaya-shkola/index.html",
            "Провести в школах дни учёбы для учителей с приглашёнными экспертами.",
        ),
    ] {
        let words = read(&site, page);
        assert!(words.contains(line), "{page}: {words}");
        assert_eq!(words.matches(MARK).count(), 1, "{page}");
        assert!(site.text(page).contains("data-retelling"), "{page}");
    }
}

/// Pages that gather measures of several plans show both, since a journalist compares.
#[test]
fn lists_over_several_plans_keep_the_words_of_the_documents() {
    let site = Content::real().build();
    let words = read(&site, "38-irkutskaya/zhigalovskiy/kuratory/index.html");
    order(&words, LINE, OFFICIAL);
}

fn retellings(site: &Built) -> Vec<&str> {
    let paths = site.paths().into_iter();
    paths
        .filter(|path| path.ends_with(".html"))
        .filter(|path| {
            let text = site.text(path);
            text.contains("data-retelling") || text.contains("пересказ портала;")
        })
        .collect()
}

#[test]
fn where_nothing_is_retold_nothing_is_said_about_it() {
    let content = untold();
    assert!(content.errors().is_empty(), "the key may be left out");
    let site = content.build();
    assert_eq!(retellings(&site), [""; 0]);
    assert!(
        site.words("kalendar/2023/04/index.html").contains(OFFICIAL),
        "lists show the words of the document"
    );
    assert!(retellings(&Content::real().build()).len() > 150);
}

#[test]
fn a_retelling_is_text() {
    let mut content = Content::real();
    content.change(PLAN, LINE, "<b>Куратор</b> {{ 1 }}.");
    let site = content.build();
    for page in [PLAN_PAGE, EVENT_PAGE, "kalendar/2023/04/index.html"] {
        assert!(
            site.words(page).contains("<b>Куратор</b> {{ 1 }}."),
            "{page}"
        );
        assert!(!site.text(page).contains("<b>Куратор"), "{page}");
    }
}

#[test]
fn open_data_hold_the_retelling() {
    let mut content = Content::real();
    content.change(PLAN, LINE, "=Куратор.");
    let site = content.build();
    let table = site.text("dannye/sobytiya.csv");
    let mut rows = csv::Reader::from_reader(table.as_bytes());
    let header = rows.headers().expect("a header").clone();
    let plain = header.iter().position(|name| name == "plain");
    let plain = plain.expect("a column");
    let cells: Vec<String> = rows
        .records()
        .map(|row| row.expect("a row")[plain].to_owned())
        .collect();
    assert_eq!(cells.len(), 141);
    assert!(cells.iter().all(|cell| !cell.is_empty()));
    assert!(
        cells.contains(&"'=Куратор.".to_owned()),
        "no formula for a spreadsheet"
    );
    let json: serde_json::Value =
        serde_json::from_str(site.text("dannye/v1/events.json")).expect("JSON");
    let told = json["events"].as_array().expect("a list").iter();
    assert_eq!(
        told.filter(|event| event["plain"] == "=Куратор.").count(),
        1
    );
}
