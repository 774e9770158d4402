//! Headings, blocks of code and tables that are not what they were meant to be.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Tag};

use super::Text;
use crate::diag::Diagnostic;
use crate::diag::codes;

/// Looks at every block of a text.
pub fn check(text: &Text<'_>, events: &[(Event<'_>, Range<usize>)], found: &mut Vec<Diagnostic>) {
    // The page's title is its heading of the first level.
    let mut above = HeadingLevel::H1;
    for (index, (event, range)) in events.iter().enumerate() {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                let empty = matches!(events.get(index + 1), Some((Event::End(_), _)));
                found.extend(heading(text, range, (*level, above), empty));
                above = *level;
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => {
                found.push(indented(text, range));
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) => {
                found.extend(unclosed(text, range));
            }
            Event::Start(Tag::Table(columns)) => found.extend(row(text, range, columns.len())),
            _ => {}
        }
    }
}

/// A heading without words, of the page's own level, or too deep under the one above it.
fn heading(
    text: &Text<'_>,
    range: &Range<usize>,
    (level, above): (HeadingLevel, HeadingLevel),
    empty: bool,
) -> Option<Diagnostic> {
    let line = text.markdown[range.clone()]
        .lines()
        .next()
        .unwrap_or_default();
    let signs = line.len() - line.trim_start_matches('#').len();
    let place = text
        .origin
        .span(range.start..range.start + line.trim_end().len().max(signs));
    if empty {
        return Some(
            Diagnostic::error(
                codes::BROKEN_HEADING,
                place,
                "заголовок пуст: за знаками # нет слов",
            )
            .label("здесь нет слов")
            .help("допишите слова заголовка или удалите строку"),
        );
    }
    let marks = text.origin.span(range.start..range.start + signs);
    let advise = |message: String, help: String, right: &str| {
        let problem = Diagnostic::warning(codes::HEADING_LEVEL, place, message).help(help);
        match signs {
            0 => problem,
            _ => problem.patch(marks, right),
        }
    };
    if level == HeadingLevel::H1 {
        return Some(advise(
            "заголовок первого уровня внутри текста: первый уровень — у названия страницы"
                .to_owned(),
            "начните заголовок с ##".to_owned(),
            "##",
        ));
    }
    (level as usize > above as usize + 1).then(|| {
        let right = "#".repeat(above as usize + 1);
        advise(
            format!(
                "уровень заголовка пропущен: после уровня {} сразу {}",
                above as usize, level as usize
            ),
            format!("начните заголовок с {right}"),
            &right,
        )
    })
}

/// A paragraph that an indent turned into code.
fn indented(text: &Text<'_>, range: &Range<usize>) -> Diagnostic {
    let markdown = text.markdown;
    let start = markdown[..range.start].rfind('\n').map_or(0, |at| at + 1);
    let line = markdown[start..].lines().next().unwrap_or_default();
    let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
    let place = text.origin.span(start..start + line.trim_end().len());
    let sign = if line[..indent].contains('\t') {
        "табуляции"
    } else {
        "четырёх пробелов"
    };
    Diagnostic::warning(
        codes::CODE_BY_INDENT,
        place,
        format!("строка начата с {sign}: на странице такой абзац станет блоком кода"),
    )
    .label("отступ превращает слова в код")
    .help("уберите отступ в начале строки: абзацы отделяют пустой строкой")
    .patch(text.origin.span(start..start + indent), "")
}

/// A block of code that swallows the rest of the page.
fn unclosed(text: &Text<'_>, range: &Range<usize>) -> Option<Diagnostic> {
    let block = &text.markdown[range.clone()];
    let fence = |line: &str| {
        let line = line.trim_start_matches([' ', '>']).trim_end();
        line.len() >= 3 && (line.chars().all(|c| c == '`') || line.chars().all(|c| c == '~'))
    };
    let closed =
        block.lines().count() > 1 && block.trim_end().lines().next_back().is_some_and(fence);
    let first = block.lines().next().unwrap_or_default().trim_end();
    let rest = text.markdown[range.end..].trim().is_empty();
    (!closed && rest).then(|| {
        Diagnostic::error(
            codes::UNCLOSED_FENCE,
            text.origin.span(range.start..range.start + first.len()),
            "блок кода не закрыт: весь текст ниже попал в него",
        )
        .label("открыт здесь")
        .help("поставьте строку ``` после последней строки кода; если код не нужен, удалите эту строку")
    })
}

/// The first row of a table that has another number of cells than its head.
fn row(text: &Text<'_>, range: &Range<usize>, columns: usize) -> Option<Diagnostic> {
    let mut at = range.start;
    for line in text.markdown[range.clone()].split_inclusive('\n') {
        let cells = cells(line);
        if cells != columns && !line.trim().is_empty() {
            let message = format!("в строке таблицы ячеек: {cells}, а в её заголовке: {columns}");
            let place = text.origin.span(at..at + line.trim_end().len());
            let remedy = if cells > columns {
                "лишние ячейки на странице пропадут: уберите лишний знак | или добавьте столбец в заголовок; знак | внутри ячейки пишут как \\|"
            } else {
                "допишите недостающие ячейки; пустую ячейку отделяют знаками | |"
            };
            return Some(Diagnostic::warning(codes::BROKEN_TABLE, place, message).help(remedy));
        }
        at += line.len();
    }
    None
}

/// How many cells a row of a table has.
fn cells(line: &str) -> usize {
    let line = line.trim().replace("\\|", "");
    let inner = line.strip_prefix('|').unwrap_or(&line);
    inner
        .strip_suffix('|')
        .unwrap_or(inner)
        .matches('|')
        .count()
        + 1
}
