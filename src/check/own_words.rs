//! What the portal says in its own words, sentence by sentence: plain lines of plans, Markdown texts, summaries and
//! explanations of words. Cells and other words of documents are not here, nor are quotations inside our own texts
//! (block quotes, code) and the titles of questions, which are words of parents.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use crate::check::texts;
use crate::diag::Span;
use crate::diag::span::Spanned;
use crate::model::place::territory::Territory;
use crate::model::portal::Portal;
use crate::model::prose::{Origin, Prose};
use crate::text::markdown::options;
use crate::text::russian::folded_word;
use crate::text::sentence;

/// What a sentence belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nature {
    /// A line that retells a plan or a measure.
    Retelling,
    /// A text, a summary or an explanation.
    Text,
}

/// A sentence of ours.
#[derive(Debug, Clone)]
pub struct Sentence<'a> {
    /// What it belongs to.
    pub nature: Nature,
    /// Its words in order.
    pub words: Vec<Word<'a>>,
}

/// A word of a sentence.
#[derive(Debug, Clone)]
pub struct Word<'a> {
    /// As written.
    pub text: Cow<'a, str>,
    /// Its place; the whole value when it stands in a TOML file.
    pub span: Span,
    /// Whether it stands between «ёлочки», that is, is not ours.
    pub quoted: bool,
}

impl Sentence<'_> {
    /// From the first of these words to the last; the range must not be empty.
    pub fn span_of(&self, words: Range<usize>) -> Span {
        let (first, last) = (self.words[words.start].span, self.words[words.end - 1].span);
        Span {
            end: last.end,
            ..first
        }
    }

    /// These words with single spaces between them.
    pub fn text_of(&self, words: Range<usize>) -> String {
        let words: Vec<&str> = self.words[words].iter().map(|word| &*word.text).collect();
        words.join(" ")
    }

    /// Every word that is ours, in small letters and without «ё»; an empty text stands for a quoted one, so that no
    /// phrase is found across a quotation.
    pub fn folded(&self) -> Vec<String> {
        let fold = |word: &Word<'_>| match word.quoted {
            true => String::new(),
            false => folded_word(&word.text),
        };
        self.words.iter().map(fold).collect()
    }
}

/// Every sentence of our own that belongs to no territory, in a fixed order.
pub fn shared(portal: &Portal) -> Vec<Sentence<'_>> {
    let long = texts::shared(portal).flat_map(|text| markdown(text.prose));
    let words = portal.terms.iter().map(|term| (&term.plain, term.span));
    let risks = portal.risks.iter().map(|risk| (&risk.plain, risk.span));
    let explained = words
        .chain(risks)
        .filter_map(|(plain, span)| Some((plain.as_ref()?, span)));
    let short = explained.flat_map(|(text, span)| value(Nature::Text, text, span));
    long.chain(short).collect()
}

/// Every sentence of our own about a territory, in a fixed order.
pub fn of(place: &Territory) -> Vec<Sentence<'_>> {
    let retold = place.plans.iter().flat_map(|plan| {
        let events = plan.events().filter_map(|event| event.plain.as_ref());
        plan.plain.iter().chain(events).flat_map(retelling)
    });
    // A text of a section is as a rule copied from a document, whose words are not ours to mend.
    let long = texts::of(place)
        .filter(|text| !text.folder.ends_with("/sections"))
        .flat_map(|text| markdown(text.prose));
    let news = place.news.iter().map(|item| (&item.summary, item.span));
    let practices = place.practices.iter();
    let short = news
        .chain(practices.map(|practice| (&practice.summary, practice.span)))
        .flat_map(|(text, span)| value(Nature::Text, text, span));
    retold.chain(long).chain(short).collect()
}

fn retelling(line: &Spanned<String>) -> impl Iterator<Item = Sentence<'_>> {
    value(Nature::Retelling, &line.value, line.span)
}

fn value(nature: Nature, text: &str, span: Span) -> impl Iterator<Item = Sentence<'_>> {
    let sentence = move |words: Vec<sentence::Word>| Sentence {
        nature,
        words: words
            .into_iter()
            .map(|word| Word {
                text: Cow::Borrowed(&text[word.range]),
                span,
                quoted: word.quoted,
            })
            .collect(),
    };
    sentence::sentences(text).into_iter().map(sentence)
}

