//! A picture or attached file that is not in the content folder (П303, error).
//!
//! Why: the reader sees a torn picture or an error page instead of the order; none of the peers says a word about it.
//!
//! Example: `![Семинар](foto.png)` while the folder has `foto.jpg`; `file = "…/114-od.pdf"` without the PDF.

use crate::check::links::{Link, Target, exists, looks_like_file};
use crate::check::part::Part;
use crate::diag::codes;
use crate::diag::{Diagnostic, Span};
use crate::model::portal::Portal;
use crate::site::Site;
use crate::site::data::Scope;
use crate::text::nearest::{nearest, nearest_path};

/// Finds files that texts, proofs and documents name and the folder does not have.
pub fn check(part: &Part<'_>, found: &mut Vec<Diagnostic>) {
    let (portal, site) = (part.portal, part.site);
    found.extend(
        part.links()
            .iter()
            .filter_map(|link| missing(portal, site, link)),
    );
    let acts = part
        .territory
        .into_iter()
        .flat_map(|territory| &territory.documents);
    for file in acts.filter_map(|document| document.file.as_ref()) {
        if !site.has_file(file.value.trim_start_matches('/')) {
            let message = format!("нет файла документа: {}", file.value);
            found.push(describe(portal, file.span, message, &file.value));
        }
    }
}

fn missing(portal: &Portal, site: &Site, link: &Link<'_>) -> Option<Diagnostic> {
    let path = match &link.target {
        Target::Empty if link.image => "",
        Target::Beside(None) if link.image || looks_like_file(link.written) => link.written,
        Target::Root(path, _) | Target::Beside(Some(path)) => path,
        _ => return None,
    };
    // A page is no picture; other links to pages are the business of П301.
    let found = if link.image {
        site.has_file(path)
    } else {
        exists(site, path) || !looks_like_file(path)
    };
    if found {
        return None;
    }
    let message = match (link.image, path) {
        (true, "") => "у картинки не указан файл".to_owned(),
        (true, _) => format!("нет файла картинки: {}", link.written),
        (false, _) => format!("нет файла: {}", link.written),
    };
    Some(describe(portal, link.span, message, path))
}

fn describe(portal: &Portal, span: Span, message: String, path: &str) -> Diagnostic {
    let error = Diagnostic::error(codes::MISSING_IMAGE, span, message);
    let data = Scope::Portal.files(portal);
    let files = || {
        portal
            .attachments
            .iter()
            .map(|file| file.path.as_str())
            .chain(data.iter().map(String::as_str))
    };
    match nearest_path(path, files().collect::<Vec<_>>()).or_else(|| by_name(path, files())) {
        Some(near) => error.help(format!("возможно, вы имели в виду /{near}")),
        None => error.help(
            "положите файл рядом с текстом и проверьте имя: большие и малые буквы различаются",
        ),
    }
}

/// A file of the same or nearly the same name in another folder.
fn by_name<'a>(path: &str, files: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let name = |path: &'a str| path.rsplit('/').next().unwrap_or(path);
    let asked = path.rsplit('/').next().unwrap_or(path);
    let files: Vec<&str> = files.collect();
    let same = files.iter().find(|file| name(file) == asked).copied();
    same.or_else(|| {
        let near = nearest(asked, files.iter().map(|file| name(file)))?;
        files.iter().find(|file| name(file) == near).copied()
    })
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::fixture::{
        attachment, brief, document, portal_with_images, portal_with_links, run, spanned,
    };

    #[test]
    fn missing_pictures_are_found_with_the_nearest_file() {
        let mut portal = portal_with_images(&["foto.pgn", "/pages/shema.png", "/slovar/", ""]);
        portal.attachments = vec![
            attachment("04-altay/gornyy/news/foto.png"),
            attachment("pages/skhema.png"),
        ];
        let found = run(check, &portal);
        assert_eq!(
            brief(&found),
            [
                "П303 0 нет файла картинки: foto.pgn",
                "П303 1 нет файла картинки: /pages/shema.png",
                "П303 2 нет файла картинки: /slovar/",
                "П303 3 у картинки не указан файл",
            ]
        );
        assert_eq!(
            found[0].help,
            ["возможно, вы имели в виду /04-altay/gornyy/news/foto.png"]
        );
        assert_eq!(
            found[1].help,
            ["возможно, вы имели в виду /pages/skhema.png"]
        );
    }

    #[test]
    fn missing_attachments_are_found() {
        let mut portal = portal_with_links(&["prikaz.pdf", "../../../../x.pdf"]);
        portal.territories[1].documents = vec![document("191", 5)];
        portal.territories[1].documents[0].file =
            Some(spanned("04-altay/gornyy/191.pdf".to_owned(), 6));
        assert_eq!(
            brief(&run(check, &portal)),
            [
                "П303 0 нет файла: prikaz.pdf",
                "П303 1 нет файла: ../../../../x.pdf",
                "П303 6 нет файла документа: 04-altay/gornyy/191.pdf",
            ]
        );
    }

    #[test]
    fn files_that_are_there_are_silent() {
        let mut portal =
            portal_with_images(&["foto.png", "../files/%D1%84.png", "https://fioko.ru/x.png"]);
        portal.attachments = vec![
            attachment("04-altay/gornyy/news/foto.png"),
            attachment("04-altay/gornyy/files/ф.png"),
        ];
        assert_eq!(brief(&run(check, &portal)), [""; 0]);
        let pages = [
            "/dannye/sobytiya.csv",
            "/slovar/",
            "/net-takoy/",
            "dokumenty/",
        ];
        assert_eq!(brief(&run(check, &portal_with_links(&pages))), [""; 0]);
    }
}
