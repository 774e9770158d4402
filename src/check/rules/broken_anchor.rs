//! A link leads to an existing page, but to a place that is not on it (П302, error).
//!
//! Why: the reader lands at the top of a long plan and has to search for the row that was meant.
//!
//! Example: `[мероприятие 7](/38-irkutskaya/zhigalovskiy/plan/2023/#m70)` in a plan that ends with `m30`.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::check::broken::covers_address;
use crate::check::links::{Link, Target};
use crate::check::part::Part;
use crate::diag::Diagnostic;
use crate::diag::codes;
use crate::site::{PageKey, Site, anchors};
use crate::text::nearest::nearest;

/// Finds links to places that their pages do not have.
pub fn check(part: &Part<'_>, found: &mut Vec<Diagnostic>) {
    let mut known: BTreeMap<PageKey, BTreeSet<String>> = BTreeMap::new();
    for link in part.links().iter().filter(|link| !link.image) {
        let Some((page, anchor)) = place(part.site, link) else {
            continue;
        };
        let anchors = known
            .entry(page.clone().into_owned())
            .or_insert_with(|| anchors(part.portal, &page));
        // What is no more has a page that says so, or a line on the page where it stood.
        let is_former = matches!(*page, PageKey::Former(_));
        let own = page.address();
        if is_former
            || anchors.contains(anchor)
            || covers_address(part.portal, own.as_str())
            || part.site.lasting().had_place(own.as_str(), anchor)
        {
            continue;
        }
        let message = match &link.target {
            Target::Here(_) => format!("на этой странице нет места «{anchor}»"),
            _ => format!(
                "на странице /{} нет места «{anchor}»",
                page.address().as_str()
            ),
        };
        let error = Diagnostic::error(codes::BROKEN_ANCHOR, link.span, message);
        found.push(match nearest(anchor, anchors.iter().map(String::as_str)) {
            Some(near) => error.help(format!("возможно, вы имели в виду #{near}")),
            None => {
                error.help("уберите знак # и всё после него: ссылка приведёт к началу страницы")
            }
        });
    }
}

/// The page and the place on it that a link names; none without a place or without a page.
fn place<'a>(site: &'a Site, link: &'a Link<'_>) -> Option<(Cow<'a, PageKey>, &'a str)> {
    match &link.target {
        // A lone `#` is the top of any page.
        Target::Here(anchor) if !anchor.is_empty() => Some((Cow::Borrowed(&link.page), anchor)),
        Target::Root(path, Some(anchor)) => Some((site.page_at(path)?, anchor)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::fixture::{brief, portal_with_links, run};

    #[test]
    fn a_place_that_is_not_there_is_found() {
        let found = run(
            check,
            &portal_with_links(&["/04-altay/gornyy/plan/2023/#m10", "#vyvody"]),
        );
        assert_eq!(
            brief(&found),
            [
                "П302 0 на странице /04-altay/gornyy/plan/2023/ нет места «m10»",
                "П302 1 на этой странице нет места «vyvody»",
            ]
        );
        assert_eq!(found[0].help, ["возможно, вы имели в виду #m01"]);
    }

    #[test]
    fn places_that_are_there_and_pages_that_are_not_are_silent() {
        let good = [
            "/04-altay/gornyy/plan/2023/#m01",
            "/slovar/#content",
            "#",
            "#content",
            "/net/#m01",
        ];
        assert_eq!(brief(&run(check, &portal_with_links(&good))), [""; 0]);
        let mut with_broken = portal_with_links(&["/roditelyam/#kuda-zhalovatsya"]);
        with_broken.broken = vec!["questions/12-kuda-zhalovatsya.md".to_owned()];
        assert_eq!(brief(&run(check, &with_broken)), [""; 0]);
    }
}
