//! What stands right after a quoted text although the value should be over: mostly quotes inside of quotes.

use std::ops::Range;

use super::invisible::invisible_in;
use super::mistake::Fault;
use super::within::Within;
use super::words;
use crate::content::read::statement;

/// Something stands right after a closed text. `string` is its place with the quotes.
pub fn after_close(text: &str, string: Range<usize>, next: usize, within: Within) -> Fault {
    if let Some(fault) = invisible_in(text, string.end..next) {
        return fault;
    }
    let quote = &text[string.start..string.start + 1];
    let end = match within {
        Within::Line => next + words::without_comment(text[next..].trim_end()).len(),
        _ => statement::line_end(text, next),
    };
    let rest = &text[next..end];
    if within == Within::Line
        && let Some(fault) = harmless(next, rest)
    {
        return fault;
    }
    if within != Within::Line && string.end < next && rest.starts_with(statement::is_quote)
        || within == Within::Braces && words::second_field(rest) == Some(0)
    {
        let gap = string.end..string.end;
        return Fault::syntax(gap.clone(), "между значениями нет запятой")
            .label("здесь нужна запятая")
            .help("поставьте запятую между соседними значениями")
            .patch(gap, ",");
    }
    if rest == quote {
        return Fault::syntax(next..end, "лишняя кавычка")
            .label("эта кавычка лишняя")
            .help("удалите её")
            .patch(next..end, "");
    }
    if let Some(comma) = swallowed(&text[string.start + 1..string.end - 1], within) {
        let place = string.start + 1 + comma;
        return Fault::syntax(string.start..place, "не закрыта кавычка")
            .label("открыта здесь")
            .help(format!("добавьте {quote} перед запятой"))
            .patch(place..place, quote);
    }
    let stop = last_quote(text, next..end, quote, within);
    let whole = string.start..stop;
    let inner = text[whole.start + 1..stop]
        .strip_suffix(quote)
        .unwrap_or(&text[whole.start + 1..stop]);
    if string.len() == 2 && inner.starts_with(quote) {
        return doubled(whole, inner.trim_matches(['"', '\'']));
    }
    // The mark goes to the quote that closes too early.
    let place = if string.len() == 2 {
        string.start..string.end
    } else {
        string.end - 1..string.end
    };
    let help = match quote {
        "'" => "возьмите текст в двойные кавычки: тогда апостроф внутри не мешает",
        _ => "внутри текста ставьте кавычки-ёлочки: «…»",
    };
    Fault::syntax(place, "внутри текста в кавычках стоят такие же кавычки")
        .label("здесь текст уже кончился")
        .help(help)
        .patch(
            whole.clone(),
            words::quoted(&protected(&text[whole], quote, inner)),
        )
}

/// The inner text with its straight quotes; a text that began with a quoted word keeps that quote.
fn protected(whole: &str, quote: &str, inner: &str) -> String {
    let balanced = inner.matches(quote).count().is_multiple_of(2);
    match (balanced, whole.ends_with(quote)) {
        // 'Д'Артаньян': inside of other quotes an apostrophe does no harm.
        _ if quote == "'" => inner.to_owned(),
        // "Точка роста" в школе: the quotes belonged to the first words.
        (false, false) => format!("{quote}{inner}"),
        // "Проект "ИОМ": one quote stood for two.
        (false, true) => format!("{inner}{quote}"),
        (true, _) => inner.to_owned(),
    }
}

/// Signs after a value on its own line that are easily taken away.
fn harmless(next: usize, rest: &str) -> Option<Fault> {
    let at = next..next + rest.len();
    if rest.chars().all(|c| ";,.]})".contains(c)) {
        return Some(
            Fault::syntax(at.clone(), format!("после значения лишний знак {rest}"))
                .label("это лишнее")
                .help("удалите его")
                .safely(at, ""),
        );
    }
    if let Some(sign) = ["//", "/*", "<!--", "--"]
        .into_iter()
        .find(|sign| rest.starts_with(sign))
    {
        let fault = Fault::syntax(at, format!("заметка начата с {sign}"))
            .label("здесь нужен знак #")
            .help("заметку начинают со знака #");
        return Some(fault.safely(next..next + sign.len(), "#"));
    }
    let offset = words::second_field(rest)?;
    let between = &rest[..offset];
    between.chars().all(|c| ";, ".contains(c)).then(|| {
        Fault::syntax(next + offset..at.end, "на одной строке два поля")
            .label("это второе поле")
            .help("каждое поле пишут на своей строке")
            .safely(next..next + offset, "\n")
    })
}

/// The comma before which a closing quote was forgotten: the text has swallowed the next value.
fn swallowed(inside: &str, within: Within) -> Option<usize> {
    let comma = inside.rfind(',')?;
    let after = inside[comma + 1..].trim();
    let next = match within {
        Within::Line => return None,
        Within::List => after.is_empty(),
        Within::Braces => after
            .strip_suffix('=')
            .is_some_and(|name| statement::sound(&format!("{name} = 0"))),
    };
    next.then_some(comma)
}

/// The end of a text with quotes in it: behind its last quote, or where the words end.
fn last_quote(text: &str, rest: Range<usize>, quote: &str, within: Within) -> usize {
    let closing = text[rest.clone()]
        .match_indices(quote)
        .map(|(at, _)| rest.start + at + 1)
        .find(|&after| {
            let next = statement::skip_blanks(text, after);
            text[next..]
                .chars()
                .next()
                .is_none_or(|c| within.ends_with(c))
        });
    closing.unwrap_or_else(|| match within {
        Within::Line => rest.end,
        _ => rest.start + within.closing_place(&text[rest.clone()]).min(rest.len()),
    })
}

/// Quotes that stand twice around a text.
pub fn doubled(whole: Range<usize>, inner: &str) -> Fault {
    Fault::syntax(whole.clone(), "кавычки поставлены дважды")
        .label("нужна одна пара кавычек")
        .help("оставьте по одной кавычке с каждой стороны")
        .patch(whole, words::quoted(inner))
}
