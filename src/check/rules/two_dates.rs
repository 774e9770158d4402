//! One act is cited with two dates (П407, warning).
//!
//! Why: document E cites order № 352-р with 18.03.2023 (line 23) and with 13.03.2023 (line 73). Both are kept; readers
//! see both, and somebody should ask which one is right.
//!
//! Example: `date = 2023-03-18`, `other_dates = [{ date = 2023-03-13, where = "…" }]`.

use std::collections::BTreeSet;

use crate::check::part::Part;
use crate::diag::Diagnostic;
use crate::diag::codes;
use crate::model::record::document::Document;
use crate::text::russian::date_short;

/// Finds acts with more than one date.
pub fn check(part: &Part<'_>, found: &mut Vec<Diagnostic>) {
    let documents = part
        .territory
        .into_iter()
        .flat_map(|territory| &territory.documents);
    found.extend(documents.filter_map(describe));
}

fn describe(document: &Document) -> Option<Diagnostic> {
    let main = document.date.as_ref();
    let mut others = document
        .other_dates
        .iter()
        .filter(|other| main.is_none_or(|main| main.value != other.date));
    let first = others.next()?;
    let dates: BTreeSet<_> = main
        .iter()
        .map(|main| main.value)
        .chain(document.other_dates.iter().map(|other| other.date))
        .collect();
    if dates.len() < 2 {
        return None;
    }
    let dates: Vec<String> = dates.into_iter().map(date_short).collect();
    let name = match &document.number {
        Some(number) => format!(
            "{} № {}",
            document.kind,
            number.value.trim_start_matches('№').trim_start()
        ),
        None => document.kind.clone(),
    };
    let message = format!("{name} назван с разными датами: {}", dates.join(" и "));
    let mut warning =
        Diagnostic::warning(codes::TWO_DATES, first.span, message).label(first.citing.clone());
    if let Some(main) = main {
        warning = warning.related(main.span, "основная дата");
    }
    for other in others {
        warning = warning.related(other.span, other.citing.clone());
    }
    Some(warning.help(
        "узнайте верную дату у того, кто издал документ; до тех пор на странице показаны все",
    ))
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::fixture::{at, brief, document, portal, run, territory};
    use crate::model::portal::Portal;
    use crate::model::record::document::OtherDate;
    use jiff::civil::{Date, date};

    /// The act of the fixture is dated 30.03.2023.
    fn cited_on(day: Date) -> Portal {
        let mut act = document("114-od", 1);
        act.other_dates = vec![OtherDate {
            date: day,
            span: at(7),
            citing: "раздел «Программа»".to_owned(),
        }];
        let mut place = territory("04-altay");
        place.documents = vec![act];
        portal([place])
    }

    #[test]
    fn two_dates_are_found() {
        let found = run(check, &cited_on(date(2023, 3, 13)));
        assert_eq!(
            brief(&found),
            ["п407 7 приказ № 114- од назван с разными датами: 13.03.2023 и 30.03.2023"]
        );
    }

    #[test]
    fn the_same_date_twice_is_silent() {
        assert_eq!(brief(&run(check, &cited_on(date(2023, 3, 30)))), [""; 0]);
    }
}
