//! Cuts TOML text into statements (a header, or a key with its value) even when it is broken, so that a mistake stays
//! inside its own statement. On correct text the cuts are exactly those of TOML.

use std::ops::Range;

use toml::de::DeTable;

use crate::text::twins::twin;

/// What a line looks like when it begins a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// Nothing, or a comment.
    Empty,
    /// `[table]` or `[[list]]`.
    Header,
    /// A key, probably with a value.
    Field,
    /// Words: a piece of a text that belongs elsewhere.
    Prose,
}

/// True for characters nobody sees, and for spaces that are not the ordinary one.
pub fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{80}'..='\u{A0}' | '\u{AD}' | '\u{1680}' | '\u{2000}'..='\u{200F}' | '\u{2028}'..='\u{202F}'
        | '\u{205F}'..='\u{206F}' | '\u{3000}' | '\u{FEFF}')
}

/// True for signs that end the name of a field.
fn ends_name(c: char) -> bool {
    c.is_whitespace() || is_invisible(c) || is_quote(c) || "=:,;#[]{}()".contains(c)
}

/// True for every kind of quotation mark.
pub fn is_quote(c: char) -> bool {
    c == '"' || c == '\'' || is_word_quote(c)
}

/// True for the quotation marks of Word and of Russian books.
pub fn is_word_quote(c: char) -> bool {
    matches!(
        c,
        '«' | '»' | '\u{2018}'..='\u{201F}' | '″' | '`' | '\u{FF02}'
    )
}

/// Where a piece of text ends that is made of blanks, visible or not.
pub fn skip_blanks(text: &str, from: usize) -> usize {
    let rest = &text[from..];
    rest.find(|c: char| !(c == ' ' || c == '\t' || is_invisible(c)))
        .map_or(text.len(), |length| from + length)
}

/// The end of the line that holds `at`, without its break.
pub fn line_end(text: &str, at: usize) -> usize {
    let end = text[at..]
        .find('\n')
        .map_or(text.len(), |length| at + length);
    if end > at && text.as_bytes()[end - 1] == b'\r' {
        end - 1
    } else {
        end
    }
}

/// The beginning of the line after the one that holds `at`.
pub fn next_line(text: &str, at: usize) -> usize {
    text[at..]
        .find('\n')
        .map_or(text.len(), |length| at + length + 1)
}

/// The name at the beginning of a line: its place, without blanks before it; it may be empty.
pub fn name(line: &str) -> Range<usize> {
    let start = skip_blanks(line, 0);
    let end = line[start..]
        .find(ends_name)
        .map_or(line.len(), |length| start + length);
    start..end
}

/// Says what a line looks like.
pub fn kind(line: &str) -> Line {
    let line = line.trim_end();
    let name = name(line);
    let rest = line[skip_blanks(line, name.end)..].trim_start();
    let word = &line[name.clone()];
    match line[name.start..].chars().next() {
        None | Some('#') => Line::Empty,
        Some('=') if line.len() > 2 && line.chars().all(|c| c == '=') => Line::Prose,
        Some('[') => Line::Header,
        _ if spoilt_header(line) => Line::Header,
        Some(c) if is_quote(c) => {
            if quoted_key(&line[name.start..]).is_some() || quoted_name_end(line).is_some() {
                Line::Field
            } else {
                Line::Prose
            }
        }
        Some('=') => Line::Field,
        _ if word.is_empty() => Line::Prose,
        _ if rest.starts_with('=') || rest.starts_with(":=") => Line::Field,
        _ if has_long_name(line) => Line::Field,
        _ if !is_latin_name(word) => Line::Prose,
        _ if rest.is_empty() || rest.starts_with([':', '{', '[']) || rest.starts_with(is_quote) => {
            Line::Field
        }
        _ if rest.starts_with('#') || rest.starts_with(|c: char| c.is_ascii_digit()) => Line::Field,
        _ if word.starts_with(char::is_lowercase) && !word.ends_with(['.', '-']) => Line::Field,
        _ => Line::Prose,
    }
}

/// True for two or three words, `=` and a value: a name in plain language.
fn has_long_name(line: &str) -> bool {
    let Some((name, value)) = line.split_once('=') else {
        return false;
    };
    let plain = name.chars().all(|c| c.is_alphanumeric() || c == ' ');
    let words = name.split_whitespace().count();
    let value = value.trim_start();
    plain && (2..=3).contains(&words) && value.starts_with(|c: char| is_quote(c) || c == '[')
}

