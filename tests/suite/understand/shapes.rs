//! Plans of other shapes than the five documents: what editors really write.

use super::paper::{grid, paragraph, pasted, row, wide_row};
use shnor_portal::import::paper::{Block, Paper, Row};
use shnor_portal::import::understand::draft::{PlanDraft, Understood};
use shnor_portal::import::understand::understand;
use shnor_portal::model::plan::roadmap::ColumnRole;

fn read(blocks: Vec<Block>) -> Understood {
    understand(&Paper {
        blocks,
        remarks: Vec::new(),
    })
}

fn titles(plan: &PlanDraft) -> Vec<&str> {
    plan.events()
        .map(|event| event.words(ColumnRole::Title))
        .collect()
}

fn sections(plan: &PlanDraft) -> Vec<(Option<&str>, &str, usize)> {
    plan.sections
        .iter()
        .map(|section| {
            (
                section.numeral.as_deref(),
                section.title.as_deref().unwrap_or_default(),
                section.events.len(),
            )
        })
        .collect()
}

fn column(plan: &PlanDraft, role: ColumnRole) -> Vec<&str> {
    plan.events().map(|event| event.words(role)).collect()
}

fn doubts(found: &Understood) -> Vec<&str> {
    found
        .doubts
        .iter()
        .map(|doubt| doubt.words.as_str())
        .collect()
}

/// A school's plan: other headings, a column of forms, a mark of fulfilment, sections with bold numerals.
#[test]
fn headings_of_a_school_plan() {
    let found = read(vec![
        paragraph("ПЛАН", 1),
        paragraph("работы с учителями школ с низкими результатами", 2),
        paragraph("на 2024/2025 учебный год", 3),
        grid(
            vec![
                row(&[
                    "№",
                    "Содержание деятельности",
                    "Форма",
                    "Дата проведения",
                    "Ответственный исполнитель",
                    "Планируемый результат",
                    "Отметка о выполнении",
                ]),
                row(&["1", "2", "3", "4", "5", "6", "7"]),
                wide_row("Раздел 1. Диагностика", 7),
                row(&[
                    "1.1",
                    "Анкетирование педагогов",
                    "Анкета",
                    "сентябрь",
                    "Методист",
                    "Справка",
                    "",
                ]),
                row(&[
                    "1.2",
                    "Посещение уроков",
                    "Визит",
                    "октябрь 2024",
                    "Завуч",
                    "Анализ уроков",
                    "Выполнено",
                ]),
                wide_row("Раздел 2. Обучение", 7),
                row(&[
                    "2.1",
                    "Семинар",
                    "Семинар",
                    "март 2025",
                    "Методист",
                    "Не менее 20 участников",
                    "",
                ]),
            ],
            1,
        ),
    ]);
    let plan = &found.plans[0];
    assert_eq!(
        plan.period.as_ref().map(|period| period.written.as_str()),
        Some("2024-2025")
    );
    assert_eq!(
        plan.title.as_ref().map(|title| title.words.lines().count()),
        Some(3)
    );
    assert_eq!(
        sections(plan),
        [
            (Some("Раздел 1."), "Диагностика", 2),
            (Some("Раздел 2."), "Обучение", 1)
        ]
    );
    assert_eq!(
        column(plan, ColumnRole::Indicator),
        ["Справка", "Анализ уроков", "Не менее 20 участников"]
    );
    let second = plan.events().nth(1).expect("two events");
    assert_eq!(
        second.extra,
        [
            ("Форма".to_owned(), "Визит".to_owned()),
            ("Отметка о выполнении".to_owned(), "Выполнено".to_owned())
        ]
    );
    assert!(doubts(&found).iter().any(|words| words.contains("«Форма»")));
}

/// Several measures share a direction in a merged cell: the directions are the sections.
#[test]
fn a_merged_column_of_directions() {
    let merged = |cells: &[&str]| {
        let mut line = row(cells);
        line.cells[0].continues = true;
        line.cells[0].paragraphs.clear();
        line
    };
    let found = read(vec![
        paragraph("Комплекс мер по поддержке школ на 2025 год", 1),
        grid(
            vec![
                row(&["Направление", "Мероприятие", "Срок", "Ответственный"]),
                row(&["Кадры", "Курсы", "март", "ИРО"]),
                merged(&["", "Стажировка", "апрель", "ИРО"]),
                merged(&["", "Наставничество", "май", "Школы"]),
                row(&["Мониторинг", "Анализ ВПР", "июнь", "Управление"]),
                merged(&["", "Анализ ГИА", "август", "Управление"]),
            ],
            1,
        ),
    ]);
    let plan = &found.plans[0];
    assert_eq!(
        sections(plan),
        [(None, "Кадры", 3), (None, "Мониторинг", 2)]
    );
    assert_eq!(
        titles(plan),
        [
            "Курсы",
            "Стажировка",
            "Наставничество",
            "Анализ ВПР",
            "Анализ ГИА"
        ]
    );
    assert_eq!(plan.columns.len(), 3);
}

