//! Places that a page had and that links may still point at: each keeps its anchor, with a word on what became of it.

use serde::Serialize;

use crate::render::context::Context;
use crate::site::PageKey;
use crate::site::lasting::Answer;

/// A place that is there no more.
#[derive(Debug, Clone, Serialize)]
pub struct FormerPlace {
    /// Its anchor.
    pub anchor: String,
    /// What stood there, and what became of it.
    pub words: String,
    /// Where it stands now, relative to the page.
    pub href: Option<String>,
}

/// The places that a page had.
pub fn former(context: &Context<'_>, key: &PageKey) -> Vec<FormerPlace> {
    let all = &context.site.lasting().former;
    if all.is_empty() {
        return Vec::new();
    }
    let Some(places) = all.get(key.address().as_str()) else {
        return Vec::new();
    };
    let (linker, words) = (context.linker(key), context.words);
    let one = |place: &crate::site::lasting::Former| {
        let anchor = place.anchor.clone();
        match &place.answer {
            Answer::Moved { to } => FormerPlace {
                words: words.phrase("{1} — теперь по другому адресу:", &[&anchor]),
                href: Some(linker.path(to)),
                anchor,
            },
            Answer::Gone(gone) => {
                let name = match gone.title.is_empty() {
                    true => anchor.clone(),
                    false => format!("{anchor} — {}", gone.title),
                };
                let reason = gone.reason.as_deref().unwrap_or_default();
                let told = words.phrase("{1}. Снято. {2}", &[&name, reason]);
                FormerPlace {
                    anchor,
                    words: told.trim_end().to_owned(),
                    href: None,
                }
            }
        }
    };
    places.iter().map(one).collect()
}
