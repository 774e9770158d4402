//! Scripts of a theme: the modules of one folder of `scripts/` become one published file, so that a page asks for one
//! address and a theme can still replace a single module. What is seldom needed becomes a further file, a chunk, that
//! the first one asks for while it runs.
//!
//! The convention a module keeps (anything else is an error of the theme, not a broken page):
//! - `import { name } from './other.js';` names a module of the same folder, `'../search/dom.js'` one of another; it starts
//!   a line and ends with `;`; names are not renamed with `as`, so the names at the top of modules that come into one file
//!   must differ;
//! - `import('./rare.js')`, or `import('../search/rare.js')`, names a chunk: that module with all it imports, published
//!   beside the first files. Modules that a first file has, too, are repeated in it, so they should be small and keep no
//!   state; a chunk asks for no further chunk;
//! - `export ` stands only before `const`, `let`, `function`, `async function` and `class` at the start of a line;
//! - a comment has lines of its own: `//` at the beginning of the line, or `/*` at the beginning and `*/` at the end;
//! - no string goes over a line, since lines are trimmed and comment lines are left out.

mod module;

use std::collections::{BTreeMap, BTreeSet};

use module::Module;

/// A module that cannot be joined with the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScriptError {
    /// Path in the theme: `scripts/search/page.js`.
    pub path: String,
    /// What is wrong, in words.
    pub message: String,
}

/// The joined scripts of a theme, name and text: `search.js` for the folder `scripts/search/`, `search-rare.js` for its
/// chunk `rare.js`. `files` are the files of the theme by path; `published` gives the path on the site of a name and
/// text, by whose last part a script asks for its chunks.
///
/// # Errors
/// When a module breaks the convention, names a module that is not there, or modules import each other in a circle.
pub fn joined(
    files: &BTreeMap<&str, impl AsRef<[u8]>>,
    published: impl Fn(&str, &[u8]) -> String,
) -> Result<Vec<(String, String)>, ScriptError> {
    let modules = read(files)?;
    let chunks = chunks(&modules)?;
    let mut scripts = Vec::new();
    let mut names = BTreeMap::new();
    for chunk in &chunks {
        let body = join(&modules, &with_imports(&modules, [*chunk]), Some(chunk))?;
        let name = chunk.replacen('/', "-", 1);
        let path = published(&name, body.as_bytes());
        let file = path.rsplit('/').next().unwrap_or(&path);
        names.insert(*chunk, file.to_owned());
        scripts.push((name, body));
    }
    let folders: BTreeSet<&str> = modules.keys().map(|path| folder_of(path)).collect();
    for folder in folders {
        let wanted = first_file(folder, &modules, &chunks);
        let mut text = join(&modules, &wanted, None)?;
        let asked = wanted.iter().filter_map(|path| modules.get(*path));
        for chunk in asked.flat_map(|module| &module.chunks) {
            text = Module::with_chunk(&text, &chunk.address, &names[chunk.path.as_str()]);
        }
        scripts.push((format!("{folder}.js"), text));
    }
    Ok(scripts)
}

/// Modules by folder and file.
type Modules<'a> = BTreeMap<&'a str, Module>;

fn read<'a>(files: &BTreeMap<&'a str, impl AsRef<[u8]>>) -> Result<Modules<'a>, ScriptError> {
    let mut modules = Modules::new();
    for (file, bytes) in files {
        let path = file.strip_prefix("scripts/").filter(|path| {
            let name = path.split_once('/').map(|(_, name)| name);
            name.is_some_and(|name| name.ends_with(".js"))
        });
        let Some(path) = path else { continue };
        let module = std::str::from_utf8(bytes.as_ref())
            .map_err(|_| "файл не в UTF-8".to_owned())
            .and_then(|text| Module::read(folder_of(path), text))
            .map_err(|message| error(path, message))?;
        modules.insert(path, module);
    }
    Ok(modules)
}

fn folder_of(path: &str) -> &str {
    path.split_once('/').map_or(path, |(folder, _)| folder)
}

/// Modules that others ask for while they run.
fn chunks<'a>(modules: &'a Modules<'_>) -> Result<BTreeSet<&'a str>, ScriptError> {
    let mut chunks = BTreeSet::new();
    for (path, module) in modules {
        for chunk in &module.chunks {
            if !modules.contains_key(chunk.path.as_str()) {
                return Err(not_there(path, &chunk.path));
            }
            chunks.insert(chunk.path.as_str());
        }
    }
    for path in with_imports(modules, chunks.iter().copied()) {
        if modules
            .get(path)
            .is_some_and(|module| !module.chunks.is_empty())
        {
            let message = "файл догружается сам или нужен догружаемому: import(…) в нём нельзя";
            return Err(error(path, message.to_owned()));
        }
    }
    Ok(chunks)
}

