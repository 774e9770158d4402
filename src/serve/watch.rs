//! Waits until files in the watched folders change, and for a moment of quiet after that.
//! It knows nothing of what the files mean and never opens them.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::{Duration, Instant};

use notify::event::{MetadataKind, ModifyKind};
use notify::{ErrorKind, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::error::ServeError;
use super::problem::ShownProblem;
use super::told::Told;

/// A change is complete when nothing has happened for so long: editors save in several steps.
const QUIET: Duration = Duration::from_millis(12);
/// A build begins at the latest so long after the first change, however busy the folder is.
const CAP: Duration = Duration::from_millis(150);
/// How often to look whether a folder has vanished or come back when no event says so.
const LOOK_AGAIN: Duration = Duration::from_millis(500);

/// What can end the wait.
pub(super) enum Wake {
    /// Something happened in or beside a watched folder.
    Event(notify::Result<Event>),
    /// Problems were found after the site of this number was shown.
    Found(u64, Vec<ShownProblem>),
    /// The person wants to stop.
    Stop,
}

/// Why the wait ended.
pub(super) enum Waited {
    /// These paths changed.
    Changed(Vec<PathBuf>),
    /// Problems were found after the site of this number was shown.
    Found(u64, Vec<ShownProblem>),
    /// The person wants to stop.
    Stopped,
}

/// The watch over all folders. It collects changes from its start on, also while nobody waits.
pub(super) struct Watch {
    watcher: RecommendedWatcher,
    wakes: Receiver<Wake>,
    sender: Sender<Wake>,
    roots: Vec<Root>,
}

struct Root {
    folder: PathBuf,
    hold: Hold,
}

enum Hold {
    Held,
    /// Not held, for this reason, and nobody was told yet: most often it is back at once.
    Slipped(String),
    /// Not held, and the caller knows.
    Lost,
}

impl Root {
    /// Notes that the hold is gone. Whoever was told so already is not told again.
    fn slip(&mut self, reason: &str) {
        if matches!(self.hold, Hold::Held) {
            self.hold = Hold::Slipped(reason.to_owned());
        }
    }
}

impl Watch {
    /// Begins to watch these folders with all that is in them. A folder that is not there yet is
    /// watched when it appears.
    pub fn start(watched: &[PathBuf]) -> Result<Self, ServeError> {
        let (sender, wakes) = mpsc::channel();
        let to_loop = sender.clone();
        let mut watcher = notify::recommended_watcher(move |event| {
            if matters(&event) {
                // The loop is gone only when the program ends; then nobody needs the event.
                let _ = to_loop.send(Wake::Event(event));
            }
        })
        .map_err(|source| ServeError::Watch {
            folder: None,
            source,
        })?;

        let folders = outermost(watched);
        let mut roots = Vec::with_capacity(folders.len());
        for folder in folders {
            let hold = match take_hold(&mut watcher, &folder) {
                Ok(()) => Hold::Held,
                Err(error) if !folder.exists() => Hold::Slipped(error.to_string()),
                Err(source) => {
                    let folder = Some(folder);
                    return Err(ServeError::Watch { folder, source });
                }
            };
            roots.push(Root { folder, hold });
        }
        Ok(Watch {
            watcher,
            wakes,
            sender,
            roots,
        })
    }

    /// A handle that can end the wait.
    pub fn waker(&self) -> Sender<Wake> {
        self.sender.clone()
    }

    /// Waits for a change, also one that happened since the last wait, and for the quiet after it.
    pub fn wait(&mut self, tell: &mut dyn FnMut(Told)) -> Waited {
        self.tell_of_lost(tell);
        let mut burst = Burst::default();
        loop {
            match self.wakes.recv_timeout(burst.patience()) {
                Ok(Wake::Stop) => return Waited::Stopped,
                // While something changes they are out of date already.
                Ok(Wake::Found(..)) if burst.span.is_some() => {}
                Ok(Wake::Found(number, problems)) => return Waited::Found(number, problems),
                Ok(Wake::Event(Ok(event))) => self.take(&event, &mut burst),
                Ok(Wake::Event(Err(error))) => self.stumble(error, &mut burst),
                // No sender can be gone: the watch itself keeps one.
                Err(_) => self.notice_vanished(),
            }
            self.hold_again(&mut burst, tell);
            if burst.is_over() {
                return Waited::Changed(burst.paths.into_iter().collect());
            }
        }
    }

    fn take(&mut self, event: &Event, burst: &mut Burst) {
        for root in &mut self.roots {
            if event.need_rescan() {
                // The system dropped events; new folders may be among what we did not hear of.
                root.slip("система не успела сообщить обо всех изменениях");
            }
            for path in &event.paths {
                if root.folder.starts_with(path) && moves_whole_folder(event.kind) {
                    root.slip("папка удалена или перенесена");
                    burst.add(&root.folder);
                } else if path.strip_prefix(&root.folder).is_ok_and(is_content) {
                    burst.add(path);
                }
            }
        }
    }

    /// An error means that something may be unwatched now, so the folder is taken hold of anew.
    fn stumble(&mut self, error: notify::Error, burst: &mut Burst) {
        if matches!(
            error.kind,
            ErrorKind::PathNotFound | ErrorKind::WatchNotFound
        ) {
            // A folder went away while it was being added; its removal has an event of its own.
            return;
        }
        for root in &mut self.roots {
            let touched = |path: &PathBuf| path.starts_with(&root.folder);
            if error.paths.is_empty() || error.paths.iter().any(touched) {
                burst.add(&root.folder);
                root.slip(&error.to_string());
            }
        }
    }

    /// Notices what no event tells, e.g. that a folder far above was renamed.
    fn notice_vanished(&mut self) {
        for root in &mut self.roots {
            if !root.folder.exists() {
                root.slip("папки нет на месте");
            }
        }
    }

    /// Takes hold again of the folders that are back. What happened in them meanwhile had no
    /// events, so each of them counts as changed.
    fn hold_again(&mut self, burst: &mut Burst, tell: &mut dyn FnMut(Told)) {
        for root in &mut self.roots {
            if matches!(root.hold, Hold::Held)
                || take_hold(&mut self.watcher, &root.folder).is_err()
            {
                continue;
            }
            if matches!(root.hold, Hold::Lost) {
                tell(Told::WatchBack {
                    folder: root.folder.clone(),
                });
            }
            root.hold = Hold::Held;
            burst.add(&root.folder);
        }
    }

    fn tell_of_lost(&mut self, tell: &mut dyn FnMut(Told)) {
        for root in &mut self.roots {
            if let Hold::Slipped(reason) = &mut root.hold {
                tell(Told::WatchLost {
                    folder: root.folder.clone(),
                    reason: std::mem::take(reason),
                });
                root.hold = Hold::Lost;
            }
        }
    }
}

/// Changes that belong together.
#[derive(Default)]
struct Burst {
    paths: BTreeSet<PathBuf>,
    /// The first and the last change; `None` before the first.
    span: Option<(Instant, Instant)>,
}

impl Burst {
    fn add(&mut self, path: &Path) {
        let now = Instant::now();
        self.span = Some((self.span.map_or(now, |(first, _)| first), now));
        self.paths.insert(path.to_owned());
    }

    fn patience(&self) -> Duration {
        match self.span {
            None => LOOK_AGAIN,
            Some((first, last)) => (last + QUIET)
                .min(first + CAP)
                .saturating_duration_since(Instant::now()),
        }
    }

    fn is_over(&self) -> bool {
        self.span.is_some() && self.patience().is_zero()
    }
}

/// Takes hold of a folder and, to see it come back after it was deleted, of the one around it.
fn take_hold(watcher: &mut RecommendedWatcher, folder: &Path) -> notify::Result<()> {
    // A hold on what was here before would hide the new folder. None is held most of the time.
    let _ = watcher.unwatch(folder);
    if let Some(around) = folder.parent() {
        // Without it the folder is still looked for from time to time.
        let _ = watcher.watch(around, RecursiveMode::NonRecursive);
    }
    watcher.watch(folder, RecursiveMode::Recursive)
}

/// The folders in their real place, without those that lie in another one of them.
fn outermost(watched: &[PathBuf]) -> Vec<PathBuf> {
    let real = |folder: &PathBuf| {
        folder
            .canonicalize()
            .or_else(|_| std::path::absolute(folder))
            .unwrap_or_else(|_| folder.clone())
    };
    let mut folders: Vec<PathBuf> = Vec::new();
    // In path order a folder comes before all that is in it.
    for folder in watched.iter().map(real).collect::<BTreeSet<_>>() {
        if !folders.iter().any(|outer| folder.starts_with(outer)) {
            folders.push(folder);
        }
    }
    folders
}

/// False for what reading causes: a build reads every file and must not wake itself.
fn matters(event: &notify::Result<Event>) -> bool {
    !matches!(
        event.as_ref().map(|event| event.kind),
        Ok(EventKind::Access(_)
            | EventKind::Modify(ModifyKind::Metadata(MetadataKind::AccessTime)))
    )
}

fn moves_whole_folder(kind: EventKind) -> bool {
    matches!(
        kind,
        EventKind::Create(_) | EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_))
    )
}

