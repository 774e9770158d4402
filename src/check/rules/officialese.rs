//! The portal's own words sound like an office (П602, warning).
//!
//! Why: documents are shown word for word beside our texts; where we speak ourselves, parents must understand at the
//! first reading. The list is short on purpose: only turns that always have a plainer word.
//!
//! Example: «в целях осуществления поддержки» instead of «чтобы помочь».

use std::ops::Range;

use crate::check::own_words::Sentence;
use crate::check::part::Part;
use crate::diag::Diagnostic;
use crate::diag::codes;

/// Turns of speech and what to write instead. A star at the end of a word stands for any ending.
const TURNS: &[(&[&str], &str)] = &[
    (&["осуществ*"], "делать, проводить, вести"),
    (&["в целях"], "чтобы"),
    (&["в рамках реализации"], "по программе, по плану"),
    (
        &[
            "данный",
            "данная",
            "данное",
            "данного",
            "данному",
            "данном",
            "данной",
            "данную",
        ],
        "этот",
    ),
    (
        &[
            "является",
            "являются",
            "являлся",
            "являлась",
            "являлось",
            "являлись",
        ],
        "это — или тире",
    ),
    (&["на предмет"], "чтобы узнать"),
    (&["в части"], "о том, как; в том, что касается"),
    (
        &[
            "вышеуказанн*",
            "вышеназванн*",
            "вышеперечисленн*",
            "нижеследующ*",
        ],
        "этот — или назовите ещё раз",
    ),
    (&["посредством"], "с помощью"),
    (&["во исполнение"], "чтобы выполнить"),
    (&["имеет место", "имеют место"], "есть, бывает"),
    (&["в связи с тем"], "потому что"),
];

/// Finds every turn of the list.
pub fn check(part: &Part<'_>, found: &mut Vec<Diagnostic>) {
    for sentence in part.sentences() {
        let words = sentence.folded();
        for (said, instead) in TURNS {
            let places = said.iter().flat_map(|turn| places(&words, turn));
            found.extend(places.map(|place| warning(sentence, place, instead)));
        }
    }
}

fn warning(sentence: &Sentence<'_>, place: Range<usize>, instead: &str) -> Diagnostic {
    let message = format!("канцелярский оборот «{}»", sentence.text_of(place.clone()));
    Diagnostic::warning(codes::OFFICIALESE, sentence.span_of(place), message)
        .label("так говорят бумаги")
        .help(format!("скажите проще: {instead}"))
        .help("слова документа ставьте в кавычки «ёлочки»: в них слова не проверяются")
}

fn places(words: &[String], turn: &'static str) -> impl Iterator<Item = Range<usize>> {
    // Nearly every word of a text is told from a turn by its first letter, which takes two bytes.
    let first = &turn.as_bytes()[..2];
    let starts = (0..words.len()).filter(move |at| words[*at].as_bytes().starts_with(first));
    starts
        .filter_map(move |at| Some(at..end(words, at, turn)?))
        .filter(|place| !is_part_of_an_act(words, place))
}

/// Where a turn ends that begins at this word.
fn end(words: &[String], at: usize, turn: &str) -> Option<usize> {
    let mut end = at;
    for pattern in turn.split(' ') {
        if !is_form(words.get(end)?, pattern) {
            return None;
        }
        end += 1;
    }
    Some(end)
}

fn is_form(word: &str, pattern: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(stem) => word.starts_with(stem),
        None => word == pattern,
    }
}

/// «В части 2 статьи 97» names a place in a law.
fn is_part_of_an_act(words: &[String], place: &Range<usize>) -> bool {
    words[place.end - 1] == "части"
        && words
            .get(place.end)
            .is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::fixture::{brief, retold, run, with_text};

    #[test]
    fn officialese_in_a_retelling_is_found() {
        let found = run(
            check,
            &retold("В целях осуществления поддержки данной школы.", 5),
        );
        assert_eq!(
            brief(&found),
            [
                "п602 5 канцелярский оборот «осуществления»",
                "п602 5 канцелярский оборот «В целях»",
                "п602 5 канцелярский оборот «данной»"
            ]
        );
        assert_eq!(found[1].help[0], "скажите проще: чтобы");
    }

    #[test]
    fn officialese_in_a_text_is_found_at_its_place() {
        assert_eq!(
            brief(&run(check, &with_text("Он **является** братом.", 5))),
            ["п602 12 канцелярский оборот «является»"]
        );
    }

    #[test]
    fn words_of_documents_and_of_laws_are_silent() {
        let texts = [
            "План составлен «в целях повышения качества».",
            "> в целях повышения качества",
            "Так сказано в части 2 статьи 97.",
            "Здесь лежат открытые данные.",
        ];
        for text in texts {
            assert_eq!(brief(&run(check, &with_text(text, 5))), [""; 0], "{text}");
        }
    }
}
