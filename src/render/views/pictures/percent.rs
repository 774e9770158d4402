//! A share of a picture's width as SVG wants it.

use std::fmt;

use serde::{Serialize, Serializer};

/// Hundredths of a percent: 1250 is «12.5%». Whole numbers keep the output the same on every machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Percent(pub i64);

impl Percent {
    /// The whole width.
    pub const WHOLE: i64 = 10_000;

    /// `part` of `whole`, rounded down; nothing where there is no whole.
    pub fn of(part: usize, whole: usize) -> Percent {
        if whole == 0 {
            return Percent(0);
        }
        Percent((part as i64).saturating_mul(Percent::WHOLE) / whole as i64)
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.0 / 100, self.0 % 100);
        match (rest, rest % 10) {
            (0, _) => write!(f, "{whole}%"),
            (_, 0) => write!(f, "{whole}.{}%", rest / 10),
            _ => write!(f, "{whole}.{rest:02}%"),
        }
    }
}

impl Serialize for Percent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
