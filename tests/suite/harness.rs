//! The portal's own content as a value that a test may change, and what it is built into.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use jiff::civil::date;
use shnor_portal::build::{self, Outcome, embedded};
use shnor_portal::content;
use shnor_portal::diag::{Diagnostic, show};
use shnor_portal::files::disk::read_tree;
use shnor_portal::files::sources::{SourceFile, Sources};
use shnor_portal::model::portal::Portal;
use shnor_portal::render::{Edition, Theme};

/// Content that can be changed file by file.
pub struct Content(BTreeMap<String, Vec<u8>>);

impl Content {
    /// The content of this repository: five real documents.
    pub fn real() -> Content {
        let sources = read_tree(Path::new("content")).expect("the repository has its content");
        Content(
            sources
                .iter()
                .map(|(_, file)| (file.path.clone(), file.bytes().into_owned()))
                .collect(),
        )
    }

    /// The real content as far as one of its files can concern it: shared files, and of regions and folders those it
    /// lies in or speaks of. Thousands of checks of the whole would take minutes.
    pub fn around(path: &str) -> Content {
        static WHOLE: LazyLock<Content> = LazyLock::new(Content::real);
        let region = path
            .split('/')
            .next()
            .filter(|_| path.starts_with(|c: char| c.is_ascii_digit()));
        let keep = |other: &&String| {
            let folder = other.split('/').next().unwrap_or_default();
            match region {
                _ if other.as_str() == path || other.as_str() == "portal.toml" => true,
                None if other.as_str() == "risks.toml" => true,
                Some(region) => folder == region || other.as_str() == "risks.toml",
                None if path.starts_with("collections/") => !folder.starts_with("pages"),
                None => folder == "38-irkutskaya" || folder == "70-tomskaya",
            }
        };
        let files = WHOLE.0.iter().filter(|(other, _)| keep(other));
        Content(
            files
                .map(|(path, bytes)| (path.clone(), bytes.clone()))
                .collect(),
        )
    }

    /// Content written in a test: one text with a line `--- path` before each file.
    pub fn written(text: &str) -> Content {
        let mut files = BTreeMap::new();
        for part in text.split("--- ").skip(1) {
            let (path, body) = part.split_once('\n').expect("a path and a body");
            files.insert(path.trim().to_owned(), body.as_bytes().to_vec());
        }
        Content(files)
    }

    /// Replaces a piece of a file; the piece must be there, or the test means nothing.
    pub fn change(&mut self, path: &str, from: &str, to: &str) -> &mut Content {
        let bytes = self
            .0
            .get_mut(path)
            .unwrap_or_else(|| panic!("no file {path}"));
        let text = String::from_utf8(bytes.clone()).expect("content is UTF-8");
        assert!(text.contains(from), "{path} does not contain {from:?}");
        *bytes = text.replacen(from, to, 1).into_bytes();
        self
    }

    /// Adds or replaces a file.
    pub fn put(&mut self, path: &str, bytes: impl Into<Vec<u8>>) -> &mut Content {
        self.0.insert(path.to_owned(), bytes.into());
        self
    }

    /// Removes a file.
    pub fn remove(&mut self, path: &str) -> &mut Content {
        assert!(self.0.remove(path).is_some(), "no file {path}");
        self
    }

    /// The text of a file.
    pub fn text(&self, path: &str) -> String {
        String::from_utf8(self.0[path].clone()).expect("content is UTF-8")
    }

    /// The bytes of a file; none when there is no such file.
    pub fn bytes(&self, path: &str) -> Vec<u8> {
        self.0.get(path).cloned().unwrap_or_default()
    }

    /// As a snapshot.
    pub fn sources(&self) -> Sources {
        let files = self
            .0
            .iter()
            .map(|(path, bytes)| SourceFile::new(path.clone(), bytes.clone()))
            .collect();
        Sources::new("content", files)
    }

    /// The portal it describes, whatever is wrong with it.
    pub fn portal(&self) -> Portal {
        let sources = self.sources();
        let files: Vec<_> = sources
            .iter()
            .map(|(id, file)| content::file(id, file).0)
            .collect();
        let territories = content::by_territory(&files)
            .into_iter()
            .filter_map(|(path, files)| content::territory(&path, &files).0)
            .collect();
        content::portal(&files, territories).0
    }

    /// Errors found in it, with `file:line:column`.
    pub fn errors(&self) -> Vec<(String, Diagnostic)> {
        self.problems()
            .into_iter()
            .filter(|(_, problem)| problem.is_error())
            .collect()
    }

    /// Everything found in it.
    pub fn problems(&self) -> Vec<(String, Diagnostic)> {
        let sources = self.sources();
        build::check(&sources, Some(date(2026, 11, 22)))
            .diagnostics
            .into_iter()
            .map(|problem| {
                let place = show::place(problem.span, &sources);
                (
                    format!("{}:{}:{}", place.path, place.line, place.column),
                    problem,
                )
            })
            .collect()
    }

    /// Builds it for 22 November 2026.
    pub fn build(&self) -> Built {
        self.build_with(&edition())
    }

    /// Builds it for another day or address.
    pub fn build_with(&self, edition: &Edition) -> Built {
        let outcome = build::build(&self.sources(), &theme(), edition, &|_, _| {})
            .unwrap_or_else(|error| panic!("the theme renders: {error}"));
        Built(outcome)
    }
}

/// The theme inside the program.
pub fn theme() -> Theme {
    Theme::new(&embedded::default_theme(), &Sources::default()).expect("the theme compiles")
}

/// The day and address tests build for.
pub fn edition() -> Edition {
    Edition {
        today: date(2026, 11, 22),
        base_url: None,
        generator: "shnor-portal test".to_owned(),
    }
}

/// A built site.
pub struct Built(pub Outcome);

impl Built {
    /// The text of a file of the site.
    pub fn text(&self, path: &str) -> &str {
        let artifacts = self.0.artifacts.as_ref().expect("content has no errors");
        let artifact = artifacts
            .iter()
            .find(|artifact| artifact.path == path)
            .unwrap_or_else(|| panic!("the site has no {path}"));
        std::str::from_utf8(&artifact.bytes).expect("text")
    }

    /// Paths of all files.
    pub fn paths(&self) -> Vec<&str> {
        let artifacts = self.0.artifacts.as_ref().expect("content has no errors");
        artifacts
            .iter()
            .map(|artifact| artifact.path.as_str())
            .collect()
    }

    /// What a reader reads on a page: tags gone, entities resolved, spaces single.
    pub fn words(&self, path: &str) -> String {
        words(self.text(path))
    }
}

/// Words of an HTML text.
pub fn words(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        let tag_end = rest[at..].find('>').map_or(rest.len(), |end| at + end + 1);
        // Inline tags join words, block tags part them.
        let name: String = rest[at + 1..]
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect();
        if !matches!(
            name.as_str(),
            "abbr" | "a" | "span" | "time" | "b" | "i" | "wbr" | "strong" | "em"
        ) {
            out.push(' ');
        }
        // What programs read, people do not.
        let hidden = matches!(name.as_str(), "script" | "style") && !rest[at..].starts_with("</");
        let end = rest[tag_end..].find("</").filter(|_| hidden);
        rest = &rest[tag_end + end.unwrap_or(0)..];
    }
    out.push_str(rest);
    let text = out
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&#x27;", "'")
        .replace("&nbsp;", " ")
        .replace("&amp;", "&");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
