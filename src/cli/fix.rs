//! `portal check --fix`: mends what can be mended without asking, and says what was done.

use std::path::Path;

use crate::desk::fix::{Change, Fixed, Mended};
use crate::files::disk::{self, DiskError};
use crate::text::russian::counted;

/// How many lines of a piece are shown.
const SHOWN: usize = 6;

/// Says what was mended, and writes it unless it is only a rehearsal.
///
/// # Errors
/// When the disk refuses.
pub fn finish(
    fixed: &Fixed,
    content: &Path,
    rehearsal: bool,
    say: fn(String),
) -> Result<(), DiskError> {
    for file in &fixed.files {
        say(shown(file, content));
        if !rehearsal {
            disk::replace(&content.join(&file.path), &file.bytes)?;
        }
    }
    let places: usize = fixed.files.iter().map(|file| file.deeds.len()).sum();
    let count = format!(
        "{} в {}",
        counted(places, ["исправление", "исправления", "исправлений"]),
        counted(fixed.files.len(), ["файле", "файлах", "файлах"])
    );
    say(match (places, rehearsal) {
        (0, _) => "Исправлять нечего: остальное решает человек.".to_owned(),
        (_, true) => format!("Нашлось {count}. Файлы не тронуты: это проба (--dry-run)."),
        (_, false) => format!("Сделано {count}."),
    });
    Ok(())
}

/// One file: what was wrong, and its lines before and after.
fn shown(file: &Mended, content: &Path) -> String {
    let mut lines = vec![content.join(&file.path).display().to_string()];
    lines.extend(file.deeds.iter().map(|deed| format!("  {deed}")));
    for change in &file.changes {
        lines.extend(piece(change));
    }
    lines.push(String::new());
    lines.join("\n")
}

fn piece(change: &Change) -> Vec<String> {
    let side = |sign: char, lines: &[String]| {
        let mut out: Vec<String> = lines
            .iter()
            .take(SHOWN)
            .enumerate()
            .map(|(index, line)| format!("  {:>5} {sign} {line}", change.line + index))
            .collect();
        if lines.len() > SHOWN {
            out.push(format!("        {sign} … и ещё {}", lines.len() - SHOWN));
        }
        out
    };
    [side('-', &change.before), side('+', &change.after)].concat()
}
