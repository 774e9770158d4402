//! An invented region or municipality: its names, schools and people. How they are written down, `roster` knows.

use std::collections::BTreeSet;

use shnor_portal::text::slug::slug;

use super::chance::Chance;
use super::names::{self, Name};

/// A region.
#[derive(Debug, Clone)]
pub struct Region {
    /// Its folder: `101-belorechenskaya`. Real subjects of the federation have two figures, invented ones three.
    pub path: String,
    /// «Белореченская область»
    pub name: String,
    /// «Белореченской области»
    pub name_of: String,
    /// «в Белореченской области»
    pub name_in: String,
    /// «область» or «край»
    pub kind: &'static str,
}

/// A region or municipality with everything its texts may name.
#[derive(Debug, Clone)]
pub struct Place {
    /// Folder from the root of the content: `101-belorechenskaya/tikhoborskiy`.
    pub path: String,
    /// The last part of the folder.
    pub id: String,
    /// «Тихоборский район»
    pub name: String,
    /// «Тихоборского района»
    pub name_of: String,
    /// «в Тихоборском районе»
    pub name_in: String,
    /// «район», «муниципальный округ», «городской округ», «область», «край»
    pub kind: &'static str,
    /// «Тихоборск»
    pub stem: String,
    /// Adjectives of districts next to it.
    pub neighbours: Vec<String>,
    /// The region it lies in.
    pub region: Region,
    /// Its schools.
    pub schools: Vec<School>,
    /// Its people; the head of the authority first, the coordinator second.
    pub people: Vec<Person>,
}

/// A school.
#[derive(Debug, Clone)]
pub struct School {
    /// Identifier.
    pub id: String,
    /// «МБОУ Яснодольская СОШ»
    pub name: String,
    /// МБОУ, МАОУ, МКОУ.
    pub form: &'static str,
    /// СОШ, ООШ, НОШ.
    pub level: &'static str,
    /// Word of the category lists.
    pub category: &'static str,
    /// «с. Яснодольск»
    pub address: String,
}

/// A person with one post.
#[derive(Debug, Clone)]
pub struct Person {
    /// Identifier.
    pub id: String,
    /// Name.
    pub name: Name,
    /// Post as a document writes it.
    pub post: String,
    /// Number of the school.
    pub school: Option<usize>,
}

/// Schools of a municipality.
const SCHOOLS: usize = 10;

const POSTS: &[&str] = &[
    "начальник управления образования",
    "муниципальный координатор",
    "заместитель начальника управления образования",
    "начальник отдела общего образования",
    "ведущий специалист отдела общего образования",
    "методист методического кабинета",
    "руководитель РМО учителей математики",
    "руководитель РМО учителей русского языка и литературы",
    "руководитель РМО учителей начальных классов",
    "руководитель РМО педагогов-психологов",
    "куратор ШНОР",
];

/// The region with this number, from 0.
pub fn region(seed: u64, number: usize) -> Region {
    let mut chance = Chance::new(seed ^ 0x7265_6769, number as u64);
    // Names far from those of the municipalities, which count from 0.
    let stem = format!("{}ск", names::place_of_number(2299 - number));
    let (kind, of, at, [name_end, of_end]) = match chance.below(5) {
        0 => ("край", "края", "крае", ["ий", "ого"]),
        _ => ("область", "области", "области", ["ая", "ой"]),
    };
    let in_end = if kind == "край" { "ом" } else { "ой" };
    Region {
        path: format!("{}-{}", 101 + number, slug(&format!("{stem}{name_end}"))),
        name: format!("{stem}{name_end} {kind}"),
        name_of: format!("{stem}{of_end} {of}"),
        name_in: format!("в {stem}{in_end} {at}"),
        kind,
    }
}

/// The municipality with this number, from 0, in a region.
pub fn municipality(seed: u64, number: usize, region: &Region) -> Place {
    let mut chance = Chance::new(seed, number as u64);
    let stem = format!("{}ск", names::place_of_number(number));
    let (kind, of, at) = match chance.below(20) {
        0..=11 => ("район", "района", "районе"),
        12..=16 => (
            "муниципальный округ",
            "муниципального округа",
            "муниципальном округе",
        ),
        _ => ("городской округ", "городского округа", "городском округе"),
    };
    let id = slug(&format!("{stem}ий"));
    let mut place = Place {
        path: format!("{}/{id}", region.path),
        id,
        name: format!("{stem}ий {kind}"),
        name_of: format!("{stem}ого {of}"),
        name_in: format!("в {stem}ом {at}"),
        kind,
        neighbours: (0..3)
            .map(|_| format!("{}ский", names::place(&mut chance)))
            .collect(),
        region: region.clone(),
        schools: Vec::new(),
        people: Vec::new(),
        stem,
    };
    furnish(&mut place, SCHOOLS, &mut chance);
    place
}

/// A region as a place of its own, with people and without schools of its own.
pub fn region_place(seed: u64, number: usize, region: &Region) -> Place {
    let mut chance = Chance::new(seed ^ 0x706c_6163, number as u64);
    let mut place = Place {
        path: region.path.clone(),
        id: region.path.clone(),
        name: region.name.clone(),
        name_of: region.name_of.clone(),
        name_in: region.name_in.clone(),
        kind: region.kind,
        stem: region
            .name
            .split(' ')
            .next()
            .unwrap_or_default()
            .trim_end_matches(['а', 'я', 'и', 'й'])
            .to_owned(),
        neighbours: Vec::new(),
        region: region.clone(),
        schools: Vec::new(),
        people: Vec::new(),
    };
    furnish(&mut place, 3, &mut chance);
    place
}

fn furnish(place: &mut Place, schools: usize, chance: &mut Chance) {
    let mut ids = BTreeSet::new();
    let invented = (1..).map(|number| school(place, number, chance));
    let different = invented.filter(|school| ids.insert(school.id.clone()));
    let schools: Vec<School> = different.take(schools).collect();
    place.schools = schools;
    let heads = place.schools.len().min(6);
    let posts = POSTS.iter().map(|post| ((*post).to_owned(), None));
    let posts = posts.chain((0..heads).map(|number| {
        (
            format!("директор {}", place.schools[number].name),
            Some(number),
        )
    }));
    let mut ids = BTreeSet::new();
    for (post, school) in posts {
        let name = Name::invent(chance);
        let id = slug(&name.nominative());
        if ids.insert(id.clone()) {
            place.people.push(Person {
                id,
                name,
                post,
                school,
            });
        }
    }
}

fn school(place: &Place, number: usize, chance: &mut Chance) -> School {
    let form = *chance.one(&["МБОУ", "МБОУ", "МБОУ", "МАОУ", "МКОУ"]);
    let level = *chance.one(&["СОШ", "СОШ", "СОШ", "ООШ", "НОШ"]);
    let (own, address) = if number <= 2 {
        (
            format!("{}ая {level} №{number}", place.stem),
            format!("г. {}", place.stem),
        )
    } else {
        let village = format!("{}ск", names::place(chance));
        (format!("{village}ая {level}"), format!("с. {village}"))
    };
    let category = match number {
        1 => "партнёр",
        _ => *chance.one(&["ШНОР", "ШНОР", "ШНСУ", "зона риска", "участник плана"]),
    };
    School {
        id: slug(&own),
        name: format!("{form} {own}"),
        form,
        level,
        category,
        address,
    }
}
