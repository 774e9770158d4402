//! What editors say of addresses that nothing stands at any more.

use jiff::civil::Date;

use crate::diag::span::Spanned;

/// The words of editors, in the order of their file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Said {
    /// What stands at another address now.
    pub moved: Vec<Moved>,
    /// What was taken down.
    pub removed: Vec<Removed>,
    /// Addresses at which something else stands on purpose.
    pub reused: Vec<Reused>,
}

/// A thing stands at another address now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// The old address, from the root without a leading slash.
    pub from: Spanned<String>,
    /// The new one.
    pub to: Spanned<String>,
}

/// A thing was taken down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Removed {
    /// Its address, from the root without a leading slash.
    pub address: Spanned<String>,
    /// When.
    pub date: Option<Date>,
    /// Why.
    pub reason: String,
    /// Where to look now.
    pub see: Option<Spanned<String>>,
    /// What to call it, when its old title is not to be shown.
    pub title: Option<String>,
}

/// Something else stands at an address on purpose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reused {
    /// The address, from the root without a leading slash.
    pub address: Spanned<String>,
    /// Why.
    pub reason: String,
}
