//! A theme: templates and files. Templates of a theme on disk replace the embedded ones of the same name; names that
//! a template uses and a view does not have are errors, not blanks. A theme is compiled for one language: its words are
//! replaced before, see `translation`.

mod glyphs;
pub mod scripts;
mod translation;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error as _;
use std::fmt;

use serde::Serialize;
use tera::{Context as TeraContext, Tera};

use crate::files::sources::Sources;
use crate::render::highlight;
use crate::text::language::{self, Words};

pub use glyphs::Glyphs;
pub use translation::Found;

/// A template of the theme is at fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeError {
    /// The template, when it is known.
    pub template: String,
    /// What the template engine says, with the place in the template.
    pub message: String,
}

impl fmt::Display for ThemeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.template, self.message)
    }
}

impl std::error::Error for ThemeError {}

/// Templates, compiled once for one language, and the files that pages link to.
pub struct Theme {
    tera: Tera,
    /// Name in the theme → path on the site.
    assets: BTreeMap<String, String>,
    /// Path on the site → bytes.
    files: Vec<(String, Vec<u8>)>,
    /// Fonts that pictures are painted with, by name; they are not published.
    fonts: BTreeMap<String, Vec<u8>>,
    fonts_hash: u64,
    fingerprint: u128,
    /// Files of the theme as they lie in its folder, for another language.
    source: BTreeMap<String, Vec<u8>>,
    words: Words,
    phrases: Vec<Phrase>,
}

/// A phrase of a template or script.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// File of the theme.
    pub path: String,
    /// The words, their line, and whether the language has its own for them.
    pub found: Found,
}

impl Theme {
    /// Compiles a theme in Russian. `embedded` is the default theme inside the program, `own` the folder given by the
    /// publisher; a file of `own` replaces the embedded file of the same path (`templates/plan.html`,
    /// `static/style.css`, `scripts/search/page.js`, `languages/en.toml`). The colours of code blocks are written by the
    /// program; a theme may have its own `static/code.css`. The modules of `scripts/NAME/` are published as one file
    /// `NAME.js` and its chunks, see [`scripts`].
    ///
    /// # Errors
    /// When a template cannot be compiled, or modules of a script cannot be joined.
    pub fn new(embedded: &Sources, own: &Sources) -> Result<Theme, ThemeError> {
        let mut source: BTreeMap<String, Vec<u8>> = BTreeMap::new();
        let code_colours = highlight::stylesheet().into_bytes();
        source.insert("static/code.css".to_owned(), code_colours);
        for (_, file) in embedded.iter().chain(own.iter()) {
            source.insert(file.path.clone(), file.bytes().into_owned());
        }
        Theme::compiled(source, language::SOURCE)
    }

    /// The same theme in another language: code of one of [`Theme::languages`].
    ///
    /// # Errors
    /// When the file of the language is at fault, and as for [`Theme::new`].
    pub fn in_language(&self, code: &str) -> Result<Theme, ThemeError> {
        Theme::compiled(self.source.clone(), code)
    }

    fn compiled(source: BTreeMap<String, Vec<u8>>, code: &str) -> Result<Theme, ThemeError> {
        let words = words(&source, code)?;
        let mut phrases = Vec::new();
        let said = said(&source, &words, &mut phrases);
        let mut tera = Tera::default();
        let templates: Vec<(&str, &str)> = said
            .iter()
            .filter_map(|(path, bytes)| {
                Some((
                    path.strip_prefix("templates/")?,
                    std::str::from_utf8(bytes).ok()?,
                ))
            })
            .collect();
        tera.add_raw_templates(templates)
            .map_err(|error| theme_error("templates", &error))?;
        let scripts = scripts::joined(&said, published_name).map_err(|error| ThemeError {
            template: error.path,
            message: error.message,
        })?;
        let own_files = said
            .iter()
            .filter_map(|(path, bytes)| Some((path.strip_prefix("static/")?, bytes.as_ref())));
        let scripts = scripts
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_bytes()));
        let mut assets = BTreeMap::new();
        let mut files = Vec::new();
        for (name, bytes) in own_files.chain(scripts) {
            let published = published_name(name, bytes);
            assets.insert(name.to_owned(), published.clone());
            files.push((published, bytes.to_vec()));
        }
        let fonts: BTreeMap<String, Vec<u8>> = said
            .iter()
            .filter_map(|(path, bytes)| Some((path.strip_prefix("card/")?, bytes)))
            .filter(|(name, _)| name.ends_with(".ttf"))
            .map(|(name, bytes)| (name.to_owned(), bytes.to_vec()))
            .collect();
        Ok(Theme {
            tera,
            fingerprint: fingerprint(&source, code),
            fonts_hash: xxhash_rust::xxh3::xxh3_64(
                &fonts.values().flatten().copied().collect::<Vec<u8>>(),
            ),
            fonts,
            assets,
            files,
            source,
            words,
            phrases,
        })
    }

    /// The language of this theme's words.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// Codes of the languages the theme has files for, by the alphabet; Russian is always among them.
    pub fn languages(&self) -> BTreeSet<&str> {
        let files = self.source.keys().filter_map(|path| language_of(path));
        files.chain([language::SOURCE]).collect()
    }

    /// All phrases of templates and scripts, in the order of files and lines.
    pub fn phrases(&self) -> &[Phrase] {
        &self.phrases
    }

    /// The characters that the theme's typefaces have.
    pub fn glyphs(&self) -> Glyphs {
        Glyphs::of(&self.source)
    }

    /// Renders a view with a template.
    ///
    /// # Errors
    /// When the template uses a name the view does not have, or fails otherwise.
    pub fn render<V: Serialize>(&self, template: &str, view: &V) -> Result<String, ThemeError> {
        let context =
            TeraContext::from_serialize(view).map_err(|error| theme_error(template, &error))?;
        self.tera
            .render(template, &context)
            .map_err(|error| theme_error(template, &error))
    }

    /// Names of the theme's files with their paths on the site.
    pub fn assets(&self) -> impl Iterator<Item = (&str, &str)> {
        self.assets
            .iter()
            .map(|(name, path)| (name.as_str(), path.as_str()))
    }

    /// The path of one of the theme's files on the site.
    pub fn asset(&self, name: &str) -> Option<&str> {
        self.assets.get(name).map(String::as_str)
    }

    /// A font of the folder `card`.
    pub fn font(&self, name: &str) -> Option<&[u8]> {
        self.fonts.get(name).map(Vec::as_slice)
    }

    /// Tells the fonts of the folder `card` from those of another theme.
    pub fn fonts_hash(&self) -> u64 {
        self.fonts_hash
    }

    /// All fonts of the folder `card`.
    pub fn fonts(&self) -> impl Iterator<Item = &[u8]> {
        self.fonts.values().map(Vec::as_slice)
    }

    /// Tells this theme in its language from every other.
    pub fn fingerprint(&self) -> u128 {
        self.fingerprint
    }

    /// Tells the files of this theme from those of another: pages of two sites can share them only when they are the same.
    pub fn files_hash(&self) -> u64 {
        let mut hash = xxhash_rust::xxh3::Xxh3::new();
        for (path, bytes) in &self.files {
            hash.update(path.as_bytes());
            hash.update(&xxhash_rust::xxh3::xxh3_64(bytes).to_le_bytes());
        }
        hash.digest()
    }

    /// The files themselves.
    pub fn files(&self) -> &[(String, Vec<u8>)] {
        &self.files
    }
}

