//! Files that an editor may add from a page, with their blanks prepared: what is filled in there appears on that page.

use jiff::civil::Date;

use crate::model::id::TerritoryPath;

/// A file that is not there yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFile {
    /// Folder inside the content, parts joined by `/`.
    pub folder: String,
    /// Its name; the editor may choose another.
    pub name: String,
    /// Its text with empty values: `check` refuses them until they are filled.
    pub text: String,
}

impl NewFile {
    /// A news item of a territory, named by the day.
    pub fn news(territory: &TerritoryPath, day: Date) -> NewFile {
        NewFile {
            folder: format!("{territory}/news"),
            name: format!("{day}-novost.md"),
            text: format!(
                "+++\n\
                 # Имя файла (вверху страницы): день и два-три слова латинскими буквами, например {day}-sobranie.md\n\
                 date = {day}\n\
                 # Заголовок:\n\
                 title = \"\"\n\
                 # Одно предложение о сути:\n\
                 summary = \"\"\n\
                 +++\n\n"
            ),
        }
    }

    /// The text of a section, or the reason why it is empty.
    pub fn note(territory: &TerritoryPath, section: &str, day: Date) -> NewFile {
        NewFile {
            folder: format!("{territory}/sections"),
            name: format!("{section}.md"),
            text: format!(
                "+++\n\
                 # Раздел пуст не по ошибке? Напишите, почему и кто так сказал.\n\
                 # Есть что рассказать? Уберите эти строки и пишите текст под второй строкой из плюсов.\n\
                 empty_reason = \"\"\n\
                 stated_by = \"\"\n\
                 stated_on = {day}\n\
                 +++\n\n"
            ),
        }
    }
}
