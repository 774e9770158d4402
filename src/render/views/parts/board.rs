//! Municipalities side by side: a row for each yardstick with its definition, the picture of how far apart they are, and
//! the same in words; and the whole table. Nothing here sorts them by a figure.

use serde::Serialize;

use crate::model::comparison::{
    Class, Figure, Measured, Profile, Spread, YARDSTICKS, Yardstick, figures,
};
use crate::model::place::territory::Territory;
use crate::render::context::Context;
use crate::render::views::parts::count;
use crate::render::views::parts::coverage::{Coverage, Fullness, coverage};
use crate::render::views::parts::link::Link;
use crate::render::views::parts::period::period;
use crate::render::views::parts::promises::percent;
use crate::render::views::pictures::spread::{Point, SpreadPicture};
use crate::text::language::{Noun, Words};

/// So many municipalities have a letter each and stand in every row by name; more are dots.
pub const LETTERS: [char; 8] = ['А', 'Б', 'В', 'Г', 'Д', 'Е', 'Ж', 'З'];

/// Municipalities after «у»: «у 2 муниципалитетов».
const MUNICIPALITIES_OF: Noun = ["муниципалитета", "муниципалитетов", "муниципалитетов"];

/// Sizes by which similar ones are put together: so many schools at most.
const SIZES: [(usize, &str); 2] = [(5, "до 5 школ"), (10, "6–10 школ")];

/// A municipality that rows name.
#[derive(Debug, Clone, Serialize)]
pub struct Member {
    letter: String,
    place: Link,
    /// «район, 7 школ, план на 2023 год»
    facts: String,
    own: bool,
}

/// A yardstick with its figures.
#[derive(Debug, Clone, Serialize)]
pub struct Row {
    code: &'static str,
    name: String,
    counted: String,
    picture: Option<SpreadPicture>,
    values: Vec<Value>,
    /// How far apart all of them are.
    spread: String,
}

#[derive(Debug, Clone, Serialize)]
struct Value {
    letter: String,
    name: String,
    words: String,
    own: bool,
    known: bool,
}

/// Every municipality with every figure, similar ones together.
#[derive(Debug, Clone, Serialize)]
pub struct Whole {
    heads: Vec<String>,
    groups: Vec<Group>,
}

#[derive(Debug, Clone, Serialize)]
struct Group {
    title: String,
    rows: Vec<WholeRow>,
}

#[derive(Debug, Clone, Serialize)]
struct WholeRow {
    place: Link,
    plan: String,
    cells: Vec<String>,
}

/// A municipality that is written out, and whether the page is its own.
#[derive(Clone, Copy)]
pub struct Named<'p, 'a> {
    /// The municipality.
    pub profile: &'p Profile<'a>,
    /// True for the one the page belongs to.
    pub own: bool,
}

/// Some of the municipalities with plans, in the order of their paths.
pub fn profiles<'c>(
    context: &'c Context<'_>,
    wanted: &dyn Fn(&Territory) -> bool,
) -> Vec<Profile<'c>> {
    let planned = || {
        let all = context.portal.municipalities();
        all.filter(|territory| !territory.plans.is_empty())
    };
    let counted = context
        .figures
        .get_or_init(|| planned().map(|one| figures_of(one, context)).collect());
    planned()
        .zip(counted)
        .filter(|(territory, _)| wanted(territory))
        .map(|(territory, figures)| Profile::new(territory, figures))
        .collect()
}

fn figures_of(territory: &Territory, context: &Context<'_>) -> Vec<Figure> {
    let sections = coverage(territory, context);
    let present = |row: &&Coverage| row.fullness == Fullness::Present;
    let filled = sections.iter().filter(present).count();
    figures(territory, context.edition.today, (filled, sections.len()))
}

/// Those that rows name, with what makes them alike or different.
pub fn members(
    named: &[Named<'_, '_>],
    words: &Words,
    href: &dyn Fn(&Territory) -> String,
) -> Vec<Member> {
    let lettered = named.iter().zip(LETTERS);
    lettered
        .map(|(one, letter)| Member {
            letter: letter.to_string(),
            place: link(one.profile.territory, href),
            facts: facts(one.profile, words),
            own: one.own,
        })
        .collect()
}

