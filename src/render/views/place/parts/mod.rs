//! Pieces that several pages of a territory show, beside [`place`], the page being written. None of them knows a page.

pub mod abbreviation;
pub mod category;
pub mod event_card;
pub mod event_line;
pub mod orders;
pub mod person;
pub mod place;
pub mod proof;
pub mod related;
