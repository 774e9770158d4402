//! Kinds of things that have an address of their own for ever.

/// A kind of thing with an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A region or municipality.
    Place,
    /// A roadmap.
    Plan,
    /// An event of a roadmap.
    Event,
    /// An act.
    Document,
    /// A school.
    School,
    /// A person, who has a place on the page of contacts.
    Person,
    /// A news item.
    News,
    /// A practice.
    Practice,
    /// A collection of practices.
    Collection,
    /// A word of the glossary.
    Term,
    /// A page about the portal.
    Page,
    /// A question of parents, which has a place on their page.
    Question,
    /// A file that is published as it is.
    File,
}

/// A kind with its code in the lock, its word, the word of several, and «был» in its gender.
type Row = (
    Kind,
    &'static str,
    &'static str,
    [&'static str; 3],
    &'static str,
);

const ALL: &[Row] = &[
    (
        Kind::Place,
        "place",
        "территория",
        ["территория", "территории", "территорий"],
        "была",
    ),
    (
        Kind::Plan,
        "plan",
        "план",
        ["план", "плана", "планов"],
        "был",
    ),
    (
        Kind::Event,
        "event",
        "мероприятие",
        ["мероприятие", "мероприятия", "мероприятий"],
        "было",
    ),
    (
        Kind::Document,
        "document",
        "документ",
        ["документ", "документа", "документов"],
        "был",
    ),
    (
        Kind::School,
        "school",
        "школа",
        ["школа", "школы", "школ"],
        "была",
    ),
    (
        Kind::Person,
        "person",
        "человек в контактах",
        [
            "человек в контактах",
            "человека в контактах",
            "человек в контактах",
        ],
        "был",
    ),
    (
        Kind::News,
        "news",
        "новость",
        ["новость", "новости", "новостей"],
        "была",
    ),
    (
        Kind::Practice,
        "practice",
        "практика",
        ["практика", "практики", "практик"],
        "была",
    ),
    (
        Kind::Collection,
        "collection",
        "сборник практик",
        ["сборник практик", "сборника практик", "сборников практик"],
        "был",
    ),
    (
        Kind::Term,
        "term",
        "слово словаря",
        ["слово словаря", "слова словаря", "слов словаря"],
        "было",
    ),
    (
        Kind::Page,
        "page",
        "страница о портале",
        [
            "страница о портале",
            "страницы о портале",
            "страниц о портале",
        ],
        "была",
    ),
    (
        Kind::Question,
        "question",
        "вопрос родителей",
        [
            "вопрос родителей",
            "вопроса родителей",
            "вопросов родителей",
        ],
        "был",
    ),
    (
        Kind::File,
        "file",
        "файл",
        ["файл", "файла", "файлов"],
        "был",
    ),
];

impl Kind {
    fn row(self) -> &'static Row {
        let found = ALL.iter().find(|row| row.0 == self);
        found.unwrap_or(&ALL[0])
    }

    /// True for things that have pages of their own in a smaller portal only: in a country they are places on others.
    pub fn may_be_seated(self) -> bool {
        matches!(self, Kind::Event | Kind::Practice)
    }

    /// The kind with a code.
    pub fn parse(code: &str) -> Option<Kind> {
        ALL.iter().find(|row| row.1 == code).map(|row| row.0)
    }

    /// Its code in the lock.
    pub fn code(self) -> &'static str {
        self.row().1
    }

    /// «новость».
    pub fn word(self) -> &'static str {
        self.row().2
    }

    /// «новость», «новости», «новостей»: one, two, five of them.
    pub fn counted(self) -> [&'static str; 3] {
        self.row().3
    }

    /// «была», in the gender of its word.
    pub fn was(self) -> &'static str {
        self.row().4
    }

    /// True for what search engines and readers may not see any more by its name: of people the lock keeps a mark alone.
    pub fn is_private(self) -> bool {
        self == Kind::Person
    }
}

#[cfg(test)]
mod tests {
    use super::{ALL, Kind};

    #[test]
    fn every_code_is_read_back() {
        for row in ALL {
            assert_eq!(Kind::parse(row.1), Some(row.0));
            assert_eq!(row.0.code(), row.1);
        }
        assert_eq!(Kind::parse("files"), None);
    }
}
