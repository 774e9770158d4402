//! A quotation mark in a cell is never closed, or closed without being opened (П411, warning).
//!
//! Why: in document E, line 115 the name of the authority is never closed, and a program that looks for names in
//! quotes would swallow the rest of the cell. The words stay as printed.
//!
//! Example: «МКУ «Управление образования Администрации Первомайского района РМО учителей».

use crate::check::gathered::{Place, warning};
use crate::check::part::Part;
use crate::check::table::cells;
use crate::diag::Diagnostic;
use crate::diag::codes;
use crate::text::russian::counted;

/// Finds cells whose «» do not match.
pub fn check(part: &Part<'_>, found: &mut Vec<Diagnostic>) {
    for plan in part.plans() {
        let places: Vec<Place> = cells(plan)
            .into_iter()
            .filter_map(|cell| {
                Some(Place::new(
                    cell.span,
                    format!("{}: {}", cell.called(), fault(cell.words)?),
                ))
            })
            .collect();
        let gathered = warning(codes::UNBALANCED_QUOTES, places, |count| match count {
            1 => "в ячейке не сходятся кавычки «»".to_owned(),
            count => format!(
                "в {} не сходятся кавычки «»",
                counted(count, ["ячейке", "ячейках", "ячейках"])
            ),
        });
        found.extend(gathered.map(|warning| {
            warning
                .help("сверьте кавычки с документом; если в нём напечатано так, оставьте как есть")
        }));
    }
}

fn fault(text: &str) -> Option<&'static str> {
    let mut open = 0;
    for letter in text.chars() {
        match letter {
            '«' => open += 1,
            '»' if open == 0 => return Some("закрыты, но не открыты"),
            '»' => open -= 1,
            _ => {}
        }
    }
    (open > 0).then_some("открыты, но не закрыты")
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::fixture::{brief, plan, portal, run, territory, titled};
    use crate::diag::Diagnostic;

    fn found(titles: &[&str]) -> Vec<Diagnostic> {
        let events = titles
            .iter()
            .zip(5..)
            .map(|(title, n)| titled(&format!("m{n:02}"), title, n));
        let mut place = territory("70-tomskaya/pervomayskiy");
        place.plans = vec![plan(2023, events)];
        run(check, &portal([place]))
    }

    #[test]
    fn open_and_stray_quotes_are_found() {
        let found = found(&[
            "МКУ «Управление образования РМО",
            "Проект «ИОМ»",
            "семинар» для ШНОР",
        ]);
        assert_eq!(brief(&found), ["п411 5 в 2 ячейках не сходятся кавычки «»"]);
        assert_eq!(
            found[0].label,
            "название мероприятия m05: открыты, но не закрыты"
        );
        assert_eq!(
            found[0].related[0].1,
            "название мероприятия m07: закрыты, но не открыты"
        );
    }

    #[test]
    fn nested_quotes_that_close_are_silent() {
        assert_eq!(
            brief(&found(&["МКУ «УО «Первомайского района»»", "без кавычек"])),
            [""; 0]
        );
    }
}
