//! Keys of files that belong to the whole portal.

use crate::content::fields::form::{Field, Form, Shape, may, need};
use crate::model::scope::Scope;

const REVIEW_BY: Field = may(
    "review_by",
    "перечитать не позже",
    Shape::Date,
    "2027-03-01",
)
.hint("Когда день пройдёт, проверка напомнит перечитать текст.");

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
        )
        .hint("Стоит вверху каждой страницы и в закладках браузера."),
        need(
            "description",
            "одно предложение о портале",
            Shape::Text,
            "\"Планы поддержки школ …\"",
        )
        .hint("Его показывают поисковые системы."),
        may(
            "address",
            "адрес портала",
            Shape::Text,
            "\"https://example.ru/portal/\"",
        )
        .hint("Где портал открыт для всех, целиком, с https:// и косой чертой в конце."),
        may("language", "язык страниц", Shape::Id, "\"en\"").hint(
            "Код языка темы. Без этого поля страницы русские; документы остаются русскими всегда.",
        ),
        may(
            "email",
            "почта портала для сообщений об ошибках",
            Shape::Text,
            "\"portal@example.ru\"",
        )
        .hint("Сюда читатели пишут об ошибках. Без неё их ведут к контактам района."),
        may(
            "news_stale_days",
            "через сколько дней новости устаревают",
            Shape::Number,
            "31",
        )
        .hint("Если новостей нет дольше, проверка напомнит. Без этого поля — 31 день."),
        may(
            "scope",
            "охват сайта",
            Shape::OneOf(Scope::CODES),
            "\"region\"",
        )
        .hint("municipality — один муниципалитет, region — регион целиком, hub — страна: без страниц, которые повторяют другие. Без этого поля — по тому, сколько в содержимом муниципалитетов. Адреса страниц от охвата не зависят."),
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
            "commit_url",
            "адрес страницы, где показана правка",
            Shape::Text,
            "\"https://github.com/owner/name/commit/{commit}\"",
        )
        .hint("Даёт на страницах «Что изменилось» ссылку на правку целиком. {commit} — место для её номера."),
        may(
            "admin",
            "редактор в браузере",
            Shape::Table(&ADMIN),
            "",
        )
        .hint("Куда сохраняет редактор, который открывается по адресу /admin/. Без этой таблицы он работает только с папкой на компьютере редактора."),
        may(
            "disabled_check",
            "выключенные проверки",
            Shape::Tables(&DISABLED_CHECK),
            "[[disabled_check]]",
        )
        .hint("Предупреждение, с которым портал согласен, больше не показывается. Ошибки выключить нельзя."),
    ],
};

static DISABLED_CHECK: Form = Form {
    name: "выключенная проверка",
    name_of: "выключенной проверки",
    fields: &[
        need("code", "код предупреждения", Shape::Text, "\"П420\"")
            .hint("Из сообщения проверки. Что он значит, скажет portal explain П420."),
        need(
            "reason",
            "почему выключена",
            Shape::Text,
            "\"Все мероприятия года подводят итоги в декабре\"",
        )
        .hint("Для того, кто через год спросит, почему проверка молчит."),
        may(
            "folder",
            "в какой папке; без неё — во всём портале",
            Shape::Text,
            "\"38-irkutskaya/zhigalovskiy\"",
        )
        .hint("Путь внутри папки content: регион или регион и район."),
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
        )
        .hint("Без этого поля — главная ветка хранилища."),
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
        )
        .hint("Путь от корня хранилища. Без этого поля — content."),
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
        )
        .hint("Название подборки практик."),
        may("year", "год", Shape::Text, "\"2023\"").hint("Если сборник за один год."),
        may("intro", "вступление", Shape::Text, "\"Здесь собраны …\"")
            .hint("О чём сборник и откуда практики. Стоит на первой странице."),
        need(
            "practices",
            "практики",
            Shape::Ids,
            "[\"sistema-nastavnichestva\"]",
        )
        .hint("Имена файлов практик без .md, в том порядке, в каком их печатать."),
    ],
};

pub(super) static QUESTION: Form = Form {
    name: "вопрос",
    name_of: "вопроса",
    fields: &[
        need("title", "вопрос", Shape::Text, "\"Что такое ШНОР?\"")
            .hint("Словами родителей, как они спрашивают."),
        may("group", "группа вопросов", Shape::Text, "\"О школе\"")
            .hint("Вопросы одной группы стоят вместе."),
        REVIEW_BY,
    ],
};

pub(super) static PAGE: Form = Form {
    name: "страница",
    name_of: "страницы",
    fields: &[
        need("title", "заголовок", Shape::Text, "\"О портале\"").hint("Заголовок страницы."),
        need(
            "description",
            "одно предложение о странице",
            Shape::Text,
            "\"Зачем нужен портал\"",
        )
        .hint("Стоит под заголовком и в поисковых системах."),
        REVIEW_BY,
    ],
};

