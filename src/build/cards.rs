//! Pictures for other sites, painted side by side. One that stands already in the output is taken as it is: its name
//! says what it was painted from.

use rayon::prelude::*;

use crate::build::Artifact;
use crate::render::Theme;
use crate::render::cards::Order;
use crate::render::painter::Painter;
use crate::render::theme::ThemeError;

/// How a PNG begins and ends. A build that was cut short leaves the beginning alone.
const BEGINNING: &[u8] = b"\x89PNG\r\n\x1a\n";
const END: &[u8] = b"IEND\xaeB`\x82";

/// Bytes of a file of an earlier build, by its path.
pub type Earlier<'a> = &'a (dyn Fn(&str) -> Option<Vec<u8>> + Sync);

/// Paints cards, in their order.
///
/// # Errors
/// When the template of the card gave what is no SVG.
pub fn painted(
    orders: &[Order],
    theme: &Theme,
    earlier: Earlier<'_>,
) -> Result<Vec<Artifact>, ThemeError> {
    let painter = Painter::new(theme.fonts());
    let paint = |order: &Order| {
        painter.png(&order.svg).map_err(|message| ThemeError {
            template: "social-card.xml".to_owned(),
            message,
        })
    };
    orders
        .par_iter()
        .map(|order| {
            let whole = earlier(&order.path).filter(|bytes| is_whole(bytes));
            Ok(Artifact {
                path: order.path.clone(),
                bytes: match whole {
                    Some(bytes) => bytes,
                    None => paint(order)?,
                },
            })
        })
        .collect()
}

fn is_whole(bytes: &[u8]) -> bool {
    bytes.starts_with(BEGINNING) && bytes.ends_with(END)
}
