//! A number in a text that became another: «снижен со 100 % до 75 %», «повышен с 3 до 5 собеседований».

use crate::text::russian::is_word_char;

/// A number of a text, as thousandths.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Figure {
    thousandths: i64,
    shown: String,
    percent: bool,
}

/// A text taken apart: `texts` has one piece more than `figures`, they alternate.
#[derive(Debug, Default)]
struct Parts {
    texts: Vec<String>,
    figures: Vec<Figure>,
}

/// How the numbers of a text changed; none when anything else changed, too.
#[derive(Debug, PartialEq, Eq)]
pub struct Shift {
    /// Less, more, or some less and some more.
    pub direction: Direction,
    /// «со 100 % до 75 %»; of several numbers joined with commas.
    pub words: String,
}

/// Where numbers went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// To less.
    Down,
    /// To more.
    Up,
    /// Some to less, some to more.
    Both,
}

/// Compares two texts that say the same with other numbers.
pub fn shift(before: &str, after: &str) -> Option<Shift> {
    let (before, after) = (Parts::of(before), Parts::of(after));
    if before.figures.is_empty() || before.figures.len() != after.figures.len() {
        return None;
    }
    let mut said = Vec::new();
    let mut directions = Vec::new();
    for (position, (old, new)) in before.figures.iter().zip(&after.figures).enumerate() {
        let (text_before, text_after) = (&before.texts[position], &after.texts[position]);
        let declined = position > 0 && before.figures[position - 1] != after.figures[position - 1];
        if old.percent != new.percent || !alike(text_before, text_after, declined) {
            return None;
        }
        if old.thousandths == new.thousandths {
            continue;
        }
        directions.push(new.thousandths < old.thousandths);
        let noun = noun(Place::new(&before, position), Place::new(&after, position));
        said.push(format!(
            "{} {} до {}{noun}",
            from(old),
            old.shown,
            new.shown
        ));
    }
    let last_differs = before.figures.last() != after.figures.last();
    if said.is_empty() || !alike(before.texts.last()?, after.texts.last()?, last_differs) {
        return None;
    }
    let direction = match (directions.contains(&true), directions.contains(&false)) {
        (true, false) => Direction::Down,
        (false, true) => Direction::Up,
        _ => Direction::Both,
    };
    Some(Shift {
        direction,
        words: said.join(", "),
    })
}

/// «С» or «со»: «со 100» (со ста) but «с 75» (с семидесяти пяти).
fn from(figure: &Figure) -> &'static str {
    match figure.thousandths / 1000 {
        100..=199 | 100_000..=199_999 => "со",
        _ => "с",
    }
}

/// Whether the words between numbers are the same. After a number that changed, the first word may have another
/// ending: «4 программы», «5 программ».
fn alike(before: &str, after: &str, declined: bool) -> bool {
    let (before, after): (Vec<&str>, Vec<&str>) = (
        before.split_whitespace().collect(),
        after.split_whitespace().collect(),
    );
    before.len() == after.len()
        && before
            .iter()
            .zip(&after)
            .enumerate()
            .all(|(position, (a, b))| {
                a.to_lowercase() == b.to_lowercase() || declined && position < 2 && one_stem(a, b)
            })
}

fn one_stem(a: &str, b: &str) -> bool {
    let shared = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let longest = a.chars().count().max(b.chars().count());
    shared >= 3 && longest - shared <= 4
}

/// A number in its surroundings.
struct Place<'a> {
    figure: &'a Figure,
    before: &'a str,
    after: &'a str,
}

