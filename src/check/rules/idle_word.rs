//! A word of `ids.toml` that belongs to nothing (П212): an error when its new address leads nowhere, else a warning.
//!
//! Why: a mistyped address would leave the true one without a word, and readers would be sent to a page that does not
//! exist.
//!
//! Example: `from = "38-irkutskaya/zhigalovskij/"` while the folder was `zhigalovskiy`.

use crate::diag::Diagnostic;
use crate::diag::codes;
use crate::model::portal::Portal;
use crate::site::Site;
use crate::site::lasting::answer::Why;
use crate::text::nearest::nearest_path;

/// Finds words about addresses that were never published, that still stand, or that lead nowhere.
pub fn check(_portal: &Portal, site: &Site, found: &mut Vec<Diagnostic>) {
    for idle in &site.lasting().idle {
        let address = &idle.address;
        found.push(match idle.why {
            Why::Unknown => {
                let message = format!("портал никогда не публиковал адреса /{address}");
                let warning = Diagnostic::warning(codes::IDLE_WORD, idle.at, message);
                let gone: Vec<&str> = site
                    .lasting()
                    .lost
                    .iter()
                    .map(|one| one.address.as_str())
                    .collect();
                match nearest_path(address, gone) {
                    Some(near) => warning.help(format!("возможно, вы имели в виду {near}")),
                    None => warning.help("сверьте адрес или уберите запись"),
                }
            }
            Why::Stands => Diagnostic::warning(
                codes::IDLE_WORD,
                idle.at,
                format!("по адресу /{address} страница на месте, запись ни к чему не относится"),
            )
            .help("уберите запись: она сбила бы с толку, когда страница и правда пропадёт"),
            Why::Nowhere => {
                let message = format!("на портале нет страницы с адресом /{address}");
                let error = Diagnostic::error(codes::IDLE_WORD, idle.at, message);
                match nearest_path(address, site.addresses().collect::<Vec<_>>()) {
                    Some(near) => error.help(format!("возможно, вы имели в виду {near}")),
                    None => error.help("все страницы перечислены на карте сайта: /karta-sayta/"),
                }
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::fixture::{brief, portal, practice, run_whole, territory};
    use crate::diag::Span;
    use crate::diag::span::{SourceId, Spanned};
    use crate::model::lasting::Lock;
    use crate::model::lasting::said::Moved;
    use crate::model::portal::Portal;

    fn said(from: &str, to: &str) -> Portal {
        let mut place = territory("04-altay");
        place.practices = vec![practice("b", 3)];
        let mut portal = portal([place]);
        let lock = "[04-altay]\nplace 2026-01-15 04-altay\npractice 2026-01-15 a Один\n";
        portal.lock = Lock::parse(SourceId(7), lock).0;
        let word = |text: &str| Spanned::new(text.to_owned(), Span::start_of(SourceId(8)));
        portal.said.moved = vec![Moved {
            from: word(from),
            to: word(to),
        }];
        portal
    }

    #[test]
    fn words_about_nothing_are_found() {
        let unknown = brief(&run_whole(check, &said("praktiki/x/", "praktiki/b/")));
        assert!(unknown[0].starts_with("п212"), "{unknown:?}");
        let stands = brief(&run_whole(check, &said("praktiki/b/", "praktiki/b/")));
        assert!(stands[0].starts_with("п212"), "{stands:?}");
        let nowhere = brief(&run_whole(check, &said("praktiki/a/", "praktiki/c/")));
        assert!(nowhere[0].starts_with("П212"), "{nowhere:?}");
    }

    #[test]
    fn a_word_that_leads_somewhere_is_fine() {
        assert_eq!(
            brief(&run_whole(check, &said("praktiki/a/", "praktiki/b/"))),
            [""; 0]
        );
    }
}
