//! The other keyboard layout: «djqyf» was meant to be «война».

/// Keys in the order of a keyboard, plain and with Shift, and what they give in each layout.
const ENGLISH: &str = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>";
const RUSSIAN: &str = "ёйцукенгшщзхъфывапролджэячсмитьбюЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ";

/// The text as it would be in the other layout: Latin words become Russian; when there is none, Russian ones become
/// Latin. None when nothing changes. A word is what stands between spaces: «[kt,» is «хлеб».
pub fn layout(text: &str) -> Option<String> {
    let meant_russian = |word: &str| {
        word.chars().any(|c| c.is_ascii_alphabetic()) && !word.chars().any(is_cyrillic)
    };
    let (from, to, all) = if text.split_whitespace().any(meant_russian) {
        (ENGLISH, RUSSIAN, false)
    } else {
        (RUSSIAN, ENGLISH, true)
    };
    let changed: String = text
        .split_inclusive(char::is_whitespace)
        .flat_map(|word| {
            let change = all || meant_russian(word);
            word.chars()
                .map(move |c| if change { typed(c, from, to) } else { c })
        })
        .collect();
    (changed != text).then_some(changed)
}

fn typed(c: char, from: &str, to: &str) -> char {
    let key = from.chars().position(|key| key == c);
    key.and_then(|key| to.chars().nth(key)).unwrap_or(c)
}

fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{4ff}')
}
