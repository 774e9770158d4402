//! Identifiers for measures that are new: none that the file ever had.

use std::collections::BTreeSet;

/// Gives identifiers one after another.
#[derive(Debug)]
pub struct Ids {
    prefix: String,
    width: usize,
    last: u64,
    known: BTreeSet<String>,
}

/// The longest row of figures that counts as a number of a measure.
const LONGEST: usize = 6;

impl Ids {
    /// Goes on from the identifiers of a file and from those that its comments name: measures that left it are kept
    /// there.
    pub fn new(ids: &[String], text: &str) -> Self {
        let counted: Vec<(&str, &str)> = ids.iter().filter_map(|id| split(id)).collect();
        let prefix = counted.first().map_or("m", |(prefix, _)| prefix).to_owned();
        let own = counted.iter().filter(|(found, _)| *found == prefix);
        let width = own.clone().map(|(_, figures)| figures.len()).max();
        let named = text
            .lines()
            .filter(|line| line.trim_start().starts_with('#'))
            .flat_map(|line| line.split(|c: char| !c.is_ascii_alphanumeric()))
            .filter_map(split)
            .filter(|(found, _)| *found == prefix);
        let last = own
            .copied()
            .chain(named)
            .filter_map(|(_, figures)| figures.parse::<u64>().ok())
            .max();
        Ids {
            width: width.unwrap_or(2).max(2),
            last: last.unwrap_or(0),
            known: ids.iter().cloned().collect(),
            prefix,
        }
    }

    /// The next one.
    pub fn next(&mut self) -> String {
        loop {
            self.last += 1;
            let id = format!("{}{:0width$}", self.prefix, self.last, width = self.width);
            if self.known.insert(id.clone()) {
                return id;
            }
        }
    }
}

/// `m07` as its letters and its figures.
fn split(id: &str) -> Option<(&str, &str)> {
    let at = id.find(|c: char| c.is_ascii_digit())?;
    let (prefix, figures) = id.split_at(at);
    let good = !prefix.is_empty()
        && figures.len() <= LONGEST
        && figures.bytes().all(|figure| figure.is_ascii_digit());
    good.then_some((prefix, figures))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identifier_is_never_given_twice() {
        let ids = |known: &[&str], text: &str| {
            let known: Vec<String> = known.iter().map(|id| (*id).to_owned()).collect();
            let mut ids = Ids::new(&known, text);
            format!("{} {}", ids.next(), ids.next())
        };
        assert_eq!(ids(&["m01", "m07"], "# перед m05\n"), "m08 m09");
        assert_eq!(
            ids(
                &["m01"],
                "title = \"m30\"\n# исчезло: m12\n# # id = \"m14\"\n"
            ),
            "m15 m16"
        );
        assert_eq!(ids(&["m099", "sobranie"], ""), "m100 m101");
        assert_eq!(ids(&[], "# m2023999999"), "m01 m02");
    }
}
