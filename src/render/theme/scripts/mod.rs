//! Scripts of a theme: the modules of one folder of `scripts/` become one published file, so that a page asks for one
//! address and a theme can still replace a single module. What is seldom needed becomes a further file, a chunk, that
//! the first one asks for while it runs.
//!
//! The convention a module keeps (anything else is an error of the theme, not a broken page):
//! - `import { name } from './other.js';` names modules of the same folder only, starts a line and ends with `;`;
//!   names are not renamed with `as`, so the names at the top of modules that come into one file must differ;
//! - `import('./rare.js')` names a chunk: that module with all it imports, published beside the first file. Modules
//!   that the first file has, too, are repeated in it, so they should be small and keep no state; a chunk asks for no
//!   further chunk;
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
    let mut folders: BTreeMap<&str, Modules> = BTreeMap::new();
    for (path, bytes) in files {
        let Some((folder, name)) = path
            .strip_prefix("scripts/")
            .and_then(|rest| rest.split_once('/'))
            .filter(|(_, name)| name.ends_with(".js"))
        else {
            continue;
        };
        let module = std::str::from_utf8(bytes.as_ref())
            .map_err(|_| "файл не в UTF-8".to_owned())
            .and_then(Module::read)
            .map_err(|message| error(path, message))?;
        folders.entry(folder).or_default().insert(name, module);
    }
    let mut scripts = Vec::new();
    for (folder, modules) in &folders {
        let chunks = chunks(folder, modules)?;
        let mut text = join(folder, modules, &first_file(modules, &chunks), None)?;
        for chunk in chunks {
            let body = join(
                folder,
                modules,
                &with_imports(modules, [chunk]),
                Some(chunk),
            )?;
            let name = format!("{folder}-{chunk}");
            let path = published(&name, body.as_bytes());
            let file = path.rsplit('/').next().unwrap_or(&path);
            text = Module::with_chunk(&text, chunk, file);
            scripts.push((name, body));
        }
        scripts.push((format!("{folder}.js"), text));
    }
    Ok(scripts)
}

/// Modules of a folder by name.
type Modules<'a> = BTreeMap<&'a str, Module>;

/// Modules that others ask for while they run.
fn chunks<'a>(folder: &str, modules: &'a Modules<'_>) -> Result<BTreeSet<&'a str>, ScriptError> {
    let mut chunks = BTreeSet::new();
    for (file, module) in modules {
        for chunk in &module.chunks {
            if !modules.contains_key(chunk.as_str()) {
                return Err(not_there(folder, file, chunk));
            }
            chunks.insert(chunk.as_str());
        }
    }
    for file in with_imports(modules, chunks.iter().copied()) {
        if modules
            .get(file)
            .is_some_and(|module| !module.chunks.is_empty())
        {
            let message = "файл догружается сам или нужен догружаемому: import(…) в нём нельзя";
            return Err(error(
                &format!("scripts/{folder}/{file}"),
                message.to_owned(),
            ));
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
    while let Some(name) = waiting.pop() {
        if found.insert(name) {
            let imports = modules.get(name).map(|module| module.imports.as_slice());
            waiting.extend(imports.unwrap_or_default().iter().map(String::as_str));
        }
    }
    found
}

/// Modules of the first file: all but the chunks and what only they import.
fn first_file<'a>(modules: &'a Modules<'_>, chunks: &BTreeSet<&'a str>) -> BTreeSet<&'a str> {
    let only_of_chunks = with_imports(modules, chunks.iter().copied());
    let others = modules
        .keys()
        .copied()
        .filter(|name| !only_of_chunks.contains(name));
    with_imports(modules, others)
}

/// Two modules of one file that declare one name would be one broken script.
fn check_names(
    folder: &str,
    modules: &Modules<'_>,
    wanted: &BTreeSet<&str>,
) -> Result<(), ScriptError> {
    let mut owners: BTreeMap<&str, &str> = BTreeMap::new();
    for (file, module) in modules.iter().filter(|(file, _)| wanted.contains(*file)) {
        for name in &module.names {
            if let Some(first) = owners.insert(name, file) {
                let message = format!("имя «{name}» уже есть в {first}: скрипты соединяются");
                return Err(error(&format!("scripts/{folder}/{file}"), message));
            }
        }
    }
    Ok(())
}

/// The `wanted` modules in the order of their imports; those that do not depend on each other by name. `exporting`
/// keeps its exports.
fn join(
    folder: &str,
    modules: &Modules<'_>,
    wanted: &BTreeSet<&str>,
    exporting: Option<&str>,
) -> Result<String, ScriptError> {
    check_names(folder, modules, wanted)?;
    let mut text = String::new();
    let mut waiting = wanted.clone();
    while !waiting.is_empty() {
        let is_ready = |module: &&Module| {
            let imports = &module.imports;
            imports
                .iter()
                .all(|import| !waiting.contains(import.as_str()))
        };
        let next = waiting.iter().find_map(|name| {
            let module = modules.get(name).filter(is_ready)?;
            Some((*name, module))
        });
        let Some((name, module)) = next else {
            return Err(unresolved(folder, modules, &waiting));
        };
        text.push_str(&module.body(exporting == Some(name)));
        waiting.remove(name);
    }
    Ok(text)
}

/// Why none of the `waiting` modules can be next.
fn unresolved(folder: &str, modules: &Modules<'_>, waiting: &BTreeSet<&str>) -> ScriptError {
    for name in waiting {
        let imports = modules.get(name).map(|module| module.imports.as_slice());
        let missing = |import: &&String| !modules.contains_key(import.as_str());
        if let Some(import) = imports.unwrap_or_default().iter().find(missing) {
            return not_there(folder, name, import);
        }
    }
    let names: Vec<&str> = waiting.iter().copied().collect();
    error(
        &format!("scripts/{folder}"),
        format!("файлы подключают друг друга по кругу: {}", names.join(", ")),
    )
}

fn not_there(folder: &str, file: &str, import: &str) -> ScriptError {
    error(
        &format!("scripts/{folder}/{file}"),
        format!("нет файла scripts/{folder}/{import}, который он подключает"),
    )
}

fn error(path: &str, message: String) -> ScriptError {
    ScriptError {
        path: path.to_owned(),
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
        assert!(fails("import { b } from './a.js';").contains("по кругу: a.js"));
        assert!(fails("import { b as c } from './b.js';").contains("«as»"));
        assert!(fails("import { b } from '../b.js';").contains("той же папки"));
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
                .contains("«one» уже есть в a.js")
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
        assert!(fails("import(name);", "1;").contains("той же папки"));
        assert!(fails("import('../rare.js');", "1;").contains("той же папки"));
    }
}
