//! An e-mail address in a text has letters of another alphabet (П109, warning).
//!
//! Why: document E, line 13 prints an address with an Arabic letter; a letter sent to it is lost, and nobody can see why.
//!
//! Example: «rоno@mail.ru» with a Cyrillic «о».

use crate::content::judge::said::Said;
use crate::diag::Diagnostic;
use crate::diag::codes;

/// Finds addresses with mixed letters. Fields named `email` have a rule of their own, which knows what stands on the page.
pub(super) fn judge(said: &Said<'_>, found: &mut Vec<Diagnostic>) {
    if said.key == "email" || !said.text.contains('@') {
        return;
    }
    for (at, _) in said.text.match_indices('@') {
        let piece = |c: char| c.is_alphanumeric() || "._-+".contains(c);
        let before = said.text[..at].trim_end_matches(piece).len();
        let after = said.text[at + 1..].trim_start_matches(piece).len();
        let range = before..said.text.len() - after;
        let address = said.text[range.clone()].trim_end_matches('.');
        let range = range.start..range.start + address.len();
        let latin = address.chars().any(|c| c.is_ascii_alphabetic());
        let Some(foreign) = address.chars().find(|c| !c.is_ascii()) else {
            continue;
        };
        // «почта@школа.рф» is an address, too.
        if !latin || range.start == at || range.end == at + 1 {
            continue;
        }
        found.push(
            Diagnostic::warning(
                codes::BAD_EMAIL,
                said.place(range),
                format!(
                    "в адресе электронной почты нелатинская буква «{foreign}» (U+{:04X})",
                    u32::from(foreign)
                ),
            )
            .label("письмо по такому адресу не дойдёт")
            .help("наберите адрес заново латинскими буквами; если в документе напечатано так, оставьте как есть"),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::content::judge::tests::in_news;

    #[test]
    fn a_mixed_address_is_found() {
        assert_eq!(in_news("Пишите на rоno@mail.ru."), ["П109 rоno@mail.ru"]);
    }

    #[test]
    fn addresses_in_one_alphabet_are_silent() {
        assert_eq!(
            in_news("Пишите на rono@mail.ru или почта@школа.рф. Знак @ один."),
            [""; 0]
        );
    }
}
