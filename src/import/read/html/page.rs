//! A web page while it is read: what each tag opens and closes.

use crate::import::paper::Paper;
use crate::import::read::failure::ReadFailure;
use crate::import::read::html::look::{inside, is_gap, numbers};
use crate::import::read::html::state::{Attribute, List, Open, Page};

/// Open elements; what is nested deeper has the look of the deepest one.
const MOST_OPEN: usize = 256;

impl Page {
    /// An opening tag.
    ///
    /// # Errors
    /// When there is more than may be read.
    pub fn open(
        &mut self,
        name: &str,
        attribute: Attribute<'_>,
        closed: bool,
    ) -> Result<(), ReadFailure> {
        match name {
            "table" => self.begin_table()?,
            "thead" | "tbody" | "tfoot" => {
                self.end_row()?;
                if let Some(table) = self.tables.last_mut() {
                    table.head = name == "thead";
                }
                return Ok(());
            }
            "tr" => return self.begin_row(),
            "td" | "th" => self.begin_cell(attribute)?,
            "br" => self.line_break(),
            "img" => self.picture(attribute),
            // The number of an item belongs to its first paragraph.
            "p" | "div" if self.line.waits() => {}
            "p" | "li" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.end_line()?;
                self.line.own = true;
            }
            _ if is_block(name) => self.end_line()?,
            _ => {}
        }
        let around = self.look();
        let look = inside(name, attribute, around);
        match name {
            "ul" | "ol" => self.lists.push(List {
                writing: numbers(name, attribute),
                next: attribute("start")
                    .and_then(|start| start.trim().parse().ok())
                    .unwrap_or(1),
            }),
            "li" => self.number(attribute),
            "span" if is_gap(&attribute("style").unwrap_or_default()) => self.gap(),
            _ => {}
        }
        if is_block(name) {
            self.line.heading = name
                .strip_prefix('h')
                .and_then(|level| level.parse().ok())
                .filter(|level| (1..=6).contains(level));
        }
        if !is_void(name) && !closed && self.open.len() < MOST_OPEN {
            self.open.push(Open {
                name: name.to_owned(),
                look,
            });
        }
        Ok(())
    }

    /// An end tag.
    ///
    /// # Errors
    /// When there is more than may be read.
    pub fn close(&mut self, name: &str) -> Result<(), ReadFailure> {
        match name {
            "table" => return self.end_table(),
            "tr" => return self.end_row(),
            "thead" | "tbody" | "tfoot" => {
                self.end_row()?;
                if let Some(table) = self.tables.last_mut() {
                    table.head = false;
                }
                return Ok(());
            }
            "td" | "th" => return self.end_cell(),
            "br" => self.line_break(),
            "ul" | "ol" => {
                self.end_line()?;
                let floor = self.tables.last().map_or(0, |table| table.cell_lists);
                if self.lists.len() > floor {
                    self.lists.pop();
                }
            }
            _ if is_block(name) => self.end_line()?,
            _ => {}
        }
        let floor = self.floor();
        let found = self.open[floor..]
            .iter()
            .rposition(|open| open.name == name);
        if let Some(index) = found {
            self.open.truncate(floor + index);
        }
        Ok(())
    }

    /// Letters between tags.
    pub fn words(&mut self, words: &str) {
        self.put(words);
    }

    /// The paper, when all was read.
    ///
    /// # Errors
    /// When there is more than may be read.
    pub fn end(mut self) -> Result<Paper, ReadFailure> {
        while !self.tables.is_empty() {
            self.end_table()?;
        }
        self.end_line()?;
        Ok(self.paper)
    }

    /// End tags in a cell close nothing outside of it.
    fn floor(&self) -> usize {
        let floor = self.tables.last().map_or(0, |table| match table.cell {
            Some(_) => table.cell_open,
            None => table.open,
        });
        floor.min(self.open.len())
    }
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "li"
            | "ul"
            | "ol"
            | "dl"
            | "dt"
            | "dd"
            | "blockquote"
            | "pre"
            | "section"
            | "article"
            | "header"
            | "footer"
            | "main"
            | "nav"
            | "aside"
            | "address"
            | "center"
            | "form"
            | "fieldset"
            | "hr"
            | "figure"
            | "figcaption"
            | "caption"
            | "body"
            | "details"
            | "summary"
    )
}

fn is_void(name: &str) -> bool {
    matches!(
        name,
        "br" | "img"
            | "hr"
            | "meta"
            | "link"
            | "input"
            | "col"
            | "colgroup"
            | "area"
            | "base"
            | "wbr"
            | "embed"
            | "source"
            | "track"
            | "param"
    )
}
