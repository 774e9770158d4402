//! What a territory publishes beside its plans: acts, practices and news as documents.

use crate::model::plan::period::Period;
use crate::model::portal::Portal;
use crate::model::record::document::Document as Act;
use crate::model::record::news::NewsItem;
use crate::model::record::practice::Practice;
use crate::search::document::dates::Dates;
use crate::search::document::shape::{Document, Field, Kind};
use crate::search::document::surroundings::{Surroundings, targets};
use crate::search::document::words::{EXCERPT, line, plain, shortened};
use crate::site::{PageKey, PlacePage};
use crate::text::russian;

/// Every act, practice and news item of a territory, in this order.
pub fn documents(around: &Surroundings<'_>, portal: &Portal) -> Vec<Document> {
    let territory = around.territory;
    let acts = territory
        .documents
        .iter()
        .map(|act| act_document(around, act));
    let practices = territory
        .practices
        .iter()
        .map(|practice| practice_document(around, portal, practice));
    let news = territory
        .news
        .iter()
        .map(|item| news_document(around, item));
    acts.chain(practices).chain(news).collect()
}

fn act_document(around: &Surroundings<'_>, act: &Act) -> Document {
    let name = russian::capitalized(&act.short_name());
    let mut document = around.document(Kind::Act, PlacePage::Document(act.id.clone()), name);
    document.note = line(&act.title);
    document.add(Field::Title, document.note.clone());
    document.add_all(Field::Number, act.number.as_ref().map(|n| n.value.as_str()));
    document.add_all(Field::Name, act.signatory.name.as_deref());
    document.add_all(Field::Extra, framing(act));
    let texts = act_texts(act);
    document.text = texts
        .first()
        .map(|text| shortened(text, EXCERPT))
        .unwrap_or_default();
    document.add_all(Field::Body, texts);
    for point in &act.points {
        around.add_named(
            &mut document,
            targets(&point.people),
            targets(&point.schools),
        );
    }
    let mut dates = Dates::default();
    add_act_dates(act, &mut dates);
    if let Some(day) = act.date.as_ref().map(|date| date.value) {
        document.year = Some(day.year());
        let period = Period::calendar_year(day.year());
        for deadline in act.points.iter().filter_map(|p| p.deadline.as_ref()) {
            dates.add_deadline(&deadline.value, &period);
        }
    }
    document.dates = dates.tokens();
    document
}

/// Preamble and points of an act, each on one line.
pub fn act_texts(act: &Act) -> Vec<String> {
    let points = act.points.iter().map(|point| &point.text);
    let texts = act.preamble.iter().chain(points);
    texts.map(|text| line(text)).collect()
}

/// What stands around the text of an act: who issued it and where, its stamp and signature.
pub fn framing(act: &Act) -> Vec<String> {
    let signature = [&act.signatory.post, &act.signatory.name];
    [
        &act.place,
        &act.letterhead,
        &act.approval_stamp,
        &act.date_verbatim,
    ]
    .into_iter()
    .chain(signature)
    .flatten()
    .chain([&act.issuer, &act.level])
    .map(|text| line(text))
    .collect()
}

/// Every date under which an act is cited.
pub fn add_act_dates(act: &Act, dates: &mut Dates) {
    let other = act.other_dates.iter().map(|other| other.date);
    for day in act.date.iter().map(|date| date.value).chain(other) {
        dates.add_day(day);
    }
}

fn practice_document(around: &Surroundings<'_>, portal: &Portal, practice: &Practice) -> Document {
    let address = around.address(&PageKey::Practice(practice.id.clone()));
    let mut document = around.at(Kind::Practice, &address, line(&practice.title));
    document.note = line(&practice.summary);
    document.add(Field::Body, document.note.clone());
    let words = plain(&practice.text);
    document.text = shortened(&words, EXCERPT);
    document.add(Field::Body, words);
    document.add_all(Field::Body, practice.steps.iter().map(|step| line(step)));
    document.add_all(
        Field::Body,
        practice.facts.iter().map(|(_, fact)| line(fact)),
    );
    document.add(Field::Section, practice.kind.as_str());
    document.add(Field::Extra, practice.level.as_str());
    // A practice is looked for by the difficulty it answers, in official and in plain words.
    for id in targets(&practice.risks) {
        if let Some(risk) = portal.risks.iter().find(|risk| &risk.id == id) {
            document.add(Field::Extra, risk.name.as_str());
            document.add_all(Field::Extra, risk.plain.as_deref());
        }
    }
    around.add_named(
        &mut document,
        targets(&practice.people),
        targets(&practice.schools),
    );
    document.year = practice.year.get(..4).and_then(|year| year.parse().ok());
    document.dates = document
        .year
        .iter()
        .map(|year| format!("@{year}"))
        .collect();
    document
}

fn news_document(around: &Surroundings<'_>, item: &NewsItem) -> Document {
    let page = PlacePage::NewsItem(item.id.clone());
    let mut document = around.document(Kind::News, page, line(&item.title));
    document.note = russian::date(item.date);
    document.text = shortened(&line(&item.summary), EXCERPT);
    document.add(Field::Body, line(&item.summary));
    document.add(Field::Body, plain(&item.text));
    around.add_named(&mut document, [], targets(&item.schools));
    let mut dates = Dates::default();
    dates.add_day(item.date);
    document.year = Some(item.date.year());
    document.facets.months = dates.months();
    document.dates = dates.tokens();
    document
}
