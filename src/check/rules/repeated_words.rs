//! A word of the search vocabulary stands in two groups, or twice in one (П501, warning).
//!
//! Why: of two groups of forms only the first counts; two groups of equal words were probably meant as one; and what the
//! page says it is showing for the everyday words would be decided by chance.
//!
//! Example: «педагог» stands in a group with «учитель» and again in one with «воспитатель».

use std::collections::BTreeMap;

use crate::check::table::quoted;
use crate::diag::Diagnostic;
use crate::diag::codes;
use crate::diag::span::{Span, Spanned};
use crate::model::portal::Portal;
use crate::model::vocabulary::WordGroup;
use crate::site::Site;
use crate::text::cell::one_line;
use crate::text::russian::folded_word;

const MERGE: &str = "соедините группы или уберите слово из одной из них";

/// Finds the second place of a word in each of the three lists.
pub fn check(portal: &Portal, _site: &Site, found: &mut Vec<Diagnostic>) {
    let vocabulary = &portal.vocabulary;
    report(all(&vocabulary.forms), "форм слов", found);
    report(all(&vocabulary.same), "слов с одним значением", found);
    let said = vocabulary
        .everyday
        .iter()
        .flat_map(|group| &group.said.words);
    report(said, "слов родителей", found);
    for group in &vocabulary.everyday {
        report(group.documents.iter(), "слов документов этой группы", found);
    }
}

fn all(groups: &[WordGroup]) -> impl Iterator<Item = &Spanned<String>> {
    groups.iter().flat_map(|group| &group.words)
}

fn report<'a>(
    words: impl Iterator<Item = &'a Spanned<String>>,
    among: &str,
    found: &mut Vec<Diagnostic>,
) {
    let mut first: BTreeMap<String, Span> = BTreeMap::new();
    for word in words {
        let key = folded_word(&one_line(&word.value));
        let Some(place) = first.get(&key) else {
            first.insert(key, word.span);
            continue;
        };
        let message = format!("{} уже записано среди {among}", quoted(&word.value));
        found.push(
            Diagnostic::warning(codes::REPEATED_WORDS, word.span, message)
                .label("второй раз")
                .related(*place, "впервые здесь")
                .help(MERGE),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::fixture::{at, brief, everyday, forms, portal, run_whole};

    #[test]
    fn a_word_of_two_groups_is_found() {
        let mut portal = portal([]);
        portal.vocabulary.same = vec![
            forms(&["педагог", "учитель"], 10),
            forms(&["воспитатель", "Педагог"], 20),
        ];
        let found = run_whole(check, &portal);
        assert_eq!(
            brief(&found),
            ["п501 21 «Педагог» уже записано среди слов с одним значением"]
        );
        assert_eq!(found[0].related, [(at(10), "впервые здесь".to_owned())]);
    }

    #[test]
    fn each_list_is_judged_by_itself() {
        let mut portal = portal([]);
        portal.vocabulary.forms = vec![forms(&["ребёнок", "дети"], 10)];
        portal.vocabulary.same = vec![forms(&["дети", "ученики"], 20)];
        portal.vocabulary.everyday = vec![
            everyday(&["дети"], &["обучающиеся"], 30),
            everyday(&["школьник"], &["обучающиеся"], 40),
        ];
        assert_eq!(brief(&run_whole(check, &portal)), [""; 0]);
    }
}
