//! Dates that people write in their own way: which day was meant, and what to say about it. It knows nothing of files.

use jiff::civil::Date;

use crate::text::russian::lowercase;

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
    /// True when the writing leaves no doubt which number is the year, which the month and which the day.
    sure: bool,
}

/// What is to be said about a date that is not written as dates are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// What is wrong.
    pub message: String,
    /// A few words under the place.
    pub label: String,
    /// What to do.
    pub help: String,
    /// The date as it should be written.
    pub right: Option<String>,
    /// True when that date can only be the one that was meant.
    pub sure: bool,
}

/// Reads what was meant as a date; none when it is something else.
pub fn read(token: &str) -> Option<Meant> {
    let lower = lowercase(token);
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
    let (year, day, sure) = match (first.len(), second.len(), third.len()) {
        (4, ..=2, ..=2) => (head, tail, true),
        // Elsewhere the month goes before the day, and a slash separates them.
        (..=2, _, 4) => (tail, head, !body.contains('/') || head > 12),
        (..=2, ..=2, 2) => (2000 + tail, head, false),
        _ => return None,
    };
    Some(Meant {
        year,
        month,
        day,
        sure,
    })
}

/// A date in front of a time.
fn with_time(token: &str) -> Option<Meant> {
    let (date, time) = token.split_once(['t', ' ', 'т'])?;
    time.contains(':').then(|| read(date)).flatten()
}

impl Meant {
    /// What to say about it.
    pub fn verdict(self) -> Verdict {
        let Meant {
            year, month, day, ..
        } = self;
        let date = |month: i16, day: i16| {
            Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
        };
        let verdict = |message: String, label: &str, help: String| Verdict {
            message,
            label: label.to_owned(),
            help,
            right: None,
            sure: false,
        };
        if let Some(right) = date(month, day) {
            let message = format!(
                "дата записана иначе, чем нужно: сначала год, потом месяц и день — {right}"
            );
            return Verdict {
                right: Some(right.to_string()),
                sure: self.sure,
                ..verdict(
                    message,
                    "дату пишут как год-месяц-день",
                    format!("запишите {right}"),
                )
            };
        }
        if let Some(right) = date(day, month).filter(|_| month > 12) {
            let message = format!(
                "такой даты нет: месяца {month} не бывает, месяц и день переставлены местами"
            );
            let help = format!("запишите {right}, если имелось в виду это число");
            return Verdict {
                right: Some(right.to_string()),
                ..verdict(message, "сначала месяц, потом день", help)
            };
        }
        if !(1..=12).contains(&month) {
            return verdict(
                format!("такой даты нет: месяца {month} не бывает"),
                "месяц от 01 до 12",
                "исправьте месяц: дату пишут как год-месяц-день, например 2025-04-30".to_owned(),
            );
        }
        let days = date(month, 1).map_or(31, |first| first.days_in_month());
        let name = MONTHS[usize::from(month.unsigned_abs()) - 1].1;
        let count = if days == 31 { "день" } else { "дней" };
        verdict(
            format!("такой даты нет: в {name} {year} — {days} {count}"),
            &format!("дня {day} в этом месяце нет"),
            "исправьте день: дату пишут как год-месяц-день, например 2025-04-30".to_owned(),
        )
    }
}
