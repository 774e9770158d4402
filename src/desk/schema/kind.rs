//! Kinds of content files that have a schema: those that are TOML as a whole. Editors show no help inside the first
//! lines of Markdown files.

use crate::content::fields::FileKind;

/// A kind of file with the name of its schema.
#[derive(Debug, Clone, Copy)]
pub struct Described {
    /// The kind.
    pub kind: FileKind,
    /// Name of the schema, without its ending.
    pub name: &'static str,
    /// Where such files lie in the content folder, `*` for any name.
    pub place: &'static str,
}

/// All of them, in the order an editor meets them.
pub const KINDS: &[Described] = &[
    of(FileKind::Plan, "plan", "**/plans/*.toml"),
    of(
        FileKind::Municipality,
        "municipality",
        "*/*/municipality.toml",
    ),
    of(FileKind::Region, "region", "*/region.toml"),
    of(FileKind::People, "people", "**/people.toml"),
    of(FileKind::Schools, "schools", "**/schools.toml"),
    of(FileKind::Curators, "curators", "**/curators.toml"),
    of(
        FileKind::WorkingGroup,
        "working-group",
        "**/working-group.toml",
    ),
    of(FileKind::Program, "program", "**/program.toml"),
    of(FileKind::Document, "document", "**/documents/*.toml"),
    of(FileKind::Collection, "collection", "collections/*.toml"),
    of(FileKind::Glossary, "glossary", "glossary.toml"),
    of(FileKind::Risks, "risks", "risks.toml"),
    of(FileKind::Cycle, "cycle", "cycle.toml"),
    of(FileKind::Vocabulary, "search", "search.toml"),
    of(FileKind::Settings, "portal", "portal.toml"),
    of(FileKind::Addresses, "ids", "ids.toml"),
];

const fn of(kind: FileKind, name: &'static str, place: &'static str) -> Described {
    Described { kind, name, place }
}
