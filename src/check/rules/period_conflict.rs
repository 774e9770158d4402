//! The passport of a programme names different years in its rows (П416, warning).
//!
//! Why: in document E the programme is called «на 2022 год» (line 41) and lasts «2023 год» (line 47). Both are shown;
//! readers ask which year the programme is for.
//!
//! Example: «Наименование: Программа … на 2022 год», «Сроки реализации программы: 2023 год».

use std::collections::BTreeSet;

use crate::check::part::Part;
use crate::diag::Diagnostic;
use crate::diag::codes;
use crate::model::record::program::{PassportRow, Program};
use crate::text::russian::lowercase;

/// Finds programmes whose name and term disagree.
pub fn check(part: &Part<'_>, found: &mut Vec<Diagnostic>) {
    let programs = part
        .territory
        .into_iter()
        .filter_map(|territory| territory.program.as_ref());
    found.extend(programs.filter_map(describe));
}

fn describe(program: &Program) -> Option<Diagnostic> {
    let row = |start: &str| {
        program
            .rows
            .iter()
            .find(|row| lowercase(row.label.trim()).starts_with(start))
    };
    let (name, term) = (row("наименование")?, row("срок")?);
    let (in_name, in_term) = (years(&name.value.value), years(&term.value.value));
    // «2022–2024» and «2022, 2023, 2024» are the same years: only the limits count.
    let limits = |years: &BTreeSet<i16>| Some((*years.first()?, *years.last()?));
    if limits(&in_name)? == limits(&in_term)? {
        return None;
    }
    let said = |row: &PassportRow, years: &BTreeSet<i16>| {
        let years: Vec<String> = years.iter().map(i16::to_string).collect();
        format!("{} в строке «{}»", years.join(", "), row.label.trim())
    };
    let message = format!(
        "годы программы не совпадают: {} и {}",
        said(name, &in_name),
        said(term, &in_term)
    );
    Some(
        Diagnostic::warning(codes::PERIOD_CONFLICT, term.value.span, message)
            .related(name.value.span, "в названии другие годы")
            .help("сверьте годы с документом; если в нём напечатано так, оставьте как есть"),
    )
}

/// Years of a text: four digits of our age, outside of dates like 11.04.2023; «2022/23» is two years.
fn years(text: &str) -> BTreeSet<i16> {
    let mut years = BTreeSet::new();
    let mut rest = text;
    let mut before = "";
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let digits = rest[at..]
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(rest.len() - at);
        let (gap, number) = (&rest[..at], &rest[at..at + digits]);
        let short_end =
            before.len() == 4 && number.len() == 2 && matches!(gap, "/" | "-" | "–" | "—");
        let in_date = gap == "." && !before.is_empty();
        let full = if short_end {
            format!("{}{number}", &before[..2])
        } else {
            number.to_owned()
        };
        let year = full
            .parse::<i16>()
            .ok()
            .filter(|year| (1990..2100).contains(year) && full.len() == 4 && !in_date);
        years.extend(year);
        before = number;
        rest = &rest[at + digits..];
    }
    years
}

#[cfg(test)]
mod tests {
    use super::{check, years};
    use crate::check::fixture::{brief, portal, program, run, territory};
    use crate::model::portal::Portal;

    fn with_rows(name: &str, term: &str) -> Portal {
        let mut place = territory("70-tomskaya/pervomayskiy");
        place.program = Some(program(&[
            ("Наименование", name),
            ("Сроки реализации программы", term),
        ]));
        portal([place])
    }

    #[test]
    fn different_years_are_found() {
        let found = run(check, &with_rows("Программа на 2022 год", "2023 год"));
        let message = "п416 2 годы программы не совпадают: 2022 в строке «Наименование» и 2023 в строке «Сроки реализации \
                       программы»";
        assert_eq!(brief(&found), [message]);
    }

    #[test]
    fn the_same_years_and_no_years_are_silent() {
        assert_eq!(
            brief(&run(
                check,
                &with_rows("Программа на 2022-2024 годы", "2022, 2023, 2024")
            )),
            [""; 0]
        );
        assert_eq!(
            brief(&run(check, &with_rows("Программа поддержки", "2023 год"))),
            [""; 0]
        );
    }

    #[test]
    fn years_are_told_from_other_numbers() {
        let of = |text: &str| years(text).into_iter().collect::<Vec<_>>();
        assert_eq!(of("на 2022/23 учебный год"), [2022, 2023]);
        assert_eq!(of("приказ от 11.04.2023 № 1024, 2025 год"), [2025]);
    }
}
