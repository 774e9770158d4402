//! What pages and data say of themselves to programs: every address exists, every sum is right, nothing is invented.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde_json::Value as Json;
use shnor_portal::model::portal::Portal;
use shnor_portal::text::fingerprint::Fingerprint;

use crate::harness::{Built, Content};

/// The real content at its address.
static SITE: LazyLock<(Content, Built)> = LazyLock::new(|| {
    let content = Content::real();
    let site = content.build();
    (content, site)
});

const HOME: &str = "https://shnor-portal.example/";

/// The same without an address, with a hostile headline and measures with days.
static STRANGE: LazyLock<(Content, Built)> = LazyLock::new(|| {
    let mut content = Content::real();
    content.change(
        "portal.toml",
        "address = \"https://shnor-portal.example/\"",
        "",
    );
    let plan = "38-irkutskaya/zhigalovskiy/plans/2023.toml";
    content.change(
        plan,
        "deadline = \"апрель 2023 года\"\nresponsible = \"Муниципальный координатор Нетесова Л.В.\"\nindicator = \"100% ШНОР назначены кураторы\"\n",
        "deadline = \"15 апреля 2023 года\"\nresponsible = \"Муниципальный координатор Нетесова Л.В.\"\nindicator = \"100% ШНОР назначены кураторы\"\nstatus = \"отменено\"\nstatus_date = 2023-04-28\n",
    );
    content.change(
        "04-altay/news/2023-03-13-dorozhnaya-karta.md",
        "title = \"",
        "title = \"</script><b>Внимание</b> ",
    );
    let errors = content.errors();
    assert!(errors.is_empty(), "{errors:#?}");
    let site = content.build();
    (content, site)
});

/// Files of a site, to see whether addresses lead to them.
struct Addresses<'s> {
    site: &'s Built,
    paths: BTreeSet<&'s str>,
}

impl<'s> Addresses<'s> {
    fn of(site: &'s Built) -> Self {
        Addresses {
            site,
            paths: site.paths().into_iter().collect(),
        }
    }

    /// The file that answers at an address written in `from`, and the place on it; none for another host.
    fn file(&self, from: &str, address: &str) -> Option<(String, String)> {
        let (target, place) = address.split_once('#').unwrap_or((address, ""));
        let target = target.split('?').next().unwrap_or_default();
        let path = match target.strip_prefix(HOME) {
            Some(path) => path.to_owned(),
            None if target.contains("://") => return None,
            None if target.is_empty() => from.trim_end_matches("index.html").to_owned(),
            None => joined(from, target),
        };
        let page = path.is_empty() || path.ends_with('/');
        let file = if page {
            format!("{path}index.html")
        } else {
            path
        };
        Some((file, place.to_owned()))
    }

    /// Why an address leads nowhere.
    fn wrong(&self, from: &str, address: &str) -> Option<String> {
        let (file, place) = self.file(from, address)?;
        if !self.paths.contains(file.as_str()) {
            return Some(format!("{from}: no {file} for {address}"));
        }
        let there = place.is_empty() || self.site.text(&file).contains(&format!(" id=\"{place}\""));
        (!there).then(|| format!("{from}: no #{place} in {file}"))
    }

    /// All addresses of a document that lead nowhere.
    fn wrong_in(&self, from: &str, document: &Json) -> Vec<String> {
        let mut wrong = Vec::new();
        walk(document, "", &mut |key, text| {
            if ADDRESSES.contains(&key) {
                wrong.extend(self.wrong(from, text));
            }
        });
        wrong
    }
}

/// Names whose values are addresses of the portal.
const ADDRESSES: &[&str] = &[
    "@id",
    "url",
    "item",
    "isBasedOn",
    "mainEntityOfPage",
    "contentUrl",
    "urlTemplate",
    "homepage",
    "path",
    "id",
    "resource",
    "dcat:accessURL",
    "dcat:downloadURL",
    "dcat:landingPage",
    "dcat:inSeries",
    "dcat:prev",
    "dcterms:conformsTo",
    "foaf:homepage",
];

fn joined(from: &str, target: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    let folder = target.ends_with("./") && !parts.is_empty() && parts.last() != Some(&"");
    let path = parts.join("/");
    if folder { format!("{path}/") } else { path }
}

