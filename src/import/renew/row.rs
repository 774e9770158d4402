//! A row of a plan as it is compared, of the file and of the paper alike.

use crate::import::renew::words::{number, plain};
use crate::model::plan::roadmap::ColumnRole;

/// The cells of a row in the order of [`ColumnRole::NAMES`]; empty ones are empty texts.
pub type Cells = [String; 6];

/// A row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// Title of its section, as compared; empty without sections.
    pub section: String,
    /// Its number without signs.
    pub number: String,
    /// Its cells as compared, the number left out.
    pub cells: Cells,
    /// Its title as written.
    pub title: String,
}

/// The place of a column among [`Cells`].
pub fn place(role: ColumnRole) -> usize {
    ColumnRole::NAMES
        .iter()
        .position(|(_, known)| *known == role)
        .unwrap_or_default()
}

impl Row {
    /// A row of a section with its cells as written.
    pub fn new(section: &str, cells: &Cells) -> Self {
        let mut compared = cells.clone().map(|cell| plain(&cell));
        compared[place(ColumnRole::Number)].clear();
        Row {
            section: plain(section),
            number: number(&cells[place(ColumnRole::Number)]).to_owned(),
            cells: compared,
            title: cells[place(ColumnRole::Title)].clone(),
        }
    }

    /// The title as compared.
    pub fn key(&self) -> &str {
        self.cell(ColumnRole::Title)
    }

    /// A cell as compared.
    pub fn cell(&self, role: ColumnRole) -> &str {
        &self.cells[place(role)]
    }

    /// How much of what stands around the title is the same, from 0 to 1.
    pub fn surroundings(&self, other: &Row) -> f64 {
        let pairs = [
            (self.section.as_str(), other.section.as_str(), 1.0),
            (&self.number, &other.number, 1.0),
            self.pair(other, ColumnRole::Deadline, 1.0),
            self.pair(other, ColumnRole::Responsible, 1.0),
            self.pair(other, ColumnRole::Indicator, 0.7),
            self.pair(other, ColumnRole::Result, 0.7),
        ];
        let told = pairs
            .iter()
            .filter(|(one, other, _)| !one.is_empty() || !other.is_empty());
        let (same, all) = told.fold((0.0, 0.0), |(same, all), (one, other, weight)| {
            let equal = if one == other { *weight } else { 0.0 };
            (same + equal, all + weight)
        });
        if all == 0.0 { 0.0 } else { same / all }
    }

    fn pair<'a>(
        &'a self,
        other: &'a Row,
        role: ColumnRole,
        weight: f64,
    ) -> (&'a str, &'a str, f64) {
        (self.cell(role), other.cell(role), weight)
    }
}
