//! Why the edit loop could not begin: problems of the environment, never of content.

use std::fmt;
use std::io;
use std::path::PathBuf;

/// Why the edit loop could not begin.
#[derive(Debug)]
pub enum ServeError {
    /// The port that was asked for cannot be used.
    Port {
        /// The port that was asked for.
        port: u16,
        /// What the system said.
        source: io::Error,
    },
    /// Every port that is tried by default is taken.
    NoFreePort {
        /// The first port that was tried.
        first: u16,
        /// The last port that was tried.
        last: u16,
    },
    /// The server could not be started on its port.
    Server(io::Error),
    /// The system does not let us watch files.
    Watch {
        /// The folder, when the trouble is with one of them.
        folder: Option<PathBuf>,
        /// What the system said.
        source: notify::Error,
    },
}

impl fmt::Display for ServeError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ServeError::Port { port, source } if source.kind() == io::ErrorKind::AddrInUse => {
                write!(
                    out,
                    "порт {port} занят другой программой; укажите другой порт или не указывайте никакого"
                )
            }
            ServeError::Port { port, source } => {
                write!(out, "не удалось открыть порт {port}: {source}")
            }
            ServeError::NoFreePort { first, last } => write!(
                out,
                "все порты с {first} по {last} заняты; укажите свободный порт"
            ),
            ServeError::Server(source) => write!(out, "не удалось запустить сервер: {source}"),
            ServeError::Watch { folder, source } => {
                match folder {
                    Some(folder) => {
                        write!(out, "не удалось следить за папкой {}: ", folder.display())?
                    }
                    None => write!(out, "не удалось следить за файлами: ")?,
                }
                match source.kind {
                    notify::ErrorKind::MaxFilesWatch => write!(
                        out,
                        "папок больше, чем разрешает система (Linux: увеличьте fs.inotify.max_user_watches)"
                    ),
                    _ => write!(out, "{source}"),
                }
            }
        }
    }
}

impl std::error::Error for ServeError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            ServeError::Port { source, .. } | ServeError::Server(source) => Some(source),
            ServeError::NoFreePort { .. } => None,
            ServeError::Watch { source, .. } => Some(source),
        }
    }
}
