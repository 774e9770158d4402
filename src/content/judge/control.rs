//! Characters that nobody sees and that change what others see (П021, error): control characters, and marks that turn
//! the direction of writing round.
//!
//! Why: a null breaks pages and tables that are read by programs; a mark of direction shows «exe.pdf» as «fdp.exe», so
//! that a reader takes one thing for another. Neither has a meaning in a Russian text: they come with a careless paste
//! from a scan, or on purpose.
//!
//! Example: U+0008 in the middle of a word, U+202E before a name of a file.

use crate::content::judge::said::Said;
use crate::diag::{Diagnostic, codes};
use crate::text::hidden::is_hidden;

/// Finds the first such character of a text: where one is, others follow, and they are mended together.
pub(super) fn judge(said: &Said<'_>, found: &mut Vec<Diagnostic>) {
    // Nearly all texts have none, and their bytes tell: control characters take one byte, those of C1 begin with C2, the
    // marks with E2, characters that are none with EF.
    let suspicious = |byte: u8| {
        (byte < b' ' && !matches!(byte, b'\n' | b'\r' | b'\t'))
            || matches!(byte, 0x7F | 0xC2 | 0xE2 | 0xEF)
    };
    if !said.text.bytes().any(suspicious) {
        return;
    }
    let Some((at, c)) = said.text.char_indices().find(|(_, c)| is_hidden(*c)) else {
        return;
    };
    let number = format!("U+{:04X}", u32::from(c));
    found.push(
        Diagnostic::error(
            codes::CONTROL_CHARACTER,
            said.place(at..at + c.len_utf8()),
            format!("невидимый управляющий знак {number}"),
        )
        .label("знак стоит здесь")
        .help("сотрите его: поставьте курсор за ним и нажмите Backspace, или наберите это место заново"),
    );
}

#[cfg(test)]
mod tests {
    use crate::content;
    use crate::files::sources::{SourceFile, SourceId};

    fn told(text: &str) -> Vec<String> {
        let front = "+++\ntitle = \"Новость\"\ndate = 2026-11-22\nsummary = \"Новость\"\n+++\n";
        let file = SourceFile::new("04-altay/news/a.md", format!("{front}\n{text}\n"));
        let (_, found) = content::file(SourceId(0), &file);
        found
            .iter()
            .map(|one| format!("{} {}", one.code.id, one.message))
            .collect()
    }

    #[test]
    fn control_characters_and_marks_of_direction_are_found() {
        for (c, number) in [
            ('\0', "0000"),
            ('\u{8}', "0008"),
            ('\u{1B}', "001B"),
            ('\u{9B}', "009B"),
            ('\u{202E}', "202E"),
        ] {
            assert_eq!(
                told(&format!("Файл {c}gpj.exe")),
                [format!("П021 невидимый управляющий знак U+{number}")]
            );
        }
    }

    #[test]
    fn spaces_of_all_kinds_and_soft_hyphens_are_silent() {
        assert_eq!(
            told("Школа\u{A0}№\u{2009}1,\tучи\u{AD}тель — «да»…\nёлка\u{200D}"),
            [""; 0]
        );
    }
}
