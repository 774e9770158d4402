//! Everything the pages of one moment are made from, and any file of that site, made when it is asked for.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock};

use rayon::ThreadPool;

use crate::build::admin::Desk;
use crate::build::publish::Work;
use crate::build::{Artifact, Collected, Extras, Purpose, Run, Unwatched};
use crate::desk::admin::FOLDER;
use crate::files::sources::Sources;
use crate::model::portal::Portal;
use crate::render::{self, Context, Edition, Theme};
use crate::site::data as data_folder;
use crate::site::downloads::Downloads;
use crate::site::{PageKey, PlacePage, Site};

/// Everything the pages of one moment are made from. Those of another moment share what has not changed.
pub struct Snapshot {
    /// The model.
    pub portal: Portal,
    /// Which pages exist.
    pub site: Arc<Site>,
    /// In the language of the portal.
    pub theme: Arc<Theme>,
    /// The day and the address.
    pub edition: Edition,
    /// The files themselves.
    pub sources: Sources,
    /// The editor in the browser, if it is wanted.
    pub editor: Option<Arc<Desk>>,
    /// Where large files are made: on fewer threads than the machine has, so that pages need not wait for them.
    pub pool: Arc<ThreadPool>,
}

/// Bytes of a file.
pub type Bytes = Arc<[u8]>;

/// Files that are made together.
type Group = BTreeMap<String, Bytes>;

/// A file that could not be made: where the fault is, and what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// `theme` or `admin`.
    pub place: &'static str,
    /// Why.
    pub why: String,
}

/// Makes the files of a snapshot, each once.
pub struct Maker<'a> {
    snapshot: &'a Snapshot,
    extras: Extras,
    context: Context<'a>,
    /// For the few pages that tell how large files of data are: they wait until those are made.
    context_of_data: OnceLock<Context<'a>>,
    pages: Mutex<BTreeMap<String, Bytes>>,
    theme: BTreeMap<&'a str, &'a [u8]>,
    data: OnceLock<(Group, Downloads)>,
    subscribed: OnceLock<Group>,
    index: OnceLock<Group>,
    listed: OnceLock<Group>,
    editor: OnceLock<Result<Group, Fault>>,
}

impl<'a> Maker<'a> {
    pub fn new(snapshot: &'a Snapshot) -> Maker<'a> {
        let files = snapshot.theme.files().iter();
        Maker {
            snapshot,
            extras: Extras {
                purpose: Purpose::Preview,
                ..Extras::default()
            },
            context: context(snapshot),
            context_of_data: OnceLock::new(),
            pages: Mutex::default(),
            theme: files
                .map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
                .collect(),
            data: OnceLock::new(),
            subscribed: OnceLock::new(),
            index: OnceLock::new(),
            listed: OnceLock::new(),
            editor: OnceLock::new(),
        }
    }

    /// The bytes of the file at an output path; none when the site has no such file.
    pub fn file(&self, path: &str) -> Result<Option<Bytes>, Fault> {
        if let Some(page) = self.snapshot.page(path) {
            return self.page(path, &page).map(Some);
        }
        let lasting = self.snapshot.site.lasting();
        let copied = lasting
            .answers
            .get(path)
            .and_then(|answer| lasting.copied(answer));
        if let Some(new) = copied {
            return self.file(new);
        }
        if let Some(bytes) = self.theme.get(path) {
            return Ok(Some(Arc::from(*bytes)));
        }
        if path.split('/').next() == Some(FOLDER) && self.snapshot.editor.is_some() {
            let editor = self.editor.get_or_init(|| self.made_editor());
            return editor
                .as_ref()
                .map(|files| files.get(path).cloned())
                .map_err(Clone::clone);
        }
        if let Some(attachment) = self.snapshot.portal.attachment(path) {
            let file = self.snapshot.sources.file(attachment.source);
            return Ok(Some(Arc::from(&*file.bytes())));
        }
        Ok(self.made_together(path))
    }

    fn page(&self, path: &str, key: &PageKey) -> Result<Bytes, Fault> {
        let known = |pages: &BTreeMap<String, Bytes>| pages.get(path).cloned();
        if let Some(page) = self.pages.lock().ok().as_deref().and_then(known) {
            return Ok(page);
        }
        let page = render::page(self.context_for(key), key).map_err(|error| Fault {
            place: "theme",
            why: error.to_string(),
        })?;
        let bytes: Bytes = Arc::from(page.html.unwrap_or_default().into_bytes());
        if let Ok(mut pages) = self.pages.lock() {
            pages.insert(path.to_owned(), Arc::clone(&bytes));
        }
        Ok(bytes)
    }

    fn context_for(&self, key: &PageKey) -> &Context<'a> {
        let tells_sizes = matches!(
            key,
            PageKey::Data | PageKey::DataColumns | PageKey::Place(_, PlacePage::Data)
        );
        if !tells_sizes {
            return &self.context;
        }
        self.context_of_data.get_or_init(|| {
            let mut context = context(self.snapshot);
            context.downloads = self.data().1.clone();
            context
        })
    }

