//! `portal join`: finished sites of regions into a portal of the country.

use std::path::{Path, PathBuf};
use std::time::Instant;

use crate::build::join::fit::{Remark, Weight};
use crate::build::join::{self, Joined, Lies, Listing, Manifest, Part, Tree, listing, told};
use crate::build::{self, Artifact, Purpose, Run, Sink, Unwatched, federation};
use crate::cli::args::JoinOptions;
use crate::cli::exit::{CONTENT, FINE};
use crate::cli::{input, report};
use crate::files::disk::{read_named, read_written, visit_site};
use crate::files::site_writer::{SiteWriter, Written};
use crate::files::sources::Sources;
use crate::render::{Edition, Theme};
use crate::text::russian::counted;

/// A site as it was given.
struct Site {
    name: String,
    manifest: Manifest,
    /// Its folder with the files that lie in it; none when only the manifest was given.
    folder: Option<(PathBuf, Listing)>,
    /// What is not as the manifest says.
    drift: Vec<Remark>,
}

pub fn run(options: &JoinOptions) -> u8 {
    let started = Instant::now();
    let mut sites = Vec::new();
    for path in &options.sites {
        match site(path) {
            Ok(site) => sites.push(site),
            Err(why) => return report::stop(&why),
        }
    }
    let theme_folder = input::theme_folder(options.theme.as_deref());
    let theme = match input::theme(theme_folder.as_deref()) {
        Ok(theme) => theme,
        Err(why) => return report::stop(&why),
    };
    let sources = match input::shared(&options.content) {
        Ok(sources) => sources,
        Err(code) => return code,
    };
    let newest = sites.iter().map(|site| site.manifest.date.0).max();
    let edition = Edition {
        today: input::today(options.date.or(newest)),
        base_url: options.base_url.clone(),
        generator: input::GENERATOR.to_owned(),
    };
    let hub = Hub {
        options,
        sources: &sources,
        theme: &theme,
        edition: &edition,
    };
    let mut guarded = vec![options.content.as_path()];
    guarded.extend(theme_folder.as_deref());
    guarded.extend(options.sites.iter().map(PathBuf::as_path));
    let writer = match SiteWriter::open(&options.out, &guarded, None) {
        Ok(writer) => writer,
        Err(error) => return report::environment(&error),
    };
    report::way(&options.out, &writer);
    let pages = match hub.fill(&sites, &writer) {
        Ok(pages) => pages,
        Err(code) => return code,
    };
    match writer.finish() {
        Ok((written, _)) => {
            summary(options, &sites, pages, &written, started);
            FINE
        }
        Err(error) => report::unpublished(&options.out, &error),
    }
}

/// What a hub is made from beside sites.
struct Hub<'a> {
    options: &'a JoinOptions,
    sources: &'a Sources,
    theme: &'a Theme,
    edition: &'a Edition,
}

impl Hub<'_> {
    /// Makes the files of the hub and takes those of the sites; gives how many pages it made itself, or the exit code.
    fn fill(&self, sites: &[Site], writer: &SiteWriter) -> Result<usize, u8> {
        let run = Run {
            sink: writer,
            watch: &Unwatched,
            program: 0,
        };
        let purpose = match self.options.no_cards {
            true => Purpose::Plain,
            false => Purpose::WithCards,
        };
        let parts = sites.iter().map(part).collect();
        let of_theme = |error| report::stop(&format!("тема: {error}"));
        let joined = join::joined(self.sources, parts, self.theme, self.edition, purpose, run);
        let Joined { outcome, remarks } = joined.map_err(of_theme)?;
        let drift = sites.iter().flat_map(|site| &site.drift);
        let remarks: Vec<&Remark> = drift.chain(&remarks).collect();
        let found = outcome.diagnostics.iter();
        let errors: Vec<_> = found.filter(|one| one.is_error()).cloned().collect();
        report::show_problems(&errors, self.sources);
        say(&remarks, self.options.strict);
        if !outcome.made || (self.options.strict && !remarks.is_empty()) {
            eprintln!("Общий портал не записан.");
            return Err(CONTENT);
        }
        let earlier = |path: &str| read_written(&self.options.out, path);
        build::paint(&outcome.cards, self.theme, &earlier, writer).map_err(of_theme)?;
        for (folder, path) in taken(sites, self.options.copy) {
            if let Some(bytes) = read_written(folder, path) {
                let path = path.to_owned();
                writer.put(Artifact { path, bytes });
            }
        }
        let listing = federation::listed(writer.files());
        let told = outcome.manifest.into_iter();
        for file in told.flat_map(|manifest| federation::finished(manifest, &listing)) {
            writer.put(file);
        }
        Ok(outcome.counts.pages)
    }
}

