//! `portal serve`: the edit loop on this computer.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::Date;

use crate::build::history::History;
use crate::build::live::{Fault, Refusal, Shelf, Shown, Workshop};
use crate::cli::admin::Editor;
use crate::cli::args::ServeOptions;
use crate::cli::exit::{ENVIRONMENT, FINE};
use crate::cli::{input, report};
use crate::desk::admin::FOLDER;
use crate::diag::{Diagnostic, explain, show};
use crate::files::disk::open_tree;
use crate::files::refresh;
use crate::files::sources::Sources;
use crate::render::Edition;
use crate::serve::{self, Address, Files, Rebuild, ShownCode, ShownProblem, Told, Wanted};
use crate::text::russian::counted;

pub fn run(options: &ServeOptions) -> u8 {
    // The folder is looked for once, before the browser opens on nothing.
    if let Err(code) = input::content(&options.input.content) {
        return code;
    }
    let editor = match Editor::wanted(&options.with_admin, &options.only) {
        Ok(editor) => editor,
        Err(why) => return report::stop(&why),
    };
    let theme_folder = input::theme_folder(options.input.theme.as_deref());
    let mut watched: Vec<PathBuf> = vec![options.input.content.clone()];
    watched.extend(theme_folder.clone());
    let address = Address {
        port: options.port,
        open_browser: options.open,
    };
    let parts = Parts {
        content: options.input.content.clone(),
        theme: theme_folder,
        editor,
        // History is read once: a commit made while the pages are edited is seen by the next start.
        history: match options.no_history {
            true => History::default(),
            false => input::history(&options.input.content),
        },
        date: options.input.date,
    };
    let mut kept = Kept::default();
    let mut rebuild = |wanted: Wanted<'_>| rebuild(&parts, &mut kept, &wanted);
    match serve::run(&watched, address, &mut rebuild, &mut |told| {
        tell(&told);
        if let (Told::Listening { url }, Some(_)) = (&told, &parts.editor) {
            report::say(format!("Редактор — по адресу {url}{FOLDER}/"));
        }
    }) {
        Ok(()) => FINE,
        Err(error) => {
            eprintln!("ошибка: {error}");
            ENVIRONMENT
        }
    }
}

/// What is watched and shown.
struct Parts {
    content: PathBuf,
    theme: Option<PathBuf>,
    editor: Option<Editor>,
    history: History,
    date: Option<Date>,
}

fn rebuild(parts: &Parts, kept: &mut Kept, wanted: &Wanted<'_>) -> Rebuild {
    let edition = Edition {
        today: input::today(parts.date),
        base_url: Some(wanted.base_url.to_owned()),
        generator: input::GENERATOR.to_owned(),
    };
    let workshop = match kept.renewed(parts, wanted.changed.unwrap_or_default()) {
        Ok(workshop) => workshop,
        Err(problem) => return failed(problem.0, &problem.1),
    };
    match workshop.show(&edition) {
        Ok(Shown { shelf, inspection }) => Rebuild {
            site: Some(Arc::new(OnShelf(shelf))),
            problems: Vec::new(),
            afterwards: Some(Box::new(move |is_outdated| {
                let (errors, sources) = inspection.errors(is_outdated)?;
                Some(errors.iter().map(|error| shown(error, &sources)).collect())
            })),
        },
        Err(Refusal::Content(errors)) => Rebuild {
            problems: errors
                .iter()
                .map(|error| shown(error, workshop.sources()))
                .collect(),
            ..Rebuild::default()
        },
        Err(Refusal::Theme(error)) => failed("theme", &error.to_string()),
        Err(Refusal::Editor(why)) => failed("admin", &why),
    }
}

/// What is kept from one change to the next.
#[derive(Default)]
struct Kept {
    /// None before everything was read, and after files could not be read: then all are read anew.
    workshop: Option<Workshop>,
    /// True while the theme on the disk cannot be compiled, so that the workshop has an older one.
    theme_is_broken: bool,
}

