//! A text seems to name a pupil: a first name or initials beside a class (П423, error).
//!
//! Why: names, marks and photographs of pupils are never published here, whatever the occasion (the portal's rule on
//! personal data). People who teach are named with their posts and are not meant.
//!
//! Example: «Победил Петров Саша, 7 «Б» класс».

use std::ops::Range;

use crate::content::judge::said::Said;
use crate::diag::Diagnostic;
use crate::diag::codes;
use crate::text::russian::{Beginnings, begins, folded_word};
use crate::text::sentence::{Word, bare_words, sentences};

/// How many words may stand between a class and a name.
const NEAR: usize = 5;

/// Beginnings of words for one pupil.
const PUPILS: Beginnings = Beginnings::of(&[
    "ученик",
    "ученица",
    "ученицы",
    "ученице",
    "ученицу",
    "школьник",
    "школьница",
    "школьницы",
    "школьнице",
    "выпускник",
    "выпускница",
    "выпускницы",
    "обучающийся",
    "обучающаяся",
    "обучающегося",
    "обучающемуся",
    "учащийся",
    "учащаяся",
    "учащегося",
]);

/// Forms of the words above for many pupils, which begin alike.
const MANY: &[&str] = &[
    "ученики",
    "учеников",
    "ученикам",
    "учениками",
    "учениках",
    "школьники",
    "школьников",
    "школьникам",
    "школьниками",
    "выпускники",
    "выпускников",
    "выпускникам",
    "выпускниками",
];

/// Beginnings of words for those who teach and lead.
const GROWN: Beginnings = Beginnings::of(&[
    "директор",
    "учител",
    "педагог",
    "руководител",
    "методист",
    "начальник",
    "заместител",
    "специалист",
    "психолог",
    "логопед",
    "воспитател",
    "тьютор",
    "куратор",
    "координатор",
    "завуч",
    "наставник",
    "преподават",
    "председател",
]);

/// Beginnings of first names, in small letters and without «ё».
const NAMES: &[&str] = &[
    "александр",
    "алексе",
    "алексан",
    "алин",
    "алис",
    "анастаси",
    "анатоли",
    "андре",
    "анн",
    "антон",
    "арсени",
    "артем",
    "артур",
    "богдан",
    "борис",
    "вадим",
    "валенти",
    "валери",
    "варвар",
    "васили",
    "вася",
    "вероник",
    "виктор",
    "виктори",
    "витали",
    "владимир",
    "владислав",
    "вячеслав",
    "галин",
    "георги",
    "глеб",
    "григори",
    "дани",
    "дарь",
    "даш",
    "денис",
    "диан",
    "дим",
    "дмитри",
    "евгени",
    "егор",
    "екатерин",
    "елен",
    "елизавет",
    "жен",
    "зо",
    "иван",
    "игор",
    "иль",
    "ирин",
    "камил",
    "карин",
    "катя",
    "кир",
    "кирилл",
    "кост",
    "константин",
    "ксени",
    "лев",
    "леонид",
    "лид",
    "лиз",
    "любов",
    "людмил",
    "макар",
    "максим",
    "маргарит",
    "мари",
    "марк",
    "матве",
    "маш",
    "милан",
    "миха",
    "миш",
    "наст",
    "натал",
    "наташ",
    "никит",
    "никола",
    "нин",
    "оксан",
    "олег",
    "олес",
    "оль",
    "ол",
    "павел",
    "павл",
    "паш",
    "петр",
    "петя",
    "полин",
    "рин",
    "роман",
    "руслан",
    "саш",
    "светлан",
    "семен",
    "серге",
    "сереж",
    "соф",
    "станислав",
    "степан",
    "татьян",
    "тан",
    "тимофе",
    "тимур",
    "ульян",
    "федор",
    "юли",
    "юр",
    "ян",
    "ярослав",
];

/// What may follow the beginning of a first name; «ов» and «ин» would make a surname of it.
const ENDINGS: &[&str] = &[
    "", "а", "я", "у", "ю", "е", "и", "ы", "ой", "ей", "ом", "ем", "й", "ь", "ка", "ки", "ку", "ек",
];

/// Finds sentences that seem to name a pupil.
pub(super) fn judge(said: &Said<'_>, found: &mut Vec<Diagnostic>) {
    // Most texts name neither a class nor a pupil, and cutting them into sentences takes longest.
    let hint = |word: &str| begins(word, "кл") || PUPILS.any(word);
    if !bare_words(said.text).any(hint) {
        return;
    }
    for sentence in sentences(said.text) {
        let words = Words {
            text: said.text,
            words: &sentence,
        };
        let Some(name) = words.pupil().filter(|_| !words.has_grown()) else {
            continue;
        };
        found.push(
            Diagnostic::error(
                codes::PUPIL_NAMED,
                said.place(name.clone()),
                format!("похоже на имя ученика: {}", &said.text[name]),
            )
            .label("имена детей не публикуют")
            .help("напишите без имени: «ученик 7 класса», «команда школы»")
            .help("если это взрослый, назовите его должность: «учитель», «директор»"),
        );
    }
}

