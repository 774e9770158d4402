//! A second import over a plan that is already there: what editors wrote stays, what the paper changed changes, and
//! nothing is lost in silence.

mod chance;
mod drafts;

use shnor_portal::diag::Diagnostic;
use shnor_portal::import::renew::{Renewed, renewed};
use shnor_portal::import::understand::draft::{PlanDraft, Understood};
use shnor_portal::import::understand::understand;
use shnor_portal::model::plan::roadmap::ColumnRole;

use crate::harness::Content;
use crate::understand::paper::{document, pasted, whole};
use drafts::{draft, renew, row, set};

const PATH: &str = "38-x/y/plans/2023.toml";

/// A plan with everything an editor may have written.
const PLAN: &str = r##"#:schema ../../../.schema/plan.json
# План района. Слова документа без изменений.
title = "План района на 2023 год"   # с титула
period = "2023"
columns = [
  { heading = "№", holds = "number" },
  { heading = "Мероприятие", holds = "title" },
  { heading = "Срок", holds = "deadline" },
  { heading = "Исполнители", holds = "responsible" },
]

# Первый раздел.
[[section]]
numeral = "I."
title = "Работа со школами"
tasks = ["1. Помогать школам"]

[[section.event]]
id = "m01"
number = "1."
title = "Родительские собрания"
plain = "Рассказать родителям, как помочь ребёнку."
deadline = "апрель"   # так в приказе
responsible = "Директора школ"
status = "выполнено"
status_date = 2023-05-10
fact = "Собрания прошли в 7 школах"
[[section.event.proof]]
title = "Протокол"
link = "https://example.ru/protokol"

# Второе дело.
[[section.event]]
id = "m02"
number = "2."
title = "Курсы для учителей математики"
deadline = "май  октябрь"
responsible = "Институт"
status = "перенесено"
moved_to = "декабрь 2023 года"

[[section.event.pairing]]
deadline = "май"
topic = "Алгебра"

[[section.event.pairing]]
deadline = "октябрь"
topic = "Геометрия"

[[section]]
numeral = "II."
title = "Анализ"

[[section.event]]
id = "m03"
number = "3."
title = "Анализ результатов выпускных экзаменов"
deadline = "август"
responsible = "Управление"
remark = "Так в документе."
status = "запланировано"

[[section.event]]
id = "m04"
number = "4."
title = "Справка о работе кураторов"
deadline = "декабрь"
responsible = "Кураторы"

# Конец плана.
"##;

fn in_lines(text: &str, line_break: &str) -> String {
    text.replace('\n', line_break)
}

/// The renewed file lies in a portal without errors.
#[track_caller]
fn sound(renewed: &Renewed) {
    let mut content = Content::written(
        r#"--- portal.toml
title = "Портал"
description = "Портал для проверки."
--- 38-x/region.toml
name = "Область"
name_of = "Области"
name_in = "в Области"
kind = "область"
--- 38-x/y/municipality.toml
name = "Игрекский район"
name_of = "Игрекского района"
name_in = "в Игрекском районе"
kind = "район"
"#,
    );
    content.put(PATH, renewed.text.as_str());
    let found = shnor_portal::build::check(&content.sources(), None).diagnostics;
    let errors: Vec<&Diagnostic> = found.iter().filter(|one| one.is_error()).collect();
    assert!(errors.is_empty(), "{errors:#?}\n{}", renewed.text);
}

/// Renews [`PLAN`] in both kinds of line breaks, checks what comes out and that a second time changes nothing.
#[track_caller]
fn done(paper: &PlanDraft) -> Renewed {
    let unix = renew(PATH, PLAN, paper);
    let windows = renew(PATH, &in_lines(PLAN, "\r\n"), paper);
    assert_eq!(in_lines(&unix.text, "\r\n"), windows.text);
    assert_eq!(unix.report(), windows.report());
    sound(&unix);
    let again = renew(PATH, &unix.text, paper);
    assert!(
        again.is_same(&unix.text),
        "{}",
        diff(&unix.text, &again.text)
    );
    assert_eq!(again.report()[0], "Ничего не изменилось.", "{again:#?}");
    unix
}

/// The ids of a file in order.
fn ids(text: &str) -> String {
    let ids: Vec<&str> = text
        .lines()
        .filter_map(|line| line.strip_prefix("id = \"")?.strip_suffix('"'))
        .collect();
    ids.join(" ")
}

