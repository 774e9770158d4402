//! Mistakes in quoted texts: quotes not closed, quotes inside quotes, quotes of Word, backslashes.

use std::ops::Range;

use super::mistake::Fault;
use super::within::Within;
use super::{quotes, words};
use crate::content::read::statement::{self, close_fence, is_word_quote, string_end};
use crate::diag::codes;

/// A text in `"…"` or `'…'`: where it ends.
pub fn plain(text: &str, at: usize, within: Within) -> Result<usize, Fault> {
    let Some(close) = string_end(text, at) else {
        return Err(unclosed(text, at, within));
    };
    let inside = at + 1..close;
    let next = statement::skip_blanks(text, close + 1);
    let ended = text[next..]
        .chars()
        .next()
        .is_none_or(|c| within.ends_with(c) || (within != Within::Line && ")]};".contains(c)));
    if !ended {
        return Err(quotes::after_close(text, at..close + 1, next, within));
    }
    if let Some(fault) = control_in(text, inside.clone()) {
        return Err(fault);
    }
    if text[at..].starts_with('"')
        && let Some(offset) = bad_escape(&text[inside.clone()])
    {
        return Err(backslash(text, at..close + 1, inside.start + offset));
    }
    Ok(close + 1)
}

/// A text in `"""…"""`: where it ends.
pub fn fenced(text: &str, at: usize, within: Within) -> Result<usize, Fault> {
    let fence = &text[at..at + 3];
    let quote = &fence[..1];
    let Some(close) = close_fence(text, at, fence) else {
        return Err(unclosed_fence(text, at, fence));
    };
    // Up to two quotes before the fence belong to the text.
    let more = text[close + 3..]
        .chars()
        .take(2)
        .take_while(|c| quote.starts_with(*c))
        .count();
    let end = close + 3 + more;
    let line_end = statement::line_end(text, at);
    let next = statement::skip_blanks(text, end);
    let ended = text[next..]
        .chars()
        .next()
        .is_none_or(|c| within.ends_with(c));
    if !ended && close < line_end {
        let inner = text[at..line_end].trim().trim_matches('"').to_owned();
        let whole = at..at + text[at..line_end].trim_end().len();
        return Err(quotes::doubled(whole, &inner));
    }
    if let Some(fault) = control_in(text, at + 3..close) {
        return Err(fault);
    }
    match bad_escape(&text[at + 3..close]) {
        Some(offset) if quote == "\"" => Err(lone_backslash(at + 3 + offset)),
        _ => Ok(end),
    }
}

fn unclosed_fence(text: &str, at: usize, fence: &str) -> Fault {
    let end = text.trim_end().len();
    Fault::syntax(at..at + 3, format!("не закрыты тройные кавычки {fence}"))
        .label("открыты здесь")
        .help(format!("поставьте {fence} в конце текста"))
        .patch(end..end, fence)
}

/// A character nobody can type, inside a text.
fn control_in(text: &str, part: Range<usize>) -> Option<Fault> {
    let odd =
        |c: char| c.is_control() && !"\t\n\r".contains(c) && !('\u{80}'..='\u{9F}').contains(&c);
    let lone_return = |at: usize| text[at..].starts_with('\r') && !text[at..].starts_with("\r\n");
    let (offset, c) = text[part.clone()]
        .char_indices()
        .find(|(at, c)| odd(*c) || lone_return(part.start + at))?;
    let place = part.start + offset..part.start + offset + c.len_utf8();
    let message = format!(
        "в тексте невидимый знак: {} (U+{:04X})",
        words::invisible(c),
        u32::from(c)
    );
    Some(
        Fault::new(codes::INVISIBLE_CHARACTER, place.clone(), message)
            .label("знак стоит здесь")
            .help("сотрите его и поставьте обычный пробел")
            .patch(place, " "),
    )
}

/// The first backslash that TOML does not understand.
fn bad_escape(inside: &str) -> Option<usize> {
    let mut rest = inside;
    while let Some(found) = rest.find('\\') {
        let at = inside.len() - rest.len() + found;
        let after = &inside[at + 1..];
        let hex = |count: usize| {
            after.len() > count
                && after.as_bytes()[1..=count]
                    .iter()
                    .all(u8::is_ascii_hexdigit)
        };
        let right = match after.chars().next() {
            Some('b' | 't' | 'n' | 'f' | 'r' | 'e' | '"' | '\\') => true,
            Some('x') => hex(2),
            Some('u') => hex(4),
            Some('U') => hex(8),
            Some(c) => c.is_whitespace(),
            None => false,
        };
        if !right {
            return Some(at);
        }
        let skipped = after.chars().next().map_or(0, char::len_utf8);
        rest = &after[skipped..];
    }
    None
}

/// A path or a formula with backslashes in straight quotes.
fn backslash(text: &str, whole: Range<usize>, at: usize) -> Fault {
    let inside = &text[whole.start + 1..whole.end - 1];
    let fault = Fault::syntax(
        at..at + 1,
        "знак \\ внутри обычных кавычек имеет особый смысл",
    )
    .label("этот знак не понят")
    .help("возьмите такой текст в одинарные кавычки '…' или удвойте знак: \\\\");
    match inside.contains('\'') {
        true => fault.patch(
            whole.clone(),
            format!("\"{}\"", inside.replace('\\', "\\\\")),
        ),
        false => fault.patch(whole, format!("'{inside}'")),
    }
}

