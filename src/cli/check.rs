//! `portal check`: every problem of the content at once.

use crate::build::{self, Outcome};
use crate::cli::args::{CheckOptions, Format};
use crate::cli::exit::{CONTENT, FINE};
use crate::cli::{fix, input, report};
use crate::desk;
use crate::diag::show;
use crate::files::sources::Sources;
use crate::text::russian::plural;

pub fn run(options: &CheckOptions) -> u8 {
    let mut sources = match input::content(&options.content) {
        Ok(sources) => sources,
        Err(code) => return code,
    };
    let theme = match input::theme(input::theme_folder(options.theme.as_deref()).as_deref()) {
        Ok(theme) => theme,
        Err(why) => return report::stop(&why),
    };
    let today = input::today(options.date);
    if options.fix {
        let judge = |sources: &Sources| build::check(sources, Some(today)).diagnostics;
        let fixed = desk::fix::fix(&sources, &judge);
        // What programs read must be alone on standard output.
        let say: fn(String) = match options.format {
            Format::Text => |line| report::say(line),
            Format::Github | Format::Json => |line| eprintln!("{line}"),
        };
        if let Err(error) = fix::finish(&fixed, &options.content, options.dry_run, say) {
            return report::environment(&error);
        }
        sources = fixed.sources;
    }
    match build::check_with(&sources, &theme, Some(today)) {
        Ok(outcome) => told(&outcome, &sources, options),
        Err(error) => report::stop(&format!("тема: {error}")),
    }
}

/// Says what is wrong, and gives the exit code. After mending only the number is said: what remains is shown by the next
/// check.
fn told(outcome: &Outcome, sources: &Sources, options: &CheckOptions) -> u8 {
    let (errors, warnings) = report::count(&outcome.diagnostics);
    match options.format {
        Format::Text => {
            if !options.fix {
                report::show_problems(&outcome.diagnostics, sources);
            }
            let total = show::summary_line(errors, warnings);
            match options.fix {
                true if errors > 0 => eprintln!("осталось: {total}; список покажет portal check"),
                true => eprintln!("осталось: {total}"),
                false => eprintln!("{total}"),
            }
            let fixable = desk::fix::fixable(&outcome.diagnostics, sources);
            if fixable > 0 {
                let can = plural(fixable, ["проблему", "проблемы", "проблем"]);
                eprintln!("{fixable} {can} можно исправить командой portal check --fix");
            }
        }
        Format::Github => report::say(show::github(&outcome.diagnostics, sources, "").trim_end()),
        Format::Json => report::say(show::json(&outcome.diagnostics, sources)),
    }
    if errors > 0 { CONTENT } else { FINE }
}
