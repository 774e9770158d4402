//! Something else stands at an address that was published (П211, error).
//!
//! Why: whoever kept the link would be shown another thing than the one that was promised there. Most often numbers of
//! measures were shifted by a new row, or two files were given each other's names.
//!
//! Example: a new measure in the middle of a plan got the id `m05`, and the old `m05` became `m06`.

use std::collections::BTreeMap;

use crate::diag::Diagnostic;
use crate::diag::codes;
use crate::model::portal::Portal;
use crate::site::Site;
use crate::site::lasting::answer::Taken;
use crate::text::russian::counted;

/// Finds addresses that were given to something else; those of one folder are one message.
pub fn check(_portal: &Portal, site: &Site, found: &mut Vec<Diagnostic>) {
    let mut folders: BTreeMap<&str, Vec<&Taken>> = BTreeMap::new();
    for taken in &site.lasting().taken {
        let folder = taken.address.trim_end_matches('/').rsplit_once('/');
        let folder = folder.map_or("", |(folder, _)| folder);
        folders.entry(folder).or_default().push(taken);
    }
    found.extend(folders.into_values().map(|taken| describe(&taken)));
}

fn describe(taken: &[&Taken]) -> Diagnostic {
    let first = taken[0];
    let before = match first.before.as_str() {
        "" => String::new(),
        title => format!(" «{title}»"),
    };
    let mut message = format!(
        "адрес /{} уже занят: по нему {} {}{before}, а теперь {}",
        first.address,
        first.kind.was(),
        first.kind.word(),
        match first.now.as_str() {
            "" => "другое".to_owned(),
            title => format!("«{title}»"),
        }
    );
    if taken.len() > 1 {
        let all = counted(taken.len(), ["адрес", "адреса", "адресов"]);
        message.push_str(&format!("; всего в этой папке так заняты {all}"));
    }
    let error = Diagnostic::error(codes::TAKEN_ADDRESS, first.at, message)
        .related(first.lock, "здесь записано прежнее");
    let error = match &first.elsewhere {
        Some(now) => error.help(format!(
            "прежнее теперь стоит по адресу /{now}: верните ему старое имя (id или имя файла), а новому дайте имя, которого ещё не было"
        )),
        None => error.help("дайте новому имя (id или имя файла), которого ещё не было"),
    };
    error.help(format!(
        "если так и задумано, скажите почему: portal ids reused {} --reason \"ПРИЧИНА\"",
        first.address
    ))
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::fixture::{brief, portal, practice, run_whole, territory};
    use crate::diag::span::SourceId;
    use crate::model::lasting::Lock;
    use crate::model::portal::Portal;

    fn with(names: [(&str, &str); 2]) -> Portal {
        let mut place = territory("04-altay");
        place.practices = names
            .into_iter()
            .map(|(id, title)| {
                let mut one = practice(id, 3);
                one.title = title.to_owned();
                one
            })
            .collect();
        let mut portal = portal([place]);
        let lock = "[04-altay]\nplace 2026-01-15 04-altay\npractice 2026-01-15 a Один\npractice 2026-01-15 b Два\n";
        portal.lock = Lock::parse(SourceId(7), lock).0;
        portal
    }

    #[test]
    fn exchanged_addresses_are_one_message() {
        let found = run_whole(check, &with([("a", "Два"), ("b", "Один")]));
        let words = brief(&found);
        assert_eq!(words.len(), 1, "{words:?}");
        assert!(words[0].contains("/praktiki/a/ уже занят"), "{words:?}");
        assert!(found[0].help[0].contains("/praktiki/b/"));
    }

    #[test]
    fn a_title_may_be_mended() {
        assert_eq!(
            brief(&run_whole(check, &with([("a", "Один!"), ("b", "Два")]))),
            [""; 0]
        );
    }
}
