//! What does not fit together among sites that are to be joined, and what is no longer as its manifest says.

use std::collections::BTreeMap;

use crate::federation::count::sums;
use crate::federation::listing::Listing;
use crate::federation::manifest::{Manifest, Place};
use crate::model::coverage::Measure;
use crate::model::place::territory::Territory;

/// So many names stand in one message.
const SHOWN: usize = 5;

/// How much a remark weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Pages can be made, but something is not as it should be.
    Drift,
    /// The sites cannot be joined.
    Refusal,
}

/// Something that does not fit, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// How much it weighs.
    pub weight: Weight,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

/// A site with its name for messages.
pub type Named<'a> = (&'a str, &'a Manifest);

/// What all sites of a tree must agree on, as the hub has it.
#[derive(Debug, Clone)]
pub struct Hub<'a> {
    /// Name and version of the generator.
    pub generator: &'a str,
    /// The hub's own manifest as far as its content goes: theme, language, collections, address.
    pub manifest: &'a Manifest,
}

fn drift(message: String, help: &str) -> Remark {
    Remark {
        weight: Weight::Drift,
        message,
        help: help.to_owned(),
    }
}

fn refusal(message: String, help: &str) -> Remark {
    Remark {
        weight: Weight::Refusal,
        ..drift(message, help)
    }
}

