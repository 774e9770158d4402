//! Changes the files of a site one after another, for a folder that cannot be replaced as a whole: a mounted one, or one
//! beside which nothing may be made. What is to be done is written down before the first step, so that a build killed
//! between two steps is gone on with by the next one.

use std::fs;
use std::io;
use std::path::Path;

use crate::files::disk::{DiskError, io_error, replace_file};
use crate::files::site_writer::guard::{self, MARK, MARKER};
use crate::files::site_writer::system;
use crate::files::site_writer::workshop::{self, Workshop};

/// First line of the journal; raised when lines mean something else.
const HEAD: &str = "shnor-portal journal 1";
/// Before a file that goes.
const GONE: &str = "gone ";
/// Before a folder that goes when nothing is left in it.
const EMPTY: &str = "empty ";
/// The last line.
const END: &str = "end";

/// Moves the gathered files to their places and removes `others`, then the folders of `folders` (deepest last) that
/// nothing is left in.
///
/// # Errors
/// When the disk refuses: before the first step the last site is whole; afterwards it is a [`DiskError::HalfWay`].
pub fn publish(
    workshop: &mut Workshop,
    out: &Path,
    others: &[&String],
    folders: &[String],
) -> Result<(), DiskError> {
    let marker = out.join(MARKER);
    if !guard::is_marked(out) {
        replace_file(&marker, MARK)?;
    }
    let mut journal = format!("{HEAD}\n");
    let files = others.iter().map(|path| (GONE, path.as_str()));
    let folders = folders.iter().rev().map(|path| (EMPTY, path.as_str()));
    // A name of two lines is none of ours.
    for (word, path) in files
        .chain(folders)
        .filter(|(_, path)| !path.contains('\n'))
    {
        journal.push_str(word);
        journal.push_str(path);
        journal.push('\n');
    }
    journal.push_str(END);
    replace_file(&workshop.journal(), journal.as_bytes())?;
    system::settle(out).map_err(|error| io_error(out, error))?;
    apply(workshop, out, &journal)
}

/// Goes on with what a killed build had written down; true when there was something.
///
/// # Errors
/// When the disk refuses.
pub fn go_on(workshop: &mut Workshop, out: &Path) -> Result<bool, DiskError> {
    // What was cut short while it was written down was not begun.
    match fs::read_to_string(workshop.journal()) {
        Ok(text) if text.starts_with(HEAD) && text.ends_with(END) => {
            apply(workshop, out, &text).map(|()| true)
        }
        _ => Ok(false),
    }
}

fn apply(workshop: &mut Workshop, out: &Path, journal: &str) -> Result<(), DiskError> {
    let done = moved(&workshop.site(), out).and_then(|()| {
        for line in journal.lines() {
            if let Some(path) = line.strip_prefix(GONE) {
                vanish(&out.join(path))?;
            } else if let Some(path) = line.strip_prefix(EMPTY) {
                // One that still holds files of the site stays.
                let _ = fs::remove_dir(out.join(path));
            }
        }
        Ok(())
    });
    if let Err(error) = done {
        workshop.keep();
        return Err(DiskError::HalfWay {
            out: out.to_owned(),
            error: Box::new(error),
        });
    }
    // The names are on the disk before the journal goes; the site stands whatever it answers.
    let _ = system::settle(out);
    Ok(())
}

/// Removes a file of the last site. The new one may have a folder in its place.
fn vanish(target: &Path) -> Result<(), DiskError> {
    match fs::symlink_metadata(target) {
        Ok(about) if !about.is_dir() => {
            fs::remove_file(target).map_err(|error| io_error(target, error))
        }
        _ => Ok(()),
    }
}

/// Moves what lies in a folder into another. Where the other has no folder of that name the whole folder is moved in
/// one step.
fn moved(from: &Path, to: &Path) -> Result<(), DiskError> {
    let entries = match fs::read_dir(from) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        other => other.map_err(|error| io_error(from, error))?,
    };
    for entry in entries {
        let entry = entry.map_err(|error| io_error(from, error))?;
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        let there = fs::symlink_metadata(&target).ok();
        match there.map(|about| about.is_dir()) {
            Some(true) if is_folder => {
                moved(&source, &target)?;
                continue;
            }
            Some(is_dir) if is_dir || is_folder => {
                workshop::remove(&target).map_err(|error| io_error(&target, error))?;
            }
            _ => {}
        }
        fs::rename(&source, &target).map_err(|error| io_error(&target, error))?;
    }
    Ok(())
}
