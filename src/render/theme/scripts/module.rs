//! One module of a theme's script: what it imports and declares, and its lines without comments and imports.

/// What may follow `export `.
const DECLARATIONS: &[&str] = &["const ", "let ", "function ", "async function ", "class "];

/// How a module asks for a chunk.
const DYNAMIC: &str = "import(";

/// A module without its imports and comments.
pub struct Module {
    /// Names of the modules it imports, as `engine.js`.
    pub imports: Vec<String>,
    /// Names of the modules it asks for while it runs.
    pub chunks: Vec<String>,
    /// Names declared at the top.
    pub names: Vec<String>,
    lines: Vec<String>,
}

impl Module {
    /// Reads a module.
    ///
    /// # Errors
    /// When it breaks the convention of [`super`]; in words.
    pub fn read(text: &str) -> Result<Module, String> {
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
                    module.imports.push(imported(&import)?);
                    import.clear();
                }
            } else if !trimmed.is_empty() && !trimmed.starts_with("//") {
                module.add(line)?;
            }
        }
        match import.is_empty() {
            true => Ok(module),
            false => Err(format!("«{}» не кончается точкой с запятой", import.trim())),
        }
    }

    fn add(&mut self, line: &str) -> Result<(), String> {
        let plain = without_export(line)?;
        self.names.extend(declared(plain));
        for rest in line.split(DYNAMIC).skip(1) {
            let name = rest.split_once(')').and_then(|(address, _)| named(address));
            let name = name.ok_or_else(|| only_of_folder(line))?;
            self.chunks.push(name);
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

    /// Makes `text` ask for the published file `published` (its name alone) where it asks for the chunk `name`.
    pub fn with_chunk(text: &str, name: &str, published: &str) -> String {
        let asked = |quote: char| format!("{DYNAMIC}{quote}./{name}{quote})");
        let given = format!("{DYNAMIC}'./{published}')");
        text.replace(&asked('\''), &given)
            .replace(&asked('"'), &given)
    }
}

/// `import { a } from './engine.js';` → `engine.js`.
fn imported(statement: &str) -> Result<String, String> {
    let statement = statement.trim();
    if statement.contains(" as ") {
        return Err(format!("«{statement}»: «as» в связках скриптов нельзя"));
    }
    let start = statement.find(['\'', '"']).unwrap_or(statement.len());
    let address = statement.get(start..).unwrap_or_default();
    named(address.trim_end_matches([';', ' '])).ok_or_else(|| only_of_folder(statement))
}

/// `'./engine.js'` → `engine.js`.
fn named(address: &str) -> Option<String> {
    let quote = address.chars().next().filter(|c| matches!(c, '\'' | '"'))?;
    let name = address
        .strip_prefix(quote)?
        .strip_suffix(quote)?
        .strip_prefix("./")?;
    (!name.contains(['/', '\'', '"'])).then(|| name.to_owned())
}

fn only_of_folder(statement: &str) -> String {
    format!(
        "«{}»: можно подключать только './имя.js' той же папки",
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
