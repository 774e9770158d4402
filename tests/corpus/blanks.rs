//! Texts of the real documents with blanks where they name a person, school, place or year, and how blanks are filled.
//! A blank is one character of Unicode's private area, so a text with blanks is an ordinary text.

use toml::{Table, Value};

use super::invented::Place;

/// «Нетесова Л.В.»
const PERSON: char = '\u{E000}';
/// «Нетесову Л.В.»
const PERSON_ACCUSATIVE: char = '\u{E001}';
/// «Л.В. Нетесова»
const INITIALS_FIRST: char = '\u{E002}';
/// «МБОУ Кемская СОШ №2»
const SCHOOL: char = '\u{E010}';
/// «Жигаловский район»
const PLACE: char = '\u{E020}';
/// «Жигаловского района»
const PLACE_OF: char = '\u{E021}';
/// «в Жигаловском районе»
const PLACE_IN: char = '\u{E022}';
/// «Жигаловск», to which adjectives add an ending.
const PLACE_STEM: char = '\u{E023}';
/// «Качугский, Киренский, Бодайбинский»
const NEIGHBOURS: char = '\u{E024}';
/// «Иркутская область»
const REGION: char = '\u{E030}';
/// «Иркутской области»
const REGION_OF: char = '\u{E031}';
/// «в Иркутской области»
const REGION_IN: char = '\u{E032}';
/// The year of the plan; the character before it is the year before, the one after it the next.
const YEAR: char = '\u{E051}';

/// Words that name the real places in ways their files do not list, and what stands for them.
const ODD: &[(&str, &str)] = &[
    ("Качугский, Киренский, Бодайбинский", "\u{E024}"),
    ("ЦНППМ РА БУ ДПО РА «ИПКиППРО РА»", "ИРО"),
    ("ИПКиППРО РА", "ИРО"),
    ("ТОИПКРО", "ИРО"),
    ("Минобрнауки РА", "министерство образования \u{E031}"),
    ("Минобрнауки", "министерство образования"),
    ("ЗГМО", "\u{E021}"),
    ("[bookmark: _GoBack]", ""),
    ("Жигаловск", "\u{E023}"),
    ("Кемск", "\u{E023}"),
    ("Первомайск", "\u{E023}"),
    ("Зиминск", "\u{E023}"),
    ("Жигалово", "\u{E023}"),
    ("с. \u{E023}ое", "с. \u{E023}"),
];

/// What to replace in the texts of one territory.
pub struct Blanker(Vec<(String, String)>);

impl Blanker {
    /// Reads the names of a territory and its region from their files.
    pub fn new(
        region: &Table,
        place: &Table,
        people: &[Table],
        schools: &[Table],
        year: i16,
    ) -> Blanker {
        let mut pairs = Vec::new();
        for (key, region_blank, place_blank) in [
            ("name", REGION, PLACE),
            ("name_of", REGION_OF, PLACE_OF),
            ("name_in", REGION_IN, PLACE_IN),
        ] {
            pairs.push((text(region, key), region_blank.to_string()));
            pairs.push((text(place, key), place_blank.to_string()));
        }
        for school in schools {
            pairs.extend(forms(school).map(|form| (form, SCHOOL.to_string())));
        }
        for person in people {
            pairs.extend(forms(person).map(|form| {
                let blank = person_blank(&form).to_string();
                (form, blank)
            }));
        }
        for (number, blank) in [(year - 1, -1), (year, 0), (year + 1, 1)] {
            pairs.push((number.to_string(), year_blank(blank).to_string()));
        }
        pairs.retain(|(words, _)| !words.is_empty());
        // The longest first: «МБОУ СОШ №1» must not be found inside «МБОУ СОШ №12».
        pairs.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.cmp(b)));
        pairs.extend(
            ODD.iter()
                .map(|(words, blank)| ((*words).to_owned(), (*blank).to_owned())),
        );
        Blanker(pairs)
    }

    /// The text with blanks, in one line.
    pub fn line(&self, text: &str) -> String {
        let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        self.text(&one_line)
    }

    /// The text with blanks and without links: what they lead to is not in the corpus.
    pub fn text(&self, text: &str) -> String {
        let mut out = without_links(text);
        for (words, blank) in &self.0 {
            if out.contains(words.as_str()) {
                out = out.replace(words.as_str(), blank);
            }
        }
        out
    }
}

fn text(table: &Table, key: &str) -> String {
    table
        .get(key)
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_owned()
}

fn forms(table: &Table) -> impl Iterator<Item = String> {
    let aliases = table
        .get("aliases")
        .and_then(Value::as_array)
        .into_iter()
        .flatten();
    let aliases: Vec<String> = aliases
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect();
    std::iter::once(text(table, "name")).chain(aliases)
}

fn person_blank(form: &str) -> char {
    match form.split(['.', ' ']).next() {
        Some(first) if first.chars().count() == 1 => INITIALS_FIRST,
        Some(surname) if surname.ends_with('у') => PERSON_ACCUSATIVE,
        _ => PERSON,
    }
}

fn year_blank(difference: i16) -> char {
    char::from_u32((YEAR as i32 + i32::from(difference)) as u32).unwrap_or(YEAR)
}

/// Markdown links become their words.
fn without_links(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(middle) = rest.find("](") {
        let Some((open, close)) = rest[..middle].rfind('[').zip(rest[middle..].find(')')) else {
            break;
        };
        out.push_str(&rest[..open]);
        out.push_str(&rest[open + 1..middle]);
        rest = &rest[middle + close + 1..];
    }
    out.push_str(rest);
    out
}

/// The text with the plan's own year where it names the year before or after.
pub fn of_one_year(text: &str) -> String {
    text.replace([year_blank(-1), year_blank(1)], &YEAR.to_string())
}

/// Whether the text names the year before or after that of the plan.
pub fn names_other_years(text: &str) -> bool {
    text.contains([year_blank(-1), year_blank(1)])
}

/// Fills the blanks of a text with an invented place's names. People and schools come in turn, from the one whose number
/// is `turn` on.
pub fn fill(text: &str, place: &Place, year: i16, turn: usize) -> String {
    let mut out = String::with_capacity(text.len() + 64);
    let (mut people, mut schools) = (turn, turn);
    let next = |from: &mut usize, count: usize| {
        *from += 1;
        *from % count.max(1)
    };
    for c in text.chars() {
        match c {
            PERSON | PERSON_ACCUSATIVE | INITIALS_FIRST => {
                let person = &place.people[next(&mut people, place.people.len())].name;
                match c {
                    PERSON => out.push_str(&person.nominative()),
                    PERSON_ACCUSATIVE => out.push_str(&person.accusative()),
                    _ => out.push_str(&person.initials_first()),
                }
            }
            SCHOOL => out.push_str(&place.schools[next(&mut schools, place.schools.len())].name),
            PLACE => out.push_str(&place.name),
            PLACE_OF => out.push_str(&place.name_of),
            PLACE_IN => out.push_str(&place.name_in),
            PLACE_STEM => out.push_str(&place.stem),
            NEIGHBOURS => out.push_str(&place.neighbours.join(", ")),
            REGION => out.push_str(&place.region.name),
            REGION_OF => out.push_str(&place.region.name_of),
            REGION_IN => out.push_str(&place.region.name_in),
            '\u{E050}'..='\u{E052}' => {
                out.push_str(&(year + (c as i32 - YEAR as i32) as i16).to_string());
            }
            _ => out.push(c),
        }
    }
    out
}
