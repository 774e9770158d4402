//! `portal build`: content into a folder with the finished site.

use std::time::Duration;

use crate::build::history::History;
use crate::build::{
    self, Artifact, Counts, Extras, Outcome, Part, Purpose, Run, Sink, Stage, Watch, federation,
    limits,
};
use crate::cli::admin::Editor;
use crate::cli::args::{BuildOptions, LeftOut};
use crate::cli::exit::{CONTENT, FINE};
use crate::cli::remembered::Remembered;
use crate::cli::timings::{Counted, Watcher};
use crate::cli::{input, report};
use crate::diag::Diagnostic;
use crate::diag::show;
use crate::files::disk::{self, read_written, unread};
use crate::files::site_writer::{SiteWriter, Written};
use crate::files::sources::Sources;
use crate::render::{Edition, Theme};
use crate::text::russian::counted;

/// The lock of addresses in the folder of the content.
const LOCK: &str = build::LOCK;

/// The most moves that are told one by one.
const MOVES: usize = 10;

pub fn run(options: &BuildOptions) -> u8 {
    built(options).unwrap_or_else(|code| code)
}

/// What a build works with.
struct Work<'a> {
    options: &'a BuildOptions,
    edition: Edition,
    theme: Theme,
    sources: Sources,
    editor: Option<Editor>,
    watcher: &'a Watcher,
}

/// Builds, unless the site stands already as it would be built. Both sides are exit codes.
fn built(options: &BuildOptions) -> Result<u8, u8> {
    let watcher = Watcher::new();
    watcher.begins(Stage::Comparing);
    let edition = Edition {
        today: input::today(options.input.date),
        base_url: options.base_url.clone(),
        generator: input::GENERATOR.to_owned(),
    };
    let theme_folder = input::theme_folder(options.input.theme.as_deref());
    let (remembered, memo) = Remembered::new(options, theme_folder.as_deref(), &edition).unzip();
    let mut guarded = vec![options.input.content.as_path()];
    guarded.extend(theme_folder.as_deref());
    let same = matches!((&remembered, &memo), (Some(now), Some(memo)) if now.is_same(memo));
    let said = memo.as_ref().map(|memo| memo.said.clone());
    let writer = SiteWriter::open(&options.out, &guarded, memo);
    if let (true, Ok(writer)) = (same, &writer)
        && writer.is_as_left()
    {
        unchanged(&said.unwrap_or_default(), options, &watcher);
        return Ok(FINE);
    }

    watcher.begins(Stage::Reading);
    let theme = input::theme(theme_folder.as_deref()).map_err(|why| report::stop(&why))?;
    let work = Work {
        options,
        edition,
        theme,
        sources: input::part(&options.input.content, &options.only)?,
        editor: Editor::wanted(&options.with_admin, &options.only)
            .map_err(|why| report::stop(&why))?,
        watcher: &watcher,
    };
    let writer = writer.map_err(|error| report::environment(&error))?;
    let program = remembered.as_ref().map_or(0, Remembered::program);
    let outcome = work.fill(&writer, program)?;

    // What is published must be written down first: an address that nobody remembers could be lost.
    let mut remembered = remembered;
    work.lock(&outcome, remembered.as_mut())?;
    watcher.begins(Stage::Writing);
    let disk = writer.busy();
    let finished = writer.finish();
    let (written, memo) = finished.map_err(|error| report::environment(&error))?;
    let said = summary(&outcome);
    if let Some(remembered) = remembered {
        watcher.begins(Stage::Memo);
        if let Err(error) = remembered.keep(memo, said.clone(), &work.sources) {
            eprintln!("предупреждение: сборка не запомнена, следующая начнёт заново: {error}");
        }
    }
    said.iter().for_each(report::say);
    work.tell(&outcome, &written, disk);
    Ok(FINE)
}

