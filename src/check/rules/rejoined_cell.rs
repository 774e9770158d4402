//! A cell was put together from pieces of a torn row (П408, warning).
//!
//! Why: a page break tears rows apart, and words land in the wrong cell (document E, lines 155–158). The editor's
//! reading is shown with a note; one more pair of eyes should compare it with the paper.
//!
//! Example: an event with `as_printed.indicator`.

use crate::check::gathered::{Place, warning};
use crate::check::part::Part;
use crate::check::table::column;
use crate::diag::Diagnostic;
use crate::diag::codes;
use crate::text::russian::counted;

/// Finds cells that are not the printed ones.
pub fn check(part: &Part<'_>, found: &mut Vec<Diagnostic>) {
    for plan in part.plans() {
        let cells = plan
            .events()
            .flat_map(|event| event.as_printed.iter().map(move |cell| (event, cell)));
        let places: Vec<Place> = cells
            .map(|(event, (role, printed))| {
                Place::new(
                    printed.span,
                    format!(
                        "мероприятие {}, {}: так напечатано",
                        event.id,
                        column(*role)
                    ),
                )
            })
            .collect();
        let gathered = warning(codes::REJOINED_CELL, places, |count| match count {
            1 => "строка документа разорвана: ячейка собрана из частей".to_owned(),
            count => {
                let cells = counted(count, ["ячейка собрана", "ячейки собраны", "ячеек собраны"]);
                format!("строки документа разорваны: {cells} из частей")
            }
        });
        found.extend(gathered.map(|warning| {
            warning.help("сравните с бумажным документом: верно ли соединены слова")
        }));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::fixture::{brief, event, plan, portal, run, spanned, territory};
    use crate::model::plan::roadmap::{ColumnRole, Event};

    fn torn(id: &str, n: u32) -> Event {
        let printed = (
            ColumnRole::Indicator,
            spanned("посвященные поддержке ШНОР".to_owned(), n),
        );
        Event {
            as_printed: vec![printed],
            ..event(id, 1)
        }
    }

    #[test]
    fn torn_rows_make_one_warning() {
        let mut place = territory("70-tomskaya/pervomayskiy");
        place.plans = vec![plan(2023, [torn("m04", 5), torn("m05", 6)])];
        let found = run(check, &portal([place]));
        assert_eq!(
            brief(&found),
            ["п408 5 строки документа разорваны: 2 ячейки собраны из частей"]
        );
        assert_eq!(
            found[0].label,
            "мероприятие m04, показатель: так напечатано"
        );
    }

    #[test]
    fn whole_rows_are_silent() {
        let mut place = territory("70-tomskaya/pervomayskiy");
        place.plans = vec![plan(2023, [event("m04", 1)])];
        assert_eq!(brief(&run(check, &portal([place]))), [""; 0]);
    }
}