/// A site by its folder, or by its manifest alone.
fn site(path: &Path) -> Result<Site, String> {
    let folder = path.is_dir().then(|| path.to_owned());
    let file = match &folder {
        Some(folder) => folder.join(told::PATH),
        None => path.to_owned(),
    };
    let name = path.file_name().unwrap_or(path.as_os_str());
    let name = name.to_string_lossy().into_owned();
    let bytes = read_named(&file).map_err(|error| match folder {
        Some(_) => format!("{error}. Это сайт, собранный portal build?"),
        None => error.to_string(),
    })?;
    let manifest = Manifest::parse(&bytes).map_err(|why| format!("{}: {why}", file.display()))?;
    let mut site = Site {
        name,
        manifest,
        folder: None,
        drift: Vec::new(),
    };
    if let Some(folder) = folder {
        let mut there = Listing::default();
        let mut visit = |path: String, bytes: Vec<u8>| there.add(&path, listing::Print::of(&bytes));
        visit_site(&folder, &mut visit).map_err(|error| error.to_string())?;
        let list = read_written(&folder, &site.manifest.files.list).unwrap_or_default();
        let listed = Listing::parse(&list).map_err(|why| format!("{}: {why}", site.name))?;
        site.drift = join::fit::with_list(&site.name, &site.manifest, &listed);
        site.drift
            .extend(join::with_folder(&site.name, &listed, &there));
        site.folder = Some((folder, there));
    }
    Ok(site)
}

fn part(site: &Site) -> Part {
    let file = |path: &str| read_written(&site.folder.as_ref()?.0, path);
    Part::new(site.name.clone(), site.manifest.clone(), &file)
}

/// The files that go from sites into the portal, with the folders they lie in.
fn taken(sites: &[Site], copy: bool) -> Vec<(&Path, &str)> {
    let mut taken = Vec::new();
    for site in sites {
        let tree = Tree::new(&site.manifest);
        if let Some((folder, there)) = &site.folder {
            let goes = |path: &&String| match tree.lies(path) {
                Lies::Region => copy,
                Lies::Shared => true,
                Lies::Hub => false,
            };
            let files = there.files.keys().filter(goes);
            taken.extend(files.map(|path| (folder.as_path(), path.as_str())));
        }
    }
    taken
}

fn say(remarks: &[&Remark], strict: bool) {
    for remark in remarks {
        let kind = match remark.weight {
            Weight::Refusal => "ошибка",
            Weight::Drift if strict => "ошибка",
            Weight::Drift => "предупреждение",
        };
        eprintln!("{kind}: {}\n  что сделать: {}", remark.message, remark.help);
    }
}

fn summary(
    options: &JoinOptions,
    sites: &[Site],
    pages: usize,
    written: &Written,
    started: Instant,
) {
    let regions: usize = sites.iter().map(|site| site.manifest.regions().len()).sum();
    report::say(format!(
        "Соединено: {}, {}, общих страниц {pages}.",
        counted(sites.len(), ["сайт", "сайта", "сайтов"]),
        counted(regions, ["регион", "региона", "регионов"]),
    ));
    if !options.copy {
        report::say(
            "Страницы регионов остались на своих адресах; с --copy они лягут в ту же папку.",
        );
    }
    report::say(format!(
        "Записано в {}: изменено {}, без изменений {}, удалено {}.",
        options.out.display(),
        written.changed,
        written.unchanged,
        written.removed
    ));
    report::say(format!("Время: {:.2} с.", started.elapsed().as_secs_f64()));
}
