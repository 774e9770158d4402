//! An explanation as a value, and the groups that codes stand in.

use crate::diag::codes::Code;

/// What a code means and how its problem is mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// The code.
    pub code: Code,
    /// How grave its problems are.
    pub kind: Kind,
    /// What the program saw and why it matters to a reader: two to four sentences.
    pub means: String,
    /// What to do, step by step.
    pub todo: Vec<String>,
    /// Where a rule of judgement comes from; none for what cannot be read otherwise.
    pub source: Option<String>,
    /// True when `portal check --fix` mends the example.
    pub fix: bool,
    /// The example with the problem.
    pub before: Vec<Fragment>,
    /// The same example mended.
    pub after: Vec<Fragment>,
}

/// How grave the problems of a code are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The site is not built.
    Error,
    /// The site is built, but a person should look.
    Warning,
    /// The one or the other, depending on the place.
    Either,
}

/// A piece of a file of content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fragment {
    /// The file, from the content folder: `00-primer/lesnoy/plans/2025.toml`; tables and the theme lie elsewhere.
    pub path: String,
    /// What is to be known about the file itself: «файла нет»; may be empty.
    pub note: String,
    /// Its lines. A line with a lone «…» stands for the rest of the file, ‹U+00A0› for a character that is not seen.
    pub text: String,
}

impl Fragment {
    /// The path as the editor knows it: `content/00-primer/lesnoy/plans/2025.toml`.
    pub fn shown(&self) -> String {
        match self.path.ends_with(".csv") || self.path.starts_with("themes/") {
            true => self.path.clone(),
            false => format!("content/{}", self.path),
        }
    }
}

impl Kind {
    /// Every kind with its name in the files of explanations, which is also what readers see.
    pub const ALL: [(Kind, &str); 3] = [
        (Kind::Error, "ошибка"),
        (Kind::Warning, "предупреждение"),
        (Kind::Either, "ошибка или предупреждение"),
    ];

    /// What it means for the site.
    pub fn consequence(self) -> &'static str {
        match self {
            Kind::Error => "ошибка: сайт не соберётся",
            Kind::Warning => "предупреждение: сайт соберётся",
            Kind::Either => "ошибка или предупреждение: зависит от места",
        }
    }
}

/// Groups of codes by the first digit, with a name and one sentence for those who look a code up.
pub const GROUPS: &[(char, &str, &str)] = &[
    (
        '0',
        "Файл и его запись",
        "Программа не смогла прочитать файл или его часть.",
    ),
    (
        '1',
        "Поля и значения",
        "Файл прочитан, но в поле не то, чего оно ждёт.",
    ),
    (
        '2',
        "Имена и связи",
        "Записи названы одинаково или ссылаются на то, чего нет.",
    ),
    (
        '3',
        "Ссылки, картинки и файлы",
        "В тексте есть ссылка или картинка, которая не сработает.",
    ),
    (
        '4',
        "Планы, документы и новости",
        "Странности в словах и сроках. Часто так напечатано в самом документе.",
    ),
    (
        '5',
        "Словарь поиска",
        "Записи файла search.toml, по которым ищут родители.",
    ),
    (
        '6',
        "Простой язык",
        "Наши собственные слова, которые трудно или обидно читать. Слов документов это не касается.",
    ),
    (
        '7',
        "Язык и шрифт портала",
        "Слова темы и знаки, которыми набраны страницы.",
    ),
    (
        '8',
        "Команды редактора",
        "Таблица статусов и заготовки новых файлов.",
    ),
];

/// The group of a code: name and sentence.
pub fn group(code: Code) -> Option<&'static (char, &'static str, &'static str)> {
    let digit = code.id.chars().nth(1)?;
    GROUPS.iter().find(|(first, ..)| *first == digit)
}

/// A path and the note after it in brackets: `00-primer/region.toml (файла нет)`.
pub fn path_and_note(line: &str) -> (&str, &str) {
    let noted = line.trim().strip_suffix(')');
    match noted.and_then(|line| line.split_once(" (")) {
        Some((path, note)) => (path.trim(), note.trim()),
        None => (line.trim(), ""),
    }
}
