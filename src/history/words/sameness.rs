//! How alike two texts are: the same, the same with a slip of the pen mended, or others.

/// The text on one line: spaces of any kind and number are one space.
pub fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// True when two texts differ in spaces at most.
pub fn same(before: &str, after: &str) -> bool {
    before.split_whitespace().eq(after.split_whitespace())
}

/// True when only marks, capital letters and «ё» differ. Of names more would be too much: «Иванов» is not «Иванова».
pub fn same_letters(before: &str, after: &str) -> bool {
    words(before) == words(after)
}

/// True when only the writing differs: marks, capital letters, «ё», or one or two letters of a long word. Another
/// number, another short word or a lost «не» is another meaning.
pub fn only_written_otherwise(before: &str, after: &str) -> bool {
    let (before, after) = (words(before), words(after));
    before.len() == after.len()
        && before
            .iter()
            .zip(&after)
            .all(|(before, after)| one_word(before, after))
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| word.to_lowercase().replace('ё', "е"))
        .collect()
}

fn one_word(before: &str, after: &str) -> bool {
    if before == after {
        return true;
    }
    let digits = |word: &str| word.contains(|c: char| c.is_ascii_digit());
    let shorter = before.chars().count().min(after.chars().count());
    if digits(before) || digits(after) || shorter < 4 {
        return false;
    }
    // «Школьных» and «дошкольных», «успешность» and «неуспешность» are other words.
    let starts_alike = before.chars().next() == after.chars().next();
    let edits = strsim::osa_distance(before, after);
    starts_alike && edits <= if shorter < 8 { 1 } else { 2 } && !is_month(before)
}

/// «Июня» and «июля» differ in a letter.
fn is_month(word: &str) -> bool {
    word.starts_with("июн")
        || word.starts_with("июл")
        || word.starts_with("мар")
        || word.starts_with("мая")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_are_no_difference() {
        assert!(same("Март\r\n апрель", "Март апрель"));
        assert!(!same("март", "Март"));
    }

    #[test]
    fn a_slip_of_the_pen_is_told_from_another_meaning() {
        assert!(same_letters("Королёва Л.В.", "Королева Л. В."));
        assert!(!same_letters("Иванов И.И.", "Иванова И.И."));
        let alike = only_written_otherwise;
        assert!(alike("Утвержедние плана", "Утверждение плана"));
        assert!(alike("План \"Успех\"", "План «Успех»"));
        assert!(alike("учет", "учёт"));
        assert!(!alike("5 школ", "6 школ"));
        assert!(!alike("до июня", "до июля"));
        assert!(!alike("не участвуют", "участвуют"));
        assert!(!alike("школьных программ", "дошкольных программ"));
        assert!(!alike("в школе", "на школе"));
    }
}