/// The lines of a file that another lacks and the other way round.
fn diff(old: &str, new: &str) -> String {
    similar::TextDiff::from_lines(old, new)
        .iter_all_changes()
        .filter(|change| change.tag() != similar::ChangeTag::Equal)
        .map(|change| format!("{}{change}", change.tag()))
        .collect()
}

#[test]
fn the_same_paper_changes_not_a_byte() {
    let content = Content::real();
    let sources = content.sources();
    let mut plans = 0;
    for (_, file) in sources
        .iter()
        .filter(|(_, file)| file.path.contains("/plans/"))
    {
        let text = file.text().expect("text");
        for line_break in ["\n", "\r\n"] {
            let text = in_lines(&text, line_break);
            for text in [
                text.clone(),
                text.trim_end().to_owned(),
                format!("\u{feff}{text}"),
            ] {
                let renewed = renew(&file.path, &text, &draft(&text.replace('\u{feff}', "")));
                assert!(renewed.is_same(&text), "{}", diff(&text, &renewed.text));
                assert_eq!(renewed.report(), ["Ничего не изменилось."]);
                plans += 1;
            }
        }
    }
    assert_eq!(plans, 36);
    assert_eq!(done(&draft(PLAN)).text, PLAN);
}

#[test]
fn the_documents_read_again_change_not_a_byte() {
    let plans = [
        ("zhigalovskiy", "38-irkutskaya/zhigalovskiy", "2023", 0),
        ("ziminskoe", "38-irkutskaya/ziminskoe", "2024", 0),
        ("altay", "04-altay", "2023", 0),
        ("pervomayskiy", "70-tomskaya/pervomayskiy", "2022-2023", 0),
        ("pervomayskiy", "70-tomskaya/pervomayskiy", "2023", 1),
    ];
    let content = Content::real();
    for (name, place, id, at) in plans {
        let path = format!("{place}/plans/{id}.toml");
        let text = content.text(&path);
        for paper in [pasted(&document(name)), whole(&document(name))] {
            let Understood { plans, .. } = understand(&paper);
            let renewed = renew(&path, &text, &plans[at]);
            assert_eq!(
                diff(&text, &renewed.text),
                "",
                "{name}: {:#?}",
                renewed.report()
            );
        }
    }
}

#[test]
fn changed_cells_are_replaced_where_they_stand() {
    let mut paper = draft(PLAN);
    set(
        &mut paper.sections[0].events[0],
        ColumnRole::Deadline,
        "май",
    );
    set(
        &mut paper.sections[0].events[0],
        ColumnRole::Responsible,
        "Директора школ, \"Центр\"",
    );
    set(
        &mut paper.sections[1].events[1],
        ColumnRole::Responsible,
        "",
    );
    let renewed = done(&paper);
    assert_eq!(
        diff(PLAN, &renewed.text),
        "-deadline = \"апрель\"   # так в приказе\n\
         -responsible = \"Директора школ\"\n\
         +deadline = \"май\"   # так в приказе\n\
         +responsible = 'Директора школ, \"Центр\"'\n\
         -responsible = \"Кураторы\"\n"
    );
    assert_eq!(
        renewed.report(),
        [
            "Изменились (2):",
            "  m01: срок был «апрель», стал «май»; исполнители были «Директора школ», стали «Директора школ, \"Центр\"» \
             (таблица 1, строка 1)",
            "  m04: исполнители были «Кураторы», теперь убраны (таблица 1, строка 4)",
        ]
    );
}

#[test]
fn a_row_put_in_gets_a_new_id_and_the_others_keep_theirs() {
    let mut paper = draft(PLAN);
    let new = row("2.", "Совещание директоров", "апрель", "Управление");
    paper.sections[0].events.insert(1, new);
    set(&mut paper.sections[0].events[2], ColumnRole::Number, "3.");
    set(&mut paper.sections[1].events[0], ColumnRole::Number, "4.");
    set(&mut paper.sections[1].events[1], ColumnRole::Number, "5.");
    let renewed = done(&paper);
    assert_eq!(ids(&renewed.text), "m01 m05 m02 m03 m04");
    assert_eq!(
        renewed.report(),
        [
            "Появились (1):",
            "  m05: № 2. «Совещание директоров» (таблица 1, строка 99)",
            "Изменились (3):",
            "  m02: номер был «2.», стал «3.» (таблица 1, строка 2)",
            "  m03: номер был «3.», стал «4.» (таблица 1, строка 3)",
            "  m04: номер был «4.», стал «5.» (таблица 1, строка 4)",
            "Проверьте (1):",
            "  m03: примечание (remark) писалось к прежним словам строки (таблица 1, строка 3)",
        ]
    );
}