fn markdown(prose: &Prose) -> Vec<Sentence<'_>> {
    let Some(origin) = prose.origin else {
        return Vec::new();
    };
    let mut reading = Reading {
        origin,
        block: Block::default(),
        foreign: 0,
        found: Vec::new(),
    };
    for (event, range) in Parser::new_ext(&prose.markdown, options()).into_offset_iter() {
        reading.take(&event, range);
    }
    reading.end_block();
    reading.found
}

/// The text of a paragraph, heading, item or cell, with the place of each of its pieces in the source.
#[derive(Default)]
struct Block {
    text: String,
    pieces: Vec<(usize, usize)>,
}

struct Reading<'a> {
    origin: Origin,
    block: Block,
    /// How many block quotes and code blocks are open.
    foreign: usize,
    found: Vec<Sentence<'a>>,
}

impl Reading<'_> {
    fn take(&mut self, event: &Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) if !is_inline(tag.to_end()) => {
                self.end_block();
                self.foreign += usize::from(is_foreign(tag));
            }
            Event::End(tag) if !is_inline(*tag) => {
                self.end_block();
                self.foreign -=
                    usize::from(matches!(tag, TagEnd::BlockQuote(_) | TagEnd::CodeBlock));
            }
            Event::Text(words) | Event::Code(words) if self.foreign == 0 => {
                self.block.pieces.push((self.block.text.len(), range.start));
                self.block.text.push_str(words);
            }
            Event::SoftBreak | Event::HardBreak => self.block.text.push(' '),
            _ => {}
        }
    }

    fn end_block(&mut self) {
        let block = std::mem::take(&mut self.block);
        for words in sentence::sentences(&block.text) {
            let words = words.into_iter().map(|word| Word {
                text: Cow::Owned(block.text[word.range.clone()].to_owned()),
                span: self.origin.span(block.source(&word.range)),
                quoted: word.quoted,
            });
            self.found.push(Sentence {
                nature: Nature::Text,
                words: words.collect(),
            });
        }
    }
}

impl Block {
    /// Where a range of the text stands in the source.
    fn source(&self, range: &Range<usize>) -> Range<usize> {
        let at = |place: usize| {
            let before = self.pieces.partition_point(|(text, _)| *text <= place);
            let (text, source) = self.pieces[before.saturating_sub(1)];
            source + (place - text)
        };
        at(range.start)..at(range.end - 1) + 1
    }
}

fn is_inline(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image
    )
}

fn is_foreign(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::BlockQuote(_) | Tag::CodeBlock(_))
}

#[cfg(test)]
mod tests {
    use super::{Sentence, of, shared};
    use crate::check::fixture::{news, portal, spanned, term, territory, text};
    use crate::model::portal::Portal;

    fn said(portal: &Portal) -> Vec<(u32, String)> {
        let whole = |sentence: Sentence<'_>| {
            let all = 0..sentence.words.len();
            (sentence.span_of(all.clone()).start, sentence.text_of(all))
        };
        let places = portal.places().flat_map(of);
        places.chain(shared(portal)).map(whole).collect()
    }

    fn of_news(markdown: &str) -> Vec<(u32, String)> {
        let mut item = news("2023-03-30-prikaz", 0);
        item.summary = String::new();
        item.text = text(markdown, 100);
        let mut place = territory("04-altay");
        place.news = vec![item];
        said(&portal([place]))
    }

    fn owned(all: &[(u32, &str)]) -> Vec<(u32, String)> {
        all.iter()
            .map(|(at, text)| (*at, (*text).to_owned()))
            .collect()
    }

    #[test]
    fn sentences_of_a_text_have_their_places() {
        assert_eq!(
            of_news("# Да\n\nОн [и **она**](/x/).\nТы\n\n* раз\n* два\n"),
            owned(&[
                (102, "Да"),
                (108, "Он и она"),
                (135, "Ты"),
                (143, "раз"),
                (152, "два")
            ])
        );
    }

    #[test]
    fn quotations_are_not_ours() {
        assert_eq!(of_news("> В целях\n\n```\nв целях\n```\n"), owned(&[]));
    }

    #[test]
    fn plain_lines_and_explanations_are_ours() {
        let mut explained = term("shnor", 5, &[]);
        explained.plain = Some("Школы. Им помогают.".to_owned());
        let mut place = territory("04-altay");
        let mut plan = crate::check::fixture::plan(2023, []);
        plan.plain = Some(spanned("План помощи.".to_owned(), 7));
        place.plans = vec![plan];
        let mut portal = portal([place]);
        portal.terms = vec![explained];
        assert_eq!(
            said(&portal),
            owned(&[(7, "План помощи"), (5, "Школы"), (5, "Им помогают")])
        );
    }
}
