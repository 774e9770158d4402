//! What all pages are made from: the portal, the map of its site, the theme, the day, and what is read once for all.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::files::sources::Sources;
use crate::model::comparison::Figure;
use crate::model::id::Slug;
use crate::model::place::territory::Territory;
use crate::model::portal::Portal;
use crate::model::record::practice::Practice;
use crate::render::agenda::{Agenda, Order};
use crate::render::cards::Cards;
use crate::render::edition::{Edition, Origin};
use crate::render::linker::Linker;
use crate::render::theme::Theme;
use crate::render::usage::{Found, Usage};
use crate::render::words::Glossary;
use crate::site::downloads::Downloads;
use crate::site::{PageKey, Site};
use crate::text::language::Words;

/// Pages of an earlier build that need not be rendered again.
#[derive(Clone, Copy)]
pub struct Standing<'a> {
    /// Tells everything that pages depend on beside their templates' views.
    pub basis: u128,
    /// True when the file of a page, by its path, stands as it was made from the view with this fingerprint.
    pub stands: &'a (dyn Fn(&str, u128) -> bool + Sync),
}

/// Everything a page is made from.
pub struct Context<'a> {
    /// What content says.
    pub portal: &'a Portal,
    /// Which pages exist.
    pub site: &'a Site,
    /// Templates and files of the theme.
    pub theme: &'a Theme,
    /// Words of the interface, in the language of the theme.
    pub words: &'a Words,
    /// Day and address of this build.
    pub edition: &'a Edition,
    /// Where the site comes from, for its receipt.
    pub origin: Origin,
    /// Abbreviations, ready to be found in texts.
    pub glossary: Glossary<'a>,
    /// Events of all plans by time, read once for all pages of the calendar, when the first of them asks.
    agenda: OnceLock<Order>,
    /// Pictures shown beside links to pages; none unless the build paints them.
    pub cards: Cards,
    /// The files of the content, for links from pages to them; without them pages have no such links.
    pub sources: Option<&'a Sources>,
    /// Pages that stand already; none unless the build remembers them.
    pub standing: Option<Standing<'a>>,
    /// Files of open data, for the pages that list them; none unless the build makes them.
    pub downloads: Downloads,
    /// Words of the glossary by the plans that use them, read once for all words, when the page of one of them asks.
    usage: OnceLock<Usage>,
    /// Figures of municipalities with plans, made when the first page compares them and then the same for all.
    pub figures: OnceLock<Vec<Vec<Figure>>>,
    /// Where practices stand, by their ids: the territory in the portal's list, the practice in the territory's.
    practices: OnceLock<HashMap<Slug, (usize, usize)>>,
}

impl<'a> Context<'a> {
    /// Prepares what all pages share.
    pub fn new(portal: &'a Portal, site: &'a Site, theme: &'a Theme, edition: &'a Edition) -> Self {
        Context {
            portal,
            site,
            theme,
            words: theme.words(),
            edition,
            origin: Origin::default(),
            glossary: Glossary::new(&portal.terms),
            agenda: OnceLock::new(),
            cards: Cards::default(),
            sources: None,
            standing: None,
            downloads: Downloads::default(),
            usage: OnceLock::new(),
            figures: OnceLock::new(),
            practices: OnceLock::new(),
        }
    }

    /// Events of all plans by time.
    pub fn agenda(&self) -> Agenda<'_> {
        let order = self.agenda.get_or_init(|| Order::new(self.portal));
        Agenda::new(self.portal, order)
    }

    /// The plans that use a word of the glossary, by its number in the portal.
    pub fn uses(&self, term: usize) -> Vec<Found<'a>> {
        let usage = self.usage.get_or_init(|| Usage::new(self.portal));
        usage.of(self.portal, term)
    }

    /// A practice with its territory.
    pub fn practice(&self, id: &Slug) -> Option<(&'a Territory, &'a Practice)> {
        let territories = &self.portal.territories;
        let places = self.practices.get_or_init(|| {
            let numbered = territories.iter().enumerate();
            let all = numbered.flat_map(|(at, territory)| {
                let practices = territory.practices.iter().enumerate();
                practices.map(move |(own, practice)| (practice.id.clone(), (at, own)))
            });
            all.collect()
        });
        let (at, own) = places.get(id)?;
        let territory = &territories[*at];
        Some((territory, &territory.practices[*own]))
    }

    /// Links of a page.
    pub fn linker(&self, key: &PageKey) -> Linker {
        Linker::new(key, self.edition, self.site.seats())
    }

    /// Where the portal is published, with a slash at the end, when that is known.
    pub fn address(&self) -> Option<&'a str> {
        let settings = &self.portal.settings;
        self.edition
            .base_url
            .as_deref()
            .or(settings.address.as_deref())
    }
}
