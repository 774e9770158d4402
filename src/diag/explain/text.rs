//! Explanations as plain text for a terminal.

use crate::diag::explain::explanation::{Explanation, Fragment, GROUPS};
use crate::diag::explain::read::all;

/// The most characters of a line of words; lines of examples are kept as they are.
const WIDTH: usize = 90;

/// One explanation, with its example.
pub fn one(explanation: &Explanation) -> String {
    let Explanation {
        code,
        kind,
        means,
        todo,
        source,
        fix,
        before,
        after,
    } = explanation;
    let mut out = format!("{}: {}\n({})\n\n", code.id, code.about, kind.consequence());
    out.push_str(&wrapped(means, ""));
    out.push_str("\nЧто сделать:\n");
    for step in todo {
        out.push_str(&wrapped(step, "- "));
    }
    if *fix {
        let words = "Исправит сама программа: portal check --fix (слова при этом не меняются).";
        out.push_str(&wrapped(words, "- "));
    }
    example(&mut out, "Было", before);
    example(&mut out, "Стало", after);
    let short = |fragment: &Fragment| fragment.text.lines().any(|line| line == "…");
    if before.iter().chain(after).any(short) {
        out.push_str("\n(Знак … стоит вместо остальных строк файла.)\n");
    }
    if let Some(source) = source {
        out.push('\n');
        out.push_str(&wrapped(&format!("Основание: {source}."), ""));
    }
    out
}

/// All codes by groups, one a line.
pub fn list() -> String {
    let mut out = String::new();
    for (digit, name, _) in GROUPS {
        let of_group = all()
            .iter()
            .filter(|one| one.code.id.chars().nth(1) == Some(*digit));
        let lines: String = of_group
            .map(|one| format!("  {}  {}\n", one.code.id, one.code.about))
            .collect();
        if !lines.is_empty() {
            out.push_str(&format!("{name}\n{lines}\n"));
        }
    }
    out
}

fn example(out: &mut String, title: &str, fragments: &[Fragment]) {
    for fragment in fragments {
        let note = match fragment.note.as_str() {
            "" => String::new(),
            note => format!(" ({note})"),
        };
        out.push_str(&format!("\n{title}, {}{note}:\n", fragment.shown()));
        for line in fragment.text.lines() {
            out.push_str(format!("    {line}").trim_end());
            out.push('\n');
        }
    }
}

/// Words in lines of at most [`WIDTH`] characters; the first line begins with `bullet`, the others below its words.
fn wrapped(words: &str, bullet: &str) -> String {
    let indent = " ".repeat(bullet.chars().count());
    let (mut out, mut line) = (String::new(), bullet.to_owned());
    let mut length = bullet.chars().count();
    for word in words.split_whitespace() {
        let more = word.chars().count();
        if length + 1 + more > WIDTH && length > indent.len() {
            out.push_str(line.trim_end());
            out.push('\n');
            line = indent.clone();
            length = indent.len();
        }
        if length > indent.len() {
            line.push(' ');
            length += 1;
        }
        line.push_str(word);
        length += more;
    }
    out.push_str(line.trim_end());
    out.push('\n');
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::explain::find;

    #[test]
    fn an_explanation_fits_a_narrow_window_and_has_all_parts() {
        for explanation in all() {
            let text = one(explanation);
            let words = text.lines().filter(|line| !line.starts_with("    "));
            for line in words {
                assert!(line.chars().count() <= 100, "{line}");
            }
        }
        let text = one(find("П406").expect("there is such a code"));
        for part in [
            "П406: цель не задана\n",
            "(предупреждение: сайт соберётся)",
            "\nЧто сделать:\n- ",
            "\nБыло, content/00-primer/lesnoy/plans/2025.toml:\n    …\n",
            "\nСтало, content/",
            "\nОснование: ",
        ] {
            assert!(text.contains(part), "{part:?} is missing in {text}");
        }
    }

    #[test]
    fn words_are_wrapped_between_words() {
        let text = wrapped(&"слово ".repeat(40), "- ");
        let lines: Vec<&str> = text.lines().collect();
        assert!(lines.len() == 3 && lines.iter().all(|line| line.chars().count() <= WIDTH));
        assert!(lines[0].starts_with("- слово") && lines[1].starts_with("  слово"));
        assert_eq!(text.matches("слово").count(), 40);
    }

    #[test]
    fn the_list_names_every_code_once() {
        let list = list();
        for one in all() {
            assert_eq!(list.matches(one.code.id).count(), 1, "{}", one.code.id);
        }
    }
}
