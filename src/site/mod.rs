//! The map of the site: which pages exist and the address of each. Addresses are made here and nowhere else.

pub mod address;
pub mod anchors;
pub mod calendars;
pub mod changes;
pub mod data;
pub mod downloads;
pub mod extent;
pub mod feeds;
pub mod lasting;
pub mod ledger;
pub mod metadata;
pub mod new_file;
pub mod origin;
pub mod page;
pub mod routes;
pub mod scope;
pub mod target;

pub use address::Address;
pub use anchors::anchors;
pub use extent::{Extent, Seats};
pub use ledger::ledger;
pub use new_file::NewFile;
pub use origin::{is_one_of_many, origin};
pub use page::{PageKey, PlacePage};
pub use routes::Site;
