//! An order from the lines of its text: letterhead, number and date, title, preamble, points, signature.

mod basis;
mod head;
mod points;
mod signature;
pub mod stamp;

use crate::import::paper::At;
use crate::import::understand::draft::{Doubt, OrderDraft, Text};
use crate::import::understand::flow::{Line, take};

/// What was read of an order's text.
#[derive(Debug)]
pub struct Read {
    /// The order.
    pub order: OrderDraft,
    /// Which lines belong to each point, for lists of people inside.
    pub points: Vec<std::ops::Range<usize>>,
    /// What a person should look at.
    pub doubts: Vec<Doubt>,
}

/// Reads the order whose text is among the lines and marks the lines that it used. None when no line says
/// «приказываю» or its like.
pub fn read(lines: &mut [Line]) -> Option<Read> {
    let word_at = lines
        .iter()
        .position(|line| !line.used && line.mark.is_none() && order_word(&line.words).is_some())?;
    let (word_start, word_end) = order_word(&lines[word_at].words)?;
    let mut order = OrderDraft {
        text_known: true,
        kind: "приказ",
        at: lines
            .first()
            .map(|line| line.at.clone())
            .unwrap_or_default(),
        ..OrderDraft::default()
    };
    let mut doubts = Vec::new();
    let words = lines[word_at].words.clone();
    let at = lines[word_at].at.clone();
    let title_end = head::read(&mut lines[..word_at], &mut order);
    let before = words[..word_start].trim();
    preamble(&mut lines[title_end..word_at], before, &mut order, &at);
    order.order_word = Some(Text {
        words: words[word_start..word_end].trim().to_owned(),
        at,
    });
    lines[word_at].used = true;
    let after = words[word_end..].trim().to_owned();
    let (points, end) = points::read(lines, word_at + 1, &after, &mut order);
    signature::read(lines, end, &mut order);
    if let Some(preamble) = &order.preamble {
        order.basis = basis::read(&preamble.words);
    }
    say(&order, &mut doubts);
    Some(Read {
        order,
        points,
        doubts,
    })
}

fn preamble(lines: &mut [Line], before: &str, order: &mut OrderDraft, at: &At) {
    order.preamble = take(lines);
    if before.is_empty() {
        return;
    }
    match &mut order.preamble {
        Some(preamble) => {
            preamble.words.push('\n');
            preamble.words.push_str(before);
        }
        None => {
            order.preamble = Some(Text {
                words: before.to_owned(),
                at: at.clone(),
            });
        }
    }
}

/// Where «приказываю» stands in a line, also letter-spaced and in capitals, with the colon after it.
fn order_word(line: &str) -> Option<(usize, usize)> {
    const WORDS: &[&str] = &[
        "приказываю",
        "обязываю",
        "постановляю",
        "постановляет",
        "распоряжаюсь",
    ];
    if line.len() > 40_000 {
        return None;
    }
    let letters: Vec<(usize, char)> = line
        .char_indices()
        .filter(|(_, c)| c.is_alphabetic())
        .collect();
    let whole: String = letters.iter().flat_map(|(_, c)| c.to_lowercase()).collect();
    let word = WORDS.iter().find(|word| whole.contains(**word))?;
    let first = whole[..whole.find(*word)?].chars().count();
    let (start, _) = *letters.get(first)?;
    let (last, letter) = *letters.get(first + word.chars().count() - 1)?;
    let mut end = last + letter.len_utf8();
    let rest = &line[end..];
    let sign = rest.trim_start();
    if sign.starts_with(':') {
        end += rest.len() - sign.len() + 1;
    }
    // Inside a word it is another word.
    let inside = line[..start].ends_with(char::is_alphabetic);
    (!inside).then_some((start, end))
}

fn say(order: &OrderDraft, doubts: &mut Vec<Doubt>) {
    let at = &order.at;
    let mut say = |missing: bool, words: &str| {
        if missing {
            doubts.push(Doubt::new(at, words));
        }
    };
    say(order.number.is_none(), "номер приказа не найден");
    say(
        order.date.is_none(),
        "дата приказа не найдена или её нет в календаре",
    );
    say(
        order.issuer.is_none(),
        "кто издал приказ, из бланка не видно",
    );
    say(
        order.title.is_none(),
        "название приказа («Об утверждении …») не найдено",
    );
    say(order.points.is_empty(), "пункты приказа не найдены");
    say(order.signatory.is_none(), "кто подписал приказ, не найдено");
    for pair in order.points.windows(2) {
        if pair[0].number == pair[1].number {
            doubts.push(Doubt::new(
                &pair[1].at,
                format!("номер пункта «{}» повторяется", pair[1].number),
            ));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_word_in_all_dresses() {
        for (line, word) in [
            ("ПРИКАЗЫВАЮ:", "ПРИКАЗЫВАЮ:"),
            ("обучающихся, п р и к а з ы в а ю:", "п р и к а з ы в а ю:"),
            ("в целях …, приказываю :", "приказываю :"),
            ("П Р И К А З Ы В А Ю", "П Р И К А З Ы В А Ю"),
        ] {
            let (start, end) = order_word(line).expect(line);
            assert_eq!(&line[start..end], word);
        }
        assert_eq!(order_word("Приказ"), None);
    }
}
