//! The period of a plan as editors write it.

use jiff::civil::Date;

use crate::model::plan::period::{Period, PeriodKind};

/// Reads `2023`, `2022-2023` (a school year) or `2023-04-01/2023-12-31`.
pub fn parse(text: &str) -> Option<Period> {
    let text = text.trim();
    if let Some((first, last)) = text.split_once('/') {
        let (first, last): (Date, Date) = (first.parse().ok()?, last.parse().ok()?);
        return (first <= last).then_some(Period {
            kind: PeriodKind::Range,
            first,
            last,
        });
    }
    if let Some((first, last)) = text.split_once(['-', '–']) {
        let (first, last) = (year(first)?, year(last)?);
        return (last == first + 1).then(|| Period::school_year(first));
    }
    year(text).map(Period::calendar_year)
}

fn year(text: &str) -> Option<i16> {
    let year: i16 = text.trim().parse().ok()?;
    (1990..=2100).contains(&year).then_some(year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_of_three_kinds_are_read_and_others_refused() {
        assert_eq!(parse("2023"), Some(Period::calendar_year(2023)));
        assert_eq!(parse("2022-2023"), Some(Period::school_year(2022)));
        assert_eq!(
            parse("2023-04-01/2023-12-31").map(|p| p.kind),
            Some(PeriodKind::Range)
        );
        for wrong in [
            "",
            "23",
            "2023-2025",
            "2023-04-01",
            "2023-12-31/2023-01-01",
            "прошлый год",
        ] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }
}