/// Every text of a document with the name it stands under.
fn walk<'j>(value: &'j Json, key: &'j str, told: &mut dyn FnMut(&'j str, &'j str)) {
    match value {
        Json::String(text) => told(key, text),
        Json::Array(items) => items.iter().for_each(|item| walk(item, key, told)),
        Json::Object(map) => map.iter().for_each(|(key, value)| walk(value, key, told)),
        _ => {}
    }
}

fn read(site: &Built, path: &str) -> Json {
    serde_json::from_str(site.text(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The block of a page.
fn block(site: &Built, path: &str) -> Json {
    let html = site.text(path);
    let mut blocks = html.split("<script type=\"application/ld+json\">").skip(1);
    let block = blocks.next().unwrap_or_else(|| panic!("{path} has none"));
    assert!(blocks.next().is_none(), "{path} has one block");
    let json = block.split("</script>").next().unwrap_or_default();
    serde_json::from_str(json).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Things of a kind anywhere in a document.
fn things<'j>(value: &'j Json, kind: &str) -> Vec<&'j Json> {
    let mut found = Vec::new();
    match value {
        Json::Array(items) => items.iter().for_each(|one| found.extend(things(one, kind))),
        Json::Object(map) => {
            if map.get("@type").is_some_and(|own| own == kind) {
                found.push(value);
            }
            map.values().for_each(|one| found.extend(things(one, kind)));
        }
        _ => {}
    }
    found
}

fn one<'j>(value: &'j Json, kind: &str) -> &'j Json {
    let found = things(value, kind);
    assert_eq!(found.len(), 1, "one {kind} in {value}");
    found[0]
}

fn pages(site: &Built) -> Vec<&str> {
    let paths = site.paths().into_iter();
    paths.filter(|path| path.ends_with(".html")).collect()
}

