//! Markdown read for what other stages need: headings with their anchors, links with their places. HTML is refused here,
//! since content may produce text and nothing else.

use std::collections::BTreeMap;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use crate::content::typed::markup;
use crate::diag::codes;
use crate::diag::{Diagnostic, Span};
use crate::model::prose::{Heading, Link, Origin, Prose};
use crate::text::markdown::options;
use crate::text::slug::slug;
use crate::text::typography;

/// Reads a text.
pub fn read(markdown: &str, origin: Origin, found: &mut Vec<Diagnostic>) -> Prose {
    let mut reading = Reading {
        origin,
        prose: Prose {
            origin: Some(origin),
            ..Prose::default()
        },
        anchors: BTreeMap::new(),
        heading: None,
        link: Vec::new(),
        html: false,
    };
    let before = found.len();
    for (event, range) in Parser::new_ext(markdown, options()).into_offset_iter() {
        reading.take(event, range, found);
    }
    markup::check(markdown, origin, found);
    // Of several mistakes of one kind in a value all would have one place.
    if matches!(origin, Origin::Value(_)) {
        found.truncate(before + 1);
    }
    markdown.clone_into(&mut reading.prose.markdown);
    reading.prose
}

struct Reading {
    origin: Origin,
    prose: Prose,
    anchors: BTreeMap<String, usize>,
    heading: Option<String>,
    link: Vec<Link>,
    /// True inside of a block of HTML, which is one mistake.
    html: bool,
}

impl Reading {
    fn take(
        &mut self,
        event: Event<'_>,
        range: std::ops::Range<usize>,
        found: &mut Vec<Diagnostic>,
    ) {
        match event {
            Event::Start(Tag::Heading { .. }) => self.heading = Some(String::new()),
            Event::End(TagEnd::Heading(_)) => self.end_heading(),
            Event::Start(Tag::Link { dest_url, .. }) => self.start_link(&dest_url, range, false),
            Event::Start(Tag::Image { dest_url, .. }) => self.start_link(&dest_url, range, true),
            Event::End(TagEnd::Link | TagEnd::Image) => self.prose.links.extend(self.link.pop()),
            Event::Text(text) | Event::Code(text) => self.words(&text),
            Event::Start(Tag::HtmlBlock) => self.html = true,
            Event::End(TagEnd::HtmlBlock) => self.html = false,
            Event::Html(html) if self.html && !html.trim().is_empty() => {
                self.html = false;
                found.push(raw_html(self.origin.span(visible(&html, range)), &html));
            }
            // What closes a tag belongs to the mistake that opened it.
            Event::InlineHtml(html) if !html.starts_with("</") => {
                found.push(raw_html(self.origin.span(range), &html));
            }
            _ => {}
        }
    }

    fn words(&mut self, text: &str) {
        if let Some(heading) = &mut self.heading {
            heading.push_str(text);
        }
        for link in &mut self.link {
            link.text.push_str(text);
        }
    }

    fn start_link(&mut self, target: &str, range: std::ops::Range<usize>, image: bool) {
        let span = self.origin.span(range);
        self.link.push(Link {
            target: target.to_owned(),
            span,
            image,
            text: String::new(),
        });
    }

    fn end_heading(&mut self) {
        let text = self.heading.take().unwrap_or_default();
        let base = match slug(&text) {
            empty if empty.is_empty() => "razdel".to_owned(),
            slug => slug,
        };
        let times = self.anchors.entry(base.clone()).or_default();
        *times += 1;
        let anchor = if *times == 1 {
            base
        } else {
            format!("{base}-{times}")
        };
        let text = typography::own(&text);
        self.prose.headings.push(Heading { text, anchor });
    }
}

/// The range without the line break at its end.
fn visible(html: &str, range: std::ops::Range<usize>) -> std::ops::Range<usize> {
    range.start..range.start + html.trim_end().len()
}

fn raw_html(span: Span, html: &str) -> Diagnostic {
    let line = html.lines().next().unwrap_or_default().trim();
    Diagnostic::error(
        codes::RAW_HTML,
        span,
        format!("HTML в тексте не разрешён: {line}"),
    )
    .label("это HTML")
    .help(instead(line))
    .help("если знак < нужен сам по себе, поставьте перед ним обратную косую черту: \\<")
}

/// What to write instead of a tag.
fn instead(html: &str) -> &'static str {
    let name: String = html
        .trim_start_matches('<')
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .collect::<String>()
        .to_lowercase();
    match name.as_str() {
        _ if html.starts_with("<!--") => {
            "заметок для себя в тексте страницы не оставляют: удалите её"
        }
        "br" | "p" | "div" => "уберите это: новый абзац Markdown начинается после пустой строки",
        "b" | "strong" => "жирные слова пишут между звёздочками: **слова**",
        "i" | "em" | "u" => "слова выделяют звёздочками: *слова*",
        "a" => "ссылку пишут так: [слова](адрес)",
        "img" => "картинку пишут так: ![что на ней видно](файл.png)",
        "ul" | "ol" | "li" => "пункты списка начинают с «- »",
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => "заголовок начинают с ## и пробела",
        _ => {
            "оформляйте текст средствами Markdown: **жирный**, [ссылка](адрес), списки с «- », таблицы"
        }
    }
}
