//! A page of a territory while it is written: its texts, its links, its frame.

use serde::Serialize;

use crate::model::id::{Reference, Slug, TerritoryPath};
use crate::model::place::territory::Territory;
use crate::model::plan::deadline::Deadline;
use crate::model::plan::roadmap::{Event, Roadmap};
use crate::model::plan::standing::standing;
use crate::model::prose::Prose;
use crate::model::record::news::NewsItem;
use crate::model::record::practice::Practice;
use crate::render::agenda::YearMonth;
use crate::render::context::Context;
use crate::render::linker::Linker;
use crate::render::markdown;
use crate::render::shell::{Head, Shell};
use crate::render::theme::ThemeError;
use crate::render::views::frame::framed;
use crate::render::views::parts::cell::{self, Cell};
use crate::render::views::parts::day::Day;
use crate::render::views::parts::deadline::DeadlineView;
use crate::render::views::parts::link::Link;
use crate::render::views::parts::period::period;
use crate::render::views::parts::standing::StandingView;
use crate::render::views::parts::title::document_name;
use crate::render::words::Html;
use crate::site::{PageKey, PlacePage};
use crate::text::language::Noun;
use crate::text::russian;
use jiff::civil::Date;

/// A page of a territory being written: what it is about and how to link from it.
pub struct Place<'a> {
    /// What all pages share.
    pub context: &'a Context<'a>,
    /// The page.
    pub key: &'a PageKey,
    /// The territory.
    pub territory: &'a Territory,
    /// Links of the page.
    pub linker: Linker,
}

impl<'a> Place<'a> {
    /// A page of the site about a territory.
    pub fn new(context: &'a Context<'a>, key: &'a PageKey, path: &TerritoryPath) -> Place<'a> {
        // Keys come from the map of the site, which is drawn from the same portal.
        let territory = context
            .portal
            .territory(path)
            .expect("a page of the site has its territory");
        Place {
            context,
            key,
            territory,
            linker: context.linker(key),
        }
    }

    /// The region of a municipality; none for a region itself.
    pub fn region(&self) -> Option<&'a Territory> {
        let mut path = self.territory.path.clone();
        path.municipality.take()?;
        self.context.portal.territory(&path)
    }

    /// What the language of the page says for a Russian phrase.
    pub fn say(&self, russian: &str, values: &[&str]) -> String {
        self.context.words.phrase(russian, values)
    }

    /// A number with its noun, in the language of the page.
    pub fn counted(&self, number: usize, noun: Noun) -> String {
        self.context.words.counted(number, noun)
    }

    /// Years of a plan, in the language of the page.
    pub fn period(&self, plan: &Roadmap) -> String {
        period(&plan.period, self.context.words)
    }

    /// «Апрель 2023 г.»
    pub fn month(&self, year: i16, month: i8) -> String {
        let name = self.context.words.month(month);
        russian::capitalized(&self.say("{1} {2} г.", &[name, &year.to_string()]))
    }

