//! `portal admin`: the editor in the browser, and how `build` and `serve` come by it.

use std::path::Path;
use std::sync::Arc;

use crate::build::admin::{self, Desk, TerritoryPath};
use crate::build::{self, Artifact};
use crate::cli::args::{AdminOptions, WithAdmin};
use crate::cli::exit::FINE;
use crate::cli::{input, report};
use crate::desk::admin::{FOLDER, Package, TESTED_VERSION};
use crate::files::disk::{read_named, read_tree};
use crate::files::site_writer::write_site;
use crate::files::sources::Sources;
use crate::text::russian::counted;

pub fn run(options: &AdminOptions) -> u8 {
    let sources = match input::content(&options.content) {
        Ok(sources) => sources,
        Err(code) => return code,
    };
    let (errors, _) = report::count(&build::check(&sources, None).diagnostics);
    if errors > 0 {
        eprintln!(
            "{} в содержимом: чего портал не понял, того нет и в редакторе. Подробно: portal check",
            counted(errors, ["ошибка", "ошибки", "ошибок"])
        );
    }
    let artifacts =
        Editor::new(&options.cms, &options.only).and_then(|editor| editor.files(&sources));
    let artifacts = match artifacts {
        Ok(artifacts) => artifacts,
        Err(why) => return report::stop(&why),
    };
    let inside = format!("{FOLDER}/");
    let files = artifacts.into_iter().map(|file| Artifact {
        path: file
            .path
            .strip_prefix(&inside)
            .unwrap_or(&file.path)
            .to_owned(),
        bytes: file.bytes,
    });
    match write_site(&options.out, &[&options.content, &options.cms], files) {
        Ok(written) => {
            report::say(format!(
                "Редактор записан в {}: изменено {}, без изменений {}, удалено {}.",
                options.out.display(),
                written.changed,
                written.unchanged,
                written.removed
            ));
            FINE
        }
        Err(error) => report::environment(&error),
    }
}

/// The editor's package, read once: its script is large and does not change while content is edited.
pub struct Editor(Arc<Desk>);

impl Editor {
    /// The editor that `build` and `serve` were asked for, if they were; for these territories alone, if any are given.
    ///
    /// # Errors
    /// In Russian: why there is none.
    pub fn wanted(options: &WithAdmin, only: &[TerritoryPath]) -> Result<Option<Editor>, String> {
        let folder = options.admin.as_deref();
        folder.map(|folder| Editor::new(folder, only)).transpose()
    }

    fn new(folder: &Path, only: &[TerritoryPath]) -> Result<Editor, String> {
        let package = package(folder)?;
        let other = package
            .version()
            .filter(|version| version != TESTED_VERSION);
        if let Some(version) = other {
            eprintln!(
                "предупреждение: портал проверен с пакетом @sveltia/cms {TESTED_VERSION}, здесь {version}"
            );
        }
        Ok(Editor(Arc::new(Desk {
            package,
            only: only.to_vec(),
        })))
    }

    /// It, for whoever makes its files when they are asked for.
    pub fn desk(&self) -> Arc<Desk> {
        Arc::clone(&self.0)
    }

    /// Its files on the site.
    ///
    /// # Errors
    /// In Russian: why there are none.
    pub fn files(&self, sources: &Sources) -> Result<Vec<Artifact>, String> {
        admin::files(sources, &self.0.package, &self.0.only).map_err(|error| error.to_string())
    }
}

/// The package in the folder it was installed into, or in its own.
fn package(folder: &Path) -> Result<Package, String> {
    let inside = folder.join("node_modules/@sveltia/cms");
    let root = if inside.is_dir() {
        inside
    } else {
        folder.to_owned()
    };
    if !root.join("package.json").is_file() {
        return Err(format!(
            "в папке {} нет пакета @sveltia/cms. Поставьте его один раз: npm install --prefix {} @sveltia/cms@{TESTED_VERSION}",
            folder.display(),
            folder.display()
        ));
    }
    let file = |path: &str| read_named(&root.join(path)).map_err(|error| error.to_string());
    let mut parts = Vec::new();
    for (folder, endings) in [
        ("dist/chunks", &[".js"][..]),
        ("npm/assets", &[".woff2", ".LICENSE.txt"]),
    ] {
        // A package of another version may have none.
        let Ok(found) = read_tree(&root.join(folder)) else {
            continue;
        };
        let wanted = |name: &str| endings.iter().any(|ending| name.ends_with(ending));
        let files = found.iter().filter(|(_, file)| wanted(&file.path));
        parts.extend(files.map(|(_, file)| (file.path.clone(), file.bytes().into_owned())));
    }
    Ok(Package {
        manifest: file("package.json")?,
        script: file("dist/sveltia-cms.js")?,
        license: file("LICENSE.txt")?,
        russian: file("locales/ru.json")?,
        parts,
    })
}
