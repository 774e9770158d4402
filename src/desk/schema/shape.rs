//! What a value may be, as a schema. The patterns say what `content` accepts; a test of the browser tests holds both
//! together on right and wrong files.

use serde_json::{Value, json};

use crate::content::fields::Shape;
use crate::model::id::Slug;

/// Something besides spaces: an empty text is a mistake everywhere.
const WORDS: &str = r"\S";
/// A year that a plan can have.
const YEAR: &str = r"(199\d|20\d\d|2100)";
/// A day of a month that has it; only the 29 February of other years is left to `portal check`.
const DAY: &str = r"\d{4}-((0[13578]|1[02])-(0[1-9]|[12]\d|3[01])|(0[469]|11)-(0[1-9]|[12]\d|30)|02-(0[1-9]|[12]\d))";

/// The pattern of an identifier, without its ends.
pub fn slug() -> String {
    format!("[a-z0-9]([a-z0-9-]{{0,{}}}[a-z0-9])?", Slug::MAX - 2)
}

/// The schema of a value that is no table.
///
/// # Panics
/// For tables: they are forms of their own.
pub fn schema(shape: Shape, required: bool) -> Value {
    match shape {
        Shape::Text => text(WORDS),
        Shape::Texts => list(text(WORDS), required),
        Shape::Id => text(&whole(&slug())),
        Shape::Ids => list(text(&whole(&slug())), required),
        Shape::Events => list(text(&whole(&format!("{0}/{0}", slug()))), required),
        Shape::Territories => list(text(&whole(&format!("{0}(/{0})?", slug()))), required),
        Shape::Date => json!({
            // A bare date of TOML, or one in quotes: programs that save files write the latter.
            "anyOf": [
                { "type": "string", "format": "date" },
                { "type": "string", "pattern": whole(DAY) },
            ]
        }),
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::Number => json!({ "type": "integer" }),
        Shape::Period => text(&period()),
        Shape::OneOf(words) => json!({ "type": "string", "enum": words }),
        Shape::Table(_) | Shape::Tables(_) => unreachable!("tables are definitions"),
    }
}

/// The pattern of a period: a year, a school year or two days.
pub fn period() -> String {
    format!(r"^\s*({YEAR}|{YEAR}\s*[-–]\s*{YEAR}|{DAY}/{DAY})\s*$")
}

fn whole(pattern: &str) -> String {
    format!("^{pattern}$")
}

fn text(pattern: &str) -> Value {
    json!({ "type": "string", "pattern": pattern })
}

fn list(item: Value, required: bool) -> Value {
    let mut list = json!({ "type": "array", "items": item });
    if required {
        list["minItems"] = json!(1);
    }
    list
}