#[test]
fn every_address_that_a_page_tells_programs_exists() {
    for (_, site) in [&*SITE, &*STRANGE] {
        let addresses = Addresses::of(site);
        let wrong: Vec<_> = pages(site)
            .into_iter()
            .flat_map(|path| addresses.wrong_in(path, &block(site, path)))
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}

#[test]
fn the_way_back_is_the_one_that_the_page_shows() {
    let (_, site) = &*SITE;
    for path in pages(site).into_iter().filter(|path| *path != "index.html") {
        let html = site.text(path);
        let shown = html
            .split("class=\"breadcrumbs\"")
            .nth(1)
            .expect("a way back");
        let shown = shown.split("</nav>").next().unwrap_or_default();
        let block = block(site, path);
        let told = one(&block, "BreadcrumbList");
        let told = told["itemListElement"].as_array().expect("a list");
        assert_eq!(told.len(), shown.matches("<li>").count() + 1, "{path}");
        for (index, item) in told.iter().enumerate() {
            assert_eq!(item["position"], index + 1);
        }
    }
}

#[test]
fn pages_say_what_they_are_about() {
    let (_, site) = &*SITE;
    let home = block(site, "index.html");
    let search = one(&home, "SearchAction")["target"]["urlTemplate"].clone();
    assert_eq!(search, format!("{HOME}poisk/?q={{query}}"));

    let school = block(
        site,
        "10-kareliya/kemskiy/shkoly/kemskaya-sosh-2/index.html",
    );
    assert_eq!(one(&school, "School")["name"], "МБОУ Кемская СОШ №2");

    for path in ["index.html", "kontakty/index.html"] {
        let page = block(site, &format!("70-tomskaya/pervomayskiy/{path}"));
        one(&page, "GovernmentOrganization");
    }

    let news = block(
        site,
        "04-altay/novosti/2023-03-13-dorozhnaya-karta/index.html",
    );
    let news = one(&news, "NewsArticle");
    assert_eq!(news["datePublished"], "2023-03-13");
    assert!(
        news.get("author").is_none(),
        "nobody is said to have written it"
    );

    let act = block(site, "04-altay/dokumenty/1414/index.html");
    let act = one(&act, "Legislation");
    assert_eq!(act["legislationDate"], "2022-12-29");
    assert_eq!(act["legislationType"], "приказ");

    let term = block(site, "slovar/shnor/index.html");
    assert_eq!(one(&term, "DefinedTerm")["name"], "ШНОР");
}

#[test]
fn questions_and_words_are_told_in_full() {
    let (content, site) = &*SITE;
    let portal = content.portal();
    let parents = block(site, "roditelyam/index.html");
    let questions = things(&parents, "Question");
    assert_eq!(questions.len(), portal.questions.len());
    for question in questions {
        let answer = question["acceptedAnswer"]["text"].as_str().expect("words");
        assert!(
            answer.len() > 50 && !answer.contains(['*', '[']),
            "{answer}"
        );
    }
    let glossary = block(site, "slovar/index.html");
    assert_eq!(things(&glossary, "DefinedTerm").len(), portal.terms.len());
}

/// Measures with the days that their deadlines name: address of the row, first and last day.
fn exact(portal: &Portal) -> BTreeSet<(String, String, String)> {
    let mut exact = BTreeSet::new();
    for territory in &portal.territories {
        for plan in &territory.plans {
            for event in plan.events() {
                let whens = event.deadline.iter().flat_map(|cell| &cell.value.whens);
                for when in whens {
                    use shnor_portal::model::plan::deadline::WhenKind::{Day, DayRange};
                    if let (Day | DayRange, Some(first), Some(last)) =
                        (when.kind, when.first, when.last)
                    {
                        let row = format!("{}/plan/{}/#{}", territory.path, plan.id, event.id);
                        exact.insert((row, first.to_string(), last.to_string()));
                    }
                }
            }
        }
    }
    exact
}

#[test]
fn only_measures_with_days_are_events() {
    for (content, site) in [&*SITE, &*STRANGE] {
        let addresses = Addresses::of(site);
        let mut told = BTreeMap::new();
        for path in pages(site) {
            for event in things(&block(site, path), "EducationEvent") {
                let text = |key: &str| event[key].as_str().expect(key).to_owned();
                assert!(event.get("location").is_none(), "no document names a place");
                let (file, anchor) = addresses.file(path, &text("url")).expect("our own");
                let row = format!("{}#{anchor}", file.trim_end_matches("index.html"));
                let days = (row, text("startDate"), text("endDate"));
                *told.entry(days).or_insert(0) += 1;
            }
        }
        let exact = exact(&content.portal());
        assert!(!exact.is_empty());
        // On the page of the plan and on its own.
        let expected = exact.into_iter().map(|days| (days, 2)).collect();
        assert_eq!(told, expected);
    }
}

#[test]
fn a_cancelled_event_is_told_as_cancelled() {
    let (_, site) = &*STRANGE;
    let page = block(site, "38-irkutskaya/zhigalovskiy/plan/2023/m02/index.html");
    let event = one(&page, "EducationEvent");
    assert_eq!(event["startDate"], "2023-04-15");
    assert_eq!(event["eventStatus"], "https://schema.org/EventCancelled");
    let person = one(&event["organizer"], "Person");
    assert_eq!(person["name"], "Нетесова Л.В.");
}

#[test]
fn no_headline_ends_the_block() {
    let (_, site) = &*STRANGE;
    let path = "04-altay/novosti/2023-03-13-dorozhnaya-karta/index.html";
    let page = block(site, path);
    let headline = one(&page, "NewsArticle")["headline"].as_str();
    assert!(headline.is_some_and(|words| words.starts_with("</script><b>")));
}

fn packages(site: &Built) -> Vec<&str> {
    let paths = site.paths().into_iter();
    paths
        .filter(|path| path.ends_with("datapackage.json"))
        .collect()
}

fn csv(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes());
    let rows = reader.records().map(|row| {
        let row = row.expect("a row");
        row.iter().map(str::to_owned).collect()
    });
    rows.collect()
}

