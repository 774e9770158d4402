//! A mistake as data: what is done to the portal's content, and the one message expected.

use shnor_portal::diag::{Diagnostic, show};

use crate::harness::Content;

/// One mistake in the real content.
#[derive(Debug)]
pub struct Mistake {
    file: &'static str,
    edit: Edit,
    /// The code, and the text at which the message points; the whole file when it is empty.
    expected: (&'static str, &'static str),
    /// Words that are shown: of the message, its label, its remedy or the mended line.
    says: &'static [&'static str],
}

/// What is done to a file.
#[derive(Debug)]
enum Edit {
    /// The first place with these words gets others.
    Change(&'static str, &'static str),
    /// A file of this text.
    Put(&'static str),
    /// A file of these bytes.
    Bytes(&'static [u8]),
    /// The file saved in another way.
    Saved(Saved),
}

/// How a program saved the text of a file.
type Saved = fn(&str) -> Vec<u8>;

/// Words of a file replaced by others.
pub const fn change(
    file: &'static str,
    (from, to): (&'static str, &'static str),
    expected: (&'static str, &'static str),
    says: &'static [&'static str],
) -> Mistake {
    Mistake {
        file,
        edit: Edit::Change(from, to),
        expected,
        says,
    }
}

/// A whole file.
pub const fn put(
    file: &'static str,
    text: &'static str,
    expected: (&'static str, &'static str),
    says: &'static [&'static str],
) -> Mistake {
    Mistake {
        file,
        edit: Edit::Put(text),
        expected,
        says,
    }
}

/// A whole file that is no text.
pub const fn bytes(
    file: &'static str,
    bytes: &'static [u8],
    expected: (&'static str, &'static str),
    says: &'static [&'static str],
) -> Mistake {
    Mistake {
        file,
        edit: Edit::Bytes(bytes),
        expected,
        says,
    }
}

/// A file of the portal saved by another program.
pub const fn saved(
    file: &'static str,
    how: Saved,
    expected: (&'static str, &'static str),
    says: &'static [&'static str],
) -> Mistake {
    Mistake {
        file,
        edit: Edit::Saved(how),
        expected,
        says,
    }
}

impl Mistake {
    /// The file that is spoilt.
    pub fn file(&self) -> &'static str {
        self.file
    }

    /// The portal's content with the mistake in it.
    pub fn made(&self) -> Content {
        let mut content = self.sound();
        self.make(&mut content);
        content
    }

    /// The portal's content without it.
    pub fn sound(&self) -> Content {
        Content::around(self.file)
    }

    /// Makes the mistake in a content.
    pub fn make(&self, content: &mut Content) {
        match self.edit {
            Edit::Change(from, to) => content.change(self.file, from, to),
            Edit::Put(text) => content.put(self.file, text),
            Edit::Bytes(bytes) => content.put(self.file, bytes),
            Edit::Saved(how) => {
                let bytes = how(&content.text(self.file));
                content.put(self.file, bytes)
            }
        };
    }

    /// Why what was found is not what was expected; none when it is.
    pub fn refuse(&self, content: &Content, found: &[(String, Diagnostic)]) -> Option<String> {
        let [(place, problem)] = found else {
            return Some(format!("{} messages instead of one", found.len()));
        };
        let (code, at) = self.expected;
        if problem.code.id != code {
            return Some(format!("{} instead of {code}", problem.code.id));
        }
        if !at.is_empty() && !self.points(content, place, at) {
            return Some(format!("{place} is not at {at:?}"));
        }
        if problem.help.is_empty() {
            return Some("no remedy".to_owned());
        }
        let shown = show::text(std::slice::from_ref(problem), &content.sources(), false);
        let silent = self.says.iter().find(|words| !shown.contains(**words))?;
        Some(format!("it does not say «{silent}»"))
    }

    /// True when the place of a message, as a person counts lines and columns, is in this file and begins with a text.
    fn points(&self, content: &Content, place: &str, at: &str) -> bool {
        let bytes = content.bytes(self.file);
        let text = String::from_utf8_lossy(&bytes);
        let mut starts = text.match_indices(at).map(|(start, _)| {
            let line = text[..start].matches('\n').count() + 1;
            let from = text[..start].rfind('\n').map_or(0, |at| at + 1);
            let before = text[from..start].trim_start_matches('\u{FEFF}');
            let column = before.chars().count() + 1;
            format!("content/{}:{line}:{column}", self.file)
        });
        starts.any(|start| start == place)
    }
}

/// The file of a place like `content/people.toml:3:1`.
pub fn file(place: &str) -> &str {
    place.rsplitn(3, ':').nth(2).unwrap_or(place)
}

/// Files that the tables spoil.
pub const PLAN: &str = "38-irkutskaya/zhigalovskiy/plans/2023.toml";
pub const PLACE: &str = "38-irkutskaya/zhigalovskiy/municipality.toml";
pub const PEOPLE: &str = "38-irkutskaya/zhigalovskiy/people.toml";
pub const SCHOOLS: &str = "70-tomskaya/pervomayskiy/schools.toml";
pub const GROUP: &str = "38-irkutskaya/zhigalovskiy/working-group.toml";
pub const CURATORS: &str = "38-irkutskaya/zhigalovskiy/curators.toml";
pub const PROGRAM: &str = "70-tomskaya/pervomayskiy/program.toml";
pub const ORDER: &str = "38-irkutskaya/zhigalovskiy/documents/114-od.toml";
pub const NEWS: &str = "38-irkutskaya/zhigalovskiy/news/2023-03-30-utverzhden-plan-na-2023-god.md";
pub const PRACTICE: &str = "38-irkutskaya/zhigalovskiy/practices/sistema-nastavnichestva.md";
pub const NOTE: &str = "70-tomskaya/pervomayskiy/sections/programmy-shkol.md";
pub const QUESTION: &str = "questions/02-plokhaya-li-shkola-zakroyut-li.md";
pub const PAGE: &str = "pages/dostupnost.md";
