//! A finished site in one file, to be kept: a ZIP with the fingerprints of its files. The same site gives the same bytes.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{self, BufWriter, Read, Write};
use std::path::Path;

use jiff::civil::Date;
use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::files::disk::{DiskError, create_new, io_error, visit_site};

/// The list of fingerprints in the archive, as `sha256sum --check` reads it.
pub const SUMS: &str = "SHA256SUMS";

/// How hard bytes are pressed, 1–9.
const LEVEL: i64 = 6;

/// An archive that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// Files of the site in it.
    pub files: usize,
    /// Bytes of the archive.
    pub bytes: u64,
    /// SHA-256 of the archive, as `sha256sum` prints it.
    pub sha256: String,
}

/// Writes the files of a site into an archive, all of them under a folder and said to be of a day. The archive takes its
/// name when it is complete.
///
/// # Errors
/// When the site cannot be read or the disk refuses.
pub fn write(site: &Path, folder: &str, day: Date, to: &Path) -> Result<Snapshot, DiskError> {
    let mut name = to.file_name().unwrap_or_default().to_owned();
    name.push(".new");
    let beside = to.with_file_name(name);
    let done = written(site, folder, day, &beside).and_then(|snapshot| {
        fs::rename(&beside, to).map_err(|error| io_error(to, error))?;
        Ok(snapshot)
    });
    if done.is_err() {
        let _ = fs::remove_file(&beside);
    }
    done
}

fn written(site: &Path, folder: &str, day: Date, to: &Path) -> Result<Snapshot, DiskError> {
    let failed = |error: io::Error| io_error(to, error);
    let file = create_new(to).map_err(failed)?;
    let mut zip = ZipWriter::new(BufWriter::new(file));
    let options = options(day);
    let mut put = |name: &str, bytes: &[u8]| -> io::Result<()> {
        zip.start_file(format!("{folder}/{name}"), options)?;
        zip.write_all(bytes)
    };
    let (mut sums, mut files, mut error) = (String::new(), 0, None);
    visit_site(site, &mut |path, bytes| {
        let _ = writeln!(sums, "{}  {path}", hex(&Sha256::digest(&bytes)));
        files += 1;
        if error.is_none() {
            error = put(&path, &bytes).err();
        }
    })?;
    if let Some(error) = error {
        return Err(failed(error));
    }
    put(SUMS, sums.as_bytes()).map_err(failed)?;
    let file = zip.finish().map_err(|error| failed(error.into()))?;
    let file = file
        .into_inner()
        .map_err(|error| failed(error.into_error()))?;
    file.sync_all().map_err(failed)?;
    let (bytes, sha256) = sum(to).map_err(failed)?;
    Ok(Snapshot {
        files,
        bytes,
        sha256,
    })
}

fn options(day: Date) -> SimpleFileOptions {
    let part = |number: i8| number.unsigned_abs();
    let (year, month, day) = (
        day.year().unsigned_abs(),
        part(day.month()),
        part(day.day()),
    );
    let moment = DateTime::from_date_and_time(year, month, day, 0, 0, 0);
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(LEVEL))
        // Archives know the years 1980–2107.
        .last_modified_time(moment.unwrap_or(DateTime::DEFAULT))
        .unix_permissions(0o644)
}

/// Length and SHA-256 of a file; it is never in memory as a whole.
fn sum(path: &Path) -> io::Result<(u64, String)> {
    let mut file = File::open(path)?;
    let (mut hash, mut bytes, mut part) = (Sha256::new(), 0, vec![0; 1 << 18]);
    loop {
        match file.read(&mut part)? {
            0 => return Ok((bytes, hex(&hash.finalize()))),
            read => {
                hash.update(&part[..read]);
                bytes += read as u64;
            }
        }
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
