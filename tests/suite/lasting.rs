//! No address that was ever published stops answering: a scripted year of renames and deletions, and years made up.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::{Command, Output};

use jiff::civil::{Date, date};
use shnor_portal::build::{self, Extras, Outcome, Part, Purpose};
use shnor_portal::diag::Diagnostic;
use shnor_portal::files::sources::{SourceFile, Sources};
use shnor_portal::model::scope::Scope;
use shnor_portal::render::Edition;

use crate::harness;

const PLACE: &str = "00-primer/lesnoy";

/// A region with two municipalities, each with all kinds of content.
fn content() -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let mut put = |path: &str, text: &str| files.insert(path.to_owned(), text.to_owned());
    put(
        "portal.toml",
        "title = \"Портал\"\ndescription = \"Здесь проверяют адреса.\"\naddress = \"https://portal.example/\"\n",
    );
    put(
        "glossary.toml",
        "[[term]]\nid = \"shnor\"\nabbr = \"ШНОР\"\ngroup = \"Школы\"\nplain = \"Школы с поддержкой.\"\n\n[[term.meaning]]\ntext = \"школы с низкими результатами\"\nsource = \"план\"\n",
    );
    put(
        "questions/01-chto.md",
        "+++\ntitle = \"Что это?\"\n+++\nПоддержка школ.\n",
    );
    put(
        "00-primer/region.toml",
        "name = \"Примерная область\"\nname_of = \"Примерной области\"\nname_in = \"в Примерной области\"\nkind = \"область\"\n",
    );
    for (place, name) in [("lesnoy", "Лесной"), ("stepnoy", "Степной")] {
        let at = |file: &str| format!("00-primer/{place}/{file}");
        put(
            &at("municipality.toml"),
            &format!(
                "name = \"{name} район\"\nname_of = \"{name} района\"\nname_in = \"в {name} районе\"\nkind = \"район\"\n\n\
                 [authority]\nname = \"Управление образования {place}\"\n"
            ),
        );
        put(
            &at("people.toml"),
            &format!("[[person]]\nid = \"ivanova\"\nname = \"Иванова {place}\"\n"),
        );
        put(
            &at("schools.toml"),
            "[[school]]\nid = \"pervaya\"\nname = \"Первая школа\"\n\n[[school]]\nid = \"vtoraya\"\nname = \"Вторая школа\"\n",
        );
        for (year, months) in [
            ("2025", ["апрель", "май", "июнь"]),
            ("2026", ["март", "июль", "август"]),
        ] {
            let events: String = months
                .iter()
                .enumerate()
                .map(|(at, month)| {
                    format!(
                        "\n[[event]]\nid = \"m0{}\"\ntitle = \"Дело {month} {year} {place}\"\ndeadline = \"{month} {year} года\"\n",
                        at + 1
                    )
                })
                .collect();
            put(
                &at(&format!("plans/{year}.toml")),
                &format!(
                    "title = \"План поддержки\"\nperiod = \"{year}\"\n\
                     columns = [{{ heading = \"Дело\", holds = \"title\" }}, {{ heading = \"Срок\", holds = \"deadline\" }}]\n{events}"
                ),
            );
        }
        put(
            &at("documents/12.toml"),
            &format!(
                "kind = \"приказ\"\nlevel = \"муниципальный\"\nnumber = \"12\"\ndate = 2025-02-10\nissuer = \"Управление\"\n\
                 title = \"О поддержке {place}\"\ntext_known = false\n"
            ),
        );
        for day in ["10", "20"] {
            put(
                &at(&format!("news/2026-01-{day}-vesti.md")),
                &format!(
                    "+++\ndate = 2026-01-{day}\ntitle = \"Вести {day} {place}\"\nsummary = \"Коротко о деле.\"\nschools = [\"pervaya\"]\n+++\nТекст новости.\n"
                ),
            );
        }
    }
    files
}

