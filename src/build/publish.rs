//! From what was understood to the files of the site, one stage after the other, each by many threads; every file goes
//! to the sink as soon as it is made.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use rayon::prelude::*;
use xxhash_rust::xxh3::xxh3_128;

use crate::build::watch::Stage;
use crate::build::{Extras, Part, Purpose, Run, data, federation, index, subscriptions};
use crate::export::data::Choice;
use crate::export::formats::json;
use crate::export::former::Publishing;
use crate::export::{self, DataFile, feeds};
use crate::federation::manifest::SCHEMA;
use crate::federation::{Manifest, schema};
use crate::files::sink::{Artifact, Key};
use crate::files::sources::Sources;
use crate::model::portal::Portal;
use crate::render::cards::Order;
use crate::render::context::Standing;
use crate::render::{self, Context, Edition, Theme, ThemeError};
use crate::search::index::Parts;
use crate::site::downloads::Downloads;
use crate::site::{PageKey, PlacePage, Site, changes};

/// What a site is made from, and where to.
pub struct Work<'a> {
    pub sources: &'a Sources,
    pub portal: &'a Portal,
    pub site: &'a Site,
    pub theme: &'a Theme,
    pub edition: &'a Edition,
    pub extras: &'a Extras,
    pub run: Run<'a>,
}

/// What is left to tell of a site whose files are in the sink.
pub struct Published {
    /// What is told to whoever joins sites.
    pub manifest: Manifest,
    /// Pages whose template was rendered.
    pub rendered: usize,
    /// Pictures still to be painted.
    pub cards: Vec<Order>,
}

