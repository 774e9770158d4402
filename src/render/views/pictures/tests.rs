//! What the pictures show: positions for known deadlines, nothing for what has no date, numbers of the lists.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, date};

use crate::model::plan::deadline::{Deadline, DeadlineCell, Every, When, WhenKind};
use crate::model::plan::roadmap::{Event, Roadmap};
use crate::render::fixture;
use crate::render::views::parts::coverage::Fullness;
use crate::render::views::pictures::grid::Squares;
use crate::render::views::pictures::map::RegionMap;
use crate::render::views::pictures::months::{Months, Setting, months_of};
use crate::render::views::pictures::percent::Percent;
use crate::render::views::pictures::strip::{Mark, Strip};
use crate::render::views::pictures::tiles::{COLUMNS, ROWS, TILES};
use crate::text::language;

const TODAY: Date = date(2023, 5, 12);

fn strip(plan: &Roadmap) -> Option<Strip> {
    Strip::new(plan, TODAY, &language::russian(), &|event: &Event| {
        format!("#{}", event.id)
    })
}

/// The fixture's plan with one measure left, due at the given times.
fn plan_with(whens: &[(WhenKind, Option<Date>, Option<Date>)]) -> Roadmap {
    let mut plan = fixture::plan();
    plan.sections.truncate(1);
    plan.sections[0].events.truncate(1);
    let event = &mut plan.sections[0].events[0];
    let cell = event
        .deadline
        .as_mut()
        .expect("the first measure has a deadline");
    cell.value = Deadline::from(DeadlineCell {
        verbatim: "срок".to_owned(),
        whens: whens
            .iter()
            .map(|(kind, first, last)| When {
                words: String::new(),
                kind: *kind,
                first: *first,
                last: *last,
            })
            .collect(),
    });
    plan
}

fn marks(kind: WhenKind, first: Option<Date>, last: Option<Date>) -> Vec<Mark> {
    let strip = strip(&plan_with(&[(kind, first, last)]));
    strip
        .iter()
        .flat_map(Strip::measures)
        .flat_map(|row| row.marks.clone())
        .collect()
}

#[test]
fn a_month_is_a_bar_over_its_column() {
    let april = marks(
        WhenKind::Month,
        Some(date(2023, 4, 1)),
        Some(date(2023, 4, 30)),
    );
    // Ten percent for the numbers, then twelve months of 7.5 %.
    assert_eq!(april[0].shape, "bar");
    assert_eq!((april[0].x, april[0].width), (Percent(3_250), Percent(750)));
}

#[test]
fn a_day_is_a_diamond_and_a_limit_ends_at_its_day() {
    let days = Some(date(2023, 4, 20));
    let day = marks(WhenKind::Day, days, days);
    assert_eq!(day[0].shape, "day");
    assert!(
        Percent(3_600) < day[0].x && day[0].x < Percent(3_800),
        "{:?}",
        day[0]
    );
    let until = marks(WhenKind::Until, None, Some(date(2023, 12, 31)));
    assert_eq!((until[0].shape, until[0].x), ("until", Percent(10_000)));
}

#[test]
fn a_day_of_every_year_is_a_dot_in_each_year_of_the_plan() {
    let yearly = WhenKind::Recurring(Every::YearUntil { month: 10, day: 1 });
    let dots = marks(yearly, None, None);
    assert_eq!(dots.len(), 1);
    assert_eq!(dots[0].shape, "dot");
}

