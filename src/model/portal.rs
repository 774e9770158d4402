//! The whole portal as one value.

use crate::diag::span::{Span, Spanned};
use crate::files::sources::SourceId;
use crate::model::editing::{Admin, EditAddresses};
use crate::model::handbook::Handbook;
use crate::model::history::History;
use crate::model::id::{Slug, TerritoryPath};
use crate::model::lasting::{Lock, Said};
use crate::model::place::territory::Territory;
use crate::model::record::practice::{Collection, Practice};
use crate::model::reference::{CycleStep, InfoPage, Question, RiskFactor, Term};
use crate::model::scope::Scope;
use crate::model::shared::Shared;
use crate::model::vocabulary::Vocabulary;
use crate::text::fingerprint::Fingerprint;

/// Everything that content says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Portal {
    /// Settings of the portal.
    pub settings: Settings,
    /// Regions and municipalities; a region stands before its municipalities, all in order of their paths.
    pub territories: Vec<Shared<Territory>>,
    /// Words and abbreviations, in the order of the file.
    pub terms: Vec<Term>,
    /// Risk factors.
    pub risks: Vec<RiskFactor>,
    /// Words that search knows beside those of the documents.
    pub vocabulary: Vocabulary,
    /// Steps of the management cycle.
    pub cycle: Vec<CycleStep>,
    /// Questions of parents, in the order of their file names.
    pub questions: Vec<Question>,
    /// Collections of practices.
    pub collections: Vec<Collection>,
    /// Pages about the portal.
    pub pages: Vec<InfoPage>,
    /// Pictures and other files that lie among the texts.
    pub attachments: Vec<Attachment>,
    /// What editors look up; the same for every portal.
    pub handbook: Shared<Handbook>,
    /// What changed in the content and when.
    pub history: Shared<History>,
    /// Files that could not be read: what refers to them is not reported again.
    pub broken: Vec<String>,
    /// How much of the country the content is.
    pub reach: Reach,
    /// What was ever published.
    pub lock: Lock,
    /// What editors say of addresses that nothing stands at any more.
    pub said: Said,
}

/// How much of the country the content of a portal is. Whatever lies outside of it may be there elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Reach {
    /// All that the portal has.
    #[default]
    Whole,
    /// The regions and municipalities to which reading was limited.
    Part(Vec<TerritoryPath>),
    /// What all territories share. The territories are known from the manifests of their own sites: they can be counted
    /// and listed, and their pages are there already.
    Joined,
}

/// Settings of a portal.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// The portal's name.
    pub title: String,
    /// One sentence about it.
    pub description: String,
    /// Its public address, with a slash at the end; canonical addresses and the sitemap need it.
    pub address: Option<String>,
    /// Place of the public address in the file of settings.
    pub address_span: Option<Span>,
    /// Code of the language of the interface: `en`; Russian when none is chosen. Documents stay Russian.
    pub language: Option<Spanned<String>>,
    /// Where readers write about mistakes of the portal.
    pub email: Option<Spanned<String>>,
    /// After how many days without news the news section counts as stale (document E asks for one news item a month).
    pub news_stale_days: i64,
    /// Warnings the portal has decided not to hear.
    pub disabled_checks: Vec<DisabledCheck>,
    /// Where files of the content are edited.
    pub edit_addresses: EditAddresses,
    /// The repository the editor in the browser writes to.
    pub admin: Option<Admin>,
    /// Which part of the country the site stands for; by what the content holds when none is chosen.
    pub scope: Option<Scope>,
    /// Place of the title in the file of settings.
    pub span: Option<Span>,
}

/// A kind of warning that is switched off, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DisabledCheck {
    /// Its code: «П420».
    pub code: Spanned<String>,
    /// Why, for whoever asks later.
    pub reason: String,
    /// Only for files in this folder of the content; none for the whole portal.
    pub folder: Option<Spanned<String>>,
}

/// A file that is published as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// The file.
    pub source: SourceId,
    /// Its path in the content folder, which is also its path on the site.
    pub path: String,
    /// Width and height in pixels when it is a picture made of them.
    pub size: Option<(u32, u32)>,
    /// Its fingerprint, by which anyone can tell later whether the file is still the same.
    pub fingerprint: Fingerprint,
}

impl Portal {
    /// Finds a territory by its path.
    pub fn territory(&self, path: &TerritoryPath) -> Option<&Territory> {
        self.territories
            .binary_search_by(|t| t.path.cmp(path))
            .ok()
            .map(|index| &*self.territories[index])
    }

    /// Regions and municipalities in order of their paths.
    pub fn places(&self) -> impl Iterator<Item = &Territory> {
        self.territories.iter().map(|territory| &**territory)
    }

    /// The regions.
    pub fn regions(&self) -> impl Iterator<Item = &Territory> {
        self.places()
            .filter(|territory| territory.path.municipality.is_none())
    }

    /// The municipalities of a region.
    pub fn municipalities_of<'a>(
        &'a self,
        region: &'a Slug,
    ) -> impl Iterator<Item = &'a Territory> {
        self.municipalities()
            .filter(move |territory| &territory.path.region == region)
    }

    /// A region and its municipalities.
    pub fn territories_of<'a>(&'a self, region: &'a Slug) -> impl Iterator<Item = &'a Territory> {
        self.places()
            .filter(move |territory| &territory.path.region == region)
    }

    /// All municipalities.
    pub fn municipalities(&self) -> impl Iterator<Item = &Territory> {
        self.places()
            .filter(|territory| territory.path.municipality.is_some())
    }

    /// All practices with their territories, in order of territory and id.
    pub fn practices(&self) -> impl Iterator<Item = (&Territory, &Practice)> {
        self.places()
            .flat_map(|t| t.practices.iter().map(move |practice| (t, practice)))
    }

    /// An attachment by its path.
    pub fn attachment(&self, path: &str) -> Option<&Attachment> {
        self.attachments.iter().find(|file| file.path == path)
    }

    /// True when a territory is outside of the content: it may be there elsewhere.
    pub fn is_elsewhere(&self, path: &TerritoryPath) -> bool {
        let holds = |part: &TerritoryPath| match &part.municipality {
            None => part.region == path.region,
            // A municipality is read together with what its region publishes itself.
            Some(_) => part == path || (path.municipality.is_none() && part.region == path.region),
        };
        match &self.reach {
            Reach::Whole => false,
            Reach::Part(only) => !only.iter().any(holds),
            Reach::Joined => true,
        }
    }

    /// How many events all plans hold.
    pub fn event_count(&self) -> usize {
        self.places()
            .flat_map(|t| &t.plans)
            .map(|plan| plan.events().count())
            .sum()
    }
}
