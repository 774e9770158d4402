//! From the TOML reader's table to the raw table: the same values with places in the original file.

use jiff::civil::Date;
use toml::de::{DeTable, DeValue};

use crate::content::raw::{Entry, Node, Table, Value};
use crate::content::read::draft::Draft;
use crate::content::read::fault::PLACEHOLDER;
use crate::diag::Span;

/// The root table of a document.
pub fn table(root: &DeTable, draft: &Draft) -> Table {
    Table {
        span: Span::start_of(draft.source()),
        entries: entries(root, draft),
    }
}

/// The entries of a table in the order of the file; what stood under an unreadable header is left out.
fn entries(table: &DeTable, draft: &Draft) -> Vec<Entry> {
    let mut entries: Vec<(usize, Entry)> = table
        .iter()
        .filter(|(key, _)| key.get_ref() != PLACEHOLDER)
        .map(|(key, value)| {
            let entry = Entry {
                key: key.get_ref().to_string(),
                key_span: draft.span(key.span()),
                node: node(value.get_ref(), value.span(), draft),
            };
            (key.span().start, entry)
        })
        .collect();
    entries.sort_by_key(|(start, _)| *start);
    entries.into_iter().map(|(_, entry)| entry).collect()
}

fn node(value: &DeValue, range: std::ops::Range<usize>, draft: &Draft) -> Node {
    let span = draft.span(range.clone());
    let value = match value {
        DeValue::String(text) => Value::Text(text.to_string()),
        DeValue::Boolean(flag) => Value::Boolean(*flag),
        DeValue::Float(number) => Value::Float(number.as_str().to_owned()),
        DeValue::Integer(number) => match i64::from_str_radix(number.as_str(), number.radix()) {
            Ok(number) => Value::Integer(number),
            Err(_) => Value::Float(number.to_string()),
        },
        DeValue::Datetime(moment) => {
            date(moment).map_or_else(|| Value::Moment(moment.to_string()), Value::Date)
        }
        DeValue::Array(list) => Value::List(
            list.iter()
                .map(|item| node(item.get_ref(), item.span(), draft))
                .collect(),
        ),
        DeValue::Table(table) => Value::Table(Table {
            span,
            entries: entries(table, draft),
        }),
    };
    Node { span, value }
}

/// A date without a time.
fn date(moment: &toml::value::Datetime) -> Option<Date> {
    let date = moment
        .date
        .filter(|_| moment.time.is_none() && moment.offset.is_none())?;
    Date::new(
        i16::try_from(date.year).ok()?,
        i8::try_from(date.month).ok()?,
        i8::try_from(date.day).ok()?,
    )
    .ok()
}