impl<'a> Place<'a> {
    fn new(parts: &'a Parts, position: usize) -> Place<'a> {
        Place {
            figure: &parts.figures[position],
            before: &parts.texts[position],
            after: &parts.texts[position + 1],
        }
    }

    /// The number's last digits ask for the genitive plural, whatever the sentence around: «5 школ».
    fn asks_for_many(&self) -> bool {
        let number = self.figure.thousandths / 1000;
        self.is_whole() && (matches!(number % 10, 0 | 5..=9) || matches!(number % 100, 11..=14))
    }

    /// «Не менее 3 школ»: after such words any number but those with «один» has the genitive plural.
    fn stands_in_genitive(&self) -> bool {
        let word = self
            .before
            .split_whitespace()
            .next_back()
            .unwrap_or_default();
        self.is_whole()
            && !self.ends_with_one()
            && matches!(
                word.to_lowercase().as_str(),
                "менее" | "более" | "до" | "около" | "свыше"
            )
    }

    fn ends_with_one(&self) -> bool {
        let number = self.figure.thousandths / 1000;
        number % 10 == 1 && number % 100 != 11
    }

    fn is_whole(&self) -> bool {
        self.figure.thousandths % 1000 == 0
    }
}

/// The counted noun in the genitive plural, as «до 3» asks for; empty when the texts do not show that form.
fn noun(old: Place<'_>, new: Place<'_>) -> String {
    if new.figure.percent || new.ends_with_one() || !new.is_whole() {
        return String::new();
    }
    let many = |place: &Place<'_>| place.asks_for_many() || place.stands_in_genitive();
    let Some(place) = [&new, &old].into_iter().find(|place| many(place)) else {
        return String::new();
    };
    let mut said = String::new();
    for word in place.after.split_whitespace() {
        let bare = word.trim_end_matches([',', '.', ';', ':', ')']);
        if !is_plain(bare) {
            break;
        }
        said.push(' ');
        said.push_str(bare);
        let adjective = bare.ends_with("ых") || bare.ends_with("их");
        if !adjective {
            return said;
        }
        if bare != word {
            break;
        }
    }
    String::new()
}

/// A word that can be a counted noun or its adjective.
fn is_plain(word: &str) -> bool {
    let verb = ["ют", "ут", "ят", "ат", "ет", "ит", "но", "ны", "ся"];
    word.chars().count() >= 3
        && word.chars().all(|c| matches!(c, 'а'..='я' | 'ё'))
        && !verb.iter().any(|ending| word.ends_with(ending))
        && !matches!(
            word,
            "при" | "для" | "или" | "раз" | "без" | "над" | "под" | "про"
        )
}

impl Parts {
    fn of(text: &str) -> Parts {
        let mut parts = Parts {
            texts: vec![String::new()],
            figures: Vec::new(),
        };
        let mut rest = text;
        while let Some(next) = rest.chars().next() {
            let touched = parts.texts.last().and_then(|text| text.chars().next_back());
            let free =
                !touched.is_some_and(|c| is_word_char(c) || matches!(c, '№' | '.' | '-' | '/'));
            match figure(rest).filter(|_| free && !is_numbered(parts.texts.last())) {
                Some((figure, length)) => {
                    parts.figures.push(figure);
                    parts.texts.push(String::new());
                    rest = &rest[length..];
                }
                None => {
                    if let Some(text) = parts.texts.last_mut() {
                        text.push(next);
                    }
                    rest = &rest[next.len_utf8()..];
                }
            }
        }
        parts
    }
}

/// «№ 5» is a name, not a number.
fn is_numbered(before: Option<&String>) -> bool {
    before.is_some_and(|text| text.trim_end().ends_with('№'))
}

/// The number a text begins with, and its length in bytes. A date («01.04.2023»), a range and a number glued to a word
/// are none.
fn figure(text: &str) -> Option<(Figure, usize)> {
    let whole = text.bytes().take_while(u8::is_ascii_digit).count();
    if whole == 0 || whole > 9 {
        return None;
    }
    let mut length = whole;
    let mut thousandths = text[..whole].parse::<i64>().ok()? * 1000;
    let fraction = &text[whole..];
    if fraction.starts_with([',', '.']) {
        let digits = fraction[1..].bytes().take_while(u8::is_ascii_digit).count();
        if (1..=3).contains(&digits) {
            let value: i64 = fraction[1..=digits].parse().ok()?;
            thousandths += value * 10_i64.pow(3 - u32::try_from(digits).ok()?);
            length += 1 + digits;
        }
    }
    let shown = text[..length].replace('.', ",");
    let rest = &text[length..];
    let spaces = rest.len() - rest.trim_start().len();
    if rest[spaces..].starts_with('%') {
        return Some((
            Figure {
                thousandths,
                shown: format!("{shown} %"),
                percent: true,
            },
            length + spaces + 1,
        ));
    }
    let mut next = rest.chars();
    let glued = match next.next() {
        Some('.' | ',' | '-' | '–' | '/' | ':') => next.next().is_some_and(is_word_char),
        Some(c) => is_word_char(c),
        None => false,
    };
    (!glued).then_some((
        Figure {
            thousandths,
            shown,
            percent: false,
        },
        length,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(before: &str, after: &str) -> Option<(Direction, String)> {
        shift(before, after).map(|shift| (shift.direction, shift.words))
    }

    #[test]
    fn percents_with_the_right_preposition() {
        let down = said("100% ШНОР приняли участие", "75% ШНОР приняли участие");
        assert_eq!(down, Some((Direction::Down, "со 100 % до 75 %".to_owned())));
        let up = said("Не менее 50 % школ", "Не менее 75 % школ");
        assert_eq!(up, Some((Direction::Up, "с 50 % до 75 %".to_owned())));
        assert_eq!(said("100% школ", "75 школ"), None);
        let half = said("12,5% школ", "112.5% школ");
        assert_eq!(
            half,
            Some((Direction::Up, "с 12,5 % до 112,5 %".to_owned()))
        );
    }

    #[test]
    fn counts_with_their_noun() {
        let words = |before: &str, after: &str| said(before, after).map(|(_, words)| words);
        assert_eq!(
            words("Не менее 5 собеседований", "Не менее 3 собеседований").as_deref(),
            Some("с 5 до 3 собеседований")
        );
        assert_eq!(
            words("5 школьных программ", "4 школьные программы").as_deref(),
            Some("с 5 до 4 школьных программ")
        );
        assert_eq!(
            words("3 семинара", "4 семинара").as_deref(),
            Some("с 3 до 4")
        );
        assert_eq!(words("5 школ", "1 школа").as_deref(), Some("с 5 до 1"));
        assert_eq!(
            words("110 педагогов, 5 школ", "90 педагогов, 7 школ").as_deref(),
            Some("со 110 до 90 педагогов, с 5 до 7 школ")
        );
    }

    #[test]
    fn other_words_dates_and_names_are_no_numbers() {
        assert_eq!(said("5 школ", "5 районов"), None);
        assert_eq!(said("до 01.04.2023", "до 01.05.2023"), None);
        assert_eq!(said("школа № 5", "школа № 6"), None);
        assert_eq!(said("2022-2023", "2023-2024"), None);
        assert_eq!(
            said("100% школ приняли участие", "75% школ не приняли участие"),
            None
        );
    }
}
