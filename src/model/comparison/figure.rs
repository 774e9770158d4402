//! A figure of one municipality.

/// A figure of a yardstick.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// The portal does not know it.
    Unknown,
    /// So many of so many.
    Share {
        /// How many.
        part: usize,
        /// Of how many.
        whole: usize,
    },
    /// A number.
    Number(usize),
}

impl Figure {
    /// A share of fewer is not shown: one measure more or less would move it by more than ten percent.
    pub const LEAST: usize = 10;

    /// Whether it is a share of too few to be shown.
    pub fn is_small(self) -> bool {
        matches!(self, Figure::Share { whole, .. } if whole < Self::LEAST)
    }
}
