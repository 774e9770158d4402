//! What a reader, an editor and a publisher see in the built portal.

use jiff::civil::date;
use shnor_portal::build;
use shnor_portal::build::embedded;
use shnor_portal::files::sources::{SourceFile, Sources};
use shnor_portal::render::{Edition, Theme};

use crate::harness::{Content, edition};

const PLAN: &str = "38-irkutskaya/zhigalovskiy/plans/2023.toml";
const PLAN_PAGE: &str = "38-irkutskaya/zhigalovskiy/plan/2023/index.html";
const SECTIONS: &[&str] = &[
    "dokumenty",
    "programma",
    "tseli",
    "pokazateli",
    "plan",
    "shkoly",
    "kuratory",
    "rabochaya-gruppa",
    "programmy-shkol",
    "monitoring",
    "rekomendatsii",
    "itogi",
    "praktiki",
    "novosti",
    "roditelyam",
    "kontakty",
    "polnota",
    "arkhiv",
    "izmeneniya",
    "kalendar",
];

#[test]
fn every_municipality_has_every_required_section() {
    let site = Content::real().build();
    let paths = site.paths();
    for place in [
        "38-irkutskaya/zhigalovskiy",
        "38-irkutskaya/ziminskoe",
        "10-kareliya/kemskiy",
        "70-tomskaya/pervomayskiy",
    ] {
        for section in SECTIONS {
            let path = format!("{place}/{section}/index.html");
            assert!(paths.contains(&path.as_str()), "no {path}");
            assert!(site.words(&path).len() > 200, "{path} says nothing");
        }
    }
}

#[test]
fn nothing_is_said_to_be_done_because_no_document_says_so() {
    let site = Content::real().build();
    for path in site
        .paths()
        .iter()
        .filter(|path| path.contains("/plan/2023/"))
    {
        assert!(!site.text(path).contains("status--done"), "{path}");
    }
    assert!(site.words(PLAN_PAGE).contains("Срок прошёл, сведений нет"));
}

#[test]
fn what_is_past_depends_on_the_day_of_the_build_alone() {
    let content = Content::real();
    let early = Edition {
        today: date(2023, 1, 15),
        ..edition()
    };
    let words = content.build_with(&early).words(PLAN_PAGE);
    assert!(!words.contains("Срок прошёл"), "{words}");
    assert!(words.contains("Запланировано"));
}

#[test]
fn a_reported_status_with_proof_is_shown_and_counted() {
    let mut content = Content::real();
    content.change(
        PLAN,
        "indicator = \"100% ШНОР назначены кураторы\"\n",
        "indicator = \"100% ШНОР назначены кураторы\"\nstatus = \"выполнено\"\nstatus_date = 2023-04-28\nfact = \"Кураторы назначены\"\n\
         [[section.event.proof]]\ntitle = \"Приказ о кураторах\"\nlink = \"https://example.ru/prikaz\"\ndate = 2023-04-28\n",
    );
    let errors = content.errors();
    assert!(errors.is_empty(), "{errors:#?}");
    let site = content.build();
    let card = site.words("38-irkutskaya/zhigalovskiy/plan/2023/m02/index.html");
    for words in [
        "Выполнено",
        "Кураторы назначены",
        "Приказ о кураторах",
        "28 апреля 2023",
    ] {
        assert!(card.contains(words), "no «{words}»: {card}");
    }
    assert!(site.text(PLAN_PAGE).contains("status--done"));
}

#[test]
fn deadlines_carry_machine_readable_days() {
    let site = Content::real().build();
    let page = site.text(PLAN_PAGE);
    let event = |id: &str| {
        let start = page
            .find(&format!("id=\"{id}\""))
            .expect("the event is on the page");
        let end = page[start..].find("</article>").expect("it ends");
        page[start..start + end].to_owned()
    };
    let april = event("m01");
    assert!(
        april.contains("data-kind=\"month\"")
            && april.contains("2023-04-01")
            && april.contains("2023-04-30")
    );
    let until = event("m03");
    assert!(until.contains("data-kind=\"until\"") && until.contains("datetime=\"2023-04-01\""));
    assert!(event("m05").contains("data-kind=\"within-year\""));
    assert!(event("m25").contains("data-kind=\"by-schedule\""));
    let school_year = site.text("70-tomskaya/pervomayskiy/plan/2022-2023/index.html");
    assert!(
        school_year.contains("datetime=\"10-01\"")
            && school_year.contains("datetime=\"2022-09-30\"")
    );
}

