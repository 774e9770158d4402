//! `portal serve`: the edit loop on this computer.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::build::history::History;
use crate::build::{self, Extras, Purpose};
use crate::cli::admin::Editor;
use crate::cli::args::ServeOptions;
use crate::cli::exit::{ENVIRONMENT, FINE};
use crate::cli::{input, report};
use crate::desk::admin::FOLDER;
use crate::diag::{Diagnostic, explain, show};
use crate::files::disk::read_tree;
use crate::files::sources::Sources;
use crate::render::Edition;
use crate::serve::{self, Address, Files, Rebuild, ShownCode, ShownProblem, Site, Told, Wanted};
use crate::text::russian::counted;

pub fn run(options: &ServeOptions) -> u8 {
    // The folder is looked for once, before the browser opens on nothing.
    if let Err(code) = input::content(&options.input.content) {
        return code;
    }
    let editor = match Editor::wanted(&options.with_admin) {
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
    // History is read once: a commit made while the pages are edited is seen by the next start.
    let extras = Extras {
        history: match options.no_history {
            true => History::default(),
            false => input::history(&options.input.content),
        },
        purpose: Purpose::Preview,
        ..Extras::default()
    };
    let mut rebuild = |wanted: Wanted<'_>| {
        let edition = Edition {
            today: input::today(options.input.date),
            base_url: Some(wanted.base_url.to_owned()),
            generator: input::GENERATOR.to_owned(),
        };
        let parts = Parts {
            content: &options.input.content,
            theme: theme_folder.as_deref(),
            editor: editor.as_ref(),
            extras: &extras,
        };
        rebuild(&parts, &edition)
    };
    match serve::run(&watched, address, &mut rebuild, &mut |told| {
        tell(&told);
        if let (Told::Listening { url }, Some(_)) = (&told, &editor) {
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
struct Parts<'a> {
    content: &'a Path,
    theme: Option<&'a Path>,
    editor: Option<&'a Editor>,
    extras: &'a Extras,
}

fn rebuild(parts: &Parts<'_>, edition: &Edition) -> Rebuild {
    let sources = match read_tree(parts.content) {
        Ok(sources) => sources,
        Err(error) => return failed("content", &error.to_string()),
    };
    let theme = match input::theme(parts.theme) {
        Ok(theme) => theme,
        Err(why) => return failed("theme", &why),
    };
    match build::build_with(&sources, &theme, edition, parts.extras, &|_, _| {}) {
        Ok(outcome) => {
            // From content with errors nothing is shown anew, the editor included.
            let wanted = parts.editor.filter(|_| outcome.artifacts.is_some());
            let editor = match wanted.map(|editor| editor.files(&sources)).transpose() {
                Ok(files) => files.unwrap_or_default(),
                Err(why) => return failed("admin", &why),
            };
            let errors: Vec<&Diagnostic> = outcome
                .diagnostics
                .iter()
                .filter(|d| d.is_error())
                .collect();
            Rebuild {
                problems: errors
                    .iter()
                    .map(|diagnostic| shown(diagnostic, &sources))
                    .collect(),
                site: outcome.artifacts.map(|artifacts| -> Arc<dyn Files> {
                    Arc::new(
                        artifacts
                            .into_iter()
                            .chain(editor)
                            .map(|file| (file.path, Arc::from(file.bytes)))
                            .collect::<Site>(),
                    )
                }),
                afterwards: None,
            }
        }
        Err(error) => failed("theme", &error.to_string()),
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
    let title = why.lines().next().unwrap_or_default().to_owned();
    let problem = ShownProblem {
        severe: true,
        place: place.to_owned(),
        title,
        drawing: why.to_owned(),
        help: Vec::new(),
        code: None,
    };
    Rebuild {
        site: None,
        problems: vec![problem],
        afterwards: None,
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
                "Собрано за {} мс: {}.",
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
        Told::Changed { .. } | Told::Checked { .. } => {}
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
