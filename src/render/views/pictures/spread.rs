//! How far apart municipalities are: a dot for each on one scale, dots of equal values one above another, and where
//! there are enough of them the middle and the middle half. Nothing in it is better or worse for lying left or right.

use serde::Serialize;

use crate::model::comparison::Spread;
use crate::render::views::pictures::percent::Percent;

/// Left and right edge of the scale: a dot at its end is still whole.
const EDGE: i64 = 400;
/// Radius of a dot with a letter.
const LETTERED: usize = 9;
/// Radius of a dot without one.
const PLAIN: usize = 4;
/// More dots than this would be a heap; they are drawn as columns.
const DOTS: usize = 150;
/// Columns of such a picture.
const BINS: usize = 20;
/// Height of its highest column in pixels.
const HIGHEST: usize = 60;
/// Below the dots: the scale with its numbers.
const FOOT: usize = 20;

/// A municipality in the picture.
#[derive(Debug, Clone)]
pub struct Point {
    /// On the scale of the yardstick.
    pub value: i64,
    /// Its letter, where it is one of those the page is about.
    pub letter: Option<String>,
    /// True for the one the page belongs to.
    pub own: bool,
}

/// The picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SpreadPicture {
    height: usize,
    /// Where the scale lies.
    floor: usize,
    dots: Vec<Dot>,
    columns: Vec<Column>,
    /// The middle half.
    band: Option<Band>,
    median: Option<Percent>,
    /// The end of the scale in words: «100 %», «58».
    end: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Dot {
    x: Percent,
    y: usize,
    r: usize,
    letter: Option<String>,
    own: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Column {
    x: Percent,
    width: Percent,
    y: usize,
    height: usize,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Band {
    x: Percent,
    width: Percent,
}

impl SpreadPicture {
    /// Draws points on a scale from nothing to `end`, which is called `words`.
    pub fn new(mut points: Vec<Point>, spread: &Spread, end: i64, words: String) -> SpreadPicture {
        let x = |value: i64| Percent(EDGE + (Percent::WHOLE - 2 * EDGE) * value / end.max(1));
        // Those the page is about lie lowest, where the eye looks first.
        points.sort_by_key(|point| (point.letter.is_none(), point.value));
        let heaped = points.len() > DOTS;
        let columns = if heaped {
            columns(&points, end)
        } else {
            Vec::new()
        };
        let placed = placed(
            points.into_iter().filter(|p| !heaped || p.letter.is_some()),
            &x,
        );
        let above = match heaped {
            true => HIGHEST + 4,
            false => placed.iter().map(|dot| dot.y + dot.r).max().unwrap_or(0) + 4,
        };
        let floor = above;
        let upside_down = |dot: Dot| Dot {
            y: floor - dot.y,
            ..dot
        };
        SpreadPicture {
            height: floor + FOOT,
            floor,
            dots: placed.into_iter().map(upside_down).collect(),
            columns: columns
                .into_iter()
                .map(|column| Column {
                    y: floor - column.height,
                    ..column
                })
                .collect(),
            band: spread.quartiles.map(|(low, high)| Band {
                x: x(low),
                width: Percent(x(high).0 - x(low).0),
            }),
            median: spread.median.map(x),
            end: words,
        }
    }
}

/// Puts each dot as low as it fits; heights count from the scale upwards. `x` is where a value lies.
fn placed(points: impl Iterator<Item = Point>, x: &dyn Fn(i64) -> Percent) -> Vec<Dot> {
    let mut dots: Vec<Dot> = Vec::new();
    for point in points {
        let (x, r) = (x(point.value), radius(&point));
        let mut y = r + 3;
        while let Some(below) = dots.iter().find(|dot| meet(dot, x, y, r)) {
            y = below.y + below.r + r + 1;
        }
        dots.push(Dot {
            x,
            y,
            r,
            letter: point.letter,
            own: point.own,
        });
    }
    dots
}

fn radius(point: &Point) -> usize {
    match point.letter {
        Some(_) => LETTERED,
        None => PLAIN,
    }
}

/// Whether a dot would cover another on a phone, where the picture is 320 pixels wide: 3.2 hundredths of a percent … a
/// pixel is 31 hundredths of a percent.
fn meet(dot: &Dot, x: Percent, y: usize, r: usize) -> bool {
    let reach = (dot.r + r) as i64 * 31;
    (dot.x.0 - x.0).abs() < reach && dot.y.abs_diff(y) < dot.r + r
}

fn columns(points: &[Point], end: i64) -> Vec<Column> {
    let mut counts = [0_usize; BINS];
    for point in points {
        let bin = point.value * BINS as i64 / end.max(1);
        counts[usize::try_from(bin).unwrap_or(0).min(BINS - 1)] += 1;
    }
    let most = counts.iter().copied().max().unwrap_or(1).max(1);
    let inner = Percent::WHOLE - 2 * EDGE;
    let width = inner / BINS as i64;
    let column = |(at, count): (usize, usize)| Column {
        x: Percent(EDGE + width * at as i64),
        width: Percent(width - 40),
        y: 0,
        height: (count * HIGHEST / most).max(1),
    };
    let filled = counts
        .into_iter()
        .enumerate()
        .filter(|(_, count)| *count > 0);
    filled.map(column).collect()
}
