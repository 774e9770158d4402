//! Pictures of the built portal: what is drawn beside tables, printed for phones, shown by other sites.

use std::sync::OnceLock;

use shnor_portal::build::{self, Artifact, Collected, Earlier};
use shnor_portal::render::Edition;
use shnor_portal::render::cards::Order;
use shnor_portal::render::letters::Letters;

use crate::harness::{Built, Content, edition, theme};

const PLAN: &str = "38-irkutskaya/zhigalovskiy/plans/2023.toml";
const PLAN_PAGE: &str = "38-irkutskaya/zhigalovskiy/plan/2023/index.html";
const EVENT_PAGE: &str = "38-irkutskaya/zhigalovskiy/plan/2023/m02/index.html";
const INDICATORS: &str = "38-irkutskaya/zhigalovskiy/pokazateli/index.html";

fn published() -> Edition {
    Edition {
        base_url: Some("https://portal.example/".to_owned()),
        ..edition()
    }
}

/// The portal as it is published, built once for all tests.
fn site() -> &'static Built {
    static SITE: OnceLock<Built> = OnceLock::new();
    SITE.get_or_init(|| {
        let sources = Content::real().sources();
        let outcome = build::build_with_cards(&sources, &theme(), &published(), &|_, _| {})
            .unwrap_or_else(|error| panic!("the theme renders: {error}"));
        Built(outcome)
    })
}

/// Value of the attribute after a marker.
fn after<'a>(html: &'a str, marker: &str) -> &'a str {
    let at = html.find(marker).unwrap_or_else(|| panic!("no {marker}"));
    html[at + marker.len()..]
        .split('"')
        .next()
        .unwrap_or_default()
}

#[test]
fn the_strip_of_a_plan_has_each_dated_measure_and_lanes_for_the_others() {
    let site = site();
    let page = site.text(PLAN_PAGE);
    assert_eq!(
        page.matches("class=\"strip-row strip-row--").count() - keys(page),
        20
    );
    assert!(
        page.contains(">весь год: 8</text>") && page.contains(">по отдельному графику: 2</text>")
    );
    // «апрель 2023 года»: the fourth of twelve columns.
    assert_eq!(
        page.matches("<a class=\"strip-row strip-row--past\" href=\"#m01\"")
            .count(),
        1
    );
    let first = &page[page
        .find("href=\"#m01\" tabindex")
        .expect("the first measure")..];
    assert_eq!(after(first, "class=\"strip-bar\" x=\""), "32.5%");
}

/// Marks of the key below the strip.
fn keys(page: &str) -> usize {
    page.matches("<svg class=\"strip-row strip-row--").count()
}

#[test]
fn links_of_pictures_are_out_of_the_way_of_the_keyboard() {
    let site = site();
    for path in [PLAN_PAGE, "index.html", "kalendar/index.html"] {
        let page = site.text(path);
        for figure in page.split("<figure class=\"picture").skip(1) {
            let figure = figure.split("</figure>").next().unwrap_or_default();
            let links = figure.matches("<a ").count();
            assert_eq!(figure.matches("tabindex=\"-1\"").count(), links, "{path}");
            assert!(figure.contains("aria-hidden=\"true\""), "{path}");
        }
    }
}

#[test]
fn bars_of_months_say_what_the_calendar_lists() {
    let site = site();
    let page = site.text("38-irkutskaya/zhigalovskiy/kalendar/index.html");
    let month = page.find("id=\"m-2023-04\"").expect("April is there");
    let list = page[month..].split("</ol>").next().unwrap_or_default();
    let april = list.split("<li id=\"m-").next().unwrap_or_default();
    let listed = april.matches("class=\"event-line\"").count();
    assert!(listed > 1);
    assert!(
        page.contains(&format!("<title>апрель 2023: {listed}</title>")),
        "{listed}"
    );
}

