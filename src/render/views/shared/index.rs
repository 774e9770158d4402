//! Ways by the alphabet. Schools and people stand on a page of each region, so that no page grows with the country.

use serde::Serialize;

use crate::model::place::territory::Territory;
use crate::render::context::Context;
use crate::render::shell::{Head, Shell};
use crate::render::theme::ThemeError;
use crate::render::views::frame::framed;
use crate::render::views::parts::count;
use crate::render::views::shared::cite::{Cite, Link};
use crate::render::views::shared::{districts, glossary};
use crate::site::{PageKey, PlacePage};
use crate::text::collate::Alphabet;

#[derive(Serialize)]
struct IndexView {
    /// First letters of municipalities, leading to the page of districts.
    district_letters: Vec<Link>,
    districts: Link,
    /// Regions in alphabetical order.
    regions: Vec<RegionRow>,
    /// First letters of words, leading to the glossary.
    word_letters: Vec<Link>,
    words: Link,
}

#[derive(Serialize)]
struct RegionRow {
    index: Link,
    /// «7 школ, 24 человека».
    summary: String,
}

/// The HTML of the page.
///
/// # Errors
/// When the template is at fault.
pub fn html(context: &Context<'_>) -> Result<String, ThemeError> {
    let key = PageKey::Index;
    let cite = Cite::new(context, &key);
    let mut regions: Vec<&Territory> = context.portal.regions().collect();
    let alphabet = Alphabet::new();
    regions.sort_by(|a, b| alphabet.compare(&a.names.name, &b.names.name));
    let view = IndexView {
        district_letters: districts::letter_links(&cite),
        districts: cite.way("Все районы от А до Я", &PageKey::Districts),
        regions: regions
            .into_iter()
            .map(|region| row(&cite, region))
            .collect(),
        word_letters: glossary::letter_links(&cite),
        words: cite.way("Все слова от А до Я", &PageKey::Glossary),
    };
    let head = Head {
        title: cite.say("Списки по алфавиту", &[]),
        description: cite.say(
            "Районы, школы, люди из приказов и слова документов по алфавиту: найти без поиска.",
            &[],
        ),
        parents: vec![(cite.say("Поиск", &[]), PageKey::Search)],
    };
    framed(
        context,
        "index.html",
        &Shell::new(context, &key, head),
        &view,
    )
}

fn row(cite: &Cite<'_, '_>, region: &Territory) -> RegionRow {
    let territories = || cite.context.portal.territories_of(&region.path.region);
    let schools: usize = territories().map(|t| t.schools.len()).sum();
    let people: usize = territories().map(|t| t.people.len()).sum();
    RegionRow {
        index: cite.link(
            &region.names.name,
            &PageKey::place(&region.path, PlacePage::Index),
        ),
        summary: count::schools_and_people(schools, people, cite.context.words),
    }
}
