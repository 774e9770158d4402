//! Mistakes in names of fields, and fields that are missing, in every kind of file.

use super::case::{
    CURATORS, GROUP, Mistake, NEWS, NOTE, ORDER, PAGE, PEOPLE, PLACE, PLAN, PRACTICE, PROGRAM,
    QUESTION, SCHOOLS, change, put,
};

pub const CASES: &[Mistake] = &[
    // Names in Russian, by what the field is called or by how it is typed.
    change(
        PLAN,
        ("period = \"2023\"", "период = \"2023\""),
        ("П010", "период ="),
        &["period", "период"],
    ),
    change(
        PLAN,
        (
            "deadline = \"апрель 2023 года\"",
            "срок = \"апрель 2023 года\"",
        ),
        ("П010", "срок ="),
        &["deadline"],
    ),
    change(
        PLAN,
        ("responsible = \"Муниц", "Исполнители = \"Муниц"),
        ("П010", "Исполнители ="),
        &["responsible"],
    ),
    change(
        PLAN,
        ("responsible = \"Муниц", "Ответственный = \"Муниц"),
        ("П010", "Ответственный ="),
        &["responsible"],
    ),
    change(
        PLACE,
        (
            "name = \"Жигаловский район\"",
            "название = \"Жигаловский район\"",
        ),
        ("П010", "название ="),
        &["name"],
    ),
    change(
        NEWS,
        ("title = \"", "заголовок = \""),
        ("П010", "заголовок ="),
        &["title"],
    ),
    change(
        NEWS,
        ("date = 2023", "\"дата\" = 2023"),
        ("П010", "\"дата\" ="),
        &["date"],
    ),
    change(
        PLAN,
        ("period = \"2023\"", "рeriod = \"2023\""),
        ("П010", "р"),
        &["period", "русск"],
    ),
    change(
        PLACE,
        ("kind = \"район\"", "кind = \"район\""),
        ("П010", "кind"),
        &["kind"],
    ),
    change(
        PLACE,
        ("document = \"114-od\"", "doсument = \"114-od\""),
        ("П010", "doсument"),
        &["document"],
    ),
    change(
        PLAN,
        (
            "title = \"Определение кураторов",
            "ешеду = \"Определение кураторов",
        ),
        ("П010", "ешеду"),
        &["title", "раскладк"],
    ),
    change(
        ORDER,
        (
            "level = \"муниципальный\"",
            "уровень документа = \"муниципальный\"",
        ),
        ("П010", "уровень документа"),
        &["level"],
    ),
    // Capitals, spaces, hyphens, endings.
    change(
        PLACE,
        ("kind = \"район\"", "Kind = \"район\""),
        ("П101", "Kind"),
        &["kind"],
    ),
    change(
        PLAN,
        (
            "title = \"Определение кураторов",
            "TITLE = \"Определение кураторов",
        ),
        ("П101", "TITLE"),
        &["title"],
    ),
    change(
        PLACE,
        ("name_of =", "name-of ="),
        ("П101", "name-of"),
        &["name_of"],
    ),
    change(
        PLACE,
        ("name_of =", "name of ="),
        ("П005", " of ="),
        &["name_of"],
    ),
    change(
        PLACE,
        ("name_of =", "nameOf ="),
        ("П101", "nameOf"),
        &["name_of"],
    ),
    change(
        SCHOOLS,
        ("level = \"СОШ\"", "levels = \"СОШ\""),
        ("П101", "levels"),
        &["level"],
    ),
    change(
        PEOPLE,
        ("aliases = [", "alias = ["),
        ("П101", "alias ="),
        &["aliases"],
    ),
    change(GROUP, ("role = ", "rol = "), ("П101", "rol ="), &["role"]),
    change(
        PROGRAM,
        ("approved_by = ", "aproved_by = "),
        ("П101", "aproved_by"),
        &["approved_by"],
    ),
    change(
        PRACTICE,
        ("events = [", "event = ["),
        ("П101", "event ="),
        &["events"],
    ),
    change(
        PAGE,
        ("description = ", "descripton = "),
        ("П101", "descripton"),
        &["description"],
    ),
    change(
        QUESTION,
        ("group = ", "tags = "),
        ("П101", "tags"),
        &["group", "title"],
    ),
    change(
        "glossary.toml",
        ("abbr = \"ШНОР\"", "abr = \"ШНОР\""),
        ("П101", "abr ="),
        &["abbr"],
    ),
    change(
        "risks.toml",
        ("plain = ", "plane = "),
        ("П101", "plane ="),
        &["plain"],
    ),
    change(
        "cycle.toml",
        ("section = ", "sektion = "),
        ("П101", "sektion ="),
        &["section"],
    ),
    change(
        "portal.toml",
        ("news_stale_days", "news_stale_day"),
        ("П101", "news_stale_day ="),
        &["news_stale_days"],
    ),
    change(
        "collections/sbornik-2023.toml",
        ("practices = [", "practice = ["),
        ("П101", "practice ="),
        &["practices"],
    ),
    // A field of another table.
    change(
        PLAN,
        (
            "id = \"m02\"\n",
            "id = \"m02\"\npreamble = \"Слова перед таблицей\"\n",
        ),
        ("П101", "preamble"),
        &["плана", "выше"],
    ),
    change(
        PLACE,
        (
            "head = \"bogatova-yul\"",
            "head = \"bogatova-yul\"\nphones = [\"8(39551) 3-12-34\"]",
        ),
        ("П101", "phones"),
        &["[authority.contact]"],
    ),
    // Missing fields.
    change(
        PLAN,
        (
            "title = \"Определение кураторов ШНОР для оказания методической помощи\"\n",
            "",
        ),
        ("П102", "[[section.event]]\nid = \"m02\""),
        &["title", "№ 2", "после строки"],
    ),
    change(
        PLAN,
        ("deadline = \"май 2023 года\"\n", ""),
        ("П102", ""),
        &["срок", "deadline", "№", "после строки"],
    ),
    change(
        PLAN,
        ("period = \"2023\"\n", ""),
        ("П102", ""),
        &["period", "после строки"],
    ),
    change(
        PLAN,
        ("id = \"m02\"\n", ""),
        ("П102", "[[section.event]]\nnumber = \"2.\""),
        &["id", "№ 2"],
    ),
    change(
        PLACE,
        ("name_in = \"в Жигаловском районе\"\n", ""),
        ("П102", ""),
        &["name_in", "Жигаловский район"],
    ),
    change(
        PEOPLE,
        ("name = \"Богатова Ю.Л.\"\n", ""),
        ("П102", "[[person]]\nid = \"bogatova-yul\""),
        &["name", "bogatova-yul"],
    ),
    change(
        SCHOOLS,
        ("name = \"МБОУ Комсомольская СОШ\"\n", ""),
        ("П102", "[[school]]\nid = \"komso"),
        &["name"],
    ),
    put(
        CURATORS,
        "[[curator]]\nperson = \"netesova-lv\"\n",
        ("П102", "[[curator]]"),
        &["schools"],
    ),
    change(
        GROUP,
        ("post = \"начальник управления образования\"\n", ""),
        ("П102", "[[member]]\nname = \"Богатова"),
        &["post"],
    ),
    change(
        PROGRAM,
        ("label = \"Наименование\"\n", ""),
        ("П102", "[[row]]"),
        &["label"],
    ),
    change(
        ORDER,
        ("text_known = true\n", ""),
        ("П102", ""),
        &["text_known"],
    ),
    change(
        NEWS,
        ("date = 2023-03-30\n", ""),
        ("П102", ""),
        &["date", "дата"],
    ),
    change(
        PRACTICE,
        (
            "summary = \"Район ищет лучший опыт наставничества и показывает его школам.\"\n",
            "",
        ),
        ("П102", ""),
        &["summary"],
    ),
    change(
        PAGE,
        ("title = \"Доступность\"\n", ""),
        ("П102", ""),
        &["title"],
    ),
    change(
        "glossary.toml",
        ("group = \"Школы\"\n", ""),
        ("П102", "[[term]]\nid = \"shnor\""),
        &["group"],
    ),
    change(
        "risks.toml",
        ("name = \"Низкий уровень оснащения школы\"\n", ""),
        ("П102", "[[risk]]"),
        &["name"],
    ),
    change(
        "cycle.toml",
        ("name = \"Цели\"\n", ""),
        ("П102", "[[step]]"),
        &["name"],
    ),
    change(
        "portal.toml",
        ("title = \"Поддержка школ\"\n", ""),
        ("П102", ""),
        &["title"],
    ),
    // Empty ones.
    change(
        PLAN,
        ("deadline = \"апрель 2023 года\"", "deadline = \"\""),
        ("П104", "\"\"\nresponsible"),
        &["срок"],
    ),
    change(
        NEWS,
        (
            "title = \"Утверждён план мероприятий Жигаловского района на 2023 год\"",
            "title = \"   \"",
        ),
        ("П104", "\"   \""),
        &["title"],
    ),
    change(
        PRACTICE,
        ("people = [\"kalinenko-ov\"]", "people = [\"\"]"),
        ("П104", "\"\"]"),
        &["people"],
    ),
    put(PEOPLE, "# Люди появятся позже\n", ("П104", ""), &["person"]),
    put(NOTE, "", ("П006", ""), &["+++"]),
];