/// Sections stand as paragraphs, each with a table of its own.
#[test]
fn a_table_for_each_section() {
    let table = |number, first: &str, second: &str| {
        grid(
            vec![
                row(&["№", "Мероприятие", "Срок", "Ответственный"]),
                row(&["1.", first, "март 2025", "Иванова И.И."]),
                row(&["2.", second, "апрель 2025", "Петров П.П."]),
            ],
            number,
        )
    };
    let found = read(vec![
        paragraph("Дорожная карта на 2025 год", 1),
        paragraph("", 2),
        paragraph("I. Организация работы", 3),
        paragraph("Цель: собрать всех", 3),
        paragraph("Задачи:", 3),
        paragraph("1. Позвать;", 3),
        paragraph("2. Встретить.", 3),
        table(1, "Совещание", "Приказ"),
        paragraph("", 4),
        paragraph("II. Мониторинг", 5),
        table(2, "Анализ", "Отчёт"),
    ]);
    assert_eq!(found.plans.len(), 1);
    assert_eq!(
        sections(&found.plans[0]),
        [
            (Some("I."), "Организация работы", 2),
            (Some("II."), "Мониторинг", 2)
        ]
    );
    assert_eq!(
        found.plans[0]
            .title
            .as_ref()
            .map(|title| title.words.as_str()),
        Some("Дорожная карта на 2025 год")
    );
}

/// A sheet: title and stamp above the heading, blank rows, numbers as a spreadsheet has them, a signature below.
#[test]
fn a_spreadsheet() {
    let found = read(vec![grid(
        vec![
            row(&["", "", "", "Утверждаю", ""]),
            row(&["", "", "", "Начальник управления", ""]),
            wide_row("План мероприятий на 2025 год", 5),
            row(&["", "", "", "", ""]),
            row(&["№ п/п", "Мероприятие", "Сроки", "Исполнители", "Показатель"]),
            row(&["I", "Организационные мероприятия", "", "", ""]),
            row(&["1", "Совещание", "01.03.2025", "Управление", "Протокол"]),
            row(&["2", "Приказ", "март", "Управление", "Приказ"]),
            row(&["", "", "", "", ""]),
            row(&["II", "Мониторинг", "", "", ""]),
            row(&["3", "Анализ", "май", "Школы", "Справка"]),
            row(&["", "", "", "", ""]),
            row(&["", "Начальник управления", "", "Иванов И.И.", ""]),
        ],
        1,
    )]);
    let plan = &found.plans[0];
    assert_eq!(titles(plan), ["Совещание", "Приказ", "Анализ"]);
    assert_eq!(
        sections(plan),
        [
            (Some("I"), "Организационные мероприятия", 2),
            (Some("II"), "Мониторинг", 1)
        ]
    );
    assert_eq!(
        plan.title.as_ref().map(|title| title.words.as_str()),
        Some("План мероприятий на 2025 год")
    );
    assert_eq!(
        plan.approval_stamp
            .as_ref()
            .map(|stamp| stamp.words.as_str()),
        Some("Утверждаю\nНачальник управления")
    );
    assert!(
        found
            .skipped
            .iter()
            .any(|skipped| skipped.words.contains("Иванов И.И.")),
        "{:#?}",
        found.skipped
    );
}

/// A row with its own measure and deadline is an event even without a number; a part of one is not.
#[test]
fn rows_without_numbers() {
    let found = read(vec![
        paragraph("План мероприятий на 2025 год", 1),
        grid(
            vec![
                row(&["№", "Мероприятие", "Срок", "Ответственный"]),
                row(&[
                    "1.",
                    "Семинар для учителей математики и",
                    "март",
                    "Методический",
                ]),
                row(&["", "русского языка", "", "кабинет"]),
                row(&["", "Круглый стол", "апрель", "Управление"]),
                row(&["2.", "Конкурс", "май", "Школы"]),
                row(&["", "", "июнь", ""]),
            ],
            1,
        ),
    ]);
    let plan = &found.plans[0];
    assert_eq!(
        titles(plan),
        [
            "Семинар для учителей математики и русского языка",
            "Круглый стол",
            "Конкурс"
        ]
    );
    assert_eq!(
        column(plan, ColumnRole::Responsible),
        ["Методический кабинет", "Управление", "Школы"]
    );
    assert_eq!(
        column(plan, ColumnRole::Deadline),
        ["март", "апрель", "май июнь"]
    );
    assert!(
        doubts(&found)
            .iter()
            .any(|words| words.contains("нет номера"))
    );
}

