//! Practices: those of the real documents, in an invented place.

use toml::Value;

use super::blanks::fill;
use super::chance::Chance;
use super::invented::Place;
use super::plan::Plan;
use super::records::list;
use super::seeds::Seeds;
use super::{MADE, quoted};

/// A practice: file name and text. The number of the region keeps names of all regions apart.
pub fn practice(
    seeds: &Seeds,
    place: &Place,
    year: i16,
    plan: &Plan,
    which: usize,
    chance: &mut Chance,
) -> (String, String) {
    let (stem, model, body) = &seeds.practices[which % seeds.practices.len()];
    let turn = chance.below(20);
    let event = chance.between(1, plan.events.len());
    let mut text = format!("+++\n{MADE}year = \"{year}\"\nevents = [\"{year}/m{event:02}\"]\n");
    for (key, value) in model {
        let own = matches!(key.as_str(), "year" | "events" | "schools" | "people");
        match value {
            Value::String(words) if !own => text.push_str(&format!(
                "{key} = {}\n",
                quoted(&fill(words, place, year, turn))
            )),
            Value::Array(_) if !own => text.push_str(&list(key, model, place, year, turn)),
            _ => {}
        }
    }
    let schools: Vec<String> = place
        .schools
        .iter()
        .skip(turn % 4)
        .take(3)
        .map(|school| quoted(&school.id))
        .collect();
    text.push_str(&format!(
        "schools = [{}]\npeople = [{}]\n+++\n",
        schools.join(", "),
        quoted(&chance.one(&place.people).id)
    ));
    text.push_str(&fill(body, place, year, turn));
    text.push_str(&format!(
        "\nМероприятие плана: «{}».\n",
        plan.events[event - 1]
    ));
    let region = place.region.path.split('-').next().unwrap_or_default();
    let mut stem = stem.clone();
    stem.truncate(56_usize.saturating_sub(place.id.len() + region.len()));
    (
        format!("{}-{region}-{}", stem.trim_end_matches('-'), place.id),
        text,
    )
}
