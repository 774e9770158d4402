//! Tables before their meaning: merged cells resolved, headings found by their words.

pub mod columns;
pub mod heading;
pub mod months;
pub mod sheet;