/// A resource of a package: its rows by names of columns.
struct Resource {
    schema: Json,
    names: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Resource {
    fn column(&self, name: &str) -> Vec<&str> {
        let at = self.names.iter().position(|own| own == name);
        let at = at.unwrap_or_else(|| panic!("no column {name}"));
        self.rows.iter().map(|row| row[at].as_str()).collect()
    }
}

fn resources(site: &Built, package: &str) -> BTreeMap<String, Resource> {
    let told = read(site, package);
    let told = told["resources"].as_array().expect("resources").iter();
    let resources = told.map(|one| {
        let path = joined(package, one["path"].as_str().expect("a path"));
        let text = site.text(&path);
        let print = Fingerprint::of(text.as_bytes());
        assert_eq!(one["bytes"], print.bytes, "{path}");
        assert_eq!(one["hash"], format!("sha256:{}", print.sha256), "{path}");
        let mut rows = csv(text);
        let resource = Resource {
            schema: one["schema"].clone(),
            names: rows.remove(0),
            rows,
        };
        (one["name"].as_str().expect("a name").to_owned(), resource)
    });
    resources.collect()
}

#[test]
fn packages_hold_what_they_promise() {
    let (_, site) = &*SITE;
    let packages = packages(site);
    assert_eq!(packages.len(), 9, "the portal and eight territories");
    for package in packages {
        let all = resources(site, package);
        for (name, one) in &all {
            let fields = one.schema["fields"].as_array().expect("fields");
            let names: Vec<_> = fields.iter().map(|field| field["name"].as_str()).collect();
            let header: Vec<_> = one.names.iter().map(|name| Some(name.as_str())).collect();
            assert_eq!(names, header, "{package}: {name}");
            for field in fields {
                let cells = one.column(field["name"].as_str().expect("a name"));
                holds(field, &cells).unwrap_or_else(|why| panic!("{package}: {name}: {why}"));
            }
            for key in one.schema["foreignKeys"].as_array().into_iter().flatten() {
                let own = one.column(key["fields"][0].as_str().expect("a field"));
                let target = &key["reference"];
                let there = &all[target["resource"].as_str().expect("a resource")];
                let there: BTreeSet<_> = there
                    .column(target["fields"][0].as_str().expect("a field"))
                    .into_iter()
                    .collect();
                let lost = own.iter().find(|id| !id.is_empty() && !there.contains(*id));
                assert_eq!(lost, None, "{package}: {name}");
            }
        }
    }
}

/// Whether the cells of a column are as its field says.
fn holds(field: &Json, cells: &[&str]) -> Result<(), String> {
    let limits = &field["constraints"];
    let wrong = |cell: &&&str| {
        let empty = cell.is_empty();
        let words = limits["enum"].as_array();
        let known = words.is_none_or(|words| words.iter().any(|word| word == **cell));
        let typed = match field["type"].as_str() {
            Some("integer") => cell.parse::<u64>().is_ok(),
            Some("number") => cell.parse::<f64>().is_ok(),
            Some("boolean") => ["true", "false"].contains(*cell),
            Some("date") => cell.parse::<jiff::civil::Date>().is_ok(),
            _ => true,
        };
        if empty {
            limits["required"] == true
        } else {
            !known || !typed
        }
    };
    if let Some(cell) = cells.iter().find(wrong) {
        return Err(format!("«{cell}» in {field}"));
    }
    let different: BTreeSet<_> = cells.iter().collect();
    match limits["unique"] == true && different.len() != cells.len() {
        true => Err(format!("not unique: {field}")),
        false => Ok(()),
    }
}

#[test]
fn the_measures_of_places_add_up_to_those_of_the_portal() {
    let (content, site) = &*SITE;
    let count = |package: &str| {
        let all = resources(site, package);
        all.get("sobytiya").map_or(0, |table| table.rows.len())
    };
    let whole = count("dannye/datapackage.json");
    assert_eq!(whole, content.portal().event_count());
    let regions = packages(site);
    let regions = regions.iter().filter(|path| path.matches('/').count() == 2);
    assert_eq!(regions.map(|path| count(path)).sum::<usize>(), whole);
}

#[test]
fn addresses_in_descriptions_exist_with_and_without_a_home() {
    for (_, site) in [&*SITE, &*STRANGE] {
        let addresses = Addresses::of(site);
        let described = |path: &&str| {
            path.ends_with("datapackage.json")
                || path.ends_with("csv-metadata.json")
                || path.ends_with(".jsonld")
        };
        let paths: Vec<&str> = site.paths().into_iter().filter(described).collect();
        assert!(paths.len() > 90, "{}", paths.len());
        let wrong: Vec<String> = paths
            .into_iter()
            .flat_map(|path| {
                let mut document = read(site, path);
                if path.ends_with("datapackage.json") {
                    // Names of tables, not addresses.
                    let resources = document["resources"].as_array_mut().expect("a list");
                    resources.iter_mut().for_each(|one| {
                        one["schema"] = Json::Null;
                    });
                }
                addresses.wrong_in(path, &document)
            })
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}

#[test]
fn csv_on_the_web_names_the_columns_and_keys_of_each_file() {
    let (_, site) = &*SITE;
    let paths: Vec<&str> = site.paths();
    let tables = paths.iter().filter(|path| {
        path.contains("dannye/") && path.ends_with(".csv") && !path.ends_with("-excel.csv")
    });
    let passports = ["list.csv", "meta.csv"];
    for path in tables {
        let name = path.rsplit('/').next().unwrap_or_default();
        if passports.contains(&name) || name.starts_with("structure-") {
            continue;
        }
        let beside = read(site, &format!("{path}-metadata.json"));
        assert_eq!(beside["url"], name);
        let columns = beside["tableSchema"]["columns"].as_array().expect("a list");
        let names: Vec<_> = columns.iter().map(|one| one["name"].as_str()).collect();
        let rows = csv(site.text(path));
        let header: Vec<_> = rows[0].iter().map(|name| Some(name.as_str())).collect();
        assert_eq!(names, header, "{path}");

        let folder = path.trim_end_matches(name);
        let group = read(site, &format!("{folder}csv-metadata.json"));
        let together = group["tables"].as_array().expect("tables");
        let own = together.iter().find(|table| table["url"] == name);
        let own = own.unwrap_or_else(|| panic!("{path} stands in its group"));
        for key in own["tableSchema"]["foreignKeys"]
            .as_array()
            .into_iter()
            .flatten()
        {
            let target = &key["reference"]["resource"];
            assert!(together.iter().any(|table| table["url"] == *target));
        }
    }
}

#[test]
fn the_catalogue_knows_every_table_place_and_plan() {
    let (content, site) = &*SITE;
    let portal = content.portal();
    let catalogue = read(site, "dannye/catalog.jsonld");
    let sets = things(&catalogue, "dcat:Dataset");
    let plans: usize = portal
        .territories
        .iter()
        .map(|place| place.plans.len())
        .sum();
    assert_eq!(sets.len(), 13 + portal.territories.len() + plans);
    let with_plans = portal.territories.iter().filter(|p| !p.plans.is_empty());
    let series = things(&catalogue, "dcat:DatasetSeries");
    assert_eq!(series.len(), with_plans.count());
    let in_series = sets.iter().filter(|set| set.get("dcat:inSeries").is_some());
    assert_eq!(in_series.count(), plans);
    let mut sums = 0;
    for one in things(&catalogue, "dcat:Distribution") {
        let Some(sum) = one["spdx:checksum"]["spdx:checksumValue"].as_str() else {
            continue;
        };
        let address = one["dcat:downloadURL"].as_str().expect("an address");
        let path = address.strip_prefix(HOME).expect("our own");
        let artifacts = site.0.artifacts.as_ref().expect("a site");
        let file = artifacts.iter().find(|artifact| artifact.path == path);
        let print = Fingerprint::of(&file.expect("a file").bytes);
        assert_eq!(print.sha256, sum, "{path}");
        assert_eq!(one["dcat:byteSize"], print.bytes.to_string());
        sums += 1;
    }
    assert!(sums > 100, "{sums}");
}

#[test]
fn passports_lead_to_their_tables_and_leave_open_what_nobody_told() {
    let (_, site) = &*SITE;
    let addresses = Addresses::of(site);
    let register = csv(site.text("dannye/list.csv"));
    assert_eq!(register[0], ["property", "title", "value", "format"]);
    assert_eq!(register.len(), 2 + 13);
    for line in &register[2..] {
        let (passport, _) = addresses.file("dannye/list.csv", &line[2]).expect("ours");
        let meta = csv(site.text(&passport));
        assert_eq!(meta[0], ["property", "value"]);
        let value = |name: &str| {
            let mut lines = meta.iter();
            let found = lines.find(|line| line[0].starts_with(name));
            found.unwrap_or_else(|| panic!("no {name}"))[1].clone()
        };
        assert_eq!(value("modified"), "20261122");
        for unknown in ["created", "publishername", "publisherphone", "valid"] {
            assert_eq!(value(unknown), "", "{unknown}");
        }
        let (data, _) = addresses.file(&passport, &value("data-")).expect("ours");
        let (structure, _) = addresses
            .file(&passport, &value("structure-"))
            .expect("ours");
        let header = csv(site.text(&data)).remove(0);
        let structure = csv(site.text(&structure));
        let names: Vec<_> = structure[1..].iter().map(|line| line[0].clone()).collect();
        assert_eq!(names, header);
    }
}
