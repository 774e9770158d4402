//! Addresses of edit links that cannot work (П130), of the portal itself (П132), and of the editor in the browser (П131).
//!
//! Why: they stand on every page of the portal. An address without `{path}` would open the same page for every file, one
//! without `https://` would lead nowhere or send what an editor writes unprotected.
//!
//! Example: `edit_url = "github.com/obrazovanie/portal/edit/main/content/{file}"`.

use crate::diag::codes;
use crate::diag::span::Spanned;
use crate::diag::{Diagnostic, Span};
use crate::model::editing::{Admin, Blanks, COMMIT, EDIT, NEW, SOURCE};
use crate::model::portal::Portal;
use crate::site::Site;
use crate::text::blanks::blanks;
use crate::text::nearest::nearest;

/// Finds templates of addresses with mistakes.
pub fn check(portal: &Portal, _site: &Site, found: &mut Vec<Diagnostic>) {
    found.extend(public_fault(portal));
    let addresses = &portal.settings.edit_addresses;
    let all = [
        (&addresses.edit, EDIT),
        (&addresses.source, SOURCE),
        (&addresses.new, NEW),
        (&addresses.commit, COMMIT),
    ];
    for (template, form) in all {
        if let Some(template) = template {
            found.extend(template_fault(template, &form));
        }
    }
    if let Some(admin) = &portal.settings.admin {
        found.extend(repository_fault(admin));
        found.extend(interface_fault(admin));
        found.extend(folder_fault(admin));
    }
}

/// The portal's own address begins the canonical address of every page, and the links of feeds and calendars (П132).
fn public_fault(portal: &Portal) -> Option<Diagnostic> {
    let settings = &portal.settings;
    let (address, span) = (settings.address.as_ref()?, settings.address_span?);
    let secure = match address.strip_prefix("http://") {
        Some(rest) => format!("https://{rest}"),
        None => address.clone(),
    };
    let why = web_fault(&secure)?;
    Some(
        Diagnostic::error(
            codes::PUBLIC_ADDRESS,
            span,
            format!("поле «address»: {why}"),
        )
        .help("пишите адрес портала целиком, например https://obrazovanie.example.ru/portal/"),
    )
}

/// The first thing that is wrong with a template: the rest mostly follows from it.
fn template_fault(template: &Spanned<String>, form: &Blanks) -> Option<Diagnostic> {
    let problem = |message: String| Diagnostic::error(codes::EDIT_ADDRESS, template.span, message);
    let example = |form: &Blanks| match form.key {
        "edit_url" => "https://github.com/владелец/имя/edit/main/content/{path}",
        "source_url" => "https://github.com/владелец/имя/blob/main/content/{path}#L{line}",
        "commit_url" => "https://github.com/владелец/имя/commit/{commit}",
        _ => {
            "https://github.com/владелец/имя/new/main/content/{folder}?filename={name}&value={text}"
        }
    };
    if let Some(why) = web_fault(&template.value) {
        return Some(
            problem(format!("поле «{}»: {why}", form.key))
                .help(format!("пишите адрес целиком, например {}", example(form))),
        );
    }
    let there = blanks(&template.value);
    let known = || form.needed.iter().chain(form.allowed).copied();
    if let Some(other) = there.iter().find(|name| !known().any(|k| k == **name)) {
        let all: Vec<String> = known().map(|name| format!("{{{name}}}")).collect();
        let problem = problem(format!(
            "поле «{}»: портал не знает, что поставить вместо {{{other}}}",
            form.key
        ))
        .help(format!("можно писать: {}", all.join(", ")));
        return Some(match nearest(other, known()) {
            Some(near) => problem.patch(blank_span(template, other), format!("{{{near}}}")),
            None => problem,
        });
    }
    let missing = form.needed.iter().find(|name| !there.contains(name))?;
    Some(
        problem(format!(
            "поле «{}»: в адресе нет места {{{missing}}}",
            form.key
        ))
        .help(format!(
            "без него ссылка вела бы от всех страниц на одну и ту же; пример: {}",
            example(form)
        )),
    )
}

/// The braces with the name, when the value is written in the file letter by letter; else the whole value.
fn blank_span(template: &Spanned<String>, name: &str) -> Span {
    let (start, end) = (template.span.start as usize, template.span.end as usize);
    let plain = end - start == template.value.len() + 2;
    match template.value.find(&format!("{{{name}}}")) {
        Some(at) if plain => {
            let from = start + 1 + at;
            Span::new(template.span.source, from..from + name.len() + 2)
        }
        _ => template.span,
    }
}

