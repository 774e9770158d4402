//! Keys of files that belong to the whole portal.

use crate::content::fields::form::{Form, Shape, may, need};

pub(super) static NOTHING: Form = Form {
    name: "файл",
    name_of: "файла",
    fields: &[],
};

pub(super) static SETTINGS: Form = Form {
    name: "настройки портала",
    name_of: "настроек портала",
    fields: &[
        need(
            "title",
            "название портала",
            Shape::Text,
            "\"Поддержка ШНОР\"",
        ),
        need(
            "description",
            "одно предложение о портале",
            Shape::Text,
            "\"Планы поддержки школ …\"",
        ),
        may(
            "address",
            "адрес портала",
            Shape::Text,
            "\"https://example.ru/portal/\"",
        ),
        may("language", "язык страниц", Shape::Id, "\"en\""),
        may(
            "email",
            "почта портала для сообщений об ошибках",
            Shape::Text,
            "\"portal@example.ru\"",
        ),
        may(
            "news_stale_days",
            "через сколько дней новости устаревают",
            Shape::Number,
            "31",
        ),
        may(
            "edit_url",
            "адрес страницы, где правят файл",
            Shape::Text,
            "\"https://github.com/owner/name/edit/main/content/{path}\"",
        )
        .hint("Даёт на каждой странице ссылку «Исправить эту страницу». {path} — место для пути файла внутри папки content. Сайт любой: GitHub, GitLab, GitVerse, GitFlic, Forgejo."),
        may(
            "source_url",
            "адрес страницы, где показана строка файла",
            Shape::Text,
            "\"https://github.com/owner/name/blob/main/content/{path}#L{line}\"",
        )
        .hint("Даёт у мероприятия, школы и слова ссылку «Показать строку». {line} — место для номера строки."),
        may(
            "new_url",
            "адрес страницы, где создают файл",
            Shape::Text,
            "\"https://github.com/owner/name/new/main/content/{folder}?filename={name}&value={text}\"",
        )
        .hint("Даёт ссылки «Добавить новость» и «Добавить текст раздела». {folder} — папка, {name} — имя файла, {text} — заготовка."),
        may(
            "admin",
            "редактор в браузере",
            Shape::Table(&ADMIN),
            "",
        )
        .hint("Куда сохраняет редактор, который открывается по адресу /admin/. Без этой таблицы он работает только с папкой на компьютере редактора."),
    ],
};

static ADMIN: Form = Form {
    name: "редактор в браузере",
    name_of: "редактора в браузере",
    fields: &[
        need(
            "backend",
            "какой сайт хранит файлы",
            Shape::OneOf(&["github", "gitlab", "gitea"]),
            "\"github\"",
        )
        .hint("gitea — это и Forgejo."),
        need(
            "repo",
            "владелец и имя хранилища",
            Shape::Text,
            "\"owner/name\"",
        )
        .hint("Как в адресе хранилища: github.com/owner/name."),
        may(
            "branch",
            "ветка, из которой публикуется портал",
            Shape::Text,
            "\"main\"",
        ),
        may(
            "api",
            "адрес программного интерфейса своего сайта",
            Shape::Text,
            "\"https://git.example.ru/api/v1\"",
        )
        .hint("Нужен, если хранилище не на github.com, gitlab.com или gitea.com."),
        may(
            "folder",
            "папка содержимого в хранилище",
            Shape::Text,
            "\"content\"",
        ),
    ],
};

pub(super) static COLLECTION: Form = Form {
    name: "сборник",
    name_of: "сборника",
    fields: &[
        need(
            "title",
            "название",
            Shape::Text,
            "\"Сборник практик 2023 года\"",
        ),
        may("year", "год", Shape::Text, "\"2023\""),
        may("intro", "вступление", Shape::Text, "\"Здесь собраны …\""),
        need(
            "practices",
            "практики",
            Shape::Ids,
            "[\"sistema-nastavnichestva\"]",
        ),
    ],
};

pub(super) static QUESTION: Form = Form {
    name: "вопрос",
    name_of: "вопроса",
    fields: &[
        need("title", "вопрос", Shape::Text, "\"Что такое ШНОР?\""),
        may("group", "группа вопросов", Shape::Text, "\"О школе\""),
    ],
};

pub(super) static PAGE: Form = Form {
    name: "страница",
    name_of: "страницы",
    fields: &[
        need("title", "заголовок", Shape::Text, "\"О портале\""),
        need(
            "description",
            "одно предложение о странице",
            Shape::Text,
            "\"Зачем нужен портал\"",
        ),
    ],
};

pub(super) static GLOSSARY: Form = Form {
    name: "словарь",
    name_of: "словаря",
    fields: &[need("term", "слова", Shape::Tables(&TERM), "[[term]]")],
};

