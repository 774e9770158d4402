use jiff::civil::{Date, date};

use crate::model::id::EventRef;
use crate::render::context::Context;
use crate::render::fixture::{self, slug, zhigalovskiy};
use crate::render::page;
use crate::site::{PageKey, PlacePage, Site};

fn pages(today: Date) -> Vec<(PageKey, String)> {
    let portal = fixture::portal();
    let site = Site::new(&portal);
    let (theme, edition) = (fixture::theme(), fixture::edition(today));
    let context = Context::new(&portal, &site, &theme, &edition);
    let places = site
        .pages()
        .iter()
        .filter(|key| matches!(key, PageKey::Place(..)));
    places
        .map(|key| {
            let page = page(&context, key).unwrap_or_else(|error| panic!("{key:?}: {error}"));
            let html = page.html.expect("nothing is remembered");
            // Tests speak of words; where lines may break is told elsewhere.
            (key.clone(), html.replace('\u{a0}', " "))
        })
        .collect()
}

fn html(page: PlacePage) -> String {
    let key = PageKey::place(&zhigalovskiy(), page);
    let pages = pages(date(2023, 4, 12));
    pages
        .into_iter()
        .find(|(other, _)| *other == key)
        .map(|(_, html)| html)
        .expect("the page exists")
}

/// The words a reader gets, on one line.
fn text(html: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => out.push(c),
            _ => {}
        }
    }
    let out = out
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn between<'a>(html: &'a str, open: &str, close: &str) -> Vec<&'a str> {
    html.split(open)
        .skip(1)
        .filter_map(|rest| rest.split(close).next())
        .collect()
}

#[test]
fn every_page_of_a_territory_is_rendered() {
    for today in [date(2022, 1, 1), date(2023, 4, 12), date(2026, 11, 22)] {
        let pages = pages(today);
        assert!(pages.len() > 50, "{}", pages.len());
        let mut titles = std::collections::BTreeSet::new();
        let mut descriptions = std::collections::BTreeSet::new();
        for (key, html) in &pages {
            assert_eq!(html.matches("<h1").count(), 1, "{key:?}");
            assert!(
                titles.insert(between(html, "<title>", "</title>")[0]),
                "title of {key:?} is not its own"
            );
            let description = between(html, "<meta name=\"description\" content=\"", "\">")[0];
            assert!(
                descriptions.insert(description),
                "description of {key:?} is not its own"
            );
            assert!(
                !html.contains("style=") && !html.contains("<style"),
                "{key:?}"
            );
            headings_skip_nothing(key, html);
            ids_are_unique(key, html);
        }
    }
}

#[test]
fn a_region_lists_schools_and_people_by_their_own_names() {
    let mut region = zhigalovskiy();
    region.municipality = None;
    let key = PageKey::place(&region, PlacePage::Index);
    let (_, html) = pages(date(2023, 4, 12))
        .into_iter()
        .find(|(other, _)| *other == key)
        .expect("a region has its page");
    let under = |anchor: &str| {
        let rest = html.split(anchor).nth(1).expect("a letter");
        text(rest.split("<h").next().unwrap_or_default())
    };
    assert!(under("id=\"shkola-zh\"").contains("Жигаловская СОШ №1"));
    assert!(under("id=\"chelovek-n\"").contains("Нетесова Л.В."));
}

fn headings_skip_nothing(key: &PageKey, html: &str) {
    let mut level = 0;
    for (at, _) in html.match_indices("<h") {
        let Some(next) = html[at + 2..].chars().next().and_then(|c| c.to_digit(10)) else {
            continue;
        };
        assert!(next <= level + 1, "{key:?}: h{next} after h{level}");
        level = next;
    }
}

fn ids_are_unique(key: &PageKey, html: &str) {
    let mut seen = std::collections::BTreeSet::new();
    for id in between(html, " id=\"", "\"") {
        assert!(seen.insert(id), "{key:?}: id {id} twice");
    }
}

#[test]
fn a_plan_shows_its_rows_word_for_word() {
    let html = html(PlacePage::Plan(slug("2023")));
    let plain = text(&html);
    for words in [
        "План мероприятий по поддержке ШНОР на 2023 год",
        "Определение кураторов ШНОР для помощи",
        "Собеседование с командами - раз; - два",
        "апрель октябрь",
        "Муниципальный координатор Нетесова Л.В.",
        "100% ШНОР назначены кураторы",
        "не менее ¾ коллектива",
        r"не менее $\frac{3}{4}$ коллектива",
        "Методическое <сопровождение> & анализ",
        "Цель: помочь ШНОР",
        "срок не распознан",
        "в документе пусто",
        "(ячейка пуста)",
        "Примечание портала. Строка в документе разорвана.",
    ] {
        assert!(plain.contains(words), "«{words}» is not on the page");
    }
    assert!(
        html.contains("<article class=\"event event--past\" id=\"m02\">"),
        "{html}"
    );
    assert_eq!(html.matches("class=\"abbr-block\"").count(), 1);
    assert!(
        html.contains("<abbr title=\"школы с низкими образовательными результатами\">ШНОР</abbr>")
    );
}

