//! A plan for a year, recombined from rows of the real plans.

use toml::Table;

use super::blanks::fill;
use super::chance::Chance;
use super::fate;
use super::invented::Place;
use super::manner::Manner;
use super::names::{AUDIENCES, MEETINGS, topic};
use super::quoted;
use super::seeds::{Cells, Seeds, line, tables};

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
    /// Titles of its events, in order; the event's identifier is `m` and its number from 01.
    pub events: Vec<String>,
    /// How many of them are done.
    pub done: usize,
}

/// What a plan is for.
pub struct Order<'a> {
    /// Whose it is.
    pub place: &'a Place,
    /// Its year.
    pub year: i16,
    /// Identifier of the act that approves it.
    pub approved_by: &'a str,
    /// How it is written.
    pub manner: Manner,
}

/// Writes a plan.
pub fn plan(seeds: &Seeds, order: &Order<'_>, chance: &mut Chance) -> Plan {
    let Order { place, year, .. } = *order;
    let model = chance.one(&seeds.plans);
    let with_results = tables(model, "columns")
        .iter()
        .any(|column| line(column, "holds") == "result");
    let turn = chance.below(20);
    let title = fill(&line(model, "title"), place, year, turn);
    let mut text = format!(
        "# Составлено программой из слов настоящих планов: место, люди и школы вымышлены.\ntitle = {}\nperiod = \"{year}\"\napproved_by = {}\n",
        quoted(&title),
        quoted(order.approved_by)
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
    let mut done = 0;
    for (number, section) in sections.iter().enumerate() {
        let heading = Heading {
            section,
            number,
            order,
            turn,
        };
        text.push_str(&heading.text());
        let until = count * (number + 1) / sections.len();
        let mut own = 0;
        while events.len() < until {
            let (title, plain) = event_title(seeds, order, chance);
            if events.contains(&title) {
                continue;
            }
            own += 1;
            text.push_str(&format!(
                "\n[[section.event]]\nid = \"m{:02}\"\nnumber = \"{own}.\"\ntitle = {}\n",
                events.len() + 1,
                quoted(&title)
            ));
            if let Some(plain) = plain {
                text.push_str(&format!("plain = {}\n", quoted(&plain)));
            }
            events.push(title);
            done += usize::from(cells(seeds, order, with_results, chance, &mut text));
        }
    }
    Plan { text, events, done }
}

struct Heading<'a> {
    section: &'a Table,
    number: usize,
    order: &'a Order<'a>,
    turn: usize,
}

impl Heading<'_> {
    fn text(&self) -> String {
        let mut text = String::from("\n[[section]]\n");
        for key in ["numeral", "title", "goal", "tasks_heading"] {
            let Order {
                place,
                year,
                manner,
                ..
            } = self.order;
            let words = match (key, manner) {
                _ if !self.section.contains_key(key) => continue,
                // One of the documents has two sections «II».
                ("numeral", Manner::Neat) => format!("{}.", ROMAN[self.number % ROMAN.len()]),
                _ => fill(&line(self.section, key), place, *year, self.turn),
            };
            text.push_str(&format!("{key} = {}\n", quoted(&words)));
        }
        text
    }
}

const ROMAN: [&str; 10] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

/// A whole title, a head with another's tail, or a meeting with an invented topic; of a whole title the plain words, too.
fn event_title(seeds: &Seeds, order: &Order<'_>, chance: &mut Chance) -> (String, Option<String>) {
    let Order {
        place,
        year,
        manner,
        ..
    } = *order;
    let cells = seeds.cells(manner);
    let turn = chance.below(20);
    let mut text = String::new();
    while text.is_empty() || !manner.takes(&text) {
        text = match chance.below(10) {
            0..=2 => chance.one(&cells.titles).clone(),
            3..=6 => format!("{}{}", chance.one(&cells.heads), chance.one(&cells.tails)),
            7 => format!("{} {}", chance.one(&cells.heads), topic(chance)),
            _ => format!(
                "{} {} {}",
                chance.of(MEETINGS),
                chance.of(AUDIENCES),
                topic(chance)
            ),
        };
    }
    let plain = seeds
        .plain
        .get(&text)
        .map(|words| fill(words, place, year, turn));
    let mut title = fill(&text, place, year, turn);
    if chance.percent(20) && !title.contains("на базе") {
        title = format!(
            "{} на базе {}",
            title.trim_end_matches('.'),
            chance.one(&place.schools).name
        );
    }
    (title, plain)
}

/// Writes the other cells of an event and what became of it; true when it is done.
fn cells(
    seeds: &Seeds,
    order: &Order<'_>,
    with_results: bool,
    chance: &mut Chance,
    text: &mut String,
) -> bool {
    let Order {
        place,
        year,
        manner,
        ..
    } = *order;
    let cells = seeds.cells(manner);
    let turn = chance.below(20);
    let mut cell = |key: &str, words: &str| {
        text.push_str(&format!(
            "{key} = {}\n",
            quoted(&fill(words, place, year, turn))
        ));
    };
    let paired = place.schools.len() > 3 && chance.percent(2);
    let (deadline, month) = match paired {
        true => (PAIRED.join(", "), 4),
        false => deadline(cells, order, chance),
    };
    cell("deadline", &deadline);
    let person = chance.one(&place.people);
    match chance.below(3) {
        0 => cell(
            "responsible",
            &format!("{}, {}", person.post, person.name.nominative()),
        ),
        _ => cell("responsible", chance.one(&cells.responsible).as_str()),
    }
    let share = chance.one(&["100%", "100%", "95%", "90%", "80%", "75%", "50%"]);
    cell(
        "indicator",
        &chance.one(&cells.indicators).replace("100%", share),
    );
    if with_results {
        cell("result", chance.one(&cells.results).as_str());
    }
    let done = fate::write(order, month, chance, text);
    for (deadline, school) in PAIRED.iter().zip(&place.schools).filter(|_| paired) {
        text.push_str(&format!(
            "[[section.event.pairing]]\ndeadline = {}\nschools = [{}]\n",
            quoted(deadline),
            quoted(&school.id)
        ));
    }
    done
}

/// The last of the months that the words name, from 1.
fn last_month(words: &str) -> Option<usize> {
    let words = words.to_lowercase();
    let named = |[name, of]: &[&str; 2]| words.contains(name) || words.contains(of);
    MONTHS.iter().rposition(named).map(|at| at + 1)
}

/// A deadline that gives each school its own month.
const PAIRED: [&str; 3] = ["апрель", "октябрь", "ноябрь"];

/// Words of a deadline and a month in which such a thing may have been done.
fn deadline(cells: &Cells, order: &Order<'_>, chance: &mut Chance) -> (String, usize) {
    let year = order.year;
    // An act of January comes after some days of January.
    let first = if order.manner == Manner::Neat { 2 } else { 1 };
    let month = chance.between(first, 12);
    let [name, of] = MONTHS[month - 1];
    let day = chance.between(1, 28);
    let words = match chance.below(10) {
        0 => format!("до {day} {of} {year} г."),
        1 => format!("{day:02}.{month:02}.{year}"),
        2 | 3 => format!("{name} {year} года"),
        4 => format!("{name} {year} г."),
        _ => {
            let words = chance.one(&cells.deadlines).clone();
            let named = last_month(&words).unwrap_or(month);
            return (words, named);
        }
    };
    (words, month)
}
