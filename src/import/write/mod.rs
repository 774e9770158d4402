//! From drafts to content files of this portal: every word where the portal keeps it, unchanged, and a comment at each
//! place that a person should look at. Statuses, people, schools and retellings are not made up: a paper does not hold
//! them. What no file has a place for is kept in comments, so that nothing is lost. Pure: what exists is asked of the
//! snapshot of the content; who writes the files and who prints is decided elsewhere.

mod acts;
mod event;
mod group;
mod kept;
mod marks;
mod order;
mod plan;
mod program;
mod report;
mod rest;
mod same;
mod settle;
mod standing;
mod toml;
mod work;

use crate::files::sources::Sources;
use crate::import::understand::draft::Understood;
use acts::{Acts, Named};
use marks::Marks;
use work::Desk;

pub use crate::model::id::TerritoryPath;
pub use event::event;
pub use kept::named_as_kept;
pub use report::report;
pub use settle::{Settled, settle};
pub use work::{EventRow, NO_PLACE, NewFile, Of, PlanFile, Wishes, Written};

/// Makes content files of drafts: the plans, then orders, passport and working group.
pub fn write(understood: &Understood, wishes: &Wishes<'_>, sources: &Sources) -> Written {
    let mut acts = Acts::of(sources, wishes.place);
    let named: Vec<Option<Named>> = understood
        .orders
        .iter()
        .map(|order| acts.name(order))
        .collect();
    let desk = Desk {
        understood,
        wishes,
        acts: &acts,
        named: &named,
        marks: &Marks::of(understood),
    };
    let mut written = Written::default();
    plan::plans(&desk, &mut written);
    order::orders(&desk, &mut written);
    program::programs(&desk, &mut written);
    group::groups(&desk, &mut written);
    rest::append(&desk, &mut written);
    written
}
