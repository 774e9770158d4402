//! Figures of ranking. Only operations that every processor and every browser rounds alike: an answer in the terminal and
//! one on the page have the same order.

use crate::search::index::weights::{LEVELS, STEP};

/// Logarithm to base 2 of a number from 1 on, by halving and squaring.
pub fn log2(number: f64) -> f64 {
    let mut rest = number;
    let mut result = 0.0;
    while rest >= 2.0 {
        rest /= 2.0;
        result += 1.0;
    }
    let mut bit = 0.5;
    for _ in 0..12 {
        rest *= rest;
        if rest >= 2.0 {
            rest /= 2.0;
            result += bit;
        }
        bit /= 2.0;
    }
    result
}

/// How telling a word is that stands in `own` of `all` documents.
pub fn rarity(own: f64, all: u32) -> f64 {
    log2(1.0 + f64::from(all) / (own + 0.5))
}

/// Worth of a level, 0 to 1.
pub fn worth(level: u32) -> f64 {
    let mut worth = 1.0;
    for _ in level + 1..LEVELS {
        worth /= STEP;
    }
    worth
}

/// How much it counts that two words stand `off` words from where the query has them.
pub fn nearness(off: u32) -> f64 {
    match off {
        0 => 1.0,
        1 => 0.7,
        2 | 3 => 0.4,
        4..=8 => 0.15,
        _ => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logarithms_are_near_enough() {
        for number in [1.0, 1.5, 2.0, 3.0, 10.0, 1000.0, 345_000.0] {
            assert!((log2(number) - f64::log2(number)).abs() < 0.001, "{number}");
        }
    }

    #[test]
    fn rare_words_tell_more() {
        assert!(rarity(1.0, 500) > rarity(100.0, 500));
        assert!(rarity(500.0, 500) > 0.0);
    }
}
