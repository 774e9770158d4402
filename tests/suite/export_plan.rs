//! A plan as a Word document: read back, it is the same plan, word for word.

use shnor_portal::desk::word::{document, export};
use shnor_portal::import::paper::{Block, Paper};
use shnor_portal::import::read;
use shnor_portal::import::understand::draft::{PlanDraft, SectionDraft, Understood};
use shnor_portal::import::understand::understand;
use shnor_portal::model::plan::roadmap::{ColumnRole, Roadmap, Section};

use crate::harness::Content;

/// The words of a plan that a document can hold, part by part, so that a difference is told by its place.
type Words = Vec<(String, String)>;

fn put(words: &mut Words, place: impl Into<String>, text: Option<&str>) {
    let text = text.map(str::trim).filter(|text| !text.is_empty());
    words.extend(text.map(|text| (place.into(), text.to_owned())));
}

const CELLS: [ColumnRole; 5] = [
    ColumnRole::Title,
    ColumnRole::Deadline,
    ColumnRole::Responsible,
    ColumnRole::Indicator,
    ColumnRole::Result,
];

fn of_plan(plan: &Roadmap) -> Words {
    let mut words = Words::new();
    put(&mut words, "название", Some(&plan.title));
    put(&mut words, "гриф", plan.approval_stamp.as_deref());
    put(&mut words, "преамбула", plan.preamble.as_deref());
    for column in &plan.columns {
        put(
            &mut words,
            format!("столбец {}", column.holds.name()),
            Some(&column.heading),
        );
    }
    for (number, section) in plan.sections.iter().enumerate() {
        let Section {
            numeral,
            title,
            goal,
            tasks_heading,
            tasks,
            events,
        } = section;
        let of = |part: &str| format!("раздел {number}: {part}");
        let text = |words: &Option<shnor_portal::diag::span::Spanned<String>>| {
            words.as_ref().map(|words| words.value.clone())
        };
        put(&mut words, of("номер"), text(numeral).as_deref());
        put(&mut words, of("название"), text(title).as_deref());
        put(&mut words, of("цель"), goal.as_deref());
        put(&mut words, of("перед задачами"), tasks_heading.as_deref());
        for task in tasks {
            put(&mut words, of("задача"), Some(task));
        }
        for (row, event) in events.iter().enumerate() {
            let of = |part: &str| format!("раздел {number}, строка {row}: {part}");
            let cell = |role| event.cell(role).map(|(_, words)| words);
            put(&mut words, of("номер"), cell(ColumnRole::Number));
            for role in CELLS {
                put(&mut words, of(role.name()), cell(role));
            }
        }
    }
    words
}

fn of_draft(plan: &PlanDraft) -> Words {
    let mut words = Words::new();
    let text = |text: &Option<shnor_portal::import::understand::draft::Text>| {
        text.as_ref().map(|text| text.words.clone())
    };
    put(&mut words, "название", text(&plan.title).as_deref());
    put(&mut words, "гриф", text(&plan.approval_stamp).as_deref());
    put(&mut words, "преамбула", text(&plan.preamble).as_deref());
    for column in &plan.columns {
        put(
            &mut words,
            format!("столбец {}", column.role.name()),
            Some(&column.heading),
        );
    }
    for (number, section) in plan.sections.iter().enumerate() {
        let SectionDraft {
            numeral,
            title,
            goal,
            tasks_heading,
            tasks,
            events,
            ..
        } = section;
        let of = |part: &str| format!("раздел {number}: {part}");
        put(&mut words, of("номер"), numeral.as_deref());
        put(&mut words, of("название"), title.as_deref());
        put(&mut words, of("цель"), goal.as_deref());
        put(&mut words, of("перед задачами"), tasks_heading.as_deref());
        for task in tasks {
            put(&mut words, of("задача"), Some(task));
        }
        for (row, event) in events.iter().enumerate() {
            let of = |part: &str| format!("раздел {number}, строка {row}: {part}");
            put(&mut words, of("номер"), event.number.as_deref());
            for role in CELLS {
                put(&mut words, of(role.name()), Some(event.words(role)));
            }
            assert!(event.extra.is_empty(), "{:?}", event.extra);
        }
    }
    words
}

