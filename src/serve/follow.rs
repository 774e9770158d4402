//! What is looked at after a site is shown, on a thread of its own, and given up when a newer site is shown.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::Sender;
use std::thread;

use super::stage::Afterwards;
use super::watch::Wake;

/// Numbers the sites that are shown, and follows each of them.
pub(super) struct Follower {
    newest: Arc<AtomicU64>,
    wakes: Sender<Wake>,
}

impl Follower {
    pub fn new(wakes: Sender<Wake>) -> Follower {
        Follower {
            newest: Arc::default(),
            wakes,
        }
    }

    /// Begins to follow a newer site; what is done for older ones is given up.
    pub fn follow(&mut self, afterwards: Option<Afterwards>) {
        let number = self.newest.fetch_add(1, Ordering::SeqCst) + 1;
        let Some(afterwards) = afterwards else { return };
        let (newest, wakes) = (Arc::clone(&self.newest), self.wakes.clone());
        thread::spawn(move || {
            let is_outdated = || newest.load(Ordering::SeqCst) != number;
            if let Some(problems) = afterwards(&is_outdated) {
                // The loop is gone only when the program ends; then nobody needs the problems.
                let _ = wakes.send(Wake::Found(number, problems));
            }
        });
    }

    /// True for the site that is shown now.
    pub fn is_newest(&self, number: u64) -> bool {
        self.newest.load(Ordering::SeqCst) == number
    }
}
