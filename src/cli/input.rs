//! What a command works on: the content folder, the theme, the day.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;

use crate::build::embedded;
use crate::build::history::{self, History};
use crate::build::part::{TerritoryPath, is_shared, is_wanted};
use crate::cli::report;
use crate::files::disk::{open_part, open_tree, read_part, read_tree};
use crate::files::git;
use crate::files::sources::{SHARED, Sources};
use crate::render::Theme;

/// Name and version of this program, as pages print it.
pub const GENERATOR: &str = concat!("shnor-portal ", env!("CARGO_PKG_VERSION"));

/// Reads the content folder; says why not, and gives the exit code.
pub fn content(folder: &Path) -> Result<Sources, u8> {
    read_tree(folder).map_err(|error| report::environment(&error))
}

/// Reads of the content folder what these territories need; says why not, and gives the exit code.
pub fn part(folder: &Path, only: &[TerritoryPath]) -> Result<Sources, u8> {
    if only.is_empty() {
        return opened(folder);
    }
    let sources = open_part(folder, &|inner| is_wanted(only, inner))
        .map_err(|error| report::environment(&error))?;
    for part in only {
        let inside = format!("{part}/");
        if !sources
            .iter()
            .any(|(_, file)| file.path.starts_with(&inside))
        {
            let why = format!(
                "в папке {} нет территории {part}: регион и район называют так же, как их папки",
                folder.display()
            );
            return Err(report::stop(&why));
        }
    }
    Ok(sources.limited_to(only.iter().map(ToString::to_string).collect()))
}

/// Reads of the content folder what all territories share; says why not, and gives the exit code.
pub fn shared(folder: &Path) -> Result<Sources, u8> {
    let sources = read_part(folder, &is_shared).map_err(|error| report::environment(&error))?;
    Ok(sources.limited_to(vec![SHARED.to_owned()]))
}

/// Lists the content folder; its files are read when they are looked at. Says why not, and gives the exit code.
pub fn opened(folder: &Path) -> Result<Sources, u8> {
    open_tree(folder).map_err(|error| report::environment(&error))
}

/// What changed in the content folder, out of the repository it lies in. Why nothing is known, pages say.
pub fn history(folder: &Path) -> History {
    part_history(folder, &[])
}

/// The same of what these territories need.
pub fn part_history(folder: &Path, only: &[TerritoryPath]) -> History {
    let wanted = |inner: &str| is_wanted(only, inner);
    history::told(&git::past_of(folder, history::ENDINGS, &wanted))
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
