//! The glossary: words and abbreviations of the documents, and a page for each.

use serde::Serialize;

use crate::model::id::Slug;
use crate::model::place::territory::Territory;
use crate::model::plan::roadmap::Roadmap;
use crate::model::reference::{Meaning, Term};
use crate::render::agenda::Promise;
use crate::render::context::Context;
use crate::render::shell::{Head, Shell};
use crate::render::theme::ThemeError;
use crate::render::usage::Found;
use crate::render::views::frame::framed;
use crate::render::views::parts::count;
use crate::render::views::parts::letters::{Letter, by_letter};
use crate::render::views::shared::cite::{Cite, Link};
use crate::render::views::shared::practice::RiskView;
use crate::render::words::{Html, escape};
use crate::site::{Extent, PageKey};
use crate::text::language::Words;

#[derive(Serialize)]
struct GlossaryView {
    summary: String,
    letters: Vec<Letter<TermRow>>,
    groups: Vec<TermGroup>,
    /// Risk factors that practices answer.
    risks: Vec<RiskView>,
    practices: Link,
}

#[derive(Serialize)]
struct TermRow {
    id: String,
    link: Link,
    meanings: Vec<MeaningView>,
}

#[derive(Serialize)]
struct TermGroup {
    title: String,
    terms: Vec<Link>,
}

#[derive(Serialize)]
struct MeaningView {
    text: String,
    /// Where it holds: «в Жигаловском районе»; none for everywhere.
    scope: Option<String>,
    source: Option<String>,
    confirmed: bool,
}

#[derive(Serialize)]
struct TermView {
    title: String,
    group: String,
    plain: Option<String>,
    forms: Vec<String>,
    meanings: Vec<MeaningView>,
    total: Option<String>,
    uses: Vec<PlaceUses>,
    glossary: Link,
}

/// Where a territory uses a term.
#[derive(Serialize)]
struct PlaceUses {
    place: Link,
    count: String,
    plans: Vec<PlanUses>,
}

#[derive(Serialize)]
struct PlanUses {
    plan: Link,
    count: String,
    /// The first few events.
    events: Vec<Link>,
    more: Option<String>,
}

/// Anchors of letters begin so.
const LETTER: &str = "bukva";

/// How many events of a plan are named on the page of a term.
const NAMED_EVENTS: usize = 3;

/// The HTML of the glossary.
///
/// # Errors
/// When the template is at fault.
pub fn html(context: &Context<'_>) -> Result<String, ThemeError> {
    let key = PageKey::Glossary;
    let cite = Cite::new(context, &key);
    let terms = &context.portal.terms;
    let words = context.words;
    let summary = words.counted(terms.len(), count::TERMS);
    let rows = terms.iter().map(|term| {
        let row = TermRow {
            id: term.id.to_string(),
            link: term_link(&cite, term),
            meanings: meanings(&cite, term),
        };
        (term.title().to_owned(), row)
    });
    let view = GlossaryView {
        letters: by_letter(rows.collect(), LETTER),
        groups: groups(&cite),
        practices: cite.link(&words.phrase("практики", &[]), &PageKey::Practices),
        risks: context.portal.risks.iter().map(RiskView::new).collect(),
        summary: summary.clone(),
    };
    let head = Head {
        title: words.phrase("Словарь", &[]),
        description: words.phrase(
            "Что значат слова и сокращения в планах и приказах о поддержке школ: {1}.",
            &[&summary],
        ),
        parents: Vec::new(),
    };
    framed(
        context,
        "glossary.html",
        &Shell::new(context, &key, head),
        &view,
    )
}

/// First letters of the words, leading to their places in the glossary.
pub fn letter_links(cite: &Cite<'_, '_>) -> Vec<Link> {
    let titles = cite.context.portal.terms.iter();
    by_letter(titles.map(|t| (t.title().to_owned(), ())).collect(), LETTER)
        .into_iter()
        .map(|letter| Link {
            text: Html(escape(&letter.letter)),
            href: cite.anchor(&PageKey::Glossary, &letter.anchor),
        })
        .collect()
}

