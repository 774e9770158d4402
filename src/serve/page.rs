//! From the path of a request to a file of the site. All files are in memory: whatever a path
//! says, it cannot reach the disk.

use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::http::header::{CONTENT_TYPE, LOCATION};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};

use super::stage::{Site, Stage};
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
    let Some(site) = &stage.site else {
        let words = overlay::instead_of_site(stage);
        return html(StatusCode::SERVICE_UNAVAILABLE, words.as_bytes(), stage);
    };
    match find(site, &path) {
        Found::File(name, bytes) => match content_type(name) {
            HTML => html(StatusCode::OK, bytes, stage),
            kind => ([(CONTENT_TYPE, kind)], shared(bytes)).into_response(),
        },
        Found::Folder => {
            let query = uri.query().map(|query| format!("?{query}"));
            let place = format!("{}/{}", uri.path(), query.unwrap_or_default());
            (StatusCode::PERMANENT_REDIRECT, [(LOCATION, place)]).into_response()
        }
        Found::Nothing => {
            let own = site.get("404.html").map(|bytes| &bytes[..]);
            let bytes = own.unwrap_or(overlay::NOT_FOUND.as_bytes());
            html(StatusCode::NOT_FOUND, bytes, stage)
        }
    }
}

fn html(status: StatusCode, page: &[u8], stage: &Stage) -> Response {
    let kind = [(CONTENT_TYPE, HTML)];
    (status, kind, live::inject(page, stage)).into_response()
}

fn shared(bytes: &Arc<[u8]>) -> Body {
    Body::from(Bytes::from_owner(Arc::clone(bytes)))
}

/// The path as text. `None` when a `%` leads nowhere, the bytes are not UTF-8 or one is zero.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let mut digit = || char::from(rest.next()?).to_digit(16);
                u8::try_from(digit()? * 16 + digit()?).ok()?
            }
            byte => byte,
        });
    }
    String::from_utf8(bytes)
        .ok()
        .filter(|path| !path.contains('\0'))
}

enum Found<'a> {
    File(&'a str, &'a Arc<[u8]>),
    /// There is no such file, but a folder with a page; its address ends with a slash.
    Folder,
    Nothing,
}

fn find<'a>(site: &'a Site, path: &str) -> Found<'a> {
    let Some(path) = path.strip_prefix('/') else {
        return Found::Nothing;
    };
    let folder = path.strip_suffix('/').unwrap_or(path);
    let is_odd = |part: &str| matches!(part, "" | "." | "..") || part.contains('\\');
    // An empty part must not reach a redirect: `//name/` would lead to another site.
    if !path.is_empty() && folder.split('/').any(is_odd) {
        return Found::Nothing;
    }
    let name = match path {
        "" => "index.html".to_owned(),
        path if path.ends_with('/') => format!("{path}index.html"),
        path => path.to_owned(),
    };
    match site.get_key_value(&name) {
        Some((name, bytes)) => Found::File(name, bytes),
        None if site.contains_key(&format!("{name}/index.html")) => Found::Folder,
        None => Found::Nothing,
    }
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
