//! Formulas as content files have them, `$\frac{3}{4}$`, on a line. Documents that this portal writes name each formula
//! so; the name counts only while the formula still says the same.

use crate::import::read::math::linear::{append, fraction, lowered, raised, root};
use crate::text::formula::{Part, whole};

/// What a formula looks like on a line; none when the text is no formula.
pub fn line(source: &str) -> Option<String> {
    whole(source).map(|parts| joined(&parts))
}

fn joined(parts: &[Part]) -> String {
    let mut text = String::new();
    for part in parts {
        append(&mut text, &one(part));
    }
    text
}

fn one(part: &Part) -> String {
    match part {
        Part::Letters(letters) => letters.clone(),
        Part::Fraction(above, below) => fraction(&joined(above), &joined(below)),
        Part::Root(degree, under) => root(&joined(degree), &joined(under)),
        Part::Raised(base, power) => raised(&joined(base), &joined(power)),
        Part::Lowered(base, index) => lowered(&joined(base), &joined(index)),
    }
}
