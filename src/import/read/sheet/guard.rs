//! What keeps the library for workbooks from doing harm: it believes the counts that a file claims, and gives up with a
//! panic where bytes were changed.

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

use crate::import::read::archive::Archive;
use crate::import::read::failure::ReadFailure;

/// Bytes of the shortest text that a workbook can hold: `<si/>`.
const SHORTEST: usize = 5;

thread_local! {
    static GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// Does something that may panic; a panic is a damaged file and prints nothing.
///
/// # Errors
/// What the work itself returns, or that the file is damaged.
pub fn guarded<T>(work: impl FnOnce() -> Result<T, ReadFailure>) -> Result<T, ReadFailure> {
    static QUIET: Once = Once::new();
    QUIET.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !GUARDED.get() {
                before(info);
            }
        }));
    });
    GUARDED.set(true);
    let done = panic::catch_unwind(AssertUnwindSafe(work));
    GUARDED.set(false);
    done.unwrap_or_else(|_| Err(damaged()))
}

/// Refuses a workbook that claims more texts than its part can hold: the library makes room for as many as are claimed.
///
/// # Errors
/// When it does.
pub fn honest(archive: &mut Archive<'_>) -> Result<(), ReadFailure> {
    for text in archive.texts_ending("sharedstrings.xml")? {
        let claimed = text
            .split_once("uniqueCount=")
            .and_then(|(_, rest)| {
                let digits = rest.trim_start_matches(['"', '\'']);
                let end = digits.find(|c: char| !c.is_ascii_digit())?;
                Some(digits[..end].parse().unwrap_or(usize::MAX))
            })
            .unwrap_or(0_usize);
        if claimed > text.len() / SHORTEST {
            return Err(damaged());
        }
    }
    Ok(())
}

fn damaged() -> ReadFailure {
    ReadFailure::damaged("книга Excel обрывается или записана с ошибкой")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_a_damaged_file() {
        let failure = guarded(|| -> Result<(), ReadFailure> { panic!("index out of range") });
        assert_eq!(failure, Err(damaged()));
        assert_eq!(guarded(|| Ok(1)), Ok(1));
    }
}
