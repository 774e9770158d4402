//! A site whose files are made when they are asked for, by threads that live as long as it is shown.

use std::hash::{Hash, Hasher};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread;

use xxhash_rust::xxh3::Xxh3;

use crate::build::live::snapshot::{Bytes, Fault, Maker, Snapshot};

/// One makes large files while the others make pages.
const THREADS: usize = 3;

/// A site whose files are made when they are asked for. What was made for one moment is never shown at another.
pub struct Shelf {
    snapshot: Arc<Snapshot>,
    asks: Sender<Ask>,
    styles: u64,
    surroundings: u64,
}

struct Ask {
    path: String,
    answer: Sender<Result<Option<Bytes>, Fault>>,
}

impl Shelf {
    /// Puts a snapshot up to be asked.
    pub fn new(snapshot: Arc<Snapshot>) -> Shelf {
        let (asks, asked) = mpsc::channel();
        let shown = Arc::clone(&snapshot);
        thread::spawn(move || work(&shown, asked));
        let of_theme = |is_sheet: bool| {
            let files = snapshot.theme.files().iter();
            files.filter(move |(path, _)| path.ends_with(".css") == is_sheet)
        };
        let attachments = &snapshot.portal.attachments;
        let prints = attachments
            .iter()
            .map(|file| (&file.path, &file.fingerprint.sha256));
        Shelf {
            styles: fingerprint(&of_theme(true).collect::<Vec<_>>()),
            surroundings: fingerprint(&(
                of_theme(false)
                    .map(|(path, bytes)| (path, bytes))
                    .collect::<Vec<_>>(),
                prints.collect::<Vec<_>>(),
            )),
            snapshot,
            asks,
        }
    }

    /// The bytes of the file at an output path; none when the site has no such file. To make it may take a while.
    ///
    /// # Errors
    /// When a template is at fault, or the editor's package.
    pub fn file(&self, path: &str) -> Result<Option<Bytes>, Fault> {
        let (answer, answered) = mpsc::channel();
        let ask = Ask {
            path: path.to_owned(),
            answer,
        };
        let gone = |_| Fault {
            place: "portal",
            why: "страница не собрана из-за ошибки в самой программе".to_owned(),
        };
        self.asks.send(ask).map_err(|_| gone(mpsc::RecvError))?;
        answered.recv().map_err(gone)?
    }

    /// True when the site has a page at this output path.
    pub fn has_page(&self, path: &str) -> bool {
        self.snapshot.page(path).is_some()
    }

    /// How many pages there are.
    pub fn pages(&self) -> usize {
        self.snapshot.site.pages().len()
    }

    /// Fingerprint of the style sheets.
    pub fn styles(&self) -> u64 {
        self.styles
    }

    /// Fingerprint of what pages show beside their words: pictures, scripts, attached files.
    pub fn surroundings(&self) -> u64 {
        self.surroundings
    }
}

/// Answers until the shelf is gone. The maker borrows from the snapshot, so it lives in this thread.
fn work(snapshot: &Snapshot, asked: Receiver<Ask>) {
    let maker = Maker::new(snapshot);
    let asked = Mutex::new(asked);
    let next = || asked.lock().ok()?.recv().ok();
    let answer = || {
        while let Some(ask) = next() {
            // Whoever asked may have gone.
            let _ = ask.answer.send(maker.file(&ask.path));
        }
    };
    thread::scope(|scope| {
        for _ in 1..THREADS {
            scope.spawn(answer);
        }
        answer();
    });
}

fn fingerprint(value: &impl Hash) -> u64 {
    let mut hasher = Xxh3::new();
    value.hash(&mut hasher);
    hasher.finish()
}
