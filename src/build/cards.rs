//! Pictures for other sites, painted side by side. One that stands already in the output is taken as it is: its name
//! says what it was painted from.

use rayon::prelude::*;

use crate::files::sink::{Artifact, Key, Sink};
use crate::render::Theme;
use crate::render::cards::Order;
use crate::render::painter::Painter;
use crate::render::theme::ThemeError;

/// How a PNG begins and ends. A build that was cut short leaves the beginning alone.
const BEGINNING: &[u8] = b"\x89PNG\r\n\x1a\n";
const END: &[u8] = b"IEND\xaeB`\x82";

/// What a card is made from stands in its name.
const NAMED: Key = 1;

/// Bytes of a file of an earlier build, by its path.
pub type Earlier<'a> = &'a (dyn Fn(&str) -> Option<Vec<u8>> + Sync);

/// Paints cards into a sink.
///
/// # Errors
/// When the template of the card gave what is no SVG.
pub fn paint(
    orders: &[Order],
    theme: &Theme,
    earlier: Earlier<'_>,
    sink: &dyn Sink,
) -> Result<(), ThemeError> {
    let painter = Painter::new(theme.fonts());
    let paint = |order: &Order| {
        painter.png(&order.svg).map_err(|message| ThemeError {
            template: "social-card.xml".to_owned(),
            message,
        })
    };
    orders.par_iter().try_for_each(|order| {
        if sink.keep(&order.path, NAMED) {
            return Ok(());
        }
        let whole = earlier(&order.path).filter(|bytes| is_whole(bytes));
        sink.put(Artifact {
            path: order.path.clone(),
            bytes: match whole {
                Some(bytes) => bytes,
                None => paint(order)?,
            },
        });
        Ok(())
    })
}

fn is_whole(bytes: &[u8]) -> bool {
    bytes.starts_with(BEGINNING) && bytes.ends_with(END)
}
