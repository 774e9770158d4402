//! From an order to the files it makes.

use crate::desk::new::order::Order;
use crate::desk::new::workplace::{Desk, Made};
use crate::desk::new::{plan, record, school, territory};
use crate::desk::place;
use crate::files::sources::Sources;

/// Makes what is ordered. Nothing that exists is overwritten.
///
/// # Errors
/// In Russian: why not, and what to type instead.
pub fn make(sources: &Sources, order: &Order) -> Result<Made, String> {
    let desk = Desk {
        sources,
        known: place::known(sources),
    };
    match order {
        Order::Region { address, name } => territory::region(&desk, address, name.as_deref()),
        Order::Municipality {
            address,
            name,
            region_name,
        } => territory::municipality(&desk, address, name.as_deref(), region_name.as_deref()),
        Order::Plan { place, year, from } => plan::plan(&desk, place, year, from.as_deref()),
        Order::News {
            place,
            title,
            day,
            id,
        } => record::news(&desk, place, title, *day, id.as_deref()),
        Order::Practice { place, title, id } => {
            record::practice(&desk, place, title, id.as_deref())
        }
        Order::School { place, name, id } => school::school(&desk, place, name, id.as_deref()),
        Order::Document { .. } => record::document(&desk, order),
    }
}
