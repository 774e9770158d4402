//! What is remembered between builds, as a value: from what a site was made, and how its files lay when it was finished.
//! Kept as lines of text under a fingerprint of them all: what was cut short or changed by hand is no memo.

use std::collections::HashMap;
use std::fmt::Write;
use std::time::{SystemTime, UNIX_EPOCH};

use xxhash_rust::xxh3::xxh3_128;

use crate::files::sink::Key;

/// Raised when lines mean something else than before.
const FORMAT: &str = "shnor-portal memo 1";

/// How a file lies on the disk, by what can be told without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stamp {
    /// Bytes.
    pub size: u64,
    /// When it was last written, in nanoseconds since 1970.
    pub time: u64,
}

impl Stamp {
    /// The stamp of a file by what the disk tells about it.
    pub fn of(about: &std::fs::Metadata) -> Stamp {
        let since = about.modified().unwrap_or(SystemTime::UNIX_EPOCH);
        let time = since.duration_since(UNIX_EPOCH).unwrap_or_default();
        Stamp {
            size: about.len(),
            time: u64::try_from(time.as_nanos()).unwrap_or_default(),
        }
    }
}

/// A file that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Input {
    /// How it lay.
    pub stamp: Stamp,
    /// Hash of its bytes.
    pub hash: u128,
}

/// A file that was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Output {
    /// How it lay when the build was finished.
    pub stamp: Stamp,
    /// Hash of its bytes.
    pub hash: u128,
    /// From what it was made; zero when that is not told.
    pub from: Key,
}

/// What a finished build leaves for the next one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Memo {
    /// Everything but the files read: the program, its options, the day.
    pub asked: Key,
    /// Lines that the build said of what it made.
    pub said: Vec<String>,
    /// The files read, by the name of their folder and their path.
    pub inputs: HashMap<String, Input>,
    /// The files of the site, by their path.
    pub outputs: HashMap<String, Output>,
    /// Notes of pieces of work, by their keys.
    pub notes: HashMap<Key, Vec<u8>>,
}

impl Memo {
    /// The memo as bytes of a file. Lines come in one order, so that equal memos have equal bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut text = String::new();
        let _ = writeln!(text, "asked {:x}", self.asked);
        for line in &self.said {
            let _ = writeln!(text, "said {}", line.replace('\n', " "));
        }
        let mut inputs: Vec<_> = self.inputs.iter().collect();
        inputs.sort_unstable_by_key(|(path, _)| *path);
        for (path, Input { stamp, hash }) in inputs {
            let _ = writeln!(text, "in {} {} {hash:x} {path}", stamp.size, stamp.time);
        }
        let mut outputs: Vec<_> = self.outputs.iter().collect();
        outputs.sort_unstable_by_key(|(path, _)| *path);
        for (path, output) in outputs {
            let Output { stamp, hash, from } = output;
            let Stamp { size, time } = stamp;
            let _ = writeln!(text, "out {size} {time} {hash:x} {from:x} {path}");
        }
        let mut notes: Vec<_> = self.notes.iter().collect();
        notes.sort_unstable();
        for (key, note) in notes {
            let _ = write!(text, "note {key:x} ");
            for byte in note {
                let _ = write!(text, "{byte:02x}");
            }
            text.push('\n');
        }
        let print = xxh3_128(text.as_bytes());
        format!("{FORMAT} {print:x}\n{text}").into_bytes()
    }

    /// Reads a memo; none when it is damaged or of another version.
    pub fn parse(bytes: &[u8]) -> Option<Memo> {
        let (head, text) = std::str::from_utf8(bytes).ok()?.split_once('\n')?;
        let print = head.strip_prefix(FORMAT)?.trim_start();
        if hexadecimal(print)? != xxh3_128(text.as_bytes()) {
            return None;
        }
        let mut memo = Memo::default();
        for line in text.lines() {
            memo.line(line)?;
        }
        Some(memo)
    }

    fn line(&mut self, line: &str) -> Option<()> {
        let (word, rest) = line.split_once(' ')?;
        match word {
            "asked" => self.asked = hexadecimal(rest)?,
            "said" => self.said.push(rest.to_owned()),
            "in" => {
                let (stamp, rest) = stamp(rest)?;
                let (hash, path) = rest.split_once(' ')?;
                let hash = hexadecimal(hash)?;
                self.inputs.insert(path.to_owned(), Input { stamp, hash });
            }
            "out" => {
                let (stamp, rest) = stamp(rest)?;
                let (hash, rest) = rest.split_once(' ')?;
                let (from, path) = rest.split_once(' ')?;
                let output = Output {
                    stamp,
                    hash: hexadecimal(hash)?,
                    from: hexadecimal(from)?,
                };
                self.outputs.insert(path.to_owned(), output);
            }
            "note" => {
                let (key, note) = rest.split_once(' ')?;
                self.notes.insert(hexadecimal(key)?, octets(note)?);
            }
            _ => return None,
        }
        Some(())
    }
}

fn stamp(text: &str) -> Option<(Stamp, &str)> {
    let (size, rest) = text.split_once(' ')?;
    let (time, rest) = rest.split_once(' ')?;
    let stamp = Stamp {
        size: size.parse().ok()?,
        time: time.parse().ok()?,
    };
    Some((stamp, rest))
}

fn hexadecimal(text: &str) -> Option<u128> {
    u128::from_str_radix(text, 16).ok()
}

fn octets(text: &str) -> Option<Vec<u8>> {
    let pairs = text.as_bytes().chunks(2);
    let octet = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
    pairs.map(octet).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Memo {
        let stamp = Stamp { size: 7, time: 9 };
        let (hash, from) = (u128::MAX, 3);
        Memo {
            asked: 5,
            said: vec!["Собрано: 2 страницы.".to_owned()],
            inputs: HashMap::from([(
                "content/имя с пробелом.md".to_owned(),
                Input { stamp, hash },
            )]),
            outputs: HashMap::from([("a/index.html".to_owned(), Output { stamp, hash, from })]),
            notes: HashMap::from([(4, vec![0, 255]), (6, Vec::new())]),
        }
    }

    #[test]
    fn a_memo_is_read_as_it_was_written() {
        assert_eq!(Memo::parse(&sample().to_bytes()), Some(sample()));
    }

    #[test]
    fn what_was_damaged_is_no_memo() {
        let bytes = sample().to_bytes();
        for at in 0..bytes.len() {
            let mut other = bytes.clone();
            other[at] ^= 1;
            assert_eq!(Memo::parse(&other), None, "byte {at}");
            assert_eq!(Memo::parse(&bytes[..at]), None, "{at} bytes");
        }
    }
}
