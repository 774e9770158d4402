//! What a file's name says about its content: the year of a plan, and plans that are no texts.

use crate::content::fields::{FileKind, Location};
use crate::content::raw::{RawDocument, Value};
use crate::content::typed::period;
use crate::diag::codes;
use crate::diag::{Diagnostic, Span};
use crate::files::sources::SourceId;

/// A plan whose name speaks of another year than its period: one of them is a slip.
pub fn year(location: Option<&Location>, raw: Option<&RawDocument>) -> Option<Diagnostic> {
    let location = location.filter(|location| location.kind == FileKind::Plan)?;
    let name = location.id.as_ref()?.as_str();
    let node = raw?.table.get("period")?;
    let Value::Text(text) = &node.value else {
        return None;
    };
    let (named, written) = (period::parse(name)?, period::parse(text)?);
    let apart =
        written.last.year() < named.first.year() || named.last.year() < written.first.year();
    apart.then(|| {
        Diagnostic::error(
            codes::BAD_PERIOD,
            node.span,
            format!("файл называется {name}, а период плана — «{text}»"),
        )
        .label("другой год, чем в имени файла")
        .help(format!(
            "исправьте период на \"{name}\" или переименуйте файл"
        ))
    })
}

/// Plans that lie in their folder as documents of Word or Excel only: nobody reads their measures. `files` are all
/// paths of the content.
pub fn unread_plans(files: &[(SourceId, &str)]) -> Vec<Diagnostic> {
    let is_there = |text: &str| files.iter().any(|(_, path)| *path == text);
    let unread = files.iter().filter_map(|(id, path)| {
        let (folder, name) = path.rsplit_once('/')?;
        let (stem, ending) = name.rsplit_once('.')?;
        let office = ["docx", "xlsx", "odt", "ods"].contains(&ending);
        let text = format!("{folder}/{stem}.toml");
        (folder.ends_with("/plans") && office && !is_there(&text)).then(|| {
            Diagnostic::warning(
                codes::MISPLACED_FILE,
                Span::start_of(*id),
                format!(
                    "план {name} — документ Word или Excel: на портале он будет только вложением"
                ),
            )
            .help(format!(
                "чтобы мероприятия плана появились на страницах, запишите их в файл {text}"
            ))
        })
    });
    unread.collect()
}
