//! Plain text of documents as HTML: escaped, abbreviations marked by the glossary of the place.
//! The words themselves never change: without its tags the HTML says exactly what the document says.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;

use crate::model::id::{Slug, TerritoryPath};
use crate::model::reference::{Meaning, Term};
use crate::text::russian::is_word_char;

/// HTML made by this program, safe to put into a page as it is. Templates print it with `| safe`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Html(pub String);

/// Abbreviations of the portal, prepared for finding them in texts.
pub struct Glossary<'a> {
    terms: &'a [Term],
    /// First word of a literal form → the forms that begin with it, longest first. Only ever looked up, so its order
    /// cannot reach a page.
    forms: HashMap<&'a str, Vec<Form<'a>>>,
    /// Letters that forms begin with, by their number: most words of a text begin with another and need not be looked up.
    beginnings: Vec<bool>,
}

#[derive(Clone, Copy)]
struct Form<'a> {
    text: &'a str,
    /// Position of its term in the glossary.
    term: usize,
}

/// An abbreviation of a page for the block «Сокращения на этой странице».
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AbbrRow<'a> {
    /// The abbreviation.
    pub abbr: &'a str,
    /// What it means in this place.
    pub meaning: &'a str,
    /// False when no document confirms the meaning: shown with «требует сверки».
    pub confirmed: bool,
    /// The term, for a link to its page.
    #[serde(skip)]
    pub term: &'a Slug,
}

impl<'a> Glossary<'a> {
    /// Prepares the terms. Only terms with an abbreviation are marked in texts: a dotted line under every
    /// «рисковый профиль» would make official sentences unreadable.
    pub fn new(terms: &'a [Term]) -> Self {
        let mut forms: HashMap<&'a str, Vec<Form<'a>>> = HashMap::new();
        for (term, entry) in terms.iter().enumerate() {
            let Some(abbr) = &entry.abbr else { continue };
            for text in std::iter::once(abbr.as_str()).chain(entry.forms.iter().map(String::as_str))
            {
                let first = first_word(text);
                if !first.is_empty() {
                    forms.entry(first).or_default().push(Form { text, term });
                }
            }
        }
        for list in forms.values_mut() {
            list.sort_by_key(|form| (std::cmp::Reverse(form.text.len()), form.term));
        }
        let letters = forms.keys().filter_map(|word| word.chars().next());
        let mut beginnings = Vec::new();
        for letter in letters.map(|letter| letter as usize) {
            if beginnings.len() <= letter {
                beginnings.resize(letter + 1, false);
            }
            beginnings[letter] = true;
        }
        Glossary {
            terms,
            forms,
            beginnings,
        }
    }

    /// The text as HTML; abbreviations that the glossary explains in this place become `<abbr>`.
    pub fn html(&self, text: &str, place: Option<&TerritoryPath>) -> Html {
        let mut out = String::with_capacity(text.len() + text.len() / 4);
        let mut done = 0;
        self.scan(text, place, |at, form, meaning| {
            push_escaped(&mut out, &text[done..at]);
            out.push_str("<abbr title=\"");
            push_escaped(&mut out, &meaning.text);
            if !meaning.confirmed {
                out.push_str(" (требует сверки)");
            }
            out.push_str("\">");
            push_escaped(&mut out, form.text);
            out.push_str("</abbr>");
            done = at + form.text.len();
        });
        push_escaped(&mut out, &text[done..]);
        Html(out)
    }

    /// The abbreviations that occur in the texts and are explained in this place, in order of their letters.
    pub fn used_in(
        &self,
        texts: &mut dyn Iterator<Item = &str>,
        place: Option<&TerritoryPath>,
    ) -> Vec<AbbrRow<'a>> {
        let mut rows: BTreeMap<(&'a str, usize), AbbrRow<'a>> = BTreeMap::new();
        for text in texts {
            self.scan(text, place, |_, form, meaning| {
                let term = &self.terms[form.term];
                rows.entry((term.title(), form.term))
                    .or_insert_with(|| AbbrRow {
                        abbr: term.title(),
                        meaning: &meaning.text,
                        confirmed: meaning.confirmed,
                        term: &term.id,
                    });
            });
        }
        rows.into_values().collect()
    }

