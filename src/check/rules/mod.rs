//! The rules, one a file. Each file says what its rule finds and why, and holds its own cases.

use jiff::civil::Date;

use crate::check::part::Part;
use crate::diag::Diagnostic;
use crate::model::portal::Portal;
use crate::site::Site;

mod bad_email;
mod broken_anchor;
mod broken_link;
mod copied_rows;
mod deadline_before_approval;
mod deadline_outside_period;
mod deadline_unknown;
mod december_pile;
mod doubled_words;
mod duplicate_address;
mod duplicate_id;
mod edit_addresses;
mod empty_cell;
mod forbidden_link;
mod future_news;
mod hurtful_words;
mod idle_group;
mod idle_word;
mod image_without_text;
mod leftover_markup;
mod long_sentence;
mod lost_address;
mod missing_file;
mod not_one_word;
mod number_style;
mod officialese;
mod one_person;
mod own_address;
mod pairing_elsewhere;
mod period_conflict;
mod period_too_long;
mod plain_abbreviation;
mod rejoined_cell;
mod repeated_number;
mod repeated_numeral;
mod repeated_words;
mod responsible_unknown;
mod review_passed;
mod stale_news;
mod status_incomplete;
mod status_too_late;
mod status_without_proof;
mod taken_address;
mod target_missing;
mod two_dates;
mod unbalanced_quotes;
mod unknown_document;
mod unknown_event;
mod unknown_person;
mod unknown_practice;
mod unknown_risk;
mod unknown_school;
mod unknown_section;
mod unknown_territory;

/// A rule looks at a part of the portal and adds what it finds.
pub type Rule = fn(&Part<'_>, &mut Vec<Diagnostic>);

/// A rule that compares a part of the portal with the day it is looked at.
pub type DatedRule = fn(&Part<'_>, Date, &mut Vec<Diagnostic>);

/// A rule that compares territories, or looks only at what they share.
pub type WholeRule = fn(&Portal, &Site, &mut Vec<Diagnostic>);

/// Rules for every part, in the order they run: identifiers, references, links, then the oddities of plans and records,
/// and of our own language.
pub const EACH: &[Rule] = &[
    duplicate_id::check,
    unknown_document::check,
    unknown_event::check,
    unknown_person::check,
    unknown_school::check,
    unknown_section::check,
    pairing_elsewhere::check,
    broken_link::check,
    broken_anchor::check,
    missing_file::check,
    forbidden_link::check,
    image_without_text::check,
    own_address::check,
    bad_email::check,
    period_too_long::check,
    deadline_unknown::check,
    deadline_before_approval::check,
    deadline_outside_period::check,
    repeated_numeral::check,
    repeated_number::check,
    december_pile::check,
    one_person::check,
    target_missing::check,
    two_dates::check,
    rejoined_cell::check,
    leftover_markup::check,
    number_style::check,
    unbalanced_quotes::check,
    doubled_words::check,
    empty_cell::check,
    responsible_unknown::check,
    period_conflict::check,
    status_incomplete::check,
    status_without_proof::check,
    status_too_late::check,
    long_sentence::check,
    officialese::check,
    hurtful_words::check,
    plain_abbreviation::check,
];

/// Rules for every part that need the day; they run after the others.
pub const DATED: &[DatedRule] = &[stale_news::check, future_news::check, review_passed::check];

/// Rules for the portal as a whole, in the order they run: addresses, references, settings, plans beside each other, the
/// words of the search.
pub const WHOLE: &[WholeRule] = &[
    duplicate_address::check,
    lost_address::check,
    taken_address::check,
    idle_word::check,
    unknown_practice::check,
    unknown_risk::check,
    unknown_territory::check,
    edit_addresses::check,
    copied_rows::check,
    not_one_word::check,
    repeated_words::check,
    idle_group::check,
];
