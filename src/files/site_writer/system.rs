//! What the library of the language does not tell or do about folders, by the calls of the system; on other systems the
//! nearest to it.

use std::fs::Metadata;
use std::io;
use std::path::Path;

/// A file or folder told from all others on this machine, and when it was last changed: number of the disk, number on
/// it, seconds and nanoseconds.
pub type Identity = (u64, u64, i64, i64);

#[cfg(unix)]
mod calls {
    use std::os::unix::fs::MetadataExt;

    use rustix::fs::{Access, access};

    use super::{Identity, Metadata, Path, io};

    /// Which file or folder this is.
    pub fn identity(about: &Metadata) -> Identity {
        (about.dev(), about.ino(), about.ctime(), about.ctime_nsec())
    }

    /// True when files may be made in a folder, as far as can be told without trying.
    pub fn may_write(folder: &Path) -> bool {
        access(folder, Access::WRITE_OK | Access::EXEC_OK).is_ok()
    }

    /// True when another disk or folder is mounted at this place, so that it cannot be renamed.
    pub fn is_mounted(folder: &Path) -> bool {
        let device = |path: &Path| std::fs::metadata(path).map(|about| about.dev()).ok();
        let parent = folder.parent().and_then(device);
        mount_root(folder) || (parent.is_some() && parent != device(folder))
    }

    #[cfg(target_os = "linux")]
    fn mount_root(folder: &Path) -> bool {
        use rustix::fs::{AtFlags, CWD, StatxAttributes, StatxFlags, statx};
        let about = statx(
            CWD,
            folder,
            AtFlags::SYMLINK_NOFOLLOW,
            StatxFlags::BASIC_STATS,
        );
        about.is_ok_and(|about| about.stx_attributes.contains(StatxAttributes::MOUNT_ROOT))
    }

    #[cfg(not(target_os = "linux"))]
    fn mount_root(_folder: &Path) -> bool {
        false
    }

    /// Makes two folders change places in one step; false when the disk cannot do that.
    pub fn exchange(one: &Path, other: &Path) -> io::Result<bool> {
        #[cfg(any(target_os = "linux", target_vendor = "apple"))]
        {
            use rustix::fs::{CWD, RenameFlags, renameat_with};
            use rustix::io::Errno;
            match renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE) {
                Ok(()) => Ok(true),
                Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => Ok(false),
                Err(error) => Err(error.into()),
            }
        }
        #[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
        {
            let _ = (one, other);
            Ok(false)
        }
    }

    /// Waits until all that was written to the disk of this folder would survive a loss of power.
    pub fn settle(folder: &Path) -> io::Result<()> {
        let folder = std::fs::File::open(folder)?;
        #[cfg(target_os = "linux")]
        rustix::fs::syncfs(&folder)?;
        #[cfg(not(target_os = "linux"))]
        folder.sync_all()?;
        Ok(())
    }
}

#[cfg(not(unix))]
mod calls {
    use super::{Identity, Metadata, Path, io};

    pub fn identity(about: &Metadata) -> Identity {
        let made = about.created().or(about.modified()).ok();
        let since = made.and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok());
        let nanoseconds = since.map_or(0, |since| since.as_nanos() as u64);
        (0, nanoseconds, 0, 0)
    }

    pub fn may_write(folder: &Path) -> bool {
        std::fs::metadata(folder).is_ok_and(|about| !about.permissions().readonly())
    }

    pub fn is_mounted(_folder: &Path) -> bool {
        false
    }

    pub fn exchange(_one: &Path, _other: &Path) -> io::Result<bool> {
        Ok(false)
    }

    pub fn settle(_folder: &Path) -> io::Result<()> {
        Ok(())
    }
}

pub use calls::{exchange, identity, is_mounted, may_write, settle};
