//! What was meant to be a link and stays a text with brackets.

use std::ops::Range;

use super::Text;
use crate::diag::Diagnostic;
use crate::diag::codes;

/// How a link is written.
const HOW: &str = "ссылку пишут без пробелов между скобками: [слова](адрес)";

/// The first broken link of a part of a text.
pub fn check(text: &Text<'_>, part: Range<usize>) -> Option<Diagnostic> {
    let free = |at: &usize| !text.is_taken(*at);
    let find = |sign: &str| {
        text.markdown[part.clone()]
            .match_indices(sign)
            .map(|(at, _)| part.start + at)
            .filter(free)
            .collect::<Vec<usize>>()
    };
    let is_address = |at: usize| {
        let rest = text.markdown[at..part.end].trim_start_matches(' ');
        ["/", "http", "www.", "mailto:", "tel:", "../", "#"]
            .iter()
            .any(|begin| rest.starts_with(begin))
    };
    let spaced = || {
        let at = find("] (").into_iter().find(|at| is_address(at + 3))?;
        Some(apart(text, &part, at))
    };
    let joined = || {
        find("](")
            .into_iter()
            .find_map(|at| broken(text, &part, at))
    };
    let swapped = || {
        let at = find(")[").into_iter().find(|at| is_address(at + 2))?;
        reversed(text, &part, at)
    };
    let unclosed = || {
        let at = find("(/").into_iter().chain(find("(http")).min()?;
        let open = text.markdown[part.start..at]
            .rfind('[')
            .map(|open| part.start + open)?;
        let words = &text.markdown[open + 1..at];
        (!words.contains([']', ')', '\n']) && !words.is_empty() && free(&open)).then(|| {
            problem(
                text,
                open..at + 1,
                "после слов ссылки не закрыта квадратная скобка",
            )
            .label("здесь нужна скобка ]")
            .help(HOW)
            .patch(text.origin.span(at..at), "]")
        })
    };
    let slashes = || {
        let at = find("http:/").into_iter().chain(find("https:/")).min()?;
        let rest = &text.markdown[at..part.end];
        let address = &rest[..rest.find(char::is_whitespace).unwrap_or(rest.len())];
        let (_, host) = address.split_once(":/")?;
        (!host.starts_with('/')).then(|| {
            problem(
                text,
                at..at + address.len(),
                "в адресе сайта не хватает косой черты",
            )
            .help(format!("адрес сайта пишут целиком: https://{host}"))
        })
    };
    let nameless = || {
        let at = find("][").into_iter().next()?;
        let open = opening(text, &part, at);
        let end = at + 2 + text.markdown[at + 2..part.end].find(']')?;
        Some(
            problem(
                text,
                open..end + 1,
                "ссылка по метке в квадратных скобках никуда не ведёт",
            )
            .label("такой метки в тексте нет")
            .help("после слов ссылки напишите адрес в круглых скобках: [слова](адрес)"),
        )
    };
    let wordless = || {
        let link = text.links.iter().find(|link| {
            part.contains(&link.start) && text.markdown[(*link).clone()].starts_with("[](")
        })?;
        Some(
            problem(
                text,
                link.clone(),
                "у ссылки нет слов: читателю не на что нажать",
            )
            .label("между скобками [ ] пусто")
            .help("напишите в квадратных скобках, куда ведёт ссылка: [план района](адрес)"),
        )
    };
    spaced()
        .or_else(joined)
        .or_else(nameless)
        .or_else(wordless)
        .or_else(swapped)
        .or_else(unclosed)
        .or_else(slashes)
}

fn problem(text: &Text<'_>, range: Range<usize>, message: &str) -> Diagnostic {
    Diagnostic::error(codes::SPLIT_LINK, text.origin.span(range), message)
}

/// The beginning of the words in square brackets that end at `close`.
fn opening(text: &Text<'_>, part: &Range<usize>, close: usize) -> usize {
    let open = text.markdown[part.start..close].rfind('[');
    open.map_or(close, |open| part.start + open)
}

/// A blank between the words and the address.
fn apart(text: &Text<'_>, part: &Range<usize>, at: usize) -> Diagnostic {
    let open = opening(text, part, at);
    let address = text.markdown[at + 2..part.end]
        .find(')')
        .map_or(at + 3, |end| at + 2 + end + 1);
    problem(
        text,
        open..address,
        "между словами ссылки и её адресом стоит пробел: ссылки не получится",
    )
    .label("пробел между ] и (")
    .help(HOW)
    .safe_patch(text.origin.span(at + 1..at + 2), "")
}

/// Words and address stand together, and yet it is no link: a bracket is missing, or a blank is in the address.
fn broken(text: &Text<'_>, part: &Range<usize>, at: usize) -> Option<Diagnostic> {
    let open = opening(text, part, at);
    let rest = &text.markdown[at + 2..part.end];
    let line = &rest[..rest.find('\n').unwrap_or(rest.len())];
    let close = line.find(')');
    let blank = line.find(char::is_whitespace);
    let end = at + 2 + close.map_or(line.len(), |close| close + 1);
    match (close, blank) {
        (Some(close), Some(blank)) if blank < close => {
            let address = line[..close].replace(char::is_whitespace, "");
            Some(
                problem(
                    text,
                    open..end,
                    "в адресе ссылки пробел: ссылки не получится",
                )
                .label("здесь пробел внутри скобок")
                .help("уберите пробелы из адреса; пробел в имени файла пишут как %20")
                .patch(text.origin.span(at + 2..at + 2 + close), address),
            )
        }
        (None, _) => {
            let stop = blank.unwrap_or(line.len());
            let stop = at + 2 + line[..stop].trim_end_matches(['.', ',', ';']).len();
            Some(
                problem(text, open..stop, "после адреса ссылки не закрыта скобка")
                    .label("здесь нужна скобка )")
                    .help(HOW)
                    .patch(text.origin.span(stop..stop), ")"),
            )
        }
        _ => None,
    }
}

/// Words in round brackets and the address in square ones.
fn reversed(text: &Text<'_>, part: &Range<usize>, at: usize) -> Option<Diagnostic> {
    let open = part.start + text.markdown[part.start..at].rfind('(')?;
    let end = at + 2 + text.markdown[at + 2..part.end].find(']')?;
    let (words, address) = (&text.markdown[open + 1..at], &text.markdown[at + 2..end]);
    Some(
        problem(
            text,
            open..end + 1,
            "скобки ссылки перепутаны: слова стоят в круглых, адрес — в квадратных",
        )
        .help("слова ссылки пишут в квадратных скобках, адрес — в круглых")
        .patch(
            text.origin.span(open..end + 1),
            format!("[{words}]({address})"),
        ),
    )
}
