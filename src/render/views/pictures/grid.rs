//! Completeness at a glance: a row of squares for each territory, a square for each required section. States differ by
//! shape: a full square, half of one, an empty frame.

use serde::Serialize;

use crate::render::views::parts::coverage::Fullness;

/// Width and height of a square with the gap after it.
const STEP: usize = 16;
/// Side of a square.
const SIDE: usize = 12;

/// The squares of one territory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Squares {
    /// Width of the picture.
    pub width: usize,
    /// Outlines of the full squares, as path data.
    pub filled: String,
    /// Outlines of the halves.
    pub stale: String,
    /// Frames of everything that is not full.
    pub frames: String,
}

impl Squares {
    /// A square for each state, in their order.
    pub fn new(states: impl Iterator<Item = Fullness>) -> Squares {
        let mut squares = Squares {
            width: 0,
            filled: String::new(),
            stale: String::new(),
            frames: String::new(),
        };
        for state in states {
            let x = squares.width + (STEP - SIDE) / 2;
            let y = (STEP - SIDE) / 2;
            match state {
                Fullness::Present => squares
                    .filled
                    .push_str(&format!("M{x} {y}h{SIDE}v{SIDE}h-{SIDE}z")),
                Fullness::Stale => squares.stale.push_str(&format!("M{x} {y}v{SIDE}h{SIDE}z")),
                Fullness::Empty => {}
            }
            if state != Fullness::Present {
                squares
                    .frames
                    .push_str(&format!("M{x} {y}h{SIDE}v{SIDE}h-{SIDE}z"));
            }
            squares.width += STEP;
        }
        squares
    }
}