#[test]
fn what_left_the_paper_is_kept_in_a_comment_and_comes_back_with_its_status() {
    let mut paper = draft(PLAN);
    paper.sections[0].events.remove(0);
    let shorter = done(&paper);
    assert_eq!(ids(&shorter.text), "m02 m03 m04");
    assert_eq!(
        shorter.report(),
        [
            "Исчезли из документа (сохранены в комментарии в конце файла) (1):",
            "  m01: № 1. «Родительские собрания»; статус «выполнено» (2023-05-10); сделано: «Собрания прошли в 7 школах»; \
             подтверждение: «Протокол» — https://example.ru/protokol",
        ]
    );
    assert!(shorter.text.ends_with(
        "# Конец плана.\n\n\
         # исчезло из документа при повторном импорте: m01: № 1. «Родительские собрания»; статус «выполнено» (2023-05-10); \
         сделано: «Собрания прошли в 7 школах»; подтверждение: «Протокол» — https://example.ru/protokol\n\
         # [[section.event]]\n# id = \"m01\"\n# number = \"1.\"\n# title = \"Родительские собрания\"\n\
         # plain = \"Рассказать родителям, как помочь ребёнку.\"\n# deadline = \"апрель\"   # так в приказе\n\
         # responsible = \"Директора школ\"\n# status = \"выполнено\"\n# status_date = 2023-05-10\n\
         # fact = \"Собрания прошли в 7 школах\"\n# [[section.event.proof]]\n# title = \"Протокол\"\n\
         # link = \"https://example.ru/protokol\"\n"
    ));
    let back = renew(PATH, &shorter.text, &draft(PLAN));
    assert_eq!(back.text, PLAN);
    assert!(back.appeared[0].returned);
}

#[test]
fn an_id_that_left_is_never_given_again() {
    let mut paper = draft(PLAN);
    paper.sections[1].events.pop();
    let shorter = done(&paper);
    let new = row("4.", "Олимпиада пятиклассников", "ноябрь", "Школы");
    paper.sections[1].events.push(new);
    let longer = renew(PATH, &shorter.text, &paper);
    sound(&longer);
    assert_eq!(ids(&longer.text), "m01 m02 m03 m05");
}

#[test]
fn a_title_written_anew_keeps_its_status_and_is_told() {
    let mut paper = draft(PLAN);
    let title = "Повышение квалификации педагогов";
    set(&mut paper.sections[0].events[1], ColumnRole::Title, title);
    let renewed = done(&paper);
    assert_eq!(
        diff(PLAN, &renewed.text),
        "+# проверьте: то же ли это мероприятие: раньше оно называлось «Курсы для учителей математики»\n\
         -title = \"Курсы для учителей математики\"\n\
         +title = \"Повышение квалификации педагогов\"\n"
    );
    assert_eq!(
        renewed.report()[1],
        "  m02: название было «Курсы для учителей математики», стало «Повышение квалификации педагогов» — изменено, \
         проверьте: то же ли это мероприятие (таблица 1, строка 2)"
    );
}

#[test]
fn what_does_not_fit_the_new_words_is_said() {
    let mut paper = draft(PLAN);
    let events = &mut paper.sections[0].events;
    set(
        &mut events[0],
        ColumnRole::Title,
        "Общешкольные родительские собрания",
    );
    set(&mut events[1], ColumnRole::Deadline, "май  ноябрь");
    let renewed = done(&paper);
    assert!(renewed.text.contains(
        "# проверьте: пересказ простыми словами (plain) писался к прежнему названию\n[[section.event]]\nid = \"m01\""
    ));
    assert!(renewed.text.contains(
        "[[section.event.pairing]]\ndeadline = \"май\"\ntopic = \"Алгебра\"\n\n\
         # [[section.event.pairing]]\n# deadline = \"октябрь\"\n# topic = \"Геометрия\"\n"
    ));
    let doubts = renewed.doubts.join("\n");
    assert!(
        doubts.contains("m02: срок изменился, а перенос (moved_to) прежний: «декабрь 2023 года»")
    );
    assert!(doubts.contains("в новом сроке нет слов «октябрь»"));
}

