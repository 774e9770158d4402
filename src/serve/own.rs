//! Addresses that the edit loop keeps for itself, beside those of the site.

/// The stream of server-sent events.
pub(super) const EVENTS: &str = "/__portal/events";
/// The script of every page.
pub(super) const SCRIPT: &str = "/__portal/live.js";
/// The style sheet of the overlay.
pub(super) const STYLE: &str = "/__portal/overlay.css";
/// The overlay as it is now, a piece of HTML.
pub(super) const PROBLEMS: &str = "/__portal/problems";
