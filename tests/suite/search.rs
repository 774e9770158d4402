//! Quality of the search on judged queries, asked as the command line and the page ask: the index of the repository's own
//! content, ranked lists of addresses, nDCG@10.

use std::collections::BTreeMap;

use jiff::civil::date;
use serde::Deserialize;
use shnor_portal::build::{self, Searchable};
use shnor_portal::search::index::Parts;
use shnor_portal::search::query::filter::{Facet, Filters};
use shnor_portal::search::query::{self, Answer, Query};

use crate::harness::Content;

/// A searchable portal.
pub struct Engine {
    searchable: Searchable,
    files: BTreeMap<String, usize>,
}

impl Engine {
    /// The index of some content.
    pub fn of(content: &Content) -> Engine {
        Engine::in_parts(content, None)
    }

    /// The index of some content, of one part or of several whatever its size.
    fn in_parts(content: &Content, parts: Option<Parts>) -> Engine {
        let (searchable, _) = build::searchable_in(&content.sources(), parts);
        let files = searchable.files.iter().enumerate();
        Engine {
            files: files.map(|(at, file)| (file.path.clone(), at)).collect(),
            searchable,
        }
    }

    /// Asks on 22 November 2026.
    pub fn ask(&self, text: &str, limit: usize, chosen: Vec<(Facet, String)>) -> Answer {
        let read = |path: &str| Some(self.searchable.files[*self.files.get(path)?].bytes.clone());
        let query = Query {
            text,
            filters: Filters { chosen },
            today: date(2026, 11, 22),
            literal: false,
            limit,
        };
        query::search(&read, &self.searchable.analyzer, &query).expect("there is an index")
    }
}

#[derive(Deserialize)]
struct Judged {
    queries: Vec<JudgedQuery>,
}

