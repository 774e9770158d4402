//! JSON Schema 2020-12 of manifests.

use serde_json::{Map, Value as Json, json};

use crate::federation::event;
use crate::federation::manifest::FORMAT;
use crate::model::comparison::YARDSTICKS;
use crate::model::coverage::Fullness;
use crate::model::plan::period::PeriodKind;
use crate::model::plan::standing::Standing;
use crate::model::plan::status::StatusWord;
use crate::model::scope::Scope;

/// The dialect.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The schema.
pub fn schema() -> Json {
    let fields = [
        ("$schema", kind("string", "Путь к этой схеме.")),
        (
            "format",
            json!({ "const": FORMAT, "description": "Версия формата: поля только добавляются." }),
        ),
        ("generator", kind("string", "Программа и её версия.")),
        ("theme", theme()),
        (
            "shared",
            hex(
                16,
                "Отпечаток общих файлов содержимого: словаря, вопросов, страниц (xxh3-64).",
            ),
        ),
        (
            "scope",
            json!({ "enum": Scope::CODES, "description": "Охват сайта: муниципалитет, регион, страна." }),
        ),
        (
            "only",
            list(
                kind("string", ""),
                "Какими территориями ограничена сборка; пусто — всё содержимое.",
            ),
        ),
        (
            "commit",
            kind(
                "string",
                "Состояние содержимого: хеш коммита git. Нет, если содержимое отличалось от него.",
            ),
        ),
        (
            "without",
            list(
                kind("string", ""),
                "Части сайта, которые при сборке просили не делать.",
            ),
        ),
        ("date", day("День, на который собраны страницы.")),
        (
            "address",
            maybe("string", "Адрес корня дерева, с косой чертой в конце."),
        ),
        ("language", kind("string", "Код языка страниц.")),
        ("title", kind("string", "Название портала.")),
        (
            "territories",
            list(
                json!({ "$ref": "#/$defs/place" }),
                "Регионы и муниципалитеты по порядку адресов.",
            ),
        ),
        (
            "collections",
            list(kind("string", ""), "Сборники практик: /praktiki/<id>/."),
        ),
        (
            "search",
            list(
                json!({ "$ref": "#/$defs/search" }),
                "Части поискового указателя.",
            ),
        ),
        ("files", json!({ "$ref": "#/$defs/files" })),
    ];
    let mut schema = object(
        &fields,
        &["commit", "without"],
        "Манифест сайта: чем собран, какие территории и суммы в нём, какие файлы.",
    );
    let top = schema.as_object_mut().expect("an object");
    top.insert("$schema".to_owned(), json!(DIALECT));
    top.insert("title".to_owned(), json!("Манифест сайта"));
    top.insert(
        "$defs".to_owned(),
        json!({
            "place": place(), "sums": sums(), "plan": plan(), "practice": practice(), "news": news(),
            "search": search(), "files": files(),
        }),
    );
    schema
}

/// An object with these fields, of which all but some are always there.
fn object(fields: &[(&str, Json)], optional: &[&str], about: &str) -> Json {
    let required: Vec<&str> = fields
        .iter()
        .map(|(name, _)| *name)
        .filter(|name| !optional.contains(name))
        .collect();
    let properties: Map<String, Json> = fields
        .iter()
        .map(|(name, field)| ((*name).to_owned(), field.clone()))
        .collect();
    json!({ "type": "object", "description": about, "required": required, "properties": properties })
}

fn kind(kind: &str, about: &str) -> Json {
    match about {
        "" => json!({ "type": kind }),
        _ => json!({ "type": kind, "description": about }),
    }
}

fn maybe(kind: &str, about: &str) -> Json {
    json!({ "type": [kind, "null"], "description": about })
}

fn list(items: Json, about: &str) -> Json {
    json!({ "type": "array", "items": items, "description": about })
}

fn day(about: &str) -> Json {
    json!({ "type": "string", "format": "date", "description": about })
}

fn number(about: &str) -> Json {
    json!({ "type": "integer", "minimum": 0, "description": about })
}

fn hex(digits: usize, about: &str) -> Json {
    json!({ "type": "string", "pattern": format!("^[0-9a-f]{{{digits}}}$"), "description": about })
}

