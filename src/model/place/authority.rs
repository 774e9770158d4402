//! The education authority of a territory, how to reach it, and other organisations its plans name.

use crate::diag::span::Spanned;
use crate::model::id::{Reference, Slug};
use crate::model::plan::responsible::Role;

/// The body that runs schools in a territory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Authority {
    /// Full name, word for word from its letterhead.
    pub name: String,
    /// Short name used in the documents.
    pub short: Option<String>,
    /// Every other way the documents name it.
    pub aliases: Vec<String>,
    /// Its head.
    pub head: Option<Reference<Slug>>,
    /// Tax numbers as printed: ИНН, КПП, ОГРН, label and value.
    pub registration: Vec<(&'static str, String)>,
    /// How to reach it.
    pub contact: Contact,
}

/// How to reach an organisation. Everything is word for word; what the documents do not give is absent.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contact {
    /// Postal address.
    pub address: Option<String>,
    /// Postcode.
    pub postcode: Option<String>,
    /// Telephones.
    pub phones: Vec<String>,
    /// Fax.
    pub fax: Option<String>,
    /// E-mail as written; see [`Contact::usable_email`].
    pub email: Option<Spanned<String>>,
    /// Site.
    pub site: Option<String>,
    /// Hours.
    pub hours: Option<String>,
}

impl Contact {
    /// The e-mail address when it can work: ASCII with one `@`. Document E prints an Arabic letter inside
    /// its address; such an address is shown as «уточняется».
    pub fn usable_email(&self) -> Option<&str> {
        self.email
            .as_ref()
            .map(|email| email.value.as_str())
            .filter(|email| is_email(email))
    }

    /// True when nothing at all is known.
    pub fn is_empty(&self) -> bool {
        *self == Contact::default()
    }
}

/// Whether a text can be an e-mail address: visible ASCII, one `@`, a dot in the domain.
pub fn is_email(text: &str) -> bool {
    let Some((user, domain)) = text.split_once('@') else {
        return false;
    };
    let plain = |part: &str| {
        !part.is_empty()
            && part
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_' | b'+'))
    };
    plain(user)
        && plain(domain)
        && domain.contains('.')
        && !domain.starts_with('.')
        && !domain.ends_with('.')
}

/// Documents print sites without a scheme.
pub fn site_address(site: &str) -> String {
    if site.starts_with("http://") || site.starts_with("https://") {
        site.to_owned()
    } else {
        format!("https://{site}")
    }
}

/// Digits of a Russian telephone number for a `tel:` link: «8(38245) 2-28-83» → `+73824522883`.
/// None when the digits do not make a full number: a local number cannot be dialled from elsewhere.
pub fn dialable(phone: &str) -> Option<String> {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    match (digits.len(), digits.as_bytes().first()) {
        (11, Some(b'7' | b'8')) => Some(format!("+7{}", &digits[1..])),
        (10, Some(_)) => Some(format!("+7{digits}")),
        _ => None,
    }
}

impl Authority {
    /// Every literal form of its name.
    pub fn forms(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_str())
            .chain(self.short.as_deref())
            .chain(self.aliases.iter().map(String::as_str))
    }

    /// The name to use in a sentence: the short one when the documents give it.
    pub fn called(&self) -> &str {
        self.short.as_deref().unwrap_or(&self.name)
    }
}

/// Another organisation that plans name as responsible.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    /// Identifier.
    pub id: Slug,
    /// Name as in the documents.
    pub name: String,
    /// Expansion, when the documents state it.
    pub full: Option<String>,
    /// Other literal forms.
    pub aliases: Vec<String>,
    /// Its kind in words: «региональный институт».
    pub kind: String,
    /// The role its kind plays in plans.
    pub role: Role,
}

impl Body {
    /// Every literal form of its name.
    pub fn forms(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_str()).chain(self.aliases.iter().map(String::as_str))
    }
}

/// The kinds of bodies, with the role each plays.
pub const BODY_KINDS: &[(&str, Role)] = &[
    ("орган управления", Role::Authority),
    ("региональное министерство", Role::RegionalMinistry),
    ("региональный институт", Role::RegionalInstitute),
    ("методическая служба", Role::MethodicalOffice),
    ("методическое объединение", Role::MethodicalAssociation),
    (
        "муниципальные органы управления",
        Role::MunicipalAuthorities,
    ),
    ("администрация", Role::Administration),
    ("рабочая группа", Role::WorkingGroup),
    ("школы вообще", Role::Schools),
];
