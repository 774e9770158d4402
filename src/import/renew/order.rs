//! Which measures stand elsewhere than they stood.

/// The places of a row of numbers that are out of order: as few as possible.
pub fn out_of_order(row: &[usize]) -> Vec<usize> {
    // The longest rising row that ends at each place, and the place before it.
    let mut best: Vec<(usize, Option<usize>)> = Vec::with_capacity(row.len());
    for (at, value) in row.iter().enumerate() {
        let before = (0..at)
            .filter(|&earlier| row[earlier] < *value)
            .max_by_key(|&earlier| (best[earlier].0, std::cmp::Reverse(earlier)));
        best.push((before.map_or(0, |earlier| best[earlier].0) + 1, before));
    }
    let mut rising = vec![false; row.len()];
    let mut at = (0..row.len()).max_by_key(|&at| (best[at].0, std::cmp::Reverse(at)));
    while let Some(place) = at {
        rising[place] = true;
        at = best[place].1;
    }
    (0..row.len()).filter(|&at| !rising[at]).collect()
}

#[cfg(test)]
mod tests {
    use super::out_of_order;

    #[test]
    fn few_places_are_out_of_order() {
        assert_eq!(out_of_order(&[0, 1, 3, 7]), [0; 0]);
        assert_eq!(out_of_order(&[3, 0, 1, 2]), [0]);
        assert_eq!(out_of_order(&[0, 2, 1, 3]).len(), 1);
        assert_eq!(out_of_order(&[]), [0; 0]);
    }
}
