//! New regions and municipalities.

use crate::content::fields::FileKind;
use crate::desk::literal;
use crate::desk::new::naming::cases;
use crate::desk::new::template::{Filling, file};
use crate::desk::new::workplace::{Desk, Made};
use crate::desk::place;
use crate::model::id::{Slug, TerritoryPath};
use crate::text::nearest::nearest;
use crate::text::slug::slug;

const DOUBT: &str = "предложено программой, проверьте";

/// A region: its folder with `region.toml`.
///
/// # Errors
/// When the address is none, or taken.
pub fn region(desk: &Desk<'_>, asked: &str, name: Option<&str>) -> Result<Made, String> {
    let path = address(desk, asked, name)?;
    if path.municipality.is_some() {
        return Err(format!(
            "«{asked}» — адрес муниципалитета: portal new municipality {path}; адрес региона — {}",
            path.region
        ));
    }
    sound_region(desk, &path.region)?;
    let change = desk.new_file(
        format!("{path}/region.toml"),
        file(FileKind::Region, 1, &filling(name)),
    )?;
    Ok(Made {
        changes: vec![change],
        notes: Vec::new(),
        next: vec![format!(
            "когда заполните, добавьте район: portal new municipality {path}/rayon --name \"Название\""
        )],
    })
}

/// A municipality: its folder with `municipality.toml`, and the region's file when the region is new.
///
/// # Errors
/// When the address is none, or taken.
pub fn municipality(
    desk: &Desk<'_>,
    asked: &str,
    name: Option<&str>,
    region_name: Option<&str>,
) -> Result<Made, String> {
    let path = address(desk, asked, name)?;
    if path.municipality.is_none() {
        return Err(format!(
            "«{asked}» — адрес региона; муниципалитету нужен и свой: {path}/{}",
            proposal(name.unwrap_or("rayon"))
        ));
    }
    let mut made = Made::default();
    let main = format!("{path}/municipality.toml");
    made.changes
        .push(desk.new_file(main, file(FileKind::Municipality, 2, &filling(name)))?);
    let region = TerritoryPath {
        region: path.region.clone(),
        municipality: None,
    };
    let region_file = format!("{region}/region.toml");
    if desk.sources.find(&region_file).is_none() {
        sound_region(desk, &path.region)?;
        made.changes.push(desk.new_file(
            region_file,
            file(FileKind::Region, 1, &filling(region_name)),
        )?);
        made.notes.push(format!(
            "региона {region} ещё не было: создан и его файл, заполните и его"
        ));
    } else if region_name.is_some() {
        made.notes.push(format!(
            "регион {} уже есть: его название не изменено",
            desk.name(&region)
        ));
    }
    made.next.push(format!(
        "потом добавьте документы и план: portal new document {path} --number НОМЕР; portal new plan {path} ГОД"
    ));
    Ok(made)
}

/// The address that was typed.
fn address(desk: &Desk<'_>, asked: &str, name: Option<&str>) -> Result<TerritoryPath, String> {
    place::address(asked).map_err(|why| match proposed(desk, asked, name) {
        Some(proposal) => format!("{why}; для вашего случая подойдёт {proposal}"),
        None => why,
    })
}

/// An address for Russian words: «Иркутская область/Братский район».
fn proposed(desk: &Desk<'_>, asked: &str, name: Option<&str>) -> Option<String> {
    let parts: Vec<&str> = asked.trim_matches('/').split('/').collect();
    // Paths that lead out of the folder are refused without help.
    if asked.starts_with('/')
        || asked.contains('\\')
        || parts.iter().any(|part| part.starts_with('.'))
    {
        return None;
    }
    let (region, own) = match parts.as_slice() {
        [region, own] => (*region, Some(*own)),
        [region] => (*region, name),
        _ => return None,
    };
    let region = match place::find(region, &desk.known) {
        Ok(path) => path.region.to_string(),
        Err(_) => Slug::parse(region)?.to_string(),
    };
    Some(match own {
        Some(own) => format!("{region}/{}", proposal(own)),
        None => region,
    })
}

/// An address for a name: of «Братский район» the adjective alone.
fn proposal(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    match (cases(name), words.first()) {
        (Some(_), Some(first)) => slug(first),
        _ => slug(name),
    }
}

/// A new region's address begins with the number of the subject, and no other region has this number.
fn sound_region(desk: &Desk<'_>, region: &Slug) -> Result<(), String> {
    let (number, name) = parted(region);
    let known: Vec<&Slug> = desk
        .known
        .iter()
        .filter(|one| one.path.municipality.is_none())
        .map(|one| &one.path.region)
        .collect();
    if known.contains(&region) {
        return Ok(());
    }
    if let Some(near) = meant(number, name, &known) {
        return Err(format!(
            "региона {region} нет, но есть {near}: возможно, вы имели в виду его"
        ));
    }
    if number.is_empty() || name.is_empty() {
        return Err(format!(
            "адрес региона начинается с номера субъекта, а за ним короткое имя: 38-irkutskaya; у вас «{region}»"
        ));
    }
    Ok(())
}

/// The number and the name in a region's address.
fn parted(region: &Slug) -> (&str, &str) {
    let address = region.as_str();
    let digits = address.len()
        - address
            .trim_start_matches(|c: char| c.is_ascii_digit())
            .len();
    let (number, name) = address.split_at(digits);
    (number, name.trim_start_matches('-'))
}

/// The region that is meant by a mistyped address: of the same number, or, where no number was typed, of the same or
/// nearly the same name. Another number is another region, however alike the names are.
fn meant<'a>(number: &str, name: &str, known: &[&'a Slug]) -> Option<&'a Slug> {
    if !number.is_empty() {
        return known.iter().find(|one| parted(one).0 == number).copied();
    }
    let near = nearest(name, known.iter().map(|one| parted(one).1))?;
    known.iter().find(|one| parted(one).1 == near).copied()
}

fn filling(name: Option<&str>) -> Filling {
    let mut filling = Filling::default();
    let Some(name) = name.map(str::trim).filter(|name| !name.is_empty()) else {
        return filling;
    };
    let text = |text: &str| literal::text(text, "\n");
    filling.given.push(("name", text(name)));
    if let Some(cases) = cases(name) {
        filling.given.push(("name_of", text(&cases.of)));
        filling.given.push(("name_in", text(&cases.in_place)));
        filling.given.push(("kind", text(&cases.kind)));
        filling.doubts = ["name_of", "name_in", "kind"]
            .map(|key| (key, DOUBT))
            .into();
    }
    filling
}
