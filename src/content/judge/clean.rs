//! Texts in which nothing was found: of the hundreds of thousands of texts of a country every second one has been said
//! before, and is not judged again.

use std::sync::{Mutex, PoisonError};

use rustc_hash::FxHashSet;
use xxhash_rust::xxh3::xxh3_64;

/// Texts of fewer bytes are judged sooner than looked up.
const SHORT: usize = 16;

/// Parts of the set, so that threads seldom wait for each other.
const PARTS: usize = 16;

/// Texts met so far in which there was nothing to say. What is found depends on the text and on whose words they are, so
/// it is the same whether a text was met before or not.
#[derive(Default)]
pub struct Clean {
    /// By whether they are words of editors themselves, and by a part of their hash.
    texts: [[Mutex<FxHashSet<u64>>; PARTS]; 2],
}

impl Clean {
    /// What is found in a text; nothing in one that is known to be clean. `judge` gives true when it found something.
    pub(super) fn judge(&self, text: &str, own: bool, judge: impl FnOnce() -> bool) {
        if text.len() < SHORT {
            judge();
            return;
        }
        let hash = xxh3_64(text.as_bytes());
        let part = &self.texts[usize::from(own)][hash as usize % PARTS];
        let known = || part.lock().unwrap_or_else(PoisonError::into_inner);
        if !known().contains(&hash) && !judge() {
            known().insert(hash);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Clean;

    #[test]
    fn clean_texts_are_judged_once_and_others_each_time() {
        let clean = Clean::default();
        let times = |text: &str, own: bool, found: bool| {
            let mut times = 0;
            for _ in 0..3 {
                clean.judge(text, own, || {
                    times += 1;
                    found
                });
            }
            times
        };
        assert_eq!(times("Педагогический совет школы", false, false), 1);
        assert_eq!(times("Педагогический совет школы", true, true), 3);
        assert_eq!(times("Телефон 8 913 000-00-00", false, true), 3);
        assert_eq!(times("май", false, false), 3);
    }
}
