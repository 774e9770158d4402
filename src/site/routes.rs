//! Which pages exist. Computed from the model alone, in an order that never depends on anything else.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use crate::model::id::{EventRef, Slug, TerritoryPath};
use crate::model::place::section::{REQUIRED, RequiredSection};
use crate::model::place::territory::Territory;
use crate::model::portal::Portal;
use crate::site::address::Address;
use crate::site::calendars::{Calendar, calendars};
use crate::site::changes;
use crate::site::data;
use crate::site::extent::{Extent, Seats, long_sections};
use crate::site::feeds::{change_feeds, news_feeds};
use crate::site::lasting::{self, Answer, Lasting};
use crate::site::metadata;
use crate::site::page::{PageKey, PlacePage};

/// All pages of the portal.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Site {
    seats: Arc<Seats>,
    pages: Vec<PageKey>,
    by_address: BTreeMap<Address, usize>,
    /// Other files that pages may link to: attachments, data files.
    files: BTreeSet<String>,
    /// What became of everything that was ever published.
    lasting: Lasting,
}

/// The list of pages for search engines.
pub const SITEMAP: &str = "sitemap.xml";

impl Site {
    /// Draws the map of a portal.
    pub fn new(portal: &Portal) -> Site {
        Site::drawn(portal, Extent::of(portal))
    }

    /// Draws the map of a portal in an extent chosen by the caller.
    pub fn drawn(portal: &Portal, extent: Extent) -> Site {
        let mut pages = shared_pages(portal, extent);
        for territory in &portal.territories {
            pages.extend(match extent {
                Extent::Detailed => place_pages(portal, territory),
                Extent::Compact => few_pages(territory),
            });
        }
        let by_address = pages
            .iter()
            .enumerate()
            .map(|(index, page)| (page.address(), index))
            .collect();
        let mut files: BTreeSet<String> = data::files(portal).into_iter().collect();
        files.extend(metadata::files(portal));
        files.insert(SITEMAP.to_owned());
        files.extend(calendars(portal).iter().map(Calendar::path));
        for feed in news_feeds(portal) {
            files.extend(feed.files(portal));
        }
        for feed in change_feeds(portal) {
            files.extend([feed.atom(), feed.json()]);
        }
        files.extend(
            portal
                .attachments
                .iter()
                .map(|attachment| attachment.path.clone()),
        );
        let mut site = Site {
            seats: Arc::new(Seats::new(portal, extent)),
            pages,
            by_address,
            files,
            lasting: Lasting::default(),
        };
        site.lasting = lasting::settle(
            portal,
            &lasting::Ground {
                stands: &|address| site.stands(address),
                seat: &|address| site.seat(address),
            },
        );
        site
    }

    /// What became of everything that was ever published.
    pub fn lasting(&self) -> &Lasting {
        &self.lasting
    }

    /// The text of the lock after this site is published; none when it stays as it is.
    pub fn renewed_lock(&self, portal: &Portal, today: Date) -> Option<String> {
        let pages = self.by_address.keys().map(Address::as_str);
        let files = self.files.iter().map(String::as_str);
        let published = lasting::renew::Published {
            addresses: pages.chain(files).collect(),
            is_compact: self.extent().is_compact(),
            today,
        };
        lasting::renewed(portal, &self.lasting, &published)
    }

    /// True for the address of a page or a file.
    fn stands(&self, address: &str) -> bool {
        self.by_address.contains_key(address) || self.files.contains(address)
    }

    /// Where the contents of a page stand that only smaller portals have.
    fn seat(&self, address: &str) -> Option<String> {
        if !self.extent().is_compact() {
            return None;
        }
        if data::is_left_out(address.trim_end_matches('/')) {
            return Some(PageKey::Data.address().into_text());
        }
        Some(self.seats.address(&self.elsewhere(address)?))
    }

    /// The name of a page that only smaller portals have, when its contents stand somewhere.
    fn elsewhere(&self, address: &str) -> Option<PageKey> {
        let practice = || {
            let id = address.strip_prefix("praktiki/")?;
            let id = Slug::parse(id.trim_end_matches('/'))?;
            Some(PageKey::Practice(id))
        };
        let known = |page: &PageKey| self.has(page);
        practice()
            .filter(known)
            .or_else(|| moved(address).filter(known))
    }

    /// How much room the portal gives each territory.
    pub fn extent(&self) -> Extent {
        self.seats.extent()
    }

    /// Where the contents of pages stand that do not exist themselves.
    pub fn seats(&self) -> &Arc<Seats> {
        &self.seats
    }

    /// The address of a page from the root, or of the place where its contents stand, see [`Seats::address`].
    pub fn address(&self, page: &PageKey) -> String {
        self.seats.address(page)
    }

    /// Every page, in a fixed order.
    pub fn pages(&self) -> &[PageKey] {
        &self.pages
    }

