//! What should become of one content file, as a value, and how a person sees it.

use similar::TextDiff;

/// How many unchanged lines stand around a change that is shown.
const AROUND: usize = 2;

/// A file that is to be made or changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Path relative to the content folder.
    pub path: String,
    /// Its bytes until now; none when it must not exist yet.
    pub before: Option<Vec<u8>>,
    /// Its bytes from now on.
    pub after: Vec<u8>,
}

impl Change {
    /// The change as lines taken out and put in, under the path of the file.
    pub fn diff(&self) -> String {
        let before = String::from_utf8_lossy(self.before.as_deref().unwrap_or_default());
        let after = String::from_utf8_lossy(&self.after);
        let diff = TextDiff::from_lines(before.as_ref(), after.as_ref());
        let hunks = diff
            .unified_diff()
            .context_radius(AROUND)
            .missing_newline_hint(false)
            .to_string();
        format!("{}\n{}", self.path, hunks.replace("\r\n", "\n"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_shown_as_lines_out_and_in() {
        let change = Change {
            path: "a.toml".to_owned(),
            before: Some("id = \"m01\"\r\nstatus = \"запланировано\"\r\n".into()),
            after: "id = \"m01\"\r\nstatus = \"выполнено\"\r\n".into(),
        };
        let shown = change.diff();
        assert!(shown.starts_with("a.toml\n@@"), "{shown}");
        assert!(shown.contains("-status = \"запланировано\"\n+status = \"выполнено\"\n"));
    }
}
