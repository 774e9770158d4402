//! What can be found: the documents that search makes of the real content.

use std::collections::{BTreeMap, BTreeSet};

use shnor_portal::model::portal::Portal;
use shnor_portal::search::document::{self, Document, Field, Kind};
use shnor_portal::site::{Site, anchors};

use crate::harness::Content;

fn documents(portal: &Portal) -> Vec<Document> {
    let site = Site::new(portal);
    let mut all = document::of_portal(portal, &site);
    for index in 0..portal.territories.len() {
        all.extend(document::of_territory(portal, &site, index));
    }
    all
}

fn real() -> Vec<Document> {
    documents(&Content::real().portal())
}

fn at<'a>(documents: &'a [Document], address: &str) -> &'a Document {
    documents
        .iter()
        .find(|document| document.address == address)
        .unwrap_or_else(|| panic!("no document at {address}"))
}

fn words(document: &Document, field: Field) -> String {
    let of_field = document.fields.iter().filter(|(name, _)| *name == field);
    let texts: Vec<&str> = of_field.map(|(_, text)| text.as_str()).collect();
    texts.join(" | ")
}

#[test]
fn every_kind_is_found_at_an_address_of_the_site() {
    let portal = Content::real().portal();
    let site = Site::new(&portal);
    let all = documents(&portal);
    let mut kinds: BTreeMap<Kind, usize> = BTreeMap::new();
    let mut addresses = BTreeSet::new();
    for document in &all {
        *kinds.entry(document.kind).or_default() += 1;
        assert!(addresses.insert(&document.address), "{}", document.address);
        let (page, anchor) = match document.address.split_once('#') {
            Some((page, anchor)) => (page, Some(anchor)),
            None => (document.address.as_str(), None),
        };
        let key = site
            .page_at(page)
            .unwrap_or_else(|| panic!("no page {page}"));
        if let Some(anchor) = anchor {
            assert!(
                anchors(&portal, &key).contains(anchor),
                "{}",
                document.address
            );
        }
        assert!(!document.title.trim().is_empty() && !document.title.contains('\n'));
        assert!(!document.note.contains('\n') && !document.text.contains('\n'));
        assert!(document.text.chars().count() <= 160, "{}", document.text);
    }
    assert_eq!(kinds.len(), Kind::ALL.len(), "{kinds:?}");
    assert_eq!(kinds[&Kind::Event], portal.event_count());
    assert_eq!(kinds[&Kind::Municipality], portal.territories.len());
}

#[test]
fn an_event_is_found_by_people_schools_place_and_months() {
    let all = real();
    let event = at(&all, "38-irkutskaya/zhigalovskiy/plan/2023/m14/");
    assert_eq!(event.kind, Kind::Event);
    assert_eq!(event.note, "апрель сентябрь октябрь октябрь");
    let names = words(event, Field::Name);
    for name in ["Власова М.В.", "Лазарева Л.В.", "Тутурская школа"]
    {
        assert!(names.contains(name), "{name} is not in {names}");
    }
    let place = words(event, Field::Place);
    for name in ["Жигаловском", "Жигалово", "Иркутская"] {
        assert!(place.contains(name), "{name} is not in {place}");
    }
    assert_eq!(event.facets.months, [4, 9, 10]);
    assert!(event.dates.contains(&"@2023-09".to_owned()));
    assert_eq!(event.facets.schools.len(), 4);
    assert_eq!(
        event.facets.section.as_deref(),
        Some("Методическое сопровождение")
    );
    assert_eq!((event.year, event.status), (Some(2023), Some("нет данных")));

    let stretch = at(&all, "38-irkutskaya/zhigalovskiy/plan/2023/m06/");
    assert_eq!(stretch.facets.months, [3, 4]);
    assert_eq!(
        stretch.dates,
        ["@03", "@04", "@2023", "@2023-03", "@2023-04"]
    );
}

#[test]
fn measures_for_the_whole_year_pass_every_month_but_answer_no_date() {
    let all = real();
    let event = at(&all, "70-tomskaya/pervomayskiy/plan/2022-2023/m09/");
    assert_eq!(event.note, "Постоянно");
    assert_eq!(event.facets.months, (1..=12).collect::<Vec<u8>>());
    assert!(
        event.dates.iter().all(|date| date.len() == 5),
        "{:?}",
        event.dates
    );
}

#[test]
fn a_municipality_and_its_plan_are_found_by_the_act_and_the_tables_by_their_events_only() {
    let all = real();
    let place = at(&all, "38-irkutskaya/ziminskoe/");
    let plan = at(&all, "38-irkutskaya/ziminskoe/plan/2024/");
    for document in [place, plan] {
        assert!(words(document, Field::Number).contains("191"));
        assert!(document.dates.contains(&"@2024-04-17".to_owned()));
    }
    assert!(words(place, Field::Name).contains("Зима"));
    let event = at(&all, "38-irkutskaya/ziminskoe/plan/2024/m01/");
    assert!(event.fields.iter().all(|(_, text)| !text.contains("191")));
    // What stands only in the table belongs to its event.
    let whole: Vec<&str> = place.fields.iter().map(|(_, text)| text.as_str()).collect();
    assert!(!whole.join(" ").contains("верификации рисков"));

    let altay = at(&all, "04-altay/");
    assert!(altay.dates.contains(&"@2023-03-13".to_owned()));
    assert!(words(altay, Field::Number).contains("201"));
}

#[test]
fn a_municipality_is_found_by_people_group_schools_and_programme() {
    let all = real();
    let place = at(&all, "70-tomskaya/pervomayskiy/");
    let extra = words(place, Field::Extra);
    for said in [
        "Кондрашова А.М.",
        "Аргат-Юльская",
        "Точка роста",
        "молодые специалисты",
        "8(38245)",
    ] {
        assert!(extra.contains(said), "{said}");
    }
    let person = at(
        &all,
        "38-irkutskaya/zhigalovskiy/kontakty/#chelovek-korotkikh-ev",
    );
    assert!(person.note.contains("психолог"), "{}", person.note);
    let programme = at(&all, "70-tomskaya/pervomayskiy/programma/");
    assert_eq!(programme.kind, Kind::Section);
}

#[test]
fn a_territory_of_which_only_the_name_is_known_is_one_document() {
    let mut content = Content::real();
    content.put(
        "99-novaya/region.toml",
        "name = \"Новая область\"\nname_of = \"Новой области\"\nname_in = \"в Новой области\"\nkind = \"область\"\n",
    );
    let portal = content.portal();
    let site = Site::new(&portal);
    let index = portal.territories.len() - 1;
    let found = document::of_territory(&portal, &site, index);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].title, "Новая область");
    assert!(document::of_territory(&portal, &site, index + 1).is_empty());
}
