//! `portal build`: content into a folder with the finished site.

use std::path::Path;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use crate::build::history::History;
use crate::build::{self, Counts, Extras, Outcome, Purpose};
use crate::cli::admin::Editor;
use crate::cli::args::BuildOptions;
use crate::cli::exit::{CONTENT, FINE};
use crate::cli::{input, report};
use crate::diag::Diagnostic;
use crate::diag::show;
use crate::files::disk::{Written, read_written, unread, write_site};
use crate::render::Edition;
use crate::text::russian::counted;

/// A build shorter than this shows no progress bar.
const PATIENCE: Duration = Duration::from_millis(400);

pub fn run(options: &BuildOptions) -> u8 {
    let started = Instant::now();
    let theme_folder = input::theme_folder(options.input.theme.as_deref());
    let theme = match input::theme(theme_folder.as_deref()) {
        Ok(theme) => theme,
        Err(why) => return report::stop(&why),
    };
    let sources = match input::opened(&options.input.content) {
        Ok(sources) => sources,
        Err(code) => return code,
    };
    let editor = match Editor::wanted(&options.with_admin) {
        Ok(editor) => editor,
        Err(why) => return report::stop(&why),
    };
    let edition = Edition {
        today: input::today(options.input.date),
        base_url: options.base_url.clone(),
        generator: input::GENERATOR.to_owned(),
    };
    let bar = progress_bar();
    let extras = Extras {
        purpose: match options.no_cards {
            true => Purpose::Plain,
            false => Purpose::WithCards,
        },
        history: match options.no_history {
            true => History::default(),
            false => input::history(&options.input.content),
        },
    };
    let outcome = build::build_with(&sources, &theme, &edition, &extras, &|done, total| {
        if started.elapsed() > PATIENCE {
            bar.set_length(total as u64);
            bar.set_position(done as u64);
        }
    });
    bar.finish_and_clear();
    let outcome = match outcome {
        Ok(outcome) => outcome,
        Err(error) => return report::stop(&format!("тема: {error}")),
    };
    if let Some(error) = unread(&options.input.content, &sources) {
        return report::environment(&error);
    }
    let Some(artifacts) = &outcome.artifacts else {
        return refused(&outcome, &sources);
    };
    let editor = match editor.map(|editor| editor.files(&sources)).transpose() {
        Ok(files) => files.unwrap_or_default(),
        Err(why) => return report::stop(&why),
    };
    let earlier = |path: &str| read_written(&options.out, path);
    let cards = match build::painted(&outcome.cards, &theme, &earlier) {
        Ok(cards) => cards,
        Err(error) => return report::stop(&format!("тема: {error}")),
    };
    let mut guarded = vec![options.input.content.as_path()];
    guarded.extend(theme_folder.as_deref());
    let files = artifacts
        .iter()
        .chain(&cards)
        .chain(&editor)
        .map(|artifact| (artifact.path.as_str(), artifact.bytes.as_slice()));
    match write_site(&options.out, &guarded, files) {
        Ok(written) => {
            summary(&outcome, written, &options.out, started);
            FINE
        }
        Err(error) => report::environment(&error),
    }
}

fn progress_bar() -> ProgressBar {
    let bar = ProgressBar::new(0);
    if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos} из {len} страниц") {
        bar.set_style(style);
    }
    bar
}

/// Content has errors: show them, leave the last site as it is.
fn refused(outcome: &Outcome, sources: &crate::files::sources::Sources) -> u8 {
    let errors: Vec<Diagnostic> = outcome
        .diagnostics
        .iter()
        .filter(|d| d.is_error())
        .cloned()
        .collect();
    report::show_problems(&errors, sources);
    let (errors, warnings) = report::count(&outcome.diagnostics);
    eprintln!("{}", show::summary_line(errors, warnings));
    eprintln!("Сайт не изменён. Исправьте ошибки и соберите снова.");
    CONTENT
}

fn summary(outcome: &Outcome, written: Written, out: &Path, started: Instant) {
    let Counts {
        territories,
        plans,
        events,
        pages,
    } = outcome.counts;
    report::say(format!(
        "Собрано: {}, {}, {}, {}.",
        counted(pages, ["страница", "страницы", "страниц"]),
        counted(events, ["мероприятие", "мероприятия", "мероприятий"]),
        counted(plans, ["план", "плана", "планов"]),
        counted(territories, ["территория", "территории", "территорий"]),
    ));
    report::say(format!(
        "Записано в {}: изменено {}, без изменений {}, удалено {}.",
        out.display(),
        written.changed,
        written.unchanged,
        written.removed
    ));
    let (_, warnings) = report::count(&outcome.diagnostics);
    if warnings > 0 {
        report::say(format!(
            "{} — посмотреть: portal check",
            counted(
                warnings,
                ["предупреждение", "предупреждения", "предупреждений"]
            )
        ));
    }
    report::say(format!("Время: {:.2} с.", started.elapsed().as_secs_f64()));
}
