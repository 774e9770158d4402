//! What the editor looks up: the meaning of every code, and which files and fields there are. Plain words, made once from
//! the tables that the program itself works by, so that the handbook cannot say anything else than the program does.

/// The whole handbook.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Handbook {
    /// Codes by groups.
    pub groups: Vec<MistakeGroup>,
    /// Kinds of files.
    pub files: Vec<FileGuide>,
}

/// Codes of one group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MistakeGroup {
    /// Its place on the page.
    pub anchor: String,
    /// What the codes are about.
    pub name: String,
    /// One sentence about them.
    pub about: String,
    /// The codes in order.
    pub mistakes: Vec<Mistake>,
}

/// A code explained.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// «П012».
    pub code: String,
    /// Its place on the page: `p012`.
    pub anchor: String,
    /// A few words: what it is about.
    pub about: String,
    /// What it means for the site.
    pub consequence: String,
    /// True when the site is not built.
    pub severe: bool,
    /// True when the program mends it itself.
    pub fix: bool,
    /// What the program saw and why it matters.
    pub means: String,
    /// What to do.
    pub todo: Vec<String>,
    /// Where the rule comes from.
    pub source: Option<String>,
    /// An example with the problem.
    pub before: Vec<Sample>,
    /// The example mended.
    pub after: Vec<Sample>,
}

/// A piece of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    /// The file as the editor knows it: `content/00-primer/region.toml`.
    pub path: String,
    /// What is to be known about the file; may be empty.
    pub note: String,
    /// Its lines; «…» stands for the others.
    pub text: String,
}

/// A kind of file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileGuide {
    /// Its place on the page.
    pub anchor: String,
    /// «План (дорожная карта)».
    pub name: String,
    /// Where it lies: `<регион>/<район>/plans/<год>.toml`.
    pub path: String,
    /// What it is for, in one or two sentences.
    pub about: String,
    /// Its own table and those inside it, in the order they are written.
    pub tables: Vec<TableGuide>,
}

/// A table of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableGuide {
    /// Its place on the page.
    pub anchor: String,
    /// What it describes: «мероприятие».
    pub name: String,
    /// The lines it begins with, `[[section.event]]`; none for the table of the file itself.
    pub headers: Vec<String>,
    /// Its keys.
    pub fields: Vec<FieldGuide>,
}

/// A key of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldGuide {
    /// Its place on the page.
    pub anchor: String,
    /// As written.
    pub key: String,
    /// In Russian.
    pub label: String,
    /// What its value may be, in words.
    pub value: String,
    /// Whether the table is useless without it.
    pub required: bool,
    /// A line as it is written in the file; none for tables.
    pub example: Option<String>,
    /// What to write and where to take it from.
    pub hint: String,
    /// The table it holds: its place on the page.
    pub inner: Option<String>,
}

impl Handbook {
    /// Places on the page of mistakes.
    pub fn mistake_anchors(&self) -> impl Iterator<Item = &str> {
        self.groups.iter().flat_map(|group| {
            let codes = group.mistakes.iter().map(|mistake| mistake.anchor.as_str());
            std::iter::once(group.anchor.as_str()).chain(codes)
        })
    }

    /// Places on the page of files and fields.
    pub fn field_anchors(&self) -> impl Iterator<Item = &str> {
        self.files.iter().flat_map(|file| {
            let tables = file.tables.iter().flat_map(|table| {
                let fields = table.fields.iter().map(|field| field.anchor.as_str());
                std::iter::once(table.anchor.as_str()).chain(fields)
            });
            std::iter::once(file.anchor.as_str()).chain(tables)
        })
    }
}
