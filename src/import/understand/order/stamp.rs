//! An order that is known only from the stamp on its appendix: «УТВЕРЖДЕН приказом Комитета … от 17.04.2024 № 191».

use crate::import::understand::dates;
use crate::import::understand::draft::{OrderDraft, Text};
use crate::text::cell::one_line;

/// The order that a stamp names; none for a stamp with a name and no act.
pub fn order(stamp: &Text) -> Option<OrderDraft> {
    let words = one_line(&stamp.words);
    let (_, number) = dates::act_number_after_appendix(&words)?;
    let date = dates::date(&words);
    let (kind_at, kind) = kind(&words)?;
    let after_kind = kind_at + words[kind_at..].find(' ').unwrap_or(words.len() - kind_at);
    let number_at = words.rfind('№').unwrap_or(words.len());
    let until = date
        .as_ref()
        .map_or(number_at, |found| found.range.start.min(number_at));
    let issuer = words
        .get(after_kind..until)
        .unwrap_or_default()
        .trim()
        .to_owned();
    let text = |words: &str| Text {
        words: words.to_owned(),
        at: stamp.at.clone(),
    };
    Some(OrderDraft {
        kind,
        number: Some(text(&number)),
        date: date.as_ref().and_then(|found| found.date),
        date_verbatim: date.map(|found| text(&words[found.range])),
        issuer: (!issuer.is_empty()).then(|| text(&issuer)),
        stamp: Some(stamp.clone()),
        at: stamp.at.clone(),
        ..OrderDraft::default()
    })
}

fn kind(words: &str) -> Option<(usize, &'static str)> {
    let mut before = ' ';
    words.char_indices().find_map(|(at, c)| {
        let starts = c.is_alphabetic() && !before.is_alphabetic();
        before = c;
        starts
            .then(|| dates::kind(&words[at..]).map(|kind| (at, kind)))
            .flatten()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stamps_of_two_documents() {
        let table = [
            (
                "УТВЕРЖДЕН\nприказом Комитета по образованию\nадминистрации ЗГМО\nот 17.04.2024 № 191",
                ("191", "Комитета по образованию администрации ЗГМО"),
            ),
            (
                "Приложение \nк приказу  МКУ Кемского УО\n от 20 января 2023 года №8",
                ("8", "МКУ Кемского УО"),
            ),
            (
                "Приложение № 1 к приказу УО от 1.2.2024 № 5-од",
                ("5-од", "УО"),
            ),
        ];
        for (stamp, (number, issuer)) in table {
            let order = order(&Text {
                words: stamp.to_owned(),
                ..Text::default()
            })
            .expect(stamp);
            assert_eq!(order.number.map(|text| text.words).as_deref(), Some(number));
            assert_eq!(order.issuer.map(|text| text.words).as_deref(), Some(issuer));
            assert!(order.date.is_some());
        }
        let person = Text {
            words: "УТВЕРЖДАЮ\nНачальник\nИ.И. Иванов".to_owned(),
            ..Text::default()
        };
        assert_eq!(order(&person), None);
    }
}
