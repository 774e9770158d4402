//! What municipalities are compared by, with the definition that readers see under each row.

use crate::model::comparison::figure::Figure;

/// One thing that is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Yardstick {
    /// Latin code: an anchor and a column of open data.
    pub code: &'static str,
    /// Name of the row.
    pub name: &'static str,
    /// How it is counted and of what.
    pub counted: &'static str,
    /// What kind of number it gives.
    pub measured: Measured,
}

/// Kinds of numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measured {
    /// A part of a whole, in percent.
    Share,
    /// How many.
    Count,
    /// Days.
    Days,
}

/// What kind of territory a municipality is: the first thing by which it is like others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// Муниципальный район.
    District,
    /// Муниципальный или городской округ.
    Okrug,
    /// Город, городское муниципальное образование.
    Town,
    /// Другое.
    Other,
}

impl Class {
    /// Words for a group of such territories.
    pub fn words(self) -> &'static str {
        match self {
            Class::District => "Районы",
            Class::Okrug => "Округа",
            Class::Town => "Города",
            Class::Other => "Другие муниципалитеты",
        }
    }
}

/// The yardsticks in the order of pages; [`crate::model::comparison::figures`] gives a figure for each.
pub const YARDSTICKS: &[Yardstick] = &[
    Yardstick {
        code: "events",
        name: "Мероприятий в плане",
        counted: "Сколько мероприятий в последнем плане муниципалитета.",
        measured: Measured::Count,
    },
    Yardstick {
        code: "exact-day",
        name: "Срок с точностью до дня",
        counted: "Доля мероприятий плана, у которых назван день: «15 апреля», «20–21 апреля», «до 1 июня».",
        measured: Measured::Share,
    },
    Yardstick {
        code: "month",
        name: "Срок с точностью до месяца",
        counted: "Доля мероприятий плана, у которых назван месяц, квартал или другая часть года, а дня нет.",
        measured: Measured::Share,
    },
    Yardstick {
        code: "no-date",
        name: "Без своей даты",
        counted: "Доля мероприятий плана, которые идут весь год, повторяются, зависят от другого графика или срока не имеют.",
        measured: Measured::Share,
    },
    Yardstick {
        code: "december",
        name: "Срок в декабре",
        counted: "Доля мероприятий, у которых последний срок приходится на декабрь, среди мероприятий с датой.",
        measured: Measured::Share,
    },
    Yardstick {
        code: "measurable",
        name: "С числом в показателе",
        counted: "Доля мероприятий плана, у которых показатель или результат ставит число: «100 % школ», «не менее 5 встреч».",
        measured: Measured::Share,
    },
    Yardstick {
        code: "person",
        name: "Ответственный назван по фамилии",
        counted: "Доля мероприятий плана, среди исполнителей которых есть человек, а не только должность или организация.",
        measured: Measured::Share,
    },
    Yardstick {
        code: "reported",
        name: "Есть сведения, что стало",
        counted: "Доля мероприятий плана, о которых сообщили: выполнено, перенесено или отменено.",
        measured: Measured::Share,
    },
    Yardstick {
        code: "done",
        name: "Сообщено о выполнении",
        counted: "Доля мероприятий плана, о выполнении которых сообщили, с подтверждением или без него.",
        measured: Measured::Share,
    },
    Yardstick {
        code: "proven",
        name: "Выполнено с подтверждением",
        counted: "Доля мероприятий плана, у выполнения которых есть подтверждение: приказ, протокол, справка, новость или файл.",
        measured: Measured::Share,
    },
    Yardstick {
        code: "overdue",
        name: "Срок прошёл, сведений нет",
        counted: "Доля мероприятий плана, срок которых прошёл ко дню сборки портала, а о них ничего не сообщили.",
        measured: Measured::Share,
    },
    Yardstick {
        code: "sections",
        name: "Заполнено разделов",
        counted: "Сколько обязательных разделов о поддержке школ есть и не устарело, среди всех обязательных разделов.",
        measured: Measured::Share,
    },
    Yardstick {
        code: "schools",
        name: "Школ с поддержкой",
        counted: "Сколько школ документы называют по имени среди тех, кому нужна поддержка. Если школы по именам не названы, число неизвестно.",
        measured: Measured::Count,
    },
    Yardstick {
        code: "news",
        name: "Дней с последней новости",
        counted: "Сколько дней прошло от последней новости муниципалитета до дня сборки портала.",
        measured: Measured::Days,
    },
    Yardstick {
        code: "told-after",
        name: "Дней от утверждения плана до новости о нём",
        counted: "Сколько дней прошло от даты приказа, которым утверждён план, до первой новости об этом приказе.",
        measured: Measured::Days,
    },
];

impl Yardstick {
    /// A figure on the scale of this yardstick: hundredths of a percent, or hundredths of one. None where nothing is
    /// known, and where a share is of too few.
    pub fn value(&self, figure: Figure) -> Option<i64> {
        match figure {
            Figure::Share { part, whole } if whole >= Figure::LEAST => {
                Some(part as i64 * 10_000 / whole as i64)
            }
            Figure::Number(number) => Some(number as i64 * 100),
            Figure::Share { .. } | Figure::Unknown => None,
        }
    }
}
