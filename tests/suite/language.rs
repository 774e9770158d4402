//! Languages of the interface: what a portal chooses, what a theme can say, what its typefaces can show.

use std::collections::BTreeSet;
use std::fs;
use std::sync::LazyLock;

use shnor_portal::build::{self, embedded};
use shnor_portal::diag::show;
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
    let files = own.iter().map(|(path, text)| SourceFile {
        path: (*path).to_owned(),
        bytes: text.as_bytes().to_vec(),
    });
    Theme::new(
        &embedded::default_theme(),
        &Sources::new("theme", files.collect()),
    )
    .expect("the theme compiles")
}

/// Problems found with a theme: code, `file:line:column`, everything that is said.
fn problems(content: &Content, theme: &Theme) -> Vec<(&'static str, String, String)> {
    let sources = content.sources();
    let outcome = build::check_with(&sources, theme).expect("the theme is sound");
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
        if spoken.words().is_draft() {
            assert!(
                missing.len() * 10 < met.len(),
                "{language} has no words for:\n{}",
                lacks()
            );
            continue;
        }
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

/// Phrases and nouns that views ask for, and whether the language says them.
fn asked_by_views(words: &Words) -> Vec<(&'static str, bool)> {
    static VIEWS: LazyLock<String> = LazyLock::new(views);
    let phrases = VIEWS.split("phrase(").skip(1).filter_map(|rest| {
        let rest = rest.trim_start().strip_prefix('"')?;
        let key = rest.split_once('"')?.0;
        Some((key, words.is_source() || words.translation(key).is_some()))
    });
    let nouns = VIEWS.split(": Noun = [").skip(1).filter_map(|rest| {
        let forms: Vec<&str> = rest
            .split_once("];")?
            .0
            .split('"')
            .skip(1)
            .step_by(2)
            .collect();
        let key: &'static str = forms.join("|").leak();
        // Nouns of views that still speak Russian by themselves are no fault of a language.
        Some((key, true))
    });
    phrases.chain(nouns).collect()
}

/// All views of the program.
fn views() -> String {
    let files = walkdir::WalkDir::new("src/render").sort_by_file_name();
    let texts = files
        .into_iter()
        .filter_map(Result::ok)
        .filter(|file| {
            file.path()
                .extension()
                .is_some_and(|extension| extension == "rs")
        })
        .map(|file| fs::read_to_string(file.path()).expect("readable"));
    texts.collect()
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
    assert!(problems(&portal("language = \"en\""), &theme(&[])).is_empty());
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
        .flat_map(str::chars)
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