/// A portal that is edited and published again and again.
struct Year {
    files: BTreeMap<String, String>,
    /// Every address ever published.
    ever: BTreeSet<String>,
    today: Date,
    scope: Scope,
}

impl Year {
    fn new() -> Year {
        let mut year = Year {
            files: content(),
            ever: BTreeSet::new(),
            today: date(2026, 1, 25),
            scope: Scope::Region,
        };
        year.publish();
        year
    }

    fn sources(&self) -> Sources {
        let files = self.files.iter();
        let files = files.map(|(path, text)| SourceFile::new(path.clone(), text.clone()));
        Sources::new("content", files.collect())
    }

    fn built(&self) -> Outcome {
        let extras = Extras {
            purpose: Purpose::Preview,
            without: BTreeSet::from([Part::Search]),
            scope: Some(self.scope),
            renews_lock: true,
            ..Extras::default()
        };
        let edition = Edition {
            today: self.today,
            ..harness::edition()
        };
        build::build_with(
            &self.sources(),
            &harness::theme(),
            &edition,
            &extras,
            &|_, _| {},
        )
        .expect("the theme renders")
    }

    fn errors(&self) -> Vec<Diagnostic> {
        let found = self.built().diagnostics.into_iter();
        found.filter(Diagnostic::is_error).collect()
    }

    /// Builds, keeps the lock, and asks for every address ever published.
    fn publish(&mut self) -> BTreeMap<String, String> {
        let outcome = self.built();
        let errors: Vec<_> = outcome
            .diagnostics
            .iter()
            .filter(|one| one.is_error())
            .collect();
        let site = outcome.artifacts.unwrap_or_else(|| panic!("{errors:#?}"));
        if let Some(lock) = outcome.lock {
            self.files.insert("ids.lock".to_owned(), lock);
        }
        let site: BTreeMap<String, String> = site
            .into_iter()
            .map(|file| (file.path, String::from_utf8_lossy(&file.bytes).into_owned()))
            .collect();
        let silent: Vec<&String> = self
            .ever
            .iter()
            .filter(|path| {
                !site.contains_key(*path) && !site.contains_key(&format!("{path}/index.html"))
            })
            .collect();
        assert!(silent.is_empty(), "{silent:#?}");
        let lasts = |path: &&String| !path.starts_with("assets/");
        self.ever.extend(site.keys().filter(lasts).cloned());
        self.today = self
            .today
            .checked_add(jiff::Span::new().days(30))
            .expect("a day");
        site
    }

    /// Gives all files of a folder, or one file, another name.
    fn rename(&mut self, from: &str, to: &str) -> &mut Year {
        let moved: Vec<String> = self
            .files
            .keys()
            .filter(|path| *path == from || path.starts_with(&format!("{from}/")))
            .cloned()
            .collect();
        assert!(!moved.is_empty(), "no {from}");
        for path in moved {
            let text = self.files.remove(&path).expect("it is there");
            self.files
                .insert(format!("{to}{}", &path[from.len()..]), text);
        }
        self
    }

    fn remove(&mut self, from: &str) -> &mut Year {
        self.files
            .retain(|path, _| path != from && !path.starts_with(&format!("{from}/")));
        self
    }

    fn change(&mut self, path: &str, from: &str, to: &str) -> &mut Year {
        let text = self.files.get_mut(path).expect("a file");
        assert!(text.contains(from), "{path} has no {from}");
        *text = text.replace(from, to);
        self
    }

    fn say(&mut self, words: &str) -> &mut Year {
        self.files
            .entry("ids.toml".to_owned())
            .or_default()
            .push_str(words);
        self
    }
}

fn leads(site: &BTreeMap<String, String>, from: &str, to: &str) {
    let page = &site[&format!("{from}index.html")];
    let there = format!("https://portal.example/{to}");
    assert!(
        page.contains(&format!("rel=\"canonical\" href=\"{there}\"")),
        "{from}: {page}"
    );
    assert!(
        page.contains("http-equiv=\"refresh\" content=\"0; url="),
        "{from}"
    );
    assert!(!page.contains("noindex"), "{from}");
}

