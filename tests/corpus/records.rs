//! Acts, practices, news, programmes and texts of sections, made of the real ones.

use toml::{Table, Value};

use super::blanks::fill;
use super::chance::Chance;
use super::invented::Place;
use super::plan::Plan;
use super::quoted;
use super::seeds::{Seeds, line, tables};

const MADE: &str = "# Составлено программой: место, люди и школы вымышлены.\n";

/// An act: identifier and text.
pub struct Act {
    /// Identifier: its number in Latin letters.
    pub id: String,
    /// Number as printed.
    pub number: String,
    /// `2023-03-30`
    pub date: String,
    /// «30.03.2023»
    pub date_words: String,
}

/// Thinks of the number and date of the order that approves the plan of a year. Orders of one place never share a number.
pub fn act(year: i16, chance: &mut Chance) -> Act {
    let number = (year as usize % 10) * 100 + chance.below(100);
    let (month, day) = (chance.between(1, 4), chance.between(10, 28));
    Act {
        id: format!("{number}-od"),
        number: format!("{number}-од"),
        date: format!("{year}-{month:02}-{day:02}"),
        date_words: format!("{day:02}.{month:02}.{year}"),
    }
}

/// The text of an order.
pub fn order(seeds: &Seeds, place: &Place, year: i16, act: &Act, chance: &mut Chance) -> String {
    let model = chance.one(&seeds.documents);
    let turn = chance.below(20);
    let filled = |words: &str| quoted(&fill(words, place, year, turn));
    let issuer = authority(place);
    let (head, control) = (&place.people[0], &place.people[1]);
    let mut text = format!(
        "{MADE}kind = \"приказ\"\nlevel = {}\nnumber = {}\ndate = {}\nissuer = {}\ntitle = {}\nheading = \"ПРИКАЗ\"\npreamble = {}\norder_word = \"ПРИКАЗЫВАЮ:\"\ntext_known = true\nsignatory = {}\nsignatory_post = {}\nsignatory_person = {}\n",
        if place.people.len() > 6 && place.path.contains('/') {
            "\"муниципальный\""
        } else {
            "\"региональный\""
        },
        quoted(&act.number),
        act.date,
        quoted(&issuer),
        filled(&line(model, "title")),
        filled(&line(model, "preamble")),
        quoted(&head.name.initials_first()),
        quoted(&head.post),
        quoted(&head.id),
    );
    for point in tables(model, "point") {
        text.push_str(&format!(
            "\n[[point]]\nnumber = {}\ntext = {}\n",
            filled(&line(&point, "number")),
            filled(&line(&point, "text"))
        ));
        if point.contains_key("control") {
            text.push_str(&format!(
                "control = true\npeople = [{}]\n",
                quoted(&control.id)
            ));
        }
    }
    text
}

/// An act that is only mentioned: its identifier and text.
pub fn mentioned(place: &Place, chance: &mut Chance) -> (String, String) {
    let number = chance.between(1000, 2999);
    let (month, day) = (chance.between(1, 12), chance.between(1, 28));
    let text = format!(
        "{MADE}kind = \"распоряжение\"\nlevel = \"региональный\"\nnumber = \"{number}-мр\"\ndate = 2022-{month:02}-{day:02}\nissuer = {}\ntitle = {}\ntext_known = false\nsource = \"преамбула приказа\"\n",
        quoted(&format!(
            "министерство образования {}",
            place.region.name_of
        )),
        quoted(&format!(
            "Об организации методической поддержки школ {} с низкими образовательными результатами",
            place.region.name_of
        )),
    );
    (format!("{number}-mr"), text)
}

/// The education authority's name.
pub fn authority(place: &Place) -> String {
    match place.path.contains('/') {
        true => format!("Управление образования администрации {}", place.name_of),
        false => format!("Министерство образования {}", place.name_of),
    }
}

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

fn list(key: &str, table: &Table, place: &Place, year: i16, turn: usize) -> String {
    let items = table
        .get(key)
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_str);
    let items: Vec<String> = items
        .map(|item| format!("  {},\n", quoted(&fill(item, place, year, turn))))
        .collect();
    format!("{key} = [\n{}]\n", items.concat())
}

