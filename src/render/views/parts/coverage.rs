//! How full the required sections of a territory are, told in the language of the pages.

pub use crate::model::coverage::{
    Coverage, Fullness, NO_REASON, empty_reason, is_judged, names_goal, share,
};

use crate::model::coverage::{self, Measure};
use crate::model::place::territory::Territory;
use crate::render::context::Context;

/// The states of all seventeen sections, in their order.
pub fn coverage(territory: &Territory, context: &Context<'_>) -> Vec<Coverage> {
    let measure = Measure {
        portal: context.portal,
        today: context.edition.today,
        words: context.words,
    };
    coverage::coverage(territory, measure)
}
