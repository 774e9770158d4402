//! Something that was published stands nowhere (П210, error).
//!
//! Why: a public promise must stay where it was published. Links to it stand on paper, in letters of parents, in articles;
//! whoever follows one must learn what became of it. So a build without a word on that is refused, and the site of before
//! stays.
//!
//! Example: the file of a news item was deleted, and `ids.toml` does not say why.

use std::collections::BTreeMap;

use crate::diag::Diagnostic;
use crate::diag::codes;
use crate::model::lasting::Kind;
use crate::model::portal::Portal;
use crate::site::Site;
use crate::site::lasting::answer::Lost;
use crate::text::russian::counted;

/// From how many things of one kind in one place on they are one message.
const MANY: usize = 4;

/// Finds what was published and is nowhere; many things of one kind in one place are one message.
pub fn check(_portal: &Portal, site: &Site, found: &mut Vec<Diagnostic>) {
    let mut groups: BTreeMap<(Option<&str>, Kind, &str), Vec<&Lost>> = BTreeMap::new();
    for lost in &site.lasting().lost {
        let folder = lost.address.trim_end_matches('/').rsplit_once('/');
        let folder = folder.map_or("", |(folder, _)| folder);
        let place = lost.place.as_deref();
        groups
            .entry((place, lost.kind, folder))
            .or_default()
            .push(lost);
    }
    for lost in groups.into_values() {
        match lost.as_slice() {
            several if several.len() >= MANY => found.push(many(several)),
            few => found.extend(few.iter().map(|lost| one(lost))),
        }
    }
}

fn one(lost: &Lost) -> Diagnostic {
    let mut message = format!(
        "пропал опубликованный адрес /{}: здесь с {} {} {}",
        lost.address,
        day(&lost.since),
        lost.kind.was(),
        lost.kind.word()
    );
    if !lost.title.is_empty() {
        message.push_str(&format!(" «{}»", lost.title));
    }
    if let Some(place) = lost.place.as_ref() {
        message.push_str(&format!(" ({place})"));
    }
    let error = Diagnostic::error(codes::LOST_ADDRESS, lost.at, message);
    let error = match &lost.maybe {
        Some(now) => error.help(format!(
            "если теперь это /{now}, скажите так: portal ids moved {} {now}",
            lost.address
        )),
        None => error.help(format!(
            "если оно переехало, скажите куда: portal ids moved {} НОВЫЙ_АДРЕС",
            lost.address
        )),
    };
    error
        .help(format!(
            "если снято, скажите почему: portal ids removed {} --reason \"ПРИЧИНА\"",
            lost.address
        ))
        .help(BACK)
}

const BACK: &str =
    "если пропало нечаянно, верните файл или запись на место: прежнее имя хранит git";

fn many(lost: &[&Lost]) -> Diagnostic {
    let first = lost[0];
    let place = first.place.as_ref().map(|place| format!(" ({place})"));
    let message = format!(
        "пропали опубликованные адреса: {}{}, первый из них /{}",
        counted(lost.len(), first.kind.counted()),
        place.unwrap_or_default(),
        first.address
    );
    let error = Diagnostic::error(codes::LOST_ADDRESS, first.at, message);
    let names = lost.iter().map(|one| one.address.as_str());
    let addresses: Vec<&str> = names.collect();
    error
        .help(format!(
            "если всё это снято: portal ids removed {} --reason \"ПРИЧИНА\"",
            addresses.join(" ")
        ))
        .help("если переехало, назовите новый адрес каждого: portal ids moved СТАРЫЙ_АДРЕС НОВЫЙ_АДРЕС")
        .help(BACK)
}

/// «2026-01-15» → «15.01.2026».
fn day(iso: &str) -> String {
    let mut parts = iso.split('-');
    match (parts.next(), parts.next(), parts.next()) {
        (Some(year), Some(month), Some(day)) => format!("{day}.{month}.{year}"),
        _ => iso.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::fixture::{brief, document, portal, run_whole, territory};
    use crate::diag::span::SourceId;
    use crate::model::lasting::Lock;

    const LOCK: &str =
        "[04-altay/gornyy]\ndocument 2026-01-15 201 приказ\nplace 2026-01-15 gornyy\n";

    fn locked(lock: &str) -> Lock {
        Lock::parse(SourceId(7), lock).0
    }

    #[test]
    fn what_was_published_and_is_nowhere_is_found() {
        let mut portal = portal([territory("04-altay"), territory("04-altay/gornyy")]);
        portal.lock = locked(LOCK);
        let found = run_whole(check, &portal);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(brief(&found)[0].contains(
            "пропал опубликованный адрес /04-altay/gornyy/dokumenty/201/: здесь с 15.01.2026 был документ «приказ»"
        ));
        assert!(found[0].help[1].contains("portal ids removed 04-altay/gornyy/dokumenty/201/"));
    }

    #[test]
    fn what_stands_where_it_stood_is_no_loss() {
        let mut place = territory("04-altay/gornyy");
        place.documents = vec![document("201", 1)];
        let mut portal = portal([territory("04-altay"), place]);
        portal.lock = locked(LOCK);
        assert_eq!(brief(&run_whole(check, &portal)), [""; 0]);
    }

    #[test]
    fn a_lost_municipality_is_one_message() {
        let mut portal = portal([territory("04-altay")]);
        portal.lock = locked(LOCK);
        let found = brief(&run_whole(check, &portal));
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].contains("/04-altay/gornyy/: здесь"), "{found:?}");
    }

    #[test]
    fn many_of_one_kind_are_one_message() {
        let mut portal = portal([territory("04-altay"), territory("04-altay/gornyy")]);
        let news: String = (1..7)
            .map(|one| format!("news 2026-01-15 n{one} Новость {one}\n"))
            .collect();
        portal.lock =
            locked(&format!("{LOCK}{news}").replace("document 2026-01-15 201 приказ\n", ""));
        let found = brief(&run_whole(check, &portal));
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].contains("6 новостей"), "{found:?}");
    }
}