    /// The term that an abbreviation belongs to.
    pub fn term(&self, abbr: &str) -> Option<&'a Slug> {
        let forms = self.forms.get(first_word(abbr))?;
        let form = forms.iter().find(|form| form.text == abbr)?;
        Some(&self.terms[form.term].id)
    }

    /// The forms that begin with a word.
    fn forms_of(&self, word: &str) -> Option<&Vec<Form<'a>>> {
        let letter = word.chars().next()? as usize;
        let known = self.beginnings.get(letter).is_some_and(|known| *known);
        known.then(|| self.forms.get(word))?
    }

    /// Calls `found` for every abbreviation of the text, left to right, never overlapping.
    fn scan(
        &self,
        text: &str,
        place: Option<&TerritoryPath>,
        mut found: impl FnMut(usize, Form<'a>, &'a Meaning),
    ) {
        let mut at = 0;
        while let Some(start) = text[at..].find(is_word_char).map(|skipped| at + skipped) {
            let word = first_word(&text[start..]);
            at = start + word.len();
            let Some(forms) = self.forms_of(word) else {
                continue;
            };
            let rest = &text[start..];
            let hit = forms.iter().find_map(|form| {
                let fits = rest.starts_with(form.text) && ends_word(&rest[form.text.len()..]);
                let meaning = if fits {
                    self.terms[form.term].meaning_in(place)
                } else {
                    None
                };
                meaning.map(|meaning| (*form, meaning))
            });
            if let Some((form, meaning)) = hit {
                found(start, form, meaning);
                at = start + form.text.len();
            }
        }
    }
}

/// The letters and digits a text begins with.
fn first_word(text: &str) -> &str {
    let end = text.find(|c: char| !is_word_char(c)).unwrap_or(text.len());
    &text[..end]
}

/// Whether a word ends before this text. A dot glued to a letter does not end one: «ИОМ.Офис38» is the name of a
/// project, not the abbreviation «ИОМ».
fn ends_word(rest: &str) -> bool {
    let mut letters = rest.chars();
    match letters.next() {
        Some('.') => !letters.next().is_some_and(char::is_alphabetic),
        Some(next) => !is_word_char(next),
        None => true,
    }
}

/// The text that [`escape`] made HTML of.
pub fn unescape(html: &str) -> String {
    html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}

/// Escapes a text for HTML content and quoted attributes.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    push_escaped(&mut out, text);
    out
}

