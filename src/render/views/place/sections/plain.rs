//! Sections that have nothing of their own unless an editor writes a text.

use crate::model::place::section::RequiredSection;
use crate::render::theme::ThemeError;
use crate::render::views::parts::count;
use crate::render::views::place::parts::place::Place;
use crate::render::views::place::parts::related;
use crate::render::views::place::sections::section::{About, render};

/// A section that shows the text of an editor and the events about the same.
///
/// # Errors
/// When the template is at fault.
pub fn html(place: &Place<'_>, section: &'static RequiredSection) -> Result<String, ThemeError> {
    let number = related::find(place, section.code).map_or(0, |related| related.events.len());
    let lead = match section.code {
        "programmy-shkol" => {
            "Какие программы пишут сами школы: концепции развития, среднесрочные и антирисковые программы."
        }
        "monitoring" => "Что и как проверяют, чтобы понять, помогает ли поддержка.",
        "rekomendatsii" => "Что советуют школам и какие решения принимают по итогам анализа.",
        _ => "Сведения раздела.",
    };
    let mut lead = place.say(lead, &[]);
    if number > 0 {
        let events = place.counted(number, count::EVENTS);
        lead = place.say("{1} В планах об этом {2}.", &[&lead, &events]);
    }
    render(
        place,
        section,
        "place/section.html",
        About {
            lead,
            filled: false,
            related: true,
        },
        (),
    )
}