fn paper(plan: &Roadmap) -> Paper {
    read::paper("план.docx", &document(plan)).unwrap_or_else(|failure| panic!("{failure:?}"))
}

fn back(paper: &Paper) -> (PlanDraft, Understood) {
    let mut found = understand(paper);
    assert_eq!(found.plans.len(), 1, "{:#?}", found.doubts);
    (found.plans.remove(0), found)
}

fn assert_same(plan: &Roadmap, draft: &PlanDraft, name: &str) {
    let (wanted, found) = (of_plan(plan), of_draft(draft));
    for (wanted, found) in wanted.iter().zip(&found) {
        assert_eq!(wanted, found, "{name}");
    }
    assert_eq!(wanted.len(), found.len(), "{name}");
}

/// Out and back.
fn round(plan: &Roadmap, name: &str) {
    let paper = paper(plan);
    let (draft, rest) = back(&paper);
    assert_same(plan, &draft, name);
    assert!(rest.skipped.is_empty(), "{name}: {:#?}", rest.skipped);
    assert_eq!(
        rest.orders.iter().filter(|order| order.text_known).count(),
        0
    );
}

fn real() -> Vec<(String, Roadmap)> {
    let portal = Content::real().portal();
    let plans = portal.territories.into_iter().flat_map(|territory| {
        let path = territory.path.to_string();
        let named = move |plan: Roadmap| (format!("{path} {}", plan.id), plan);
        territory.into_inner().plans.into_iter().map(named)
    });
    plans.collect()
}

#[test]
fn every_plan_of_the_portal_comes_back_word_for_word() {
    let plans = real();
    assert!(plans.len() >= 6);
    for (name, plan) in &plans {
        round(plan, name);
        let (draft, _) = back(&paper(plan));
        let period = draft.period.expect("a period");
        assert_eq!(period.value, plan.period, "{name}");
    }
}

/// Google Docs and the like drop bookmarks: the document must be understood as any other is. Spaces at the ends of the
/// lines of a title are then lost, as in every foreign document.
#[test]
fn a_document_that_lost_its_bookmarks_is_still_the_same_plan() {
    for (name, plan) in &real() {
        let mut paper = paper(plan);
        for block in &mut paper.blocks {
            match block {
                Block::Paragraph(paragraph) => paragraph.mark = None,
                Block::Table(grid) => {
                    let cells = grid.rows.iter_mut().flat_map(|row| &mut row.cells);
                    cells
                        .flat_map(|cell| &mut cell.paragraphs)
                        .for_each(|paragraph| paragraph.mark = None);
                }
            }
        }
        let (draft, _) = back(&paper);
        let trimmed = |words: Words| -> Words {
            let line = |line: &str| line.trim().to_owned();
            words
                .into_iter()
                .map(|(place, text)| {
                    let lines: Vec<String> = text.lines().map(line).collect();
                    (place, lines.join("\n"))
                })
                .collect()
        };
        assert_eq!(trimmed(of_draft(&draft)), trimmed(of_plan(plan)), "{name}");
    }
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    for (_, plan) in real() {
        assert_eq!(document(&plan), document(&plan));
    }
}

/// A portal with one territory and these plans.
fn with_plans(plans: &[(&str, &str)]) -> Content {
    let mut content = Content::written(
        "--- portal.toml\ntitle = \"Портал\"\ndescription = \"Портал.\"\n--- 38-x/region.toml\nname = \"Область\"\nname_of = \"Области\"\nname_in = \"в Области\"\nkind = \"область\"\n--- 38-x/y/municipality.toml\nname = \"Игрекский район\"\nname_of = \"Игрекского района\"\nname_in = \"в Игрекском районе\"\nkind = \"район\"",
    );
    for (id, text) in plans {
        content.put(&format!("38-x/y/plans/{id}.toml"), *text);
    }
    content
}

fn only(text: &str) -> Roadmap {
    let portal = with_plans(&[("2023", text)]).portal();
    let territory = portal.territories.into_iter().find(|one| !one.is_region());
    let plan = territory.and_then(|mut territory| territory.plans.pop());
    plan.expect("a plan")
}

