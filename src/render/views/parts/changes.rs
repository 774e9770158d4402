//! Changes of the content in lists: by day, newest first.

use std::cmp::Reverse;

use serde::Serialize;

use crate::model::history::{Change, Detail, State, Subject};
use crate::model::portal::Portal;
use crate::render::context::Context;
use crate::render::linker::Linker;
use crate::render::views::parts::day::Day;
use crate::render::views::parts::feed::FeedLinks;
use crate::render::views::parts::link::Link;
use crate::render::views::parts::title::short;
use crate::site::changes::LATEST;
use crate::site::feeds::ChangeFeed;
use crate::site::target::target;
use crate::site::{PageKey, PlacePage};
use crate::text::blanks::filled;
use crate::text::russian;
use crate::text::typography::NBSP;

/// The most changes on a page of a year of the whole portal.
const OF_YEAR: usize = 500;

/// What a page of changes prints.
#[derive(Debug, Serialize)]
pub struct ChangesView {
    /// Why nothing or not everything can be told; none when the whole history is known.
    pub gap: Option<String>,
    /// The year of the page; none for the latest changes.
    pub year: Option<i16>,
    /// How many changes are known in all.
    pub total: usize,
    /// True when older changes stand elsewhere: on pages of years, and of a year on those of territories.
    pub cut: bool,
    /// Pages of years.
    pub years: Vec<Link>,
    /// The changes.
    pub days: Vec<DayChanges>,
    /// The same for programs that read news.
    pub feed: Option<FeedLinks>,
}

/// Changes of one day.
#[derive(Debug, Clone, Serialize)]
pub struct DayChanges {
    /// The day.
    pub day: Day,
    /// Its changes, newest first.
    pub entries: Vec<Entry>,
}

/// A changed thing.
#[derive(Debug, Clone, Serialize)]
pub struct Entry {
    /// The day, for lists that are not grouped by it.
    pub day: Day,
    /// «мероприятие», «новость».
    pub kind: String,
    /// What it was called.
    pub title: String,
    /// Its page, when it is still there.
    pub href: Option<String>,
    /// Its territory, on pages about several.
    pub place: Option<Link>,
    /// What happened.
    pub sentences: Vec<Sentence>,
    /// The change of the content: its number and its page.
    pub commit: String,
    /// Where it is shown, when the portal's settings say so.
    pub commit_href: Option<String>,
}

/// One thing that happened.
#[derive(Debug, Clone, Serialize)]
pub struct Sentence {
    /// Its words, with a capital letter.
    pub words: String,
    /// True for what does not change a promise or a fact.
    pub minor: bool,
}

/// Writes changes for one page.
pub struct Teller<'c, 'a> {
    /// What the page is made from.
    pub context: &'c Context<'a>,
    /// Links of the page.
    pub linker: &'c Linker,
    /// Whether every entry says its territory.
    pub with_places: bool,
}

impl Teller<'_, '_> {
    /// The view of a page: the changes of its year, or the latest.
    pub fn view<'h>(
        &self,
        all: impl Iterator<Item = &'h Change>,
        year: Option<i16>,
        years: Vec<Link>,
        feed: &ChangeFeed,
    ) -> ChangesView {
        let mut shown = newest(all);
        let total = shown.len();
        shown.retain(|change| year.is_none_or(|year| change.day.year() == year));
        let own = shown.len();
        match year {
            None => shown.truncate(LATEST),
            // A territory has its whole year on one page; the whole portal may have more than a page can hold.
            Some(_) if self.with_places => shown.truncate(OF_YEAR),
            Some(_) => {}
        }
        ChangesView {
            gap: gap(self.context),
            year,
            total,
            cut: own > shown.len(),
            years,
            days: self.days(&shown),
            feed: FeedLinks::of_changes(self.context, self.linker, feed),
        }
    }

    fn days(&self, changes: &[&Change]) -> Vec<DayChanges> {
        changes
            .chunk_by(|a, b| a.day == b.day)
            .map(|run| DayChanges {
                day: Day::new(run[0].day, self.context.words),
                entries: run.iter().map(|change| self.entry(change)).collect(),
            })
            .collect()
    }

    /// A change as an entry.
    pub fn entry(&self, change: &Change) -> Entry {
        let portal = self.context.portal;
        let target = target(self.context.site, change);
        let template = portal.settings.edit_addresses.commit.as_ref();
        let sentence = |detail: &Detail| Sentence {
            words: russian::capitalized(&detail.words).replace(" %", &format!("{NBSP}%")),
            minor: detail.minor,
        };
        Entry {
            day: Day::new(change.day, self.context.words),
            kind: self.context.words.phrase(change.subject.kind(), &[]),
            title: short(&change.title, 140),
            href: target.map(|(page, anchor)| match anchor {
                Some(anchor) => self.linker.anchor(&page, &anchor),
                None => self.linker.page(&page),
            }),
            place: (self.with_places && change.subject != Subject::Territory)
                .then(|| self.place(portal, change))
                .flatten(),
            sentences: change.details.iter().map(sentence).collect(),
            commit: change.short_commit().to_owned(),
            commit_href: template
                .map(|template| filled(&template.value, &[("commit", change.commit.as_str())])),
        }
    }

    fn place(&self, portal: &Portal, change: &Change) -> Option<Link> {
        let path = change.territory.as_ref()?;
        // A territory that is gone keeps its name but has no page.
        let name = portal.history.places.get(path)?;
        let page = PageKey::place(path, PlacePage::Home);
        self.context.site.has(&page).then(|| Link {
            text: name.clone(),
            href: self.linker.page(&page),
        })
    }
}

/// Changes by day, the newest first; of one day the last one first.
pub fn newest<'h>(all: impl Iterator<Item = &'h Change>) -> Vec<&'h Change> {
    let mut found: Vec<(usize, &Change)> = all.enumerate().collect();
    found.sort_by_key(|(position, change)| Reverse((change.day, *position)));
    found.into_iter().map(|(_, change)| change).collect()
}

/// Why nothing or not everything can be told, in plain words.
pub fn gap(context: &Context<'_>) -> Option<String> {
    let words = context.words;
    match &context.portal.history.state {
        State::Known => None,
        State::Unread => Some(words.phrase(
            "При этой сборке сайта история правок не читалась, поэтому здесь пусто. Это не значит, что ничего не менялось.",
            &[],
        )),
        State::Unknown(reason) => Some(words.phrase(
            "Что менялось, портал сказать не может: {1}.",
            &[reason],
        )),
        State::Shallow(day) => Some(words.phrase(
            "История известна не вся, только после {1}: более ранние правки при этой сборке не скачаны.",
            &[&words.date(*day)],
        )),
    }
}
