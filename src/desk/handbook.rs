//! Makes the handbook from the explanations of codes and from the one table of fields.

use std::ptr;

use crate::content::fields::{Field, Form, Shape};
use crate::desk::kinds::{KINDS, Kind};
use crate::diag::explain::{self, Explanation, Fragment, GROUPS};
use crate::model::handbook::{
    FieldGuide, FileGuide, Handbook, Mistake, MistakeGroup, Sample, TableGuide,
};

/// The handbook of this program.
pub fn handbook() -> Handbook {
    Handbook {
        groups: GROUPS.iter().filter_map(group).collect(),
        files: KINDS.iter().map(file).collect(),
    }
}

fn group((digit, name, about): &(char, &str, &str)) -> Option<MistakeGroup> {
    let of_group = |one: &&Explanation| one.code.id.chars().nth(1) == Some(*digit);
    let mistakes: Vec<Mistake> = explain::all()
        .iter()
        .filter(of_group)
        .map(mistake)
        .collect();
    (!mistakes.is_empty()).then(|| MistakeGroup {
        anchor: format!("gruppa-{digit}"),
        name: (*name).to_owned(),
        about: (*about).to_owned(),
        mistakes,
    })
}

fn mistake(one: &Explanation) -> Mistake {
    Mistake {
        code: one.code.id.to_owned(),
        anchor: explain::anchor(one.code.id),
        about: one.code.about.to_owned(),
        consequence: one.kind.consequence().to_owned(),
        severe: one.kind != explain::Kind::Warning,
        fix: one.fix,
        means: one.means.clone(),
        todo: one.todo.clone(),
        source: one.source.clone(),
        before: one.before.iter().map(sample).collect(),
        after: one.after.iter().map(sample).collect(),
    }
}

fn sample(fragment: &Fragment) -> Sample {
    Sample {
        path: fragment.shown(),
        note: fragment.note.clone(),
        text: fragment.text.clone(),
    }
}

fn file(kind: &Kind) -> FileGuide {
    let mut tables = Tables {
        file: kind.anchor,
        found: Vec::new(),
    };
    tables.add(kind.kind.form(), String::new(), String::new());
    FileGuide {
        anchor: kind.anchor.to_owned(),
        name: kind.name.to_owned(),
        path: kind.path.to_owned(),
        about: kind.about.to_owned(),
        tables: tables.guides(),
    }
}

/// The tables of a file, each once however often it may be used.
struct Tables {
    file: &'static str,
    found: Vec<(&'static Form, TableGuide)>,
}

impl Tables {
    /// Adds a table and those inside it. `header` is the line it begins with, `path` the keys that lead to it.
    fn add(&mut self, form: &'static Form, header: String, path: String) {
        if form.fields.is_empty() {
            return;
        }
        let known = self.found.iter_mut().find(|(one, _)| ptr::eq(*one, form));
        if let Some((_, guide)) = known {
            guide.headers.push(header);
        } else {
            let anchor = self.anchor(&path);
            let guide = TableGuide {
                name: form.name.to_owned(),
                headers: Some(header)
                    .filter(|header| !header.is_empty())
                    .into_iter()
                    .collect(),
                fields: form
                    .fields
                    .iter()
                    .map(|field| described(field, &anchor))
                    .collect(),
                anchor,
            };
            self.found.push((form, guide));
        }
        for field in form.fields {
            let inner = match path.as_str() {
                "" => field.key.to_owned(),
                path => format!("{path}.{}", field.key),
            };
            match field.shape {
                Shape::Table(form) => self.add(form, format!("[{inner}]"), inner),
                Shape::Tables(form) => self.add(form, format!("[[{inner}]]"), inner),
                _ => {}
            }
        }
    }

    /// `plan`, `plan-section-event`.
    fn anchor(&self, path: &str) -> String {
        match path {
            "" => format!("{}-polya", self.file),
            path => format!("{}-{}", self.file, path.replace(['.', '_'], "-")),
        }
    }