/// News that a plan is approved: file name and text.
pub fn approval(place: &Place, year: i16, act: &Act, plan: &Plan) -> (String, String) {
    let path = &place.path;
    let text = format!(
        "+++\n{MADE}date = {}\ntitle = {}\nsummary = {}\ndocuments = [{}]\n+++\n[Приказом от {} № {}](/{path}/dokumenty/{}/) утверждён [план мероприятий](/{path}/plan/{year}/) на {year} год. В плане {} мероприятий.\n\nПервое из них — «{}».\n",
        act.date,
        quoted(&format!(
            "Утверждён план мероприятий {} на {year} год",
            place.name_of
        )),
        quoted(&format!(
            "Приказом от {} № {} утверждён план: {}.",
            act.date_words, act.number, plan.title
        )),
        quoted(&act.id),
        act.date_words,
        act.number,
        act.id,
        plan.events.len(),
        plan.events[0],
    );
    (format!("{}-utverzhden-plan", act.date), text)
}

/// News about an event: file name and text.
pub fn report(place: &Place, year: i16, plan: &Plan, chance: &mut Chance) -> (String, String) {
    let event = chance.between(1, plan.events.len());
    let (month, day) = (chance.between(5, 12), chance.between(1, 28));
    let school = chance.one(&place.schools);
    let words = &plan.events[event - 1];
    let short: Vec<&str> = words.split(' ').take(8).collect();
    let text = format!(
        "+++\n{MADE}date = {year}-{month:02}-{day:02}\ntitle = {}\nsummary = {}\nevents = [\"{year}/m{event:02}\"]\nschools = [{}]\n+++\nПлан {} предусматривает: «{words}». Встречу приняла школа {} ({}). Рассказала {}\n",
        quoted(&format!(
            "{}: {}",
            school.name,
            short.join(" ").trim_end_matches([',', '.', ';', ':'])
        )),
        quoted(&format!(
            "Мероприятие плана {} прошло {}.",
            place.name_of, place.name_in
        )),
        quoted(&school.id),
        place.name_of,
        school.name,
        school.address,
        chance.one(&place.people).name.nominative(),
    );
    (
        format!("{year}-{month:02}-{day:02}-o-meropriyatii-{event}"),
        text,
    )
}

/// The programme.
pub fn program(seeds: &Seeds, place: &Place, year: i16, act: &Act, chance: &mut Chance) -> String {
    let model = chance.one(&seeds.programs);
    let turn = chance.below(20);
    let filled = |words: &str| quoted(&fill(words, place, year, turn));
    let mut text = format!(
        "{MADE}title = {}\napproved_by = {}\nperiod = \"{year} год\"\n",
        filled(&line(model, "title")),
        quoted(&act.id)
    );
    for (name, keys) in [
        ("row", ["label", "value", ""]),
        ("part", ["kind", "heading", "intro"]),
    ] {
        for table in tables(model, name) {
            text.push_str(&format!("\n[[{name}]]\n"));
            for key in keys
                .into_iter()
                .chain(["outro"])
                .filter(|key| table.contains_key(*key))
            {
                text.push_str(&format!("{key} = {}\n", filled(&line(&table, key))));
            }
            if table.contains_key("items") {
                text.push_str(&list("items", &table, place, year, turn));
            }
        }
    }
    text
}

/// Texts of sections: file name and text of each.
pub fn sections(seeds: &Seeds, place: &Place, chance: &mut Chance) -> Vec<(String, String)> {
    let mut texts: Vec<(String, String)> = Vec::new();
    for (stem, model, body) in &seeds.sections {
        if chance.percent(60) && texts.iter().all(|(name, _)| name != stem) {
            let turn = chance.below(20);
            let filled = |words: &str| quoted(&fill(words, place, 2024, turn));
            let text = format!(
                "+++\n{MADE}title = {}\nsource = {}\n+++\n{}",
                filled(&line(model, "title")),
                filled(&line(model, "source")),
                fill(body, place, 2024, turn)
            );
            texts.push((stem.clone(), text));
        }
    }
    texts
}
