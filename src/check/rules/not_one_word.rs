//! Something else than one word stands among the forms of a word (П503, error).
//!
//! Why: `[[forms]]` in `search.toml` tells search which endings belong to one word; «год лет» in one pair of quotes would
//! be read as a single word that nobody writes, and neither form would be found.
//!
//! Example: `words = ["год", "года лет"]` instead of `words = ["год", "года", "лет"]`.

use crate::check::table::quoted;
use crate::diag::Diagnostic;
use crate::diag::codes;
use crate::model::portal::Portal;
use crate::site::Site;
use crate::text::russian::is_word_char;

/// Finds forms of no word or of several.
pub fn check(portal: &Portal, _site: &Site, found: &mut Vec<Diagnostic>) {
    for group in &portal.vocabulary.forms {
        for (at, word) in group.words.iter().enumerate() {
            // The first form may begin with «=»: its word is kept apart from words that look alike.
            let bare = match at {
                0 => word.value.trim_start_matches('='),
                _ => word.value.as_str(),
            };
            let one = !bare.trim().is_empty() && bare.trim().chars().all(is_word_char);
            if !one {
                let message = format!("{} — не одно слово", quoted(&word.value));
                found.push(
                    Diagnostic::error(codes::NOT_ONE_WORD, word.span, message)
                        .label("среди форм слова")
                        .help("пишите каждую форму отдельно: words = [\"год\", \"года\", \"лет\"]; для фраз есть [[same]]"),
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::fixture::{brief, forms, portal, run_whole};
    use crate::model::portal::Portal;

    fn with(words: &[&str]) -> Portal {
        let mut portal = portal([]);
        portal.vocabulary.forms = vec![forms(words, 10)];
        portal
    }

    #[test]
    fn two_forms_in_one_pair_of_quotes_are_found() {
        assert_eq!(
            brief(&run_whole(check, &with(&["год", "года лет", "—"]))),
            [
                "П503 11 «года лет» — не одно слово",
                "П503 12 «—» — не одно слово"
            ]
        );
    }

    #[test]
    fn forms_one_by_one_are_accepted() {
        assert_eq!(
            brief(&run_whole(check, &with(&["=люди", "людей", "ребёнок"]))),
            [""; 0]
        );
    }
}
