//! Writes a text piece by piece: each event of the reader of Markdown becomes HTML.

use pulldown_cmark::{
    Alignment, BlockQuoteKind, CodeBlockKind, CowStr, Event, Options, Parser, Tag, TagEnd,
};

use crate::model::prose::Prose;
use crate::render::highlight;
use crate::render::markdown::setting;
use crate::render::markdown::targets::{Links, Target};
use crate::render::words::{Html, escape};
use crate::text;

/// Writes one text.
pub struct Writer<'a> {
    out: String,
    prose: &'a Prose,
    links: &'a Links<'a>,
    folder: &'a str,
    headings: Headings,
    /// Labels of footnotes in the order of their first mention.
    footnotes: Vec<String>,
    /// Keeps footnote anchors of several texts on one page apart.
    mark: u16,
    table: Table,
    /// Language and text of the code block being read.
    code: Option<(String, String)>,
    /// Source and description of the picture being read.
    image: Option<(String, String)>,
    /// How to close the links and headings that are open.
    closing: Vec<String>,
}

/// Where the writer stands among the headings.
#[derive(Default)]
struct Headings {
    /// From the text's own level to the page's.
    shift: i16,
    /// Level of the heading written last, so that none is skipped.
    open_level: u8,
    /// Which heading of the text comes next.
    next: usize,
}

/// Where the writer stands in a table.
#[derive(Default)]
struct Table {
    alignments: Vec<Alignment>,
    cell: usize,
    in_head: bool,
    /// Whether the body has begun.
    in_body: bool,
}

impl<'a> Writer<'a> {
    /// Prepares to write a text whose relative links start from `folder`.
    pub fn new(prose: &'a Prose, folder: &'a str, links: &'a Links<'a>) -> Self {
        Writer {
            out: String::with_capacity(prose.markdown.len() * 2),
            prose,
            links,
            folder,
            headings: Headings::default(),
            footnotes: Vec::new(),
            mark: xxhash_rust::xxh3::xxh3_64(prose.markdown.as_bytes()) as u16,
            table: Table::default(),
            code: None,
            image: None,
            closing: Vec::new(),
        }
    }