/// Numbers by these names; a name that is not there means zero or unknown.
fn numbers<'a>(names: impl Iterator<Item = &'a str>, value: &Json, about: &str) -> Json {
    let properties: Map<String, Json> =
        names.map(|name| (name.to_owned(), value.clone())).collect();
    json!({ "type": "object", "properties": properties, "additionalProperties": false, "description": about })
}

fn theme() -> Json {
    let fields = [
        ("templates", hex(16, "Шаблоны и слова (xxh3-64).")),
        (
            "files",
            hex(
                16,
                "Имена общих файлов: стилей, скриптов, шрифтов (xxh3-64).",
            ),
        ),
    ];
    object(
        &fields,
        &[],
        "Тема: у сайтов одного дерева общие файлы должны совпадать.",
    )
}

fn search() -> Json {
    let fields = [
        ("region", kind("string", "Регион; пусто — сам сайт.")),
        ("folder", kind("string", "Папка от корня сайта.")),
    ];
    object(&fields, &[], "Часть поискового указателя.")
}

fn files() -> Json {
    let fields = [
        (
            "list",
            kind("string", "Список файлов: «xxh3-128 размер путь» на строке."),
        ),
        ("count", number("Сколько файлов, без манифеста и списка.")),
        ("bytes", number("Их общий размер.")),
        (
            "xxh3",
            hex(32, "Отпечаток списка, а значит и всего сайта (xxh3-128)."),
        ),
    ];
    object(&fields, &[], "Все остальные файлы сайта.")
}

fn place() -> Json {
    let text = |about| kind("string", about);
    let office = object(
        &[
            ("name", text("Название.")),
            ("reachable", kind("boolean", "Есть адрес или телефон.")),
        ],
        &[],
        "Орган управления образованием.",
    );
    let program = object(
        &[
            ("title", text("Название.")),
            ("goals", kind("boolean", "Названы цели или задачи.")),
        ],
        &["goals"],
        "Программа.",
    );
    let note = object(
        &[
            ("section", text("Код раздела.")),
            ("text", kind("boolean", "Есть текст.")),
            ("empty_reason", text("Почему раздел пуст.")),
            ("stated_by", text("Кто это сообщил.")),
            ("stated_on", day("Когда.")),
            ("review_by", day("Когда перечитать.")),
        ],
        &[
            "text",
            "empty_reason",
            "stated_by",
            "stated_on",
            "review_by",
        ],
        "",
    );
    let act = object(
        &[
            ("id", text("Адрес: <территория>/dokumenty/<id>/.")),
            ("kind", text("Вид: «приказ».")),
            ("number", text("Номер, как напечатан.")),
            ("date", day("Дата.")),
            (
                "text",
                kind("boolean", "Есть текст, а не только ссылка на акт."),
            ),
        ],
        &["number", "date"],
        "",
    );
    let school = object(
        &[
            ("id", text("Адрес: <территория>/shkoly/<id>/.")),
            ("name", text("Название.")),
            (
                "supported",
                kind("boolean", "Документы называют её среди тех, кому помогают."),
            ),
        ],
        &["supported"],
        "",
    );
    let fields = [
        (
            "path",
            json!({ "type": "string", "pattern": "^[a-z0-9-]+(/[a-z0-9-]+)?$", "description": "Адрес от корня дерева." }),
        ),
        ("name", text("Именительный падеж.")),
        ("name_of", text("Родительный падеж.")),
        ("name_in", text("Где, с предлогом.")),
        ("kind", text("«муниципальный район», «область».")),
        ("official_name", text("Полное название.")),
        ("also_called", list(text(""), "Как ещё называют.")),
        ("authority", office),
        ("coordinator", kind("boolean", "Назван координатор.")),
        ("sums", json!({ "$ref": "#/$defs/sums" })),
        ("people", number("Сколько людей названо в документах.")),
        ("curators", number("Сколько кураторов.")),
        ("working_group", number("Сколько человек в рабочей группе.")),
        ("program", program),
        (
            "notes",
            list(note, "Тексты разделов или причины, почему их нет."),
        ),
        ("documents", list(act, "Акты.")),
        ("schools", list(school, "Школы.")),
        (
            "plans",
            list(json!({ "$ref": "#/$defs/plan" }), "Дорожные карты."),
        ),
        (
            "practices",
            list(json!({ "$ref": "#/$defs/practice" }), "Практики."),
        ),
        (
            "news",
            list(json!({ "$ref": "#/$defs/news" }), "Новости, новые сверху."),
        ),
    ];
    let always = [
        "path", "name", "name_of", "name_in", "kind", "sums", "people", "curators",
    ];
    let optional: Vec<&str> = fields
        .iter()
        .map(|(name, _)| *name)
        .filter(|name| !always.contains(name))
        .collect();
    object(&fields, &optional, "Регион или муниципалитет.")
}

