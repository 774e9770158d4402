//! Mistakes in a line of the form `[table]` or `[[list]]`.

use std::ops::Range;

use super::invisible::invisible_in;
use super::mistake::{Fault, Mend};
use super::{key, words};
use crate::content::read::statement;

/// The name a header gets when its own cannot be read, so that its fields do not fall to the table above.
pub const PLACEHOLDER: &str = "\u{1}";

/// How the placeholder is written.
pub const PLACEHOLDER_HEADER: &str = "[[\"\\u0001\"]]";

/// A header in parts.
struct Parts {
    /// From the first bracket to the last one.
    whole: Range<usize>,
    /// What stands between the brackets.
    name: Range<usize>,
    /// How many brackets open and close it.
    brackets: (usize, usize),
    /// What follows on the line, a comment excepted.
    rest: Range<usize>,
}

/// The mistake of a header.
pub fn check(text: &str) -> Result<(), Fault> {
    let parts = parts(text);
    let name = &text[parts.name.clone()];
    if let Some(fault) =
        invisible_in(text, 0..parts.rest.end).filter(|_| !name.contains(['"', '\'']))
    {
        return Err(fault);
    }
    if name.is_empty() {
        let fault = Fault::syntax(parts.whole.clone(), "в скобках нет имени");
        return Err(fault
            .label("имя пропущено")
            .help("между скобками пишут имя, например [[event]]")
            .quietly(0..text.len(), PLACEHOLDER_HEADER));
    }
    if let Some(fault) = key::name_fault(text, parts.name.clone()) {
        return Err(match fault.mend {
            Mend::Drop => fault.quietly(0..text.len(), PLACEHOLDER_HEADER),
            _ => fault,
        });
    }
    let (open, close) = parts.brackets;
    let depth = open.max(close).min(2);
    let right = format!("{}{name}{}", "[".repeat(depth), "]".repeat(depth));
    let whole = &text[parts.whole.clone()];
    if whole != right && whole.replace(' ', "") != right {
        return Err(brackets(&parts, &right));
    }
    if !parts.rest.is_empty() {
        return Err(after(text, &parts));
    }
    if whole != right {
        return Err(
            Fault::syntax(parts.whole.clone(), "между скобками лишний пробел")
                .help(format!("запишите {right}"))
                .safely(parts.whole, right),
        );
    }
    Ok(())
}

fn parts(text: &str) -> Parts {
    let start = statement::skip_blanks(text, 0);
    let end = start + words::without_comment(&text[start..]).len();
    let blank = |c: char| c == ' ' || c == '\t' || statement::is_invisible(c);
    let quoted = text[start..].starts_with('[');
    let lead = |c: char| {
        if quoted {
            c == '[' || blank(c)
        } else {
            statement::is_header_lead(c)
        }
    };
    let body = text[start..end].trim_start_matches(lead);
    let open = text[start..end - body.len()].matches('[').count();
    let name_start = end - body.len();
    let name_end = body.find([']', '=']).map_or(end, |at| name_start + at);
    let tail = &text[name_end..end];
    let run = tail.len()
        - tail
            .trim_start_matches(|c: char| c == ']' || blank(c))
            .len();
    let close = tail[..run].matches(']').count();
    let last = name_end + tail[..run].trim_end_matches(blank).len();
    let name = name_start..name_start + text[name_start..name_end].trim_end_matches(blank).len();
    let rest = name_end + run..end;
    Parts {
        whole: start..last.max(name.end),
        name,
        brackets: (open, close),
        rest,
    }
}

/// Brackets that do not pair.
fn brackets(parts: &Parts, right: &str) -> Fault {
    let (open, close) = parts.brackets;
    let message = match open.cmp(&close) {
        std::cmp::Ordering::Greater if open <= 2 => "не закрыта скобка: не хватает ]",
        std::cmp::Ordering::Less if close <= 2 => "не хватает открывающей скобки [",
        _ => "лишние скобки",
    };
    Fault::syntax(parts.whole.clone(), message)
        .label(format!("здесь должно быть {right}"))
        .help("у таблицы скобки одинарные, у элемента списка двойные: сколько открыто, столько и закрыто")
        .mend(parts.whole.clone(), right, open.max(close) == 2)
}

/// Something follows the header on its line.
fn after(text: &str, parts: &Parts) -> Fault {
    let rest = parts.rest.clone();
    let fault = Fault::syntax(
        rest.clone(),
        "после заголовка на той же строке есть ещё что-то",
    )
    .label("это лишнее");
    if words::second_field(&text[rest.clone()]) == Some(0) {
        return fault
            .help("начните поле с новой строки")
            .safely(rest.start..rest.start, "\n");
    }
    fault
        .help("оставьте на строке один заголовок; заметку можно написать после знака #")
        .patch(parts.whole.end..rest.end, "")
}
