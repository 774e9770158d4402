//! A sentence in the portal's own words is too long (П601, warning).
//!
//! Why: a parent reads on a phone, between other things. A plain line of more than 25 words is not plain, and a
//! sentence of more than 30 words of our own is lost before its end. Quotations are the document's business: in texts
//! they are not counted.
//!
//! Example: a `plain` line that repeats the whole cell.

use crate::check::own_words::{Nature, Sentence};
use crate::check::part::Part;
use crate::diag::Diagnostic;
use crate::diag::codes;
use crate::text::russian::counted;

/// Most words of a sentence in a plain line.
const IN_RETELLING: usize = 25;

/// Most words of our own in a sentence of a text.
const IN_TEXT: usize = 30;

/// Finds long sentences.
pub fn check(part: &Part<'_>, found: &mut Vec<Diagnostic>) {
    for sentence in part.sentences() {
        let (count, most) = match sentence.nature {
            Nature::Retelling => (sentence.words.len(), IN_RETELLING),
            Nature::Text => (own(sentence), IN_TEXT),
        };
        if count <= most {
            continue;
        }
        let words = counted(count, ["слово", "слова", "слов"]);
        found.push(
            Diagnostic::warning(
                codes::LONG_SENTENCE,
                sentence.span_of(0..sentence.words.len()),
                format!("длинное предложение: {words}, а можно не больше {most}"),
            )
            .label("трудно дочитать")
            .help("разделите его на два или уберите то, что сказано рядом: срок, исполнителей"),
        );
    }
}

fn own(sentence: &Sentence<'_>) -> usize {
    sentence.words.iter().filter(|word| !word.quoted).count()
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::fixture::{brief, retold, run, with_text};

    #[test]
    fn a_long_retelling_is_found() {
        let line = format!("{}конец.", "слово ".repeat(25));
        assert_eq!(
            brief(&run(check, &retold(&line, 5))),
            ["п601 5 длинное предложение: 26 слов, а можно не больше 25"]
        );
        let fine = format!("{}конец. Второе предложение.", "слово ".repeat(24));
        assert_eq!(brief(&run(check, &retold(&fine, 5))), [""; 0]);
    }

    #[test]
    fn a_text_may_be_longer_and_quote_as_it_likes() {
        let long = format!("{}конец.", "слово ".repeat(30));
        assert_eq!(
            brief(&run(check, &with_text(&long, 5))),
            ["п601 5 длинное предложение: 31 слово, а можно не больше 30"]
        );
        let quoting = format!("В плане сказано: «{}конец».", "слово ".repeat(40));
        assert_eq!(brief(&run(check, &with_text(&quoting, 5))), [""; 0]);
    }
}
