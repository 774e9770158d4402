//! Pieces that views of many pages are made of: a cell, a deadline, a goal, a standing, a link.
//! They borrow the words of the model and say nothing of pages.

pub mod board;
pub mod cell;
pub mod changes;
pub mod count;
pub mod coverage;
pub mod day;
pub mod deadline;
pub mod downloads;
pub mod explained;
pub mod feed;
pub mod former;
pub mod goal;
pub mod letters;
pub mod link;
pub mod period;
pub mod promises;
pub mod standing;
pub mod subscribe;
pub mod tally;
pub mod title;
