//! One to three words stand twice in a row (П412, warning).
//!
//! Why: «по вопросам по вопросам» (document B, line 21) and «Сентябрь 2023 г. 2023 г.» (document C, line 128) are
//! slips of the documents' authors; the same slip is easily made when cells are copied.
//!
//! Example: «Консультации по вопросам по вопросам подготовки».

use crate::check::part::Part;
use crate::check::table::{Cell, cells};
use crate::diag::Diagnostic;
use crate::diag::codes;
use crate::model::plan::roadmap::ColumnRole;
use crate::text::russian::{is_word_char, lowercase, small};

/// Finds the first repetition of every cell.
pub fn check(part: &Part<'_>, found: &mut Vec<Diagnostic>) {
    for cell in part
        .plans()
        .flat_map(cells)
        .filter(|cell| !is_list_of_dates(cell))
    {
        let Some(words) = doubled(cell.words) else {
            continue;
        };
        let message = format!("слова повторены: «{words}»");
        found.push(
            Diagnostic::warning(codes::DOUBLED_WORDS, cell.span, message)
                .label(cell.called())
                .help("сверьте слова с документом; если в нём напечатано так, оставьте как есть"),
        );
    }
}

/// Dates tied to schools by position may repeat: in document A, lines 67–69 two schools share October.
fn is_list_of_dates(cell: &Cell<'_>) -> bool {
    cell.row
        .is_some_and(|(event, role)| role == ColumnRole::Deadline && !event.pairings.is_empty())
}

/// The words of a repetition, both times.
fn doubled(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    (0..words.len()).find_map(|at| {
        let lengths = (1..=3).filter(|length| at + 2 * length <= words.len());
        let repeated = |length: &usize| {
            let (first, second) = words[at..at + 2 * length].split_at(*length);
            same(first, second) && letters(first) >= 3
        };
        lengths
            .into_iter()
            .find(repeated)
            .map(|length| words[at..at + 2 * length].join(" "))
    })
}

/// A mark at the outer edges does not count, one between the two parts does: «школы, школы» is a list.
fn same(first: &[&str], second: &[&str]) -> bool {
    let bare = |word: &str| word.trim_start_matches(['«', '(', '"']).chars().next();
    // Nearly always the first letters differ already.
    if bare(first[0]).map(small) != second[0].chars().next().map(small) {
        return false;
    }
    let opening = |word: &str| lowercase(word.trim_start_matches(['«', '(', '"']));
    let closing = |word: &str| {
        lowercase(word.trim_end_matches([',', ';', ':', '.', '!', '?', ')', '»', '"']))
    };
    let last = first.len() - 1;
    first.iter().zip(second).enumerate().all(|(index, (a, b))| {
        let a = if index == 0 { opening(a) } else { lowercase(a) };
        a == lowercase(b) || (index == last && a == closing(b))
    })
}

fn letters(words: &[&str]) -> usize {
    words
        .iter()
        .flat_map(|word| word.chars())
        .filter(|c| is_word_char(*c))
        .count()
}

#[cfg(test)]
mod tests {
    use super::{check, doubled};
    use crate::check::fixture::{
        brief, dated, deadline, pairing, plan, portal, run, territory, titled,
    };

    #[test]
    fn repetitions_of_the_documents_are_found() {
        let mut place = territory("38-irkutskaya/ziminskoe");
        let event = titled("m07", "Консультации по вопросам по вопросам, связанным", 5);
        place.plans = vec![plan(
            2024,
            [
                event,
                dated("m08", deadline("Сентябрь 2023 г. 2023 г.", [], 6)),
            ],
        )];
        assert_eq!(
            brief(&run(check, &portal([place]))),
            [
                "п412 5 слова повторены: «по вопросам по вопросам,»",
                "п412 6 слова повторены: «2023 г. 2023 г.»"
            ]
        );
    }

    #[test]
    fn lists_and_single_letters_are_silent() {
        assert_eq!(doubled("школы, школы и ещё раз школы"), None);
        assert_eq!(doubled("1. 1. и и"), None);
        assert_eq!(doubled("апрель октябрь апрель"), None);
        assert_eq!(doubled("«Школа школа»"), Some("«Школа школа»".to_owned()));
    }

    #[test]
    fn dates_paired_by_position_are_silent() {
        let mut event = dated("m14", deadline("апрель  октябрь октябрь", [], 5));
        event.pairings = vec![pairing("апрель", 6)];
        let mut place = territory("38-irkutskaya/zhigalovskiy");
        place.plans = vec![plan(2023, [event])];
        assert_eq!(brief(&run(check, &portal([place]))), [""; 0]);
    }
}
