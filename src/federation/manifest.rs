//! What a manifest holds. Fields are only ever added; a change of meaning gets a new [`FORMAT`].

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::model::scope::Scope;

/// Where it lies, from the root of the site.
pub const PATH: &str = "manifest.json";
/// Where its JSON Schema is published.
pub const SCHEMA: &str = "dannye/v1/schema/manifest.schema.json";
/// Version of the format.
pub const FORMAT: u32 = 1;

/// A day, written as in all data: `2026-11-22`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub Date);

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Day, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map(Day).map_err(D::Error::custom)
    }
}

/// A site told to whoever joins sites.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Path of the schema.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// [`FORMAT`].
    pub format: u32,
    /// Name and version of the generator.
    pub generator: String,
    /// The theme of the pages.
    pub theme: ThemePrint,
    /// xxh3-64 of what all territories share: the glossary, questions, pages, all but the settings.
    pub shared: String,
    /// Word of the scope.
    pub scope: String,
    /// To which territories the build was limited; empty for a whole content folder.
    pub only: Vec<String>,
    /// The commit of the content, when it is known and nothing in the content differed from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commit: Option<String>,
    /// Parts that the build was asked to leave out, by their words on the command line.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub without: Vec<String>,
    /// The day the pages speak of.
    pub date: Day,
    /// Address of the root of the tree, with a slash at the end, when it is known.
    pub address: Option<String>,
    /// Code of the language of pages.
    pub language: String,
    /// Name of the portal.
    pub title: String,
    /// Regions and municipalities in the order of their paths.
    pub territories: Vec<Place>,
    /// Ids of collections, which share addresses with practices.
    pub collections: Vec<String>,
    /// Where parts of the search index lie that can be asked on their own.
    pub search: Vec<SearchPart>,
    /// All other files of the site.
    pub files: Files,
}

/// By what two sites can be told to look alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThemePrint {
    /// Of the templates and words: xxh3-64 as 16 hexadecimal digits.
    pub templates: String,
    /// Of the names of the files that pages of all sites share: styles, scripts, fonts. Names hold hashes of the content.
    pub files: String,
}

/// The files of the site.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Files {
    /// Where they are listed, see [`crate::federation::listing`].
    pub list: String,
    /// How many.
    pub count: usize,
    /// Bytes of all of them.
    pub bytes: u64,
    /// xxh3-128 of the list as 32 hexadecimal digits: the fingerprint of the whole site.
    pub xxh3: String,
}

/// A part of the search index.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchPart {
    /// The region; empty for the site itself.
    pub region: String,
    /// Its folder from the root of the site.
    pub folder: String,
}

/// A region or municipality.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// `38-irkutskaya` or `38-irkutskaya/zhigalovskiy`: its address from the root of the tree.
    pub path: String,
    /// Именительный.
    pub name: String,
    /// Родительный.
    pub name_of: String,
    /// Where, with the preposition.
    pub name_in: String,
    /// «муниципальный район».
    pub kind: String,
    /// Full name as in the documents.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub official_name: Option<String>,
    /// What people call it beside its names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also_called: Vec<String>,
    /// The education authority, when the documents name it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authority: Option<Office>,
    /// True when a coordinator is named.
    #[serde(default, skip_serializing_if = "is_false")]
    pub coordinator: bool,
    /// What is counted.
    pub sums: Sums,
    /// How many people the documents name.
    #[serde(default)]
    pub people: usize,
    /// How many curators.
    #[serde(default)]
    pub curators: usize,
    /// Members of the working group; none when there is no group.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub working_group: Option<usize>,
    /// The programme.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub program: Option<Program>,
    /// Sections of which an editor wrote a text or why there is none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
    /// Acts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<Act>,
    /// Schools.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub schools: Vec<School>,
    /// Roadmaps, oldest period first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub plans: Vec<Plan>,
    /// Practices.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub practices: Vec<Practice>,
    /// News, newest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub news: Vec<News>,
}

/// An education authority.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Office {
    /// Its name.
    pub name: String,
    /// True when the documents say how to reach it.
    pub reachable: bool,
}

/// What is counted of a territory on the day of the manifest. A hub counts it once more from the plans and says so when
/// the figures differ.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sums {
    /// Plans.
    pub plans: usize,
    /// Events of all plans.
    pub events: usize,
    /// Events by how they stand; standings that no event has are left out.
    pub standings: BTreeMap<String, usize>,
    /// Schools.
    pub schools: usize,
    /// Acts.
    pub documents: usize,
    /// Practices.
    pub practices: usize,
    /// News items.
    pub news: usize,
    /// Sections by how full they are: present, stale, empty.
    pub sections: BTreeMap<String, usize>,
    /// What municipalities are compared by: a number, or part and whole; unknown ones are left out.
    pub figures: BTreeMap<String, Vec<usize>>,
}