fn sums() -> Json {
    let count = json!({ "type": "integer", "minimum": 0 });
    let figure = json!({ "type": "array", "items": count, "minItems": 1, "maxItems": 2 });
    let fields = [
        ("plans", number("Планов.")),
        ("events", number("Мероприятий во всех планах.")),
        (
            "standings",
            numbers(
                Standing::ALL.iter().map(|one| one.code()),
                &count,
                "Мероприятия по состоянию на день манифеста.",
            ),
        ),
        ("schools", number("Школ.")),
        ("documents", number("Актов.")),
        ("practices", number("Практик.")),
        ("news", number("Новостей.")),
        (
            "sections",
            numbers(
                Fullness::ALL.iter().map(|one| one.code()),
                &count,
                "Обязательные разделы: есть, устарело, нет.",
            ),
        ),
        (
            "figures",
            numbers(
                YARDSTICKS.iter().map(|one| one.code),
                &figure,
                "По чему сравнивают муниципалитеты: число или часть и целое.",
            ),
        ),
    ];
    object(&fields, &[], "Что сосчитано.")
}

fn plan() -> Json {
    let statuses: Vec<&str> = StatusWord::ALL.iter().map(|word| word.code()).collect();
    let kinds: Vec<&str> = event::kinds().collect();
    let day = "([0-9]{4}-[0-9]{2}-[0-9]{2})?";
    let time = format!("({}):{day}/{day}", kinds.join("|"));
    let line = format!(
        "^[a-z0-9-]+ ({})( @[0-9-]{{10}}| >?{time}| deadline| goal| target| person| proof[+]| proof-)*$",
        statuses.join("|")
    );
    let about = "Мероприятие без слов: id, статус, @день статуса, сроки «вид:первый/последний день», > новый срок, deadline — срок \
                 не понят, goal — есть показатель, target — с числом, person — назван человек, proof+ и proof- — подтверждения со \
                 ссылкой и без.";
    let periods: Vec<&str> = PeriodKind::ALL.iter().map(|kind| kind.code()).collect();
    let fields = [
        ("id", kind("string", "Адрес: <территория>/plan/<id>/.")),
        ("title", kind("string", "Название.")),
        (
            "period",
            json!({ "enum": periods, "description": "Вид периода." }),
        ),
        ("first", self::day("Первый день.")),
        ("last", self::day("Последний день.")),
        (
            "approved_by",
            kind("string", "Акт, которым план утверждён."),
        ),
        ("goals", kind("boolean", "Названы цели или задачи.")),
        (
            "events",
            list(json!({ "type": "string", "pattern": line }), about),
        ),
        (
            "titles",
            json!({
                "type": "object",
                "additionalProperties": { "type": "string" },
                "description": "Названия мероприятий, о которых сообщили последними."
            }),
        ),
    ];
    object(
        &fields,
        &["approved_by", "goals", "titles"],
        "Дорожная карта.",
    )
}

fn practice() -> Json {
    let text = |about| kind("string", about);
    let fields = [
        ("id", text("Адрес: praktiki/<id>/.")),
        ("title", text("Название.")),
        ("kind", text("Вид.")),
        ("level", text("Уровень.")),
        ("year", text("Год.")),
        ("status", text("Насколько проверена.")),
        ("summary", text("Одно предложение.")),
    ];
    object(&fields, &[], "Практика.")
}

fn news() -> Json {
    let fields = [
        ("id", kind("string", "Адрес: <территория>/novosti/<id>/.")),
        ("date", day("День.")),
        ("title", kind("string", "Заголовок.")),
        ("summary", kind("string", "Одно предложение.")),
        ("documents", list(kind("string", ""), "О каких актах.")),
    ];
    object(&fields, &["documents"], "Новость.")
}
