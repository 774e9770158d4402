//! Whether a row without a number goes on with the event above: pages tear rows in the middle of a word group, while a
//! row with a measure and a deadline of its own is an event even without a number.

use crate::content::meaning;
use crate::import::understand::letters;
use crate::import::understand::plan::rows::Row;
use crate::import::understand::table::heading::Heading;
use crate::model::plan::period::Period;
use crate::model::plan::roadmap::ColumnRole;

/// What is known of a plan before its rows are put together.
pub struct Habits<'a> {
    /// Its columns.
    pub heading: &'a Heading,
    /// True when most of its rows have a number.
    pub numbered: bool,
    /// The period that deadlines are read in.
    pub period: Period,
}

/// A measure that is longer than this many bytes is not added to.
const LONGEST: usize = 20_000;

/// True when `row` is a part of the event above it, whose words of a column `above` gives.
pub fn goes_on<'a>(row: &Row, above: impl Fn(ColumnRole) -> &'a str, habits: &Habits<'_>) -> bool {
    let column = |role| habits.heading.column(role);
    let title = column(ColumnRole::Title);
    if row.words(title).is_empty() || row.inherits(title) {
        return true;
    }
    if above(ColumnRole::Title).len() > LONGEST {
        return false;
    }
    let number = row.words(column(ColumnRole::Number));
    if !number.is_empty() && !row.inherits(column(ColumnRole::Number)) {
        return false;
    }
    let mut points = i32::from(habits.numbered && number.is_empty()) + i32::from(row.after_break);
    points += match letters::goes_on(row.words(title)) {
        true => 2,
        false => -1,
    };
    points += i32::from(begins_short(row.words(title)));
    points += 2 * i32::from(letters::unfinished(above(ColumnRole::Title)));
    points += deadline(row, &above, habits);
    let who = column(ColumnRole::Responsible);
    if who.is_some() {
        points += match row.words(who) {
            "" => 1,
            words if letters::goes_on(words) => 1,
            _ => -1,
        };
        let torn =
            letters::unfinished(above(ColumnRole::Responsible)) && !row.words(who).is_empty();
        points += 2 * i32::from(torn);
    }
    points > 0
}

/// «ШНОР», «МБОУ СОШ № 1», a quoted name, a single word: hardly ever the beginning of a measure.
fn begins_short(words: &str) -> bool {
    let first: String = words.chars().take_while(|c| c.is_alphabetic()).collect();
    let abbreviation = first.chars().count() >= 2 && first.chars().all(char::is_uppercase);
    let quoted = words.starts_with('«') && !letters::fold(words).starts_with("«дорожн");
    abbreviation || quoted || letters::words(words).len() == 1
}

fn deadline<'a>(row: &Row, above: &impl Fn(ColumnRole) -> &'a str, habits: &Habits<'_>) -> i32 {
    let column = habits.heading.column(ColumnRole::Deadline);
    if column.is_none() {
        return 0;
    }
    let words = row.words(column);
    if words.is_empty() {
        // In a plan with numbers a row that has neither a number nor a deadline is no event.
        return if habits.numbered { 3 } else { 2 };
    }
    if row.inherits(column) {
        return -2;
    }
    let understood = |cell: &str| !meaning::deadline(cell, &habits.period).whens.is_empty();
    let before = above(ColumnRole::Deadline);
    if !before.is_empty() && !understood(before) && understood(&letters::join(before, words)) {
        return 3;
    }
    if understood(words) && !words.starts_with(|c: char| c.is_ascii_digit()) {
        -2
    } else {
        0
    }
}
