//! Regions and municipalities as an editor names them: by address, by name, or by a part of either.

use crate::content;
use crate::content::fields::{FileKind, locate};
use crate::content::typed::reader::Reader;
use crate::files::sources::Sources;
use crate::model::id::{Slug, TerritoryPath};
use crate::text::cell::one_line;
use crate::text::nearest::{nearest, nearest_path};

/// How many territories a message lists before it says «и ещё …».
const LISTED: usize = 8;

/// A territory that has a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Its address.
    pub path: TerritoryPath,
    /// Its name; empty when its main file does not tell.
    pub name: String,
}

impl Known {
    /// Address and name for a message: «38-irkutskaya/zhigalovskiy (Жигаловский район)».
    pub fn called(&self) -> String {
        match self.name.as_str() {
            "" => self.path.to_string(),
            name => format!("{} ({name})", self.path),
        }
    }
}

/// Every territory whose main file exists, in order of address.
pub fn known(sources: &Sources) -> Vec<Known> {
    let mut known: Vec<Known> = sources
        .iter()
        .filter_map(|(id, source)| {
            let location = locate(&source.path).ok()?;
            matches!(location.kind, FileKind::Region | FileKind::Municipality).then_some(())?;
            let (file, _) = content::file(id, source);
            let name = file
                .raw
                .and_then(|raw| Reader::new(&raw.table).text("name"));
            Some(Known {
                path: location.territory?,
                name: name.unwrap_or_default(),
            })
        })
        .collect();
    known.sort_by(|a, b| a.path.cmp(&b.path));
    known
}

/// The territory that is meant.
///
/// # Errors
/// In Russian: that none or several are called so, with those that may be meant.
pub fn find(asked: &str, known: &[Known]) -> Result<TerritoryPath, String> {
    let asked = inside(asked);
    if let Some(exact) = known.iter().find(|one| one.path.to_string() == asked) {
        return Ok(exact.path.clone());
    }
    let words = folded(asked);
    let by_end = |one: &&Known| {
        one.path
            .municipality
            .as_ref()
            .is_some_and(|name| name.as_str() == asked)
    };
    let by_name = |one: &&Known| folded(&one.name) == words;
    let by_beginning = |one: &&Known| folded(&one.name).starts_with(&format!("{words} "));
    let ways: [&dyn Fn(&&Known) -> bool; 3] = [&by_end, &by_name, &by_beginning];
    for way in ways {
        let found: Vec<&Known> = known.iter().filter(|one| way(one)).collect();
        match found.as_slice() {
            [] => {}
            [one] => return Ok(one.path.clone()),
            several => {
                return Err(format!(
                    "«{asked}» — это может быть: {}; укажите адрес",
                    listed(several)
                ));
            }
        }
    }
    Err(unknown(asked, known))
}

fn unknown(asked: &str, known: &[Known]) -> String {
    let paths: Vec<String> = known.iter().map(|one| one.path.to_string()).collect();
    let names: Vec<String> = known.iter().map(|one| folded(&one.name)).collect();
    let by_path = nearest_path(asked, paths.iter().map(String::as_str))
        .and_then(|near| known.iter().find(|one| one.path.to_string() == near));
    let by_name = || {
        let near = nearest(&folded(asked), names.iter().map(String::as_str))?;
        known.iter().find(|one| folded(&one.name) == near)
    };
    match by_path.or_else(by_name) {
        Some(near) => format!(
            "нет территории «{asked}»; возможно, вы имели в виду {}",
            near.called()
        ),
        None if known.is_empty() => format!(
            "нет территории «{asked}»: в папке содержимого нет ни одного региона; начните с portal new municipality"
        ),
        None => format!(
            "нет территории «{asked}»; есть: {}",
            listed(&known.iter().collect::<Vec<_>>())
        ),
    }
}

