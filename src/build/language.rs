//! The language of a portal's pages: the theme in the language that content chose, and what the theme cannot say in it.

use crate::diag::{Diagnostic, Span, codes};
use crate::model::portal::Settings;
use crate::render::theme::Phrase;
use crate::render::{Theme, ThemeError};

/// How many phrases without a translation are named; more would hide the other problems.
const NAMED: usize = 12;

/// The theme in the portal's language, none for its own, and problems, all at the place where the language is chosen.
///
/// # Errors
/// When the file of the language, or a template with its words, is at fault.
pub fn chosen(
    settings: &Settings,
    theme: &Theme,
) -> Result<(Option<Theme>, Vec<Diagnostic>), ThemeError> {
    let chosen = settings.language.as_ref();
    let Some(language) = chosen.filter(|language| language.value != theme.words().code()) else {
        return Ok((None, Vec::new()));
    };
    if !theme.languages().contains(language.value.as_str()) {
        return Ok((None, vec![unknown(&language.value, language.span, theme)]));
    }
    let translated = theme.in_language(&language.value)?;
    let phrases = translated.phrases().iter();
    let missing: Vec<&Phrase> = phrases.filter(|phrase| !phrase.found.translated).collect();
    let found = untranslated(&missing, &language.value, language.span);
    Ok((Some(translated), found.into_iter().collect()))
}

fn unknown(language: &str, span: Span, theme: &Theme) -> Diagnostic {
    let known: Vec<&str> = theme.languages().into_iter().collect();
    let message = format!("у темы нет языка «{language}»");
    Diagnostic::error(codes::UNKNOWN_LANGUAGE, span, message)
        .label("такого языка нет")
        .help(format!(
            "выберите один из языков темы: {}",
            known.join(", ")
        ))
        .help(format!(
            "или добавьте в тему файл languages/{language}.toml"
        ))
}

fn untranslated(missing: &[&Phrase], language: &str, span: Span) -> Option<Diagnostic> {
    if missing.is_empty() {
        return None;
    }
    let message = format!(
        "в языке «{language}» нет слов для фраз темы: {}",
        missing.len()
    );
    let mut warning = Diagnostic::warning(codes::UNTRANSLATED, span, message)
        .label("эти фразы останутся русскими")
        .help(format!(
            "допишите их в [phrases] файла languages/{language}.toml"
        ));
    for Phrase { path, found } in missing.iter().take(NAMED) {
        warning = warning.help(format!("{path}:{}: «{}»", found.line, found.phrase));
    }
    if missing.len() > NAMED {
        warning = warning.help(format!("и ещё фраз: {}", missing.len() - NAMED));
    }
    Some(warning)
}
