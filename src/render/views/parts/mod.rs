//! Pieces that views of many pages are made of: a cell, a deadline, a standing, an event, a link.
//! They borrow the words of the model and say nothing of pages.

pub mod cell;
pub mod count;
pub mod coverage;
pub mod deadline;
pub mod event;
pub mod link;
pub mod standing;
pub mod title;