impl Work<'_> {
    /// Makes every file of the site.
    fn fill(&self, writer: &SiteWriter, program: build::Key) -> Result<Outcome, u8> {
        let sink = Counted {
            sink: writer,
            watcher: self.watcher,
        };
        let run = Run {
            sink: &sink,
            watch: self.watcher,
            program,
        };
        let extras = self.extras();
        let built = build::build_to(&self.sources, &self.theme, &self.edition, &extras, run);
        let of_theme = |error| report::stop(&format!("тема: {error}"));
        let outcome = built.map_err(of_theme)?;
        if let Some(error) = unread(&self.options.input.content, &self.sources) {
            return Err(report::environment(&error));
        }
        if !outcome.made {
            self.watcher.ends();
            return Err(refused(&outcome, &self.sources));
        }
        for file in self.editor()? {
            sink.put(file);
        }
        self.watcher.begins(Stage::Cards);
        let earlier = |path: &str| read_written(&self.options.out, path);
        build::paint(&outcome.cards, &self.theme, &earlier, &sink).map_err(of_theme)?;
        if let Some(manifest) = &outcome.manifest {
            for file in federation::finished(manifest.clone(), &federation::listed(writer.files()))
            {
                sink.put(file);
            }
        }
        Ok(outcome)
    }

    /// Writes down the addresses that are published for the first time.
    fn lock(&self, outcome: &Outcome, remembered: Option<&mut Remembered>) -> Result<(), u8> {
        let Some(text) = &outcome.lock else {
            return Ok(());
        };
        let file = self.options.input.content.join(LOCK);
        if self.options.locked {
            eprintln!(
                "ошибка: в {} записаны не все адреса этой сборки (--locked). Соберите сайт без --locked и сохраните \
                 {LOCK} вместе с правкой. Сайт не изменён.",
                file.display()
            );
            return Err(CONTENT);
        }
        match disk::replace(&file, text.as_bytes()) {
            Ok(()) => {
                if let Some(remembered) = remembered {
                    remembered.locked(&file, text.as_bytes());
                }
            }
            Err(error) => eprintln!(
                "предупреждение: новые адреса не записаны, и портал не заметит, если они пропадут: {error}"
            ),
        }
        Ok(())
    }

    fn editor(&self) -> Result<Vec<Artifact>, u8> {
        let files = self
            .editor
            .as_ref()
            .map(|editor| editor.files(&self.sources));
        let files = files.transpose().map_err(|why| report::stop(&why))?;
        Ok(files.unwrap_or_default())
    }

    fn extras(&self) -> Extras {
        let without = |part| self.options.without.contains(&part);
        let parts = [
            (LeftOut::Search, Part::Search),
            (LeftOut::Data, Part::Data),
            (LeftOut::Calendars, Part::Calendars),
            (LeftOut::Feeds, Part::Feeds),
        ];
        let left_out = parts.into_iter().filter(|(option, _)| without(*option));
        Extras {
            purpose: match self.options.no_cards || without(LeftOut::Cards) {
                true => Purpose::Plain,
                false => Purpose::WithCards,
            },
            history: match self.options.no_history || without(LeftOut::History) {
                true => History::default(),
                false => input::part_history(&self.options.input.content, &self.options.only),
            },
            without: left_out.map(|(_, part)| part).collect(),
            renews_lock: !self.options.no_lock,
            scope: self.options.scope,
        }
    }

    /// What was written, what to think of, what it cost.
    fn tell(&self, outcome: &Outcome, written: &Written, disk: Duration) {
        report::say(format!(
            "Записано в {}: изменено {}, без изменений {}, удалено {}.",
            self.options.out.display(),
            written.changed,
            written.unchanged,
            written.removed
        ));
        for (from, to) in outcome.moves.iter().take(MOVES) {
            report::say(format!(
                "Переехало: /{from} → /{to}; старый адрес ведёт на новый."
            ));
        }
        if outcome.moves.len() > MOVES {
            let more = outcome.moves.len() - MOVES;
            report::say(format!(
                "Переехало ещё: {}.",
                counted(more, ["адрес", "адреса", "адресов"])
            ));
        }
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
        if !self.options.without.is_empty() {
            eprintln!(
                "предупреждение: части сайта не сделаны (--without), ссылки на них никуда не ведут: такой сайт не \
                 публикуют"
            );
        }
        if let Some(warning) = limits::warning(written) {
            eprintln!("{warning}");
        }
        time(self.options, self.watcher, disk);
    }
}

/// Nothing was to be done.
fn unchanged(said: &[String], options: &BuildOptions, watcher: &Watcher) {
    said.iter().for_each(report::say);
    report::say(format!(
        "Ничего не изменилось: {} уже такой, каким был бы собран.",
        options.out.display()
    ));
    time(options, watcher, Duration::ZERO);
}

/// The table of stages, when it is wanted, and the time of all.
fn time(options: &BuildOptions, watcher: &Watcher, disk: Duration) {
    watcher.ends();
    if options.timings {
        eprint!("{}", watcher.table(disk));
    }
    report::say(format!("Время: {:.2} с.", watcher.elapsed().as_secs_f64()));
}

/// Content has errors: show them, leave the last site as it is.
fn refused(outcome: &Outcome, sources: &Sources) -> u8 {
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

/// What the site holds.
fn summary(outcome: &Outcome) -> Vec<String> {
    let Counts {
        territories,
        plans,
        events,
        pages,
        ..
    } = outcome.counts;
    vec![format!(
        "Собрано: {}, {}, {}, {}.",
        counted(pages, ["страница", "страницы", "страниц"]),
        counted(events, ["мероприятие", "мероприятия", "мероприятий"]),
        counted(plans, ["план", "плана", "планов"]),
        counted(territories, ["территория", "территории", "территорий"]),
    )]
}
