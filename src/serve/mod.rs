//! The edit loop: build, show, wait for a change, build again.
//!
//! It knows neither what a portal is nor how to print: building is a closure that is passed in,
//! and what happens is told to the caller as [`Told`]. What was built may make its pages only when
//! they are asked for ([`Files`]). Live reload lives in the answers of the server (`live`) and
//! never in the bytes that were built.

mod error;
mod find;
mod follow;
mod http;
mod live;
mod overlay;
mod own;
mod page;
mod policy;
mod problem;
mod site;
mod stage;
mod told;
mod watch;

use std::path::PathBuf;
use std::time::Instant;

pub use error::ServeError;
pub use problem::{ShownCode, ShownProblem};
pub use site::{Files, Site};
pub use stage::{Afterwards, Rebuild};
pub use told::Told;

use follow::Follower;
use http::Server;
use watch::{Waited, Watch};

/// Where the portal is shown while it is edited. The host is always `127.0.0.1`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Address {
    /// `None`: 8080 or, when it is taken, the next free port up to 8099.
    /// `Some(port)`: exactly this port; `Some(0)`: any free one.
    pub port: Option<u16>,
    /// Open the portal in the browser after the first build.
    pub open_browser: bool,
}

/// What is to be built.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// Where it will be shown: `http://127.0.0.1:8080/`.
    pub base_url: &'a str,
    /// The paths that changed since the last time, absolute; none the first time. A path may be that of a whole folder.
    pub changed: Option<&'a [PathBuf]>,
}

/// Shows the portal and builds it again after every change in the watched folders, until Ctrl-C.
///
/// The watch begins before the first build, so a change made during a build is never lost: it
/// causes the next one.
pub fn run(
    watched: &[PathBuf],
    address: Address,
    rebuild: &mut dyn FnMut(Wanted<'_>) -> Rebuild,
    tell: &mut dyn FnMut(Told),
) -> Result<(), ServeError> {
    let mut watch = Watch::start(watched)?;
    let server = Server::start(address.port, watch.waker())?;
    let mut follower = Follower::new(watch.waker());

    tell(build_and_show(&server, rebuild, None, &mut follower));
    tell(Told::Listening {
        url: server.base_url.clone(),
    });
    if address.open_browser {
        open_browser(&server.base_url, tell);
    }

    loop {
        match watch.wait(tell) {
            Waited::Stopped => break,
            Waited::Changed(paths) => {
                tell(Told::Changed {
                    paths: paths.clone(),
                });
                tell(build_and_show(
                    &server,
                    rebuild,
                    Some(&paths),
                    &mut follower,
                ));
            }
            Waited::Found(number, problems) => {
                let count = problems.len();
                if follower.is_newest(number) && server.show_problems(problems) {
                    tell(Told::Checked { problems: count });
                }
            }
        }
    }
    drop(server);
    tell(Told::Stopped);
    Ok(())
}

fn build_and_show(
    server: &Server,
    rebuild: &mut dyn FnMut(Wanted<'_>) -> Rebuild,
    changed: Option<&[PathBuf]>,
    follower: &mut Follower,
) -> Told {
    let started = Instant::now();
    let base_url = &server.base_url;
    let built = rebuild(Wanted { base_url, changed });
    let told = Told::Rebuilt {
        took: started.elapsed(),
        pages: built.site.as_ref().map(|site| site.pages()),
        problems: built.problems.len(),
    };
    server.show(built.site, built.problems);
    follower.follow(built.afterwards);
    told
}

fn open_browser(url: &str, tell: &mut dyn FnMut(Told)) {
    if let Err(error) = open::that_detached(url) {
        tell(Told::BrowserFailed {
            url: url.to_owned(),
            reason: error.to_string(),
        });
    }
}
