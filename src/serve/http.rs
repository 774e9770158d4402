//! The server: one thread of its own, one port on this computer only.
//! It admits or refuses a request and hands it to whoever answers; it never touches the disk. Pages are made on threads beside it.

use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::sync::Arc;
use std::sync::mpsc;
use std::thread::{self, JoinHandle};

use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::{
    ALLOW, CACHE_CONTROL, CONTENT_TYPE, HOST, HeaderMap, HeaderValue, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::serve::ListenerExt;
use tokio::sync::{oneshot, watch};
use tokio::task::spawn_blocking;

use super::error::ServeError;
use super::problem::ShownProblem;
use super::site::Files;
use super::stage::Stage;
use super::watch::Wake;
use super::{live, own, page};

const FIRST_PORT: u16 = 8080;
const LAST_PORT: u16 = 8099;
/// What a shell expects of a program that was ended by Ctrl-C.
const INTERRUPTED: i32 = 130;

/// The running server. Dropping it closes the port and every connection.
pub(super) struct Server {
    /// Where the site is, with a slash at the end.
    pub base_url: String,
    stage: watch::Sender<Arc<Stage>>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Opens the port and begins to answer. Ctrl-C is heard here too, because the runtime that
    /// can hear it lives here; it is passed on to the loop.
    pub fn start(port: Option<u16>, wake: mpsc::Sender<Wake>) -> Result<Self, ServeError> {
        let listener = bind(port)?;
        let base_url = match listener.local_addr() {
            Ok(address) => format!("http://{address}/"),
            Err(error) => return Err(ServeError::Server(error)),
        };
        let (stage, shown) = watch::channel(Arc::new(Stage::default()));
        let (stop, stopped) = oneshot::channel();
        let thread = spawn(listener, shown, stopped, wake).map_err(ServeError::Server)?;
        Ok(Server {
            base_url,
            stage,
            stop: Some(stop),
            thread: Some(thread),
        })
    }

    /// Shows what was built. Every open page learns of it at once.
    pub fn show(&self, site: Option<Arc<dyn Files>>, problems: Vec<ShownProblem>) {
        let next = self.stage.borrow().next(site, problems);
        self.stage.send_replace(Arc::new(next));
    }

    /// Shows other problems over the same site; false when they are the same, too.
    pub fn show_problems(&self, problems: Vec<ShownProblem>) -> bool {
        self.stage.send_if_modified(|stage| {
            let other = stage.problems != problems;
            if other {
                *stage = Arc::new(stage.with_problems(problems));
            }
            other
        })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Dropping the sender is the signal to stop.
        self.stop = None;
        if let Some(thread) = self.thread.take() {
            // A panic of the thread was printed when it happened.
            let _ = thread.join();
        }
    }
}

fn bind(port: Option<u16>) -> Result<TcpListener, ServeError> {
    let open = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    match port {
        Some(port) => open(port).map_err(|source| ServeError::Port { port, source }),
        None => (FIRST_PORT..=LAST_PORT)
            .find_map(|port| open(port).ok())
            .ok_or(ServeError::NoFreePort {
                first: FIRST_PORT,
                last: LAST_PORT,
            }),
    }
}

fn spawn(
    listener: TcpListener,
    stage: watch::Receiver<Arc<Stage>>,
    stopped: oneshot::Receiver<()>,
    wake: mpsc::Sender<Wake>,
) -> io::Result<JoinHandle<()>> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    listener.set_nonblocking(true)?;
    let listener = {
        let _inside = runtime.enter();
        tokio::net::TcpListener::from_std(listener)?
    };
    thread::Builder::new()
        .name("portal-http".to_owned())
        .spawn(move || {
            runtime.spawn(pass_on_interrupts(wake));
            runtime.spawn(serve(listener, stage));
            // The runtime is dropped after this, and all connections with it: streams of events
            // never end by themselves, so there is nothing to wait for.
            let _ = runtime.block_on(stopped);
            // Nor is a page waited for that is being made.
            runtime.shutdown_background();
        })
}

async fn serve(listener: tokio::net::TcpListener, stage: watch::Receiver<Arc<Stage>>) {
    // Without this a small event may wait 40 ms for the answer to the one before it.
    let listener = listener.tap_io(|connection| {
        let _ = connection.set_nodelay(true);
    });
    let answers = Router::new().fallback(answer).with_state(stage);
    // It ends only with the runtime.
    let _ = axum::serve(listener, answers).await;
}

/// The first Ctrl-C ends the loop after the build that runs now, the second ends the program.
async fn pass_on_interrupts(wake: mpsc::Sender<Wake>) {
    if tokio::signal::ctrl_c().await.is_ok() {
        let _ = wake.send(Wake::Stop);
    }
    if tokio::signal::ctrl_c().await.is_ok() {
        std::process::exit(INTERRUPTED);
    }
}

async fn answer(State(stage): State<watch::Receiver<Arc<Stage>>>, request: Request) -> Response {
    let mut response = match refusal(&request) {
        Some(refusal) => refusal,
        None => match request.uri().path() {
            own::EVENTS => live::events(stage, request.uri().query()).await,
            own::SCRIPT => live::script(),
            own::STYLE => live::style(),
            own::PROBLEMS => live::problems(&stage.borrow()),
            _ => {
                let (stage, uri) = (Arc::clone(&stage.borrow()), request.uri().clone());
                // The page may have to be made; meanwhile others are answered.
                let page = spawn_blocking(move || page::answer(&stage, &uri)).await;
                page.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
            }
        },
    };
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}

fn refusal(request: &Request) -> Option<Response> {
    let authority = request.uri().authority();
    if !names_this_computer(request.headers())
        || authority.is_some_and(|authority| !is_local(authority.as_str()))
    {
        return Some(plain(
            StatusCode::FORBIDDEN,
            "Этот сервер отвечает только по адресам 127.0.0.1 и localhost.\n",
        ));
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let words = "Здесь можно только читать: GET и HEAD.\n";
        let mut response = plain(StatusCode::METHOD_NOT_ALLOWED, words);
        let allowed = HeaderValue::from_static("GET, HEAD");
        response.headers_mut().insert(ALLOW, allowed);
        return Some(response);
    }
    None
}

/// A page of another site can make its own name lead to this computer (DNS rebinding) and would
/// then read the portal. Its requests still carry its own name, so they are told apart by it.
fn names_this_computer(headers: &HeaderMap) -> bool {
    let mut hosts = headers.get_all(HOST).iter();
    match (hosts.next().map(HeaderValue::to_str), hosts.next()) {
        (Some(Ok(host)), None) => is_local(host),
        _ => false,
    }
}

fn is_local(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    matches!(name, "127.0.0.1" | "[::1]") || name.eq_ignore_ascii_case("localhost")
}

/// A short answer in words.
pub(super) fn plain(status: StatusCode, words: &'static str) -> Response {
    let kind = [(CONTENT_TYPE, "text/plain; charset=utf-8")];
    (status, kind, words).into_response()
}
