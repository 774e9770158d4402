//! What each stage costs on a dozen municipalities of the generated corpus: `cargo bench`, or `cargo bench -- pages` for
//! some of them. What whole portals of growing size cost, `benches/country` says.

#[path = "../tests/corpus/mod.rs"]
mod corpus;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use divan::counter::{BytesCount, ItemsCount};
use divan::{Bencher, black_box};
use jiff::civil::{Date, date};
use shnor_portal::build::{self, embedded};
use shnor_portal::check;
use shnor_portal::content::{self, ReadFile, meaning};
use shnor_portal::export::calendar;
use shnor_portal::files::disk::read_tree;
use shnor_portal::files::sources::{SourceFile, Sources};
use shnor_portal::model::place::territory::Territory;
use shnor_portal::model::portal::Portal;
use shnor_portal::model::prose::Prose;
use shnor_portal::render::{self, Context, Edition, Theme};
use shnor_portal::site::Site;
use shnor_portal::site::page::{PageKey, PlacePage};

use corpus::seeds::Seeds;

fn main() {
    divan::main();
}

/// Municipalities that are measured.
const MUNICIPALITIES: usize = 12;

const TODAY: Date = date(2026, 11, 22);

/// The content of the repository and some municipalities.
static SOURCES: LazyLock<Sources> = LazyLock::new(|| {
    let real = read_tree(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/content")))
        .expect("the repository has its content");
    let mut files: BTreeMap<String, Vec<u8>> = real
        .iter()
        .map(|(_, file)| (file.path.clone(), file.bytes().into_owned()))
        .collect();
    let texts = files
        .iter()
        .filter_map(|(path, bytes)| Some((path.clone(), str::from_utf8(bytes).ok()?.to_owned())));
    let seeds = Seeds::new(&texts.collect());
    files.extend((0..MUNICIPALITIES).flat_map(|number| corpus::everything_of(&seeds, 1, number)));
    let files = files
        .into_iter()
        .map(|(path, bytes)| SourceFile::new(path, bytes));
    Sources::new("content", files.collect())
});

static READ: LazyLock<Vec<ReadFile>> = LazyLock::new(|| read(&SOURCES));

static PORTAL: LazyLock<Portal> = LazyLock::new(|| content::portal(&*READ, territories(&READ)).0);

static SITE: LazyLock<Site> = LazyLock::new(|| Site::new(&PORTAL));

static THEME: LazyLock<Theme> = LazyLock::new(|| {
    Theme::new(&embedded::default_theme(), &Sources::default()).expect("the theme compiles")
});

static EDITION: LazyLock<Edition> = LazyLock::new(|| Edition {
    today: TODAY,
    base_url: Some("https://portal.example/".to_owned()),
    generator: "shnor-portal".to_owned(),
});

fn read(sources: &Sources) -> Vec<ReadFile> {
    sources
        .iter()
        .map(|(id, file)| content::file(id, file).0)
        .collect()
}

fn territories(files: &[ReadFile]) -> Vec<Territory> {
    content::by_territory(files)
        .into_iter()
        .filter_map(|(path, files)| content::territory(&path, &files).0)
        .collect()
}

fn context() -> Context<'static> {
    let mut context = Context::new(&PORTAL, &SITE, &THEME, &EDITION);
    context.sources = Some(&SOURCES);
    context
}

/// Files to tables, tables to values, with everything that can be wrong in one file.
#[divan::bench]
fn reading(bencher: Bencher) {
    let bytes: usize = SOURCES.iter().map(|(_, file)| file.bytes().len()).sum();
    bencher
        .counter(BytesCount::new(bytes))
        .bench(|| read(black_box(&SOURCES)));
}

/// Values to territories: cells are understood here.
#[divan::bench]
fn understanding(bencher: Bencher) {
    bencher
        .counter(ItemsCount::new(PORTAL.event_count()))
        .bench(|| territories(black_box(&READ)));
}

/// All rules.
#[divan::bench]
fn checking(bencher: Bencher) {
    bencher
        .counter(ItemsCount::new(PORTAL.event_count()))
        .bench(|| {
            let portal = black_box(&*PORTAL);
            let places = portal.territories.iter();
            let found = places
                .flat_map(|place| check::territory(portal, &SITE, place, Some(TODAY)))
                .count();
            found + check::whole(portal, &SITE, Some(TODAY)).len()
        });
}

