//! How alike two terms are, for mistyped words.

/// Whether the terms are one edit apart: a letter more, less or another, or two neighbours swapped. Equal terms are not.
pub fn near(a: &str, b: &str) -> bool {
    let a: Vec<char> = a.chars().collect();
    let b: Vec<char> = b.chars().collect();
    let (short, long) = if a.len() <= b.len() {
        (&a, &b)
    } else {
        (&b, &a)
    };
    let same = short.iter().zip(long).take_while(|(x, y)| x == y).count();
    let (short, long) = (&short[same..], &long[same..]);
    match long.len() - short.len() {
        0 => {
            !long.is_empty()
                && (short[1..] == long[1..]
                    || long.len() > 1
                        && short[0] == long[1]
                        && short[1] == long[0]
                        && short[2..] == long[2..])
        }
        1 => *short == long[1..],
        _ => false,
    }
}

/// What is left of a term when letters that are often confused count as one. Mistyped and right words mostly share it,
/// so that they lie in the same shard.
pub fn skeleton(term: &str) -> String {
    let mut skeleton = String::with_capacity(term.len());
    for letter in term.chars() {
        let sound = match letter {
            'о' => 'а',
            'е' | 'э' | 'я' | 'ы' | 'й' => 'и',
            'ю' => 'у',
            'ь' | 'ъ' => continue,
            other => other,
        };
        if !skeleton.ends_with(sound) || sound.is_ascii_digit() {
            skeleton.push(sound);
        }
    }
    skeleton
}
