//! Any paper is read to its end, and the same way each time.

use super::variants::Chance;
use shnor_portal::import::paper::{At, Block, Cell, Emphasis, Grid, Paper, Paragraph, Remark, Row};
use shnor_portal::import::understand::understand;
use shnor_portal::model::plan::mark::Mark;
use shnor_portal::model::plan::roadmap::ColumnRole;

/// Words that papers are made of, some of them ill-chosen on purpose.
const WORDS: &[&str] = &[
    "",
    "",
    "№",
    "№ п/п",
    "Мероприятие",
    "Срок",
    "Ответственный",
    "Показатель",
    "1",
    "2.",
    "I.",
    "II",
    "март",
    "апрель 2023 г.",
    "до 01.04.2023 года",
    "ПРИКАЗ",
    "приказываю:",
    "П Р И К А З Ы В А Ю",
    "Об утверждении",
    "от 13 марта 2023 г. № 201",
    "№ 12.03.2023",
    "№",
    "N 5 N",
    "Утвердить состав рабочей группы:",
    "Иванов И.И., начальник;",
    "А.Б.",
    "Иванов Иван Иванович",
    "Цель:",
    "Задачи:",
    "- обеспечить; - сделать;",
    "1) раз",
    "УТВЕРЖДЕН",
    "приказом управления от 1.1.24 № 5",
    "Приложение № 1",
    "План мероприятий на 2023 год",
    "на 2022-2023 учебный год",
    "Паспорт программы",
    "Срок реализации программы",
    "ФИО",
    "Должность",
    "<b>Раздел</b>",
    "<ol><li>1. а</li></ol>",
    "$\\frac{3}{4}$",
    "[bookmark: _GoBack]x",
    "**",
    "«",
    "(",
    "в том числе",
    "посвящённые",
    "İİİİ приказываю",
    "ﬁ 2023 ﬁ",
    "99.99.9999",
    "«32» марта 2023",
    "Начальник\t\tИ.И. Иванов",
    "\n\n",
    "1 2 3",
    "2023/24 учебный",
    "в срок до ",
    "до 3",
    "т.",
    "г. Ёж",
    "п.п",
    "Итого",
    "\u{301}а\u{301}",
];

fn word(chance: &mut Chance) -> String {
    let mut words = vec![WORDS[chance.below(WORDS.len())]];
    while chance.one_in(3) {
        words.push(WORDS[chance.below(WORDS.len())]);
    }
    words.join([" ", "", "\n", ", "][chance.below(4)])
}

/// Marks of this portal, in places where it would never put them.
const MARKS: [Mark; 10] = [
    Mark::Stamp,
    Mark::Title,
    Mark::Preamble,
    Mark::Column(ColumnRole::Title),
    Mark::Section,
    Mark::Numbered,
    Mark::Goal,
    Mark::TasksHeading,
    Mark::Task,
    Mark::Event,
];

fn paragraph(chance: &mut Chance, number: u32) -> Paragraph {
    Paragraph {
        text: word(chance),
        number: chance
            .one_in(6)
            .then(|| ["1.", "-", "IV.", "а)"][chance.below(4)].to_owned()),
        emphasis: [Emphasis::None, Emphasis::Bold, Emphasis::Italic][chance.below(3)],
        centred: chance.one_in(3),
        heading: None,
        mark: chance.one_in(8).then(|| MARKS[chance.below(MARKS.len())]),
        at: At {
            paragraph: number,
            ..At::default()
        },
    }
}

fn grid(chance: &mut Chance, table: u32, depth: usize) -> Grid {
    let width = 1 + chance.below(6);
    let mut rows = Vec::new();
    for row in 0..1 + chance.below(7) as u32 {
        let mut cells = Vec::new();
        let mut from = 0;
        while from < width {
            let to = if chance.one_in(5) {
                from + 1 + chance.below(width - from)
            } else {
                from + 1
            };
            let paragraphs = (0..chance.below(3)).map(|_| paragraph(chance, 0)).collect();
            let inner = depth < 3 && chance.one_in(25);
            cells.push(Cell {
                columns: from..to,
                paragraphs,
                continues: chance.one_in(6),
                tables: if inner {
                    vec![grid(chance, table, depth + 1)]
                } else {
                    Vec::new()
                },
            });
            from = to;
        }
        let heading = chance.one_in(9);
        rows.push(Row {
            cells,
            heading,
            at: At {
                table,
                row: row + 1,
                ..At::default()
            },
        });
    }
    Grid {
        width,
        rows,
        at: At {
            table,
            ..At::default()
        },
    }
}

fn paper(seed: u64) -> Paper {
    let mut chance = Chance(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let text = chance.one_in(4);
    let mut blocks = Vec::new();
    for number in 1..2 + chance.below(14) as u32 {
        blocks.push(match chance.one_in(2) {
            true => Block::Paragraph(paragraph(&mut chance, number)),
            false => Block::Table(grid(&mut chance, if text { 0 } else { number }, 0)),
        });
    }
    Paper {
        blocks,
        remarks: vec![Remark {
            at: At::default(),
            words: "рисунок пропущен".to_owned(),
        }],
    }
}

#[test]
fn any_paper_is_read() {
    for seed in 1..3000 {
        let paper = paper(seed);
        let understood = understand(&paper);
        assert!(
            understood
                .doubts
                .iter()
                .any(|doubt| doubt.words == "рисунок пропущен")
        );
        if seed % 40 == 0 {
            assert_eq!(understood, understand(&paper), "seed {seed}");
        }
    }
}

/// A table of many rows that all go on from the one above costs no more than its length.
#[test]
fn a_long_table_is_read_quickly() {
    let line = |cells: &[&str]| Row {
        cells: cells
            .iter()
            .enumerate()
            .map(|(at, text)| Cell {
                columns: at..at + 1,
                paragraphs: vec![Paragraph {
                    text: (*text).to_owned(),
                    ..Paragraph::default()
                }],
                ..Cell::default()
            })
            .collect(),
        ..Row::default()
    };
    let mut rows = vec![
        line(&["№", "Мероприятие", "Срок", "Ответственный"]),
        line(&["1.", "Семинар", "март", "Методист"]),
    ];
    rows.extend((0..20_000).map(|_| {
        line(&[
            "",
            "для учителей математики и русского языка,",
            "",
            "и кураторы",
        ])
    }));
    let block = Block::Table(Grid {
        width: 4,
        rows,
        at: At::default(),
    });
    let started = std::time::Instant::now();
    let understood = understand(&Paper {
        blocks: vec![block],
        remarks: Vec::new(),
    });
    assert_eq!(understood.plans.len(), 1);
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
}
