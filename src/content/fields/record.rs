//! Keys of acts, programmes, working groups, practices, news and section texts.

use crate::content::fields::form::{Form, Shape, may, need};

pub(super) static DOCUMENT: Form = Form {
    name: "документ",
    name_of: "документа",
    fields: &[
        need(
            "kind",
            "вид документа",
            Shape::OneOf(&[
                "приказ",
                "распоряжение",
                "письмо",
                "положение",
                "программа",
                "иной документ",
            ]),
            "\"приказ\"",
        ),
        need(
            "level",
            "уровень",
            Shape::OneOf(&["федеральный", "региональный", "муниципальный", "школьный"]),
            "\"муниципальный\"",
        ),
        may("number", "номер", Shape::Text, "\"114- од\""),
        may("date", "дата", Shape::Date, "2023-03-30"),
        may(
            "date_verbatim",
            "дата как напечатано",
            Shape::Text,
            "\"от 30.03.2023 г\"",
        ),
        may(
            "other_dates",
            "другие даты того же акта",
            Shape::Tables(&OTHER_DATE),
            "",
        ),
        need(
            "issuer",
            "кто издал",
            Shape::Text,
            "\"Управление образования\"",
        ),
        may(
            "place",
            "место издания",
            Shape::Text,
            "\"г. Горно-Алтайск\"",
        ),
        need(
            "title",
            "название",
            Shape::Text,
            "\"Об утверждении плана …\"",
        ),
        may(
            "letterhead",
            "бланк",
            Shape::Text,
            "\"Управление образования …\"",
        ),
        may("heading", "слова вида документа", Shape::Text, "\"ПРИКАЗ\""),
        may("approval_stamp", "гриф", Shape::Text, "\"УТВЕРЖДЕН …\""),
        may("preamble", "преамбула", Shape::Text, "\"В целях …\""),
        may(
            "order_word",
            "слово «приказываю»",
            Shape::Text,
            "\"ПРИКАЗЫВАЮ:\"",
        ),
        may(
            "basis",
            "на каких актах основан",
            Shape::Ids,
            "[\"55-310-mr\"]",
        ),
        need("text_known", "есть ли текст", Shape::Flag, "true"),
        may("signatory", "подпись", Shape::Text, "\"Ю.Л.Богатова\""),
        may(
            "signatory_post",
            "должность подписавшего",
            Shape::Text,
            "\"Начальник управления образования\"",
        ),
        may(
            "signatory_person",
            "кто подписал",
            Shape::Id,
            "\"bogatova-yul\"",
        ),
        may("file", "файл документа", Shape::Text, "\"114-od.pdf\""),
        may(
            "source",
            "откуда известен",
            Shape::Text,
            "\"преамбула приказа № 114- од\"",
        ),
        may("point", "пункты", Shape::Tables(&POINT), "[[point]]"),
    ],
};

static OTHER_DATE: Form = Form {
    name: "другая дата",
    name_of: "другой даты",
    fields: &[
        need("date", "дата", Shape::Date, "2023-03-13"),
        need(
            "where",
            "где так написано",
            Shape::Text,
            "\"раздел «Проблемы»\"",
        ),
    ],
};

static POINT: Form = Form {
    name: "пункт",
    name_of: "пункта",
    fields: &[
        need("number", "номер пункта", Shape::Text, "\"1.\""),
        need("text", "текст пункта", Shape::Text, "\"Утвердить план …\""),
        may(
            "deadline",
            "слова о сроке",
            Shape::Text,
            "\"в срок до 27 апреля\"",
        ),
        may("control", "пункт о контроле", Shape::Flag, "true"),
        may("people", "люди", Shape::Ids, "[\"netesova-lv\"]"),
        may("schools", "школы", Shape::Ids, "[\"ezhinskaya-oosh\"]"),
    ],
};

pub(super) static WORKING_GROUP: Form = Form {
    name: "рабочая группа",
    name_of: "рабочей группы",
    fields: &[
        need(
            "title",
            "название",
            Shape::Text,
            "\"Состав муниципальной рабочей группы\"",
        ),
        may("approved_by", "чем утверждена", Shape::Id, "\"76-o\""),
        may(
            "columns",
            "заголовки таблицы",
            Shape::Texts,
            "[\"ФИО\", \"Должность\"]",
        ),
        need(
            "member",
            "члены группы",
            Shape::Tables(&MEMBER),
            "[[member]]",
        ),
    ],
};

static MEMBER: Form = Form {
    name: "член группы",
    name_of: "члена группы",
    fields: &[
        may("number", "номер", Shape::Text, "\"1.\""),
        need("name", "имя как напечатано", Shape::Text, "\"Тимков А.В,\""),
        need("post", "должность", Shape::Text, "\"начальник РУО\""),
        may("person", "человек", Shape::Id, "\"timkov-av\""),
        need(
            "role",
            "роль в группе",
            Shape::OneOf(&["руководитель", "заместитель руководителя", "член группы"]),
            "\"член группы\"",
        ),
        may("school", "школа", Shape::Id, "\"kuyanovskaya-sosh\""),
    ],
};

pub(super) static PROGRAM: Form = Form {
    name: "программа",
    name_of: "программы",
    fields: &[
        need("title", "название", Shape::Text, "\"Паспорт программы\""),
        may("approved_by", "чем утверждена", Shape::Id, "\"76-o\""),
        may("period", "период", Shape::Text, "\"2023 год\""),
        may(
            "row",
            "строки паспорта",
            Shape::Tables(&PASSPORT_ROW),
            "[[row]]",
        ),
        may("part", "другие части", Shape::Tables(&PART), "[[part]]"),
    ],
};

