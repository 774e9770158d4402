//! What a single file says that no file should say without a second look: names of pupils, private telephones, figures
//! about so few children that each can be recognised. They stop publishing; since they are judgements about words, a
//! portal may switch each of them off with a reason.
//!
//! Why at all: «152-ФЗ» leaves the names, posts and work contacts of officials in published orders; pupils' names and
//! results of groups under ten have no place on such a portal (the portal's own rule on personal data).

mod citation;
mod clean;
mod control;
mod group;
mod letters;
mod phone;
mod pupil;
mod said;

use crate::content::fields::FileKind;
pub use crate::content::judge::citation::{Citation, conflicts};
pub use crate::content::judge::clean::Clean;
use crate::content::judge::said::said;
use crate::content::raw::{RawDocument, Table};
use crate::content::typed::reader::Reader;
use crate::diag::Diagnostic;
use crate::files::sources::{SourceFile, SourceId};

/// Judges the words of one file; gives the acts it names, too, which can be judged only beside other files. Texts known to
/// be clean are passed over.
pub fn file(
    id: SourceId,
    source: &SourceFile,
    kind: FileKind,
    raw: &RawDocument,
    clean: &Clean,
) -> (Vec<Citation>, Vec<Diagnostic>) {
    let said = said(id, source, raw);
    let mut found = Vec::new();
    let mut citations = Vec::new();
    for one in &said {
        let own = is_own(kind, one.key);
        let mut judge = || {
            let before = found.len() + citations.len();
            control::judge(one, &mut found);
            citation::collect(one, &mut citations);
            phone::judge(one, &mut found);
            letters::judge(one, &mut found);
            pupil::judge(one, &mut found);
            if own {
                group::judge(one, &mut found);
            }
            found.len() + citations.len() > before
        };
        // Of addresses less is judged than of other texts.
        match one.key {
            "email" => _ = judge(),
            _ => clean.judge(one.text, own, judge),
        }
    }
    if kind == FileKind::Document {
        citations.extend(own_dates(&raw.table));
    }
    (citations, found)
}

/// The act that a file describes, once for each date that the file knows of.
fn own_dates(table: &Table) -> Vec<Citation> {
    let act = Reader::new(table);
    let (Some(kind), Some(number)) = (act.text("kind"), act.text("number")) else {
        return Vec::new();
    };
    let others = act
        .tables("other_dates")
        .filter_map(|other| Some((other.date("date")?, other.span_of("date"))));
    let dates = act.date("date").map(|date| (date, act.span_of("date")));
    dates
        .into_iter()
        .chain(others)
        .filter_map(|(date, span)| Citation::of_act(&kind, &number, date, span))
        .collect()
}

/// True for words that editors write themselves about what happened. Cells of plans and points of orders are not: they
/// are published as they were approved.
fn is_own(kind: FileKind, key: &str) -> bool {
    match kind {
        FileKind::News | FileKind::Practice | FileKind::SectionNote => true,
        FileKind::Plan => matches!(key, "fact" | "remark" | "plain"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::content;
    use crate::diag::Diagnostic;
    use crate::files::sources::{SourceFile, SourceId};

    /// What is found in a file: code and the words it points to.
    pub(super) fn found(path: &str, text: &str) -> Vec<String> {
        let source = SourceFile::new(path, text.as_bytes());
        let (_, problems) = content::file(SourceId(0), &source);
        let brief = |problem: &Diagnostic| {
            assert!(
                !problem.is_fault() && !problem.help.is_empty(),
                "{problem:?}"
            );
            format!("{} {}", problem.code.id, &text[problem.span.range()])
        };
        problems.iter().map(brief).collect()
    }

    /// The same for the text of a news item.
    pub(super) fn in_news(text: &str) -> Vec<String> {
        let front = "+++\ntitle = \"Новость\"\ndate = 2026-11-22\nsummary = \"Новость\"\n+++\n";
        found("04-altay/news/novost.md", &format!("{front}\n{text}\n"))
    }

    #[test]
    fn values_with_escapes_are_judged_as_a_whole() {
        let text = "title = \"О\\u043D +7 913 123-45-67\"\ndescription = \"Портал\"\n";
        assert_eq!(
            found("portal.toml", text),
            ["П424 \"О\\u043D +7 913 123-45-67\""]
        );
    }
}
