//! A picture without words for those who cannot see it (П306, warning).
//!
//! Why: state sites must be usable by the blind (ГОСТ Р 52872-2019); a screen reader says nothing about a picture
//! without a description.
//!
//! Example: `![](foto.png)`.

use crate::check::part::Part;
use crate::diag::Diagnostic;
use crate::diag::codes;

/// Finds pictures that nobody described.
pub fn check(part: &Part<'_>, found: &mut Vec<Diagnostic>) {
    for link in part
        .links()
        .iter()
        .filter(|link| link.image && link.text.trim().is_empty())
    {
        let message = format!("у картинки нет описания: {}", link.written);
        let help = format!(
            "напишите в квадратных скобках, что на ней видно: ![Учителя на семинаре]({})",
            link.written
        );
        found.push(Diagnostic::warning(codes::IMAGE_WITHOUT_TEXT, link.span, message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::check::fixture::{brief, portal_with_images, run};

    #[test]
    fn a_picture_needs_a_description() {
        let mut portal = portal_with_images(&["foto.png", "skhema.png"]);
        portal.territories[1].news[0].text.links[1].text = " ".to_owned();
        assert_eq!(
            brief(&run(check, &portal)),
            ["п306 1 у картинки нет описания: skhema.png"]
        );
    }

    #[test]
    fn a_described_picture_is_silent() {
        assert_eq!(
            brief(&run(check, &portal_with_images(&["foto.png"]))),
            [""; 0]
        );
    }
}
