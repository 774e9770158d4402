//! `portal check`: every problem of the content at once.

use crate::build;
use crate::cli::args::{CheckOptions, Format};
use crate::cli::exit::{CONTENT, FINE};
use crate::cli::{input, report};
use crate::diag::show;

pub fn run(options: &CheckOptions) -> u8 {
    let sources = match input::content(&options.content) {
        Ok(sources) => sources,
        Err(code) => return code,
    };
    let theme = match input::theme(input::theme_folder(options.theme.as_deref()).as_deref()) {
        Ok(theme) => theme,
        Err(why) => return report::stop(&why),
    };
    let outcome = match build::check_with(&sources, &theme, Some(input::today(options.date))) {
        Ok(outcome) => outcome,
        Err(error) => return report::stop(&format!("тема: {error}")),
    };
    let (errors, warnings) = report::count(&outcome.diagnostics);
    match options.format {
        Format::Text => {
            report::show_problems(&outcome.diagnostics, &sources);
            eprintln!("{}", show::summary_line(errors, warnings));
            report::say_silenced(outcome.silenced);
        }
        Format::Github => report::say(show::github(&outcome.diagnostics, &sources, "").trim_end()),
        Format::Json => report::say(show::json(&outcome.diagnostics, &sources)),
    }
    if errors > 0 { CONTENT } else { FINE }
}
