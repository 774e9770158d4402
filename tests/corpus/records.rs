//! Acts and programmes, made of the real ones.

use toml::{Table, Value};

use super::blanks::{fill, of_one_year};
use super::chance::Chance;
use super::invented::Place;
use super::manner::Manner;
use super::seeds::{Seeds, line, tables};
use super::{MADE, quoted};

/// One of the documents gives an act of the region another day than its own programme does.
const OTHER_DATE: [&str; 2] = ["от 18.03.", "от 13.03."];

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
pub fn act(year: i16, manner: Manner, chance: &mut Chance) -> Act {
    let number = (year as usize % 10) * 100 + chance.below(100);
    let (month, day) = match manner {
        // Before the first deadline can have passed.
        Manner::Neat => (1, chance.between(9, 28)),
        Manner::AsPrinted => (chance.between(1, 4), chance.between(10, 28)),
    };
    Act {
        id: format!("{number}-od"),
        number: format!("{number}-од"),
        date: format!("{year}-{month:02}-{day:02}"),
        date_words: format!("{day:02}.{month:02}.{year}"),
    }
}

/// The text of an order.
pub fn order(
    seeds: &Seeds,
    place: &Place,
    year: i16,
    (act, manner): (&Act, Manner),
    chance: &mut Chance,
) -> String {
    let model = chance.one(&seeds.documents);
    let turn = chance.below(20);
    let filled = |words: &str| {
        let words = fill(words, place, year, turn);
        quoted(&match manner {
            Manner::Neat => words.replace(OTHER_DATE[0], OTHER_DATE[1]),
            Manner::AsPrinted => words,
        })
    };
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

/// The programme.
pub fn program(
    seeds: &Seeds,
    place: &Place,
    year: i16,
    (act, manner): (&Act, Manner),
    chance: &mut Chance,
) -> String {
    let model = chance.one(&seeds.programs);
    let turn = chance.below(20);
    let filled = |words: &str| {
        quoted(&match manner {
            Manner::Neat => fill(&of_one_year(words), place, year, turn),
            Manner::AsPrinted => fill(words, place, year, turn),
        })
    };
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

/// A list of texts under a key, as TOML writes it.
pub fn list(key: &str, table: &Table, place: &Place, year: i16, turn: usize) -> String {
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