static TERM: Form = Form {
    name: "слово",
    name_of: "слова",
    fields: &[
        need("id", "идентификатор", Shape::Id, "\"shnor\""),
        may("abbr", "сокращение", Shape::Text, "\"ШНОР\""),
        may("name", "слово", Shape::Text, "\"резильентные школы\""),
        may("forms", "другие написания", Shape::Texts, "[\"ШНРО\"]"),
        need("group", "группа", Shape::Text, "\"Школы\""),
        may(
            "plain",
            "простыми словами",
            Shape::Text,
            "\"Школы, которым нужна поддержка.\"",
        ),
        need(
            "meaning",
            "значения",
            Shape::Tables(&MEANING),
            "[[term.meaning]]",
        ),
    ],
};

static MEANING: Form = Form {
    name: "значение",
    name_of: "значения",
    fields: &[
        need(
            "text",
            "расшифровка",
            Shape::Text,
            "\"школы с низкими образовательными результатами\"",
        ),
        may(
            "scope",
            "где так говорят",
            Shape::Territories,
            "[\"38-irkutskaya/ziminskoe\"]",
        ),
        may(
            "source",
            "откуда известно",
            Shape::Text,
            "\"план, мероприятие 1\"",
        ),
        may(
            "confirmed",
            "подтверждено ли документом",
            Shape::Flag,
            "false",
        ),
    ],
};

pub(super) static RISKS: Form = Form {
    name: "словарь рисков",
    name_of: "словаря рисков",
    fields: &[need("risk", "риски", Shape::Tables(&RISK), "[[risk]]")],
};

static RISK: Form = Form {
    name: "риск",
    name_of: "риска",
    fields: &[
        need(
            "id",
            "идентификатор",
            Shape::Id,
            "\"nizkaya-uchebnaya-motivatsiya\"",
        ),
        need(
            "name",
            "название",
            Shape::Text,
            "\"Низкая учебная мотивация обучающихся\"",
        ),
        may(
            "plain",
            "простыми словами",
            Shape::Text,
            "\"Детям неинтересно учиться.\"",
        ),
        may(
            "confirmed",
            "подтверждено ли документом",
            Shape::Flag,
            "false",
        ),
    ],
};

pub(super) static CYCLE: Form = Form {
    name: "управленческий цикл",
    name_of: "управленческого цикла",
    fields: &[
        may(
            "source",
            "откуда известен",
            Shape::Text,
            "\"рекомендации ФИОКО\"",
        ),
        need("step", "шаги", Shape::Tables(&STEP), "[[step]]"),
    ],
};

static STEP: Form = Form {
    name: "шаг цикла",
    name_of: "шага цикла",
    fields: &[
        need("number", "номер", Shape::Number, "1"),
        need("name", "название", Shape::Text, "\"Цели\""),
        need("section", "раздел портала", Shape::Text, "\"tseli\""),
        may(
            "source",
            "откуда известен",
            Shape::Text,
            "\"рекомендации ФИОКО\"",
        ),
    ],
};

pub(super) static VOCABULARY: Form = Form {
    name: "словарь поиска",
    name_of: "словаря поиска",
    fields: &[
        may(
            "forms",
            "формы одного слова",
            Shape::Tables(&FORMS),
            "[[forms]]",
        ),
        may(
            "same",
            "слова с одним значением",
            Shape::Tables(&SAME),
            "[[same]]",
        ),
        may(
            "everyday",
            "слова родителей и слова документов",
            Shape::Tables(&EVERYDAY),
            "[[everyday]]",
        ),
    ],
};

static FORMS: Form = Form {
    name: "группа форм",
    name_of: "группы форм",
    fields: &[need(
        "words",
        "формы одного слова",
        Shape::Texts,
        "[\"ребёнок\", \"дети\", \"детей\"]",
    )],
};

static SAME: Form = Form {
    name: "группа слов",
    name_of: "группы слов",
    fields: &[need(
        "words",
        "слова с одним значением",
        Shape::Texts,
        "[\"педагог\", \"учитель\"]",
    )],
};

static EVERYDAY: Form = Form {
    name: "группа слов родителей",
    name_of: "группы слов родителей",
    fields: &[
        need(
            "words",
            "слова родителей",
            Shape::Texts,
            "[\"двоечники\", \"ребёнок отстаёт\"]",
        ),
        need(
            "documents",
            "слова документов",
            Shape::Texts,
            "[\"учебная неуспешность\"]",
        ),
        may(
            "shown",
            "вежливые слова для читателя",
            Shape::Text,
            "\"помощь ученикам, которым трудно учиться\"",
        ),
    ],
};