const HOSTILE: &str = r##"
title = "Что мы обещаем <b>&</b> «как» **это** [bookmark: x] будет]]>\nв 2023 году:\n\n  с отступом"
period = "2023"
approval_stamp = "Директор школы\n\tприказываю всем\n№ 5 & <№ 6>"
preamble = "Цель: ПРИКАЗЫВАЮ:\n1. Всё сделать.\n\nПлан мероприятий на 1999 год"
columns = [
  { heading = "Что делаем", holds = "title" },
  { heading = "п\nп", holds = "number" },
  { heading = "К какому <дню>", holds = "deadline" },
  { heading = "Наименование ОО", holds = "responsible" },
  { heading = "Мероприятие", holds = "result" },
  { heading = "Срок", holds = "indicator" },
]

[[section]]
numeral = "§ 1, буква А"
title = "2. цель:  раздела\nна двух строках <i>и</i>"
goal = "II. Мероприятия"
tasks_heading = "Итого:"
tasks = ["* раз", "два,\nтри", "Раздел I. Четыре"]

[[section.event]]
id = "m01"
number = "1.10"
title = "Цель: повысить   <b>&amp; «качество»\t==формула== a\\b $5 и $6"
deadline = "1"
responsible = "Начальник И.И. Иванов"
result = "2"
indicator = '$\frac{3}{4}$ и 2$\frac{7}{12}$, \frac{1}{2}; $x_1^2$ и $\sqrt[3]{a+b}$$\frac{a b}{\frac{1}{2}}$ $100'

[[section.event]]
id = "m02"
title = "и продолжение в нижнем регистре,"

[[section.event]]
id = "m03"
number = "№"
title = "Мероприятие"
deadline = "Срок"
responsible = "Ответственный"
result = "Результат"
indicator = "Показатель"

[[section.event]]
id = "m04"
number = "1"
title = "2"
deadline = "3"
responsible = "4"
result = "5"
indicator = "6"

[[section]]
title = "Задачи:"

[[section]]
title = "Примечание"
goal = "Цель не названа"

[[section.event]]
id = "m05"
title = "Задачи:\n- раз;\n- два"
deadline = """
 апрель
   май	июнь
"""

[[section.event]]
id = "m06"
title = "Глава района"
responsible = "Петров П.П."

[[section]]
title = "Пустой раздел в конце"
tasks = ["одна задача"]
"##;

#[test]
fn a_plan_full_of_traps_comes_back_word_for_word() {
    round(&only(HOSTILE), "ловушки");
}

#[test]
fn formulas_of_a_plan_are_real_equations_and_come_back_as_they_were() {
    let plan = only(HOSTILE);
    let bytes = document(&plan);
    let xml = part(&bytes, "word/document.xml");
    assert!(
        xml.matches("<m:oMath>").count() == 6,
        "{}",
        xml.matches("<m:oMath>").count()
    );
    assert!(xml.contains("<m:f><m:num>") && xml.contains("<m:rad>") && xml.contains("<m:sSub>"));
    // A formula that somebody changed in Word says what it says now.
    let changed = with_part(
        &bytes,
        "word/document.xml",
        &xml.replacen(">3</m:t>", ">2</m:t>", 1),
    );
    let paper = read::paper("план.docx", &changed).expect("readable");
    let (draft, _) = back(&paper);
    let indicator = draft
        .events()
        .next()
        .expect("an event")
        .words(ColumnRole::Indicator);
    assert!(
        indicator.starts_with("2/4 и 2$\\frac{7}{12}$"),
        "{indicator}"
    );
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("an archive");
    let mut text = String::new();
    let mut file = archive.by_name(name).expect("the part");
    std::io::Read::read_to_string(&mut file, &mut text).expect("UTF-8");
    text
}

fn with_part(bytes: &[u8], name: &str, text: &str) -> Vec<u8> {
    let archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("an archive");
    let names: Vec<String> = archive
        .file_names()
        .map(|name| name.expect("UTF-8").into_owned())
        .collect();
    let mut out = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for one in names {
        let inside = if one == name {
            text.to_owned()
        } else {
            part(bytes, &one)
        };
        out.start_file(&one, zip::write::SimpleFileOptions::default())
            .expect("a part");
        std::io::Write::write_all(&mut out, inside.as_bytes()).expect("memory");
    }
    out.finish().expect("memory").into_inner()
}

