//! An example before and after, with the lines marked in which the two differ.

use serde::Serialize;

use crate::model::handbook::Sample;
use crate::render::highlight;
use crate::render::words::{Html, escape};

/// The lines around the properties of a Markdown file.
const FENCE: &str = "+++";

/// A piece of a file as a page shows it.
#[derive(Serialize)]
pub struct SampleView {
    /// «content/00-primer/lesnoy/plans/2025.toml», the part that differs marked.
    path: Html,
    note: String,
    /// Its lines; none for a file that is empty or is not there.
    code: Option<Html>,
}

/// The pieces of one side; `other` is the other side.
pub fn side(own: &[Sample], other: &[Sample]) -> Vec<SampleView> {
    let there: Vec<&str> = other.iter().flat_map(|one| one.text.lines()).collect();
    let paths: Vec<&str> = other.iter().map(|one| one.path.as_str()).collect();
    own.iter()
        .map(|one| SampleView {
            path: path(&one.path, &paths),
            note: one.note.clone(),
            code: (!one.text.is_empty()).then(|| code(one, &there)),
        })
        .collect()
}

fn path(path: &str, there: &[&str]) -> Html {
    let shown = escape(path);
    Html(match there.contains(&path) {
        true => shown,
        false => format!("<mark>{shown}</mark>"),
    })
}

fn code(sample: &Sample, there: &[&str]) -> Html {
    let is_toml = sample.path.ends_with(".toml");
    let mut fences = 0;
    let mut out = String::new();
    for line in sample.text.lines() {
        fences += usize::from(line == FENCE);
        let is_table = is_toml || (fences == 1 && line != FENCE);
        if !line.is_empty() && !there.contains(&line) {
            out.push_str(&format!("<mark>{}</mark>", escape(line)));
        } else if is_table {
            out.push_str(&highlight::toml(line));
        } else {
            out.push_str(&escape(line));
        }
        out.push('\n');
    }
    Html(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(path: &str, text: &str) -> Sample {
        Sample {
            path: path.to_owned(),
            note: String::new(),
            text: text.to_owned(),
        }
    }

    #[test]
    fn what_differs_is_marked() {
        let before = [sample(
            "a/b.md",
            "+++\ndate = 1\ntitle = \"<x>\"\n+++\nid = слова\n",
        )];
        let after = [sample(
            "a/c.md",
            "+++\ndate = 2\ntitle = \"<x>\"\n+++\nid = слова\n",
        )];
        let [view] = &side(&before, &after)[..] else {
            panic!("one file");
        };
        assert_eq!(view.path.0, "<mark>a/b.md</mark>");
        let code = &view.code.as_ref().expect("lines").0;
        let lines: Vec<&str> = code.lines().collect();
        assert_eq!(lines[0], "+++");
        assert_eq!(lines[1], "<mark>date = 1</mark>");
        assert!(lines[2].contains("hl-string") && lines[2].contains("&lt;x&gt;"));
        assert_eq!(lines[4], "id = слова");
    }

    #[test]
    fn an_empty_file_has_no_lines() {
        assert!(side(&[sample("a.toml", "")], &[])[0].code.is_none());
    }
}