/// Modules with everything they import.
fn with_imports<'a>(
    modules: &'a Modules<'_>,
    of: impl IntoIterator<Item = &'a str>,
) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    let mut waiting: Vec<&str> = of.into_iter().collect();
    while let Some(path) = waiting.pop() {
        if found.insert(path) {
            let imports = modules.get(path).map(|module| module.imports.as_slice());
            waiting.extend(imports.unwrap_or_default().iter().map(String::as_str));
        }
    }
    found
}

/// Modules of the first file of a folder: all of the folder but the chunks and what only they import, with what those
/// import from elsewhere.
fn first_file<'a>(
    folder: &str,
    modules: &'a Modules<'_>,
    chunks: &BTreeSet<&'a str>,
) -> BTreeSet<&'a str> {
    let only_of_chunks = with_imports(modules, chunks.iter().copied());
    let others = modules
        .keys()
        .copied()
        .filter(|path| folder_of(path) == folder && !only_of_chunks.contains(path));
    with_imports(modules, others)
}

/// Two modules of one file that declare one name would be one broken script.
fn check_names(modules: &Modules<'_>, wanted: &BTreeSet<&str>) -> Result<(), ScriptError> {
    let mut owners: BTreeMap<&str, &str> = BTreeMap::new();
    for (path, module) in modules.iter().filter(|(path, _)| wanted.contains(*path)) {
        for name in &module.names {
            if let Some(first) = owners.insert(name, path) {
                let message = format!("имя «{name}» уже есть в {first}: скрипты соединяются");
                return Err(error(path, message));
            }
        }
    }
    Ok(())
}

/// The `wanted` modules in the order of their imports; those that do not depend on each other by name. `exporting`
/// keeps its exports.
fn join(
    modules: &Modules<'_>,
    wanted: &BTreeSet<&str>,
    exporting: Option<&str>,
) -> Result<String, ScriptError> {
    check_names(modules, wanted)?;
    let mut text = String::new();
    let mut waiting = wanted.clone();
    while !waiting.is_empty() {
        let is_ready = |module: &&Module| {
            let imports = &module.imports;
            imports
                .iter()
                .all(|import| !waiting.contains(import.as_str()))
        };
        let next = waiting.iter().find_map(|path| {
            let module = modules.get(path).filter(is_ready)?;
            Some((*path, module))
        });
        let Some((path, module)) = next else {
            return Err(unresolved(modules, &waiting));
        };
        text.push_str(&module.body(exporting == Some(path)));
        waiting.remove(path);
    }
    Ok(text)
}

/// Why none of the `waiting` modules can be next.
fn unresolved(modules: &Modules<'_>, waiting: &BTreeSet<&str>) -> ScriptError {
    for path in waiting {
        let imports = modules.get(path).map(|module| module.imports.as_slice());
        let missing = |import: &&String| !modules.contains_key(import.as_str());
        if let Some(import) = imports.unwrap_or_default().iter().find(missing) {
            return not_there(path, import);
        }
    }
    let paths: Vec<&str> = waiting.iter().copied().collect();
    let message = format!("файлы подключают друг друга по кругу: {}", paths.join(", "));
    error(paths.first().copied().unwrap_or_default(), message)
}

fn not_there(path: &str, import: &str) -> ScriptError {
    error(
        path,
        format!("нет файла scripts/{import}, который он подключает"),
    )
}

