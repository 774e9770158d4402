//! Whose plan it is, by the words at the head of a paper: who issued the order, the stamp, the titles. The names are those
//! of the territories that the portal knows, in any case.

use crate::content;
use crate::content::typed::reader::Reader;
use crate::desk::place::{Known, folded, known};
use crate::files::sources::Sources;
use crate::import::understand::draft::{Text, Understood};
use crate::model::id::TerritoryPath;
use crate::text::russian::is_word_char;

/// Nouns and adjectives that many territories have in their names.
const COMMON: [&str; 16] = [
    "район",
    "округ",
    "област",
    "край",
    "края",
    "республик",
    "город",
    "муниципальн",
    "районн",
    "образовани",
    "автономн",
    "поселени",
    "сельск",
    "городск",
    "федеральн",
    "территори",
];

/// Words that a territory is told by, and how much they say.
const WHOLE: usize = 3;
const PART: usize = 1;

/// What the words say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Guess {
    /// One territory.
    Clear(Known),
    /// Several alike.
    Several(Vec<Known>),
    /// None that the portal knows.
    Nobody,
}

/// Guesses whose plan a paper is; `file` is the name of the file.
pub fn guess(understood: &Understood, file: &str, sources: &Sources) -> Guess {
    let said = said(understood, file);
    let places: Vec<(Known, Vec<String>)> = known(sources)
        .into_iter()
        .map(|one| {
            let names = names(&one.path, sources);
            (one, names)
        })
        .collect();
    let scores: Vec<(&Known, usize)> = places
        .iter()
        .map(|(one, names)| (one, score(names, &said)))
        .collect();
    // A municipality's paper names its region too, a region's paper seldom one of its municipalities.
    let region_score = |path: &TerritoryPath| {
        let of = |one: &Known| one.path.region == path.region && one.path.municipality.is_none();
        scores
            .iter()
            .find(|(one, _)| of(one))
            .map_or(0, |(_, score)| *score)
    };
    let own = scores
        .iter()
        .filter(|(one, score)| one.path.municipality.is_some() && *score > 0)
        .map(|(one, score)| (*one, *score, region_score(&one.path)));
    let mut best: Vec<(&Known, usize, usize)> = own.collect();
    let regions = scores
        .iter()
        .filter(|(one, score)| one.path.municipality.is_none() && *score > 0);
    let top_region = regions.clone().map(|(_, score)| *score).max().unwrap_or(0);
    let top = best.iter().map(|(_, score, _)| *score).max().unwrap_or(0);
    if top == 0 || (top < WHOLE && top_region > top) {
        best = regions.map(|(one, score)| (*one, *score, 0)).collect();
    }
    best.sort_by(|a, b| {
        (b.1, b.2)
            .cmp(&(a.1, a.2))
            .then_with(|| a.0.path.cmp(&b.0.path))
    });
    match best.as_slice() {
        [] => Guess::Nobody,
        [one] => Guess::Clear(one.0.clone()),
        [first, second, ..] if (first.1, first.2) > (second.1, second.2) => {
            Guess::Clear(first.0.clone())
        }
        [first, ..] => {
            let alike = best
                .iter()
                .filter(|other| (other.1, other.2) == (first.1, first.2));
            Guess::Several(alike.map(|other| other.0.clone()).collect())
        }
    }
}

/// Texts of the head of a paper with their weight.
fn said<'u>(understood: &'u Understood, file: &'u str) -> Vec<(Vec<String>, usize)> {
    let mut texts: Vec<(&str, usize)> = vec![(file, 1)];
    let mut say = |text: &'u Option<Text>, weight: usize| {
        texts.extend(text.as_ref().map(|text| (text.words.as_str(), weight)));
    };
    for order in &understood.orders {
        for text in [&order.issuer, &order.title, &order.stamp] {
            say(text, 3);
        }
        for text in [
            &order.letterhead,
            &order.place,
            &order.preamble,
            &order.signatory_post,
        ] {
            say(text, 1);
        }
    }
    for plan in &understood.plans {
        for text in [&plan.title, &plan.approval_stamp] {
            say(text, 3);
        }
        say(&plan.preamble, 1);
    }
    for program in &understood.programs {
        say(&program.title, 2);
    }
    for group in &understood.groups {
        say(&group.title, 2);
    }
    texts
        .into_iter()
        .map(|(text, weight)| (words(text), weight))
        .collect()
}

/// What a territory is called: its names and those of the authority that issues its orders.
fn names(path: &TerritoryPath, sources: &Sources) -> Vec<String> {
    let main = match path.municipality {
        Some(_) => format!("{path}/municipality.toml"),
        None => format!("{path}/region.toml"),
    };
    let Some(id) = sources.find(&main) else {
        return Vec::new();
    };
    let Some(raw) = content::file(id, sources.file(id)).0.raw else {
        return Vec::new();
    };
    let file = Reader::new(&raw.table);
    let keys = ["name", "name_of", "official_name"];
    let mut names: Vec<String> = keys.iter().filter_map(|key| file.text(key)).collect();
    names.extend(file.texts("also_called"));
    let authority = file.table("authority").and_then(|table| table.text("name"));
    names.extend(authority.or_else(|| file.text("ministry")));
    names.retain(|name| !name.trim().is_empty());
    names
}

/// How often and how fully a territory is named.
fn score(names: &[String], said: &[(Vec<String>, usize)]) -> usize {
    let names: Vec<Vec<String>> = names
        .iter()
        .map(|name| stems(name))
        .filter(|stems| !stems.is_empty())
        .collect();
    said.iter()
        .map(|(words, weight)| {
            let best = names.iter().map(|name| named(name, words)).max();
            best.unwrap_or(0) * weight
        })
        .sum()
}

fn named(name: &[String], words: &[String]) -> usize {
    let fits = |(stem, word): (&String, &String)| {
        word.starts_with(stem.as_str()) && word.chars().count() <= stem.chars().count() + 4
    };
    let own: Vec<&String> = name.iter().filter(|stem| is_own(stem)).collect();
    if own.is_empty() {
        return 0;
    }
    if words
        .windows(name.len())
        .any(|run| name.iter().zip(run).all(fits))
    {
        return WHOLE;
    }
    let all = own
        .iter()
        .all(|stem| words.iter().any(|word| fits((stem, word))));
    if all { PART } else { 0 }
}

/// True for a word that tells this territory from others.
fn is_own(stem: &str) -> bool {
    let other = |common: &&str| stem.starts_with(*common) || common.starts_with(stem);
    stem.chars().count() > 2 && !COMMON.iter().any(other)
}

/// The words of a name without their endings.
fn stems(name: &str) -> Vec<String> {
    words(name)
        .into_iter()
        .map(|word| {
            let length = word.chars().count();
            let kept = match length {
                0..=3 => length,
                4..=5 => length - 1,
                6.. => length - 2,
            };
            word.chars().take(kept).collect()
        })
        .collect()
}

fn words(text: &str) -> Vec<String> {
    folded(text)
        .split(|letter: char| !is_word_char(letter))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}
