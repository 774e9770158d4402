//! The lock of addresses as text: blocks of territories, a line for each thing or handful of things, only ever added to.
//!
//! ```text
//! [38-irkutskaya/zhigalovskiy]
//! event 2026-01-15 2024/m07 Совещание директоров школ
//! events 2026-01-15 2024 m08=1a2b3c4d m09=9f3a2c11
//! files 2026-01-15 dannye/plany.csv kalendar.ics
//! news 2026-01-15 2026-01-10-sobranie Собрание (10.01.2026)
//! [*]
//! moved 2026-02-15 38-irkutskaya/zhigalovskiy/ 38-irkutskaya/zhigalovo/
//! gone 2026-03-01 slovar/shnor/ - слово больше не употребляют
//! ```
//!
//! A whole country is read in one pass; what a block says is understood when somebody asks.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use xxhash_rust::xxh3::xxh3_64;

use crate::diag::span::{SourceId, Span};
use crate::model::id::TerritoryPath;
use crate::model::lasting::kind::Kind;

/// Its name in the folder of the content.
pub const NAME: &str = "ids.lock";

/// What stands above the blocks.
const HEAD: &str = "# Адреса, которые портал хоть раз опубликовал: ни один из них не пропадёт.\n\
    # Этот файл пишет программа. Строки только добавляются, руками их не правят.\n\
    # При слиянии веток верны строки обеих сторон. Что стало с адресом, пишут в ids.toml.\n";

/// The block of what has moved and gone.
const CHANGES: &str = "*";

/// The most characters of a title that are kept.
const TITLE: usize = 120;

/// The lock.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lock {
    source: Option<SourceId>,
    text: Arc<str>,
    blocks: Vec<(Head, Range<usize>)>,
}

/// Whose block: sorted as they are written.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Head {
    /// What belongs to no territory.
    Shared,
    /// A territory's.
    Place(TerritoryPath),
    /// What has moved and gone.
    Changes,
}

/// What is known of a thing's title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known<'a> {
    /// The title, shortened.
    Title(&'a str),
    /// Only a mark of it.
    Mark(u32),
}

/// A thing that was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry<'a> {
    /// Its kind.
    pub kind: Kind,
    /// The plan of an event, else nothing.
    pub parent: &'a str,
    /// Its id; of a territory nothing, of a file its path.
    pub id: &'a str,
    /// The day it was written down, `2026-01-15`.
    pub since: &'a str,
    /// Its title.
    pub known: Known<'a>,
    /// Where it stands in the lock.
    pub at: Span,
}

/// A line of the block of changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change<'a> {
    /// A thing has another address.
    Moved {
        /// The old address.
        from: &'a str,
        /// The new one.
        to: &'a str,
    },
    /// A thing was taken down.
    Gone {
        /// Its address.
        address: &'a str,
        /// The day.
        date: &'a str,
        /// Where to look now.
        see: Option<&'a str>,
        /// Why.
        reason: &'a str,
    },
    /// A thing stands at its address again.
    Back {
        /// The address.
        address: &'a str,
    },
}

/// What a block holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contents<'a> {
    /// Things, in the order of lines.
    pub entries: Vec<Entry<'a>>,
    /// Other files and pages, relative to the territory's address, with the day they were written down.
    pub files: Vec<(&'a str, &'a str)>,
}

