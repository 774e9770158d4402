//! Kinds of files for a person: what each is called, where it lies, and what it is for.

use crate::content::fields::FileKind;

/// A kind of file.
pub(super) struct Kind {
    pub kind: FileKind,
    /// Its place on the page; never changes.
    pub anchor: &'static str,
    pub name: &'static str,
    /// From the content folder; `<…>` stands for a name of the editor's.
    pub path: &'static str,
    pub about: &'static str,
}

const fn kind(
    kind: FileKind,
    anchor: &'static str,
    name: &'static str,
    path: &'static str,
    about: &'static str,
) -> Kind {
    Kind {
        kind,
        anchor,
        name,
        path,
        about,
    }
}

/// Every kind: first what editors of a district write most often, then what is written once, then the whole portal's.
pub(super) const KINDS: &[Kind] = &[
    kind(
        FileKind::News,
        "novost",
        "Новость",
        "<регион>/<район>/news/<дата и имя>.md",
        "Одна новость — один файл. Сверху свойства между строками +++, под ними текст новости.",
    ),
    kind(
        FileKind::Plan,
        "plan",
        "План (дорожная карта)",
        "<регион>/<район>/plans/<год>.toml",
        "Таблица из документа, строка за строкой, слово в слово. Здесь же ставят статус мероприятия.",
    ),
    kind(
        FileKind::Document,
        "dokument",
        "Документ",
        "<регион>/<район>/documents/<номер>.toml",
        "Приказ, распоряжение, письмо: номер, дата, кто издал и пункты. На него ссылаются планы и новости.",
    ),
    kind(
        FileKind::Practice,
        "praktika",
        "Практика",
        "<регион>/<район>/practices/<имя>.md",
        "Чем школа или район могут поделиться с другими. Сверху свойства между строками +++, под ними рассказ.",
    ),
    kind(
        FileKind::SectionNote,
        "razdel",
        "Текст раздела",
        "<регион>/<район>/sections/<раздел>.md",
        "Слова в начале раздела района или причина, почему раздел пуст. Имя файла — имя раздела из адреса страницы.",
    ),
    kind(
        FileKind::Municipality,
        "rayon",
        "Район",
        "<регион>/<район>/municipality.toml",
        "Название района и орган управления образованием с контактами. С этого файла начинают папку района.",
    ),
    kind(
        FileKind::Region,
        "region",
        "Регион",
        "<регион>/region.toml",
        "Название региона. С этого файла начинают папку региона.",
    ),
    kind(
        FileKind::People,
        "lyudi",
        "Люди",
        "<регион>/<район>/people.toml",
        "Должностные лица, которых называют документы. Другие файлы ссылаются на них по id.",
    ),
    kind(
        FileKind::Schools,
        "shkoly",
        "Школы",
        "<регион>/<район>/schools.toml",
        "Школы района из документов. У каждой будет своя страница.",
    ),
    kind(
        FileKind::Curators,
        "kuratory",
        "Кураторы",
        "<регион>/<район>/curators.toml",
        "Кто за какие школы отвечает.",
    ),
    kind(
        FileKind::WorkingGroup,
        "rabochaya-gruppa",
        "Рабочая группа",
        "<регион>/<район>/working-group.toml",
        "Состав рабочей группы из приказа, строка за строкой.",
    ),
    kind(
        FileKind::Program,
        "programma",
        "Программа",
        "<регион>/<район>/program.toml",
        "Паспорт муниципальной программы: строки таблицы и текст после неё.",
    ),
    kind(
        FileKind::Settings,
        "nastroyki",
        "Настройки портала",
        "portal.toml",
        "Название и адрес портала. Один файл на весь портал.",
    ),
    kind(
        FileKind::Page,
        "stranitsa",
        "Страница о портале",
        "pages/<имя>.md",
        "О портале, методика, доступность. Сверху свойства между строками +++, под ними текст.",
    ),
    kind(
        FileKind::Question,
        "vopros",
        "Вопрос родителей",
        "questions/<номер и имя>.md",
        "Один вопрос — один файл: сверху вопрос, под строкой +++ ответ. Номер в имени задаёт порядок.",
    ),
    kind(
        FileKind::Glossary,
        "slovar",
        "Словарь",
        "glossary.toml",
        "Слова и сокращения, которые портал объясняет читателям прямо в тексте.",
    ),
    kind(
        FileKind::Collection,
        "sbornik",
        "Сборник практик",
        "collections/<имя>.toml",
        "Подборка практик, которую можно напечатать одной книжкой.",
    ),
    kind(
        FileKind::Risks,
        "riski",
        "Словарь рисков",
        "risks.toml",
        "Трудности школы, по которым отбирают практики.",
    ),
    kind(
        FileKind::Cycle,
        "tsikl",
        "Управленческий цикл",
        "cycle.toml",
        "Шаги управления качеством и разделы портала, где они показаны.",
    ),
    kind(
        FileKind::Vocabulary,
        "slova-poiska",
        "Словарь поиска",
        "search.toml",
        "Слова родителей и слова документов, чтобы поиск находил одно по другому.",
    ),
    kind(
        FileKind::Addresses,
        "adresa",
        "Судьба адресов",
        "ids.toml",
        "Что стало с тем, что портал публиковал раньше: переехало, снято. Записи за вас сделает команда portal ids.",
    ),
    kind(
        FileKind::Lock,
        "vse-adresa",
        "Все адреса",
        "ids.lock",
        "Список всех адресов, которые портал хоть раз опубликовал. Его пишет программа; руками его не правят и не удаляют.",
    ),
    kind(
        FileKind::Attachment,
        "vlozhenie",
        "Картинка или другой файл",
        "<регион>/<район>/news/<имя>.jpg",
        "Лежит рядом с текстом, который на него ссылается. Годятся png, jpg, webp, svg, pdf, docx, xlsx, odt, ods и zip. Имя — маленькими латинскими буквами.",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::fields::locate;

    #[test]
    fn files_lie_where_the_handbook_says() {
        for one in KINDS {
            let path = one
                .path
                .replace("<регион>", "00-primer")
                .replace("<район>", "lesnoy")
                .replace("<раздел>", "monitoring")
                .replace("<год>", "2025")
                .replace("<дата и имя>", "2025-04-20-seminar")
                .replace("<номер и имя>", "01-chto-takoe")
                .replace("<номер>", "12")
                .replace("<имя>", "seminar");
            let found = locate(&path).map(|location| location.kind);
            assert_eq!(found, Ok(one.kind), "{path}");
        }
    }

    #[test]
    fn every_kind_is_described_once() {
        // A new kind must be added here: the compiler asks for it.
        let number = |kind: FileKind| match kind {
            FileKind::Settings => 0,
            FileKind::Region => 1,
            FileKind::Municipality => 2,
            FileKind::People => 3,
            FileKind::Schools => 4,
            FileKind::Curators => 5,
            FileKind::WorkingGroup => 6,
            FileKind::Program => 7,
            FileKind::Plan => 8,
            FileKind::Document => 9,
            FileKind::News => 10,
            FileKind::Practice => 11,
            FileKind::SectionNote => 12,
            FileKind::Collection => 13,
            FileKind::Question => 14,
            FileKind::Page => 15,
            FileKind::Glossary => 16,
            FileKind::Risks => 17,
            FileKind::Cycle => 18,
            FileKind::Vocabulary => 19,
            FileKind::Attachment => 20,
            FileKind::Addresses => 21,
            FileKind::Lock => 22,
        };
        let mut numbers: Vec<usize> = KINDS.iter().map(|one| number(one.kind)).collect();
        numbers.sort_unstable();
        assert_eq!(numbers, (0..23).collect::<Vec<_>>());
    }
}
