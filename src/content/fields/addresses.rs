//! Keys of `ids.toml`: what became of what stood at an address.

use crate::content::fields::form::{Field, Form, Shape, may, need};

const ADDRESS: Field = need(
    "address",
    "адрес",
    Shape::Text,
    "\"38-irkutskaya/zhigalovskiy/novosti/2026-01-10-sobranie/\"",
)
.hint("Адрес страницы на портале — как в строке браузера, можно целиком.");

pub(super) static ADDRESSES: Form = Form {
    name: "судьба адресов",
    name_of: "судьбы адресов",
    fields: &[
        may(
            "moved",
            "переехало на другой адрес",
            Shape::Tables(&MOVED),
            "[[moved]]",
        )
        .hint("По старому адресу останется страница «Перенесено» со ссылкой на новый."),
        may("removed", "снято с публикации", Shape::Tables(&REMOVED), "[[removed]]")
            .hint("По старому адресу останется страница о том, что здесь было, до какого дня и почему снято."),
        may(
            "reused",
            "по адресу теперь другое",
            Shape::Tables(&REUSED),
            "[[reused]]",
        )
        .hint("Только если так и задумано: те, кто сохранил старую ссылку, увидят не то, что сохраняли."),
    ],
};

static MOVED: Form = Form {
    name: "переезд",
    name_of: "переезда",
    fields: &[
        need(
            "from",
            "старый адрес",
            Shape::Text,
            "\"38-irkutskaya/zhigalovskiy/plan/2023/\"",
        )
        .hint("Со старым адресом переезжает и всё, что лежало под ним."),
        need(
            "to",
            "новый адрес",
            Shape::Text,
            "\"38-irkutskaya/zhigalovskiy/plan/2022-2023/\"",
        )
        .hint("Где то же самое лежит теперь."),
    ],
};

static REMOVED: Form = Form {
    name: "снятая страница",
    name_of: "снятой страницы",
    fields: &[
        ADDRESS,
        may("date", "когда снято", Shape::Date, "2026-03-01")
            .hint("Без этого поля — день, когда портал собран без страницы."),
        need(
            "reason",
            "почему снято",
            Shape::Text,
            "\"Новость опубликована по ошибке\"",
        )
        .hint("Эти слова увидит читатель, который пришёл по старой ссылке."),
        may(
            "see",
            "где смотреть теперь",
            Shape::Text,
            "\"38-irkutskaya/zhigalovskiy/novosti/\"",
        )
        .hint("Адрес страницы портала. Без этого поля — ближайшая страница выше."),
        may(
            "title",
            "как назвать вместо прежнего заголовка",
            Shape::Text,
            "\"Новость о собрании\"",
        )
        .hint("Если прежний заголовок показывать нельзя, например в нём было имя."),
    ],
};

static REUSED: Form = Form {
    name: "занятый адрес",
    name_of: "занятого адреса",
    fields: &[
        ADDRESS,
        need(
            "reason",
            "почему так",
            Shape::Text,
            "\"Строки плана были перепутаны при вводе\"",
        )
        .hint("Для тех, кто спросит потом."),
    ],
};