/// A measure merged over rows with several dates and parties is one event.
#[test]
fn a_measure_merged_over_rows() {
    let more = |deadline: &str, who: &str| {
        let mut line: Row = row(&["", "", deadline, who]);
        for cell in &mut line.cells[..2] {
            cell.continues = true;
            cell.paragraphs.clear();
        }
        line
    };
    let found = read(vec![
        paragraph("План мероприятий на 2025 год", 1),
        grid(
            vec![
                row(&["№", "Мероприятие", "Срок", "Ответственный"]),
                row(&["1.", "Методические дни", "апрель", "Школа № 1"]),
                more("октябрь", "Школа № 2"),
                row(&["2.", "Конкурс", "май", "Школы"]),
            ],
            1,
        ),
    ]);
    let plan = &found.plans[0];
    assert_eq!(titles(plan), ["Методические дни", "Конкурс"]);
    assert_eq!(
        column(plan, ColumnRole::Deadline),
        ["апрель\nоктябрь", "май"]
    );
    assert_eq!(
        column(plan, ColumnRole::Responsible),
        ["Школа № 1\nШкола № 2", "Школы"]
    );
}

/// A letterhead, a stamp and a signature laid out as tables are text; lists of schools are skipped and named.
#[test]
fn tables_that_are_no_plans() {
    let found = read(vec![
        grid(
            vec![row(&[
                "СОГЛАСОВАНО\nДиректор ИРО\nП.П. Петров",
                "УТВЕРЖДЕНО\nприказом управления образования\nот 10.01.2025 № 7-од",
            ])],
            1,
        ),
        paragraph("", 1),
        paragraph("План мероприятий на 2025 год", 2),
        grid(
            vec![
                row(&["№", "Мероприятие", "Срок", "Ответственный"]),
                row(&["1.", "Семинар", "март", "Методист"]),
            ],
            2,
        ),
        paragraph("", 3),
        grid(
            vec![
                row(&["№", "Наименование ОО", "Адрес", "Директор"]),
                row(&["1", "МБОУ СОШ № 1", "ул. Мира, 1", "Иванов И.И."]),
                row(&["2", "МБОУ СОШ № 2", "ул. Мира, 2", "Петров П.П."]),
                row(&["3", "МБОУ СОШ № 3", "ул. Мира, 3", "Сидоров С.С."]),
            ],
            3,
        ),
        paragraph("", 4),
        grid(vec![row(&["Начальник управления", "", "И.И. Иванов"])], 4),
    ]);
    assert_eq!(found.plans.len(), 1);
    assert_eq!(titles(&found.plans[0]), ["Семинар"]);
    assert!(
        found.plans[0]
            .approval_stamp
            .as_ref()
            .is_some_and(|stamp| stamp.words.contains("№ 7-од"))
    );
    assert_eq!(
        found.orders[0]
            .number
            .as_ref()
            .map(|number| number.words.as_str()),
        Some("7-од")
    );
    assert_eq!(found.plans[0].order, Some(0));
    assert!(
        found
            .skipped
            .iter()
            .any(|skipped| skipped.why.contains("список школ")),
        "{:#?}",
        found.skipped
    );
}