#[test]
fn pairings_of_dates_with_schools_stay_together() {
    let site = Content::real().build();
    let card = site.words("38-irkutskaya/zhigalovskiy/plan/2023/m12/index.html");
    let at = |words: &str| {
        card.find(words)
            .unwrap_or_else(|| panic!("no «{words}» in {card}"))
    };
    assert!(at("Дальнезагорская средняя школа") > 0 && at("декабрь") > 0);
}

#[test]
fn a_page_links_to_the_portal_relatively_and_to_no_other_host() {
    let site = Content::real().build();
    for path in site.paths().iter().filter(|path| path.ends_with(".html")) {
        let html = site.text(path);
        for attribute in ["href=\"", "src=\""] {
            for piece in html.split(attribute).skip(1) {
                let target = piece.split('"').next().unwrap_or_default();
                assert!(!target.starts_with('/'), "{path} links to {target}");
                assert!(
                    attribute == "href=\"" || !target.contains("://"),
                    "{path} loads {target}"
                );
            }
        }
        assert!(
            !html.contains(" style=\"") && !html.contains("<script>"),
            "{path} has inline code"
        );
    }
}

#[test]
fn the_page_for_unknown_addresses_starts_from_the_base_path() {
    let based = Edition {
        base_url: Some("https://example.ru/portal/".to_owned()),
        ..edition()
    };
    let site = Content::real().build_with(&based);
    assert!(site.text("404.html").contains("href=\"/portal/\""));
    assert!(
        site.text("index.html")
            .contains("rel=\"canonical\" href=\"https://example.ru/portal/\"")
    );
    assert!(
        site.text("sitemap.xml")
            .contains("<loc>https://example.ru/portal/38-irkutskaya/zhigalovskiy/plan/2023/</loc>")
    );
}

#[test]
fn abbreviations_are_explained_by_the_place() {
    let site = Content::real().build();
    let page = site.text(PLAN_PAGE);
    assert!(page.contains(">ШНОР</abbr>"), "ШНОР is marked");
    assert!(
        site.words(PLAN_PAGE)
            .contains("школы с низкими образовательными результатами")
    );
    // Pages that mark an abbreviation without preparing its explanation get the block all the same.
    for path in [
        "38-irkutskaya/zhigalovskiy/itogi/2023/index.html",
        "38-irkutskaya/zhigalovskiy/monitoring/index.html",
    ] {
        let words = site.words(path);
        assert!(words.contains("Сокращения на этой странице"), "{path}");
        assert!(
            words.contains("ШНРО школы с низкими результатами обучения"),
            "{path}: {words}"
        );
    }
    let zima = site.words("38-irkutskaya/ziminskoe/plan/2024/index.html");
    assert!(
        zima.contains("городское методическое объединение"),
        "ГМО of Зима"
    );
}

#[test]
fn the_odd_address_of_document_e_is_not_offered_for_letters() {
    let site = Content::real().build();
    let page = site.text("70-tomskaya/pervomayskiy/kontakty/index.html");
    assert!(!page.contains("mailto:pry"));
    assert!(page.contains("уточняется"));
}

#[test]
fn markup_in_content_stays_text() {
    let mut content = Content::real();
    let hostile = "<script>alert(1)</script> {{ 7 * 7 }} \" onmouseover=x";
    content.change(
        PLAN,
        "responsible = \"Административные команды школ\"",
        &format!("responsible = '''{hostile}'''"),
    );
    let site = content.build();
    let page = site.text(PLAN_PAGE);
    assert!(!page.contains("<script>alert"));
    assert!(site.words(PLAN_PAGE).contains(hostile));
}

