//! Dates in words of a language.

use jiff::civil::Date;

/// Names of months, and how a day is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dates {
    /// `{day} {month_of} {year} г.`
    day: String,
    months: Vec<String>,
    months_of: Vec<String>,
    months_in: Vec<String>,
}

/// Names of months in one case.
pub type Months = Vec<String>;

impl Dates {
    /// From the pattern of a day, names of months, and their forms beside a day and after «в», where they differ.
    ///
    /// # Errors
    /// In Russian, when there are not twelve names.
    pub fn new(
        day: &str,
        months: Months,
        [of, within]: [Option<Months>; 2],
    ) -> Result<Dates, String> {
        let dates = Dates {
            day: day.to_owned(),
            months_of: of.unwrap_or_else(|| months.clone()),
            months_in: within.unwrap_or_else(|| months.clone()),
            months,
        };
        let lists = [&dates.months, &dates.months_of, &dates.months_in];
        match lists.iter().all(|list| list.len() == 12) {
            true => Ok(dates),
            false => Err("в [dates] названий месяцев должно быть 12".to_owned()),
        }
    }

    /// A day in words.
    pub fn day(&self, day: Date) -> String {
        self.day
            .replace("{day}", &day.day().to_string())
            .replace("{month_of}", &self.months_of[index(day.month())])
            .replace("{year}", &day.year().to_string())
    }

    /// The name of a month, 1–12.
    pub fn month(&self, month: i8) -> &str {
        &self.months[index(month)]
    }

    /// The name of a month beside a day.
    pub fn month_of(&self, month: i8) -> &str {
        &self.months_of[index(month)]
    }

    /// The name of a month after «в».
    pub fn month_in(&self, month: i8) -> &str {
        &self.months_in[index(month)]
    }
}

fn index(month: i8) -> usize {
    (month.clamp(1, 12) - 1) as usize
}
