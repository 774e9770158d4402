//! Russian words as Latin addresses, by one fixed table.

/// The longest slug that is made from words.
const MAX: usize = 40;

/// Turns a text into `a–z 0–9 -`, cut at a word's end to at most 40 characters: «Как помочь дома?» → `kak-pomoch-doma`.
/// Empty when nothing in the text can be written so.
pub fn slug(text: &str) -> String {
    let mut out = String::new();
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        let latin: String = word
            .chars()
            .flat_map(char::to_lowercase)
            .filter_map(latin)
            .collect();
        if latin.is_empty() {
            continue;
        }
        if !out.is_empty() && out.len() + 1 + latin.len() > MAX {
            break;
        }
        if !out.is_empty() {
            out.push('-');
        }
        out.push_str(&latin);
    }
    out.truncate(MAX);
    out
}

/// The letter's Latin form; none for letters outside the table. The hard and soft signs are dropped.
fn latin(letter: char) -> Option<&'static str> {
    const ASCII: &str = "0123456789abcdefghijklmnopqrstuvwxyz";
    if let Some(at) = ASCII.find(letter) {
        return Some(&ASCII[at..=at]);
    }
    Some(match letter {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' => "g",
        'д' => "d",
        'е' | 'ё' | 'э' => "e",
        'ж' => "zh",
        'з' => "z",
        'и' => "i",
        'й' | 'ы' => "y",
        'к' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' => "u",
        'ф' => "f",
        'х' => "kh",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ъ' | 'ь' => "",
        'ю' => "yu",
        'я' => "ya",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_become_short_latin_addresses() {
        assert_eq!(slug("Как помочь дома?"), "kak-pomoch-doma");
        assert_eq!(
            slug("Щучье, объезд № 2 — Юрьевец"),
            "shchuche-obezd-2-yurevets"
        );
        assert_eq!(slug("Ёлка И ЕЖ"), "elka-i-ezh");
        assert_eq!(slug("***"), "");
        assert!(slug(&"длинное ".repeat(20)).len() <= 40);
    }
}