#[test]
fn a_theme_on_disk_replaces_templates_by_name() {
    let own = Sources::new(
        "theme",
        vec![SourceFile::new(
            "templates/not-found.html",
            b"{% extends \"base.html\" %}{% block main %}<h1>own theme</h1>{% endblock %}",
        )],
    );
    let theme = Theme::new(&embedded::default_theme(), &own).expect("compiles");
    let outcome =
        build::build(&Content::real().sources(), &theme, &edition(), &|_, _| {}).expect("renders");
    let artifacts = outcome.artifacts.expect("no errors");
    let page = artifacts
        .iter()
        .find(|artifact| artifact.path == "404.html")
        .expect("a page");
    assert!(String::from_utf8_lossy(&page.bytes).contains("own theme"));
}

#[test]
fn a_name_that_a_view_lacks_is_an_error_of_the_theme() {
    let own = Sources::new(
        "theme",
        vec![SourceFile::new(
            "templates/not-found.html",
            b"{{ shell.titel }}",
        )],
    );
    let theme = Theme::new(&embedded::default_theme(), &own).expect("compiles");
    let error = build::build(&Content::real().sources(), &theme, &edition(), &|_, _| {})
        .expect_err("strict");
    assert!(error.to_string().contains("titel"), "{error}");
}

#[test]
fn one_thread_and_many_give_the_same_bytes() {
    let one = rayon::ThreadPoolBuilder::new()
        .num_threads(1)
        .build()
        .expect("a pool");
    let alone = one.install(|| Content::real().build());
    let together = Content::real().build();
    assert!(alone.0.artifacts == together.0.artifacts);
}

#[test]
fn the_smallest_portal_builds() {
    let content = Content::written(
        "--- portal.toml\ntitle = \"Портал\"\ndescription = \"Проба.\"\n\
         --- 01-proba/region.toml\nname = \"Область\"\nname_of = \"Области\"\nname_in = \"в Области\"\nkind = \"область\"\n\
         --- 01-proba/rayon/municipality.toml\nname = \"Район\"\nname_of = \"Района\"\nname_in = \"в Районе\"\nkind = \"район\"\n",
    );
    let errors = content.errors();
    assert!(errors.is_empty(), "{errors:#?}");
    assert!(
        content
            .build()
            .words("01-proba/rayon/index.html")
            .contains("Район")
    );
}

#[test]
fn the_example_on_the_data_page_is_the_real_record() {
    let content = Content::real();
    let page = content.text("pages/dannye.md");
    let block = |language: &str| {
        let start =
            page.find(&format!("```{language}\n")).expect("an example") + language.len() + 4;
        let end = page[start..].find("```").expect("its end");
        page[start..start + end].to_owned()
    };
    let site = content.build();
    let shown: serde_json::Value = serde_json::from_str(&block("json")).expect("JSON");
    let all: serde_json::Value =
        serde_json::from_str(site.text("dannye/v1/events.json")).expect("JSON");
    assert!(all["events"].as_array().expect("a list").contains(&shown));
}

#[test]
fn a_picture_in_a_text_keeps_its_room_on_the_page() {
    let mut content = Content::real();
    let mut png = Vec::new();
    let mut encoder = png::Encoder::new(&mut png, 3, 2);
    encoder.set_color(png::ColorType::Grayscale);
    let mut writer = encoder.write_header().expect("a header");
    writer.write_image_data(&[0; 6]).expect("six pixels");
    writer.finish().expect("an end");
    content.put("pages/metodika/vid.png", png);
    content.put(
        "pages/metodika.md",
        "+++\ntitle = \"Методика\"\ndescription = \"Методика\"\n+++\n![Вид страницы](/pages/metodika/vid.png)\n",
    );
    let built = content.build();
    let page = built.text("o-portale/metodika/index.html");
    assert!(
        page.contains("vid.png\" alt=\"Вид страницы\" width=\"3\" height=\"2\""),
        "{page}"
    );
}
