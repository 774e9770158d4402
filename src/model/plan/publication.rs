//! Which measures promise to publish something: a section of a site, news, links. The annual report asks for their
//! addresses (document E, measures 4 and 5: «Ссылка на новости о работе ШНОР…», «Ссылки на разделы сайтов»).

use crate::model::plan::roadmap::Event;
use crate::text::russian::lowercase;

/// Beginnings of words that speak of publishing.
const SIGNS: &[&str] = &["ссылк", "размещ", "размест", "сайт", "опублик", "публикац"];

/// Whether a measure promises to publish something, by the words of its title, indicator or result.
pub fn asks_to_publish(event: &Event) -> bool {
    let cells = event.indicator.iter().chain(&event.result);
    let texts = cells.map(|cell| cell.value.verbatim.as_str());
    texts
        .chain([event.title.value.as_str()])
        .any(speaks_of_publishing)
}

fn speaks_of_publishing(text: &str) -> bool {
    let text = lowercase(text);
    let mut words = text.split(|c: char| !c.is_alphabetic());
    words.any(|word| SIGNS.iter().any(|sign| word.starts_with(sign)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_publishing_are_known_in_any_form() {
        for text in [
            "Ссылки на разделы сайтов",
            "Размещено не менее 1 новости в месяц",
            "Создание и размещение на сайтах РУО разделов",
            "Публикация материалов",
        ] {
            assert!(speaks_of_publishing(text), "{text}");
        }
        assert!(!speaks_of_publishing("Протокол совещания"));
        assert!(!speaks_of_publishing("Рассмотрение на совещании"));
    }
}
