//! «Исправить эту страницу»: links from pages to the files they are made from.

use std::collections::BTreeSet;

use crate::harness::{Built, Content};

const PLACE: &str = "38-irkutskaya/zhigalovskiy";
const EDIT: &str = "https://git.example.ru/o/r/edit/main/content/";
const SOURCE: &str = "https://git.example.ru/o/r/blob/main/content/";
const NEW: &str = "https://git.example.ru/o/r/new/main/content/";

fn with_links() -> Content {
    let mut content = Content::real();
    let settings = format!(
        "{}\nedit_url = \"{EDIT}{{path}}\"\nsource_url = \"{SOURCE}{{path}}#L{{line}}\"\n\
         new_url = \"{NEW}{{folder}}?filename={{name}}&value={{text}}\"\n",
        content.text("portal.toml")
    );
    content.put("portal.toml", settings);
    content
}

/// Addresses that begin so on a page, with entities as characters.
fn links<'a>(site: &'a Built, page: &str, start: &'a str) -> Vec<String> {
    let html = site.text(page);
    html.split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .filter(|href| href.starts_with(start))
        .map(|href| href.replace("&amp;", "&"))
        .collect()
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let digits = [rest.next().expect("a digit"), rest.next().expect("a digit")];
                let digits = String::from_utf8_lossy(&digits).into_owned();
                u8::from_str_radix(&digits, 16).expect("two digits")
            }
            byte => byte,
        });
    }
    String::from_utf8(bytes).expect("an address of letters")
}

#[test]
fn without_settings_pages_have_no_such_links() {
    let site = Content::real().build();
    // The handbook speaks of these links; other pages would have them.
    let pages = site
        .paths()
        .into_iter()
        .filter(|path| path.ends_with(".html") && !path.starts_with("redaktor/"));
    for path in pages {
        assert!(
            !site.text(path).contains("Исправить эту страницу"),
            "{path}"
        );
        assert!(!site.text(path).contains("Добавить новость"), "{path}");
    }
}

#[test]
fn every_edit_link_leads_to_a_file_that_is_there() {
    let content = with_links();
    let site = content.build();
    let files: BTreeSet<String> = content
        .sources()
        .iter()
        .map(|(_, file)| file.path.clone())
        .collect();
    let mut linked = BTreeSet::new();
    for path in site.paths().iter().filter(|path| path.ends_with(".html")) {
        let found = links(&site, path, EDIT);
        assert!(found.len() <= 1, "{path}: {found:?}");
        for link in found {
            let file = decoded(link.strip_prefix(EDIT).expect("begins so"));
            assert!(files.contains(&file), "{path} leads to {file}");
            linked.insert(file);
        }
    }
    // Files that are shown only in lists put together from many have no page of their own.
    let silent = ["cycle.toml", "risks.toml", "search.toml"];
    for file in &files {
        let in_list = file.starts_with("questions/")
            || file.ends_with("people.toml")
            || file.ends_with(".png");
        assert!(
            linked.contains(file) || in_list || silent.contains(&file.as_str()),
            "no page leads to {file}"
        );
    }
}

#[test]
fn pages_lead_to_their_own_files() {
    let site = with_links().build();
    let of = |page: &str| links(&site, &format!("{PLACE}/{page}index.html"), EDIT).join(" ");
    for (page, file) in [
        ("", "municipality.toml"),
        ("kontakty/", "municipality.toml"),
        ("plan/2023/", "plans/2023.toml"),
        ("plan/2023/na-stenu/", "plans/2023.toml"),
        ("plan/2023/m02/", "plans/2023.toml"),
        ("itogi/2023/", "plans/2023.toml"),
        ("dokumenty/114-od/", "documents/114-od.toml"),
        ("shkoly/", "schools.toml"),
        ("rabochaya-gruppa/", "working-group.toml"),
        (
            "novosti/2023-03-30-utverzhden-plan-na-2023-god/",
            "news/2023-03-30-utverzhden-plan-na-2023-god.md",
        ),
    ] {
        assert_eq!(of(page), format!("{EDIT}{PLACE}/{file}"), "{page}");
    }
    assert_eq!(of("novosti/"), "");
    assert_eq!(of("dokumenty/"), "");
    assert_eq!(
        links(&site, "o-portale/metodika/index.html", EDIT),
        [format!("{EDIT}pages/metodika.md")]
    );
}

