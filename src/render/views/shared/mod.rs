//! Pages of the whole portal.

use crate::render::{Context, ThemeError};
use crate::site::PageKey;

/// The HTML of a shared page.
///
/// # Errors
/// When a template is at fault.
pub fn html(context: &Context<'_>, key: &PageKey) -> Result<String, ThemeError> {
    let _ = (context, key);
    Ok(String::new())
}
