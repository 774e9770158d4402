//! Why a folder is not taken for a site: each with a remedy. It knows nothing of how sites are written.

use std::fmt;
use std::path::PathBuf;

/// Why nothing is written into a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// It holds files of somebody else.
    Foreign(PathBuf),
    /// It and a folder that is read lie in one another.
    Overlap {
        /// The folder for the site.
        out: PathBuf,
        /// The folder that is read.
        sources: PathBuf,
    },
    /// It is the root of a disk.
    Root(PathBuf),
    /// It is the home folder, or holds it.
    Home(PathBuf),
    /// It is a symbolic link.
    Link {
        /// The folder for the site, as it was given.
        out: PathBuf,
        /// Where the link leads.
        target: PathBuf,
    },
    /// It is a file.
    NoFolder(PathBuf),
    /// It lies among the files of git.
    Repository(PathBuf),
    /// Nothing may be written there.
    ReadOnly(PathBuf),
    /// Another build is writing the same site.
    Locked(PathBuf),
    /// Where a new site is gathered, something else lies.
    Occupied(PathBuf),
    /// The path of a file leads out of the folder.
    Outside(String),
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::Foreign(path) => write!(
                f,
                "в папке {} лежат чужие файлы: портал их не тронет. Укажите пустую папку: --out ПАПКА",
                path.display()
            ),
            Refusal::Overlap { out, sources } => write!(
                f,
                "папка для сайта {} и папка {} лежат одна в другой: укажите другую папку для сайта: --out ПАПКА",
                out.display(),
                sources.display()
            ),
            Refusal::Root(path) => write!(
                f,
                "{} — корень диска, а не папка для сайта: укажите отдельную папку: --out ПАПКА",
                path.display()
            ),
            Refusal::Home(path) => write!(
                f,
                "{} — домашняя папка или папка, в которой она лежит: портал её не тронет. Укажите отдельную папку \
                 для сайта: --out ПАПКА",
                path.display()
            ),
            Refusal::Link { out, target } => write!(
                f,
                "{} — символическая ссылка на {}: портал не пишет по ссылкам. Укажите саму папку: --out {}",
                out.display(),
                target.display(),
                target.display()
            ),
            Refusal::NoFolder(path) => write!(
                f,
                "{} — файл, а не папка: портал его не тронет. Укажите папку для сайта: --out ПАПКА",
                path.display()
            ),
            Refusal::Repository(path) => write!(
                f,
                "папка {} лежит внутри служебной папки .git: укажите другую папку для сайта: --out ПАПКА",
                path.display()
            ),
            Refusal::ReadOnly(path) => write!(
                f,
                "в папку {} нельзя писать: разрешите запись в неё или укажите другую папку: --out ПАПКА",
                path.display()
            ),
            Refusal::Locked(path) => write!(
                f,
                "сайт в папке {} уже собирает другая программа portal: дождитесь, пока она закончит, и повторите \
                 команду",
                path.display()
            ),
            Refusal::Occupied(path) => write!(
                f,
                "на месте {}, где портал складывает новый сайт, лежит что-то чужое: уберите это или укажите другую \
                 папку: --out ПАПКА",
                path.display()
            ),
            Refusal::Outside(path) => write!(
                f,
                "файл сайта «{path}» оказался бы вне папки сайта: переименуйте то, из чего он сделан"
            ),
        }
    }
}