impl Lock {
    /// Reads a lock. The second part is the places of lines that mean nothing.
    pub fn parse(source: SourceId, text: &str) -> (Lock, Vec<Span>) {
        let text: Arc<str> = Arc::from(text);
        let (mut blocks, mut strange) = (Vec::new(), Vec::new());
        let mut open: Option<(Head, usize)> = None;
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let end = start + line.len();
            let bare = line.trim_end();
            let place = Span::new(source, start..start + bare.len());
            if let Some(name) = bare
                .strip_prefix('[')
                .and_then(|rest| rest.strip_suffix(']'))
            {
                if let Some((head, from)) = open.take() {
                    blocks.push((head, from..start));
                }
                match head(name) {
                    Some(head) => open = Some((head, end)),
                    None => strange.push(place),
                }
            } else if !is_passed_over(bare) {
                let known = match &open {
                    Some((Head::Changes, _)) => change(bare).is_some(),
                    Some(_) => is_line(bare),
                    None => false,
                };
                if !known {
                    strange.push(place);
                }
            }
            start = end;
        }
        if let Some((head, from)) = open {
            blocks.push((head, from..start));
        }
        blocks.sort_by(|a, b| (&a.0, a.1.start).cmp(&(&b.0, b.1.start)));
        let lock = Lock {
            source: Some(source),
            text,
            blocks,
        };
        (lock, strange)
    }

    /// True when nothing was ever written down.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// True when there is a lock, even an empty one.
    pub fn is_there(&self) -> bool {
        self.source.is_some()
    }

    /// The territories that have a block, in order.
    pub fn places(&self) -> Vec<&TerritoryPath> {
        let heads = self.blocks.iter().filter_map(|(head, _)| match head {
            Head::Place(path) => Some(path),
            _ => None,
        });
        let mut places: Vec<_> = heads.collect();
        places.dedup();
        places
    }

    /// True when a territory has a block.
    pub fn has_place(&self, path: &TerritoryPath) -> bool {
        let head = Head::Place(path.clone());
        self.blocks
            .binary_search_by(|(one, _)| one.cmp(&head))
            .is_ok()
    }

    /// What the blocks of a territory, or of what belongs to none, hold.
    pub fn contents(&self, head: &Head) -> Contents<'_> {
        let mut contents = Contents::default();
        for (line, start) in self.lines(head) {
            self.read(line, start, &mut contents);
        }
        contents
    }

    /// How many lines of the block of changes are of a day.
    pub fn change_count_on(&self, day: &str) -> usize {
        let days = self
            .lines(&Head::Changes)
            .filter_map(|(line, _)| line.split(' ').nth(1));
        days.filter(|one| moment(one).0 == day).count()
    }

    /// What has moved and gone, in the order in which it was written down.
    pub fn changes(&self) -> Vec<Change<'_>> {
        let lines = self.lines(&Head::Changes);
        let mut dated: Vec<_> = lines
            .filter_map(|(line, _)| Some((moment(line.split(' ').nth(1)?), change(line)?)))
            .collect();
        dated.sort_by_key(|(moment, _)| *moment);
        dated.into_iter().map(|(_, change)| change).collect()
    }

    fn lines<'a>(&'a self, head: &Head) -> impl Iterator<Item = (&'a str, usize)> + use<'a> {
        let from = self.blocks.partition_point(|(one, _)| one < head);
        let to = from + self.blocks[from..].partition_point(|(one, _)| one == head);
        self.blocks[from..to].iter().flat_map(|(_, range)| {
            let mut start = range.start;
            self.text[range.clone()]
                .split_inclusive('\n')
                .map(move |line| {
                    let at = start;
                    start += line.len();
                    (line.trim_end(), at)
                })
        })
    }

    fn read<'a>(&'a self, line: &'a str, start: usize, contents: &mut Contents<'a>) {
        let mut words = line.splitn(3, ' ');
        let (Some(word), Some(since), Some(rest)) = (words.next(), words.next(), words.next())
        else {
            return;
        };
        let source = self.source.unwrap_or(SourceId::FOLDER);
        let at = Span::new(source, start..start + line.len());
        match word {
            "files" => contents
                .files
                .extend(rest.split(' ').map(|file| (file, since))),
            "events" => {
                let (plan, events) = rest.split_once(' ').unwrap_or((rest, ""));
                let marked = events.split(' ').filter_map(|one| {
                    let (id, mark) = one.split_once('=')?;
                    Some((id, u32::from_str_radix(mark, 16).ok()?))
                });
                contents.entries.extend(marked.map(|(id, mark)| Entry {
                    kind: Kind::Event,
                    parent: plan,
                    id,
                    since,
                    known: Known::Mark(mark),
                    at,
                }));
            }
            _ => {
                let Some(kind) = Kind::parse(word) else {
                    return;
                };
                let (name, title) = match kind {
                    Kind::Place => ("", rest),
                    _ => rest.split_once(' ').unwrap_or((rest, "")),
                };
                let (parent, id) = match kind {
                    Kind::Event => name.split_once('/').unwrap_or(("", name)),
                    _ => ("", name),
                };
                let mark = title.strip_prefix('#').filter(|mark| mark.len() == 8);
                let known = mark.and_then(|mark| u32::from_str_radix(mark, 16).ok());
                contents.entries.push(Entry {
                    kind,
                    parent,
                    id,
                    since,
                    known: known.map_or(Known::Title(title), Known::Mark),
                    at,
                });
            }
        }
    }

    /// The lock with more lines; none when it has them all and is written as it should be.
    pub fn with(&self, more: BTreeMap<Head, BTreeSet<String>>) -> Option<String> {
        let mut blocks: BTreeMap<Head, BTreeSet<&str>> = BTreeMap::new();
        for (head, _) in &self.blocks {
            if !blocks.contains_key(head) {
                let lines = self.lines(head).map(|(line, _)| line);
                let lines = lines.filter(|line| !is_passed_over(line)).collect();
                blocks.insert(head.clone(), lines);
            }
        }
        for (head, lines) in &more {
            let block = blocks.entry(head.clone()).or_default();
            block.extend(lines.iter().map(String::as_str));
        }
        let mut text = String::from(HEAD);
        for (head, lines) in &blocks {
            text.push_str(&match head {
                Head::Shared => "[]\n".to_owned(),
                Head::Place(path) => format!("[{path}]\n"),
                Head::Changes => format!("[{CHANGES}]\n"),
            });
            for line in lines {
                text.push_str(line);
                text.push('\n');
            }
        }
        (*text != *self.text).then_some(text)
    }
}