#[test]
fn deadlines_carry_their_kind_and_days() {
    let html = html(PlacePage::Plan(slug("2023")));
    let one = |kind: &str| {
        let found = between(
            &html,
            &format!("<div class=\"deadline\" data-kind=\"{kind}\""),
            "</div>",
        );
        found
            .first()
            .unwrap_or_else(|| panic!("no deadline of kind {kind}"))
            .to_string()
    };
    let list = one("month-list");
    for day in ["2023-04-01", "2023-04-30", "2023-10-01", "2023-10-31"] {
        assert!(
            list.contains(&format!("<time datetime=\"{day}\">")),
            "{list}"
        );
    }
    assert!(one("until").contains("до <time datetime=\"2023-04-01\">1 апреля 2023 г.</time>"));
    let yearly = one("recurring");
    assert!(
        yearly.contains("data-every=\"year\"")
            && yearly.contains("<time datetime=\"10-01\">1 октября</time>"),
        "{yearly}"
    );
    assert!(one("within-year").contains("<time datetime=\"2023-12-31\">"));
    assert!(one("unknown").contains("срок не распознан"));
}

#[test]
fn an_event_shows_what_it_was_read_as() {
    let event = |id: &str| {
        html(PlacePage::Event(EventRef {
            plan: slug("2023"),
            event: slug(id),
        }))
    };
    let first = event("m01");
    let plain = text(&first);
    for words in [
        "муниципальный координатор",
        "не менее 100 %",
        "«Тема» <1>",
        "Протокол",
        "Проведено",
        "Методические дни",
    ] {
        assert!(
            plain.contains(words),
            "«{words}» is not on the page: {plain}"
        );
    }
    assert!(
        first.contains("href=\"../#m01\"")
            && first.contains("rel=\"next\"")
            && !first.contains("rel=\"prev\"")
    );
    assert!(text(&event("m04")).contains("цель не задана"));
    assert!(text(&event("m02")).contains("не менее 75 %"));
}

#[test]
fn a_broken_address_of_a_letter_is_not_a_link() {
    let html = html(PlacePage::Section("kontakty"));
    assert!(text(&html).contains("уточняется в документе: pryو@mail.ru"));
    assert!(!html.contains("mailto:"));
    assert!(
        html.contains("href=\"tel:+73824522883\"")
            && html.contains("<span class=\"phone\">2-26-37</span>")
    );
    assert!(html.contains("id=\"chelovek-netesova-lv\""));
}

#[test]
fn empty_sections_say_why() {
    assert!(
        text(&html(PlacePage::Section("rekomendatsii")))
            .contains("Планом не предусмотрено (сообщает РУО, 2 мая 2023 г.)")
    );
    let own = html(PlacePage::Section("programmy-shkol"));
    assert!(text(&own).contains("В документах, по которым собран раздел, таких сведений нет."));
    assert!(text(&html(PlacePage::Section("roditelyam"))).contains("Работа с родителями"));
    let noted = html(PlacePage::Section("monitoring"));
    assert!(
        noted.contains("<h2>О мониторинге</h2>")
            && noted.contains("<h3 id=\"zagolovok-0\">Как</h3>")
    );
}

#[test]
fn the_main_page_tells_how_things_stand() {
    let plain = text(&html(PlacePage::Home));
    assert!(
        plain.contains("1 школа названа в плане на 2023 год. В нём 6 мероприятий."),
        "{plain}"
    );
    assert!(
        plain.contains("По плану на 2023 год сделано 1 из 6"),
        "{plain}"
    );
    assert!(plain.contains("В апреле"), "{plain}");
    let later = pages(date(2026, 11, 22));
    let key = PageKey::place(&zhigalovskiy(), PlacePage::Home);
    let (_, later) = later.into_iter().find(|(other, _)| *other == key).unwrap();
    assert!(text(&later).contains("Срок плана на 2023 год прошёл. О выполнении сообщили по 1 из 6 мероприятий, по остальным сведений нет."));
}

#[test]
fn a_cited_act_says_that_its_text_is_not_here() {
    assert!(
        text(&html(PlacePage::Document(slug("55-310-mr"))))
            .contains("Текст акта на портале не размещён")
    );
    let order = text(&html(PlacePage::Document(slug("114-od"))));
    for words in [
        "п р и к а з ы в а ю:",
        "ПРИКАЗ ЖАКАРУ",
        "13 марта 2023 г.",
        "Ю.Л.Богатова",
        "в срок до 27 апреля",
    ] {
        assert!(order.contains(words), "«{words}» is not on the page");
    }
}
