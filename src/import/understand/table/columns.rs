//! What a column holds, by the words of its heading. Words are looked at in the order they stand in: «Срок проведения
//! мероприятия» is a deadline, «Мероприятия по достижению результата» is a measure.

use crate::import::understand::letters;
use crate::import::understand::table::months;
use crate::model::plan::roadmap::ColumnRole;

/// What a heading says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Says {
    /// One of the columns of this portal.
    Role(ColumnRole),
    /// «Ожидаемый результат»: what shows success when no column is called an indicator.
    Expected,
    /// A direction or task that several measures belong to.
    Direction,
    /// A column that plans have and this portal has no place for: «Форма», «Участники», «Отметка о выполнении».
    Other,
}

use ColumnRole::{Deadline, Indicator, Number, Responsible, Result, Title};
use Says::{Direction, Expected, Other, Role};

/// Beginnings of words that say what a column holds. Longer phrases stand first.
const STEMS: &[(&[&str], Says)] = &[
    (&["форм", "отчет"], Role(Result)),
    (&["форм", "представлен"], Role(Result)),
    (&["форм", "предоставлен"], Role(Result)),
    (&["форм", "подтвержд"], Role(Result)),
    (&["форм", "завершен"], Role(Result)),
    (&["форм", "контрол"], Other),
    (&["вид", "документ"], Role(Result)),
    (&["вид", "результат"], Role(Result)),
    (&["вид", "деятельност"], Role(Title)),
    (&["вид", "работ"], Role(Title)),
    (&["виды", "деятельност"], Role(Title)),
    (&["виды", "работ"], Role(Title)),
    (&["год", "реализац"], Role(Deadline)),
    (&["кто", "проводит"], Role(Responsible)),
    (&["кто", "отвечает"], Role(Responsible)),
    (&["кто", "исполняет"], Role(Responsible)),
    (&["срок"], Role(Deadline)),
    (&["дата"], Role(Deadline)),
    (&["даты"], Role(Deadline)),
    (&["период"], Role(Deadline)),
    (&["время"], Role(Deadline)),
    (&["месяц"], Role(Deadline)),
    (&["когда"], Role(Deadline)),
    (&["ответствен"], Role(Responsible)),
    (&["отвественн"], Role(Responsible)),
    (&["исполнител"], Role(Responsible)),
    (&["соисполнител"], Role(Responsible)),
    (&["организатор"], Role(Responsible)),
    (&["отметк"], Other),
    (&["примечан"], Other),
    (&["статус"], Other),
    (&["показател"], Role(Indicator)),
    (&["индикатор"], Role(Indicator)),
    (&["критери"], Role(Indicator)),
    (&["ожидаем"], Expected),
    (&["планируем", "результат"], Expected),
    (&["прогнозируем"], Expected),
    (&["предполагаем", "результат"], Expected),
    (&["результат"], Role(Result)),
    (&["продукт"], Role(Result)),
    (&["итог"], Role(Result)),
    (&["выход"], Role(Result)),
    (&["документ"], Role(Result)),
    (&["форм"], Other),
    (&["мест"], Other),
    (&["участник"], Other),
    (&["категори"], Other),
    (&["аудитори"], Other),
    (&["охват"], Other),
    (&["финанс"], Other),
    (&["источник"], Other),
    (&["объем"], Other),
    (&["класс"], Other),
    (&["количеств"], Other),
    (&["ссылк"], Other),
    (&["мероприят"], Role(Title)),
    (&["событи"], Role(Title)),
    (&["содержан"], Role(Title)),
    (&["действи"], Role(Title)),
    (&["меры"], Role(Title)),
    (&["тема"], Role(Title)),
    (&["тематик"], Role(Title)),
    (&["направлен"], Direction),
    (&["раздел"], Direction),
    (&["блок"], Direction),
    (&["модул"], Direction),
    (&["задач"], Direction),
    (&["проблем"], Direction),
    (&["цель"], Direction),
    (&["цели"], Direction),
];

/// Words of headings that say something only when no other word does.
const GENERAL: &[&str] = &["наименован", "перечен", "названи"];

/// Words that stand before the one that decides.
const IN_FRONT: &[&str] = &[
    "планируем",
    "плановы",
    "предполагаем",
    "ориентировочн",
    "примерн",
    "основн",
    "запланирован",
];