#[test]
fn a_year_of_renames_and_deletions() {
    let mut year = Year::new();
    // January: a file of news gets another name.
    year.rename(
        &format!("{PLACE}/news/2026-01-10-vesti.md"),
        &format!("{PLACE}/news/2026-01-10-sobranie.md"),
    );
    let site = year.publish();
    leads(
        &site,
        "00-primer/lesnoy/novosti/2026-01-10-vesti/",
        "00-primer/lesnoy/novosti/2026-01-10-sobranie/",
    );
    // February: it moves again; both old names lead to the newest.
    year.rename(
        &format!("{PLACE}/news/2026-01-10-sobranie.md"),
        &format!("{PLACE}/news/2026-01-10-shkola.md"),
    );
    let site = year.publish();
    for old in ["vesti", "sobranie"] {
        leads(
            &site,
            &format!("00-primer/lesnoy/novosti/2026-01-10-{old}/"),
            "00-primer/lesnoy/novosti/2026-01-10-shkola/",
        );
    }
    // March: a plan gets another name, and its pages, sheets and measures go with it.
    year.rename(
        &format!("{PLACE}/plans/2025.toml"),
        &format!("{PLACE}/plans/proekt-2025.toml"),
    );
    let site = year.publish();
    for (old, new) in [
        ("plan/2025/", "plan/proekt-2025/"),
        ("plan/2025/m02/", "plan/proekt-2025/m02/"),
        ("itogi/2025/", "itogi/proekt-2025/"),
    ] {
        leads(
            &site,
            &format!("00-primer/lesnoy/{old}"),
            &format!("00-primer/lesnoy/{new}"),
        );
    }
    // April: the municipality is called otherwise, and its folder, too.
    year.rename(PLACE, "00-primer/lesnoy-okrug");
    year.change(
        "00-primer/lesnoy-okrug/municipality.toml",
        "Лесной район",
        "Лесной округ",
    );
    let site = year.publish();
    leads(&site, "00-primer/lesnoy/", "00-primer/lesnoy-okrug/");
    leads(
        &site,
        "00-primer/lesnoy/novosti/2026-01-10-vesti/",
        "00-primer/lesnoy-okrug/novosti/2026-01-10-shkola/",
    );
    leads(
        &site,
        "00-primer/lesnoy/plan/2025/m01/",
        "00-primer/lesnoy-okrug/plan/proekt-2025/m01/",
    );
    let calendar = |path: &str| &site[path];
    assert_eq!(
        calendar("00-primer/lesnoy/kalendar.ics"),
        calendar("00-primer/lesnoy-okrug/kalendar.ics")
    );
    assert_eq!(
        site["00-primer/lesnoy/dannye/plany.csv"],
        site["00-primer/lesnoy-okrug/dannye/plany.csv"]
    );
    // May: a news item is deleted; without a word nothing is built.
    year.remove("00-primer/lesnoy-okrug/news/2026-01-20-vesti.md");
    let errors = year.errors();
    assert_eq!(errors.len(), 1, "{errors:#?}");
    assert_eq!(errors[0].code.id, "П210");
    year.say(
        "[[removed]]\naddress = \"/00-primer/lesnoy-okrug/novosti/2026-01-20-vesti/\"\ndate = 2026-05-20\nreason = \"Повторяла другую\"\n",
    );
    let site = year.publish();
    let page = harness::words(&site["00-primer/lesnoy-okrug/novosti/2026-01-20-vesti/index.html"]);
    for told in [
        "Здесь была новость",
        "Вести 20 lesnoy",
        "Лесной",
        "20 мая 2026",
        "Повторяла другую",
    ] {
        assert!(page.contains(told), "{told}: {page}");
    }
    assert!(site["00-primer/lesnoy/novosti/2026-01-20-vesti/index.html"].contains("noindex"));
    assert!(!site["sitemap.xml"].contains("lesnoy-okrug/novosti/2026-01-20-vesti"));
    // June: the word is in the lock now and may be cleared away; the name may not be given to something new.
    year.remove("ids.toml");
    year.publish();
    year.files.insert(
        "00-primer/lesnoy-okrug/news/2026-01-20-vesti.md".to_owned(),
        "+++\ndate = 2026-01-20\ntitle = \"Совсем другое\"\nsummary = \"Коротко.\"\n+++\nТекст.\n"
            .to_owned(),
    );
    let errors = year.errors();
    assert_eq!(
        (errors.len(), errors[0].code.id),
        (1, "П211"),
        "{errors:#?}"
    );
    year.rename(
        "00-primer/lesnoy-okrug/news/2026-01-20-vesti.md",
        "00-primer/lesnoy-okrug/news/2026-06-20-drugoe.md",
    );
    year.publish();
    // July: two schools are given each other's names.
    let schools = "00-primer/stepnoy/schools.toml";
    year.change(schools, "pervaya", "x")
        .change(schools, "vtoraya", "pervaya")
        .change(schools, "\"x\"", "\"vtoraya\"");
    let errors = year.errors();
    assert_eq!(
        (errors.len(), errors[0].code.id),
        (1, "П211"),
        "{errors:#?}"
    );
    year.change(schools, "vtoraya", "x")
        .change(schools, "pervaya", "vtoraya")
        .change(schools, "\"x\"", "\"pervaya\"");
    // August: a person and a measure go; their places on pages stay.
    year.remove("00-primer/stepnoy/people.toml");
    let plan = "00-primer/stepnoy/plans/2026.toml";
    let text = year.files[plan].clone();
    let cut = text.rfind("\n[[event]]").expect("events");
    year.files.insert(plan.to_owned(), text[..cut].to_owned());
    assert_eq!(year.errors().len(), 2, "{:#?}", year.errors());
    year.say("[[removed]]\naddress = \"00-primer/stepnoy/kontakty/#chelovek-ivanova\"\nreason = \"Сменилась должность\"\n\n");
    year.say("[[removed]]\naddress = \"https://portal.example/00-primer/stepnoy/plan/2026/m03/\"\nreason = \"Исключено приказом\"\n\n");
    let site = year.publish();
    assert!(site["00-primer/stepnoy/plan/2026/index.html"].contains("id=\"m03\""));
    assert!(site["00-primer/stepnoy/kontakty/index.html"].contains("id=\"chelovek-ivanova\""));
    // September: the municipality is called as before.
    year.rename("00-primer/lesnoy-okrug", PLACE);
    let site = year.publish();
    leads(&site, "00-primer/lesnoy-okrug/", "00-primer/lesnoy/");
    leads(
        &site,
        "00-primer/lesnoy/plan/2025/",
        "00-primer/lesnoy/plan/proekt-2025/",
    );
    // October: another one is gone altogether, which is one message and one word.
    year.remove("00-primer/stepnoy");
    let errors = year.errors();
    assert_eq!(errors.len(), 1, "{errors:#?}");
    year.say("[[removed]]\naddress = \"00-primer/stepnoy/\"\nreason = \"Район вошёл в Лесной округ\"\nsee = \"00-primer/lesnoy/\"\n\n");
    let site = year.publish();
    let page = harness::words(&site["00-primer/stepnoy/shkoly/pervaya/index.html"]);
    assert!(
        page.contains("Первая школа") && page.contains("Район вошёл в Лесной округ"),
        "{page}"
    );
    assert!(site["00-primer/stepnoy/kalendar.ics"].contains("больше не ведётся"));
    assert!(site["dannye/v1/00-primer/stepnoy/plans.json"].contains("\"gone\": true"));
    // November: a region is called otherwise.
    year.rename("00-primer", "01-primer");
    let site = year.publish();
    leads(
        &site,
        "00-primer/lesnoy-okrug/plan/proekt-2025/m01/",
        "01-primer/lesnoy/plan/proekt-2025/m01/",
    );
    // December: words and questions.
    year.change("glossary.toml", "\"shnor\"", "\"shkoly-shnor\"");
    year.rename("questions/01-chto.md", "questions/01-chto-eto.md");
    let site = year.publish();
    leads(&site, "slovar/shnor/", "slovar/shkoly-shnor/");
    assert!(site["roditelyam/index.html"].contains("id=\"chto\""));
    assert!(site["slovar/index.html"].contains("id=\"shnor\""));
}