/// Where the colon stands after a name in quotes, as JSON writes it.
pub fn quoted_name_end(line: &str) -> Option<usize> {
    let start = skip_blanks(line, 0);
    let inner = line[start..].strip_prefix('"')?;
    let close = inner.find('"')?;
    let named = !inner[..close].is_empty()
        && inner[..close]
            .chars()
            .all(|c| c.is_alphanumeric() || "_- ".contains(c));
    let after = skip_blanks(line, start + close + 2);
    (named && line[after..].starts_with(':')).then_some(after)
}

/// True for a header whose first bracket became another sign.
fn spoilt_header(line: &str) -> bool {
    let inner = line
        .trim_end_matches(']')
        .trim_start_matches(is_header_lead);
    line.ends_with(']')
        && !inner.is_empty()
        && inner
            .chars()
            .all(|c| c.is_ascii_lowercase() || "_-.".contains(c))
}

/// True for signs before the name of a header, the wrong ones too.
pub fn is_header_lead(c: char) -> bool {
    "[]{}(:,.\t ".contains(c) || is_quote(c) || is_invisible(c)
}

/// Where `=` stands in a line that begins with a quoted key, whatever the quotes.
pub fn quoted_key(line: &str) -> Option<usize> {
    let open = line.chars().next().filter(|c| is_quote(*c))?;
    let start = open.len_utf8();
    let same = |c: char| {
        if is_word_quote(open) {
            is_word_quote(c)
        } else {
            c == open
        }
    };
    let (offset, close) = line[start..].char_indices().find(|(_, c)| same(*c))?;
    let after = start + offset + close.len_utf8();
    let rest = &line[after..];
    rest.trim_start()
        .starts_with(['=', '.'])
        .then(|| rest.find('=').map(|at| after + at))
        .flatten()
}

/// True for a name of Latin letters, perhaps with Russian ones among them that look the same.
fn is_latin_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_alphabetic() || c == '_')
        && word.chars().any(|c| c.is_ascii_alphabetic())
        && word
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "_-.".contains(c) || twin(c).is_some())
}

/// True when a piece of text is correct TOML on its own.
pub fn sound(text: &str) -> bool {
    // At the beginning of a text the reader passes over the mark; here it is one in the middle of a file.
    !text.starts_with('\u{FEFF}') && DeTable::parse(text).is_ok()
}

/// The end of the statement that begins at `start`, without the last line break.
pub fn end(text: &str, start: usize) -> usize {
    let first = line_end(text, start);
    let line = &text[start..first];
    match kind(line) {
        Line::Empty | Line::Header => first,
        Line::Prose => with_prose(text, first),
        Line::Field => match value_start(line) {
            Some(value) => value_end(text, start, start + value),
            None if sound(line) => first,
            None => with_prose(text, first),
        },
    }
}

/// Where the value begins in a line: after `=` and blanks.
pub fn value_start(line: &str) -> Option<usize> {
    let mut open = None;
    for (at, c) in line.char_indices() {
        match (open, c) {
            (None, '"' | '\'') => open = Some(c),
            (Some(quote), c) if quote == c => open = None,
            (None, '=') => return Some(skip_blanks(line, at + 1)),
            _ => {}
        }
    }
    None
}

fn value_end(text: &str, start: usize, value: usize) -> usize {
    let first = line_end(text, start);
    let rest = &text[value.min(first)..first];
    for fence in ["\"\"\"", "'''"] {
        if rest.starts_with(fence) {
            return fenced_end(text, value, fence)
                .unwrap_or_else(|| before_next_field(text, first));
        }
    }
    if rest.starts_with(['[', '{']) {
        return brackets_end(text, value);
    }
    if let Some(end) = lost_fence_end(text, value, first) {
        return end;
    }
    if sound(&text[start..first]) {
        first
    } else {
        with_prose(text, first)
    }
}

/// The end of the line on which a `"""` text closes; none when it does not, or only at the opening of another one.
pub fn fenced_end(text: &str, value: usize, fence: &str) -> Option<usize> {
    let close = close_fence(text, value, fence)?;
    let line_start = text[..close].rfind('\n').map_or(0, |at| at + 1);
    let before = &text[line_start..close];
    let opens_another =
        line_start > value && before.trim_end().ends_with('=') && kind(before) == Line::Field;
    (!opens_another).then(|| line_end(text, close))
}

/// The end of a text whose opening `"""` lost one quote; none when the value is really empty.
pub fn lost_fence_end(text: &str, value: usize, first: usize) -> Option<usize> {
    let below = next_line(text, first);
    let prose = below < text.len() && kind(&text[below..line_end(text, below)]) == Line::Prose;
    (prose && text[value..first].trim_end() == "\"\"").then(|| fenced_end(text, first, "\"\"\""))?
}

