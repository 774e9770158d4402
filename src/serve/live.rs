//! Live reload: the stream of events, the files the page needs for it, and what is added to every
//! HTML answer. Nothing here ever changes the bytes of a site, only a copy on its way out.

use std::convert::Infallible;
use std::sync::Arc;

use axum::http::header::CONTENT_TYPE;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use tokio::sync::watch;
use tokio::task::spawn_blocking;

use super::find::decoded;
use super::own::{SCRIPT, STYLE};
use super::stage::{Mark, News, Stage};
use super::{overlay, policy};

/// A page with these words is left alone: to load the editor in the browser anew would cost what is being written in it,
/// and every save of it changes the content.
const STAYS: &str = "<meta name=\"live-reload\" content=\"off\">";

/// Adds the script and the problems to a page, before `</body>` or, without one, at the end.
///
/// The mark says what the page was made from. The script sends it to [`events`], so a build that
/// ends between the answer and the first event is not missed. The style sheet is always there:
/// an overlay that appears later must not flash unstyled.
pub(super) fn inject(page: &[u8], stage: &Stage, address: &str) -> String {
    let page = String::from_utf8_lossy(page);
    if page.contains(STAYS) {
        return page.into_owned();
    }
    let page = policy::allow_own_files(&page);
    let end = page
        .to_ascii_lowercase()
        .rfind("</body>")
        .unwrap_or(page.len());
    let (before, after) = page.split_at(end);
    let mark = stage.mark(address);
    let problems = overlay::over_page(stage);
    format!(
        "{before}<link rel=\"stylesheet\" href=\"{STYLE}\">\
         <div id=\"portal-live\" aria-live=\"polite\" data-seen=\"{mark}\">{problems}</div>\
         <script src=\"{SCRIPT}\" defer></script>{after}"
    )
}

/// The stream of events for one page. `?page=` is its address, without which it is the first page of the site; `seen=` is
/// the mark of what it shows, without which the stream begins from now. The data of an event is the mark of the page after
/// it has obeyed.
pub(super) async fn events(
    mut shown: watch::Receiver<Arc<Stage>>,
    query: Option<&str>,
) -> Response {
    let part = |name: &str| {
        let mut parts = query.unwrap_or_default().split('&');
        parts.find_map(|part| part.strip_prefix(name)?.strip_prefix('='))
    };
    // Written as an address, then once more as a part of one.
    let page = part("page")
        .and_then(decoded)
        .and_then(|page| decoded(&page));
    let page: Arc<str> = Arc::from(page.as_deref().unwrap_or("/"));
    let seen = part("seen").and_then(|seen| seen.parse::<Mark>().ok());
    let seen = match seen {
        Some(seen) => Some(seen),
        None => mark(&mut shown, &page).await,
    };
    let news = stream::unfold((shown, page, seen), |(mut shown, page, seen)| async move {
        let seen = seen?;
        loop {
            let now = mark(&mut shown, &page).await?;
            if let Some((news, reached)) = seen.step_to(now) {
                let event = Event::default().event(name(news)).data(reached.to_string());
                return Some((Ok::<_, Infallible>(event), (shown, page, Some(reached))));
            }
            // The sender is gone when the program ends; the stream ends with it.
            shown.changed().await.ok()?;
        }
    });
    Sse::new(news)
        .keep_alive(KeepAlive::default())
        .into_response()
}

/// The mark of a page now. The page may have to be made, so it is done beside all other answers.
async fn mark(shown: &mut watch::Receiver<Arc<Stage>>, page: &Arc<str>) -> Option<Mark> {
    let (stage, page) = (Arc::clone(&shown.borrow_and_update()), Arc::clone(page));
    spawn_blocking(move || stage.mark(&page)).await.ok()
}

fn name(news: News) -> &'static str {
    match news {
        News::Reload => "reload",
        News::Styles => "styles",
        News::Problems => "problems",
    }
}

/// The answer with the script.
pub(super) fn script() -> Response {
    let kind = [(CONTENT_TYPE, "text/javascript; charset=utf-8")];
    (kind, include_str!("assets/live.js")).into_response()
}

/// The answer with the style sheet of the overlay.
pub(super) fn style() -> Response {
    let kind = [(CONTENT_TYPE, "text/css; charset=utf-8")];
    (kind, include_str!("assets/overlay.css")).into_response()
}

/// The answer with the overlay alone; empty when all is well.
pub(super) fn problems(stage: &Stage) -> Response {
    let kind = [(CONTENT_TYPE, "text/html; charset=utf-8")];
    (kind, overlay::over_page(stage)).into_response()
}
