//! Live reload: the stream of events, the files the page needs for it, and what is added to every
//! HTML answer. Nothing here ever changes the bytes of a site, only a copy on its way out.

use std::convert::Infallible;

use axum::http::header::CONTENT_TYPE;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use tokio::sync::watch;

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
pub(super) fn inject(page: &[u8], stage: &Stage) -> String {
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
    let mark = stage.mark;
    let problems = overlay::over_page(stage);
    format!(
        "{before}<link rel=\"stylesheet\" href=\"{STYLE}\">\
         <div id=\"portal-live\" aria-live=\"polite\" data-seen=\"{mark}\">{problems}</div>\
         <script src=\"{SCRIPT}\" defer></script>{after}"
    )
}

/// The stream of events for one page. `?seen=` is the mark of the page; without it the stream
/// begins from now. The data of an event is the mark of the page after it has obeyed.
pub(super) fn events(mut stage: watch::Receiver<Stage>, query: Option<&str>) -> Response {
    let now = stage.borrow_and_update().mark;
    let seen = query
        .and_then(|query| query.strip_prefix("seen="))
        .and_then(|seen| seen.parse::<Mark>().ok())
        .unwrap_or(now);
    let news = stream::unfold((stage, seen), |(mut stage, seen)| async move {
        loop {
            let now = stage.borrow_and_update().mark;
            if let Some((news, reached)) = seen.step_to(now) {
                let event = Event::default().event(name(news)).data(reached.to_string());
                return Some((Ok::<_, Infallible>(event), (stage, reached)));
            }
            // The sender is gone when the program ends; the stream ends with it.
            stage.changed().await.ok()?;
        }
    });
    Sse::new(news)
        .keep_alive(KeepAlive::default())
        .into_response()
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
