//! People and schools that no directory knows, by the way their names are built: «Фамилия И.О.», «МБОУ Кемская СОШ №2».

use crate::content::meaning::words::{Sort, Word};

/// The place after the name of a school that begins here: a legal form and a type of school, an adjective and a
/// type, or a type with a number.
pub(super) fn school_by_pattern(words: &[Word], place: usize) -> Option<usize> {
    const LEGAL: [&str; 8] = ["мбоу", "маоу", "мкоу", "моу", "гбоу", "гкоу", "чоу", "обоу"];
    const TYPES: [&str; 9] = [
        "сош",
        "оош",
        "нош",
        "школа",
        "школы",
        "школе",
        "лицей",
        "лицея",
        "гимназия",
    ];
    let is_type = |place: usize| words.get(place).is_some_and(|word| word.is(&TYPES));
    let first = words.get(place)?;
    let legal = first.is(&LEGAL);
    let adjective = |place: usize| {
        let word = words.get(place);
        word.is_some_and(|word| {
            ["ая", "ой", "ую"]
                .iter()
                .any(|ending| word.folded.ends_with(ending))
        })
    };
    let named = first.is_capitalised() && adjective(place) && !first.is_abbreviation();
    let found = if legal {
        let inside = |place: &usize| {
            let word = words.get(*place);
            word.is_some_and(|word| {
                !matches!(word.sort, Sort::Comma | Sort::Semicolon | Sort::Open)
            })
        };
        (place + 1..place + 7)
            .take_while(inside)
            .find(|place| is_type(*place))
    } else if named {
        (place + 1..place + 3)
            .find(|place| is_type(*place))
            .filter(|found| (place..*found).all(adjective))
    } else {
        is_type(place)
            .then_some(place)
            .filter(|place| number(words, *place + 1).is_some())
    };
    let after = found? + 1;
    Some(number(words, after).unwrap_or(after))
}

/// The place after «№ 2» or «2» that begins here.
fn number(words: &[Word], place: usize) -> Option<usize> {
    let sign = words
        .get(place)
        .is_some_and(|word| word.sort == Sort::NumberSign);
    let digits = place + usize::from(sign);
    words.get(digits).filter(|word| word.sort == Sort::Digits)?;
    Some(digits + 1)
}

/// The place after «Фамилия И.О.», «И.О. Фамилия» or «Фамилия Имя Отчество» that begins here.
pub(super) fn person_by_pattern(words: &[Word], place: usize) -> Option<usize> {
    if let Some(after) = initials(words, place) {
        return surname(words, after);
    }
    let after = surname(words, place)?;
    if let Some(end) = initials(words, after) {
        return Some(end);
    }
    let given = words.get(after).filter(|word| is_name(word));
    let patronymic = words.get(after + 1).filter(|word| is_name(word))?;
    let endings = ["вич", "вича", "вичу", "вна", "вны", "вне", "вну"];
    let ends = endings
        .iter()
        .any(|ending| patronymic.folded.ends_with(ending));
    (given.is_some() && ends).then_some(after + 2)
}

/// A surname, hyphens included.
fn surname(words: &[Word], place: usize) -> Option<usize> {
    words.get(place).filter(|word| is_name(word))?;
    let dashed = words
        .get(place + 1)
        .is_some_and(|word| word.sort == Sort::Dash && !word.spaced)
        && words
            .get(place + 2)
            .is_some_and(|word| is_name(word) && !word.spaced);
    Some(place + if dashed { 3 } else { 1 })
}

fn is_name(word: &Word) -> bool {
    word.sort == Sort::Letters && word.is_capitalised() && word.raw.chars().count() > 1
}

/// «И.О.», «И. О.», and with a comma in place of a dot, as documents have it.
fn initials(words: &[Word], place: usize) -> Option<usize> {
    let letter = |place: usize| {
        words
            .get(place)
            .is_some_and(|word| word.is_capitalised() && word.raw.chars().count() <= 2)
    };
    let single = |place: usize| letter(place) && words[place].raw.chars().count() == 1;
    let mark = |place: usize| {
        words
            .get(place)
            .is_some_and(|word| matches!(word.sort, Sort::Dot | Sort::Comma) && !word.spaced)
    };
    if !letter(place) || !mark(place + 1) || !single(place + 2) {
        return None;
    }
    let dot = words
        .get(place + 3)
        .is_some_and(|word| word.sort == Sort::Dot && !word.spaced);
    Some(place + if dot { 4 } else { 3 })
}
