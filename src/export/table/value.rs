//! One cell of a table.

use std::borrow::Cow;
use std::fmt::{self, Display};

use jiff::civil::Date;

use crate::model::plan::indicator::Number;

/// A cell. Words are borrowed from the model where that is possible: a country has hundreds of thousands of rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value<'a> {
    /// The documents do not say.
    Nothing,
    /// Words, ids, addresses; never empty.
    Text(Cow<'a, str>),
    /// A whole number.
    Integer(i64),
    /// A number with up to three decimals.
    Decimal(Number),
    /// A day.
    Date(Date),
    /// Yes or no.
    Boolean(bool),
    /// Several ids or words, in an order that means something; never empty.
    List(Vec<Cow<'a, str>>),
}

/// Between the items of a list where a cell is one text: in CSV, in a workbook, on a page.
pub const BETWEEN: &str = "; ";

impl<'a> Value<'a> {
    /// Words of the model; empty ones are nothing.
    pub fn text(text: impl Into<Cow<'a, str>>) -> Value<'a> {
        let text = text.into();
        match text.is_empty() {
            true => Value::Nothing,
            false => Value::Text(text),
        }
    }

    /// Words that may be absent.
    pub fn maybe<T: Into<Cow<'a, str>>>(text: Option<T>) -> Value<'a> {
        text.map_or(Value::Nothing, Value::text)
    }

    /// A count.
    pub fn count(number: usize) -> Value<'a> {
        Value::Integer(i64::try_from(number).expect("counts of things in memory fit"))
    }

    /// A day that may be absent.
    pub fn day(day: Option<Date>) -> Value<'a> {
        day.map_or(Value::Nothing, Value::Date)
    }

    /// Several items; none are nothing.
    pub fn list<T: Into<Cow<'a, str>>>(items: impl IntoIterator<Item = T>) -> Value<'a> {
        let items: Vec<_> = items.into_iter().map(Into::into).collect();
        match items.is_empty() {
            true => Value::Nothing,
            false => Value::List(items),
        }
    }

    /// True when the documents do not say.
    pub fn is_nothing(&self) -> bool {
        *self == Value::Nothing
    }
}

/// The cell as a text of ISO forms: `0.75`, `2023-04-30`, `true`, items joined by [`BETWEEN`], nothing as no letters.
impl Display for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Nothing => Ok(()),
            Value::Text(text) => f.write_str(text),
            Value::Integer(number) => write!(f, "{number}"),
            Value::Decimal(number) => f.write_str(&decimal(*number, '.')),
            Value::Date(day) => write!(f, "{day}"),
            Value::Boolean(yes) => write!(f, "{yes}"),
            Value::List(items) => f.write_str(&items.join(BETWEEN)),
        }
    }
}

/// A decimal number without idle zeros: 0.75, 4.
pub fn decimal(number: Number, point: char) -> String {
    let sign = if number.thousandths < 0 { "-" } else { "" };
    let size = number.thousandths.unsigned_abs();
    let (whole, rest) = (size / 1000, size % 1000);
    match rest {
        0 => format!("{sign}{whole}"),
        _ => format!(
            "{sign}{whole}{point}{}",
            format!("{rest:03}").trim_end_matches('0')
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_never_an_empty_text() {
        assert_eq!(Value::text(""), Value::Nothing);
        assert_eq!(Value::maybe(None::<&str>), Value::Nothing);
        assert_eq!(Value::list(Vec::<String>::new()), Value::Nothing);
        assert_eq!(Value::Nothing.to_string(), "");
    }

    #[test]
    fn numbers_are_written_without_idle_zeros() {
        let said = |thousandths| decimal(Number { thousandths }, ',');
        assert_eq!(
            [said(4000), said(750), said(-12_005), said(0)],
            ["4", "0,75", "-12,005", "0"]
        );
    }

    #[test]
    fn items_are_joined() {
        assert_eq!(Value::list(["a", "b"]).to_string(), "a; b");
    }
}
