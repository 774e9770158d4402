//! A property of anything that became another: one table of names, one set of sentences.

use crate::history::words::quote::{quoted, was_became};
use crate::history::words::sameness::{only_written_otherwise, same, same_letters};
use crate::model::history::{Detail, What};

/// A word for a property, with the endings of its verbs.
#[derive(Debug, Clone, Copy)]
pub struct Name(pub &'static str, pub Gender);

/// What Russian verbs about it end in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gender {
    /// «адрес изменён».
    He,
    /// «должность изменена».
    She,
    /// «название изменено».
    It,
    /// «телефоны изменены».
    They,
}

/// A property at one time.
#[derive(Debug, Clone)]
pub struct Property {
    /// What it is called.
    pub name: Name,
    /// Whose it is, when sentences must say so: «раздела «…»».
    pub of: String,
    /// What kind of change another value is.
    pub what: What,
    /// Its words; none when it has none.
    pub value: Option<String>,
    /// How it is told.
    pub weight: Weight,
}

/// How a property is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// With its words.
    Whole,
    /// With its words, though it is no fact of documents.
    Minor,
    /// That it changed, without its words: they are long.
    Text,
    /// The same for what is no fact of documents.
    MinorText,
}

impl Property {
    /// A property that is told with its words.
    pub fn new(name: Name, value: Option<String>) -> Property {
        Property {
            name,
            of: String::new(),
            what: What::Property,
            value: value.filter(|value| !value.trim().is_empty()),
            weight: Weight::Whole,
        }
    }

    /// Told with whose it is.
    pub fn of(mut self, of: &str) -> Property {
        self.of = of.to_owned();
        self
    }

    /// Told as another kind of change.
    pub fn what(mut self, what: What) -> Property {
        self.what = what;
        self
    }

    /// Told with this weight.
    pub fn weight(mut self, weight: Weight) -> Property {
        self.weight = weight;
        self
    }
}

/// A property as sentences call it.
struct Called {
    words: String,
    gender: Gender,
}

impl Called {
    fn ended(&self, forms: [&'static str; 4]) -> &'static str {
        forms[match self.gender {
            Gender::He => 0,
            Gender::She => 1,
            Gender::It => 2,
            Gender::They => 3,
        }]
    }

    fn changed(&self) -> String {
        let verb = self.ended(["изменён", "изменена", "изменено", "изменены"]);
        format!("{} {verb}", self.words)
    }

    fn given(&self) -> String {
        let verb = self.ended(["указан", "указана", "указано", "указаны"]);
        format!("{verb} {}", self.words)
    }

    fn added(&self) -> String {
        let verb = self.ended(["добавлен", "добавлена", "добавлено", "добавлены"]);
        format!("{verb} {}", self.words)
    }

    fn removed(&self) -> String {
        let verb = self.ended(["убран", "убрана", "убрано", "убраны"]);
        format!("{} {verb}", self.words)
    }

    fn was(&self) -> &'static str {
        self.ended(["был", "была", "было", "были"])
    }
}

/// Compares the properties of one thing; both lists come from the same function, so that they stand in pairs.
pub fn compared(before: &[Property], after: &[Property]) -> Vec<Detail> {
    before
        .iter()
        .zip(after)
        .filter_map(|(before, after)| {
            let (words, slip) = sentence(before, after)?;
            let minor = matches!(after.weight, Weight::Minor | Weight::MinorText);
            let kept = |value: &Option<String>| match after.weight {
                Weight::Whole | Weight::Minor => value.clone(),
                Weight::Text | Weight::MinorText => None,
            };
            Some(Detail {
                what: after.what,
                before: kept(&before.value),
                after: kept(&after.value),
                words,
                minor: minor || slip,
            })
        })
        .collect()
}

/// The sentence, and whether it tells of a slip of the pen.
fn sentence(before: &Property, after: &Property) -> Option<(String, bool)> {
    let name = Called {
        words: format!("{} {}", after.name.0, after.of)
            .trim_end()
            .to_owned(),
        gender: after.name.1,
    };
    let text = matches!(after.weight, Weight::Text | Weight::MinorText);
    let slip: fn(&str, &str) -> bool = match after.what {
        What::Responsible | What::Members => same_letters,
        _ => only_written_otherwise,
    };
    match (&before.value, &after.value) {
        (Some(old), Some(new)) if same(old, new) => None,
        (Some(_), Some(_)) if text => Some((name.changed(), false)),
        (None, Some(_)) if text => Some((name.added(), false)),
        (Some(_), None) if text => Some((name.removed(), false)),
        (Some(old), Some(new)) if slip(old, new) => Some((
            format!(
                "{}: исправлено написание, {}",
                name.words,
                was_became(old, new)
            ),
            true,
        )),
        (Some(old), Some(new)) => Some((
            format!("{}: {}", name.changed(), was_became(old, new)),
            false,
        )),
        (None, Some(new)) => Some((format!("{}: {}", name.given(), quoted(new)), false)),
        (Some(old), None) => Some((
            format!("{}: {} {}", name.removed(), name.was(), quoted(old)),
            false,
        )),
        (None, None) => None,
    }
}
