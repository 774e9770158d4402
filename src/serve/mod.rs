//! The edit loop: build, show, wait for a change, build again.
//!
//! It knows neither what a portal is nor how to print: building is a closure that is passed in,
//! and what happens is told to the caller as [`Told`]. Live reload lives in the answers of the
//! server (`live`) and never in the bytes that were built.

mod error;
mod http;
mod live;
mod overlay;
mod own;
mod page;
mod policy;
mod stage;
mod told;
mod watch;

use std::path::PathBuf;
use std::time::Instant;

pub use error::ServeError;
pub use stage::{Rebuild, ShownCode, ShownProblem, Site};
pub use told::Told;

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

/// Shows the portal and builds it again after every change in the watched folders, until Ctrl-C.
///
/// `rebuild` receives the base URL (`http://127.0.0.1:8080/`). The watch begins before the first
/// build, so a change made during a build is never lost: it causes the next one.
pub fn run(
    watched: &[PathBuf],
    address: Address,
    rebuild: &mut dyn FnMut(&str) -> Rebuild,
    tell: &mut dyn FnMut(Told),
) -> Result<(), ServeError> {
    let mut watch = Watch::start(watched)?;
    let server = Server::start(address.port, watch.stopper())?;

    tell(build_and_show(&server, rebuild));
    tell(Told::Listening {
        url: server.base_url.clone(),
    });
    if address.open_browser {
        open_browser(&server.base_url, tell);
    }

    while let Waited::Changed(paths) = watch.wait(tell) {
        tell(Told::Changed { paths });
        tell(build_and_show(&server, rebuild));
    }
    drop(server);
    tell(Told::Stopped);
    Ok(())
}

fn build_and_show(server: &Server, rebuild: &mut dyn FnMut(&str) -> Rebuild) -> Told {
    let started = Instant::now();
    let built = rebuild(&server.base_url);
    let told = Told::Rebuilt {
        took: started.elapsed(),
        pages: built.pages(),
        problems: built.problems.len(),
    };
    server.show(built);
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
