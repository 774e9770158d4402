//! Numbers with their nouns, as pages say them. The nouns are for `Words::counted`, which knows the language of the page;
//! the functions speak Russian.

use crate::text::language::Noun;
use crate::text::russian::counted;

/// Measures of plans.
pub const EVENTS: Noun = ["мероприятие", "мероприятия", "мероприятий"];

/// Schools.
pub const SCHOOLS: Noun = ["школа", "школы", "школ"];

/// Roadmaps.
pub const PLANS: Noun = ["план", "плана", "планов"];

/// Practices.
pub const PRACTICES: Noun = ["практика", "практики", "практик"];

/// Municipalities.
pub const MUNICIPALITIES: Noun = ["муниципалитет", "муниципалитета", "муниципалитетов"];

/// Regions.
pub const REGIONS: Noun = ["регион", "региона", "регионов"];

/// News.
pub const NEWS: Noun = ["новость", "новости", "новостей"];

/// Questions of parents.
pub const QUESTIONS: Noun = ["вопрос", "вопроса", "вопросов"];

/// People.
pub const PEOPLE: Noun = ["человек", "человека", "человек"];

/// Words of the glossary.
pub const TERMS: Noun = ["слово", "слова", "слов"];

/// «2 мероприятия».
pub fn events(number: usize) -> String {
    counted(number, EVENTS)
}

/// «2 школы».
pub fn schools(number: usize) -> String {
    counted(number, SCHOOLS)
}

/// «2 плана».
pub fn plans(number: usize) -> String {
    counted(number, PLANS)
}

/// «2 практики».
pub fn practices(number: usize) -> String {
    counted(number, PRACTICES)
}

/// «2 муниципалитета».
pub fn municipalities(number: usize) -> String {
    counted(number, MUNICIPALITIES)
}

/// «2 региона».
pub fn regions(number: usize) -> String {
    counted(number, REGIONS)
}

/// «2 новости».
pub fn news(number: usize) -> String {
    counted(number, NEWS)
}

/// «2 вопроса».
pub fn questions(number: usize) -> String {
    counted(number, QUESTIONS)
}

/// «2 школы, 5 человек»; says so when the documents name none.
pub fn schools_and_people(schools: usize, people: usize) -> String {
    let people_words = counted(people, PEOPLE);
    match (schools, people) {
        (0, 0) => "школы и люди в документах по именам не названы".to_owned(),
        (_, 0) => self::schools(schools),
        (0, _) => people_words,
        _ => format!("{}, {people_words}", self::schools(schools)),
    }
}
