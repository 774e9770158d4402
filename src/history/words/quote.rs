//! Words of documents and lists inside sentences.

use crate::text::short::short;

/// The longest piece of a document that a sentence quotes, in characters. The whole is in the table of changes.
const QUOTED: usize = 200;

/// The words of a document inside a sentence.
pub fn quoted(text: &str) -> String {
    format!("«{}»", short(text, QUOTED))
}

/// «было «…», стало «…»».
pub fn was_became(before: &str, after: &str) -> String {
    format!("было {}, стало {}", quoted(before), quoted(after))
}

/// Items in one line: «апреля, мая и октября».
pub fn listed(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} и {last}", rest.join(", ")),
    }
}