/// What the words of a heading say; none when they are no heading of a plan's column.
pub fn says(heading: &str) -> Option<Says> {
    if months::is_grid(heading) {
        return Some(Role(Deadline));
    }
    let words = letters::words(heading);
    if words.is_empty() || words.len() > 14 {
        return None;
    }
    if is_number_heading(&words) {
        return Some(Role(Number));
    }
    let named = words[0].starts_with("наименован") || words[0].starts_with("названи");
    if named && words.get(1).is_some_and(|word| is_school(word)) {
        return Some(Other);
    }
    let mut general = false;
    for (at, word) in words.iter().enumerate() {
        general |= GENERAL.iter().any(|stem| word.starts_with(stem));
        if let Some(says) = said(&words[at..]) {
            return Some(says);
        }
        if !general && at >= 2 && !IN_FRONT.iter().any(|stem| word.starts_with(stem)) {
            return None;
        }
    }
    general.then_some(Role(Title))
}

fn said(words: &[String]) -> Option<Says> {
    STEMS
        .iter()
        .find(|(stems, _)| {
            stems.len() <= words.len().max(1)
                && words[0].starts_with(stems[0])
                && stems[1..]
                    .iter()
                    .all(|stem| words[1..].iter().take(3).any(|word| word.starts_with(stem)))
        })
        .map(|(_, says)| *says)
}

/// «Наименование ОО» is a school, not a measure.
fn is_school(word: &str) -> bool {
    matches!(word, "оо" | "оу" | "моу")
        || [
            "школ",
            "организаци",
            "учрежден",
            "образовательн",
            "общеобразовательн",
        ]
        .iter()
        .any(|stem| word.starts_with(stem))
}

fn is_number_heading(words: &[String]) -> bool {
    let known = [
        "№",
        "п",
        "пп",
        "n",
        "nn",
        "no",
        "номер",
        "мероприятия",
        "пункта",
        "порядковый",
        "по",
        "порядку",
        "строки",
    ];
    let sign = words[0].starts_with('№')
        || words.iter().any(|word| word == "№")
        || matches!(words[0].as_str(), "п" | "пп" | "n" | "nn" | "no" | "номер");
    sign && words
        .iter()
        .all(|word| known.contains(&word.as_str()) || word.trim_start_matches('№').len() <= 4)
        && words.len() <= 4
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_of_real_plans() {
        let table = [
            ("№ п/п", Role(Number)),
            ("№п/п", Role(Number)),
            ("п/п №", Role(Number)),
            ("№", Role(Number)),
            ("N п/п", Role(Number)),
            ("Событие", Role(Title)),
            ("Мероприятия", Role(Title)),
            ("Наименование мероприятия", Role(Title)),
            ("Наименование", Role(Title)),
            (
                "Перечень мероприятий организации методической поддержки",
                Role(Title),
            ),
            ("Содержание деятельности", Role(Title)),
            ("Основные мероприятия", Role(Title)),
            ("Направления деятельности, мероприятия", Direction),
            ("Сроки реализации", Role(Deadline)),
            ("Срок (период\nвыполнения)", Role(Deadline)),
            ("Срок проведения мероприятия", Role(Deadline)),
            ("Планируемая дата проведения", Role(Deadline)),
            ("Дата проведения", Role(Deadline)),
            ("Исполнители", Role(Responsible)),
            ("Ответственный исполнитель", Role(Responsible)),
            ("Ответст-\nвенные за исполнение", Role(Responsible)),
            ("Показатель результативности (описание)", Role(Indicator)),
            ("Показатели реализации", Role(Indicator)),
            ("Результат", Role(Result)),
            ("Планируемый результат", Expected),
            ("Ожидаемые результаты реализации мероприятий", Expected),
            ("Отметка о выполнении", Other),
            ("Форма", Other),
            ("Форма проведения мероприятия", Other),
            ("Форма отчётности", Role(Result)),
            ("Участники", Other),
            ("Направление", Direction),
            ("Наименование ОО", Other),
        ];
        for (heading, expected) in table {
            assert_eq!(says(heading), Some(expected), "{heading}");
        }
        for other in ["ФИО", "Должность", "Руководители РМО", "апрель", "1."]
        {
            assert_eq!(says(other), None, "{other}");
        }
    }
}