fn lone_backslash(at: usize) -> Fault {
    Fault::syntax(at..at + 1, "знак \\ внутри кавычек имеет особый смысл")
        .label("этот знак не понят")
        .help("удвойте знак: \\\\")
        .patch(at..at + 1, "\\\\")
}

/// A text whose quote is not closed on its line.
fn unclosed(text: &str, at: usize, within: Within) -> Fault {
    let quote = &text[at..at + 1];
    let line_end = statement::line_end(text, at);
    let tail = text[line_end..].trim_end();
    if within == Within::Line && !tail.is_empty() {
        return broken_lines(text, at, line_end + tail.len());
    }
    let line = &text[at..line_end];
    let end = at + within.closing_place(line);
    let written = &text[at + 1..end];
    if written.ends_with("\\\"") && !written.contains('\'') {
        let right = format!("'{}'", &written[..written.len() - 1]);
        return Fault::syntax(
            end - 2..end - 1,
            "знак \\ перед кавычкой не даёт ей закрыться",
        )
        .label("из-за этого знака кавычка не считается")
        .help("возьмите такой текст в одинарные кавычки '…'")
        .patch(at..end, right);
    }
    if let Some(last) = wrong_closing(written) {
        let place = end - last.len_utf8()..end;
        let kind = if last == '\'' {
            "закрывающая кавычка не такая, как открывающая"
        } else {
            "закрывающая кавычка — из Word"
        };
        let code = if last == '\'' {
            codes::SYNTAX
        } else {
            codes::WORD_QUOTES
        };
        return Fault::new(code, place.clone(), format!("{kind}: {last}"))
            .label(format!("здесь должна быть {quote}"))
            .help(format!("замените её на прямую кавычку {quote}"))
            .safely(place, quote);
    }
    Fault::syntax(at..end, "не закрыта кавычка")
        .label("открыта здесь и не закрыта до конца строки")
        .help(format!("добавьте {quote} в конец текста"))
        .patch(end..end, quote)
}

/// The sign a text ends with, when it was meant to close it.
fn wrong_closing(written: &str) -> Option<char> {
    let last = written
        .chars()
        .next_back()
        .filter(|c| is_word_quote(*c) || *c == '\'')?;
    let before = &written[..written.len() - last.len_utf8()];
    let opened = match last {
        '»' => before.matches('«').count() > before.matches('»').count(),
        '“' | '”' => before.contains(['„', '“']),
        _ => before.contains(last),
    };
    (!opened).then_some(last)
}

/// A text that goes on in the lines below, although one pair of quotes must stay on one line.
fn broken_lines(text: &str, at: usize, end: usize) -> Fault {
    let quote = &text[at..at + 1];
    let closed = text[..end].ends_with(quote);
    let inner_end = if closed { end - 1 } else { end };
    let first_end = statement::line_end(text, at);
    let message = if closed {
        "текст в кавычках разорван: он продолжается на следующей строке"
    } else {
        "не закрыта кавычка, а текст продолжается на следующей строке"
    };
    Fault::syntax(at..first_end, message)
        .label("кавычка открыта здесь")
        .help("запишите весь текст одной строкой или возьмите его в тройные кавычки \"\"\"")
        .patch(at..end, words::quoted(&text[at + 1..inner_end]))
}

/// A value that begins with a quotation mark of Word.
pub fn word_quotes(text: &str, at: usize, within: Within) -> Fault {
    let open = text[at..].chars().next().unwrap_or('“');
    let line_end = match within {
        Within::Line => text.trim_end().len(),
        _ => statement::line_end(text, at),
    };
    let line = &text[at..line_end];
    let start = open.len_utf8();
    let closing = line[start..].char_indices().find(|(offset, c)| {
        let after = statement::skip_blanks(line, start + offset + c.len_utf8());
        (is_word_quote(*c) || *c == '"' || *c == '\'')
            && line[after..]
                .chars()
                .next()
                .is_none_or(|next| within.ends_with(next))
    });
    let bare = closing.is_none();
    let (inner_end, end) = match closing {
        Some((offset, c)) => (start + offset, start + offset + c.len_utf8()),
        None => {
            let end = within.closing_place(line).max(start);
            (end, end)
        }
    };
    // «Точка роста» в школе: the quotes belong to the first words, the text itself has none.
    let begun =
        matches!(open, '«' | '„' | '“') && bare && line[start..inner_end].contains(['»', '“', '”']);
    let inner = if begun {
        &line[..inner_end]
    } else {
        &line[start..inner_end]
    };
    let sure = !begun && !bare && words::is_plain(inner) && !inner.contains(is_word_quote);
    let message = match begun {
        true => "текст нужно взять в прямые кавычки".to_owned(),
        false => format!("кавычки из Word {open} вместо прямых \""),
    };
    Fault::new(codes::WORD_QUOTES, at..at + start, message)
        .label("здесь нужна прямая кавычка \"")
        .help("вокруг значения ставят прямые кавычки \" (Shift+2 или Shift+Э); внутри текста ёлочки «…» можно")
        .mend(at..at + end, words::quoted(inner), sure)
}