/// Where the closing `"""` of a text begins.
pub fn close_fence(text: &str, value: usize, fence: &str) -> Option<usize> {
    let mut at = value + fence.len();
    loop {
        let next = at + text[at..].find([fence.chars().next()?, '\\'])?;
        if text[next..].starts_with('\\') {
            let skipped = if fence == "'''" {
                1
            } else {
                1 + text[next + 1..].chars().next()?.len_utf8()
            };
            at = next + skipped;
        } else if text[next..].starts_with(fence) {
            return Some(next);
        } else {
            at = next + 1;
        }
    }
}

/// The end of the line before the next field or header, without blank lines.
fn before_next_field(text: &str, first: usize) -> usize {
    let mut end = first;
    let mut at = next_line(text, first);
    while at < text.len() {
        let stop = line_end(text, at);
        let line = &text[at..stop];
        if kind(line) == Line::Header || (kind(line) == Line::Field && value_start(line).is_some())
        {
            break;
        }
        if !line.trim().is_empty() {
            end = stop;
        }
        at = next_line(text, at);
    }
    end
}

/// A broken line goes on in the lines of prose right under it.
fn with_prose(text: &str, first: usize) -> usize {
    let mut end = first;
    let mut at = next_line(text, first);
    while at < text.len() && kind(&text[at..line_end(text, at)]) == Line::Prose {
        end = line_end(text, at);
        at = next_line(text, at);
    }
    end
}

/// The end of the line on which the brackets opened at `value` close; before the next field when they do not.
fn brackets_end(text: &str, value: usize) -> usize {
    let mut open: Vec<char> = Vec::new();
    let mut at = value;
    let mut stop = line_end(text, value);
    let mut end = stop;
    while let Some(c) = text[at..].chars().next() {
        if c == '\n' {
            at += 1;
            stop = line_end(text, at);
            if stops_list(&text[at..stop], &open) {
                return end;
            }
            continue;
        }
        if at > stop {
            stop = line_end(text, at);
        }
        if !c.is_whitespace() {
            end = stop;
        }
        match c {
            '[' | '{' => open.push(c),
            ']' | '}' => close_bracket(&mut open, c),
            _ => {}
        }
        at = match c {
            '#' => stop,
            '"' | '\'' => after_string(text, at, stop, &mut open),
            _ => at + c.len_utf8(),
        };
        if open.is_empty() {
            return line_end(text, at);
        }
    }
    end
}

/// Closes a bracket: a list closes the braces left open in it, and braces never close a list.
fn close_bracket(open: &mut Vec<char>, c: char) {
    if c == ']' {
        let list = open
            .iter()
            .rposition(|bracket| *bracket == '[')
            .unwrap_or(0);
        open.truncate(list);
    } else if open.last() == Some(&'{') {
        open.pop();
    }
}

/// True for a line that cannot stand inside the open brackets: a new header, or a field outside of braces.
fn stops_list(line: &str, open: &[char]) -> bool {
    match kind(line) {
        Line::Header => {
            let inner = line.trim().trim_start_matches('[').trim_end_matches(']');
            !inner.is_empty()
                && inner
                    .chars()
                    .all(|c| c.is_ascii_alphanumeric() || "_-.".contains(c))
                && inner.starts_with(|c: char| c.is_ascii_alphabetic())
        }
        Line::Field => !open.contains(&'{') && value_start(line).is_some(),
        Line::Empty | Line::Prose => false,
    }
}

/// Passes over a string; one that does not close ends with its line, and the bracket at its end counts.
fn after_string(text: &str, at: usize, stop: usize, open: &mut Vec<char>) -> usize {
    for fence in ["\"\"\"", "'''"] {
        if text[at..].starts_with(fence) {
            return close_fence(text, at, fence).map_or(text.len(), |close| close + fence.len());
        }
    }
    if let Some(close) = string_end(&text[..stop], at) {
        return close + 1;
    }
    let tail = text[at..stop].trim_end_matches([',', ' ', '\t']);
    for bracket in tail[tail.trim_end_matches([']', '}']).len()..].chars() {
        close_bracket(open, bracket);
    }
    stop
}

/// Where a one-line string closes: the place of its closing quote.
pub fn string_end(text: &str, at: usize) -> Option<usize> {
    let quote = text[at..].chars().next()?;
    let line = &text[..line_end(text, at)];
    let mut escaped = false;
    for (offset, c) in line[at + 1..].char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quote == '"' => escaped = true,
            c if c == quote => return Some(at + 1 + offset),
            _ => {}
        }
    }
    None
}
