//! The list of pages for search engines. No dates of change: without the history of content they would be invented.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::site::{PageKey, PlacePage, Site};

/// `sitemap.xml` with absolute addresses. Pages that search engines should leave out, and cards of events, whose canonical
/// page is the plan's year, are not listed.
pub fn sitemap(site: &Site, address: &str) -> Vec<u8> {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
    let written = writer
        .write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))
        .and_then(|()| {
            writer
                .create_element("urlset")
                .with_attribute(("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"))
                .write_inner_content(|writer| {
                    for page in site.pages().iter().filter(|page| is_listed(page)) {
                        let location = format!("{address}{}", page.address().as_str());
                        writer.create_element("url").write_inner_content(|writer| {
                            writer
                                .create_element("loc")
                                .write_text_content(BytesText::new(&location))?;
                            Ok(())
                        })?;
                    }
                    Ok(())
                })
                .map(|_| ())
        });
    written.expect("memory is always written");
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    bytes
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
