//! A region or municipality with everything it publishes. Both have the same sections, so both are one type:
//! document D is a plan of a region, the others are plans of municipalities.

use crate::diag::span::Span;
use crate::model::id::{Reference, Slug, TerritoryPath};
use crate::model::place::authority::{Authority, Body};
use crate::model::place::person::{Curator, Person};
use crate::model::place::school::School;
use crate::model::place::section::SectionNote;
use crate::model::plan::responsible::{Directory, Role};
use crate::model::plan::roadmap::Roadmap;
use crate::model::record::document::Document;
use crate::model::record::news::NewsItem;
use crate::model::record::practice::Practice;
use crate::model::record::program::Program;
use crate::model::record::working_group::WorkingGroup;

/// A region or municipality. Mirrors its folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Territory {
    /// Its place in the country and its address.
    pub path: TerritoryPath,
    /// Place of its name.
    pub span: Span,
    /// Its name in the cases that sentences need.
    pub names: PlaceNames,
    /// «район», «городское муниципальное образование», «область» …
    pub kind: String,
    /// Full name as in the documents.
    pub official_name: Option<String>,
    /// What people call it beside its names: the town or village it is run from. Only search knows these words.
    pub also_called: Vec<String>,
    /// Neighbouring municipalities named in the documents.
    pub neighbours: Vec<String>,
    /// Of a region: its ministry, as named in the documents.
    pub ministry: Option<String>,
    /// Of a region: its institute of education, as named in the documents.
    pub institute: Option<String>,
    /// The act the plan rests on.
    pub main_document: Option<Reference<Slug>>,
    /// Person who coordinates the work.
    pub coordinator: Option<Reference<Slug>>,
    /// The education authority.
    pub authority: Option<Authority>,
    /// Other organisations named as responsible.
    pub bodies: Vec<Body>,
    /// People named in the documents.
    pub people: Vec<Person>,
    /// Schools named in the documents.
    pub schools: Vec<School>,
    /// Curators of schools.
    pub curators: Vec<Curator>,
    /// The working group.
    pub working_group: Option<WorkingGroup>,
    /// The programme with its passport.
    pub program: Option<Program>,
    /// Acts.
    pub documents: Vec<Document>,
    /// Roadmaps, oldest period first.
    pub plans: Vec<Roadmap>,
    /// Best practices.
    pub practices: Vec<Practice>,
    /// News, newest first.
    pub news: Vec<NewsItem>,
    /// Texts of sections, or the reasons why they are empty.
    pub notes: Vec<SectionNote>,
}

/// A place name in the cases sentences need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceNames {
    /// Именительный: «Жигаловский район».
    pub name: String,
    /// Родительный: «Жигаловского района».
    pub of: String,
    /// Where, with the preposition: «в Жигаловском районе».
    pub in_place: String,
}

impl Territory {
    /// A territory of which nothing but its name is known.
    pub fn new(path: TerritoryPath, span: Span, names: PlaceNames, kind: String) -> Territory {
        Territory {
            path,
            span,
            names,
            kind,
            official_name: None,
            also_called: Vec::new(),
            neighbours: Vec::new(),
            ministry: None,
            institute: None,
            main_document: None,
            coordinator: None,
            authority: None,
            bodies: Vec::new(),
            people: Vec::new(),
            schools: Vec::new(),
            curators: Vec::new(),
            working_group: None,
            program: None,
            documents: Vec::new(),
            plans: Vec::new(),
            practices: Vec::new(),
            news: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// True for a region.
    pub fn is_region(&self) -> bool {
        self.path.municipality.is_none()
    }

    /// True when there is anything to show beside the list of municipalities.
    pub fn has_dossier(&self) -> bool {
        !self.is_region()
            || self.authority.is_some()
            || !self.plans.is_empty()
            || !self.documents.is_empty()
    }

    /// A person by id.
    pub fn person(&self, id: &Slug) -> Option<&Person> {
        self.people.iter().find(|person| &person.id == id)
    }

    /// A school by id.
    pub fn school(&self, id: &Slug) -> Option<&School> {
        self.schools.iter().find(|school| &school.id == id)
    }

    /// A document by id.
    pub fn document(&self, id: &Slug) -> Option<&Document> {
        self.documents.iter().find(|document| &document.id == id)
    }

    /// A roadmap by id.
    pub fn plan(&self, id: &Slug) -> Option<&Roadmap> {
        self.plans.iter().find(|plan| &plan.id == id)
    }

    /// The roadmap whose period ends last: the one people look for first. Of two with the same end the one
    /// that starts later, since it is the more specific.
    pub fn current_plan(&self) -> Option<&Roadmap> {
        self.plans
            .iter()
            .max_by_key(|plan| (plan.period.last, plan.period.first))
    }

    /// Text or reason given for a section.
    pub fn note(&self, section: &str) -> Option<&SectionNote> {
        self.notes.iter().find(|note| note.section == section)
    }

    /// Every name the territory knows, for reading responsible cells.
    pub fn directory(&self) -> Directory {
        let mut directory = Directory::default();
        if let Some(authority) = &self.authority {
            for form in authority.forms() {
                directory
                    .bodies
                    .push((form.to_owned(), "authority".to_owned(), Role::Authority));
            }
        }
        for body in &self.bodies {
            for form in body.forms() {
                directory
                    .bodies
                    .push((form.to_owned(), body.id.to_string(), body.role));
            }
        }
        for school in &self.schools {
            for form in school.forms() {
                directory
                    .schools
                    .push((form.to_owned(), school.id.to_string()));
            }
        }
        for person in &self.people {
            for form in person.forms() {
                directory
                    .people
                    .push((form.to_owned(), person.id.to_string()));
            }
        }
        directory
    }
}
