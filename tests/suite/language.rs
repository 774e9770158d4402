//! Languages of the interface: what a portal chooses, what a theme can say, what its typefaces can show.

use std::collections::BTreeSet;
use std::fs;
use std::sync::LazyLock;

use shnor_portal::build::{self, embedded};
use shnor_portal::desk::handbook::handbook;
use shnor_portal::diag::show;
use shnor_portal::export::tables;
use shnor_portal::files::sources::{SourceFile, Sources};
use shnor_portal::render::Theme;
use shnor_portal::text::language::Words;

use crate::harness::{Built, Content, edition};

/// A portal with one district, in the language of the first line of its settings.
fn portal(language: &str) -> Content {
    Content::written(&format!(
        "--- portal.toml\ntitle = \"Портал\"\ndescription = \"Проба.\"\n{language}\n\
         --- 01-proba/region.toml\nname = \"Область\"\nname_of = \"Области\"\nname_in = \"в Области\"\nkind = \"область\"\n\
         --- 01-proba/rayon/municipality.toml\nname = \"Район\"\nname_of = \"Района\"\nname_in = \"в Районе\"\nkind = \"район\"\n\
         --- glossary.toml\n[[term]]\nid = \"shnor\"\nabbr = \"ШНОР\"\ngroup = \"Школы\"\nplain = \"\"\"Школы, \"где\" в Ӱҥур и č\"\"\"\n\
         [[term.meaning]]\ntext = \"школы\"\n"
    ))
}

fn theme(own: &[(&str, &str)]) -> Theme {
    let files = own
        .iter()
        .map(|(path, text)| SourceFile::new(*path, text.as_bytes()));
    Theme::new(
        &embedded::default_theme(),
        &Sources::new("theme", files.collect()),
    )
    .expect("the theme compiles")
}

/// Problems found with a theme: code, `file:line:column`, everything that is said.
fn problems(content: &Content, theme: &Theme) -> Vec<(&'static str, String, String)> {
    let sources = content.sources();
    let outcome = build::check_with(&sources, theme, None).expect("the theme is sound");
    let said = outcome.diagnostics.into_iter().map(|problem| {
        let place = show::place(problem.span, &sources);
        let words = [vec![problem.message], problem.help].concat().join("\n");
        (
            problem.code.id,
            format!("{}:{}:{}", place.path, place.line, place.column),
            words,
        )
    });
    said.collect()
}

#[test]
fn shipped_languages_say_everything_and_nothing_else() {
    let theme = theme(&[]);
    for language in theme.languages() {
        let spoken = theme
            .in_language(language)
            .expect("the file of the language is sound");
        let met: Vec<(&str, bool)> = spoken
            .phrases()
            .iter()
            .map(|phrase| (phrase.found.phrase.as_str(), phrase.found.translated))
            .chain(asked_by_views(spoken.words()))
            .collect();
        let missing: BTreeSet<&str> = met
            .iter()
            .filter(|(_, said)| !said)
            .map(|(key, _)| *key)
            .collect();
        let met: BTreeSet<&str> = met.into_iter().map(|(key, _)| key).collect();
        let idle: Vec<&str> = spoken
            .words()
            .keys()
            .filter(|key| !met.contains(key))
            .collect();
        let lacks = || missing.iter().copied().collect::<Vec<_>>().join("\n");
        assert!(
            missing.is_empty(),
            "{language} has no words for:\n{}",
            lacks()
        );
        assert!(
            idle.is_empty(),
            "{language} says what nobody asks for:\n{}",
            idle.join("\n")
        );
    }
}

/// Phrases and nouns that views ask for, and whether the language says them: every Russian text of a view is a phrase.
fn asked_by_views(words: &Words) -> Vec<(&'static str, bool)> {
    static ASKED: LazyLock<(Vec<String>, Vec<String>)> = LazyLock::new(|| {
        let mut asked = (Vec::new(), Vec::new());
        views().iter().for_each(|text| collect(text, &mut asked));
        asked
    });
    let (phrases, nouns) = &*ASKED;
    let phrases = phrases.iter().map(|key| (key, words.translation(key)));
    let nouns = nouns.iter().map(|key| (key, words.noun_forms(key)));
    let said = |said: bool| words.is_source() || said;
    phrases
        .map(|(key, found)| (key.as_str(), said(found.is_some())))
        .chain(nouns.map(|(key, found)| (key.as_str(), said(found.is_some()))))
        .collect()
}

