//! Files that the portal has no place for: where they were meant to be.

use crate::content::fields::{Misplaced, locate};
use crate::diag::codes;
use crate::diag::{Diagnostic, Span};
use crate::files::sources::SourceId;
use crate::model::id::Slug;
use crate::text::nearest::nearest;
use crate::text::slug::slug;

/// Folders of the portal and of its territories, with the Russian words they are named by mistake.
const FOLDERS: &[(&str, &str)] = &[
    ("plans", "план"),
    ("documents", "документ"),
    ("documents", "приказ"),
    ("news", "новост"),
    ("practices", "практик"),
    ("sections", "раздел"),
    ("questions", "вопрос"),
    ("pages", "страниц"),
    ("collections", "сборник"),
];

/// Files of a territory and of the portal that have fixed names.
const NAMES: &[&str] = &[
    "region.toml",
    "municipality.toml",
    "people.toml",
    "schools.toml",
    "curators.toml",
    "working-group.toml",
    "program.toml",
    "portal.toml",
    "glossary.toml",
    "risks.toml",
    "cycle.toml",
    "search.toml",
];

/// Where everything lies, for those whose file resembles nothing.
const MAP: &str = "файлы района лежат в папке region/municipality: municipality.toml, people.toml, schools.toml, plans/2023.toml, \
                   documents/…, news/…, practices/…, sections/…; вопросы родителей — в questions, страницы о портале — в pages";

/// What the portal publishes at all.
const KINDS: &str = "портал публикует тексты .toml и .md и вложения png, jpg, webp, svg, pdf, docx, xlsx, odt, ods, zip; \
                     уберите файл из папки content или сохраните его в одном из этих видов";

/// The problem of a file at a place that means nothing; `reason` says why.
pub fn problem(id: SourceId, path: &str, reason: &Misplaced) -> Diagnostic {
    let (code, reason) = match reason {
        Misplaced::Place(why) => (codes::MISPLACED_FILE, why),
        Misplaced::Name(why) => (codes::BAD_FILE_NAME, why),
    };
    let problem = Diagnostic::error(code, Span::start_of(id), format!("файл {path}: {reason}"));
    if let Some(right) = meant(path) {
        return problem.help(format!("переименуйте или перенесите файл: {right}"));
    }
    let folder = path.split('/').next().unwrap_or_default();
    match path.rsplit_once('.') {
        Some((_, "toml" | "md"))
            if ["news", "plans", "practices", "documents"].contains(&folder) =>
        {
            problem.help(format!(
                "положите папку {folder} в папку района, например 38-irkutskaya/zhigalovskiy/{path}"
            ))
        }
        Some((_, "toml" | "md")) => problem.help(MAP),
        _ => problem.help(KINDS),
    }
}

/// The path that was probably meant: one that the portal knows.
fn meant(path: &str) -> Option<String> {
    let mut parts: Vec<String> = path.split('/').map(str::to_owned).collect();
    let file = parts.pop()?;
    let known = parts.len() > 2;
    let folders: Vec<String> = parts
        .iter()
        .enumerate()
        .map(|(depth, name)| folder(name, depth, known))
        .collect();
    let last = folders.last().map_or("", String::as_str);
    let place = folders.join("/");
    let candidates = file_names(&file, last).into_iter().flat_map(|name| {
        // A file that lies one folder too high.
        let deeper = ["", "plans/", "news/"].map(|deeper| format!("{deeper}{name}"));
        deeper.map(|name| match place.is_empty() {
            true => name,
            false => format!("{place}/{name}"),
        })
    });
    candidates
        .into_iter()
        .find(|right| right != path && locate(right).is_ok())
}

/// A folder's name as it should be.
fn folder(name: &str, depth: usize, deep: bool) -> String {
    let lower = name.to_lowercase();
    if let Some((folder, _)) = FOLDERS.iter().find(|(_, word)| lower.starts_with(word)) {
        return (*folder).to_owned();
    }
    // Names of regions and districts are their own; only what can be a known folder is held against the list.
    let inner = depth > 1 || (depth == 1 && !deep) || depth == 0 && !deep;
    let near = nearest(&lower, FOLDERS.iter().map(|(folder, _)| *folder));
    match near.filter(|_| inner) {
        Some(near) => near.to_owned(),
        None if Slug::parse(name).is_some() => name.to_owned(),
        None => slug(name),
    }
}

/// What a file may have been meant to be called, the likeliest first.
fn file_names(file: &str, folder: &str) -> Vec<String> {
    let lower = file.to_lowercase();
    let bare = ["toml", "md"].iter().fold(lower.as_str(), |name, ending| {
        let doubled = format!(".{ending}.{ending}");
        let named_text = format!(".{ending}.txt");
        name.strip_suffix(&doubled)
            .or_else(|| name.strip_suffix(&named_text))
            .or_else(|| name.strip_suffix(&format!(".{ending}")))
            .unwrap_or(name)
    });
    let (stem, ending) = match bare.rsplit_once('.') {
        Some((stem, ending)) if ending.chars().all(|c| c.is_ascii_alphanumeric()) => (stem, ending),
        _ => (bare, ""),
    };
    let stem = if Slug::parse(stem).is_some() {
        stem.to_owned()
    } else {
        slug(stem)
    };
    let own = match lower.rsplit_once('.') {
        Some((_, "md")) => "md",
        _ => "toml",
    };
    let mut names = vec![lower.clone()];
    if !["plans", "documents", "news", "practices", "sections"].contains(&folder) {
        names.splice(
            ..0,
            nearest(&lower, NAMES.iter().copied()).map(str::to_owned),
        );
    }
    if !ending.is_empty() && ending != "txt" {
        names.push(format!("{stem}.{ending}"));
    }
    let texts = ["news", "practices", "sections", "questions", "pages"];
    let likely = if texts.contains(&folder) { "md" } else { own };
    if ending.is_empty() || ending == "txt" {
        names.extend([likely, "toml", "md"].map(|ending| format!("{stem}.{ending}")));
    }
    names
}

#[cfg(test)]
mod tests {
    use super::meant;

    #[test]
    fn a_file_finds_its_place() {
        let place = "38-irkutskaya/zhigalovskiy";
        for (is, right) in [
            ("Plans/2025.toml", "plans/2025.toml"),
            ("plan/2025.toml", "plans/2025.toml"),
            ("планы/2025.toml", "plans/2025.toml"),
            ("plans/2025.TOML", "plans/2025.toml"),
            ("plans/2025.toml.txt", "plans/2025.toml"),
            ("plans/2025.toml.toml", "plans/2025.toml"),
            ("plans/2025", "plans/2025.toml"),
            ("plans/План 2025.toml", "plans/plan-2025.toml"),
            ("2025.toml", "plans/2025.toml"),
            ("news/новость.md", "news/novost.md"),
            ("news/2026-11-20.toml", "news/2026-11-20.md"),
            ("school.toml", "schools.toml"),
            ("People.toml", "people.toml"),
            ("Снимок экрана.png", "snimok-ekrana.png"),
        ] {
            let found = meant(&format!("{place}/{is}"));
            assert_eq!(found, Some(format!("{place}/{right}")), "{is}");
        }
        assert_eq!(meant("zametki.doc"), None);
    }
}
