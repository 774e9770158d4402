//! Values of another kind than the field takes: numbers, dates, yes and no, lists.

use super::case::{Mistake, NEWS, NOTE, ORDER, PLACE, PLAN, PRACTICE, SCHOOLS, change};

const DATE: &str = "date = 2023-03-30";
const KNOWN: &str = "text_known = true";
const STALE: &str = "news_stale_days = 31";
const PORTAL: &str = "portal.toml";
const TITLE: &str = "title = \"Определение кураторов ШНОР для оказания методической помощи\"";

pub const CASES: &[Mistake] = &[
    // Dates.
    change(
        ORDER,
        (DATE, "date = 30.03.2023"),
        ("П107", "30.03.2023\ndate_"),
        &["2023-03-30"],
    ),
    change(
        ORDER,
        (DATE, "date = 30.03.2023 г."),
        ("П107", "30.03.2023 г.\n"),
        &["2023-03-30"],
    ),
    change(
        ORDER,
        (DATE, "date = \"30.03.2023\""),
        ("П107", "\"30.03.2023\""),
        &["2023-03-30"],
    ),
    change(
        ORDER,
        (DATE, "date = \"30 марта 2023 года\""),
        ("П107", "\"30 марта"),
        &["2023-03-30"],
    ),
    change(
        ORDER,
        (DATE, "date = 30 марта 2023"),
        ("П107", "30 марта"),
        &["2023-03-30"],
    ),
    change(
        ORDER,
        (DATE, "date = 2023-3-30"),
        ("П107", "2023-3-30"),
        &["2023-03-30"],
    ),
    change(
        ORDER,
        (DATE, "date = 2023.03.30"),
        ("П107", "2023.03.30"),
        &["2023-03-30"],
    ),
    change(
        ORDER,
        (DATE, "date = 2023/03/30"),
        ("П107", "2023/03/30"),
        &["2023-03-30"],
    ),
    change(
        ORDER,
        (DATE, "date = 30/03/2023"),
        ("П107", "30/03/2023"),
        &["2023-03-30"],
    ),
    change(
        ORDER,
        (DATE, "date = 30.03.23"),
        ("П107", "30.03.23\n"),
        &["2023-03-30"],
    ),
    change(
        ORDER,
        (DATE, "date = 2023-02-31"),
        ("П107", "2023-02-31"),
        &["28 дней"],
    ),
    change(
        ORDER,
        (DATE, "date = \"2023-02-31\""),
        ("П107", "\"2023-02-31\""),
        &["28 дней"],
    ),
    change(
        ORDER,
        (DATE, "date = 2023-13-01"),
        ("П107", "2023-13-01"),
        &["месяца 13"],
    ),
    change(
        ORDER,
        (DATE, "date = 2023-30-03"),
        ("П107", "2023-30-03"),
        &["переставлены"],
    ),
    change(
        ORDER,
        (DATE, "date = 2023-03-30T10:00:00"),
        ("П107", "2023-03-30T"),
        &["без времени", "2023-03-30"],
    ),
    change(
        ORDER,
        (DATE, "date = 2023-03-30 10:00"),
        ("П107", "2023-03-30 10"),
        &["2023-03-30"],
    ),
    change(
        ORDER,
        (DATE, "date = 2023–03–30"),
        ("П107", "2023–03–30"),
        &["2023-03-30"],
    ),
    change(
        ORDER,
        (DATE, "date = март 2023"),
        ("П107", "март 2023"),
        &["год, месяц, день"],
    ),
    change(
        ORDER,
        (DATE, "date = 2023"),
        ("П107", "2023\n"),
        &["год, месяц, день"],
    ),
    change(
        ORDER,
        (DATE, "date = 45015"),
        ("П107", "45015"),
        &["Excel", "2023-03-30"],
    ),
    change(
        NEWS,
        (DATE, "date = «30.03.2023»"),
        ("П107", "«30.03"),
        &["2023-03-30"],
    ),
    change(
        NOTE,
        ("source =", "stated_on = \"вчера\"\nsource ="),
        ("П107", "\"вчера\""),
        &["2023-04-30"],
    ),
    change(
        PLAN,
        (
            "deadline = \"апрель 2023 года\"",
            "deadline = \"апрель 2023 года\"\nstatus = \"выполнено\"\nstatus_date = 2023-04-31",
        ),
        ("П107", "2023-04-31"),
        &["30 дней"],
    ),
    // Yes and no.
    change(
        ORDER,
        (KNOWN, "text_known = да"),
        ("П005", "да\n"),
        &["true"],
    ),
    change(
        ORDER,
        (KNOWN, "text_known = \"да\""),
        ("П103", "\"да\""),
        &["true"],
    ),
    change(
        ORDER,
        (KNOWN, "text_known = \"true\""),
        ("П103", "\"true\""),
        &["true", "без кавычек"],
    ),
    change(
        ORDER,
        (KNOWN, "text_known = TRUE"),
        ("П005", "TRUE"),
        &["true"],
    ),
    change(
        ORDER,
        (KNOWN, "text_known = True"),
        ("П005", "True"),
        &["true"],
    ),
    change(
        ORDER,
        (KNOWN, "text_known = yes"),
        ("П005", "yes"),
        &["true"],
    ),
    change(ORDER, (KNOWN, "text_known = 1"), ("П103", "1\n"), &["true"]),
    change(ORDER, (KNOWN, "text_known = +"), ("П103", "+\n"), &["true"]),
    // Numbers.
    change(
        PORTAL,
        (STALE, "news_stale_days = \"31\""),
        ("П103", "\"31\""),
        &["31", "без кавычек"],
    ),
    change(
        PORTAL,
        (STALE, "news_stale_days = 31,5"),
        ("П103", "31,5"),
        &["целое число"],
    ),
    change(
        PORTAL,
        (STALE, "news_stale_days = 031"),
        ("П005", "031"),
        &["с нуля", "31"],
    ),
    change(
        PORTAL,
        (STALE, "news_stale_days = 1 000"),
        ("П005", "1 000"),
        &["1000"],
    ),
    change(
        PORTAL,
        (STALE, "news_stale_days = 31 день"),
        ("П103", "31 день"),
        &["целое число", "31"],
    ),
    change(
        PORTAL,
        (STALE, "news_stale_days = 50%"),
        ("П103", "50%"),
        &["целое число"],
    ),
    change(
        PORTAL,
        (STALE, "news_stale_days = -5"),
        ("П103", "-5"),
        &["больше нуля"],
    ),
    change(
        PORTAL,
        (STALE, "news_stale_days = тридцать"),
        ("П103", "тридцать"),
        &["целое число"],
    ),
    // Texts.
    change(
        PLAN,
        ("number = \"2.\"", "number = 2"),
        ("П103", "2\ntitle"),
        &["\"2\""],
    ),
    change(
        PLAN,
        ("number = \"2.\"", "number = 2."),
        ("П103", "2.\ntitle"),
        &["\"2.\""],
    ),
    change(
        PLAN,
        ("number = \"2.\"", "number = 2.1.3"),
        ("П005", "2.1.3"),
        &["\"2.1.3\""],
    ),
    change(
        PLAN,
        ("period = \"2023\"", "period = 2023"),
        ("П103", "2023\napproved"),
        &["\"2023\""],
    ),
    change(
        PLAN,
        ("period = \"2023\"", "period = 2022-2023"),
        ("П005", "2022-2023"),
        &["\"2022-2023\""],
    ),
    change(
        PLAN,
        ("period = \"2023\"", "period = \"2023 год\""),
        ("П108", "\"2023 год\""),
        &["\"2023\""],
    ),
    change(
        PLAN,
        ("period = \"2023\"", "period = \"2022/2023\""),
        ("П108", "\"2022/2023\""),
        &["\"2022-2023\""],
    ),
    change(
        PLAN,
        ("period = \"2023\"", "period = \"2032\""),
        ("П108", "\"2032\""),
        &["2023"],
    ),
    change(
        PLAN,
        (TITLE, "title = [\"Определение кураторов\"]"),
        ("П103", "[\"Определение"),
        &["без скобок"],
    ),
    change(
        PLAN,
        (TITLE, "title = { text = \"Определение кураторов\" }"),
        ("П103", "{ text"),
        &["текст"],
    ),
    change(
        PLAN,
        (TITLE, "title = true"),
        ("П103", "true\nplain"),
        &["\"true\""],
    ),
    change(
        PLAN,
        ("deadline = \"апрель 2023 года\"", "deadline = 2023-04-30"),
        ("П103", "2023-04-30"),
        &["\"2023-04-30\""],
    ),
    change(
        PLAN,
        ("deadline = \"апрель 2023 года\"", "deadline = 30.04.2023"),
        ("П103", "30.04.2023"),
        &["\"30.04.2023\""],
    ),
    change(
        PLAN,
        (
            "deadline = \"апрель 2023 года\"",
            "deadline = апрель 2023 года",
        ),
        ("П005", "апрель 2023 года\nresp"),
        &["deadline = \"апрель 2023 года\""],
    ),
    change(
        PLAN,
        ("deadline = \"апрель 2023 года\"", "deadline = -"),
        ("П005", "-\nresp"),
        &["удалите"],
    ),
    change(
        SCHOOLS,
        ("year = \"2023\"", "year = 2023"),
        ("П103", "2023\n"),
        &["\"2023\""],
    ),
    // Lists.
    change(
        PLACE,
        ("also_called = [\"Жигалово\"]", "also_called = \"Жигалово\""),
        ("П103", "\"Жигалово\""),
        &["[\"Жигалово\"]"],
    ),
    change(
        PLACE,
        (
            "also_called = [\"Жигалово\"]",
            "also_called = \"Жигалово, Тутура\"",
        ),
        ("П103", "\"Жигалово, Т"),
        &["[\"Жигалово\", \"Тутура\"]"],
    ),
    change(
        PLACE,
        (
            "also_called = [\"Жигалово\"]",
            "also_called = [[\"Жигалово\"]]",
        ),
        ("П103", "[\"Жигалово\"]]"),
        &["текст"],
    ),
    change(
        PLACE,
        (
            "also_called = [\"Жигалово\"]",
            "also_called = [1, \"Жигалово\"]",
        ),
        ("П103", "1, \"Жиг"),
        &["\"1\""],
    ),
    change(
        NEWS,
        ("documents = [\"114-od\"]", "documents = \"114-od\""),
        ("П103", "\"114-od\"\n"),
        &["[\"114-od\"]"],
    ),
    change(
        PRACTICE,
        ("events = [\"2023/m20\"]", "events = []"),
        ("П104", "[]"),
        &["пуст"],
    ),
    change(
        PRACTICE,
        ("events = [\"2023/m20\"]", "events = [\"m20\"]"),
        ("П106", "\"m20\""),
        &["2023/m07"],
    ),
    change(
        PRACTICE,
        ("events = [\"2023/m20\"]", "events = [2023/m20]"),
        ("П005", "2023/m20]"),
        &["\"2023/m20\""],
    ),
    // Words from a list.
    change(
        PRACTICE,
        ("kind = \"наставничество\"", "kind = \"Наставничество\""),
        ("П105", "\"Наставничество\""),
        &["«наставничество»"],
    ),
    change(
        PRACTICE,
        ("status = \"описана в плане\"", "status = \"план\""),
        ("П105", "\"план\""),
        &["описана в плане", "в архиве"],
    ),
    change(
        ORDER,
        ("kind = \"приказ\"", "kind = \"Приказ \""),
        ("П105", "\"Приказ \""),
        &["«приказ»"],
    ),
    change(
        PLAN,
        (
            "deadline = \"апрель 2023 года\"",
            "deadline = \"апрель 2023 года\"\nstatus = \"done\"",
        ),
        ("П105", "\"done\""),
        &["выполнено"],
    ),
    change(
        PLAN,
        (
            "deadline = \"апрель 2023 года\"",
            "deadline = \"апрель 2023 года\"\nstatus = \"выполненно\"",
        ),
        ("П105", "\"выполненно\""),
        &["выполнено"],
    ),
    change(
        PLAN,
        ("holds = \"deadline\"", "holds = \"срок\""),
        ("П105", "\"срок\""),
        &["deadline"],
    ),
    // Identifiers.
    change(
        PLAN,
        ("id = \"m02\"", "id = \"M02\""),
        ("П106", "\"M02\""),
        &["m02"],
    ),
    change(
        PLAN,
        ("id = \"m02\"", "id = \"м02\""),
        ("П106", "\"м02\""),
        &["m02"],
    ),
    change(
        PLAN,
        ("id = \"m02\"", "id = 2"),
        ("П103", "2\nnumber"),
        &["\"2\""],
    ),
    change(
        PLAN,
        ("id = \"m02\"", "id = \"мероприятие 2\""),
        ("П106", "\"мероприятие 2\""),
        &["meropriyatie-2"],
    ),
    change(
        PLACE,
        (
            "coordinator = \"netesova-lv\"",
            "coordinator = \"Нетесова Л.В.\"",
        ),
        ("П106", "\"Нетесова Л.В.\""),
        &["netesova-lv"],
    ),
];
