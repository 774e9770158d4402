//! Archives of files (ZIP, deflate). The same files give the same bytes: all of them have one day, and nothing says when
//! the archive was made.

use std::io::{Cursor, Write as _};

use jiff::civil::Date;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// How hard bytes are pressed, 1–9. Tables of a region, by CPU time and size: 2 – 0.6 and 1.3, 3 – 0.9 and 1.15,
/// 4 – 1 and 1, 5 – 1.25 and 0.93, 6 – 1.8 and 0.91.
const LEVEL: i64 = 4;

/// An archive being written, file by file, so that no file need be held whole.
pub struct Archive {
    zip: ZipWriter<Cursor<Vec<u8>>>,
    options: SimpleFileOptions,
}

impl Archive {
    /// An empty one whose files are said to be of a day.
    pub fn new(day: Date) -> Archive {
        let part = |number: i8| number.unsigned_abs();
        let moment = DateTime::from_date_and_time(
            day.year().unsigned_abs(),
            part(day.month()),
            part(day.day()),
            0,
            0,
            0,
        );
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(LEVEL))
            // Archives know the years 1980–2107.
            .last_modified_time(moment.unwrap_or(DateTime::DEFAULT))
            .unix_permissions(0o644);
        Archive {
            zip: ZipWriter::new(Cursor::new(Vec::new())),
            options,
        }
    }

    /// Begins the next file.
    pub fn begin(&mut self, name: &str) {
        self.zip
            .start_file(name, self.options)
            .expect("names are short and differ");
    }

    /// Adds to the file that was begun last.
    pub fn add(&mut self, bytes: &[u8]) {
        self.zip
            .write_all(bytes)
            .expect("memory takes what is written");
    }

    /// A whole file.
    pub fn file(&mut self, name: &str, bytes: &[u8]) {
        self.begin(name);
        self.add(bytes);
    }

    /// The bytes of the archive.
    pub fn finish(self) -> Vec<u8> {
        let written = self.zip.finish().expect("memory takes what is written");
        written.into_inner()
    }
}