fn listed(territories: &[&Known]) -> String {
    let mut shown: Vec<String> = territories
        .iter()
        .take(LISTED)
        .map(|one| one.called())
        .collect();
    if territories.len() > LISTED {
        shown.push(format!("и ещё {}", territories.len() - LISTED));
    }
    shown.join(", ")
}

/// Reads an address that need not exist yet: one part is a region, two are a municipality.
///
/// # Errors
/// In Russian: why this is no address.
pub fn address(asked: &str) -> Result<TerritoryPath, String> {
    let wrong = || {
        format!(
            "«{asked}» — не адрес: нужны маленькие латинские буквы, цифры и дефисы, регион и район через косую черту, \
             например 38-irkutskaya/bratskiy"
        )
    };
    let mut parts = inside(asked).split('/');
    let region = parts.next().and_then(Slug::parse).ok_or_else(wrong)?;
    let municipality = match parts.next() {
        Some(part) => Some(Slug::parse(part).ok_or_else(wrong)?),
        None => None,
    };
    match parts.next() {
        None => Ok(TerritoryPath {
            region,
            municipality,
        }),
        Some(_) => Err(wrong()),
    }
}

/// What was typed without the folder of content that a shell's completion puts in front, and without a slash at the end.
fn inside(asked: &str) -> &str {
    let asked = asked.trim().trim_end_matches('/');
    asked.strip_prefix("content/").unwrap_or(asked)
}

/// A name for comparison: lower case, ё as е, single spaces.
pub fn folded(name: &str) -> String {
    one_line(name).to_lowercase().replace('ё', "е")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places() -> Vec<Known> {
        [
            ("38-irkutskaya", "Иркутская область"),
            ("38-irkutskaya/zhigalovskiy", "Жигаловский район"),
            ("54-novosibirskaya/pervomayskiy", "Первомайский район"),
            ("70-tomskaya/pervomayskiy", "Первомайский район"),
        ]
        .map(|(path, name)| Known {
            path: address(path).expect("an address"),
            name: name.to_owned(),
        })
        .into()
    }

    fn found(asked: &str) -> Result<String, String> {
        find(asked, &places()).map(|path| path.to_string())
    }

    #[test]
    fn a_territory_is_found_by_address_and_by_name() {
        for asked in [
            "38-irkutskaya/zhigalovskiy",
            "38-irkutskaya/zhigalovskiy/",
            "content/38-irkutskaya/zhigalovskiy/",
            "zhigalovskiy",
            "Жигаловский район",
            " жигаловский  РАЙОН",
            "Жигаловский",
        ] {
            assert_eq!(
                found(asked).as_deref(),
                Ok("38-irkutskaya/zhigalovskiy"),
                "{asked}"
            );
        }
        assert_eq!(found("Иркутская область").as_deref(), Ok("38-irkutskaya"));
    }

    #[test]
    fn what_is_ambiguous_or_unknown_is_said_with_proposals() {
        let several = found("Первомайский район").expect_err("two of them");
        assert!(
            several.contains("54-novosibirskaya/pervomayskiy") && several.contains("70-tomskaya")
        );
        let typo = found("38-irkutskaya/zhigalovsky").expect_err("a typo");
        assert!(
            typo.contains(
                "возможно, вы имели в виду 38-irkutskaya/zhigalovskiy (Жигаловский район)"
            )
        );
        let typo = found("Жигаловски район").expect_err("a typo");
        assert!(typo.contains("Жигаловский район"), "{typo}");
        assert!(
            found("Луна")
                .expect_err("none")
                .contains("есть: 38-irkutskaya")
        );
    }

    #[test]
    fn paths_that_lead_elsewhere_are_no_addresses() {
        for hostile in [
            "../x",
            "/etc/x",
            "38-irkutskaya/../x",
            "C:\\x",
            "a/b/c",
            "",
            "Иркутская/x",
            "a//b",
        ] {
            assert!(address(hostile).is_err(), "{hostile}");
        }
    }
}
