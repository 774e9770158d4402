//! How the parts of Word and Excel files refer to each other. Their names are not fixed: each part says of what kind the
//! others are. What lies outside of the file is never fetched.

use crate::import::read::archive::Archive;
use crate::import::read::failure::ReadFailure;
use crate::import::read::xml;

/// A reference of one part to another.
#[derive(Debug)]
pub struct Relation {
    /// Its key.
    pub id: String,
    /// The last word of its kind: `styles`, `worksheet`.
    pub kind: String,
    /// Name of the part it leads to; none when it leads outside of the file.
    pub target: Option<String>,
}

/// Name of the part that the archive calls its document.
///
/// # Errors
/// When the relationships cannot be read.
pub fn main_part(archive: &mut Archive<'_>) -> Result<String, ReadFailure> {
    let named = relations(archive, "")?
        .into_iter()
        .find(|relation| relation.kind == "officeDocument")
        .and_then(|relation| relation.target)
        .filter(|target| archive.has(target));
    let usual = ["word/document.xml", "xl/workbook.xml"];
    let usual = usual.into_iter().find(|name| archive.has(name));
    named.or(usual.map(str::to_owned)).ok_or_else(missing)
}

/// What a part refers to; the empty name stands for the archive itself.
///
/// # Errors
/// When the relationships cannot be read.
pub fn relations(archive: &mut Archive<'_>, part: &str) -> Result<Vec<Relation>, ReadFailure> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let name = join(folder, &format!("_rels/{file}.rels"));
    let Some(text) = archive.text(&name)? else {
        return Ok(Vec::new());
    };
    let root = xml::tree(&name, &text)?;
    let relations = root.nodes().filter_map(|node| {
        let kind = node.attribute("Type")?.rsplit('/').next()?.to_owned();
        let inside = node.attribute("TargetMode") != Some("External");
        Some(Relation {
            id: node.attribute("Id")?.to_owned(),
            kind,
            target: node
                .attribute("Target")
                .filter(|_| inside)
                .map(|target| join(folder, target)),
        })
    });
    Ok(relations.collect())
}

/// A path inside the archive; `..` never leads above its top.
fn join(folder: &str, target: &str) -> String {
    let mut path: Vec<&str> = Vec::new();
    if !target.starts_with('/') {
        path.extend(folder.split('/').filter(|step| !step.is_empty()));
    }
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                path.pop();
            }
            step => path.push(step),
        }
    }
    path.join("/")
}

/// A document without a document.
pub fn missing() -> ReadFailure {
    ReadFailure::damaged("внутри нет самого документа")
}

#[cfg(test)]
mod tests {
    use super::join;

    #[test]
    fn paths_stay_inside_the_archive() {
        assert_eq!(join("word", "styles.xml"), "word/styles.xml");
        assert_eq!(join("word", "/word/styles.xml"), "word/styles.xml");
        assert_eq!(join("word", "../../etc/passwd"), "etc/passwd");
    }
}
