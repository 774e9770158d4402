//! An e-mail address that cannot work (П109): a warning for an address copied from a document, an error in a link.
//!
//! Why: document E, line 13 prints `pryو@mail.ru` with an Arabic letter. Such an address is kept as printed, but a
//! letter sent to it is lost; readers see «уточняется» until somebody confirms the right one.
//!
//! Example: `email = "rоno@mail.ru"` with a Cyrillic «о», `[написать](mailto:rono.mail.ru)`.

use crate::check::links::Target;
use crate::check::part::Part;
use crate::diag::Diagnostic;
use crate::diag::codes;
use crate::model::place::authority::is_email;

/// Finds addresses with foreign letters or without their parts.
pub fn check(part: &Part<'_>, found: &mut Vec<Diagnostic>) {
    let authorities = part
        .territory
        .into_iter()
        .filter_map(|territory| territory.authority.as_ref());
    for email in authorities.filter_map(|authority| authority.contact.email.as_ref()) {
        if !is_email(&email.value) {
            found.push(
                Diagnostic::warning(codes::BAD_EMAIL, email.span, fault(&email.value))
                    .help("на странице вместо адреса показано «уточняется»")
                    .help("узнайте верный адрес у владельца; если в документе напечатано так, оставьте как есть"),
            );
        }
    }
    let own = part
        .common()
        .and_then(|common| common.settings.email.as_ref());
    if let Some(email) = own
        && !is_email(&email.value)
    {
        found.push(
            Diagnostic::error(codes::BAD_EMAIL, email.span, fault(&email.value))
                .help("по этому адресу читатели пишут об ошибках портала; исправьте его или уберите строку"),
        );
    }
    for link in part.links().iter().filter(|link| !link.image) {
        let Target::Mail(address) = &link.target else {
            continue;
        };
        if !is_email(address) {
            found.push(
                Diagnostic::error(codes::BAD_EMAIL, link.span, fault(address))
                    .help("адрес для писем пишут так: mailto:rono@mail.ru"),
            );
        }
    }
}

/// What is wrong with an address. Foreign letters are named by code point: many look just like Latin ones, and some
/// would turn the direction of the line.
fn fault(address: &str) -> String {
    let foreign = address.chars().find(|c| !c.is_ascii_graphic());
    match foreign {
        Some(' ' | '\u{A0}') => "в адресе электронной почты пробел".to_owned(),
        Some(c @ ('а'..='я' | 'А'..='Я' | 'ё' | 'Ё')) => {
            format!(
                "в адресе электронной почты русская буква «{c}» (U+{:04X})",
                c as u32
            )
        }
        Some(c) => format!(
            "в адресе электронной почты нелатинский знак U+{:04X}",
            c as u32
        ),
        None if !address.contains('@') => "в адресе электронной почты нет знака @".to_owned(),
        None => format!("адрес электронной почты записан с ошибкой: {address}"),
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::fixture::{at, authority, brief, portal, portal_with_links, run, territory};
    use crate::diag::span::Spanned;
    use crate::model::portal::Portal;

    fn with_email(email: &str) -> Portal {
        let mut place = territory("70-tomskaya/pervomayskiy");
        place.authority = Some(authority(Some(email)));
        portal([place])
    }

    #[test]
    fn foreign_letters_are_named_by_code_point() {
        let arabic = run(check, &with_email("pry\u{648}@mail.ru"));
        assert_eq!(
            brief(&arabic),
            ["п109 1 в адресе электронной почты нелатинский знак U+0648"]
        );
        assert!(arabic[0].help[0].contains("«уточняется»"));
        let russian = run(check, &with_email("rоno@mail.ru"));
        assert_eq!(
            brief(&russian),
            ["п109 1 в адресе электронной почты русская буква «о» (U+043E)"]
        );
    }

    #[test]
    fn a_letter_link_must_work() {
        let found = run(
            check,
            &portal_with_links(&[
                "mailto:rono.mail.ru",
                "mailto:a@b",
                "mailto:a@b.ru?subject=x",
            ]),
        );
        assert_eq!(
            brief(&found),
            [
                "П109 0 в адресе электронной почты нет знака @",
                "П109 1 адрес электронной почты записан с ошибкой: a@b",
            ]
        );
    }

    #[test]
    fn the_address_of_the_portal_must_work() {
        let mut portal = Portal::default();
        let mut email = |text: &str| {
            portal.settings.email = Some(Spanned::new(text.to_owned(), at(7)));
            brief(&run(check, &portal))
        };
        assert_eq!(
            email("portal.example.ru"),
            ["П109 7 в адресе электронной почты нет знака @"]
        );
        assert_eq!(email("portal@example.ru"), [""; 0]);
    }

    #[test]
    fn a_good_address_is_silent() {
        assert_eq!(
            brief(&run(check, &with_email("rono-zhig@mail.ru"))),
            [""; 0]
        );
    }
}
