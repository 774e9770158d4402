//! The workshop of the edit loop: whatever is edited, what it shows is what a build from scratch gives, and content with
//! errors changes nothing.

use std::collections::BTreeMap;

use shnor_portal::build::live::{Refusal, Shelf, Workshop};
use shnor_portal::build::{self, Extras, Purpose, history::History};
use shnor_portal::files::refresh::Changes;

use crate::harness::{Content, edition, theme};

/// Content with a workshop that was told of every edit.
struct Bench {
    content: Content,
    workshop: Workshop,
}

impl Bench {
    fn new() -> Bench {
        let content = Content::real();
        let workshop = Workshop::new(content.sources(), History::default(), theme(), None);
        Bench { content, workshop }
    }

    /// Edits, and tells the workshop what is other than before.
    fn edit(&mut self, edit: impl FnOnce(&mut Content)) {
        let before = files(&self.content);
        edit(&mut self.content);
        let after = files(&self.content);
        let mut changes = Changes::new();
        for path in before.keys().filter(|path| !after.contains_key(*path)) {
            changes.insert(path.clone(), None);
        }
        for (path, bytes) in after
            .iter()
            .filter(|(path, bytes)| before.get(*path) != Some(bytes))
        {
            changes.insert(path.clone(), Some(bytes.clone()));
        }
        self.workshop.change(&changes);
    }

    fn shelf(&mut self) -> Shelf {
        match self.workshop.show(&edition()) {
            Ok(shown) => shown.shelf,
            Err(Refusal::Content(errors)) => panic!("{errors:#?}"),
            Err(refusal) => panic!("{refusal:?}"),
        }
    }

    /// Compares every file of the site, or those whose paths fit.
    fn compare(&mut self, fits: impl Fn(&str) -> bool) {
        let extras = Extras {
            purpose: Purpose::Preview,
            ..Extras::default()
        };
        let sources = self.content.sources();
        let built = build::build_with(&sources, &theme(), &edition(), &extras, &|_, _| {});
        let artifacts = built.expect("the theme renders").artifacts;
        let artifacts = artifacts.expect("content has no errors");
        let shelf = self.shelf();
        let pages = artifacts.iter().filter(|file| file.path.ends_with(".html"));
        assert_eq!(pages.count(), shelf.pages());
        for file in artifacts.iter().filter(|file| fits(&file.path)) {
            let shown = shelf.file(&file.path).expect("it is made");
            let shown = shown.unwrap_or_else(|| panic!("nothing at {}", file.path));
            if *shown != *file.bytes {
                let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
                similar_lines(&file.path, &text(&file.bytes), &text(&shown));
            }
        }
    }
}

/// Panics with the first line that differs.
fn similar_lines(path: &str, built: &str, shown: &str) {
    let lines = built.lines().zip(shown.lines());
    let first = lines.into_iter().find(|(a, b)| a != b);
    panic!("{path}: built and shown differ: {first:#?}");
}

fn files(content: &Content) -> BTreeMap<String, Vec<u8>> {
    let sources = content.sources();
    let files = sources.iter();
    files
        .map(|(_, file)| (file.path.clone(), file.bytes().into_owned()))
        .collect()
}

const PLAN: &str = "38-irkutskaya/zhigalovskiy/plans/2023.toml";
const NEWS: &str = "38-irkutskaya/zhigalovskiy/news/";

fn a_news_item(content: &Content) -> String {
    let files = files(content);
    let mut paths = files.keys().filter(|path| path.starts_with(NEWS));
    paths.next().expect("the district has news").clone()
}

/// The first title of a file with more words in it.
fn retitle(content: &mut Content, path: &str, words: &str) {
    let text = content.text(path);
    let is_title = |line: &&str| line.starts_with("title = \"") && !line.ends_with("\"\"\"");
    let line = text.lines().find(is_title);
    let line = line.expect("the file has a title").to_owned();
    let other = line.replacen("title = \"", &format!("title = \"{words} "), 1);
    content.change(path, &line, &other);
}

#[test]
fn a_workshop_shows_what_a_build_gives() {
    Bench::new().compare(|_| true);
}

#[test]
fn every_edit_is_shown_as_a_build_would_show_it() {
    let mut bench = Bench::new();
    bench.shelf();
    let news = a_news_item(&bench.content);
    let is_page = |path: &str| path.ends_with(".html") && !path.contains("dannye/");
    bench.edit(|content| retitle(content, PLAN, "Правка"));
    bench.edit(|content| retitle(content, &news, "Правка"));
    bench.compare(is_page);

    // A file that comes or goes makes pages come and go.
    let text = bench.content.text(&news).replace("Правка", "Другая");
    bench.edit(|content| {
        content.put(&format!("{NEWS}2023-12-30-eshche.md"), text);
    });
    bench.edit(|content| {
        content.put(
            "pages/proba.md",
            "+++\ntitle = \"Проба\"\ndescription = \"Проба.\"\n+++\nПроба.\n",
        );
    });
    bench.compare(is_page);
    bench.edit(|content| {
        content.remove(&format!("{NEWS}2023-12-30-eshche.md"));
        content.change("portal.toml", "title = \"", "title = \"Другой ");
    });
    bench.edit(|content| {
        let text = content.text("glossary.toml");
        let at = text.find("plain = \"").expect("a word has plain words");
        let other = format!("{}plain = \"Правка. {}", &text[..at], &text[at + 9..]);
        content.put("glossary.toml", other);
    });
    bench.compare(|_| true);
}

#[test]
fn content_with_errors_is_refused_until_it_is_mended() {
    let mut bench = Bench::new();
    bench.shelf();
    let good = bench.content.text(PLAN);
    bench.edit(|content| {
        content.put(PLAN, format!("{good}\n[[[ broken"));
    });
    let refused = bench.workshop.show(&edition());
    assert!(matches!(refused.err(), Some(Refusal::Content(errors)) if !errors.is_empty()));
    // Another edit meanwhile is not lost.
    let news = a_news_item(&bench.content);
    bench.edit(|content| retitle(content, &news, "Правка"));
    bench.edit(|content| {
        content.put(PLAN, good.clone());
    });
    bench
        .compare(|path| path.starts_with("38-irkutskaya/zhigalovskiy/") && path.ends_with(".html"));
}

#[test]
fn a_link_into_a_page_that_is_gone_is_found_while_the_site_is_shown() {
    let mut bench = Bench::new();
    bench.shelf();
    bench.edit(|content| {
        content.put(
            "pages/proba.md",
            "+++\ntitle = \"Проба\"\ndescription = \"Проба.\"\n+++\n[Никуда](/38-irkutskaya/net-takogo/)\n",
        );
    });
    let shown = bench.workshop.show(&edition()).expect("it is shown");
    let (errors, _) = shown
        .inspection
        .errors(&|| false)
        .expect("it is not given up");
    assert!(
        errors
            .iter()
            .any(|error| error.message.contains("net-takogo")),
        "{errors:#?}"
    );
    let shown = bench.workshop.show(&edition()).expect("it is shown");
    assert!(shown.inspection.errors(&|| true).is_none());
}
