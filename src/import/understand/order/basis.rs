//! The acts that a preamble names: «на основании Распоряжения … от 14.03.2023 года №55-310-мр».

use crate::import::understand::dates;
use crate::import::understand::draft::BasisDraft;

/// Acts with a number, in the order of the text.
pub fn read(preamble: &str) -> Vec<BasisDraft> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some((range, number)) = dates::act_number(&preamble[from..]) {
        let (start, end) = (from + range.start, from + range.end);
        if let Some(act) = act(&preamble[from..end], start - from, number) {
            found.push(act);
        }
        from = end;
    }
    found
}

/// The act that ends with its number at the end of `text`.
fn act(text: &str, number_at: usize, number: String) -> Option<BasisDraft> {
    let (start, kind) = word_starts(&text[..number_at])
        .filter_map(|at| dates::kind(&text[at..]).map(|kind| (at, kind)))
        .last()?;
    let name = &text[start..number_at];
    let date = dates::dates(name).pop();
    let after_kind = name.find(char::is_whitespace).unwrap_or(name.len());
    let until = date.as_ref().map_or(name.len(), |date| date.range.start);
    Some(BasisDraft {
        kind,
        issuer: name
            .get(after_kind..until)
            .unwrap_or_default()
            .trim()
            .to_owned(),
        number,
        date: date.and_then(|date| date.date),
        words: text[start..].to_owned(),
    })
}

fn word_starts(text: &str) -> impl Iterator<Item = usize> {
    let mut before = ' ';
    text.char_indices().filter_map(move |(at, c)| {
        let starts = c.is_alphabetic() && !before.is_alphabetic();
        before = c;
        starts.then_some(at)
    })
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn acts_of_a_preamble() {
        let acts = read(
            "В соответствии с Распоряжением Департамента от 18.03.2023 №352-р «Об утверждении плана», в целях программы, утверждённой распоряжением Департамента от 13.03.2023 №351-р",
        );
        let told: Vec<_> = acts
            .iter()
            .map(|act| (act.kind, act.issuer.as_str(), act.number.as_str()))
            .collect();
        assert_eq!(
            told,
            [
                ("распоряжение", "Департамента", "352-р"),
                ("распоряжение", "Департамента", "351-р")
            ]
        );
        assert_eq!(
            acts[0].date.map(|day| day.to_string()).as_deref(),
            Some("2023-03-18")
        );
    }
}