#[test]
fn a_target_is_empty_until_a_number_is_reported() {
    let mut content = Content::real();
    let before = site();
    let page = before.text(INDICATORS);
    assert!(page.contains("class=\"target-mark\"") && !page.contains("class=\"target-fact\""));
    assert!(before.words(INDICATORS).contains("факт не сообщён"));
    content.change(
        PLAN,
        "indicator = \"100% ШНОР назначены кураторы\"\n",
        "indicator = \"100% ШНОР назначены кураторы\"\nstatus = \"выполнено\"\nstatus_date = 2023-04-28\nfact = \"90 %\"\n",
    );
    let after = content.build();
    assert_eq!(
        after
            .text(INDICATORS)
            .matches("class=\"target-fact\"")
            .count(),
        1
    );
    assert!(
        after
            .text(EVENT_PAGE)
            .contains("class=\"target-fact\" x=\"0.5%\" y=\"2\" width=\"90%\"")
    );
}

#[test]
fn paper_leads_to_the_page_where_the_address_is_known() {
    let site = site();
    assert!(site.text(EVENT_PAGE).replace('\u{a0}', " ").contains(
        "<title>QR-код с адресом https://portal.example/38-irkutskaya/zhigalovskiy/plan/2023/#m02</title>"
    ));
    assert!(site.text(PLAN_PAGE).contains("plan/2023/</title>"));
    let mut nowhere = Content::real();
    nowhere.change(
        "portal.toml",
        "address = \"https://shnor-portal.example/\"\n",
        "",
    );
    assert!(!nowhere.build().text(EVENT_PAGE).contains("QR-код"));
}

#[test]
fn other_sites_are_shown_a_card_that_exists() {
    let site = site();
    // The portal, eight territories, six plans.
    assert_eq!(site.0.cards.len(), 15);
    for path in [
        "index.html",
        PLAN_PAGE,
        EVENT_PAGE,
        "70-tomskaya/index.html",
        "slovar/index.html",
    ] {
        let html = site.text(path);
        let card = after(
            html,
            "property=\"og:image\" content=\"https://portal.example/",
        );
        assert!(
            site.0.cards.iter().any(|order| order.path == card),
            "{card}"
        );
        assert!(html.contains("og:image:alt") && html.contains("summary_large_image"));
    }
    let of_event = after(site.text(EVENT_PAGE), "property=\"og:image\" content=\"");
    assert!(of_event.contains("/plan/2023/kartochka-"));
}

fn painted(orders: &[Order], earlier: Earlier<'_>) -> Vec<Artifact> {
    let sink = Collected::default();
    build::paint(orders, &theme(), earlier, &sink).expect("cards are SVG");
    sink.into_files()
}

#[test]
fn cards_are_the_same_twice_and_painted_once() {
    let site = site();
    let one = &site.0.cards[..1];
    let first = painted(one, &|_| None);
    let second = painted(one, &|_| None);
    assert_eq!(first, second);
    assert!(first[0].bytes.len() < 40_000);
    // What stands already is taken, unless it was cut short.
    let mut old = first[0].bytes.clone();
    old[40] ^= 1;
    let kept = painted(one, &|_| Some(old.clone()));
    assert_eq!(kept[0].bytes, old);
    let half = painted(one, &|_| Some(old[..100].to_vec()));
    assert_eq!(half, first);
}

#[test]
fn the_fonts_of_cards_have_every_letter_of_the_names() {
    let theme = theme();
    for name in ["golos-text-regular.ttf", "golos-text-bold.ttf"] {
        let letters = Letters::new(theme.font(name).expect("the theme has it")).expect("a font");
        for territory in &Content::real().portal().territories {
            assert!(letters.hold(&territory.names.name));
        }
        // Russian, and the letters of the republics' languages.
        assert!(letters.hold("АЯёЁ№«»—…·%0123456789 ӱҥәөүҗҗңһӈҡғҫҙӓӧӹҷқһіїєґ"));
        assert!(!letters.hold("漢"));
    }
}

#[test]
fn a_phone_can_put_the_portal_on_its_screen() {
    let site = site();
    let manifest = site.text("manifest.webmanifest");
    let json: serde_json::Value = serde_json::from_str(manifest).expect("JSON");
    assert_eq!(json["name"], "Поддержка школ");
    for icon in json["icons"].as_array().expect("a list") {
        let src = icon["src"].as_str().expect("an address");
        assert!(site.paths().contains(&src), "{src}");
    }
    assert!(
        site.text(PLAN_PAGE)
            .contains("rel=\"manifest\" href=\"../../../../manifest.webmanifest\"")
    );
}
