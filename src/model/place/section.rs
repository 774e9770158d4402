//! The sections that regulation and the documents ask of «Поддержка ШНОР» for every territory and year,
//! and the notes editors leave in them.

use jiff::civil::Date;

use crate::diag::span::Span;
use crate::model::prose::Prose;

/// A required section. The list follows what the FIOKO direction «Система работы со школами с низкими результатами
/// обучения» and the five source documents ask for; sections 2–17 stand under the territory's own address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct RequiredSection {
    /// Number in the list of required sections.
    pub number: u8,
    /// Last part of its address; empty for the territory's main page.
    pub code: &'static str,
    /// Official name.
    pub name: &'static str,
    /// Short name for menus.
    pub short: &'static str,
    /// The question of a reader that it answers; sections are grouped by it.
    pub question: &'static str,
    /// Who asks for it: the words of a document or the step of the cycle.
    pub asked_by: &'static str,
}

const DONE: &str = "Что делается";
const WHO: &str = "Кто отвечает";
const DECIDED: &str = "Что решено";
/// What came of it.
pub const RESULT: &str = "Что получилось";
/// What everyone needs.
pub const PARENTS: &str = "Родителям и всем";

/// The seventeen sections of a territory; the eighteenth, service pages, belongs to the whole portal.
pub const REQUIRED: &[RequiredSection] = &[
    RequiredSection {
        number: 1,
        code: "",
        name: "Поддержка ШНОР",
        short: "Главная",
        question: DONE,
        asked_by: "план Первомайского района на 2023 год, мероприятия 4 и 5",
    },
    RequiredSection {
        number: 2,
        code: "dokumenty",
        name: "Нормативные документы",
        short: "Документы",
        question: DECIDED,
        asked_by: "план Кемского района, мероприятие 2",
    },
    RequiredSection {
        number: 3,
        code: "programma",
        name: "Муниципальная программа",
        short: "Программа",
        question: DECIDED,
        asked_by: "план Республики Алтай, мероприятие 4",
    },
    RequiredSection {
        number: 4,
        code: "tseli",
        name: "Цели и задачи",
        short: "Цели и задачи",
        question: DECIDED,
        asked_by: "управленческий цикл, шаг 1",
    },
    RequiredSection {
        number: 5,
        code: "pokazateli",
        name: "Показатели и методы сбора",
        short: "Показатели",
        question: RESULT,
        asked_by: "управленческий цикл, шаги 2 и 3",
    },
    RequiredSection {
        number: 6,
        code: "plan",
        name: "Дорожная карта",
        short: "План",
        question: DONE,
        asked_by: "управленческий цикл, шаг 7",
    },
    RequiredSection {
        number: 7,
        code: "shkoly",
        name: "Школы-участники",
        short: "Школы",
        question: DONE,
        asked_by: "план Республики Алтай, мероприятие 2",
    },
    RequiredSection {
        number: 8,
        code: "kuratory",
        name: "Кураторы и координатор",
        short: "Кураторы",
        question: WHO,
        asked_by: "план Жигаловского района, мероприятие 2",
    },
    RequiredSection {
        number: 9,
        code: "rabochaya-gruppa",
        name: "Рабочая группа",
        short: "Рабочая группа",
        question: WHO,
        asked_by: "план Зиминского городского муниципального образования, мероприятие 3",
    },
    RequiredSection {
        number: 10,
        code: "programmy-shkol",
        name: "Программы школ",
        short: "Программы школ",
        question: DONE,
        asked_by: "план Первомайского района на 2023 год, мероприятие 3",
    },
    RequiredSection {
        number: 11,
        code: "monitoring",
        name: "Мониторинг и анализ",
        short: "Мониторинг",
        question: RESULT,
        asked_by: "управленческий цикл, шаги 4 и 5",
    },
    RequiredSection {
        number: 12,
        code: "rekomendatsii",
        name: "Адресные рекомендации и управленческие решения",
        short: "Рекомендации и решения",
        question: DECIDED,
        asked_by: "управленческий цикл, шаги 6 и 8",
    },
    RequiredSection {
        number: 13,
        code: "itogi",
        name: "Анализ эффективности принятых мер",
        short: "Итоги года",
        question: RESULT,
        asked_by: "управленческий цикл, шаг 9",
    },
    RequiredSection {
        number: 14,
        code: "praktiki",
        name: "Лучшие практики",
        short: "Практики",
        question: RESULT,
        asked_by: "план Республики Алтай, мероприятие 14",
    },
    RequiredSection {
        number: 15,
        code: "novosti",
        name: "Новости и календарь",
        short: "Новости",
        question: PARENTS,
        asked_by: "план Первомайского района на 2023 год, мероприятие 4",
    },
    RequiredSection {
        number: 16,
        code: "roditelyam",
        name: "Родителям",
        short: "Родителям",
        question: PARENTS,
        asked_by: "план Первомайского района на 2022–2023 учебный год, мероприятие 14",
    },
    RequiredSection {
        number: 17,
        code: "kontakty",
        name: "Контакты",
        short: "Контакты",
        question: WHO,
        asked_by: "бланк приказа Первомайского района",
    },
];

/// The headings under which the sections of a territory are listed, in order.
pub const QUESTIONS: &[&str] = &[DONE, WHO, DECIDED, RESULT, PARENTS];

impl RequiredSection {
    /// Finds a section by the last part of its address.
    pub fn find(code: &str) -> Option<&'static RequiredSection> {
        REQUIRED.iter().find(|section| section.code == code)
    }
}

/// What an editor wrote for a section: a text, or why there is nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionNote {
    /// Code of the section.
    pub section: String,
    /// Place of the file.
    pub span: Span,
    /// Heading over the text.
    pub title: Option<String>,
    /// Where the text comes from.
    pub source: Option<String>,
    /// The text.
    pub text: Prose,
    /// Why the section is empty.
    pub empty_reason: Option<String>,
    /// Who said so.
    pub stated_by: Option<String>,
    /// When.
    pub stated_on: Option<Date>,
    /// Day after which the text should be read again.
    pub review_by: Option<Date>,
}
