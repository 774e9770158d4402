//! What no file has a place for, in a block of comments at the end of a file: words, place, reason.

use crate::import::paper::At;
use crate::import::write::toml::comment;
use crate::import::write::work::{Desk, Of, Written};
use crate::text::russian::counted;

/// How many are listed in the file: all are in the report.
const LISTED: usize = 400;

/// Adds the block to the file of the first plan, or of whatever was written first.
pub fn append(desk: &Desk<'_>, written: &mut Written) {
    let skipped = desk.understood.skipped.iter();
    let skipped = skipped.map(|one| (one.at.clone(), one.words.clone(), one.why.clone()));
    // Rows that were left by the writers of plans stand in comments at their own place already.
    written.left.splice(0..0, skipped);
    if written.left.is_empty() {
        return;
    }
    let block = block(&written.left);
    let plan = written
        .files
        .iter()
        .position(|file| matches!(file.of, Of::Plan(_)));
    if let Some(file) = written.files.get_mut(plan.unwrap_or(0)) {
        file.text.push('\n');
        file.text.push_str(&block);
    }
}

fn block(left: &[(At, String, String)]) -> String {
    let count = counted(left.len(), ["место", "места", "мест"]);
    let mut out = comment(&format!(
        "Не перенесено из файла: {count}. Ничего не потеряно, вот слова:"
    ));
    for (at, words, why) in left.iter().take(LISTED) {
        out.push_str(&comment(&format!("{at}: «{words}» — {why}")));
    }
    if left.len() > LISTED {
        out.push_str(&comment(&format!("и ещё {}", left.len() - LISTED)));
    }
    out
}
