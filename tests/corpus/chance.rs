//! Chance that repeats: the same seed gives the same choices on every machine. It knows nothing of texts.

/// A generator of numbers (SplitMix64): small, fast and the same everywhere.
pub struct Chance(u64);

impl Chance {
    /// Chance for one thing of a corpus: the corpus has a seed, the thing a number. Things do not disturb each other, so
    /// a municipality is the same in a corpus of a hundred and of a thousand.
    pub fn new(seed: u64, thing: u64) -> Chance {
        let mut chance = Chance(seed ^ thing.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        chance.number();
        chance
    }

    fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to `count` − 1; 0 when there is nothing to choose from.
    pub fn below(&mut self, count: usize) -> usize {
        (self.number() % count.max(1) as u64) as usize
    }

    /// A number from `from` to `to`, both included.
    pub fn between(&mut self, from: usize, to: usize) -> usize {
        from + self.below(to - from + 1)
    }

    /// True in so many cases of a hundred.
    pub fn percent(&mut self, cases: usize) -> bool {
        self.below(100) < cases
    }

    /// One of the things.
    ///
    /// # Panics
    /// When there are none: every list of the corpus has entries.
    pub fn one<'a, T>(&mut self, things: &'a [T]) -> &'a T {
        &things[self.below(things.len())]
    }

    /// One of the words of a list that is written as a text with semicolons between them.
    pub fn of(&mut self, list: &'static str) -> &'static str {
        let number = self.below(list.split(';').count());
        list.split(';').nth(number).unwrap_or_default().trim()
    }
}
