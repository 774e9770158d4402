//! What a Russian word is by its ending, as far as reading indicators needs it. Endings are not a dictionary:
//! each test is asked only where its mistakes are harmless, and the known exceptions are listed.

use crate::content::meaning::words::{Sort, Word};

/// A short passive participle: «разработан», «проведены», «даны». Such a word at the head says that a thing is done.
pub(super) fn is_done(word: &Word) -> bool {
    const ENDINGS: [&str; 12] = [
        "ан", "ана", "ано", "аны", "ен", "ена", "ено", "ены", "ят", "ята", "ято", "яты",
    ];
    const SHORT: [&str; 8] = [
        "дан",
        "дана",
        "дано",
        "даны",
        "издан",
        "сдан",
        "сдана",
        "сданы",
    ];
    const NOUNS: [&str; 16] = [
        "экзамен",
        "экзамена",
        "экзамены",
        "граждан",
        "замена",
        "замены",
        "перемена",
        "перемены",
        "страна",
        "страны",
        "охрана",
        "охраны",
        "экраны",
        "степен",
        "ребят",
        "ребята",
    ];
    if word.sort != Sort::Letters || word.is(&NOUNS) {
        return false;
    }
    let long = word.folded.chars().count() >= 6;
    word.is(&SHORT) || (long && ENDINGS.iter().any(|ending| word.folded.ends_with(ending)))
}

/// A finite verb of the kinds that indicators use: «приняли», «познакомились», «реализуются».
pub(super) fn is_verb(word: &Word) -> bool {
    const REFLEXIVE: [&str; 8] = [
        "лись", "лся", "лась", "лось", "ются", "ется", "ятся", "ится",
    ];
    const PLAIN: [&str; 5] = ["уют", "ают", "яют", "еют", "ли"];
    const NOUNS: [&str; 9] = [
        "цели",
        "недели",
        "модели",
        "роли",
        "если",
        "доли",
        "школи",
        "отрасли",
        "мысли",
    ];
    if word.sort != Sort::Letters || word.is(&NOUNS) || word.folded.ends_with("тели") {
        return false;
    }
    let ends = |endings: &[&str]| endings.iter().any(|ending| word.folded.ends_with(ending));
    word.folded.chars().count() >= 5 && (ends(&REFLEXIVE) || ends(&PLAIN))
}

/// A word that tells what was done or is being done.
pub(super) fn is_predicate(word: &Word) -> bool {
    is_done(word) || is_verb(word)
}

/// An adjective or a full participle in any case.
pub(super) fn is_adjective(word: &Word) -> bool {
    const ENDINGS: [&str; 17] = [
        "ых", "их", "ой", "ого", "его", "ые", "ие", "ую", "ая", "яя", "ому", "ыми", "ими", "кий",
        "ый", "ое", "ым",
    ];
    const NOUNS: [&str; 3] = ["участие", "мероприятие", "развитие"];
    let noun = word.is(&NOUNS) || word.folded.ends_with("ние") || word.folded.ends_with("тие");
    word.sort == Sort::Letters
        && !noun
        && word.folded.chars().count() > 3
        && ENDINGS.iter().any(|ending| word.folded.ends_with(ending))
}

/// A full participle after a comma, which goes on with the group before it: «ШНОР, участвующих в проекте».
pub(super) fn is_participle(word: &Word) -> bool {
    const ENDINGS: [&str; 6] = ["щих", "вших", "нных", "щихся", "вшихся", "емых"];
    word.sort == Sort::Letters && ENDINGS.iter().any(|ending| word.folded.ends_with(ending))
}

/// A noun of action: «Проведение», «Прохождение», «Экспертиза», «Организация».
pub(super) fn is_action(word: &Word) -> bool {
    const STEMS: [&str; 16] = [
        "экспертиз",
        "анализ",
        "мониторинг",
        "семинар",
        "совещан",
        "выезд",
        "подготовк",
        "разработк",
        "поддержк",
        "оценк",
        "обмен",
        "консультац",
        "выступлен",
        "собеседован",
        "диагностик",
        "встреч",
    ];
    const ENDINGS: [&str; 3] = ["ние", "ция", "тие"];
    word.starts(&STEMS) || ENDINGS.iter().any(|ending| word.folded.ends_with(ending))
}

/// A preposition that cannot begin a group.
pub(super) fn is_preposition(word: &Word) -> bool {
    word.is(&[
        "в", "во", "на", "по", "с", "со", "из", "для", "у", "о", "об", "от", "до", "за", "при",
        "под", "к",
    ])
}

/// Beginnings of the words for documents and things.
const DOCUMENTS: [&str; 62] = [
    "приказ",
    "справк",
    "отчет",
    "фотоотчет",
    "протокол",
    "письм",
    "план",
    "програм",
    "спис",
    "ссылк",
    "карт",
    "рекомендац",
    "повестк",
    "материал",
    "сборник",
    "положени",
    "договор",
    "соглашен",
    "график",
    "банк",
    "реестр",
    "перечен",
    "буклет",
    "памятк",
    "презентац",
    "сертификат",
    "удостоверен",
    "анкет",
    "видео",
    "новост",
    "публикац",
    "статья",
    "статьи",
    "раздел",
    "страниц",
    "сайт",
    "решени",
    "распоряжен",
    "постановлен",
    "концепц",
    "паспорт",
    "маршрут",
    "журнал",
    "лист",
    "таблиц",
    "информац",
    "кейс",
    "портфолио",
    "модел",
    "сценари",
    "конспект",
    "каталог",
    "циклограмм",
    "пакет",
    "баз",
    "резолюц",
    "ведомост",
    "данные",
    "акт",
    "чек",
    "инструкци",
    "документ",
];

/// A document or another thing to hold in hand, and what is published on a site.
pub(super) fn is_document(word: &Word) -> bool {
    word.starts(&DOCUMENTS) && !word.starts(&["планирован", "базов"])
}