/// Adds the Russian texts of a file to phrases, and its nouns to nouns.
fn collect(source: &str, (phrases, nouns): &mut (Vec<String>, Vec<String>)) {
    let mut rest = source;
    while let Some(at) = rest.find('"') {
        if rest[..at].ends_with('\'') {
            // A quotation mark as a character.
            rest = &rest[at + 1..];
            continue;
        }
        let is_noun = rest[..at].trim_end().ends_with(": Noun = [");
        let (text, after) = literal(&rest[at..]);
        rest = after;
        if is_noun {
            let (second, after) = literal(&rest[rest.find('"').expect("a second form")..]);
            let (third, after) = literal(&after[after.find('"').expect("a third form")..]);
            nouns.push([text, second, third].join("|"));
            rest = after;
        } else if is_phrase(&text) {
            phrases.push(text);
        }
    }
}

/// A text of Rust with its escapes resolved, and what follows it.
fn literal(quoted: &str) -> (String, &str) {
    let mut end = 1;
    while !quoted[end..].starts_with('"') {
        end += match quoted[end..].strip_prefix('\\') {
            Some(escaped) => 1 + escaped.chars().next().map_or(0, char::len_utf8),
            None => quoted[end..].chars().next().map_or(1, char::len_utf8),
        };
    }
    let text = quoted[1..end].replace("\\u{a0}", "\u{a0}");
    (text, &quoted[end + 1..])
}

/// Phrases have Russian letters or places that another language may join otherwise.
fn is_phrase(text: &str) -> bool {
    let joined = ["{1},{2}", "{1}\u{a0}%"];
    joined.contains(&text) || (text.contains(is_russian) && !DATA.contains(&text))
}

fn is_russian(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{52F}')
}

/// Russian texts of views that are no words of pages: words of content that views look for, and queries to try.
const DATA: &[&str] = &[
    "антириск",
    "анализ",
    "групп",
    "диагност",
    "задач",
    "зона риска",
    "информир",
    "итог",
    "концеп",
    "куратор",
    "монитор",
    "муниципальн",
    "муниципальный",
    "опыт",
    "открытых дверей",
    "партнёр",
    "программ",
    "рабоч",
    "региональный",
    "рекомендац",
    "родител",
    "сайт",
    "сми",
    "собеседован",
    "совещан",
    "среднесрочн",
    "участник плана",
    "федеральный",
    "цел",
    "школьный",
    "эффективност",
    "ШНОР",
    "ШНСУ",
    "кому звонить",
    "родительское собрание",
    "подготовка к экзаменам",
    "психолог",
    "ребёнок пропускает уроки",
    "ВПР",
    "помощь детям с ОВЗ",
    "день открытых дверей",
];

/// Files of views that hold no words of pages: texts of content are Russian on every page, letters to officials too.
const SILENT: &[&str] = &[
    "explained.rs",
    "highlight.rs",
    "fixture.rs",
    "foreign.rs",
    "letters.rs",
    "report.rs",
    "structured",
    "tests",
    "theme",
    "tiles.rs",
    "usage.rs",
    "render/words.rs",
    "writer.rs",
];

/// Files of the model whose words views show.
const MODEL: &[&str] = &[
    "src/model/coverage.rs",
    "src/model/nouns.rs",
    "src/model/comparison/yardstick.rs",
    "src/model/ledger/kind.rs",
    "src/model/history.rs",
    "src/model/place/section.rs",
    "src/model/plan/period.rs",
    "src/model/plan/responsible.rs",
    "src/model/plan/standing.rs",
    "src/model/plan/status.rs",
    "src/model/record/practice.rs",
];

/// The code of all views, without comments and tests.
fn views() -> Vec<String> {
    let files = walkdir::WalkDir::new("src/render").sort_by_file_name();
    let views = files
        .into_iter()
        .filter_map(Result::ok)
        .map(|file| file.path().display().to_string())
        .filter(|path| path.ends_with(".rs") && !SILENT.iter().any(|silent| path.contains(silent)));
    let paths = views.chain(MODEL.iter().map(|path| (*path).to_owned()));
    let code = paths.map(|path| {
        let text = fs::read_to_string(path).expect("readable");
        let text = text
            .split("#[cfg(test)]\nmod tests {")
            .next()
            .unwrap_or_default();
        let lines = text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        lines.collect::<Vec<_>>().join("\n")
    });
    code.collect()
}

fn built(content: &Content, theme: &Theme) -> Built {
    Built(build::build(&content.sources(), theme, &edition(), &|_, _| {}).expect("renders"))
}

