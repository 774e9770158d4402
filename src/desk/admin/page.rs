//! The page of the editor.

use crate::model::portal::Settings;

/// What runs before the editor's script.
pub const START: &str = include_str!("start.js");

/// What the editor's own styles lack.
pub const STYLE: &str = include_str!("admin.css");

/// The page: nothing of it comes from other hosts, and only the interface of the repository's site may be asked.
pub fn html(settings: &Settings) -> String {
    let title = escaped(&settings.title);
    let policy = policy(settings);
    format!(
        r#"<!doctype html>
<html lang="ru">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="live-reload" content="off">
<meta name="referrer" content="same-origin">
<title>Редактор: {title}</title>
<link rel="cms-config-url" type="application/json" href="config.yml">
<link rel="stylesheet" href="admin.css">
<link rel="icon" href="data:,">
</head>
<body>
<noscript>Редактору нужен JavaScript. Файлы можно править и без него: в папке content.</noscript>
<script src="start.js"></script>
<script src="sveltia-cms.js"></script>
</body>
</html>
"#
    )
}

/// The policy of the page. The editor writes its styles into the page, hence `unsafe-inline` for styles alone; pictures
/// and downloads it holds are `blob:` and `data:`.
fn policy(settings: &Settings) -> String {
    let interface = settings.admin.as_ref().map(|admin| {
        let address = admin.api.as_ref();
        let address = address.map_or(admin.backend.api(), |api| api.value.as_str());
        format!(" {}", escaped(&origin(address)))
    });
    format!(
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; \
         media-src 'self' data: blob:; font-src 'self'; connect-src 'self' data: blob:{}; worker-src 'self' blob:; \
         base-uri 'none'; form-action 'none'; object-src 'none'",
        interface.unwrap_or_default()
    )
}

/// «https://host/api» → «https://host».
fn origin(address: &str) -> String {
    let (scheme, rest) = address.split_once("://").unwrap_or(("https", address));
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    format!("{scheme}://{host}")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::span::{SourceId, Span, Spanned};
    use crate::model::editing::{Admin, Backend};

    #[test]
    fn content_stays_text_and_one_host_is_allowed() {
        let spanned = |text: &str| Spanned::new(text.to_owned(), Span::start_of(SourceId(0)));
        let mut settings = Settings {
            title: "</title><script>alert(1)</script>".to_owned(),
            ..Settings::default()
        };
        let page = html(&settings);
        assert!(!page.contains("<script>"), "{page}");
        assert!(page.contains("connect-src 'self' data: blob:;"));
        settings.admin = Some(Admin {
            backend: Backend::Gitea,
            repo: spanned("o/r"),
            branch: None,
            api: Some(spanned("https://git.example.ru:8443/api/v1")),
            folder: None,
        });
        assert!(
            html(&settings).contains("connect-src 'self' data: blob: https://git.example.ru:8443;")
        );
    }
}
