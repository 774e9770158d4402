//! The body of a Word document: paragraphs and tables in order, whatever wraps them.

use crate::import::paper::{At, Block, Grid, Paragraph};
use crate::import::read::docx::paragraph::{Fate, paragraph};
use crate::import::read::docx::reading::Reading;
use crate::import::read::docx::spoken::{chosen, quoted, spoken};
use crate::import::read::docx::thin;
use crate::import::read::failure::ReadFailure;
use crate::import::read::lay::{self, LooseCell, LooseRow};
use crate::import::read::room::{MOST_COLUMNS, MOST_NESTED};
use crate::import::read::tally::Tally;
use crate::import::read::xml::Node;

/// Blocks that are being gathered: of the body, of a cell or of a text box.
#[derive(Debug)]
pub struct Flow {
    /// What was gathered.
    pub blocks: Vec<Block>,
    /// The place of everything in it; none in the body, where paragraphs count themselves.
    place: Option<At>,
    /// Tables around it.
    depth: usize,
    /// Words of paragraphs whose end is deleted.
    joined: Option<(Paragraph, Tally)>,
}

impl Flow {
    /// The flow of the body.
    pub fn body() -> Flow {
        Flow::inside(None, 0)
    }

    fn inside(place: Option<At>, depth: usize) -> Flow {
        Flow {
            blocks: Vec::new(),
            place,
            depth,
            joined: None,
        }
    }

    /// Ends the flow: words still waiting for a next paragraph stand by themselves.
    pub fn end(&mut self) {
        if let Some((mut paragraph, tally)) = self.joined.take()
            && !paragraph.text.trim().is_empty()
        {
            paragraph.emphasis = tally.emphasis();
            self.blocks.push(Block::Paragraph(paragraph));
        }
    }

    fn at(&self, reading: &mut Reading) -> At {
        self.place.clone().unwrap_or_else(|| {
            reading.paragraphs += 1;
            At {
                paragraph: reading.paragraphs,
                ..At::default()
            }
        })
    }
}

/// Adds a piece of the body to a flow.
///
/// # Errors
/// When the file holds more than may be read.
pub fn block(reading: &mut Reading, node: &Node, flow: &mut Flow) -> Result<(), ReadFailure> {
    match node.name() {
        "w:p" | "m:oMathPara" | "m:oMath" => one_paragraph(reading, node, flow),
        "w:tbl" => {
            if let Some(grid) = table(reading, node, flow)? {
                flow.blocks.push(Block::Table(grid));
            }
            Ok(())
        }
        "w:sdt" => {
            let content = node.child("w:sdtContent");
            content.map_or(Ok(()), |content| all(reading, content, flow))
        }
        "w:customXml" | "w:ins" | "w:moveTo" | "w:smartTag" => all(reading, node, flow),
        "mc:AlternateContent" => chosen(node).map_or(Ok(()), |branch| all(reading, branch, flow)),
        "w:del" | "w:moveFrom" => {
            let text = spoken(node);
            if !text.is_empty() {
                let at = flow.at(reading);
                reading.remark(
                    &at,
                    format!("удалённые при правке слова не взяты: {}", quoted(&text)),
                );
            }
            Ok(())
        }
        "w:altChunk" => {
            let at = flow.at(reading);
            reading.remark(&at, "вложенный в документ чужой файл не прочитан");
            Ok(())
        }
        _ => Ok(()),
    }
}

fn all(reading: &mut Reading, node: &Node, flow: &mut Flow) -> Result<(), ReadFailure> {
    node.nodes()
        .try_for_each(|child| block(reading, child, flow))
}

fn one_paragraph(reading: &mut Reading, node: &Node, flow: &mut Flow) -> Result<(), ReadFailure> {
    let at = flow.at(reading);
    let mut read = paragraph(reading, node, at)?;
    if let Some((before, tally)) = flow.joined.take() {
        read.paragraph.text.insert_str(0, &before.text);
        read.tally.join(tally);
    }
    read.paragraph.emphasis = read.tally.emphasis();
    let at = read.paragraph.at.clone();
    match read.fate {
        Fate::Stands => flow.blocks.push(Block::Paragraph(read.paragraph)),
        Fate::Joins => flow.joined = Some((read.paragraph, read.tally)),
        Fate::Vanishes => {}
    }
    for content in read.boxes {
        reading.remark(
            &at,
            "текст надписи (рамки) поставлен после абзаца, у которого она стоит",
        );
        let mut inner = Flow::inside(Some(at.clone()), flow.depth + 1);
        enough(inner.depth)?;
        all(reading, content, &mut inner)?;
        inner.end();
        flow.blocks.append(&mut inner.blocks);
    }
    Ok(())
}

fn table(reading: &mut Reading, node: &Node, flow: &Flow) -> Result<Option<Grid>, ReadFailure> {
    enough(flow.depth)?;
    let at = flow.place.clone().unwrap_or_else(|| {
        reading.tables += 1;
        At {
            table: reading.tables,
            ..At::default()
        }
    });
    let mut found = Vec::new();
    parts(node, "w:tr", &mut found);
    let mut rows = Vec::with_capacity(found.len());
    for (number, row) in found.into_iter().enumerate() {
        // A table in a cell is looked for by the row of the outer one.
        let place = match &flow.place {
            Some(outer) => outer.clone(),
            None => At {
                row: number as u32 + 1,
                ..at.clone()
            },
        };
        if let Some(row) = one_row(reading, row, place, flow.depth)? {
            rows.push(row);
        }
    }
    if rows.is_empty() {
        return Ok(None);
    }
    thin::without_gaps(&mut rows, &thin::widths(node));
    let mut grid = lay::grid(rows, at, &mut reading.room)?;
    covered_words(reading, &mut grid);
    Ok(Some(grid))
}

