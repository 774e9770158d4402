//! Names inside the words of a document as links: a row of its own for what the words say already would say it twice.

use crate::render::views::parts::link::Link;
use crate::render::words::{Html, escape};
use crate::text::russian::is_word_char;

/// A name as it stands in the HTML of a cell, and where it leads.
pub struct Name {
    /// The name as the cells have it, abbreviations marked.
    pub html: Html,
    /// The link of those whose name stands nowhere.
    pub link: Link,
}

/// Makes links of the names where they stand first in the cells; gives back the links of those that stand nowhere.
pub fn linked(names: Vec<Name>, cells: &mut [&mut Html]) -> Vec<Link> {
    let left = names.into_iter().filter(|name| {
        let mut cells = cells.iter_mut();
        !cells.any(|cell| link(cell, name))
    });
    left.map(|name| name.link).collect()
}

/// Makes a link of a name where it first stands as a whole and in no other link.
fn link(cell: &mut Html, name: &Name) -> bool {
    let (text, words) = (&cell.0, name.html.0.as_str());
    let found = text.match_indices(words).find(|(at, _)| {
        let (before, after) = (&text[..*at], &text[at + words.len()..]);
        let glued = before.chars().next_back().is_some_and(is_word_char)
            || after.chars().next().is_some_and(is_word_char);
        // A name inside a tag would be a part of an explanation.
        let in_tag = before.rfind('<') > before.rfind('>');
        let in_link = before.matches("<a ").count() > before.matches("</a>").count();
        !glued && !in_tag && !in_link
    });
    let Some(at) = found.map(|(at, _)| at).filter(|_| !words.is_empty()) else {
        return false;
    };
    cell.0.insert_str(at + words.len(), "</a>");
    let open = format!("<a href=\"{}\">", escape(&name.link.href));
    cell.0.insert_str(at, &open);
    true
}

/// Links one after another.
pub fn links(links: &[Link]) -> Html {
    let one = |link: &Link| {
        let (href, text) = (escape(&link.href), escape(&link.text));
        format!("<a href=\"{href}\">{text}</a>")
    };
    Html(links.iter().map(one).collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(words: &str) -> Name {
        Name {
            html: Html(words.to_owned()),
            link: Link {
                text: words.to_owned(),
                href: "x/".to_owned(),
            },
        }
    }

    #[test]
    fn a_name_becomes_a_link_where_it_stands_as_a_whole() {
        let mut title = Html("В школах СОШ №12 и СОШ №1".to_owned());
        let mut who = Html("Лесной А.А.".to_owned());
        let left = linked(
            vec![name("СОШ №1"), name("Лесной А.А."), name("Полев Б.Б.")],
            &mut [&mut title, &mut who],
        );
        assert_eq!(title.0, "В школах СОШ №12 и <a href=\"x/\">СОШ №1</a>");
        assert_eq!(who.0, "<a href=\"x/\">Лесной А.А.</a>");
        assert_eq!(left.len(), 1);
        assert_eq!(links(&left).0, "<a href=\"x/\">Полев Б.Б.</a>");
    }

    #[test]
    fn explanations_and_links_hold_no_links() {
        let mut cell = Html("<abbr title=\"в ИРО\">КПК</abbr> <a href=\"y\">ИРО</a>".to_owned());
        let left = linked(vec![name("ИРО")], &mut [&mut cell]);
        assert_eq!(left.len(), 1);
    }
}
