//! Small judgements about Russian words of papers: how a text begins, whether it is unfinished, whether it is a list
//! item. Nothing here knows of tables or orders.

/// Words for matching: lower case, «ё» as «е», letters and digits only, letter-spaced words put together, hyphens of
/// broken lines («ответст-\nвенный») taken out.
pub fn words(text: &str) -> Vec<String> {
    let whole = fold(text);
    let words: Vec<String> = whole
        .split(|c: char| !c.is_alphanumeric() && c != '№')
        .filter(|word| !word.is_empty())
        .map(russian)
        .collect();
    let single = words
        .iter()
        .filter(|word| word.chars().count() == 1 && word.chars().all(char::is_alphabetic))
        .count();
    if single >= 4 && single + 1 >= words.len() {
        return vec![words.concat()];
    }
    words
}

/// A word with a Latin letter that looks like a Russian one, as in «Cрок» typed on two keyboards, in Russian letters.
fn russian(word: &str) -> String {
    const PAIRS: &str = "aаbвcсeеhнkкmмoоpрtтxхyу";
    let alike = |letter: char| {
        let at = PAIRS.chars().step_by(2).position(|latin| latin == letter)?;
        PAIRS.chars().nth(at * 2 + 1)
    };
    match word.chars().any(|c| ('а'..='я').contains(&c)) {
        true => word.chars().map(|c| alike(c).unwrap_or(c)).collect(),
        false => word.to_owned(),
    }
}

/// Lower case, «ё» as «е», «ответст-\nвенный» in one piece, no soft hyphens.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\u{AD}' | '\u{200B}' | '\u{FEFF}' => {}
            '-' if letters.peek() == Some(&'\n') => {
                letters.next();
            }
            other => folded.extend(other.to_lowercase().map(|c| if c == 'ё' { 'е' } else { c })),
        }
    }
    folded
}

/// All letters without spaces, in lower case: «П Р И К А З» is «приказ».
pub fn squeezed(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphabetic()).collect()
}

/// The text without the emphasis marks and tags that converters leave, spaces at the ends trimmed. Line breaks stay.
pub fn clean(text: &str) -> String {
    if !text.contains(['*', '<', '[']) {
        return text.trim().to_owned();
    }
    crate::text::cell::shown(&without_lists(text))
}

/// `<ol …> <li>1. …</li>` becomes lines.
fn without_lists(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        let Some(end) = tag.find('>').filter(|end| *end <= 80) else {
            break;
        };
        out.push_str(before);
        let name: String = tag[1..end]
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect();
        match name.as_str() {
            "ol" | "ul" | "li" | "p" => out.push('\n'),
            _ => out.push_str(&tag[..=end]),
        }
        rest = &tag[end + 1..];
    }
    out.push_str(rest);
    out
}

/// The lines of a text, trimmed, without empty ones.
pub fn lines(text: &str) -> Vec<String> {
    clean(text)
        .lines()
        .map(|line| line.trim().to_owned())
        .filter(|line| !line.is_empty())
        .collect()
}

/// A list of a cell cut into items: by lines, and where it was put on one line, before « - », «; -» and «; 2.».
pub fn items(text: &str) -> Vec<String> {
    let lines = lines(text);
    if lines.len() > 1 {
        let mut items: Vec<String> = Vec::new();
        for line in lines {
            match items.last_mut() {
                Some(last) if item_mark(&line).is_none() && !last.ends_with([';', '.', ':']) => {
                    last.push('\n');
                    last.push_str(&line);
                }
                _ => items.push(line),
            }
        }
        return items;
    }
    let Some(line) = lines.into_iter().next() else {
        return Vec::new();
    };
    let mut items = Vec::new();
    let mut start = 0;
    for (at, _) in line.match_indices("; ") {
        let next = &line[at + 2..];
        if item_mark(next).is_some() {
            items.push(line[start..=at].trim().to_owned());
            start = at + 2;
        }
    }
    items.push(line[start..].trim().to_owned());
    items
}

/// The mark a list item begins with: «-», «•», «1.», «2)», «а)», «2.1.»; bytes of the mark.
pub fn item_mark(text: &str) -> Option<usize> {
    let text_start = text.len() - text.trim_start().len();
    let rest = &text[text_start..];
    let first = rest.chars().next()?;
    if matches!(first, '-' | '–' | '—' | '•' | '·' | '●' | '▪' | '*' | '−') {
        return Some(text_start + first.len_utf8());
    }
    number_mark(rest)
        .map(|length| text_start + length)
        .or_else(|| {
            let length = first.len_utf8();
            let letter = first.is_lowercase() && rest[length..].starts_with(')');
            letter.then_some(text_start + length + 1)
        })
}

/// Bytes of «1.», «2)», «2.1.», «2.1» at the beginning of a text, when words or nothing follow. «2023 год» has none.
pub fn number_mark(text: &str) -> Option<usize> {
    let end = text
        .find(|c: char| !c.is_ascii_digit() && c != '.' && c != ')')
        .unwrap_or(text.len());
    let mark = &text[..end];
    let digits = mark.bytes().filter(u8::is_ascii_digit).count();
    let signs = mark.len() - digits;
    let parts_short = mark.split(['.', ')']).all(|part| part.len() <= 3);
    let begins = mark.starts_with(|c: char| c.is_ascii_digit());
    let date = mark.split('.').filter(|part| part.len() == 2).count() >= 2;
    (begins && signs > 0 && parts_short && !date).then_some(end)
}