fn enough(depth: usize) -> Result<(), ReadFailure> {
    if depth > MOST_NESTED {
        return Err(ReadFailure::damaged(format!(
            "таблицы вложены друг в друга глубже {MOST_NESTED} раз"
        )));
    }
    Ok(())
}

/// Rows of a table or cells of a row, whatever wraps them.
fn parts<'n>(node: &'n Node, name: &str, found: &mut Vec<&'n Node>) {
    for child in node.nodes() {
        match child.name() {
            found_name if found_name == name => found.push(child),
            "w:sdt" | "w:sdtContent" | "w:customXml" | "w:ins" | "w:moveTo" | "w:smartTag" => {
                parts(child, name, found);
            }
            "mc:AlternateContent" => {
                if let Some(branch) = chosen(child) {
                    parts(branch, name, found);
                }
            }
            _ => {}
        }
    }
}

fn one_row(
    reading: &mut Reading,
    node: &Node,
    at: At,
    depth: usize,
) -> Result<Option<LooseRow>, ReadFailure> {
    let properties = node.child("w:trPr");
    let says = |name: &str| properties.and_then(|node| node.toggle(name)) == Some(true);
    let why = if properties.is_some_and(|node| node.child("w:del").is_some()) {
        Some("строка удалена при правке и не взята")
    } else if says("w:hidden") {
        Some("скрытая строка не взята")
    } else {
        None
    };
    if let Some(why) = why {
        reading.remark(&at, format!("{why}: {}", quoted(&spoken(node))));
        return Ok(None);
    }
    let skip = |name: &str| -> usize {
        let count = properties.and_then(|node| node.value(name)?.parse().ok());
        count.unwrap_or(0).min(MOST_COLUMNS)
    };
    let mut found = Vec::new();
    parts(node, "w:tc", &mut found);
    let mut cells: Vec<LooseCell> = Vec::with_capacity(found.len());
    if skip("w:gridBefore") > 0 {
        cells.push(LooseCell::empty(skip("w:gridBefore")));
    }
    for cell in found {
        one_cell(reading, cell, &at, depth, &mut cells)?;
    }
    if cells.is_empty() {
        return Ok(None);
    }
    if skip("w:gridAfter") > 0 {
        cells.push(LooseCell::empty(skip("w:gridAfter")));
    }
    Ok(Some(LooseRow {
        cells,
        heading: says("w:tblHeader"),
        at,
    }))
}

fn one_cell(
    reading: &mut Reading,
    node: &Node,
    at: &At,
    depth: usize,
    cells: &mut Vec<LooseCell>,
) -> Result<(), ReadFailure> {
    reading.room.take(0)?;
    let properties = node.child("w:tcPr");
    let span = properties
        .and_then(|node| node.value("w:gridSpan")?.parse::<usize>().ok())
        .unwrap_or(1)
        .clamp(1, MOST_COLUMNS);
    let mut cell = LooseCell {
        span,
        continues: continues(properties),
        ..LooseCell::default()
    };
    if properties.is_some_and(|node| node.child("w:cellDel").is_some()) {
        let text = spoken(node);
        reading.remark(
            at,
            format!("ячейка удалена при правке и не взята: {}", quoted(&text)),
        );
        cells.push(cell);
        return Ok(());
    }
    let mut flow = Flow::inside(Some(at.clone()), depth + 1);
    all(reading, node, &mut flow)?;
    flow.end();
    for block in flow.blocks {
        match block {
            Block::Paragraph(paragraph) => cell.paragraphs.push(paragraph),
            Block::Table(grid) => cell.tables.push(grid),
        }
    }
    // An old way to merge: the cell belongs to the one at its left.
    let merged = properties.and_then(|node| node.child("w:hMerge"));
    let goes_on = merged.is_some_and(|merge| merge.val() != Some("restart"));
    match cells.last_mut().filter(|_| goes_on) {
        Some(left) => {
            left.span += cell.span;
            let filled = |paragraph: &Paragraph| !paragraph.text.trim().is_empty();
            left.paragraphs
                .extend(cell.paragraphs.into_iter().filter(filled));
            left.tables.extend(cell.tables);
        }
        None => cells.push(cell),
    }
    Ok(())
}

fn continues(properties: Option<&Node>) -> bool {
    let Some(properties) = properties else {
        return false;
    };
    let merged = properties.child("w:vMerge");
    let tracked = properties
        .child("w:cellMerge")
        .and_then(|merge| merge.attribute("w:vMerge"));
    merged.is_some_and(|merge| merge.val() != Some("restart")) || tracked == Some("cont")
}

/// Words in a cell that continues another are kept in the file but seen by nobody.
fn covered_words(reading: &mut Reading, grid: &mut Grid) {
    for row in &mut grid.rows {
        for cell in row.cells.iter_mut().filter(|cell| cell.continues) {
            let text = cell.text();
            if !text.is_empty() {
                let words = format!(
                    "слова в закрытой объединением ячейке не взяты: {}",
                    quoted(&text)
                );
                reading.remark(&row.at, words);
            }
            cell.paragraphs.clear();
            cell.tables.clear();
        }
    }
}
