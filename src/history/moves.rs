//! Sentences about files as files: another address, a picture that came or went.

use crate::history::compare::{self, Draft, Told};
use crate::history::pairs::{Pair, Side};
use crate::history::step::Step;
use crate::history::words::quote::quoted;
use crate::model::history::{Detail, Subject, What};

/// A thing that has another address on the portal.
pub fn moved(step: &Step) -> Told {
    let (Some(before), Some(after), Some(old), Some(new)) = (
        &step.pair.before,
        &step.pair.after,
        &step.before,
        &step.after,
    ) else {
        return Told::default();
    };
    let (was, is) = match step.pair.moved_territory() {
        Some((was, is)) => (was.to_string(), is.to_string()),
        None => match (&before.location.id, &after.location.id) {
            (Some(was), Some(is)) if was != is => (was.to_string(), is.to_string()),
            _ => return Told::default(),
        },
    };
    let detail = Detail {
        what: What::Moved,
        words: format!(
            "адрес страницы изменён: было {}, стало {}",
            quoted(&was),
            quoted(&is)
        ),
        before: Some(was),
        after: Some(is),
        minor: true,
    };
    let (old, subject) = (compare::subject(old), compare::subject(new));
    let mut told = Told::one(Draft::new(
        subject.clone(),
        compare::title(new),
        vec![detail],
    ));
    if old != subject {
        told.renamed.push((old, subject));
    }
    told
}

/// A file that is published as it is.
pub fn attachment(pair: &Pair) -> Told {
    let side = |side: &Option<Side>| side.as_ref().map(|side| side.file.clone());
    let (what, words) = match (side(&pair.before), side(&pair.after)) {
        (Some(before), Some(after)) if before.blob == after.blob => return Told::default(),
        (Some(_), Some(_)) => (What::Text, "файл заменён"),
        (None, _) => (What::Appeared, "файл добавлен"),
        (Some(_), None) => (What::Vanished, "файл убран"),
    };
    let path = side(&pair.after)
        .or(side(&pair.before))
        .map(|file| file.path)
        .unwrap_or_default();
    let name = path.rsplit('/').next().unwrap_or_default().to_owned();
    let detail = Detail {
        what,
        before: (what == What::Vanished).then(|| path.clone()),
        after: (what != What::Vanished).then(|| path.clone()),
        words: words.to_owned(),
        minor: false,
    };
    Told::one(Draft::new(Subject::File(path), name, vec![detail]))
}
