//! The editor's handbook on the site: its pages are always there, and every place of theirs can be linked to.

use std::collections::BTreeSet;

use shnor_portal::diag::explain;
use shnor_portal::site::{PageKey, Site, anchors};

use crate::harness::{Built, Content};

/// A portal whose editors wrote nothing about editing.
const SMALL: &str = r#"
--- portal.toml
title = "Портал примера"
description = "Здесь проверяют страницы редактора."
--- 00-primer/region.toml
name = "Примерная область"
name_of = "Примерной области"
name_in = "в Примерной области"
kind = "область"
"#;

fn small() -> Content {
    Content::written(SMALL.trim_start())
}

/// Every `id` of a page.
fn ids(page: &str) -> BTreeSet<String> {
    let values = page.split(" id=\"").skip(1);
    values
        .filter_map(|rest| rest.split('"').next())
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_portal_has_the_handbook() {
    let site = small().build();
    let words = |path: &str| site.words(path);
    let guide = words("redaktor/index.html");
    for title in ["Ошибки и как их исправить", "Какие бывают файлы и поля"]
    {
        assert!(guide.contains(title), "{guide}");
    }
    let home = site.text("index.html");
    assert!(
        home.contains("href=\"redaktor/\""),
        "the footer leads there"
    );
    let mistakes = words("redaktor/oshibki/index.html");
    for one in explain::all() {
        for part in [one.code.id, one.code.about] {
            assert!(mistakes.contains(part), "{part}");
        }
    }
    let fields = words("redaktor/polya/index.html");
    for part in [
        "content/<регион>/<район>/plans/<год>.toml",
        "Начинается строкой [[section.event]] или [[event]]",
        "deadline срок обязательно",
        "одно из слов: «выполнено», «запланировано»",
    ] {
        assert!(fields.contains(part), "{part}");
    }
}

#[test]
fn the_guide_of_the_editors_stands_before_the_handbook() {
    let mut content = small();
    let text =
        "+++\ntitle = \"Редактору за минуту\"\ndescription = \"Коротко.\"\n+++\nСначала так.\n";
    content.put("pages/redaktor.md", text);
    let site = content.build();
    let guide = site.words("redaktor/index.html");
    let (text, links) = (
        guide.find("Сначала так."),
        guide.find("Справочник редактора"),
    );
    assert!(text.is_some() && text < links, "{guide}");
    assert!(!site.paths().contains(&"o-portale/redaktor/index.html"));
}

#[test]
fn places_of_the_handbook_can_be_linked_to() {
    let content = small();
    let site = content.build();
    let mut portal = content.portal();
    portal.handbook = shnor_portal::desk::handbook::handbook().into();
    let pages = Site::new(&portal);
    for key in [PageKey::Mistakes, PageKey::Fields] {
        let there = ids(site.text(&key.address().file()));
        for anchor in anchors::anchors(
            &portal,
            &pages.page_at(key.address().as_str()).expect("there"),
        ) {
            assert!(there.contains(&anchor), "{key:?} has no place {anchor}");
        }
    }
    assert_eq!(PageKey::Mistakes.address().as_str(), explain::PAGE);
    for one in explain::all() {
        assert!(
            ids(site.text("redaktor/oshibki/index.html")).contains(&explain::anchor(one.code.id))
        );
    }
    let link = |to: &str| {
        let mut content = small();
        let text =
            format!("+++\ntitle = \"Помощь\"\ndescription = \"Коротко.\"\n+++\n[См.]({to})\n");
        content.put("pages/pomoshch.md", text);
        let codes: Vec<&str> = content
            .errors()
            .iter()
            .map(|(_, one)| one.code.id)
            .collect();
        codes
    };
    assert!(link("/redaktor/oshibki/#p102").is_empty());
    assert!(link("/redaktor/polya/#plan-section-event--deadline").is_empty());
    assert_eq!(link("/redaktor/oshibki/#p999"), ["П302"]);
}

/// A phone on a bad line loads a page of the handbook in a few seconds: 60 KB packed is some 400 KB of such text.
#[test]
fn pages_of_the_handbook_are_not_too_heavy() {
    let Built(outcome) = small().build();
    for file in outcome.artifacts.expect("no errors") {
        if file.path.starts_with("redaktor/") {
            assert!(
                file.bytes.len() < 400_000,
                "{} {}",
                file.path,
                file.bytes.len()
            );
        }
    }
}
