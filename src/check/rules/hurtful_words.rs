//! The portal calls a school, a child or a family by a word that hurts (П603, warning).
//!
//! Why: a child of a «weak» school reads this page too. The documents speak of results and of help, and so do we:
//! «школа, которой нужна поддержка». Titles of questions are words of parents and are not judged here; neither are
//! quotations.
//!
//! Example: «слабая школа», «двоечники», «неблагополучная семья».

use crate::check::part::Part;
use crate::diag::Diagnostic;
use crate::diag::codes;

/// A word about somebody together with a judgement on either side of it.
struct Insult {
    /// Stems of adjectives; any ending of an adjective may follow.
    judged: &'static [&'static str],
    /// Beginnings of nouns, or whole nouns where they end with a full stop.
    whom: &'static [&'static str],
    /// What to write instead.
    instead: &'static str,
}

const INSULTS: &[Insult] = &[
    Insult {
        judged: &[
            "слаб",
            "отстающ",
            "плох",
            "худш",
            "неуспешн",
            "неблагополучн",
            "проблемн",
        ],
        whom: &[
            "школа.",
            "школы.",
            "школе.",
            "школу.",
            "школой.",
            "школ.",
            "школам.",
            "школами.",
            "школах.",
        ],
        instead: "школа, которой нужна поддержка",
    },
    Insult {
        judged: &[
            "слаб",
            "отстающ",
            "плох",
            "худш",
            "неблагополучн",
            "проблемн",
        ],
        whom: &[
            "ребен",
            "дети.",
            "детей.",
            "детям.",
            "детьми.",
            "детях.",
            "ученик",
            "школьник",
        ],
        instead: "ребёнок, которому трудно даётся учёба",
    },
    Insult {
        judged: &["неблагополучн", "плох", "проблемн"],
        whom: &[
            "семья.",
            "семьи.",
            "семье.",
            "семью.",
            "семьей.",
            "семей.",
            "семьям.",
            "семьями.",
            "семьях.",
        ],
        instead: "семья, которой нужна помощь",
    },
];

/// Beginnings of words that hurt by themselves.
const ALONE: &[(&str, &str)] = &[
    ("двоечни", "ученик, которому трудно даётся учёба"),
    ("троечни", "ученик, которому трудно даётся учёба"),
    ("второгодни", "ученик, которому трудно даётся учёба"),
];

const ENDINGS: &[&str] = &[
    "ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ого", "его", "ому", "ему", "ым", "им",
    "ом", "ем", "ую", "юю", "ою", "ей", "ых", "их", "ыми", "ими",
];

/// Finds every insult.
pub fn check(part: &Part<'_>, found: &mut Vec<Diagnostic>) {
    for sentence in part.sentences() {
        let words = sentence.folded();
        for at in 0..words.len() {
            let Some((length, instead)) = insult(&words[at..]) else {
                continue;
            };
            let place = at..at + length;
            let message = format!("обидные слова: «{}»", sentence.text_of(place.clone()));
            found.push(
                Diagnostic::warning(codes::HURTFUL_WORDS, sentence.span_of(place), message)
                    .label("эти слова прочтут дети и родители")
                    .help(format!("напишите: «{instead}»")),
            );
        }
    }
}

/// How many of the first words hurt, and what to write instead.
fn insult(words: &[String]) -> Option<(usize, &'static str)> {
    let first = words.first()?;
    if let Some((_, instead)) = ALONE.iter().find(|(word, _)| first.starts_with(word)) {
        return Some((1, instead));
    }
    let second = words.get(1)?;
    INSULTS
        .iter()
        .find(|insult| {
            (insult.judges(first) && insult.names(second))
                || (insult.names(first) && insult.judges(second))
        })
        .map(|insult| (2, insult.instead))
}

impl Insult {
    fn judges(&self, word: &str) -> bool {
        self.judged
            .iter()
            .filter_map(|stem| word.strip_prefix(stem))
            .any(|ending| ENDINGS.contains(&ending))
    }

    fn names(&self, word: &str) -> bool {
        self.whom.iter().any(|noun| match noun.strip_suffix('.') {
            Some(whole) => word == whole,
            None => word.starts_with(noun),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::fixture::{brief, portal, question, retold, run, with_text};

    #[test]
    fn insults_are_found_in_any_form_and_order() {
        let cases = [
            ("Помочь слабым школам.", "слабым школам"),
            ("Школа отстающая, но живая.", "Школа отстающая"),
            ("Занятия для двоечников.", "двоечников"),
            ("Список худших школ.", "худших школ"),
            ("Беседа с неблагополучной семьёй.", "неблагополучной семьёй"),
        ];
        for (line, words) in cases {
            assert_eq!(
                brief(&run(check, &retold(line, 5))),
                [format!("п603 5 обидные слова: «{words}»")]
            );
        }
        let found = run(check, &retold("Помочь слабой школе.", 5));
        assert_eq!(
            found[0].help,
            ["напишите: «школа, которой нужна поддержка»"]
        );
    }

    #[test]
    fn ordinary_words_and_quotations_are_silent() {
        let texts = [
            "Слабослышащий ученик учится в школе.",
            "Школа слабо освещена.",
            "В документе сказано: «слабые школы».",
            "Плохо, когда школе не помогают.",
        ];
        for text in texts {
            assert_eq!(brief(&run(check, &with_text(text, 5))), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_question_is_in_the_words_of_parents() {
        let mut portal = portal([]);
        portal.questions = vec![question("Это плохая школа?", "Нет, школе помогают.", 5)];
        assert_eq!(brief(&run(check, &portal)), [""; 0]);
        portal.questions = vec![question("Это так?", "Нет, это не плохая школа.", 5)];
        assert_eq!(run(check, &portal).len(), 1);
    }
}