    /// The tables, with the places of those that fields hold.
    fn guides(self) -> Vec<TableGuide> {
        let places: Vec<(&Form, String)> = self
            .found
            .iter()
            .map(|(form, guide)| (*form, guide.anchor.clone()))
            .collect();
        let place = |form: &Form| {
            let found = places.iter().find(|(one, _)| ptr::eq(*one, form));
            found.map(|(_, anchor)| anchor.clone())
        };
        let linked = |(form, mut guide): (&'static Form, TableGuide)| {
            for (field, told) in form.fields.iter().zip(&mut guide.fields) {
                if let Shape::Table(inner) | Shape::Tables(inner) = field.shape {
                    told.inner = place(inner);
                }
            }
            guide
        };
        self.found.into_iter().map(linked).collect()
    }
}

fn described(field: &Field, table: &str) -> FieldGuide {
    let is_table = matches!(field.shape, Shape::Table(_) | Shape::Tables(_));
    let example = Some(field.example).filter(|example| !is_table && !example.is_empty());
    FieldGuide {
        anchor: format!("{table}--{}", field.key.replace('_', "-")),
        key: field.key.to_owned(),
        label: field.label.to_owned(),
        value: value(field.shape),
        required: field.required,
        example: example.map(|example| format!("{} = {example}", field.key)),
        hint: field.hint.to_owned(),
        inner: None,
    }
}

/// What a value may be, for a person.
fn value(shape: Shape) -> String {
    let words = match shape {
        Shape::Text => "слова в кавычках",
        Shape::Texts => "список слов: каждое в кавычках, все в квадратных скобках",
        Shape::Id => "имя: маленькие латинские буквы, цифры, дефисы",
        Shape::Ids => "список имён в квадратных скобках",
        Shape::Events => "список мероприятий: план, косая черта, id",
        Shape::Date => "дата: год, месяц, день через дефис",
        Shape::Flag => "true (да) или false (нет)",
        Shape::Number => "целое число без кавычек",
        Shape::Period => "год или годы в кавычках",
        Shape::Territories => "список адресов районов",
        Shape::Table(_) => "таблица, её поля описаны ниже",
        Shape::Tables(_) => "одна или несколько таблиц, их поля описаны ниже",
        Shape::OneOf(choices) => {
            let choices: Vec<String> = choices.iter().map(|one| format!("«{one}»")).collect();
            return format!("одно из слов: {}", choices.join(", "));
        }
    };
    words.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn places_are_named_once_and_never_by_chance() {
        let handbook = handbook();
        for anchors in [
            handbook.mistake_anchors().collect::<Vec<_>>(),
            handbook.field_anchors().collect(),
        ] {
            let different: BTreeSet<&&str> = anchors.iter().collect();
            assert_eq!(different.len(), anchors.len(), "{anchors:?}");
        }
        let anchors: Vec<&str> = handbook.field_anchors().collect();
        for anchor in [
            "plan",
            "plan-section-event",
            "plan-section-event--deadline",
            "novost-polya--date",
        ] {
            assert!(anchors.contains(&anchor), "{anchor}");
        }
        assert!(handbook.mistake_anchors().any(|anchor| anchor == "p102"));
    }

    #[test]
    fn a_table_that_stands_in_two_places_is_described_once() {
        let handbook = handbook();
        let plan = handbook.files.iter().find(|file| file.anchor == "plan");
        let plan = plan.expect("plans are described");
        let events: Vec<&TableGuide> = plan
            .tables
            .iter()
            .filter(|table| table.name == "мероприятие")
            .collect();
        let [events] = events[..] else {
            panic!("one table of events, not {}", events.len());
        };
        assert_eq!(events.headers, ["[[section.event]]", "[[event]]"]);
        let own = &plan.tables[0];
        let field = own.fields.iter().find(|field| field.key == "event");
        let field = field.expect("plans have events");
        assert_eq!(field.inner.as_deref(), Some("plan-section-event"));
        assert!(own.headers.is_empty());
    }

    #[test]
    fn every_field_says_what_to_write() {
        let handbook = handbook();
        for file in &handbook.files {
            for field in file.tables.iter().flat_map(|table| &table.fields) {
                let at = format!("{} {}", file.name, field.key);
                assert!(!field.hint.is_empty() && !field.label.is_empty(), "{at}");
                assert!(field.example.is_some() || field.inner.is_some(), "{at}");
            }
        }
    }
}
