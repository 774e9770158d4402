//! «Что изменилось» on the whole portal.

use crate::render::context::Context;
use crate::render::shell::{Head, Shell};
use crate::render::theme::ThemeError;
use crate::render::views::frame::framed;
use crate::render::views::parts::changes::Teller;
use crate::render::views::parts::link::Link;
use crate::site::PageKey;
use crate::site::changes::years;
use crate::site::feeds::ChangeFeed;

/// The HTML of the page: the latest changes, or all of a year.
///
/// # Errors
/// When the template is at fault.
pub fn html(context: &Context<'_>, year: Option<i16>) -> Result<String, ThemeError> {
    let key = PageKey::Changes(year);
    let linker = context.linker(&key);
    let history = &context.portal.history;
    let links = years(history, None).into_iter().map(|year| Link {
        text: year.to_string(),
        href: linker.page(&PageKey::Changes(Some(year))),
    });
    let teller = Teller {
        context,
        linker: &linker,
        with_places: true,
    };
    let view = teller.view(
        history.changes().iter(),
        year,
        links.collect(),
        &ChangeFeed(None),
    );
    let words = context.words;
    let latest = words.phrase("Что изменилось", &[]);
    let head = match year {
        None => Head {
            title: latest,
            description: words.phrase(
                "Что менялось в планах, документах и новостях портала: сроки, показатели, ответственные, подтверждения.",
                &[],
            ),
            parents: Vec::new(),
        },
        Some(year) => Head {
            title: words.phrase("Что изменилось: {1} год", &[&year.to_string()]),
            description: words.phrase("Все изменения на портале за {1} год.", &[&year.to_string()]),
            parents: vec![(latest, PageKey::Changes(None))],
        },
    };
    framed(
        context,
        "changes.html",
        &Shell::new(context, &key, head),
        &view,
    )
}