#[test]
fn a_portal_speaks_the_language_it_chose() {
    let theme = theme(&[]);
    let english = built(&portal("language = \"en\""), &theme);
    let page = english.text("slovar/index.html");
    assert!(
        page.contains("<html lang=\"en\"") && page.contains("content=\"en_GB\""),
        "{page}"
    );
    let words = english.words("slovar/index.html");
    assert!(
        words.contains("Skip to content") && words.contains("in Russian"),
        "{words}"
    );
    assert!(words.contains("22 November 2026"), "{words}");
    let russian = built(&portal(""), &theme);
    assert!(
        russian
            .text("slovar/index.html")
            .contains("<html lang=\"ru\"")
    );
    assert!(russian.words("slovar/index.html").contains("К содержанию"));
}

#[test]
fn words_of_documents_are_marked_as_russian() {
    let mut content = Content::real();
    let settings = content.text("portal.toml") + "language = \"en\"\n";
    content.put("portal.toml", settings.into_bytes());
    let site = built(&content, &theme(&[]));
    let page = site.text("38-irkutskaya/zhigalovskiy/plan/2023/index.html");
    assert!(page.contains("<div lang=\"ru\" class=\"verbatim\">"));
    assert!(page.contains("<span lang=\"ru\">Жигаловский район</span>"));
    assert!(
        !Content::real()
            .build()
            .text("38-irkutskaya/zhigalovskiy/plan/2023/index.html")
            .contains("lang=\"ru\" class")
    );
}

/// A portal whose own words are known: what else is Russian on its English pages is ours.
const SMALL: &str = r#"
--- portal.toml
title = "Хвоя"
description = "Хвоя шумит."
language = "en"
--- 38-yolki/region.toml
name = "Елкинский край"
name_of = "Елкинского края"
name_in = "в Елкинском крае"
kind = "край"
--- 38-yolki/bor/municipality.toml
name = "Борский округ"
name_of = "Борского округа"
name_in = "в Борском округе"
kind = "округ"
--- 38-yolki/bor/schools.toml
[[school]]
id = "sosna"
name = "Сосновка"
[[school.category]]
year = "2026"
category = "ШНОР"
source = "бумага"
--- 38-yolki/bor/plans/2026.toml
title = "Бумага"
period = "2026"
columns = [
  { heading = "Дело", holds = "title" },
  { heading = "Пора", holds = "deadline" },
  { heading = "Хозяин", holds = "responsible" },
  { heading = "Мера", holds = "indicator" },
]
[[section]]
title = "Лес"
[[section.event]]
id = "m01"
title = "Посадить кедр"
deadline = "01.04.2026"
responsible = "Лесник"
indicator = "100% кедров"
status = "выполнено"
status_date = 2026-04-02
[[section.event]]
id = "m02"
title = "Полить кедр"
deadline = "ежемесячно"
[[section.event]]
id = "m03"
title = "Срубить кедр"
deadline = "декабрь 2026 года"
"#;

#[test]
fn english_pages_have_no_russian_words_but_those_of_content() {
    let theme = theme(&[]);
    let content = Content::written(SMALL.trim_start());
    let problems = problems(&content, &theme);
    assert!(
        problems.iter().all(|(code, ..)| !code.starts_with("П7")),
        "{problems:?}"
    );
    let site = built(&content, &theme);
    let words = |text: &str| -> BTreeSet<String> {
        let words = text.split(|c: char| !c.is_alphabetic());
        // Letters of the alphabet lead to names of content.
        let russian = words.filter(|word| word.contains(is_russian) && word.chars().count() > 1);
        russian.map(str::to_lowercase).collect()
    };
    let english = theme.in_language("en").expect("sound");
    let mut known = words(SMALL);
    known.extend(DATA.iter().flat_map(|data| words(data)));
    let regions = fs::read_to_string("src/render/views/pictures/tiles.rs").expect("readable");
    known.extend(words(&regions));
    // The handbook speaks the language of the files and of the messages about them.
    known.extend(words(&format!("{:?}", handbook()).replace("\\n", " ")));
    // So do the tables of open data: their columns hold words of documents.
    known.extend(words(&format!("{:?}", tables::all().collect::<Vec<_>>())));
    // Words of documents that English sentences quote: «ШНОР».
    for key in english.words().keys() {
        known.extend(words(english.words().translation(key).unwrap_or_default()));
    }
    let mut unknown: BTreeSet<(String, &str)> = BTreeSet::new();
    for path in site
        .paths()
        .into_iter()
        .filter(|path| path.ends_with(".html"))
    {
        let said = words(&site.words(path));
        unknown.extend(said.difference(&known).map(|word| (word.clone(), path)));
        let marked = site.text(path).replace("<span lang=\"ru\">", "");
        assert!(marked.contains("<html lang=\"en\""), "{path}");
    }
    let first: Vec<_> = unknown.iter().take(40).collect();
    assert!(first.is_empty(), "{first:#?}");
}