    /// The page at an address from the root, `a/b/`; without the final slash it is found, too. The name of a page whose
    /// contents stand elsewhere is told as well: links lead to its [`Seats::seat`]. Where a country has archives of tables
    /// instead of a file of data, it is the page of open data.
    pub fn page_at(&self, address: &str) -> Option<Cow<'_, PageKey>> {
        let with_slash =
            if address.is_empty() || address.ends_with('/') || address.ends_with(".html") {
                address.to_owned()
            } else {
                format!("{address}/")
            };
        let address = Address::new(with_slash);
        if let Some(index) = self.by_address.get(&address) {
            return Some(Cow::Borrowed(&self.pages[*index]));
        }
        // What has moved is linked to where it stands now, what is no more to the page that says so.
        match self.lasting.answers.get(address.as_str()) {
            Some(Answer::Moved { to }) => {
                let page = to.split('#').next().unwrap_or_default();
                let index = self.by_address.get(page)?;
                return Some(Cow::Borrowed(&self.pages[*index]));
            }
            Some(Answer::Gone(_)) => return Some(Cow::Owned(PageKey::Former(address.into_text()))),
            None => {}
        }
        if !self.extent().is_compact() {
            return None;
        }
        if data::is_left_out(address.as_str().trim_end_matches('/')) {
            return Some(Cow::Owned(PageKey::Data));
        }
        self.elsewhere(address.as_str()).map(Cow::Owned)
    }

    /// True when a page of this name exists, or another page that holds its contents.
    pub fn has(&self, page: &PageKey) -> bool {
        match self.seats.seat(page) {
            Some(_) if self.seats.lacks(page) => false,
            Some((seat, _)) => self.is_page(&seat),
            None => self.is_page(page),
        }
    }

    /// True when a page of this name itself exists.
    pub fn is_page(&self, page: &PageKey) -> bool {
        self.by_address
            .get(&page.address())
            .is_some_and(|index| &self.pages[*index] == page)
    }

    /// True when a published file, not a page, has this path.
    pub fn has_file(&self, path: &str) -> bool {
        self.files.contains(path)
    }

    /// All addresses, for «возможно, вы имели в виду».
    pub fn addresses(&self) -> impl Iterator<Item = &str> {
        self.by_address.keys().map(Address::as_str)
    }
}

/// The page of a territory that once lay, or in a smaller portal lies, at an address where there is none now. Whether the
/// territory has what the page is about is not known here.
fn moved(address: &str) -> Option<PageKey> {
    let parts: Vec<&str> = address.trim_end_matches('/').split('/').collect();
    // The longer path first: the second part may be a municipality or a section of the region.
    [2, 1].into_iter().find_map(|length| {
        let path = TerritoryPath::parse(&parts.get(..length)?.join("/"))?;
        let page = match parts.get(length..)? {
            ["plan", plan, "na-stenu"] => PlacePage::Wall(Slug::parse(plan)?),
            ["plan", plan, event] => PlacePage::Event(EventRef {
                plan: Slug::parse(plan)?,
                event: Slug::parse(event)?,
            }),
            ["itogi", plan] => PlacePage::Results(Slug::parse(plan)?),
            ["podtverzhdenie", plan] => PlacePage::Confirmation(Slug::parse(plan)?),
            ["kalendar"] => PlacePage::Calendar,
            ["polnota"] => PlacePage::Completeness,
            ["dannye"] => PlacePage::Data,
            ["obeshchaniya"] => PlacePage::Promises,
            ["sravnenie"] => PlacePage::Comparison,
            ["arkhiv"] => PlacePage::Archive,
            ["izmeneniya"] => PlacePage::Changes(None),
            ["izmeneniya", year] => PlacePage::Changes(Some(year.parse().ok()?)),
            ["alfavit"] => PlacePage::Index,
            [code] => PlacePage::Section(RequiredSection::find(code)?.code),
            _ => return None,
        };
        Some(PageKey::place(&path, page))
    })
}

fn shared_pages(portal: &Portal, extent: Extent) -> Vec<PageKey> {
    let mut pages = vec![
        PageKey::Home,
        PageKey::Search,
        PageKey::Index,
        PageKey::Districts,
        PageKey::Calendar,
        PageKey::Subscription,
        PageKey::Practices,
        PageKey::News,
        PageKey::Parents,
        PageKey::Glossary,
        PageKey::Data,
        PageKey::DataColumns,
        PageKey::Completeness,
        PageKey::Promises,
        PageKey::Comparison,
        PageKey::Changes(None),
        PageKey::About,
        PageKey::Editor,
        PageKey::Mistakes,
        PageKey::Fields,
        PageKey::View,
        PageKey::MySchool,
        PageKey::SiteMap,
        PageKey::Receipt,
        PageKey::NotFound,
    ];
    if extent == Extent::Detailed {
        let years = changes::years(&portal.history, None);
        pages.extend(years.into_iter().map(|year| PageKey::Changes(Some(year))));
    }
    pages.extend(
        months(portal)
            .into_iter()
            .map(|(year, month)| PageKey::Month { year, month }),
    );
    if extent == Extent::Detailed {
        let practices = portal.practices();
        pages.extend(practices.map(|(_, practice)| PageKey::Practice(practice.id.clone())));
    }
    pages.extend(
        portal
            .collections
            .iter()
            .map(|collection| PageKey::Collection(collection.id.clone())),
    );
    pages.extend(
        portal
            .terms
            .iter()
            .map(|term| PageKey::Term(term.id.clone())),
    );
    let texts = portal.pages.iter().map(|page| PageKey::info(&page.id));
    // Pages with an address of their own are there without a text, too.
    pages.extend(texts.filter(|page| matches!(page, PageKey::Info(_))));
    pages
}

