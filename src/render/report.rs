//! «Сообщить об ошибке»: a letter with the page's address, what it is about and the day of its data already written, or
//! the way to the contacts where no document gives an e-mail. The portal has no server that could take a form.

use serde::Serialize;

use crate::model::place::authority::is_email;
use crate::model::place::territory::Territory;
use crate::render::context::Context;
use crate::render::linker::Linker;
use crate::site::{PageKey, PlacePage};
use crate::text::percent::encoded;
use crate::text::russian;

/// Where a mistake of a page is reported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    /// `mailto:` with subject and text, or the page of contacts.
    pub href: String,
    /// The address the letter goes to; none when the link leads to contacts.
    pub email: Option<String>,
}

impl Report {
    /// For the page `key` called `title`; none for pages that hold no facts of one place.
    pub fn new(context: &Context<'_>, key: &PageKey, title: &str) -> Option<Report> {
        let PageKey::Place(path, page) = key else {
            return None;
        };
        let territory = context.portal.territory(path)?;
        let id = id_of(territory, page)?;
        if let Some(email) = email(context, territory) {
            let subject = format!("Ошибка на странице: {title}");
            let text = letter(context, key, &id);
            return Some(Report {
                href: format!(
                    "mailto:{email}?subject={}&body={}",
                    encoded(&subject),
                    encoded(&text)
                ),
                email: Some(email.to_owned()),
            });
        }
        let contacts = PageKey::place(path, PlacePage::Section("kontakty"));
        context.site.has(&contacts).then(|| Report {
            href: Linker::new(key, context.edition).page(&contacts),
            email: None,
        })
    }
}

/// What the page is about, as data files name it; none for pages without such a name.
fn id_of(territory: &Territory, page: &PlacePage) -> Option<String> {
    let path = &territory.path;
    match page {
        PlacePage::Home => Some(path.to_string()),
        PlacePage::Plan(plan) => Some(format!("{path}/{plan}")),
        PlacePage::Event(event) => Some(format!("{path}/{}/{}", event.plan, event.event)),
        PlacePage::School(school) => Some(format!("{path}/{school}")),
        _ => None,
    }
}

/// Who reads such letters: the portal's own address, else that of the education authority.
fn email<'a>(context: &Context<'a>, territory: &'a Territory) -> Option<&'a str> {
    let own = context.portal.settings.email.as_deref();
    own.filter(|email| is_email(email)).or_else(|| {
        territory
            .authority
            .as_ref()
            .and_then(|authority| authority.contact.usable_email())
    })
}

fn letter(context: &Context<'_>, key: &PageKey, id: &str) -> String {
    let address = format!(
        "{}{}",
        context.address().unwrap_or_default(),
        key.address().as_str()
    );
    let day = russian::date(context.edition.today);
    // Lines of a letter end so by RFC 6068.
    format!("Страница: {address}\r\nЗапись: {id}\r\nДанные на {day}\r\n\r\nЧто не так: ")
}
