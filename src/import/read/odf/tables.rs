//! Tables of OpenDocument, which are the sheets of its workbooks as well.

use crate::import::paper::{At, Block, Emphasis, Grid, Paragraph};
use crate::import::read::failure::ReadFailure;
use crate::import::read::lay::{self, LooseCell, LooseRow};
use crate::import::read::odf::state::{Flow, Place, Reading, enough};
use crate::import::read::odf::styles::Style;
use crate::import::read::room::MOST_COLUMNS;
use crate::import::read::xml::Node;

/// Times that one row with words may be repeated.
const MOST_REPEATED: usize = 1_000;

impl Reading<'_, '_> {
    /// Reads a table; none when nothing is in it or nobody sees it.
    ///
    /// # Errors
    /// When there is more than may be read.
    pub fn table(&mut self, node: &Node, flow: &Flow) -> Result<Option<Grid>, ReadFailure> {
        enough(flow.depth)?;
        self.room.take(0)?;
        let sheet = self.sheets && flow.place.is_none();
        let name = node.attribute("table:name").unwrap_or_default();
        let at = flow.place.clone().unwrap_or_else(|| {
            self.tables += 1;
            At {
                sheet: sheet.then(|| name.to_owned()),
                table: self.tables,
                ..At::default()
            }
        });
        let style = self
            .styles
            .style("table", node.attribute("table:style-name"));
        if style.hidden == Some(true) {
            self.tables -= u32::from(flow.place.is_none());
            self.remark(
                &at,
                "лист скрыт и не взят: покажите его, если в нём план".to_owned(),
            );
            return Ok(None);
        }
        let mut rows = Rows {
            place: flow.place.clone(),
            at: at.clone(),
            depth: flow.depth,
            number: 0,
            rows: Vec::new(),
        };
        self.rows(node, false, &mut rows)?;
        let mut rows = rows.rows;
        if sheet {
            trim(&mut rows);
        }
        if rows.is_empty() {
            return Ok(None);
        }
        lay::grid(rows, at, &mut self.room).map(Some)
    }

    fn rows(&mut self, node: &Node, heading: bool, rows: &mut Rows) -> Result<(), ReadFailure> {
        for child in node.nodes() {
            match child.name() {
                "table:table-header-rows" => self.rows(child, true, rows)?,
                "table:table-rows" | "table:table-row-group" => self.rows(child, heading, rows)?,
                "table:table-row" => self.row(child, heading, rows)?,
                _ => {}
            }
        }
        Ok(())
    }

    fn row(&mut self, node: &Node, heading: bool, rows: &mut Rows) -> Result<(), ReadFailure> {
        let repeated = repeated(node, "table:number-rows-repeated");
        let first = rows.number + 1;
        rows.number = rows
            .number
            .saturating_add(u32::try_from(repeated).unwrap_or(u32::MAX));
        let at = rows.place.clone().unwrap_or(At {
            row: first,
            ..rows.at.clone()
        });
        match node.attribute("table:visibility") {
            Some("collapse") => {
                let text = node.letters();
                if !text.trim().is_empty() {
                    self.remark(&at, format!("скрытая строка не взята: «{}»", text.trim()));
                }
                return Ok(());
            }
            Some("filter") => {
                let words = "строка отфильтрована, но взята: проверьте, нужна ли она";
                self.remark(&at, words.to_owned());
            }
            _ => {}
        }
        let cells = self.cells(node, &at, rows.depth)?;
        let empty = cells.iter().all(is_empty);
        // A sheet ends with a million empty rows that are written as one.
        let count = if empty {
            1
        } else {
            repeated.min(MOST_REPEATED)
        };
        rows.rows.push(LooseRow {
            cells,
            heading,
            at: at.clone(),
        });
        for number in 1..count {
            let at = At {
                row: first + number as u32,
                ..at.clone()
            };
            let cells = self.cells(node, &at, rows.depth)?;
            rows.rows.push(LooseRow { cells, heading, at });
        }
        Ok(())
    }

