//! Dates in a query: «1 апреля», «01.04.2023», «весной», «в следующем месяце» → the date terms of documents.
//!
//! A date term is `@2023`, `@2023-04`, `@04`, `@2023-04-20` or `@04-20`. What is no plain expression stays words: a
//! query is a few words, and the deadlines of documents are understood elsewhere.

use super::words::{Word, words};
use jiff::ToSpan;
use jiff::civil::Date;

/// A date expression found among the words of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateExpression {
    /// Number of its first word.
    pub from: usize,
    /// Number of its last word.
    pub to: usize,
    /// The expression as it was written.
    pub words: String,
    /// Date terms; a document with any of them is meant.
    pub tokens: Vec<String>,
}

/// The date expressions of the text, in order and without overlap. `today` gives «в этом месяце» its meaning.
pub fn dates(text: &str, today: Date) -> Vec<DateExpression> {
    let words = words(text);
    let query = Query {
        text,
        words: &words,
        today,
    };
    let mut found = Vec::new();
    let mut from = 0;
    while from < words.len() {
        let Some((next, tokens)) = query.expression(from) else {
            from += 1;
            continue;
        };
        let written = text.get(words[from].start..words[next - 1].end);
        found.push(DateExpression {
            from,
            to: next - 1,
            words: written.unwrap_or_default().to_owned(),
            tokens,
        });
        from = next;
    }
    found
}

/// Number of the word after the expression, and its terms.
type Found = (usize, Vec<String>);

struct Query<'a> {
    text: &'a str,
    words: &'a [Word],
    today: Date,
}

impl Query<'_> {
    fn expression(&self, at: usize) -> Option<Found> {
        self.dotted(at)
            .or_else(|| self.days(at))
            .or_else(|| self.part_of_year(at))
            .or_else(|| self.months(at))
            .or_else(|| self.season(at))
            .or_else(|| self.relative(at))
            .or_else(|| {
                let (year, next) = self.year(at)?;
                Some((next, vec![format!("@{year}")]))
            })
    }

    /// «01.04», «1.04.2023», «01.04.23».
    fn dotted(&self, at: usize) -> Option<Found> {
        let day = self.number(at, 1..=31)?;
        let month = self.number(at + 1, 1..=12)?;
        if self.between(at) != "." || self.word(at + 1).len() != 2 {
            return None;
        }
        if self.between(at + 1) == "." {
            if let Some((year, next)) = self.year(at + 2) {
                return Some((next, vec![day_term(Some(year), month, day)]));
            }
            if let (2, Some(year)) = (self.word(at + 2).len(), self.number(at + 2, 0..=99)) {
                return Some((at + 3, vec![day_term(Some(2000 + year), month, day)]));
            }
        }
        Some((at + 2, vec![day_term(None, month, day)]))
    }

    /// «1 апреля», «20-21 апреля 2023 г.», «20, 21 и 22 апреля», «с 1 по 20 апреля».
    fn days(&self, at: usize) -> Option<Found> {
        let mut days = vec![self.number(at, 1..=31)?];
        let mut next = at + 1;
        loop {
            let step = 1 + usize::from(matches!(self.word(next), "и" | "по"));
            let Some(day) = self.number(next + step - 1, 1..=31) else {
                break;
            };
            let last = days[days.len() - 1];
            if (is_hyphen(self.between(next - 1)) || self.word(next) == "по") && last < day {
                days.extend(last + 1..day);
            }
            days.push(day);
            next += step;
        }
        let month = month_of(self.word(next))?;
        let (year, next) = self.year_or_none(next + 1);
        let terms = days.iter().map(|day| day_term(year, month, *day));
        Some((next, terms.collect()))
    }

    /// «апрель», «в апреле 2023 года», «март–август 2023».
    fn months(&self, at: usize) -> Option<Found> {
        let first = month_of(self.word(at))?;
        let last = month_of(self.word(at + 1)).filter(|_| is_hyphen(self.between(at)));
        let (year, next) = self.year_or_none(at + 1 + usize::from(last.is_some()));
        let last = last.unwrap_or(first);
        let length = (last + 12 - first) % 12;
        // «ноябрь–январь 2023» begins in 2022.
        let terms = (first..=first + length).map(|month| {
            let year = year.map(|year| year - i16::from(first > last && month <= 12));
            month_term(year, (month - 1) % 12 + 1)
        });
        Some((next, terms.collect()))
    }

    /// «весной», «летом 2023».
    fn season(&self, at: usize) -> Option<Found> {
        let months = match self.word(at) {
            "весна" | "весны" | "весне" | "весну" | "весной" | "весною" => {
                [3, 4, 5]
            }
            "лето" | "лета" | "летом" => [6, 7, 8],
            "осень" | "осени" | "осенью" => [9, 10, 11],
            // «Зима» and «в Зиме» are a town.
            "зимой" | "зимою" => [12, 1, 2],
            _ => return None,
        };
        let (year, next) = self.year_or_none(at + 1);
        Some((next, months.map(|month| month_term(year, month)).into()))
    }

    /// «I квартал», «2-й квартал 2023 года», «в первом полугодии».
    fn part_of_year(&self, at: usize) -> Option<Found> {
        let number = ordinal(self.word(at))?;
        let ending = matches!(
            self.word(at + 1),
            "й" | "м" | "е" | "го" | "ое" | "ый" | "ом"
        );
        let name = at + 1 + usize::from(ending);
        let length = if self.word(name).starts_with("квартал") {
            3
        } else if self.word(name).starts_with("полугоди") && number <= 2 {
            6
        } else {
            return None;
        };
        let (year, next) = self.year_or_none(name + 1);
        let months = (number - 1) * length + 1..=number * length;
        Some((next, months.map(|month| month_term(year, month)).collect()))
    }

    /// «сегодня», «завтра», «в этом месяце», «в прошлом году».
    fn relative(&self, at: usize) -> Option<Found> {
        let day = match self.word(at) {
            "вчера" => Some(-1),
            "сегодня" => Some(0),
            "завтра" => Some(1),
            _ => None,
        };
        if let Some(days) = day {
            let day = self.today.checked_add(days.days()).ok()?;
            let term = day_term(Some(day.year()), day.month().into(), day.day().into());
            return Some((at + 1, vec![term]));
        }
        let step = match self.word(at) {
            "прошлом" | "прошлый" => -1,
            "этом" | "этот" | "текущем" | "текущий" => 0,
            "следующем" | "следующий" | "будущем" => 1,
            _ => return None,
        };
        let (year, month) = (self.today.year(), i16::from(self.today.month()));
        match self.word(at + 1) {
            "месяце" | "месяц" => {
                let months = year * 12 + month - 1 + step;
                Some((at + 2, vec![month_term(Some(months / 12), months % 12 + 1)]))
            }
            "году" | "год" => Some((at + 2, vec![format!("@{}", year + step)])),
            _ => None,
        }
    }

    /// A year, and the number of the word after it and after «года» or «г.».
    fn year(&self, at: usize) -> Option<(i16, usize)> {
        let year = self.number(at, 1990..=2099)?;
        let named = matches!(
            self.word(at + 1),
            "г" | "гг" | "год" | "года" | "году" | "годом" | "годе" | "годы"
        );
        Some((year, at + 1 + usize::from(named)))
    }

    fn year_or_none(&self, at: usize) -> (Option<i16>, usize) {
        self.year(at)
            .map_or((None, at), |(year, next)| (Some(year), next))
    }

    fn number(&self, at: usize, allowed: std::ops::RangeInclusive<i16>) -> Option<i16> {
        let number = self.word(at).parse().ok()?;
        allowed.contains(&number).then_some(number)
    }

    fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| &word.text)
    }

    /// What stands between the word and the next one.
    fn between(&self, at: usize) -> &str {
        match self.words.get(at..at + 2) {
            Some([one, other]) => self.text.get(one.end..other.start).unwrap_or_default(),
            _ => "",
        }
    }
}

