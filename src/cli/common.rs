//! What several commands share: reading folders, the day, showing problems.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;

use crate::build::embedded;
use crate::cli::ENVIRONMENT;
use crate::cli::args::Input;
use crate::diag::{Diagnostic, show};
use crate::files::disk::{DiskError, read_tree};
use crate::files::sources::Sources;
use crate::render::Theme;

/// Name and version of this program, as pages print it.
pub const GENERATOR: &str = concat!("shnor-portal ", env!("CARGO_PKG_VERSION"));

/// Reads the content folder; says why not, and gives the exit code.
pub fn content(folder: &Path) -> Result<Sources, u8> {
    read_tree(folder).map_err(|error| environment(&error))
}

/// Compiles the theme: the embedded one under the folder given.
pub fn theme(folder: Option<&Path>) -> Result<Theme, String> {
    let own = match folder {
        Some(folder) => read_tree(folder).map_err(|error| error.to_string())?,
        None => Sources::default(),
    };
    Theme::new(&embedded::default_theme(), &own).map_err(|error| format!("тема: {error}"))
}

/// The theme folder in use: the one given, else `themes/default` beside the content when it is there, so that a
/// developer of the theme sees its changes.
pub fn theme_folder(input: &Input) -> Option<PathBuf> {
    let default = Path::new("themes/default");
    input.theme.clone().or_else(|| {
        default
            .join("templates")
            .is_dir()
            .then(|| default.to_owned())
    })
}

/// The day pages speak of: the one given, else `SOURCE_DATE_EPOCH`, else now — by Moscow time on every machine.
pub fn today(given: Option<Date>) -> Date {
    let moscow = Offset::constant(3);
    let of_source = std::env::var("SOURCE_DATE_EPOCH")
        .ok()
        .and_then(|seconds| seconds.trim().parse().ok())
        .and_then(|seconds| Timestamp::from_second(seconds).ok());
    given.unwrap_or_else(|| {
        moscow
            .to_datetime(of_source.unwrap_or_else(Timestamp::now))
            .date()
    })
}

/// Says what is wrong with the environment.
pub fn environment(error: &DiskError) -> u8 {
    eprintln!("ошибка: {error}");
    ENVIRONMENT
}

/// Shows problems on standard error: errors always, warnings unless there are errors or they are folded to a line.
pub fn show_problems(diagnostics: &[Diagnostic], sources: &Sources) {
    if diagnostics.is_empty() {
        return;
    }
    let color = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    eprint!("{}", show::text(diagnostics, sources, color));
}

/// Errors and warnings counted.
pub fn count(diagnostics: &[Diagnostic]) -> (usize, usize) {
    let errors = diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.is_error())
        .count();
    (errors, diagnostics.len() - errors)
}