#[test]
fn what_goes_on_all_year_lies_in_a_lane_and_never_over_the_months() {
    let year = (Some(date(2023, 1, 1)), Some(date(2023, 12, 31)));
    let april = (
        WhenKind::Month,
        Some(date(2023, 4, 1)),
        Some(date(2023, 4, 30)),
    );
    for (kind, code) in [
        (WhenKind::WithinYear, "year"),
        (WhenKind::Continuous, "year"),
        (WhenKind::MonthRange, "year"),
        (WhenKind::Recurring(Every::Month), "again"),
        (WhenKind::BySchedule, "elsewhere"),
        (WhenKind::Conditional, "elsewhere"),
    ] {
        let mut plan = plan_with(&[april]);
        let mut long = plan_with(&[(kind, year.0, year.1)]);
        plan.sections[0].events.append(&mut long.sections[0].events);
        let strip = strip(&plan).expect("April has a place");
        assert_eq!(strip.measures().count(), 1, "{kind:?}");
        let lanes: Vec<_> = strip
            .lanes()
            .iter()
            .map(|lane| (lane.code, lane.count))
            .collect();
        assert_eq!(lanes, [(code, 1)], "{kind:?}");
    }
}

#[test]
fn a_plan_without_dates_has_no_strip() {
    assert!(strip(&plan_with(&[(WhenKind::Continuous, None, None)])).is_none());
    assert!(strip(&plan_with(&[])).is_none());
}

#[test]
fn a_mistyped_year_neither_widens_the_strip_nor_loses_the_measure() {
    let far = date(2203, 4, 20);
    let day = marks(WhenKind::Day, Some(far), Some(far));
    assert_eq!(day[0].x, Percent(10_000));
}

#[test]
fn every_measure_of_a_plan_is_in_the_strip_once() {
    let plan = fixture::plan();
    let strip = strip(&plan).expect("the plan has dates");
    let lanes: usize = strip.lanes().iter().map(|lane| lane.count).sum();
    assert_eq!(strip.measures().count() + lanes, plan.events().count());
}

#[test]
fn bars_of_months_count_what_the_list_counts() {
    let plan = fixture::plan();
    let mut counts = BTreeMap::new();
    for month in plan.events().flat_map(months_of) {
        *counts.entry(month).or_insert(0usize) += 1;
    }
    let load = Months::of_plan(
        &plan,
        &Setting {
            today: TODAY,
            words: &language::russian(),
            href: &|_| None,
        },
    )
    .expect("the plan has dates");
    let bars = || load.years.iter().flat_map(|year| &year.bars);
    assert_eq!(load.years[0].bars.len(), 12);
    assert_eq!(
        bars().map(|bar| bar.count).sum::<usize>(),
        counts.values().sum::<usize>()
    );
    let undated = plan
        .events()
        .filter(|event| months_of(event).is_empty())
        .count();
    assert_eq!(load.undated, undated);
}

#[test]
fn squares_differ_by_shape() {
    let squares = Squares::new([Fullness::Present, Fullness::Stale, Fullness::Empty].into_iter());
    let count = |path: &str| path.matches('M').count();
    assert_eq!(count(&squares.filled), 1);
    assert_eq!(count(&squares.stale), 1);
    assert_eq!(count(&squares.frames), 2);
}

#[test]
fn the_map_has_every_subject_of_the_federation_once() {
    let unique = |of: &dyn Fn(&crate::render::views::pictures::tiles::Tile) -> String| {
        TILES.iter().map(of).collect::<BTreeSet<_>>().len()
    };
    assert_eq!(TILES.len(), 89);
    assert_eq!(unique(&|tile| tile.code.to_owned()), 89);
    assert_eq!(unique(&|tile| tile.short.to_owned()), 89);
    assert_eq!(unique(&|tile| tile.name.to_owned()), 89);
    assert_eq!(unique(&|tile| format!("{} {}", tile.column, tile.row)), 89);
    for tile in TILES {
        assert!(tile.column < COLUMNS && tile.row < ROWS && tile.short.chars().count() <= 4);
    }
}

#[test]
fn a_region_of_the_portal_is_filled_and_leads_to_its_page() {
    let portal = fixture::portal();
    let map = RegionMap::new(&portal, &|region| format!("{}/", region.path));
    assert_eq!(map.filled.len(), portal.regions().count());
    assert!(map.filled.iter().all(|region| region.href.ends_with('/')));
    assert_eq!(map.empty.matches('M').count(), 89 - map.filled.len());
}
