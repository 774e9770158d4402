//! News of a day that has not come yet (П428, warning).
//!
//! Why: a mistyped year puts an item above all others for ever, and a reader takes a plan for a fact. What is announced
//! is published on the day of the announcement; the day of the event stands in the text.
//!
//! Example: `date = 2033-03-30` where 2023 was meant.

use jiff::civil::Date;

use crate::check::part::Part;
use crate::diag::Diagnostic;
use crate::diag::codes;
use crate::text::russian::date_short;

/// Finds news from the future.
pub fn check(part: &Part<'_>, today: Date, found: &mut Vec<Diagnostic>) {
    let news = part.territory.into_iter().flat_map(|place| &place.news);
    for item in news.filter(|item| item.date > today) {
        let message = format!("дата новости ещё не наступила: {}", date_short(item.date));
        found.push(
            Diagnostic::warning(codes::FUTURE_NEWS, item.span, message)
                .help("проверьте год в поле date; день будущего события пишут в тексте, а в date — день, когда о нём сообщили"),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::fixture::{brief, news, portal, run_on, territory};
    use jiff::civil::date;

    #[test]
    fn a_day_to_come_is_found_and_today_is_silent() {
        let mut place = territory("04-altay");
        place.news = vec![news("zavtra", 5), news("segodnya", 6)];
        place.news[0].date = date(2033, 3, 30);
        place.news[1].date = date(2026, 11, 22);
        let found = run_on(check, &portal([place]), date(2026, 11, 22));
        assert_eq!(
            brief(&found),
            ["п428 5 дата новости ещё не наступила: 30.03.2033"]
        );
    }
}
