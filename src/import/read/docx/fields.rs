//! Fields of Word: an instruction and what it came to. Only the result is text.

use crate::import::read::math::field;
use crate::import::read::xml::Node;

/// A field that has begun and not ended.
#[derive(Debug, Default)]
struct Open {
    instruction: String,
    in_result: bool,
    /// Whether its instruction ends in this paragraph; one that never ends hides nothing.
    ends: bool,
    /// Length of the line where the result began.
    from: usize,
}

/// The fields of a paragraph.
#[derive(Debug, Default)]
pub struct Fields {
    open: Vec<Open>,
    /// For each beginning, in order, whether its instruction ends in the paragraph.
    ends: Vec<bool>,
    begun: usize,
}

impl Fields {
    /// Looks a paragraph through for fields.
    pub fn of(paragraph: &Node) -> Fields {
        let mut kinds = Vec::new();
        gather(paragraph, &mut kinds);
        let mut fields = Fields::default();
        let mut waiting = Vec::new();
        for kind in kinds {
            match kind {
                "begin" => {
                    waiting.push(fields.ends.len());
                    fields.ends.push(false);
                }
                "separate" => {
                    if let Some(number) = waiting.last() {
                        fields.ends[*number] = true;
                    }
                }
                "end" => {
                    if let Some(number) = waiting.pop() {
                        fields.ends[number] = true;
                    }
                }
                _ => {}
            }
        }
        fields
    }

    /// True when words that stand here are seen.
    pub fn shows(&self) -> bool {
        self.open.iter().all(|field| field.in_result || !field.ends)
    }

    /// A piece of an instruction.
    pub fn instruct(&mut self, text: &str) {
        if let Some(field) = self.open.last_mut() {
            field.instruction.push_str(text);
        }
    }

    /// A mark of a field, with the line as it is so far; gives what is to be added to it.
    pub fn mark(&mut self, node: &Node, line: &str) -> Option<String> {
        match node.attribute("w:fldCharType")? {
            "begin" => {
                let ends = self.ends.get(self.begun).copied().unwrap_or(false);
                self.begun += 1;
                self.open.push(Open {
                    ends,
                    from: line.len(),
                    instruction: String::new(),
                    in_result: false,
                });
                // Choosing from a list leaves no result, the choice is kept beside the list.
                picked(node)
            }
            "separate" => {
                if let Some(field) = self.open.last_mut() {
                    field.in_result = true;
                    field.from = line.len();
                }
                None
            }
            "end" => {
                let field = self.open.pop()?;
                let empty = line
                    .get(field.from..)
                    .is_none_or(|result| result.trim().is_empty());
                if !empty || !self.shows() {
                    return None;
                }
                field::shown(&field.instruction)
            }
            _ => None,
        }
    }
}

fn picked(node: &Node) -> Option<String> {
    let list = node.under(&["w:ffData", "w:ddList"])?;
    let chosen = list.value("w:result").or(list.value("w:default"));
    let chosen: usize = chosen.and_then(|number| number.parse().ok()).unwrap_or(0);
    let mut entries = list.nodes().filter(|node| node.name() == "w:listEntry");
    entries.nth(chosen)?.val().map(str::to_owned)
}

fn gather<'a>(node: &'a Node, kinds: &mut Vec<&'a str>) {
    match node.name() {
        "w:fldChar" => kinds.extend(node.attribute("w:fldCharType")),
        // Deleted fields and text boxes have a life of their own.
        "w:del" | "w:moveFrom" | "w:txbxContent" | "mc:Fallback" => {}
        _ => node.nodes().for_each(|child| gather(child, kinds)),
    }
}
