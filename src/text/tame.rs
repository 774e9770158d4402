//! Cells that a spreadsheet would run as formulas, made harmless in a way that reads back exactly.

use std::borrow::Cow;

/// What a spreadsheet takes for the beginning of a formula; the wide signs are the same to some of them.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// The cell with an apostrophe in front when it begins like a formula, or with an apostrophe of its own.
pub fn tamed(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(FORMULA) || cell.starts_with('\'') {
        return Cow::Owned(format!("'{cell}"));
    }
    Cow::Borrowed(cell)
}

/// The cell as it was before [`tamed`]. An apostrophe in front of anything else was put there by a person and stays.
pub fn untamed(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(FORMULA) || rest.starts_with('\'') => rest,
        _ => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cell_reads_back_and_none_begins_like_a_formula() {
        for cell in [
            "=1+1",
            "+7 (395) 2-22",
            "-5",
            "@SUM(A1)",
            "\tтаб",
            "'",
            "''",
            "'=1",
            "'слово",
            "–тире",
            "слово",
            "",
            "＝1",
            "\n=1",
        ] {
            let safe = tamed(cell);
            assert_eq!(untamed(&safe), cell);
            assert!(!safe.starts_with(FORMULA), "{cell}");
        }
        assert_eq!(untamed("'слово"), "'слово");
    }
}