/// Chance without chance: the same numbers on every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most
    }

    fn words(&mut self) -> String {
        const PIECES: &[&str] = &[
            "Цель:",
            "Задачи:",
            "Раздел 1.",
            "I.",
            "II. ",
            "1.",
            "1.10",
            "2)",
            "- ",
            "– ",
            "\n",
            "\n\n",
            "\t",
            " ",
            "  ",
            "<b>",
            "</b>",
            "&",
            "&lt;",
            "]]>",
            "\"",
            "'",
            "**",
            "==",
            "[bookmark: x]",
            "<!--",
            "$",
            "\\",
            "\\frac{1}{2}",
            "$\\frac{3}{4}$",
            "$x^2$",
            "План мероприятий",
            "на 2023 год",
            "приказываю:",
            "УТВЕРЖДЕНО",
            "Приложение № 1",
            "Мероприятие",
            "Срок",
            "апрель",
            "в течение года",
            "Иванов И.И.",
            "школа",
            "и",
            ",",
            ";",
            ".",
            "(",
            "«",
            "»",
            "¾",
            "\u{301}",
            "\u{a0}",
            "№",
            "Примечание",
            "Итого",
            "😀",
            "<w:p>",
            "{",
            "}",
            "^",
            "_",
        ];
        let count = 1 + self.below(9);
        let mut words: String = (0..count)
            .map(|_| PIECES[self.below(PIECES.len())])
            .collect();
        if words.trim().is_empty() {
            words = "слово".to_owned();
        }
        if self.below(40) == 0 {
            words = words.repeat(400);
        }
        words
    }

    /// A value of a content file.
    fn value(&mut self) -> String {
        serde_json::to_string(&self.words()).expect("a string")
    }

    fn maybe(&mut self, key: &str) -> String {
        match self.below(3) {
            0 => String::new(),
            _ => format!("{key} = {}\n", self.value()),
        }
    }
}

fn made_up(chance: &mut Chance) -> String {
    let mut text = format!("title = {}\nperiod = \"2023\"\n", chance.value());
    text.push_str(&chance.maybe("approval_stamp"));
    text.push_str(&chance.maybe("preamble"));
    let mut roles: Vec<&str> = ColumnRole::NAMES.iter().map(|(name, _)| *name).collect();
    for at in (1..roles.len()).rev() {
        roles.swap(at, chance.below(at + 1));
    }
    let kept = 2 + chance.below(5);
    let columns: Vec<&str> = roles
        .iter()
        .enumerate()
        .filter(|(at, role)| *at < kept || **role == "title")
        .map(|(_, role)| *role)
        .collect();
    let described: Vec<String> = columns
        .iter()
        .map(|role| format!("{{ heading = {}, holds = \"{role}\" }}", chance.value()))
        .collect();
    text.push_str(&format!("columns = [{}]\n", described.join(", ")));
    let sections = chance.below(4);
    let mut number = 0;
    for at in 0..=sections {
        let loose = sections == 0;
        if !loose {
            if at == sections {
                break;
            }
            text.push_str(&format!("[[section]]\ntitle = {}\n", chance.value()));
            if chance.below(2) == 0 {
                text.push_str(&format!(
                    "numeral = \"{}.\"\n",
                    ["I", "Раздел 7", "§ Б"][chance.below(3)]
                ));
            }
            text.push_str(&chance.maybe("goal"));
            text.push_str(&chance.maybe("tasks_heading"));
            let tasks: Vec<String> = (0..chance.below(3)).map(|_| chance.value()).collect();
            text.push_str(&format!("tasks = [{}]\n", tasks.join(", ")));
        }
        for _ in 0..1 + chance.below(4) {
            number += 1;
            let table = if loose { "event" } else { "section.event" };
            text.push_str(&format!(
                "[[{table}]]\nid = \"m{number:02}\"\ntitle = {}\n",
                chance.value()
            ));
            for role in columns.iter().filter(|role| **role != "title") {
                text.push_str(&chance.maybe(role));
            }
        }
    }
    text
}