/// An order with its head and signature in tables, points that the program numbers, subpoints and a list of people.
#[test]
fn an_order_as_a_word_processor_holds_it() {
    let numbered = |number: &str, text: &str, at| {
        let Block::Paragraph(mut paragraph) = paragraph(text, at) else {
            unreachable!()
        };
        paragraph.number = Some(number.to_owned());
        Block::Paragraph(paragraph)
    };
    let found = read(vec![
        paragraph("АДМИНИСТРАЦИЯ ЗАРЕЧНОГО РАЙОНА", 1),
        paragraph("УПРАВЛЕНИЕ ОБРАЗОВАНИЯ", 2),
        paragraph("П Р И К А З", 3),
        grid(
            vec![row(&["«10» января 2025 г.", "г. Заречный", "№ 7-од"])],
            1,
        ),
        paragraph("О поддержке школ", 4),
        paragraph("с низкими результатами", 5),
        paragraph("", 6),
        paragraph(
            "Во исполнение приказа министерства образования от 12.12.2024 № 1015 приказываю:",
            7,
        ),
        numbered("1.", "Утвердить план (приложение).", 8),
        numbered("2.", "Директорам школ:", 9),
        numbered("2.1.", "разработать программы до 01.03.2025;", 10),
        numbered("2.2.", "назначить кураторов.", 11),
        numbered("3.", "Контроль оставляю за собой.", 12),
        paragraph("", 13),
        grid(
            vec![row(&["И.о. начальника управления", "", "И.И. Иванова"])],
            2,
        ),
        paragraph("Приложение", 14),
        paragraph("к приказу управления образования", 15),
        paragraph("от 10.01.2025 № 7-од", 16),
        paragraph("План мероприятий на 2025 год", 17),
        grid(
            vec![
                row(&["Мероприятие", "Срок", "Ответственный"]),
                row(&["Семинар", "март", "Методист"]),
            ],
            3,
        ),
    ]);
    assert_eq!(found.orders.len(), 1, "{:#?}", found.orders);
    let order = &found.orders[0];
    let words = |text: &Option<shnor_portal::import::understand::draft::Text>| {
        text.as_ref()
            .map(|text| text.words.clone())
            .unwrap_or_default()
    };
    assert_eq!(words(&order.number), "7-од");
    assert_eq!(
        order.date.map(|date| date.to_string()).as_deref(),
        Some("2025-01-10")
    );
    assert_eq!(words(&order.place), "г. Заречный");
    assert_eq!(words(&order.heading), "П Р И К А З");
    assert_eq!(
        words(&order.title),
        "О поддержке школ\nс низкими результатами"
    );
    assert_eq!(
        words(&order.issuer),
        "АДМИНИСТРАЦИЯ ЗАРЕЧНОГО РАЙОНА УПРАВЛЕНИЕ ОБРАЗОВАНИЯ"
    );
    assert_eq!(words(&order.order_word), "приказываю:");
    let numbers: Vec<&str> = order
        .points
        .iter()
        .map(|point| point.number.as_str())
        .collect();
    assert_eq!(numbers, ["1.", "2.", "2.1.", "2.2.", "3."]);
    assert_eq!(order.points[2].deadline.as_deref(), Some("до 01.03.2025"));
    assert!(order.points[4].control);
    assert_eq!(words(&order.signatory), "И.И. Иванова");
    assert_eq!(words(&order.signatory_post), "И.о. начальника управления");
    assert_eq!(order.basis.len(), 1);
    assert_eq!(order.basis[0].number, "1015");
    assert_eq!(found.plans[0].order, Some(0));
    assert!(found.plans[0].approval_stamp.is_some());
    assert!(found.skipped.is_empty(), "{:#?}", found.skipped);
}

/// Nothing in a paper without a plan is lost, and the reader is told what was looked for.
#[test]
fn a_paper_without_a_plan() {
    let found = read(vec![
        paragraph("Письмо о совещании", 1),
        grid(vec![row(&["а", "б", "в"]); 5], 1),
    ]);
    assert!(found.plans.is_empty());
    assert_eq!(found.skipped.len(), 2, "{:#?}", found.skipped);
    assert!(
        doubts(&found)
            .iter()
            .any(|words| words.contains("таблицы плана в файле не найдено"))
    );
}

/// A paste from a word processor: cells of several lines break their rows, titles of sections have no tabs.
#[test]
fn a_paste_with_broken_rows() {
    let text = "План мероприятий на 2025 год\n\n\
        №\tМероприятие\tСрок\tИсполнители\tПоказатель\n\
        I. Организация\n\
        1.\tСовещание\tмарт\tУправление\tПротокол\n\
        2.\tМетодические дни:\n\
        - урок математики;\n\
        - урок русского языка\tапрель\n\
        сентябрь\tШкола № 1\n\
        Школа № 2\tВсе педагоги\n\
        3.\tКонкурс\tмай\tШколы\tИтоги\n\
        II. Мониторинг\n\
        4.\tАнализ\tиюнь\tУправление\tСправка:\n\
        - по школам;\n\
        - по району\n";
    let found = understand(&pasted(text));
    let plan = &found.plans[0];
    assert_eq!(
        titles(plan),
        [
            "Совещание",
            "Методические дни:\n- урок математики;\n- урок русского языка",
            "Конкурс",
            "Анализ"
        ]
    );
    assert_eq!(
        column(plan, ColumnRole::Deadline),
        ["март", "апрель\nсентябрь", "май", "июнь"]
    );
    assert_eq!(
        column(plan, ColumnRole::Responsible)[1],
        "Школа № 1\nШкола № 2"
    );
    assert_eq!(
        column(plan, ColumnRole::Indicator)[3],
        "Справка:\n- по школам;\n- по району"
    );
    assert_eq!(
        sections(plan),
        [
            (Some("I."), "Организация", 3),
            (Some("II."), "Мониторинг", 1)
        ]
    );
}

