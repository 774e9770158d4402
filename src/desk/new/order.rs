//! What an editor asks for.

use jiff::civil::Date;

/// What shall be made. Places are addresses or names as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Order {
    /// A region.
    Region {
        /// Its address.
        address: String,
        /// Its name.
        name: Option<String>,
    },
    /// A municipality, and its region when that is new.
    Municipality {
        /// Its address.
        address: String,
        /// Its name.
        name: Option<String>,
        /// Name of a new region.
        region_name: Option<String>,
    },
    /// A plan.
    Plan {
        /// Whose.
        place: String,
        /// For which year or school year.
        year: String,
        /// The plan to begin from.
        from: Option<String>,
    },
    /// A news item.
    News {
        /// Whose.
        place: String,
        /// Its title.
        title: String,
        /// Its day.
        day: Date,
        /// Its address behind the day.
        id: Option<String>,
    },
    /// A practice.
    Practice {
        /// Whose.
        place: String,
        /// Its title.
        title: String,
        /// Its address.
        id: Option<String>,
    },
    /// A school.
    School {
        /// Where.
        place: String,
        /// Its name.
        name: String,
        /// Its identifier.
        id: Option<String>,
    },
    /// A document.
    Document {
        /// Whose.
        place: String,
        /// Its number as printed.
        number: Option<String>,
        /// Its day.
        day: Option<Date>,
        /// Its title as printed.
        title: Option<String>,
        /// Its identifier.
        id: Option<String>,
    },
}
