//! Long texts cut for lists and sentences.

/// The text on one line, cut at a word boundary so that it has at most `limit` characters, «…» included.
pub fn short(text: &str, limit: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= limit {
        return line;
    }
    let mut cut: String = line.chars().take(limit.saturating_sub(1)).collect();
    if let Some(at) = cut.rfind(' ') {
        cut.truncate(at);
    }
    // A short word left hanging before the dots («по …») reads badly, and so do marks.
    while let Some(at) = cut
        .rfind(' ')
        .filter(|at| cut[at + 1..].chars().count() < 3)
    {
        cut.truncate(at);
    }
    let kept = cut
        .trim_end_matches([',', '.', ';', ':', '—', '–', '-', '(', '«', ' '])
        .len();
    cut.truncate(kept);
    cut.push('…');
    cut
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_cut_between_words() {
        assert_eq!(short("Приказ", 10), "Приказ");
        assert_eq!(
            short("Формирование муниципальной рабочей группы", 30),
            "Формирование муниципальной…"
        );
        assert_eq!(short("Работа по со школами, в районе", 13), "Работа…");
        assert_eq!(short("a\n  b", 10), "a b");
    }
}
