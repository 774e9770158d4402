use std::sync::Arc;

use jiff::civil::date;

use super::html_from;
use super::targets::Links;
use crate::render::context::Context;
use crate::render::fixture;
use crate::render::linker::Linker;
use crate::site::{PageKey, PlacePage, Site};

fn shown(markdown: &str, folder: &str) -> String {
    let portal = fixture::portal();
    let site = Site::new(&portal);
    let (theme, edition) = (fixture::theme(), fixture::edition(date(2023, 4, 12)));
    let context = Context::new(&portal, &site, &theme, &edition);
    let key = PageKey::place(&fixture::zhigalovskiy(), PlacePage::Home);
    let linker = Linker::new(&key, &edition, &Arc::default());
    html_from(
        &fixture::prose(markdown),
        2,
        folder,
        &Links {
            linker: &linker,
            context: &context,
        },
    )
    .0
}

#[test]
fn raw_html_is_shown_as_text() {
    let html = shown("<script>alert(1)</script>\n\nтекст <b onclick=x>да</b>", "");
    assert!(
        html.contains("&lt;script&gt;") && html.contains("&lt;b onclick=x&gt;"),
        "{html}"
    );
    assert!(!html.contains("<script") && !html.contains("<b "), "{html}");
}

#[test]
fn headings_are_shifted_and_none_is_skipped() {
    assert_eq!(
        shown("## Один\n\n#### Два\n\n## Три\n", ""),
        "<h2 id=\"zagolovok-0\">Один</h2>\n<h3 id=\"zagolovok-1\">Два</h3>\n<h2 id=\"zagolovok-2\">Три</h2>\n"
    );
}

#[test]
fn links_lead_to_pages_that_exist_or_stay_words() {
    let html = |markdown: &str| shown(markdown, "38-irkutskaya/zhigalovskiy/news");
    assert_eq!(
        html("[а](/38-irkutskaya/zhigalovskiy/plan/2023#m02)"),
        "<p><a href=\"plan/2023/#m02\">а</a></p>\n"
    );
    assert_eq!(
        html("[а](../plan/2023/)"),
        "<p><a href=\"plan/2023/\">а</a></p>\n"
    );
    assert_eq!(html("[а](#b)"), "<p><a href=\"#b\">а</a></p>\n");
    assert_eq!(html("[а](/net/takoy/)"), "<p>а</p>\n");
    assert_eq!(html("[а](javascript:alert)"), "<p>а</p>\n");
    assert_eq!(html("[а](//host/x)"), "<p>а</p>\n");
    assert_eq!(
        html("[а](mailto:a@b.ru)"),
        "<p><a href=\"mailto:a@b.ru\">а</a></p>\n"
    );
    assert_eq!(
        html("[а](https://fioco.ru/?a=1&b=2)"),
        "<p><a class=\"external\" rel=\"noopener noreferrer\" href=\"https://fioco.ru/?a=1&amp;b=2\">а</a></p>\n"
    );
    assert_eq!(html("![вид](https://fioco.ru/a.png)"), "<p>вид</p>\n");
}

#[test]
fn tables_scroll_and_footnotes_have_anchors_of_their_own() {
    let html = shown(
        "| а | б |\n|---|--:|\n| 1 | 2 |\n\nда[^1]\n\n[^1]: Сноска\n\n- [x] готово\n",
        "",
    );
    assert!(
        html.contains("<div class=\"table-scroll\" role=\"region\" tabindex=\"0\""),
        "{html}"
    );
    assert!(
        html.contains("<td class=\"align-end\">2</td>") && !html.contains("style="),
        "{html}"
    );
    assert!(
        html.contains("aria-label=\"Сноска 1\"")
            && html.contains("class=\"footnote\" id=\"snoska-"),
        "{html}"
    );
    assert!(!html.contains("<input"), "{html}");
    assert!(shown("```json\n{\"a\": 1}\n```", "").contains("<pre class=\"code\""));
}
