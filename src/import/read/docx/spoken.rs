//! What stands in a piece of a Word document as plain words, without asking who may see it: for notes, comments and
//! passages that were left out.

use crate::import::read::math::{linear, omml};
use crate::import::read::signs::plain;
use crate::import::read::xml::Node;

/// The longest quotation of a remark, in letters.
const LONGEST: usize = 400;

/// All words of a piece, deleted ones too; paragraphs are parted by line breaks.
pub fn spoken(node: &Node) -> String {
    let mut text = String::new();
    gather(node, &mut text);
    text.trim().to_owned()
}

/// The branch of an alternative that this program follows: the first, since the second says the same for old programs.
pub fn chosen(node: &Node) -> Option<&Node> {
    node.nodes()
        .find(|branch| branch.name() == "mc:Choice" && branch.nodes().next().is_some())
        .or_else(|| node.child("mc:Fallback"))
}

/// A text for a remark: on one line, between quotation marks, cut when it is very long.
pub fn quoted(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("«{}…»", &line[..at]),
        None => format!("«{line}»"),
    }
}

fn gather(node: &Node, text: &mut String) {
    match node.name() {
        "w:t" | "w:delText" => text.push_str(&plain(&node.letters())),
        "w:tab" | "w:ptab" => text.push('\t'),
        "w:br" | "w:cr" => text.push('\n'),
        "w:noBreakHyphen" => text.push('-'),
        "m:oMath" => linear::append(text, &omml::line(node)),
        "w:pPr" | "w:rPr" | "w:tcPr" | "w:trPr" | "w:tblPr" | "w:sdtPr" | "w:instrText"
        | "w:delInstrText" => {}
        "mc:AlternateContent" => {
            if let Some(branch) = chosen(node) {
                branch.nodes().for_each(|child| gather(child, text));
            }
        }
        _ => {
            node.nodes().for_each(|child| gather(child, text));
            if node.name() == "w:p" && !text.is_empty() && !text.ends_with('\n') {
                text.push('\n');
            }
        }
    }
}
