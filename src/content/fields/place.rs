//! Keys of files about a region or municipality, its people and schools.

use crate::content::fields::form::{Field, Form, Shape, may, need};
use crate::model::place::school::CATEGORIES;

const NAME: Field = need("name", "название", Shape::Text, "\"Жигаловский район\"")
    .hint("Так район или регион называется в заголовках и меню. Берите из устава или из плана.");
const NAME_OF: Field = need(
    "name_of",
    "название в родительном падеже",
    Shape::Text,
    "\"Жигаловского района\"",
)
.hint("Стоит в предложениях: «план Жигаловского района».");
const NAME_IN: Field = need(
    "name_in",
    "название с предлогом (где?)",
    Shape::Text,
    "\"в Жигаловском районе\"",
)
.hint("Стоит в предложениях вместе с предлогом: «школы в Жигаловском районе».");
const KIND: Field = need("kind", "вид территории", Shape::Text, "\"район\"")
    .hint("Одним-двумя словами: район, городской округ, область, республика.");
const OFFICIAL: Field = may(
    "official_name",
    "полное название по документам",
    Shape::Text,
    "\"муниципальное образование «Жигаловский район»\"",
)
.hint("Если в документах название длиннее. По нему место находит поиск.");
const ALSO_CALLED: Field = may(
    "also_called",
    "как ещё называют люди: город или село, для поиска",
    Shape::Texts,
    "[\"Жигалово\"]",
)
.hint("По этим словам район находит поиск; на страницах их нет.");
const COORDINATOR: Field = may(
    "coordinator",
    "муниципальный координатор",
    Shape::Id,
    "\"netesova-lv\"",
)
.hint("Поле id человека из people.toml. Его показывают первым в ответе «Кому звонить».");
const MAIN_DOCUMENT: Field = may("document", "главный документ", Shape::Id, "\"114-od\"")
    .hint("Имя файла из папки documents без .toml: приказ, которым утверждён план.");
const AUTHORITY_FIELD: Field = may(
    "authority",
    "орган управления образованием",
    Shape::Table(&AUTHORITY),
    "",
)
.hint("Отдел, комитет или управление образования: к нему родители обращаются с вопросами.");
const BODIES: Field = may("body", "другие исполнители", Shape::Tables(&BODY), "").hint("Организации, которые планы называют исполнителями: институты, методические объединения, администрация. По ним программа узнаёт, кто отвечает.");

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
        )
        .hint("Как названо в документах. По этому названию регион находит поиск."),
        may(
            "institute",
            "институт развития образования",
            Shape::Text,
            "\"ГАУ ДПО ИРО\"",
        )
        .hint("Кто учит педагогов и помогает школам: как назван в документах. По этому названию регион находит поиск."),
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
        )
        .hint("Только те, что названы в документах. По этим словам район находит поиск."),
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
        ).hint("Полностью, как в приказе."),
        may("short", "короткое название", Shape::Text, "\"РУО\"").hint("Если документы называют его сокращённо: РУО, УО."),
        may(
            "aliases",
            "как ещё называют документы",
            Shape::Texts,
            "[\"Первомайское РУО\"]",
        ).hint("Каждое написание из планов и приказов, включая другие падежи: по ним программа узнаёт исполнителя."),
        may("head", "руководитель", Shape::Id, "\"bogatova-yul\"").hint("Поле id человека из people.toml."),
        may("inn", "ИНН", Shape::Text, "\"7012001001\"").hint("С официального бланка; в кавычках, чтобы не потерялись нули."),
        may("kpp", "КПП", Shape::Text, "\"701201001\"").hint("С официального бланка; в кавычках."),
        may("ogrn", "ОГРН", Shape::Text, "\"1027002955660\"").hint("С официального бланка; в кавычках."),
        may("contact", "контакты", Shape::Table(&CONTACT), "").hint("Адрес, телефоны, почта, часы приёма. Только рабочие, не личные."),
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
        ).hint("Улица, дом, село или город. Индекс пишут отдельно."),
        may("postcode", "индекс", Shape::Text, "\"636930\"").hint("Шесть цифр в кавычках."),
        may("phones", "телефоны", Shape::Texts, "[\"8(38245) 2-28-83\"]").hint("Рабочие телефоны с кодом, каждый в своих кавычках. С телефона родителя по ним можно будет позвонить одним нажатием."),
        may("fax", "факс", Shape::Text, "\"2-26-37\"").hint("Если он ещё есть."),
        may(
            "email",
            "электронная почта",
            Shape::Text,
            "\"ruo@example.ru\"",
        ).hint("Наберите латинскими буквами и проверьте письмом: на этот адрес читатели сообщают об ошибках."),
        may("site", "сайт", Shape::Text, "\"https://example.ru\"").hint("Адрес целиком, с https://."),
        may("hours", "часы приёма", Shape::Text, "\"пн–пт 9:00–17:00\"").hint("Когда можно прийти или позвонить."),
    ],
};

