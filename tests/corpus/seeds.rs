//! What the real documents lend: rows of plans, sections, acts, practices, news and programmes, with blanks for names.

use std::collections::{BTreeMap, BTreeSet};

use toml::{Table, Value};

use super::blanks::{Blanker, names_other_years};
use super::manner::Manner;

/// Cells of plans.
#[derive(Debug, Default)]
pub struct Cells {
    /// Titles of events, whole.
    pub titles: Vec<String>,
    /// Titles without what follows the first «с целью», «по вопросам», «в рамках» …
    pub heads: Vec<String>,
    /// What followed.
    pub tails: Vec<String>,
    /// Words about time.
    pub deadlines: Vec<String>,
    /// Who answers.
    pub responsible: Vec<String>,
    /// What is measured.
    pub indicators: Vec<String>,
    /// What there will be.
    pub results: Vec<String>,
}

/// Everything that is recombined.
#[derive(Debug, Default)]
pub struct Seeds {
    /// Cells of plans, all of them.
    printed: Cells,
    /// Those without the slips of their authors.
    neat: Cells,
    /// What titles of events mean, in plain words.
    pub plain: BTreeMap<String, String>,
    /// Titles, preambles, goals and sections of whole plans.
    pub plans: Vec<Table>,
    /// Acts whose text is known.
    pub documents: Vec<Table>,
    /// Practices with their text.
    pub practices: Vec<(String, Table, String)>,
    /// News with their text.
    pub news: Vec<(Table, String)>,
    /// Programmes.
    pub programs: Vec<Table>,
    /// Texts of sections, by file name.
    pub sections: Vec<(String, Table, String)>,
}

/// Words that begin a part which fits any other measure, too.
const CONNECTORS: &[&str] = &[
    " с целью ",
    " в целях ",
    " с учетом ",
    " с учётом ",
    " по вопросам ",
    " по проблеме ",
    " на основе ",
    " на основании ",
    " в рамках ",
    " через ",
    ", в том числе ",
    " по итогам ",
    " с участием ",
    ", направленных на ",
];

impl Seeds {
    /// Reads the content of the repository: file by path.
    ///
    /// # Panics
    /// When a file of the content is not what the portal's own check accepts.
    pub fn new(content: &BTreeMap<String, String>) -> Seeds {
        let mut seeds = Seeds::default();
        let folders: BTreeSet<&str> = content
            .keys()
            .filter(|path| path.ends_with("/region.toml") || path.ends_with("/municipality.toml"))
            .filter_map(|path| path.rsplit_once('/').map(|(folder, _)| folder))
            .collect();
        for folder in folders {
            seeds.territory(content, folder);
        }
        seeds.printed.cut();
        seeds.neat = seeds.printed.neat();
        seeds
    }

    /// Cells for plans that are written in this manner.
    pub fn cells(&self, manner: Manner) -> &Cells {
        match manner {
            Manner::Neat => &self.neat,
            Manner::AsPrinted => &self.printed,
        }
    }

    fn territory(&mut self, content: &BTreeMap<String, String>, folder: &str) {
        let table = |name: &str| {
            content
                .get(&format!("{folder}/{name}"))
                .map(|text| parsed(text))
                .unwrap_or_default()
        };
        let region_folder = folder.split('/').next().unwrap_or_default();
        let region = parsed(&content[&format!("{region_folder}/region.toml")]);
        let place = if folder == region_folder {
            Table::new()
        } else {
            table("municipality.toml")
        };
        let (people, schools) = (
            tables(&table("people.toml"), "person"),
            tables(&table("schools.toml"), "school"),
        );
        let files = content
            .iter()
            .filter_map(|(path, text)| Some((path.strip_prefix(folder)?.strip_prefix('/')?, text)));
        for (path, text) in files {
            let Some((kind, name)) = path.rsplit_once('/') else {
                if path == "program.toml" {
                    let blanker = Blanker::new(&region, &place, &people, &schools, 2023);
                    self.programs.push(blanked(&parsed(text), &blanker));
                }
                continue;
            };
            let (table, body) = front(text);
            let year = table
                .get("period")
                .and_then(Value::as_str)
                .and_then(|period| period.get(..4))
                .unwrap_or("2023");
            let year = if year == "2024" { 2024 } else { 2023 };
            let blanker = Blanker::new(&region, &place, &people, &schools, year);
            let stem = name
                .rsplit_once('.')
                .map_or(name, |(stem, _)| stem)
                .to_owned();
            let body = blanker.text(body);
            let own = blanked(&table, &blanker);
            match kind {
                "plans" => self.plan(own),
                "documents" if own.contains_key("point") => self.documents.push(own),
                "news" => self.news.push((own, body)),
                "practices" => self.practices.push((stem, own, body)),
                "sections" => self.sections.push((stem, own, body)),
                _ => {}
            }
        }
    }

