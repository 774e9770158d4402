//! A territory has had no news for longer than the portal promises (П418, warning).
//!
//! Why: document E asks for at least one news item a month about the work on its site (order № 76-О, indicators of the
//! monitoring). Thirty-one days are the portal's own setting, `news_stale_days`. Once a roadmap has ended, nothing is
//! expected any more: a district of 2023 would be reminded of its news for ever.
//!
//! Example: a roadmap for 2026, the last news of 30 March, and the day is 22 November.

use jiff::civil::Date;

use crate::check::part::Part;
use crate::diag::Diagnostic;
use crate::diag::codes;
use crate::model::place::territory::Territory;
use crate::model::plan::roadmap::Roadmap;
use crate::text::russian::{counted, date_short};

/// Finds territories whose news are stale while a roadmap runs.
pub fn check(part: &Part<'_>, today: Date, found: &mut Vec<Diagnostic>) {
    let limit = part.portal.settings.news_stale_days;
    let stale = |territory: &Territory| stale(territory, today, limit);
    found.extend(part.territory.into_iter().filter_map(stale));
}

fn stale(territory: &Territory, today: Date, limit: i64) -> Option<Diagnostic> {
    let runs = |plan: &Roadmap| plan.period.first <= today && today <= plan.period.last;
    let plan = territory.plans.iter().find(|plan| runs(plan))?;
    let news = territory.news.iter().filter(|item| item.date <= today);
    let last = news.max_by_key(|item| (item.date, &item.id));
    let since = last.map_or(plan.period.first, |item| item.date);
    let days = i64::from((today - since).get_days());
    if days <= limit {
        return None;
    }
    let day = |days: i64| counted(days.unsigned_abs() as usize, ["день", "дня", "дней"]);
    let (span, words) = match last {
        Some(item) => (
            item.span,
            format!("последняя новость — {}", date_short(item.date)),
        ),
        None => (plan.period_span, "новостей нет с начала плана".to_owned()),
    };
    let message = format!("{words}: прошло {}, а обещано {}", day(days), day(limit));
    Some(
        Diagnostic::warning(codes::STALE_NEWS, span, message)
            .label(territory.names.name.clone())
            .help("расскажите, что сделано за это время: portal new news")
            .help("срок задаёт news_stale_days в portal.toml"),
    )
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::fixture::{brief, news, plan, portal, run_on, territory};
    use jiff::civil::{Date, date};

    fn found(year: i16, published: &[Date], today: Date) -> Vec<String> {
        let mut place = territory("04-altay");
        place.plans = vec![plan(year, [])];
        let item = |day: &Date| {
            let mut item = news("item", 7);
            item.date = *day;
            item
        };
        place.news = published.iter().map(item).collect();
        let mut portal = portal([place]);
        portal.settings.news_stale_days = 31;
        let found = run_on(check, &portal, today);
        brief(&found)
    }

    #[test]
    fn a_silent_month_of_a_running_plan_is_found() {
        assert_eq!(
            found(2026, &[date(2026, 3, 30)], date(2026, 5, 2)),
            ["п418 7 последняя новость — 30.03.2026: прошло 33 дня, а обещано 31 день"]
        );
        assert_eq!(found(2026, &[], date(2026, 3, 1)).len(), 1);
    }

    #[test]
    fn fresh_news_and_ended_plans_are_silent() {
        let none: [&str; 0] = [];
        assert_eq!(found(2026, &[date(2026, 4, 1)], date(2026, 5, 2)), none);
        assert_eq!(found(2023, &[date(2023, 3, 30)], date(2026, 5, 2)), none);
        assert_eq!(found(2026, &[], date(2026, 1, 31)), none);
    }
}
