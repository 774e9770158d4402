//! «Сообщить об ошибке»: a letter with the page's address, what it is about and the day of its data already written, or
//! the way to the contacts where no document gives an e-mail. The portal has no server that could take a form.

use serde::Serialize;

use crate::model::place::authority::is_email;
use crate::model::place::territory::Territory;
use crate::render::context::Context;
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
            href: context.linker(key).page(&contacts),
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
pub fn email<'a>(context: &Context<'a>, territory: &'a Territory) -> Option<&'a str> {
    let own = context.portal.settings.email.as_ref();
    let own = own.map(|email| email.value.as_str());
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::span::Spanned;
    use crate::model::portal::Portal;
    use crate::render::fixture::{self, slug, zhigalovskiy};
    use crate::site::Site;
    use jiff::civil::date;

    fn report(portal: &Portal, page: PlacePage) -> Option<Report> {
        let site = Site::new(portal);
        let (theme, edition) = (fixture::theme(), fixture::edition(date(2023, 4, 12)));
        let context = Context::new(portal, &site, &theme, &edition);
        Report::new(
            &context,
            &PageKey::place(&zhigalovskiy(), page),
            "Школа & «Лес»",
        )
    }

    #[test]
    fn a_letter_is_written_as_far_as_the_portal_knows() {
        let mut portal = fixture::portal();
        portal.settings.email = Some(Spanned::new(
            "portal@example.ru".to_owned(),
            fixture::span(),
        ));
        let school = portal.territory(&zhigalovskiy()).expect("a place").schools[0]
            .id
            .clone();
        let page = PlacePage::School(school.clone());
        let report = report(&portal, page).expect("a school has a report");
        assert_eq!(report.email.as_deref(), Some("portal@example.ru"));
        let (subject, body) = report.href.split_once("&body=").expect("a text");
        assert!(subject.starts_with("mailto:portal@example.ru?subject=%D0%9E"));
        assert!(subject.contains("%20%26%20") && !subject.contains(' '));
        let address = format!("shkoly%2F{school}%2F%0D%0A");
        assert!(body.contains(&address), "{body}");
        assert!(body.contains(&encoded("12 апреля 2023 г.")), "{body}");
    }

    #[test]
    fn without_an_address_that_works_the_contacts_are_shown() {
        let portal = fixture::portal();
        let report = report(&portal, PlacePage::Home).expect("a municipality has a report");
        assert_eq!(report.email, None);
        assert_eq!(report.href, "kontakty/");
    }

    #[test]
    fn lists_are_not_reported() {
        let portal = fixture::portal();
        assert_eq!(report(&portal, PlacePage::Calendar), None);
        let news = PlacePage::NewsItem(slug("novost"));
        assert_eq!(report(&portal, news), None);
    }
}