/// Words of a sentence.
struct Words<'a> {
    text: &'a str,
    words: &'a [Word],
}

impl Words<'_> {
    fn word(&self, at: usize) -> &str {
        &self.text[self.words[at].range.clone()]
    }

    fn folded(&self, at: usize) -> String {
        folded_word(self.word(at))
    }

    fn has_grown(&self) -> bool {
        (0..self.words.len()).any(|at| GROWN.any(self.word(at)))
    }

    /// The place of a name that stands near a class or after a word for one pupil.
    fn pupil(&self) -> Option<Range<usize>> {
        let count = self.words.len();
        for at in 0..count {
            let reach = if self.is_class(at) {
                at.saturating_sub(NEAR)..(at + NEAR + 1).min(count)
            } else if self.is_one_pupil(at) {
                at + 1..(at + NEAR).min(count)
            } else {
                continue;
            };
            if let Some(name) = reach.clone().find_map(|first| self.name_at(first, &reach)) {
                return Some(name);
            }
        }
        None
    }

    /// «7 класса», «7 «Б» класс», «7а класс».
    fn is_class(&self, at: usize) -> bool {
        let word = self.word(at);
        let class = begins(word, "класс") && !begins(word, "классн");
        let short = begins(word, "кл") && self.folded(at) == "кл";
        if !class && !short {
            return false;
        }
        (1..=2).any(|back| {
            at.checked_sub(back).is_some_and(|before| {
                let digits: String = self
                    .word(before)
                    .chars()
                    .take_while(char::is_ascii_digit)
                    .collect();
                digits
                    .parse::<u8>()
                    .is_ok_and(|class| (1..=11).contains(&class))
                    && self.word(before).chars().count() <= digits.len() + 2
            })
        })
    }

    fn is_one_pupil(&self, at: usize) -> bool {
        PUPILS.any(self.word(at)) && !MANY.contains(&self.folded(at).as_str())
    }

    /// A surname with a first name or with initials, or a first name with a surname.
    fn name_at(&self, first: usize, reach: &Range<usize>) -> Option<Range<usize>> {
        let second = first + 1;
        if !reach.contains(&second) || self.words[first].quoted || self.words[second].quoted {
            return None;
        }
        let named = |at: usize| is_capitalized(self.word(at)) && is_first_name(&self.folded(at));
        let surname = |at: usize| is_capitalized(self.word(at));
        let initials = is_initials(self.word(second)) && surname(first);
        let fits =
            initials || (surname(first) && named(second)) || (named(first) && surname(second));
        fits.then(|| self.words[first].range.start..self.words[second].range.end)
    }
}

/// «Петров»: a capital letter and at least two small ones.
fn is_capitalized(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && word.chars().count() > 2
        && letters.all(|c| c.is_lowercase() || c == '-')
}

/// «А», «А.В», as they stand without their last full stop.
fn is_initials(word: &str) -> bool {
    word.split('.').all(|part| {
        let mut letters = part.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
    })
}

fn is_first_name(word: &str) -> bool {
    NAMES
        .iter()
        .filter_map(|name| word.strip_prefix(name))
        .any(|ending| ENDINGS.contains(&ending))
}

#[cfg(test)]
mod tests {
    use crate::content::judge::tests::in_news;

    #[test]
    fn names_beside_a_class_are_found() {
        let cases = [
            ("Победил Петров Саша, 7 «Б» класс.", "Петров Саша"),
            ("В 9 классе экзамен сдала Мария Иванова.", "Мария Иванова"),
            (
                "Ученик 5а класса Сидоров А.В. занял второе место.",
                "Сидоров А.В",
            ),
            (
                "Ученица школы № 2 Иванова Анна рассказала о чтении.",
                "Иванова Анна",
            ),
        ];
        for (text, name) in cases {
            assert_eq!(in_news(text), [format!("П423 {name}")], "{text}");
        }
    }

    #[test]
    fn teachers_classes_and_pupils_without_names_are_silent() {
        for text in [
            "Учитель 7 класса Петрова Мария Ивановна провела урок.",
            "Мастер-класс для учеников 9 классов прошёл в Жигалово.",
            "Выпускники 11 класса Тутурской школы сдали экзамен.",
            "Ученики Жигаловской школы № 1 заняли первое место.",
            "Классный час провела Нетесова Л.В.",
        ] {
            assert_eq!(in_news(text), [""; 0], "{text}");
        }
    }
}
