//! `portal check`: every problem of the content at once.

use std::path::Path;

use crate::build::{self, Outcome};
use crate::cli::args::{CheckOptions, Format};
use crate::cli::exit::{CONTENT, FINE};
use crate::cli::{fix, input, report};
use crate::desk;
use crate::diag::{Diagnostic, show};
use crate::files::disk::{append, unread, way_down};
use crate::files::sources::Sources;
use crate::text::russian::plural;

/// The most bytes GitHub takes as the summary of a step.
const SUMMARY: usize = 1 << 20;

pub fn run(options: &CheckOptions) -> u8 {
    let mut sources = match input::opened(&options.content) {
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
    let checked = build::check_with(&sources, &theme, Some(today));
    if let Some(error) = unread(&options.content, &sources) {
        return report::environment(&error);
    }
    match checked {
        Ok(outcome) => told(&outcome, sources, options),
        Err(error) => report::stop(&format!("тема: {error}")),
    }
}

/// Says what is wrong, and gives the exit code. After mending only the number is said: what remains is shown by the next
/// check.
fn told(outcome: &Outcome, sources: Sources, options: &CheckOptions) -> u8 {
    let found = &outcome.diagnostics;
    let (errors, warnings) = report::count(found);
    match options.format {
        Format::Text => as_text(outcome, &sources, options.fix),
        Format::Github => {
            if let Err(code) = annotate(found, sources, &options.content) {
                return code;
            }
        }
        Format::Json => report::say(show::json(found, &sources)),
    }
    let stops = errors > 0 || (options.strict && warnings > 0);
    if stops { CONTENT } else { FINE }
}

fn as_text(outcome: &Outcome, sources: &Sources, fixed: bool) {
    let found = &outcome.diagnostics;
    let (errors, warnings) = report::count(found);
    let total = show::summary_line(errors, warnings);
    match fixed {
        true if errors > 0 => eprintln!("осталось: {total}; список покажет portal check"),
        true => eprintln!("осталось: {total}"),
        false => {
            report::show_problems(found, sources);
            eprintln!("{total}{}", hint(found));
        }
    }
    report::say_silenced(outcome.silenced);
    let fixable = desk::fix::fixable(found, sources);
    if fixable > 0 {
        let can = plural(fixable, ["проблему", "проблемы", "проблем"]);
        eprintln!("{fixable} {can} можно исправить командой portal check --fix");
    }
}

/// Where to read more, with a code that was just shown.
fn hint(found: &[Diagnostic]) -> String {
    let first = found.iter().find(|one| one.is_error()).or(found.first());
    first.map_or_else(String::new, |problem| {
        format!(". Подробно о коде: portal explain {}", problem.code.id)
    })
}

/// Where GitHub shows the files that are checked; only it says all three.
fn shown_files() -> Option<String> {
    let said = |name: &str| std::env::var(name).ok().filter(|text| !text.is_empty());
    let (server, name) = (said("GITHUB_SERVER_URL")?, said("GITHUB_REPOSITORY")?);
    Some(format!("{server}/{name}/blob/{}/", said("GITHUB_SHA")?))
}

/// Annotations on standard output, and the table where GitHub asks for one. Files are named from the root of the
/// repository, wherever in it the command runs.
fn annotate(found: &[Diagnostic], mut sources: Sources, content: &Path) -> Result<(), u8> {
    let below = std::env::var_os("GITHUB_WORKSPACE")
        .and_then(|root| way_down(Path::new(&root), content))
        .filter(|way| !way.is_empty());
    if let Some(way) = below {
        sources.label = way;
    }
    report::say(show::github(found, &sources, "").trim_end());
    match std::env::var_os("GITHUB_STEP_SUMMARY").filter(|path| !path.is_empty()) {
        Some(path) => append(Path::new(&path), SUMMARY, |room| {
            show::markdown(found, &sources, room, shown_files().as_deref())
        })
        .map_err(|error| report::environment(&error)),
        None => Ok(()),
    }
}
