//! A theme: templates and files. Templates of a theme on disk replace the embedded ones of the same name; names that
//! a template uses and a view does not have are errors, not blanks.

pub mod scripts;

use std::collections::BTreeMap;
use std::error::Error as _;
use std::fmt;

use serde::Serialize;
use tera::{Context as TeraContext, Tera};

use crate::files::sources::Sources;
use crate::render::highlight;

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

/// Templates, compiled once, and the files that pages link to.
pub struct Theme {
    tera: Tera,
    /// Name in the theme → path on the site.
    assets: BTreeMap<String, String>,
    /// Path on the site → bytes.
    files: Vec<(String, Vec<u8>)>,
    /// Fonts that pictures are painted with, by name; they are not published.
    fonts: BTreeMap<String, Vec<u8>>,
    fonts_hash: u64,
}

impl Theme {
    /// Compiles a theme. `embedded` is the default theme inside the program, `own` the folder given by the publisher;
    /// a file of `own` replaces the embedded file of the same path (`templates/plan.html`, `static/style.css`,
    /// `scripts/search/page.js`). The colours of code blocks are written by the program; a theme may have its own
    /// `static/code.css`. The modules of `scripts/NAME/` are published as one file `NAME.js` and its chunks, see [`scripts`].
    ///
    /// # Errors
    /// When a template cannot be compiled, or modules of a script cannot be joined.
    pub fn new(embedded: &Sources, own: &Sources) -> Result<Theme, ThemeError> {
        let code_colours = highlight::stylesheet();
        let mut merged: BTreeMap<&str, &[u8]> = BTreeMap::new();
        merged.insert("static/code.css", code_colours.as_bytes());
        for (_, file) in embedded.iter().chain(own.iter()) {
            merged.insert(&file.path, &file.bytes);
        }
        let mut tera = Tera::default();
        let templates: Vec<(&str, &str)> = merged
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
        let scripts = scripts::joined(&merged, published_name).map_err(|error| ThemeError {
            template: error.path,
            message: error.message,
        })?;
        let own_files = merged
            .iter()
            .filter_map(|(path, bytes)| Some((path.strip_prefix("static/")?, *bytes)));
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
        let fonts: BTreeMap<String, Vec<u8>> = merged
            .iter()
            .filter_map(|(path, bytes)| Some((path.strip_prefix("card/")?, *bytes)))
            .filter(|(name, _)| name.ends_with(".ttf"))
            .map(|(name, bytes)| (name.to_owned(), bytes.to_vec()))
            .collect();
        Ok(Theme {
            tera,
            fonts_hash: xxhash_rust::xxh3::xxh3_64(
                &fonts.values().flatten().copied().collect::<Vec<u8>>(),
            ),
            fonts,
            assets,
            files,
        })
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

    /// The files themselves.
    pub fn files(&self) -> &[(String, Vec<u8>)] {
        &self.files
    }
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