#[test]
fn an_unknown_language_is_told_with_the_known_ones() {
    let said = problems(&portal("language = \"eo\""), &theme(&[]));
    let (code, place, words) = &said[0];
    assert_eq!(
        (*code, place.as_str()),
        ("П701", "content/portal.toml:3:12"),
        "{said:?}"
    );
    assert!(words.contains("en, ru"), "{words}");
    let said = problems(&portal("language = \"en\""), &theme(&[]));
    assert!(said.is_empty(), "{said:?}");
}

#[test]
fn phrases_that_a_language_lacks_are_told_with_their_lines() {
    let own = [(
        "templates/not-found.html",
        "<p>\n<b>Чего нет в словаре</b></p>",
    )];
    let said = problems(&portal("language = \"en\""), &theme(&own));
    let (code, place, words) = &said[0];
    assert_eq!(
        (*code, place.as_str()),
        ("П702", "content/portal.toml:3:12"),
        "{said:?}"
    );
    assert!(
        words.contains("templates/not-found.html:2: «Чего нет в словаре»"),
        "{words}"
    );
    assert!(problems(&portal(""), &theme(&own)).is_empty());
}

#[test]
fn a_character_that_no_typeface_has_is_told_once() {
    let content = Content::written(
        "--- portal.toml\ntitle = \"Портал 学\"\n# 一\ndescription = \"Проба 学.\"\n",
    );
    let said = problems(&content, &theme(&[]));
    assert_eq!(said.len(), 1, "{said:?}");
    let (code, place, words) = &said[0];
    assert_eq!(
        (*code, place.as_str()),
        ("П703", "content/portal.toml:1:17")
    );
    assert!(
        words.contains("«学» (U+5B66)") && words.contains("пустым квадратом"),
        "{words}"
    );
}

/// Letters of the republics, Karelian and Vepsian beside Russian.
const LETTERS: &str =
    "ӰӱҤҥӦӧЈј ČčŠšŽžÄäÖö ӘәӨөҮүҖҗҢңҺһ ҒғҘҙҠҡҪҫ ӐӑӖӗӲӳ ҔҕҤҥ ӒӓӸӹ ӜӝӞӟӤӥӴӵ Іі Ӕӕ ҶҷӚӛ Ӏӏ ӃӄӇӈԒԓ";

#[test]
fn letters_of_the_republics_are_in_the_typeface() {
    let glyphs = theme(&[]).glyphs();
    let missing: String = LETTERS.chars().filter(|c| !glyphs.shows(*c)).collect();
    assert_eq!(missing, "");
}

/// Drawn by the reader's device: Golos Text, as it is published, has only arrows up and down, and no signs of keys and menus.
const DRAWN_ELSEWHERE: [char; 4] = ['←', '→', '⋮', '⌘'];

#[test]
fn words_of_the_program_are_in_its_typeface() {
    let glyphs = theme(&[]).glyphs();
    let content = Content::real();
    let sources = content.sources();
    let of_content: BTreeSet<char> = sources
        .iter()
        .filter_map(|(_, file)| file.text())
        .flat_map(|text| text.chars().collect::<Vec<char>>())
        .collect();
    let site = content.build();
    let mut missing: BTreeSet<(char, &str)> = BTreeSet::new();
    for path in site
        .paths()
        .into_iter()
        .filter(|path| path.ends_with(".html"))
    {
        let unknown =
            |c: &char| !glyphs.shows(*c) && !of_content.contains(c) && !DRAWN_ELSEWHERE.contains(c);
        missing.extend(site.text(path).chars().filter(unknown).map(|c| (c, path)));
    }
    let first: Vec<_> = missing.iter().take(20).collect();
    assert!(first.is_empty(), "{first:?}");
}

#[test]
fn ranges_of_the_stylesheet_promise_no_letter_that_a_file_lacks() {
    let css = fs::read_to_string("themes/default/static/style.css").expect("readable");
    let glyphs = theme(&[]).glyphs();
    let ranges = css
        .split("unicode-range:")
        .skip(1)
        .filter_map(|rest| rest.split_once('}'));
    for range in ranges.flat_map(|(list, _)| list.split(',')) {
        let (first, last) = range.trim()[2..]
            .split_once('-')
            .unwrap_or((&range.trim()[2..], &range.trim()[2..]));
        let number = |text: &str| u32::from_str_radix(text, 16).expect("a code point");
        for c in (number(first)..=number(last)).filter_map(char::from_u32) {
            assert!(glyphs.shows(c), "{range}: U+{:04X}", u32::from(c));
        }
    }
}
