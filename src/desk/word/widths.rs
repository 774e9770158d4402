//! How wide the columns of a table are: each holds its longest word, and what is left is shared by how much there is to
//! read, so that rows are about as high in every column.

/// How wide a page of A4 on its side is between its margins of 20 and 10 mm, in twentieths of a point.
pub const TEXT_WIDTH: usize = 16_838 - 1_134 - 567;

/// Width of a letter of 12 points, in twentieths of a point; capitals are wider, most letters narrower.
const LETTER: usize = 128;

/// Width of a letter of the bold headings.
const BOLD: usize = 145;

/// Room at both sides of a cell.
const MARGINS: usize = 240;

/// A word that is longer than this many letters is broken rather than given room.
const LONGEST_WORD: usize = 17;

/// Widths in twentieths of a point, together `whole`. Each column gives its heading and its cells.
pub fn widths(columns: &[Vec<&str>], whole: usize) -> Vec<usize> {
    if columns.is_empty() {
        return Vec::new();
    }
    let least: Vec<usize> = columns.iter().map(|cells| least(cells)).collect();
    let wanted: Vec<usize> = columns.iter().map(|cells| wanted(cells)).collect();
    let (sum, all) = (
        least.iter().sum::<usize>().max(1),
        wanted.iter().sum::<usize>().max(1),
    );
    let mut widths: Vec<usize> = match whole.checked_sub(sum) {
        Some(left) => least
            .iter()
            .zip(&wanted)
            .map(|(least, wanted)| least + left * wanted / all)
            .collect(),
        None => least.iter().map(|least| least * whole / sum).collect(),
    };
    let used: usize = widths.iter().sum();
    if let Some(widest) = widths.iter_mut().max() {
        *widest += whole.saturating_sub(used);
    }
    widths
}

fn least(cells: &[&str]) -> usize {
    let longest = |cell: &str| {
        let words = cell.split([' ', '\n', '\t', '-', '/']);
        let longest = words.map(|word| word.chars().count()).max();
        longest.unwrap_or(0).min(LONGEST_WORD)
    };
    let (heading, below) = cells
        .split_first()
        .map_or(("", cells), |(first, rest)| (*first, rest));
    let below = below.iter().map(|cell| longest(cell) * LETTER).max();
    below.unwrap_or(0).max(longest(heading) * BOLD) + MARGINS
}

/// Letters of an average cell. Cells of a few letters want nothing beyond their longest word.
fn wanted(cells: &[&str]) -> usize {
    let letters: usize = cells.iter().map(|cell| cell.chars().count()).sum();
    (letters / cells.len().max(1)).saturating_sub(8)
}

/// About how many lines a text takes in a column.
pub fn lines(text: &str, width: usize) -> usize {
    let letters = (width.saturating_sub(MARGINS) / LETTER).max(1);
    text.lines()
        .map(|line| line.chars().count() / letters + 1)
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_get_little_and_measures_much() {
        let number = vec!["№ п/п", "1.", "12."];
        let title = vec![
            "Мероприятие",
            "Анализ результатов и составление перечня заданий",
        ];
        let deadline = vec!["Сроки", "в течение года"];
        let found = widths(&[number, title, deadline], 15_000);
        assert_eq!(found.iter().sum::<usize>(), 15_000);
        assert!(
            found[0] < 1_000 && found[1] > found[2] && found[2] > 1_200,
            "{found:?}"
        );
    }

    #[test]
    fn many_columns_share_a_narrow_page() {
        let found = widths(&vec![vec!["Многословность-и-обстоятельность"]; 12], 15_000);
        assert_eq!(found.iter().sum::<usize>(), 15_000);
        assert!(widths(&[], 100).is_empty());
    }
}
