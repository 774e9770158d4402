//! The required sections of a territory, one address each. Every section exists for every territory: one without
//! content says why, and shows the events of the plans that speak of the same.

pub mod documents;
pub mod indicators;
pub mod news;
pub mod parents;
pub mod people;
pub mod plain;
pub mod plans;
pub mod program;
pub mod schools;
mod section;

use crate::model::place::section::RequiredSection;
use crate::render::theme::ThemeError;
use crate::render::views::place::parts::place::Place;

/// The page of a section.
///
/// # Errors
/// When a template is at fault.
pub fn html(place: &Place<'_>, code: &str) -> Result<String, ThemeError> {
    let section =
        RequiredSection::find(code).expect("the map of the site has required sections only");
    match code {
        "dokumenty" => documents::html(place, section),
        "programma" => program::passport(place, section),
        "tseli" => program::goals(place, section),
        "pokazateli" => indicators::html(place, section),
        "plan" => plans::index(place, section),
        "itogi" => plans::results(place, section),
        "shkoly" => schools::html(place, section),
        "kuratory" => people::curators(place, section),
        "rabochaya-gruppa" => people::working_group(place, section),
        "kontakty" => people::contacts(place, section),
        "praktiki" => news::practices(place, section),
        "novosti" => news::html(place, section),
        "roditelyam" => parents::html(place, section),
        _ => plain::html(place, section),
    }
}
