//! What most rules look at: one part of the portal at a time, either the files that all territories share or one
//! territory. A part is judged alone, so that parts can be judged side by side, and one of them again after an edit.

use std::cell::OnceCell;

use crate::check::links::{self, Link};
use crate::check::own_words::{self, Sentence};
use crate::model::place::territory::Territory;
use crate::model::plan::roadmap::{Event, Roadmap};
use crate::model::portal::Portal;
use crate::site::Site;

/// A part of the portal with what its rules may look up elsewhere. Links and sentences are read once for all rules.
#[derive(Debug)]
pub struct Part<'a> {
    /// The portal, to see what else there is.
    pub portal: &'a Portal,
    /// The pages and files of the portal.
    pub site: &'a Site,
    /// The territory; none for what all territories share.
    pub territory: Option<&'a Territory>,
    links: OnceCell<Vec<Link<'a>>>,
    sentences: OnceCell<Vec<Sentence<'a>>>,
}

impl<'a> Part<'a> {
    /// The files that all territories share.
    pub fn shared(portal: &'a Portal, site: &'a Site) -> Part<'a> {
        Part {
            portal,
            site,
            territory: None,
            links: OnceCell::new(),
            sentences: OnceCell::new(),
        }
    }

    /// One territory.
    pub fn of(portal: &'a Portal, site: &'a Site, territory: &'a Territory) -> Part<'a> {
        Part {
            territory: Some(territory),
            ..Part::shared(portal, site)
        }
    }

    /// The portal when this part is what all territories share.
    pub fn common(&self) -> Option<&'a Portal> {
        self.territory.is_none().then_some(self.portal)
    }

    /// The plans of the territory.
    pub fn plans(&self) -> impl Iterator<Item = &'a Roadmap> + use<'a> {
        self.territory.into_iter().flat_map(|place| &place.plans)
    }

    /// The measures of the territory.
    pub fn events(&self) -> impl Iterator<Item = &'a Event> + use<'a> {
        self.plans().flat_map(Roadmap::events)
    }

    /// Every link and picture of the texts, then the proofs of the plans.
    pub fn links(&self) -> &[Link<'a>] {
        self.links.get_or_init(|| match self.territory {
            Some(territory) => links::of(territory),
            None => links::shared(self.portal),
        })
    }

    /// Every sentence in our own words.
    pub fn sentences(&self) -> &[Sentence<'a>] {
        self.sentences.get_or_init(|| match self.territory {
            Some(territory) => own_words::of(territory),
            None => own_words::shared(self.portal),
        })
    }
}
