//! A link leads to a page that does not exist, or to no address at all (П301, error).
//!
//! Why: regulation asks for published materials, and a dead link hides one. Zola and Hugo find broken links only in
//! their own notations; here the address itself is checked, letter case included, because GitHub Pages is strict.
//!
//! Example: `[план](/38-irkutskaya/zhigalovskij/plan/2023/)` while the folder is `zhigalovskiy`.

use crate::check::broken::covers_address;
use crate::check::links::{Link, Target, exists, looks_like_file};
use crate::check::part::Part;
use crate::diag::Diagnostic;
use crate::diag::codes;
use crate::model::place::authority::is_email;
use crate::site::Site;
use crate::text::nearest::nearest_path;

/// Finds links that lead nowhere; files and pictures have a rule of their own.
pub fn check(part: &Part<'_>, found: &mut Vec<Diagnostic>) {
    for link in part.links().iter().filter(|link| !link.image) {
        let error = match &link.target {
            Target::Empty => Some(broken(link, "в ссылке нет адреса").help(HOW)),
            Target::Unfinished => Some(
                broken(
                    link,
                    &format!("адрес записан не полностью: {}", link.written),
                )
                .help("адрес другого сайта пишут целиком: https://fioko.ru/"),
            ),
            Target::Phone(number) if number.chars().filter(char::is_ascii_digit).count() < 5 => {
                Some(
                    broken(link, &format!("по такому номеру не позвонить: {number}"))
                        .help("номер пишут с кодом страны: tel:+73955131234"),
                )
            }
            Target::Root(path, _) if !exists(part.site, path) && !looks_like_file(path) => {
                (!covers_address(part.portal, path)).then(|| no_page(part.site, link, path))
            }
            Target::Beside(path)
                if !path
                    .as_ref()
                    .is_some_and(|path| part.site.has_file(path) || looks_like_file(path)) =>
            {
                Some(not_from_root(part.site, link))
            }
            _ => None,
        };
        found.extend(error);
    }
}

const HOW: &str = "адрес страницы портала пишут от корня: /38-irkutskaya/zhigalovskiy/plan/2023/";

fn broken(link: &Link<'_>, message: &str) -> Diagnostic {
    Diagnostic::error(codes::BROKEN_LINK, link.span, message)
}

fn no_page(site: &Site, link: &Link<'_>, path: &str) -> Diagnostic {
    let error = broken(link, &format!("на портале нет страницы с адресом /{path}"));
    if let Some(near) = nearest_path(path, site.addresses().collect::<Vec<_>>()) {
        return error.help(format!("возможно, вы имели в виду /{near}"));
    }
    let mut above = path.trim_end_matches('/');
    while let Some((parent, _)) = above.rsplit_once('/') {
        if site.page_at(parent).is_some() {
            return error.help(format!("есть страница выше: /{parent}/"));
        }
        above = parent;
    }
    error.help("все страницы перечислены на карте сайта: /karta-sayta/")
}

/// A relative address that is no file: usually the beginning of the address is missing.
fn not_from_root(site: &Site, link: &Link<'_>) -> Diagnostic {
    let written = link.written.trim();
    let error = broken(link, &format!("ссылка ведёт в никуда: {written}"));
    let bare = written.split(['?', '#']).next().unwrap_or_default();
    if is_email(written) {
        return error.help(format!("для письма напишите mailto:{written}"));
    }
    if site.page_at(bare.trim_start_matches("./")).is_some() {
        return error.help(format!(
            "адрес страницы портала начинается с косой черты: /{written}"
        ));
    }
    if bare.ends_with(".md") || bare.ends_with(".toml") {
        return error.help(format!(
            "ссылаются на адрес страницы, а не на файл с её текстом; {HOW}"
        ));
    }
    if bare
        .split('/')
        .next()
        .is_some_and(|host| host.contains('.') && !host.starts_with('.'))
    {
        return error.help(format!("если это другой сайт, напишите https://{written}"));
    }
    error.help(HOW)
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::fixture::{brief, portal, portal_with_links, run, territory};
    use crate::diag::Diagnostic;

    fn found(targets: &[&str]) -> Vec<Diagnostic> {
        run(check, &portal_with_links(targets))
    }

    #[test]
    fn dead_links_are_found_with_the_nearest_address() {
        let found = found(&[
            "/04-altay/gorniy/plan/2023/",
            "/04-altay/gornyy/shkoly/takoy-net/",
            "/slovar1/",
            "/x/y/",
        ]);
        assert_eq!(
            brief(&found),
            [
                "П301 0 на портале нет страницы с адресом /04-altay/gorniy/plan/2023/",
                "П301 1 на портале нет страницы с адресом /04-altay/gornyy/shkoly/takoy-net/",
                "П301 2 на портале нет страницы с адресом /slovar1/",
                "П301 3 на портале нет страницы с адресом /x/y/",
            ]
        );
        let helps: Vec<&str> = found.iter().map(|error| error.help[0].as_str()).collect();
        assert_eq!(
            helps,
            [
                "возможно, вы имели в виду /04-altay/gornyy/plan/2023/",
                "есть страница выше: /04-altay/gornyy/shkoly/",
                "возможно, вы имели в виду /slovar/",
                "все страницы перечислены на карте сайта: /karta-sayta/",
            ]
        );
    }

    #[test]
    fn common_slips_get_their_own_advice() {
        let found = found(&[
            "slovar/",
            "www.fioko.ru",
            "a@b.ru",
            "01-chto.md",
            "//fioko.ru",
            "",
            "tel:02",
        ]);
        let helps: Vec<&str> = found.iter().map(|error| error.help[0].as_str()).collect();
        assert_eq!(
            helps,
            [
                "адрес страницы портала начинается с косой черты: /slovar/",
                "если это другой сайт, напишите https://www.fioko.ru",
                "для письма напишите mailto:a@b.ru",
                "ссылаются на адрес страницы, а не на файл с её текстом; адрес страницы портала пишут от корня: \
                 /38-irkutskaya/zhigalovskiy/plan/2023/",
                "адрес другого сайта пишут целиком: https://fioko.ru/",
                "адрес страницы портала пишут от корня: /38-irkutskaya/zhigalovskiy/plan/2023/",
                "номер пишут с кодом страны: tel:+73955131234",
            ]
        );
    }

    #[test]
    fn good_links_and_links_into_broken_territories_are_silent() {
        let good = [
            "/",
            "/slovar/",
            "/04-altay/gornyy/plan/2023",
            "/dannye/sobytiya.csv",
            "https://fioko.ru/",
            "#x",
        ];
        assert_eq!(brief(&found(&good)), [""; 0]);
        let mut with_broken =
            portal_with_links(&["/04-altay/gornyy/shkoly/pervaya/", "/77-moskva/arbat/"]);
        with_broken.broken = vec![
            "04-altay/gornyy/schools.toml".to_owned(),
            "77-moskva/arbat/municipality.toml".to_owned(),
        ];
        assert_eq!(brief(&run(check, &with_broken)), [""; 0]);
        assert_eq!(
            brief(&run(check, &portal([territory("04-altay")]))),
            [""; 0]
        );
    }
}
