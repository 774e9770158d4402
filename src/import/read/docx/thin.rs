//! Columns of a table of Word that nobody sees. When the borders of rows do not quite meet, as after joining two tables or
//! pulling a border with the mouse, Word keeps a column of a millimetre between them, and neighbouring cells then seem to
//! span several columns.

use crate::import::read::lay::LooseRow;
use crate::import::read::xml::Node;

/// Columns narrower than this, in twentieths of a point, are gaps: three millimetres hold no letter.
const NARROWEST: u32 = 170;

/// Widths of the columns of a table, in twentieths of a point; nought where none is said.
pub fn widths(table: &Node) -> Vec<u32> {
    let columns = table.child("w:tblGrid").into_iter().flat_map(Node::nodes);
    columns
        .filter(|column| column.name() == "w:gridCol")
        .map(|column| {
            let width = column.attribute("w:w").and_then(|width| width.parse().ok());
            width.unwrap_or(0)
        })
        .collect()
}

/// Takes the gaps out of the rows; a gap that a cell with words stands in alone is a column.
pub fn without_gaps(rows: &mut [LooseRow], widths: &[u32]) {
    // Where no column is wide, the widths say nothing: some programs make them up.
    if widths.iter().all(|width| *width < 4 * NARROWEST) {
        return;
    }
    let mut gap: Vec<bool> = widths
        .iter()
        .map(|width| (1..NARROWEST).contains(width))
        .collect();
    for row in rows.iter() {
        let mut column = 0;
        for cell in &row.cells {
            let span = cell.span.max(1);
            let filled = !cell.tables.is_empty()
                || cell.paragraphs.iter().any(|paragraph| {
                    paragraph.number.is_some() || !paragraph.text.trim().is_empty()
                });
            let alone = gap
                .get(column..column + span)
                .is_some_and(|columns| columns.iter().all(|gap| *gap));
            if filled && alone {
                gap[column..column + span].fill(false);
            }
            column += span;
        }
    }
    if !gap.contains(&true) {
        return;
    }
    for row in rows {
        let mut column = 0;
        row.cells.retain_mut(|cell| {
            let span = cell.span.max(1);
            let kept = (column..column + span)
                .filter(|column| gap.get(*column) != Some(&true))
                .count();
            column += span;
            cell.span = kept;
            kept > 0
        });
    }
}
