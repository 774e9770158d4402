//! Marks of Markdown that do not do what was meant: they stay signs on the page, or turn words into code. What the
//! reader of Markdown made of the text tells where to look; the lines themselves tell what was meant.
//!
//! `blocks` looks at headings, code and tables, `lines` at paragraphs line by line, `links` at what should be a link.

mod blocks;
mod lines;
mod links;

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use crate::diag::Diagnostic;
use crate::model::prose::Origin;
use crate::text::markdown::options;

/// What the checks are given: the text, its place, and where its parts are.
struct Text<'a> {
    markdown: &'a str,
    origin: Origin,
    /// Parts whose words are shown as they are: code and addresses in angle brackets.
    literal: Vec<Range<usize>>,
    /// Links and pictures that became such.
    links: Vec<Range<usize>>,
}

impl Text<'_> {
    /// True when a place is inside of code or of a link.
    fn is_taken(&self, at: usize) -> bool {
        let within = |parts: &[Range<usize>]| parts.iter().any(|part| part.contains(&at));
        within(&self.literal) || within(&self.links)
    }
}

/// Finds marks that do not do what was meant.
pub fn check(markdown: &str, origin: Origin, found: &mut Vec<Diagnostic>) {
    let events: Vec<(Event<'_>, Range<usize>)> = Parser::new_ext(markdown, options())
        .into_offset_iter()
        .collect();
    let ranges = |wanted: fn(&Event<'_>) -> bool| {
        events
            .iter()
            .filter(|(event, _)| wanted(event))
            .map(|(_, range)| range.clone())
            .collect::<Vec<_>>()
    };
    let text = Text {
        markdown,
        origin,
        literal: ranges(|event| {
            matches!(
                event,
                Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock)
                    | Event::Code(_)
                    | Event::InlineHtml(_)
            )
        }),
        links: ranges(|event| matches!(event, Event::Start(Tag::Link { .. } | Tag::Image { .. }))),
    };
    blocks::check(&text, &events, found);
    let mut marks = Vec::new();
    for paragraph in ranges(|event| matches!(event, Event::Start(Tag::Paragraph))) {
        lines::check(&text, paragraph.clone(), found);
        found.extend(links::check(&text, paragraph.clone()));
        marks.extend(lines::stray_marks(&text, paragraph));
    }
    for item in tight_items(&events) {
        found.extend(lines::lost_items(&text, item.clone()));
        found.extend(links::check(&text, item.clone()));
        marks.extend(lines::stray_marks(&text, item));
    }
    found.extend(marks);
}

/// Items of lists that hold their words without a paragraph.
fn tight_items(events: &[(Event<'_>, Range<usize>)]) -> Vec<Range<usize>> {
    let mut items = Vec::new();
    for (index, (event, range)) in events.iter().enumerate() {
        if !matches!(event, Event::Start(Tag::Item)) {
            continue;
        }
        let inner = events[index + 1..].iter().take_while(|(event, _)| {
            !matches!(event, Event::End(TagEnd::Item) | Event::Start(Tag::List(_)))
        });
        let tight = !inner
            .clone()
            .any(|(event, _)| matches!(event, Event::Start(Tag::Paragraph)));
        // Marks of bold letters stand outside of the text that they mark, so the whole of what is inline counts.
        let start = inner.clone().map(|(_, range)| range.start).min();
        let end = inner.map(|(_, range)| range.end).max();
        if let (true, Some(start), Some(end)) = (tight, start, end) {
            items.push(start..end.min(range.end));
        }
    }
    items
}