fn link(territory: &Territory, href: &dyn Fn(&Territory) -> String) -> Link {
    Link {
        text: territory.names.name.clone(),
        href: href(territory),
    }
}

fn facts(profile: &Profile<'_>, words: &Words) -> String {
    let schools = match profile.schools {
        Some(number) => words.counted(number, count::SCHOOLS),
        None => words.phrase("школы по именам не названы", &[]),
    };
    let plan = plan_words(profile, words);
    words.phrase("{1}; {2}; {3}", &[&profile.territory.kind, &schools, &plan])
}

fn plan_words(profile: &Profile<'_>, words: &Words) -> String {
    profile.plan.map_or_else(String::new, |plan| {
        words.phrase("план на {1}", &[&period(&plan.period, words)])
    })
}

/// A row for each yardstick: figures of those named, the spread of all.
pub fn rows(all: &[Profile<'_>], named: &[Named<'_, '_>], words: &Words) -> Vec<Row> {
    let row = |(at, yardstick): (usize, &'static Yardstick)| {
        let figures: Vec<Figure> = all.iter().map(|profile| profile.figures[at]).collect();
        let spread = Spread::of(figures.iter().filter_map(|figure| yardstick.value(*figure)));
        Row {
            code: yardstick.code,
            name: words.phrase(yardstick.name, &[]),
            counted: words.phrase(yardstick.counted, &[]),
            picture: spread.map(|spread| picture(at, yardstick, all, named, &spread, words)),
            values: named
                .iter()
                .zip(LETTERS)
                .map(|(one, letter)| value(at, yardstick, *one, letter, words))
                .collect(),
            spread: spread_words(yardstick, &figures, spread, words),
        }
    };
    YARDSTICKS.iter().enumerate().map(row).collect()
}

fn value(
    at: usize,
    yardstick: &Yardstick,
    one: Named<'_, '_>,
    letter: char,
    words: &Words,
) -> Value {
    let figure = one.profile.figures[at];
    Value {
        letter: letter.to_string(),
        name: one.profile.territory.names.name.clone(),
        words: figure_words(yardstick, figure, words),
        own: one.own,
        known: yardstick.value(figure).is_some(),
    }
}

/// «12 из 30, это 40 %», «7», «210 дней», «неизвестно».
fn figure_words(yardstick: &Yardstick, figure: Figure, words: &Words) -> String {
    match figure {
        Figure::Unknown => words.phrase("неизвестно", &[]),
        small if small.is_small() => words.phrase("не показано: меньше 10", &[]),
        Figure::Share { part, whole } => words.phrase(
            "{1} из {2}, это {3}",
            &[
                &part.to_string(),
                &whole.to_string(),
                &percent(part, whole, words),
            ],
        ),
        Figure::Number(number) => match yardstick.measured {
            Measured::Days => words.counted(number, count::DAYS),
            Measured::Count | Measured::Share => number.to_string(),
        },
    }
}

/// The same for a cell of a table.
fn short_words(yardstick: &Yardstick, figure: Figure, words: &Words) -> String {
    match figure {
        Figure::Unknown => words.phrase("неизвестно", &[]),
        small if small.is_small() => words.phrase("меньше 10", &[]),
        Figure::Share { part, whole } => percent(part, whole, words),
        Figure::Number(_) => figure_words(yardstick, figure, words),
    }
}

/// A value of the scale: hundredths, rounded to whole ones.
fn scale_words(yardstick: &Yardstick, value: i64, words: &Words) -> String {
    let whole = usize::try_from((value + 50) / 100).unwrap_or(0);
    match yardstick.measured {
        Measured::Share => words.phrase("{1}\u{a0}%", &[&whole.to_string()]),
        Measured::Count | Measured::Days => whole.to_string(),
    }
}

fn spread_words(
    yardstick: &Yardstick,
    figures: &[Figure],
    spread: Option<Spread>,
    words: &Words,
) -> String {
    let say = |value| scale_words(yardstick, value, words);
    let mut said = vec![match spread {
        None => words.phrase("Пока ни о ком не известно.", &[]),
        Some(one) if one.known == 1 => words.phrase("Известно только об одном.", &[]),
        Some(same) if same.least == same.most => {
            let figure = Figure::Number(usize::try_from(same.least / 100).unwrap_or(0));
            let value = match yardstick.measured {
                Measured::Share => say(same.least),
                Measured::Count | Measured::Days => figure_words(yardstick, figure, words),
            };
            words.phrase("У всех {1}.", &[&value])
        }
        Some(spread) => words.phrase("От {1} до {2}.", &[&say(spread.least), &say(spread.most)]),
    }];
    let apart = spread.filter(|spread| spread.least != spread.most);
    if let Some(median) = apart.and_then(|spread| spread.median) {
        said.push(words.phrase("Посередине {1}.", &[&say(median)]));
    }
    if let Some((low, high)) = apart.and_then(|spread| spread.quartiles) {
        said.push(words.phrase("У половины — от {1} до {2}.", &[&say(low), &say(high)]));
    }
    let small = figures.iter().filter(|figure| figure.is_small()).count();
    let unknown = figures
        .iter()
        .filter(|one| **one == Figure::Unknown)
        .count();
    let of = |number| words.counted(number, MUNICIPALITIES_OF);
    if unknown > 0 && spread.is_some() {
        said.push(words.phrase("Неизвестно у {1}.", &[&of(unknown)]));
    }
    if small > 0 {
        said.push(words.phrase("Не показано из-за малого числа у {1}.", &[&of(small)]));
    }
    said.join(" ")
}

fn picture(
    at: usize,
    yardstick: &Yardstick,
    all: &[Profile<'_>],
    named: &[Named<'_, '_>],
    spread: &Spread,
    words: &Words,
) -> SpreadPicture {
    let points = all.iter().filter_map(|profile| {
        let letter = named
            .iter()
            .zip(LETTERS)
            .find(|(one, _)| one.profile.territory.path == profile.territory.path);
        Some(Point {
            value: yardstick.value(profile.figures[at])?,
            own: letter.is_some_and(|(one, _)| one.own),
            letter: letter.map(|(_, letter)| letter.to_string()),
        })
    });
    // Shares have one scale everywhere; numbers reach to the greatest of them.
    let end = match yardstick.measured {
        Measured::Share => 10_000,
        Measured::Count | Measured::Days => spread.most.max(100),
    };
    SpreadPicture::new(
        points.collect(),
        spread,
        end,
        scale_words(yardstick, end, words),
    )
}

/// The whole table: kinds of territories one after another, in each the smaller ones first, never by a figure of a
/// yardstick that judges a plan.
pub fn whole(all: &[Profile<'_>], words: &Words, href: &dyn Fn(&Territory) -> String) -> Whole {
    let mut sorted: Vec<(Class, Option<usize>, &Profile<'_>)> = all
        .iter()
        .map(|profile| (profile.class, profile.schools.map(size), profile))
        .collect();
    // The sort is stable: in a group the order of paths stays.
    sorted.sort_by_key(|(class, size, _)| (*class, size.is_none(), *size));
    let groups = sorted
        .chunk_by(|a, b| (a.0, a.1) == (b.0, b.1))
        .map(|group| Group {
            title: group_words(group[0].0, group[0].1, words),
            rows: group
                .iter()
                .map(|(.., profile)| whole_row(profile, words, href))
                .collect(),
        });
    Whole {
        heads: YARDSTICKS
            .iter()
            .map(|yardstick| words.phrase(yardstick.name, &[]))
            .collect(),
        groups: groups.collect(),
    }
}

fn whole_row(
    profile: &Profile<'_>,
    words: &Words,
    href: &dyn Fn(&Territory) -> String,
) -> WholeRow {
    WholeRow {
        place: link(profile.territory, href),
        plan: plan_words(profile, words),
        cells: YARDSTICKS
            .iter()
            .zip(profile.figures)
            .map(|(yardstick, figure)| short_words(yardstick, *figure, words))
            .collect(),
    }
}

/// Place among the sizes.
fn size(schools: usize) -> usize {
    let at = SIZES.iter().position(|(most, _)| schools <= *most);
    at.unwrap_or(SIZES.len())
}

fn group_words(class: Class, size: Option<usize>, words: &Words) -> String {
    let size = match size {
        Some(at) => SIZES.get(at).map_or("больше 10 школ", |(_, name)| *name),
        None => "школы по именам не названы",
    };
    let class = words.phrase(class.words(), &[]);
    words.phrase("{1}: {2}", &[&class, &words.phrase(size, &[])])
}
