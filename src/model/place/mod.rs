//! Regions and municipalities, their authorities, people and schools.

pub mod authority;
pub mod dated;
pub mod person;
pub mod school;
pub mod section;
pub mod territory;
