//! The body of an OpenDocument file: paragraphs, lists and frames, whatever wraps them.

use crate::import::paper::{Block, Paragraph};
use crate::import::read::failure::ReadFailure;
use crate::import::read::math::mathml;
use crate::import::read::odf::state::{Flow, Place, Reading, enough};
use crate::import::read::odf::styles::Style;
use crate::import::read::odf::words::words;
use crate::import::read::xml::{self, Node};
use crate::model::plan::mark::Mark;

impl Reading<'_, '_> {
    /// Adds a piece of the body to a flow.
    ///
    /// # Errors
    /// When there is more than may be read.
    pub fn block(&mut self, node: &Node, flow: &mut Flow) -> Result<(), ReadFailure> {
        self.piece(node, flow, &mut Place::default())
    }

    /// Adds a piece of a list or of a cell to a flow.
    ///
    /// # Errors
    /// When there is more than may be read.
    pub fn piece(
        &mut self,
        node: &Node,
        flow: &mut Flow,
        place: &mut Place,
    ) -> Result<(), ReadFailure> {
        match node.name() {
            "text:p" | "text:h" => self.paragraph(node, flow, place),
            "text:list" => self.list(node, flow, place),
            "table:table" => {
                if let Some(grid) = self.table(node, flow)? {
                    flow.blocks.push(Block::Table(grid));
                }
                Ok(())
            }
            "text:tracked-changes" => {
                self.deleted(node);
                Ok(())
            }
            "text:section" if node.attribute("text:display") == Some("none") => {
                let at = self.at(flow);
                self.remark(
                    &at,
                    format!("скрытый раздел не взят: «{}»", node.letters().trim()),
                );
                Ok(())
            }
            // Settings, not words.
            "text:sequence-decls"
            | "text:variable-decls"
            | "office:forms"
            | "table:calculation-settings"
            | "table:named-expressions"
            | "table:database-ranges"
            | "text:index-title-template" => Ok(()),
            name if name.starts_with("text:") && name.ends_with("-source") => Ok(()),
            "draw:frame" | "draw:custom-shape" | "draw:text-box" => self.boxed(node, flow),
            _ => node
                .nodes()
                .try_for_each(|child| self.piece(child, flow, place)),
        }
    }

    fn paragraph(
        &mut self,
        node: &Node,
        flow: &mut Flow,
        place: &mut Place,
    ) -> Result<(), ReadFailure> {
        self.formulas(node)?;
        let at = self.at(flow);
        let style = self
            .styles
            .style("paragraph", node.attribute("text:style-name"));
        let found = words(node, &style, &self.styles, &self.around);
        self.room.take(found.text.len())?;
        let boxes = found.boxes;
        for words in found.remarks {
            self.room.take(words.len())?;
            self.remark(&at, words);
        }
        let level = node
            .attribute("text:outline-level")
            .and_then(|level| level.parse().ok());
        flow.blocks.push(Block::Paragraph(Paragraph {
            text: found.text,
            number: self.number(&style, place),
            emphasis: found.tally.emphasis(),
            centred: style.centred.unwrap_or(false),
            heading: level
                .filter(|_| node.name() == "text:h")
                .or(style.heading)
                .filter(|level| (1..=9).contains(level)),
            mark: mark(node),
            at: at.clone(),
        }));
        for content in boxes {
            self.remark(
                &at,
                "текст надписи (рамки) поставлен после абзаца, у которого она стоит".to_owned(),
            );
            self.boxed(content, flow)?;
        }
        Ok(())
    }

    fn boxed(&mut self, node: &Node, flow: &mut Flow) -> Result<(), ReadFailure> {
        let at = self.at(flow);
        let mut inner = Flow {
            blocks: Vec::new(),
            place: Some(at),
            depth: flow.depth + 1,
        };
        enough(inner.depth)?;
        for child in node.nodes() {
            self.piece(child, &mut inner, &mut Place::default())?;
        }
        flow.blocks.append(&mut inner.blocks);
        Ok(())
    }

    fn number(&mut self, style: &Style, place: &mut Place) -> Option<String> {
        if !std::mem::take(&mut place.numbered) {
            return None;
        }
        let name = place.list.clone().or_else(|| style.list.clone())?;
        let list = self.styles.list(&name)?;
        self.counters
            .next(place.counter?, list, place.level, place.own.take())
    }

    fn list(&mut self, node: &Node, flow: &mut Flow, around: &Place) -> Result<(), ReadFailure> {
        let inner = around.counter.is_some();
        let list = node
            .attribute("text:style-name")
            .map(str::to_owned)
            .or_else(|| around.list.clone());
        let counter = match around.counter {
            Some(counter) => counter,
            None => self.counters.begin(node),
        };
        for item in node.nodes() {
            let mut place = Place {
                counter: Some(counter),
                list: list.clone(),
                level: if inner { around.level + 1 } else { 0 },
                numbered: item.name() == "text:list-item",
                own: item
                    .attribute("text:start-value")
                    .and_then(|start| start.parse().ok()),
            };
            for child in item.nodes() {
                self.piece(child, flow, &mut place)?;
            }
        }
        Ok(())
    }

    fn deleted(&mut self, node: &Node) {
        for region in node.nodes() {
            let Some(deletion) = region.child("text:deletion") else {
                continue;
            };
            let text: String = deletion
                .nodes()
                .filter(|child| child.name() != "office:change-info")
                .map(Node::letters)
                .collect::<Vec<_>>()
                .join(" ");
            let id = region
                .attribute("xml:id")
                .or(region.attribute("text:id"))
                .unwrap_or_default();
            self.around.deleted.insert(id.to_owned(), text);
        }
    }

    /// Formulas are documents of their own beside the text.
    fn formulas(&mut self, node: &Node) -> Result<(), ReadFailure> {
        if node.name() == "draw:object"
            && let Some(name) = node.attribute("xlink:href")
        {
            let name = name
                .trim_start_matches("./")
                .trim_end_matches('/')
                .to_owned();
            if let Some(text) = self.archive.text(&format!("{name}/content.xml"))? {
                let root = xml::tree(&name, &text)?;
                if root.name() == "math:math" {
                    self.around.formulas.insert(name, mathml::line(&root));
                }
            }
        }
        node.nodes().try_for_each(|child| self.formulas(child))
    }
}

/// What this portal marked the paragraph as: LibreOffice keeps the bookmarks of a Word document.
fn mark(node: &Node) -> Option<Mark> {
    node.nodes()
        .filter(|child| matches!(child.name(), "text:bookmark-start" | "text:bookmark"))
        .find_map(|child| Mark::parse(child.attribute("text:name")?))
}
