//! Pages of a region or municipality.

use crate::model::id::TerritoryPath;
use crate::render::{Context, ThemeError};
use crate::site::{PageKey, PlacePage};

/// The HTML of a territory's page.
///
/// # Errors
/// When a template is at fault.
pub fn html(
    context: &Context<'_>,
    key: &PageKey,
    path: &TerritoryPath,
    page: &PlacePage,
) -> Result<String, ThemeError> {
    let _ = (context, key, path, page);
    Ok(String::new())
}
