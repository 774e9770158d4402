//! Mistakes in headers of tables, and fields that fell into another table.

use super::case::{GROUP, Mistake, ORDER, PEOPLE, PLACE, PLAN, SCHOOLS, change, put};

const FIRST: &str = "[[section.event]]\nid = \"m01\"";
const NEW_PLAN: &str = "38-irkutskaya/zhigalovskiy/plans/2025.toml";

pub const CASES: &[Mistake] = &[
    change(
        PLAN,
        (FIRST, "[[section.event]\nid = \"m01\""),
        ("П005", "[[section.event]\n"),
        &["[[section.event]]"],
    ),
    change(
        PLAN,
        (FIRST, "[section.event]]\nid = \"m01\""),
        ("П005", "[section.event]]\n"),
        &["[[section.event]]"],
    ),
    change(
        PLAN,
        (FIRST, "[section.event]\nid = \"m01\""),
        ("П110", "[section.event]\n"),
        &["[[section.event]]"],
    ),
    change(
        PLAN,
        (FIRST, "[[[section.event]]]\nid = \"m01\""),
        ("П005", "[[[section.event]]]"),
        &["[[section.event]]"],
    ),
    change(
        PLAN,
        (FIRST, "[[section,event]]\nid = \"m01\""),
        ("П005", ",event"),
        &["[[section.event]]"],
    ),
    change(
        PLAN,
        (FIRST, "[[section event]]\nid = \"m01\""),
        ("П005", " event]]"),
        &["[[section.event]]"],
    ),
    change(
        PLAN,
        (FIRST, "[[section.event]] первое\nid = \"m01\""),
        ("П005", "первое"),
        &["заголов"],
    ),
    change(
        PLAN,
        (FIRST, "[[section.event]] id = \"m01\""),
        ("П005", "id = \"m01\""),
        &["с новой строки"],
    ),
    change(
        PLAN,
        (FIRST, "[[section.events]]\nid = \"m01\""),
        ("П101", "events]]"),
        &["event"],
    ),
    change(
        PLAN,
        (FIRST, "[[section.Event]]\nid = \"m01\""),
        ("П101", "Event]]"),
        &["event"],
    ),
    change(
        PLAN,
        (FIRST, "[[Section.event]]\nid = \"m01\""),
        ("П101", "Section.event"),
        &["section"],
    ),
    change(
        PLAN,
        (FIRST, "[[event]]\nid = \"m01\""),
        ("П012", "[[event]]"),
        &["[[section.event]]"],
    ),
    change(
        PLAN,
        (FIRST, "[[events]]\nid = \"m01\""),
        ("П101", "events"),
        &["[[section.event]]"],
    ),
    change(
        PLAN,
        (FIRST, "[[раздел.мероприятие]]\nid = \"m01\""),
        ("П010", "раздел"),
        &["section"],
    ),
    change(
        PLAN,
        (FIRST, "[[sесtion.event]]\nid = \"m01\""),
        ("П010", "sесtion"),
        &["section"],
    ),
    change(
        PLAN,
        (FIRST, "[[ section.event ]]\u{a0}\nid = \"m01\""),
        ("П005", "[[ section"),
        &["[[section.event]]"],
    ),
    change(
        PLAN,
        ("[[section]]\n", "[[sectoin]]\n"),
        ("П101", "sectoin"),
        &["section"],
    ),
    change(
        PLAN,
        ("[[section]]\n", "[section]\n"),
        ("П110", "[section]"),
        &["[[section]]"],
    ),
    change(
        PLAN,
        (
            "[[section]]\ntitle = \"Организационные мероприятия, направленные на оказание адресной помощи школам с низкими образовательными результатами и функционирующих в неблагоприятных условиях\"\n\n",
            "",
        ),
        ("П012", "[[section.event]]"),
        &["[[section]]"],
    ),
    put(
        NEW_PLAN,
        "title = \"План\"\nperiod = \"2025\"\ncolumns = [{ heading = \"Событие\", holds = \"title\" }]\n\n[[section.event]]\nid = \"m01\"\ntitle = \"Собрание\"\ndeadline = \"май 2025 года\"\n",
        ("П012", "[[section.event]]"),
        &["[[section]]", "[[event]]"],
    ),
    put(
        NEW_PLAN,
        "title = \"План\"\nperiod = \"2025\"\ncolumns = [{ heading = \"Событие\", holds = \"title\" }]\n\n[event]\nid = \"m01\"\ntitle = \"Собрание\"\ndeadline = \"май 2025 года\"\n",
        ("П103", "[event]"),
        &["[[event]]"],
    ),
    change(
        PEOPLE,
        (
            "[[person]]\nid = \"bogatova-yul\"",
            "[person]\nid = \"bogatova-yul\"",
        ),
        ("П110", "[person]"),
        &["[[person]]"],
    ),
    change(
        PEOPLE,
        ("[[person.post]]\n", "[person.post]\n"),
        ("П103", "[person.post]"),
        &["[[person.post]]"],
    ),
    change(
        PEOPLE,
        ("[[person.post]]\n", "[[post]]\n"),
        ("П101", "post"),
        &["[[person.post]]"],
    ),
    change(
        PLACE,
        ("[authority]\n", "[[authority]]\n"),
        ("П103", "[[authority]]"),
        &["[authority]"],
    ),
    change(
        PLACE,
        ("[authority]\n", "[autority]\n"),
        ("П101", "autority"),
        &["authority"],
    ),
    change(
        SCHOOLS,
        ("[[school.category]]\n", "[[school.categories]]\n"),
        ("П101", "categories"),
        &["category"],
    ),
    change(
        SCHOOLS,
        ("[[school]]\n", "[[schools]]\n"),
        ("П101", "schools"),
        &["school"],
    ),
    change(
        GROUP,
        ("[[member]]\n", "[[]]\n"),
        ("П005", "[[]]"),
        &["имени"],
    ),
    change(
        ORDER,
        ("[[point]]\n", "[[point\n"),
        ("П005", "[[point\n"),
        &["[[point]]"],
    ),
    // Headers without brackets, or without what they belong to.
    change(
        PLACE,
        ("[authority]\n", "authority\n"),
        ("П005", "authority\nname"),
        &["[authority]"],
    ),
    change(
        PLACE,
        ("[authority]\n", "(authority)\n"),
        ("П005", "(authority)"),
        &["[authority]"],
    ),
    change(
        PLACE,
        ("[authority]\n", "authority:\n"),
        ("П005", "authority:"),
        &["[authority]"],
    ),
    change(
        ORDER,
        ("[[point]]\n", "point\n"),
        ("П005", "point\nnumber"),
        &["[[point]]"],
    ),
    change(
        PLAN,
        (
            "[[section.event]]\nid = \"m02\"",
            "[[proof]]\ntitle = \"Протокол\"\n\n[[section.event]]\nid = \"m02\"",
        ),
        ("П101", "proof]]"),
        &["[[section.event.proof]]"],
    ),
    // A header lost.
    change(
        PLAN,
        ("[[section.event]]\nid = \"m02\"", "id = \"m02\""),
        ("П110", "id = \"m02\""),
        &["нет заголовка", "[[section.event]]"],
    ),
    change(
        PEOPLE,
        ("[[person]]\nid = \"netesova-lv\"", "id = \"netesova-lv\""),
        ("П101", "id = \"netesova-lv\""),
        &["[[person]]"],
    ),
    // Fields of the file under a header.
    put(
        NEW_PLAN,
        "title = \"План\"\ncolumns = [{ heading = \"Событие\", holds = \"title\" }]\n\n[[section]]\ntitle = \"Раздел\"\nperiod = \"2025\"\n",
        ("П101", "period"),
        &["выше", "[[section]]"],
    ),
    put(
        NEW_PLAN,
        "title = \"План\"\nperiod = \"2025\"\n\n[[section]]\ntitle = \"Раздел\"\n[[section.event]]\nid = \"m01\"\ntitle = \"Собрание\"\ndeadline = \"май 2025 года\"\ncolumns = [{ heading = \"Событие\", holds = \"title\" }]\n",
        ("П101", "columns"),
        &["выше", "плана"],
    ),
];
