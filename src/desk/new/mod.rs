//! `portal new`: new files from commented templates. The templates are made from the table of fields ([`template`]), so
//! that they cannot drift from what `portal check` asks for; what the editor told already is filled in.

mod event;
mod make;
mod naming;
mod next_year;
mod order;
mod past;
mod plan;
mod record;
mod school;
pub mod template;
mod territory;
mod workplace;

pub use make::make;
pub use order::Order;
pub use plan::is_period;
pub use workplace::Made;
