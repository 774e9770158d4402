//! Problems as a page of Markdown: the summary of a step of GitHub Actions, for people who do not read logs.
//!
//! Everything that comes from content is written so that no sign of it can become Markdown or HTML.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::codes::Code;
use crate::diag::diagnostic::Diagnostic;
use crate::diag::explain;
use crate::diag::opened::Opener;
use crate::diag::show::count::{plural, summary_line};
use crate::diag::show::roots;
use crate::files::sources::Sources;

/// Bytes kept for the note about what did not fit.
const NOTE: usize = 400;

/// Signs that mean something in Markdown, HTML or to GitHub.
const SIGNS: &str = "\\`*_{}[]<>#|~&@$!:";

/// The page: counts, a table for each file with root causes first, and what the codes mean; at most `room` bytes.
/// Places are links when it is known where the files are shown: `files` is put before their paths.
pub fn markdown(
    diagnostics: &[Diagnostic],
    sources: &Sources,
    room: usize,
    files: Option<&str>,
) -> String {
    let errors = diagnostics.iter().filter(|one| one.is_error()).count();
    let counted = summary_line(errors, diagnostics.len() - errors);
    let mut page = format!("## Проверка содержания: {counted}\n\n{}\n", verdict(errors));
    let (mut told, mut codes) = (0, BTreeSet::new());
    'files: for (path, problems) in by_file(diagnostics, sources) {
        let head = format!(
            "\n### {}\n\n| Место | Код | Что не так | Что сделать |\n| --- | --- | --- | --- |\n",
            plain(&path)
        );
        for (at, problem) in problems.iter().enumerate() {
            let mut part = row(problem, sources, files);
            if at == 0 {
                part.insert_str(0, &head);
            }
            if page.len() + part.len() + NOTE > room {
                break 'files;
            }
            page.push_str(&part);
            codes.insert(problem.code.id);
            told += 1;
        }
    }
    let rest = diagnostics.len() - told;
    if rest > 0 {
        let words = plural(rest, ["замечание", "замечания", "замечаний"]);
        page.push_str(&format!(
            "\nНе поместилось: {rest} {words}. Полный список — в выводе команды portal check.\n"
        ));
    }
    for line in meanings(diagnostics, &codes) {
        if page.len() + line.len() > room {
            break;
        }
        page.push_str(&line);
    }
    page
}

fn verdict(errors: usize) -> &'static str {
    match errors {
        0 => "Ошибок нет: сайт соберётся.",
        _ => {
            "Пока есть ошибки, сайт не обновится. Начните с первой строки: от неё могут зависеть другие."
        }
    }
}

/// Problems by their files, both in the order of root causes.
fn by_file<'a>(
    diagnostics: &'a [Diagnostic],
    sources: &Sources,
) -> Vec<(String, Vec<&'a Diagnostic>)> {
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut files: Vec<(String, Vec<&Diagnostic>)> = Vec::new();
    for problem in roots::ordered(diagnostics, sources) {
        let path = sources.shown_path(problem.span.source);
        let at = *places.entry(path.clone()).or_insert_with(|| {
            files.push((path, Vec::new()));
            files.len() - 1
        });
        files[at].1.push(problem);
    }
    files
}

fn row(problem: &Diagnostic, sources: &Sources, files: Option<&str>) -> String {
    let place = Opener::new(sources).place(problem.span);
    let words = format!("строка {}, знак {}", place.line, place.column);
    let at = files.map_or(words.clone(), |files| {
        format!(
            "[{words}]({files}{}#L{})",
            in_address(&place.path),
            place.line
        )
    });
    let mark = match problem.is_error() {
        true => "ошибка",
        false => "предупреждение",
    };
    let help: Vec<String> = problem.help.iter().map(|help| plain(help)).collect();
    format!(
        "| {at} | **{}** {mark} | {} | {} |\n",
        problem.code.id,
        plain(&problem.message),
        help.join("<br>"),
    )
}

/// The codes of the page in plain words.
fn meanings(diagnostics: &[Diagnostic], shown: &BTreeSet<&str>) -> Vec<String> {
    let code = |id: &str| -> Option<Code> {
        let found = diagnostics.iter().find(|problem| problem.code.id == id);
        found.map(|problem| problem.code)
    };
    let told = shown.iter().filter_map(|id| explain::of(code(id)?));
    let mut lines: Vec<String> = told
        .map(|one| {
            let Code { id, about } = one.code;
            format!("- **{id}** — {}. {}\n", plain(about), plain(&one.means))
        })
        .collect();
    if let Some(first) = lines.first_mut() {
        first.insert_str(0, "\n### Что значат коды\n\n");
        lines.push(format!(
            "\nС примерами — на странице портала «Ошибки и как их исправить»: /{}\n",
            explain::PAGE
        ));
    }
    lines
}

/// A text in which nothing is Markdown or HTML: signs are written by their numbers, lines and invisible characters that
/// could turn the text are gone.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        // A colon before a word makes an address or a picture, one before a space is only a colon.
        let plain_colon = c == ':' && letters.peek().is_none_or(|next| *next == ' ');
        match c {
            '\n' | '\r' | '\t' => out.push(' '),
            c if c.is_control() || is_direction(c) => {}
            c if SIGNS.contains(c) && !plain_colon => {
                out.push_str(&format!("&#{};", u32::from(c)));
            }
            c => out.push(c),
        }
    }
    out
}

/// A path as a part of an address.
fn in_address(path: &str) -> String {
    let mut out = String::new();
    for byte in path.bytes() {
        match byte {
            b'/' | b'.' | b'-' | b'_' => out.push(char::from(byte)),
            _ if byte.is_ascii_alphanumeric() => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

/// Characters that change the direction of the words after them.
fn is_direction(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}