#[derive(Deserialize)]
struct JudgedQuery {
    id: String,
    class: String,
    query: String,
    relevant: Vec<Relevant>,
    #[serde(default)]
    filter: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct Relevant {
    document: String,
    what: String,
    #[serde(default)]
    ordinal: usize,
    title: String,
    grade: u32,
}

const FOLDERS: [(&str, &str); 5] = [
    ("A", "38-irkutskaya/zhigalovskiy"),
    ("B", "38-irkutskaya/ziminskoe"),
    ("C", "10-kareliya/kemskiy"),
    ("D", "04-altay"),
    ("E", "70-tomskaya/pervomayskiy"),
];

/// Address of everything that is judged: of a municipality, its plans, and its events in the order of the documents.
struct Addresses(BTreeMap<&'static str, (Vec<String>, Vec<String>)>);

impl Addresses {
    fn new(content: &Content) -> Addresses {
        let portal = content.portal();
        let of = |folder: &str| {
            let place = portal
                .territories
                .iter()
                .find(|place| place.path.to_string() == folder)
                .expect("a territory of the content");
            let mut plans: Vec<_> = place.plans.iter().collect();
            plans.sort_by_key(|plan| plan.period.first);
            let addresses = plans
                .iter()
                .map(|plan| format!("/{folder}/plan/{}/", plan.id));
            let events = plans.iter().flat_map(|plan| {
                plan.events()
                    .map(move |event| format!("/{folder}/plan/{}/{}/", plan.id, event.id))
            });
            (addresses.collect(), events.collect())
        };
        Addresses(
            FOLDERS
                .iter()
                .map(|(letter, folder)| (*letter, of(folder)))
                .collect(),
        )
    }

    fn of(&self, relevant: &Relevant) -> String {
        let (plans, events) = &self.0[relevant.document.as_str()];
        match relevant.what.as_str() {
            "event" => events[relevant.ordinal - 1].clone(),
            "municipality" => {
                let folder = FOLDERS
                    .iter()
                    .find(|(letter, _)| *letter == relevant.document);
                format!("/{}/", folder.expect("a document A–E").1)
            }
            // The methodical plan of document E is its first one; all others are judged by the last.
            _ if relevant.title.starts_with("План метод") => plans[0].clone(),
            _ => plans.last().expect("a plan").clone(),
        }
    }
}

fn ndcg(found: &[String], relevant: &BTreeMap<String, u32>) -> f64 {
    let gain = |(place, grade): (usize, u32)| f64::from(grade) / (place as f64 + 2.0).log2();
    let got = found
        .iter()
        .take(10)
        .map(|url| relevant.get(url).copied().unwrap_or(0));
    let got: f64 = got.enumerate().map(gain).sum();
    let mut best: Vec<u32> = relevant.values().copied().collect();
    best.sort_unstable_by(|a, b| b.cmp(a));
    let best: f64 = best.into_iter().take(10).enumerate().map(gain).sum();
    got / best
}

/// Mean nDCG@10 of a file of queries, of each class, and the queries without an answer. With `SHOW` set in the
/// environment, queries below that figure are printed.
fn quality(file: &str, parts: Parts) -> (f64, BTreeMap<String, f64>, Vec<String>) {
    let content = Content::real();
    let engine = Engine::in_parts(&content, Some(parts));
    let addresses = Addresses::new(&content);
    let text = std::fs::read_to_string(file).expect("judged queries");
    let judged: Judged = serde_json::from_str(&text).expect("judged queries");
    let shown: f64 = std::env::var("SHOW")
        .ok()
        .and_then(|s| s.parse().ok())
        .unwrap_or(0.0);
    let mut classes: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    let mut empty = Vec::new();
    for asked in judged.queries {
        let facet = |name: &str| {
            Facet::ALL
                .into_iter()
                .find(|facet| facet.name() == name || (name == "month" && *facet == Facet::Month))
        };
        let chosen = asked.filter.iter();
        let chosen = chosen.filter_map(|(name, value)| Some((facet(name)?, value.clone())));
        let answer = engine.ask(&asked.query, 400, chosen.collect());
        // Only what was judged counts: pages of other kinds are skipped.
        let found: Vec<String> = answer
            .results
            .iter()
            .filter(|result| ["event", "plan", "municipality"].contains(&result.kind.as_str()))
            .map(|result| result.url.clone())
            .collect();
        let relevant = asked
            .relevant
            .iter()
            .map(|one| (addresses.of(one), one.grade))
            .collect();
        let figure = ndcg(&found, &relevant);
        if figure < shown {
            println!(
                "{figure:.2} {} «{}» {:?}",
                asked.id,
                asked.query,
                answer
                    .interpreted
                    .iter()
                    .map(|i| format!("{}:{}→{}", i.how, i.from, i.to))
                    .collect::<Vec<_>>()
            );
            for url in found.iter().take(5) {
                println!(
                    "        got  {} {url}",
                    relevant.get(url).copied().unwrap_or(0)
                );
            }
            for (url, grade) in relevant.iter().filter(|(_, grade)| **grade > 1) {
                let place = found.iter().position(|found| found == url).map(|at| at + 1);
                println!("        want {grade} {url} at {place:?}");
            }
        }
        if found.is_empty() {
            empty.push(asked.id.clone());
        }
        classes.entry(asked.class).or_default().push(figure);
    }
    let all: Vec<f64> = classes.values().flatten().copied().collect();
    let mean = |figures: &[f64]| figures.iter().sum::<f64>() / figures.len() as f64;
    let by_class = classes
        .iter()
        .map(|(class, figures)| (class.clone(), mean(figures)));
    let by_class: BTreeMap<String, f64> = by_class.collect();
    println!(
        "{file}: {:.3} {:?}",
        mean(&all),
        by_class
            .iter()
            .map(|(c, f)| format!("{c} {f:.2}"))
            .collect::<Vec<_>>()
    );
    (mean(&all), by_class, empty)
}

/// Every class must be served, and no query may go without an answer.
fn is_good(file: &str, wanted: f64, parts: Parts) {
    let (all, classes, empty) = quality(file, parts);
    assert!(empty.is_empty(), "{file}: without an answer: {empty:?}");
    assert!(all >= wanted, "{file}: {all:.3} is below {wanted}");
    let poor: Vec<_> = classes
        .iter()
        .filter(|(_, figure)| **figure < 0.8)
        .collect();
    assert!(poor.is_empty(), "{file}: {poor:?}");
}

#[test]
fn judged_queries_are_answered_well() {
    is_good("tests/search/queries.json", 0.92, Parts::One);
}

#[test]
fn queries_of_a_second_author_are_answered_well() {
    is_good("tests/search/queries-own.json", 0.91, Parts::One);
}

/// The way a whole country is searched, held to the same judgements: first its own index, then the likeliest regions.
#[test]
fn judged_queries_are_answered_well_by_regions() {
    is_good("tests/search/queries.json", 0.9, Parts::Regions);
}

#[test]
fn what_was_understood_otherwise_is_said() {
    let engine = Engine::of(&Content::real());
    let told = |query: &str| {
        let answer = engine.ask(query, 10, Vec::new());
        let told = answer.interpreted.into_iter();
        told.map(|one| (one.how, one.from, one.to))
            .collect::<Vec<_>>()
    };
    let one = |how, from: &str, to: &str| vec![(how, from.to_owned(), to.to_owned())];
    assert_eq!(
        told("djqyf"),
        told("война")
            .into_iter()
            .chain(one("layout", "djqyf", "война"))
            .collect::<Vec<_>>()
    );
    assert_eq!(told("шкоал"), one("typo", "шкоал", "школа"));
    assert!(
        told("двоечники")
            .iter()
            .any(|(how, from, _)| *how == "everyday" && from == "двоечники")
    );
    assert!(told("родительское собрание").is_empty());
}

#[test]
fn names_numbers_and_dates_lead_to_their_measures() {
    let engine = Engine::of(&Content::real());
    let finds = |query: &str, url: &str| {
        let answer = engine.ask(query, 10, Vec::new());
        let urls: Vec<&str> = answer
            .results
            .iter()
            .map(|result| result.url.as_str())
            .collect();
        assert!(
            urls.iter().any(|found| found.starts_with(url)),
            "{query}: {urls:?}"
        );
    };
    finds("Нетесовой", "/38-irkutskaya/zhigalovskiy/");
    finds("ytntcjdf", "/38-irkutskaya/zhigalovskiy/");
    finds("№ 191", "/38-irkutskaya/ziminskoe/");
    finds("114-од", "/38-irkutskaya/zhigalovskiy/");
    finds("в Зиме", "/38-irkutskaya/ziminskoe/");
    finds("20-21 апреля", "/70-tomskaya/pervomayskiy/plan/2023/");
    finds("«Зачем нужно учиться?»", "/10-kareliya/kemskiy/plan/2023/");
}

#[test]
fn choices_leave_only_what_fits() {
    let engine = Engine::of(&Content::real());
    let chosen = vec![
        (Facet::Region, "Томская область".to_owned()),
        (Facet::Kind, "event".to_owned()),
        (Facet::Month, "апрель".to_owned()),
    ];
    let answer = engine.ask("", 1000, chosen);
    assert!(answer.total > 3, "{}", answer.total);
    for result in &answer.results {
        assert!(result.url.starts_with("/70-tomskaya/"), "{}", result.url);
        assert_eq!(result.kind, "event");
    }
}

#[test]
fn hostile_queries_do_nothing_bad() {
    let engine = Engine::of(&Content::real());
    let long = "ы".repeat(10_000);
    for query in [
        long.as_str(),
        ".*(a+)+$",
        "<script>alert(1)</script>",
        "😀😀",
        "\u{0}\u{202e}",
        "\"",
        "«",
        "   ",
    ] {
        let answer = engine.ask(query, 10, Vec::new());
        assert!(answer.results.len() <= 10);
    }
}

#[test]
fn an_edit_of_a_cell_rewrites_few_files() {
    let before = Engine::of(&Content::real());
    let mut content = Content::real();
    content.change(
        "10-kareliya/kemskiy/plans/2023.toml",
        "Подведение итогов реализации Плана",
        "Подведение итогов исполнения Плана",
    );
    let after = Engine::of(&content);
    let names = |engine: &Engine| {
        engine
            .files
            .keys()
            .cloned()
            .collect::<std::collections::BTreeSet<_>>()
    };
    let (old, new) = (names(&before), names(&after));
    let written = new.difference(&old).count();
    assert!(written * 4 < new.len(), "{written} of {}", new.len());
}

#[test]
fn a_large_portal_is_searched_by_regions() {
    let engine = Engine::of(&crate::corpus::content_of(44));
    assert!(
        engine
            .files
            .keys()
            .any(|path| path.starts_with("poisk/i/38-irkutskaya/")),
        "the portal is large enough to have parts"
    );
    // A name that one municipality has is found from anywhere.
    let first = |query: &str, chosen: Vec<(Facet, String)>| {
        let answer = engine.ask(query, 10, chosen);
        let urls: Vec<String> = answer
            .results
            .into_iter()
            .map(|result| result.url)
            .collect();
        urls
    };
    let urls = first("Калиненко", Vec::new());
    assert!(
        urls[0].starts_with("/38-irkutskaya/zhigalovskiy/"),
        "{urls:?}"
    );
    // Common words are answered, each page once.
    let urls = first("мониторинг", Vec::new());
    let different: std::collections::BTreeSet<_> = urls.iter().collect();
    assert_eq!((urls.len(), different.len()), (10, 10), "{urls:?}");
    // A region that is chosen is searched whole.
    let region = vec![(Facet::Region, "Республика Алтай".to_owned())];
    let urls = first("вебинар", region);
    assert!(
        urls.iter()
            .all(|url| url.starts_with("/04-altay/") || url.starts_with("/praktiki/")),
        "{urls:?}"
    );
    assert!(
        urls.iter().any(|url| url == "/04-altay/plan/2023/m03/"),
        "{urls:?}"
    );
}