#[test]
fn the_same_again_changes_nothing() {
    let mut year = Year::new();
    assert_eq!(year.built().lock, None);
    year.rename(
        &format!("{PLACE}/plans/2025.toml"),
        &format!("{PLACE}/plans/p.toml"),
    );
    let first = year.publish();
    let outcome = year.built();
    assert_eq!(outcome.lock, None);
    let again: BTreeMap<String, String> = outcome
        .artifacts
        .expect("built")
        .into_iter()
        .map(|file| (file.path, String::from_utf8_lossy(&file.bytes).into_owned()))
        .collect();
    assert_eq!(
        again.keys().collect::<Vec<_>>(),
        first.keys().collect::<Vec<_>>()
    );
}

#[test]
fn pages_that_a_country_has_no_room_for_lead_to_where_their_words_stand() {
    let mut year = Year::new();
    year.scope = Scope::Hub;
    let site = year.publish();
    leads(
        &site,
        "00-primer/lesnoy/plan/2025/m02/",
        "00-primer/lesnoy/plan/2025/#m02",
    );
    leads(
        &site,
        "00-primer/lesnoy/kontakty/",
        "00-primer/lesnoy/#kontakty",
    );
    // There an event that is missing stops the build as well.
    let mut country = Year::new();
    country.files.remove("ids.lock");
    country.ever.clear();
    country.scope = Scope::Hub;
    country.publish();
    assert!(country.files["ids.lock"].contains("events 2026-"));
    let plan = "00-primer/stepnoy/plans/2026.toml";
    let text = country.files[plan].clone();
    let cut = text.rfind("\n[[event]]").expect("events");
    country
        .files
        .insert(plan.to_owned(), text[..cut].to_owned());
    assert_eq!(country.errors().len(), 1);
}

