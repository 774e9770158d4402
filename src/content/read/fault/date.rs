//! Dates without quotes that TOML does not take: written the Russian way, or not in the calendar.

use std::ops::Range;

use jiff::civil::Date;

use super::mistake::Fault;
use crate::diag::codes;

/// Months as they stand after a day, and after «в».
const MONTHS: [(&str, &str); 12] = [
    ("января", "январе"),
    ("февраля", "феврале"),
    ("марта", "марте"),
    ("апреля", "апреле"),
    ("мая", "мае"),
    ("июня", "июне"),
    ("июля", "июле"),
    ("августа", "августе"),
    ("сентября", "сентябре"),
    ("октября", "октябре"),
    ("ноября", "ноябре"),
    ("декабря", "декабре"),
];

/// Year, month and day as they were meant, right or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Meant {
    year: i16,
    month: i16,
    day: i16,
}

/// Reads what was meant as a date; none when it is something else.
pub fn read(token: &str) -> Option<Meant> {
    let lower = token.to_lowercase();
    let body = [" года", " г.", "г.", " г"]
        .iter()
        .find_map(|end| lower.strip_suffix(end))
        .unwrap_or(&lower)
        .trim();
    let parts: Vec<&str> = body
        .split(['.', '/', '-', ' ', '\u{A0}', '—', '–'])
        .filter(|part| !part.is_empty())
        .collect();
    let [first, second, third] = parts.as_slice() else {
        return with_time(&lower);
    };
    let number = |part: &str| {
        (part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| part.parse::<i16>().ok())
            .flatten()
    };
    let month = number(second).or_else(|| {
        MONTHS
            .iter()
            .position(|(name, _)| name == second)
            .map(|index| index as i16 + 1)
    })?;
    let (head, tail) = (number(first)?, number(third)?);
    if body.contains(' ') && number(second).is_some() {
        return None;
    }
    match (first.len(), second.len(), third.len()) {
        (4, ..=2, ..=2) => Some(Meant {
            year: head,
            month,
            day: tail,
        }),
        (..=2, _, 4) => Some(Meant {
            year: tail,
            month,
            day: head,
        }),
        (..=2, ..=2, 2) => Some(Meant {
            year: 2000 + tail,
            month,
            day: head,
        }),
        _ => None,
    }
}

/// A date in front of a time.
fn with_time(token: &str) -> Option<Meant> {
    let (date, time) = token.split_once(['t', ' ', 'т'])?;
    time.contains(':').then(|| read(date)).flatten()
}

impl Meant {
    /// The mistake at a place.
    pub fn fault(self, at: Range<usize>) -> Fault {
        let Meant { year, month, day } = self;
        let date = |month: i16, day: i16| {
            Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
        };
        let fault = |message: String| Fault::new(codes::BAD_DATE, at.clone(), message);
        if let Some(right) = date(month, day) {
            return fault(format!(
                "дата записана иначе, чем нужно: сначала год, потом месяц и день — {right}"
            ))
            .label("дату пишут как год-месяц-день")
            .help(format!("запишите {right}"))
            .patch(at, right.to_string());
        }
        if let Some(right) = date(day, month).filter(|_| month > 12) {
            return fault(format!(
                "такой даты нет: месяца {month} не бывает, месяц и день переставлены местами"
            ))
            .label("сначала месяц, потом день")
            .help(format!("запишите {right}, если имелось в виду это число"))
            .patch(at, right.to_string());
        }
        if !(1..=12).contains(&month) {
            return fault(format!("такой даты нет: месяца {month} не бывает"))
                .label("месяц от 01 до 12")
                .help("исправьте месяц: дату пишут как год-месяц-день, например 2025-04-30");
        }
        let days = date(month, 1).map_or(31, |first| first.days_in_month());
        let name = MONTHS[usize::from(month.unsigned_abs()) - 1].1;
        fault(format!(
            "такой даты нет: в {name} {year} — {days} {}",
            if days == 31 { "день" } else { "дней" }
        ))
        .label(format!("дня {day} в этом месяце нет"))
        .help("исправьте день: дату пишут как год-месяц-день, например 2025-04-30")
    }
}
