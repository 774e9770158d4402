//! The programme of a territory word for word.

use serde::Serialize;

use crate::render::theme::ThemeError;
use crate::render::views::compact::frame::{Head, render};
use crate::render::views::place::parts::place::Place;
use crate::render::views::place::sections::program::{Passport, passport_view};
use crate::text::cell;

#[derive(Serialize)]
struct ProgrammeView<'a> {
    program: Passport<'a>,
}

/// The page of the programme.
///
/// # Errors
/// When the template is at fault.
pub fn html(place: &Place<'_>) -> Result<String, ThemeError> {
    let program = place.territory.program.as_ref();
    let program = program.expect("a page of the site has its programme");
    let view = ProgrammeView {
        program: passport_view(place, program),
    };
    let head = Head {
        title: place.say("Муниципальная программа", &[]),
        description: format!("{}. {}", place.label(), cell::one_line(&program.title)),
    };
    render(place, "compact/programme.html", head, &view)
}
