//! The list of pages for search engines. A page has a day of change only where the history of content tells it: any other
//! day would be invented.

use std::io::Result;

use jiff::civil::Date;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::export::DataFile;
use crate::site::routes::SITEMAP;
use crate::site::{PageKey, PlacePage, Site};

/// The longest list that search engines read (sitemaps.org).
const LONGEST: usize = 50_000;

/// The day a page was last changed, when that is known.
pub type Changed<'a> = &'a dyn Fn(&PageKey) -> Option<Date>;

/// `sitemap.xml` with absolute addresses; of a large portal a list of lists. Pages that search engines should leave out,
/// and cards of events, whose canonical page is the plan's year, are not listed.
pub fn files(site: &Site, address: &str, changed: Changed<'_>) -> Vec<DataFile> {
    let pages: Vec<&PageKey> = site.pages().iter().filter(|page| is_listed(page)).collect();
    if pages.len() <= LONGEST {
        return vec![file(SITEMAP.to_owned(), list(&pages, address, changed))];
    }
    let parts = pages.chunks(LONGEST).enumerate();
    let parts = parts.map(|(at, pages)| {
        let path = format!("sitemap-{}.xml", at + 1);
        file(path, list(pages, address, changed))
    });
    let parts: Vec<DataFile> = parts.collect();
    let lists = parts.iter().map(|part| format!("{address}{}", part.path));
    let lists: Vec<_> = lists.map(|address| (address, None)).collect();
    let index = file(
        SITEMAP.to_owned(),
        document("sitemapindex", "sitemap", &lists),
    );
    std::iter::once(index).chain(parts).collect()
}

fn file(path: String, bytes: Vec<u8>) -> DataFile {
    DataFile { path, bytes }
}

fn list(pages: &[&PageKey], address: &str, changed: Changed<'_>) -> Vec<u8> {
    let rows = pages.iter().map(|page| {
        let location = format!("{address}{}", page.address().as_str());
        (location, changed(page))
    });
    document("urlset", "url", &rows.collect::<Vec<_>>())
}

/// Addresses with their days of change, each in an element of this name.
fn document(root: &str, name: &str, rows: &[(String, Option<Date>)]) -> Vec<u8> {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
    let written = writer
        .write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))
        .and_then(|()| {
            writer
                .create_element(root)
                .with_attribute(("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"))
                .write_inner_content(|writer| {
                    rows.iter()
                        .try_for_each(|(location, day)| row(writer, name, location, *day))
                })
                .map(|_| ())
        });
    written.expect("memory is always written");
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    bytes
}

fn row(
    writer: &mut Writer<Vec<u8>>,
    name: &str,
    location: &str,
    changed: Option<Date>,
) -> Result<()> {
    let text = |writer: &mut Writer<Vec<u8>>, name: &str, text: &str| {
        writer
            .create_element(name)
            .write_text_content(BytesText::new(text))
            .map(|_| ())
    };
    let inside = |writer: &mut Writer<Vec<u8>>| {
        text(writer, "loc", location)?;
        match changed {
            Some(day) => text(writer, "lastmod", &day.to_string()),
            None => Ok(()),
        }
    };
    writer
        .create_element(name)
        .write_inner_content(inside)
        .map(|_| ())
}

fn is_listed(page: &PageKey) -> bool {
    !matches!(
        page,
        PageKey::NotFound
            | PageKey::Search
            | PageKey::Place(_, PlacePage::Event(_) | PlacePage::Wall(_))
    )
}

/// `robots.txt`: read by search engines when the portal stands at the root of its host.
pub fn robots(address: &str) -> Vec<u8> {
    format!("User-agent: *\nAllow: /\nSitemap: {address}sitemap.xml\n").into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_the_day_of_its_last_change_where_it_is_known() {
        let home = PageKey::Home;
        let news = PageKey::News;
        let changed =
            |page: &PageKey| (*page == PageKey::News).then_some(jiff::civil::date(2026, 4, 30));
        let bytes = list(&[&home, &news], "https://portal.example/", &changed);
        let text = String::from_utf8(bytes).expect("UTF-8");
        let words: String = text.split_whitespace().collect();
        assert!(words.contains("<url><loc>https://portal.example/</loc></url>"));
        assert!(words.contains(
            "<url><loc>https://portal.example/novosti/</loc><lastmod>2026-04-30</lastmod></url>"
        ));
    }
}
