//! `portal verify`: a published site against its content, or against its own receipt.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::build::join::{Listing, Manifest, listing, told};
use crate::build::part::{Scope, TerritoryPath};
use crate::build::verify::{Difference, Sealed, Seals};
use crate::cli::args::{BuildOptions, Input, LeftOut, VerifyOptions};
use crate::cli::exit::{CONTENT, ENVIRONMENT, FINE};
use crate::cli::{build, input, report};
use crate::files::disk::{read_named, visit_site};
use crate::files::{git, web};
use crate::text::fingerprint::Fingerprint;
use crate::text::russian::counted;

/// So many files of a kind are named.
const SHOWN: usize = 20;

/// The editor, which a build makes only when it is asked for.
const EDITOR: &str = "admin/";

pub fn run(options: &VerifyOptions) -> u8 {
    verified(options).unwrap_or_else(|why| match why {
        Some(why) => report::stop(&why),
        None => ENVIRONMENT,
    })
}

/// Compares; the error is why that was not possible, none when it was said already.
fn verified(options: &VerifyOptions) -> Result<u8, Option<String>> {
    let published = Published::of(&options.site)?;
    let bytes = published.file(told::PATH)?;
    let manifest = Manifest::parse(&bytes).map_err(|why| format!("{}: {why}", options.site))?;
    let (difference, files) = match options.receipt {
        true => receipt(&published, &manifest)?,
        false => {
            say_where_from(options, &manifest);
            against_content(options, &published, &manifest)?
        }
    };
    if difference.count() == 0 {
        report::say(format!(
            "Сайт совпадает {}: {}, отпечаток {}.",
            match options.receipt {
                true => "со своей квитанцией",
                false => "с содержимым",
            },
            counted(files, ["файл", "файла", "файлов"]),
            manifest.files.xxh3
        ));
        return Ok(FINE);
    }
    tell(&difference);
    Ok(CONTENT)
}

/// A site that is there.
enum Published {
    Folder(PathBuf),
    /// With a slash at the end.
    Address(String),
}

impl Published {
    fn of(site: &str) -> Result<Published, String> {
        if !site.contains("://") {
            return Ok(Published::Folder(PathBuf::from(site)));
        }
        let plain =
            |rest: &str| !rest.is_empty() && !rest.contains(['?', '#', ' ', '"', '\\', '<', '>']);
        let rest = site
            .strip_prefix("https://")
            .or(site.strip_prefix("http://"));
        match rest.is_some_and(|rest| plain(rest) && !rest.chars().any(char::is_control)) {
            true => Ok(Published::Address(format!(
                "{}/",
                site.trim_end_matches('/')
            ))),
            false => Err("адрес пишут целиком: https://example.ru/portal/".to_owned()),
        }
    }

    /// A file that every site has.
    fn file(&self, path: &str) -> Result<Vec<u8>, String> {
        let none = |why: &str| format!("{why}. Это сайт, собранный portal build?");
        match self {
            Published::Folder(folder) => {
                read_named(&folder.join(path)).map_err(|error| none(&error.to_string()))
            }
            Published::Address(address) => {
                let mut found = None;
                web::visit(address, &[path], &mut |_, bytes| found = Some(bytes))?;
                found.ok_or_else(|| none(&format!("на сайте нет файла {address}{path}")))
            }
        }
    }

    /// Hands over the files: of a folder all, of an address those that are asked for.
    fn visit(
        &self,
        asked: &BTreeSet<&str>,
        take: &mut dyn FnMut(&str, Vec<u8>),
    ) -> Result<(), String> {
        match self {
            Published::Folder(folder) => visit_site(folder, &mut |path, bytes| take(&path, bytes))
                .map_err(|error| error.to_string()),
            Published::Address(address) => {
                let asked: Vec<&str> = asked.iter().copied().collect();
                web::visit(address, &asked, take)
            }
        }
    }

    /// The list of files that the site publishes.
    fn listed(&self, manifest: &Manifest) -> Result<Listing, String> {
        let list = self.file(listing::PATH)?;
        let listed = Listing::parse(&list)?;
        match listed.files() == manifest.files {
            true => Ok(listed),
            false => Err(
                "manifest.json и manifest-files.txt не подходят друг к другу: один из них изменён после сборки"
                    .to_owned(),
            ),
        }
    }
}

/// How the files of a site in a folder differ from its own list.
///
/// # Errors
/// In Russian: why that cannot be told.
pub fn by_receipt(folder: &Path) -> Result<Difference, String> {
    let published = Published::Folder(folder.to_owned());
    let manifest = Manifest::parse(&published.file(told::PATH)?)?;
    Ok(receipt(&published, &manifest)?.0)
}