impl Known<'_> {
    /// True when this is what is known of a title that was already [shortened](short).
    pub fn is(&self, title: &str) -> bool {
        match self {
            Known::Title(known) => *known == title,
            Known::Mark(known) => *known == mark(title),
        }
    }
}

/// A title as the lock keeps it: one line, not too long.
pub fn short(title: &str) -> String {
    let words: Vec<&str> = title.split_whitespace().collect();
    let line = words.join(" ");
    // A title must not be taken for a mark.
    let line = line.trim_start_matches('#').trim_start().to_owned();
    match line.char_indices().nth(TITLE) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}

/// The mark of a title that was already [shortened](short).
pub fn mark(title: &str) -> u32 {
    (xxh3_64(title.as_bytes()) >> 32) as u32
}

/// Comments, empty lines, and what git leaves where two branches met: lines of both sides hold.
fn is_passed_over(line: &str) -> bool {
    let of_git = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"];
    line.is_empty() || line.starts_with('#') || of_git.iter().any(|sign| line.starts_with(sign))
}

fn head(name: &str) -> Option<Head> {
    Some(match name {
        "" => Head::Shared,
        CHANGES => Head::Changes,
        path => Head::Place(TerritoryPath::parse(path)?),
    })
}

fn is_line(line: &str) -> bool {
    let mut words = line.splitn(3, ' ');
    let (Some(word), Some(date), Some(rest)) = (words.next(), words.next(), words.next()) else {
        return false;
    };
    let known = matches!(word, "files" | "events") || Kind::parse(word).is_some();
    known && is_date(date) && !rest.is_empty()
}

/// The day of a line, and the number of the line among those of the day: what is written down later on the same day says
/// so, `2026-01-15~2`.
pub fn moment(text: &str) -> (&str, u32) {
    match text.split_once('~') {
        Some((day, number)) => (day, number.parse().unwrap_or(u32::MAX)),
        None => (text, 0),
    }
}

fn is_date(text: &str) -> bool {
    let text = moment(text).0;
    let shape = |(at, byte): (usize, u8)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    };
    text.len() == 10 && text.bytes().enumerate().all(shape)
}

