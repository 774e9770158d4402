//! Nouns that several pages count, for `Words::counted`, which knows the language of the page.

pub use crate::model::nouns::{CURATORS, DOCUMENTS, NEWS, PEOPLE, PLANS, PRACTICES, SCHOOLS};

use crate::text::language::{Noun, Words};

/// Measures of plans.
pub const EVENTS: Noun = ["мероприятие", "мероприятия", "мероприятий"];

/// What is measured.
pub const INDICATORS: Noun = ["показатель", "показателя", "показателей"];

/// Municipalities.
pub const MUNICIPALITIES: Noun = ["муниципалитет", "муниципалитета", "муниципалитетов"];

/// Regions.
pub const REGIONS: Noun = ["регион", "региона", "регионов"];

/// Questions of parents.
pub const QUESTIONS: Noun = ["вопрос", "вопроса", "вопросов"];

/// Measures after «из»: «из 5 мероприятий».
pub const EVENTS_OF: Noun = ["мероприятия", "мероприятий", "мероприятий"];

/// Measures after «в»: «в 5 мероприятиях».
pub const EVENTS_IN: Noun = ["мероприятии", "мероприятиях", "мероприятиях"];

/// What schools do with support: «2 школы получают».
pub const GET: Noun = ["получает", "получают", "получают"];

/// Rows of tables.
pub const ROWS: Noun = ["запись", "записи", "записей"];
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
