//! Pictures of what tables and lists beside them say in words, as values for templates: positions and sizes, never
//! colours. Templates draw them as SVG inside the page; classes give them colour, so that dark pages, high contrast
//! and paper need nothing of their own. Horizontal positions are percents of the picture's width, so that one picture
//! fits a phone and a desk without scaling its letters.

pub mod grid;
pub mod kept;
pub mod map;
pub mod months;
pub mod percent;
pub mod spread;
pub mod strip;
pub mod target;
#[cfg(test)]
mod tests;
pub mod tiles;
pub mod timescale;