/// A programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Program {
    /// Title.
    pub title: String,
    /// True when it names goals or tasks.
    #[serde(default, skip_serializing_if = "is_false")]
    pub goals: bool,
}

/// What an editor said of a section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Code of the section.
    pub section: String,
    /// True when there is a text.
    #[serde(default, skip_serializing_if = "is_false")]
    pub text: bool,
    /// Why it is empty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub empty_reason: Option<String>,
    /// Who said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stated_by: Option<String>,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stated_on: Option<Day>,
    /// By when the text is to be read again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_by: Option<Day>,
}

/// An act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Act {
    /// Last part of its address.
    pub id: String,
    /// «приказ».
    pub kind: String,
    /// Number as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Day>,
    /// False when the act is only cited.
    pub text: bool,
}

/// A school.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct School {
    /// Last part of its address.
    pub id: String,
    /// Name.
    pub name: String,
    /// True when some document says that it gets support.
    #[serde(default, skip_serializing_if = "is_false")]
    pub supported: bool,
}

/// A roadmap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// Last part of its address.
    pub id: String,
    /// Title on one line.
    pub title: String,
    /// Kind of period.
    pub period: String,
    /// First day.
    pub first: Day,
    /// Last day.
    pub last: Day,
    /// Id of the act that approves it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved_by: Option<String>,
    /// True when its sections name goals or tasks.
    #[serde(default, skip_serializing_if = "is_false")]
    pub goals: bool,
    /// Its events, a line each, in the order of the document; see the schema for the words of a line.
    pub events: Vec<String>,
    /// Titles of the events that a hub may name: those reported on last.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub titles: BTreeMap<String, String>,
}

/// A practice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Practice {
    /// Last part of its address `/praktiki/<id>/`; unique in the country.
    pub id: String,
    /// Title.
    pub title: String,
    /// Kind.
    pub kind: String,
    /// Level.
    pub level: String,
    /// Year.
    pub year: String,
    /// How far it is checked.
    pub status: String,
    /// One sentence.
    pub summary: String,
}

/// A news item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct News {
    /// Last part of its address.
    pub id: String,
    /// Day.
    pub date: Day,
    /// Title.
    pub title: String,
    /// One sentence.
    pub summary: String,
    /// Ids of the acts it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<String>,
}

/// For `skip_serializing_if`, which hands over a reference.
#[expect(clippy::trivially_copy_pass_by_ref)]
fn is_false(flag: &bool) -> bool {
    !flag
}

impl Place {
    /// The entry with its names and sums alone.
    pub fn listed(self) -> Place {
        Place {
            notes: Vec::new(),
            documents: Vec::new(),
            schools: Vec::new(),
            plans: Vec::new(),
            practices: Vec::new(),
            news: Vec::new(),
            ..self
        }
    }
}

impl Manifest {
    /// True for the manifest of a whole country: its entries have names and sums alone and cannot be joined.
    pub fn is_country(&self) -> bool {
        self.scope == Scope::Hub.code() && self.only.is_empty()
    }

    /// Reads a manifest.
    ///
    /// # Errors
    /// In Russian: why it cannot be read.
    pub fn parse(bytes: &[u8]) -> Result<Manifest, String> {
        #[derive(Deserialize)]
        struct Version {
            format: u32,
        }
        let version: Version = serde_json::from_slice(bytes)
            .map_err(|_| "это не манифест портала: нет номера формата".to_owned())?;
        if version.format != FORMAT {
            return Err(format!(
                "формат манифеста {}, а эта программа знает формат {FORMAT}: соберите сайт региона программой той же версии",
                version.format
            ));
        }
        serde_json::from_slice(bytes).map_err(|error| format!("манифест испорчен: {error}"))
    }

    /// As a file, an entry of every list on a line of its own, so that two manifests can be compared by lines.
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec_pretty(self).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }

    /// The regions it holds.
    pub fn regions(&self) -> Vec<&str> {
        let mut regions: Vec<&str> = self
            .territories
            .iter()
            .map(|place| place.path.split('/').next().unwrap_or_default())
            .collect();
        regions.dedup();
        regions
    }
}
