//! A cell of a document as pages show it: its words, cleaned of traces of other programs, and the raw cell beside
//! them when the two differ.

use serde::Serialize;

use crate::model::id::TerritoryPath;
use crate::render::words::{Glossary, Html};
use crate::text::cell;

/// A cell for a page.
#[derive(Debug, Clone, Serialize)]
pub struct Cell<'a> {
    /// The words, one line of the page for each paragraph or list item of the cell.
    pub html: Html,
    /// The cell as it stands in the document, where that is not what is shown; an empty text is an empty cell.
    pub raw: Vec<&'a str>,
}

impl<'a> Cell<'a> {
    /// Prepares a cell. `printed` is what the paper has in its place, when an editor put a torn row together.
    pub fn new(
        text: &'a str,
        printed: Option<&'a str>,
        glossary: &Glossary<'_>,
        place: Option<&TerritoryPath>,
    ) -> Cell<'a> {
        if let Some(line) = cell::plain_line(text) {
            return Cell {
                html: glossary.html(line, place),
                raw: printed.into_iter().collect(),
            };
        }
        let lines = cell::lines(&cell::shown(text));
        let lines: Vec<String> = lines
            .iter()
            .map(|line| glossary.html(line, place).0)
            .collect();
        let leftover = cell::has_leftovers(text).then_some(text);
        // The line break after <br> keeps the words apart for programs that read only the text.
        Cell {
            html: Html(lines.join("<br>\n")),
            raw: printed.into_iter().chain(leftover).collect(),
        }
    }
}

/// Paragraphs of a text whose paragraphs are separated by blank lines.
pub fn paragraphs(text: &str, glossary: &Glossary<'_>, place: Option<&TerritoryPath>) -> Vec<Html> {
    text.split("\n\n")
        .map(str::trim)
        .filter(|paragraph| !paragraph.is_empty())
        .map(|paragraph| glossary.html(&cell::one_line(&cell::shown(paragraph)), place))
        .collect()
}

/// Lines of a printed block, each on its own line as on paper.
pub fn printed(text: &str, glossary: &Glossary<'_>, place: Option<&TerritoryPath>) -> Html {
    let lines: Vec<String> = text
        .trim()
        .lines()
        .map(|line| glossary.html(line.trim_end(), place).0)
        .collect();
    Html(lines.join("<br>\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_raw_cell_is_kept_where_it_differs() {
        let glossary = Glossary::new(&[]);
        let cell = Cell::new(
            "не менее $\\frac{3}{4}$\n- да;\n- нет",
            None,
            &glossary,
            None,
        );
        assert_eq!(cell.html.0, "не менее ¾<br>\n- да;<br>\n- нет");
        assert_eq!(cell.raw, ["не менее $\\frac{3}{4}$\n- да;\n- нет"]);
        assert!(
            Cell::new("апрель  октябрь", None, &glossary, None)
                .raw
                .is_empty()
        );
        assert_eq!(Cell::new("срок", Some(""), &glossary, None).raw, [""]);
    }
}
