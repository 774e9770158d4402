//! Roadmaps: their periods, sections and events, and what the words of the cells mean.

pub mod dated;
pub mod deadline;
pub mod indicator;
pub mod mark;
pub mod period;
pub mod publication;
pub mod responsible;
pub mod roadmap;
pub mod standing;
pub mod status;
