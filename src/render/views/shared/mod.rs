//! Pages of the whole portal: one file for each kind of page, beside what several of them share
//! ([`cite`], [`totals`]).

pub mod about;
pub mod calendar;
pub mod changes;
pub mod cite;
pub mod comparison;
pub mod completeness;
pub mod data;
pub mod districts;
pub mod former;
pub mod glossary;
pub mod handbook;
pub mod home;
pub mod index;
pub mod month;
pub mod news;
pub mod parents;
pub mod practice;
pub mod practices;
pub mod promises;
pub mod reader;
pub mod receipt;
pub mod search;
pub mod site_map;
pub mod subscription;
pub mod sums;
pub mod totals;

#[cfg(test)]
mod tests;
