//! What a command works on: the content folder, the theme, the day.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;

use crate::build::embedded;
use crate::build::history::{self, History};
use crate::cli::report;
use crate::files::disk::{open_tree, read_tree};
use crate::files::git;
use crate::files::sources::Sources;
use crate::render::Theme;

/// Name and version of this program, as pages print it.
pub const GENERATOR: &str = concat!("shnor-portal ", env!("CARGO_PKG_VERSION"));

/// Reads the content folder; says why not, and gives the exit code.
pub fn content(folder: &Path) -> Result<Sources, u8> {
    read_tree(folder).map_err(|error| report::environment(&error))
}

/// Lists the content folder; its files are read when they are looked at. Says why not, and gives the exit code.
pub fn opened(folder: &Path) -> Result<Sources, u8> {
    open_tree(folder).map_err(|error| report::environment(&error))
}

/// What changed in the content folder, out of the repository it lies in. Why nothing is known, pages say.
pub fn history(folder: &Path) -> History {
    history::told(&git::past(folder, history::ENDINGS))
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
pub fn theme_folder(given: Option<&Path>) -> Option<PathBuf> {
    let default = Path::new("themes/default");
    given.map(Path::to_owned).or_else(|| {
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