/// Parties on two levels below one heading are one column; a heading typed anew on the next page is no new plan.
#[test]
fn parties_on_two_levels_and_a_heading_typed_anew() {
    let mut top = row(&["№", "Мероприятия", "Сроки"]);
    let mut over = row(&["", "", "", "Ответственные"]).cells.remove(3);
    over.columns = 3..5;
    top.cells.push(over);
    let mut below = row(&["", "", "", "Управление", "Школы"]);
    for cell in &mut below.cells[..3] {
        cell.continues = true;
        cell.paragraphs.clear();
    }
    let found = read(vec![
        paragraph("План мероприятий на 2025 год", 1),
        grid(
            vec![
                top,
                below,
                row(&["1", "Семинар", "март", "Отдел", "СОШ № 1"]),
                row(&["2", "Конкурс", "май", "", "СОШ № 2"]),
            ],
            1,
        ),
        paragraph("", 2),
        grid(
            vec![
                row(&["№ п/п", "Наименование мероприятия", "Срок", "Ответственный"]),
                row(&["3", "Анализ", "июнь", "Отдел"]),
            ],
            2,
        ),
    ]);
    assert_eq!(found.plans.len(), 1);
    let plan = &found.plans[0];
    assert_eq!(
        column(plan, ColumnRole::Responsible),
        ["Отдел\nСОШ № 1", "СОШ № 2", "Отдел"]
    );
    assert_eq!(plan.columns.len(), 4);
}

/// Tasks in italics, one a row, with numbers in a cell of their own or that the program sets.
#[test]
fn tasks_in_any_dress() {
    let mut numbered = wide_row("Развивать наставничество", 4);
    numbered.cells[0].paragraphs[0].number = Some("2.".to_owned());
    let found = read(vec![
        paragraph("План мероприятий на 2025 год", 1),
        grid(
            vec![
                row(&["№", "Мероприятие", "Срок", "Ответственный"]),
                wide_row("<b>Методическая работа</b>", 4),
                wide_row("<i>Цель:</i>", 4),
                wide_row("<i>- помочь школам</i>", 4),
                wide_row("<i>Задачи:</i>", 4),
                wide_row("<i>1. Провести обучение</i>", 4),
                numbered,
                row(&["1.", "Семинар", "март", "Методист"]),
                wide_row("<b>Мониторинг</b>", 4),
                wide_row("Задачи", 4),
                wide_row("Собрать сведения", 4),
                row(&["1.", "Анализ", "май", "Методист"]),
            ],
            1,
        ),
    ]);
    let plan = &found.plans[0];
    assert_eq!(
        sections(plan),
        [(None, "Методическая работа", 1), (None, "Мониторинг", 1)]
    );
    assert_eq!(
        plan.sections[0].goal.as_deref(),
        Some("Цель: - помочь школам")
    );
    assert_eq!(
        plan.sections[0].tasks,
        ["1. Провести обучение", "2. Развивать наставничество"]
    );
    assert_eq!(plan.sections[1].tasks, ["Собрать сведения"]);
}

/// A form that nobody filled in is no plan.
#[test]
fn a_heading_without_events() {
    let found = read(vec![
        paragraph("План мероприятий на 2025 год", 1),
        grid(
            vec![
                row(&["№", "Мероприятие", "Срок", "Ответственный"]),
                row(&["", "", "", ""]),
            ],
            1,
        ),
    ]);
    assert!(found.plans.is_empty());
    assert_eq!(found.skipped.len(), 2, "{:#?}", found.skipped);
}

