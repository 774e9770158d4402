//! Names of pages. A name is enough to say where a page lives; what stands on it is the business of `render`.

use crate::model::id::{EventRef, Slug, TerritoryPath};
use crate::site::address::Address;

/// A page of the portal.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PageKey {
    /// The home page.
    Home,
    /// The search.
    Search,
    /// Lists by the alphabet: districts, words, and where each region has its schools and people.
    Index,
    /// All municipalities А–Я.
    Districts,
    /// The calendar: all months with events.
    Calendar,
    /// One month of the calendar.
    Month {
        /// Year.
        year: i16,
        /// 1–12.
        month: i8,
    },
    /// How to have a calendar in one's own telephone.
    Subscription,
    /// From what and by what the site was built.
    Receipt,
    /// The bank of practices.
    Practices,
    /// One practice.
    Practice(Slug),
    /// A collection of practices.
    Collection(Slug),
    /// All news.
    News,
    /// Questions of parents.
    Parents,
    /// Words and abbreviations.
    Glossary,
    /// One word.
    Term(Slug),
    /// Open data.
    Data,
    /// What the columns of open data mean.
    DataColumns,
    /// Completeness of all territories.
    Completeness,
    /// What was promised and what is proven, of all territories.
    Promises,
    /// Municipalities side by side.
    Comparison,
    /// What changed in the content: the latest; with a year all of that year.
    Changes(Option<i16>),
    /// About the portal.
    About,
    /// A page about the portal: `metodika`, `dostupnost` …
    Info(Slug),
    /// The guide of the editor.
    Editor,
    /// Of the editor: what the codes of mistakes mean.
    Mistakes,
    /// Of the editor: which files and fields there are.
    Fields,
    /// How pages look: «версия для слабовидящих».
    View,
    /// The school that the reader's own browser remembers.
    MySchool,
    /// The map of the site.
    SiteMap,
    /// The page for addresses that do not exist.
    NotFound,
    /// What answers at an address that nothing stands at any more.
    Former(String),
    /// A page of a region or municipality.
    Place(TerritoryPath, PlacePage),
}

/// A page of a territory.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlacePage {
    /// «Поддержка ШНОР»: the territory's main page.
    Home,
    /// One of the required sections 2–17, by its code: `dokumenty`, `plan`, `shkoly` …
    Section(&'static str),
    /// An act.
    Document(Slug),
    /// A roadmap, the whole year.
    Plan(Slug),
    /// A roadmap for the wall: one large sheet by month.
    Wall(Slug),
    /// One event of a roadmap.
    Event(EventRef),
    /// A school.
    School(Slug),
    /// Results of one roadmap: plan against fact.
    Results(Slug),
    /// A news item.
    NewsItem(Slug),
    /// The territory's own calendar.
    Calendar,
    /// Completeness of the territory's sections.
    Completeness,
    /// Open data of the territory; of a region together with its municipalities.
    Data,
    /// What was promised and what is proven; of a region with its municipalities.
    Promises,
    /// The municipality beside those like it; of a region, its municipalities.
    Comparison,
    /// Addresses and dates of what a plan asks to be published, for the annual report.
    Confirmation(Slug),
    /// Plans and programmes by year.
    Archive,
    /// What changed in the territory: the latest; with a year all of that year.
    Changes(Option<i16>),
    /// Of a region: schools and people of the region and its municipalities by the alphabet.
    Index,
}

impl PageKey {
    /// A page of a territory.
    pub fn place(path: &TerritoryPath, page: PlacePage) -> PageKey {
        PageKey::Place(path.clone(), page)
    }

    /// The page of a text about the portal; some have an address of their own.
    pub fn info(id: &Slug) -> PageKey {
        match id.as_str() {
            "o-portale" => PageKey::About,
            "dannye" => PageKey::Data,
            "redaktor" => PageKey::Editor,
            _ => PageKey::Info(id.clone()),
        }
    }

    /// Where the page lives.
    pub fn address(&self) -> Address {
        let path = match self {
            PageKey::Home => String::new(),
            PageKey::Search => "poisk/".to_owned(),
            PageKey::Index => "alfavit/".to_owned(),
            PageKey::Districts => "rayony/".to_owned(),
            PageKey::Calendar => "kalendar/".to_owned(),
            PageKey::Month { year, month } => format!("kalendar/{year}/{month:02}/"),
            PageKey::Subscription => "kalendar/podpiska/".to_owned(),
            PageKey::Practices => "praktiki/".to_owned(),
            PageKey::Practice(id) | PageKey::Collection(id) => format!("praktiki/{id}/"),
            PageKey::News => "novosti/".to_owned(),
            PageKey::Parents => "roditelyam/".to_owned(),
            PageKey::Glossary => "slovar/".to_owned(),
            PageKey::Term(id) => format!("slovar/{id}/"),
            PageKey::Data => "dannye/".to_owned(),
            PageKey::DataColumns => "dannye/stolbtsy/".to_owned(),
            PageKey::Completeness => "polnota/".to_owned(),
            PageKey::Promises => "obeshchaniya/".to_owned(),
            PageKey::Comparison => "sravnenie/".to_owned(),
            PageKey::Changes(year) => changes(*year),
            PageKey::About => "o-portale/".to_owned(),
            PageKey::Info(id) => format!("o-portale/{id}/"),
            PageKey::Editor => "redaktor/".to_owned(),
            PageKey::Mistakes => "redaktor/oshibki/".to_owned(),
            PageKey::Fields => "redaktor/polya/".to_owned(),
            PageKey::View => "vid/".to_owned(),
            PageKey::MySchool => "moya-shkola/".to_owned(),
            PageKey::SiteMap => "karta-sayta/".to_owned(),
            PageKey::Receipt => "kvitantsiya/".to_owned(),
            PageKey::NotFound => "404.html".to_owned(),
            PageKey::Former(address) => address.clone(),
            PageKey::Place(territory, page) => format!("{territory}/{}", page.tail()),
        };
        Address::new(path)
    }
}

impl PlacePage {
    fn tail(&self) -> String {
        match self {
            PlacePage::Home => String::new(),
            PlacePage::Section(code) => format!("{code}/"),
            PlacePage::Document(id) => format!("dokumenty/{id}/"),
            PlacePage::Plan(id) => format!("plan/{id}/"),
            PlacePage::Wall(id) => format!("plan/{id}/na-stenu/"),
            PlacePage::Event(EventRef { plan, event }) => format!("plan/{plan}/{event}/"),
            PlacePage::School(id) => format!("shkoly/{id}/"),
            PlacePage::Results(id) => format!("itogi/{id}/"),
            PlacePage::NewsItem(id) => format!("novosti/{id}/"),
            PlacePage::Calendar => "kalendar/".to_owned(),
            PlacePage::Completeness => "polnota/".to_owned(),
            PlacePage::Data => "dannye/".to_owned(),
            PlacePage::Promises => "obeshchaniya/".to_owned(),
            PlacePage::Comparison => "sravnenie/".to_owned(),
            PlacePage::Confirmation(id) => format!("podtverzhdenie/{id}/"),
            PlacePage::Archive => "arkhiv/".to_owned(),
            PlacePage::Changes(year) => changes(*year),
            PlacePage::Index => "alfavit/".to_owned(),
        }
    }
}

fn changes(year: Option<i16>) -> String {
    match year {
        Some(year) => format!("izmeneniya/{year}/"),
        None => "izmeneniya/".to_owned(),
    }
}
