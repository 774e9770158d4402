//! A plan for a year, recombined from rows of the real plans.

use super::blanks::fill;
use super::chance::Chance;
use super::invented::Place;
use super::names::{AUDIENCES, MEETINGS, topic};
use super::quoted;
use super::seeds::{Seeds, line, tables};

const MONTHS: [[&str; 2]; 12] = [
    ["январь", "января"],
    ["февраль", "февраля"],
    ["март", "марта"],
    ["апрель", "апреля"],
    ["май", "мая"],
    ["июнь", "июня"],
    ["июль", "июля"],
    ["август", "августа"],
    ["сентябрь", "сентября"],
    ["октябрь", "октября"],
    ["ноябрь", "ноября"],
    ["декабрь", "декабря"],
];

/// A generated plan.
pub struct Plan {
    /// Text of the file.
    pub text: String,
    /// Title of the plan, in one line.
    pub title: String,
    /// Titles of its events, in order; the event's identifier is `m` and its number from 01.
    pub events: Vec<String>,
}

/// Writes the plan of a place for a year, approved by the act with the identifier `approved_by`.
pub fn plan(
    seeds: &Seeds,
    place: &Place,
    year: i16,
    approved_by: &str,
    chance: &mut Chance,
) -> Plan {
    let model = chance.one(&seeds.plans);
    let with_results = tables(model, "columns")
        .iter()
        .any(|column| line(column, "holds") == "result");
    let turn = chance.below(20);
    let title = fill(&line(model, "title"), place, year, turn);
    let mut text = format!(
        "# Составлено программой из слов настоящих планов: место, люди и школы вымышлены.\ntitle = {}\nperiod = \"{year}\"\napproved_by = {}\n",
        quoted(&title),
        quoted(approved_by)
    );
    text.push_str("columns = [\n");
    for column in tables(model, "columns") {
        let (heading, holds) = (line(&column, "heading"), line(&column, "holds"));
        text.push_str(&format!(
            "  {{ heading = {}, holds = {} }},\n",
            quoted(&heading),
            quoted(&holds)
        ));
    }
    text.push_str("]\n");
    let sections = tables(model, "section");
    let count = chance.between(46, 54);
    let mut events: Vec<String> = Vec::new();
    for (number, section) in sections.iter().enumerate() {
        text.push_str("\n[[section]]\n");
        for key in ["numeral", "title", "goal", "tasks_heading"] {
            if section.contains_key(key) {
                text.push_str(&format!(
                    "{key} = {}\n",
                    quoted(&fill(&line(section, key), place, year, turn))
                ));
            }
        }
        let until = count * (number + 1) / sections.len();
        let mut own = 0;
        while events.len() < until {
            own += 1;
            let title = event_title(seeds, place, year, chance);
            if events.contains(&title) {
                own -= 1;
                continue;
            }
            text.push_str(&format!(
                "\n[[section.event]]\nid = \"m{:02}\"\nnumber = \"{own}.\"\ntitle = {}\n",
                events.len() + 1,
                quoted(&title)
            ));
            events.push(title);
            cells(seeds, place, year, with_results, chance, &mut text);
        }
    }
    Plan {
        text,
        title,
        events,
    }
}

/// A whole title, a head with another's tail, or a meeting with an invented topic.
fn event_title(seeds: &Seeds, place: &Place, year: i16, chance: &mut Chance) -> String {
    let turn = chance.below(20);
    let text = match chance.below(10) {
        0..=2 => chance.one(&seeds.titles).clone(),
        3..=6 => format!("{}{}", chance.one(&seeds.heads), chance.one(&seeds.tails)),
        7 => format!("{} {}", chance.one(&seeds.heads), topic(chance)),
        _ => format!(
            "{} {} {}",
            chance.of(MEETINGS),
            chance.of(AUDIENCES),
            topic(chance)
        ),
    };
    let mut title = fill(&text, place, year, turn);
    if chance.percent(20) && !title.contains("на базе") {
        title = format!(
            "{} на базе {}",
            title.trim_end_matches('.'),
            chance.one(&place.schools).name
        );
    }
    title
}

fn cells(
    seeds: &Seeds,
    place: &Place,
    year: i16,
    with_results: bool,
    chance: &mut Chance,
    text: &mut String,
) {
    let turn = chance.below(20);
    let mut cell = |key: &str, words: &str| {
        text.push_str(&format!(
            "{key} = {}\n",
            quoted(&fill(words, place, year, turn))
        ));
    };
    let (deadline, month) = deadline(seeds, year, chance);
    cell("deadline", &deadline);
    let person = chance.one(&place.people);
    match chance.below(3) {
        0 => cell(
            "responsible",
            &format!("{}, {}", person.post, person.name.nominative()),
        ),
        _ => cell("responsible", chance.one(&seeds.responsible).as_str()),
    }
    let share = chance.one(&["100%", "100%", "95%", "90%", "80%", "75%", "50%"]);
    cell(
        "indicator",
        &chance.one(&seeds.indicators).replace("100%", share),
    );
    if with_results {
        cell("result", chance.one(&seeds.results).as_str());
    }
    let day = chance.between(1, 28);
    match (year, chance.below(100)) {
        (2023, 0..=59) | (2024, 0..=39) | (2025, 0..=9) => {
            text.push_str(&format!(
                "status = \"выполнено\"\nstatus_date = {year}-{month:02}-{day:02}\n"
            ));
            if chance.percent(20) {
                text.push_str("fact = \"Проведено, протокол составлен\"\n[[section.event.proof]]\ntitle = \"Протокол\"\nlink = \"https://example.ru/protokol\"\n");
            }
        }
        (_, 95..=96) => text.push_str(&format!(
            "status = \"перенесено\"\nmoved_to = \"декабрь {year} года\"\n"
        )),
        (_, 97) => text.push_str("status = \"отменено\"\n"),
        (2025, 40..=60) => text.push_str("status = \"запланировано\"\n"),
        _ => {}
    }
}

/// Words of a deadline and a month in which such a thing may have been done.
fn deadline(seeds: &Seeds, year: i16, chance: &mut Chance) -> (String, usize) {
    let month = chance.between(1, 12);
    let [name, of] = MONTHS[month - 1];
    let day = chance.between(1, 28);
    let words = match chance.below(10) {
        0 => format!("до {day} {of} {year} г."),
        1 => format!("{day:02}.{month:02}.{year}"),
        2 | 3 => format!("{name} {year} года"),
        4 => format!("{name} {year} г."),
        _ => chance.one(&seeds.deadlines).clone(),
    };
    (words, month)
}
