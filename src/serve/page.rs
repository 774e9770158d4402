//! The answer to a request for a file of the site.

use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::http::header::{CONTENT_TYPE, LOCATION};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};

use super::find::{Found, decoded, find};
use super::stage::Stage;
use super::{live, overlay};

const HTML: &str = "text/html; charset=utf-8";
const TEXT: &str = "text/plain; charset=utf-8";
const BYTES: &str = "application/octet-stream";

/// The answer for a path of the site.
pub(super) fn answer(stage: &Stage, uri: &Uri) -> Response {
    let Some(path) = decoded(uri.path()) else {
        let kind = [(CONTENT_TYPE, TEXT)];
        return (StatusCode::BAD_REQUEST, kind, "Адрес записан с ошибкой.\n").into_response();
    };
    let html = |status: StatusCode, page: &[u8]| {
        let kind = [(CONTENT_TYPE, HTML)];
        (status, kind, live::inject(page, stage, &path)).into_response()
    };
    let Some(site) = &stage.site else {
        let words = overlay::instead_of_site(stage);
        return html(StatusCode::SERVICE_UNAVAILABLE, words.as_bytes());
    };
    match find(site.as_ref(), &path) {
        Ok(Found::File(name, bytes)) => match content_type(&name) {
            HTML => html(StatusCode::OK, &bytes),
            kind => ([(CONTENT_TYPE, kind)], shared(bytes)).into_response(),
        },
        Ok(Found::Folder) => {
            let query = uri.query().map(|query| format!("?{query}"));
            let place = format!("{}/{}", uri.path(), query.unwrap_or_default());
            (StatusCode::PERMANENT_REDIRECT, [(LOCATION, place)]).into_response()
        }
        Ok(Found::Nothing) => {
            let own = site.file("404.html").ok().flatten();
            let bytes = own.as_deref().unwrap_or(overlay::NOT_FOUND.as_bytes());
            html(StatusCode::NOT_FOUND, bytes)
        }
        Err(problem) => {
            let words = overlay::instead_of_page(&problem);
            html(StatusCode::INTERNAL_SERVER_ERROR, words.as_bytes())
        }
    }
}

fn shared(bytes: Arc<[u8]>) -> Body {
    Body::from(Bytes::from_owner(bytes))
}

fn content_type(name: &str) -> &'static str {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    match ending.to_ascii_lowercase().as_str() {
        "html" => HTML,
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "xml" => "application/xml; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        "txt" => TEXT,
        "md" => "text/markdown; charset=utf-8",
        "webmanifest" => "application/manifest+json; charset=utf-8",
        "svg" => "image/svg+xml; charset=utf-8",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "gif" => "image/gif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        "wasm" => "application/wasm",
        _ => BYTES,
    }
}
