//! What stands in cells: dates as spreadsheets write them, words of a status, months that a spreadsheet shortened.

use jiff::civil::Date;

use crate::content::fields::Shape;
use crate::desk::place::folded;
use crate::desk::toml_edit::plan_tables::event_form;
use crate::text::nearest::nearest;
use crate::text::russian::{MONTHS_OF, month};

/// The words a status may be.
pub fn statuses() -> &'static [&'static str] {
    match event_form().field("status").map(|field| field.shape) {
        Some(Shape::OneOf(words)) => words,
        _ => &[],
    }
}

/// The status of a cell.
///
/// # Errors
/// The word that may be meant; empty when none is near.
pub fn status(cell: &str) -> Result<&'static str, &'static str> {
    let cell = folded(cell);
    let cell = cell.trim_end_matches('.');
    if let Some(word) = statuses().iter().find(|word| **word == cell) {
        return Ok(word);
    }
    // «Не выполнено» is none of the words, least of all «выполнено».
    if cell.starts_with("не ") && !cell.starts_with("не извест") && !cell.starts_with("не будет")
    {
        return Err("");
    }
    let near = nearest(cell, statuses().iter().copied());
    Err(near.or_else(|| meant(cell)).unwrap_or_default())
}

/// Words that people write for a status. They are proposed, not taken: who reports must say it in the portal's words.
fn meant(cell: &str) -> Option<&'static str> {
    const MEANT: &[(&str, &[&str])] = &[
        (
            "выполнено",
            &[
                "сделан",
                "исполнен",
                "проведен",
                "готов",
                "заверш",
                "реализован",
                "выполн",
                "да",
                "+",
                "ок",
            ],
        ),
        (
            "запланировано",
            &["план", "в работе", "идет", "будет", "выполняется"],
        ),
        ("перенесено", &["перенос", "перенес", "отложен"]),
        ("отменено", &["отмен", "снят", "не будет"]),
        (
            "нет данных",
            &["неизвестн", "нет сведений", "не известн", "?", "нет инф"],
        ),
    ];
    MEANT
        .iter()
        .find(|(_, beginnings)| beginnings.iter().any(|start| cell.starts_with(start)))
        .map(|(word, _)| *word)
}

/// A date as people and spreadsheets write it: 30.04.2025, 30.04.25, 2025-04-30, 30 апреля 2025 г., each perhaps with
/// midnight behind it. Days and months are never guessed from one another.
pub fn date(cell: &str) -> Option<Date> {
    let cell = cell.trim();
    let cell = cell
        .split_once([' ', 'T'])
        .filter(|(_, time)| is_midnight(time))
        .map_or(cell, |(day, _)| day);
    cell.parse()
        .ok()
        .or_else(|| dotted(cell))
        .or_else(|| in_words(cell))
}

fn is_midnight(time: &str) -> bool {
    !time.is_empty() && time.chars().all(|c| matches!(c, '0' | ':' | '.' | 'Z'))
}

fn dotted(cell: &str) -> Option<Date> {
    let parts: Vec<&str> = cell.trim_end_matches(['г', '.', ' ']).split('.').collect();
    let [day, month, year] = parts.as_slice() else {
        return None;
    };
    Date::new(
        full_year(year)?,
        month.trim().parse().ok()?,
        day.trim().parse().ok()?,
    )
    .ok()
}

fn in_words(cell: &str) -> Option<Date> {
    let words = folded(cell);
    let mut words = words.split(' ');
    let day = words.next()?.parse().ok()?;
    let name = words.next()?;
    let month = MONTHS_OF.iter().position(|month| *month == name)? + 1;
    let year = full_year(words.next()?.trim_end_matches(['г', '.']))?;
    let rest = words.next().unwrap_or("г.");
    if !matches!(rest, "г" | "г." | "год" | "года") {
        return None;
    }
    Date::new(year, i8::try_from(month).ok()?, day).ok()
}