fn fingerprint(source: &BTreeMap<String, Vec<u8>>, code: &str) -> u128 {
    let mut hasher = xxhash_rust::xxh3::Xxh3::new();
    for part in source
        .iter()
        .flat_map(|(path, bytes)| [path.as_bytes(), bytes])
        .chain([code.as_bytes()])
    {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    hasher.digest128()
}

/// The files with the words of templates and scripts in the language; phrases that were met go to `phrases`.
fn said<'a>(
    source: &'a BTreeMap<String, Vec<u8>>,
    words: &Words,
    phrases: &mut Vec<Phrase>,
) -> BTreeMap<&'a str, Cow<'a, [u8]>> {
    let mut said = BTreeMap::new();
    for (path, bytes) in source {
        let translate: fn(&str, &Words) -> (String, Vec<Found>) = match path.split('/').next() {
            Some("templates") if path.ends_with(".html") || path.ends_with(".xml") => {
                translation::template
            }
            Some("scripts") if path.ends_with(".js") => translation::script,
            _ => {
                said.insert(path.as_str(), Cow::Borrowed(bytes.as_slice()));
                continue;
            }
        };
        let text = match std::str::from_utf8(bytes) {
            Ok(text) => {
                let (text, found) = translate(text, words);
                let met = found.into_iter().map(|found| Phrase {
                    path: path.clone(),
                    found,
                });
                phrases.extend(met);
                Cow::Owned(text.into_bytes())
            }
            Err(_) => Cow::Borrowed(bytes.as_slice()),
        };
        said.insert(path.as_str(), text);
    }
    said
}

/// The words of a language; Russian is known to the program itself.
fn words(source: &BTreeMap<String, Vec<u8>>, code: &str) -> Result<Words, ThemeError> {
    let path = format!("languages/{code}.toml");
    let text = source
        .get(&path)
        .map(|bytes| String::from_utf8_lossy(bytes));
    let read = match text {
        Some(text) => language::read(code, &text),
        None if code == language::SOURCE => Ok(language::russian()),
        None => Err("нет файла языка".to_owned()),
    };
    read.map_err(|message| ThemeError {
        template: path,
        message,
    })
}

/// `languages/en.toml` → `en`.
fn language_of(path: &str) -> Option<&str> {
    path.strip_prefix("languages/")?.strip_suffix(".toml")
}

/// Stylesheets and scripts carry a hash of their bytes in the name: the host caches files for minutes, and a page must
/// never meet a stylesheet of another version. Fonts and pictures keep their names, since stylesheets name them.
fn published_name(name: &str, bytes: &[u8]) -> String {
    match name.rsplit_once('.') {
        Some((stem, extension @ ("css" | "js"))) => {
            format!(
                "assets/{stem}.{:08x}.{extension}",
                xxhash_rust::xxh3::xxh3_64(bytes) as u32
            )
        }
        _ => format!("assets/{name}"),
    }
}

fn theme_error(template: &str, error: &tera::Error) -> ThemeError {
    let mut message = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        message.push_str(&format!("\n{inner}"));
        cause = inner.source();
    }
    ThemeError {
        template: template.to_owned(),
        message,
    }
}
