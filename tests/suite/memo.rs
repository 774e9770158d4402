//! What a build remembers: a warm build gives the very bytes of a cold one, whatever was edited between, and renders
//! only pages that show what was edited.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use jiff::civil::date;
use shnor_portal::build::{self, Extras, Outcome, Part, Purpose, Run, Unwatched, embedded};
use shnor_portal::files::memo::Memo;
use shnor_portal::files::site_writer::{SiteWriter, Written};
use shnor_portal::files::sources::{SourceFile, Sources};
use shnor_portal::render::{Edition, Theme};
use tempfile::TempDir;

use crate::harness::{self, Content};

const PLAN: &str = "38-irkutskaya/zhigalovskiy/plans/2023.toml";
const NEWS: &str = "38-irkutskaya/zhigalovskiy/news/2023-03-30-utverzhden-plan-na-2023-god.md";
const EVENT: &str = "Формирование муниципальной рабочей группы";

const GLOSSARY: &str = "[[term]]\nid = \"shnor\"\nabbr = \"ШНОР\"\ngroup = \"Школы\"\nplain = \"Школы, которые получают поддержку.\"\n\n\
                        [[term.meaning]]\ntext = \"школы с низкими образовательными результатами\"\nsource = \"план\"\n";

/// One region with a glossary: the whole would take long, and what is remembered is the same.
fn content() -> Content {
    let mut content = Content::around(PLAN);
    content.put("glossary.toml", GLOSSARY);
    content
}

/// Pages, and small files of data: the others are made anew each time.
fn extras() -> Extras {
    Extras {
        purpose: Purpose::Preview,
        without: BTreeSet::from([Part::Search]),
        ..Extras::default()
    }
}

/// Everything a site is made from.
struct Desk {
    content: Content,
    theme: Theme,
    edition: Edition,
    program: u128,
}

impl Desk {
    fn new() -> Desk {
        Desk {
            content: content(),
            theme: harness::theme(),
            edition: harness::edition(),
            program: 1,
        }
    }

    /// The site built in memory, with nothing remembered.
    fn cold(&self) -> BTreeMap<String, Vec<u8>> {
        let (sources, extras) = (self.content.sources(), extras());
        let outcome = build::build_with(&sources, &self.theme, &self.edition, &extras, &|_, _| {});
        let files = outcome.expect("renders").artifacts.expect("no errors");
        files
            .into_iter()
            .map(|file| (file.path, file.bytes))
            .collect()
    }
}

/// A folder with a site and what is remembered of it.
struct Place {
    folder: TempDir,
    memo: Memo,
}

impl Place {
    fn new() -> Place {
        Place {
            folder: tempfile::tempdir().expect("a temporary folder"),
            memo: Memo::default(),
        }
    }

    fn build(&mut self, desk: &Desk) -> (Outcome, Written) {
        let memo = Some(self.memo.clone());
        let writer = SiteWriter::open(self.folder.path(), &[], memo).expect("opens");
        let run = Run {
            sink: &writer,
            watch: &Unwatched,
            program: desk.program,
        };
        let (sources, extras) = (desk.content.sources(), extras());
        let outcome = build::build_to(&sources, &desk.theme, &desk.edition, &extras, run);
        let outcome = outcome.expect("renders");
        if !outcome.made {
            return (outcome, Written::default());
        }
        let (written, memo) = writer.finish().expect("written");
        self.memo = memo;
        (outcome, written)
    }

    fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let walk = walkdir::WalkDir::new(self.folder.path()).into_iter();
        walk.filter_map(Result::ok)
            .filter(|entry| entry.file_type().is_file())
            .map(|entry| {
                let inside = entry
                    .path()
                    .strip_prefix(self.folder.path())
                    .expect("inside");
                let path = inside.to_str().expect("plain names").to_owned();
                (path, fs::read(entry.path()).expect("readable"))
            })
            .filter(|(path, _)| path != ".portal")
            .collect()
    }
}

/// Paths of pages whose bytes are not the same, or that are on one side only.
fn changed(
    before: &BTreeMap<String, Vec<u8>>,
    after: &BTreeMap<String, Vec<u8>>,
) -> BTreeSet<String> {
    let all = before.keys().chain(after.keys());
    let pages = all.filter(|path| path.ends_with(".html"));
    pages
        .filter(|path| before.get(*path) != after.get(*path))
        .cloned()
        .collect()
}

#[track_caller]
fn same(warm: &BTreeMap<String, Vec<u8>>, cold: &BTreeMap<String, Vec<u8>>, edit: &str) {
    let paths: BTreeSet<_> = warm.keys().chain(cold.keys()).collect();
    let other: Vec<_> = paths
        .into_iter()
        .filter(|path| warm.get(*path) != cold.get(*path))
        .collect();
    assert!(
        other.is_empty(),
        "after «{edit}» {} files: {other:?}",
        other.len()
    );
}

fn with_template(path: &str, from: &str, to: &str) -> Theme {
    let embedded = embedded::default_theme();
    let id = embedded.find(path).expect("the theme has it");
    let text = embedded
        .file(id)
        .text()
        .expect("text")
        .replacen(from, to, 1);
    let file = SourceFile::new(path, text);
    Theme::new(&embedded, &Sources::new("theme", vec![file])).expect("compiles")
}