#[test]
fn an_event_leads_to_its_line() {
    let content = with_links();
    let site = content.build();
    let page = format!("{PLACE}/plan/2023/m02/index.html");
    let link = links(&site, &page, SOURCE).join(" ");
    let line: usize = link
        .rsplit_once("#L")
        .and_then(|(_, line)| line.parse().ok())
        .unwrap_or_else(|| panic!("no line in {link:?}"));
    let plan = content.text(&format!("{PLACE}/plans/2023.toml"));
    let written = plan.lines().nth(line - 1).expect("a line of the file");
    assert_eq!(written, "id = \"m02\"");
    // The space after the preposition does not break.
    let words = site.words(&page).replace('\u{a0}', " ");
    assert!(words.contains(&format!("Показать строку {line} в файле")));
}

/// Folder, name and text that a link of the page `page` proposes for a new file.
fn proposed(site: &Built, page: &str) -> (String, String, String) {
    let link = links(site, page, NEW).join(" ");
    assert!(link.len() <= 8192, "{page}: {} bytes", link.len());
    let rest = link.strip_prefix(NEW).expect("a link to a new file");
    let (folder, rest) = rest.split_once("?filename=").expect("a name");
    let (name, text) = rest.split_once("&value=").expect("a text");
    (decoded(folder), decoded(name), decoded(text))
}

#[test]
fn a_proposed_news_item_is_right_once_its_blanks_are_filled() {
    let mut content = with_links();
    let site = content.build();
    let (folder, name, text) = proposed(&site, &format!("{PLACE}/novosti/index.html"));
    assert_eq!(
        (&*folder, &*name),
        (&*format!("{PLACE}/news"), "2026-11-22-novost.md")
    );
    let path = format!("{folder}/{name}");
    content.put(&path, text.clone());
    let blank = content.errors();
    assert_eq!(blank.len(), 2, "{blank:#?}");
    let filled = text
        .replace("title = \"\"", "title = \"Собрание\"")
        .replace("summary = \"\"", "summary = \"Родители школ собрались.\"");
    content.put(&path, format!("{filled}Собрание прошло.\n"));
    assert!(content.errors().is_empty(), "{:#?}", content.errors());
}

#[test]
fn an_empty_section_proposes_a_text() {
    let mut content = with_links();
    let site = content.build();
    let (folder, name, text) = proposed(&site, &format!("{PLACE}/monitoring/index.html"));
    assert_eq!(
        (&*folder, &*name),
        (&*format!("{PLACE}/sections"), "monitoring.md")
    );
    let filled = text
        .replace(
            "empty_reason = \"\"",
            "empty_reason = \"Планом не предусмотрено\"",
        )
        .replace("stated_by = \"\"", "stated_by = \"управление образования\"");
    content.put(&format!("{folder}/{name}"), filled);
    assert!(content.errors().is_empty(), "{:#?}", content.errors());
    // A section that says why it is empty has its file already.
    let page = format!("{PLACE}/monitoring/index.html");
    let site = content.build();
    assert_eq!(links(&site, &page, NEW), [""; 0]);
    assert_eq!(
        links(&site, &page, EDIT),
        [format!("{EDIT}{folder}/{name}")]
    );
}

#[test]
fn a_wrong_address_stops_publishing_with_a_remedy() {
    let mut content = with_links();
    let (right, wrong) = (format!("{EDIT}{{path}}"), format!("{EDIT}{{pth}}"));
    content.change("portal.toml", &right, &wrong);
    let errors = content.errors();
    assert_eq!(errors.len(), 1, "{errors:#?}");
    assert_eq!(errors[0].1.code.id, "П130");
    let patch = errors[0].1.patch.as_ref().expect("a replacement");
    assert_eq!(patch.text, "{path}");
    let text = content.text("portal.toml");
    assert_eq!(&text[patch.span.range()], "{pth}");
}