#[test]
fn rows_and_sections_follow_the_paper() {
    let mut paper = draft(PLAN);
    paper.sections.swap(0, 1);
    paper.sections[0].events.swap(0, 1);
    let moved = paper.sections[1].events.remove(0);
    paper.sections[0].events.push(moved);
    paper.sections[0].title = Some("Анализ и контроль".to_owned());
    let renewed = done(&paper);
    assert_eq!(ids(&renewed.text), "m04 m03 m01 m02");
    let told = renewed.report().join("\n");
    for words in [
        "раздел «Анализ»: название было «Анализ», стало «Анализ и контроль»",
        "разделы стоят в другом порядке",
        "m01: перешло из раздела «Работа со школами» в раздел «Анализ и контроль»",
    ] {
        assert!(told.contains(words), "{told}");
    }
    assert!(
        renewed
            .text
            .contains("# Второе дело.\n[[section.event]]\nid = \"m02\"")
    );
    assert!(
        renewed
            .text
            .contains("# Первый раздел.\n[[section]]\nnumeral = \"I.\"")
    );
}

#[test]
fn sections_that_come_and_go_take_no_measure_along() {
    let mut paper = draft(PLAN);
    let events = paper.sections[1].events.split_off(0);
    paper.sections[0].events.extend(events);
    paper.sections.pop();
    let fewer = done(&paper);
    assert_eq!(ids(&fewer.text), "m01 m02 m03 m04");
    assert!(
        fewer.text.contains(
            "# раздел исчез из документа при повторном импорте: «Анализ»\n# [[section]]\n"
        )
    );
    paper.sections[0].title = None;
    paper.sections[0].tasks.clear();
    paper.sections[0].numeral = None;
    let none = done(&paper);
    assert_eq!(none.text.matches("\n[[event]]\n").count(), 4);
    assert!(none.text.contains("[[event.proof]]\ntitle = \"Протокол\""));
    let back = renew(PATH, &none.text, &draft(PLAN));
    sound(&back);
    assert_eq!(back.text.matches("\n[[section.event]]\n").count(), 4);
    assert_eq!(ids(&back.text), "m01 m02 m03 m04");
}

#[test]
fn the_head_is_renewed_and_what_the_paper_lacks_stays() {
    let mut paper = draft(PLAN);
    if let Some(title) = &mut paper.title {
        title.words = "План Игрекского района\nна 2023 год".to_owned();
    }
    paper.columns[3].heading = "Ответственные".to_owned();
    paper.period = None;
    let renewed = done(&paper);
    assert_eq!(
        diff(PLAN, &renewed.text),
        "-title = \"План района на 2023 год\"   # с титула\n\
         +title = \"\"\"\n+План Игрекского района\n+на 2023 год\"\"\"   # с титула\n\
         -  { heading = \"Исполнители\", holds = \"responsible\" },\n\
         +  { heading = \"Ответственные\", holds = \"responsible\" },\n"
    );
    assert!(renewed.doubts[0].starts_with("в новом документе не найдено: период"));
}

#[test]
fn an_empty_deadline_leaves_the_old_one() {
    let mut paper = draft(PLAN);
    set(&mut paper.sections[1].events[1], ColumnRole::Deadline, "");
    let renewed = done(&paper);
    assert!(renewed.text.contains("deadline = \"декабрь\""));
    assert!(renewed.doubts[0].contains("в файле оставлен прежний срок «декабрь»"));
}

#[test]
fn files_that_cannot_be_renewed_are_refused() {
    let fresh = |_: &_, _: &str| String::new();
    let refusal = |path: &str, text: &str| {
        renewed(path, text, &draft(PLAN), None, &fresh).expect_err("a refusal")
    };
    let broken = PLAN.replace("period = \"2023\"", "period = \"скоро\"");
    assert!(refusal(PATH, &broken).contains("portal check"));
    assert!(refusal(PATH, "title = ").contains("portal check"));
    let other = PLAN.replace("\"2023\"", "\"2021\"");
    assert!(refusal("38-x/y/plans/2021.toml", &other).contains("это другой план"));
}

/// Measures in braces, at the root and in sections, with everything TOML allows.
const FOLDED: &str = r##"# План.
title = "План"
period = "2023"
columns = [ { heading = "Мероприятие", holds = "title" }, { heading = "Срок", holds = "deadline" } ]

