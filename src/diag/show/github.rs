//! Problems as annotations of GitHub Actions.

use crate::diag::diagnostic::{Diagnostic, Severity};
use crate::diag::opened::Opener;
use crate::diag::show::count::plural;
use crate::diag::show::roots;
use crate::files::sources::Sources;

/// How many annotations of one level GitHub takes from a step; the rest would vanish without a word.
const LIMIT: usize = 10;

/// Problems as annotations: root causes first, no more of a level than GitHub takes, then a note about the rest.
///
/// `prefix` is put before every path: the folder of the portal inside the repository, or nothing.
pub fn github(diagnostics: &[Diagnostic], sources: &Sources, prefix: &str) -> String {
    let ordered = roots::ordered(diagnostics, sources);
    let of = |severity: Severity| {
        ordered
            .iter()
            .filter(move |diagnostic| diagnostic.severity == severity)
            .take(LIMIT)
    };
    let shown: Vec<&&Diagnostic> = of(Severity::Error).chain(of(Severity::Warning)).collect();
    let mut lines: String = shown
        .iter()
        .map(|diagnostic| annotation(diagnostic, sources, prefix))
        .collect();
    let rest = diagnostics.len() - shown.len();
    if rest > 0 {
        let words = plural(rest, ["замечание", "замечания", "замечаний"]);
        lines.push_str(&format!(
            "::notice::и ещё {rest} {words}: полный список — в сводке шага и в выводе portal check\n"
        ));
    }
    lines
}

fn annotation(diagnostic: &Diagnostic, sources: &Sources, prefix: &str) -> String {
    let place = Opener::new(sources).place(diagnostic.span);
    let path = match prefix.trim_end_matches('/') {
        "" => place.path,
        prefix => format!("{prefix}/{}", place.path),
    };
    let level = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let words: Vec<&str> = std::iter::once(&diagnostic.message)
        .chain(&diagnostic.help)
        .map(String::as_str)
        .collect();
    format!(
        "::{level} file={},line={},col={},endLine={},endColumn={},title={}::{}\n",
        property(&path),
        place.line,
        place.column,
        place.end_line,
        place.end_column,
        property(diagnostic.code.id),
        data(&words.join("\n")),
    )
}

/// Escapes a message.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// Escapes a property, where two more signs have a meaning.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
