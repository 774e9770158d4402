//! Atom, RFC 4287.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::export::feeds::feed::{Entry, Feed, LONGEST};

type Xml = Writer<Vec<u8>>;

/// The feed as Atom.
pub fn atom(feed: &Feed) -> Vec<u8> {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
    let written = writer
        .write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))
        .and_then(|()| {
            writer
                .create_element("feed")
                .with_attributes([("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", "ru")])
                .write_inner_content(|xml| inner(xml, feed))
                .map(|_| ())
        });
    written.expect("memory is always written");
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    bytes
}

fn inner(xml: &mut Xml, feed: &Feed) -> io::Result<()> {
    text(xml, "id", &feed.id)?;
    text(xml, "title", &feed.title)?;
    text(xml, "subtitle", &feed.description)?;
    text(xml, "updated", &feed.updated.to_string())?;
    xml.create_element("author")
        .write_inner_content(|xml| text(xml, "name", &feed.author))?;
    link(xml, "self", "application/atom+xml", &feed.atom)?;
    link(xml, "alternate", "text/html", &feed.page)?;
    if !feed.json.is_empty() {
        link(xml, "alternate", "application/feed+json", &feed.json)?;
    }
    for one in feed.entries.iter().take(LONGEST) {
        xml.create_element("entry")
            .write_inner_content(|xml| entry(xml, one))?;
    }
    Ok(())
}

fn entry(xml: &mut Xml, entry: &Entry) -> io::Result<()> {
    text(xml, "id", &entry.id)?;
    text(xml, "title", &entry.title)?;
    text(xml, "updated", &entry.updated.to_string())?;
    text(xml, "published", &entry.updated.to_string())?;
    link(xml, "alternate", "text/html", &entry.link)?;
    if !entry.summary.is_empty() {
        text(xml, "summary", &entry.summary)?;
    }
    if entry.html.is_empty() {
        return Ok(());
    }
    // HTML inside is text to XML: a program that reads feeds unpacks it once.
    xml.create_element("content")
        .with_attribute(("type", "html"))
        .write_text_content(BytesText::new(&allowed(&entry.html)))?;
    Ok(())
}

fn text(xml: &mut Xml, name: &str, value: &str) -> io::Result<()> {
    xml.create_element(name)
        .write_text_content(BytesText::new(&allowed(value)))
        .map(|_| ())
}

fn link(xml: &mut Xml, rel: &str, kind: &str, href: &str) -> io::Result<()> {
    xml.create_element("link")
        .with_attributes([("rel", rel), ("type", kind), ("href", href)])
        .write_empty()
        .map(|_| ())
}

/// XML knows no control characters, however they are written.
fn allowed(text: &str) -> String {
    let fits = |c: &char| !matches!(c, '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    text.chars().filter(fits).collect()
}
