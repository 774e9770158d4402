//! Where in a file a table is: its form, its header, the tables it lies in, and the words of the file.

use toml::de::DeValue;

use crate::content::fields::{Field, Form, Shape};
use crate::content::raw::{Table, Value};
use crate::diag::Span;

/// A table with its surroundings.
#[derive(Clone, Copy)]
pub struct Inside<'a> {
    /// The whole file.
    pub text: &'a str,
    /// What the table may hold.
    pub form: &'static Form,
    /// The table.
    pub table: &'a Table,
    /// Its field in the table around it, and its place among the elements of a list, from 1; none for the root.
    pub of: Option<(&'static Field, usize)>,
    /// The table around it.
    pub outer: Option<&'a Inside<'a>>,
}

impl<'a> Inside<'a> {
    /// What stands at a place of the file.
    pub fn written(&self, span: Span) -> &'a str {
        let start = self.text.floor_char_boundary(span.range().start);
        let end = self.text.floor_char_boundary(span.range().end).max(start);
        &self.text[start..end]
    }

    /// What stands there when it is a complete value.
    pub fn literal(&self, span: Span) -> Option<&'a str> {
        let written = self.written(span);
        DeValue::parse(written).is_ok().then_some(written)
    }

    /// The place of the line that holds the beginning of a place, without its break.
    pub fn whole_line(&self, span: Span) -> Span {
        let at = self.text.floor_char_boundary(span.range().start);
        let start = self.text[..at].rfind('\n').map_or(0, |found| found + 1);
        let length = self.text[start..].lines().next().map_or(0, str::len);
        Span::new(span.source, start..start + length)
    }

    /// The first header of the file, with the number of its line.
    pub fn first_header(&self) -> Option<(usize, &'a str)> {
        let mut lines = self.text.lines().enumerate();
        lines
            .find(|(_, line)| line.starts_with('[') && line.trim_end().ends_with(']'))
            .map(|(index, line)| (index + 1, line.trim_end()))
    }

    /// The number of the line that holds the end of a place, from 1.
    pub fn line(&self, span: Span) -> usize {
        let end = self.text.floor_char_boundary(span.range().end);
        self.text[..end].matches('\n').count() + 1
    }

    /// The table and those around it, the inner one first.
    pub fn outwards(&self) -> impl Iterator<Item = &Inside<'a>> {
        std::iter::successors(Some(self), |inside| inside.outer)
    }

    /// The dotted name of a table in this one: `section.event` for `event` in a section.
    pub fn path(&self, field: &Field) -> String {
        let mut names: Vec<&str> = self
            .outwards()
            .filter_map(|inside| inside.of.map(|(field, _)| field.key))
            .collect();
        names.reverse();
        names.push(field.key);
        names.join(".")
    }

    /// The header of a table in this one, with its brackets.
    pub fn header(&self, field: &Field) -> String {
        let path = self.path(field);
        match field.shape {
            Shape::Tables(_) => format!("[[{path}]]"),
            _ => format!("[{path}]"),
        }
    }

    /// How a field is written in this table: a line, or the header of a table.
    pub fn example(&self, field: &Field) -> String {
        match field.shape {
            Shape::Tables(_) if field.example.starts_with("[{") => {
                format!("{} = {}", field.key, field.example)
            }
            Shape::Tables(_) | Shape::Table(_) => self.header(field),
            _ => format!("{} = {}", field.key, field.example),
        }
    }

    /// What the table is called in messages, in the genitive: «мероприятия № 2 «Родительские собрания»».
    pub fn name_of(&self) -> String {
        let text = |key: &str| match &self.table.get(key)?.value {
            Value::Text(text) if !text.trim().is_empty() => Some(text.as_str()),
            _ => None,
        };
        let number = text("number").filter(|number| number.chars().count() <= 12);
        let number = number.map(|number| format!(" № {}", number.trim_end_matches('.')));
        let title = ["title", "name", "id"].into_iter().find_map(text);
        let title = title.map(|title| format!(" «{}»", shortened(title)));
        let place = match (&number, &title, self.of) {
            (None, None, Some((field, place))) if matches!(field.shape, Shape::Tables(_)) => {
                format!(" ({place}-е по счёту)")
            }
            _ => String::new(),
        };
        let (number, title) = (number.unwrap_or_default(), title.unwrap_or_default());
        format!("{}{number}{title}{place}", self.form.name_of)
    }
}

/// The first words of a text.
fn shortened(text: &str) -> String {
    let line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(48) {
        Some((at, _)) => format!("{}…", line[..at].trim_end()),
        None => line,
    }
}
