//! Keys of files about a region or municipality, its people and schools.

use crate::content::fields::form::{Field, Form, Shape, may, need};
use crate::model::place::school::CATEGORIES;

const NAME: Field = need("name", "название", Shape::Text, "\"Жигаловский район\"");
const NAME_OF: Field = need(
    "name_of",
    "название в родительном падеже",
    Shape::Text,
    "\"Жигаловского района\"",
);
const NAME_IN: Field = need(
    "name_in",
    "название с предлогом (где?)",
    Shape::Text,
    "\"в Жигаловском районе\"",
);
const KIND: Field = need("kind", "вид территории", Shape::Text, "\"район\"");
const OFFICIAL: Field = may(
    "official_name",
    "полное название по документам",
    Shape::Text,
    "\"муниципальное образование «Жигаловский район»\"",
);
const ALSO_CALLED: Field = may(
    "also_called",
    "как ещё называют люди: город или село, для поиска",
    Shape::Texts,
    "[\"Жигалово\"]",
);
const COORDINATOR: Field = may(
    "coordinator",
    "муниципальный координатор",
    Shape::Id,
    "\"netesova-lv\"",
);
const MAIN_DOCUMENT: Field = may("document", "главный документ", Shape::Id, "\"114-od\"");
const AUTHORITY_FIELD: Field = may(
    "authority",
    "орган управления образованием",
    Shape::Table(&AUTHORITY),
    "",
);
const BODIES: Field = may("body", "другие исполнители", Shape::Tables(&BODY), "");

pub(super) static REGION: Form = Form {
    name: "регион",
    name_of: "региона",
    fields: &[
        NAME,
        NAME_OF,
        NAME_IN,
        KIND,
        OFFICIAL,
        ALSO_CALLED,
        may(
            "ministry",
            "министерство или департамент",
            Shape::Text,
            "\"министерство образования Иркутской области\"",
        ),
        may(
            "institute",
            "институт развития образования",
            Shape::Text,
            "\"ГАУ ДПО ИРО\"",
        ),
        COORDINATOR,
        MAIN_DOCUMENT,
        AUTHORITY_FIELD,
        BODIES,
    ],
};

pub(super) static MUNICIPALITY: Form = Form {
    name: "муниципалитет",
    name_of: "муниципалитета",
    fields: &[
        NAME,
        NAME_OF,
        NAME_IN,
        KIND,
        OFFICIAL,
        ALSO_CALLED,
        may(
            "neighbours",
            "соседние районы из документов",
            Shape::Texts,
            "[\"Качугский район\"]",
        ),
        COORDINATOR,
        MAIN_DOCUMENT,
        AUTHORITY_FIELD,
        BODIES,
    ],
};

static AUTHORITY: Form = Form {
    name: "орган управления образованием",
    name_of: "органа управления образованием",
    fields: &[
        need(
            "name",
            "название",
            Shape::Text,
            "\"Комитет по образованию администрации ЗГМО\"",
        ),
        may("short", "короткое название", Shape::Text, "\"РУО\""),
        may(
            "aliases",
            "как ещё называют документы",
            Shape::Texts,
            "[\"Первомайское РУО\"]",
        ),
        may("head", "руководитель", Shape::Id, "\"bogatova-yul\""),
        may("inn", "ИНН", Shape::Text, "\"7012001001\""),
        may("kpp", "КПП", Shape::Text, "\"701201001\""),
        may("ogrn", "ОГРН", Shape::Text, "\"1027002955660\""),
        may("contact", "контакты", Shape::Table(&CONTACT), ""),
    ],
};

static CONTACT: Form = Form {
    name: "контакты",
    name_of: "контактов",
    fields: &[
        may(
            "address",
            "адрес",
            Shape::Text,
            "\"Советская ул., 1, с. Первомайское\"",
        ),
        may("postcode", "индекс", Shape::Text, "\"636930\""),
        may("phones", "телефоны", Shape::Texts, "[\"8(38245) 2-28-83\"]"),
        may("fax", "факс", Shape::Text, "\"2-26-37\""),
        may(
            "email",
            "электронная почта",
            Shape::Text,
            "\"ruo@example.ru\"",
        ),
        may("site", "сайт", Shape::Text, "\"https://example.ru\""),
        may("hours", "часы приёма", Shape::Text, "\"пн–пт 9:00–17:00\""),
    ],
};

