//! The tables of open data: one definition a file, each with the function that makes its rows from a territory.

pub mod changes;
pub mod completeness;
pub mod documents;
pub mod events;
pub mod indicators;
pub mod municipalities;
pub mod news;
pub mod people;
pub mod place;
pub mod plans;
pub mod practices;
pub mod promises;
pub mod responsible;
pub mod schools;

use crate::export::table::{Definition, Row};

use place::Place;

/// Makes the rows of a territory.
type Rows = for<'a> fn(&Place<'a>) -> Vec<Row<'a>>;

/// Every table that is made of territories. A table stands after those whose keys it names.
const MADE: &[(&Definition, Rows)] = &[
    (&municipalities::MUNICIPALITIES, municipalities::rows),
    (&documents::DOCUMENTS, documents::rows),
    (&plans::PLANS, plans::rows),
    (&schools::SCHOOLS, schools::rows),
    (&schools::CATEGORY_YEARS, schools::category_rows),
    (&people::PEOPLE, people::rows),
    (&events::EVENTS, events::rows),
    (&indicators::INDICATORS, indicators::rows),
    (&responsible::RESPONSIBLE, responsible::rows),
    (&promises::PROMISES, promises::rows),
    (&practices::PRACTICES, practices::rows),
    (&news::NEWS, news::rows),
    (&completeness::COMPLETENESS, completeness::rows),
];

/// Every table there can be, a table after those whose keys it names; changes last.
pub fn all() -> impl Iterator<Item = &'static Definition> {
    let made = MADE.iter().map(|(definition, _)| *definition);
    made.chain([&changes::CHANGES])
}

/// The rows of a territory in a table that is made of territories, by its English name; none in any other.
pub fn rows<'a>(api: &str, place: &Place<'a>) -> Vec<Row<'a>> {
    let mut made = MADE.iter();
    let table = made.find(|(definition, _)| definition.api == api);
    table.map_or_else(Vec::new, |(_, rows)| rows(place))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::export::table::ColumnKind;

    #[test]
    fn names_are_unique_and_fit_for_programs() {
        let mut names = BTreeSet::new();
        for table in all() {
            assert!(
                names.insert(table.name) && names.insert(table.api),
                "{}",
                table.api
            );
            let mut columns = BTreeSet::new();
            for column in table.columns {
                assert!(columns.insert(column.name), "{}.{}", table.api, column.name);
                let fine = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
                assert!(column.name.chars().all(fine), "{}", column.name);
                assert!(column.meaning.ends_with('.'), "{}", column.name);
            }
            assert!(table.columns[0].unique && table.columns[0].kind == ColumnKind::Id);
        }
    }

    #[test]
    fn columns_point_at_keys_of_tables_that_stand_before() {
        let mut before: Vec<&Definition> = Vec::new();
        for table in all() {
            for (column, target, key) in table.foreign_keys() {
                let found = before.iter().find(|table| table.api == target);
                let found = found.unwrap_or_else(|| panic!("{} → {target}", column.name));
                assert!(found.column(key).is_some_and(|key| key.unique));
            }
            before.push(table);
        }
    }
}