/// Which pages there are.
#[divan::bench]
fn map(bencher: Bencher) {
    bencher
        .counter(ItemsCount::new(SITE.pages().len()))
        .bench(|| Site::new(black_box(&PORTAL)));
}

/// Pages of a kind, one after another on one thread.
#[divan::bench(args = KINDS, sample_count = 10)]
fn pages(bencher: Bencher, kind: &str) {
    let context = context();
    let keys: Vec<&PageKey> = SITE
        .pages()
        .iter()
        .filter(|key| kind_of(key) == Some(kind))
        .take(64)
        .collect();
    bencher
        .counter(ItemsCount::new(keys.len()))
        .bench_local(|| {
            keys.iter()
                .map(|key| {
                    render::page(&context, key)
                        .map_or(0, |page| page.html.map_or(0, |html| html.len()))
                })
                .sum::<usize>()
        });
}

/// Kinds of pages by the kind of what they show.
const KINDS: &[&str] = &[
    "home", "plan", "event", "school", "news", "document", "practice",
];

fn kind_of(key: &PageKey) -> Option<&'static str> {
    Some(match key {
        PageKey::Practice(_) => "practice",
        PageKey::Place(_, PlacePage::Home) => "home",
        PageKey::Place(_, PlacePage::Plan(_)) => "plan",
        PageKey::Place(_, PlacePage::Event(_)) => "event",
        PageKey::Place(_, PlacePage::School(_)) => "school",
        PageKey::Place(_, PlacePage::NewsItem(_)) => "news",
        PageKey::Place(_, PlacePage::Document(_)) => "document",
        _ => return None,
    })
}

/// What all pages share.
#[divan::bench]
fn preparing_pages() -> Context<'static> {
    context()
}

/// The files of the search index.
#[divan::bench(sample_count = 10)]
fn search_index(bencher: Bencher) {
    let understood = build::understood(&SOURCES);
    bencher
        .counter(ItemsCount::new(understood.events()))
        .bench(|| understood.index());
}

/// All calendars.
#[divan::bench(sample_count = 10)]
fn calendars(bencher: Bencher) {
    let publishing = calendar::Publishing {
        today: TODAY,
        address: None,
        revision: &calendar::unrevised,
    };
    bencher
        .counter(ItemsCount::new(PORTAL.event_count()))
        .bench_local(|| calendar::files(black_box(&PORTAL), &publishing));
}

/// Cells of plans as they are printed.
fn cells(
    role: fn(&shnor_portal::model::plan::roadmap::Event) -> Option<&str>,
) -> Vec<&'static str> {
    PORTAL
        .territories
        .iter()
        .flat_map(|territory| &territory.plans)
        .flat_map(|plan| plan.events())
        .filter_map(role)
        .collect()
}

/// «апрель 2023 года» to days.
#[divan::bench]
fn deadlines(bencher: Bencher) {
    let mut plans = PORTAL.territories.iter().flat_map(|one| &one.plans);
    let period = &plans.next().expect("the content has plans").period;
    let cells = cells(|event| Some(event.deadline.as_ref()?.value.verbatim.as_str()));
    bencher.counter(ItemsCount::new(cells.len())).bench(|| {
        for cell in &cells {
            black_box(meaning::deadline(cell, period));
        }
    });
}

/// «100% школ приняли участие» to a goal.
#[divan::bench]
fn indicators(bencher: Bencher) {
    let cells = cells(|event| Some(event.indicator.as_ref()?.value.verbatim.as_str()));
    bencher.counter(ItemsCount::new(cells.len())).bench(|| {
        for cell in &cells {
            black_box(meaning::indicator(cell));
        }
    });
}

/// Texts of news and practices to HTML, links and words of the glossary among them.
#[divan::bench]
fn markdown(bencher: Bencher) {
    let context = context();
    let news = PORTAL.territories.iter().flat_map(|one| &one.news);
    let practices = PORTAL.territories.iter().flat_map(|one| &one.practices);
    let texts: Vec<&Prose> = news
        .map(|item| &item.text)
        .chain(practices.map(|practice| &practice.text))
        .collect();
    let bytes: usize = texts.iter().map(|text| text.markdown.len()).sum();
    bencher.counter(BytesCount::new(bytes)).bench_local(|| {
        for text in &texts {
            black_box(render::text_in_file(&context, text, "lenta.xml"));
        }
    });
}