    fn cells(&mut self, node: &Node, at: &At, depth: usize) -> Result<Vec<LooseCell>, ReadFailure> {
        let mut cells = Vec::new();
        for cell in node.nodes() {
            // Covered cells are known from the cell that covers them.
            if cell.name() != "table:table-cell" {
                continue;
            }
            let mut times = repeated(cell, "table:number-columns-repeated").min(MOST_COLUMNS);
            while times > 0 {
                times -= 1;
                self.room.take(0)?;
                cells.push(self.cell(cell, at, depth)?);
            }
            // Thousands of empty cells at the end of a row of a sheet are one.
            if cells.len() > MOST_COLUMNS {
                break;
            }
        }
        Ok(cells)
    }

    fn cell(&mut self, node: &Node, at: &At, depth: usize) -> Result<LooseCell, ReadFailure> {
        let spans = |name: &str| {
            node.attribute(name)
                .and_then(|count| count.parse::<usize>().ok())
        };
        let mut flow = Flow {
            blocks: Vec::new(),
            place: Some(at.clone()),
            depth: depth + 1,
        };
        for child in node.nodes() {
            if child.name() == "office:annotation" {
                let text = child.letters();
                self.remark(
                    at,
                    format!("примечание рецензента не взято: «{}»", text.trim()),
                );
            } else {
                self.piece(child, &mut flow, &mut Place::default())?;
            }
        }
        let mut cell = LooseCell {
            span: spans("table:number-columns-spanned")
                .unwrap_or(1)
                .clamp(1, MOST_COLUMNS),
            down: spans("table:number-rows-spanned").unwrap_or(1),
            ..LooseCell::default()
        };
        let style = self
            .styles
            .style("table-cell", node.attribute("table:style-name"));
        for block in flow.blocks {
            match block {
                Block::Paragraph(paragraph) => cell.paragraphs.push(self.styled(paragraph, &style)),
                Block::Table(grid) => cell.tables.push(grid),
            }
        }
        Ok(cell)
    }

    /// In a workbook the cell says how its words are set.
    fn styled(&self, mut paragraph: Paragraph, style: &Style) -> Paragraph {
        if self.sheets && paragraph.emphasis == Emphasis::None {
            paragraph.emphasis = match (style.bold, style.italic) {
                (Some(true), _) => Emphasis::Bold,
                (_, Some(true)) => Emphasis::Italic,
                _ => Emphasis::None,
            };
            paragraph.centred |= style.centred.unwrap_or(false);
        }
        paragraph
    }
}

/// Rows of a table that are being gathered.
struct Rows {
    place: Option<At>,
    at: At,
    depth: usize,
    number: u32,
    rows: Vec<LooseRow>,
}

fn repeated(node: &Node, name: &str) -> usize {
    let count = node.attribute(name).and_then(|count| count.parse().ok());
    count.unwrap_or(1)
}

fn is_empty(cell: &LooseCell) -> bool {
    let blank = |paragraph: &Paragraph| paragraph.text.trim().is_empty();
    cell.tables.is_empty() && cell.paragraphs.iter().all(blank)
}

/// A sheet is larger than what stands in it: empty rows at its ends, empty columns at the right, and all but one of the
/// empty rows that follow each other are left out.
fn trim(rows: &mut Vec<LooseRow>) {
    let blank = |row: &LooseRow| row.cells.iter().all(is_empty);
    let mut before = true;
    rows.retain(|row| {
        let keep = !(before && blank(row));
        before = blank(row);
        keep
    });
    if rows.last().is_some_and(blank) {
        rows.pop();
    }
    for row in rows {
        while row
            .cells
            .last()
            .is_some_and(|cell| is_empty(cell) && cell.down <= 1)
        {
            row.cells.pop();
        }
    }
}
