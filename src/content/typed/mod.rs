//! Raw tables that passed validation, as values of the model. A table that lacks something required gives nothing:
//! its problem has been reported already.

mod markup;
pub mod period;
pub mod place;
pub mod plan;
pub mod prose;
pub mod reader;
pub mod record;
pub mod said;
pub mod shared;