/// The form of «500+»: tasks in merged cells with their numbers, measures without.
#[test]
fn numbers_of_tasks_and_measures_without_numbers() {
    let more = |cells: &[&str]| {
        let mut line = row(cells);
        for cell in &mut line.cells[..2] {
            cell.continues = true;
            cell.paragraphs.clear();
        }
        line
    };
    let found = read(vec![
        paragraph("«Дорожная карта» на 2022 год", 1),
        grid(
            vec![
                row(&[
                    "№",
                    "Задача",
                    "Мероприятие",
                    "Сроки реализации",
                    "Показатели",
                    "Ответственный",
                    "Участники",
                ]),
                row(&[
                    "1",
                    "Повысить мотивацию",
                    "Неделя математики",
                    "Апрель 2022",
                    "Доля учеников",
                    "Завуч",
                    "Учителя",
                ]),
                more(&[
                    "",
                    "",
                    "Олимпиада",
                    "до 01.10.2022",
                    "60%",
                    "Завуч",
                    "Ученики",
                ]),
                row(&[
                    "2",
                    "Обучить педагогов",
                    "Курсы",
                    "Май 2022",
                    "100%",
                    "Директор",
                    "Учителя",
                ]),
                more(&[
                    "",
                    "",
                    "Открытые уроки",
                    "Октябрь 2022",
                    "5 уроков",
                    "Завуч",
                    "Учителя",
                ]),
            ],
            1,
        ),
    ]);
    let plan = &found.plans[0];
    assert_eq!(
        sections(plan),
        [
            (Some("1"), "Повысить мотивацию", 2),
            (Some("2"), "Обучить педагогов", 2)
        ]
    );
    assert!(plan.events().all(|event| event.number.is_none()));
    assert_eq!(column(plan, ColumnRole::Deadline).len(), 4);
    assert!(
        doubts(&found).iter().all(|words| !words.contains("номер")),
        "{:#?}",
        doubts(&found)
    );
}

/// What stands across the table below its last event, or says «в том числе:», is no section.
#[test]
fn texts_across_the_table_that_are_no_sections() {
    let found = read(vec![
        paragraph("План мероприятий на 2025 год", 1),
        grid(
            vec![
                row(&["№", "Мероприятие", "Срок", "Ответственный"]),
                wide_row("Обучение", 4),
                row(&["1.", "Курсы", "март", "Методист"]),
                wide_row("в том числе:", 4),
                row(&["2.", "Семинар", "май", "Методист"]),
                wide_row("Примечание: сроки могут меняться", 4),
                wide_row("Начальник управления __________ И.И. Иванов", 4),
            ],
            1,
        ),
    ]);
    assert_eq!(sections(&found.plans[0]), [(None, "Обучение", 2)]);
    assert_eq!(found.skipped.len(), 3, "{:#?}", found.skipped);
}

/// Marks in columns of months instead of a column of deadlines.
#[test]
fn a_grid_of_months() {
    let found = read(vec![
        paragraph("План работы на 2024 год", 1),
        grid(
            vec![
                row(&["№", "Мероприятие", "янв", "фев", "март", "Ответственный"]),
                row(&["1", "Совещания", "+", "", "+", "РУО"]),
                row(&["2", "Выезды", "", "до 15", "", "РМК"]),
            ],
            1,
        ),
    ]);
    let plan = &found.plans[0];
    assert_eq!(
        column(plan, ColumnRole::Deadline),
        ["январь, март", "февраль: до 15"]
    );
    assert_eq!(column(plan, ColumnRole::Responsible), ["РУО", "РМК"]);
    assert_eq!(plan.columns[2].heading, "янв / фев / март");
    assert!(
        doubts(&found)
            .iter()
            .any(|words| words.contains("столбцах месяцев")),
        "{:?}",
        found.doubts
    );
}

/// The titles of sections stand above their tables with plain numbers, the first below the title of the plan.
#[test]
fn numbered_sections_above_their_tables() {
    let head = ["№", "Меры", "Дата", "Ответственные"];
    let found = read(vec![
        paragraph("Комплекс мер по повышению качества образования", 1),
        paragraph("на 2024 год", 2),
        paragraph("1. Организационные меры", 3),
        grid(
            vec![row(&head), row(&["1.1.", "Совещание", "15 января", "РУО"])],
            1,
        ),
        paragraph("2. Методические меры", 4),
        grid(
            vec![row(&head), row(&["2.1.", "Семинар", "ежемесячно", "РМК"])],
            2,
        ),
    ]);
    let plan = &found.plans[0];
    assert_eq!(
        plan.title.as_ref().map(|title| title.words.as_str()),
        Some("Комплекс мер по повышению качества образования\nна 2024 год")
    );
    assert_eq!(
        sections(plan),
        [
            (Some("1."), "Организационные меры", 1),
            (Some("2."), "Методические меры", 1)
        ]
    );
}