/// Numbers that look like chance and are the same every time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % sides
    }
}

/// After whatever was done, every address answers, or the build is refused and says how it could be accepted; that done,
/// it answers.
#[test]
fn years_made_up() {
    for seed in 0..3 {
        let mut dice = Dice(seed);
        let mut year = Year::new();
        for step in 0..8 {
            for _ in 0..=dice.roll(2) {
                edit(&mut year, &mut dice, step);
            }
            for _ in 0..30 {
                let Some(error) = year.errors().into_iter().next() else {
                    break;
                };
                accept(&mut year, &error);
            }
            year.publish();
        }
    }
}

/// One edit that concerns addresses.
fn edit(year: &mut Year, dice: &mut Dice, step: usize) {
    let movable: Vec<String> = year
        .files
        .keys()
        .filter(|path| {
            ["/news/", "/plans/", "/documents/"]
                .iter()
                .any(|folder| path.contains(folder))
        })
        .cloned()
        .collect();
    let places: Vec<String> = year
        .files
        .keys()
        .filter_map(|path| path.strip_suffix("/municipality.toml").map(str::to_owned))
        .collect();
    let file = |dice: &mut Dice| movable.get(dice.roll(movable.len().max(1))).cloned();
    match dice.roll(5) {
        0 | 1 => {
            let Some(old) = file(dice) else { return };
            let (folder, name) = old.rsplit_once('/').expect("a folder");
            let ending = name.rsplit_once('.').expect("an ending").1;
            let new = format!("{folder}/n{step}-{}.{ending}", dice.roll(3));
            if !year.files.contains_key(&new) {
                year.rename(&old, &new);
            }
        }
        2 => {
            if let Some(old) = file(dice) {
                year.remove(&old);
            }
        }
        3 => {
            let place = places[dice.roll(places.len())].clone();
            let new = format!("00-primer/r{step}-{}", dice.roll(3));
            if !year
                .files
                .keys()
                .any(|path| path.starts_with(&format!("{new}/")))
            {
                year.rename(&place, &new);
            }
        }
        _ => {
            let (Some(one), Some(other)) = (file(dice), file(dice)) else {
                return;
            };
            let folder = |path: &str| path.rsplit_once('/').expect("a folder").0.to_owned();
            // A plan's file is named after its year.
            let is_news = one.contains("/news/");
            if one != other && is_news && folder(&one) == folder(&other) {
                let text = year.files[&one].clone();
                let second = year.files.insert(other, text).expect("there");
                year.files.insert(one, second);
            }
        }
    }
}

