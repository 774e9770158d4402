//! Which comment stands where: every doubt at the event, section or head it is about.

use crate::content::fields::cell_label;
use crate::import::paper::At;
use crate::import::understand::draft::{Doubt, Understood};

/// A place of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spot {
    /// The head of a plan.
    Plan(usize),
    /// A section of a plan.
    Section(usize, usize),
    /// An event: plan, section, place in the section.
    Event(usize, usize, usize),
    /// The head of an order.
    Order(usize),
    /// A point of an order.
    Point(usize, usize),
    /// The head of a passport.
    Program(usize),
    /// A row of a passport.
    Row(usize, usize),
    /// The head of a working group.
    Group(usize),
    /// A member of a working group.
    Member(usize, usize),
}

/// Doubts by their places.
#[derive(Debug, Default)]
pub struct Marks(Vec<(Spot, String)>);

impl Marks {
    /// Finds for each doubt the place it is about.
    pub fn of(understood: &Understood) -> Marks {
        let spots = spots(understood);
        let found = understood
            .doubts
            .iter()
            .filter_map(|doubt| Some((spot(doubt, &spots)?, said(doubt))));
        Marks(found.collect())
    }

    /// The comments of a place.
    pub fn at(&self, spot: Spot) -> Vec<String> {
        self.0
            .iter()
            .filter(|(other, _)| *other == spot)
            .map(|(_, words)| words.clone())
            .collect()
    }
}

/// The words of a doubt with where to look.
fn said(doubt: &Doubt) -> String {
    let place = &doubt.at;
    match column(doubt) {
        Some(column) => format!("проверьте: {column} — {} ({place})", doubt.words),
        None => format!("проверьте: {} ({place})", doubt.words),
    }
}

/// The name of the column that a doubt is about, when its words do not begin with it.
pub fn column(doubt: &Doubt) -> Option<&'static str> {
    let label = doubt.column.and_then(cell_label)?;
    (!doubt.words.starts_with(label)).then_some(label)
}

/// The place that a doubt is about: the last one that begins at its row or before it in the same table; a doubt about a
/// table or the whole file belongs to the head of the plan.
fn spot(doubt: &Doubt, spots: &[(At, Spot)]) -> Option<Spot> {
    let same_table =
        |at: &At| at.sheet == doubt.at.sheet && at.table == doubt.at.table && at.row > 0;
    let by_row = spots
        .iter()
        .filter(|(at, _)| doubt.at.row > 0 && same_table(at) && at.row <= doubt.at.row)
        .max_by_key(|(at, spot)| (at.row, *spot));
    let by_paragraph = || {
        let outside = |at: &At| at.table == 0 && at.row == 0 && at.paragraph > 0;
        spots
            .iter()
            .filter(|(at, _)| outside(at) && outside(&doubt.at))
            .filter(|(at, _)| at.paragraph <= doubt.at.paragraph)
            .max_by_key(|(at, spot)| (at.paragraph, *spot))
    };
    let by_table = || {
        spots.iter().find(|(at, spot)| {
            doubt.at.table > 0
                && at.table == doubt.at.table
                && matches!(spot, Spot::Plan(_) | Spot::Program(_) | Spot::Group(_))
        })
    };
    let found = by_row.or_else(by_paragraph).or_else(by_table);
    found.or(spots.first()).map(|(_, spot)| *spot)
}

/// All places in the order of the drafts.
fn spots(understood: &Understood) -> Vec<(At, Spot)> {
    let mut spots = Vec::new();
    for (plan, draft) in understood.plans.iter().enumerate() {
        spots.push((draft.at.clone(), Spot::Plan(plan)));
        let texts = [&draft.title, &draft.approval_stamp, &draft.preamble];
        spots.extend(
            texts
                .into_iter()
                .flatten()
                .map(|text| (text.at.clone(), Spot::Plan(plan))),
        );
        for (section, part) in draft.sections.iter().enumerate() {
            if part.title.is_some() {
                spots.push((part.at.clone(), Spot::Section(plan, section)));
            }
            let events = part.events.iter().enumerate();
            spots.extend(
                events.map(|(event, row)| (row.at.clone(), Spot::Event(plan, section, event))),
            );
        }
    }
    for (order, draft) in understood.orders.iter().enumerate() {
        spots.push((draft.at.clone(), Spot::Order(order)));
        let points = draft.points.iter().enumerate();
        spots.extend(points.map(|(point, text)| (text.at.clone(), Spot::Point(order, point))));
    }
    for (program, draft) in understood.programs.iter().enumerate() {
        spots.push((draft.at.clone(), Spot::Program(program)));
        let rows = draft.rows.iter().enumerate();
        spots.extend(rows.map(|(row, text)| (text.at.clone(), Spot::Row(program, row))));
    }
    for (group, draft) in understood.groups.iter().enumerate() {
        spots.push((draft.at.clone(), Spot::Group(group)));
        let members = draft.members.iter().enumerate();
        spots.extend(members.map(|(member, text)| (text.at.clone(), Spot::Member(group, member))));
    }
    spots
}
