//! `portal build`: content into a folder with the finished site.

use std::time::Duration;

use crate::build::history::History;
use crate::build::verify::Sealed;
use crate::build::{
    self, Artifact, Counts, Extras, Origin, Outcome, Part, Purpose, Run, Sink, Stage, Watch,
    federation, limits,
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
use crate::files::git;
use crate::files::site_writer::{SiteWriter, Standing, Written};
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
    // What is remembered depends on it, too.
    let options = &BuildOptions {
        commit: Some(commit(options).unwrap_or_default()),
        ..options.clone()
    };
    let edition = edition(options);
    let theme_folder = input::theme_folder(options.input.theme.as_deref());
    let (remembered, memo) = Remembered::new(options, theme_folder.as_deref(), &edition).unzip();
    let mut guarded = vec![options.input.content.as_path()];
    guarded.extend(theme_folder.as_deref());
    guarded.extend(options.memo.as_deref());
    guarded.extend(options.with_admin.admin.as_deref());
    let standing = Standing::look(&options.out, &guarded);
    let standing = standing.map_err(|error| report::environment(&error))?;
    if let (Some(now), Some(memo)) = (&remembered, &memo)
        && now.is_same(memo)
        && standing.is_as_left(memo)
    {
        unchanged(&memo.said, options, &watcher);
        return Ok(FINE);
    }

    watcher.begins(Stage::Reading);
    let work = Work::new(options, edition, &watcher)?;
    let writer = SiteWriter::begin(standing, memo, options.in_place);
    let writer = writer.map_err(|error| report::unpublished(&options.out, &error))?;
    report::way(&options.out, &writer);
    let program = remembered.as_ref().map_or(0, Remembered::program);
    let earlier = |path: &str| read_written(&options.out, path);
    let outcome = work.fill(&Target {
        sink: &writer,
        files: &|| writer.files(),
        earlier: &earlier,
        program,
    })?;

    // What is published must be written down first: an address that nobody remembers could be lost.
    let mut remembered = remembered;
    work.lock(&outcome, remembered.as_mut())?;
    watcher.begins(Stage::Writing);
    let disk = writer.busy();
    let finished = writer.finish();
    let (written, memo) = finished.map_err(|error| report::unpublished(&options.out, &error))?;
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

/// Builds from nothing into a sink that keeps fingerprints alone, to compare a site with it. What goes wrong is said; the
/// error is the exit code.
pub fn fresh(options: &BuildOptions, sink: &Sealed) -> Result<(), u8> {
    let watcher = Watcher::new();
    let work = Work::new(options, edition(options), &watcher)?;
    work.fill(&Target {
        sink,
        files: &|| sink.files(),
        earlier: &|_| None,
        program: 0,
    })?;
    watcher.ends();
    Ok(())
}

fn edition(options: &BuildOptions) -> Edition {
    Edition {
        today: input::today(options.input.date),
        base_url: options.base_url.clone(),
        generator: input::GENERATOR.to_owned(),
    }
}

/// The commit of the content: the one that was told, else what git says of the folder when its history is read.
fn commit(options: &BuildOptions) -> Option<String> {
    match &options.commit {
        Some(commit) => Some(commit.clone()).filter(|commit| !commit.is_empty()),
        None if leaves_out(options, LeftOut::History) => None,
        None => git::commit(&options.input.content),
    }
}

/// True when a part is left out, by whichever of its options.
fn leaves_out(options: &BuildOptions, part: LeftOut) -> bool {
    options.without.contains(&part)
        || match part {
            LeftOut::Cards => options.no_cards,
            LeftOut::History => options.no_history,
            _ => false,
        }
}

/// Where the files of a site go.
struct Target<'a> {
    sink: &'a dyn Sink,
    /// The files there so far: path, bytes and xxh3-128.
    files: &'a dyn Fn() -> Vec<(String, u64, u128)>,
    /// Files of an earlier build by their paths.
    earlier: &'a (dyn Fn(&str) -> Option<Vec<u8>> + Sync),
    /// Tells this program from others.
    program: build::Key,
}

impl<'a> Work<'a> {
    fn new(options: &'a BuildOptions, edition: Edition, watcher: &'a Watcher) -> Result<Self, u8> {
        let theme_folder = input::theme_folder(options.input.theme.as_deref());
        let stop = |why: String| report::stop(&why);
        Ok(Work {
            options,
            edition,
            theme: input::theme(theme_folder.as_deref()).map_err(stop)?,
            sources: input::part(&options.input.content, &options.only)?,
            editor: Editor::wanted(&options.with_admin, &options.only).map_err(stop)?,
            watcher,
        })
    }
}

impl Work<'_> {
    /// Makes every file of the site.
    fn fill(&self, target: &Target<'_>) -> Result<Outcome, u8> {
        let sink = Counted {
            sink: target.sink,
            watcher: self.watcher,
        };
        let run = Run {
            sink: &sink,
            watch: self.watcher,
            program: target.program,
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
        let earlier = target.earlier;
        build::paint(&outcome.cards, &self.theme, &earlier, &sink).map_err(of_theme)?;
        if let Some(manifest) = &outcome.manifest {
            let listing = federation::listed((target.files)());
            for file in federation::finished(manifest.clone(), &listing) {
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
        let without = |part| leaves_out(self.options, part);
        let named = [
            LeftOut::Search,
            LeftOut::Data,
            LeftOut::Calendars,
            LeftOut::Feeds,
            LeftOut::Cards,
            LeftOut::History,
        ];
        let named = named.into_iter().filter(|part| without(*part));
        let parts = [
            (LeftOut::Search, Part::Search),
            (LeftOut::Data, Part::Data),
            (LeftOut::Calendars, Part::Calendars),
            (LeftOut::Feeds, Part::Feeds),
        ];
        let left_out = parts.into_iter().filter(|(option, _)| without(*option));
        Extras {
            purpose: match without(LeftOut::Cards) {
                true => Purpose::Plain,
                false => Purpose::WithCards,
            },
            history: match without(LeftOut::History) {
                true => History::default(),
                false => input::part_history(&self.options.input.content, &self.options.only),
            },
            without: left_out.map(|(_, part)| part).collect(),
            renews_lock: !self.options.no_lock,
            scope: self.options.scope,
            origin: Origin {
                commit: commit(self.options),
                without: named.map(|part| part.name().to_owned()).collect(),
            },
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