/// Why a text is no address of a page that can be trusted with what an editor writes.
fn web_fault(address: &str) -> Option<String> {
    let Some(rest) = address.strip_prefix("https://") else {
        return Some("адрес должен начинаться с https://".to_owned());
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if host.is_empty() || host.contains(['{', '}', '@', '\\']) {
        return Some("после https:// нет имени сайта".to_owned());
    }
    let odd = |c: &char| c.is_whitespace() || c.is_control() || "\"'<>\\`".contains(*c);
    address.chars().find(odd).map(|found| match found {
        ' ' | '\u{A0}' => "в адресе пробел".to_owned(),
        other => format!(
            "в адресе знак U+{:04X}, которому там не место",
            other as u32
        ),
    })
}

/// The folder becomes a part of paths in the repository.
fn folder_fault(admin: &Admin) -> Option<Diagnostic> {
    let folder = admin.folder.as_ref()?;
    let path = folder.value.trim_matches('/');
    let odd = path.split('/').any(|part| matches!(part, "" | "." | ".."));
    (odd || path.contains(['\\', '{', '}'])).then(|| {
        Diagnostic::error(
            codes::ADMIN_SETTINGS,
            folder.span,
            format!("«{}» — не папка хранилища", folder.value),
        )
        .help("пишите путь от корня хранилища, например \"content\"; для обычной папки content строка не нужна")
    })
}

fn repository_fault(admin: &Admin) -> Option<Diagnostic> {
    let parts: Vec<&str> = admin.repo.value.split('/').collect();
    let tame = |part: &&str| {
        !part.is_empty()
            && part
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c))
    };
    (parts.len() < 2 || !parts.iter().all(tame)).then(|| {
        Diagnostic::error(
            codes::ADMIN_SETTINGS,
            admin.repo.span,
            format!("«{}» — не имя хранилища", admin.repo.value),
        )
        .help("пишите владельца и имя через косую черту, как в адресе хранилища: \"owner/name\"")
    })
}

fn interface_fault(admin: &Admin) -> Option<Diagnostic> {
    let api = admin.api.as_ref()?;
    let why = web_fault(&api.value)
        .or_else(|| {
            (!blanks(&api.value).is_empty()).then(|| "здесь не бывает мест в скобках".to_owned())
        })
        // It becomes a part of a policy, where these begin another rule.
        .or_else(|| {
            api.value
                .contains([';', ','])
                .then(|| "в адресе точка с запятой или запятая".to_owned())
        })?;
    Some(
        Diagnostic::error(
            codes::ADMIN_SETTINGS,
            api.span,
            format!("поле «api»: {why}"),
        )
        .help("пишите адрес программного интерфейса своего сайта, например https://git.example.ru/api/v1; для github.com и gitlab.com строка не нужна"),
    )
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::fixture::{brief, run_whole, spanned};
    use crate::model::editing::{Admin, Backend, EditAddresses};
    use crate::model::portal::Portal;

    fn edit(template: &str) -> Vec<String> {
        let mut portal = Portal::default();
        portal.settings.edit_addresses = EditAddresses {
            edit: Some(spanned(template.to_owned(), 3)),
            ..EditAddresses::default()
        };
        brief(&run_whole(check, &portal))
    }

    #[test]
    fn an_address_must_be_whole_and_have_its_blank() {
        assert_eq!(
            edit("github.com/o/r/edit/main/{path}"),
            ["П130 3 поле «edit_url»: адрес должен начинаться с https://"]
        );
        assert_eq!(
            edit("https:///edit/{path}"),
            ["П130 3 поле «edit_url»: после https:// нет имени сайта"]
        );
        assert_eq!(
            edit("https://git.example.ru/o/r/edit"),
            ["П130 3 поле «edit_url»: в адресе нет места {path}"]
        );
        assert_eq!(
            edit("https://git.example.ru/{pth}"),
            ["П130 3 поле «edit_url»: портал не знает, что поставить вместо {pth}"]
        );
        assert_eq!(
            edit("https://git.example.ru/ {path}"),
            ["П130 3 поле «edit_url»: в адресе пробел"]
        );
    }

    #[test]
    fn good_addresses_of_any_host_are_silent() {
        for template in [
            "https://github.com/o/r/edit/main/content/{path}",
            "https://gitverse.ru/o/r/content/main/content/{path}?mode=edit",
            "https://git.example.ru:8443/o/r/_edit/main/{path}",
        ] {
            assert_eq!(edit(template), [""; 0], "{template}");
        }
        let mut portal = Portal::default();
        portal.settings.edit_addresses = EditAddresses {
            edit: None,
            source: Some(spanned("https://a.ru/{path}#L{line}".to_owned(), 1)),
            new: Some(spanned(
                "https://a.ru/{folder}?n={name}&t={text}".to_owned(),
                2,
            )),
            commit: Some(spanned("https://a.ru/commit/{commit}".to_owned(), 3)),
        };
        assert_eq!(brief(&run_whole(check, &portal)), [""; 0]);
    }

    fn admin(repo: &str, api: Option<&str>) -> Vec<String> {
        with_folder(repo, api, "content/")
    }

    fn with_folder(repo: &str, api: Option<&str>, folder: &str) -> Vec<String> {
        let mut portal = Portal::default();
        portal.settings.admin = Some(Admin {
            backend: Backend::Gitea,
            repo: spanned(repo.to_owned(), 4),
            branch: None,
            api: api.map(|api| spanned(api.to_owned(), 5)),
            folder: Some(spanned(folder.to_owned(), 6)),
        });
        brief(&run_whole(check, &portal))
    }

    #[test]
    fn the_repository_and_the_interface_must_be_addresses() {
        assert_eq!(
            admin("portal", None),
            ["П131 4 «portal» — не имя хранилища"]
        );
        assert_eq!(
            admin("o/r", Some("http://git.example.ru/api")),
            ["П131 5 поле «api»: адрес должен начинаться с https://"]
        );
        assert_eq!(admin("o/r", Some("https://a.ru;script-src *")).len(), 1);
        assert_eq!(
            admin("group/sub/name.x", Some("https://a.ru/api/v1")),
            [""; 0]
        );
        assert_eq!(
            with_folder("o/r", None, "../portal"),
            ["П131 6 «../portal» — не папка хранилища"]
        );
        assert_eq!(with_folder("o/r", None, "docs/content"), [""; 0]);
    }
}