/// The HTML of a term's page.
///
/// # Errors
/// When the template is at fault.
pub fn term(context: &Context<'_>, id: &Slug) -> Result<String, ThemeError> {
    let key = PageKey::Term(id.clone());
    let cite = Cite::new(context, &key);
    let terms = &context.portal.terms;
    let at = terms
        .iter()
        .position(|term| &term.id == id)
        .expect("the map of the site names only terms that exist");
    let term = &terms[at];
    let words = context.words;
    // In a whole country every word stands in thousands of measures: the search finds them.
    let found = match context.site.extent() {
        Extent::Detailed => context.uses(at),
        Extent::Compact => Vec::new(),
    };
    let total: usize = found.iter().map(|found| found.events.len()).sum();
    let view = TermView {
        title: term.title().to_owned(),
        group: term.group.clone(),
        plain: term.plain.clone(),
        forms: other_forms(term),
        meanings: meanings(&cite, term),
        total: (total > 0).then(|| words.counted(total, count::EVENTS)),
        uses: uses(&cite, &found),
        glossary: cite.link(&words.phrase("Весь словарь", &[]), &PageKey::Glossary),
    };
    let head = Head {
        title: words.phrase("{1}: что это значит", &[&view.title]),
        description: description(term, words),
        parents: vec![(words.phrase("Словарь", &[]), PageKey::Glossary)],
    };
    framed(
        context,
        "term.html",
        &Shell::new(context, &key, head),
        &view,
    )
}

fn description(term: &Term, words: &Words) -> String {
    let title = term.title();
    match term.meaning_in(None).or(term.meanings.first()) {
        Some(meaning) => words.phrase(
            "{1} — {2}. Что это значит в планах поддержки школ и где встречается.",
            &[title, &meaning.text],
        ),
        None => words.phrase(
            "«{1}» в планах поддержки школ: что это значит и где встречается.",
            &[title],
        ),
    }
}

fn term_link(cite: &Cite<'_, '_>, term: &Term) -> Link {
    cite.link(term.title(), &PageKey::Term(term.id.clone()))
}

/// Groups in the order of the file.
fn groups(cite: &Cite<'_, '_>) -> Vec<TermGroup> {
    let mut groups: Vec<TermGroup> = Vec::new();
    for term in &cite.context.portal.terms {
        let link = term_link(cite, term);
        match groups.iter_mut().find(|group| group.title == term.group) {
            Some(group) => group.terms.push(link),
            None => groups.push(TermGroup {
                title: term.group.clone(),
                terms: vec![link],
            }),
        }
    }
    groups
}

/// The full name beside an abbreviation, and the other forms.
fn other_forms(term: &Term) -> Vec<String> {
    let name = term.abbr.as_ref().and(term.name.as_ref());
    name.into_iter().chain(&term.forms).cloned().collect()
}

/// Meanings in the order of the file.
fn meanings(cite: &Cite<'_, '_>, term: &Term) -> Vec<MeaningView> {
    term.meanings
        .iter()
        .map(|meaning| MeaningView {
            text: meaning.text.clone(),
            scope: scope(cite, term, meaning),
            source: meaning.source.clone(),
            confirmed: meaning.confirmed,
        })
        .collect()
}

/// Where a meaning holds. Beside meanings of certain places, one without a place holds in all the others.
fn scope(cite: &Cite<'_, '_>, term: &Term, meaning: &Meaning) -> Option<String> {
    if meaning.scope.is_empty() {
        let elsewhere = term.meanings.iter().any(|other| !other.scope.is_empty());
        return elsewhere.then(|| cite.context.words.phrase("в остальных местах", &[]));
    }
    let name = |path| match cite.context.portal.territory(path) {
        Some(territory) => {
            let names = &territory.names;
            let words = cite.context.words;
            words.case(&names.in_place, &names.name).to_owned()
        }
        None => path.to_string(),
    };
    Some(
        meaning
            .scope
            .iter()
            .map(name)
            .collect::<Vec<_>>()
            .join(", "),
    )
}

fn uses(cite: &Cite<'_, '_>, found: &[Found<'_>]) -> Vec<PlaceUses> {
    let words = cite.context.words;
    found
        .chunk_by(|a, b| a.territory.path == b.territory.path)
        .map(|run| PlaceUses {
            place: cite.territory(run[0].territory),
            count: words.counted(
                run.iter().map(|found| found.events.len()).sum(),
                count::EVENTS,
            ),
            plans: run.iter().map(|found| plan_uses(cite, found)).collect(),
        })
        .collect()
}

fn plan_uses(cite: &Cite<'_, '_>, found: &Found<'_>) -> PlanUses {
    let words = cite.context.words;
    let (territory, plan): (&Territory, &Roadmap) = (found.territory, found.plan);
    let named = found.events.iter().take(NAMED_EVENTS);
    let more = found.events.len().saturating_sub(NAMED_EVENTS);
    PlanUses {
        plan: cite.plan(territory, plan),
        count: words.counted(found.events.len(), count::EVENTS),
        events: named
            .map(|event| {
                cite.event(Promise {
                    territory,
                    plan,
                    event,
                })
            })
            .collect(),
        more: (more > 0).then(|| words.phrase("и ещё {1}", &[&words.counted(more, count::EVENTS)])),
    }
}