static PASSPORT_ROW: Form = Form {
    name: "строка паспорта",
    name_of: "строки паспорта",
    fields: &[
        need("label", "левая ячейка", Shape::Text, "\"Цель программы\""),
        need(
            "value",
            "правая ячейка",
            Shape::Text,
            "\"Повышение качества …\"",
        ),
        may(
            "items",
            "правая ячейка списком",
            Shape::Texts,
            "[\"- обеспечить …;\"]",
        ),
    ],
};

static PART: Form = Form {
    name: "часть программы",
    name_of: "части программы",
    fields: &[
        need(
            "kind",
            "о чём часть",
            Shape::OneOf(&["сведения", "проблемы", "цели", "задачи", "меры"]),
            "\"проблемы\"",
        ),
        may("heading", "заголовок", Shape::Text, "\"Цели и задачи\""),
        may(
            "intro",
            "текст до списка",
            Shape::Text,
            "\"Выявлены следующие проблемы\"",
        ),
        may("items", "список", Shape::Texts, "[\"1. …\"]"),
        may(
            "outro",
            "текст после списка",
            Shape::Text,
            "\"Для устранения …\"",
        ),
    ],
};

pub(super) static NEWS: Form = Form {
    name: "новость",
    name_of: "новости",
    fields: &[
        need("date", "дата", Shape::Date, "2023-03-30"),
        need(
            "title",
            "заголовок",
            Shape::Text,
            "\"Утверждён план на 2023 год\"",
        ),
        need(
            "summary",
            "одно предложение о сути",
            Shape::Text,
            "\"Управление образования утвердило …\"",
        ),
        may("documents", "документы", Shape::Ids, "[\"114-od\"]"),
        may("events", "мероприятия", Shape::Events, "[\"2023/m01\"]"),
        may("schools", "школы", Shape::Ids, "[\"tuturskaya\"]"),
    ],
};

pub(super) static PRACTICE: Form = Form {
    name: "практика",
    name_of: "практики",
    fields: &[
        need(
            "title",
            "название",
            Shape::Text,
            "\"Система наставничества\"",
        ),
        need(
            "kind",
            "вид практики",
            Shape::OneOf(&[
                "управленческая",
                "педагогическая",
                "психолого-педагогическая",
                "наставничество",
                "работа с родителями",
                "сетевое взаимодействие",
            ]),
            "\"наставничество\"",
        ),
        need(
            "level",
            "уровень",
            Shape::OneOf(&["школьный", "муниципальный", "региональный"]),
            "\"муниципальный\"",
        ),
        need("year", "год плана", Shape::Text, "\"2023\""),
        need(
            "summary",
            "одно предложение о сути",
            Shape::Text,
            "\"Опытные учителя помогают …\"",
        ),
        need(
            "events",
            "мероприятия, где описана",
            Shape::Events,
            "[\"2023/m20\"]",
        ),
        may("schools", "школы", Shape::Ids, "[\"tuturskaya\"]"),
        may("people", "люди", Shape::Ids, "[\"kalinenko-ov\"]"),
        may(
            "risks",
            "риски",
            Shape::Ids,
            "[\"nizkaya-uchebnaya-motivatsiya\"]",
        ),
        need(
            "status",
            "проверена ли",
            Shape::OneOf(&["описана в плане", "проверена", "в архиве"]),
            "\"описана в плане\"",
        ),
        may("steps", "шаги", Shape::Texts, "[\"Выбрать наставников\"]"),
        may("problem", "какую трудность решает", Shape::Text, "\"…\""),
        may("goal", "цель", Shape::Text, "\"…\""),
        may("target_group", "для кого", Shape::Text, "\"педагоги\""),
        may("classes", "классы", Shape::Text, "\"5–7\""),
        may("subject", "предмет", Shape::Text, "\"математика\""),
        may("period", "когда", Shape::Text, "\"апрель 2023 года\""),
        may("resources", "что понадобилось", Shape::Text, "\"…\""),
        may("results", "результат", Shape::Text, "\"…\""),
        may("conditions", "условия применения", Shape::Text, "\"…\""),
        may("limits", "ограничения", Shape::Text, "\"…\""),
        may(
            "what_did_not_work",
            "что не получилось",
            Shape::Text,
            "\"…\"",
        ),
        may("expert_review", "экспертная оценка", Shape::Text, "\"…\""),
        may("contact", "к кому обратиться", Shape::Text, "\"…\""),
    ],
};

pub(super) static SECTION_NOTE: Form = Form {
    name: "текст раздела",
    name_of: "текста раздела",
    fields: &[
        may("title", "заголовок", Shape::Text, "\"Мониторинг и анализ\""),
        may("source", "откуда текст", Shape::Text, "\"приказ № 201\""),
        may(
            "empty_reason",
            "почему раздел пуст",
            Shape::Text,
            "\"Планом не предусмотрено\"",
        ),
        may(
            "stated_by",
            "кто так сказал",
            Shape::Text,
            "\"управление образования\"",
        ),
        may("stated_on", "когда", Shape::Date, "2026-11-22"),
        may(
            "review_by",
            "перечитать не позже",
            Shape::Date,
            "2027-09-01",
        ),
    ],
};
