//! A figure about fewer than ten children (П425, error).
//!
//! Why: in a small village everybody knows the two who did not pass. The portal's rule on personal data hides results of
//! groups under ten. Judged are words of editors — news, practices, notes, facts of a status — never cells of an
//! approved plan.
//!
//! Example: «экзамен не сдали 3 ученика».

use std::ops::Range;

use crate::content::judge::said::Said;
use crate::diag::Diagnostic;
use crate::diag::codes;
use crate::text::russian::{Beginnings, folded_word};
use crate::text::sentence::{Word, bare_words, sentences};

/// Numbers from one to nine in words.
const NUMBERS: &[&str] = &[
    "один",
    "одна",
    "одного",
    "одной",
    "два",
    "две",
    "двух",
    "двое",
    "двоих",
    "три",
    "трех",
    "трое",
    "троих",
    "четыре",
    "четырех",
    "четверо",
    "четверых",
    "пять",
    "пяти",
    "пятеро",
    "шесть",
    "шести",
    "шестеро",
    "семь",
    "семи",
    "семеро",
    "восемь",
    "восьми",
    "девять",
    "девяти",
];

/// Beginnings of words for children.
const CHILDREN: Beginnings = Beginnings::of(&[
    "учени",
    "учащ",
    "обучающ",
    "школьник",
    "школьниц",
    "выпускни",
    "ребен",
    "дети",
    "детей",
    "девятиклассни",
    "одиннадцатиклассни",
    "подрост",
]);

/// Words before a number that make it a limit and not a result.
const LIMITS: &[&str] = &[
    "менее",
    "более",
    "меньше",
    "больше",
    "до",
    "от",
    "по",
    "с",
    "свыше",
    "каждые",
    "каждый",
    "на",
];

/// Finds figures about few children.
pub(super) fn judge(said: &Said<'_>, found: &mut Vec<Diagnostic>) {
    // Most texts do not speak of children, and cutting them into sentences takes longest.
    if !bare_words(said.text).any(|word| CHILDREN.any(word)) {
        return;
    }
    for sentence in sentences(said.text) {
        for at in 0..sentence.len() {
            let Some(place) = few(said.text, &sentence, at) else {
                continue;
            };
            found.push(
                Diagnostic::error(
                    codes::SMALL_GROUP,
                    said.place(place.clone()),
                    format!("сведения о группе меньше 10 детей: {}", &said.text[place]),
                )
                .label("в небольшом селе детей узнают")
                .help("напишите «несколько учеников» или «меньше 10 учеников»"),
            );
        }
    }
}

/// A number at this word with children after it, one adjective between them allowed.
fn few(text: &str, words: &[Word], at: usize) -> Option<Range<usize>> {
    let folded = |at: usize| {
        let word: &Word = words.get(at)?;
        Some(folded_word(&text[word.range.clone()]))
    };
    let number = folded(at)?;
    let small = number.parse::<u32>().is_ok_and(|n| (1..10).contains(&n));
    if !small && !NUMBERS.contains(&number.as_str()) {
        return None;
    }
    let start = words[at].range.start;
    let counted = !text[..start].trim_end().ends_with('№');
    let limited = at
        .checked_sub(1)
        .and_then(folded)
        .is_some_and(|word| LIMITS.contains(&word.as_str()));
    if !counted || limited {
        return None;
    }
    let child =
        (at + 1..=at + 2).find(|next| folded(*next).is_some_and(|word| CHILDREN.any(&word)))?;
    let between = &text[words[at].range.end..words[child].range.start];
    let apart = between.contains([',', ';', ':', '.', '(', '%', '\n'])
        || (child == at + 2 && folded(at + 1).is_some_and(|word| word.starts_with("класс")));
    (!apart).then(|| start..words[child].range.end)
}

#[cfg(test)]
mod tests {
    use crate::content::judge::tests::{found, in_news};

    #[test]
    fn few_children_are_found() {
        let cases = [
            ("Экзамен не сдали 3 ученика.", "3 ученика"),
            (
                "Помощь нужна двоим: двое детей пропускают уроки.",
                "двое детей",
            ),
            (
                "Сопровождают 5 слабослышащих обучающихся.",
                "5 слабослышащих обучающихся",
            ),
        ];
        for (text, words) in cases {
            assert_eq!(in_news(text), [format!("П425 {words}")], "{text}");
        }
    }

    #[test]
    fn many_children_limits_and_numbers_of_schools_are_silent() {
        for text in [
            "Участвовали 33 ученика и 12 детей.",
            "Не показываем группы менее 10 учеников, не менее 5 детей.",
            "В школе № 2 ученики читают. С 5 по 9 классы.",
            "Прошло 3 занятия, ученики довольны.",
            "Для 7 класса обучающихся школ.",
        ] {
            assert_eq!(in_news(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn cells_of_a_plan_are_published_as_approved() {
        let plan = "title = \"План\"\nperiod = \"2023\"\ncolumns = [{ heading = \"Срок\", holds = \"deadline\" }]\n\
            [[event]]\nid = \"m01\"\ntitle = \"Работа с 3 учениками\"\ndeadline = \"май\"\nindicator = \"5 обучающихся\"\n\
            fact = \"Прошли 4 ученика\"\n";
        let found = found("04-altay/plans/2023.toml", plan);
        assert_eq!(found, ["П425 4 ученика"]);
    }
}