    /// «Жигаловского района», as sentences of the page's language want it.
    pub fn name_of(&self) -> &'a str {
        let names = &self.territory.names;
        self.context.words.case(&names.of, &names.name)
    }

    /// «в Жигаловском районе»; in other languages the name, their phrases have the preposition.
    pub fn name_in(&self) -> &'a str {
        let names = &self.territory.names;
        self.context.words.case(&names.in_place, &names.name)
    }

    /// A day, in the language of the page.
    pub fn day(&self, day: Date) -> Day {
        Day::new(day, self.context.words)
    }

    /// The page of a plan as a parent of another, called by its years.
    pub fn years(&self, plan: &Roadmap) -> (String, PageKey) {
        let page = PlacePage::Plan(plan.id.clone());
        (russian::capitalized(&self.period(plan)), self.page(page))
    }

    /// How an event stands on the day of the edition.
    pub fn standing(&self, event: &Event) -> StandingView {
        StandingView::new(
            standing(event, self.context.edition.today),
            self.context.words,
        )
    }

    /// A text of this territory with its abbreviations marked.
    pub fn words(&self, text: &str) -> Html {
        self.context.glossary.html(text, Some(&self.territory.path))
    }

    /// A cell of a document of this territory.
    pub fn cell(&self, text: &'a str) -> Cell<'a> {
        Cell::new(
            text,
            None,
            &self.context.glossary,
            Some(&self.territory.path),
        )
    }

    /// A deadline of a document of this territory.
    pub fn deadline(&self, deadline: &'a Deadline) -> DeadlineView<'a> {
        DeadlineView::new(
            deadline,
            None,
            &self.context.glossary,
            Some(&self.territory.path),
            self.context.words,
        )
    }

    /// Paragraphs of a text of this territory.
    pub fn paragraphs(&self, text: &str) -> Vec<Html> {
        cell::paragraphs(text, &self.context.glossary, Some(&self.territory.path))
    }

    /// A block of lines as printed.
    pub fn printed(&self, text: &str) -> Html {
        cell::printed(text, &self.context.glossary, Some(&self.territory.path))
    }

    /// A text of an editor; its own first heading gets `level`.
    pub fn prose(&self, prose: &Prose, level: u8) -> Html {
        markdown::html(prose, level, &self.linker, self.context)
    }

    /// Link to a page of this territory.
    pub fn href(&self, page: PlacePage) -> String {
        self.linker.page(&self.page(page))
    }

    /// Link to a place on a page of this territory.
    pub fn anchor(&self, page: PlacePage, anchor: &str) -> String {
        self.linker.anchor(&self.page(page), anchor)
    }

    /// Link to a month of the portal's calendar; none when it does not reach so far.
    pub fn month_href(&self, (year, month): YearMonth) -> Option<String> {
        let page = PageKey::Month { year, month };
        self.context
            .site
            .has(&page)
            .then(|| self.linker.page(&page))
    }

    /// The name of a page of this territory.
    pub fn page(&self, page: PlacePage) -> PageKey {
        PageKey::place(&self.territory.path, page)
    }

    /// Whether this territory has such a page.
    pub fn has(&self, page: &PlacePage) -> bool {
        self.context.site.has(&self.page(page.clone()))
    }

    /// Link to a school; none when no such school is known.
    pub fn school_link(&self, id: &Slug) -> Option<Link> {
        let school = self.territory.school(id)?;
        Some(Link {
            text: school.name.clone(),
            href: self.href(PlacePage::School(id.clone())),
        })
    }

    /// Links to schools.
    pub fn school_links(&self, schools: &[Reference<Slug>]) -> Vec<Link> {
        schools
            .iter()
            .filter_map(|school| self.school_link(&school.to))
            .collect()
    }

    /// Link to a plan by its name.
    pub fn plan_link(&self, plan: &Roadmap) -> Link {
        Link {
            text: russian::capitalized(&self.plan_name(plan)),
            href: self.href(PlacePage::Plan(plan.id.clone())),
        }
    }

    /// Link to a news item by its title.
    pub fn news_link(&self, item: &NewsItem) -> Link {
        Link {
            text: item.title.clone(),
            href: self.href(PlacePage::NewsItem(item.id.clone())),
        }
    }

    /// Link to a practice by its title.
    pub fn practice_link(&self, practice: &Practice) -> Link {
        Link {
            text: practice.title.clone(),
            href: self.linker.page(&PageKey::Practice(practice.id.clone())),
        }
    }

    /// Link to a document by its short name.
    pub fn document_link(&self, id: &Slug) -> Option<Link> {
        let document = self.territory.document(id)?;
        Some(Link {
            text: document_name(document),
            href: self.href(PlacePage::Document(id.clone())),
        })
    }

    /// «Жигаловский район, Иркутская область»: names of districts repeat across regions, so titles need both.
    pub fn label(&self) -> String {
        let name = &self.territory.names.name;
        if self.territory.is_region() {
            return name.clone();
        }
        match self.region() {
            Some(region) => format!("{name}, {}", region.names.name),
            None => format!("{name}, {}", self.territory.path.region),
        }
    }

    /// «план на 2023 год», with the plan's id where two plans have one period.
    pub fn plan_name(&self, plan: &Roadmap) -> String {
        let period = self.period(plan);
        let twins = self
            .territory
            .plans
            .iter()
            .filter(|other| other.period == plan.period)
            .count();
        if twins > 1 {
            self.say("план на {1} ({2})", &[&period, plan.id.as_str()])
        } else {
            self.say("план на {1}", &[&period])
        }
    }

    /// Renders a view of this page. The title gets the name of the territory.
    ///
    /// # Errors
    /// When the template is at fault.
    pub fn render<V: Serialize>(
        &self,
        template: &str,
        head: Head,
        view: &V,
    ) -> Result<String, ThemeError> {
        let head = Head {
            title: format!("{} — {}", head.title, self.label()),
            ..head
        };
        let shell = Shell::new(self.context, self.key, head);
        framed(self.context, template, &shell, view)
    }

    /// Words for a parent page in the way back.
    pub fn parent(&self, text: &str, page: PlacePage) -> (String, PageKey) {
        (self.say(text, &[]), self.page(page))
    }
}
