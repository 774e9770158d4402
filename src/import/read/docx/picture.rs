//! Pictures, drawings and objects that hang in a text: text boxes are read, of the rest it is told what was there.

use crate::import::read::docx::spoken::quoted;
use crate::import::read::xml::Node;

/// The text boxes in a drawing.
pub fn boxes<'n>(node: &'n Node, found: &mut Vec<&'n Node>) {
    for child in node.nodes() {
        match child.name() {
            "w:txbxContent" => found.push(child),
            "mc:Fallback" if node.child("mc:Choice").is_some() => {}
            _ => boxes(child, found),
        }
    }
}

/// What a drawing without text is; none for lines and frames, which say nothing.
pub fn described(node: &Node) -> Option<String> {
    let program = node
        .find(&|node| node.name() == "o:OLEObject")
        .map(|object| object.attribute("ProgID").unwrap_or_default());
    if let Some(program) = program {
        return Some(if program.contains("Equation") {
            "формула старого вида не прочитана: впишите её от руки".to_owned()
        } else {
            format!("вложенный объект не взят: {}", quoted(program))
        });
    }
    let named = |names: &[&str]| {
        let any = |node: &Node| names.contains(&node.name());
        node.find(&any).is_some()
    };
    let what = if named(&["c:chart", "dgm:relIds"]) {
        "диаграмма не взята"
    } else if named(&["pic:pic", "a:blip", "v:imagedata"]) {
        "рисунок не взят"
    } else {
        return None;
    };
    let words = node
        .find(&|node| node.name() == "wp:docPr")
        .and_then(|properties| properties.attribute("descr"))
        .filter(|words| !words.trim().is_empty());
    Some(match words {
        Some(words) => format!("{what}, его описание: {}", quoted(words)),
        None => what.to_owned(),
    })
}
