//! Nouns that several pages count, for `Words::counted`, which knows the language of the page.

use crate::text::language::{Noun, Words};

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

/// Measures after «из»: «из 5 мероприятий».
pub const EVENTS_OF: Noun = ["мероприятия", "мероприятий", "мероприятий"];

/// Measures after «в»: «в 5 мероприятиях».
pub const EVENTS_IN: Noun = ["мероприятии", "мероприятиях", "мероприятиях"];

/// Acts.
pub const DOCUMENTS: Noun = ["документ", "документа", "документов"];

/// Curators of schools.
pub const CURATORS: Noun = ["куратор", "куратора", "кураторов"];

/// What schools do with support: «2 школы получают».
pub const GET: Noun = ["получает", "получают", "получают"];

/// Days.
pub const DAYS: Noun = ["день", "дня", "дней"];

/// Words of the glossary.
pub const TERMS: Noun = ["слово", "слова", "слов"];

/// «2 школы, 5 человек»; says so when the documents name none.
pub fn schools_and_people(schools: usize, people: usize, words: &Words) -> String {
    let said = [
        words.counted(schools, SCHOOLS),
        words.counted(people, PEOPLE),
    ];
    match (schools, people) {
        (0, 0) => words.phrase("школы и люди в документах по именам не названы", &[]),
        (_, 0) => said[0].clone(),
        (0, _) => said[1].clone(),
        _ => said.join(", "),
    }
}
