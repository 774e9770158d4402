//! How much one file may hold. Nothing an office publishes comes near; a file beyond a limit is a slip (a scan saved as a
//! text, a table pasted a hundred times) or an attack, and either would take the memory or the time of the whole portal.

use std::ops::RangeInclusive;

use crate::content::fields::FileKind;
use crate::content::raw::{Node, Table, Value};
use crate::diag::{Diagnostic, Span, codes};
use crate::files::sources::SourceId;

/// Bytes of one megabyte, as programs for files count it.
const MEGABYTE: usize = 1024 * 1024;

/// Of a text or a table. The longest plan of the content has 30 KB, its vocabulary of the search 150 KB.
const TEXT: usize = 5 * MEGABYTE;

/// Of a scan or another file that is published as it is. GitHub takes no file over 100 MB, and a parent on a telephone
/// waits for minutes already.
const ATTACHMENT: usize = 50 * MEGABYTE;

/// Entries of one list: measures of a section, schools of a district. The longest list of the content, everyday words of the
/// search, has 206.
const ENTRIES: usize = 5_000;

/// Pixels along a side of a picture, as cameras and scanners make them.
const SIDE: RangeInclusive<u32> = 1..=12_000;

/// A file that is longer than its kind may be.
pub fn length(id: SourceId, kind: Option<FileKind>, bytes: usize) -> Option<Diagnostic> {
    let (most, help) = match kind {
        Some(FileKind::Attachment | FileKind::Lock) => (
            ATTACHMENT,
            "сожмите документ (сканируйте с разрешением 150–200 точек на дюйм) или разделите на части",
        ),
        _ => (
            TEXT,
            "проверьте, не попало ли в файл лишнее; большую таблицу разделите на несколько файлов",
        ),
    };
    (bytes > most).then(|| {
        let message = format!(
            "файл слишком велик: {} МБ, а можно не больше {} МБ",
            bytes.div_ceil(MEGABYTE),
            most / MEGABYTE
        );
        Diagnostic::error(codes::TOO_LARGE, Span::start_of(id), message).help(help)
    })
}

/// The first list of a table that is longer than any list of people.
pub fn entries(table: &Table) -> Option<Diagnostic> {
    table
        .entries
        .iter()
        .find_map(|entry| list(&entry.key, &entry.node))
}

fn list(key: &str, node: &Node) -> Option<Diagnostic> {
    match &node.value {
        Value::Table(table) => entries(table),
        Value::List(items) => match items.get(ENTRIES) {
            Some(first) => Some(
                Diagnostic::error(
                    codes::TOO_LARGE,
                    first.span,
                    format!(
                        "в списке «{key}» {} записей, а можно не больше {ENTRIES}",
                        items.len()
                    ),
                )
                .label("отсюда начинаются лишние")
                .help("проверьте, не вставлена ли таблица много раз; разные планы кладут в разные файлы"),
            ),
            None => items.iter().find_map(|item| list(key, item)),
        },
        _ => None,
    }
}

/// A picture that would take more memory of a telephone than it has.
pub fn picture(id: SourceId, (width, height): (u32, u32)) -> Option<Diagnostic> {
    let fits = SIDE.contains(&width) && SIDE.contains(&height);
    (!fits).then(|| {
        let message = format!(
            "картинка слишком велика: {width} × {height} точек, а можно не больше {} по каждой стороне",
            SIDE.end()
        );
        Diagnostic::error(codes::TOO_LARGE, Span::start_of(id), message)
            .help("уменьшите картинку: для страницы хватает 2000 точек по ширине")
    })
}

#[cfg(test)]
mod tests {
    use super::{ENTRIES, MEGABYTE, length, picture};
    use crate::content;
    use crate::content::fields::FileKind;
    use crate::files::sources::{SourceFile, SourceId};

    fn told(path: &str, bytes: Vec<u8>) -> Vec<String> {
        let (_, found) = content::file(SourceId(0), &SourceFile::new(path, bytes));
        found.into_iter().map(|one| one.message).collect()
    }

    #[test]
    fn a_text_over_the_limit_is_one_message_and_is_not_read() {
        let long = "слово ".repeat(MEGABYTE / 2);
        assert_eq!(
            told("04-altay/gornyy/news/a.md", long.into_bytes()),
            ["файл слишком велик: 6 МБ, а можно не больше 5 МБ"]
        );
    }

    #[test]
    fn scans_may_be_longer_than_texts() {
        let scan = Some(FileKind::Attachment);
        assert_eq!(length(SourceId(0), scan, 50 * MEGABYTE), None);
        assert!(length(SourceId(0), scan, 50 * MEGABYTE + 1).is_some());
        assert!(length(SourceId(0), None, 5 * MEGABYTE + 1).is_some());
    }

    #[test]
    fn a_table_pasted_many_times_is_one_message() {
        let people = |count: usize| -> Vec<String> {
            let one = |nth| format!("[[person]]\nid = \"p{nth}\"\nname = \"Иванова А.Н.\"\n");
            let table: String = (0..count).map(one).collect();
            told("04-altay/gornyy/people.toml", table.into_bytes())
        };
        assert_eq!(people(ENTRIES), [""; 0]);
        assert_eq!(
            people(ENTRIES + 1),
            ["в списке «person» 5001 записей, а можно не больше 5000"]
        );
    }

    #[test]
    fn pictures_are_as_large_as_cameras_make_them() {
        assert_eq!(picture(SourceId(0), (12_000, 9_000)), None);
        assert!(picture(SourceId(0), (60_000, 60_000)).is_some());
        assert!(picture(SourceId(0), (0, 10)).is_some());
    }
}
