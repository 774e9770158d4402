//! `portal snapshot`: a finished site as a dated archive.

use std::path::{Path, PathBuf};

use crate::build::join::{Manifest, told};
use crate::cli::args::SnapshotOptions;
use crate::cli::exit::{CONTENT, FINE};
use crate::cli::{report, verify};
use crate::files::disk::{DiskError, read_named};
use crate::files::snapshot;
use crate::text::russian::counted;

pub fn run(options: &SnapshotOptions) -> u8 {
    made(options).unwrap_or_else(|code| code)
}

fn made(options: &SnapshotOptions) -> Result<u8, u8> {
    let manifest = manifest(&options.site).map_err(|why| report::stop(&why))?;
    let day = manifest.date.0;
    let to = match &options.out {
        Some(file) => file.clone(),
        None => PathBuf::from(format!("portal-{day}.zip")),
    };
    if to.exists() && !options.replace {
        let error = DiskError::Exists(to);
        return Err(report::stop(&format!(
            "{error}. Укажите другой: --out ФАЙЛ — или замените его: --replace"
        )));
    }
    // An archive of a site that somebody has edited would vouch for what was never built.
    let whole = verify::by_receipt(&options.site).map_err(|why| report::stop(&why))?;
    if whole.count() > 0 {
        verify::tell(&whole);
        eprintln!("Архив не записан: соберите сайт заново, portal build.");
        return Ok(CONTENT);
    }
    let folder = format!("portal-{day}");
    let written = snapshot::write(&options.site, &folder, day, &to);
    let written = written.map_err(|error| report::environment(&error))?;
    report::say(format!(
        "Записано в {}: {}, {} МБ.",
        to.display(),
        counted(written.files, ["файл", "файла", "файлов"]),
        written.bytes.div_ceil(1_000_000)
    ));
    report::say(format!("SHA-256: {}", written.sha256));
    Ok(FINE)
}

/// The manifest of a site in a folder.
fn manifest(site: &Path) -> Result<Manifest, String> {
    let file = site.join(told::PATH);
    let bytes = read_named(&file)
        .map_err(|error| format!("{error}. Сначала соберите сайт: portal build"))?;
    Manifest::parse(&bytes).map_err(|why| format!("{}: {why}", file.display()))
}
