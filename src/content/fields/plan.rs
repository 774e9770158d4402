//! Keys of a roadmap.

use crate::content::fields::form::{Form, Shape, may, need};

pub(super) static PLAN: Form = Form {
    name: "план",
    name_of: "плана",
    fields: &[
        need("title", "название", Shape::Text, "\"План мероприятий …\""),
        may(
            "plain",
            "простыми словами",
            Shape::Text,
            "\"План на 2023 год: как помогать школам, которым нужна поддержка.\"",
        ),
        need(
            "period",
            "период",
            Shape::Period,
            "\"2023\" или \"2022-2023\" (учебный год)",
        ),
        may("approved_by", "чем утверждён", Shape::Id, "\"114-od\""),
        may(
            "approval_stamp",
            "гриф утверждения",
            Shape::Text,
            "\"УТВЕРЖДЕН приказом …\"",
        ),
        may(
            "preamble",
            "текст перед таблицей",
            Shape::Text,
            "\"План мероприятий разработан в целях …\"",
        ),
        need(
            "columns",
            "столбцы таблицы",
            Shape::Tables(&COLUMN),
            "[{ heading = \"Срок\", holds = \"deadline\" }]",
        ),
        may("section", "разделы", Shape::Tables(&SECTION), "[[section]]"),
        may(
            "event",
            "мероприятия плана без разделов",
            Shape::Tables(&EVENT),
            "[[event]]",
        )
        .not_with("section"),
    ],
};

/// What a column of a plan holds, in Russian, by the word it is described with.
pub fn cell_label(holds: &str) -> Option<&'static str> {
    EVENT.field(holds).map(|field| field.label)
}

static COLUMN: Form = Form {
    name: "столбец",
    name_of: "столбца",
    fields: &[
        need(
            "heading",
            "заголовок столбца",
            Shape::Text,
            "\"Сроки реализации\"",
        ),
        need(
            "holds",
            "что в столбце",
            Shape::OneOf(&[
                "number",
                "title",
                "deadline",
                "responsible",
                "indicator",
                "result",
            ]),
            "\"deadline\"",
        ),
    ],
};

static SECTION: Form = Form {
    name: "раздел",
    name_of: "раздела",
    fields: &[
        may("numeral", "номер раздела", Shape::Text, "\"I.\""),
        need(
            "title",
            "название раздела",
            Shape::Text,
            "\"Методическое сопровождение\"",
        ),
        may("goal", "цель", Shape::Text, "\"Цель: …\""),
        may(
            "tasks_heading",
            "слова перед задачами",
            Shape::Text,
            "\"Задачи:\"",
        ),
        may("tasks", "задачи", Shape::Texts, "[\"1. …\"]"),
        may(
            "event",
            "мероприятия",
            Shape::Tables(&EVENT),
            "[[section.event]]",
        ),
    ],
};

static EVENT: Form = Form {
    name: "мероприятие",
    name_of: "мероприятия",
    fields: &[
        need("id", "идентификатор", Shape::Id, "\"m07\""),
        may("number", "номер по документу", Shape::Text, "\"7.\""),
        need(
            "title",
            "мероприятие",
            Shape::Text,
            "\"Родительские собрания\"",
        ),
        may(
            "plain",
            "простыми словами",
            Shape::Text,
            "\"Рассказать родителям на собраниях, как помочь ребёнку.\"",
        ),
        need("deadline", "срок", Shape::Text, "\"апрель 2023 года\""),
        may(
            "responsible",
            "исполнители",
            Shape::Text,
            "\"Руководители школ\"",
        ),
        may(
            "indicator",
            "показатель",
            Shape::Text,
            "\"100% школ провели собрания\"",
        ),
        may("result", "результат", Shape::Text, "\"Протокол собрания\""),
        may(
            "remark",
            "примечание редактора",
            Shape::Text,
            "\"Строка в документе разорвана\"",
        ),
        may(
            "status",
            "статус",
            Shape::OneOf(&[
                "выполнено",
                "запланировано",
                "перенесено",
                "отменено",
                "нет данных",
            ]),
            "\"выполнено\"",
        ),
        may("status_date", "дата статуса", Shape::Date, "2023-05-10"),
        may(
            "fact",
            "что сделано",
            Shape::Text,
            "\"Собрания прошли в 7 школах\"",
        ),
        may(
            "moved_to",
            "на когда перенесено",
            Shape::Text,
            "\"сентябрь 2023 года\"",
        ),
        may(
            "proof",
            "подтверждения",
            Shape::Tables(&PROOF),
            "[[section.event.proof]]",
        ),
        may(
            "as_printed",
            "так в документе",
            Shape::Table(&AS_PRINTED),
            "",
        ),
        may("pairing", "сроки по школам", Shape::Tables(&PAIRING), ""),
    ],
};

static PROOF: Form = Form {
    name: "подтверждение",
    name_of: "подтверждения",
    fields: &[
        need("title", "что это", Shape::Text, "\"Протокол собрания\""),
        may(
            "link",
            "ссылка",
            Shape::Text,
            "\"https://example.ru/protokol\"",
        ),
        may("date", "дата", Shape::Date, "2023-05-10"),
    ],
};

static AS_PRINTED: Form = Form {
    name: "ячейки как напечатано",
    name_of: "ячеек как напечатано",
    fields: &[
        may("number", "номер", Shape::Text, "\"7\""),
        may("title", "мероприятие", Shape::Text, "\"Родительские\""),
        may("deadline", "срок", Shape::Text, "\"Ежегодно до\""),
        may(
            "responsible",
            "исполнители",
            Shape::Text,
            "\"Руководители\"",
        ),
        may(
            "indicator",
            "показатель",
            Shape::Text,
            "\"посвященные поддержке ШНОР\"",
        ),
        may("result", "результат", Shape::Text, "\"Ссылка\""),
    ],
};

static PAIRING: Form = Form {
    name: "срок по школам",
    name_of: "срока по школам",
    fields: &[
        need("deadline", "срок из ячейки", Shape::Text, "\"апрель\""),
        may("schools", "школы", Shape::Ids, "[\"tuturskaya\"]"),
        may("people", "люди", Shape::Ids, "[\"vlasova-mv\"]"),
        may(
            "topic",
            "тема",
            Shape::Text,
            "\"Инклюзивное образовательное пространство\"",
        ),
    ],
};