/// False for the traces of editors and version control: hidden files, backups, locks and
/// half-written copies. The path is relative to the watched folder.
fn is_content(path: &Path) -> bool {
    path.iter().all(|part| {
        let part = part.to_string_lossy();
        let is_trace = part.starts_with('.')
            || part.starts_with("~$")
            || part.starts_with('#') && part.ends_with('#')
            || part.ends_with('~')
            || part.contains("___jb_")
            || part == "4913"
            || [".tmp", ".swp", ".swx", ".part", ".crdownload"]
                .iter()
                .any(|ending| part.ends_with(ending));
        !is_trace
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn traces_of_editors_are_not_content() {
        let traces = ".a.md.swp|a.md~|#a.md#|.#a.md|4913|~$план.docx|.git/index|a/.b/c.md|a.md.tmp|.goutputstream-X1|a.md___jb_tmp___";
        for trace in traces.split('|') {
            assert!(!is_content(Path::new(trace)), "{trace}");
        }
        for content in ["", "a.md", "38/план.md", "a#b.md", "4913.md", "tmp/a.toml"] {
            assert!(is_content(Path::new(content)), "{content}");
        }
    }

    #[test]
    fn a_folder_inside_another_is_watched_once() {
        let folders = ["/нет/b/theme", "/нет/b", "/нет/bb", "/нет/a"].map(PathBuf::from);
        let kept = outermost(&folders);
        assert_eq!(kept, ["/нет/a", "/нет/b", "/нет/bb"].map(PathBuf::from));
    }
}
