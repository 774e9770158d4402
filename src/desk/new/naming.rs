//! Cases of a territory's name, for names whose grammar leaves no doubt: adjectives and a noun, «Братский район». They
//! are proposed with a word of doubt; other names are left to the editor.

/// A name in the cases that sentences need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cases {
    /// «Братского района»
    pub of: String,
    /// «в Братском районе»
    pub in_place: String,
    /// «район»
    pub kind: String,
}

/// A noun with its genitive, its prepositional and whether it is feminine.
const NOUNS: &[(&str, &str, &str, bool)] = &[
    ("район", "района", "районе", false),
    ("округ", "округа", "округе", false),
    ("край", "края", "крае", false),
    ("область", "области", "области", true),
    ("республика", "республики", "республике", true),
];

/// The cases of a name; none when its grammar is not certain.
pub fn cases(name: &str) -> Option<Cases> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let (noun, adjectives) = words.split_last()?;
    let lower = noun.to_lowercase();
    let (_, of, in_place, feminine) = *NOUNS.iter().find(|(word, ..)| *word == lower)?;
    let (first, others) = adjectives.split_first()?;
    let own_name = first.chars().next()?.is_uppercase();
    let plain = others
        .iter()
        .all(|word| word.chars().next().is_some_and(char::is_lowercase));
    if !own_name || !plain {
        return None;
    }
    let declined: Option<Vec<(String, String)>> = adjectives
        .iter()
        .map(|word| adjective(word, feminine))
        .collect();
    let declined = declined?;
    let written = |form: &str| match noun.chars().next().is_some_and(char::is_uppercase) {
        true => crate::text::russian::capitalized(form),
        false => form.to_owned(),
    };
    let join = |words: Vec<&str>, noun: String| format!("{} {noun}", words.join(" "));
    let genitive = declined.iter().map(|(of, _)| of.as_str()).collect();
    let local = declined.iter().map(|(_, local)| local.as_str()).collect();
    let kind: Vec<&str> = others.iter().copied().chain([lower.as_str()]).collect();
    Some(Cases {
        of: join(genitive, written(of)),
        in_place: format!("{} {}", preposition(first), join(local, written(in_place))),
        kind: kind.join(" "),
    })
}

/// Genitive and prepositional of an adjective.
fn adjective(word: &str, feminine: bool) -> Option<(String, String)> {
    if feminine {
        let stem = word.strip_suffix("ая")?;
        return Some((format!("{stem}ой"), format!("{stem}ой")));
    }
    let stem = ["ский", "цкий"]
        .iter()
        .find(|end| word.ends_with(*end))
        .and_then(|_| word.strip_suffix("ий"))
        .or_else(|| word.strip_suffix("ый"))
        .or_else(|| word.strip_suffix("ой").filter(|stem| stem.ends_with("ск")))?;
    Some((format!("{stem}ого"), format!("{stem}ом")))
}

/// «в» or «во»: before «В» or «Ф» and another consonant the preposition gets its vowel.
fn preposition(word: &str) -> &'static str {
    let mut letters = word.chars();
    let first = letters.next();
    let vowel = letters
        .next()
        .is_some_and(|letter| "аеёиоуыэюя".contains(letter));
    match first {
        Some('В' | 'Ф') if !vowel => "во",
        _ => "в",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn certain_names_are_declined_and_others_left() {
        let told =
            |name: &str| cases(name).map(|c| format!("{}; {}; {}", c.of, c.in_place, c.kind));
        assert_eq!(
            told("Братский район").as_deref(),
            Some("Братского района; в Братском районе; район")
        );
        assert_eq!(
            told("Кемский муниципальный район").as_deref(),
            Some(
                "Кемского муниципального района; в Кемском муниципальном районе; муниципальный район"
            )
        );
        assert_eq!(
            told("Ангарский городской округ").as_deref(),
            Some("Ангарского городского округа; в Ангарском городском округе; городской округ")
        );
        assert_eq!(
            told("Владимирская область").as_deref(),
            Some("Владимирской области; во Владимирской области; область")
        );
        assert_eq!(
            told("Удмуртская Республика").as_deref(),
            Some("Удмуртской Республики; в Удмуртской Республике; республика")
        );
        for doubtful in [
            "Республика Алтай",
            "город Иркутск",
            "Братск",
            "Район Братский",
            "Жигалово",
            "",
            "Ханты-Мансийский автономный округ — Югра",
            "Домодедово городской округ",
        ] {
            assert_eq!(told(doubtful), None, "{doubtful}");
        }
    }
}