/// The pages of a territory in a whole country: those that are read by themselves. All else stands on its main page.
fn few_pages(territory: &Territory) -> Vec<PageKey> {
    let mut pages = vec![PlacePage::Home];
    if territory.is_region() {
        pages.extend([PlacePage::Data, PlacePage::Index]);
    }
    pages.extend(long_sections(territory).map(PlacePage::Section));
    if territory.has_dossier() {
        pages.extend(records(territory));
        let plans = territory.plans.iter();
        pages.extend(plans.map(|plan| PlacePage::Plan(plan.id.clone())));
    }
    let named = pages.into_iter();
    named
        .map(|page| PageKey::place(&territory.path, page))
        .collect()
}

/// Documents, schools and news of a territory, which have pages in every extent.
fn records(territory: &Territory) -> impl Iterator<Item = PlacePage> {
    let documents = territory.documents.iter();
    let schools = territory.schools.iter();
    let news = territory.news.iter();
    documents
        .map(|document| PlacePage::Document(document.id.clone()))
        .chain(schools.map(|school| PlacePage::School(school.id.clone())))
        .chain(news.map(|item| PlacePage::NewsItem(item.id.clone())))
}

fn place_pages(portal: &Portal, territory: &Territory) -> Vec<PageKey> {
    let mut pages = vec![
        PlacePage::Home,
        PlacePage::Promises,
        PlacePage::Data,
        PlacePage::Changes(None),
    ];
    if is_compared(portal, territory) {
        pages.push(PlacePage::Comparison);
    }
    let years = changes::years(&portal.history, Some(&territory.path));
    pages.extend(years.into_iter().map(|year| PlacePage::Changes(Some(year))));
    if territory.is_region() {
        pages.push(PlacePage::Index);
    }
    if territory.has_dossier() {
        pages.extend(
            REQUIRED
                .iter()
                .filter(|s| !s.code.is_empty())
                .map(|s| PlacePage::Section(s.code)),
        );
        pages.extend([
            PlacePage::Calendar,
            PlacePage::Completeness,
            PlacePage::Archive,
        ]);
        pages.extend(records(territory));
        for plan in &territory.plans {
            pages.push(PlacePage::Plan(plan.id.clone()));
            pages.push(PlacePage::Wall(plan.id.clone()));
            pages.push(PlacePage::Results(plan.id.clone()));
            pages.push(PlacePage::Confirmation(plan.id.clone()));
            pages.extend(plan.events().map(|event| {
                PlacePage::Event(EventRef {
                    plan: plan.id.clone(),
                    event: event.id.clone(),
                })
            }));
        }
    }
    pages
        .into_iter()
        .map(|page| PageKey::place(&territory.path, page))
        .collect()
}

/// Whether there is anything to compare: for a municipality with a plan another one on the portal, for a region two of its
/// own.
fn is_compared(portal: &Portal, territory: &Territory) -> bool {
    let with_plans = |one: &&Territory| !one.plans.is_empty();
    match territory.is_region() {
        true => portal
            .municipalities_of(&territory.path.region)
            .filter(with_plans)
            .nth(1)
            .is_some(),
        false => {
            !territory.plans.is_empty()
                && portal.municipalities().filter(with_plans).nth(1).is_some()
        }
    }
}

/// Every month from the first dated event or news item to the last, without gaps, so that a reader can leaf through.
pub fn months(portal: &Portal) -> Vec<(i16, i8)> {
    let mut days: BTreeSet<Date> = BTreeSet::new();
    for territory in &portal.territories {
        for plan in &territory.plans {
            days.extend([plan.period.first, plan.period.last]);
            for deadline in plan.events().filter_map(|event| event.deadline.as_ref()) {
                for when in deadline
                    .value
                    .whens
                    .iter()
                    .filter(|when| when.kind.is_dated())
                {
                    days.extend(when.first.into_iter().chain(when.last));
                }
            }
        }
    }
    let (Some(first), Some(last)) = (days.first(), days.last()) else {
        return Vec::new();
    };
    let (mut year, mut month) = (first.year(), first.month());
    let mut months = Vec::new();
    // A mistyped year («2203») must not make thousands of pages; `check` reports it.
    while (year, month) <= (last.year(), last.month()) && months.len() < 240 {
        months.push((year, month));
        (year, month) = if month == 12 {
            (year + 1, 1)
        } else {
            (year, month + 1)
        };
    }
    months
}
