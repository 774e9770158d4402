//! A complete new site takes the place of the last one: the two folders change places in one step of the disk, so that
//! whoever looks, and whatever happens, there is the one site or the other, never a mix.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::Path;

use crate::files::disk::{DiskError, create_dir, io_error};
use crate::files::site_writer::guard::{self, MARK, MARKER, Place};
use crate::files::site_writer::system;
use crate::files::site_writer::workshop::Workshop;

/// Gives a file of the last site to the new one without writing it again; where the disk cannot do that it is copied with
/// the time it was written at.
///
/// # Errors
/// When the disk refuses.
pub fn give(from: &Path, to: &Path) -> io::Result<()> {
    match fs::hard_link(from, to) {
        Ok(()) => Ok(()),
        Err(error) => match error.kind() {
            // Kept twice.
            io::ErrorKind::AlreadyExists => Ok(()),
            io::ErrorKind::NotFound | io::ErrorKind::StorageFull => Err(error),
            _ => copy(from, to),
        },
    }
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::copy(from, to)?;
    // Only a hint for the next build.
    let written = fs::metadata(from).and_then(|about| about.modified());
    let open = fs::File::options().write(true).open(to);
    if let (Ok(written), Ok(open)) = (written, open) {
        let _ = open.set_modified(written);
    }
    Ok(())
}

/// Puts the gathered site in the place of the last one, with the files of others that lie at its top.
///
/// # Errors
/// When the disk refuses; the last site stands then.
pub fn publish(
    workshop: &mut Workshop,
    place: &Place,
    guests: &[OsString],
) -> Result<(), DiskError> {
    let (site, out) = (workshop.site(), &place.real);
    create_dir(&site)?;
    let marker = site.join(MARKER);
    let marked = match guard::is_marked(out) {
        true => give(&out.join(MARKER), &marker),
        false => fs::write(&marker, MARK),
    };
    marked.map_err(|error| io_error(&marker, error))?;
    for guest in guests {
        let target = site.join(guest);
        // The new site may have a file of that name.
        if fs::symlink_metadata(&target).is_err() {
            carry(&out.join(guest), &target)?;
        }
    }
    let there = fs::metadata(out).ok();
    if let Some(about) = &there {
        let permitted = fs::set_permissions(&site, about.permissions());
        permitted.map_err(|error| io_error(&site, error))?;
    }
    system::settle(&site).map_err(|error| io_error(&site, error))?;
    let refused = |error| io_error(out, error);
    match there {
        None => fs::rename(&site, out).map_err(refused)?,
        Some(_) => {
            if !system::exchange(&site, out).map_err(refused)? {
                in_two_steps(workshop, out)?;
            }
        }
    }
    // That the names have changed is told to the disk, too; the site stands whatever it answers.
    let _ = fs::File::open(&place.parent).and_then(|parent| parent.sync_all());
    Ok(())
}

/// Where two folders cannot change places at once. A build killed between the steps is seen by the next one, which puts
/// the last site back.
fn in_two_steps(workshop: &mut Workshop, out: &Path) -> Result<(), DiskError> {
    let old = workshop.old();
    fs::rename(out, &old).map_err(|error| io_error(out, error))?;
    fs::rename(workshop.site(), out).map_err(|error| {
        if fs::rename(&old, out).is_err() {
            workshop.keep();
        }
        io_error(out, error)
    })
}

/// Puts back the last site when a build was killed between two steps; true when it did.
///
/// # Errors
/// When the disk refuses.
pub fn put_back(workshop: &mut Workshop, place: &Place) -> Result<bool, DiskError> {
    let old = workshop.old();
    let is_lost = old.is_dir() && fs::symlink_metadata(&place.real).is_err();
    if is_lost && let Err(error) = fs::rename(&old, &place.real) {
        workshop.keep();
        return Err(io_error(&place.real, error));
    }
    Ok(is_lost)
}

/// Gives a file, folder or link of others to the new site.
fn carry(from: &Path, to: &Path) -> Result<(), DiskError> {
    let failed = |error| io_error(from, error);
    let about = fs::symlink_metadata(from).map_err(failed)?;
    if about.is_dir() {
        fs::create_dir(to).map_err(failed)?;
        for entry in fs::read_dir(from).map_err(failed)? {
            let name = entry.map_err(failed)?.file_name();
            carry(&from.join(&name), &to.join(&name))?;
        }
        return fs::set_permissions(to, about.permissions()).map_err(failed);
    }
    // A link is given as a link where the disk can do that.
    give(from, to).map_err(failed)
}
