//! One module of a theme's script: what it imports and declares, and its lines without comments and imports.

/// What may follow `export `.
const DECLARATIONS: &[&str] = &["const ", "let ", "function ", "async function ", "class "];

/// How a module asks for a chunk.
const DYNAMIC: &str = "import(";

/// A module without its imports and comments. Other modules are named by folder and file: `search/engine.js`.
pub struct Module {
    /// The modules it imports.
    pub imports: Vec<String>,
    /// The modules it asks for while it runs.
    pub chunks: Vec<Chunk>,
    /// Names declared at the top.
    pub names: Vec<String>,
    lines: Vec<String>,
}

/// A module that another asks for while it runs.
pub struct Chunk {
    /// Folder and file.
    pub path: String,
    /// As written: `./rare.js`, `../search/suggest.js`.
    pub address: String,
}

impl Module {
    /// Reads a module of a folder.
    ///
    /// # Errors
    /// When it breaks the convention of [`super`]; in words.
    pub fn read(folder: &str, text: &str) -> Result<Module, String> {
        let mut module = Module {
            imports: Vec::new(),
            chunks: Vec::new(),
            names: Vec::new(),
            lines: Vec::new(),
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
                    module.imports.push(imported(folder, &import)?);
                    import.clear();
                }
            } else if !trimmed.is_empty() && !trimmed.starts_with("//") {
                module.add(folder, line)?;
            }
        }
        match import.is_empty() {
            true => Ok(module),
            false => Err(format!("«{}» не кончается точкой с запятой", import.trim())),
        }
    }

    fn add(&mut self, folder: &str, line: &str) -> Result<(), String> {
        let plain = without_export(line)?;
        self.names.extend(declared(plain));
        for rest in line.split(DYNAMIC).skip(1) {
            let address = rest
                .split_once(')')
                .and_then(|(quoted, _)| unquoted(quoted));
            let named = address.and_then(|address| {
                Some(Chunk {
                    path: path(folder, address)?,
                    address: address.to_owned(),
                })
            });
            self.chunks.push(named.ok_or_else(|| not_a_module(line))?);
        }
        self.lines.push(line.trim().to_owned());
        Ok(())
    }

    /// The lines of the module; its exports are kept only at the head of a chunk.
    pub fn body(&self, with_exports: bool) -> String {
        let lines = self.lines.iter().map(|line| {
            let plain = line.strip_prefix("export ").filter(|_| !with_exports);
            format!("{}\n", plain.unwrap_or(line))
        });
        lines.collect()
    }

    /// Makes `text` ask for the published file `published` (its name alone) where it asks for the chunk at `address`.
    pub fn with_chunk(text: &str, address: &str, published: &str) -> String {
        let asked = |quote: char| format!("{DYNAMIC}{quote}{address}{quote})");
        let given = format!("{DYNAMIC}'./{published}')");
        text.replace(&asked('\''), &given)
            .replace(&asked('"'), &given)
    }
}

/// `import { a } from './engine.js';` in the folder `search` → `search/engine.js`.
fn imported(folder: &str, statement: &str) -> Result<String, String> {
    let statement = statement.trim();
    if statement.contains(" as ") {
        return Err(format!("«{statement}»: «as» в связках скриптов нельзя"));
    }
    let start = statement.find(['\'', '"']).unwrap_or(statement.len());
    let address = statement.get(start..).unwrap_or_default();
    unquoted(address.trim_end_matches([';', ' ']))
        .and_then(|address| path(folder, address))
        .ok_or_else(|| not_a_module(statement))
}

fn unquoted(text: &str) -> Option<&str> {
    let quote = text.chars().next().filter(|c| matches!(c, '\'' | '"'))?;
    text.strip_prefix(quote)?.strip_suffix(quote)
}

/// Folder and file that a module of `folder` calls `./engine.js` or `../search/engine.js`.
fn path(folder: &str, address: &str) -> Option<String> {
    let is_name = |text: &str| !text.is_empty() && text != ".." && !text.contains(['/', '\'', '"']);
    if let Some(name) = address.strip_prefix("./") {
        return is_name(name).then(|| format!("{folder}/{name}"));
    }
    let rest = address.strip_prefix("../")?;
    let (other, name) = rest.split_once('/')?;
    (is_name(other) && is_name(name)).then(|| rest.to_owned())
}

fn not_a_module(statement: &str) -> String {
    format!(
        "«{}»: подключать можно только './имя.js' и '../папка/имя.js'",
        statement.trim()
    )
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