pub(super) static GLOSSARY: Form = Form {
    name: "словарь",
    name_of: "словаря",
    fields: &[need("term", "слова", Shape::Tables(&TERM), "[[term]]")
        .hint("Сокращения и слова, которые портал объясняет читателям.")],
};

static TERM: Form = Form {
    name: "слово",
    name_of: "слова",
    fields: &[
        need("id", "идентификатор", Shape::Id, "\"shnor\"")
            .hint("Входит в адрес страницы слова; потом не меняйте."),
        may("abbr", "сокращение", Shape::Text, "\"ШНОР\"")
            .hint("Как пишут в документах. По нему портал находит слово в текстах."),
        may("name", "слово", Shape::Text, "\"резильентные школы\"").hint("Если это не сокращение."),
        may("forms", "другие написания", Shape::Texts, "[\"ШНРО\"]")
            .hint("Как ещё его пишут документы."),
        need("group", "группа", Shape::Text, "\"Школы\"").hint("Слова одной группы стоят вместе."),
        may(
            "plain",
            "простыми словами",
            Shape::Text,
            "\"Школы, которым нужна поддержка.\"",
        )
        .hint("Одно-два предложения для родителей. На странице помечено как слова портала."),
        need(
            "meaning",
            "значения",
            Shape::Tables(&MEANING),
            "[[term.meaning]]",
        )
        .hint("Расшифровка и откуда она. Значений может быть несколько: в разных районах разные."),
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
        )
        .hint("Слова документа."),
        may(
            "scope",
            "где так говорят",
            Shape::Territories,
            "[\"38-irkutskaya/ziminskoe\"]",
        )
        .hint("Если так говорят только там: адреса районов. Без этого поля — везде."),
        may(
            "source",
            "откуда известно",
            Shape::Text,
            "\"план, мероприятие 1\"",
        )
        .hint("Документ и место в нём."),
        may(
            "confirmed",
            "подтверждено ли документом",
            Shape::Flag,
            "false",
        )
        .hint("false, если ни один документ этого не говорит: читатель увидит «требует сверки»."),
    ],
};

pub(super) static RISKS: Form = Form {
    name: "словарь рисков",
    name_of: "словаря рисков",
    fields: &[need("risk", "риски", Shape::Tables(&RISK), "[[risk]]")
        .hint("Трудности школы, по которым отбирают практики.")],
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
        )
        .hint("На него ссылаются практики; потом не меняйте."),
        need(
            "name",
            "название",
            Shape::Text,
            "\"Низкая учебная мотивация обучающихся\"",
        )
        .hint("Как принято называть в методиках."),
        may(
            "plain",
            "простыми словами",
            Shape::Text,
            "\"Детям неинтересно учиться.\"",
        )
        .hint("То же для родителей."),
        may(
            "confirmed",
            "подтверждено ли документом",
            Shape::Flag,
            "false",
        )
        .hint("false, если название не сверено с документом."),
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
        )
        .hint("Документ, из которого взяты шаги."),
        need("step", "шаги", Shape::Tables(&STEP), "[[step]]")
            .hint("Шаги управления качеством: от целей до оценки мер."),
    ],
};

static STEP: Form = Form {
    name: "шаг цикла",
    name_of: "шага цикла",
    fields: &[
        need("number", "номер", Shape::Number, "1").hint("По порядку, с единицы."),
        need("name", "название", Shape::Text, "\"Цели\"").hint("Как в документе."),
        need("section", "раздел портала", Shape::Text, "\"tseli\"")
            .hint("Имя раздела латиницей: куда ведёт шаг."),
        may(
            "source",
            "откуда известен",
            Shape::Text,
            "\"рекомендации ФИОКО\"",
        )
        .hint("Если у шага свой источник."),
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
        )
        .hint("Для слов, которые меняются не по правилам: дети — ребёнок."),
        may(
            "same",
            "слова с одним значением",
            Shape::Tables(&SAME),
            "[[same]]",
        )
        .hint("Поиск по одному слову найдёт и другие."),
        may(
            "everyday",
            "слова родителей и слова документов",
            Shape::Tables(&EVERYDAY),
            "[[everyday]]",
        )
        .hint("Если родители спрашивают одними словами, а документы пишут другими."),
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
    )
    .hint("Каждая форма в своих кавычках, по одному слову.")],
};

static SAME: Form = Form {
    name: "группа слов",
    name_of: "группы слов",
    fields: &[need(
        "words",
        "слова с одним значением",
        Shape::Texts,
        "[\"педагог\", \"учитель\"]",
    )
    .hint("Слова и целые фразы, не меньше двух.")],
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
        )
        .hint("Как спрашивают родители."),
        need(
            "documents",
            "слова документов",
            Shape::Texts,
            "[\"учебная неуспешность\"]",
        )
        .hint("Как то же названо в документах."),
        may(
            "shown",
            "вежливые слова для читателя",
            Shape::Text,
            "\"помощь ученикам, которым трудно учиться\"",
        )
        .hint("Что показать читателю вместо резких слов, по которым он искал."),
    ],
};
