//! What no draft took: named with its place and the reason, block by block.

use crate::import::paper::At;
use crate::import::understand::draft::Skipped;
use crate::import::understand::flow::Line;
use crate::import::understand::letters;
use crate::import::understand::plan::title::begins_stamp;

/// Blocks of lines that nothing used.
pub fn lines(lines: &[Line]) -> Vec<Skipped> {
    let mut skipped: Vec<Skipped> = Vec::new();
    let mut open = false;
    for line in lines {
        if line.is_blank() || line.used {
            open = false;
            continue;
        }
        match skipped.last_mut() {
            Some(last) if open => {
                last.words.push('\n');
                last.words.push_str(&line.whole());
            }
            _ => skipped.push(Skipped::new(&line.at, line.whole(), why(line))),
        }
        open = true;
    }
    skipped
}

fn why(line: &Line) -> &'static str {
    if begins_stamp(&line.words) {
        "гриф приложения"
    } else if is_page_mark(&line.words) {
        "номер страницы или слова о продолжении таблицы"
    } else {
        "текст вне таблиц, в файлах портала ему нет места"
    }
}

/// «3», «- 3 -», «Продолжение таблицы 1».
pub fn is_page_mark(words: &str) -> bool {
    let digits = words.trim_matches(|c: char| !c.is_alphanumeric());
    (!digits.is_empty() && digits.len() <= 3 && digits.bytes().all(|byte| byte.is_ascii_digit()))
        || letters::fold(words).trim_start().starts_with("продолжение")
        || letters::fold(words).trim_start().starts_with("стр. ")
}

/// A table that nothing used.
pub fn table(at: &At, words: String, why: &str) -> Skipped {
    Skipped::new(at, words, why)
}
