//! Goes through the tables of a file and holds each value against its field.

use super::inside::Inside;
use super::{dates, keys, kinds, missing, values};
use crate::content::fields::{Field, Form, Shape};
use crate::content::raw::{Entry, Node, RawDocument, Table, Value};
use crate::diag::Diagnostic;
use crate::diag::codes;

/// Checks a file's table and everything in it.
pub fn document(raw: &RawDocument, form: &'static Form, text: &str, found: &mut Vec<Diagnostic>) {
    let mut walk = Walk {
        damaged: raw.damaged,
        elsewhere: Vec::new(),
        found,
    };
    walk.table(Inside {
        text,
        form,
        table: &raw.table,
        of: None,
        outer: None,
    });
}

struct Walk<'f> {
    /// In a damaged file nothing is reported as missing: it may only have been swallowed by the mistake before it.
    damaged: bool,
    /// Fields written under another name or in another table: that they are also missing is the same mistake.
    elsewhere: Vec<(&'static str, &'static str)>,
    found: &'f mut Vec<Diagnostic>,
}

impl Walk<'_> {
    fn table(&mut self, inside: Inside<'_>) {
        let table = inside.table;
        let mut explained = Vec::new();
        let unknown: Vec<&Entry> = table
            .entries
            .iter()
            .filter(|entry| inside.form.field(&entry.key).is_none())
            .collect();
        let lost = keys::lost_header(&unknown, &inside);
        let told = lost.as_ref().map_or(0, |(_, count)| *count);
        self.found.extend(lost.map(|(problem, _)| problem));
        for entry in &unknown[told..] {
            let told = keys::unknown(entry, &inside);
            self.found.push(told.problem);
            if let Some((form, field)) = told.stands_for {
                explained.push(field.key);
                self.elsewhere.push((form.name, field.key));
            }
        }
        for entry in &table.entries {
            if let Some(field) = inside.form.field(&entry.key) {
                let implicit = kinds::is_implicit(&entry.node, &inside);
                if !(implicit && explained.contains(&field.key)) {
                    self.value(&entry.node, field, &inside);
                }
            }
        }
        self.found.extend(kinds::rivals(&inside));
        if !self.damaged {
            self.missing(&inside);
        }
        // What was explained inside of this table says nothing about its neighbours.
        let own = inside.form.name;
        self.elsewhere.retain(|(form, _)| *form != own);
    }

    fn missing(&mut self, inside: &Inside<'_>) {
        for field in inside.form.fields.iter().filter(|field| field.required) {
            let told = self.elsewhere.contains(&(inside.form.name, field.key));
            let excused = field
                .unless
                .is_some_and(|key| inside.table.get(key).is_some());
            if inside.table.get(field.key).is_none() && !told && !excused {
                self.found.push(missing::key(field, inside));
            }
        }
    }

    fn value(&mut self, node: &Node, field: &'static Field, inside: &Inside<'_>) {
        match (field.shape, &node.value) {
            (Shape::Table(form), Value::Table(inner)) => {
                self.inner(inner, form, (field, 1), inside)
            }
            (Shape::Tables(form), Value::List(items)) => {
                for (index, item) in items.iter().enumerate() {
                    match &item.value {
                        Value::Table(inner) => self.inner(inner, form, (field, index + 1), inside),
                        _ => self
                            .found
                            .push(kinds::wrong(item, field, field.shape, inside)),
                    }
                }
            }
            (Shape::Tables(form), Value::Table(inner)) => {
                self.found.push(kinds::lone_table(node, field, inside));
                if !kinds::is_implicit(node, inside) {
                    self.inner(inner, form, (field, 1), inside);
                }
            }
            (
                Shape::Texts | Shape::Ids | Shape::Events | Shape::Territories,
                Value::List(items),
            ) => {
                if items.is_empty() && field.required {
                    self.found.push(empty_list(node, field));
                }
                for item in items {
                    let found = match field.shape {
                        Shape::Ids => values::id(item, field, inside),
                        Shape::Events => values::event(item, field, inside),
                        Shape::Territories => values::territory(item, field, inside),
                        _ => values::text(item, field, inside),
                    };
                    self.found.extend(found);
                }
            }
            (Shape::Text, _) => self.found.extend(values::text(node, field, inside)),
            (Shape::Id, _) => self.found.extend(values::id(node, field, inside)),
            (Shape::Date, _) => self.found.extend(dates::problem(node, field, inside)),
            (Shape::Period, _) => self.found.extend(values::period(node, field, inside)),
            (Shape::OneOf(choices), _) => {
                self.found
                    .extend(values::choice(node, field, choices, inside));
            }
            (Shape::Flag, Value::Boolean(_)) => {}
            (Shape::Number, Value::Integer(number)) if *number > 0 => {}
            (shape, _) => self.found.push(kinds::wrong(node, field, shape, inside)),
        }
    }

    fn inner(
        &mut self,
        table: &Table,
        form: &'static Form,
        of: (&'static Field, usize),
        outer: &Inside<'_>,
    ) {
        self.table(Inside {
            text: outer.text,
            form,
            table,
            of: Some(of),
            outer: Some(outer),
        });
    }
}

fn empty_list(list: &Node, field: &Field) -> Diagnostic {
    Diagnostic::error(
        codes::EMPTY_TEXT,
        list.span,
        format!("список «{}» пуст", field.label),
    )
    .help(format!(
        "впишите хотя бы одно значение, например: {} = {}",
        field.key, field.example
    ))
}