/// `path` is folder and file, as modules are named.
fn error(path: &str, message: String) -> ScriptError {
    ScriptError {
        path: format!("scripts/{path}"),
        message,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(files: &[(&str, &str)]) -> Result<String, String> {
        let files: BTreeMap<&str, &[u8]> = files
            .iter()
            .map(|(path, text)| (*path, text.as_bytes()))
            .collect();
        match joined(&files, |name, _| format!("assets/{name}.hash")) {
            Ok(scripts) => Ok(scripts
                .into_iter()
                .map(|(name, text)| format!("{name}: {text}"))
                .collect()),
            Err(error) => Err(format!("{}: {}", error.path, error.message)),
        }
    }

    #[test]
    fn modules_follow_their_imports_without_comments() {
        let page = "// The page.\nimport {\n  b,\n} from './b.js';\nimport { a } from './a.js';\n\n/**\n * Starts.\n */\nexport async function start() {\n  // Now.\n  b(a, 'https://x');\n}\n";
        let b = "import { a } from './z.js';\nexport const b = a;\n";
        let said = of(&[
            ("scripts/search/a.js", "export const a = 1; // kept\n"),
            ("scripts/search/b.js", b),
            ("scripts/search/page.js", page),
            ("scripts/search/z.js", "/* one line */\nlet z = 2;\n"),
            ("static/style.css", "a {}"),
        ]);
        let expected = "search.js: const a = 1; // kept\nlet z = 2;\nconst b = a;\nasync function start() {\nb(a, 'https://x');\n}\n";
        assert_eq!(said.as_deref(), Ok(expected));
    }

    #[test]
    fn what_cannot_be_joined_is_an_error_of_the_theme() {
        let fails = |text: &str| of(&[("scripts/s/a.js", text)]).expect_err("an error");
        assert!(fails("import { b } from './b.js';").contains("нет файла scripts/s/b.js"));
        assert!(fails("import { b } from './a.js';").contains("по кругу: s/a.js"));
        assert!(fails("import { b as c } from './b.js';").contains("«as»"));
        assert!(fails("import { b } from '../../b.js';").contains("только './имя.js'"));
        assert!(fails("import { b } from './b.js'").contains("точкой с запятой"));
        assert!(fails("export default 1;").contains("объявление"));
        let twice = of(&[
            ("scripts/s/a.js", "const one = 1;\n"),
            (
                "scripts/s/b.js",
                "export function one() {\n  const a = 2;\n}\n",
            ),
        ]);
        assert!(
            twice
                .expect_err("an error")
                .contains("«one» уже есть в s/a.js")
        );
    }

    #[test]
    fn what_is_seldom_needed_is_a_file_of_its_own() {
        let page =
            "import { a } from './a.js';\nconst rare = () => import('./rare.js');\nrare(a);\n";
        let said = of(&[
            ("scripts/s/a.js", "export const a = 1;\n"),
            ("scripts/s/only.js", "export const only = 2;\n"),
            ("scripts/s/page.js", page),
            (
                "scripts/s/rare.js",
                "import { a } from './a.js';\nimport { only } from './only.js';\nexport function f() {\n  only(a);\n}\n",
            ),
        ]);
        let chunk =
            "s-rare.js: const a = 1;\nconst only = 2;\nexport function f() {\nonly(a);\n}\n";
        let first =
            "s.js: const a = 1;\nconst rare = () => import('./s-rare.js.hash');\nrare(a);\n";
        assert_eq!(said, Ok([chunk, first].concat()));
    }

    #[test]
    fn folders_share_modules() {
        let said = of(&[
            (
                "scripts/a/start.js",
                "import { dom } from '../b/dom.js';\ndom(import('../b/rare.js'));\n",
            ),
            ("scripts/b/dom.js", "export const dom = 1;\n"),
            ("scripts/b/page.js", "let page = 1;\n"),
            ("scripts/b/rare.js", "export const rare = 2;\n"),
        ]);
        let chunk = "b-rare.js: export const rare = 2;\n";
        let first = "a.js: const dom = 1;\ndom(import('./b-rare.js.hash'));\nb.js: const dom = 1;\nlet page = 1;\n";
        assert_eq!(said, Ok([chunk, first].concat()));
        let missing = of(&[("scripts/a/start.js", "import('../b/rare.js');\n")]);
        assert!(
            missing
                .expect_err("an error")
                .contains("нет файла scripts/b/rare.js")
        );
    }

    #[test]
    fn a_chunk_asks_for_no_chunk_and_must_be_there() {
        let fails = |page: &str, rare: &str| {
            let files = [("scripts/s/page.js", page), ("scripts/s/rare.js", rare)];
            of(&files).expect_err("an error")
        };
        assert!(fails("import('./other.js');", "1;").contains("нет файла scripts/s/other.js"));
        assert!(
            fails("import('./rare.js');", "import('./page.js');")
                .contains("import(…) в нём нельзя")
        );
        assert!(fails("import(name);", "1;").contains("только './имя.js'"));
        assert!(fails("import('../rare.js');", "1;").contains("только './имя.js'"));
    }
}