static BODY: Form = Form {
    name: "исполнитель",
    name_of: "исполнителя",
    fields: &[
        need("id", "идентификатор", Shape::Id, "\"toipkro\""),
        need("name", "название", Shape::Text, "\"ТОИПКРО\""),
        may(
            "full",
            "полное название",
            Shape::Text,
            "\"Томский областной институт …\"",
        ),
        may(
            "aliases",
            "как ещё называют документы",
            Shape::Texts,
            "[\"ТОИПКРО РУО\"]",
        ),
        need(
            "kind",
            "вид исполнителя",
            Shape::OneOf(&BODY_KIND_NAMES),
            "\"региональный институт\"",
        ),
    ],
};

const BODY_KIND_NAMES: [&str; 9] = {
    let kinds = crate::model::place::authority::BODY_KINDS;
    let mut names = [""; 9];
    let mut index = 0;
    while index < 9 {
        names[index] = kinds[index].0;
        index += 1;
    }
    names
};

pub(super) static PEOPLE: Form = Form {
    name: "список людей",
    name_of: "списка людей",
    fields: &[need("person", "люди", Shape::Tables(&PERSON), "")],
};

static PERSON: Form = Form {
    name: "человек",
    name_of: "человека",
    fields: &[
        need("id", "идентификатор", Shape::Id, "\"netesova-lv\""),
        need(
            "name",
            "фамилия и инициалы",
            Shape::Text,
            "\"Нетесова Л.В.\"",
        ),
        may(
            "aliases",
            "как ещё написано в документах",
            Shape::Texts,
            "[\"Нетесову Л.В.\"]",
        ),
        may("school", "школа", Shape::Id, "\"kemskaya-sosh-2\""),
        may("post", "должности", Shape::Tables(&POST), ""),
    ],
};

static POST: Form = Form {
    name: "должность",
    name_of: "должности",
    fields: &[
        need(
            "title",
            "название должности",
            Shape::Text,
            "\"начальник управления образования\"",
        ),
        need(
            "source",
            "где об этом сказано",
            Shape::Text,
            "\"приказ № 114- од, п. 2\"",
        ),
    ],
};

pub(super) static SCHOOLS: Form = Form {
    name: "список школ",
    name_of: "списка школ",
    fields: &[need("school", "школы", Shape::Tables(&SCHOOL), "")],
};

static SCHOOL: Form = Form {
    name: "школа",
    name_of: "школы",
    fields: &[
        need("id", "идентификатор", Shape::Id, "\"kemskaya-sosh-2\""),
        need("name", "название", Shape::Text, "\"МБОУ Кемская СОШ №2\""),
        may(
            "aliases",
            "как ещё написано в документах",
            Shape::Texts,
            "[\"МБОУ Кемской СОШ №2\"]",
        ),
        may(
            "legal_form",
            "правовая форма",
            Shape::OneOf(&["МБОУ", "МАОУ", "МКОУ"]),
            "\"МБОУ\"",
        ),
        may(
            "level",
            "ступень",
            Shape::OneOf(&["СОШ", "ООШ", "НОШ"]),
            "\"СОШ\"",
        ),
        may("head", "руководитель", Shape::Id, "\"berdennikova-ia\""),
        may(
            "contact_persons",
            "кто назван рядом со школой",
            Shape::Ids,
            "[\"vlasova-mv\"]",
        ),
        may("site", "сайт", Shape::Text, "\"https://example.ru\""),
        may("address", "адрес", Shape::Text, "\"с. Тутура\""),
        may(
            "source",
            "где названа",
            Shape::Text,
            "\"приказ № 76-О, п. 4\"",
        ),
        may(
            "category",
            "категории по годам",
            Shape::Tables(&SCHOOL_CATEGORY),
            "",
        ),
    ],
};

static SCHOOL_CATEGORY: Form = Form {
    name: "категория школы",
    name_of: "категории школы",
    fields: &[
        need("year", "год", Shape::Text, "\"2023\""),
        need(
            "category",
            "категория",
            Shape::OneOf(CATEGORIES),
            "\"ШНОР\"",
        ),
        need(
            "source",
            "где об этом сказано",
            Shape::Text,
            "\"приказ № 76-О, п. 4\"",
        ),
    ],
};

pub(super) static CURATORS: Form = Form {
    name: "список кураторов",
    name_of: "списка кураторов",
    fields: &[need("curator", "кураторы", Shape::Tables(&CURATOR), "")],
};

static CURATOR: Form = Form {
    name: "куратор",
    name_of: "куратора",
    fields: &[
        need("person", "человек", Shape::Id, "\"netesova-lv\""),
        need("schools", "школы", Shape::Ids, "[\"tuturskaya\"]"),
        may("period", "когда", Shape::Text, "\"2023 год\""),
        may(
            "source",
            "где об этом сказано",
            Shape::Text,
            "\"приказ № 12\"",
        ),
    ],
};