/// How a site differs from its own list, and how many files that has.
fn receipt(published: &Published, manifest: &Manifest) -> Result<(Difference, usize), String> {
    let listed = published.listed(manifest)?;
    let asked = listed.files.keys().map(String::as_str).collect();
    let mut found = Listing::default();
    published.visit(&asked, &mut |path, bytes| {
        found.add(path, listing::Print::of(&bytes));
    })?;
    forget_guests(&mut found.files, &listed.files);
    let difference = Difference::between(&listed.files, &found.files);
    Ok((difference, listed.files.len()))
}

/// How a site differs from a fresh build, and how many files that has.
fn against_content(
    options: &VerifyOptions,
    published: &Published,
    manifest: &Manifest,
) -> Result<(Difference, usize), Option<String>> {
    let sink = Sealed::default();
    build::fresh(&as_built(options, manifest), &sink).map_err(|_| None)?;
    let expected = sink.into_seals();
    let list = published.file(listing::PATH).unwrap_or_default();
    let listed = Listing::parse(&list).unwrap_or_default();
    let paths = expected.keys().chain(listed.files.keys());
    let asked = paths.map(String::as_str).collect();
    let mut found = Seals::new();
    published.visit(&asked, &mut |path, bytes| {
        found.insert(path.to_owned(), Fingerprint::of(&bytes));
    })?;
    forget_guests(&mut found, &expected);
    Ok((Difference::between(&expected, &found), expected.len()))
}

/// What hosts want beside a site is no difference.
fn forget_guests<T>(found: &mut BTreeMap<String, T>, expected: &BTreeMap<String, T>) {
    found.retain(|path, _| path != "CNAME" || expected.contains_key(path));
}

/// What a build has to be asked for to make the same site.
fn as_built(options: &VerifyOptions, manifest: &Manifest) -> BuildOptions {
    let left_out = |part: &str| manifest.without.iter().any(|other| other == part);
    let parts = [
        LeftOut::Search,
        LeftOut::Data,
        LeftOut::Calendars,
        LeftOut::Feeds,
        LeftOut::Cards,
        LeftOut::History,
    ];
    BuildOptions {
        locked: false,
        no_lock: true,
        input: Input {
            content: options.content.clone(),
            theme: options.theme.clone(),
            date: Some(options.date.unwrap_or(manifest.date.0)),
        },
        out: PathBuf::new(),
        base_url: options.base_url.clone().or(manifest.address.clone()),
        no_cards: false,
        no_history: false,
        commit: manifest.commit.clone().or(Some(String::new())),
        scope: Scope::parse(&manifest.scope),
        only: manifest
            .only
            .iter()
            .filter_map(|path| TerritoryPath::parse(path))
            .collect(),
        without: parts
            .into_iter()
            .filter(|part| left_out(part.name()))
            .collect(),
        timings: false,
        memo: None,
        no_memo: true,
        in_place: false,
        with_admin: options.with_admin.clone(),
    }
}

/// Says when the site comes from another program or another state of the content than those at hand.
fn say_where_from(options: &VerifyOptions, manifest: &Manifest) {
    if manifest.generator != input::GENERATOR {
        eprintln!(
            "замечание: сайт собран программой {}, а здесь {}: страницы могут отличаться",
            manifest.generator,
            input::GENERATOR
        );
    }
    if let (Some(theirs), Some(ours)) = (&manifest.commit, git::commit(&options.content))
        && *theirs != ours
    {
        eprintln!(
            "замечание: сайт собран из состояния {theirs}, а содержимое здесь — {ours}. Чтобы сравнить с тем же: git \
             checkout {theirs}"
        );
    }
}

/// Says how a site differs.
pub fn tell(difference: &Difference) {
    eprintln!(
        "Сайт отличается: {}.",
        counted(difference.count(), ["файл", "файла", "файлов"])
    );
    let kinds = [
        ("Изменены", &difference.other),
        ("Не хватает", &difference.missing),
        ("Лишние", &difference.extra),
    ];
    for (kind, paths) in kinds {
        if paths.is_empty() {
            continue;
        }
        eprintln!("{kind} ({}):", paths.len());
        for path in paths.iter().take(SHOWN) {
            eprintln!("  {}", shown(path));
        }
        if paths.len() > SHOWN {
            eprintln!("  … и ещё {}", paths.len() - SHOWN);
        }
    }
    if difference.extra.iter().any(|path| path.starts_with(EDITOR)) {
        eprintln!("На сайте есть редактор: чтобы сравнить и его, укажите --admin ПАПКА.");
    }
}

/// A page by its address, another file by its path.
fn shown(path: &str) -> String {
    match path.strip_suffix("index.html") {
        Some(folder) => format!("/{folder}"),
        None => format!("/{path}"),
    }
}
