//! stub
use crate::model::plan::{
    deadline::Deadline,
    indicator::Indicator,
    period::Period,
    responsible::{Directory, Responsible},
};
pub fn deadline(cell: &str, _p: &Period) -> Deadline {
    Deadline {
        verbatim: cell.into(),
        whens: vec![],
    }
}
pub fn indicator(cell: &str) -> Indicator {
    Indicator {
        verbatim: cell.into(),
        goals: vec![],
    }
}
pub fn responsible(cell: &str, _d: &Directory) -> Responsible {
    Responsible {
        verbatim: cell.into(),
        parties: vec![],
    }
}
