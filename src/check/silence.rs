//! Warnings that a portal has decided not to hear (`[[disabled_check]]` in `portal.toml`): each with a reason, for the
//! whole portal or for one folder. Errors cannot be switched off, but for those about personal data
//! ([`codes::PERSONAL`]): whether a number is somebody's own, only people know. A name that is not a code, and a switch that hides
//! nothing, are reported, so that no forgotten line keeps a real warning silent.

use crate::diag::codes::{self, Code};
use crate::diag::span::Spanned;
use crate::diag::{Diagnostic, Span};
use crate::model::portal::DisabledCheck;
use crate::text::nearest::nearest;

/// What is left of the problems.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Heard {
    /// Problems that are shown.
    pub kept: Vec<Diagnostic>,
    /// How many warnings are not.
    pub silenced: usize,
}

/// Takes out what is switched off; `path` tells the file of a place relative to the content folder.
/// A switch is called useless only where `whole` says that all of the content was read.
pub fn heard<'a>(
    switches: &[DisabledCheck],
    found: Vec<Diagnostic>,
    whole: bool,
    path: &impl Fn(Span) -> &'a str,
) -> Heard {
    let mut heard = Heard::default();
    let mut idle = vec![true; switches.len()];
    for problem in found {
        let by = switches
            .iter()
            .position(|switch| hides(switch, &problem, path(problem.span)));
        match by {
            Some(index) => {
                idle[index] = false;
                heard.silenced += 1;
            }
            None => heard.kept.push(problem),
        }
    }
    // While there are errors, warnings of their files are not known.
    let sound = whole && !heard.kept.iter().any(Diagnostic::is_error);
    for (switch, idle) in switches.iter().zip(idle) {
        match known(&switch.code.value) {
            None => heard.kept.push(unknown(&switch.code)),
            Some(code) if idle && sound => heard.kept.push(useless(switch, code)),
            Some(_) => {}
        }
    }
    heard
}

fn hides(switch: &DisabledCheck, problem: &Diagnostic, path: &str) -> bool {
    let here = switch.folder.as_ref().is_none_or(|folder| {
        let folder = folder.value.trim_matches('/');
        path.strip_prefix(folder)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    });
    here && !problem.is_fault() && problem.code.id == switch.code.value
}

fn known(id: &str) -> Option<&'static Code> {
    codes::ALL.iter().find(|code| code.id == id)
}

fn unknown(code: &Spanned<String>) -> Diagnostic {
    let message = format!("нет проверки с кодом «{}»", code.value);
    let problem = Diagnostic::error(codes::UNKNOWN_CHECK, code.span, message);
    let near = nearest(
        &code.value.to_uppercase(),
        codes::ALL.iter().map(|code| code.id),
    );
    match near.and_then(known) {
        Some(near) => problem
            .help(format!(
                "возможно, вы имели в виду {} — {}",
                near.id, near.about
            ))
            .patch(code.span, format!("\"{}\"", near.id)),
        None => problem.help("код стоит в скобках перед сообщением: предупреждение[П420]"),
    }
}

fn useless(switch: &DisabledCheck, code: &Code) -> Diagnostic {
    let place = match &switch.folder {
        Some(folder) => format!("в папке {}", folder.value),
        None => "на портале".to_owned(),
    };
    Diagnostic::warning(
        codes::IDLE_SILENCE,
        switch.code.span,
        format!("выключенная проверка {} ничего не скрывает", code.id),
    )
    .label(format!("{place} нет таких предупреждений: {}", code.about))
    .help("уберите эти строки; выключить можно предупреждения и проверки личных сведений (П423–П425), другие ошибки — нет")
}

#[cfg(test)]
mod tests {
    use super::{Heard, heard};
    use crate::check::fixture::{at, brief, spanned};
    use crate::diag::{Diagnostic, codes};
    use crate::model::portal::DisabledCheck;

    fn switch(code: &str, folder: Option<&str>) -> DisabledCheck {
        DisabledCheck {
            code: spanned(code.to_owned(), 1),
            reason: "так решил отдел".to_owned(),
            folder: folder.map(|folder| spanned(folder.to_owned(), 2)),
        }
    }

    fn of(switches: &[DisabledCheck], found: Vec<Diagnostic>) -> (Vec<String>, usize) {
        let path = |_| "04-altay/plans/2023.toml";
        let Heard { kept, silenced } = heard(switches, found, true, &path);
        (brief(&kept), silenced)
    }

    fn warning() -> Diagnostic {
        Diagnostic::warning(codes::DECEMBER_PILE, at(5), "декабрь")
    }

    #[test]
    fn a_warning_is_silent_where_it_is_switched_off() {
        let none: Vec<String> = Vec::new();
        assert_eq!(
            of(&[switch("П420", None)], vec![warning()]),
            (none.clone(), 1)
        );
        let folder = switch("П420", Some("04-altay"));
        assert_eq!(of(&[folder], vec![warning()]), (none, 1));
        let other = switch("П420", Some("04-alt"));
        assert_eq!(
            of(&[other], vec![warning()]).0,
            [
                "п420 5 декабрь",
                "п427 1 выключенная проверка П420 ничего не скрывает"
            ]
        );
    }

    #[test]
    fn personal_data_may_be_published_for_a_reason_given_in_the_settings() {
        let phone = || Diagnostic::error(codes::MOBILE_PHONE, at(5), "номер");
        assert_eq!(of(&[], vec![phone()]).0, ["П424 5 номер"]);
        assert_eq!(
            of(&[switch("П424", Some("04-altay"))], vec![phone()]),
            (Vec::new(), 1)
        );
    }

    #[test]
    fn errors_are_always_heard() {
        let error = Diagnostic::error(codes::DECEMBER_PILE, at(5), "декабрь");
        assert_eq!(
            of(&[switch("П420", None)], vec![error]).0,
            ["П420 5 декабрь"]
        );
    }

    #[test]
    fn a_code_that_does_not_exist_is_an_error() {
        let path = |_| "portal.toml";
        let found = heard(&[switch("P420", None)], Vec::new(), true, &path).kept;
        assert_eq!(brief(&found), ["П426 1 нет проверки с кодом «P420»"]);
        assert!(found[0].help[0].contains("П420"));
    }
}
