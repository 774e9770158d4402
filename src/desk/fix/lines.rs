//! Which lines of a text differ from another one.

/// More lines than these are not compared one with another: what changed is shown as one piece.
const MOST: usize = 2_000;

/// Neighbouring lines that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The number of the first of them in the new text, from 1.
    pub line: usize,
    /// How they were.
    pub before: Vec<String>,
    /// How they are.
    pub after: Vec<String>,
}

/// The pieces in which two texts differ, line ends aside.
pub fn changes(before: &str, after: &str) -> Vec<Change> {
    let lines = |text: &str| -> Vec<String> {
        let text = text.trim_start_matches('\u{FEFF}');
        match text.contains('\n') {
            true => text.lines().map(str::to_owned).collect(),
            false => text.split('\r').map(str::to_owned).collect(),
        }
    };
    let (old, new) = (lines(before), lines(after));
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let tail = old[head..]
        .iter()
        .rev()
        .zip(new[head..].iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    let (old, new) = (&old[head..old.len() - tail], &new[head..new.len() - tail]);
    if old.is_empty() && new.is_empty() {
        return Vec::new();
    }
    if old.len() > MOST || new.len() > MOST {
        return vec![Change {
            line: head + 1,
            before: old.to_vec(),
            after: new.to_vec(),
        }];
    }
    pieces(old, new, head)
}

/// The pieces between the lines that both texts have; `head` lines stand before them.
fn pieces(old: &[String], new: &[String], head: usize) -> Vec<Change> {
    let common = common(old, new);
    let mut found = Vec::new();
    let (mut a, mut b) = (0, 0);
    for (old_at, new_at) in common.into_iter().chain([(old.len(), new.len())]) {
        if a < old_at || b < new_at {
            found.push(Change {
                line: head + b + 1,
                before: old[a..old_at].to_vec(),
                after: new[b..new_at].to_vec(),
            });
        }
        (a, b) = (old_at + 1, new_at + 1);
    }
    found
}

/// The longest row of lines that both have, as pairs of their places.
fn common(old: &[String], new: &[String]) -> Vec<(usize, usize)> {
    let width = new.len() + 1;
    let mut length = vec![0u32; (old.len() + 1) * width];
    for a in (0..old.len()).rev() {
        for b in (0..new.len()).rev() {
            length[a * width + b] = if old[a] == new[b] {
                length[(a + 1) * width + b + 1] + 1
            } else {
                length[(a + 1) * width + b].max(length[a * width + b + 1])
            };
        }
    }
    let mut pairs = Vec::new();
    let (mut a, mut b) = (0, 0);
    while a < old.len() && b < new.len() {
        if old[a] == new[b] {
            pairs.push((a, b));
            (a, b) = (a + 1, b + 1);
        } else if length[(a + 1) * width + b] >= length[a * width + b + 1] {
            a += 1;
        } else {
            b += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_lines_that_differ_are_shown() {
        let found = changes("а\nб\nв\nг\nд\n", "а\nБ\nв\nг\nг2\nд\n");
        let shown: Vec<(usize, usize, usize)> = found
            .iter()
            .map(|change| (change.line, change.before.len(), change.after.len()))
            .collect();
        assert_eq!(shown, [(2, 1, 1), (5, 0, 1)]);
        assert_eq!(changes("а\r\nб\r\n", "а\r\nб\r\n"), []);
        assert_eq!(changes("а\rб", "а\nб"), []);
    }
}