/// A year in four digits, or in the two that a spreadsheet shows.
fn full_year(text: &str) -> Option<i16> {
    let text = text.trim();
    let number: i16 = text.parse().ok()?;
    match text.len() {
        4 => Some(number),
        2 => Some(2000 + number),
        _ => None,
    }
}

/// The day whose number a spreadsheet shows instead of a date, when the number can be one: 45044.
pub fn serial_day(cell: &str) -> Option<Date> {
    let number: i64 = cell.trim().parse().ok()?;
    // Days of 2000–2099 in the count that spreadsheets begin on 30 December 1899.
    (36_526..73_051).contains(&number).then_some(())?;
    let first = Date::new(1899, 12, 30).ok()?;
    first.checked_add(jiff::Span::new().days(number)).ok()
}

/// True for what a spreadsheet saves in place of a value it could not work out or show, and for letters that were lost.
pub fn is_spoiled(cell: &str) -> bool {
    const ERRORS: [&str; 12] = [
        "#ИМЯ?",
        "#ЗНАЧ!",
        "#ССЫЛКА!",
        "#ДЕЛ/0!",
        "#Н/Д",
        "#ЧИСЛО!",
        "#NAME?",
        "#VALUE!",
        "#REF!",
        "#DIV/0!",
        "#N/A",
        "#NUM!",
    ];
    let hashes = cell.len() > 2 && cell.bytes().all(|byte| byte == b'#');
    hashes || ERRORS.contains(&cell) || cell.contains(char::REPLACEMENT_CHARACTER)
}

/// «сен.23» is what a spreadsheet makes of «сентябрь 2023»: the words it was made from.
pub fn unshortened_month(cell: &str) -> Option<String> {
    const SHORT: [&str; 12] = [
        "янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек",
    ];
    let cell = folded(cell);
    let (name, year) = cell.split_once(['.', '-', ' '])?;
    let at = SHORT.iter().position(|short| *short == name)?;
    if year.len() != 2 {
        return None;
    }
    let year = full_year(year)?;
    Some(format!("{} {year} года", month(i8::try_from(at + 1).ok()?)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date as day;

    #[test]
    fn dates_are_read_as_spreadsheets_write_them() {
        for cell in [
            "30.04.2025",
            "2025-04-30",
            " 30.4.2025 ",
            "30.04.25",
            "30.04.2025 г.",
            "2025-04-30 00:00:00",
            "30.04.2025 0:00",
            "2025-04-30T00:00:00",
            "30 апреля 2025 г.",
            "30 апреля 2025 года",
            "30 Апреля 2025",
        ] {
            assert_eq!(date(cell), Some(day(2025, 4, 30)), "{cell}");
        }
        for wrong in [
            "",
            "31.02.2025",
            "04/30/2025",
            "апрель 2025",
            "30.04",
            "2025",
            "45777",
            "30.04.2025 12:30",
            "30 апреля 2025 в школе",
        ] {
            assert_eq!(date(wrong), None, "{wrong}");
        }
        assert_eq!(serial_day("45777"), Some(day(2025, 4, 30)));
        assert_eq!(serial_day("7"), None);
    }

    #[test]
    fn a_status_is_one_of_the_words_and_others_bring_a_proposal() {
        assert_eq!(status("Выполнено"), Ok("выполнено"));
        assert_eq!(status(" нет  данных "), Ok("нет данных"));
        assert_eq!(status("сделано"), Err("выполнено"));
        assert_eq!(status("выполненно"), Err("выполнено"));
        assert_eq!(status("перенос на осень"), Err("перенесено"));
        assert_eq!(status("не выполнено"), Err(""));
        assert_eq!(status("абракадабра"), Err(""));
    }

    #[test]
    fn a_shortened_month_gets_its_words_back() {
        assert_eq!(
            unshortened_month("сен.23").as_deref(),
            Some("сентябрь 2023 года")
        );
        assert_eq!(
            unshortened_month("Май 24").as_deref(),
            Some("май 2024 года")
        );
        assert_eq!(unshortened_month("сентябрь 2023 года"), None);
    }
}
