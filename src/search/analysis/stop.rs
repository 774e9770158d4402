//! Words that say nothing about a page.

/// Folded, sorted. Question words and verbs of asking are here as well: readers write whole questions.
#[rustfmt::skip]
const STOP: &[&str] = &[
    "без", "бы", "быть", "вам", "вас", "во", "вот", "все", "всех", "вы", "где", "для", "до", "его", "ее",
    "если", "есть", "еще", "же", "за", "из", "или", "им", "ими", "их", "как", "какая", "какие", "каким",
    "какого", "какой", "какую", "когда", "которая", "которого", "которой", "которые", "который", "которых",
    "кто", "куда", "ли", "либо", "лишь", "меня", "мне", "можно", "мой", "мы", "на", "над", "нам", "нас",
    "наш", "не", "него", "нее", "нет", "ни", "них", "но", "ну", "об", "она", "они", "оно", "от", "ото",
    "перед", "по", "под", "при", "про", "себе", "себя", "со", "собой", "собою", "так", "такая", "такие",
    "такое", "такой", "там", "то", "тоже", "только", "ту", "ты", "уже", "чего", "чем", "через", "что",
    "чтобы", "эта", "эти", "этих", "это", "этого", "этой", "этом", "этот", "эту",
];

/// Whether the folded word is a stop word. Single letters are, single digits are not.
pub fn is_stop(word: &str) -> bool {
    let mut letters = word.chars();
    match (letters.next(), letters.next()) {
        (Some(only), None) => !only.is_ascii_digit(),
        _ => STOP.binary_search(&word).is_ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::STOP;

    #[test]
    fn the_list_is_sorted() {
        assert!(STOP.is_sorted());
    }
}
