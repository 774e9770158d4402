//! A group of the search vocabulary that can change nothing (П502, warning).
//!
//! Why: a group of one word joins it with nothing, and everyday words that are the documents' own words are found
//! without a group; something was forgotten.
//!
//! Example: `[[same]]` with `words = ["педагог"]`.

use crate::diag::Diagnostic;
use crate::diag::codes;
use crate::model::portal::Portal;
use crate::site::Site;
use crate::text::cell::one_line;
use crate::text::russian::lowercase;

/// Finds groups of one word, and everyday words that all stand among the words of documents.
pub fn check(portal: &Portal, _site: &Site, found: &mut Vec<Diagnostic>) {
    let vocabulary = &portal.vocabulary;
    for group in vocabulary.forms.iter().chain(&vocabulary.same) {
        if let [only] = &group.words[..] {
            let message = format!("в группе одно слово «{}»", one_line(&only.value));
            found.push(
                Diagnostic::warning(codes::IDLE_GROUP, only.span, message)
                    .label("связывать не с чем")
                    .help("добавьте второе слово или уберите группу"),
            );
        }
    }
    for group in &vocabulary.everyday {
        let plain = |words: &str| lowercase(&one_line(words));
        let known = |said: &str| {
            group
                .documents
                .iter()
                .any(|word| plain(&word.value) == said)
        };
        let idle = !group.said.words.is_empty()
            && group
                .said
                .words
                .iter()
                .all(|word| known(&plain(&word.value)));
        if idle {
            let message = "слова родителей и слова документов одни и те же";
            found.push(
                Diagnostic::warning(codes::IDLE_GROUP, group.said.span, message)
                    .label("эта группа ничего не добавляет")
                    .help("впишите в words слова, которых в документах нет, или уберите группу"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::fixture::{brief, everyday, forms, portal, run_whole};

    #[test]
    fn a_group_that_joins_nothing_is_found() {
        let mut portal = portal([]);
        portal.vocabulary.forms = vec![forms(&["ребёнок"], 10)];
        portal.vocabulary.same = vec![forms(&["педагог"], 20)];
        portal.vocabulary.everyday = vec![everyday(&["Вебинар"], &["вебинар", "семинар"], 30)];
        assert_eq!(
            brief(&run_whole(check, &portal)),
            [
                "п502 10 в группе одно слово «ребёнок»",
                "п502 20 в группе одно слово «педагог»",
                "п502 30 слова родителей и слова документов одни и те же",
            ]
        );
    }

    #[test]
    fn a_group_that_joins_words_is_accepted() {
        let mut portal = portal([]);
        portal.vocabulary.same = vec![forms(&["педагог", "учитель"], 20)];
        portal.vocabulary.everyday = vec![everyday(&["вебинар", "эфир"], &["вебинар"], 30)];
        assert_eq!(brief(&run_whole(check, &portal)), [""; 0]);
    }
}