    /// Writes the text; its own first level of headings becomes `level`.
    pub fn html(mut self, level: u8) -> Html {
        // «> [!NOTE]» makes no heading and no link, so the reader of texts need not know of it.
        let options = text::markdown::options() | Options::ENABLE_GFM;
        let mut events: Vec<Event<'_>> = Parser::new_ext(&self.prose.markdown, options).collect();
        setting::set(&mut events);
        let top = events.iter().filter_map(heading_level).min().unwrap_or(1);
        self.headings.shift = i16::from(level) - i16::from(top);
        self.headings.open_level = level.saturating_sub(1);
        for event in events {
            self.event(event);
        }
        Html(self.out)
    }

    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.text(&text),
            Event::Code(text) if self.image.is_some() => self.text(&text),
            Event::Code(text) => self.push(&format!("<code>{}</code>", escape(&text))),
            Event::SoftBreak => self.text("\n"),
            Event::HardBreak if self.image.is_some() => self.text(" "),
            Event::HardBreak => self.push("<br>\n"),
            Event::Rule => self.push("<hr>\n"),
            Event::FootnoteReference(label) => self.footnote_mark(&label),
            Event::TaskListMarker(done) => {
                self.push(if done {
                    "<span class=\"tag\">сделано</span> "
                } else {
                    "<span class=\"tag\">не сделано</span> "
                });
            }
            Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text),
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
        }
    }

    fn push(&mut self, html: &str) {
        self.out.push_str(html);
    }

    fn text(&mut self, text: &str) {
        if let Some((_, code)) = &mut self.code {
            code.push_str(text);
        } else if let Some((_, description)) = &mut self.image {
            description.push_str(text);
        } else {
            self.out.push_str(&escape(text));
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph | Tag::HtmlBlock => self.push("<p>"),
            Tag::Heading { level, .. } => self.start_heading(level as u8),
            Tag::BlockQuote(kind) => self.start_quote(kind),
            Tag::CodeBlock(kind) => self.code = Some((language(kind), String::new())),
            Tag::List(None | Some(1)) => {
                let ordered = matches!(tag, Tag::List(Some(_)));
                self.push(if ordered { "<ol>\n" } else { "<ul>\n" });
            }
            Tag::List(Some(first)) => self.push(&format!("<ol start=\"{first}\">\n")),
            Tag::Item => self.push("<li>"),
            Tag::FootnoteDefinition(label) => self.start_footnote(&label),
            Tag::Table(alignments) => {
                self.table = Table {
                    alignments,
                    ..Table::default()
                };
                self.push("<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Таблица\"><table>\n");
            }
            Tag::TableHead => {
                self.table.in_head = true;
                self.start_row("<thead>\n<tr>");
            }
            Tag::TableRow => self.start_row("<tr>"),
            Tag::TableCell => self.start_cell(),
            Tag::Emphasis => self.push("<em>"),
            Tag::Strong => self.push("<strong>"),
            Tag::Strikethrough => self.push("<s>"),
            Tag::Link { dest_url, .. } => self.start_link(&dest_url),
            Tag::Image { dest_url, .. } => {
                self.image = Some((dest_url.into_string(), String::new()))
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::HtmlBlock => self.push("</p>\n"),
            TagEnd::Heading(_) | TagEnd::Link => {
                let close = self.closing.pop().unwrap_or_default();
                self.push(&close);
            }
            TagEnd::BlockQuote(_) => self.push("</blockquote>\n"),
            TagEnd::CodeBlock => {
                let (language, text) = self.code.take().unwrap_or_default();
                self.push(&highlight::code(&text, &language).0);
            }
            TagEnd::List(ordered) => self.push(if ordered { "</ol>\n" } else { "</ul>\n" }),
            TagEnd::Item => self.push("</li>\n"),
            TagEnd::FootnoteDefinition => self.push("</div></div>\n"),
            TagEnd::Table => self.push(if self.table.in_body {
                "</tbody></table></div>\n"
            } else {
                "</table></div>\n"
            }),
            TagEnd::TableHead => {
                self.table.in_head = false;
                self.table.in_body = false;
                self.push("</tr>\n</thead>\n");
            }
            TagEnd::TableRow => self.push("</tr>\n"),
            TagEnd::TableCell => self.push(if self.table.in_head { "</th>" } else { "</td>" }),
            TagEnd::Emphasis => self.push("</em>"),
            TagEnd::Strong => self.push("</strong>"),
            TagEnd::Strikethrough => self.push("</s>"),
            TagEnd::Image => self.end_image(),
            _ => {}
        }
    }

    fn start_heading(&mut self, own: u8) {
        let shifted = (i16::from(own) + self.headings.shift).clamp(2, 6) as u8;
        let level = shifted.min(self.headings.open_level + 1).max(2);
        self.headings.open_level = level;
        let anchor = self
            .prose
            .headings
            .get(self.headings.next)
            .map(|heading| heading.anchor.as_str());
        self.headings.next += 1;
        match anchor {
            Some(anchor) => self.push(&format!("<h{level} id=\"{}\">", escape(anchor))),
            None => self.push(&format!("<h{level}>")),
        }
        self.closing.push(format!("</h{level}>\n"));
    }

    fn start_quote(&mut self, kind: Option<BlockQuoteKind>) {
        let (class, word) = match kind {
            None => return self.push("<blockquote>\n"),
            Some(BlockQuoteKind::Note) => ("note", "Примечание"),
            Some(BlockQuoteKind::Tip) => ("tip", "Совет"),
            Some(BlockQuoteKind::Important) => ("important", "Важно"),
            Some(BlockQuoteKind::Warning) => ("warning", "Внимание"),
            Some(BlockQuoteKind::Caution) => ("caution", "Осторожно"),
        };
        self.push(&format!(
            "<blockquote class=\"alert alert--{class}\">\n<p><strong>{word}</strong></p>\n"
        ));
    }

    fn start_row(&mut self, html: &str) {
        if !self.table.in_head && !self.table.in_body {
            self.table.in_body = true;
            self.push("<tbody>\n");
        }
        self.table.cell = 0;
        self.push(html);
    }

    fn start_cell(&mut self) {
        let alignment = self
            .table
            .alignments
            .get(self.table.cell)
            .copied()
            .unwrap_or(Alignment::None);
        self.table.cell += 1;
        let tag = if self.table.in_head {
            "th scope=\"col\""
        } else {
            "td"
        };
        let class = match alignment {
            Alignment::Right => " class=\"align-end\"",
            Alignment::Center => " class=\"align-center\"",
            Alignment::None | Alignment::Left => "",
        };
        self.push(&format!("<{tag}{class}>"));
    }

    fn footnote_number(&mut self, label: &str) -> usize {
        let known = self.footnotes.iter().position(|known| known == label);
        known.unwrap_or_else(|| {
            self.footnotes.push(label.to_owned());
            self.footnotes.len() - 1
        }) + 1
    }

    fn footnote_mark(&mut self, label: &CowStr<'_>) {
        let (number, mark) = (self.footnote_number(label), self.mark);
        self.push(&format!(
            "<sup><a href=\"#snoska-{mark:04x}-{number}\" aria-label=\"Сноска {number}\">{number}</a></sup>"
        ));
    }

    fn start_footnote(&mut self, label: &CowStr<'_>) {
        let (number, mark) = (self.footnote_number(label), self.mark);
        self.push(&format!(
            "<div class=\"footnote\" id=\"snoska-{mark:04x}-{number}\"><span class=\"footnote-number\">{number}</span><div>"
        ));
    }

    fn start_link(&mut self, target: &str) {
        let (open, close) = match self.links.resolve(target, self.folder) {
            Some(Target::Here(href)) => (format!("<a href=\"{}\">", escape(&href)), "</a>"),
            Some(Target::Away(href)) => (
                format!(
                    "<a class=\"external\" rel=\"noopener noreferrer\" href=\"{}\">",
                    escape(&href)
                ),
                "</a>",
            ),
            None => (String::new(), ""),
        };
        self.push(&open);
        self.closing.push(close.to_owned());
    }

    fn end_image(&mut self) {
        let Some((source, description)) = self.image.take() else {
            return;
        };
        // Pages load nothing from other hosts: a picture from elsewhere is shown by its description.
        match self.links.resolve(&source, self.folder) {
            Some(Target::Here(href)) if !href.starts_with('#') => {
                let size = self.links.picture_size(&source, self.folder);
                let room = size.map_or_else(String::new, |(width, height)| {
                    format!(" width=\"{width}\" height=\"{height}\"")
                });
                self.push(&format!(
                    "<img src=\"{}\" alt=\"{}\"{room} loading=\"lazy\" decoding=\"async\">",
                    escape(&href),
                    escape(&description)
                ));
            }
            _ => self.push(&escape(&description)),
        }
    }
}

fn language(kind: CodeBlockKind<'_>) -> String {
    match kind {
        CodeBlockKind::Fenced(language) => language.into_string(),
        CodeBlockKind::Indented => String::new(),
    }
}

fn heading_level(event: &Event<'_>) -> Option<u8> {
    match event {
        Event::Start(Tag::Heading { level, .. }) => Some(*level as u8),
        _ => None,
    }
}
