//! An abbreviation stands in a line that retells a plan or a measure (П604, warning).
//!
//! Why: the line is there for those who do not know the abbreviations of the document. The document's own words, where
//! abbreviations are explained, stand beside it.
//!
//! Example: «Назначить кураторов ШНОР.» instead of «… школам, которым нужна поддержка».

use crate::check::own_words::Nature;
use crate::check::part::Part;
use crate::diag::Diagnostic;
use crate::diag::codes;

/// Finds words with two capital letters side by side; quoted names count too, since nobody can read them either.
pub fn check(part: &Part<'_>, found: &mut Vec<Diagnostic>) {
    for sentence in part
        .sentences()
        .iter()
        .filter(|said| said.nature == Nature::Retelling)
    {
        for word in sentence
            .words
            .iter()
            .filter(|word| is_short_form(&word.text))
        {
            found.push(
                Diagnostic::warning(
                    codes::PLAIN_ABBREVIATION,
                    word.span,
                    format!("сокращение «{}» в пересказе", word.text),
                )
                .label("родители его могут не знать")
                .help("напишите словами: «ШНОР» — «школы, которым нужна поддержка», «РМО» — «объединение учителей района»"),
            );
        }
    }
}

fn is_short_form(word: &str) -> bool {
    let mut before = false;
    word.chars().any(|letter| {
        let capital = letter.is_uppercase();
        let both = before && capital;
        before = capital;
        both
    })
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::fixture::{brief, retold, run, with_text};

    #[test]
    fn abbreviations_in_a_retelling_are_found() {
        assert_eq!(
            brief(&run(
                check,
                &retold("Помочь ШНОР в проекте «ИОМ.Офис38».", 5)
            )),
            [
                "п604 5 сокращение «ШНОР» в пересказе",
                "п604 5 сокращение «ИОМ.Офис38» в пересказе"
            ]
        );
    }

    #[test]
    fn names_and_texts_are_silent() {
        let line = "Провести в Кемском районе день «Школа Успеха».";
        assert_eq!(brief(&run(check, &retold(line, 5))), [""; 0]);
        assert_eq!(brief(&run(check, &with_text("Это ШНОР.", 5))), [""; 0]);
    }
}