#[test]
fn made_up_plans_come_back_word_for_word() {
    let mut chance = Chance(7);
    for number in 0..150 {
        let text = made_up(&mut chance);
        let plan = only(&text);
        round(&plan, &format!("план {number}:\n{text}"));
    }
}

#[test]
fn letters_that_xml_cannot_write_do_not_break_the_document() {
    let mut plan = only(HOSTILE);
    plan.sections[0].events[0].title.value = "а\u{0}б\u{1b}в\u{fffe}г\u{b}д".to_owned();
    let (draft, _) = back(&paper(&plan));
    let title = draft
        .events()
        .next()
        .expect("an event")
        .words(ColumnRole::Title);
    assert_eq!(title, "абвг\nд");
}

#[test]
fn words_without_a_column_are_printed_all_the_same() {
    let plan = only(
        "title = \"План на 2023 год\"\nperiod = \"2023\"\ncolumns = [{ heading = \"Дело\", holds = \"title\" }]\n[[event]]\nid = \"m01\"\nnumber = \"1.\"\ntitle = \"Первое\"\ndeadline = \"май\"\n",
    );
    let (draft, _) = back(&paper(&plan));
    let headings: Vec<&str> = draft
        .columns
        .iter()
        .map(|column| column.heading.as_str())
        .collect();
    assert_eq!(headings, ["№ п/п", "Дело", "Сроки реализации"]);
    let event = draft.events().next().expect("an event");
    assert_eq!(event.number.as_deref(), Some("1."));
    assert_eq!(event.words(ColumnRole::Deadline), "май");
}

#[test]
fn the_portals_own_words_are_no_part_of_the_document() {
    let plan = only(
        "title = \"План на 2023 год\"\nplain = \"ПЕРЕСКАЗ\"\nperiod = \"2023\"\ncolumns = [{ heading = \"Дело\", holds = \"title\" }]\n[[event]]\nid = \"m01\"\ntitle = \"Первое\"\nplain = \"ПЕРЕСКАЗ\"\nremark = \"ПРИМЕЧАНИЕ\"\nstatus = \"выполнено\"\nstatus_date = \"2023-05-10\"\nfact = \"ФАКТ\"\n[[event.proof]]\ntitle = \"ПРОТОКОЛ\"\n",
    );
    let xml = part(&document(&plan), "word/document.xml");
    for own in ["ПЕРЕСКАЗ", "ПРИМЕЧАНИЕ", "выполнено", "ФАКТ", "ПРОТОКОЛ"]
    {
        assert!(!xml.contains(own), "{own}");
    }
}

#[test]
fn the_document_is_laid_out_for_print() {
    let plan = only(HOSTILE);
    let bytes = document(&plan);
    let xml = part(&bytes, "word/document.xml");
    assert!(xml.contains("w:orient=\"landscape\"") && xml.contains("<w:tblHeader/>"));
    assert_eq!(
        xml.matches("<w:tr>").count(),
        xml.matches("<w:cantSplit/>").count()
    );
    assert!(part(&bytes, "word/styles.xml").contains("<w:lang w:val=\"ru-RU\""));
    assert!(part(&bytes, "word/footer1.xml").contains("PAGE"));
    assert!(part(&bytes, "docProps/core.xml").contains("<dc:title>Что мы обещаем &lt;b&gt;&amp;"));
}

#[test]
fn a_row_higher_than_a_page_may_be_torn() {
    let mut plan = only(HOSTILE);
    plan.sections[0].events[0].title.value = "слово ".repeat(3000);
    let xml = part(&document(&plan), "word/document.xml");
    assert_eq!(
        xml.matches("<w:tr>").count(),
        xml.matches("<w:cantSplit/>").count() + 1
    );
    round(&plan, "длинная ячейка");
}

const SMALL: &str = "title = \"План\"\nperiod = \"PERIOD\"\ncolumns = [{ heading = \"Дело\", holds = \"title\" }]\n[[event]]\nid = \"m01\"\ntitle = \"Первое\"\ndeadline = \"май\"\n";

