//! Why a file cannot be read, in words an editor can act on.

use std::fmt;

/// A file that is not taken: what is the matter with it and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadFailure {
    /// What is the matter, one Russian sentence without a full stop.
    pub message: String,
    /// What the editor can do, one or two Russian sentences with full stops.
    pub remedy: String,
}

impl ReadFailure {
    /// A failure with its remedy.
    pub fn new(message: impl Into<String>, remedy: impl Into<String>) -> ReadFailure {
        ReadFailure {
            message: message.into(),
            remedy: remedy.into(),
        }
    }

    /// A file whose inside does not hold together: cut off, overwritten, or made by a program that errs.
    pub fn damaged(what: impl fmt::Display) -> ReadFailure {
        ReadFailure::new(
            format!("файл повреждён: {what}"),
            "Откройте его в Word, Excel или LibreOffice и сохраните заново; если он не открывается и там, попросите \
             прислать файл ещё раз.",
        )
    }

    /// A file that would take more memory or time than any order can need.
    pub fn too_large(what: impl fmt::Display) -> ReadFailure {
        ReadFailure::new(
            format!("файл слишком велик: {what}"),
            "Оставьте в файле только приказ и план, без рисунков и приложений, и сохраните под другим именем.",
        )
    }

    /// A file that asks for a password.
    pub fn locked() -> ReadFailure {
        ReadFailure::new(
            "файл защищён паролем",
            "Откройте его с паролем, снимите защиту («Файл» → «Сведения» → «Защита документа») и сохраните заново.",
        )
    }
}

impl fmt::Display for ReadFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}. {}", self.message, self.remedy)
    }
}

impl std::error::Error for ReadFailure {}
