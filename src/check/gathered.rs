//! One warning for everything in a plan that is odd for the same reason: eleven shares without a target are one fact
//! about the document, not eleven.

use crate::diag::codes::Code;
use crate::diag::{Diagnostic, Span};

/// How many places are shown beside the first.
pub const SHOWN: usize = 5;

/// A place with a few words about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Where.
    pub span: Span,
    /// The words under it.
    pub label: String,
}

impl Place {
    /// Puts a place and its words together.
    pub fn new(span: Span, label: impl Into<String>) -> Place {
        Place {
            span,
            label: label.into(),
        }
    }
}

/// A warning at the first place with the others beside it; none when there is no place.
/// The message says how many there are.
pub fn warning(
    code: Code,
    places: Vec<Place>,
    message: impl FnOnce(usize) -> String,
) -> Option<Diagnostic> {
    let count = places.len();
    let mut places = places.into_iter();
    let first = places.next()?;
    let mut warning = Diagnostic::warning(code, first.span, message(count)).label(first.label);
    for place in places.take(SHOWN) {
        warning = warning.related(place.span, place.label);
    }
    if count > SHOWN + 1 {
        warning = warning.help(format!("показаны первые {} мест из {count}", SHOWN + 1));
    }
    Some(warning)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixture::at;
    use crate::diag::codes;

    fn places(count: u32) -> Vec<Place> {
        (0..count)
            .map(|n| Place::new(at(n), format!("место {n}")))
            .collect()
    }

    #[test]
    fn many_places_make_one_warning() {
        let message = |count: usize| format!("мест: {count}");
        assert_eq!(warning(codes::TARGET_MISSING, places(0), message), None);
        let few =
            warning(codes::TARGET_MISSING, places(2), message).expect("two places make a warning");
        assert_eq!(
            (few.message.as_str(), few.related.len(), few.help.len()),
            ("мест: 2", 1, 0)
        );
        let many = warning(codes::TARGET_MISSING, places(11), message)
            .expect("eleven places make a warning");
        assert_eq!(
            (many.message.as_str(), many.span, many.related.len()),
            ("мест: 11", at(0), 5)
        );
        assert_eq!(many.help, ["показаны первые 6 мест из 11"]);
    }
}