    fn plan(&mut self, plan: Table) {
        let events = tables(&plan, "section")
            .iter()
            .flat_map(|section| tables(section, "event"))
            .collect::<Vec<_>>();
        for event in events.into_iter().chain(tables(&plan, "event")) {
            let cell =
                |key: &str| one_line(event.get(key).and_then(Value::as_str).unwrap_or_default());
            let plain = cell("plain");
            if !plain.is_empty() {
                self.plain.insert(cell("title"), plain);
            }
            let cells = &mut self.printed;
            cells.titles.push(cell("title"));
            cells.deadlines.push(cell("deadline"));
            cells.responsible.push(cell("responsible"));
            cells.indicators.push(cell("indicator"));
            cells.results.push(cell("result"));
        }
        if plan.contains_key("section") {
            self.plans.push(plan);
        }
    }
}

impl Cells {
    /// Leaves out empty cells and cuts titles into heads and tails.
    fn cut(&mut self) {
        for list in [
            &mut self.titles,
            &mut self.deadlines,
            &mut self.responsible,
            &mut self.indicators,
            &mut self.results,
        ] {
            list.retain(|text| !text.is_empty());
        }
        for (head, tail) in self.titles.iter().filter_map(|title| cut(title)) {
            self.heads.push(head.to_owned());
            self.tails.push(tail.to_owned());
        }
        let tails = self.indicators.iter().filter_map(|text| cut(text));
        self.tails.extend(tails.map(|(_, tail)| tail.to_owned()));
        let titles: BTreeSet<&String> = self.titles.iter().collect();
        let short = titles
            .into_iter()
            .filter(|title| title.chars().count() < 90);
        self.heads
            .extend(short.map(|title| title.trim_end_matches(['.', ' ']).to_owned()));
    }

    fn neat(&self) -> Cells {
        let chosen = |list: &[String], fits: fn(&str) -> bool| -> Vec<String> {
            let fits = |text: &&String| Manner::Neat.takes(text) && fits(text);
            list.iter().filter(fits).cloned().collect()
        };
        Cells {
            titles: chosen(&self.titles, |_| true),
            heads: chosen(&self.heads, |_| true),
            tails: chosen(&self.tails, |_| true),
            deadlines: chosen(&self.deadlines, |text| !names_other_years(text)),
            responsible: chosen(&self.responsible, |_| true),
            indicators: chosen(&self.indicators, has_target),
            results: chosen(&self.results, has_target),
        }
    }
}

/// A share without per cent can be neither reached nor missed.
fn has_target(text: &str) -> bool {
    let text = text.to_lowercase();
    let share = ["дол", "процент", "охват"]
        .iter()
        .any(|word| text.contains(word));
    !share || text.contains('%')
}

/// The tables under a key.
pub fn tables(table: &Table, key: &str) -> Vec<Table> {
    let list = table
        .get(key)
        .and_then(Value::as_array)
        .into_iter()
        .flatten();
    list.filter_map(Value::as_table).cloned().collect()
}

/// The text under a key, in one line; empty when there is none.
pub fn line(table: &Table, key: &str) -> String {
    one_line(table.get(key).and_then(Value::as_str).unwrap_or_default())
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn parsed(text: &str) -> Table {
    toml::from_str(text).expect("the repository's content is valid")
}

/// The table at the head of a Markdown file, and the text below it; a file without one is all table.
fn front(text: &str) -> (Table, &str) {
    match text
        .strip_prefix("+++\n")
        .and_then(|rest| rest.split_once("\n+++\n"))
    {
        Some((head, body)) => (parsed(head), body),
        None => (parsed(text), ""),
    }
}

/// Every text of a table with blanks; years, identifiers and the like have nothing to blank.
fn blanked(table: &Table, blanker: &Blanker) -> Table {
    fn deep(value: &Value, blanker: &Blanker) -> Value {
        match value {
            Value::String(text) => Value::String(blanker.line(text)),
            Value::Array(list) => {
                Value::Array(list.iter().map(|item| deep(item, blanker)).collect())
            }
            Value::Table(table) => Value::Table(blanked(table, blanker)),
            other => other.clone(),
        }
    }
    table
        .iter()
        .map(|(key, item)| (key.clone(), deep(item, blanker)))
        .collect()
}

/// Cuts a title at the first connector, when both parts stand on their own.
fn cut(title: &str) -> Option<(&str, &str)> {
    let at = CONNECTORS
        .iter()
        .filter_map(|connector| title.find(connector))
        .min()?;
    let (head, tail) = title.split_at(at);
    let tail = tail.split(". ").next().unwrap_or(tail);
    let tail = tail.trim_end_matches(['.', ' ', ';', ',']);
    let whole = |text: &str| {
        let count = |c: char| text.matches(c).count();
        count('«') == count('»') && count('(') == count(')')
    };
    let long_enough =
        head.split(' ').count() >= 3 && (3..=30).contains(&tail.split_whitespace().count());
    (long_enough && whole(head) && whole(tail)).then_some((head, tail))
}