/// An edit in words, and the doing.
type Edit = (&'static str, fn(&mut Desk));

#[test]
fn a_warm_build_gives_the_bytes_of_a_cold_one_after_every_edit() {
    let mut desk = Desk::new();
    let mut place = Place::new();
    place.build(&desk);
    let edits: [Edit; 10] = [
        ("nothing", |_| {}),
        ("an event", |desk| {
            desk.content
                .change(PLAN, EVENT, "Создание муниципальной рабочей группы");
        }),
        ("a deleted news item", |desk| {
            desk.content.remove(NEWS);
        }),
        ("a new news item", |desk| {
            let text = "+++\ndate = 2026-10-01\ntitle = \"Новость\"\nsummary = \"О школах.\"\n+++\nТекст о ШНОР.\n";
            desk.content
                .put("38-irkutskaya/ziminskoe/news/2026-10-01-novost.md", text);
        }),
        ("a name", |desk| {
            let path = "38-irkutskaya/zhigalovskiy/municipality.toml";
            desk.content
                .change(path, "name = \"Жигаловский", "name = \"Верхний Жигаловский");
        }),
        ("the glossary", |desk| {
            desk.content
                .change("glossary.toml", "школы с низкими", "школы с невысокими");
        }),
        ("the abbreviation of a term", |desk| {
            desk.content
                .change("glossary.toml", "id = \"shnor\"", "id = \"shnor-2\"");
        }),
        ("the settings", |desk| {
            desk.content
                .change("portal.toml", "title = \"", "title = \"Новый ");
        }),
        ("a template", |desk| {
            desk.theme = with_template("templates/place/plan.html", "<h1", "<h1 data-new");
        }),
        ("the day and the address", |desk| {
            desk.edition.today = date(2027, 3, 1);
            desk.edition.base_url = Some("https://example.ru/portal/".to_owned());
        }),
    ];
    for (edit, change) in edits {
        change(&mut desk);
        let (outcome, _) = place.build(&desk);
        assert!(
            outcome.made,
            "{edit}: {:#?}",
            outcome.diagnostics.iter().find(|d| d.is_error())
        );
        same(&place.files(), &desk.cold(), edit);
    }
}

#[test]
fn random_edits_give_the_same_bytes_warm_and_cold() {
    let mut desk = Desk::new();
    let mut place = Place::new();
    place.build(&desk);
    let sources = desk.content.sources();
    let texts: Vec<String> = sources
        .iter()
        .map(|(_, file)| file.path.clone())
        .filter(|path| path.ends_with(".toml") || path.ends_with(".md"))
        .collect();
    // A fixed row of numbers that look random, so that a failure can be had again.
    let mut number = 20_261_123_u64;
    let mut next = |below: usize| {
        number = number
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (number >> 33) as usize % below
    };
    let mut made = 0;
    while made < 4 {
        for _ in 0..3 {
            let path = &texts[next(texts.len())];
            let text = desk.content.text(path);
            let words: Vec<&str> = text
                .split_whitespace()
                .filter(|word| {
                    word.chars().count() > 4 && word.chars().all(|c| matches!(c, 'а'..='я'))
                })
                .collect();
            let Some(word) = (!words.is_empty()).then(|| words[next(words.len())].to_owned())
            else {
                continue;
            };
            let other: String = word.chars().rev().collect();
            desk.content.put(path, text.replacen(&word, &other, 1));
        }
        let before = place.files();
        let (outcome, _) = place.build(&desk);
        if outcome.made {
            same(&place.files(), &desk.cold(), "random words");
            made += 1;
        } else {
            // A word that meant something to the program: the next edit starts from sound content.
            desk.content = content();
            assert!(before == place.files());
        }
    }
}

#[test]
fn an_edit_renders_only_the_pages_that_show_it() {
    let mut desk = Desk::new();
    let mut place = Place::new();
    let (first, _) = place.build(&desk);
    assert_eq!(first.counts.rendered, first.counts.pages);
    let before = place.files();
    let (again, written) = place.build(&desk);
    assert_eq!(
        (again.counts.rendered, written.changed, written.removed),
        (0, 0, 0)
    );

    desk.content
        .change(PLAN, EVENT, "Создание муниципальной рабочей группы");
    let (outcome, written) = place.build(&desk);
    let pages = changed(&before, &place.files());
    // A view may hold more than its template prints, such as sizes of files that are rounded: a few pages come out as
    // they were.
    let rendered = outcome.counts.rendered;
    assert!(
        (pages.len()..=pages.len() + 5).contains(&rendered),
        "{rendered} {pages:#?}"
    );
    assert!(rendered * 10 < outcome.counts.pages, "{rendered}");
    let elsewhere = pages.iter().filter(|path| path.contains("/ziminskoe/"));
    assert_eq!(elsewhere.count(), 0, "{pages:#?}");
    assert!(written.changed < written.files() / 5, "{written:?}");
}

#[test]
fn a_memo_of_another_program_and_files_changed_by_hand_are_no_help() {
    let mut desk = Desk::new();
    let mut place = Place::new();
    place.build(&desk);
    let cold = place.files();
    fs::write(place.folder.path().join("index.html"), "spoilt").expect("written");
    fs::remove_file(place.folder.path().join("404.html")).expect("removed");
    let (outcome, written) = place.build(&desk);
    assert_eq!((outcome.counts.rendered, written.changed), (2, 2));
    same(&place.files(), &cold, "files changed by hand");

    desk.program = 2;
    let (outcome, written) = place.build(&desk);
    assert_eq!(
        (outcome.counts.rendered, written.changed),
        (outcome.counts.pages, 0)
    );
}
