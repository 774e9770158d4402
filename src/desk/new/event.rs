//! The keys of a measure, for templates.

use crate::content::fields::{FileKind, Form, Shape};

/// The form of a measure.
pub fn form() -> &'static Form {
    let plan = FileKind::Plan.form();
    match plan.field("event").map(|field| field.shape) {
        Some(Shape::Tables(form)) => form,
        _ => plan,
    }
}
