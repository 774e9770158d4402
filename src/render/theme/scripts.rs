//! Scripts of a theme: the modules of one folder of `scripts/` become one published file, so that a page asks for one
//! address and a theme can still replace a single module.
//!
//! The convention a module keeps (anything else is an error of the theme, not a broken page):
//! - `import { name } from './other.js';` names modules of the same folder only, starts a line and ends with `;`;
//!   names are not renamed with `as`, so the names at the top of all modules of a folder must differ;
//! - `export ` stands only before `const`, `let`, `function`, `async function` and `class` at the start of a line;
//! - a comment has lines of its own: `//` at the beginning of the line, or `/*` at the beginning and `*/` at the end;
//! - no string goes over a line, since lines are trimmed and comment lines are left out.

use std::collections::BTreeMap;
use std::fmt::Write as _;

/// What may follow `export `.
const DECLARATIONS: &[&str] = &["const ", "let ", "function ", "async function ", "class "];

/// A module that cannot be joined with the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScriptError {
    /// Path in the theme: `scripts/search/page.js`.
    pub path: String,
    /// What is wrong, in words.
    pub message: String,
}

/// The joined scripts of a theme: name (`search.js` for the folder `scripts/search/`) and text. `files` are the files
/// of the theme by path.
///
/// # Errors
/// When a module breaks the convention, names a module that is not there, or modules import each other in a circle.
pub fn joined(files: &BTreeMap<&str, &[u8]>) -> Result<Vec<(String, String)>, ScriptError> {
    let mut folders: BTreeMap<&str, BTreeMap<&str, Module>> = BTreeMap::new();
    for (path, bytes) in files {
        let Some((folder, name)) = path
            .strip_prefix("scripts/")
            .and_then(|rest| rest.split_once('/'))
            .filter(|(_, name)| name.ends_with(".js"))
        else {
            continue;
        };
        let module = std::str::from_utf8(bytes)
            .map_err(|_| "файл не в UTF-8".to_owned())
            .and_then(Module::read)
            .map_err(|message| error(path, message))?;
        folders.entry(folder).or_default().insert(name, module);
    }
    folders
        .into_iter()
        .map(|(folder, modules)| Ok((format!("{folder}.js"), join(folder, &modules)?)))
        .collect()
}

/// A module without its imports, exports and comments.
struct Module {
    /// Names of the modules it imports, as `engine.js`.
    imports: Vec<String>,
    /// Names declared at the top.
    names: Vec<String>,
    body: String,
}

impl Module {
    fn read(text: &str) -> Result<Module, String> {
        let mut module = Module {
            imports: Vec::new(),
            names: Vec::new(),
            body: String::new(),
        };
        let mut in_comment = false;
        let mut import = String::new();
        for line in text.lines() {
            let trimmed = line.trim();
            if in_comment || trimmed.starts_with("/*") {
                in_comment = !trimmed.ends_with("*/");
            } else if !import.is_empty() || line.starts_with("import ") {
                import.push_str(line);
                import.push(' ');
                if trimmed.ends_with(';') {
                    module.imports.push(imported(&import)?);
                    import.clear();
                }
            } else if !trimmed.is_empty() && !trimmed.starts_with("//") {
                let line = without_export(line)?;
                module.names.extend(declared(line));
                module.body.push_str(line.trim());
                module.body.push('\n');
            }
        }
        match import.is_empty() {
            true => Ok(module),
            false => Err(format!("«{}» не кончается точкой с запятой", import.trim())),
        }
    }
}

/// `import { a } from './engine.js';` → `engine.js`.
fn imported(statement: &str) -> Result<String, String> {
    let statement = statement.trim();
    if statement.contains(" as ") {
        return Err(format!("«{statement}»: «as» в связках скриптов нельзя"));
    }
    let name = statement
        .split(['\'', '"'])
        .nth(1)
        .and_then(|address| address.strip_prefix("./"))
        .filter(|name| !name.contains('/'));
    name.map(str::to_owned)
        .ok_or_else(|| format!("«{statement}»: можно подключать только './имя.js' той же папки"))
}

fn without_export(line: &str) -> Result<&str, String> {
    let Some(rest) = line.strip_prefix("export ") else {
        return Ok(line);
    };
    match DECLARATIONS.iter().any(|word| rest.starts_with(word)) {
        true => Ok(rest),
        false => Err(format!(
            "«{}»: после export должно стоять объявление",
            line.trim()
        )),
    }
}

/// The name that a line at the top declares.
fn declared(line: &str) -> Option<String> {
    let rest = DECLARATIONS
        .iter()
        .find_map(|word| line.strip_prefix(word))?;
    let is_of_name = |c: &char| c.is_alphanumeric() || matches!(c, '_' | '$');
    let name: String = rest.chars().take_while(is_of_name).collect();
    (!name.is_empty()).then_some(name)
}

/// Two modules that declare one name would be one broken script.
fn check_names(folder: &str, modules: &BTreeMap<&str, Module>) -> Result<(), ScriptError> {
    let mut owners: BTreeMap<&str, &str> = BTreeMap::new();
    for (file, module) in modules {
        for name in &module.names {
            if let Some(first) = owners.insert(name, file) {
                let message = format!("имя «{name}» уже есть в {first}: скрипты папки соединяются");
                return Err(error(&format!("scripts/{folder}/{file}"), message));
            }
        }
    }
    Ok(())
}

/// The modules of a folder in the order of their imports; those that do not depend on each other by name.
fn join(folder: &str, modules: &BTreeMap<&str, Module>) -> Result<String, ScriptError> {
    check_names(folder, modules)?;
    let mut text = String::new();
    let mut done: Vec<&str> = Vec::new();
    while done.len() < modules.len() {
        let ready = |(name, module): &(&&str, &Module)| {
            let ready = |import: &String| done.contains(&import.as_str());
            !done.contains(*name) && module.imports.iter().all(ready)
        };
        let Some((name, module)) = modules.iter().find(ready) else {
            return Err(unresolved(folder, modules, &done));
        };
        text.write_str(&module.body).expect("memory is written");
        done.push(name);
    }
    Ok(text)
}

/// Why no further module can follow those that are done.
fn unresolved(folder: &str, modules: &BTreeMap<&str, Module>, done: &[&str]) -> ScriptError {
    let waiting = || modules.iter().filter(|(name, _)| !done.contains(name));
    let missing = waiting().find_map(|(name, module)| {
        let missing = |import: &&String| !modules.contains_key(import.as_str());
        Some((name, module.imports.iter().find(missing)?))
    });
    match missing {
        Some((name, import)) => error(
            &format!("scripts/{folder}/{name}"),
            format!("нет файла scripts/{folder}/{import}, который он подключает"),
        ),
        None => {
            let names: Vec<&str> = waiting().map(|(name, _)| *name).collect();
            error(
                &format!("scripts/{folder}"),
                format!("файлы подключают друг друга по кругу: {}", names.join(", ")),
            )
        }
    }
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
        match joined(&files) {
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
}
