//! Names by which the parts of a plan are marked in a Word document that this portal writes, so that it finds them again
//! when an editor has worked on the document. They are the names of hidden bookmarks: no reader of the document sees
//! them, and the words themselves are never kept in them, so that what is printed is always what counts.

use crate::model::plan::roadmap::ColumnRole;

/// What a marked paragraph of a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// The approval stamp.
    Stamp,
    /// The title of the plan.
    Title,
    /// The text between title and table.
    Preamble,
    /// The heading of a column.
    Column(ColumnRole),
    /// The title of a section.
    Section,
    /// The title of a section after its numeral and a no-break space.
    Numbered,
    /// The goal of a section.
    Goal,
    /// The words before the tasks of a section.
    TasksHeading,
    /// A task.
    Task,
    /// The first cell of an event.
    Event,
}

/// What all names begin with. An underline hides a bookmark from the lists of Word.
const PREFIX: &str = "_plan_";

/// The words in the names, columns aside.
const WORDS: &[(&str, Mark)] = &[
    ("stamp", Mark::Stamp),
    ("title", Mark::Title),
    ("preamble", Mark::Preamble),
    ("section", Mark::Section),
    ("numbered", Mark::Numbered),
    ("goal", Mark::Goal),
    ("tasks", Mark::TasksHeading),
    ("task", Mark::Task),
    ("event", Mark::Event),
];

impl Mark {
    /// The name of the mark with a number, since no two bookmarks of a document may be called the same. At most 40
    /// letters, digits and underlines, as Word demands.
    pub fn name(self, number: usize) -> String {
        let word = match self {
            Mark::Column(role) => role.name(),
            other => WORDS
                .iter()
                .find(|(_, mark)| *mark == other)
                .map_or("", |(word, _)| word),
        };
        match self {
            Mark::Column(_) => format!("{PREFIX}column_{word}_{number}"),
            _ => format!("{PREFIX}{word}_{number}"),
        }
    }

    /// True for what stands across the table: titles of sections, goals, tasks.
    pub fn is_across(self) -> bool {
        matches!(
            self,
            Mark::Section | Mark::Numbered | Mark::Goal | Mark::TasksHeading | Mark::Task
        )
    }

    /// What a bookmark with this name marks; none for bookmarks of somebody else.
    pub fn parse(name: &str) -> Option<Mark> {
        let (word, number) = name.strip_prefix(PREFIX)?.rsplit_once('_')?;
        number.parse::<usize>().ok()?;
        if let Some(column) = word.strip_prefix("column_") {
            return ColumnRole::NAMES
                .iter()
                .find(|(known, _)| *known == column)
                .map(|(_, role)| Mark::Column(*role));
        }
        WORDS
            .iter()
            .find(|(known, _)| *known == word)
            .map(|(_, mark)| *mark)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_back() {
        let columns = ColumnRole::NAMES
            .iter()
            .map(|(_, role)| Mark::Column(*role));
        for mark in WORDS.iter().map(|(_, mark)| *mark).chain(columns) {
            let name = mark.name(1234);
            assert!(name.len() <= 40, "{name}");
            assert_eq!(Mark::parse(&name), Some(mark), "{name}");
        }
        for foreign in ["_GoBack", "_plan_", "_plan_event", "_plan_x_1", "Название"] {
            assert_eq!(Mark::parse(foreign), None, "{foreign}");
        }
    }
}