/// Follows the advice of a message as an editor would.
fn accept(year: &mut Year, error: &Diagnostic) {
    let said = error.help.iter().find_map(|help| {
        let at = help
            .find("portal ids removed ")
            .or_else(|| help.find("portal ids reused "))?;
        let words = help[at..].split_once(" --reason")?.0;
        Some(
            words
                .split(' ')
                .skip(2)
                .map(str::to_owned)
                .collect::<Vec<_>>(),
        )
    });
    let said = said.unwrap_or_else(|| panic!("no remedy: {error:#?}"));
    for address in &said[1..] {
        year.say(&format!(
            "[[{}]]\naddress = \"{address}\"\nreason = \"Так решено\"\n\n",
            said[0]
        ));
    }
}

fn portal(folder: &std::path::Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_portal"))
        .args(arguments)
        .current_dir(folder)
        .output()
        .expect("the program starts")
}

#[test]
fn the_lock_is_written_by_a_build_and_words_by_a_command() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let root = folder.path();
    for (path, text) in content() {
        let file = root.join("content").join(path);
        fs::create_dir_all(file.parent().expect("a folder")).expect("made");
        fs::write(file, text).expect("written");
    }
    let build = [
        "build",
        "--no-cards",
        "--no-history",
        "--date",
        "2026-02-01",
    ];
    let code = |output: &Output| {
        (
            output.status.code(),
            String::from_utf8_lossy(&output.stderr).into_owned(),
        )
    };
    let locked = portal(root, &[&build[..], &["--locked"]].concat());
    assert_eq!(code(&locked).0, Some(1), "{}", code(&locked).1);
    assert!(!root.join("public/index.html").exists());
    assert_eq!(
        portal(root, &[&build[..], &["--no-lock"]].concat())
            .status
            .code(),
        Some(0)
    );
    assert!(!root.join("content/ids.lock").exists());
    assert_eq!(portal(root, &build).status.code(), Some(0));
    assert!(root.join("content/ids.lock").exists());
    let again = portal(root, &build);
    assert!(String::from_utf8_lossy(&again.stdout).contains("Ничего не изменилось"));
    let locked = portal(root, &[&build[..], &["--locked"]].concat());
    assert_eq!(code(&locked).0, Some(0), "{}", code(&locked).1);
    fs::remove_file(root.join("content/00-primer/lesnoy/documents/12.toml")).expect("removed");
    let refused = portal(root, &build);
    assert_eq!(code(&refused).0, Some(1));
    assert!(code(&refused).1.contains("П210"), "{}", code(&refused).1);
    assert!(
        root.join("public/00-primer/lesnoy/dokumenty/12/index.html")
            .exists()
    );
    let said = portal(
        root,
        &[
            "ids",
            "removed",
            "00-primer/lesnoy/dokumenty/12/",
            "--reason",
            "Отменён",
        ],
    );
    assert_eq!(code(&said).0, Some(0), "{}", code(&said).1);
    assert_eq!(portal(root, &build).status.code(), Some(0));
    let page = fs::read_to_string(root.join("public/00-primer/lesnoy/dokumenty/12/index.html"));
    assert!(page.expect("a page").contains("Отменён"));
}