impl Work<'_> {
    /// Makes everything but the pictures for other sites.
    ///
    /// # Errors
    /// When a template of the theme is at fault.
    pub fn publish(&self) -> Result<Published, ThemeError> {
        let sink = self.run.sink;
        let mut context = Context::new(self.portal, self.site, self.theme, self.edition);
        context.sources = Some(self.sources);
        context.origin = self.extras.origin.clone();
        let stands = |path: &str, from: Key| sink.keep(path, from);
        context.standing = sink.remembers().then(|| Standing {
            basis: self.basis(),
            stands: &stands,
        });
        if self.extras.purpose == Purpose::WithCards {
            self.begins(Stage::CardOrders);
            context.cards = render::cards(&context)?;
        }
        // Pages tell how large the files of data are.
        self.begins(Stage::Data);
        context.downloads = self.data(context.address());
        self.begins(Stage::Pages);
        let rendered = self.pages(&context)?;
        self.begins(Stage::Calendars);
        self.calendars(&context);
        self.begins(Stage::Feeds);
        self.feeds(&context);
        self.begins(Stage::Search);
        self.search();
        self.begins(Stage::Rest);
        self.rest(&context);
        let manifest = Manifest {
            commit: self.extras.origin.commit.clone(),
            without: self.extras.origin.without.clone(),
            ..federation::manifest(self.sources, &context)
        };
        Ok(Published {
            manifest,
            rendered,
            cards: context.cards.orders().cloned().collect(),
        })
    }

    fn begins(&self, stage: Stage) {
        self.run.watch.begins(stage);
    }

    fn wants(&self, part: Part) -> bool {
        !self.extras.without.contains(&part)
    }

    fn put(&self, path: String, bytes: Vec<u8>) {
        // What took the place of another file answers under its old name, too.
        let old = self.site.lasting().copies.get(&path);
        for path in old.into_iter().flatten() {
            self.run.sink.put(Artifact {
                path: path.clone(),
                bytes: bytes.clone(),
            });
        }
        self.run.sink.put(Artifact { path, bytes });
    }

    fn put_data(&self, file: DataFile) {
        self.put(file.path, file.bytes);
    }

    /// What pages depend on beside their views: the program, the theme and its language, and which terms of the
    /// glossary the words explained at the end of a page belong to.
    fn basis(&self) -> Key {
        let terms = self.portal.terms.iter();
        let terms = terms.map(|term| (&term.id, &term.abbr, &term.forms));
        let terms: Vec<_> = terms.collect();
        let Run { program, .. } = self.run;
        let theme = self.theme.fingerprint();
        let address = &self.edition.base_url;
        xxh3_128(format!("{program:x} {theme:x} {address:?} {terms:?}").as_bytes())
    }

    pub(super) fn data(&self, address: Option<&str>) -> Downloads {
        if !self.wants(Part::Data) {
            return Downloads::default();
        }
        let choice = match self.extras.purpose {
            Purpose::Preview => Choice::Quick,
            Purpose::Plain | Purpose::WithCards => Choice::All,
        };
        let today = self.edition.today;
        let give = |file| self.put_data(file);
        data::files(self.portal, self.site, (today, address), choice, &give)
    }

    /// Every page once; gives how many were rendered.
    fn pages(&self, context: &Context<'_>) -> Result<usize, ThemeError> {
        let former = self.site.lasting().pages();
        let keys: Vec<&PageKey> = self.site.pages().iter().chain(&former).collect();
        let (done, rendered) = (AtomicUsize::new(0), AtomicUsize::new(0));
        keys.par_iter().copied().try_for_each(|key| {
            if self.run.sink.is_broken() {
                return Ok(());
            }
            let began = Instant::now();
            let page = render::page(context, key)?;
            if let Some(html) = page.html {
                rendered.fetch_add(1, Ordering::Relaxed);
                self.put(page.path, html.into_bytes());
            }
            self.run.watch.page(kind(key), began.elapsed());
            let done = done.fetch_add(1, Ordering::Relaxed) + 1;
            self.run.watch.pages(done, keys.len());
            Ok(())
        })?;
        Ok(rendered.into_inner())
    }

    pub(super) fn calendars(&self, context: &Context<'_>) {
        if !self.wants(Part::Calendars) {
            return;
        }
        let published = (self.edition.today, context.address());
        subscriptions::calendars(self.portal, published, &|file| self.put_data(file));
    }

    pub(super) fn feeds(&self, context: &Context<'_>) {
        if !self.wants(Part::Feeds) {
            return;
        }
        let news = feeds::news::Publishing {
            today: self.edition.today,
            address: context.address(),
            html: &|text, path| render::text_in_file(context, text, path),
        };
        let whole = (self.portal, self.site);
        subscriptions::feeds(whole, &news, &|file| self.put_data(file));
    }

    pub(super) fn search(&self) {
        if self.wants(Part::Search) {
            let parts = Parts::of(self.portal);
            index::each(self.portal, self.site, parts, &|files| {
                for file in files {
                    self.put(file.path, file.bytes);
                }
            });
        }
    }

    /// What files at old addresses depend on.
    pub(super) fn former<'c>(&'c self, context: &'c Context<'_>) -> Publishing<'c> {
        Publishing {
            today: self.edition.today,
            address: context.address(),
            portal: &self.portal.settings.title,
        }
    }

    /// What search engines read, what a telephone needs to put the portal among its programs, and files that are
    /// published as they lie.
    pub(super) fn rest(&self, context: &Context<'_>) {
        let changed = |page: &PageKey| changes::last_day(&self.portal.history, page);
        let listed = export::for_search_engines(self.site, context.address(), &changed);
        listed.into_par_iter().for_each(|file| self.put_data(file));
        let told = export::former::files(self.site, self.former(context));
        told.into_iter().for_each(|file| self.put_data(file));
        let manifest = render::manifest::manifest(context).into_bytes();
        self.put(render::manifest::PATH.to_owned(), manifest);
        self.put(SCHEMA.to_owned(), json::pretty(&schema()));
        for (path, bytes) in self.theme.files() {
            self.put(path.clone(), bytes.clone());
        }
        self.portal.attachments.par_iter().for_each(|attachment| {
            let bytes = self.sources.file(attachment.source).bytes().into_owned();
            self.put(attachment.path.clone(), bytes);
        });
    }
}

/// The kind of a page, in words for the table of stages.
fn kind(key: &PageKey) -> &'static str {
    match key {
        PageKey::Home | PageKey::Districts => "главная и список районов",
        PageKey::Calendar | PageKey::Month { .. } | PageKey::Subscription => "календарь портала",
        PageKey::Practice(_) | PageKey::Practices | PageKey::Collection(_) => "практики",
        PageKey::Place(_, page) => match page {
            PlacePage::Home => "главные страницы территорий",
            PlacePage::Section(_) => "разделы территорий",
            PlacePage::Document(_) => "документы",
            PlacePage::Plan(_) | PlacePage::Wall(_) => "планы",
            PlacePage::Event(_) => "мероприятия",
            PlacePage::School(_) => "школы",
            PlacePage::NewsItem(_) => "новости",
            PlacePage::Calendar | PlacePage::Changes(_) => "календари и изменения территорий",
            PlacePage::Results(_)
            | PlacePage::Completeness
            | PlacePage::Promises
            | PlacePage::Comparison
            | PlacePage::Confirmation(_)
            | PlacePage::Archive => "итоги и сравнения территорий",
            PlacePage::Data | PlacePage::Index => "данные и указатели территорий",
        },
        _ => "остальные страницы портала",
    }
}