fn day_term(year: Option<i16>, month: i16, day: i16) -> String {
    format!("{}-{day:02}", month_term(year, month))
}

fn month_term(year: Option<i16>, month: i16) -> String {
    match year {
        Some(year) => format!("@{year}-{month:02}"),
        None => format!("@{month:02}"),
    }
}

fn is_hyphen(between: &str) -> bool {
    matches!(between.trim(), "-" | "‐" | "‑" | "–" | "—")
}

/// Months from January on: what all their forms begin with, and a short form.
const MONTHS: [(&str, &str); 12] = [
    ("январ", "янв"),
    ("феврал", "фев"),
    ("март", ""),
    ("апрел", "апр"),
    ("ма", ""),
    ("июн", "июн"),
    ("июл", "июл"),
    ("август", "авг"),
    ("сентябр", "сент"),
    ("октябр", "окт"),
    ("ноябр", "нояб"),
    ("декабр", "дек"),
];

/// The month, 1–12, whose form the folded word is.
fn month_of(word: &str) -> Option<i16> {
    let at = MONTHS.iter().position(|(begin, short)| {
        word.strip_prefix(begin).is_some_and(|ending| {
            matches!(ending, "ь" | "я" | "ю" | "е" | "ем" | "й")
                || begin.ends_with('т') && matches!(ending, "" | "а" | "у" | "ом")
        }) || !short.is_empty() && word == *short
    })?;
    i16::try_from(at + 1).ok()
}

/// 1–4 written as a digit, a Roman numeral or a word.
fn ordinal(word: &str) -> Option<i16> {
    const NAMES: [(&str, &str, &str); 4] = [
        ("1", "i", "перв"),
        ("2", "ii", "втор"),
        ("3", "iii", "трет"),
        ("4", "iv", "четверт"),
    ];
    let at = NAMES.iter().position(|(digit, roman, begin)| {
        word == *digit || word == *roman || word.starts_with(begin)
    })?;
    i16::try_from(at + 1).ok()
}