    /// A file that is made together with others of its kind. Which kind it is, its path tells only roughly.
    fn made_together(&self, path: &str) -> Option<Bytes> {
        if path.starts_with("poisk/") {
            let index = self.index.get_or_init(|| self.made(|work| work.search()).0);
            return index.get(path).cloned();
        }
        let listed = self
            .listed
            .get_or_init(|| self.made(|work| work.rest(&self.context)).0);
        if let Some(bytes) = listed.get(path) {
            return Some(Arc::clone(bytes));
        }
        // To look for what the site does not have, nothing is made.
        if !self.snapshot.site.has_file(path) && !path.starts_with(data_folder::FOLDER) {
            return None;
        }
        let in_data = || self.data().0.get(path).cloned();
        let in_subscribed = || {
            let files = self.subscribed.get_or_init(|| {
                let make = |work: &Work<'_>| {
                    work.calendars(&self.context);
                    work.feeds(&self.context);
                };
                self.made(make).0
            });
            files.get(path).cloned()
        };
        match path.ends_with(".ics") || path.contains("lenta") || path.contains("izmeneniya") {
            true => in_subscribed().or_else(in_data),
            false => in_data().or_else(in_subscribed),
        }
    }

    fn data(&self) -> &(Group, Downloads) {
        self.data
            .get_or_init(|| self.made(|work| work.data(self.context.address())))
    }

    /// What a part of a build makes, and what it tells.
    fn made<T: Send>(&self, make: impl Fn(&Work<'_>) -> T + Sync) -> (Group, T) {
        let Snapshot {
            portal,
            site,
            theme,
            edition,
            sources,
            ..
        } = self.snapshot;
        let sink = Collected::default();
        let work = Work {
            sources,
            portal,
            site,
            theme,
            edition,
            extras: &self.extras,
            run: Run {
                sink: &sink,
                watch: &Unwatched,
                program: 0,
            },
        };
        let told = self.snapshot.pool.install(|| make(&work));
        (group(sink.into_files()), told)
    }

    fn made_editor(&self) -> Result<Group, Fault> {
        let Some(editor) = &self.snapshot.editor else {
            return Ok(Group::new());
        };
        let files = editor.files(&self.snapshot.portal).map_err(|why| Fault {
            place: "admin",
            why: why.to_string(),
        })?;
        Ok(group(files))
    }
}

impl Snapshot {
    /// The page at an output path.
    pub fn page(&self, path: &str) -> Option<PageKey> {
        let address = path.strip_suffix("index.html").unwrap_or(path);
        let lasting = self.site.lasting();
        let bare = address.strip_suffix('/').unwrap_or(address);
        let former = [address, bare]
            .into_iter()
            .find_map(|one| lasting.page(one));
        if let Some(page) = former.filter(|page| page.address().file() == path) {
            return Some(page);
        }
        let page = self
            .site
            .page_at(address)
            .filter(|page| self.site.is_page(page))?;
        (page.address().file() == path).then(|| page.into_owned())
    }
}

fn context(snapshot: &Snapshot) -> Context<'_> {
    let Snapshot {
        portal,
        site,
        theme,
        edition,
        sources,
        ..
    } = snapshot;
    let mut context = Context::new(portal, site, theme, edition);
    context.sources = Some(sources);
    context
}

fn group(files: Vec<Artifact>) -> Group {
    let files = files.into_iter();
    files
        .map(|file| (file.path, Arc::from(file.bytes)))
        .collect()
}
