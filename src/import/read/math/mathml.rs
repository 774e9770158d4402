//! Formulas of LibreOffice and of web pages (MathML) on a line.

use crate::import::read::math::linear::{append, fraction, lowered, operator, raised, root};
use crate::import::read::xml::Node;

/// A formula, or any piece of one, on a line.
pub fn line(node: &Node) -> String {
    let name = node.name();
    let name = name.strip_prefix("math:").unwrap_or(name);
    let parts: Vec<&Node> = node.nodes().collect();
    let part = |number: usize| parts.get(number).map(|part| line(part)).unwrap_or_default();
    match name {
        "mi" | "mn" | "mo" | "mtext" | "ms" => node.letters().trim().to_owned(),
        "mspace" => " ".to_owned(),
        "mfrac" => fraction(&part(0), &part(1)),
        "msup" | "mover" => raised(&part(0), &part(1)),
        "msub" | "munder" => lowered(&part(0), &part(1)),
        "msubsup" | "munderover" => operator(&part(0), &part(1), &part(2), ""),
        "msqrt" => root("", &joined(&parts)),
        "mroot" => root(&part(1), &part(0)),
        "mfenced" => {
            let pieces: Vec<String> = parts.iter().map(|part| line(part)).collect();
            format!("({})", pieces.join(", "))
        }
        "mtable" => {
            let rows: Vec<String> = parts.iter().map(|row| line(row)).collect();
            format!("[{}]", rows.join("; "))
        }
        "mtr" => {
            let cells: Vec<String> = parts.iter().map(|cell| line(cell)).collect();
            cells.join(", ")
        }
        // The source in another language, for programs.
        "annotation" | "annotation-xml" => String::new(),
        _ => joined(&parts),
    }
}

fn joined(parts: &[&Node]) -> String {
    let mut text = String::new();
    for part in parts {
        append(&mut text, &line(part));
    }
    text
}