static BODY: Form = Form {
    name: "исполнитель",
    name_of: "исполнителя",
    fields: &[
        need("id", "идентификатор", Shape::Id, "\"toipkro\"")
            .hint("Придумайте один раз и не меняйте: латинские буквы, цифры, дефисы."),
        need("name", "название", Shape::Text, "\"ТОИПКРО\"")
            .hint("Как его называет план; так будет на страницах."),
        may(
            "full",
            "полное название",
            Shape::Text,
            "\"Томский областной институт …\"",
        )
        .hint("Если план называет его сокращением."),
        may(
            "aliases",
            "как ещё называют документы",
            Shape::Texts,
            "[\"ТОИПКРО РУО\"]",
        )
        .hint("Каждое написание из плана, включая другие падежи."),
        need(
            "kind",
            "вид исполнителя",
            Shape::OneOf(&BODY_KIND_NAMES),
            "\"региональный институт\"",
        )
        .hint("По виду исполнители собираются в поиске и на страницах."),
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
    fields: &[need("person", "люди", Shape::Tables(&PERSON), "")
        .hint("Должностные лица из приказов и планов. Учеников и родителей здесь быть не должно.")],
};

static PERSON: Form = Form {
    name: "человек",
    name_of: "человека",
    fields: &[
        need("id", "идентификатор", Shape::Id, "\"netesova-lv\"").hint("Фамилия и инициалы латиницей. На него ссылаются другие файлы, поэтому потом не меняйте."),
        need(
            "name",
            "фамилия и инициалы",
            Shape::Text,
            "\"Нетесова Л.В.\"",
        ).hint("Как в приказе: фамилия и инициалы."),
        may(
            "aliases",
            "как ещё написано в документах",
            Shape::Texts,
            "[\"Нетесову Л.В.\"]",
        ).hint("Другие падежи и описки из документов: по ним программа узнаёт человека в ячейке исполнителей."),
        may("school", "школа", Shape::Id, "\"kemskaya-sosh-2\"").hint("Если человек работает в школе: поле id школы из schools.toml."),
        may("post", "должности", Shape::Tables(&POST), "").hint("У человека может быть несколько должностей; у каждой указывают, где она названа."),
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
        )
        .hint("Слова документа без изменений."),
        need(
            "source",
            "где об этом сказано",
            Shape::Text,
            "\"приказ № 114- од, п. 2\"",
        )
        .hint("Документ и место в нём, чтобы читатель мог проверить."),
    ],
};

pub(super) static SCHOOLS: Form = Form {
    name: "список школ",
    name_of: "списка школ",
    fields: &[need("school", "школы", Shape::Tables(&SCHOOL), "")
        .hint("Школы, названные в планах и приказах. У каждой будет своя страница.")],
};

static SCHOOL: Form = Form {
    name: "школа",
    name_of: "школы",
    fields: &[
        need("id", "идентификатор", Shape::Id, "\"kemskaya-sosh-2\"").hint("Придумайте один раз и не меняйте: входит в адрес страницы школы."),
        need("name", "название", Shape::Text, "\"МБОУ Кемская СОШ №2\"").hint("Как в документе. Так школа называется на всех страницах."),
        may(
            "aliases",
            "как ещё написано в документах",
            Shape::Texts,
            "[\"МБОУ Кемской СОШ №2\"]",
        ).hint("Каждое другое написание из документов: по ним мероприятия попадают на страницу школы."),
        may(
            "legal_form",
            "правовая форма",
            Shape::OneOf(&["МБОУ", "МАОУ", "МКОУ"]),
            "\"МБОУ\"",
        ).hint("Бюджетная, автономная или казённая — по уставу."),
        may(
            "level",
            "ступень",
            Shape::OneOf(&["СОШ", "ООШ", "НОШ"]),
            "\"СОШ\"",
        ).hint("Средняя (СОШ), основная (ООШ) или начальная (НОШ) школа."),
        may("head", "руководитель", Shape::Id, "\"berdennikova-ia\"").hint("Поле id директора из people.toml."),
        may(
            "contact_persons",
            "кто назван рядом со школой",
            Shape::Ids,
            "[\"vlasova-mv\"]",
        ).hint("Поля id людей, которых документ называет рядом со школой."),
        may("site", "сайт", Shape::Text, "\"https://example.ru\"").hint("Адрес сайта школы целиком, с https://."),
        may("address", "адрес", Shape::Text, "\"с. Тутура\"").hint("Как в документе или на сайте школы."),
        may(
            "source",
            "где названа",
            Shape::Text,
            "\"приказ № 76-О, п. 4\"",
        ).hint("Документ и место, где школа названа."),
        may(
            "category",
            "категории по годам",
            Shape::Tables(&SCHOOL_CATEGORY),
            "",
        ).hint("Кем школа была в каком году. Пишите только то, что сказано в документе: слово «ШНОР» без документа обидит школу."),
    ],
};

static SCHOOL_CATEGORY: Form = Form {
    name: "категория школы",
    name_of: "категории школы",
    fields: &[
        need("year", "год", Shape::Text, "\"2023\"").hint("Год, на который составлен список."),
        need(
            "category",
            "категория",
            Shape::OneOf(CATEGORIES),
            "\"ШНОР\"",
        )
        .hint("Слово из документа. Если школа просто участвует в плане, так и выберите."),
        need(
            "source",
            "где об этом сказано",
            Shape::Text,
            "\"приказ № 76-О, п. 4\"",
        )
        .hint("Приказ или план, который это говорит."),
    ],
};

pub(super) static CURATORS: Form = Form {
    name: "список кураторов",
    name_of: "списка кураторов",
    fields: &[need("curator", "кураторы", Shape::Tables(&CURATOR), "")
        .hint("Кто из специалистов за какие школы отвечает, по приказу.")],
};

static CURATOR: Form = Form {
    name: "куратор",
    name_of: "куратора",
    fields: &[
        need("person", "человек", Shape::Id, "\"netesova-lv\"")
            .hint("Поле id человека из people.toml."),
        need("schools", "школы", Shape::Ids, "[\"tuturskaya\"]")
            .hint("Поля id школ из schools.toml."),
        may("period", "когда", Shape::Text, "\"2023 год\"").hint("На какой срок назначен."),
        may(
            "source",
            "где об этом сказано",
            Shape::Text,
            "\"приказ № 12\"",
        )
        .hint("Приказ, которым назначен."),
    ],
};