/// What failed and why.
type Problem = (&'static str, String);

impl Kept {
    /// The workshop after it was told what changed.
    fn renewed(&mut self, parts: &Parts, changed: &[PathBuf]) -> Result<&mut Workshop, Problem> {
        let Some(mut known) = self.workshop.take() else {
            return Ok(self.workshop.insert(begun(parts)?));
        };
        let changes = refresh::changes(&parts.content, known.sources(), changed)
            .map_err(|error| ("content", error.to_string()))?;
        known.change(&changes);
        let known = self.workshop.insert(known);
        let theme = parts.theme.as_deref();
        if self.theme_is_broken || theme.is_some_and(|folder| refresh::concerns(folder, changed)) {
            self.theme_is_broken = true;
            known.set_theme(input::theme(theme).map_err(|why| ("theme", why))?);
            self.theme_is_broken = false;
        }
        Ok(known)
    }
}

/// Everything is read.
fn begun(parts: &Parts) -> Result<Workshop, Problem> {
    let sources = open_tree(&parts.content).map_err(|error| ("content", error.to_string()))?;
    let theme = input::theme(parts.theme.as_deref()).map_err(|why| ("theme", why))?;
    let editor = parts.editor.as_ref().map(Editor::desk);
    Ok(Workshop::new(sources, parts.history.clone(), theme, editor))
}

/// A shelf as the server asks it.
struct OnShelf(Shelf);

impl Files for OnShelf {
    fn file(&self, path: &str) -> Result<Option<Arc<[u8]>>, Box<ShownProblem>> {
        let fault = |fault: Fault| Box::new(problem(fault.place, &fault.why));
        self.0.file(path).map_err(fault)
    }

    fn has_page(&self, path: &str) -> bool {
        self.0.has_page(path)
    }

    fn pages(&self) -> usize {
        self.0.pages()
    }

    fn styles(&self) -> u64 {
        self.0.styles()
    }

    fn surroundings(&self) -> u64 {
        self.0.surroundings()
    }
}

fn shown(diagnostic: &Diagnostic, sources: &Sources) -> ShownProblem {
    let place = show::place(diagnostic.span, sources);
    ShownProblem {
        severe: diagnostic.is_error(),
        place: format!("{}:{}:{}", place.path, place.line, place.column),
        title: diagnostic.message.clone(),
        drawing: show::text(std::slice::from_ref(diagnostic), sources, false),
        help: diagnostic.help.clone(),
        code: Some(ShownCode {
            id: diagnostic.code.id.to_owned(),
            address: explain::address(diagnostic.code),
        }),
    }
}

fn failed(place: &str, why: &str) -> Rebuild {
    Rebuild {
        problems: vec![problem(place, why)],
        ..Rebuild::default()
    }
}

fn problem(place: &str, why: &str) -> ShownProblem {
    ShownProblem {
        severe: true,
        place: place.to_owned(),
        title: why.lines().next().unwrap_or_default().to_owned(),
        drawing: why.to_owned(),
        help: Vec::new(),
        code: None,
    }
}

fn tell(told: &Told) {
    match told {
        Told::Rebuilt {
            took,
            pages,
            problems,
        } => match pages {
            Some(pages) => eprintln!(
                "Готово за {} мс: {}.",
                took.as_millis(),
                counted(*pages, ["страница", "страницы", "страниц"])
            ),
            None => eprintln!(
                "Есть {}: сайт показан прежний, ошибки — поверх страницы. Подробно: portal check",
                counted(*problems, ["ошибка", "ошибки", "ошибок"])
            ),
        },
        Told::Listening { url } => {
            report::say(format!("Сайт открыт по адресу {url}"));
            report::say("Правьте файлы — страница обновится сама. Остановить: Ctrl+C.");
        }
        Told::Checked { problems: 0 } => eprintln!("Ошибок больше нет."),
        Told::Checked { problems } => eprintln!(
            "Есть {}: они поверх страницы. Подробно: portal check",
            counted(*problems, ["ошибка", "ошибки", "ошибок"])
        ),
        Told::Changed { .. } => {}
        Told::WatchLost { folder, reason } => {
            eprintln!("Папка {} не видна: {reason}. Жду её.", folder.display())
        }
        Told::WatchBack { folder } => eprintln!("Папка {} снова на месте.", folder.display()),
        Told::BrowserFailed { url, reason } => {
            eprintln!("Браузер не открылся ({reason}). Откройте сами: {url}")
        }
        Told::Stopped => eprintln!("Остановлено."),
    }
}
