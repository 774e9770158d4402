//! The way to a calendar that a phone keeps up to date by itself.

use serde::Serialize;

use crate::render::context::Context;
use crate::render::linker::Linker;
use crate::site::PageKey;
use crate::site::calendars::Calendar;

/// How to subscribe to a calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Subscribe {
    /// The file, relative to the page.
    pub file: String,
    /// Its whole address; none while it is not known where the portal is published.
    pub address: Option<String>,
    /// The same address in the way that phones subscribe by, where it is known.
    pub webcal: Option<String>,
    /// The page that explains it; empty on that page.
    pub help: String,
}

impl Subscribe {
    /// For a page whose links `linker` writes; none when the portal does not publish such a calendar.
    pub fn new(context: &Context<'_>, linker: &Linker, calendar: &Calendar) -> Option<Subscribe> {
        let path = calendar.path();
        if !context.site.has_file(&path) {
            return None;
        }
        let address = context.address().map(|home| format!("{home}{path}"));
        Some(Subscribe {
            file: linker.path(&path),
            webcal: address.as_deref().and_then(webcal),
            address,
            help: linker.page(&PageKey::Subscription),
        })
    }
}

/// «https://host/a.ics» → «webcal://host/a.ics».
fn webcal(address: &str) -> Option<String> {
    let (_, rest) = address.split_once("://")?;
    Some(format!("webcal://{rest}"))
}
