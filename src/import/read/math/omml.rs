//! Formulas of Word (`m:oMath`) on a line.

use crate::import::read::math::linear::{append, fraction, lowered, operator, raised, root};
use crate::import::read::xml::Node;

/// A formula, or any piece of one, on a line.
pub fn line(node: &Node) -> String {
    match node.name() {
        "m:t" | "w:t" => node.letters(),
        "m:f" => divided(node),
        "m:sSup" => raised(&part(node, "m:e"), &part(node, "m:sup")),
        "m:sSub" => lowered(&part(node, "m:e"), &part(node, "m:sub")),
        "m:sSubSup" => {
            let base = lowered(&part(node, "m:e"), &part(node, "m:sub"));
            raised(&base, &part(node, "m:sup"))
        }
        "m:sPre" => {
            let before = operator("", &part(node, "m:sub"), &part(node, "m:sup"), "");
            format!("{before}{}", part(node, "m:e"))
        }
        "m:rad" => root(&part(node, "m:deg"), &part(node, "m:e")),
        "m:nary" => {
            let sign = property(node, "m:naryPr", "m:chr").unwrap_or("∫");
            operator(
                sign,
                &part(node, "m:sub"),
                &part(node, "m:sup"),
                &part(node, "m:e"),
            )
        }
        "m:d" => bracketed(node),
        "m:func" => {
            let (name, of) = (part(node, "m:fName"), part(node, "m:e"));
            let gap = if of.starts_with('(') { "" } else { " " };
            format!("{name}{gap}{of}")
        }
        "m:limLow" => lowered(&part(node, "m:e"), &part(node, "m:lim")),
        "m:limUpp" => raised(&part(node, "m:e"), &part(node, "m:lim")),
        "m:acc" => {
            let sign = property(node, "m:accPr", "m:chr").unwrap_or("\u{302}");
            format!("{}{sign}", part(node, "m:e"))
        }
        "m:bar" => format!("{}\u{305}", part(node, "m:e")),
        "m:eqArr" => parts(node, "m:e").join("; "),
        "m:m" => {
            let rows: Vec<String> = node
                .nodes()
                .filter(|row| row.name() == "m:mr")
                .map(|row| parts(row, "m:e").join(", "))
                .collect();
            format!("[{}]", rows.join("; "))
        }
        // Properties hold no letters, and what is deleted does not count.
        name if name.ends_with("Pr") || matches!(name, "w:del" | "w:moveFrom") => String::new(),
        _ => inside(node),
    }
}

fn inside(node: &Node) -> String {
    let mut text = String::new();
    for child in node.nodes() {
        append(&mut text, &line(child));
    }
    text
}

fn part(node: &Node, name: &str) -> String {
    node.child(name).map(inside).unwrap_or_default()
}

fn parts(node: &Node, name: &str) -> Vec<String> {
    node.nodes()
        .filter(|child| child.name() == name)
        .map(inside)
        .collect()
}

fn property<'a>(node: &'a Node, group: &str, name: &str) -> Option<&'a str> {
    node.child(group)?.value(name)
}

fn divided(node: &Node) -> String {
    let (top, bottom) = (part(node, "m:num"), part(node, "m:den"));
    match property(node, "m:fPr", "m:type") {
        // A fraction without its bar is a number of combinations.
        Some("noBar") => format!("({} ¦ {})", top.trim(), bottom.trim()),
        _ => fraction(&top, &bottom),
    }
}

fn bracketed(node: &Node) -> String {
    let open = property(node, "m:dPr", "m:begChr").unwrap_or("(");
    let close = property(node, "m:dPr", "m:endChr").unwrap_or(")");
    let between = property(node, "m:dPr", "m:sepChr").unwrap_or("|");
    format!("{open}{}{close}", parts(node, "m:e").join(between))
}
