//! `ids.toml`: what became of addresses.

use crate::content::typed::reader::Reader;
use crate::diag::span::Spanned;
use crate::model::lasting::Said;
use crate::model::lasting::said::{Moved, Removed, Reused};

/// What editors say of addresses.
pub fn said(file: Reader<'_>) -> Said {
    let moved = |table: Reader<'_>| {
        Some(Moved {
            from: address(table, "from")?,
            to: address(table, "to")?,
        })
    };
    let removed = |table: Reader<'_>| {
        Some(Removed {
            address: address(table, "address")?,
            date: table.date("date"),
            reason: table.own("reason"),
            see: address(table, "see"),
            title: table.own_text("title"),
        })
    };
    let reused = |table: Reader<'_>| {
        Some(Reused {
            address: address(table, "address")?,
            reason: table.own("reason"),
        })
    };
    Said {
        moved: file.tables("moved").filter_map(moved).collect(),
        removed: file.tables("removed").filter_map(removed).collect(),
        reused: file.tables("reused").filter_map(reused).collect(),
    }
}

/// An address from the root, however much of it was written: with a slash before it, without one behind it.
fn address(table: Reader<'_>, key: &str) -> Option<Spanned<String>> {
    let written = table.spanned(key)?;
    let bare = written.value.trim();
    let bare = match bare.contains("://") {
        true => bare,
        false => bare.trim_start_matches('/'),
    };
    let bare = bare.strip_suffix("index.html").unwrap_or(bare);
    let last = bare.rsplit('/').next().unwrap_or_default();
    let is_page = !last.is_empty() && !last.contains(['.', '#']);
    let slash = if is_page { "/" } else { "" };
    Some(Spanned::new(format!("{bare}{slash}"), written.span))
}