/// What does not fit between sites, and between them and their hub.
pub fn between(parts: &[Named<'_>], hub: &Hub<'_>) -> Vec<Remark> {
    let mut found = Vec::new();
    for (name, part) in parts {
        found.extend(with_hub(name, part, hub));
    }
    found.extend(days(parts));
    found.extend(regions(parts));
    found.extend(addresses_of_practices(parts, hub.manifest));
    found
}

fn with_hub(name: &str, part: &Manifest, hub: &Hub<'_>) -> Vec<Remark> {
    let own = hub.manifest;
    let mut found = Vec::new();
    if part.theme.files != own.theme.files {
        found.push(refusal(
            format!("{name}: сайт собран с другой темой, его страницы ищут стили и скрипты под другими именами"),
            "соберите сайт той же программой и с той же темой, что и общий портал",
        ));
    } else if part.theme.templates != own.theme.templates {
        found.push(drift(
            format!("{name}: шаблоны темы другие, страницы выглядят иначе"),
            "соберите сайт той же программой и с той же темой",
        ));
    }
    if part.generator != hub.generator {
        found.push(drift(
            format!(
                "{name}: сайт собран программой {}, а общий портал собирает {}",
                part.generator, hub.generator
            ),
            "соберите все сайты программой одной версии",
        ));
    }
    if part.language != own.language {
        found.push(drift(
            format!(
                "{name}: язык страниц {}, а у общего портала {}",
                part.language, own.language
            ),
            "язык задаёт поле language в portal.toml",
        ));
    }
    if part.shared != own.shared {
        found.push(drift(
            format!("{name}: словарь, вопросы или другие общие файлы не те, что у общего портала"),
            "возьмите для всех сборок одни и те же общие файлы: glossary.toml, questions, pages",
        ));
    }
    if let (Some(theirs), Some(ours)) = (&part.address, &own.address)
        && theirs != ours
    {
        found.push(refusal(
            format!("{name}: сайт собран для адреса {theirs}, а общий портал — для {ours}"),
            "у всех частей один корень: укажите одинаковый --base-url, без папки региона",
        ));
    }
    if part.is_country() {
        found.push(refusal(
            format!("{name}: это сайт страны, в нём уже соединены регионы"),
            "соедините сайты регионов; сайт региона для страны собирает portal build --scope hub --only РЕГИОН",
        ));
    }
    if part.territories.is_empty() {
        found.push(refusal(
            format!("{name}: на сайте нет ни одного региона"),
            "соберите сайт региона: portal build --only РЕГИОН",
        ));
    }
    found
}

/// Words like «срок прошёл» are said as of a day: it should be one for the whole country.
fn days(parts: &[Named<'_>]) -> Option<Remark> {
    let mut by_day: BTreeMap<_, Vec<&str>> = BTreeMap::new();
    for (name, part) in parts {
        by_day.entry(part.date).or_default().push(name);
    }
    (by_day.len() > 1).then(|| {
        let days: Vec<String> = by_day
            .iter()
            .map(|(day, names)| format!("{} — {}", day.0, few(names)))
            .collect();
        drift(
            format!("сайты собраны на разные дни: {}", days.join("; ")),
            "соберите все сайты с одним --date: от дня зависит, какие сроки прошли",
        )
    })
}

/// Each region comes from one site, and its number belongs to one region.
fn regions(parts: &[Named<'_>]) -> Vec<Remark> {
    let mut by_number: BTreeMap<&str, Vec<(&str, &str)>> = BTreeMap::new();
    for (name, part) in parts {
        for region in part.regions() {
            let number = region.split('-').next().unwrap_or_default();
            by_number.entry(number).or_default().push((region, name));
        }
    }
    let clash = |(number, found): (&str, Vec<(&str, &str)>)| {
        let [first, .., last] = found.as_slice() else {
            return None;
        };
        let names: Vec<&str> = found.iter().map(|(_, name)| *name).collect();
        Some(match first.0 == last.0 {
            true => refusal(
                format!(
                    "регион {} есть в нескольких сайтах: {}",
                    first.0,
                    few(&names)
                ),
                "оставьте один: районы одного региона собирают одной командой, --only можно повторить",
            ),
            false => refusal(
                format!(
                    "у двух регионов один номер {number}: {} и {}",
                    first.0, last.0
                ),
                "номер субъекта в начале имени папки у каждого региона свой",
            ),
        })
    };
    by_number.into_iter().filter_map(clash).collect()
}

/// Practices and collections lie in one folder of the whole tree.
fn addresses_of_practices(parts: &[Named<'_>], own: &Manifest) -> Vec<Remark> {
    let mut owners: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for id in &own.collections {
        owners.entry(id).or_default().push("сборник общего портала");
    }
    for place in parts.iter().flat_map(|(_, part)| &part.territories) {
        for practice in &place.practices {
            owners.entry(&practice.id).or_default().push(&place.path);
        }
    }
    let clash = |(id, owners): (&str, Vec<&str>)| {
        (owners.len() > 1).then(|| {
            refusal(
                format!("адрес /praktiki/{id}/ занят дважды: {}", few(&owners)),
                "имя файла практики должно быть своим во всей стране: добавьте к нему имя района",
            )
        })
    };
    owners.into_iter().filter_map(clash).collect()
}

/// What is other in the folder of a site than its list of files says.
pub fn with_folder(name: &str, listed: &Listing, there: &Listing) -> Vec<Remark> {
    let (listed, there) = (&listed.files, &there.files);
    let changed: Vec<&str> = listed
        .iter()
        .filter(|(path, print)| there.get(*path).is_some_and(|now| now != *print))
        .map(|(path, _)| path.as_str())
        .collect();
    let missing: Vec<&str> = listed
        .keys()
        .filter(|path| !there.contains_key(*path))
        .map(String::as_str)
        .collect();
    let foreign: Vec<&str> = there
        .keys()
        .filter(|path| !listed.contains_key(*path))
        .map(String::as_str)
        .collect();
    let say = |files: Vec<&str>, what: &str, help: &str| {
        (!files.is_empty()).then(|| drift(format!("{name}: {what}: {}", few(&files)), help))
    };
    let again = "соберите сайт заново и не правьте готовые файлы руками: правка пропадёт при следующей сборке";
    [
        say(changed, "после сборки изменены файлы", again),
        say(missing, "не хватает файлов", again),
        say(
            foreign,
            "есть файлы, которых сборка не делала",
            "уберите их: общий портал их не возьмёт",
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Figures of the manifest that its own plans do not bear out when they are counted once more.
pub fn with_sums(
    name: &str,
    places: &[Place],
    territories: &[Territory],
    measure: Measure<'_>,
) -> Option<Remark> {
    let wrong: Vec<&str> = places
        .iter()
        .zip(territories)
        .filter(|(place, territory)| sums(territory, measure) != place.sums)
        .map(|(place, _)| place.path.as_str())
        .collect();
    (!wrong.is_empty()).then(|| {
        drift(
            format!("{name}: суммы в манифесте не сходятся с его же планами: {}", few(&wrong)),
            "манифест правили руками, или настройки общего портала другие (news_stale_days): соберите сайт заново",
        )
    })
}

/// Some names, and how many more there are.
fn few(names: &[&str]) -> String {
    let shown = names
        .iter()
        .take(SHOWN)
        .copied()
        .collect::<Vec<_>>()
        .join(", ");
    match names.len().saturating_sub(SHOWN) {
        0 => shown,
        more => format!("{shown} и ещё {more}"),
    }
}

/// A manifest that cannot be read.
pub fn unreadable(name: &str, why: &str) -> Remark {
    refusal(
        format!("{name}: манифест не читается: {why}"),
        "соберите сайт заново программой той же версии",
    )
}

/// Practices that collections of the hub name and no site has.
pub fn missing_practices(ids: &[&str]) -> Option<Remark> {
    (!ids.is_empty()).then(|| {
        drift(
            format!(
                "сборники называют практики, которых нет ни на одном сайте: {}",
                few(ids)
            ),
            "добавьте сайт региона, где они есть, или уберите их из сборника",
        )
    })
}

/// A list of files that is not the one its manifest was written with.
pub fn with_list(name: &str, manifest: &Manifest, listed: &Listing) -> Vec<Remark> {
    let same = listed.files() == manifest.files;
    let message = format!(
        "{name}: список файлов {} не от этой сборки",
        manifest.files.list
    );
    match same {
        true => Vec::new(),
        false => vec![drift(
            message,
            "manifest.json и список файлов делает одна сборка: соберите сайт заново",
        )],
    }
}
