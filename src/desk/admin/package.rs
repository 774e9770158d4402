//! The npm package of Sveltia CMS as a value, and what of it the editor's page needs.
//!
//! The script of the package asks two other hosts for its typefaces and its languages while it runs. Here those files
//! come from the package itself: the addresses in the script are replaced by places beside the page.

use std::fmt;

use crate::desk::admin::AdminFile;

/// The version the tests of this portal run with.
pub const TESTED_VERSION: &str = "0.221.1";

/// Where the script looks for files of npm packages, and the folder beside the page that stands for it.
const NPM: (&str, &str) = ("https://unpkg.com/", "./npm/");
/// Where the script looks for typefaces, and the folder beside the page.
const FONTS: (&str, &str) = ("https://cdn.jsdelivr.net/fontsource/fonts/", "./fonts/");

/// Files of the package.
#[derive(Debug, Clone, Default)]
pub struct Package {
    /// `package.json`.
    pub manifest: Vec<u8>,
    /// `dist/sveltia-cms.js`.
    pub script: Vec<u8>,
    /// `LICENSE.txt`.
    pub license: Vec<u8>,
    /// `locales/ru.json`: the words of its interface.
    pub russian: Vec<u8>,
    /// Files of `dist/chunks` and of `npm/assets`, by name.
    pub parts: Vec<(String, Vec<u8>)>,
}

/// Why there is no editor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PackageError {
    /// A folder that is not the package, or one without this file.
    Incomplete(&'static str),
    /// No territory is at this path; another that may be meant.
    NoTerritory(String),
    /// A region has the address of the editor.
    Taken,
}

impl fmt::Display for PackageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PackageError::Incomplete(file) => write!(
                f,
                "в папке пакета @sveltia/cms нет нужного файла: {file}. Поставьте пакет заново: \
                 npm install --prefix .cms @sveltia/cms@{TESTED_VERSION}"
            ),
            PackageError::Taken => {
                f.write_str("регион занимает адрес редактора «admin»: переименуйте папку региона")
            }
            PackageError::NoTerritory(words) => f.write_str(words),
        }
    }
}

impl std::error::Error for PackageError {}

impl Package {
    /// Version of the package.
    pub fn version(&self) -> Option<String> {
        let manifest: serde_json::Value = serde_json::from_slice(&self.manifest).ok()?;
        let is_it = manifest.get("name")? == "@sveltia/cms";
        let version = manifest.get("version")?.as_str()?.to_owned();
        is_it.then_some(version)
    }

    /// Everything of the package that the page needs.
    pub(super) fn files(&self) -> Result<Vec<AdminFile>, PackageError> {
        let version = self
            .version()
            .ok_or(PackageError::Incomplete("package.json"))?;
        let script = std::str::from_utf8(&self.script)
            .ok()
            .filter(|script| !script.is_empty())
            .ok_or(PackageError::Incomplete("dist/sveltia-cms.js"))?;
        if self.russian.is_empty() {
            return Err(PackageError::Incomplete("locales/ru.json"));
        }
        let mut files = vec![
            file("LICENSE.txt", &self.license),
            // The script asks for it to tell of newer versions: the answer here is that there is none.
            file("npm/@sveltia/cms/package.json", &self.manifest),
            file(
                &format!("npm/@sveltia/cms@{version}/locales/ru.json"),
                &self.russian,
            ),
        ];
        let fonts = fonts(script);
        for font in &fonts {
            // A typeface that the package does not have is not asked for elsewhere either: the page shows another.
            if let Some((_, bytes)) = self.parts.iter().find(|(name, _)| font.is(name)) {
                files.push(file(&format!("fonts/{}", font.path), bytes));
            }
        }
        let chunks = self.parts.iter().filter(|(name, _)| name.ends_with(".js"));
        files.extend(chunks.map(|(name, bytes)| file(&format!("chunks/{name}"), bytes)));
        let licences = self
            .parts
            .iter()
            .filter(|(name, _)| name.ends_with(".LICENSE.txt"));
        files.extend(licences.map(|(name, bytes)| file(&format!("fonts/{name}"), bytes)));
        files.push(file(
            "sveltia-cms.js",
            with_own_places(script, &fonts).as_bytes(),
        ));
        Ok(files)
    }
}

