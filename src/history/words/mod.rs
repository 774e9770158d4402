//! Sentences about changes: Russian, lower case, without a dot at the end.

pub mod deadline;
pub mod number;
pub mod property;
pub mod quote;
pub mod sameness;
pub mod status;