#[test]
fn a_plan_is_found_by_its_name_or_by_a_year_of_its_period() {
    let plan = |period: &str| SMALL.replace("PERIOD", period);
    let (year, school, other) = (plan("2023"), plan("2021-2022"), plan("2022"));
    let content = with_plans(&[("2023", &year), ("2021-2022", &school), ("2022", &other)]);
    let sources = content.sources();
    let name = |place: &str, asked: &str| export(&sources, place, asked).map(|one| one.name);
    for (place, asked, file) in [
        ("38-x/y", "2023", "plan-y-2023.docx"),
        ("Игрекский район", "2021/2022", "plan-y-2021-2022.docx"),
        ("Игрекский", "2021", "plan-y-2021-2022.docx"),
        ("y", "2022", "plan-y-2022.docx"),
    ] {
        assert_eq!(name(place, asked).as_deref(), Ok(file), "{asked}");
    }
    let none = name("y", "2031").expect_err("no such plan");
    assert!(
        none.contains("плана «2031» нет") && none.contains("2021-2022 (2021–2022 учебный год)"),
        "{none}"
    );
    let empty = name("38-x", "2023").expect_err("no plans");
    assert!(
        empty.contains("планов ещё нет") && empty.contains("portal new plan 38-x 2023"),
        "{empty}"
    );
    let far = name("Луна", "2023").expect_err("no such place");
    assert!(far.contains("нет территории «Луна»"), "{far}");
}

#[test]
fn of_several_plans_of_a_year_one_must_be_chosen() {
    let plan = |period: &str| SMALL.replace("PERIOD", period);
    let (first, second) = (plan("2021-2022"), plan("2022-2023"));
    let content = with_plans(&[("2021-2022", &first), ("2022-2023", &second)]);
    let said = export(&content.sources(), "y", "2022").expect_err("two plans");
    assert!(
        said.contains("несколько планов")
            && said.contains("2021-2022 (")
            && said.contains("2022-2023 ("),
        "{said}"
    );
}

#[test]
fn a_plan_with_errors_is_not_given_out() {
    let text = SMALL.replace("PERIOD", "2023") + "deadlin = \"май\"\n";
    let said =
        export(&with_plans(&[("2023", &text)]).sources(), "y", "2023").expect_err("an error");
    assert!(
        said.contains("38-x/y/plans/2023.toml") && said.contains("portal check"),
        "{said}"
    );
}

/// Rows that an editor adds in Word have no bookmarks, rows taken out take theirs along, and words count as they stand.
#[test]
fn a_document_that_was_edited_is_read_as_it_is_now() {
    let (_, plan) = real().into_iter().next().expect("a plan");
    let mut paper = paper(&plan);
    let Some(Block::Table(grid)) = paper
        .blocks
        .iter_mut()
        .find(|block| matches!(block, Block::Table(_)))
    else {
        panic!("no table");
    };
    let last = grid.rows.len() - 1;
    let mut added = grid.rows[last].clone();
    let words = [
        "99",
        "Новое мероприятие",
        "май 2023 г.",
        "Директор",
        "Отчёт",
    ];
    for (cell, words) in added.cells.iter_mut().zip(words) {
        cell.paragraphs[0].mark = None;
        cell.paragraphs[0].text = words.to_owned();
    }
    grid.rows[last].cells[1].paragraphs[0].text = "Другие слова".to_owned();
    grid.rows.push(added);
    let first = 2;
    grid.rows.remove(first);
    let (draft, _) = back(&paper);
    let before: Vec<&str> = plan
        .events()
        .map(|event| event.title.value.as_str())
        .collect();
    let mut wanted: Vec<&str> = before[1..before.len() - 1].to_vec();
    wanted.extend(["Другие слова", "Новое мероприятие"]);
    let found: Vec<&str> = draft
        .events()
        .map(|event| event.words(ColumnRole::Title))
        .collect();
    assert_eq!(found, wanted);
    let new = draft.events().last().expect("the row added");
    assert_eq!(new.number.as_deref(), Some("99"));
    assert_eq!(new.words(ColumnRole::Indicator), "Отчёт");
}
