//! Numbers with their nouns, as pages say them.

use crate::text::russian::counted;

/// «2 мероприятия».
pub fn events(number: usize) -> String {
    counted(number, ["мероприятие", "мероприятия", "мероприятий"])
}

/// «2 школы».
pub fn schools(number: usize) -> String {
    counted(number, ["школа", "школы", "школ"])
}

/// «2 плана».
pub fn plans(number: usize) -> String {
    counted(number, ["план", "плана", "планов"])
}

/// «2 практики».
pub fn practices(number: usize) -> String {
    counted(number, ["практика", "практики", "практик"])
}

/// «2 муниципалитета».
pub fn municipalities(number: usize) -> String {
    counted(
        number,
        ["муниципалитет", "муниципалитета", "муниципалитетов"],
    )
}

/// «2 региона».
pub fn regions(number: usize) -> String {
    counted(number, ["регион", "региона", "регионов"])
}

/// «2 новости».
pub fn news(number: usize) -> String {
    counted(number, ["новость", "новости", "новостей"])
}

/// «2 вопроса».
pub fn questions(number: usize) -> String {
    counted(number, ["вопрос", "вопроса", "вопросов"])
}

/// «2 школы, 5 человек»; says so when the documents name none.
pub fn schools_and_people(schools: usize, people: usize) -> String {
    let people_words = counted(people, ["человек", "человека", "человек"]);
    match (schools, people) {
        (0, 0) => "школы и люди в документах по именам не названы".to_owned(),
        (_, 0) => self::schools(schools),
        (0, _) => people_words,
        _ => format!("{}, {people_words}", self::schools(schools)),
    }
}
