//! What a command says: results on standard output, problems on standard error.

use std::fmt::Display;
use std::io::{IsTerminal, Write};

use crate::cli::exit::ENVIRONMENT;
use crate::diag::{Diagnostic, show};
use crate::files::disk::DiskError;
use crate::files::sources::Sources;
use crate::text::russian::counted;

/// Says a line on standard output. A reader who has closed the pipe (`portal build | head -1`) is no reason to fail.
pub fn say(line: impl Display) {
    let _ = writeln!(std::io::stdout(), "{line}");
}

/// Says why a command cannot go on, and gives the exit code.
pub fn stop(why: &str) -> u8 {
    eprintln!("ошибка: {why}");
    ENVIRONMENT
}

/// Says what is wrong with the environment, and gives the exit code.
pub fn environment(error: &DiskError) -> u8 {
    eprintln!("ошибка: {error}");
    ENVIRONMENT
}

/// Shows problems on standard error, warnings first: the end of a long list is what stays on the screen.
pub fn show_problems(diagnostics: &[Diagnostic], sources: &Sources) {
    if diagnostics.is_empty() {
        return;
    }
    let color = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let (errors, warnings): (Vec<_>, Vec<_>) =
        diagnostics.iter().cloned().partition(Diagnostic::is_error);
    for group in [warnings, errors] {
        eprint!("{}", show::text(&group, sources, color));
    }
}

/// Says how many warnings the settings keep silent, so that nobody forgets them.
pub fn say_silenced(count: usize) {
    if count > 0 {
        let words = counted(
            count,
            ["предупреждение", "предупреждения", "предупреждений"],
        );
        eprintln!("Не показано по решению портала (disabled_check в portal.toml): {words}");
    }
}

/// Errors and warnings counted.
pub fn count(diagnostics: &[Diagnostic]) -> (usize, usize) {
    let errors = diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.is_error())
        .count();
    (errors, diagnostics.len() - errors)
}
