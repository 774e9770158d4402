//! What a renewal did, for the report.

use crate::import::paper::At;

/// A plan's file after a second import.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Renewed {
    /// The new text of the file.
    pub text: String,
    /// Measures that the file did not have, in the order of the paper.
    pub appeared: Vec<Appeared>,
    /// Measures whose words changed, in the order of the paper.
    pub changed: Vec<Changed>,
    /// Measures that stand elsewhere now, in the order of the paper.
    pub moved: Vec<Changed>,
    /// Measures that the paper does not have any more, in the order of the file.
    pub vanished: Vec<Vanished>,
    /// Changes of the head and of the sections, each a Russian sentence without a full stop.
    pub around: Vec<String>,
    /// What a person should look at, each a Russian sentence without a full stop.
    pub doubts: Vec<String>,
}

/// A measure that is new in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appeared {
    /// Its identifier.
    pub id: String,
    /// Its number as printed.
    pub number: Option<String>,
    /// Its title.
    pub title: String,
    /// Where it stands in the paper.
    pub at: At,
    /// True when it left the file at an earlier import and came back with its identifier and its status.
    pub returned: bool,
}

/// A measure that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// Its identifier.
    pub id: String,
    /// Where it stands in the paper.
    pub at: At,
    /// What changed: «срок был «апрель», стал «май»».
    pub words: Vec<String>,
    /// False when a person should look whether it is the same measure at all.
    pub sure: bool,
}

/// A measure that left the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vanished {
    /// Its identifier: it is never given again.
    pub id: String,
    /// Its number as printed.
    pub number: Option<String>,
    /// Its title.
    pub title: String,
    /// Its status word.
    pub status: Option<String>,
    /// Its proofs, title and address.
    pub proofs: Vec<String>,
    /// All of its fate in words, status and proofs among them.
    pub fate: Vec<String>,
}

impl Renewed {
    /// True when the file stays as it is, to the last byte.
    pub fn is_same(&self, old_text: &str) -> bool {
        self.text == old_text
    }

    /// The report, a line for each thing, groups under headings.
    pub fn report(&self) -> Vec<String> {
        let mut lines = Vec::new();
        let quiet = self.appeared.is_empty()
            && self.changed.is_empty()
            && self.moved.is_empty()
            && self.vanished.is_empty()
            && self.around.is_empty();
        if quiet {
            lines.push("Ничего не изменилось.".to_owned());
        }
        group(
            &mut lines,
            "Изменилось вокруг мероприятий",
            self.around.iter().cloned(),
        );
        group(
            &mut lines,
            "Появились",
            self.appeared.iter().map(Appeared::line),
        );
        group(
            &mut lines,
            "Изменились",
            self.changed.iter().map(Changed::line),
        );
        group(
            &mut lines,
            "Стоят теперь в другом месте",
            self.moved.iter().map(Changed::line),
        );
        group(
            &mut lines,
            "Исчезли из документа (сохранены в комментарии в конце файла)",
            self.vanished.iter().map(Vanished::line),
        );
        group(&mut lines, "Проверьте", self.doubts.iter().cloned());
        lines
    }
}

fn group(lines: &mut Vec<String>, heading: &str, items: impl ExactSizeIterator<Item = String>) {
    if items.len() > 0 {
        lines.push(format!("{heading} ({}):", items.len()));
        lines.extend(items.map(|item| format!("  {item}")));
    }
}

/// «№ 7. «Родительские собрания»».
fn name(number: Option<&str>, title: &str) -> String {
    let title = super::said::quoted(title);
    match number {
        Some(number) => format!("№ {number} {title}"),
        None => title,
    }
}

impl Appeared {
    fn line(&self) -> String {
        let back = match self.returned {
            true => ": было в файле раньше, вернулось со своим статусом",
            false => "",
        };
        let name = name(self.number.as_deref(), &self.title);
        format!("{}: {name}{back} ({})", self.id, self.at)
    }
}

impl Changed {
    fn line(&self) -> String {
        let doubt = match self.sure {
            true => "",
            false => " — изменено, проверьте: то же ли это мероприятие",
        };
        format!(
            "{}: {}{doubt} ({})",
            self.id,
            self.words.join("; "),
            self.at
        )
    }
}

impl Vanished {
    /// The measure with all that is known of its fate.
    pub fn line(&self) -> String {
        let mut words = vec![name(self.number.as_deref(), &self.title)];
        words.extend(self.fate.iter().cloned());
        format!("{}: {}", self.id, words.join("; "))
    }
}