fn change(line: &str) -> Option<Change<'_>> {
    let mut words = line.splitn(4, ' ');
    let (word, date, from) = (words.next()?, words.next()?, words.next()?);
    if !is_date(date) {
        return None;
    }
    if word == "back" {
        return Some(Change::Back { address: from });
    }
    let rest = words.next()?;
    match word {
        "moved" => Some(Change::Moved { from, to: rest }),
        "gone" => {
            let (see, reason) = rest.split_once(' ').unwrap_or((rest, ""));
            Some(Change::Gone {
                address: from,
                date: moment(date).0,
                see: Some(see).filter(|see| *see != "-"),
                reason,
            })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &str = "[]\nterm 2026-01-15 shnor Школа\n[04-altay/gornyy]\n\
        event 2026-01-15 2024/m07 Совещание\nevents 2026-02-01 2024 m08=0000000a m09=0000000b\n\
        files 2026-01-15 kalendar.ics dannye/plany.csv\nperson 2026-01-15 ivanov #0000000c\n\
        place 2026-01-15 Горный район\n[*]\ngone 2026-03-01 slovar/a/ - не нужно\n\
        moved 2026-02-15 a/b/ a/c/\n";

    fn parsed(text: &str) -> Lock {
        let (lock, strange) = Lock::parse(SourceId(0), text);
        assert_eq!(strange, []);
        lock
    }

    #[test]
    fn what_was_written_is_read() {
        let lock = parsed(SAMPLE);
        let place = TerritoryPath::parse("04-altay/gornyy").expect("a path");
        let contents = lock.contents(&Head::Place(place.clone()));
        let brief = |one: &Entry<'_>| (one.kind, one.parent.to_owned(), one.id.to_owned());
        let things: Vec<_> = contents.entries.iter().map(brief).collect();
        let of = |kind, parent: &str, id: &str| (kind, parent.to_owned(), id.to_owned());
        assert_eq!(
            things,
            [
                of(Kind::Event, "2024", "m07"),
                of(Kind::Event, "2024", "m08"),
                of(Kind::Event, "2024", "m09"),
                of(Kind::Person, "", "ivanov"),
                of(Kind::Place, "", ""),
            ]
        );
        assert_eq!(contents.entries[4].known, Known::Title("Горный район"));
        assert_eq!(contents.entries[3].known, Known::Mark(12));
        assert_eq!(contents.files.len(), 2);
        assert_eq!(lock.places(), [&place]);
        assert_eq!(
            lock.changes()[0],
            Change::Moved {
                from: "a/b/",
                to: "a/c/"
            }
        );
    }

    #[test]
    fn lines_are_only_added_and_in_one_order() {
        let lock = parsed(SAMPLE);
        let written = lock.with(BTreeMap::new()).expect("the head is new");
        let lock = parsed(&written);
        assert_eq!(lock.with(BTreeMap::new()), None);
        let line = "news 2026-04-01 a Собрание".to_owned();
        let more = BTreeMap::from([(Head::Shared, BTreeSet::from([line.clone()]))]);
        let grown = lock.with(more.clone()).expect("a new line");
        let kept = written
            .lines()
            .all(|line| grown.lines().any(|one| one == line));
        assert!(kept && grown.contains(&line));
        assert_eq!(parsed(&grown).with(more), None);
    }

    #[test]
    fn both_sides_of_a_merge_hold() {
        let merged =
            "[]\n<<<<<<< ours\nterm 2026-01-15 a А\n=======\nterm 2026-01-15 b Б\n>>>>>>> theirs\n";
        let lock = parsed(merged);
        assert_eq!(lock.contents(&Head::Shared).entries.len(), 2);
        let written = lock.with(BTreeMap::new()).expect("without the signs");
        assert!(!written.contains("<<<"));
    }

    #[test]
    fn strange_lines_are_told() {
        let (_, strange) = Lock::parse(
            SourceId(0),
            "term 2026-01-15 a А\n[]\nxyz\nterm a b\n[a b]\n",
        );
        assert_eq!(strange.len(), 4);
    }

    #[test]
    fn titles_are_one_short_line() {
        assert_eq!(short("  a \n b "), "a b");
        assert_eq!(short("#12345678"), "12345678");
        assert_eq!(short(&"я".repeat(200)).chars().count(), TITLE + 1);
    }
}
