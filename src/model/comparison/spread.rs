//! How far apart the figures of many municipalities are: ends, middle and the middle half. The middle of three or four
//! says nothing, so it is given only where there are enough.

/// The spread of known values, on the scale of [`crate::model::comparison::Yardstick::value`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spread {
    /// How many values are known.
    pub known: usize,
    /// The smallest.
    pub least: i64,
    /// The greatest.
    pub most: i64,
    /// Half of the values are not greater; from [`Spread::MEDIAN_FROM`] values on.
    pub median: Option<i64>,
    /// Between them lies the middle half; from [`Spread::QUARTILES_FROM`] values on.
    pub quartiles: Option<(i64, i64)>,
}

impl Spread {
    /// So many values have a middle worth naming.
    pub const MEDIAN_FROM: usize = 5;
    /// So many values have a middle half.
    pub const QUARTILES_FROM: usize = 8;

    /// The spread of values; none without any.
    pub fn of(values: impl IntoIterator<Item = i64>) -> Option<Spread> {
        let mut values: Vec<i64> = values.into_iter().collect();
        values.sort_unstable();
        let (least, most) = (*values.first()?, *values.last()?);
        let known = values.len();
        Some(Spread {
            known,
            least,
            most,
            median: (known >= Self::MEDIAN_FROM).then(|| quantile(&values, 2)),
            quartiles: (known >= Self::QUARTILES_FROM)
                .then(|| (quantile(&values, 1), quantile(&values, 3))),
        })
    }
}

/// The value below which lie so many quarters of the sorted values; between two values in proportion.
fn quantile(values: &[i64], quarters: usize) -> i64 {
    let at = (values.len() - 1) * quarters;
    let (below, rest) = (at / 4, (at % 4) as i64);
    let low = values[below];
    let high = values.get(below + 1).copied().unwrap_or(low);
    low + (high - low) * rest / 4
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_is_named_only_where_there_are_enough() {
        assert_eq!(Spread::of([]), None);
        let four = Spread::of([40, 10, 30, 20]).expect("values");
        assert_eq!((four.least, four.most), (10, 40));
        assert_eq!((four.median, four.quartiles), (None, None));
        let five = Spread::of([50, 10, 20, 40, 30]).expect("values");
        assert_eq!((five.median, five.quartiles), (Some(30), None));
        let nine = Spread::of((1..=9).map(|value| value * 10)).expect("values");
        assert_eq!((nine.median, nine.quartiles), (Some(50), Some((30, 70))));
        let eight = Spread::of((1..=8).map(|value| value * 100)).expect("values");
        assert_eq!(
            (eight.median, eight.quartiles),
            (Some(450), Some((275, 625)))
        );
    }
}