fn file(path: &str, bytes: &[u8]) -> AdminFile {
    AdminFile {
        path: path.to_owned(),
        bytes: bytes.to_vec(),
    }
}

/// A typeface the script asks for.
struct Font {
    /// What follows the common beginning: `source-sans-3:vf@5.3.0/latin-wght-normal.woff2`.
    written: String,
    /// The same as a path: `source-sans-3-latin-wght-normal.woff2`.
    path: String,
}

impl Font {
    /// True for a file of the package, which carries a mark of its bytes before its ending.
    fn is(&self, name: &str) -> bool {
        let stem = self.path.trim_end_matches(".woff2");
        name.ends_with(".woff2")
            && name
                .strip_prefix(stem)
                .is_some_and(|rest| rest.starts_with('-'))
    }
}

fn fonts(script: &str) -> Vec<Font> {
    let found = script.split(FONTS.0).skip(1).filter_map(|rest| {
        let written = &rest[..rest.find(".woff2")? + ".woff2".len()];
        let (family, subset) = written.split_once('/')?;
        let name = family.split([':', '@']).next()?;
        let tame = |text: &str| {
            text.bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b))
        };
        (tame(name) && tame(subset)).then(|| Font {
            written: written.to_owned(),
            path: format!("{name}-{subset}"),
        })
    });
    found.collect()
}

fn with_own_places(script: &str, fonts: &[Font]) -> String {
    let mut own = script.replace(NPM.0, NPM.1);
    for font in fonts {
        own = own.replace(
            &format!("{}{}", FONTS.0, font.written),
            &format!("{}{}", FONTS.1, font.path),
        );
    }
    own
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(script: &str) -> Package {
        Package {
            manifest: br#"{"name":"@sveltia/cms","version":"1.2.3"}"#.to_vec(),
            script: script.as_bytes().to_vec(),
            license: b"MIT".to_vec(),
            russian: b"{}".to_vec(),
            parts: vec![(
                "noto-mono-latin-400-normal-DiC8lJru.woff2".to_owned(),
                vec![7],
            )],
        }
    }

    fn of<'a>(files: &'a [AdminFile], path: &str) -> Option<&'a [u8]> {
        let found = files.iter().find(|file| file.path == path)?;
        Some(&found.bytes)
    }

    #[test]
    fn other_hosts_are_replaced_by_files_of_the_package() {
        let script = "u(https://cdn.jsdelivr.net/fontsource/fonts/noto-mono@5.3.0/latin-400-normal.woff2)\
                      `https://unpkg.com/@sveltia/cms`";
        let files = package(script).files().expect("a complete package");
        assert_eq!(
            of(&files, "sveltia-cms.js"),
            Some(&b"u(./fonts/noto-mono-latin-400-normal.woff2)`./npm/@sveltia/cms`"[..])
        );
        assert_eq!(
            of(&files, "fonts/noto-mono-latin-400-normal.woff2"),
            Some(&[7][..])
        );
        assert_eq!(
            of(&files, "npm/@sveltia/cms@1.2.3/locales/ru.json"),
            Some(&b"{}"[..])
        );
    }

    #[test]
    fn a_folder_of_something_else_is_refused_with_the_command() {
        let other = Package::default();
        let words = other.files().expect_err("nothing is there").to_string();
        assert!(
            words.contains("npm install --prefix .cms @sveltia/cms@"),
            "{words}"
        );
        let mut without_words = package("x");
        without_words.russian.clear();
        assert_eq!(
            without_words.files(),
            Err(PackageError::Incomplete("locales/ru.json"))
        );
    }
}