[[section]]
title = "Раздел"

  [[section.event]]   # с отступом
  id = "m01"
  title = "Первое"   # слова
  deadline = "апрель"
  status = "запланировано"   # пока так

[[section]]
title = "Второй раздел"
event = [
  # о третьем
  { id = "m03", title = "Третье", deadline = "июнь" },
  { id = "m04", title = "Четвёртое", deadline = "июнь", status = "отменено", proof = [{ title = "Приказ" }], as_printed.title = "Четв" }, # в скобках
]

[[section]]
title = "Третий раздел"
[[section.event]]
id = "m05"
title = "Пятое"
deadline = "июль"
"##;

#[test]
fn measures_in_braces_get_headers_when_something_changes() {
    let mut paper = draft(FOLDED);
    assert_eq!(renew(PATH, FOLDED, &paper).text, FOLDED);
    let moved = paper.sections[1].events.remove(1);
    paper.sections[0].events.insert(0, moved);
    let renewed = renew(PATH, FOLDED, &paper);
    sound(&renewed);
    assert!(renewed.text.contains(
        "[[section]]\ntitle = \"Раздел\"\n\n# в скобках\n[[section.event]]\nid = \"m04\"\ntitle = \"Четвёртое\"\n\
         deadline = \"июнь\"\nstatus = \"отменено\"\nproof = [{ title = \"Приказ\" }]\nas_printed.title = \"Четв\"\n"
    ), "{}", renewed.text);
    assert!(
        renewed
            .text
            .contains("\n\n# о третьем\n[[section.event]]\nid = \"m03\"\n")
    );
    assert_eq!(renew(PATH, &renewed.text, &paper).text, renewed.text);

    let loose = "title = \"П\"\nperiod = \"2023\"\nevent = [{ id = \"m01\", title = \"А\", deadline = \"май\" }]\n\
                 columns = [{ heading = \"М\", holds = \"title\" }]\n";
    let mut paper = draft(loose);
    paper.sections[0]
        .events
        .push(row("", "Неделя открытых уроков", "июнь", ""));
    let renewed = renew(PATH, loose, &paper);
    sound(&renewed);
    assert_eq!(
        renewed.text,
        "title = \"П\"\nperiod = \"2023\"\ncolumns = [{ heading = \"М\", holds = \"title\" }]\n\n\
         [[event]]\nid = \"m01\"\ntitle = \"А\"\ndeadline = \"май\"\n\n\
         [[event]]\nid = \"m02\"\ntitle = \"Неделя открытых уроков\"\ndeadline = \"июнь\"\n"
    );
}

#[test]
fn a_torn_cell_that_an_editor_put_together_stays_so() {
    let path = "70-tomskaya/pervomayskiy/plans/2023.toml";
    let text = Content::real().text(path);
    let mut paper = draft(&text);
    let printed = "посвященные поддержке ШНОР";
    set(
        &mut paper.sections[0].events[4],
        ColumnRole::Indicator,
        printed,
    );
    assert_eq!(renew(path, &text, &paper).text, text);
}

#[test]
fn one_row_made_two_keeps_its_status_once() {
    let mut paper = draft(PLAN);
    let events = &mut paper.sections[1].events;
    let mut half = events[0].clone();
    set(
        &mut events[0],
        ColumnRole::Title,
        "Анализ результатов выпускных экзаменов девятиклассников",
    );
    set(
        &mut half,
        ColumnRole::Title,
        "Анализ результатов выпускных экзаменов одиннадцатиклассников",
    );
    events.insert(1, half);
    let renewed = done(&paper);
    assert_eq!(ids(&renewed.text), "m01 m02 m03 m05 m04");
    assert_eq!(
        renewed.text.matches("status = \"запланировано\"").count(),
        1
    );
}

#[test]
fn words_of_the_paper_break_no_comment() {
    let mut paper = draft(PLAN);
    let hostile = "Курсы\n[[event]]\nid = \"m01\"\"\"\" # конец";
    let events = &mut paper.sections[0].events;
    set(&mut events[1], ColumnRole::Title, hostile);
    set(&mut events[0], ColumnRole::Deadline, hostile);
    paper.sections[1].title = Some("Анализ\n\"\"\"#".to_owned());
    let changed = done(&paper);
    paper.sections.pop();
    paper.sections[0].events.truncate(1);
    let shorter = renew(PATH, &changed.text, &paper);
    sound(&shorter);
    assert_eq!(shorter.vanished.len(), 3);
}
