//! A link of a kind that the portal does not publish (П305, error).
//!
//! Why: content is not trusted. A `javascript:` link would run in the reader's browser, a `data:` or `file:` one
//! works for nobody else. Only http, https, mailto, tel and links inside the portal are allowed. Pictures must lie
//! on the portal itself: its pages forbid browsers to load anything from other sites (`img-src 'self'`).
//!
//! Example: `[печать](javascript:print())`, `![Схема](C:\Users\Мария\схема.png)`.

use crate::check::links::Target;
use crate::check::part::Part;
use crate::diag::Diagnostic;
use crate::diag::codes;

/// Finds links with a forbidden scheme, and pictures from elsewhere.
pub fn check(part: &Part<'_>, found: &mut Vec<Diagnostic>) {
    for link in part.links() {
        let (message, help) = match &link.target {
            Target::Forbidden(scheme) if scheme.len() == 1 || scheme == "file" => (
                "ссылка ведёт на диск вашего компьютера: читатели его не видят".to_owned(),
                "положите файл рядом с текстом и укажите только его имя",
            ),
            Target::Forbidden(scheme) => (
                format!("ссылки вида «{scheme}:» запрещены"),
                "разрешены https, http, mailto, tel и ссылки внутри портала",
            ),
            Target::Web(_)
            | Target::Unfinished
            | Target::Mail(_)
            | Target::Phone(_)
            | Target::Here(_)
                if link.image =>
            {
                (
                    format!("картинка не лежит на портале: {}", link.written),
                    "сохраните картинку рядом с текстом и укажите её имя; с других сайтов картинки не показываются",
                )
            }
            _ => continue,
        };
        found.push(Diagnostic::error(codes::FORBIDDEN_LINK, link.span, message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::fixture::{brief, portal_with_images, portal_with_links, run};

    #[test]
    fn forbidden_schemes_are_found() {
        let found = run(
            check,
            &portal_with_links(&["JavaScript:alert(1)", "data:text/html,x", "C:\\x.pdf"]),
        );
        assert_eq!(
            brief(&found),
            [
                "П305 0 ссылки вида «javascript:» запрещены",
                "П305 1 ссылки вида «data:» запрещены",
                "П305 2 ссылка ведёт на диск вашего компьютера: читатели его не видят",
            ]
        );
    }

    #[test]
    fn pictures_of_other_sites_are_found() {
        let found = run(
            check,
            &portal_with_images(&["https://fioko.ru/x.png", "foto.png"]),
        );
        assert_eq!(
            brief(&found),
            ["П305 0 картинка не лежит на портале: https://fioko.ru/x.png"]
        );
    }

    #[test]
    fn allowed_links_are_silent() {
        let good = [
            "https://fioko.ru/",
            "http://fioko.ru/",
            "mailto:a@b.ru",
            "tel:+73955131234",
            "/slovar/",
            "x.pdf",
        ];
        assert_eq!(brief(&run(check, &portal_with_links(&good))), [""; 0]);
    }
}
