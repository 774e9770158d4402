//! Workbooks: `.xlsx` and `.xls`. Values are read by a library; what it does not tell (hidden rows, how a number is shown)
//! is found out here, since an editor who typed «80%» must get «80%» back and not «0.8».

mod layout;
mod shown;
mod table;
mod xls;
mod xlsx;

pub use xls::xls;
pub use xlsx::xlsx;