fn push_escaped(out: &mut String, text: &str) {
    let mut done = 0;
    for (at, byte) in text.bytes().enumerate() {
        let entity = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\'' => "&#39;",
            _ => continue,
        };
        out.push_str(&text[done..at]);
        out.push_str(entity);
        done = at + 1;
    }
    out.push_str(&text[done..]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::span::Span;
    use crate::files::sources::SourceId;

    fn term(
        id: &str,
        abbr: Option<&str>,
        forms: &[&str],
        meanings: &[(&str, Option<&str>)],
    ) -> Term {
        Term {
            id: Slug::parse(id).unwrap(),
            span: Span::start_of(SourceId(0)),
            abbr: abbr.map(str::to_owned),
            name: None,
            forms: forms.iter().map(|form| (*form).to_owned()).collect(),
            group: String::new(),
            plain: None,
            meanings: meanings
                .iter()
                .map(|(text, region)| Meaning {
                    text: (*text).to_owned(),
                    scope: region
                        .map(|region| TerritoryPath {
                            region: Slug::parse(region).unwrap(),
                            municipality: None,
                        })
                        .into_iter()
                        .collect(),
                    scope_places: Vec::new(),
                    source: None,
                    confirmed: *text != "сомнение",
                })
                .collect(),
        }
    }

    fn terms() -> Vec<Term> {
        vec![
            term(
                "shnor",
                Some("ШНОР"),
                &[],
                &[("школы с «низкими» результатами", None)],
            ),
            term("gau-dpo", Some("ГАУ ДПО"), &[], &[("учреждение", None)]),
            term(
                "gau-dpo-iro",
                Some("ГАУ ДПО ИРО"),
                &["ИРО"],
                &[("институт", None)],
            ),
            term(
                "mo",
                Some("МО"),
                &[],
                &[
                    ("объединение", Some("70-tomskaya")),
                    ("сомнение", Some("04-altay")),
                ],
            ),
            term("iom", Some("ИОМ"), &[], &[("маршрут", None)]),
            term(
                "profil",
                None,
                &["рискового профиля"],
                &[("без сокращения", None)],
            ),
        ]
    }

    fn place(region: &str) -> TerritoryPath {
        TerritoryPath {
            region: Slug::parse(region).unwrap(),
            municipality: None,
        }
    }

    #[test]
    fn whole_words_are_marked_and_the_longest_form_wins() {
        let terms = terms();
        let glossary = Glossary::new(&terms);
        let html = |text: &str| glossary.html(text, None).0;
        assert_eq!(
            html("для ШНОР, не ШНОРов"),
            "для <abbr title=\"школы с «низкими» результатами\">ШНОР</abbr>, не ШНОРов"
        );
        assert_eq!(
            html("ГАУ ДПО ИРО"),
            "<abbr title=\"институт\">ГАУ ДПО ИРО</abbr>"
        );
        assert_eq!(
            html("ГАУ ДПО  ИРО"),
            "<abbr title=\"учреждение\">ГАУ ДПО</abbr>  <abbr title=\"институт\">ИРО</abbr>"
        );
        assert_eq!(
            html("«ИОМ.Офис38» и ИОМ."),
            "«ИОМ.Офис38» и <abbr title=\"маршрут\">ИОМ</abbr>."
        );
        assert_eq!(html("рискового профиля"), "рискового профиля");
    }

    #[test]
    fn a_meaning_holds_in_its_own_place_only() {
        let terms = terms();
        let glossary = Glossary::new(&terms);
        assert_eq!(
            glossary.html("МО", Some(&place("70-tomskaya"))).0,
            "<abbr title=\"объединение\">МО</abbr>"
        );
        assert_eq!(
            glossary.html("МО", Some(&place("04-altay"))).0,
            "<abbr title=\"сомнение (требует сверки)\">МО</abbr>"
        );
        assert_eq!(glossary.html("МО", Some(&place("38-irkutskaya"))).0, "МО");
    }

    #[test]
    fn the_words_stay_as_they_are() {
        let terms = terms();
        let glossary = Glossary::new(&terms);
        let text = "ШНОР  <b>\"МО\"</b> & 'ИРО'\nё Ⅳ ШНОР";
        let html = glossary.html(text, Some(&place("70-tomskaya"))).0;
        let mut plain = String::new();
        let mut inside = false;
        for c in html.chars() {
            match c {
                '<' => inside = true,
                '>' => inside = false,
                c if !inside => plain.push(c),
                _ => {}
            }
        }
        let plain = plain
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&#39;", "'");
        assert_eq!(plain.replace("&amp;", "&"), text);
    }

    #[test]
    fn the_block_lists_each_abbreviation_once() {
        let terms = terms();
        let glossary = Glossary::new(&terms);
        let rows = glossary.used_in(
            &mut ["ШНОР и ИРО", "ШНОР, ГАУ ДПО ИРО, МО"].into_iter(),
            Some(&place("04-altay")),
        );
        let said: Vec<_> = rows
            .iter()
            .map(|row| (row.abbr, row.confirmed, row.term.as_str()))
            .collect();
        assert_eq!(
            said,
            [
                ("ГАУ ДПО ИРО", true, "gau-dpo-iro"),
                ("МО", false, "mo"),
                ("ШНОР", true, "shnor")
            ]
        );
    }
}
