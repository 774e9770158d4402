//! Workbooks: `.xlsx` and `.xls`. Values are read by a library; what it does not tell (hidden rows, how a number is shown)
//! is found out here, since an editor who typed «80%» must get «80%» back and not «0.8».

mod extent;
mod guard;
mod layout;
mod shown;
mod table;
mod xls;
mod xlsx;

use crate::import::paper::Paper;
use crate::import::read::archive::Archive;
use crate::import::read::failure::ReadFailure;

/// Reads a workbook of Excel since 2007: a table for each sheet that is seen and has something in it.
///
/// # Errors
/// When it is damaged, asks for a password or holds more than may be read.
pub fn xlsx(bytes: &[u8], archive: &mut Archive<'_>) -> Result<Paper, ReadFailure> {
    guard::honest(archive)?;
    guard::guarded(|| xlsx::xlsx(bytes, archive))
}

/// Reads a workbook of Excel before 2007.
///
/// # Errors
/// As [`xlsx`].
pub fn xls(bytes: &[u8]) -> Result<Paper, ReadFailure> {
    extent::bounded(bytes)?;
    guard::guarded(|| xls::xls(bytes))
}