/// A Roman numeral with its full stop or bracket at the beginning: «I.», «IV», «П.» of scanned papers. Bytes of it.
pub fn roman_mark(text: &str) -> Option<usize> {
    let word_end = text
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(text.len());
    let word: String = text[..word_end]
        .chars()
        .map(|c| match c {
            'І' => 'I',
            'Х' => 'X',
            other => other,
        })
        .collect();
    let numerals = [
        "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "П", "Ш",
    ];
    if !numerals.contains(&word.as_str()) {
        return None;
    }
    let signs: usize = text[word_end..]
        .chars()
        .take_while(|c| matches!(c, '.' | ')'))
        .map(char::len_utf8)
        .sum();
    let scanned = matches!(word.as_str(), "П" | "Ш");
    let rest = &text[word_end + signs..];
    let parted = signs > 0
        || (!scanned && (rest.is_empty() || rest.starts_with([' ', '\u{a0}', '\t', '\n', ':'])));
    parted.then_some(word_end + signs)
}

/// True when the first letter is a small one, or the text begins with a sign that cannot begin a cell.
pub fn goes_on(text: &str) -> bool {
    let text = text.trim_start();
    match text.chars().find(|c| !matches!(c, '«' | '"' | '„' | '“')) {
        Some(first) => {
            first.is_lowercase() || matches!(first, ',' | ';' | '(' | ')' | '»' | '.' | ':')
        }
        None => false,
    }
}

/// True when the text cannot end here: it ends in a comma, an opening sign, a preposition, or has a quote or a bracket
/// that is still open.
pub fn unfinished(text: &str) -> bool {
    let text = text.trim_end();
    let hanging = text.ends_with([',', '-', '–', '—', '(', '«', ':', '/', '№']);
    let last = text
        .rsplit(|c: char| c.is_whitespace())
        .next()
        .map(|word| fold(word.trim_start_matches(['(', '«', '"'])))
        .unwrap_or_default();
    hanging || SMALL.contains(&last.as_str()) || open(text) > 0
}

/// How many brackets and quotes are left open.
pub fn open(text: &str) -> usize {
    let count = |sign: char| text.matches(sign).count();
    count('(').saturating_sub(count(')')) + count('«').saturating_sub(count('»'))
}

/// Adds a part of a torn cell to the part before it: with a space, or without one after a hyphen.
pub fn append(first: &mut String, second: &str) {
    first.truncate(first.trim_end().len());
    let second = second.trim_start();
    let mut ends = first.chars().rev();
    let hyphen = ends.next() == Some('-') && ends.next().is_some_and(char::is_alphabetic);
    let parted = !(hyphen && second.starts_with(char::is_lowercase));
    if parted && !first.is_empty() && !second.is_empty() {
        first.push(' ');
    }
    first.push_str(second);
}

/// Two parts of a torn cell put together.
pub fn join(first: &str, second: &str) -> String {
    let mut whole = first.to_owned();
    append(&mut whole, second);
    whole
}

/// Words that no sentence ends with.
const SMALL: &[&str] = &[
    "в",
    "во",
    "на",
    "и",
    "или",
    "с",
    "со",
    "по",
    "для",
    "к",
    "ко",
    "о",
    "об",
    "от",
    "из",
    "за",
    "при",
    "до",
    "не",
    "у",
    "а",
    "но",
    "как",
    "что",
    "их",
    "его",
    "через",
    "между",
    "над",
    "под",
    "без",
    "том",
    "числе",
    "т",
    "г",
    "г.",
    "ул.",
    "им.",
    "п.",
    "менее",
    "более",
    "которые",
    "которых",
    "также",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letter_spaced_and_broken_words_are_read() {
        assert_eq!(words("п р и к а з ы в а ю:"), ["приказываю"]);
        assert_eq!(words("Ответст-\nвенный"), ["ответственный"]);
        assert_eq!(words("№ п/п"), ["№", "п", "п"]);
        assert_eq!(words("Cрoки N"), ["сроки", "n"]);
    }

    #[test]
    fn marks_of_lists_and_numerals() {
        assert_eq!(item_mark("- а"), Some(1));
        assert_eq!(item_mark("2.1 выявление"), Some(3));
        assert_eq!(item_mark("1) улучшаются"), Some(2));
        assert_eq!(item_mark("2023 год"), None);
        assert_eq!(item_mark("01.10.2023"), None);
        assert_eq!(roman_mark("II. Мониторинги"), Some(3));
        assert_eq!(roman_mark("I Организация"), Some(1));
        assert_eq!(roman_mark("Повышение"), None);
        assert_eq!(roman_mark("ИОМ"), None);
    }

    #[test]
    fn a_list_on_one_line_is_cut_before_its_marks() {
        assert_eq!(items("- а б; - в; -г."), ["- а б;", "- в;", "-г."]);
        assert_eq!(
            items("<ol style=\"x\"> <li>1. Один;</li> <li>2. Два</li></ol>"),
            ["1. Один;", "2. Два"]
        );
    }

    #[test]
    fn unfinished_texts() {
        assert!(unfinished("проводимых ГАУ ДПО «ИРО") && unfinished("школ, а также в"));
        assert!(!unfinished("Приказ РУО") && goes_on("посвященные") && !goes_on("Приказ"));
    }
}
