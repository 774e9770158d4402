//! Characters that nobody sees and that TOML refuses, wherever they stand in a statement.

use std::ops::Range;

use super::mistake::Fault;
use super::words;
use crate::content::read::statement;
use crate::diag::codes;

/// A mistake for the invisible characters in a part of the text; its patch removes them all.
pub fn invisible_in(text: &str, part: Range<usize>) -> Option<Fault> {
    let strange = |c: char| statement::is_invisible(c) || (c.is_control() && !"\t\n\r".contains(c));
    let (offset, c) = text[part.clone()]
        .char_indices()
        .find(|(_, c)| strange(*c))?;
    let start = part.start + offset;
    let last = text[part.clone()]
        .char_indices()
        .rfind(|(_, c)| strange(*c))
        .map_or(start, |(at, c)| part.start + at + c.len_utf8());
    let clean = text[start..last].chars().filter_map(|c| {
        if !strange(c) {
            Some(c)
        } else {
            words::is_blank(c).then_some(' ')
        }
    });
    let what = words::invisible(c);
    let message = format!("невидимый знак: {what} (U+{:04X})", u32::from(c));
    Some(
        Fault::new(codes::INVISIBLE_CHARACTER, start..start + c.len_utf8(), message)
            .label(format!("здесь {what}"))
            .help("такие знаки попадают из Word и с сайтов: сотрите его и, если нужно, поставьте обычный пробел")
            .safely(start..last, clean.collect::<String>()),
    )
}
