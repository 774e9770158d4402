//! Words about addresses added to `ids.toml`: what moved, what was taken down, what stands at an address on purpose.

use crate::desk::literal;

/// The file of such words in the folder of the content.
pub const NAME: &str = "ids.toml";

/// A word about addresses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Word {
    /// What stood at the first address stands at the second.
    Moved {
        /// The old address.
        from: String,
        /// The new one.
        to: String,
    },
    /// What stood at an address was taken down.
    Removed {
        /// The address.
        address: String,
        /// The day, `2026-03-01`.
        date: String,
        /// Why.
        reason: String,
        /// Where to look now.
        see: Option<String>,
    },
    /// Something else stands at an address on purpose.
    Reused {
        /// The address.
        address: String,
        /// Why.
        reason: String,
    },
}

const HEAD: &str =
    "# Что стало с тем, что портал публиковал раньше. Записи добавляет команда portal ids.\n";

/// The file with more words. What it said before stays as it is, but for an older word about the same address, which is
/// written below and wins.
pub fn added(before: Option<&str>, words: &[Word]) -> String {
    let mut text = before.unwrap_or(HEAD).to_owned();
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    for word in words {
        text.push('\n');
        text.push_str(&table(word));
    }
    text
}

fn table(word: &Word) -> String {
    let pair = |key: &str, value: &str| format!("{key} = {}\n", literal::line(value));
    match word {
        Word::Moved { from, to } => {
            format!("[[moved]]\n{}{}", pair("from", from), pair("to", to))
        }
        Word::Removed {
            address,
            date,
            reason,
            see,
        } => {
            let see = see.as_ref().map(|see| pair("see", see));
            format!(
                "[[removed]]\n{}date = {date}\n{}{}",
                pair("address", address),
                pair("reason", reason),
                see.unwrap_or_default()
            )
        }
        Word::Reused { address, reason } => format!(
            "[[reused]]\n{}{}",
            pair("address", address),
            pair("reason", reason)
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_added_below_what_was_said() {
        let moved = Word::Moved {
            from: "a/".to_owned(),
            to: "b/".to_owned(),
        };
        let first = added(None, &[moved]);
        assert!(
            first.starts_with('#') && first.ends_with("[[moved]]\nfrom = \"a/\"\nto = \"b/\"\n")
        );
        let removed = Word::Removed {
            address: "c/".to_owned(),
            date: "2026-03-01".to_owned(),
            reason: "«по ошибке»".to_owned(),
            see: None,
        };
        let second = added(Some(&first), &[removed]);
        assert!(second.starts_with(&first));
        assert!(second.ends_with("date = 2026-03-01\nreason = \"«по ошибке»\"\n"));
    }
}
