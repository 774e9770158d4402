//! Some of the terms or phrases of the vocabulary.

/// Numbers below a bound, a bit each: whether one is among them is asked for each rule that a text may fulfil.
#[derive(Debug, Clone)]
pub struct Numbers(Vec<u64>);

impl Numbers {
    /// Those that lie below `bound`.
    pub fn of(numbers: impl Iterator<Item = u32>, bound: usize) -> Numbers {
        let mut all = Numbers(vec![0; bound.div_ceil(64)]);
        numbers.for_each(|number| all.add(number));
        all
    }

    /// Adds a number, unless it lies above the bound.
    pub fn add(&mut self, number: u32) {
        if let Some(part) = self.0.get_mut(number as usize / 64) {
            *part |= 1 << (number % 64);
        }
    }

    /// Whether a number is among them.
    pub fn has(&self, number: u32) -> bool {
        let part = self.0.get(number as usize / 64);
        part.is_some_and(|part| part >> (number % 64) & 1 == 1)
    }
}
